"""What agents are made of: environments, vaults with credentials, memory stores, and the agents with their versions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from .. import files
from ..call import Call
from ..errors import Refusal, invalid, not_found
from ..json_utils import Object, member, members, new_id
from ..pages import page_by_token
from ..plain_objects import Kind
from ..state import State

BETA: Final = "managed-agents-2026-04-01"
MEMORY_BETA: Final = "agent-memory-2026-07-22"


# ---- environments


def _make_environment(_call: Call, body: Object) -> Mapping[str, Any]:
    config: Object = body.get("config") or {"type": "cloud"}
    if config["type"] != "cloud":
        return {}
    given = {name: value for name, value in config.items() if value is not None}
    return {"config": {"networking": {"type": "unrestricted"}, **given}}


def _change_environment(_call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    config = body.get("config")
    if config is None:
        return {}
    if config["type"] != found["config"]["type"]:
        raise invalid("config.type: can not be changed", error_code="invalid_config_type_change")
    given = {name: value for name, value in config.items() if value is not None}
    return {"config": {**found["config"], **given}}


ENVIRONMENTS: Final = Kind(
    "environment", "/v1/environments", "environment_id", "env", "Environment", "Environment",
    beta=BETA, is_scoped=True, omit=("scope",), archived_code="environment_archived",
    make=_make_environment, change=_change_environment,
)  # fmt: skip


# ---- vaults


def _change_credential(_call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    given = body.get("auth")
    if given is None:
        return {}
    if given["type"] != found["auth"]["type"]:
        raise invalid("auth.type: can not be changed")
    # A part that is an object, such as `refresh`, is merged too: what it leaves out stays.
    auth = {**found["auth"], **given}
    for name, part in given.items():
        if isinstance(part, dict) and isinstance(found["auth"].get(name), dict):
            auth[name] = {**found["auth"][name], **part}
    return {"auth": auth}


def _make_credential(_call: Call, body: Object) -> Mapping[str, Any]:
    auth = body["auth"]
    if auth["type"] != "environment_variable":
        return {}
    return {"auth": {"injection_location": {"header": True, "body": False}, **auth}}


VAULTS: Final = Kind("vault", "/v1/vaults", "vault_id", "vlt", "Vault", "Vault", beta=BETA, is_scoped=True)
# What the response type does not have, which is every secret, is not kept at all.
CREDENTIALS: Final = Kind(
    "vault_credential", f"{VAULTS.path}/{{vault_id}}/credentials", "credential_id", "vcrd", "Credential", "Credential",
    parent=VAULTS, beta=BETA, make=_make_credential, change=_change_credential,
)  # fmt: skip


async def validate_credential(call: Call) -> Object:
    """Whether the sandbox takes a credential of an MCP server; it has no server to try it on, so it can not tell."""
    found = CREDENTIALS.find(call)
    if found["auth"]["type"] != "mcp_oauth":
        raise invalid("Only credentials of the type mcp_oauth can be validated")
    return {
        "type": "vault_credential_validation",
        "credential_id": found["id"],
        "vault_id": found["vault_id"],
        "status": "unknown",
        "has_refresh_token": found["auth"].get("refresh") is not None,
        "mcp_probe": None,
        "refresh": None,
        "validated_at": call.state.timestamp(),
    }


# ---- memory stores


MEMORY_STORES: Final = Kind(
    "memory_store", "/v1/memory_stores", "memory_store_id", "memstore", "MemoryStore", "MemoryStore",
    beta=MEMORY_BETA, is_scoped=True, defaults={"description": ""},
)  # fmt: skip


def _make_memory(call: Call, body: Object) -> Mapping[str, Any]:
    _check_path(call, body["path"])
    return _content(body.get("content") or "") | {"memory_version_id": new_id("memver")}


def _content(text: str) -> Object:
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return {"content": text, "content_sha256": digest, "content_size_bytes": len(raw)}


def _check_path(call: Call, path: str, own_id: str | None = None) -> None:
    if not path.startswith("/") or path.endswith("/") or "//" in path:
        raise invalid("path: has to begin with a slash and name a file, such as /notes/today.md")
    for each in call.state.store.all(MEMORIES.type, MEMORIES.parent_id(call)):
        if each["path"] == path and each["id"] != own_id:
            raise Refusal(409, f"path: there is a memory at {path}: {each['id']}", type="memory_path_conflict_error")


def _change_memory(call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    wanted = member(body, "precondition").get("content_sha256")
    _check_hash(found, wanted)
    if body.get("path") is not None:
        _check_path(call, body["path"], found["id"])
    changed = {} if body.get("content") is None else _content(body["content"])
    return {**changed, "path": body.get("path") or found["path"], "memory_version_id": new_id("memver")}


def _check_hash(found: Object, wanted: str | None) -> None:
    if wanted is not None and wanted != found["content_sha256"]:
        raise Refusal(
            409,
            f"The memory has changed: its content_sha256 is {found['content_sha256']}",
            type="memory_precondition_failed_error",
        )


def _with_view(call: Call, found: Object) -> Object:
    """A memory or a version of one; the view `basic` has no content."""
    view = call.query("view")
    if view not in (None, "basic", "full"):
        raise invalid("view: Input should be 'basic' or 'full'")
    is_list = not ({"memory_id", "memory_version_id"} & call.request.path_params.keys())
    shown = view or ("basic" if is_list and call.request.method == "GET" else "full")
    return found if shown == "full" else found | {"content": None}


class Memories(Kind):
    """Memories of a store: each change of one leaves a version behind."""

    def put(self, call: Call, value: Object) -> None:
        """Keep a memory, and what it is now as a version."""
        operation = "modified" if call.state.store.get(self.type, value["id"], self.parent_id(call)) else "created"
        super().put(call, value)
        _keep_version(call, value, operation, value["memory_version_id"])

    async def delete(self, call: Call) -> Object:
        """Forget a memory, if it is the one that the caller knows; its versions stay."""
        found = self.find(call)
        _check_hash(found, call.query("expected_content_sha256"))
        call.state.store.delete(self.type, found["id"], self.parent_id(call))
        _keep_version(call, found | _content(""), "deleted", new_id("memver"))
        return {"id": found["id"], "type": "memory_deleted"}

    async def list_page(self, call: Call) -> Object:
        """A page of the memories below a path; with `depth`, folders that are deeper stand for what is in them."""
        self.check_parent(call)
        prefix = call.query("path_prefix") or "/"
        depth = call.whole_number("depth", 0, 0, 1000)
        found = sorted(call.state.store.all(self.type, self.parent_id(call)), key=lambda each: str(each["path"]))
        shown: dict[str, Object] = {}
        for each in found:
            below = each["path"].removeprefix(prefix).strip("/").split("/")
            if not each["path"].startswith(prefix):
                continue
            if depth and len(below) > depth:
                folder = "/".join([prefix.rstrip("/"), *below[:depth]]) + "/"
                shown.setdefault(folder, {"type": "memory_prefix", "path": folder})
            else:
                shown[each["path"]] = self.show(call, each)
        return page_by_token(call, list(shown.values()))


def _keep_version(call: Call, memory: Object, operation: str, id: str) -> None:
    is_gone = operation == "deleted"
    version: Object = {
        "id": id,
        "type": "memory_version",
        "memory_id": memory["id"],
        "memory_store_id": memory["memory_store_id"],
        "operation": operation,
        "path": memory["path"],
        "content": None if is_gone else memory["content"],
        "content_sha256": None if is_gone else memory["content_sha256"],
        "content_size_bytes": None if is_gone else memory["content_size_bytes"],
        "created_at": call.state.timestamp(),
        "created_by": {"type": "api_actor", "api_key_id": call.key.id},
        "redacted_at": None,
    }
    call.state.store.put(MEMORY_VERSIONS.type, id, version, memory["memory_store_id"])


def put_memory(call: Call, store_id: str, path: str, content: str, known: Object | None) -> None:
    """Keep a memory that no call makes or changes, with a version; `known` is the one that is there already."""
    at = call.state.timestamp()
    new = {"id": new_id(MEMORIES.prefix), "memory_store_id": store_id, "path": path, "created_at": at}
    version = {"memory_version_id": new_id(MEMORY_VERSIONS.prefix), "updated_at": at}
    memory = MEMORIES.fill({**(known or new), **_content(content), **version})
    call.state.store.put(MEMORIES.type, memory["id"], memory, store_id)
    _keep_version(call, memory, "modified" if known else "created", memory["memory_version_id"])


MEMORIES: Final = Memories(
    "memory", f"{MEMORY_STORES.path}/{{memory_store_id}}/memories", "memory_id", "mem", "Memory", "Memory",
    parent=MEMORY_STORES, beta=MEMORY_BETA, make=_make_memory, change=_change_memory, show=_with_view,
    actions=("create", "list", "retrieve", "update", "delete"),
)  # fmt: skip


class MemoryVersions(Kind):
    """Versions of memories, which can be listed by who made them."""

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for."""
        fits = super().filters(call)
        makers = {name: call.query(name) for name in ("api_key_id", "service_account_id", "session_id")}
        return lambda each: (
            fits(each) and all(id is None or member(each, "created_by").get(name) == id for name, id in makers.items())
        )


