# Written by `scripts/generate_types.py`.

from ....params.federation import FederationRuleMatchParam as BetaFederationRuleMatchParam
from ....params.federation import (
    IssuerCreateParams,
    IssuerListParams,
    IssuerUpdateParams,
    RuleCreateParams,
    RuleListParams,
    RuleUpdateParams,
)
from ....params.federation import JWKSDiscoveryParam as BetaJWKSDiscoveryParam
from ....params.federation import JWKSExplicitURLParam as BetaJWKSExplicitURLParam
from ....params.federation import JWKSInlineParam as BetaJWKSInlineParam
from ....params.federation import ServiceAccountTargetParam as BetaServiceAccountTargetParam
from ....responses.federation import FederationIssuer as BetaFederationIssuer
from ....responses.federation import FederationIssuerPollStatus as BetaFederationIssuerPollStatus
from ....responses.federation import FederationRule as BetaFederationRule
from ....responses.federation import FederationRuleMatch as BetaFederationRuleMatch
from ....responses.federation import FederationRuleWorkspace as BetaFederationRuleWorkspace
from ....responses.federation import JWKSDiscovery as BetaJWKSDiscovery
from ....responses.federation import JWKSExplicitURL as BetaJWKSExplicitURL
from ....responses.federation import JWKSInline as BetaJWKSInline
from ....responses.federation import ServiceAccountTarget as BetaServiceAccountTarget

__all__ = [
    "BetaFederationIssuer",
    "BetaFederationIssuerPollStatus",
    "BetaFederationRule",
    "BetaFederationRuleMatch",
    "BetaFederationRuleMatchParam",
    "BetaFederationRuleWorkspace",
    "BetaJWKSDiscovery",
    "BetaJWKSDiscoveryParam",
    "BetaJWKSExplicitURL",
    "BetaJWKSExplicitURLParam",
    "BetaJWKSInline",
    "BetaJWKSInlineParam",
    "BetaServiceAccountTarget",
    "BetaServiceAccountTargetParam",
    "IssuerCreateParams",
    "IssuerListParams",
    "IssuerUpdateParams",
    "RuleCreateParams",
    "RuleListParams",
    "RuleUpdateParams",
]
