"""What the API answers: skills.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model


class SkillSource(Model):
    """Skill source."""

    type: Literal["custom", "anthropic", "anthropic_example", "plugin"]


class Skill(Model):
    """Skill of the type `skill`."""

    id: str
    created_at: datetime
    display_name: str
    latest_version_id: str
    source: SkillSource
    type: Literal["skill"]
    updated_at: datetime


class DeletedSkill(Model):
    """Deleted skill of the type `skill_deleted`."""

    id: str
    type: Literal["skill_deleted"]


class SkillVersion(Model):
    """Skill version of the type `skill_version`."""

    id: str
    created_at: datetime
    description: str
    name: str
    skill_id: str
    type: Literal["skill_version"]


class DeletedSkillVersion(Model):
    """Deleted skill version of the type `skill_version_deleted`."""

    id: str
    type: Literal["skill_version_deleted"]
