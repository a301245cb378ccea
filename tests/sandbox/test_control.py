"""Faults that a client asks for itself, by a header or by a call, and what it can see of its requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from claude_client import Client, OverloadedError
from claude_client.sandbox import API_KEY, Sandbox

from .asking import body, refusal

HEADERS = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}


@pytest.fixture
def api(told: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=told.url, headers=HEADERS, timeout=30) as client:
        yield client


def status(api: httpx.Client, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return api.post("/v1/messages", json=body(), headers=named).status_code


def test_a_header_lets_a_request_fail(api: httpx.Client) -> None:
    response = api.get("/v1/models", headers={"x-sandbox-fault": "429; retry-after=3"})

    assert (response.status_code, response.headers["retry-after"]) == (429, "3")
    assert api.get("/v1/models").status_code == 200


def test_a_header_with_an_id_lets_the_first_requests_fail(api: httpx.Client) -> None:
    fault = {"x_sandbox_fault": "529; times=2; id=a1"}

    assert [status(api, **fault) for _ in range(3)] == [529, 529, 200]
    assert status(api, x_sandbox_fault="529; times=2; id=a2") == 529


def test_a_header_works_through_the_retries_of_a_client(told: Sandbox) -> None:
    with Client(base_url=told.url, api_key=told.api_key, max_retries=2) as client:
        fault = {"x-sandbox-fault": "429; retry-after=0.01; times=2; id=call-1"}

        message = client.messages.create(**body(), extra_headers=fault)

    assert [attempt.status for attempt in message.response.attempts] == [429, 429, 200]


def test_a_header_breaks_a_stream(client: Client) -> None:
    with pytest.raises(OverloadedError):
        list(client.messages.create(**body(), stream=True, extra_headers={"x-sandbox-fault": "error event"}))


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("gone", "x-sandbox-fault: unknown fault 'gone'"),
        ("refused; seconds=1", "x-sandbox-fault: the port can not be refused"),
        ("error-event", "x-sandbox-fault: error-event needs a request with stream: true"),
    ],
)
def test_a_header_that_can_not_be_heeded_is_refused(api: httpx.Client, fault: str, message: str) -> None:
    response = api.post("/v1/messages", json=body(), headers={"x-sandbox-fault": fault})

    assert response.status_code == 400
    assert refusal(response)[1].startswith(message)


@pytest.mark.parametrize(
    "asked",
    [
        {"fault": "429; retry-after=2; times=2; path=/v1/messages"},
        {"fault": 429, "retry_after": 2, "times": 2, "path": "/v1/messages"},
        {"fault": "429", "retry-after": "2", "times": "2", "path": "/v1/messages"},
    ],
)
def test_faults_are_posted_listed_and_deleted(told: Sandbox, api: httpx.Client, asked: dict[str, Any]) -> None:
    added = api.post("/_sandbox/faults", json=asked)

    assert added.json() == {"fault": "429; retry-after=2; path=/v1/messages; times=2", "left": 2, "met": 0}
    assert api.get("/v1/models").status_code == 200
    assert status(api) == 429
    assert [(each["left"], each["met"]) for each in api.get("/_sandbox/faults").json()["faults"]] == [(1, 1)]
    assert api.delete("/_sandbox/faults").json() == {"deleted": 1}
    assert status(api) == 200
    assert [request.path for request in told.requests] == ["/v1/models", "/v1/messages", "/v1/messages"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({}, "unknown fault ''"),
        ({"fault": "429", "after": 1}, "unknown option 'after' of a fault"),
        ({"fault": "429", "model": 5}, "invalid model=5: expected text"),
        ({"fault": "429; id=a"}, "id: is for the header"),
        ({"fault": "refused"}, "refused: needs seconds"),
    ],
)
def test_a_fault_that_can_not_be_is_not_taken(api: httpx.Client, asked: dict[str, Any], message: str) -> None:
    response = api.post("/_sandbox/faults", json=asked)

    assert response.status_code == 400
    assert refusal(response)[1].startswith(message)
    assert api.get("/_sandbox/faults").json() == {"faults": []}


def test_the_port_can_be_refused_over_http_for_a_while(told: Sandbox) -> None:
    assert httpx.post(f"{told.url}/_sandbox/faults", json={"fault": "refused", "seconds": 0.3}).status_code == 200

    failed = 0
    with pytest.raises(httpx.ConnectError):
        while True:
            # A connection that was made and not accepted yet when the port was closed is reset.
            with suppress(httpx.ReadError):
                httpx.get(f"{told.url}/v1/models", headers=HEADERS)
    while failed < 10_000:
        try:
            response = httpx.get(f"{told.url}/v1/models", headers=HEADERS)
            break
        except httpx.ConnectError:
            failed += 1

    assert response.status_code == 200
    assert httpx.get(f"{told.url}/_sandbox/faults").json() == {"faults": []}


def test_what_came_in_can_be_read_without_a_key(told: Sandbox, api: httpx.Client) -> None:
    status(api)

    (request,) = httpx.get(f"{told.url}/_sandbox/requests").json()["requests"]

    assert (request["method"], request["path"], request["status"]) == ("POST", "/v1/messages", 200)
    assert request["json"] == body()
    assert request["headers"]["x-api-key"] == "[removed]"
    assert httpx.delete(f"{told.url}/_sandbox/requests").json() == {"deleted": 1}
    assert told.requests == []


@pytest.mark.parametrize("headers", [{"origin": "https://example.com"}, {"host": "sandbox.example.com"}])
def test_pages_of_other_sites_learn_nothing(api: httpx.Client, headers: dict[str, str]) -> None:
    response = api.get("/_sandbox/requests", headers=headers)

    assert response.status_code == 403
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("PUT", "/_sandbox/faults", 405), ("POST", "/_sandbox/requests", 405), ("GET", "/_sandbox/nothing", 404)],
)
def test_what_is_not_there_is_said(api: httpx.Client, method: str, path: str, status: int) -> None:
    assert api.request(method, path).status_code == status
