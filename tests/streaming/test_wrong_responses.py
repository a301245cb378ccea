"""Streams and lines that are not what the API sends: each ends in the right value or in an error, on both clients."""

from __future__ import annotations

import gzip
import json
import threading
from typing import Annotated, Any

import anyio
import pytest
from pydantic import BeforeValidator, TypeAdapter

from both import Both, entered, items
from claude_client import (
    APIConnectionError,
    APIResponseValidationError,
    BadRequestError,
    ClaudeError,
    OverloadedError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
    tool,
)
from hostile import (
    CLOSE,
    HELLO,
    MESSAGE_STOP,
    PING,
    RESET,
    SILENCE,
    Event,
    Hostile,
    Until,
    block_start,
    block_stop,
    delta,
    error_event,
    message_delta,
    message_start,
    sse,
    text_block,
    whole,
)

ASK: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}
MESSAGE: dict[str, Any] = {
    **message_start()["message"],
    "content": [{"type": "text", "text": "Hello you"}],
    "stop_reason": "end_turn",
}


def create(client: Any, **options: Any) -> Any:
    return client.messages.create(**ASK, stream=True, **options)


def stream(client: Any, **options: Any) -> Any:
    return client.messages.stream(**ASK, **options)


def types(events: list[Any]) -> list[str]:
    return [event.type for event in events]


def final_message(client: Any) -> Any:
    """The message, by way of the stream."""
    return (yield (yield entered(stream(client))).get_final_message())


# ---- results of a batch ----------------------------------------------------------------------------------


def line(number: int, **message: Any) -> bytes:
    result = {"type": "succeeded", "message": {**MESSAGE, **message}}
    return json.dumps({"custom_id": f"r{number}", "result": result}).encode()


def results(client: Any, **options: Any) -> Any:
    return client.messages.batches.results("msgbatch_1", **options)


def lines(content: bytes, content_type: str = "application/x-jsonl") -> bytes:
    return whole(content, content_type)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    "content",
    [
        line(0) + b"\n" + line(1)[:60],
        line(0) + b"\n" + line(1)[:60] + b"\n",
        line(0) + b"\n" + b"\xff\xff",
        line(0) + b"\n{}",
        line(0) + b"\n[]",
        line(0) + b"\nnull",
        line(0) + b'\n{"custom_id": "r1"}',
        line(0) + b'\n{"custom_id": "r1", "result": null}\n',
    ],
)
def test_a_line_that_cannot_be_read_is_an_error_wherever_it_stands(
    both: Both, hostile: Hostile, content: bytes, strict: bool
) -> None:
    hostile.script(lines(content))
    hostile.script(lines(content))

    def body(client: Any) -> Any:
        opened = yield entered((yield results(client)))
        first = yield next_of(opened)
        with pytest.raises(APIResponseValidationError, match="line 2") as raised:
            yield items(opened)

        assert first.custom_id == "r0"
        if content.split(b"\n")[1].startswith(b'{"custom_id": "r1", "result": {'):
            assert raised.value.body == line(1)[:60].decode()
        with pytest.raises(APIResponseValidationError):
            yield items((yield results(client, output_format=list[int])))

    both.run(body, strict=strict)


def next_of(items: Any) -> Any:
    return next(items) if hasattr(items, "__next__") else anext(items)


@pytest.mark.parametrize("content_type", ["application/x-jsonl", "text/html; charset=utf-8"])
@pytest.mark.parametrize(
    "content",
    [
        b"<html>Bad gateway</html>",
        b"<html>\n<p>Bad gateway</p>\n</html>\n",
        b"[" + line(0) + b"," + line(1) + b"]",
        json.dumps(json.loads(line(0)), indent=2).encode(),
        b"Bad gateway",
    ],
)
def test_what_is_not_json_lines_is_an_error_and_not_an_empty_list(
    both: Both, hostile: Hostile, content: bytes, content_type: str
) -> None:
    hostile.script(lines(content, content_type))

    def body(client: Any) -> Any:
        with pytest.raises(APIResponseValidationError) as raised:
            yield items((yield results(client)))

        received: Any = raised.value.body
        assert b"Bad gateway" not in content or "Bad gateway" in received

    both.run(body)


