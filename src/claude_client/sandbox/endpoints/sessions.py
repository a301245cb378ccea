"""`/v1/sessions`: runs of an agent. What the agent does is what a message of the same agent would be.

Each event is kept under its session, and a stream gives those that come after it was opened. An agent works while it is
told something: text becomes `agent.message`, calls become `agent.custom_tool_use` or `agent.tool_use`, and then the
session waits for their results, or is idle.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, Final, cast

from starlette.responses import Response

from ..call import Call
from ..errors import invalid, not_found
from ..json_utils import Object, member, members, new_id
from ..message_creation import create_message
from ..pages import DEFAULT_LIMIT, LARGEST_LIMIT, page_by_token, read_token, token
from ..plain_objects import Kind
from ..response_shapes import fill, param_type, response_type
from ..sse import chunks, event
from . import work_queue
from .managed_agents import AGENTS, BETA, ENVIRONMENTS, MEMORY_STORES, missing_parts
from .messages import event_stream

EVENT: Final = "session_event"
THREAD: Final = "session_thread"
RESOURCE: Final = "session_resource"
_LOOK_SECONDS: Final = 0.02
"""How often a stream looks for new events. Other processes may write to the same file."""
_PING_SECONDS: Final = 10.0
_MAX_TOKENS: Final = 4096


def _definition(description: str, required: Sequence[str], optional: Mapping[str, str] | None = None) -> Object:
    types = {**dict.fromkeys(required, "string"), **(optional or {})}
    properties = {name: {"type": type} for name, type in types.items()}
    return {
        "description": description,
        "input_schema": {"type": "object", "properties": properties, "required": [*required]},
    }


# Of what an agent toolset brings along, the tools that work on files and run commands.
_TOOLSET: Final[Mapping[str, Object]] = {
    "bash": _definition("Run a command in a shell.", ["command"], {"timeout_ms": "integer", "restart": "boolean"}),
    "read": _definition("Read a file.", ["file_path"], {"view_range": "array"}),
    "write": _definition("Write a file.", ["file_path", "content"]),
    "edit": _definition(
        "Replace text in a file.", ["file_path", "old_string", "new_string"], {"replace_all": "boolean"}
    ),
    "glob": _definition("Find files by a pattern.", ["pattern"], {"path": "string"}),
    "grep": _definition("Search files for an expression.", ["pattern"], {"path": "string"}),
}


# ---- sessions


def _make_session(call: Call, body: Object) -> Object:
    given = body["agent"]
    wanted: Object = {"id": given} if isinstance(given, str) else given
    found = AGENTS.get(call, str(wanted.get("id")))
    if version := wanted.get("version"):
        earlier = call.state.store.get("agent_version", str(version), found["id"])
        if earlier is None:
            raise not_found(f"Agent {found['id']} has no version {version}")
        found = earlier
    AGENTS.check_is_open(found)
    ENVIRONMENTS.check_is_open(ENVIRONMENTS.get(call, body["environment_id"]))
    return {
        "agent": found,
        "status": "idle",
        "resources": _resources(call, body, members(body, "resources"), body["environment_id"]),
    }


def _resources(call: Call, body: Object, given: list[Object], environment_id: str) -> list[Object]:
    """Resources as a session keeps them; refuses those, and vaults, that are not there."""
    for name, id, wrong in missing_parts(call.state, call.scope, {**body, "resources": given}):
        raise (not_found if wrong == "not_found" else invalid)(f"{name}: {id} is {wrong.replace('_', ' ')}")
    is_cloud = ENVIRONMENTS.get(call, environment_id)["config"]["type"] != "self_hosted"
    return [_resource(call, each, is_cloud=is_cloud) for each in given]


def _resource(call: Call, given: Object, *, is_cloud: bool) -> Object:
    moment = call.state.timestamp()
    kept = {name: value for name, value in given.items() if value is not None and name != "authorization_token"}
    id = new_id("sesrsc")
    place: Object = {"mount_path": f"/mnt/session/{id}"}
    if given["type"] == "memory_store":
        store = MEMORY_STORES.get(call, given["memory_store_id"])
        # On a machine of your own a worker chooses the place.
        place = {"mount_path": f"/mnt/memory/{store['name']}" if is_cloud else None}
        place |= {name: store[name] for name in ("name", "description")}
    return {**place, **kept, "id": id, "created_at": moment, "updated_at": moment}


class Sessions(Kind):
    """Sessions, whose end is an event."""

    async def create(self, call: Call) -> Object:
        """Make a session, with its first thread and the events that it begins with."""
        made = await super().create(call)
        _keep_thread(call, made)
        body = await call.object()
        if initial := members(body, "initial_events"):
            take(call, made["id"], initial)
        return self.get(call, made["id"])

    async def list_page(self, call: Call) -> Object:
        """A page of sessions, with the tokens of the pages on both sides of it."""
        wanted = self.filters(call)
        is_newest_first = call.query("order") != "asc"
        limit = call.whole_number("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT)
        token_read: list[Any] = read_token(call.query("page"), list) or ["next", None]
        if len(token_read) != 2 or token_read[0] not in ("next", "prev"):
            raise invalid("page: Invalid page token")
        way, place = token_read
        is_forward = way == "next"
        found = self._behind(call, wanted, place, descending=is_newest_first is is_forward)
        page = [each for each, _ in zip(found, range(limit + 1), strict=False)]
        more, page = len(page) > limit, page[:limit] if is_forward else page[:limit][::-1]
        # Where it was gone back to is behind the page, and where it was come from before it.
        is_more_behind, is_more_before = (more, place is not None) if is_forward else (True, more)
        return {
            "data": [self.show(call, each) for _, each in page],
            "next_page": token(["next", page[-1][0]]) if page and is_more_behind else None,
            "prev_page": token(["prev", page[0][0]]) if page and is_more_before else None,
        }

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for; the version of an agent says something together with the agent only."""
        fits = super().filters(call)
        agent_id, store_id = call.query("agent_id"), call.query("memory_store_id")
        version = call.whole_number("agent_version", 0, 1, 1 << 31) if agent_id else 0

        def is_wanted(each: Object) -> bool:
            stores = [resource.get("memory_store_id") for resource in members(each, "resources")]
            return (
                fits(each)
                and agent_id in (None, each["agent"]["id"])
                and version in (0, each["agent"]["version"])
                and (store_id is None or store_id in stores)
            )

        return is_wanted

    async def archive(self, call: Call) -> Object:
        """Archive a session, which ends it."""
        found = self.find(call)
        if found["status"] != "terminated":
            with call.state.store.transaction():
                emit(call, found["id"], "session.status_terminated")
                _set_status(call, found["id"], "terminated")
        return await super().archive(call)

    async def delete(self, call: Call) -> Object:
        """Forget a session. A stream that is open learns of it by the session not being there."""
        found = self.find(call)
        if found["status"] == "running":
            raise invalid("A running session cannot be deleted: interrupt it first")
        return await super().delete(call)


