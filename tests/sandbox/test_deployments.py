"""Deployments: run by hand and on a schedule, by a clock that the test puts forward."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import httpx
import pytest

from claude_client.sandbox import Sandbox

from .asking import refusal
from .conftest import HEADERS
from .facts import mistakes, schema

BETAS = {"anthropic-beta": "managed-agents-2026-04-01,agent-memory-2026-07-22"}
START = datetime(2026, 12, 1, 8, 30, tzinfo=timezone.utc)
DAY = 86_400
NINE_IN_BERLIN = {"type": "cron", "expression": "0 9 * * *", "timezone": "Europe/Berlin"}
HELLO = [{"type": "user.message", "content": [{"type": "text", "text": "Hello"}]}]


class Caller:
    """A sandbox whose clock stands still, with an agent and an environment."""

    def __init__(self) -> None:
        self.sandbox = Sandbox(clock=lambda: START).start()
        self.http = httpx.Client(base_url=self.sandbox.url, headers=HEADERS | BETAS, timeout=30)
        self.agent = self.post("/v1/agents", {"name": "A", "model": "claude-opus-5"})
        self.environment = self.post("/v1/environments", {"name": "E"})

    def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        response = self.http.post(path, json=body or {})
        assert response.status_code == 200, response.text
        return response.json()

    def get(self, path: str, **query: Any) -> dict[str, Any]:
        response = self.http.get(path, params=query)
        assert response.status_code == 200, response.text
        return response.json()

    def deploy(self, **body: Any) -> dict[str, Any]:
        given = {"name": "D", "agent": self.agent["id"], "environment_id": self.environment["id"],
                 "initial_events": HELLO, **body}  # fmt: skip
        made = self.post("/v1/deployments", given)
        assert mistakes(made, schema("deployments.create")) == []
        return made

    def runs(self, **query: Any) -> list[dict[str, Any]]:
        page = self.get("/v1/deployment_runs", **query)
        assert mistakes(page, schema("deployment_runs.list")) == []
        return page["data"]


@pytest.fixture(scope="module")
def running() -> Any:
    caller = Caller()
    yield caller
    caller.http.close()
    caller.sandbox.stop()


@pytest.fixture
def caller(running: Caller) -> Any:
    """The same sandbox for all tests; what one of them deployed is not there for the next."""
    yield running
    for each in running.get("/v1/deployments", limit=1000)["data"]:
        running.post(f"/v1/deployments/{each['id']}/archive")


def test_a_run_by_hand_starts_a_session(caller: Caller) -> None:
    made = caller.deploy(description="d", metadata={"a": "b"})

    run = caller.post(f"/v1/deployments/{made['id']}/run")

    assert mistakes(run, schema("deployments.run")) == []
    assert (run["deployment_id"], run["trigger_context"], run["error"]) == (made["id"], {"type": "manual"}, None)
    assert run["agent"] == {"id": caller.agent["id"], "type": "agent", "version": 1}
    assert run["session_id"].startswith("sesn_")
    assert caller.get(f"/v1/deployment_runs/{run['id']}") == run
    assert caller.runs(deployment_id=made["id"]) == [run]
    assert caller.runs(deployment_id=made["id"], trigger_type="schedule") == []
    assert caller.runs(deployment_id=made["id"], has_error="true") == []


def test_a_schedule_fires_when_the_clock_has_gone_on(caller: Caller) -> None:
    made = caller.deploy(schedule=NINE_IN_BERLIN)
    first, *_ = made["schedule"]["upcoming_runs_at"]
    assert len(made["schedule"]["upcoming_runs_at"]) == 5
    assert made["schedule"]["last_run_at"] is None

    caller.sandbox.advance(2 * DAY)

    runs = caller.runs(deployment_id=made["id"], trigger_type="schedule")
    assert [run["trigger_context"]["scheduled_at"][11:19] for run in runs] == ["08:00:00"] * 2
    assert runs[-1]["trigger_context"]["scheduled_at"] == first
    shown = caller.get(f"/v1/deployments/{made['id']}")
    assert shown["schedule"]["last_run_at"] == runs[0]["trigger_context"]["scheduled_at"]
    assert mistakes(shown, schema("deployments.retrieve")) == []


def test_what_is_missed_in_a_pause_is_not_made_up_for(caller: Caller) -> None:
    made = caller.deploy(schedule=NINE_IN_BERLIN)
    path = f"/v1/deployments/{made['id']}"

    paused = caller.post(f"{path}/pause")
    caller.sandbox.advance(3 * DAY)
    active = caller.post(f"{path}/unpause")
    caller.sandbox.advance(DAY)

    assert (paused["status"], paused["paused_reason"]) == ("paused", {"type": "manual"})
    assert paused["schedule"]["upcoming_runs_at"] == []
    assert (active["status"], active["paused_reason"]) == ("active", None)
    assert len(caller.runs(deployment_id=made["id"])) == 1


def test_a_schedule_that_can_not_run_is_paused_with_the_reason(caller: Caller) -> None:
    environment = caller.post("/v1/environments", {"name": "gone soon"})
    made = caller.deploy(schedule=NINE_IN_BERLIN, environment_id=environment["id"])
    caller.post(f"/v1/environments/{environment['id']}/archive")

    caller.sandbox.advance(3 * DAY)

    (run,) = caller.runs(deployment_id=made["id"])
    assert (run["session_id"], run["error"]["type"]) == (None, "environment_archived_error")
    assert caller.runs(deployment_id=made["id"], has_error="true") == [run]
    shown = caller.get(f"/v1/deployments/{made['id']}")
    assert shown["paused_reason"] == {"type": "error", "error": {"type": "environment_archived_error"}}
    assert mistakes(shown, schema("deployments.retrieve")) == []


def test_a_change_of_the_schedule_counts_from_now(caller: Caller) -> None:
    made = caller.deploy(schedule=NINE_IN_BERLIN)
    hourly = {"type": "cron", "expression": "0 * * * *", "timezone": "UTC"}

    changed = caller.post(f"/v1/deployments/{made['id']}", {"schedule": hourly})
    caller.sandbox.advance(3 * 3600)
    off = caller.post(f"/v1/deployments/{made['id']}", {"schedule": None})
    caller.sandbox.advance(DAY)

    assert changed["schedule"]["expression"] == "0 * * * *"
    assert off["schedule"] is None
    assert len(caller.runs(deployment_id=made["id"])) == 3


def test_an_archived_deployment_neither_fires_nor_runs(caller: Caller) -> None:
    made = caller.deploy(schedule=NINE_IN_BERLIN)
    caller.post(f"/v1/deployments/{made['id']}/archive")

    caller.sandbox.advance(DAY)

    assert caller.runs(deployment_id=made["id"]) == []
    assert refusal(caller.http.post(f"/v1/deployments/{made['id']}/run")) == (
        400, f"Deployment {made['id']} is archived")  # fmt: skip


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        ({"schedule": {**NINE_IN_BERLIN, "timezone": "Berlin"}}, 400, "schedule.timezone: 'Berlin' is not the name"),
        ({"schedule": {**NINE_IN_BERLIN, "expression": "0 9 * *"}}, 400, "schedule.expression: expected five fields"),
        ({"schedule": {**NINE_IN_BERLIN, "expression": "99 9 * * *"}}, 400, "schedule.expression: Bad minute"),
        ({"agent": "agent_none"}, 404, "Agent not found: agent_none"),
        ({"environment_id": "env_none"}, 404, "Environment not found: env_none"),
        ({"vault_ids": ["vlt_none"]}, 404, "vault: vlt_none is not found"),
        ({"resources": [{"type": "file", "file_id": "file_none"}]}, 404, "file: file_none is not found"),
        ({"initial_events": []}, 400, "initial_events: List should have at least 1 item"),
    ],
)
def test_a_deployment_of_what_is_not_there_is_refused(caller: Caller, body: Any, status: int, says: str) -> None:
    given = {"name": "D", "agent": caller.agent["id"], "environment_id": caller.environment["id"],
             "initial_events": HELLO, **body}  # fmt: skip

    found = refusal(caller.http.post("/v1/deployments", json=given))

    assert found[0] == status
    assert found[1].startswith(says)


def test_the_clock_goes_forward_only(caller: Caller) -> None:
    with pytest.raises(ValueError, match="expected 0 or more, the clock only goes forward"):
        caller.sandbox.advance(-1)
    before = caller.http.get("/_sandbox/clock").json()["now"]

    after = caller.http.post("/_sandbox/clock", json={"advance_seconds": 90}).json()["now"]

    assert (datetime.fromisoformat(after[:-1]) - datetime.fromisoformat(before[:-1])).total_seconds() == 90
    assert caller.http.post("/_sandbox/clock", json={"advance_seconds": "90"}).status_code == 400


def test_a_sandbox_that_forgets_everything_forgets_what_time_it_was_told() -> None:
    with Sandbox(clock=lambda: START) as sandbox:
        sandbox.advance(DAY)

        sandbox.reset(state=True)

        assert httpx.get(f"{sandbox.url}/_sandbox/clock").json() == {"now": "2026-12-01T08:30:00.000000Z"}


def test_a_workspace_does_not_see_what_another_one_has(caller: Caller) -> None:
    admin = {"x-api-key": caller.sandbox.admin_api_key}
    other = caller.http.post("/v1/organizations/workspaces", json={"name": "Other"}, headers=admin).json()["id"]
    made = caller.deploy(schedule=NINE_IN_BERLIN)
    there = {"anthropic-workspace-id": other}

    assert caller.http.get(f"/v1/deployments/{made['id']}", headers=there).status_code == 404
    assert caller.http.get("/v1/agents", headers=there).json()["data"] == []
    caller.sandbox.advance(DAY)
    assert caller.http.get("/v1/deployment_runs", headers=there).json()["data"] == []
    assert len(caller.runs(deployment_id=made["id"])) == 1
