"""`/v1/deployments` and `/v1/deployment_runs`: agents that start a session by hand or on a schedule.

A schedule fires by the sandbox's clock: what has come due is run before the next request is served, and at once when
the clock is put forward. Runs that came due while a deployment was paused are not made up for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timezone
from itertools import islice
from typing import Any, Final

from ..call import Call
from ..errors import invalid, not_found
from ..json_utils import Object, members, moment, new_id, timestamp
from ..organization import WORKSPACE
from ..plain_objects import Kind
from ..response_shapes import fill, response_type
from ..schedules import check_schedule, moments_after, moments_between
from ..state import LOOK, State
from .managed_agents import AGENTS, BETA, ENVIRONMENTS, Part, agent_reference, agent_version, missing_parts, whats_wrong

MOST_MISSED: Final = 1000
"""How many runs of a deployment are made at once when the clock has gone on by much; the last of them."""
_NEVER: Final = datetime.max.replace(tzinfo=timezone.utc)
_SHOWN_RUNS: Final = 5
_MARK: Final = "deployment_mark"
"""From when on the schedule of a deployment counts, and when it fired last; no response shows these."""
_SESSION: Final = "session"


# ---- what a deployment is made of


def _make(call: Call, body: Object) -> Mapping[str, Any]:
    return {"vault_ids": [], **_parts(call, body, {}), "status": "active", "paused_reason": None}


def _change(call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    return _parts(call, body, found)


def _parts(call: Call, body: Object, found: Object) -> Object:
    """The parts of a body in the form of the response; refuses those that name what is not there."""
    parts: Object = {}
    if body.get("agent") is not None:
        parts["agent"] = agent_reference(call, body["agent"])
    if body.get("environment_id") is not None:
        ENVIRONMENTS.check_is_open(ENVIRONMENTS.get(call, body["environment_id"]))
    if "initial_events" in body and not body["initial_events"]:
        raise invalid("initial_events: List should have at least 1 item")
    if body.get("schedule") is not None:
        check_schedule(body["schedule"])
    changed: Object = {**found, **{name: value for name, value in body.items() if value is not None}, **parts}
    for name, id, wrong in _missing_parts(call.state, call.scope, changed):
        raise (not_found if wrong == "not_found" else invalid)(f"{name}: {id} is {wrong.replace('_', ' ')}")
    return parts


def _missing_parts(state: State, scope: str, deployment: Object) -> Iterator[Part]:
    """What a deployment needs and does not find: the name of the part, its id, and what is wrong with it."""
    wanted = [("agent", AGENTS, deployment["agent"]["id"]), ("environment", ENVIRONMENTS, deployment["environment_id"])]
    for name, kind, id in wanted:
        if wrong := whats_wrong(state.store.get(kind.type, id, scope)):
            yield name, id, wrong
    yield from missing_parts(state, scope, deployment)


class Deployments(Kind):
    """Deployments; each change of one counts its schedule from then on."""

    def put(self, call: Call, value: Object) -> None:
        """Keep a deployment, and look again at when one fires next."""
        known = call.state.store.get(self.type, value["id"], self.parent_id(call))
        if known is None or any(known[name] != value[name] for name in ("schedule", "status")):
            _mark(call.state, value["id"], since=call.state.timestamp())
        super().put(call, value)
        call.state.next_due = LOOK


def _mark(state: State, id: str, **changes: str) -> None:
    state.store.put(_MARK, id, {**(state.store.get(_MARK, id) or {"last_run_at": None}), **changes})


def _show(call: Call, found: Object) -> Object:
    if found["schedule"] is None:
        return found
    mark = call.state.store.get(_MARK, found["id"]) or {}
    fires = moments_after(found["schedule"], call.state.now()) if _is_waiting(found) else iter(())
    upcoming = [timestamp(each) for each in islice(fires, _SHOWN_RUNS)]
    last = mark.get("last_run_at")
    return {**found, "schedule": {**found["schedule"], "last_run_at": last, "upcoming_runs_at": upcoming}}


DEPLOYMENTS: Final = Deployments(
    "deployment", "/v1/deployments", "deployment_id", "depl", "Deployment", "Deployment",
    beta=BETA, is_scoped=True, omit=("budget",), make=_make, change=_change, show=_show,
    actions=("create", "list", "retrieve", "update", "archive"),
)  # fmt: skip


def _is_waiting(deployment: Object) -> bool:
    """Whether it fires by itself."""
    return bool(deployment["schedule"]) and deployment["status"] == "active" and not deployment["archived_at"]


async def pause(call: Call) -> Object:
    """Let the schedule rest; once more does nothing."""
    return _set_status(call, "paused", {"type": "manual"})


async def unpause(call: Call) -> Object:
    """Let the schedule go on from now."""
    return _set_status(call, "active", None)


def _set_status(call: Call, status: str, reason: Object | None) -> Object:
    found = DEPLOYMENTS.find(call)
    DEPLOYMENTS.check_is_open(found)
    if found["status"] != status:
        found |= {"status": status, "paused_reason": reason, "updated_at": call.state.timestamp()}
        DEPLOYMENTS.put(call, found)
    return _show(call, found)


# ---- runs


class Runs(Kind):
    """Runs, which are told apart by two things that they have no field of."""

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for: whether there was an error, and what the run was triggered by, too."""
        others = super().filters(call)
        failed = call.truth("has_error") if call.query("has_error") else None
        trigger = call.query("trigger_type")
        if trigger not in (None, "schedule", "manual"):
            raise invalid("trigger_type: Input should be 'schedule' or 'manual'")
        return lambda run: (
            others(run)
            and failed in (None, run["error"] is not None)
            and trigger in (None, run["trigger_context"]["type"])
        )