def test_an_empty_page_of_a_proxy_is_an_error_and_an_empty_file_is_not(both: Both, hostile: Hostile) -> None:
    hostile.script(lines(b"\n", "text/html"))
    hostile.script(lines(b"\n"))

    def body(client: Any) -> Any:
        with pytest.raises(APIResponseValidationError, match="HTML"):
            yield items((yield results(client)))
        assert (yield items((yield results(client)))) == []

    both.run(body)


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_an_error_object_in_place_of_results_is_the_error_of_its_type(both: Both, hostile: Hostile, end: bytes) -> None:
    hostile.script(lines(json.dumps(error_event("invalid_request_error", "no such batch")).encode() + end))

    def body(client: Any) -> Any:
        with pytest.raises(BadRequestError, match="no such batch"):
            yield items((yield results(client)))

    both.run(body)


@pytest.mark.parametrize(
    "content",
    [
        line(0) + b"\n" + line(1),
        line(0) + b"\r\n" + line(1) + b"\r\n",
        b"\xef\xbb\xbf" + line(0) + b"\n\n \n" + line(1) + b"\n\n",
        line(0) + b"\n" + line(1).replace(b"Hello you", rb"Hello \ud83d").replace(b'"r1"', b'"r1", "x": NaN'),
        (line(0) + b"\n" + line(1)).decode().encode("utf-16"),
    ],
)
def test_lines_as_other_languages_write_them_are_read(both: Both, hostile: Hostile, content: bytes) -> None:
    hostile.script(lines(content))

    def body(client: Any) -> Any:
        found = yield items((yield results(client)))

        assert [each.custom_id for each in found] == ["r0", "r1"]
        assert found[1].text.startswith("Hello")

    both.run(body)


@pytest.mark.parametrize("odd", [None, 7, "text", ["x"], {"x": 1}])
def test_results_with_values_of_another_type_are_given(both: Both, hostile: Hostile, odd: Any) -> None:
    strange = [line(0, content=odd, usage=odd, stop_reason=odd), line(1, stop_details=odd, stop_reason="refusal")]
    message = {"custom_id": "r2", "result": {"type": "succeeded", "message": odd}}
    hostile.script(lines(b"\n".join([*strange, json.dumps(message).encode()])))

    def body(client: Any) -> Any:
        for options in ({}, {"output_format": list[int]}):
            found = yield items((yield results(client, **options)))

            assert [each.custom_id for each in found] == ["r0", "r1", "r2"]
            assert [each.text for each in found] == ["", "Hello you", ""]
            assert [each.parsed_output for each in found] == [None] * 3

    both.run(body)


# ---- what comes after the last event ---------------------------------------------------------------------

AFTER = [
    sse(*HELLO).replace(b"msg_1", b"msg_2").replace(b"Hel", b"Bye"),
    sse(*text_block(0, ["more"]), delta(7, "text_delta", text="more"), message_delta("max_tokens"), MESSAGE_STOP),
    b"event: content_block_delta\ndata: {no json\n\n",
    b'event: message_start\ndata: {"type": "message_start", "message": null}\n\n',
    sse(error_event()),
    b"event: content_block_delta\ndata: {no blank line",
    b"<html>",
]


@pytest.mark.parametrize("apart", [False, True], ids=["in one chunk", "in another chunk"])
@pytest.mark.parametrize("after", AFTER)
def test_what_comes_after_the_last_event_changes_nothing(
    both: Both, hostile: Hostile, after: bytes, apart: bool
) -> None:
    content = sse(*HELLO) + after
    if apart:
        head = whole(content).partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        hostile.script(head + sse(*HELLO), after)
    else:
        hostile.script(whole(content))

    @tool
    def never() -> str:
        """Not called."""
        raise AssertionError

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        events = yield items(helped)
        message = yield helped.get_final_message()
        read = yield items((yield entered(stream(client))).text_stream)
        raw = yield items((yield create(client)))
        parsed = yield entered(stream(client, output_format=list[int]))
        output = yield parsed.get_final_message()
        runner = client.messages.run_tools(**ASK, tools=[never], stream=True)
        reply = yield runner.until_done()

        assert types(events)[-1] == types(raw)[-1] == "message_stop"
        assert types(raw).count("message_start") == 1
        assert "".join(read) == "Hello you"
        for found in (message, helped.current_message_snapshot, output, reply, events[-1].message):
            assert (found.id, found.text, found.stop_reason) == ("msg_1", "Hello you", "end_turn")

    both.run(body)


