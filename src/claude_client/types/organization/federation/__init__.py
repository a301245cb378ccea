"""The types of the official `types.organization.federation`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ..._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "FederationIssuer FederationIssuerPollStatus FederationRule FederationRuleMatch FederationRuleMatchParam "
        "FederationRuleWorkspace IssuerCreateParams IssuerListParams IssuerUpdateParams JWKSDiscovery "
        "JWKSDiscoveryParam JWKSExplicitURL JWKSExplicitURLParam JWKSInline JWKSInlineParam RuleCreateParams "
        "RuleListParams RuleUpdateParams ServiceAccountTarget ServiceAccountTargetParam"
    ),
)
