"""What an organization has beside its members: groups, service accounts, federation, keys, storage and the like."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from ...types.params.compliance_settings import ComplianceSettingUpdateParamsBase
from ..call import Call, Endpoint
from ..errors import Refusal, invalid, not_found
from ..json_utils import Object, member
from ..organization import USER, WORKSPACE
from ..pages import page_by_token
from ..plain_objects import Kind
from ..response_shapes import param_type

_ROOT: Final = "/v1/organizations"
_MINUTES_15: Final = 900
_COMPLIANCE: Final = "compliance_settings"

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

# People join by an invite that they accept, which no call does.
USERS: Final = Kind(
    USER, f"{_ROOT}/users", "user_id", "user", "OrganizationUser", "User", actions=(), defaults={"role": "user"},
    seeded=lambda state: {"added_at": state.timestamp()},
)  # fmt: skip

# ---- roles


class Roles(Kind):
    """Roles: those that every organization has, and those that people make in the console."""

    def check_parent(self, call: Call) -> None:
        """Let the built-in ones be there."""
        super().check_parent(call)
        if call.state.store.count(self.type) == 0:
            for name, actions in _BUILT_IN_ROLES.items():
                role = self.seed(call.state, {"display_name": name, "source": {"type": "built_in"}})
                for action in actions:
                    resource = {"type": "organization", "organization_id": call.state.organization_id}
                    permission = {"rbac_role_id": role["id"], "action": action, "resource": resource}
                    RBAC_ROLE_PERMISSIONS.seed(call.state, permission)


_BUILT_IN_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "User": ("workbench:use",),
    "Billing": ("workbench:use", "billing:manage"),
    "Admin": ("workbench:use", "billing:manage", "members:manage", "api_keys:manage"),
}
RBAC_ROLES: Final = Roles(
    "rbac_role", f"{_ROOT}/rbac_roles", "rbac_role_id", "rbacrole", "RBACRole", "RBACRole",
    actions=("list", "retrieve"), defaults={"source": {"type": "custom"}}, omit=("name",),
    missing_code="rbac_role_not_found",
)  # fmt: skip
RBAC_ROLE_PERMISSIONS: Final = Kind(
    "rbac_role_permission", f"{RBAC_ROLES.path}/{{rbac_role_id}}/permissions", "", "rbacperm", "RBACRolePermission",
    "RBACRolePermission", parent=RBAC_ROLES, actions=("list",), key="",
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


# The same seen from the workspace.


async def list_accounts_of_workspace(call: Call) -> Object:
    """The service accounts in a workspace, the newest first."""
    id = _workspace_id(call)
    accounts = call.state.store.all(SERVICE_ACCOUNTS.type)[::-1]
    found = (call.state.store.get(SERVICE_ACCOUNT_WORKSPACES.type, id, each["id"]) for each in accounts)
    return page_by_token(call, [each for each in found if each is not None])


async def add_account_to_workspace(call: Call) -> Object:
    """Add a service account to a workspace."""
    id = _workspace_id(call)
    body = await call.body(param_type("WorkspaceServiceAccountAddParamsBase"))
    account = SERVICE_ACCOUNTS.get(call, body["service_account_id"])
    SERVICE_ACCOUNTS.check_is_open(account)
    given = {**body, "workspace_id": id, "implicit": False, "created_by_actor_id": call.key.id}
    return _keep_account(call, SERVICE_ACCOUNT_WORKSPACES.fill(given))


async def retrieve_account_of_workspace(call: Call) -> Object:
    """What a service account is in a workspace."""
    id, account_id = _workspace_id(call), call.path("service_account_id")
    found = call.state.store.get(SERVICE_ACCOUNT_WORKSPACES.type, id, account_id)
    if found is None:
        raise not_found(f"Service account {account_id} is not in the workspace {id}")
    return found


async def update_account_of_workspace(call: Call) -> Object:
    """Give a service account another role in a workspace."""
    found = await retrieve_account_of_workspace(call)
    return _keep_account(call, {**found, **await call.body(param_type("WorkspaceServiceAccountUpdateParamsBase"))})


async def remove_account_of_workspace(call: Call) -> Object:
    """Take a service account out of a workspace."""
    found = await retrieve_account_of_workspace(call)
    ids = {name: found[name] for name in ("service_account_id", "workspace_id")}
    call.state.store.delete(SERVICE_ACCOUNT_WORKSPACES.type, ids["workspace_id"], ids["service_account_id"])
    return {"type": f"{SERVICE_ACCOUNT_WORKSPACES.type}_deleted", **ids}


def _workspace_id(call: Call) -> str:
    id = call.path("workspace_id")
    if call.state.store.get(WORKSPACE, id) is None:
        raise not_found(f"Workspace not found: {id}")
    return id


def _keep_account(call: Call, found: Object) -> Object:
    call.state.store.put(SERVICE_ACCOUNT_WORKSPACES.type, found["workspace_id"], found, found["service_account_id"])
    return found


_ACCOUNTS_OF_WORKSPACE: Final = f"{_ROOT}/workspaces/{{workspace_id}}/service_accounts"


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
    found = EXTERNAL_STORAGE.find(call)
    found["status"] = {"type": "active", "healthy": True, "last_checked_at": call.state.timestamp()}
    EXTERNAL_STORAGE.put(call, found)
    return found


def _listed(body: Object) -> list[str]:
    """The workspaces that a destination is given by name."""
    return cast("list[str]", member(body, "workspaces").get("workspace_ids") or [])


def _make_destination(call: Call, body: Object) -> Mapping[str, Any]:
    _check_listed(call, body)
    traces = {name: value for name, value in member(body, "traces").items() if value is not None}
    return {
        "header_names": sorted(member(body, "headers")),
        "traces": {"enabled": True, "content_mode": "metadata_only", **traces},
    }


def _check_listed(call: Call, body: Object) -> None:
    for id in _listed(body):
        call.state.workspace(id)  # refuses one that is not there


def _change_destination(call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    _check_listed(call, body)
    changed: Object = {}
    if "headers" in body:
        changed["header_names"] = sorted(member(body, "headers"))
    if body.get("traces") is not None:
        changed["traces"] = {**found["traces"], **body["traces"]}
    return changed


class Destinations(Kind):
    """Telemetry destinations, which can be listed by the workspaces that they cover."""

    async def create(self, call: Call) -> Object:
        """Make a destination, with the workspaces that it includes or excludes."""
        made = await super().create(call)
        self._keep_listed(call, made, await call.object())
        return made

    async def update(self, call: Call) -> Object:
        """Change a destination; workspaces that are given take the place of those before."""
        changed = await super().update(call)
        self._keep_listed(call, changed, await call.object())
        return changed

    def _keep_listed(self, call: Call, found: Object, body: Object) -> None:
        if body.get("workspaces") is None:
            return
        kind = TELEMETRY_WORKSPACES
        call.state.store.delete_below(kind.type, found["id"])
        for id in _listed(body):
            at = {"created_at": call.state.timestamp(), "updated_at": call.state.timestamp()}
            kept = {"workspace_id": id, "telemetry_destination_id": found["id"], "type": kind.type, **at}
            call.state.store.put(kind.type, id, kind.fill(kept), found["id"])

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for. A workspace that is not there is covered by none."""
        fits, wanted = super().filters(call), call.queries("workspace_ids")
        known = [id for id in wanted if call.state.store.get(WORKSPACE, id)]

        def covers(each: Object) -> bool:
            listed = {below["workspace_id"] for below in call.state.store.all(TELEMETRY_WORKSPACES.type, each["id"])}
            kind = each["workspaces"]["type"]
            return any(kind == "all" or (id in listed) == (kind == "include") for id in known)

        return lambda each: fits(each) and (not wanted or covers(each))