def test_events_after_the_last_one_are_there_as_they_came(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO, PING, *HELLO)))

    def body(client: Any) -> Any:
        raw = yield items((yield create(client)).raw_events())

        assert len(raw) == 2 * len(HELLO) + 1

    both.run(body)


def test_read_strictly_an_event_after_the_last_one_is_an_error_that_has_the_message(
    both: Both, hostile: Hostile
) -> None:
    start = message_start(container=None, diagnostics=None, stop_details=None)
    hostile.script(whole(sse(*HELLO, PING) + b"data: [DONE]\n\n"))
    hostile.script(whole(sse(start, *HELLO[1:], *HELLO)))

    def body(client: Any) -> Any:
        assert (yield items((yield create(client))))
        with pytest.raises(APIResponseValidationError, match="after the last event") as raised:
            yield items((yield create(client)))

        assert raised.value.partial.text == "Hello you"

    both.run(body, strict=True)


@pytest.mark.parametrize("at", [0, 3, -2, -1])
def test_read_strictly_no_event_is_lost(both: Both, hostile: Hostile, at: int) -> None:
    events = [dict(event) for event in HELLO]
    events[at]["news"] = 1
    hostile.script(whole(sse(*events)))

    def body(client: Any) -> Any:
        for opened in ((yield create(client)), (yield entered(stream(client)))):
            with pytest.raises(APIResponseValidationError, match="news"):
                yield items(opened)

    both.run(body, strict=True)


@pytest.mark.parametrize("event", [b'{"type": "message_stop"', b"\xff", b"[1]"])
def test_a_last_event_that_cannot_be_read_is_an_error_that_has_the_message(
    both: Both, hostile: Hostile, event: bytes
) -> None:
    hostile.script(whole(sse(*HELLO[:-1]) + b"event: message_stop\ndata: " + event + b"\n\n"))

    def body(client: Any) -> Any:
        for opened in ((yield create(client)), (yield entered(stream(client)))):
            with pytest.raises(APIResponseValidationError) as raised:
                yield items(opened)

            assert raised.value.partial.text == "Hello you"

    both.run(body)


def test_an_error_event_behind_the_stop_reason_is_the_error(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO[:-1], error_event())))

    def body(client: Any) -> Any:
        with pytest.raises(OverloadedError) as raised:
            yield from final_message(client)

        assert raised.value.partial.text == "Hello you"

    both.run(body)


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_last_event_without_its_blank_line_is_given(both: Both, hostile: Hostile, end: bytes) -> None:
    content = sse(*HELLO).removesuffix(b"\n\n") + end
    completion = json.dumps({"type": "completion", "id": "c", "completion": "Hi", "model": "m", "stop_reason": None})
    hostile.script(whole(content))
    hostile.script(whole(content))
    hostile.script(whole(b"event: completion\ndata: " + completion.encode() + end))
    hostile.script(whole(b"event: completion\ndata: " + completion[:-9].encode() + end))

    def body(client: Any) -> Any:
        assert types((yield items((yield create(client))))) == [event["type"] for event in HELLO]
        assert (yield items((yield entered(stream(client)))))[-1].type == "message_stop"

        def complete() -> Any:
            return client.completions.create(model="m", max_tokens_to_sample=9, prompt="Hi", stream=True)

        assert [event.completion for event in (yield items((yield complete())))] == ["Hi"]
        with pytest.raises(StreamInterruptedError):
            yield items((yield complete()))

    both.run(body)


