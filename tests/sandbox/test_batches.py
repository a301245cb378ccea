"""`/v1/messages/batches` over real HTTP."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import pytest

from claude_client.sandbox import API_KEY, Sandbox

from .asking import body, ended, refusal, text

HEADERS = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}


def request(custom_id: str, **fields: Any) -> dict[str, Any]:
    return {"custom_id": custom_id, "params": body(f"Who is {custom_id}?", **fields)}


def create(api: httpx.Client, *requests: dict[str, Any]) -> dict[str, Any]:
    response = api.post("/v1/messages/batches", json={"requests": requests})
    assert response.status_code == 200, response.text
    return response.json()


def results(api: httpx.Client, id: str) -> list[dict[str, Any]]:
    response = api.get(f"/v1/messages/batches/{id}/results")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/x-jsonl"
    return [json.loads(line) for line in response.text.splitlines()]


def test_a_batch_is_processed_in_the_background(api: httpx.Client) -> None:
    batch = create(api, request("a"), request("b"))

    assert batch["processing_status"] == "in_progress"
    assert batch["request_counts"]["processing"] == 2
    assert batch["results_url"] is None
    done = ended(api, batch["id"])
    assert done["request_counts"] == {"processing": 0, "succeeded": 2, "errored": 0, "canceled": 0, "expired": 0}
    assert done["ended_at"] >= done["created_at"]
    assert api.get(done["results_url"]).status_code == 200


def test_every_request_gets_its_own_result_in_another_order(api: httpx.Client) -> None:
    names = [f"person-{number}" for number in range(50)]

    id = create(api, *(request(name) for name in names))["id"]
    ended(api, id)

    found = results(api, id)
    assert [result["custom_id"] for result in found] != names
    assert sorted(result["custom_id"] for result in found) == sorted(names)
    for result in found:
        assert f"Who is {result['custom_id']}?" in text(result["result"]["message"])
        assert result["result"]["message"]["usage"]["service_tier"] == "batch"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"max_tokens": "x"}, "max_tokens: Input should be a valid integer"),
        ({"max_tokens": 0}, "max_tokens: Input should be greater than or equal to 1"),
        ({"stream": True}, "stream: is not supported in a batch"),
        ({"model": "claude-none"}, "model: claude-none"),
    ],
)
def test_a_wrong_request_is_an_errored_result(api: httpx.Client, fields: dict[str, Any], message: str) -> None:
    id = create(api, request("good"), request("wrong", **fields))["id"]

    assert ended(api, id)["request_counts"]["errored"] == 1
    wrong = next(result["result"] for result in results(api, id) if result["custom_id"] == "wrong")
    assert wrong["type"] == "errored"
    assert wrong["error"]["type"] == "error"
    assert wrong["error"]["error"]["message"] == message


@pytest.mark.parametrize(
    ("requests", "message"),
    [
        ([], "requests: List should have 1 to 100000 items"),
        ([request("a"), request("a")], "requests.1.custom_id: 'a' is the id of another request too"),
        ([request("a b")], "requests.0.custom_id: String should match pattern '^[a-zA-Z0-9_-]{1,64}$'"),
        ([{"params": {}}], "requests.0.custom_id: Field required"),
        ([{"custom_id": "a", "params": {}, "more": 1}], "requests.0.more: Extra inputs are not permitted"),
    ],
)
def test_a_wrong_batch_is_refused(api: httpx.Client, requests: list[Any], message: str) -> None:
    assert refusal(api.post("/v1/messages/batches", json={"requests": requests})) == (400, message)


def test_results_of_an_unfinished_batch_are_not_there() -> None:
    with Sandbox(batch_delay=3600) as sandbox, httpx.Client(base_url=sandbox.url, headers=HEADERS) as api:
        id = create(api, request("a"))["id"]

        assert api.get(f"/v1/messages/batches/{id}/results").status_code == 404
        assert api.delete(f"/v1/messages/batches/{id}").status_code == 400


def test_a_canceled_batch_ends_with_canceled_results() -> None:
    with Sandbox(batch_delay=3600) as sandbox, httpx.Client(base_url=sandbox.url, headers=HEADERS) as api:
        id = create(api, request("a"), request("b"))["id"]

        canceled = api.post(f"/v1/messages/batches/{id}/cancel").json()
        done = ended(api, id)

        assert canceled["processing_status"] == "canceling"
        assert done["cancel_initiated_at"]
        assert done["request_counts"]["canceled"] == 2
        assert Counter(result["result"]["type"] for result in results(api, id)) == {"canceled": 2}


def test_a_batch_expires() -> None:
    with (
        Sandbox(batch_lifetime=0) as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS) as api,
    ):
        id = create(api, request("a"))["id"]

        assert ended(api, id)["request_counts"]["expired"] == 1
        assert results(api, id) == [{"custom_id": "a", "result": {"type": "expired"}}]


def test_batches_are_listed_newest_first_and_can_be_deleted(api: httpx.Client) -> None:
    first, second = create(api, request("a"))["id"], create(api, request("b"))["id"]
    ended(api, first)

    page = api.get("/v1/messages/batches", params={"limit": 2}).json()
    deleted = api.delete(f"/v1/messages/batches/{first}").json()

    assert [batch["id"] for batch in page["data"]] == [second, first]
    assert deleted == {"id": first, "type": "message_batch_deleted"}
    assert api.get(f"/v1/messages/batches/{first}").status_code == 404


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_a_killed_sandbox_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claude_client.sandbox", "--port", "0", "--db", str(tmp_path / "state.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = next(word for word in process.stdout.readline().split() if word.startswith("http")).rstrip(",")
        with httpx.Client(base_url=url, headers=HEADERS, timeout=30) as api:
            id = create(api, *(request(f"r-{number}") for number in range(300)))["id"]
            file = api.post("/v1/files", files={"file": ("a.txt", b"kept", "text/plain")}).json()["id"]
        process.send_signal(signal.SIGKILL)

    with (
        Sandbox(db=tmp_path / "state.db") as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS, timeout=30) as api,
    ):
        assert ended(api, id)["request_counts"]["succeeded"] == 300
        assert len({result["custom_id"] for result in results(api, id)}) == 300
        assert api.get(f"/v1/files/{file}").json()["filename"] == "a.txt"
