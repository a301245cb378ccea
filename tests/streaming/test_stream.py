from __future__ import annotations

import json
import threading
from typing import Any

import anyio
import pytest

from both import Both, entered, items
from claude_client import (
    APIConnectionError,
    APIResponseValidationError,
    CallDeadlineError,
    FirstEventTimeoutError,
    InternalServerError,
    OverloadedError,
    RateLimitError,
    ResponseInterruptedError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)
from claude_client.core.settings import ResponseLimits
from claude_client.errors import ResponseTooLargeError
from claude_client.streaming import ServerSentEvent
from hostile import (
    CLOSE,
    HEADERS,
    HELLO,
    MESSAGE_STOP,
    PING,
    PINGS,
    RESET,
    SILENCE,
    Dribble,
    Hostile,
    Until,
    error_event,
    message_start,
    sse,
    whole,
)

ASK: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}


def create(client: Any, **options: Any) -> Any:
    return client.messages.create(**ASK, stream=True, **options)


def stream(client: Any, **options: Any) -> Any:
    return client.messages.stream(**ASK, **options)


def types(events: list[Any]) -> list[str]:
    return [event.type for event in events]


def first(stream: Any) -> Any:
    """The first item of a loop that is left then; awaitable where the stream is asynchronous."""

    async def first_async() -> Any:
        async for item in stream:
            return item
        return None

    def first_sync() -> Any:
        for item in stream:
            return item
        return None

    return first_sync() if hasattr(stream, "__iter__") else first_async()


# ---- what a stream gives ---------------------------------------------------------------------------------


def test_a_raw_stream_gives_the_events_of_the_api(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(HELLO[0], PING, *HELLO[1:])))

    def body(client: Any) -> Any:
        events = yield items((yield create(client)))

        assert types(events) == [event["type"] for event in HELLO]

    both.run(body)


def test_events_are_the_same_when_they_come_byte_by_byte(both: Both, hostile: Hostile) -> None:
    hostile.script(Dribble(sse(*HELLO)), CLOSE)

    def body(client: Any) -> Any:
        text = yield (yield entered(stream(client))).get_final_text()

        assert text == "Hello you"

    both.run(body)


def test_pings_are_shown_when_asked_for(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(HELLO[0], PING, *HELLO[1:])))

    def body(client: Any) -> Any:
        raw = yield items((yield create(client, include_pings=True)))
        helped = yield items((yield entered(stream(client, include_pings=True))))

        assert types(raw)[:3] == types(helped)[:3] == ["message_start", "ping", "content_block_start"]

    both.run(body)


def test_unknown_events_and_fields_pass_with_all_that_they_hold(both: Both, hostile: Hostile) -> None:
    news = {"type": "news", "of": {"the": "day"}}
    hostile.script(whole(sse({**HELLO[0], "more": 1}, news, *HELLO[1:])))

    def body(client: Any) -> Any:
        raw = yield items((yield create(client)))
        helped = yield items((yield entered(stream(client))))

        assert raw[0].more == helped[0].more == 1
        assert raw[1].to_dict() == helped[1].to_dict() == news

    both.run(body)


def test_events_without_a_name_are_known_by_their_data(both: Both, hostile: Hostile) -> None:
    unnamed = sse(PING, *HELLO).replace(b"event: ", b": ") + b"data: [DONE]\n\n"
    hostile.script(whole(unnamed))

    def body(client: Any) -> Any:
        events = yield items((yield create(client)))
        text = yield (yield entered(stream(client))).get_final_text()

        assert types(events) == [event["type"] for event in HELLO]
        assert text == "Hello you"

    both.run(body)


def test_raw_events_are_given_as_they_came(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(b"id: 7\nretry: 100\nevent: ping\ndata: {}\n\n" + sse(error_event(), *HELLO)))

    def body(client: Any) -> Any:
        stream = yield create(client)
        events = yield items(stream.raw_events())

        assert events[0] == ServerSentEvent("ping", "{}", "7", 100)
        assert [event.event for event in events[1:4]] == ["error", "message_start", "content_block_start"]
        assert events[-1].event == "message_stop"

    both.run(body)