# ---- events out of order ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "events",
    [
        [*HELLO[:3], message_start(id="msg_2"), *HELLO[1:]],
        HELLO[1:],
        [MESSAGE_STOP],
        [message_delta(), MESSAGE_STOP],
        [message_start(), delta(0, "input_json_delta", partial_json="{}"), message_delta(), MESSAGE_STOP],
    ],
)
def test_events_out_of_order_are_an_error_and_the_message_so_far_is_there(
    both: Both, hostile: Hostile, events: list[Event]
) -> None:
    hostile.script(whole(sse(*events)))

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        with pytest.raises(APIResponseValidationError, match="message_start|content_block_start") as raised:
            yield helped.get_final_message()
        with pytest.raises(APIResponseValidationError):
            yield helped.get_final_message()

        if events[0] is HELLO[0]:
            assert raised.value.partial.text == "Hel"

    both.run(body)


def test_a_stop_of_a_block_that_never_began_is_not_given(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(HELLO[0], block_stop(4), *HELLO[1:])))

    def body(client: Any) -> Any:
        events = yield items((yield entered(stream(client))))

        assert [event.content_block.text for event in events if event.type == "content_block_stop"] == ["Hello you"]

    both.run(body)


# ---- JSON of other languages -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([rb"a \ud83d", rb"\ude00 b"], "a \U0001f600 b"),
        ([rb"a \ud83d", rb" b"], "a  b"),
        ([rb"a \ude00", rb" b"], "a \ufffd b"),
        ([b"a \xff", b" b"], "a \ufffd b"),
        ([b"a\tb", b" c"], "a\tb c"),
    ],
)
def test_no_character_of_a_delta_ends_a_stream(both: Both, hostile: Hostile, pieces: list[bytes], text: str) -> None:
    events = text_block(0, ["FIRST", "SECOND"])
    content = sse(message_start(), *events, message_delta(), MESSAGE_STOP)
    hostile.script(whole(content.replace(b"FIRST", pieces[0]).replace(b"SECOND", pieces[1])))

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        read = yield items(helped.text_stream)
        message = yield helped.get_final_message()

        assert "".join(read) == message.text == text
        assert text in json.loads(message.to_json())["content"][0]["text"]

    both.run(body)


@pytest.mark.parametrize(
    "written", [r'{"a": "\ud83d"}', '{"a": NaN}', '{"a": "b\tc"}', '{"a": 1, "a": 2}', '{"a": -0}']
)
def test_tool_input_is_read_as_json_loads_reads_it(both: Both, hostile: Hostile, written: str) -> None:
    start = block_start(0, type="tool_use", id="toolu_1", name="find", input={})
    pieces = [delta(0, "input_json_delta", partial_json=piece) for piece in (written[:9], written[9:])]
    hostile.script(whole(sse(message_start(), start, *pieces, block_stop(0), message_delta("tool_use"), MESSAGE_STOP)))

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        events = yield items(helped)
        message = yield helped.get_final_message()

        expected = repr(json.loads(written, strict=False)).replace(r"\ud83d", "\ufffd")
        assert repr(message.content[0].input) == expected
        assert repr([event for event in events if event.type == "input_json"][-1].snapshot) == expected

    both.run(body)


def test_structured_output_with_an_odd_character_is_read(both: Both, hostile: Hostile) -> None:
    events = text_block(0, [r'["half \ud83d", ', '"tab\there"]'])
    hostile.script(whole(sse(message_start(), *events, message_delta(), MESSAGE_STOP)))

    def body(client: Any) -> Any:
        helped = yield entered(stream(client, output_format=list[str]))
        message = yield helped.get_final_message()

        assert message.parsed_output == ["half \ufffd", "tab\there"]

    both.run(body)


# ---- no event stream at all ------------------------------------------------------------------------------


@pytest.mark.parametrize("content_type", ["application/json", "text/event-stream", "text/html"])
def test_an_error_object_in_place_of_a_stream_is_the_error_of_its_type(
    both: Both, hostile: Hostile, content_type: str
) -> None:
    error = error_event("invalid_request_error", "no " + "x" * 5000)
    hostile.script(whole(json.dumps(error).encode(), content_type))
    hostile.script(whole(json.dumps(error, indent=2).encode(), content_type))

    def body(client: Any) -> Any:
        for _ in range(2):
            with pytest.raises(BadRequestError, match="no x"):
                yield items((yield create(client)))
            with pytest.raises(BadRequestError):
                yield from final_message(client)

    both.run(body)


