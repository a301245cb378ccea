"""Parameters of the calls on skills and their versions.

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
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    source: str | None
    """Skills of this source only, such as `custom`."""


class SkillListParams(SkillListParamsBase, WorkspaceOptions, total=False):
    """What `skills.list` takes, and the options of the call."""


class SkillCreateParamsBase(TypedDict, total=False):
    """The body of `skills.create`."""

    files: Required[Sequence[FileTypes]]
    """All files of the skill, in one folder, with `SKILL.md` at its top."""

    display_name: str | None
    """What people see; the name in `SKILL.md` when left out."""


class SkillCreateParams(SkillCreateParamsBase, WorkspaceOptions, total=False):
    """What `skills.create` takes, and the options of the call."""


class SkillVersionListParamsBase(TypedDict, total=False):
    """The query of `skills.versions.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class SkillVersionListParams(SkillVersionListParamsBase, WorkspaceOptions, total=False):
    """What `skills.versions.list` takes, and the options of the call."""


class SkillVersionCreateParamsBase(TypedDict, total=False):
    """The body of `skills.versions.create`."""

    files: Required[Sequence[FileTypes]]
    """All files of the version, in one folder, with `SKILL.md` at its top."""


class SkillVersionCreateParams(SkillVersionCreateParamsBase, WorkspaceOptions, total=False):
    """What `skills.versions.create` takes, and the options of the call."""
