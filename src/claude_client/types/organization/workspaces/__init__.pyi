# Written by `scripts/generate_types.py`.

from ...params.workspaces import WorkspaceMemberAddParams as MemberAddParams
from ...params.workspaces import WorkspaceMemberListParams as MemberListParams
from ...params.workspaces import WorkspaceMemberUpdateParams as MemberUpdateParams
from ...params.workspaces import WorkspaceRateLimitListParams as RateLimitListParams
from ...params.workspaces import WorkspaceRateLimitType, WorkspaceRateLimitUpdateValueParam
from ...params.workspaces import WorkspaceRateLimitUpdateParams as RateLimitUpdateParams
from ...params.workspaces import WorkspaceServiceAccountAddParams as ServiceAccountAddParams
from ...params.workspaces import WorkspaceServiceAccountListParams as ServiceAccountListParams
from ...params.workspaces import WorkspaceServiceAccountUpdateParams as ServiceAccountUpdateParams
from ...responses.workspaces import (
    MemberRemoveResponse,
    ServiceAccountRemoveResponse,
    WorkspaceRateLimit,
    WorkspaceRateLimitOrganizationSource,
    WorkspaceRateLimitValue,
    WorkspaceRateLimitWorkspaceSource,
)

__all__ = [
    "MemberAddParams",
    "MemberListParams",
    "MemberRemoveResponse",
    "MemberUpdateParams",
    "RateLimitListParams",
    "RateLimitUpdateParams",
    "ServiceAccountAddParams",
    "ServiceAccountListParams",
    "ServiceAccountRemoveResponse",
    "ServiceAccountUpdateParams",
    "WorkspaceRateLimit",
    "WorkspaceRateLimitOrganizationSource",
    "WorkspaceRateLimitType",
    "WorkspaceRateLimitUpdateValueParam",
    "WorkspaceRateLimitValue",
    "WorkspaceRateLimitWorkspaceSource",
]