SESSIONS: Final = Sessions(
    "session", "/v1/sessions", "session_id", "sesn", "Session", "Session",
    beta=BETA, is_scoped=True, make=_make_session, omit=("deployment_id",), archived_code="session_archived",
)  # fmt: skip


def _keep_thread(call: Call, session: Object) -> None:
    moment = call.state.timestamp()
    thread = {
        "id": new_id("sthr"), "agent": session["agent"], "session_id": session["id"], "status": "idle",
        "created_at": moment, "updated_at": moment,
    }  # fmt: skip
    call.state.store.put(THREAD, thread["id"], fill(response_type("SessionThread"), thread), session["id"])


def _set_status(call: Call, session_id: str, status: str) -> None:
    store = call.state.store
    found = SESSIONS.get(call, session_id)
    SESSIONS.put(call, {**found, "status": status, "updated_at": call.state.timestamp()})
    for thread in store.all(THREAD, session_id):
        if thread["status"] != "terminated":
            store.put(THREAD, thread["id"], {**thread, "status": status}, session_id)


# ---- events


def emit(call: Call, session_id: str, type_: str, **fields: Any) -> Object:
    """Keep an event of a session."""
    made: Object = {"id": new_id("sevt"), "type": type_, "processed_at": call.state.timestamp(), **fields}
    call.state.store.put(EVENT, made["id"], made, session_id)
    return made


