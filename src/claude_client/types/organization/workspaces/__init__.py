"""The types of the official `types.organization.workspaces`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ..._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "MemberAddParams MemberListParams MemberRemoveResponse MemberUpdateParams RateLimitListParams "
        "RateLimitUpdateParams ServiceAccountAddParams ServiceAccountListParams ServiceAccountRemoveResponse "
        "ServiceAccountUpdateParams WorkspaceRateLimit WorkspaceRateLimitOrganizationSource WorkspaceRateLimitType "
        "WorkspaceRateLimitUpdateValueParam WorkspaceRateLimitValue WorkspaceRateLimitWorkspaceSource"
    ),
)
