# Written by `scripts/generate_types.py`.

from ...params.federation import (
    FederationRuleMatchParam,
    IssuerCreateParams,
    IssuerListParams,
    IssuerUpdateParams,
    JWKSDiscoveryParam,
    JWKSExplicitURLParam,
    JWKSInlineParam,
    RuleCreateParams,
    RuleListParams,
    RuleUpdateParams,
    ServiceAccountTargetParam,
)
from ...responses.federation import (
    FederationIssuer,
    FederationIssuerPollStatus,
    FederationRule,
    FederationRuleMatch,
    FederationRuleWorkspace,
    JWKSDiscovery,
    JWKSExplicitURL,
    JWKSInline,
    ServiceAccountTarget,
)

__all__ = [
    "FederationIssuer",
    "FederationIssuerPollStatus",
    "FederationRule",
    "FederationRuleMatch",
    "FederationRuleMatchParam",
    "FederationRuleWorkspace",
    "IssuerCreateParams",
    "IssuerListParams",
    "IssuerUpdateParams",
    "JWKSDiscovery",
    "JWKSDiscoveryParam",
    "JWKSExplicitURL",
    "JWKSExplicitURLParam",
    "JWKSInline",
    "JWKSInlineParam",
    "RuleCreateParams",
    "RuleListParams",
    "RuleUpdateParams",
    "ServiceAccountTarget",
    "ServiceAccountTargetParam",
]
