"""The types of the official `types.beta.organization.federation`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ...._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaFederationIssuer BetaFederationIssuerPollStatus BetaFederationRule BetaFederationRuleMatch "
        "BetaFederationRuleMatchParam BetaFederationRuleWorkspace BetaJWKSDiscovery BetaJWKSDiscoveryParam "
        "BetaJWKSExplicitURL BetaJWKSExplicitURLParam BetaJWKSInline BetaJWKSInlineParam BetaServiceAccountTarget "
        "BetaServiceAccountTargetParam IssuerCreateParams IssuerListParams IssuerUpdateParams RuleCreateParams "
        "RuleListParams RuleUpdateParams"
    ),
)
