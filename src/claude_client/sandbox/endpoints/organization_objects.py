"""What an organization has beside its members: groups, service accounts, federation, keys, storage and the like."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, Final

from ..call import Call, Endpoint
from ..errors import invalid, not_found
from ..json_utils import Object, member, now, timestamp
from ..organization import USER
from ..plain_objects import Kind
from ..response_shapes import param_type

_ROOT: Final = "/v1/organizations"
_MINUTES_15: Final = 900

# ---- groups


def _make_member(call: Call, body: Object) -> Mapping[str, Any]:
    user = call.state.store.get(USER, body["user_id"])
    if user is None:
        raise not_found(f"User not found: {body['user_id']}")
    if call.state.store.get(RBAC_GROUP_MEMBERS.type, user["id"], RBAC_GROUP_MEMBERS.parent_id(call)):
        raise invalid(f"User {user['id']} is a member of the group already", error_code="already_member")
    return {"email": user["email"]}


RBAC_GROUPS: Final = Kind(
    "rbac_group", f"{_ROOT}/rbac_groups", "rbac_group_id", "rbacgrp", "RBACGroup", "RBACGroup",
    actions=("create", "list", "retrieve", "update", "delete"), unique="name",
    defaults={"source_type": "direct", "role_ids": []},
)  # fmt: skip


class Added(Kind):
    """What is added to an object and removed from it, by the id of what is added."""

    async def create(self, call: Call) -> Object:
        """Add it."""
        self.check_beta(call)
        self.check_parent_is_open(call)
        body = await call.body(self.added_shape)
        made = self.new(call, body)
        self.put(call, made)
        return made

    @property
    def added_shape(self) -> Any:
        """The parameter type of the body."""
        return param_type(f"{self.params}AddParamsBase")


RBAC_GROUP_MEMBERS: Final = Added(
    "rbac_group_member", f"{RBAC_GROUPS.path}/{{rbac_group_id}}/members", "user_id", "", "RBACGroupMember",
    "RBACGroupMember", parent=RBAC_GROUPS, key="user_id", actions=("create", "list", "delete"), make=_make_member,
)  # fmt: skip

# ---- service accounts and federation

SERVICE_ACCOUNTS: Final = Kind(
    "service_account", f"{_ROOT}/service_accounts", "service_account_id", "svcacct", "ServiceAccount", "ServiceAccount",
    actions=("create", "list", "retrieve", "update", "archive"), unique="name",
    defaults={"organization_role": "developer"},
)  # fmt: skip


def _make_in_workspace(call: Call, body: Object) -> Mapping[str, Any]:
    workspace = call.state.workspace(body["workspace_id"])
    return {"implicit": False, "workspace_name": workspace["name"]}


SERVICE_ACCOUNT_WORKSPACES: Final = Added(
    "service_account_workspace_member", f"{SERVICE_ACCOUNTS.path}/{{service_account_id}}/workspaces", "workspace_id",
    "", "ServiceAccountWorkspaceMember", "ServiceAccountWorkspace",
    parent=SERVICE_ACCOUNTS, key="workspace_id", actions=("create", "list", "delete"), make=_make_in_workspace,
)  # fmt: skip


def _name_of_issuer(call: Call, body: Object) -> Mapping[str, Any]:
    issuer = FEDERATION_ISSUERS.get(call, body["issuer_id"])
    FEDERATION_ISSUERS.check_is_open(issuer)
    account = SERVICE_ACCOUNTS.get(call, body["target"]["service_account_id"])
    workspace_id = body.get("workspace_id")
    return {
        "issuer_name": issuer["name"],
        "target": {**body["target"], "service_account_name": account["name"]},
        "workspace_ids": [workspace_id] if workspace_id else [],
    }


FEDERATION_ISSUERS: Final = Kind(
    "federation_issuer", f"{_ROOT}/federation_issuers", "federation_issuer_id", "fediss", "FederationIssuer", "Issuer",
    actions=("create", "list", "retrieve", "update", "archive"), unique="name",
    defaults={"jwks": {"type": "discovery"}, "max_jwt_lifetime_seconds": _MINUTES_15, "check_jti": False},
)  # fmt: skip
FEDERATION_RULES: Final = Kind(
    "federation_rule", f"{_ROOT}/federation_rules", "federation_rule_id", "fedrule", "FederationRule", "Rule",
    actions=("create", "list", "retrieve", "update", "archive"), unique="name", make=_name_of_issuer,
    defaults={"token_lifetime_seconds": _MINUTES_15, "applies_to_all_workspaces": False},
)  # fmt: skip
FEDERATION_RULE_WORKSPACES: Final = Added(
    "federation_rule_workspace", f"{FEDERATION_RULES.path}/{{federation_rule_id}}/workspaces", "workspace_id", "",
    "FederationRuleWorkspace", "RuleWorkspace",
    parent=FEDERATION_RULES, key="workspace_id", actions=("create", "list", "delete"), make=_make_in_workspace,
)  # fmt: skip

# ---- keys, storage, telemetry

EXTERNAL_KEYS: Final = Kind(
    "external_key", f"{_ROOT}/external_keys", "external_key_id", "extkey", "ExternalKey", "ExternalKey",
    actions=("create", "list", "retrieve", "update", "delete"),
    defaults={"geo": "us", "attachment": {"type": "unattached"}},
)  # fmt: skip
EXTERNAL_STORAGE: Final = Kind(
    "external_storage", f"{_ROOT}/external_storage", "external_storage_id", "extstor", "ExternalStorage",
    "ExternalStorage", beta="efs-2026-10-01", actions=("create", "list", "retrieve", "update", "delete"),
    defaults={"status": {"type": "pending_configuration"}},
)  # fmt: skip


async def validate_external_key(call: Call) -> Object:
    """Whether a key can be used: nobody stands in the way of one here."""
    EXTERNAL_KEYS.find(call)
    return {"type": "external_key_validation", "status": "success", "error": None}


async def activate_external_storage(call: Call) -> Object:
    """Let files be kept in a bucket."""
    EXTERNAL_STORAGE.check_beta(call)
    found = EXTERNAL_STORAGE.find(call)
    found["status"] = {"type": "active", "healthy": True, "last_checked_at": timestamp(now())}
    EXTERNAL_STORAGE.put(call, found)
    return found


def _make_destination(_call: Call, body: Object) -> Mapping[str, Any]:
    traces = {name: value for name, value in member(body, "traces").items() if value is not None}
    return {
        "header_names": sorted(member(body, "headers")),
        "traces": {"enabled": True, "content_mode": "metadata_only", **traces},
    }


def _change_destination(_call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    changed: Object = {}
    if "headers" in body:
        changed["header_names"] = sorted(member(body, "headers"))
    if body.get("traces") is not None:
        changed["traces"] = {**found["traces"], **body["traces"]}
    return changed


# Headers carry tokens: only their names are kept.
TELEMETRY_DESTINATIONS: Final = Kind(
    "telemetry_destination", f"{_ROOT}/telemetry_destinations", "destination_id", "teldst", "TelemetryDestination",
    "TelemetryDestination", beta="telemetry-destinations-2026-08-11",
    actions=("create", "list", "retrieve", "update", "delete"), make=_make_destination, change=_change_destination,
    defaults={"state": {"type": "enabled"}},
)  # fmt: skip

# ---- tunnels


def _make_tunnel(_call: Call, _body: Object) -> Mapping[str, Any]:
    return {"domain": f"{secrets.token_hex(8)}.tunnels.example.com"}


TUNNELS: Final = Kind(
    "tunnel", "/v1/tunnels", "tunnel_id", "tnl", "Tunnel", "Tunnel",
    beta="mcp-tunnels-2026-06-22", actions=("create", "list", "retrieve", "archive"), make=_make_tunnel,
)  # fmt: skip

# ---- webhooks


async def create_webhook(call: Call) -> Object:
    """Register an endpoint; its signing secret is told here, and never again."""
    made = await WEBHOOKS.create(call)
    return {**made, "signing_secret": _new_secret()}


async def regenerate_webhook_secret(call: Call) -> Object:
    """Another signing secret in place of the one there is."""
    WEBHOOKS.check_beta(call)
    WEBHOOKS.find(call)
    return {"signing_secret": _new_secret()}


def _new_secret() -> str:
    return f"whsec_{secrets.token_urlsafe(24)}"


WEBHOOKS: Final = Kind(
    "webhook_endpoint", f"{_ROOT}/webhooks", "webhook_endpoint_id", "wh", "OrganizationWebhookEndpoint", "Webhook",
    beta="webhooks-2026-10-07", pages="id", actions=("list", "retrieve", "update", "delete"),
    defaults={"state": "enabled", "description": "", "disabled_reason": "", "name": ""},
)  # fmt: skip

ENDPOINTS: Final = (
    *RBAC_GROUPS.endpoints(),
    *RBAC_GROUP_MEMBERS.endpoints(),
    *SERVICE_ACCOUNTS.endpoints(),
    *SERVICE_ACCOUNT_WORKSPACES.endpoints(),
    *FEDERATION_ISSUERS.endpoints(),
    *FEDERATION_RULES.endpoints(),
    *FEDERATION_RULE_WORKSPACES.endpoints(),
    *EXTERNAL_KEYS.endpoints(),
    Endpoint("POST", f"{EXTERNAL_KEYS.path}/{{external_key_id}}/validate", validate_external_key),
    *EXTERNAL_STORAGE.endpoints(),
    Endpoint("POST", f"{EXTERNAL_STORAGE.path}/{{external_storage_id}}/activate", activate_external_storage),
    *TELEMETRY_DESTINATIONS.endpoints(),
    *TUNNELS.endpoints(),
    *WEBHOOKS.endpoints(),
    Endpoint("POST", WEBHOOKS.path, create_webhook),
    Endpoint("POST", f"{WEBHOOKS.path}/{{webhook_endpoint_id}}/regenerate_signing_secret", regenerate_webhook_secret),
)
