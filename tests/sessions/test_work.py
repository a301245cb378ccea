"""The queue of work of a self-hosted environment: pollers and workers on both clients, some of them killed."""

from __future__ import annotations

import base64
import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from both import Both, items
from claude_client import ConflictError, PreconditionFailedError
from claude_client.errors import APIStatusError
from claude_client.sandbox import Sandbox
from claude_client.sessions.steps import Give, Lease, Pause, Send
from claude_client.sessions.work import ItemRequests, QueueRequests, keep_lease, poll, read_secret
from claude_client.sessions.workspace import SessionToolContext
from harbour import get_tide, kinds

WORKER = Path(__file__).resolve().parents[1] / "programs" / "environment_worker.py"
PATIENCE_SECONDS = 20.0


def states(api: Any, session: Any) -> list[str]:
    return [each.state for each in api.environments.work.list(session.environment_id)]


def wait_until(happens: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_worker_works_through_the_queue(both: Both, api: Any, make_session: Any) -> None:
    session = make_session()

    def body(client: Any) -> Any:
        work = client.beta.environments.work
        yield work.worker(session.environment_id, tools=[get_tide], max_idle=0.2, drain=True).run()

    both.run(body)

    assert states(api, session) == ["stopped"]
    assert kinds(api.sessions.events.list(session.id))[-3:] == [
        "session.status_running", "agent.message", "session.status_idle",
    ]  # fmt: skip


def test_the_token_of_an_item_goes_before_the_key_of_the_environment(
    both: Both, sandbox: Sandbox, make_session: Any
) -> None:
    session = make_session()
    asked: list[str] = []

    def tools(context: SessionToolContext) -> Any:
        asked.append(context.session_id)
        return [get_tide]

    def body(client: Any) -> Any:
        work = client.beta.environments.work
        worker = work.worker(session.environment_id, tools=tools, environment_key="env-key", max_idle=0.2, drain=True)
        yield worker.run()

    both.run(body)

    assert asked == [session.id]
    of_worker = [each for each in sandbox.requests if "/work/" in each.path or each.path.endswith("/events/stream")]
    assert len(of_worker) > 4
    assert all("authorization" in each.headers and "x-api-key" not in each.headers for each in of_worker)


def test_a_poller_gives_items_that_are_acknowledged_and_stops_them(both: Both, api: Any, make_session: Any) -> None:
    session = make_session()

    def body(client: Any) -> Any:
        return (yield items(client.beta.environments.work.poller(session.environment_id, drain=True)))

    (item,) = both.run(body)

    assert item.data.id == session.id
    assert states(api, session) == ["stopped"]


def test_an_item_that_is_handed_on_is_run_by_another_process(
    both: Both, api: Any, make_session: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = make_session()

    def take(client: Any) -> Any:
        poller = client.beta.environments.work.poller(session.environment_id, drain=True, auto_stop=False)
        return (yield items(poller))

    (item,) = both.run(take)
    assert states(api, session) == ["starting"]
    for name, value in (("WORK", item.id), ("ENVIRONMENT", session.environment_id), ("SESSION", session.id)):
        monkeypatch.setenv(f"ANTHROPIC_{name}_ID", value)
    monkeypatch.setenv("ANTHROPIC_ENVIRONMENT_KEY", "env-key")

    def handle(client: Any) -> Any:
        yield client.beta.environments.work.worker(tools=[get_tide], max_idle=0.2).handle_item()

    both.run(handle)

    assert states(api, session) == ["stopped"]
    assert "user.custom_tool_result" in kinds(api.sessions.events.list(session.id))


def test_what_is_missing_for_an_item_is_named(both: Both) -> None:
    def body(client: Any) -> Any:
        yield client.beta.environments.work.worker(tools=[]).handle_item()

    with pytest.raises(ValueError, match="no work_id: give it, or set ANTHROPIC_WORK_ID"):
        both.run(body)


def test_a_worker_that_is_told_to_stop_leaves_the_session(both: Both, api: Any, make_session: Any) -> None:
    session = make_session()

    def stop() -> None:
        wait_until(lambda: "user.custom_tool_result" in kinds(api.sessions.events.list(session.id)))
        wait_until(lambda: states(api, session) == ["active"])
        (item,) = api.environments.work.list(session.environment_id)
        api.environments.work.stop(item.id, environment_id=session.environment_id)

    def body(client: Any) -> Any:
        work = client.beta.environments.work
        tools: Any = [get_tide]
        yield work.worker(session.environment_id, tools=tools, max_idle=None, drain=True, lease_seconds=1).run()

    stopping = threading.Thread(target=stop)
    stopping.start()
    both.run(body)
    stopping.join()

    assert states(api, session) == ["stopped"]


def test_an_item_that_cannot_be_worked_on_is_stopped(
    both: Both, api: Any, make_session: Any, caplog: pytest.LogCaptureFixture
) -> None:
    session = make_session()

    def broken(_session_id: str) -> Any:
        raise RuntimeError("the disk is full")

    def body(client: Any) -> Any:
        work = client.beta.environments.work
        yield work.worker(session.environment_id, tools=broken, max_idle=0.2, drain=True).run()

    with caplog.at_level(logging.ERROR, "claude_client"):
        both.run(body)

    assert "it is stopped" in caplog.text
    assert states(api, session) == ["stopped"]


def test_an_item_whose_worker_is_killed_is_worked_on_by_the_next(
    api: Any, sandbox: Sandbox, make_session: Any, tmp_path: Path
) -> None:
    session, log = make_session(), tmp_path / "calls"

    def start(mode: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, str(WORKER), sandbox.url, session.environment_id, str(log), mode])

    first = start("hang")
    try:
        wait_until(log.exists)
        wait_until(lambda: states(api, session) == ["active"])
    finally:
        first.kill()
        first.wait()
    assert states(api, session) == ["active"]

    second = start("work")
    try:
        wait_until(lambda: states(api, session) == ["stopped"])
    finally:
        second.kill()
        second.wait()

    assert log.read_text("utf-8").splitlines() == ["hang Galway", "work Galway"]
    assert kinds(api.sessions.events.list(session.id)).count("user.custom_tool_result") == 1


# ---- the flows, without a network ------------------------------------------------------------------------------------


class Item:
    id = "work_1"
    latest_heartbeat_at: str | None = "t2"


class Beat:
    def __init__(self, last: str, *, ttl: int = 60, state: str = "active", extended: bool = True) -> None:
        self.last_heartbeat = last
        self.ttl_seconds = ttl
        self.state = state
        self.lease_extended = extended


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def refused(status: int) -> APIStatusError:
    import httpx

    return APIStatusError.from_response(httpx.Response(status, request=httpx.Request("POST", "http://x/")))


def of_item() -> ItemRequests:
    return ItemRequests(lambda last: f"heartbeat {last}", lambda: "retrieve", lambda: "stop")  # type: ignore[arg-type, return-value]


def test_each_heartbeat_names_the_one_before_it() -> None:
    lease = Lease(90.0)
    flow = keep_lease(of_item(), lease, Clock())

    assert next(flow) == Send("heartbeat NO_HEARTBEAT")  # type: ignore[arg-type]
    pause = flow.send(Beat("t1", ttl=20))
    assert pause == Pause(10.0)
    assert lease.seconds == 20.0
    assert flow.send(None) == Send("heartbeat t1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcome", "is_lost"),
    [
        (refused(412), True),
        (refused(401), False),
        (Beat("t", state="stopping"), False),
        (Beat("t", extended=False), False),
    ],
)
def test_a_lease_ends_where_it_cannot_be_kept(outcome: Any, is_lost: bool) -> None:
    lease = Lease(90.0)
    flow = keep_lease(of_item(), lease, Clock())
    next(flow)

    with pytest.raises(StopIteration):
        flow.throw(outcome) if isinstance(outcome, Exception) else flow.send(outcome)

    assert lease.ended
    assert lease.is_lost == is_lost