def test_raw_events_go_on_where_typed_ones_were_left(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        stream = yield entered((yield create(client)))
        event = yield first(stream)
        rest = yield items(stream.raw_events())

        assert event.type == "message_start"
        assert [event.event for event in rest] == [event["type"] for event in HELLO[1:]]

    both.run(body)


def test_a_stream_knows_its_response(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        raw = yield create(client)
        yield items(raw)
        helped = yield entered(stream(client))
        message = yield helped.get_final_message()

        assert raw.request_id == helped.request_id == "req_1"
        assert raw.response.headers["content-type"] == "text/event-stream"
        assert message._request_id == "req_1"
        assert len(message.response.attempts) == 1

    both.run(body)


def test_the_connection_of_a_complete_stream_is_used_again(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        yield items((yield create(client)))
        yield (yield entered(stream(client))).get_final_message()
        yield items((yield create(client)))

    both.run(body)

    assert (len(hostile.requests), hostile.connections) == (3, 1)


def test_a_complete_stream_does_not_wait_for_a_server_that_keeps_it_open(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO), SILENCE)

    def body(client: Any) -> Any:
        events = yield items((yield create(client)))

        assert events[-1].type == "message_stop"
        hostile.wait_until_all_are_gone()

    both.run(body)


# ---- streams that break off ------------------------------------------------------------------------------


CHUNKED = HEADERS.replace(b"\r\n\r\n", b"\r\ntransfer-encoding: chunked\r\n\r\n")
TOO_LONG = HEADERS.replace(b"\r\n\r\n", b"\r\ncontent-length: 100000\r\n\r\n")


@pytest.mark.parametrize("how", ["ended", "reset", "chunked", "length", "half an event"])
def test_a_stream_that_breaks_off_raises_what_had_arrived(both: Both, hostile: Hostile, how: str) -> None:
    sent = sse(*HELLO[:4])
    if how == "chunked":
        hostile.script(CHUNKED + b"%x\r\n" % len(sent) + sent + b"\r\n", CLOSE)
    elif how == "length":
        hostile.script(TOO_LONG + sent, CLOSE)
    elif how == "half an event":
        sent += sse(*HELLO[4:])[:50]
        hostile.script(sent, CLOSE)
    elif how == "reset":
        taken = threading.Event()
        hostile.script(sent, Until(taken), RESET)
    else:
        hostile.script(sent, CLOSE)

    def body(client: Any) -> Any:
        raw = yield entered((yield create(client)))
        yield first(raw)
        if how == "reset":
            taken.set()
        with pytest.raises(StreamInterruptedError) as raised:
            yield items(raw)

        error = raised.value
        assert isinstance(error, APIConnectionError)
        assert error.partial.content[0].text == "Hello "
        assert error.usage.input_tokens == 3
        assert error.request_id == "req_1"
        assert error.bytes_received == len(sent)
        assert error.phase == "stream"
        assert [attempt.error for attempt in error.attempts] == ["StreamInterruptedError"]

    both.run(body)


def test_the_helper_raises_what_had_arrived_too(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:4]), CLOSE)

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        with pytest.raises(StreamInterruptedError) as raised:
            yield helped.get_final_message()

        assert raised.value.partial.content[0].text == "Hello "
        assert raised.value.partial is helped.current_message_snapshot
        with pytest.raises(StreamInterruptedError):
            yield helped.get_final_message()

    both.run(body)


def test_the_helper_gives_what_a_delta_means_beside_it_and_a_stop_once(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        events = yield items((yield entered(stream(client))))

        assert [type(event).__name__ for event in events] == [
            "RawMessageStartEvent",
            "RawContentBlockStartEvent",
            *["RawContentBlockDeltaEvent", "TextEvent"] * 3,
            "ContentBlockStopEvent",
            "RawMessageDeltaEvent",
            "MessageStopEvent",
        ]

    both.run(body)


@pytest.mark.parametrize("how", [CLOSE, RESET])
@pytest.mark.parametrize("missing", [1, len(sse(MESSAGE_STOP))])
def test_a_message_whose_stop_reason_came_is_complete(both: Both, hostile: Hostile, missing: int, how: Any) -> None:
    hostile.script(sse(*HELLO)[:-missing], how)

    def body(client: Any) -> Any:
        raw = yield items((yield create(client)))
        helped = yield entered(stream(client))
        events = yield items(helped)
        message = yield helped.get_final_message()

        assert raw[-1].type == ("message_stop" if missing == 1 else "message_delta")
        assert types(events)[-2:] == ["message_delta", "message_stop"]
        assert events[-1].message is message
        assert message.stop_reason == "end_turn"

    both.run(body)


def test_allow_partial_gives_what_came(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:4]), CLOSE)

    def body(client: Any) -> Any:
        helped = yield entered(stream(client, allow_partial=True))
        message = yield helped.get_final_message()

        assert message.content[0].text == "Hello "
        assert message.stop_reason is None
        assert isinstance(helped.failure, StreamInterruptedError)

    both.run(body)


