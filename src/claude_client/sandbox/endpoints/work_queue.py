"""`/v1/environments/{id}/work`: what is to be done in a self-hosted environment, given out under leases.

An item is queued, claimed by a poll (`starting`), acknowledged, and `active` from its first heartbeat on. One that is
not acknowledged, or whose heartbeats stop, goes back to the queue.
"""

from __future__ import annotations

import asyncio
import base64
import json
from datetime import datetime, timedelta
from typing import Any, Final

from starlette.responses import Response

from ..call import Call, Result
from ..errors import Refusal, not_found
from ..json_utils import Object, member, moment, new_id, timestamp
from ..pages import page_by_token
from ..response_shapes import param_type
from .managed_agents import ENVIRONMENTS

WORK: Final = "work"
RECLAIM_MILLISECONDS: Final = 5000
LEASE_SECONDS: Final = 300
_LOOK_SECONDS: Final = 0.02
_NO_HEARTBEAT: Final = "NO_HEARTBEAT"
_TIMES: Final = ("acknowledged_at", "latest_heartbeat_at", "started_at", "stop_requested_at", "stopped_at")


def enqueue(call: Call, session: Object) -> None:
    """Queue a session that has something to do, unless it is in the queue or worked on already."""
    environment_id = session["environment_id"]
    for each in call.state.store.all(WORK, environment_id):
        if each["data"]["id"] == session["id"] and each["state"] in ("queued", "starting", "active"):
            return
    item: Object = {
        "id": new_id("work"), "type": "work", "state": "queued", "environment_id": environment_id, "secret": None,
        "data": {"type": "session", "id": session["id"]}, "metadata": {}, "created_at": call.state.timestamp(),
        **dict.fromkeys(_TIMES), "_lease": None,
    }  # fmt: skip
    _put(call, item)


def _put(call: Call, item: Object) -> None:
    call.state.store.put(WORK, item["id"], item, item["environment_id"])


def _show(item: Object) -> Object:
    return {name: value for name, value in item.items() if not name.startswith("_")}


def _find(call: Call) -> Object:
    environment = ENVIRONMENTS.find(call)
    found = call.state.store.get(WORK, call.path("work_id"), environment["id"])
    if found is None:
        raise not_found(f"Work not found: {call.path('work_id')}")
    return found


def _has_lapsed(item: Object, at: datetime, reclaim: timedelta) -> bool:
    """Whether whoever has an item has given no sign of it for too long."""
    if item["state"] == "starting" and item["acknowledged_at"] is None:
        return at - moment(item["_claimed_at"]) > reclaim
    if item["state"] not in ("starting", "active", "stopping"):
        return False
    since = moment(item["latest_heartbeat_at"] or item["acknowledged_at"])
    return at - since > timedelta(seconds=item["_lease"] or LEASE_SECONDS)


def _claim(call: Call, environment_id: str, reclaim: timedelta) -> Object | None:
    with call.state.store.transaction():
        at = call.state.now()
        for item in call.state.store.all(WORK, environment_id):
            if item["state"] == "stopping" and _has_lapsed(item, at, reclaim):
                _put(call, {**item, "state": "stopped", "stopped_at": timestamp(at)})
            elif item["state"] == "queued" or _has_lapsed(item, at, reclaim):
                claimed = {**item, **dict.fromkeys(_TIMES), "state": "starting", "_claimed_at": timestamp(at)}
                _put(call, {**claimed, "_lease": None})
                return claimed
    return None


async def poll(call: Call) -> Result:
    """The next item, held for whoever asked; null where there is none."""
    environment = ENVIRONMENTS.find(call)
    wait = call.whole_number("block_ms", 0, 1, 999) / 1000 if call.query("block_ms") else 0.0
    reclaim = timedelta(milliseconds=call.whole_number("reclaim_older_than_ms", RECLAIM_MILLISECONDS, 1, 1 << 31))
    while (item := _claim(call, environment["id"], reclaim)) is None:
        if wait <= 0:
            return Response(b"null", media_type="application/json")
        await asyncio.sleep(_LOOK_SECONDS)
        wait -= _LOOK_SECONDS
    secret = {"sessions_token": call.request.headers.get("authorization", "").partition(" ")[2]}
    coded = base64.urlsafe_b64encode(json.dumps(secret).encode()).decode().rstrip("=")
    return _show({**item, "secret": coded if secret["sessions_token"] else None})


