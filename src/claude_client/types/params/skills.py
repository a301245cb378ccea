"""What the API takes: skills.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import Required, TypedDict

from ..request_options import WorkspaceOptions
from ..uploads import FileTypes


class SkillListParamsBase(TypedDict, total=False):
    """The query of `skills.list`."""

    limit: int | None
    page: str | None
    source: str | None


class SkillListParams(SkillListParamsBase, WorkspaceOptions, total=False):
    """What `skills.list` takes, and the options of the call."""


class SkillCreateParamsBase(TypedDict, total=False):
    """The body of `skills.create`."""

    files: Required[Sequence[FileTypes]]
    display_name: str | None


class SkillCreateParams(SkillCreateParamsBase, WorkspaceOptions, total=False):
    """What `skills.create` takes, and the options of the call."""


class SkillVersionListParamsBase(TypedDict, total=False):
    """The query of `skills.versions.list`."""

    limit: int | None
    page: str | None


class SkillVersionListParams(SkillVersionListParamsBase, WorkspaceOptions, total=False):
    """What `skills.versions.list` takes, and the options of the call."""


class SkillVersionCreateParamsBase(TypedDict, total=False):
    """The body of `skills.versions.create`."""

    files: Required[Sequence[FileTypes]]


class SkillVersionCreateParams(SkillVersionCreateParamsBase, WorkspaceOptions, total=False):
    """What `skills.versions.create` takes, and the options of the call."""
