"""`run_tools_eagerly`: calls are run while the message that makes them still arrives."""

from __future__ import annotations

import threading
from contextvars import ContextVar
from typing import Any

import anyio
import anyio.to_thread
import pytest

from both import Both, entered, items
from claude_client import StreamInterruptedError, Tool, ToolAbort, tool
from claude_client.sandbox import Reply, Sandbox

BUDGET = 10.0
"""Seconds after which a test has failed that waits."""


class Calls:
    """What tools were called with, and a way to wait for it."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.threads: list[int] = []
        self._changed = threading.Condition()

    def note(self, text: str) -> None:
        with self._changed:
            self.made.append(text)
            self.threads.append(threading.get_ident())
            self._changed.notify_all()

    def wait_for(self, text: str) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: text in self.made, timeout=BUDGET)

    def wait(self, both: Both, text: str) -> Any:
        """Wait until a tool was called with `text`; the event loop goes on meanwhile."""
        return anyio.to_thread.run_sync(self.wait_for, text) if both.is_async else self.wait_for(text)


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture(params=["function", "coroutine"])
def note(request: pytest.FixtureRequest, calls: Calls) -> Any:
    """A tool of either kind."""

    @tool(name="note")
    def function(text: str) -> str:
        calls.note(text)
        return f"noted {text}"

    @tool(name="note")
    async def coroutine(text: str) -> str:
        await anyio.lowlevel.checkpoint()
        return function(text)

    return function if request.param == "function" else coroutine


def use(text: str) -> Any:
    return ("note", {"text": text})


def run(client: Any, *tools: Any, **options: Any) -> Any:
    ask = {"model": "claude-opus-5", "max_tokens": 1000, "messages": [{"role": "user", "content": "Hi"}]}
    return client.messages.run_tools(**ask, tools=tools, stream=True, run_tools_eagerly=True, **options)


def step(stream: Any) -> Any:
    return stream.__anext__() if hasattr(stream, "__anext__") else next(stream)


def read_until(stream: Any, kind: str, index: int | None = None) -> Any:
    """Steps to the first event of this kind, which is the result."""
    while True:
        event = yield step(stream)
        if event.type == kind and (index is None or event.index == index):
            return event


def results(messages: Any) -> list[Any]:
    turns = (message["content"] for message in messages if message["role"] == "user")
    return [block for content in turns if isinstance(content, list) for block in content]


def test_a_call_runs_while_the_message_still_arrives(told: Sandbox, both: Both, calls: Calls, note: Any) -> None:
    told.reply("Hi", tool_use=[use("a"), use("b")]).reply("Done.")

    def body(client: Any) -> Any:
        runner = yield entered(run(client, note))
        stream = yield step(runner)
        yield from read_until(stream, "content_block_stop", 1)
        yield from read_until(stream, "content_block_start", 2)
        assert calls.made == []
        yield step(stream)
        assert (yield calls.wait(both, "a"))
        assert calls.made == ["a"]
        yield items(stream)
        assert (yield runner.until_done()).text == "Done."
        return runner.messages

    messages = both.run(body)

    assert sorted(calls.made) == ["a", "b"]
    assert [result["content"] for result in results(messages)] == ["noted a", "noted b"]


def test_no_call_runs_twice(told: Sandbox, both: Both, calls: Calls, note: Any) -> None:
    told.reply(tool_use=[use(letter) for letter in "abcd"]).reply(tool_use=use("e")).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, note)
        first = yield step(runner)
        assert (yield first.get_final_message()).stop_reason == "tool_use"
        response = yield runner.generate_tool_call_response()
        assert response == (yield runner.generate_tool_call_response())
        yield runner.until_done()
        return response, runner.messages

    response, messages = both.run(body)

    assert sorted(calls.made) == [*"abcde"]
    assert messages[2] == response
    assert [result["content"] for result in results(messages)] == [f"noted {letter}" for letter in "abcde"]


def test_a_call_that_is_deferred_waits_for_the_whole_message(
    told: Sandbox, both: Both, calls: Calls, note: Any
) -> None:
    told.reply(tool_use=[use("a"), use("b"), use("c")]).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, note)
        stream = yield step(runner)
        yield from read_until(stream, "content_block_start", 0)
        runner.defer_tool_call((yield from read_until(stream, "content_block_start", 1)).content_block)
        assert runner.deferred_tool_calls == []
        runner.defer_tool_call((yield from read_until(stream, "content_block_stop", 2)).content_block.id)
        rest = yield items(stream)
        assert rest[-1].type == "message_stop"
        assert (yield calls.wait(both, "a"))
        held = runner.deferred_tool_calls
        assert [call.input for call in held] == [{"text": "b"}, {"text": "c"}]
        assert calls.made == ["a"]
        runner.defer_tool_call(stream.current_message_snapshot.content[0])
        yield runner.until_done()
        assert runner.deferred_tool_calls == []
        return runner.messages

    assert len(results(both.run(body))) == 3
    assert sorted(calls.made) == ["a", "b", "c"]


def test_without_eager_calls_there_is_nothing_to_defer(told: Sandbox, both: Both, note: Any) -> None:
    told.reply(tool_use=use("a")).reply("Done.")

    def body(client: Any) -> Any:
        runner = client.messages.run_tools(
            model="claude-opus-5", max_tokens=100, messages=[{"role": "user", "content": "Hi"}], tools=[note]
        )
        runner.defer_tool_call("toolu_1")
        assert runner.deferred_tool_calls == []
        assert (yield runner.until_done()).text == "Done."

    both.run(body)


def test_calls_are_run_early_only_where_the_message_is_streamed(told: Sandbox, both: Both, note: Any) -> None:
    def body(client: Any) -> Any:
        with pytest.raises(ValueError, match="stream=True"):
            client.messages.run_tools(
                model="claude-opus-5", max_tokens=100, messages=[], tools=[note], run_tools_eagerly=True
            )
        yield None

    both.run(body)


@pytest.mark.parametrize("reason", ["max_tokens", "refusal", "model_context_window_exceeded"])
def test_the_last_call_of_a_message_that_is_cut_off_is_not_run(
    told: Sandbox, both: Both, calls: Calls, note: Any, reason: str
) -> None:
    told.reply(Reply(tool_use=[use("a"), use("b")], stop_reason=reason)).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, note)
        yield items((yield step(runner)))
        runner.append_messages({"role": "user", "content": "Go on"})
        yield runner.until_done()
        return runner.messages

    done, cut = results(both.run(body))[:2]

    assert calls.made == ["a"]
    assert done["content"] == "noted a"
    assert cut["is_error"]
    assert reason in cut["content"]


def test_nothing_is_run_early_behind_a_fallback(told: Sandbox, both: Both, calls: Calls, note: Any) -> None:
    call = {"type": "tool_use", "id": "toolu_1", "name": "note", "input": {"text": "a"}}
    fallback = {"type": "fallback", "from": {"model": "claude-opus-5"}, "to": {"model": "claude-opus-4-8"}}
    blocks = [
        call,
        {**fallback, "trigger": {"type": "refusal", "category": None}},
        {**call, "id": "toolu_2", "input": {"text": "b"}},
    ]
    told.reply(Reply(content=[*blocks, {"type": "text", "text": "So."}])).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, note)
        yield items((yield step(runner)))
        assert calls.made == []
        yield runner.until_done()

    both.run(body)
    assert sorted(calls.made) == ["a", "b"]


def test_a_stream_that_breaks_drops_what_was_started(told: Sandbox, both: Both, calls: Calls) -> None:
    over = threading.Event()

    @tool
    async def wait(text: str) -> None:
        calls.note(text)
        try:
            await anyio.sleep(BUDGET)
        finally:
            over.set()

    told.reply(Reply(tool_use=[("wait", {"text": "a"}), ("wait", {"text": "b"})], chunk_size=99))
    told.fail("close in body", after_events=8)

    def body(client: Any) -> Any:
        runner = run(client, wait)
        stream = yield step(runner)
        yield from read_until(stream, "content_block_start", 1)
        yield step(stream)
        assert (yield calls.wait(both, "a"))
        with pytest.raises(StreamInterruptedError):
            yield items(stream)
        if both.is_async:  # a thread goes on
            assert (yield anyio.to_thread.run_sync(over.wait, BUDGET))
        yield runner.close()

    both.run(body)


# ---- what is the same as without ---------------------------------------------------------------------------------


def test_hooks_and_approval_are_asked_early_too(told: Sandbox, both: Both, calls: Calls, note: Any) -> None:
    told.reply(tool_use=[use("a"), use("b"), ("nobody", {})]).reply("Done.")
    seen: list[Any] = []

    def body(client: Any) -> Any:
        runner = run(
            client,
            note,
            approve=lambda call: call.input.get("text") != "b",
            on_call=lambda call: seen.append(call.input["text"]),
            on_result=lambda call, result: seen.append((call.name, result.get("is_error", False))),
        )
        yield runner.until_done()
        return runner.messages

    a, b, nobody = results(both.run(body))

    assert a["content"] == "noted a"
    assert "did not approve" in b["content"]
    assert "There is no tool" in nobody["content"]
    assert [each for each in seen if isinstance(each, str)] == calls.made == ["a"]
    assert sorted(each for each in seen if isinstance(each, tuple)) == [
        ("nobody", True),
        ("note", False),
        ("note", True),
    ]


@pytest.mark.parametrize("hook", ["approve", "on_call", "on_result"])
def test_what_a_hook_raises_comes_out_with_the_message(
    told: Sandbox, both: Both, calls: Calls, note: Any, hook: str
) -> None:
    told.reply(tool_use=[use("a"), use("b")]).reply("Done.")
    raised: list[bool] = []

    def stop(*_: Any) -> bool:
        if not raised:
            raised.append(True)
            raise KeyError("stop")
        return True

    def body(client: Any) -> Any:
        runner = run(client, note, **{hook: stop})
        yield items((yield step(runner)))
        with pytest.raises(KeyError, match="stop"):
            yield runner.until_done()
        assert (yield runner.until_done()).text == "Done."
        return runner.messages

    assert [result["content"] for result in results(both.run(body))] == ["noted a", "noted b"]
    assert sorted(calls.made) == ["a", "b"]


def test_an_abort_ends_the_run(told: Sandbox, both: Both) -> None:
    @tool
    def abort() -> None:
        raise ToolAbort("enough")

    told.reply(tool_use=[("abort", {}), ("abort", {})])

    def body(client: Any) -> Any:
        runner = run(client, abort)
        yield items((yield step(runner)))
        with pytest.raises(ToolAbort, match="enough"):
            yield runner.until_done()

    both.run(body)
    assert len(told.requests) == 1


def test_a_call_that_takes_too_long_is_an_error(told: Sandbox, both: Both) -> None:
    over = threading.Event()

    @tool(timeout=0.05)
    def wait() -> None:
        over.wait(BUDGET)

    told.reply("Hi", tool_use=[("wait", {}), ("wait", {})]).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, wait)
        yield runner.until_done()
        return runner.messages

    try:
        assert ["0.05 seconds" in result["content"] for result in results(both.run(body))] == [True, True]
    finally:
        over.set()


def test_in_order_a_function_runs_on_the_thread_that_reads(told: Sandbox, both: Both, calls: Calls) -> None:
    @tool
    def note(text: str) -> str:
        calls.note(text)
        return text

    told.reply(tool_use=[use("a"), use("b"), use("c")]).reply("Done.")

    def body(client: Any) -> Any:
        yield run(client, note, parallel=False).until_done()

    both.run(body)

    assert calls.made == ["a", "b", "c"]
    assert both.is_async or {*calls.threads} == {threading.get_ident()}


def test_a_tool_sees_the_context_of_who_reads(told: Sandbox, both: Both) -> None:
    variable: ContextVar[str] = ContextVar("variable", default="unset")
    seen: list[str] = []

    @tool
    def look() -> None:
        seen.append(variable.get())

    @tool
    async def look_async() -> None:
        await anyio.lowlevel.checkpoint()
        seen.append(variable.get())

    told.reply(tool_use=[("look", {}), ("look_async", {}), ("look", {})]).reply("Done.")

    def body(client: Any) -> Any:
        variable.set("set")
        yield run(client, look, look_async).until_done()

    both.run(body)
    assert seen == ["set"] * 3


def test_a_tool_is_entered_before_its_first_call_and_left_at_the_end(told: Sandbox, both: Both) -> None:
    events: list[str] = []

    class Counter(Tool):
        name = "count"

        def to_param(self) -> Any:
            return {"name": "count", "input_schema": {"type": "object"}}

        def call(self, input: Any, context: object = None) -> str:
            events.append("called")
            return "1"

        def __enter__(self) -> None:
            events.append("entered")

        def __exit__(self, *exception: object) -> None:
            events.append("left")

    told.reply(tool_use=[("count", {}), ("count", {})]).reply("Done.")

    both.run(lambda client: run(client, Counter()).until_done())

    assert events == ["entered", "called", "called", "left"]


def test_a_tool_that_only_an_event_loop_can_enter_needs_one(told: Sandbox, both: Both) -> None:
    events: list[str] = []

    class Counter(Tool):
        name = "count"

        def to_param(self) -> Any:
            return {"name": "count", "input_schema": {"type": "object"}}

        def call(self, input: Any, context: object = None) -> str:
            events.append("called")
            return "1"

        async def __aenter__(self) -> None:
            events.append("entered")

        async def __aexit__(self, *exception: object) -> None:
            events.append("left")

    told.reply(tool_use=("count", {})).reply("Done.")

    def body(client: Any) -> Any:
        if not both.is_async:
            with pytest.raises(TypeError, match="AsyncClient"):
                run(client, Counter())
            return
        yield run(client, Counter()).until_done()
        assert events == ["entered", "called", "left"]

    both.run(body)