RUNS: Final = Runs(
    "deployment_run", "/v1/deployment_runs", "deployment_run_id", "drun", "DeploymentRun", "DeploymentRun",
    beta=BETA, is_scoped=True, actions=("list", "retrieve"),
)  # fmt: skip


async def run(call: Call) -> Object:
    """Run a deployment now, a paused one too."""
    found = DEPLOYMENTS.find(call)
    DEPLOYMENTS.check_is_open(found)
    return _run(call.state, call.scope, found, {"type": "manual"})


def fire_due(state: State) -> None:
    """Run every deployment whose time has come."""
    if state.now() < state.next_due:
        return
    with state.store.transaction():
        scopes = ["", *(each["id"] for each in state.store.all(WORKSPACE) if not each.get("is_default"))]
        found = [(scope, each) for scope in scopes for each in state.store.all(DEPLOYMENTS.type, scope)]
        state.next_due = min((_fire(state, scope, each) for scope, each in found), default=_NEVER)


def _fire(state: State, scope: str, deployment: Object) -> datetime:
    """Run one as often as it has come due; says when it does next."""
    if not _is_waiting(deployment):
        return _NEVER
    mark, now = state.store.get(_MARK, deployment["id"]) or {"since": state.timestamp()}, state.now()
    due = list(moments_between(deployment["schedule"], moment(mark["since"]), now))
    for at in due[-MOST_MISSED:]:
        _run(state, scope, deployment, {"type": "schedule", "scheduled_at": timestamp(at)})
        if deployment["status"] == "paused":
            return _NEVER
    if due:
        _mark(state, deployment["id"], since=timestamp(due[-1]), last_run_at=timestamp(due[-1]))
    return next(moments_after(deployment["schedule"], now), _NEVER)


def _run(state: State, scope: str, deployment: Object, trigger: Object) -> Object:
    """A run, with the session that it starts or the error that kept it from that; such an error ends a schedule."""
    error = _error(state, scope, deployment)
    made: Object = {
        "id": new_id(RUNS.prefix),
        "created_at": trigger.get("scheduled_at") or state.timestamp(),
        "agent": deployment["agent"],
        "deployment_id": deployment["id"],
        "session_id": None if error else _start_session(state, scope, deployment),
        "trigger_context": trigger,
        "error": error,
    }
    kept = RUNS.fill(made)
    state.store.put(RUNS.type, kept["id"], kept, scope)
    if error is not None and trigger["type"] == "schedule":
        reason = {"type": "error", "error": {"type": error["type"]}}
        deployment |= {"status": "paused", "paused_reason": reason, "updated_at": state.timestamp()}
        state.store.put(DEPLOYMENTS.type, deployment["id"], deployment, scope)
    return kept


def _error(state: State, scope: str, deployment: Object) -> Object | None:
    for name, id, wrong in _missing_parts(state, scope, deployment):
        known = (name, wrong) in {
            ("agent", "archived"), ("environment", "archived"), ("environment", "not_found"), ("vault", "archived"),
            ("vault", "not_found"), ("file", "not_found"), ("memory_store", "archived"),
        }  # fmt: skip
        type = f"{name}_{wrong}_error" if known else "session_resource_not_found_error"
        return {"type": type, "message": f"{name.replace('_', ' ').capitalize()} {id} is {wrong.replace('_', ' ')}"}
    return None


def _start_session(state: State, scope: str, deployment: Object) -> str:
    """A session of the deployment's agent; gives its id."""
    at = state.timestamp()
    dated = {"created_at": at, "updated_at": at}
    resources = [
        {"mount_path": f"/mnt/{index}", **resource, **dated, "id": new_id("sesrsc")}
        for index, resource in enumerate(members(deployment, "resources"))
    ]
    session: Object = {
        "id": new_id("sesn"),
        "agent": agent_version(state, deployment["agent"]),
        "deployment_id": deployment["id"],
        "environment_id": deployment["environment_id"],
        "resources": resources,
        "stats": {},
        "status": "idle",
        "title": deployment["name"],
        "usage": {},
        "vault_ids": deployment["vault_ids"],
        **dated,
    }
    made = fill(response_type("Session"), session)
    state.store.put(_SESSION, made["id"], made, scope)
    return str(made["id"])


ENDPOINTS: Final = (
    *DEPLOYMENTS.endpoints(),
    DEPLOYMENTS.on_one("POST", pause, "/pause"),
    DEPLOYMENTS.on_one("POST", unpause, "/unpause"),
    DEPLOYMENTS.on_one("POST", run, "/run"),
    *RUNS.endpoints(),
)