def take(call: Call, session_id: str, events: list[Object]) -> list[Object]:
    """Take events of the program in, and let the agent react to them."""
    with call.state.store.transaction():
        session = SESSIONS.get(call, session_id)
        if session["status"] == "terminated":
            raise invalid(f"Session {session_id} is terminated and takes no events")
        kept = [_take_one(call, session_id, dict(given)) for given in events]
        _react(call, session_id, kept)
    return kept


def _take_one(call: Call, session_id: str, given: Object) -> Object:
    replied_to = given.get("tool_use_id") or given.get("custom_tool_use_id")
    if replied_to is not None:
        asked = call.state.store.get(EVENT, str(replied_to), session_id)
        custom = "custom_tool_use_id" in given
        if asked is None or asked["type"] != ("agent.custom_tool_use" if custom else "agent.tool_use"):
            raise invalid(f"No such tool use in this session: {replied_to}")
        if given["type"] != "user.tool_confirmation" and _has_result(_history(call, session_id), str(replied_to)):
            raise invalid(f"The tool use {replied_to} has a result already")
    type_ = str(given.pop("type"))
    return emit(call, session_id, type_, **{name: value for name, value in given.items() if value is not None})


def _react(call: Call, session_id: str, events: list[Object]) -> None:
    """Let the agent work where `events` are a reason to."""
    kinds = {each["type"] for each in events}
    if "user.interrupt" in kinds:
        _idle(call, session_id, {"type": "end_turn"})
        return
    history = _history(call, session_id)
    waiting = _pending(history)
    _run_confirmed(call, session_id, waiting)
    waiting = _pending(_history(call, session_id))
    if waiting:
        if kinds - {"user.tool_confirmation", "user.tool_result", "user.custom_tool_result"}:
            return  # a message comes to its turn when the calls have their results
        _idle(call, session_id, _requires_action(waiting))
        return
    if not kinds.isdisjoint({"user.message", "user.tool_result", "user.custom_tool_result", "user.tool_confirmation"}):
        _set_status(call, session_id, "running")
        emit(call, session_id, "session.status_running")
        _work(call, session_id)


def _requires_action(waiting: list[Object]) -> Object:
    return {"type": "requires_action", "event_ids": [each["id"] for each in waiting]}


def _idle(call: Call, session_id: str, reason: Object) -> None:
    emit(call, session_id, "session.status_idle", stop_reason=reason, stop_details=None)
    _set_status(call, session_id, "idle")


def _work(call: Call, session_id: str) -> None:
    """Do what the agent does now: one message of the model, and what follows from it."""
    session = SESSIONS.get(call, session_id)
    self_hosted = _is_self_hosted(call, session)
    if self_hosted:
        work_queue.enqueue(call, session)
    while True:
        body = _to_request(session["agent"], _history(call, session_id))
        message = create_message(call.state, body, call.caller, call.received).message
        for block in message["content"]:
            _emit_block(call, session, block)
        waiting = _pending(_history(call, session_id))
        if not self_hosted:
            _run_confirmed(call, session_id, waiting, confirmed=False)
            waiting = _pending(_history(call, session_id))
        if waiting:
            return _idle(call, session_id, _requires_action(waiting))
        if message["stop_reason"] != "tool_use":
            return _idle(call, session_id, {"type": "end_turn"})


