"""The types of the official `types.beta.vaults`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ..._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaManagedAgentsCredential BetaManagedAgentsCredentialNetworkingParams "
        "BetaManagedAgentsCredentialValidation BetaManagedAgentsCredentialValidationStatus "
        "BetaManagedAgentsDeletedCredential BetaManagedAgentsEnvironmentVariableAuthResponse "
        "BetaManagedAgentsEnvironmentVariableCreateParams BetaManagedAgentsEnvironmentVariableUpdateParams "
        "BetaManagedAgentsInjectionLocationParams BetaManagedAgentsInjectionLocationResponse "
        "BetaManagedAgentsInjectionLocationUpdateParams BetaManagedAgentsLimitedCredentialNetworkingParams "
        "BetaManagedAgentsLimitedCredentialNetworkingResponse BetaManagedAgentsMCPOAuthAuthResponse "
        "BetaManagedAgentsMCPOAuthCreateParams BetaManagedAgentsMCPOAuthRefreshParams "
        "BetaManagedAgentsMCPOAuthRefreshResponse BetaManagedAgentsMCPOAuthRefreshUpdateParams "
        "BetaManagedAgentsMCPOAuthUpdateParams BetaManagedAgentsMCPProbe BetaManagedAgentsRefreshHTTPResponse "
        "BetaManagedAgentsRefreshObject BetaManagedAgentsStaticBearerAuthResponse "
        "BetaManagedAgentsStaticBearerCreateParams BetaManagedAgentsStaticBearerUpdateParams "
        "BetaManagedAgentsTokenEndpointAuthBasicParam BetaManagedAgentsTokenEndpointAuthBasicResponse "
        "BetaManagedAgentsTokenEndpointAuthBasicUpdateParam BetaManagedAgentsTokenEndpointAuthNoneParam "
        "BetaManagedAgentsTokenEndpointAuthNoneResponse BetaManagedAgentsTokenEndpointAuthPostParam "
        "BetaManagedAgentsTokenEndpointAuthPostResponse BetaManagedAgentsTokenEndpointAuthPostUpdateParam "
        "BetaManagedAgentsUnrestrictedCredentialNetworkingParams "
        "BetaManagedAgentsUnrestrictedCredentialNetworkingResponse CredentialCreateParams CredentialListParams "
        "CredentialUpdateParams"
    ),
)