def test_an_overloaded_error_object_in_place_of_a_stream_is_retried(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(json.dumps(error_event()).encode(), "application/json"))
    hostile.script(whole(sse(*HELLO)))

    def body(client: Any) -> Any:
        assert (yield from final_message(client)).text == "Hello you"

    both.run(body, max_retries=1)


@pytest.mark.parametrize("content_type", ["application/json", "text/event-stream"])
def test_a_whole_message_in_place_of_a_stream_is_in_the_error(both: Both, hostile: Hostile, content_type: str) -> None:
    content = {**MESSAGE, "content": [{"type": "text", "text": "long " * 3000}]}
    hostile.script(whole(json.dumps(content).encode(), content_type))

    def body(client: Any) -> Any:
        for opened in ((yield create(client)), (yield entered(stream(client)))):
            with pytest.raises(APIResponseValidationError, match="not an event stream") as raised:
                yield items(opened)

            assert raised.value.body == content
            assert raised.value.partial.text == "long " * 3000

    both.run(body)


@pytest.mark.parametrize("content_type", ["application/json", "text/event-stream"])
def test_a_message_that_was_to_be_streamed_underneath_may_come_in_one_piece(
    both: Both, hostile: Hostile, content_type: str
) -> None:
    hostile.script(whole(json.dumps(MESSAGE).encode(), content_type))
    hostile.script(whole(json.dumps(error_event("invalid_request_error")).encode(), content_type))
    hostile.script(whole(b"{}", content_type))

    def body(client: Any) -> Any:
        long = {**ASK, "max_tokens": 64_000}
        message = yield client.messages.create(**long)
        with pytest.raises(BadRequestError):
            yield client.messages.create(**long)
        with pytest.raises(APIResponseValidationError):
            yield client.messages.create(**long)

        assert (message.text, message._request_id) == ("Hello you", "req_1")

    both.run(body)

    assert len(hostile.requests) >= 3
    assert all(b'"stream":true' in request for request in hostile.requests)


@pytest.mark.parametrize("content", [b"<html>\n\n<p>Log in</p></html>", b"Log in", b"[]", b"null"])
@pytest.mark.parametrize("content_type", ["text/html", "text/event-stream"])
def test_what_is_not_an_event_stream_is_an_error_whatever_its_type_says(
    both: Both, hostile: Hostile, content: bytes, content_type: str
) -> None:
    hostile.script(whole(content, content_type))

    def body(client: Any) -> Any:
        for opened in ((yield create(client)), (yield entered(stream(client)))):
            with pytest.raises(APIResponseValidationError, match="not an event stream"):
                yield items(opened)

    both.run(body)


@pytest.mark.parametrize("content", [b"", b": keep-alive\n\n", b"retry: 100\n\n", b"event: message_st", b'data: {"ty'])
def test_a_stream_that_ends_before_its_first_event_was_interrupted(
    both: Both, hostile: Hostile, content: bytes
) -> None:
    hostile.script(whole(content))

    def body(client: Any) -> Any:
        with pytest.raises(StreamInterruptedError):
            yield items((yield create(client)))

    both.run(body)


@pytest.mark.parametrize("missing", [1, 12, 40])
@pytest.mark.parametrize("framing", ["length", "close"])
def test_a_compressed_stream_that_is_cut_is_an_error(both: Both, hostile: Hostile, missing: int, framing: str) -> None:
    packed = gzip.compress(sse(*HELLO[:4]))
    cut = packed[:-missing]
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip\r\nconnection: close\r\n"
    length = b"content-length: %d\r\n" % len(packed) if framing == "length" else b""
    hostile.script(head + length + b"\r\n" + cut, CLOSE)

    def body(client: Any) -> Any:
        for opened in ((yield create(client)), (yield entered(stream(client)))):
            with pytest.raises((APIConnectionError, APIResponseValidationError)):
                yield items(opened)

    both.run(body)