def test_a_lease_without_a_heartbeat_for_its_time_is_lost() -> None:
    lease, clock = Lease(90.0), Clock()
    flow = keep_lease(of_item(), lease, clock)
    next(flow)

    clock.now = 89.0
    assert isinstance(flow.throw(refused(503)), Pause)
    flow.send(None)
    clock.now = 90.0
    with pytest.raises(StopIteration):
        flow.throw(refused(503))

    assert lease.is_lost


def test_a_heartbeat_whose_response_was_lost_is_gone_on_from() -> None:
    lease = Lease(90.0)
    flow = keep_lease(of_item(), lease, Clock())
    next(flow)
    flow.send(Beat("t1"))
    assert flow.send(None) == Send("heartbeat t1")  # type: ignore[arg-type]

    assert isinstance(flow.throw(refused(502)), Pause)
    assert flow.send(None) == Send("heartbeat t1")  # type: ignore[arg-type]
    assert flow.throw(refused(412)) == Send("retrieve")  # type: ignore[arg-type]
    assert flow.send(Item()) == Send("heartbeat t2")  # type: ignore[arg-type]
    assert lease.ended is None


def of_queue() -> QueueRequests:
    return QueueRequests(lambda: "poll", lambda id: f"ack {id}", lambda id: f"stop {id}")  # type: ignore[arg-type, return-value]