def test_allow_partial_raises_where_nothing_came(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(PING), CLOSE)

    def body(client: Any) -> Any:
        helped = yield entered(stream(client, allow_partial=True))
        with pytest.raises(StreamInterruptedError):
            yield helped.get_final_message()

    both.run(body)


@pytest.mark.parametrize(
    ("type_", "class_"),
    [
        ("overloaded_error", OverloadedError),
        ("rate_limit_error", RateLimitError),
        ("api_error", InternalServerError),
    ],
)
def test_an_error_event_raises_the_class_of_its_type(
    both: Both, hostile: Hostile, type_: str, class_: type[Exception]
) -> None:
    hostile.script(whole(sse(*HELLO[:4], error_event(type_, "not now"))))

    def body(client: Any) -> Any:
        with pytest.raises(class_, match="not now") as raw:
            yield items((yield create(client)))
        with pytest.raises(class_) as helped:
            yield (yield entered(stream(client))).until_done()

        for raised in (raw, helped):
            assert raised.value.partial.content[0].text == "Hello "  # type: ignore[attr-defined]
            assert raised.value.request_id == "req_1"  # type: ignore[attr-defined]

    both.run(body)


def test_an_event_that_is_not_json_is_an_error(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO[:3]) + b'event: content_block_delta\ndata: {"type": "content_blo\n\n'))

    def body(client: Any) -> Any:
        with pytest.raises(APIResponseValidationError, match="content_blo") as raised:
            yield items((yield create(client)))

        assert raised.value.partial.content[0].text == "Hel"

    both.run(body)


def test_a_response_that_is_not_an_event_stream_says_what_it_is(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(b"<html>Please log in</html>", "text/html"))

    def body(client: Any) -> Any:
        with pytest.raises(APIResponseValidationError, match="200: .*Please log in"):
            yield items((yield create(client)))

    both.run(body)


def test_an_event_over_its_limit_is_not_read(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]) + b"data: " + b"x" * 2000, SILENCE)

    def body(client: Any) -> Any:
        with pytest.raises(ResponseTooLargeError, match="event_bytes=1,000") as raised:
            yield items((yield create(client)))

        assert raised.value.partial.content[0].text == "Hel"

    both.run(body, response_limits=ResponseLimits(event_bytes=1000))


# ---- further attempts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("helper", [False, True])
def test_a_stream_is_retried_while_the_caller_has_nothing_of_it(both: Both, hostile: Hostile, helper: bool) -> None:
    hostile.script(whole(sse(PING, error_event())))
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        opened = (yield entered(stream(client))) if helper else (yield create(client))
        events = yield items(opened)

        assert events[-1].type == "message_stop"
        assert [attempt.error for attempt in opened.response.attempts] == ["OverloadedError", None]

    both.run(body, max_retries=2)


def test_an_interruption_before_the_first_event_is_retried(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(PING), CLOSE)
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        events = yield items((yield create(client)))

        assert events[-1].type == "message_stop"

    both.run(body, max_retries=1)


def test_the_start_of_a_message_does_not_keep_the_helper_from_a_retry(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(message_start(id="msg_0"), error_event())))
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        helped = yield entered(stream(client, include_pings=True))
        message = yield helped.get_final_message()

        assert message.id == "msg_1"
        assert message.content[0].text == "Hello you"

    both.run(body, max_retries=1)