async def acknowledge(call: Call) -> Object:
    """Note that a worker has an item."""
    found = _find(call)
    if found["state"] not in ("starting", "active"):
        raise Refusal(409, f"Work {found['id']} is {found['state']}: it cannot be acknowledged")
    changed = {**found, "acknowledged_at": found["acknowledged_at"] or call.state.timestamp()}
    _put(call, changed)
    return _show(changed)


async def beat(call: Call) -> Object:
    """Extend the lease of an item."""
    found = _find(call)
    expected = call.query("expected_last_heartbeat")
    last = found["latest_heartbeat_at"]
    if found["state"] in ("queued", "starting") and found["acknowledged_at"] is None:
        raise _lease_lost(found, "is not yours")
    if expected is not None and expected != (last or _NO_HEARTBEAT):
        raise _lease_lost(found, "has another heartbeat than the expected one")
    seconds = call.whole_number("desired_ttl_seconds", found["_lease"] or LEASE_SECONDS, 1, 3600)
    extended = found["state"] in ("starting", "active")
    beaten = call.state.timestamp()
    state = "active" if extended else found["state"]
    changes: Object = {"latest_heartbeat_at": beaten, "state": state, "_lease": seconds}
    _put(call, {**found, **changes, "started_at": found["started_at"] or beaten})
    return {
        "type": "work_heartbeat", "last_heartbeat": beaten, "lease_extended": extended, "state": state,
        "ttl_seconds": seconds,
    }  # fmt: skip


def _lease_lost(item: Object, problem: str) -> Refusal:
    return Refusal(412, f"Work {item['id']} {problem}: the lease is lost", type="invalid_request_error")


async def stop(call: Call) -> Object:
    """End an item: at once by force or where nobody works on it, else when its worker notices."""
    found = _find(call)
    body = await call.optional_body(param_type("WorkStopParamsBase"))
    if found["state"] == "stopped" or (found["state"] == "stopping" and not body.get("force")):
        raise Refusal(409, f"Work {found['id']} is {found['state']} already")
    moment_now = call.state.timestamp()
    at_once = body.get("force") or found["state"] != "active"
    changes: dict[str, Any] = {"state": "stopping", "stop_requested_at": moment_now}
    if at_once:
        changes |= {"state": "stopped", "stopped_at": moment_now}
    _put(call, {**found, **changes})
    return _show({**found, **changes})


async def retrieve(call: Call) -> Object:
    """One item."""
    return _show(_find(call))


async def update(call: Call) -> Object:
    """Change the metadata of an item."""
    found = _find(call)
    body = await call.optional_body(param_type("WorkUpdateParamsBase"))
    merged: Object = {**found["metadata"], **member(body, "metadata")}
    changed = {**found, "metadata": {key: value for key, value in merged.items() if value is not None}}
    _put(call, changed)
    return _show(changed)


async def list_page(call: Call) -> Object:
    """A page of the items."""
    items = call.state.store.all(WORK, ENVIRONMENTS.find(call)["id"])
    return page_by_token(call, [_show(each) for each in items])


async def stats(call: Call) -> Object:
    """How much waits, and how much is claimed and not acknowledged."""
    items = call.state.store.all(WORK, ENVIRONMENTS.find(call)["id"])
    queued = [each for each in items if each["state"] == "queued"]
    pending = [each for each in items if each["state"] == "starting" and each["acknowledged_at"] is None]
    return {
        "type": "work_queue_stats", "depth": len(queued), "pending": len(pending), "workers_polling": None,
        "oldest_queued_at": queued[0]["created_at"] if queued else None,
    }  # fmt: skip


_ONE: Final = "/work/{work_id}"

ENDPOINTS: Final = (
    ENVIRONMENTS.on_one("GET", poll, "/work/poll"),
    ENVIRONMENTS.on_one("GET", stats, "/work/stats"),
    ENVIRONMENTS.on_one("GET", list_page, "/work"),
    ENVIRONMENTS.on_one("GET", retrieve, _ONE),
    ENVIRONMENTS.on_one("POST", update, _ONE),
    ENVIRONMENTS.on_one("POST", acknowledge, f"{_ONE}/ack"),
    ENVIRONMENTS.on_one("POST", beat, f"{_ONE}/heartbeat"),
    ENVIRONMENTS.on_one("POST", stop, f"{_ONE}/stop"),
)
