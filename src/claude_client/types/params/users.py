"""Parameters of the calls on members of the organization.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions


class UserListParamsBase(TypedDict, total=False):
    """The query of `admin.users.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    email: str | None
    limit: int | None
    """Objects per page."""

    roles: Sequence[str] | None


class UserListParams(UserListParamsBase, RequestOptions, total=False):
    """What `admin.users.list` takes, and the options of the call."""


class UserUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.users.update`."""

    role: Required[Literal["billing", "claude_code_user", "developer", "managed", "user"]]


class UserUpdateParams(UserUpdateParamsBase, RequestOptions, total=False):
    """What `admin.users.update` takes, and the options of the call."""
