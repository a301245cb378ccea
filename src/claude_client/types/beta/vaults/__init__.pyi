# Written by `scripts/generate_types.py`.

from ...params.vaults import CredentialCreateParams, CredentialListParams, CredentialUpdateParams
from ...params.vaults import CredentialNetworkingParams as BetaManagedAgentsCredentialNetworkingParams
from ...params.vaults import EnvironmentVariableCreateParams as BetaManagedAgentsEnvironmentVariableCreateParams
from ...params.vaults import EnvironmentVariableUpdateParams as BetaManagedAgentsEnvironmentVariableUpdateParams
from ...params.vaults import InjectionLocationParams as BetaManagedAgentsInjectionLocationParams
from ...params.vaults import InjectionLocationUpdateParams as BetaManagedAgentsInjectionLocationUpdateParams
from ...params.vaults import LimitedCredentialNetworkingParams as BetaManagedAgentsLimitedCredentialNetworkingParams
from ...params.vaults import MCPOAuthCreateParams as BetaManagedAgentsMCPOAuthCreateParams
from ...params.vaults import MCPOAuthRefreshParams as BetaManagedAgentsMCPOAuthRefreshParams
from ...params.vaults import MCPOAuthRefreshUpdateParams as BetaManagedAgentsMCPOAuthRefreshUpdateParams
from ...params.vaults import MCPOAuthUpdateParams as BetaManagedAgentsMCPOAuthUpdateParams
from ...params.vaults import StaticBearerCreateParams as BetaManagedAgentsStaticBearerCreateParams
from ...params.vaults import StaticBearerUpdateParams as BetaManagedAgentsStaticBearerUpdateParams
from ...params.vaults import TokenEndpointAuthBasicParam as BetaManagedAgentsTokenEndpointAuthBasicParam
from ...params.vaults import TokenEndpointAuthBasicUpdateParam as BetaManagedAgentsTokenEndpointAuthBasicUpdateParam
from ...params.vaults import TokenEndpointAuthNoneParam as BetaManagedAgentsTokenEndpointAuthNoneParam
from ...params.vaults import TokenEndpointAuthPostParam as BetaManagedAgentsTokenEndpointAuthPostParam
from ...params.vaults import TokenEndpointAuthPostUpdateParam as BetaManagedAgentsTokenEndpointAuthPostUpdateParam
from ...params.vaults import (
    UnrestrictedCredentialNetworkingParams as BetaManagedAgentsUnrestrictedCredentialNetworkingParams,
)
from ...responses.vaults import Credential as BetaManagedAgentsCredential
from ...responses.vaults import CredentialValidation as BetaManagedAgentsCredentialValidation
from ...responses.vaults import CredentialValidationStatus as BetaManagedAgentsCredentialValidationStatus
from ...responses.vaults import DeletedCredential as BetaManagedAgentsDeletedCredential
from ...responses.vaults import EnvironmentVariableAuthResponse as BetaManagedAgentsEnvironmentVariableAuthResponse
from ...responses.vaults import InjectionLocationResponse as BetaManagedAgentsInjectionLocationResponse
from ...responses.vaults import (
    LimitedCredentialNetworkingResponse as BetaManagedAgentsLimitedCredentialNetworkingResponse,
)
from ...responses.vaults import MCPOAuthAuthResponse as BetaManagedAgentsMCPOAuthAuthResponse
from ...responses.vaults import MCPOAuthRefreshResponse as BetaManagedAgentsMCPOAuthRefreshResponse
from ...responses.vaults import MCPProbe as BetaManagedAgentsMCPProbe
from ...responses.vaults import RefreshHTTPResponse as BetaManagedAgentsRefreshHTTPResponse
from ...responses.vaults import RefreshObject as BetaManagedAgentsRefreshObject
from ...responses.vaults import StaticBearerAuthResponse as BetaManagedAgentsStaticBearerAuthResponse
from ...responses.vaults import TokenEndpointAuthBasicResponse as BetaManagedAgentsTokenEndpointAuthBasicResponse
from ...responses.vaults import TokenEndpointAuthNoneResponse as BetaManagedAgentsTokenEndpointAuthNoneResponse
from ...responses.vaults import TokenEndpointAuthPostResponse as BetaManagedAgentsTokenEndpointAuthPostResponse
from ...responses.vaults import (
    UnrestrictedCredentialNetworkingResponse as BetaManagedAgentsUnrestrictedCredentialNetworkingResponse,
)

__all__ = [
    "BetaManagedAgentsCredential",
    "BetaManagedAgentsCredentialNetworkingParams",
    "BetaManagedAgentsCredentialValidation",
    "BetaManagedAgentsCredentialValidationStatus",
    "BetaManagedAgentsDeletedCredential",
    "BetaManagedAgentsEnvironmentVariableAuthResponse",
    "BetaManagedAgentsEnvironmentVariableCreateParams",
    "BetaManagedAgentsEnvironmentVariableUpdateParams",
    "BetaManagedAgentsInjectionLocationParams",
    "BetaManagedAgentsInjectionLocationResponse",
    "BetaManagedAgentsInjectionLocationUpdateParams",
    "BetaManagedAgentsLimitedCredentialNetworkingParams",
    "BetaManagedAgentsLimitedCredentialNetworkingResponse",
    "BetaManagedAgentsMCPOAuthAuthResponse",
    "BetaManagedAgentsMCPOAuthCreateParams",
    "BetaManagedAgentsMCPOAuthRefreshParams",
    "BetaManagedAgentsMCPOAuthRefreshResponse",
    "BetaManagedAgentsMCPOAuthRefreshUpdateParams",
    "BetaManagedAgentsMCPOAuthUpdateParams",
    "BetaManagedAgentsMCPProbe",
    "BetaManagedAgentsRefreshHTTPResponse",
    "BetaManagedAgentsRefreshObject",
    "BetaManagedAgentsStaticBearerAuthResponse",
    "BetaManagedAgentsStaticBearerCreateParams",
    "BetaManagedAgentsStaticBearerUpdateParams",
    "BetaManagedAgentsTokenEndpointAuthBasicParam",
    "BetaManagedAgentsTokenEndpointAuthBasicResponse",
    "BetaManagedAgentsTokenEndpointAuthBasicUpdateParam",
    "BetaManagedAgentsTokenEndpointAuthNoneParam",
    "BetaManagedAgentsTokenEndpointAuthNoneResponse",
    "BetaManagedAgentsTokenEndpointAuthPostParam",
    "BetaManagedAgentsTokenEndpointAuthPostResponse",
    "BetaManagedAgentsTokenEndpointAuthPostUpdateParam",
    "BetaManagedAgentsUnrestrictedCredentialNetworkingParams",
    "BetaManagedAgentsUnrestrictedCredentialNetworkingResponse",
    "CredentialCreateParams",
    "CredentialListParams",
    "CredentialUpdateParams",
]
