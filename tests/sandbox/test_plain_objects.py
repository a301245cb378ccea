"""Objects that are only kept: what every area of the API does with them in the same way, and what it does beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claude_client.sandbox import Sandbox
from claude_client.sandbox.endpoints import managed_agents, organization_objects, spend_limits, tunnels, user_profiles
from claude_client.sandbox.plain_objects import Kind

from .asking import refusal
from .conftest import HEADERS
from .facts import facts, mistakes, operation, schema
from .test_property import fitting

AGENTS = "managed-agents-2026-04-01"
MEMORY = "agent-memory-2026-07-22"
LATER = "2027-01-01T00:00:00Z"
RULE = {
    "name": "ci", "issuer_id": "{issuer}", "match": {"subject_prefix": "repo:"}, "oauth_scope": "api",
    "target": {"type": "service_account", "service_account_id": "{account}"},
}  # fmt: skip


PEM = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"


@dataclass
class Area:
    """A kind of objects: how its operations are called, where it is, and what makes and changes one."""

    id: str
    path: str
    body: dict[str, Any]
    change: dict[str, Any] | None = None
    beta: str = ""
    can: str = "list retrieve"
    key: str = "id"
    add: str = "create"
    remove: str = "delete"

    def __str__(self) -> str:
        return self.id


AREAS = [
    Area("environments", "/v1/environments", {"name": "A", "metadata": {"a": "1", "b": "2"}}, {"name": "B"}, AGENTS,
         "list retrieve archive delete"),
    Area("vaults", "/v1/vaults", {"display_name": "A"}, {"display_name": "B"}, AGENTS, "list retrieve archive delete"),
    Area("vaults.credentials", "/v1/vaults/{vault}/credentials",
         {"auth": {"type": "static_bearer", "token": "t", "mcp_server_url": "https://mcp.example.com"}},
         {"display_name": "B"}, AGENTS, "list retrieve archive delete"),
    Area("memory_stores", "/v1/memory_stores", {"name": "A"}, {"description": "B"}, MEMORY,
         "list retrieve archive delete"),
    Area("memory_stores.memories", "/v1/memory_stores/{store}/memories", {"path": "/a.md", "content": "A"},
         {"content": "B"}, MEMORY, "list retrieve delete"),
    Area("agents", "/v1/agents", {"name": "A", "model": "claude-opus-5"}, {"description": "B"}, AGENTS,
         "list retrieve archive"),
    Area("user_profiles", "/v1/user_profiles", {"name": "A"}, {"external_id": "B"}, "", "list retrieve delete"),
    Area("admin.rbac_groups", "/v1/organizations/rbac_groups", {"name": "A"}, {"name": "B"}, "", "list retrieve delete"),
    Area("admin.rbac_groups.members", "/v1/organizations/rbac_groups/{group}/members", {"user_id": "{user}"}, None, "",
         "list delete", key="user_id", add="add", remove="remove"),
    Area("admin.service_accounts", "/v1/organizations/service_accounts", {"name": "A"}, {"description": "B"}, "",
         "list retrieve archive"),
    Area("admin.service_accounts.workspaces", "/v1/organizations/service_accounts/{account}/workspaces",
         {"workspace_id": "{workspace}", "workspace_role": "workspace_developer"}, None, "", "list delete",
         key="workspace_id", add="add", remove="remove"),
    Area("admin.federation.issuers", "/v1/organizations/federation_issuers",
         {"name": "A", "issuer_url": "https://issuer.example.com"}, {"name": "B"}, "", "list retrieve archive"),
    Area("admin.federation.rules", "/v1/organizations/federation_rules", RULE, {"description": "B"}, "",
         "list retrieve archive"),
    Area("admin.federation.rules.workspaces", "/v1/organizations/federation_rules/{rule}/workspaces",
         {"workspace_id": "{workspace}"}, None, "", "list delete", key="workspace_id", add="add", remove="remove"),
    Area("admin.external_keys", "/v1/organizations/external_keys",
         {"provider_config": {"type": "gcp", "key_name": "k"}}, {"display_name": "B"}, "", "list retrieve delete"),
    Area("admin.external_storage", "/v1/organizations/external_storage",
         {"provider_config": {"type": "gcp", "bucket_name": "b", "project_number": "1", "region": "us-east1"}},
         {"display_name": "B"}, "efs-2026-10-01", "list retrieve delete"),
    Area("admin.telemetry_destinations", "/v1/organizations/telemetry_destinations",
         {"endpoint_url": "https://otel.example.com", "workspaces": {"type": "all"}, "headers": {"x-token": "t"}},
         {"display_name": "B"}, "telemetry-destinations-2026-08-11", "list retrieve delete"),
    Area("tunnels", "/v1/tunnels", {"display_name": "A"}, None, "mcp-tunnels-2026-06-22", "list retrieve archive"),
    Area("tunnels.certificates", "/v1/tunnels/{tunnel}/certificates", {"ca_certificate_pem": PEM}, None,
         "mcp-tunnels-2026-06-22", "list retrieve archive"),
    Area("admin.spend_limits", "/v1/organizations/spend_limits", {"amount": "50000", "scope": {"type": "organization"}},
         None, "spend-limit-reads-2026-09-26", "list retrieve delete", add="set"),
    Area("admin.webhooks", "/v1/organizations/webhooks",
         {"url": "https://hooks.example.com", "enabled_events": ["external_key.failed"]}, {"name": "B"},
         "webhooks-2026-10-07", "list retrieve delete"),
]  # fmt: skip
areas = pytest.mark.parametrize("area", AREAS, ids=str)
BY_THEMSELVES = (
    "memory_version", "rbac_role", "rbac_role_permission", "spend_limit_increase_request",
    "telemetry_destination_workspace", "user",
)  # fmt: skip
"""Kinds of which none is made by a body of its own."""
KINDS = [
    kind
    for module in (managed_agents, user_profiles, organization_objects, spend_limits, tunnels)
    for kind in vars(module).values()
    if isinstance(kind, Kind)
]


@dataclass
class Caller:
    """Calls a sandbox with the key and the beta of an area."""

    sandbox: Sandbox
    http: httpx.Client
    known: dict[str, str] = field(default_factory=dict)

    def call(self, method: str, path: str, area: Area, **options: Any) -> httpx.Response:
        key = self.sandbox.admin_api_key if path.startswith("/v1/organizations") else self.sandbox.api_key
        headers = {"x-api-key": key, **({"anthropic-beta": area.beta} if area.beta else {})}
        return self.http.request(method, self.sandbox.url + path, headers=headers, **options)

    def path(self, area: Area) -> str:
        return self._named(area.path)

    def make(self, area: Area) -> dict[str, Any]:
        response = self.call("POST", self.path(area), area, json=self._named(area.body))
        assert response.status_code == 200, response.text
        assert mistakes(response.json(), schema(f"{area.id}.{area.add}")) == []
        return response.json()

    def _named(self, value: Any) -> Any:
        """`value` with the ids of objects that are made for it."""
        if isinstance(value, dict):
            return {name: self._named(each) for name, each in value.items()}
        if not isinstance(value, str) or "{" not in value:
            return value
        name = value.partition("{")[2].partition("}")[0]
        if name not in self.known:
            self.known[name] = self._id_of(name)
        return value.replace(f"{{{name}}}", self.known[name])

    def _id_of(self, name: str) -> str:
        if name in ("user", "workspace"):
            path = {"user": "/v1/organizations/users", "workspace": "/v1/organizations/workspaces?include_default=true"}
            return self.call("GET", path[name], AREAS[0]).json()["data"][0]["id"]
        ids = {"vault": "vaults", "store": "memory_stores", "group": "admin.rbac_groups", "rule": "admin.federation.rules",
               "account": "admin.service_accounts", "issuer": "admin.federation.issuers", "tunnel": "tunnels"}  # fmt: skip
        return self.make(next(area for area in AREAS if area.id == ids[name]))["id"]


@pytest.fixture
def caller(told: Sandbox) -> Iterator[Caller]:
    with httpx.Client(headers={"anthropic-version": HEADERS["anthropic-version"]}, timeout=30) as client:
        yield Caller(told, client)


# ---- the same in every area


def test_every_kind_is_called_below() -> None:
    assert len(AREAS) == len([kind for kind in KINDS if kind.type not in BY_THEMSELVES])


@areas
def test_an_object_is_made_read_listed_changed_archived_and_deleted(caller: Caller, area: Area) -> None:
    made = caller.make(area)
    path, id = caller.path(area), made[area.key]

    found = caller.call("GET", path, area)
    assert mistakes(found.json(), schema(f"{area.id}.list")) == []
    assert id in [each[area.key] for each in found.json()["data"]]
    if "retrieve" in area.can:
        read = caller.call("GET", f"{path}/{id}", area).json()
        assert mistakes(read, schema(f"{area.id}.retrieve")) == []
        assert {name: read[name] for name in read if name != "signing_secret"} == {
            name: made[name] for name in made if name != "signing_secret"
        }
    if area.change is not None:
        changed = caller.call("POST", f"{path}/{id}", area, json=area.change)
        assert changed.status_code == 200, changed.text
        assert mistakes(changed.json(), schema(f"{area.id}.update")) == []
        (name, value), *_ = area.change.items()
        assert changed.json()[name] == value
        if "updated_at" in made:
            assert changed.json()["updated_at"] > made["updated_at"]
    if "archive" in area.can:
        archived = caller.call("POST", f"{path}/{id}/archive", area)
        assert archived.status_code == 200
        assert mistakes(archived.json(), schema(f"{area.id}.archive")) == []
        assert caller.call("POST", f"{path}/{id}/archive", area).json() == archived.json()
        assert id not in [each[area.key] for each in caller.call("GET", path, area).json()["data"]]
        all_of_them = caller.call("GET", path, area, params={"include_archived": "true"}).json()["data"]
        assert id in [each[area.key] for each in all_of_them]
        if area.change is not None:
            status, message = refusal(caller.call("POST", f"{path}/{id}", area, json=area.change))
            assert (status, message.endswith("is archived")) == (400, True)
    if "delete" in area.can:
        deleted = caller.call("DELETE", f"{path}/{id}", area)
        assert mistakes(deleted.json(), schema(f"{area.id}.{area.remove}")) == []
        assert caller.call("DELETE", f"{path}/{id}", area).status_code == 404


@areas
def test_an_unknown_id_is_not_found(caller: Caller, area: Area) -> None:
    path = caller.path(area)
    calls = {"retrieve": ("GET", ""), "archive": ("POST", "/archive"), "delete": ("DELETE", "")}

    for name, (method, behind) in calls.items():
        if name in area.can:
            response = caller.call(method, f"{path}/no_such_id{behind}", area)
            assert response.status_code == 404
            assert response.json()["error"]["type"] == "not_found_error"
            assert "no_such_id" in response.json()["error"]["message"]


@areas
def test_a_body_that_does_not_fit_the_facts_is_refused(caller: Caller, area: Area) -> None:
    path = caller.path(area)

    status, message = refusal(caller.call("POST", path, area, json={"no_such_field": 1}))

    assert status == 400
    assert "no_such_field: Extra inputs are not permitted" in message or "Field required" in message


@areas
def test_an_area_needs_its_kind_of_key_and_its_beta(caller: Caller, area: Area) -> None:
    path = caller.path(area)
    is_admin = path.startswith("/v1/organizations")
    other = caller.sandbox.api_key if is_admin else caller.sandbox.admin_api_key

    response = caller.http.get(
        caller.sandbox.url + path, headers={"x-api-key": other, "anthropic-beta": area.beta or "a"}
    )
    assert response.status_code == (403 if is_admin else 401)
    if area.beta:
        without = Area(area.id, area.path, area.body)
        assert refusal(caller.call("GET", path, without)) == (
            400, f"anthropic-beta: this endpoint needs the beta {area.beta}")  # fmt: skip


@pytest.mark.parametrize(
    "area", [area for area in AREAS if area.key == "id" and not {"path", "amount"} & area.body.keys()], ids=str
)
def test_a_list_has_pages_in_which_nothing_is_lost_or_seen_twice(caller: Caller, area: Area) -> None:
    path, made = caller.path(area), []
    for number in range(5):
        body = dict(area.body)
        if area.body.get("name"):
            body["name"] = f"{area.body['name']} {number}"
        made.append(caller.make(Area(area.id, area.path, body, beta=area.beta))["id"])

    seen: list[str] = []
    query: dict[str, Any] = {"limit": 2}
    while True:
        page = caller.call("GET", path, area, params=query).json()
        seen += [each["id"] for each in page["data"]]
        if len(seen) == 2:  # what is made meanwhile is not seen, and moves nothing
            body = {**area.body, "name": "new"} if "name" in area.body else area.body
            caller.make(Area(area.id, area.path, body, beta=area.beta))
        cursor = {"page": page["next_page"]} if "next_page" in page else {"after_id": page["last_id"]}
        if not page.get("has_more", page.get("next_page")):
            break
        query = {"limit": 2, **cursor}

    assert [id for id in seen if id in made] == made[::-1]
    assert len(seen) == len(set(seen))


def test_every_operation_of_these_areas_has_the_parameters_of_the_facts() -> None:
    known = {(verb.upper(), path) for path, item in facts()["paths"].items() for verb in item}
    served = {(each.method, each.path) for module in (managed_agents, user_profiles, organization_objects, tunnels)
              for each in module.ENDPOINTS}  # fmt: skip

    assert served - known == set()


# ---- filters


def test_a_list_is_filtered_by_time(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "agents")
    made = caller.make(area)

    for query, count in (({"created_at[gte]": made["created_at"]}, 1), ({"created_at[gte]": LATER}, 0),
                         ({"created_at[lte]": LATER}, 1)):  # fmt: skip
        assert len(caller.call("GET", area.path, area, params=query).json()["data"]) == count
    status, message = refusal(caller.call("GET", area.path, area, params={"created_at[gte]": "yesterday"}))
    assert (status, message.startswith("created_at[gte]: ")) == (400, True)


def test_a_list_is_filtered_by_a_field(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "user_profiles")
    caller.make(area)

    for query, count in (({"enforcement_status[]": "unrestricted"}, 1), ({"enforcement_status[]": "banned"}, 0)):
        assert len(caller.call("GET", area.path, area, params=query).json()["data"]) == count


def test_a_list_goes_on_behind_a_place_in_either_direction(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "admin.webhooks")
    ids = [caller.make(area)["id"] for _ in range(4)][::-1]

    def listed(**query: Any) -> tuple[list[str], bool]:
        page = caller.call("GET", area.path, area, params=query).json()
        return [each["id"] for each in page["data"]], page["has_more"]

    assert listed(limit=2) == (ids[:2], True)
    assert listed(limit=2, after_id=ids[1]) == (ids[2:], False)
    assert listed(limit=2, before_id=ids[3]) == (ids[1:3], True)
    assert listed(order="asc") == (ids[::-1], False)
    assert caller.call("GET", area.path, area, params={"after_id": "x"}).status_code == 400


# ---- what is changed


def test_metadata_is_merged_and_null_takes_a_key_away(caller: Caller) -> None:
    area = AREAS[0]
    made = caller.make(area)

    changed = caller.call("POST", f"{area.path}/{made['id']}", area, json={"metadata": {"b": "3", "c": "4"}}).json()

    assert changed["metadata"] == {"a": "1", "b": "3", "c": "4"}
    assert changed["name"] == made["name"]


def test_two_of_one_name_are_a_conflict(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "admin.rbac_groups")
    caller.make(area)

    response = caller.call("POST", area.path, area, json=area.body)

    assert response.status_code == 409
    assert response.json()["error"]["type"] == "conflict_error"


def test_nothing_is_made_below_what_is_archived_or_gone(caller: Caller) -> None:
    vaults, credentials = AREAS[1], AREAS[2]
    credential = caller.make(credentials)
    vault = caller.known["vault"]

    caller.call("POST", f"{vaults.path}/{vault}/archive", vaults)
    assert caller.call("POST", caller.path(credentials), credentials, json=credentials.body).status_code == 400
    caller.call("DELETE", f"{vaults.path}/{vault}", vaults)
    assert caller.call("GET", f"{caller.path(credentials)}/{credential['id']}", credentials).status_code == 404


# ---- what an area does beside


SECRET = "the-secret-value-of-this-credential"


@pytest.mark.parametrize(
    "auth",
    [
        {"type": "static_bearer", "token": SECRET, "mcp_server_url": "https://mcp.example.com"},
        {"type": "environment_variable", "secret_name": "A", "secret_value": SECRET,
         "networking": {"type": "unrestricted"}},
        {"type": "mcp_oauth", "access_token": SECRET, "mcp_server_url": "https://mcp.example.com", "refresh": {
            "refresh_token": SECRET, "client_id": "c", "token_endpoint": "https://auth.example.com",
            "token_endpoint_auth": {"type": "client_secret_basic", "client_secret": SECRET}}},
    ],
)  # fmt: skip
def test_a_secret_of_a_vault_is_never_shown_nor_kept(caller: Caller, auth: dict[str, Any], tmp_path: Any) -> None:
    area = AREAS[2]
    with Sandbox(db=tmp_path / "state.db") as kept:
        told = Caller(kept, caller.http)
        made = told.make(Area(area.id, area.path, {"auth": auth}, beta=area.beta))
        read = told.call("GET", f"{told.path(area)}/{made['id']}", area)

    assert made["auth"]["type"] == auth["type"]
    assert SECRET not in read.text
    assert not [file.name for file in tmp_path.iterdir() if SECRET.encode() in file.read_bytes()]


def test_a_credential_for_a_server_can_be_checked(caller: Caller) -> None:
    area = AREAS[2]
    auth = {"type": "mcp_oauth", "access_token": "t", "mcp_server_url": "https://mcp.example.com"}
    made = caller.make(Area(area.id, area.path, {"auth": auth}, beta=area.beta))

    response = caller.call("POST", f"{caller.path(area)}/{made['id']}/mcp_oauth_validate", area)

    assert mistakes(response.json(), schema("vaults.credentials.mcp_oauth_validate")) == []
    assert response.json()["has_refresh_token"] is False


def test_a_change_of_a_memory_leaves_versions_behind(caller: Caller) -> None:
    area = AREAS[4]
    made = caller.make(area)
    path = f"{caller.path(area)}/{made['id']}"
    versions = caller.path(area).replace("/memories", "/memory_versions")

    stale = {"content": "C", "precondition": {"type": "content_sha256", "content_sha256": "0"}}
    assert caller.call("POST", path, area, json=stale).status_code == 409
    fresh = {"content": "B", "precondition": {"type": "content_sha256", "content_sha256": made["content_sha256"]}}
    assert caller.call("POST", path, area, json=fresh).json()["content"] == "B"
    assert caller.call("DELETE", path, area, params={"expected_content_sha256": "0"}).status_code == 409
    assert caller.call("DELETE", path, area).status_code == 200

    found = caller.call("GET", versions, area, params={"view": "full"}).json()
    assert mistakes(found, schema("memory_stores.memory_versions.list")) == []
    assert [(each["operation"], each["content"]) for each in found["data"]] == [
        ("deleted", None), ("modified", "B"), ("created", "A")]  # fmt: skip
    redacted = caller.call("POST", f"{versions}/{found['data'][2]['id']}/redact", area).json()
    assert mistakes(redacted, schema("memory_stores.memory_versions.redact")) == []
    assert redacted["content"] is None


def test_memories_are_listed_as_files_in_folders(caller: Caller) -> None:
    area = AREAS[4]
    path = caller.path(area)
    for name in ("/a.md", "/notes/b.md", "/notes/old/c.md"):
        caller.call("POST", path, area, json={"path": name, "content": "x"})

    def listed(**query: Any) -> list[str]:
        page = caller.call("GET", path, area, params=query).json()
        assert mistakes(page, schema("memory_stores.memories.list")) == []
        return [each["path"] for each in page["data"]]

    assert listed() == ["/a.md", "/notes/b.md", "/notes/old/c.md"]
    assert listed(depth=1) == ["/a.md", "/notes/"]
    assert listed(path_prefix="/notes/", depth=1) == ["/notes/b.md", "/notes/old/"]
    assert caller.call("POST", path, area, json={"path": "/a.md", "content": "x"}).status_code == 409
    assert caller.call("POST", path, area, json={"path": "a.md", "content": "x"}).status_code == 400


def test_an_agent_keeps_its_versions(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "agents")
    tools = [{"type": "agent_toolset_20260401", "configs": [{"name": "bash", "enabled": False}]}]
    made = caller.make(Area(area.id, area.path, {**area.body, "tools": tools}, beta=area.beta))
    path = f"{area.path}/{made['id']}"

    changed = caller.call("POST", path, area, json={"version": 1, "name": "B"}).json()

    assert (made["version"], changed["version"]) == (1, 2)
    assert (changed["tools"], changed["tools"][0]["configs"][0]["enabled"]) == (made["tools"], False)
    assert caller.call("POST", path, area, json={"version": 1, "name": "C"}).status_code == 409
    assert caller.call("GET", path, area, params={"version": 1}).json()["name"] == "A"
    assert caller.call("GET", path, area, params={"version": 3}).status_code == 404
    versions = caller.call("GET", f"{path}/versions", area).json()
    assert mistakes(versions, schema("agents.versions.list")) == []
    assert [each["version"] for each in versions["data"]] == [2, 1]


def test_an_agent_names_the_agents_that_it_may_call(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "agents")
    helper = caller.make(area)["id"]
    reference = {"type": "agent", "id": helper, "version": 1}
    enabled = {"type": "enabled", "predefined_agents": [helper]}

    def made(multiagent: dict[str, Any]) -> dict[str, Any]:
        return caller.make(Area(area.id, area.path, {**area.body, "multiagent": multiagent}, beta=area.beta))

    leader = made({"type": "coordinator", "agents": [helper, {"type": "self"}]})
    later = made({"type": "multiagent_20261001", "subagents": enabled})

    assert leader["multiagent"]["agents"] == [reference, {"type": "agent", "id": leader["id"], "version": 1}]
    assert later["multiagent"]["subagents"]["predefined_agents"] == [reference]
    assert later["multiagent"]["workflows"] == {"type": "disabled"}
    unknown = {**area.body, "multiagent": {"type": "coordinator", "agents": ["agent_unknown"]}}
    assert caller.call("POST", area.path, area, json=unknown).status_code == 404


def test_an_end_customer_enrols_at_a_url(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "user_profiles")
    path = f"{area.path}/{caller.make(area)['id']}"

    action = caller.call("POST", f"{path}/action_urls", area, json={"action": {"type": "enroll_end_user"}})
    later = replace(area, beta="user-profiles-2026-08-18")
    enrollment = caller.call("POST", f"{path}/enrollment_url", later)

    assert mistakes(action.json(), schema("user_profiles.action_urls.create")) == []
    assert mistakes(enrollment.json(), schema("user_profiles.create_enrollment_url")) == []


def test_a_signing_secret_is_told_once(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "admin.webhooks")
    made = caller.make(area)
    path = f"{area.path}/{made['id']}"

    other = caller.call("POST", f"{path}/regenerate_signing_secret", area).json()

    assert made["signing_secret"].startswith("whsec_")
    assert mistakes(other, schema("admin.webhooks.regenerate_signing_secret")) == []
    assert other["signing_secret"] != made["signing_secret"]
    assert "signing_secret" not in caller.call("GET", path, area).json()


def test_keys_are_validated_and_storage_is_activated(caller: Caller) -> None:
    for id, action, name in (("admin.external_keys", "validate", "validate"),
                                  ("admin.external_storage", "activate", "activate")):  # fmt: skip
        area = next(area for area in AREAS if area.id == id)
        response = caller.call("POST", f"{area.path}/{caller.make(area)['id']}/{action}", area)

        assert mistakes(response.json(), schema(f"{id}.{name}")) == []


def test_a_token_of_a_tunnel_is_the_same_until_it_is_rotated(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "tunnels")
    path = f"{area.path}/{caller.make(area)['id']}"

    first, second = (caller.call("POST", f"{path}/reveal_token", area).json() for _ in range(2))
    rotated = caller.call("POST", f"{path}/rotate_token", area, json={"reason": "lost"}).json()

    assert mistakes(first, schema("tunnels.reveal_token")) == []
    assert first == second
    assert rotated["tunnel_token"] != first["tunnel_token"]
    assert caller.call("POST", f"{path}/reveal_token", area).json() == rotated


def test_what_is_no_certificate_is_refused(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "tunnels.certificates")

    status, message = refusal(caller.call("POST", caller.path(area), area, json={"ca_certificate_pem": "A"}))

    assert (status, message.startswith("ca_certificate_pem: ")) == (400, True)


def test_a_limit_of_a_scope_is_set_once_and_then_changed(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "admin.spend_limits")
    first = caller.make(area)

    second = caller.call("POST", area.path, area, json={**area.body, "amount": None}).json()

    assert (second["id"], second["amount"]) == (first["id"], None)
    assert caller.call("POST", area.path, area, json={**area.body, "amount": "much"}).status_code == 400


def test_a_telemetry_destination_has_workspaces_and_can_be_tried(caller: Caller) -> None:
    area = next(area for area in AREAS if area.id == "admin.telemetry_destinations")
    path = f"{area.path}/{caller.make(area)['id']}"
    workspace = caller._named("{workspace}")

    tried = caller.call("POST", f"{path}/test", area).json()
    added = [caller.call("POST", f"{path}/workspaces/{workspace}", area).json() for _ in range(2)]
    listed = caller.call("GET", f"{path}/workspaces", area).json()
    removed = caller.call("DELETE", f"{path}/workspaces/{workspace}", area).json()

    for found, name in ((tried, "test"), (added[0], "workspaces.add"), (listed, "workspaces.list"),
                             (removed, "workspaces.remove")):  # fmt: skip
        assert mistakes(found, schema(f"{area.id}.{name}")) == []
    assert added[0] == added[1]
    assert listed["data"] == added[:1]
    assert caller.call("GET", f"{path}/workspaces", area).json()["data"] == []
    assert caller.call("POST", f"{path}/workspaces/nowhere", area).status_code == 404


def test_compliance_is_switched_on_and_off(caller: Caller) -> None:
    path, area = "/v1/organizations/compliance_settings", AREAS[6]

    before = caller.call("GET", path, area).json()
    changed = caller.call("POST", path, area, json={"state": {"type": "enabled"}}).json()

    assert mistakes(before, schema("admin.compliance_settings.retrieve")) == []
    assert (before["state"], changed["state"]) == ({"type": "disabled"}, {"type": "enabled"})
    assert caller.call("GET", path, area).json() == changed


def test_everybody_but_the_primary_owner_can_be_signed_out(caller: Caller) -> None:
    path, area = "/v1/organizations/users", replace(AREAS[6], beta="admin-user-sign-out-2026-10-08")
    users = {user["role"]: user["id"] for user in caller.call("GET", path, area).json()["data"]}

    developer = caller.call("POST", f"{path}/{users['developer']}/sign_out", area)
    owner = caller.call("POST", f"{path}/{users['primary_owner']}/sign_out", area)

    assert mistakes(developer.json(), schema("admin.users.sign_out")) == []
    assert (owner.status_code, owner.json()["error"]["details"]) == (
        403, {"error_code": "cannot_sign_out_primary_owner"})  # fmt: skip


# ---- whatever fits the facts


@areas
def test_whatever_fits_the_facts_is_taken_or_refused_in_the_form_of_the_api(caller: Caller, area: Area) -> None:
    path, made = caller.path(area), caller.make(area)
    one = f"{path}/{made[area.key]}"
    calls = [(path, area.add)] + ([(one, "update")] if area.change is not None else [])

    @settings(max_examples=15, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(st.data())
    def call(data: st.DataObject) -> None:
        for place, name in calls:
            facts_of = operation(f"{area.id}.{name}")
            content = facts_of["requestBody"]["content"]["application/json"]["schema"]
            response = caller.call("POST", place, area, json=data.draw(fitting(content)))
            assert response.status_code in (200, 400, 403, 404, 409), response.text
            form = schema(f"{area.id}.{name}") if response.status_code == 200 else {}
            assert mistakes(response.json(), form) == []

    call()
