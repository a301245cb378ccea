"""`run_tools()` on both clients, with the sandbox as the model."""

from __future__ import annotations

import json
import threading
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import anyio
import pytest
from pydantic import BaseModel

from both import Both, entered, items
from claude_client import Client, OverloadedError, StreamInterruptedError, Tool, ToolAbort, ToolContext, ToolError, tool
from claude_client.sandbox import Reply, Sandbox

PIXEL: Any = {
    "type": "image",
    "source": {
        "type": "base64",
        "media_type": "image/png",
        "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    },
}


@tool
def get_weather(city: str) -> str:
    """The weather in a city."""
    return f"rain in {city}"


@tool
async def add(a: int, b: int) -> int:
    """A sum."""
    await anyio.lowlevel.checkpoint()
    return a + b


@tool
def fail(text: str = "") -> None:
    raise KeyError(text) if text else KeyError


OSLO = ("get_weather", {"city": "Oslo"})


def run(client: Any, *tools: Any, **options: Any) -> Any:
    ask = {"model": "claude-opus-5", "max_tokens": 1000, "messages": [{"role": "user", "content": "Hi"}]}
    return client.messages.run_tools(**{**ask, "tools": tools or [get_weather, add], **options})


def results(messages: Any) -> list[Any]:
    """The blocks of all results in a conversation."""
    turns = (message["content"] for message in messages if message["role"] == "user")
    return [block for content in turns if isinstance(content, list) for block in content]


def result_of(both: Both, told: Sandbox, call: Any, *tools: Any, **options: Any) -> Any:
    """The result of one call of a tool."""
    told.reply(tool_use=call).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, *tools, **options)
        yield runner.until_done()
        return runner.messages

    (result,) = results(both.run(body))
    return result


# ---- the run ------------------------------------------------------------------------------------------------


def test_a_run_gives_each_message_and_runs_the_calls_in_between(told: Sandbox, both: Both) -> None:
    told.reply("Let me look.", tool_use=[OSLO, ("add", {"a": 1, "b": 2})]).reply("It rains, and it is 3.")

    def body(client: Any) -> Any:
        runner = run(client)
        messages = yield items(runner)
        assert [message.text for message in messages] == ["Let me look.", "It rains, and it is 3."]
        return runner.messages

    conversation = both.run(body)

    assert [message["role"] for message in conversation] == ["user", "assistant", "user", "assistant"]
    assert [result["content"] for result in results(conversation)] == ["rain in Oslo", "3"]
    assert told.requests[1].json["messages"] == conversation[:3]
    assert told.unused_replies == []