def _emit_block(call: Call, session: Object, block: Object) -> None:
    if block["type"] == "text":
        emit(call, session["id"], "agent.message", content=[{"type": "text", "text": block["text"]}])
    elif block["type"] == "tool_use":
        custom = any(t["type"] == "custom" and t["name"] == block["name"] for t in session["agent"]["tools"])
        kind = "agent.custom_tool_use" if custom else "agent.tool_use"
        more = {} if custom else {"evaluated_permission": _permission(session["agent"], block["name"])}
        emit(call, session["id"], kind, name=block["name"], input=block["input"], **more)


def _permission(agent: Object, name: str) -> str:
    nothing: Object = {}
    toolset: Object = next((tool for tool in agent["tools"] if tool["type"] == "agent_toolset_20260401"), nothing)
    config = next((each for each in members(toolset, "configs") if each.get("name") == name), None)
    policy = member(config or member(toolset, "default_config"), "permission_policy")
    return "ask" if policy.get("type") == "always_ask" else "allow"


def _is_self_hosted(call: Call, session: Object) -> bool:
    return bool(ENVIRONMENTS.get(call, session["environment_id"])["config"]["type"] == "self_hosted")


def _run_confirmed(call: Call, session_id: str, waiting: list[Object], *, confirmed: bool = True) -> None:
    """Let the environment run the calls that it runs itself and may run: not those of a self-hosted one."""
    if _is_self_hosted(call, SESSIONS.get(call, session_id)):
        return
    verdicts = _verdicts(_history(call, session_id))
    for asked in waiting:
        may_run = verdicts.get(asked["id"]) == "allow" or (not confirmed and asked.get("evaluated_permission") != "ask")
        if asked["type"] == "agent.tool_use" and may_run:
            text = f"{asked['name']} ran in the sandbox's environment with {json.dumps(asked['input'])}"
            content = [{"type": "text", "text": text}]
            emit(call, session_id, "agent.tool_result", tool_use_id=asked["id"], content=content, is_error=False)


# ---- what the events of a session say


def _history(call: Call, session_id: str) -> list[Object]:
    return call.state.store.all(EVENT, session_id)


def _replied_to(each: Object) -> str | None:
    if each["type"] == "user.custom_tool_result":
        return cast("str", each["custom_tool_use_id"])
    return cast("str", each["tool_use_id"]) if each["type"] in ("user.tool_result", "agent.tool_result") else None


def _has_result(history: list[Object], id: str) -> bool:
    return any(_replied_to(each) == id for each in history)


def _verdicts(history: list[Object]) -> dict[str, str]:
    return {each["tool_use_id"]: each["result"] for each in history if each["type"] == "user.tool_confirmation"}


def _pending(history: list[Object]) -> list[Object]:
    """The calls of tools that have no result, and were neither interrupted nor denied."""
    verdicts = _verdicts(history)
    done = {_replied_to(each) for each in history}
    start = max((i for i, each in enumerate(history) if each["type"] == "user.interrupt"), default=-1)
    calls = [each for each in history[start + 1 :] if each["type"] in ("agent.tool_use", "agent.custom_tool_use")]
    return [each for each in calls if each["id"] not in done and verdicts.get(each["id"]) != "deny"]