# ---- loops that were left --------------------------------------------------------------------------------


async def cancelled_step(loop: Any) -> None:
    """One step of a loop that is cancelled while it waits."""
    async with anyio.create_task_group() as tasks:

        async def cancel() -> None:
            await anyio.wait_all_tasks_blocked()
            tasks.cancel_scope.cancel()

        tasks.start_soon(cancel)
        await anext(loop)
        raise AssertionError


LOOPS: dict[str, Any] = {
    "stream": lambda stream: aiter(stream) if hasattr(stream, "__aiter__") else iter(stream),
    "text_stream": lambda stream: stream.text_stream,
    "raw_events": lambda stream: stream.raw_events(),
}


@pytest.mark.parametrize(
    ("loop", "items_before"), [("stream", 6), ("text_stream", 2), ("raw_events", 4), ("not in a with block", 4)]
)
@pytest.mark.parametrize("kind", ["asyncio", "trio"])
def test_a_loop_that_was_left_by_a_timeout_does_not_end_quietly(
    hostile: Hostile, kind: str, loop: str, items_before: int
) -> None:
    go_on = threading.Event()
    hostile.script(sse(*HELLO[:4]), Until(go_on), sse(*HELLO[4:]))
    both = Both(kind, api_key="sk-ant-test", base_url=hostile.url, max_retries=0)

    def body(client: Any) -> Any:
        helped = (yield entered(stream(client))) if loop in LOOPS else (yield create(client))
        steps = LOOPS.get(loop, aiter)(helped)
        for _ in range(items_before):
            yield next_of(steps)
        yield cancelled_step(steps)
        go_on.set()
        for _ in range(2):
            with pytest.raises(StreamInterruptedError, match="stream_idle_timeout") as raised:
                yield next_of(steps)
            if loop != "raw_events":
                assert raised.value.partial.text == "Hello "
        if loop in LOOPS:
            with pytest.raises(StreamInterruptedError):
                yield helped.get_final_message()
            with pytest.raises(StreamInterruptedError):
                yield items(helped)

    both.run(body)


@pytest.mark.parametrize("loop", LOOPS)
def test_a_loop_that_an_error_ended_raises_it_again(both: Both, hostile: Hostile, loop: str) -> None:
    hostile.script(sse(*HELLO[:4]), SILENCE)

    def body(client: Any) -> Any:
        helped = yield entered(stream(client, stream_idle_timeout=0.05))
        steps = LOOPS[loop](helped)
        errors: list[ClaudeError] = []
        for _ in range(12):
            try:
                yield next_of(steps)
            except StreamIdleTimeoutError as error:
                errors.append(error)

        assert len(errors) >= 3
        assert len({*map(id, errors)}) == 1

    both.run(body)


def test_a_loop_that_an_interrupt_ended_does_not_end_quietly(hostile: Hostile) -> None:
    hostile.script(whole(sse(HELLO[0], *text_block(0, ["[1]"]), *HELLO[1:])))
    both = Both("sync", api_key="sk-ant-test", base_url=hostile.url, max_retries=0)

    def interrupt(value: list[int]) -> list[int]:
        raise KeyboardInterrupt

    def body(client: Any) -> Any:
        helped = yield entered(
            stream(client, output_format=TypeAdapter(Annotated[list[int], BeforeValidator(interrupt)]))
        )
        with pytest.raises(KeyboardInterrupt):
            helped.until_done()
        with pytest.raises(StreamInterruptedError, match="KeyboardInterrupt"):
            helped.get_final_message()

    both.run(body)


@pytest.mark.parametrize("how", [CLOSE, RESET])
def test_a_text_between_two_loops_is_not_lost(both: Both, hostile: Hostile, how: Any) -> None:
    hostile.script(sse(*HELLO), how)

    def body(client: Any) -> Any:
        helped = yield entered(stream(client))
        for _ in range(3):
            yield next_of(helped)  # the last one is the delta of the first text
        read = yield items(helped.text_stream)

        assert "".join(read) == "Hello you"

    both.run(body)