@pytest.mark.parametrize("helper", [False, True])
def test_nothing_is_retried_once_the_caller_has_something_of_it(both: Both, hostile: Hostile, helper: bool) -> None:
    hostile.script(whole(sse(*HELLO[:3], error_event())))

    def body(client: Any) -> Any:
        opened = (yield entered(stream(client))) if helper else (yield create(client))
        with pytest.raises(OverloadedError):
            yield items(opened)

    both.run(body, max_retries=2)

    assert len(hostile.requests) == 1


def test_attempts_end_with_the_budget_of_the_call(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(error_event())))

    def body(client: Any) -> Any:
        hostile.script(whole(sse(error_event())).replace(b"request-id", b"retry-after-ms: 1\r\nrequest-id"))
        with pytest.raises(OverloadedError) as raised:
            yield items((yield create(client)))

        assert [attempt.error for attempt in raised.value.attempts] == ["OverloadedError"] * 2

    both.run(body, max_retries=1)


# ---- time ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [SILENCE, PINGS])
def test_a_stream_that_goes_silent_times_out(both: Both, hostile: Hostile, after: Any) -> None:
    hostile.script(sse(*HELLO[:3]), after)

    def body(client: Any) -> Any:
        with pytest.raises(StreamIdleTimeoutError, match=r"stream_idle_timeout=0\.1") as raised:
            yield items((yield create(client, stream_idle_timeout=0.1)))

        assert raised.value.partial.content[0].text == "Hel"
        hostile.wait_until_all_are_gone()

    both.run(body)


@pytest.mark.parametrize("steps", [[SILENCE], [PINGS], [b"HTTP/1.1 200 OK\r\n", SILENCE]])
def test_a_stream_that_does_not_begin_times_out(both: Both, hostile: Hostile, steps: Any) -> None:
    hostile.script(*steps)

    def body(client: Any) -> Any:
        with pytest.raises(FirstEventTimeoutError, match=r"first_event_timeout=0\.1"):
            yield items((yield create(client, first_event_timeout=0.1)))

    both.run(body)


def test_each_attempt_has_its_own_time_for_the_first_event(both: Both, hostile: Hostile) -> None:
    hostile.script(SILENCE)
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        events = yield items((yield create(client, first_event_timeout=0.2)))

        assert events[-1].type == "message_stop"

    both.run(body, max_retries=1)


def test_a_stream_ends_with_the_deadline_of_its_call(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), PINGS)

    def body(client: Any) -> Any:
        with pytest.raises(CallDeadlineError) as raised:
            yield items((yield create(client, deadline=0.2)))

        assert raised.value.partial.content[0].text == "Hel"

    both.run(body, max_retries=2)


# ---- leaving a stream ------------------------------------------------------------------------------------


def test_leaving_a_loop_closes_the_stream(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(HELLO[0]), SILENCE)

    def body(client: Any) -> Any:
        opened = yield create(client)
        event = yield first(opened)
        yield settle(both)

        assert event.type == "message_start"
        hostile.wait_until_all_are_gone()
        with pytest.raises(RuntimeError, match="use `with` around"):
            yield items(opened)

    both.run(body)


def settle(both: Both) -> Any:
    return anyio.wait_all_tasks_blocked() if both.is_async else None


def test_in_a_with_block_a_loop_can_be_left_and_gone_on_with(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        yield first(helped)
        text = yield helped.get_final_text()

        assert text == "Hello you"

    both.run(body)


@pytest.mark.parametrize("of", ["text_stream", "raw_events"])
def test_in_a_with_block_other_loops_can_be_left_and_gone_on_with_too(both: Both, hostile: Hostile, of: str) -> None:
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        yield first(helped)
        loop = getattr(helped, of)
        yield first(loop() if callable(loop) else loop)
        events = yield items(helped)

        assert events[-1].type == "message_stop"

    both.run(body)


def test_a_stream_is_kept_by_the_loop_over_it(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        events = yield items(create(client))

        assert events[-1].type == "message_stop"

    both.run(body)


def test_leaving_the_with_block_closes_the_stream(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)

    def body(client: Any) -> Any:
        yield left_after_one(stream(client))

        hostile.wait_until_all_are_gone()

    both.run(body)


def left_after_one(manager: Any) -> Any:
    if hasattr(manager, "__enter__"):
        with manager as stream:
            next(stream)
        return None

    async def left_after_one_async() -> None:
        async with manager as stream:
            await anext(stream)

    return left_after_one_async()


def test_closing_a_stream_ends_it_and_its_message_stays_readable(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:4]), SILENCE)

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        for _ in range(6):
            yield first(helped)
        yield helped.close()
        yield helped.close()
        rest = yield items(helped)

        assert rest == []
        assert helped.current_message_snapshot.content[0].text == "Hello "
        hostile.wait_until_all_are_gone()
        with pytest.raises(StreamInterruptedError, match="closed"):
            yield helped.get_final_message()

    both.run(body)


