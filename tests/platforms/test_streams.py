"""Streams of Amazon Bedrock that go wrong, on both clients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from both import Both, entered, items
from claude_client import (
    APIResponseValidationError,
    APIStatusError,
    BadRequestError,
    InternalServerError,
    OverloadedError,
    RateLimitError,
    RequestTimeoutError,
    ServiceUnavailableError,
    StreamInterruptedError,
)
from claude_client.platforms import Bedrock
from claude_client.sandbox.platforms import aws_frames
from platform_replies import EVENTS, event_stream
from server import Reply, Server

On = Callable[..., Both]
PLATFORM = Bedrock(region="us-east-1", api_key="KEY")
CREATE: Any = {"model": "m", "max_tokens": 5, "messages": [{"role": "user", "content": "hi"}]}
FRAMES = [aws_frames.event(event) for event in EVENTS]
CLASSES: dict[str, type[APIStatusError]] = {
    "throttlingException": RateLimitError,
    "serviceUnavailableException": ServiceUnavailableError,
    "internalServerException": InternalServerError,
    "modelStreamErrorException": InternalServerError,
    "modelTimeoutException": RequestTimeoutError,
    "overloadedException": OverloadedError,
    "validationException": BadRequestError,
}


@pytest.mark.parametrize("name", [name for name in CLASSES if name != "validationException"])
def test_an_exception_before_any_event_is_retried(on: On, server: Server, name: str) -> None:
    server.replies(event_stream(aws_frames.exception(name, "not now")), event_stream(*FRAMES))

    def body(client: Any) -> Any:
        stream = yield client.messages.create(**CREATE, stream=True)
        events = yield items(stream)
        assert len(events) == len(EVENTS)
        assert [attempt.error for attempt in stream.response.attempts] == [CLASSES[name].__name__, None]

    on(PLATFORM, max_retries=1).run(body)
    assert len(server.received) == 2


@pytest.mark.parametrize("name", CLASSES)
def test_an_exception_after_events_is_raised_with_what_has_come(on: On, server: Server, name: str) -> None:
    server.replies(event_stream(*FRAMES[:3], aws_frames.exception(name, "not now"), *FRAMES[3:]))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**CREATE))
        with pytest.raises(CLASSES[name], match="not now") as caught:
            yield items(stream)
        assert type(caught.value) is CLASSES[name]
        assert caught.value.type == name
        assert caught.value.partial is not None
        assert caught.value.partial.content[0].text == "Hel"
        assert caught.value.request_id == "req_of_aws"

    on(PLATFORM, max_retries=2).run(body)
    assert len(server.received) == 1


def test_an_exception_that_no_retry_helps_is_raised_at_once(on: On, server: Server) -> None:
    server.replies(event_stream(aws_frames.exception("validationException", "wrong")))

    def body(client: Any) -> Any:
        stream = yield client.messages.create(**CREATE, stream=True)
        with pytest.raises(BadRequestError, match="wrong"):
            yield items(stream)

    on(PLATFORM, max_retries=2).run(body)
    assert len(server.received) == 1


@pytest.mark.parametrize("missing", [1, 10, 60])
def test_a_stream_that_is_cut_is_an_error(on: On, server: Server, missing: int) -> None:
    whole = b"".join(FRAMES)
    cut = whole[: -len(FRAMES[-1]) - len(FRAMES[-2]) - missing]
    server.replies(event_stream(cut))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**CREATE))
        with pytest.raises(StreamInterruptedError) as caught:
            yield items(stream)
        assert caught.value.partial is not None
        assert caught.value.partial.content[0].text == "Hello"

    on(PLATFORM).run(body)


def test_a_stream_that_was_changed_on_the_way_is_an_error(on: On, server: Server) -> None:
    changed = bytearray(FRAMES[3])
    changed[-9] ^= 1
    server.replies(event_stream(*FRAMES[:3], bytes(changed), *FRAMES[4:]))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**CREATE))
        with pytest.raises(APIResponseValidationError, match="wrong checksum") as caught:
            yield items(stream)
        assert caught.value.partial is not None

    on(PLATFORM).run(body)


def test_an_event_over_the_limit_is_an_error(on: On, server: Server) -> None:
    from claude_client import ResponseLimits

    large = {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "x" * 3000}}
    server.replies(event_stream(*FRAMES[:2], aws_frames.event(large)))

    def body(client: Any) -> Any:
        stream = yield client.messages.create(**CREATE, stream=True)
        with pytest.raises(APIResponseValidationError, match="event_bytes=2,000"):
            yield items(stream)

    on(PLATFORM, response_limits=ResponseLimits(event_bytes=2000)).run(body)


@pytest.mark.parametrize("body", [b"<html>Bad gateway</html>", b"event: message_start\n\n"])
def test_a_page_in_place_of_a_stream_is_an_error(on: On, server: Server, body: bytes) -> None:
    server.replies(Reply(200, body, {"content-type": aws_frames.MEDIA_TYPE}))

    def call(client: Any) -> Any:
        stream = yield client.messages.create(**CREATE, stream=True)
        with pytest.raises(APIResponseValidationError, match="not an AWS event stream|cannot have"):
            yield items(stream)

    on(PLATFORM).run(call)


def test_server_sent_events_of_a_gateway_are_read_too(on: On, server: Server) -> None:
    import json

    text = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in EVENTS)
    server.replies(Reply(200, text.encode(), {"content-type": "text/event-stream"}))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**CREATE))
        yield items(stream)
        assert stream.current_message_snapshot.content[0].text == "Hello"

    on(PLATFORM).run(body)