def test_the_last_message_is_what_a_run_ends_with(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("It rains.")

    def body(client: Any) -> Any:
        runner = run(client)
        message = yield runner.until_done()
        assert message.text == "It rains."
        assert (yield runner.until_done()) is message
        assert (yield items(runner)) == []

    both.run(body)


def test_a_run_is_found_under_the_official_name_too(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("It rains.").reply("Hello")

    def body(client: Any) -> Any:
        ask = {"model": "claude-opus-5", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}
        assert (yield client.beta.messages.tool_runner(**ask, tools=[get_weather]).until_done()).text == "It rains."
        assert (yield client.messages.tool_runner(**ask, tools=[get_weather]).until_done()).text == "Hello"

    both.run(body)


def test_a_run_of_streams_gives_a_stream_for_each_message(told: Sandbox, both: Both) -> None:
    told.reply("Let me look.", tool_use=OSLO).reply(chunks=["It ", "rains."])

    def body(client: Any) -> Any:
        runner = yield entered(run(client, stream=True))
        first = yield step(runner)
        assert (yield items(first.text_stream)) == ["Let me look."]
        second = yield step(runner)  # what was not read of the first is read first
        assert (yield items(second.text_stream)) == ["It ", "rains."]
        assert (yield runner.until_done()).text == "It rains."
        assert [result["content"] for result in results(runner.messages)] == ["rain in Oslo"]

    both.run(body)


def step(runner: Any) -> Any:
    """The next item of a runner."""
    return runner.__anext__() if hasattr(runner, "__anext__") else next(runner)


def test_a_closed_run_is_over_and_leaves_its_stream(told: Sandbox, both: Both) -> None:
    told.reply("One", tool_use=OSLO)

    def body(client: Any) -> Any:
        runner = run(client, stream=True)
        yield step(runner)
        yield runner.close()
        assert (yield items(runner)) == []

    both.run(body)

    assert len(told.requests) == 1


def test_a_run_ends_after_max_iterations(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO, repeat=True)

    def body(client: Any) -> Any:
        runner = run(client, max_iterations=3)
        assert len((yield items(runner))) == 3
        assert len(results(runner.messages)) == 3

    both.run(body)

    assert len(told.requests) == 3


def test_a_conversation_that_was_kept_goes_on_where_it_was(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("It rains.")

    def body(client: Any) -> Any:
        runner = run(client)
        yield step(runner)
        kept = json.dumps(runner.messages)
        assert (yield run(client, messages=json.loads(kept)).until_done()).text == "It rains."

    both.run(body)

    assert [result["content"] for result in results(told.requests[1].json["messages"])] == ["rain in Oslo"]


def test_a_run_that_failed_goes_on_where_it_failed(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("It rains.")

    def body(client: Any) -> Any:
        runner = run(client)
        yield step(runner)
        told.fail(529)
        with pytest.raises(OverloadedError):
            yield step(runner)
        assert (yield runner.until_done()).text == "It rains."

    both.run(body)


def test_a_stream_that_broke_is_requested_again(told: Sandbox, both: Both) -> None:
    told.reply("One two three").fail("reset in body", after_events=4)

    def body(client: Any) -> Any:
        runner = run(client, stream=True)
        stream = yield step(runner)
        with pytest.raises(StreamInterruptedError):
            yield items(stream.text_stream)
        with pytest.raises(StreamInterruptedError):
            yield step(runner)
        told.reply("Once more")
        assert (yield runner.until_done()).text == "Once more"
        assert len(runner.messages) == 2

    both.run(body)


def test_the_next_request_can_be_changed(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("It rains.").reply("Really.")

    def body(client: Any) -> Any:
        runner = run(client)
        yield step(runner)
        runner.set_messages_params(lambda params: {**params, "max_tokens": 50})
        yield step(runner)
        runner.append_messages({"role": "user", "content": "Sure?"})
        assert (yield runner.until_done()).text == "Really."

    both.run(body)

    assert [request.json["max_tokens"] for request in told.requests] == [1000, 50, 50]
    assert told.requests[2].json["messages"][-1] == {"role": "user", "content": "Sure?"}


class Report(BaseModel):
    is_wet: bool


@pytest.mark.parametrize("stream", [False, True])
def test_the_last_message_is_read_as_the_type_that_was_asked_for(told: Sandbox, both: Both, stream: bool) -> None:
    told.reply(tool_use=OSLO).reply('{"is_wet": true}')

    message = both.run(lambda c: run(c, output_format=Report, stream=stream).until_done())

    assert message.parsed_output == Report(is_wet=True)
    assert all(request.json["output_config"]["format"] for request in told.requests)


def test_tools_come_and_go_while_a_run_goes_on(told: Sandbox, both: Both) -> None:
    told.reply("Let me see.", tool_use=OSLO).reply(tool_use=("add", {"a": 1, "b": 2})).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, get_weather)
        yield step(runner)
        runner.add_tools(add)
        runner.remove_tools(get_weather)
        yield runner.until_done()
        return runner.messages

    gone, added = results(both.run(body))

    assert gone["content"] == "There is no tool 'get_weather'. There are: add."
    assert added["content"] == "3"
    assert "inline-tools-2026-09-15" in told.requests[1].headers["anthropic-beta"]


def test_a_run_is_compacted_and_continues(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO)
    told.reply(Reply(content=[{"type": "compaction", "content": "Rain in Oslo."}], stop_reason="compaction"))
    told.reply("It rains, as I said.")

    def body(client: Any) -> Any:
        runner = run(client, output_format=Report)
        yield step(runner)
        runner.compact_before_next_turn()
        return (yield items(runner))

    summed_up, last = both.run(body)

    assert (summed_up.stop_reason, last.text) == ("compaction", "It rains, as I said.")
    assert "output_config" not in told.requests[1].json
    assert [message["role"] for message in told.requests[2].json["messages"]] == ["assistant"]


def test_a_tool_of_an_event_loop_is_not_added_on_the_blocking_client(told: Sandbox) -> None:
    loose = Tool.from_schema(print, name="loose", input_schema={"type": "object"})
    loose.on_event_loop = True

    with Client(base_url=told.url, api_key=told.api_key) as client, pytest.raises(TypeError, match="AsyncClient"):
        run(client).add_tools(loose)


def test_results_can_be_looked_at_and_changed_before_they_are_sent(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("Snow.")
    calls: list[str] = []

    @tool(name="get_weather")
    def counted(city: str) -> str:
        calls.append(city)
        return "rain"

    def body(client: Any) -> Any:
        runner = run(client, counted)
        message = yield step(runner)
        response = yield runner.generate_tool_call_response()
        assert (yield runner.generate_tool_call_response()) == response
        response["content"][0]["content"] = "snow"
        runner.append_messages(message, response)
        yield runner.until_done()
        assert (yield runner.generate_tool_call_response()) is None

    both.run(body)

    assert calls == ["Oslo"]
    assert [result["content"] for result in results(told.requests[1].json["messages"])] == ["snow"]


def test_results_can_be_asked_for_while_a_message_streams(told: Sandbox, both: Both) -> None:
    told.reply("Look", tool_use=OSLO).reply("It rains.")

    def body(client: Any) -> Any:
        runner = yield entered(run(client, stream=True))
        yield step(runner)
        runner.append_messages({"role": "user", "content": "Quick!"})
        response = yield runner.generate_tool_call_response()
        assert response["content"][0]["content"] == "rain in Oslo"
        yield runner.until_done()

    both.run(body)

    contents = [message["content"] for message in told.requests[1].json["messages"]]
    assert contents[0] == "Hi"
    assert contents[2][0]["type"] == "tool_result"
    assert contents[3] == "Quick!"


# ---- the calls ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["function", "coroutine"])
def test_the_calls_of_one_message_run_in_parallel_and_their_results_keep_the_order(
    told: Sandbox, both: Both, kind: str
) -> None:
    # Each call waits for the other; the first one in the message is done last.
    barrier = threading.Barrier(2, timeout=30)
    second_done = threading.Event()
    arrived: list[str] = []

    @tool
    def meet(name: str) -> str:
        barrier.wait()
        if name == "first":
            assert second_done.wait(30)
        second_done.set()
        return name

    @tool(name="meet")
    async def meet_async(name: str) -> str:
        arrived.append(name)
        with anyio.fail_after(30):
            while len(arrived) < 2:
                await anyio.lowlevel.checkpoint()
        return name

    chosen = meet if kind == "function" else meet_async
    told.reply(tool_use=[("meet", {"name": "first"}), ("meet", {"name": "second"})]).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, chosen)
        yield runner.until_done()
        return runner.messages

    assert [result["content"] for result in results(both.run(body))] == ["first", "second"]


def test_the_calls_can_be_made_one_after_the_other(told: Sandbox, both: Both) -> None:
    running: list[str] = []

    @tool
    def alone(name: str) -> str:
        running.append(name)
        assert len(running) == 1
        running.remove(name)
        return threading.current_thread().name

    told.reply(tool_use=[("alone", {"name": "a"}), ("alone", {"name": "b"})]).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, alone, parallel=False)
        yield runner.until_done()
        return runner.messages

    threads = {result["content"] for result in results(both.run(body))}
    assert both.is_async or threads == {threading.current_thread().name}


class Place(BaseModel):
    city: str
    country: str = "Norway"


@dataclass
class Pair:
    left: int
    right: str


@pytest.mark.parametrize(
    ("value", "content"),
    [
        ("text", "text"),
        (Place(city="Oslo"), '{"city":"Oslo","country":"Norway"}'),
        ([Pair(1, "ø"), Pair(2, "b")], '[{"left":1,"right":"ø"},{"left":2,"right":"b"}]'),
        (["a", "b"], '["a","b"]'),
        ({"a": {1}}, '{"a":[1]}'),
        (3.5, "3.5"),
        (PIXEL, [PIXEL]),
        (["Look:", PIXEL], [{"type": "text", "text": "Look:"}, PIXEL]),
        ("half \ud800", "half ?"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_tool_gives_goes_to_the_model(told: Sandbox, both: Both, value: Any, content: Any) -> None:
    @tool
    def give() -> Any:
        return value

    result = result_of(both, told, ("give", {}), give)

    assert result["content"] == content
    assert "is_error" not in result


def test_a_tool_that_gives_nothing_has_a_result_without_content(told: Sandbox, both: Both) -> None:
    @tool
    async def give() -> None: ...

    assert "content" not in result_of(both, told, ("give", {}), give)


@pytest.mark.parametrize(
    ("call", "content"),
    [
        (("fail", {"text": "no key"}), "KeyError: 'no key'"),
        (("fail", {}), "KeyError"),
        (("fail", {"text": 3}), "The input does not fit: text: Input should be a valid string"),
        (("wrong", {}), "TypeError: the tool returned a object, which has no JSON form"),
        (
            ("tell", {}),
            [
                {"type": "text", "text": "Look:"},
                {"type": "text", "text": "(Something is left out here: an error takes text, and no image.)"},
                {"type": "text", "text": "the log"},
            ],
        ),
        (("nobody", {}), "There is no tool 'nobody'. There are: fail, tell, wrong."),
    ],
)
def test_a_call_that_fails_is_an_error_for_the_model(told: Sandbox, both: Both, call: Any, content: Any) -> None:
    @tool
    def wrong() -> object:
        return object()

    @tool
    async def tell() -> None:
        log = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "the log"}}
        raise ToolError(["Look:", PIXEL, log])

    result = result_of(both, told, call, fail, wrong, tell)

    assert (result["content"], result["is_error"]) == (content, True)


def test_an_abort_comes_out_and_what_was_done_is_not_done_again(told: Sandbox, both: Both) -> None:
    done = threading.Event()
    calls: list[str] = []
    allowed: list[bool] = []

    @tool
    def finish() -> str:
        calls.append("finish")
        done.set()
        return "finished"

    @tool
    def stop() -> str:
        assert done.wait(30)
        calls.append("stop")
        if not allowed:
            raise ToolAbort("not now")
        return "went on"

    told.reply("Done.")

    def body(client: Any) -> Any:
        # One after the other, so that the one is done when the other aborts.
        runner = run(client, finish, stop, messages=CALLS, parallel=False)
        with pytest.raises(ToolAbort, match="not now"):
            yield runner.until_done()
        allowed.append(True)
        yield runner.until_done()
        return runner.messages

    assert [result["content"] for result in results(both.run(body))] == ["finished", "went on"]
    assert calls == ["finish", "stop", "stop"]


CALLS: Any = [
    {"role": "user", "content": "Hi"},
    {
        "role": "assistant",
        "content": [
            {"type": "tool_use", "id": "toolu_1", "name": "finish", "input": {}},
            {"type": "tool_use", "id": "toolu_2", "name": "stop", "input": {}},
        ],
    },
]


@pytest.mark.parametrize("where", ["tool", "run"])
@pytest.mark.parametrize("kind", ["function", "coroutine"])
def test_a_call_that_takes_too_long_is_an_error_for_the_model(told: Sandbox, both: Both, kind: str, where: str) -> None:
    released = threading.Event()

    def wait() -> None:
        assert released.wait(30)

    async def wait_async() -> None:
        await anyio.sleep_forever()

    slow = tool(wait if kind == "function" else wait_async, name="wait", timeout=0.01 if where == "tool" else None)
    limit = {"tool_timeout": 0.01 if where == "run" else 30}

    result = result_of(both, told, ("wait", {}), slow, **limit)
    released.set()

    assert (result["content"], result["is_error"]) == ("The tool was not done within 0.01 seconds.", True)


def test_the_calls_beside_one_that_takes_too_long_keep_their_results(told: Sandbox, both: Both) -> None:
    released = threading.Event()

    @tool(timeout=0.01)
    def wait() -> None:
        assert released.wait(30)

    told.reply(tool_use=[("wait", {}), OSLO]).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, wait, get_weather)
        yield runner.until_done()
        return runner.messages

    late, rain = results(both.run(body))
    released.set()
    assert late["is_error"]
    assert rain["content"] == "rain in Oslo"


@pytest.mark.parametrize("kind", ["function", "coroutine"])
def test_a_call_that_is_not_approved_is_not_made(told: Sandbox, both: Both, kind: str) -> None:
    asked: list[Any] = []

    def approve(call: Any) -> bool:
        asked.append((call.name, call.input, call.id))
        return call.name == "get_weather"

    async def approve_async(call: Any) -> bool:
        return approve(call)

    told.reply(tool_use=[("fail", {}), OSLO]).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, get_weather, fail, approve=approve if kind == "function" else approve_async)
        yield runner.until_done()
        return runner.messages

    refused, made = results(both.run(body))
    assert (refused["content"], refused["is_error"]) == ("The user did not approve this call. It was not made.", True)
    assert made["content"] == "rain in Oslo"
    ids = [block["tool_use_id"] for block in (refused, made)]
    assert asked == [("fail", {}, ids[0]), ("get_weather", {"city": "Oslo"}, ids[1])]


def test_the_context_reaches_the_tools_and_not_the_model(told: Sandbox, both: Both) -> None:
    @tool
    def find(key: str, table: ToolContext[dict[str, int]]) -> int:
        return table[key]

    result = result_of(both, told, ("find", {"key": "a"}), find, context={"a": 7})

    assert result["content"] == "7"
    assert "table" not in json.dumps(told.requests[0].json)


def test_a_tool_that_needs_a_context_is_not_run_without_one(both: Both) -> None:
    @tool
    def find(key: str, table: ToolContext[dict[str, int]]) -> int:
        return table[key]

    def body(client: Any) -> Any:
        with pytest.raises(TypeError, match=r"the tool find needs a context: run_tools\(context=\.\.\.\)"):
            run(client, find)
        yield None

    both.run(body)


variable: ContextVar[str] = ContextVar("variable", default="unset")


def test_a_tool_sees_the_context_variables_of_the_program(told: Sandbox, both: Both) -> None:
    @tool
    def look() -> str:
        return variable.get()

    token = variable.set("set")
    try:
        assert result_of(both, told, ("look", {}), look)["content"] == "set"
    finally:
        variable.reset(token)


def test_tools_of_the_api_that_run_here_are_run(told: Sandbox, both: Both) -> None:
    bash = Tool.from_param(lambda command: f"$ {command}", {"type": "bash_20250124", "name": "bash"})

    assert result_of(both, told, ("bash", {"command": "ls"}), bash)["content"] == "$ ls"


def test_a_raw_tool_is_left_to_the_program(told: Sandbox, both: Both) -> None:
    raw = {"name": "look", "input_schema": {"type": "object"}}
    told.reply(tool_use=("look", {})).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, get_weather, raw)
        (call,) = (yield runner.until_done()).tool_calls
        result = {"type": "tool_result", "tool_use_id": call.id, "content": "seen"}
        runner.append_messages({"role": "user", "content": [result]})
        assert (yield runner.until_done()).text == "Done."

    both.run(body)


def test_a_run_that_has_nothing_to_send_says_so(both: Both) -> None:
    def body(client: Any) -> Any:
        with pytest.raises(RuntimeError, match="the run has no message"):
            yield run(client, max_iterations=0).until_done()

    both.run(body)


def test_help_shows_what_a_run_can_be_told(both: Both) -> None:
    import inspect

    def body(client: Any) -> Any:
        shown = inspect.signature(client.messages.run_tools).parameters
        assert {"tools", "approve", "context", "max_iterations", "max_tokens", "timeout"} <= shown.keys()
        with pytest.raises(TypeError, match="did you mean 'approve'"):
            run(client, aprove=bool)
        yield None

    both.run(body)


# ---- what the program can watch -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["function", "coroutine"])
@pytest.mark.parametrize("parallel", [True, False])
def test_hooks_get_each_call_and_each_result(told: Sandbox, both: Both, kind: str, parallel: bool) -> None:
    seen: list[Any] = []

    def on_call(call: Any) -> None:
        seen.append(("call", call.name))

    def on_result(call: Any, result: Any) -> None:
        seen.append(("result", call.name, result.get("is_error", False)))

    async def on_call_async(call: Any) -> None:
        on_call(call)

    async def on_result_async(call: Any, result: Any) -> None:
        on_result(call, result)

    hooks = (on_call, on_result) if kind == "function" else (on_call_async, on_result_async)
    told.reply(tool_use=[OSLO, ("fail", {}), ("nobody", {})]).reply("Done.")

    both.run(
        lambda c: run(
            c, get_weather, fail, on_call=hooks[0], on_result=hooks[1], parallel=parallel,
            approve=lambda call: call.name != "fail",
        ).until_done()
    )  # fmt: skip

    assert [each for each in seen if each[0] == "call"] == [("call", "get_weather")]
    assert sorted(each[1:] for each in seen if each[0] == "result") == [
        ("fail", True),
        ("get_weather", False),
        ("nobody", True),
    ]
    assert seen.index(("call", "get_weather")) < seen.index(("result", "get_weather", False))


@pytest.mark.parametrize("hook", ["on_call", "on_result"])
def test_what_a_hook_raises_comes_out_and_a_result_is_not_lost(told: Sandbox, both: Both, hook: str) -> None:
    told.reply(tool_use=OSLO).reply("Done.")
    raised: list[bool] = []

    def stop(*_: Any) -> None:
        if not raised:
            raised.append(True)
            raise KeyError("stop")

    def body(client: Any) -> Any:
        runner = run(client, **{hook: stop})
        with pytest.raises(KeyError, match="stop"):
            yield runner.until_done()
        assert (yield runner.until_done()).text == "Done."

    both.run(body)


def test_the_usage_of_a_run_is_that_of_all_its_messages(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("It rains.")

    def body(client: Any) -> Any:
        runner = run(client)
        assert runner.usage.input_tokens == runner.usage.output_tokens == 0
        messages = yield items(runner)
        return runner.usage, messages

    usage, messages = both.run(body)

    assert usage.input_tokens == sum(message.usage.input_tokens for message in messages) > 0
    assert usage.output_tokens == sum(message.usage.output_tokens for message in messages) > 0


class Session(Tool):
    """A tool with a session, which is opened and closed."""

    name = "session"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def to_param(self) -> Any:
        return {"name": self.name, "input_schema": {"type": "object"}}

    def call(self, input: Any, context: object = None) -> Any:
        self.seen.append("called")
        return "done"

    def __enter__(self) -> Session:
        self.seen.append("entered")
        return self

    def __exit__(self, *exception: object) -> None:
        self.seen.append("left")


class AsyncSession(Session):
    async def __aenter__(self) -> AsyncSession:
        await anyio.lowlevel.checkpoint()
        self.seen.append("entered")
        return self

    async def __aexit__(self, *exception: object) -> None:
        await anyio.lowlevel.checkpoint()
        self.seen.append("left")


@pytest.mark.parametrize("kind", [Session, AsyncSession])
def test_a_tool_that_is_a_context_manager_is_entered_once_and_left(told: Sandbox, both: Both, kind: Any) -> None:
    told.reply(tool_use=[("session", {}), ("session", {})]).reply(tool_use=("session", {})).reply("Done.")
    session, unused = kind(), kind()
    unused.name = "unused"

    both.run(lambda c: run(c, session, unused).until_done())

    assert session.seen == ["entered", "called", "called", "called", "left"]
    assert unused.seen == []


@pytest.mark.parametrize("end", ["failure", "close", "with"])
def test_a_tool_is_left_however_a_run_ends(told: Sandbox, both: Both, end: str) -> None:
    told.reply(tool_use=("session", {})).reply(tool_use=("session", {})).reply("Done.")
    session = AsyncSession()

    def body(client: Any) -> Any:
        runner = run(client, session)
        if end == "with":
            runner = yield entered(runner)
        yield step(runner)
        yield step(runner)
        if end == "failure":
            told.fail(529)
            with pytest.raises(OverloadedError):
                yield step(runner)
            assert session.seen == ["entered", "called", "called", "left"]
        elif end == "close":
            yield runner.close()

    both.run(body)

    assert session.seen[-1] == "left"
    assert session.seen.count("entered") == session.seen.count("left") == 1