def test_a_stream_can_be_closed_while_another_thread_or_task_reads(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)

    def body(client: Any) -> Any:
        opened = yield create(client)
        events = yield read_and_close(opened)

        assert types(events) == ["message_start", "content_block_start", "content_block_delta"]
        hostile.wait_until_all_are_gone()

    both.run(body)


def read_and_close(stream: Any) -> Any:
    events: list[Any] = []
    if hasattr(stream, "__iter__"):
        started = threading.Event()

        def close() -> None:
            started.wait()
            stream.close()

        closer = threading.Thread(target=close)
        closer.start()
        for event in stream:
            events.append(event)
            if len(events) == 3:
                started.set()
        closer.join()
        return events

    async def read_and_close_async() -> list[Any]:
        async def read() -> None:
            async for event in stream:
                events.append(event)  # noqa: PERF401  # looked at while it grows

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(read)
            while len(events) < 3:
                await anyio.wait_all_tasks_blocked()
            await stream.close()
        return events

    return read_and_close_async()


@pytest.mark.parametrize("kind", ["asyncio", "trio"])
def test_cancelling_a_task_closes_the_stream_that_it_reads(kind: str, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)

    def body(client: Any) -> Any:
        opened = yield create(client)
        yield read_and_cancel(opened)

        hostile.wait_until_all_are_gone()

    Both(kind, api_key="sk-ant-test", base_url=hostile.url).run(body)


async def read_and_cancel(stream: Any) -> None:
    events: list[Any] = []

    async def read() -> None:
        async for event in stream:
            events.append(event)  # noqa: PERF401  # looked at while it grows

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(read)
        while len(events) < 3:
            await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()


def test_a_dropped_stream_gives_its_connection_back(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)

    def body(client: Any) -> Any:
        yield create(client)
        yield None  # nobody has it any more
        yield settle(both)

        hostile.wait_until_all_are_gone()

    both.run(body)


# ---- lines -----------------------------------------------------------------------------------------------


def lines(client: Any) -> Any:
    return client.messages.batches.results("msgbatch_1")


def result(custom_id: str) -> bytes:
    return json.dumps({"custom_id": custom_id, "result": {"type": "expired"}}).encode()


def test_json_lines_are_given_as_they_come(both: Both, hostile: Hostile) -> None:
    content = result("a") + b"\n\n" + result("b") + b"\r\n" + result("c")
    hostile.script(whole(content, "application/x-jsonl"))

    def body(client: Any) -> Any:
        found = yield items((yield lines(client)))

        assert [each.custom_id for each in found] == ["a", "b", "c"]

    both.run(body)


def test_a_broken_line_is_told_by_its_number_after_those_before_it(both: Both, hostile: Hostile) -> None:
    content = result("a") + b"\n" + result("b") + b'\n{"a": \n' + result("d") + b"\n"
    hostile.script(whole(content, "application/x-jsonl"))

    def body(client: Any) -> Any:
        opened = yield entered((yield lines(client)))
        found = [(yield first(opened)), (yield first(opened))]
        with pytest.raises(APIResponseValidationError, match="line 3"):
            yield items(opened)

        assert [each.custom_id for each in found] == ["a", "b"]

    both.run(body)


def test_lines_that_break_off_raise_a_connection_error(both: Both, hostile: Hostile) -> None:
    hostile.script(TOO_LONG + result("a") + b'\n{"a"', CLOSE)

    def body(client: Any) -> Any:
        opened = yield entered((yield lines(client)))
        found = yield first(opened)
        with pytest.raises(ResponseInterruptedError):
            yield items(opened)

        assert found.custom_id == "a"

    both.run(body)
