"""What the API takes: federation.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..request_options import RequestOptions


class JWKSDiscoveryParam(TypedDict, total=False):
    type: Required[Literal["discovery"]]
    ca_cert_pem: str | None
    discovery_base: str | None


class JWKSExplicitURLParam(TypedDict, total=False):
    type: Required[Literal["explicit_url"]]
    url: Required[str]
    ca_cert_pem: str | None


class JWKSInlineParam(TypedDict, total=False):
    keys: Required[IterableParam[Mapping[str, object]]]
    type: Required[Literal["inline"]]


IssuerCreateParamsJWKS: TypeAlias = Annotated[
    JWKSDiscoveryParam | JWKSExplicitURLParam | JWKSInlineParam, Tagged("type")
]
"""One of these; `type` tells which."""


IssuerUpdateParamsJWKS: TypeAlias = Annotated[
    JWKSDiscoveryParam | JWKSExplicitURLParam | JWKSInlineParam, Tagged("type")
]
"""One of these; `type` tells which."""


class FederationRuleMatchParam(TypedDict, total=False):
    audience: str | None
    claims: Mapping[str, str] | None
    condition: str | None
    subject_prefix: str | None


class ServiceAccountTargetParam(TypedDict, total=False):
    service_account_id: Required[str]
    type: Required[Literal["service_account"]]
    service_account_name: str | None


class IssuerListParamsBase(TypedDict, total=False):
    """The query of `admin.federation.issuers.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class IssuerListParams(IssuerListParamsBase, RequestOptions, total=False):
    """What `admin.federation.issuers.list` takes, and the options of the call."""


class IssuerCreateParamsBase(TypedDict, total=False):
    """The body of `admin.federation.issuers.create`."""

    issuer_url: Required[str]
    """The `iss` of its tokens."""

    name: Required[str]
    check_jti: bool | None
    """Take each token once."""

    jwks: IssuerCreateParamsJWKS | None
    """Its keys, where they are not found at the URL."""

    max_jwt_lifetime_seconds: int | None
    """Tokens that last longer are refused."""


class IssuerCreateParams(IssuerCreateParamsBase, RequestOptions, total=False):
    """What `admin.federation.issuers.create` takes, and the options of the call."""


class IssuerUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.federation.issuers.update`."""

    check_jti: bool | None
    issuer_url: str | None
    jwks: IssuerUpdateParamsJWKS | None
    jwks_polling_disabled: bool | None
    max_jwt_lifetime_seconds: int | None
    name: str | None


class IssuerUpdateParams(IssuerUpdateParamsBase, RequestOptions, total=False):
    """What `admin.federation.issuers.update` takes, and the options of the call."""


class RuleListParamsBase(TypedDict, total=False):
    """The query of `admin.federation.rules.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    issuer_id: str | None
    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class RuleListParams(RuleListParamsBase, RequestOptions, total=False):
    """What `admin.federation.rules.list` takes, and the options of the call."""


class RuleCreateParamsBase(TypedDict, total=False):
    """The body of `admin.federation.rules.create`."""

    issuer_id: Required[str]
    match: Required[FederationRuleMatchParam]
    """Which tokens of the issuer the rule is for."""

    name: Required[str]
    oauth_scope: Required[str]
    target: Required[ServiceAccountTargetParam]
    """The service account that they act as."""

    applies_to_all_workspaces: bool | None
    description: str | None
    token_lifetime_seconds: int | None
    """Seconds that a token lasts that is given for one of them."""

    workspace_id: str | None
    attributes: Mapping[str, str] | None
    """Beta."""


class RuleCreateParams(RuleCreateParamsBase, RequestOptions, total=False):
    """What `admin.federation.rules.create` takes, and the options of the call."""


class RuleUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.federation.rules.update`."""

    applies_to_all_workspaces: bool | None
    description: str | None
    match: FederationRuleMatchParam | None
    name: str | None
    oauth_scope: str | None
    target: ServiceAccountTargetParam | None
    token_lifetime_seconds: int | None
    workspace_id: str | None
    attributes: Mapping[str, str] | None
    """Beta."""


class RuleUpdateParams(RuleUpdateParamsBase, RequestOptions, total=False):
    """What `admin.federation.rules.update` takes, and the options of the call."""


class RuleWorkspaceListParamsBase(TypedDict, total=False):
    """The query of `admin.federation.rules.workspaces.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class RuleWorkspaceListParams(RuleWorkspaceListParamsBase, RequestOptions, total=False):
    """What `admin.federation.rules.workspaces.list` takes, and the options of the call."""


class RuleWorkspaceAddParamsBase(TypedDict, total=False):
    """The body of `admin.federation.rules.workspaces.add`."""

    workspace_id: Required[str]


class RuleWorkspaceAddParams(RuleWorkspaceAddParamsBase, RequestOptions, total=False):
    """What `admin.federation.rules.workspaces.add` takes, and the options of the call."""
