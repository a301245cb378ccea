"""What the API returns: vaults.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class Vault(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    display_name: str
    metadata: dict[str, str]
    type: Literal["vault"]
    updated_at: datetime


class DeletedVault(Model):
    id: str
    type: Literal["vault_deleted"]


class TokenEndpointAuthNoneResponse(Model):
    type: Literal["none"]


class TokenEndpointAuthBasicResponse(Model):
    type: Literal["client_secret_basic"]


class TokenEndpointAuthPostResponse(Model):
    type: Literal["client_secret_post"]


MCPOAuthRefreshResponseTokenEndpointAuth: TypeAlias = Annotated[
    TokenEndpointAuthNoneResponse | TokenEndpointAuthBasicResponse | TokenEndpointAuthPostResponse, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPOAuthRefreshResponse(Model):
    client_id: str
    token_endpoint: str
    token_endpoint_auth: MCPOAuthRefreshResponseTokenEndpointAuth
    resource: str | None = None
    scope: str | None = None


class MCPOAuthAuthResponse(Model):
    mcp_server_url: str
    type: Literal["mcp_oauth"]
    expires_at: datetime | None = None
    refresh: MCPOAuthRefreshResponse | None = None


class StaticBearerAuthResponse(Model):
    mcp_server_url: str
    type: Literal["static_bearer"]


class InjectionLocationResponse(Model):
    body: bool
    header: bool


class UnrestrictedCredentialNetworkingResponse(Model):
    type: Literal["unrestricted"]


class LimitedCredentialNetworkingResponse(Model):
    allowed_hosts: list[str]
    type: Literal["limited"]


EnvironmentVariableAuthResponseNetworking: TypeAlias = Annotated[
    UnrestrictedCredentialNetworkingResponse | LimitedCredentialNetworkingResponse, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class EnvironmentVariableAuthResponse(Model):
    injection_location: InjectionLocationResponse
    networking: EnvironmentVariableAuthResponseNetworking
    secret_name: str
    type: Literal["environment_variable"]


CredentialAuth: TypeAlias = Annotated[
    MCPOAuthAuthResponse | StaticBearerAuthResponse | EnvironmentVariableAuthResponse, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class Credential(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    auth: CredentialAuth
    created_at: datetime
    metadata: dict[str, str]
    type: Literal["vault_credential"]
    updated_at: datetime
    vault_id: str
    display_name: str | None = None


class DeletedCredential(Model):
    id: str
    type: Literal["vault_credential_deleted"]


class RefreshHTTPResponse(Model):
    body: str
    body_truncated: bool
    content_type: str
    status_code: int


class MCPProbe(Model):
    http_response: RefreshHTTPResponse | None = None
    method: str


class RefreshObject(Model):
    http_response: RefreshHTTPResponse | None = None
    status: Literal["succeeded", "failed", "connect_error", "no_refresh_token"]


CredentialValidationStatus: TypeAlias = Literal["valid", "invalid", "unknown"]
"""One of these, or another that came later. Beta."""


class CredentialValidation(Model):
    credential_id: str
    has_refresh_token: bool
    mcp_probe: MCPProbe | None = None
    refresh: RefreshObject | None = None
    status: CredentialValidationStatus
    type: Literal["vault_credential_validation"]
    validated_at: datetime
    vault_id: str
