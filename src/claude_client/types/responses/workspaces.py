"""Workspaces and their members.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .rate_limits import (
    OrganizationRateLimitBatchGroup,
    OrganizationRateLimitFilesGroup,
    OrganizationRateLimitModelGroup,
    OrganizationRateLimitSkillsGroup,
    OrganizationRateLimitTokenCountGroup,
    OrganizationRateLimitWebSearchGroup,
)
from .service_accounts import WorkspaceRole

AllowedInferenceGeo: TypeAlias = Literal["global", "us"]
"""Where the model may run."""


class DataResidency(Model):
    """Where the workspace's data is kept and worked on."""

    allowed_inference_geos: list[AllowedInferenceGeo] | Literal["unrestricted"]
    default_inference_geo: Literal["global", "us"]
    workspace_geo: Literal["us"]


class AnthropicHumanReview(Model):
    type: Literal["disabled", "enabled"]


class InternalStorage(Model):
    type: Literal["internal"]


class ExternalStorageMember(Model):
    external_storage_id: str
    type: Literal["external"]


StorageMember: TypeAlias = Annotated[InternalStorage | ExternalStorageMember, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class InferenceDataPrivacy(Model):
    human_review: AnthropicHumanReview | None = None
    safeguards_storage: StorageMember | None = None
    transcripts_storage: StorageMember | None = None


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
    inference_data_privacy: InferenceDataPrivacy | None = None
    """Beta."""


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


WorkspaceRateLimitGroup: TypeAlias = Annotated[
    OrganizationRateLimitModelGroup
    | OrganizationRateLimitBatchGroup
    | OrganizationRateLimitTokenCountGroup
    | OrganizationRateLimitFilesGroup
    | OrganizationRateLimitSkillsGroup
    | OrganizationRateLimitWebSearchGroup,
    Tagged("type"),
]
"""One of these; `type` tells which."""


class WorkspaceRateLimitWorkspaceSource(Model):
    type: Literal["workspace"]


class WorkspaceRateLimitOrganizationSource(Model):
    type: Literal["organization"]


WorkspaceRateLimitValueSource: TypeAlias = Annotated[
    WorkspaceRateLimitWorkspaceSource | WorkspaceRateLimitOrganizationSource, Tagged("type")
]
"""One of these; `type` tells which."""


class WorkspaceRateLimitValue(Model):
    org_limit: int | None = None
    source: WorkspaceRateLimitValueSource
    type: str
    value: int


class WorkspaceRateLimit(Model):
    group: WorkspaceRateLimitGroup
    limits: list[WorkspaceRateLimitValue]
    models: list[str] | None = None
    rate_limit_id: str
    type: Literal["workspace_rate_limit"]
    workspace_id: str
    group_type: Literal["batch", "files", "model_group", "skills", "token_count", "web_search"] | None = None
    """Only in API versions before 2026-10-21."""


class ServiceAccountRemoveResponse(Model):
    service_account_id: str
    type: Literal["service_account_workspace_member_deleted"]
    workspace_id: str