MEMORY_VERSIONS: Final = MemoryVersions(
    "memory_version", f"{MEMORY_STORES.path}/{{memory_store_id}}/memory_versions", "memory_version_id", "memver",
    "MemoryVersion", "MemoryVersion",
    parent=MEMORY_STORES, beta=MEMORY_BETA, show=_with_view, actions=("list", "retrieve"),
)  # fmt: skip


async def redact_memory_version(call: Call) -> Object:
    """Take the content out of a version for good; refuses the one that a memory is at."""
    version = MEMORY_VERSIONS.find(call)
    for memory in call.state.store.all(MEMORIES.type, MEMORY_VERSIONS.parent_id(call)):
        if memory["memory_version_id"] == version["id"]:
            raise invalid(
                f"Version {version['id']} is the latest one of memory {memory['id']}: change or delete that first"
            )
    if version["redacted_at"] is None:
        emptied = dict.fromkeys(("content", "content_sha256", "content_size_bytes", "path"))
        actor = {"type": "api_actor", "api_key_id": call.key.id}
        version |= {**emptied, "redacted_at": call.state.timestamp(), "redacted_by": actor}
        MEMORY_VERSIONS.put(call, version)
    return version


# ---- agents


_VERSION: Final = "agent_version"


def _in_form(body: Object) -> Object:
    """The parts of an agent that a body may write in a short form, in the long one."""
    found: Object = {}
    if isinstance(body.get("model"), str):
        found["model"] = {"id": body["model"], "speed": "standard"}
    elif body.get("model") is not None:
        found["model"] = {"speed": "standard", **body["model"]}
        if isinstance(found["model"].get("effort"), str):
            found["model"]["effort"] = {"type": found["model"]["effort"]}
    if body.get("tools") is not None:
        found["tools"] = [_tool(tool) for tool in members(body, "tools")]
    if body.get("skills") is not None:
        found["skills"] = [{**skill, "version": skill.get("version") or "latest"} for skill in members(body, "skills")]
    if "execution_identity" in body and body["execution_identity"] is None:
        found["execution_identity"] = {"type": "service_account"}
    return found


