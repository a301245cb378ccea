"""Skills and their versions.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model


class SkillSource(Model):
    """Who made the skill."""

    type: Literal["custom", "anthropic", "anthropic_example", "plugin"]


class Skill(Model):
    """A skill: instructions and files that the model can load."""

    id: str
    created_at: datetime
    display_name: str
    latest_version_id: str
    source: SkillSource
    type: Literal["skill"]
    updated_at: datetime


class DeletedSkill(Model):
    """The skill that was deleted."""

    id: str
    type: Literal["skill_deleted"]


class SkillVersion(Model):
    """A version of a skill."""

    id: str
    created_at: datetime
    description: str
    name: str
    skill_id: str
    type: Literal["skill_version"]


class DeletedSkillVersion(Model):
    """The version that was deleted."""

    id: str
    type: Literal["skill_version_deleted"]