def test_an_item_is_given_once_it_is_acknowledged_and_stopped_when_the_next_is_asked_for() -> None:
    flow, item = poll(of_queue(), drain=True, auto_stop=True), Item()

    steps = [next(flow), flow.send(item), flow.send(None), flow.send(None), flow.throw(refused(409))]

    assert steps == [Send("poll"), Send("ack work_1"), Give(item), Send("stop work_1"), Send("poll")]  # type: ignore[arg-type]
    with pytest.raises(StopIteration):
        flow.send(None)


@pytest.mark.parametrize("status", [404, 409, 412])
def test_an_item_that_somebody_else_has_is_not_given(status: int) -> None:
    flow = poll(of_queue(), drain=True, auto_stop=True)
    next(flow)
    flow.send(Item())

    assert flow.throw(refused(status)) == Send("poll")  # type: ignore[arg-type]


def test_a_refused_key_ends_a_poller_and_a_failing_server_does_not() -> None:
    flow = poll(of_queue(), drain=False, auto_stop=True)
    next(flow)
    assert isinstance(flow.throw(refused(503)), Pause)
    flow.send(None)

    with pytest.raises(APIStatusError):
        flow.throw(refused(401))


@pytest.mark.parametrize("secret", [None, "", "%%%", "bm90IGpzb24", base64.urlsafe_b64encode(b"[]").decode()])
def test_a_secret_without_a_token_has_none(secret: str | None) -> None:
    assert read_secret(secret) is None


def test_the_token_of_a_secret_is_read_with_and_without_padding() -> None:
    coded = base64.urlsafe_b64encode(json.dumps({"sessions_token": "tok", "other": 1}).encode()).decode()

    assert read_secret(coded) == read_secret(coded.rstrip("=")) == "tok"


# ---- the sandbox's queue ---------------------------------------------------------------------------------------------


def test_the_sandbox_gives_an_item_to_one_worker_at_a_time(api: Any, make_session: Any) -> None:
    session = make_session()
    work, ids = api.environments.work, {"environment_id": session.environment_id}

    item = work.poll(session.environment_id)
    assert work.poll(session.environment_id) is None
    with pytest.raises(PreconditionFailedError):
        work.heartbeat(item.id, **ids)
    work.ack(item.id, **ids)
    first = work.heartbeat(item.id, expected_last_heartbeat="NO_HEARTBEAT", **ids)
    with pytest.raises(PreconditionFailedError):
        work.heartbeat(item.id, expected_last_heartbeat="NO_HEARTBEAT", **ids)
    assert work.heartbeat(item.id, expected_last_heartbeat=first.last_heartbeat, **ids).lease_extended
    assert work.stop(item.id, **ids).state == "stopping"
    assert work.stop(item.id, force=True, **ids).state == "stopped"
    with pytest.raises(ConflictError):
        work.stop(item.id, force=True, **ids)
