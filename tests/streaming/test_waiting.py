"""How long a stream waits for what, by a clock of the test: nothing is sent and nothing waits."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from claude_client import CallDeadlineError, FirstEventTimeoutError, StreamIdleTimeoutError
from claude_client.core.call import Call
from claude_client.core.drivers import Connections, Driver
from claude_client.core.request import Request
from claude_client.core.response import Response
from claude_client.core.settings import Settings
from claude_client.streaming import message_events
from claude_client.streaming.stream import LAST_BYTES_SECONDS, SyncReading
from hostile import HELLO, PING, sse


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def reading(clock: Clock, **settings: Any) -> SyncReading[Any]:
    """A stream whose headers have come."""
    response_format = message_events()
    call: Call[Any, Any] = Call(
        Request("POST", "/v1/messages", response_format), Settings(api_key="sk-ant-test", **settings), clock=clock
    )
    http = httpx.Response(200, content=b"", request=httpx.Request("POST", "https://api.anthropic.com/v1/messages"))
    return SyncReading(
        Response(Driver(Connections(), lambda: call.settings), call, http), response_format, allow_partial=False
    )


def take(stream: SyncReading[Any], content: bytes) -> None:
    """Let the stream have bytes, and look at the events in them."""
    stream.take(content)
    list(stream.decoder.items())


def test_pings_do_not_reset_the_idle_timeout() -> None:
    clock = Clock()
    stream = reading(clock, stream_idle_timeout=0.5)
    take(stream, sse(*HELLO[:3]))

    assert stream.seconds_to_wait() == 0.5
    clock.seconds = 0.4
    take(stream, sse(PING))
    assert stream.seconds_to_wait() == pytest.approx(0.1)
    clock.seconds = 0.6
    assert stream.seconds_to_wait() == 0.0
    assert type(stream.make_timeout_error()) is StreamIdleTimeoutError


def test_an_event_resets_the_idle_timeout_and_the_time_of_the_caller_does_not_count() -> None:
    clock = Clock()
    stream = reading(clock, stream_idle_timeout=0.5)
    take(stream, sse(*HELLO[:2]))
    assert stream.seconds_to_wait() == 0.5

    clock.seconds = 0.4
    take(stream, sse(HELLO[2]))
    clock.seconds = 100.0

    assert stream.seconds_to_wait() == 0.5


def test_only_the_first_event_has_to_come_within_its_timeout() -> None:
    clock = Clock()
    stream = reading(clock, first_event_timeout=0.1)
    assert stream.seconds_to_wait() == 0.1
    take(stream, sse(PING))
    clock.seconds = 0.1
    assert stream.seconds_to_wait() == 0.0
    assert type(stream.make_timeout_error()) is FirstEventTimeoutError

    take(stream, sse(HELLO[0]))
    clock.seconds = 100.0

    assert stream.seconds_to_wait() is None


def test_the_deadline_of_the_call_bounds_every_wait() -> None:
    clock = Clock()
    stream = reading(clock, stream_idle_timeout=5.0, deadline=1.0)
    take(stream, sse(HELLO[0]))

    clock.seconds = 0.75
    assert stream.seconds_to_wait() == 0.25
    clock.seconds = 2.0
    assert stream.seconds_to_wait() == 0.0
    assert type(stream.make_timeout_error()) is CallDeadlineError


def test_the_end_of_a_complete_stream_is_not_waited_for_long() -> None:
    stream = reading(Clock(), stream_idle_timeout=100.0)

    take(stream, sse(*HELLO))

    assert stream.seconds_to_wait() == LAST_BYTES_SECONDS
