"""What the API takes: vaults.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import WorkspaceOptions


class TokenEndpointAuthNoneParam(TypedDict, total=False):
    type: Required[Literal["none"]]


class TokenEndpointAuthBasicParam(TypedDict, total=False):
    client_secret: Required[str]
    type: Required[Literal["client_secret_basic"]]


class TokenEndpointAuthPostParam(TypedDict, total=False):
    client_secret: Required[str]
    type: Required[Literal["client_secret_post"]]


MCPOAuthRefreshParamsTokenEndpointAuth: TypeAlias = Annotated[
    TokenEndpointAuthNoneParam | TokenEndpointAuthBasicParam | TokenEndpointAuthPostParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPOAuthRefreshParams(TypedDict, total=False):
    client_id: Required[str]
    refresh_token: Required[str]
    token_endpoint: Required[str]
    token_endpoint_auth: Required[MCPOAuthRefreshParamsTokenEndpointAuth]
    resource: str | None
    scope: str | None


class MCPOAuthCreateParams(TypedDict, total=False):
    access_token: Required[str]
    mcp_server_url: Required[str]
    type: Required[Literal["mcp_oauth"]]
    expires_at: str | datetime | None
    refresh: MCPOAuthRefreshParams | None


class StaticBearerCreateParams(TypedDict, total=False):
    token: Required[str]
    mcp_server_url: Required[str]
    type: Required[Literal["static_bearer"]]


class UnrestrictedCredentialNetworkingParams(TypedDict, total=False):
    type: Required[Literal["unrestricted"]]


class LimitedCredentialNetworkingParams(TypedDict, total=False):
    allowed_hosts: Required[Sequence[str]]
    type: Required[Literal["limited"]]


CredentialNetworkingParams: TypeAlias = Annotated[
    UnrestrictedCredentialNetworkingParams | LimitedCredentialNetworkingParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class InjectionLocationParams(TypedDict, total=False):
    body: bool
    header: bool


class EnvironmentVariableCreateParams(TypedDict, total=False):
    networking: Required[CredentialNetworkingParams]
    secret_name: Required[str]
    secret_value: Required[str]
    type: Required[Literal["environment_variable"]]
    injection_location: InjectionLocationParams


CredentialCreateParamsAuth: TypeAlias = Annotated[
    MCPOAuthCreateParams | StaticBearerCreateParams | EnvironmentVariableCreateParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class TokenEndpointAuthBasicUpdateParam(TypedDict, total=False):
    type: Required[Literal["client_secret_basic"]]
    client_secret: str | None


class TokenEndpointAuthPostUpdateParam(TypedDict, total=False):
    type: Required[Literal["client_secret_post"]]
    client_secret: str | None


MCPOAuthRefreshUpdateParamsTokenEndpointAuth: TypeAlias = Annotated[
    TokenEndpointAuthBasicUpdateParam | TokenEndpointAuthPostUpdateParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPOAuthRefreshUpdateParams(TypedDict, total=False):
    refresh_token: str | None
    scope: str | None
    token_endpoint_auth: MCPOAuthRefreshUpdateParamsTokenEndpointAuth


class MCPOAuthUpdateParams(TypedDict, total=False):
    type: Required[Literal["mcp_oauth"]]
    access_token: str | None
    expires_at: str | datetime | None
    refresh: MCPOAuthRefreshUpdateParams | None


class StaticBearerUpdateParams(TypedDict, total=False):
    type: Required[Literal["static_bearer"]]
    token: str | None


class InjectionLocationUpdateParams(TypedDict, total=False):
    body: bool
    header: bool


class EnvironmentVariableUpdateParams(TypedDict, total=False):
    type: Required[Literal["environment_variable"]]
    injection_location: InjectionLocationUpdateParams
    networking: CredentialNetworkingParams | None
    secret_value: str | None


CredentialUpdateParamsAuth: TypeAlias = Annotated[
    MCPOAuthUpdateParams | StaticBearerUpdateParams | EnvironmentVariableUpdateParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class VaultListParamsBase(TypedDict, total=False):
    """The query of `vaults.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class VaultListParams(VaultListParamsBase, WorkspaceOptions, total=False):
    """What `vaults.list` takes, and the options of the call."""


class VaultCreateParamsBase(TypedDict, total=False):
    """The body of `vaults.create`."""

    display_name: Required[str]
    metadata: Mapping[str, str] | None


class VaultCreateParams(VaultCreateParamsBase, WorkspaceOptions, total=False):
    """What `vaults.create` takes, and the options of the call."""


class VaultUpdateParamsBase(TypedDict, total=False):
    """The body of `vaults.update`."""

    display_name: str | None
    metadata: Mapping[str, str | None] | None


class VaultUpdateParams(VaultUpdateParamsBase, WorkspaceOptions, total=False):
    """What `vaults.update` takes, and the options of the call."""


class CredentialListParamsBase(TypedDict, total=False):
    """The query of `vaults.credentials.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class CredentialListParams(CredentialListParamsBase, WorkspaceOptions, total=False):
    """What `vaults.credentials.list` takes, and the options of the call."""


class CredentialCreateParamsBase(TypedDict, total=False):
    """The body of `vaults.credentials.create`."""

    auth: Required[CredentialCreateParamsAuth]
    """The secret itself, which is never shown again, and how it is used."""

    display_name: str | None
    metadata: Mapping[str, str] | None
    """Texts of your own by name."""


class CredentialCreateParams(CredentialCreateParamsBase, WorkspaceOptions, total=False):
    """What `vaults.credentials.create` takes, and the options of the call."""


class CredentialUpdateParamsBase(TypedDict, total=False):
    """The body of `vaults.credentials.update`."""

    auth: CredentialUpdateParamsAuth | None
    display_name: str | None
    metadata: Mapping[str, str | None] | None


class CredentialUpdateParams(CredentialUpdateParamsBase, WorkspaceOptions, total=False):
    """What `vaults.credentials.update` takes, and the options of the call."""