# Headers carry tokens: only their names are kept.
TELEMETRY_DESTINATIONS: Final = Destinations(
    "telemetry_destination", f"{_ROOT}/telemetry_destinations", "destination_id", "teldst", "TelemetryDestination",
    "TelemetryDestination", beta="telemetry-destinations-2026-08-11",
    actions=("create", "list", "retrieve", "update", "delete"), make=_make_destination, change=_change_destination,
    defaults={"state": {"type": "enabled"}},
)  # fmt: skip


async def try_destination(call: Call) -> Object:
    """Whether a destination takes what it is sent: nothing is sent from here, so it does while it is enabled."""
    found = TELEMETRY_DESTINATIONS.find(call)
    is_on = found["state"]["type"] == "enabled"
    result = {"type": "success"} if is_on else {"type": "failure", "error": "the destination is disabled"}
    return {"type": "telemetry_destination_test", "result": result}


class DestinationWorkspaces(Kind):
    """Workspaces that a destination includes or excludes, each named by the path."""

    async def update(self, call: Call) -> Object:
        """Add a workspace; once more does nothing."""
        self.check_parent(call)
        workspace = call.state.workspace(call.path(self.parameter))
        known = call.state.store.get(self.type, workspace["id"], self.parent_id(call))
        if known is None:
            known = self.new(call, {"workspace_id": workspace["id"], "telemetry_destination_id": self.parent_id(call)})
            self.put(call, known)
        return known

    async def delete(self, call: Call) -> Object:
        """Take a workspace away."""
        gone = await super().delete(call)
        return {
            "type": gone["type"],
            "workspace_id": gone["workspace_id"],
            "telemetry_destination_id": self.parent_id(call),
        }


