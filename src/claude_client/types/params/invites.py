"""Parameters of the calls on invitations.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions


class InviteListParamsBase(TypedDict, total=False):
    """The query of `admin.invites.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    email: str | None
    limit: int | None
    """Objects per page."""

    roles: Sequence[str] | None
    statuses: Sequence[Literal["accepted", "expired", "pending"]] | None


class InviteListParams(InviteListParamsBase, RequestOptions, total=False):
    """What `admin.invites.list` takes, and the options of the call."""


class InviteCreateParamsBase(TypedDict, total=False):
    """The body of `admin.invites.create`."""

    email: Required[str]
    role: Required[Literal["billing", "claude_code_user", "developer", "managed", "user"]]
    rbac_group_ids: Sequence[str] | None


class InviteCreateParams(InviteCreateParamsBase, RequestOptions, total=False):
    """What `admin.invites.create` takes, and the options of the call."""
