"""What the API answers: workspaces.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._model import Model

AllowedInferenceGeo: TypeAlias = Literal["global", "us"]
"""Allowed inference geo: one of these."""


class DataResidency(Model):
    """Data residency."""

    allowed_inference_geos: list[AllowedInferenceGeo] | Literal["unrestricted"]
    default_inference_geo: Literal["global", "us"]
    workspace_geo: Literal["us"]


class Workspace(Model):
    """Workspace of the type `workspace`."""

    id: str
    archived_at: datetime | None = None
    compartment_id: str
    created_at: datetime
    data_residency: DataResidency
    display_color: str
    external_key_id: str | None = None
    name: str
    tags: dict[str, str]
    type: Literal["workspace"]
    user_profile_id: str | None = None


WorkspaceRole: TypeAlias = Literal[
    "workspace_admin", "workspace_billing", "workspace_developer", "workspace_restricted_developer", "workspace_user"
]
"""Workspace role: one of these."""


class WorkspaceMember(Model):
    """Workspace member of the type `workspace_member`."""

    type: Literal["workspace_member"]
    user_id: str
    workspace_id: str
    workspace_role: WorkspaceRole


class MemberRemoveResponse(Model):
    """Member remove response of the type `workspace_member_deleted`."""

    type: Literal["workspace_member_deleted"]
    user_id: str
    workspace_id: str
