"""Invitations to the organization.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._model import Model

OrganizationRole: TypeAlias = Literal[
    "admin", "billing", "claude_code_user", "developer", "managed", "membership_admin", "owner", "primary_owner", "user"
]
"""What a member may do in the organization."""


class OrganizationInvite(Model):
    """An invitation to the organization."""

    id: str
    accepted_at: datetime | None = None
    email: str
    expires_at: datetime
    invited_at: datetime
    rbac_group_ids: list[str]
    role: OrganizationRole
    status: Literal["accepted", "deleted", "expired", "pending"]
    type: Literal["invite"]


class InviteDeleteResponse(Model):
    """The invitation that was deleted."""

    id: str
    type: Literal["invite_deleted"]
