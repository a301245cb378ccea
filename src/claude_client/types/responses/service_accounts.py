"""What the API returns: service accounts.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._model import Model


class ServiceAccount(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    archived_by_actor_id: str | None = None
    created_at: datetime
    created_by_actor_id: str | None = None
    description: str | None = None
    name: str
    organization_role: Literal["admin", "developer"]
    type: Literal["service_account"]
    updated_at: datetime
    updated_by_actor_id: str | None = None


WorkspaceRole: TypeAlias = Literal[
    "workspace_admin", "workspace_billing", "workspace_developer", "workspace_restricted_developer", "workspace_user"
]
"""What a member may do in the workspace."""


class ServiceAccountWorkspaceMember(Model):
    created_by_actor_id: str | None = None
    implicit: bool | None = None
    service_account_id: str
    type: Literal["service_account_workspace_member"]
    workspace_id: str
    workspace_role: WorkspaceRole


class ServiceAccountWorkspaceRemoveResponse(Model):
    service_account_id: str
    type: Literal["service_account_workspace_member_deleted"]
    workspace_id: str
