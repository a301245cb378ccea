"""Workspaces and their members.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._model import Model

AllowedInferenceGeo: TypeAlias = Literal["global", "us"]
"""Where the model may run."""


class DataResidency(Model):
    """Where the workspace's data is kept and worked on."""

    allowed_inference_geos: list[AllowedInferenceGeo] | Literal["unrestricted"]
    default_inference_geo: Literal["global", "us"]
    workspace_geo: Literal["us"]


class Workspace(Model):
    """A part of the organization with its own keys, members and limits."""

    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    compartment_id: str
    created_at: datetime
    data_residency: DataResidency
    display_color: str
    """The colour that the Console shows it in."""

    external_key_id: str | None = None
    name: str
    tags: dict[str, str]
    type: Literal["workspace"]
    user_profile_id: str | None = None


WorkspaceRole: TypeAlias = Literal[
    "workspace_admin", "workspace_billing", "workspace_developer", "workspace_restricted_developer", "workspace_user"
]
"""What a member may do in the workspace."""


class WorkspaceMember(Model):
    """A member of a workspace."""

    type: Literal["workspace_member"]
    user_id: str
    workspace_id: str
    workspace_role: WorkspaceRole


class MemberRemoveResponse(Model):
    """The member who was removed from the workspace."""

    type: Literal["workspace_member_deleted"]
    user_id: str
    workspace_id: str