TELEMETRY_WORKSPACES: Final = DestinationWorkspaces(
    "telemetry_destination_workspace", f"{TELEMETRY_DESTINATIONS.path}/{{destination_id}}/workspaces", "workspace_id",
    "", "TelemetryDestinationWorkspace", "TelemetryDestinationWorkspace",
    parent=TELEMETRY_DESTINATIONS, key="workspace_id", beta=TELEMETRY_DESTINATIONS.beta,
    actions=("list", "update", "delete"),
)  # fmt: skip

# ---- compliance, and people


async def retrieve_compliance_settings(call: Call) -> Object:
    """Whether the organization's activity is kept for compliance."""
    return call.state.store.get(_COMPLIANCE, "") or {"type": _COMPLIANCE, "state": {"type": "disabled"}}


async def update_compliance_settings(call: Call) -> Object:
    """Switch that on or off."""
    body = await call.body(ComplianceSettingUpdateParamsBase)
    changed: Object = {"type": _COMPLIANCE, "state": {"type": body["state"]["type"]}}
    call.state.store.put(_COMPLIANCE, "", changed)
    return changed


async def sign_out(call: Call) -> Object:
    """End the sessions of a user."""
    found = call.state.store.get(USER, call.path("user_id"))
    if found is None:
        raise not_found(f"User not found: {call.path('user_id')}")
    if found["role"] == "primary_owner":
        raise Refusal(403, "The primary owner can not be signed out", error_code="cannot_sign_out_primary_owner")
    return found


# ---- webhooks


async def create_webhook(call: Call) -> Object:
    """Register an endpoint; its signing secret is told here, and never again."""
    made = await WEBHOOKS.create(call)
    return {**made, "signing_secret": _new_secret()}


async def regenerate_webhook_secret(call: Call) -> Object:
    """Another signing secret in place of the one there is."""
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
    *RBAC_ROLES.endpoints(),
    *RBAC_ROLE_PERMISSIONS.endpoints(),
    *SERVICE_ACCOUNTS.endpoints(),
    *SERVICE_ACCOUNT_WORKSPACES.endpoints(),
    Endpoint("GET", _ACCOUNTS_OF_WORKSPACE, list_accounts_of_workspace),
    Endpoint("POST", _ACCOUNTS_OF_WORKSPACE, add_account_to_workspace),
    Endpoint("GET", f"{_ACCOUNTS_OF_WORKSPACE}/{{service_account_id}}", retrieve_account_of_workspace),
    Endpoint("POST", f"{_ACCOUNTS_OF_WORKSPACE}/{{service_account_id}}", update_account_of_workspace),
    Endpoint("DELETE", f"{_ACCOUNTS_OF_WORKSPACE}/{{service_account_id}}", remove_account_of_workspace),
    *FEDERATION_ISSUERS.endpoints(),
    *FEDERATION_RULES.endpoints(),
    *FEDERATION_RULE_WORKSPACES.endpoints(),
    *EXTERNAL_KEYS.endpoints(),
    EXTERNAL_KEYS.on_one("POST", validate_external_key, "/validate"),
    *EXTERNAL_STORAGE.endpoints(),
    EXTERNAL_STORAGE.on_one("POST", activate_external_storage, "/activate"),
    *TELEMETRY_DESTINATIONS.endpoints(),
    *TELEMETRY_WORKSPACES.endpoints(),
    TELEMETRY_DESTINATIONS.on_one("POST", try_destination, "/test"),
    Endpoint("GET", f"{_ROOT}/compliance_settings", retrieve_compliance_settings),
    Endpoint("POST", f"{_ROOT}/compliance_settings", update_compliance_settings),
    Endpoint("POST", f"{_ROOT}/users/{{user_id}}/sign_out", sign_out, betas=("admin-user-sign-out-2026-10-08",)),
    *WEBHOOKS.endpoints(),
    WEBHOOKS.on_all("POST", create_webhook),
    WEBHOOKS.on_one("POST", regenerate_webhook_secret, "/regenerate_signing_secret"),
)
SEEDED: Final = (USERS, RBAC_ROLES, RBAC_ROLE_PERMISSIONS)