def _to_request(agent: Object, history: list[Object]) -> Object:
    """The body of `messages.create` that comes to the same as a session."""
    turns: list[Object] = []
    verdicts = _verdicts(history)
    results = {id: each for each in history if (id := _replied_to(each)) is not None}
    calls: list[Object] = []

    def add(role: str, block: Object) -> None:
        if not turns or turns[-1]["role"] != role:
            turns.append({"role": role, "content": []})
        turns[-1]["content"].append(block)

    def settle() -> None:
        for asked in calls:
            denied = (
                "The user denied this call." if verdicts.get(asked["id"]) == "deny" else "This call was interrupted."
            )
            found = results.get(asked["id"], {"content": [{"type": "text", "text": denied}], "is_error": True})
            block: Object = {"type": "tool_result", "tool_use_id": asked["id"], "is_error": bool(found.get("is_error"))}
            add("user", {**block, "content": found.get("content") or [{"type": "text", "text": "done"}]})
        calls.clear()

    for each in history:
        if each["type"] == "user.message":
            settle()
            for block in each["content"]:
                add("user", block)
        elif each["type"] == "agent.message":
            settle()
            for block in each["content"]:
                add("assistant", block)
        elif each["type"] in ("agent.tool_use", "agent.custom_tool_use"):
            calls.append(each)
            add("assistant", {"type": "tool_use", "id": each["id"], "name": each["name"], "input": each["input"]})
    settle()
    tools: list[Object] = []
    for tool in agent["tools"]:
        if tool["type"] == "custom":
            tools.append({name: tool[name] for name in ("name", "description", "input_schema")})
        elif tool["type"] == "agent_toolset_20260401":
            tools += [{"name": name, **definition} for name, definition in _TOOLSET.items()]
    body: Object = {"model": agent["model"]["id"], "max_tokens": _MAX_TOKENS, "messages": turns}
    return body | ({"tools": tools} if tools else {}) | ({"system": agent["system"]} if agent.get("system") else {})


# ---- handlers of events


async def send_events(call: Call) -> Object:
    """Take events in."""
    found = SESSIONS.find(call)
    body = await call.body(param_type("EventSendParamsBase"))
    return {"data": take(call, found["id"], members(body, "events"))}


async def list_events(call: Call) -> Object:
    """A page of events, the oldest first unless it is asked for the other way round."""
    found = _history(call, SESSIONS.find(call)["id"])
    if wanted := call.queries("types"):
        found = [each for each in found if each["type"] in wanted]
    if "thread_id" in call.request.path_params:
        _find_thread(call)
    return page_by_token(call, found[::-1] if call.query("order") == "desc" else found)


async def stream_events(call: Call) -> Response:
    """The events that come from now on."""
    session = SESSIONS.find(call)
    if "thread_id" in call.request.path_params:
        _find_thread(call)
    latest = next(call.state.store.behind(EVENT, session["id"], None, descending=True), None)
    newest = 0 if latest is None else latest[0]
    previews = frozenset(call.choices("event_deltas", ("agent.message", "agent.thinking")))
    return event_stream(_events(call, session["id"], newest, previews))


async def _events(call: Call, session_id: str, after: int, previews: frozenset[str]) -> AsyncIterator[bytes]:
    store, quiet = call.state.store, 0.0
    yield b": the stream is open\n\n"
    while True:
        for position, each in store.some(EVENT, session_id, after, 100):
            after, quiet = position, 0.0
            if each["type"] in previews:
                for preview in _preview(each):
                    yield event(preview)
                    await asyncio.sleep(0)
            yield event(each)
            if each["type"] == "session.status_terminated":
                return
        session = store.get(SESSIONS.type, session_id, call.scope)
        if session is not None and session["status"] == "terminated":
            return
        if session is None:
            yield event({"type": "session.deleted", "id": new_id("sevt"), "processed_at": call.state.timestamp()})
            return
        await asyncio.sleep(_LOOK_SECONDS)
        quiet += _LOOK_SECONDS
        if quiet >= _PING_SECONDS:
            quiet = 0.0
            yield event({"type": "ping"})


def _preview(each: Object) -> list[Object]:
    start: Object = {"type": "event_start", "event": {"type": each["type"], "id": each["id"]}}
    return [
        start,
        *(
            {
                "type": "event_delta",
                "event_id": each["id"],
                "delta": {"type": "content_delta", "index": index, "content": {"type": "text", "text": part}},
            }
            for index, block in enumerate(members(each, "content"))
            for part in chunks(block["text"])
        ),
    ]


# ---- threads


def _find_thread(call: Call) -> Object:
    session = SESSIONS.find(call)
    found = call.state.store.get(THREAD, call.path("thread_id"), session["id"])
    if found is None:
        raise not_found(f"Thread not found: {call.path('thread_id')}")
    return found


