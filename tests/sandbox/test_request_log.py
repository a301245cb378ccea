"""What came in: kept in order and without secrets, and held against what a test expects."""

from __future__ import annotations

import gzip
import json
import re

import httpx
import pytest

from claude_client import Client
from claude_client.sandbox import API_KEY, Sandbox

from .asking import body

HEADERS = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}


def test_requests_are_kept_in_order(told: Sandbox, client: Client) -> None:
    client.models.retrieve("claude-opus-5")
    message = client.messages.create(**body("Hi"))

    first, second = told.requests

    assert (first.method, first.path, first.status, first.json) == ("GET", "/v1/models/claude-opus-5", 200, None)
    assert (second.method, second.path, second.json) == ("POST", "/v1/messages", body("Hi"))
    assert second.headers["anthropic-version"] == "2023-06-01"
    assert second.request_id == message.response.request_id
    assert second == told.last_request


def test_there_is_no_last_request_before_the_first(told: Sandbox) -> None:
    with pytest.raises(LookupError, match="no request has come in"):
        _ = told.last_request


def test_secrets_are_not_kept(told: Sandbox) -> None:
    headers = {"x-api-key": API_KEY, "authorization": "Bearer sk-ant-secret", "cookie": "a=sk-ant-secret"}

    httpx.get(f"{told.url}/v1/models?limit=1", headers=headers)

    kept = told.last_request
    assert {kept.headers[name] for name in headers} == {"[removed]"}
    assert kept.query == [("limit", "1")]
    assert "sk-ant" not in repr(kept)


def test_what_was_refused_is_kept_too(told: Sandbox) -> None:
    httpx.post(f"{told.url}/v1/messages", json=body(), headers={"x-api-key": ""})

    assert (told.last_request.status, told.last_request.json) == (401, body())


def test_a_packed_body_is_read(told: Sandbox) -> None:
    packed = gzip.compress(json.dumps(body()).encode())
    headers = {**HEADERS, "content-type": "application/json", "content-encoding": "gzip"}

    httpx.post(f"{told.url}/v1/messages", content=packed, headers=headers)

    assert told.last_request.json == body()


def test_a_body_that_has_no_utf_8_is_shown_over_http(told: Sandbox) -> None:
    refused = {"model": "\ud800"}
    httpx.post(f"{told.url}/v1/messages", content=json.dumps(refused).encode(), headers=HEADERS)

    (shown,) = httpx.get(f"{told.url}/_sandbox/requests").json()["requests"]

    assert shown["json"] == refused


def test_only_the_last_requests_are_kept() -> None:
    with Sandbox(keep_requests=2) as sandbox:
        for path in ("/v1/models", "/v1/files", "/v1/skills"):
            httpx.get(f"{sandbox.url}{path}", headers=HEADERS)

        assert [request.path for request in sandbox.requests] == ["/v1/files", "/v1/skills"]


def test_a_large_upload_is_counted_and_not_kept(told: Sandbox, client: Client) -> None:
    client.files.upload(file=("a.bin", b"x" * (2 << 20)))

    assert told.last_request.body_size > 2 << 20
    assert told.last_request.body == b""


def test_an_expected_request_is_given(told: Sandbox, client: Client) -> None:
    client.messages.create(**body("Hi", metadata={"user_id": "u1"}))

    (request,) = told.assert_requested(
        times=1,
        method="post",
        path="/v1/messages",
        json={"model": re.compile("^claude-"), "messages": [{"content": ...}], "metadata": {"user_id": "u1"}},
        headers={"Anthropic-Version": "2023-06-01"},
    )

    assert request == told.last_request


def test_a_query_is_compared(told: Sandbox, client: Client) -> None:
    client.models.list(limit=3)

    told.assert_requested(path="/v1/models", query={"limit": "3"})


def test_the_nearest_request_is_shown_with_its_differences(told: Sandbox, client: Client) -> None:
    client.models.retrieve("claude-opus-5")
    client.messages.create(**body("Hi"))

    with pytest.raises(AssertionError) as caught:
        told.assert_requested(
            path="/v1/messages", json={"model": "claude-haiku-4-5", "system": "Be kind.", "messages": []}
        )

    assert str(caught.value).splitlines() == [
        'No requests were as expected, at least 1 should: path="/v1/messages", '
        'json={"model": "claude-haiku-4-5", "system": "Be kind.", "messages": []}',
        "The nearest other is number 2, POST /v1/messages:",
        '  json.model: expected "claude-haiku-4-5", was "claude-opus-5"',
        '  json.system: expected "Be kind.", is not there',
        "  json.messages: expected 0 items, were 1",
        "All requests:",
        "  1 GET /v1/models/claude-opus-5  200",
        "  2 POST /v1/messages  200",
    ]


def test_too_many_requests_are_counted(told: Sandbox, client: Client) -> None:
    for _ in range(2):
        client.models.retrieve("claude-opus-5")

    with pytest.raises(AssertionError) as caught:
        told.assert_requested(times=1, method="GET")

    assert str(caught.value).splitlines() == [
        '2 requests were as expected, 1 should: method="GET"',
        "All requests:",
        "  1 GET /v1/models/claude-opus-5  200  (as expected)",
        "  2 GET /v1/models/claude-opus-5  200  (as expected)",
    ]


def test_that_nothing_was_asked_can_be_asserted(told: Sandbox) -> None:
    told.assert_requested(times=0)

    with pytest.raises(AssertionError, match="There was no request"):
        told.assert_requested()


def test_long_values_are_shortened(told: Sandbox, client: Client) -> None:
    client.messages.create(**body("x" * 5000))

    with pytest.raises(AssertionError) as caught:
        told.assert_requested(json={"messages": "y" * 5000})

    assert len(str(caught.value)) < 1500
