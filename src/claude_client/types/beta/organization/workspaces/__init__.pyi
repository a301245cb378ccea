# Written by `scripts/generate_types.py`.

from ....params.workspaces import WorkspaceMemberAddParams as MemberAddParams
from ....params.workspaces import WorkspaceMemberListParams as MemberListParams
from ....params.workspaces import WorkspaceMemberUpdateParams as MemberUpdateParams
from ....params.workspaces import WorkspaceRateLimitListParams as RateLimitListParams
from ....params.workspaces import WorkspaceRateLimitType as BetaWorkspaceRateLimitType
from ....params.workspaces import WorkspaceRateLimitUpdateParams as RateLimitUpdateParams
from ....params.workspaces import WorkspaceRateLimitUpdateValueParam as BetaWorkspaceRateLimitUpdateValueParam
from ....params.workspaces import WorkspaceServiceAccountAddParams as ServiceAccountAddParams
from ....params.workspaces import WorkspaceServiceAccountListParams as ServiceAccountListParams
from ....params.workspaces import WorkspaceServiceAccountUpdateParams as ServiceAccountUpdateParams
from ....responses.workspaces import MemberRemoveResponse, ServiceAccountRemoveResponse
from ....responses.workspaces import WorkspaceRateLimit as BetaWorkspaceRateLimit
from ....responses.workspaces import WorkspaceRateLimitOrganizationSource as BetaWorkspaceRateLimitOrganizationSource
from ....responses.workspaces import WorkspaceRateLimitValue as BetaWorkspaceRateLimitValue
from ....responses.workspaces import WorkspaceRateLimitWorkspaceSource as BetaWorkspaceRateLimitWorkspaceSource

__all__ = [
    "BetaWorkspaceRateLimit",
    "BetaWorkspaceRateLimitOrganizationSource",
    "BetaWorkspaceRateLimitType",
    "BetaWorkspaceRateLimitUpdateValueParam",
    "BetaWorkspaceRateLimitValue",
    "BetaWorkspaceRateLimitWorkspaceSource",
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
]
