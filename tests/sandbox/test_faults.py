"""What goes wrong on purpose: each fault by name, from Python, with both clients."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from both import Both, entered, items
from claude_client import (
    APIConnectionError,
    APIResponseValidationError,
    Client,
    ConnectionFailedError,
    InternalServerError,
    OverloadedError,
    RateLimitError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)
from claude_client.sandbox import API_KEY, FAULTS, Sandbox
from claude_client.sandbox.faults import NAMES, parse

from .asking import body

HEADERS = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}
TEXT = "one two three four five six seven eight nine ten eleven twelve"


def creating(client: Any) -> Any:
    """A call that gives a message."""
    return (yield client.messages.create(**body()))


def streaming(client: Any) -> Any:
    """A call whose text comes as a stream."""
    stream = yield entered(client.messages.stream(**body()))
    return "".join((yield items(stream.text_stream)))


def test_a_status_comes_as_often_as_said(told: Sandbox, both: Both) -> None:
    told.fail(429, retry_after=0.01, times=2)

    message = both.run(creating, max_retries=2)

    assert [attempt.status for attempt in message.response.attempts] == [429, 429, 200]
    assert [request.status for request in told.requests] == [429, 429, 200]


@pytest.mark.parametrize(
    ("status", "kind"), [(429, RateLimitError), (500, InternalServerError), (529, OverloadedError)]
)
def test_an_error_has_its_type_message_and_code(
    told: Sandbox, client: Client, status: int, kind: type[Exception]
) -> None:
    told.fail(status, message="Not now", type="some_error", error_code="some_code", retry_after=7)

    with pytest.raises(kind) as caught:
        client.messages.create(**body())

    assert caught.value.body == {
        "type": "error",
        "error": {"type": "some_error", "message": "Not now", "details": {"error_code": "some_code"}},
        "request_id": caught.value.request_id,
    }
    assert caught.value.response.headers["retry-after"] == "7"
    assert "connection" not in caught.value.response.headers
    assert caught.value.request_id == told.last_request.request_id


def test_a_spend_limit_is_told_from_a_rate_limit_by_its_code(told: Sandbox, client: Client) -> None:
    told.fail(429, error_code="enforced_spend_limit_reached")

    with pytest.raises(RateLimitError, match="spend limit"):
        client.with_options(max_retries=3).messages.create(**body())

    assert len(told.requests) == 1


@pytest.mark.parametrize(
    "fault", ["reset before headers", "reset after headers", "reset in body", "close in body", "wrong content length"]
)
@pytest.mark.parametrize("call", [creating, streaming])
def test_a_lost_connection_is_lost_on_the_wire(told: Sandbox, both: Both, call: Any, fault: str) -> None:
    told.fail(fault)

    if (call, fault) == (streaming, "wrong content length"):  # the last event has come, and says so
        assert both.run(call)
    else:
        with pytest.raises(APIConnectionError):
            both.run(call)

    assert told.last_request.fault == fault.replace(" ", "-")


def test_a_stream_is_reset_behind_the_event_that_was_said(told: Sandbox, client: Client) -> None:
    told.reply(TEXT, chunk_size=6).fail("reset in the middle of the stream", after_events=5)

    with pytest.raises(StreamInterruptedError) as caught, client.messages.stream(**body()) as stream:
        stream.until_done()

    # Of these events the first three are message_start, content_block_start and ping.
    assert caught.value.partial.content[0].text == TEXT[:12]


def test_a_response_is_cut_behind_the_byte_that_was_said(told: Sandbox) -> None:
    told.fail("close in body", after_bytes=10)

    received = b""
    with (
        pytest.raises(httpx.RemoteProtocolError),
        httpx.stream("GET", f"{told.url}/v1/models", headers=HEADERS) as response,
    ):
        for part in response.iter_raw():
            received += part

    assert len(received) == 10


def test_an_error_event_ends_a_stream_of_status_200(told: Sandbox, both: Both) -> None:
    told.fail("error event")

    with pytest.raises(OverloadedError) as caught:
        both.run(streaming)

    assert told.last_request.status == 200
    assert caught.value.body["error"]["type"] == "overloaded_error"


def test_an_error_event_may_be_of_another_type(told: Sandbox, both: Both) -> None:
    told.fail("error event", type="rate_limit_error", message="Slow down", after_events=0)

    with pytest.raises(RateLimitError, match="Slow down"):
        both.run(streaming)


def test_a_stream_may_end_without_its_last_event(told: Sandbox) -> None:
    told.fail("no message stop")

    response = httpx.post(f"{told.url}/v1/messages", json=body(stream=True), headers=HEADERS)

    assert response.text.count("event: ") == response.text.count("\n\n")
    assert "event: message_delta" in response.text
    assert "event: message_stop" not in response.text


def test_a_stream_that_ends_early_is_told_from_a_whole_one(told: Sandbox, both: Both) -> None:
    told.fail("no message stop", after_events=4)

    with pytest.raises(StreamInterruptedError):
        both.run(streaming)


@pytest.mark.parametrize("fault", ["silence", "pings"])
def test_silence_is_ended_by_the_time_that_the_client_waits(told: Sandbox, both: Both, fault: str) -> None:
    told.fail(fault, delay=0.01)

    with pytest.raises(StreamIdleTimeoutError):
        both.run(streaming, stream_idle_timeout=0.2)


@pytest.mark.parametrize("fault", ["silence-before-headers", "silence", "pings"])
def test_silence_may_be_over_after_a_while(told: Sandbox, both: Both, fault: str) -> None:
    told.reply(TEXT).fail(fault, seconds=0.05)

    assert both.run(streaming) == TEXT


def test_pings_go_on_while_the_stream_says_nothing(told: Sandbox) -> None:
    told.fail("silence with pings", seconds=0.1, delay=0.01)

    response = httpx.post(f"{told.url}/v1/messages", json=body(stream=True), headers=HEADERS)

    assert response.text.count("event: ping") > 3
    assert "event: message_stop" in response.text


def test_slow_bytes_amount_to_the_whole_response(told: Sandbox, both: Both) -> None:
    told.reply(TEXT).fail("slow", delay=0)

    assert both.run(streaming) == TEXT


def test_the_page_of_a_proxy_is_html(told: Sandbox, client: Client) -> None:
    told.fail("html", status=503)

    with pytest.raises(InternalServerError) as caught:
        client.messages.create(**body())

    assert caught.value.status_code == 503
    assert caught.value.response.headers["content-type"].startswith("text/html")


def test_json_may_end_in_the_middle(told: Sandbox, both: Both) -> None:
    told.fail("truncated json")

    with pytest.raises(APIResponseValidationError):
        both.run(creating)


def test_a_fault_of_streams_passes_other_requests_by(told: Sandbox, client: Client) -> None:
    told.fail("error event")

    assert client.messages.create(**body()).stop_reason == "end_turn"
    with pytest.raises(OverloadedError):
        list(client.messages.create(**body(), stream=True))


@pytest.mark.parametrize("as_condition", [True, False])
def test_a_fault_may_be_for_some_requests_only(told: Sandbox, client: Client, as_condition: bool) -> None:
    if as_condition:
        told.when(model="claude-haiku-*").fail(529)
    else:
        told.fail(529, model="claude-haiku-*")

    assert client.messages.create(**body()).stop_reason == "end_turn"
    with pytest.raises(OverloadedError):
        client.messages.create(**body(model="claude-haiku-4-5"))


def test_a_fault_may_be_for_a_path(told: Sandbox, client: Client) -> None:
    told.fail(500, path="/v1/models*", repeat=True)

    assert client.messages.create(**body()).stop_reason == "end_turn"
    for _ in range(2):
        with pytest.raises(InternalServerError):
            client.models.retrieve("claude-opus-5")


def test_faults_come_one_after_the_other(told: Sandbox, client: Client) -> None:
    told.fail(500).fail(529)

    kinds = []
    for _ in range(2):
        with pytest.raises(InternalServerError) as caught:
            client.messages.create(**body())
        kinds.append(type(caught.value))

    assert kinds == [InternalServerError, OverloadedError]


def test_connections_are_refused_until_the_sandbox_is_reset(told: Sandbox, both: Both) -> None:
    assert both.run(creating)
    told.fail("refused")

    for _ in range(2):
        with pytest.raises(ConnectionFailedError):
            both.run(creating)
    told.reset()

    assert both.run(creating)


def test_connections_are_refused_for_a_while(told: Sandbox, client: Client) -> None:
    client.messages.create(**body())
    told.fail("refused; seconds=0.3")

    with pytest.raises(APIConnectionError):
        client.messages.create(**body())

    assert client.with_options(max_retries=5).messages.create(**body())


def test_a_port_that_refuses_is_kept_and_stopped_with_the_sandbox() -> None:
    with Sandbox() as sandbox:
        url = sandbox.url
        sandbox.fail("refused")
        assert sandbox.url == url

    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_every_fault_has_a_name_and_says_what_it_does() -> None:
    assert set(NAMES) < set(FAULTS)
    for name in NAMES:
        assert parse(name).name == name


@pytest.mark.parametrize(
    "text",
    [
        "529",
        "429; retry-after=1.5; error-code=a; times=3",
        "reset-in-body; after-events=3; path=/v1/messages; stream=true; repeat",
        'error-event; message="a; b \\"c\\""',
        "silence; id=a1; seconds=2",
    ],
)
def test_a_fault_is_written_as_it_is_read(text: str) -> None:
    assert set(str(parse(text)).split("; ")) == set(text.split("; "))
    assert parse(str(parse(text))) == parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "unknown fault ''"),
        ("gone", "unknown fault 'gone': expected a status such as 429, or one of html, refused"),
        ("200", "unknown fault '200'"),
        ("429; after=1", "unknown option 'after' of a fault: expected one of id, retry-after"),
        ("429; times=0", "invalid times='0': expected 1 or more"),
        ("429; times=x", "invalid times='x': expected a number"),
        ("429; times=1.5", "invalid times='1.5': expected a whole number"),
        ("429; retry-after=-1", "invalid retry_after='-1': expected 0 or more"),
        ("429; status=500", "invalid status: only html takes one, not 429"),
        ("429; stream=perhaps", "invalid stream='perhaps': expected true or false"),
        ("html; status=99", "invalid status='99': expected an HTTP status"),
        ("429; id", "invalid id=True: expected text"),
        ("refused; times=2", "invalid fault refused: it closes the whole port, expected only seconds"),
    ],
)
def test_a_fault_that_can_not_be_is_refused_with_what_there_is(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(text)