async def retrieve_thread(call: Call) -> Object:
    """One thread."""
    return _find_thread(call)


async def list_threads(call: Call) -> Object:
    """A page of the threads."""
    found = call.state.store.all(THREAD, SESSIONS.find(call)["id"])
    if wanted := call.queries("statuses"):
        found = [each for each in found if each["status"] in wanted]
    return page_by_token(call, found)


async def archive_thread(call: Call) -> Object:
    """End a thread: its open calls take no result any more."""
    found = _find_thread(call)
    if found["status"] != "terminated":
        ended = {**found, "status": "terminated", "archived_at": call.state.timestamp()}
        with call.state.store.transaction():
            call.state.store.put(THREAD, found["id"], ended, found["session_id"])
            told = {"session_thread_id": found["id"], "agent_name": found["agent"].get("name", "")}
            emit(call, found["session_id"], "session.thread_status_terminated", **told)
        return ended
    return found


# ---- resources


async def add_resource(call: Call) -> Object:
    """Give a session something more."""
    found = SESSIONS.find(call)
    given = await call.body(param_type("ResourceAddParamsBase"))
    (made,) = _resources(call, {}, [given], found["environment_id"])
    changed = SESSIONS.fill({**found, "resources": [*found["resources"], made]})
    SESSIONS.put(call, changed)
    return cast("Object", changed["resources"][-1])


def _find_resource(call: Call) -> tuple[Object, Object]:
    session = SESSIONS.find(call)
    for each in session["resources"]:
        if each["id"] == call.path("resource_id"):
            return session, each
    raise not_found(f"Resource not found: {call.path('resource_id')}")


async def list_resources(call: Call) -> Object:
    """A page of the resources."""
    return page_by_token(call, SESSIONS.find(call)["resources"])


async def retrieve_resource(call: Call) -> Object:
    """One resource."""
    return _find_resource(call)[1]


async def update_resource(call: Call) -> Object:
    """Change a resource; its token is not shown."""
    session, found = _find_resource(call)
    if found["type"] != "github_repository":
        raise invalid("Only a repository can be changed: its authorization_token")
    await call.optional_body(param_type("ResourceUpdateParamsBase"))
    changed = {**found, "updated_at": call.state.timestamp()}
    kept = [changed if each is found else each for each in session["resources"]]
    SESSIONS.put(call, {**session, "resources": kept})
    return changed


async def delete_resource(call: Call) -> Object:
    """Take a resource away."""
    session, found = _find_resource(call)
    SESSIONS.put(call, {**session, "resources": [each for each in session["resources"] if each is not found]})
    return {"id": found["id"], "type": "session_resource_deleted"}


_THREAD: Final = "/threads/{thread_id}"
_RESOURCE: Final = "/resources/{resource_id}"

ENDPOINTS: Final = (
    *SESSIONS.endpoints(),
    SESSIONS.on_one("GET", list_events, "/events"),
    SESSIONS.on_one("POST", send_events, "/events"),
    SESSIONS.on_one("GET", stream_events, "/events/stream"),
    SESSIONS.on_one("GET", list_threads, "/threads"),
    SESSIONS.on_one("GET", retrieve_thread, _THREAD),
    SESSIONS.on_one("POST", archive_thread, f"{_THREAD}/archive"),
    SESSIONS.on_one("GET", list_events, f"{_THREAD}/events"),
    SESSIONS.on_one("GET", stream_events, f"{_THREAD}/stream"),
    SESSIONS.on_one("GET", list_resources, "/resources"),
    SESSIONS.on_one("POST", add_resource, "/resources"),
    SESSIONS.on_one("GET", retrieve_resource, _RESOURCE),
    SESSIONS.on_one("POST", update_resource, _RESOURCE),
    SESSIONS.on_one("DELETE", delete_resource, _RESOURCE),
)