def _tool(tool: Object) -> Object:
    if tool["type"] == "custom":
        return tool
    default = {"enabled": True, "permission_policy": {"type": "always_allow"}}
    default |= {name: value for name, value in member(tool, "default_config").items() if value is not None}
    configs = [
        {**default, **{name: value for name, value in config.items() if value is not None}}
        for config in members(tool, "configs")
    ]
    return {**tool, "default_config": default, "configs": configs}


def _multiagent(call: Call, body: Object, own: Object) -> Object:
    """Which agents an agent may call, each by its id and version."""
    given = body.get("multiagent")
    if given is None:
        return {}
    if given["type"] == "coordinator":
        return {"multiagent": {**given, "agents": [_reference(call, each, own) for each in given["agents"]]}}
    off: Object = {"type": "disabled"}
    found: Object = {"type": given["type"], "advisor": given.get("advisor") or off}
    for name in ("subagents", "workflows"):
        part: Object = given.get(name) or off
        if part["type"] == "enabled":
            known = [_reference(call, each, own) for each in part.get("predefined_agents") or ()]
            part = {**part, "predefined_agents": known, "inline_agents": part.get("inline_agents") or off}
        found[name] = part
    return {"multiagent": found}


def _reference(call: Call, entry: Any, own: Object) -> Object:
    given: Object = {"type": "agent", "id": entry} if isinstance(entry, str) else entry
    if given["type"] == "self":
        return own
    if given["type"] != "agent" or given["id"] == own["id"]:
        return given
    found = AGENTS.get(call, given["id"])
    AGENTS.check_is_open(found)
    version = given.get("version") or found["version"]
    if call.state.store.get(_VERSION, str(version), found["id"]) is None:
        raise not_found(f"Agent {found['id']} has no version {version}")
    return {"type": "agent", "id": found["id"], "version": version}


