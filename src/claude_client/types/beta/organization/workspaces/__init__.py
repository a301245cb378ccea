"""The types of the official `types.beta.organization.workspaces`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ...._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaWorkspaceRateLimit BetaWorkspaceRateLimitOrganizationSource BetaWorkspaceRateLimitType "
        "BetaWorkspaceRateLimitUpdateValueParam BetaWorkspaceRateLimitValue BetaWorkspaceRateLimitWorkspaceSource "
        "MemberAddParams MemberListParams MemberRemoveResponse MemberUpdateParams RateLimitListParams "
        "RateLimitUpdateParams ServiceAccountAddParams ServiceAccountListParams ServiceAccountRemoveResponse "
        "ServiceAccountUpdateParams"
    ),
)
