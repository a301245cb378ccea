"""What the API returns: federation.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class JWKSDiscovery(Model):
    type: Literal["discovery"]
    ca_cert_pem: str | None = None
    discovery_base: str | None = None


class JWKSExplicitURL(Model):
    type: Literal["explicit_url"]
    url: str
    ca_cert_pem: str | None = None


class JWKSInline(Model):
    keys: list[dict[str, object]]
    type: Literal["inline"]


FederationIssuerJWKS: TypeAlias = Annotated[JWKSDiscovery | JWKSExplicitURL | JWKSInline, Tagged("type")]
"""One of these; `type` tells which."""


class FederationIssuerPollStatus(Model):
    consecutive_failures: int
    last_fetched_at: datetime | None = None
    next_poll_at: datetime | None = None


class FederationIssuer(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    archived_by_actor_id: str | None = None
    check_jti: bool
    created_at: datetime
    created_by_actor_id: str | None = None
    issuer_url: str
    jwks: FederationIssuerJWKS
    jwks_polling_disabled_at: datetime | None = None
    max_jwt_lifetime_seconds: int
    name: str
    poll_status: FederationIssuerPollStatus | None = None
    type: Literal["federation_issuer"]
    updated_at: datetime
    updated_by_actor_id: str | None = None


class FederationRuleMatch(Model):
    audience: str | None = None
    claims: dict[str, str] | None = None
    condition: str | None = None
    subject_prefix: str | None = None


class ServiceAccountTarget(Model):
    service_account_id: str
    type: Literal["service_account"]
    service_account_name: str | None = None


class FederationRule(Model):
    id: str
    applies_to_all_workspaces: bool
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    archived_by_actor_id: str | None = None
    created_at: datetime
    created_by_actor_id: str | None = None
    description: str | None = None
    issuer_id: str
    issuer_name: str | None = None
    match: FederationRuleMatch
    name: str
    oauth_scope: str
    target: ServiceAccountTarget
    token_lifetime_seconds: int
    type: Literal["federation_rule"]
    updated_at: datetime
    updated_by_actor_id: str | None = None
    workspace_ids: list[str]
    attributes: dict[str, str] | None = None
    """Beta."""

    workspace_id: str | None = None
    """Beta."""


class FederationRuleWorkspace(Model):
    created_at: datetime
    created_by_actor_id: str | None = None
    federation_rule_id: str
    type: Literal["federation_rule_workspace"]
    workspace_id: str
    workspace_name: str | None = None


class FederationRuleWorkspaceRemoveResponse(Model):
    federation_rule_id: str
    type: Literal["federation_rule_workspace_deleted"]
    workspace_id: str