def agent_reference(call: Call, given: Any) -> Object:
    """An agent and a version of it, as `given` by its id or in full; refuses one that is not there or is archived."""
    return _reference(call, given, {"id": ""})


def agent_version(state: State, reference: Object) -> Object:
    """An agent as it was at the version that a reference names."""
    return state.store.get(_VERSION, str(reference["version"]), reference["id"]) or {}


def _make_agent(call: Call, body: Object) -> Mapping[str, Any]:
    own: Object = {"type": "agent", "id": new_id("agent"), "version": 1}
    identity = {"execution_identity": {"type": "service_account"}}
    return {"id": own["id"], "version": 1, **identity, **_in_form(body), **_multiagent(call, body, own)}


def _change_agent(call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    wanted = body.get("version")
    if wanted is not None and wanted != found["version"]:
        raise Refusal(409, f"version: the agent is at version {found['version']}, not {wanted}")
    own: Object = {"type": "agent", "id": found["id"], "version": found["version"] + 1}
    return {"version": own["version"], **_in_form(body), **_multiagent(call, body, own)}


class Agents(Kind):
    """Agents: each change of one makes a version, and earlier ones can be read."""

    def put(self, call: Call, value: Object) -> None:
        """Keep an agent, and what it is now as a version."""
        super().put(call, value)
        call.state.store.put(_VERSION, str(value["version"]), value, value["id"])

    async def retrieve(self, call: Call) -> Object:
        """An agent, or an earlier version of it."""
        found = self.find(call)
        version = call.whole_number("version", found["version"], 1, 1 << 31)
        earlier = call.state.store.get(_VERSION, str(version), found["id"])
        if earlier is None:
            raise not_found(f"Agent {found['id']} has no version {version}")
        return earlier | {"archived_at": found["archived_at"]}


AGENTS: Final = Agents(
    "agent", "/v1/agents", "agent_id", "agent", "Agent", "Agent",
    beta=BETA, is_scoped=True, omit=("effort", "inference_geo", "speed"), make=_make_agent, change=_change_agent,
    actions=("create", "list", "retrieve", "update", "archive"),
)  # fmt: skip


async def list_agent_versions(call: Call) -> Object:
    """A page of the versions of an agent, the newest first."""
    found = AGENTS.find(call)
    return page_by_token(call, call.state.store.all(_VERSION, found["id"])[::-1])


# ---- what sessions and deployments are given


Part: TypeAlias = tuple[str, str, str]
"""The name of a part, its id, and what is wrong with it."""


def missing_parts(state: State, scope: str, given: Object) -> Iterator[Part]:
    """Which of the vaults and resources that something names are not there or are archived."""
    wanted: list[tuple[str, Object | None, str]] = [
        ("vault", state.store.get(VAULTS.type, id, scope), id) for id in given.get("vault_ids") or ()
    ]
    for resource in members(given, "resources"):
        if resource["type"] == "memory_store":
            id = resource["memory_store_id"]
            wanted.append(("memory_store", state.store.get(MEMORY_STORES.type, id, scope), id))
        elif resource["type"] == "file":
            wanted.append(("file", files.get(state.store, resource["file_id"], scope), resource["file_id"]))
    for name, found, id in wanted:
        if wrong := whats_wrong(found):
            yield name, id, wrong


def whats_wrong(found: Object | None) -> str | None:
    """`not_found` or `archived` where something cannot be used."""
    if found is None:
        return "not_found"
    return "archived" if found.get("archived_at") else None


ENDPOINTS: Final = (
    *ENVIRONMENTS.endpoints(),
    *VAULTS.endpoints(),
    *CREDENTIALS.endpoints(),
    CREDENTIALS.on_one("POST", validate_credential, "/mcp_oauth_validate"),
    *MEMORY_STORES.endpoints(),
    *MEMORIES.endpoints(),
    *MEMORY_VERSIONS.endpoints(),
    MEMORY_VERSIONS.on_one("POST", redact_memory_version, "/redact"),
    *AGENTS.endpoints(),
    AGENTS.on_one("GET", list_agent_versions, "/versions"),
)
