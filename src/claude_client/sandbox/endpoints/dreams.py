"""`/v1/dreams`: jobs that rewrite what is remembered, from a memory store and past sessions.

Time moves a dream on: it is pending, runs, and has ended a little later, by the sandbox's clock. What comes of it in
the sandbox is a store with the memories that went in, without those whose content another one has too.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from ..call import Call
from ..errors import invalid, not_found
from ..json_utils import Object, moment, new_id, timestamp
from ..models import usable
from ..plain_objects import Kind
from ..tokens import count
from .managed_agents import MEMORIES, MEMORY_STORES, put_memory

BETA: Final = "dreaming-2026-04-21"
SECONDS_PENDING: Final = 0.05
SECONDS_RUNNING: Final = 0.05
_SESSION: Final = "session"
_ENDED: Final = ("completed", "failed", "canceled")
_NOTHING_USED: Final = dict.fromkeys(
    ("cache_creation_input_tokens", "cache_read_input_tokens", "input_tokens", "output_tokens"), 0
)


def _make(call: Call, body: Object) -> Mapping[str, Any]:
    model = {"id": body["model"]} if isinstance(body["model"], str) else dict(body["model"])
    usable(model["id"])
    if not body["inputs"]:
        raise invalid("inputs: List should have at least 1 item")
    for index, given in enumerate(body["inputs"]):
        wanted = given["session_ids"] if given["type"] == "sessions" else [given["memory_store_id"]]
        kind = _SESSION if given["type"] == "sessions" else MEMORY_STORES.type
        for id in wanted:
            if call.state.store.get(kind, id, call.scope) is None:
                raise not_found(f"inputs.{index}: {kind.replace('_', ' ').capitalize()} not found: {id}")
    behavior = body.get("output_behavior") or {"type": "create_new"}
    if behavior["type"] == "update_existing":
        MEMORY_STORES.check_is_open(MEMORY_STORES.get(call, behavior["memory_store_id"]))
    return {"model": model, "output_behavior": behavior, "status": "pending", "outputs": [], "usage": _NOTHING_USED}


class Dreams(Kind):
    """Dreams, which go on while nobody looks."""

    def check_parent(self, call: Call) -> None:
        """Let each dream be where it is by now."""
        super().check_parent(call)
        for each in call.state.store.all(self.type, self.parent_id(call)):
            if each["status"] not in _ENDED:
                _go_on(call, each)

    async def archive(self, call: Call) -> Object:
        """Archive a dream that has ended."""
        found = self.find(call)
        if found["status"] not in _ENDED:
            raise invalid(f"Dream {found['id']} is {found['status']}: only one that has ended can be archived")
        return await super().archive(call)


DREAMS: Final = Dreams(
    "dream", "/v1/dreams", "dream_id", "drm", "Dream", "Dream",
    beta=BETA, is_scoped=True, make=_make, actions=("create", "list", "retrieve", "archive"),
)  # fmt: skip


async def cancel(call: Call) -> Object:
    """End a dream before it has ended; once more does nothing."""
    found = DREAMS.find(call)
    if found["status"] in ("completed", "failed"):
        raise invalid(f"Dream {found['id']} is {found['status']} and can not be canceled")
    if found["status"] != "canceled":
        found |= {"status": "canceled", "ended_at": call.state.timestamp()}
        DREAMS.put(call, found)
    return found


def _go_on(call: Call, dream: Object) -> None:
    running = moment(dream["created_at"]) + timedelta(seconds=SECONDS_PENDING)
    ends = running + timedelta(seconds=SECONDS_RUNNING)
    now = call.state.now()
    if now >= ends:
        with call.state.store.transaction():
            DREAMS.put(call, {**dream, **_end(call, dream), "ended_at": timestamp(ends)})
    elif now >= running and dream["status"] == "pending":
        DREAMS.put(call, {**dream, "status": "running"})


def _end(call: Call, dream: Object) -> Object:
    """What has changed of a dream when it has ended."""
    state, memories = call.state, dict[str, str]()
    for given in dream["inputs"]:
        if given["type"] == "memory_store":
            if state.store.get(MEMORY_STORES.type, given["memory_store_id"], call.scope) is None:
                return _failure("memory_store_not_found", f"Memory store not found: {given['memory_store_id']}")
            memories |= {
                each["path"]: each["content"] for each in state.store.all(MEMORIES.type, given["memory_store_id"])
            }
    kept = {content: path for path, content in reversed(memories.items())}
    behavior = dream["output_behavior"]
    if behavior["type"] == "create_new":
        store_id = _new_store(call, dream)
    else:
        store_id = behavior["memory_store_id"]
        target = state.store.get(MEMORY_STORES.type, store_id, call.scope)
        if target is None or target["archived_at"]:
            return _failure("memory_store_archived" if target else "memory_store_not_found", f"No use of {store_id}")
    known = {each["path"]: each for each in state.store.all(MEMORIES.type, store_id)}
    for content, path in reversed(kept.items()):
        if path not in known or known[path]["content"] != content:
            put_memory(call, store_id, path, content, known.get(path))
    usage = {
        **_NOTHING_USED,
        "input_tokens": count("".join(memories.values()) + (dream["instructions"] or "")),
        "output_tokens": count("".join(kept)),
    }
    return {"status": "completed", "outputs": [{"type": "memory_store", "memory_store_id": store_id}], "usage": usage}


def _new_store(call: Call, dream: Object) -> str:
    at = call.state.timestamp()
    made = MEMORY_STORES.fill(
        {
            "id": new_id(MEMORY_STORES.prefix),
            "name": f"Dream {dream['id']}",
            "description": dream["instructions"] or "",
            "created_at": at,
            "updated_at": at,
        }
    )
    MEMORY_STORES.put(call, made)
    return str(made["id"])


def _failure(type: str, message: str) -> Object:
    return {"status": "failed", "error": {"type": type, "message": message}}


ENDPOINTS: Final = (*DREAMS.endpoints(), DREAMS.on_one("POST", cancel, "/cancel"))
