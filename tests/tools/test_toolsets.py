"""Toolsets in a run, and in programs that send the messages themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import anyio
import pytest

from both import Both, entered, items
from claude_client import Client, Tool, ToolError, tool
from claude_client.sandbox import Sandbox
from claude_client.tools import BuiltinTool
from claude_client.tools.policies import ToolsetCallContext
from claude_client.tools.toolset_errors import (
    ToolsetClosedError,
    ToolsetConfigError,
    ToolsetContractError,
    ToolsetUsageError,
)
from claude_client.tools.toolsets import AnyToolset, AsyncRunnableToolset, RunnableToolset, family_of
from claude_client.types import ToolUseBlock

PARAM: Any = {"type": "browser_toolset_20260801"}
PIXEL: Any = {
    "type": "image",
    "source": {
        "type": "base64",
        "media_type": "image/png",
        "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    },
}


class Log:
    """What a toolset did."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Mapping[str, object]]] = []
        self.now = 0
        self.most = 0
        self.events: list[str] = []

    def run(self, name: str, input: Mapping[str, object]) -> Any:
        self.calls.append((name, input))
        if name == "navigate" and input.get("url") == "https://refused.test":
            raise ToolError("Not there.")
        if name == "javascript_exec":
            raise ToolsetConfigError("the program is wrong")
        return [PIXEL] if name == "screenshot" else f"{name} done"


class Browser(RunnableToolset):
    toolset_name = "browser"

    def __init__(self, log: Log) -> None:
        self.log = log
        self.ids: list[str] = []

    def to_dict(self) -> Any:
        return PARAM

    def call(self, context: ToolsetCallContext, name: str, input: Mapping[str, object]) -> Any:
        assert context.tool_use is not None
        self.ids.append(context.tool_use.id)
        return self.log.run(name, input)

    def close(self) -> None:
        super().close()
        self.log.events.append("closed")


class AsyncBrowser(AsyncRunnableToolset):
    toolset_name = "browser"

    def __init__(self, log: Log) -> None:
        self.log = log

    def to_dict(self) -> Any:
        return PARAM

    async def call(self, context: ToolsetCallContext, name: str, input: Mapping[str, object]) -> Any:
        self.log.now += 1
        self.log.most = max(self.log.most, self.log.now)
        await anyio.lowlevel.checkpoint()
        self.log.now -= 1
        return self.log.run(name, input)

    async def close(self) -> None:
        await super().close()
        self.log.events.append("closed")


class OwnBrowser(Browser):
    closed_by_run: ClassVar[bool] = True

    def __enter__(self) -> Any:
        self.log.events.append("entered")
        return super().__enter__()


class AsyncOwnBrowser(AsyncBrowser):
    closed_by_run: ClassVar[bool] = True

    async def __aenter__(self) -> Any:
        self.log.events.append("entered")
        return await super().__aenter__()


@tool
def navigate(where: str = "") -> str:
    """Another tool of the name of a member."""
    return f"walked {where}"


def member(name: str, **input: Any) -> Any:
    return {"name": name, "toolset_name": "browser", "input": input}


HOME = member("navigate", url="https://home.test")
REFUSED = member("navigate", url="https://refused.test")


def run(client: Any, *tools: Any, **options: Any) -> Any:
    ask = {"model": "claude-opus-5", "max_tokens": 1000, "messages": [{"role": "user", "content": "Hi"}]}
    return client.messages.run_tools(**{**ask, "tools": tools, **options})


def results(messages: Any) -> list[Any]:
    turns = (message["content"] for message in messages if message["role"] == "user")
    return [block for content in turns if isinstance(content, list) for block in content]


@pytest.fixture(params=[False, True], ids=["", "eager"])
def eager(request: pytest.FixtureRequest) -> Any:
    """Whether the calls run while the message arrives."""
    return {"stream": True, "run_tools_eagerly": True} if request.param else {}


def made(both: Both, *, own: bool = False) -> Any:
    """A toolset for this client."""
    if both.is_async:
        return (AsyncOwnBrowser if own else AsyncBrowser)(Log())
    return (OwnBrowser if own else Browser)(Log())


def conversation(both: Both, *tools: Any, **options: Any) -> Any:
    def body(client: Any) -> Any:
        runner = run(client, *tools, **options)
        yield runner.until_done()
        return runner.messages

    return both.run(body)


# ---- calls -----------------------------------------------------------------------------------------------------


def test_the_members_of_a_toolset_are_called_in_order_and_beside_tools_of_their_names(
    told: Sandbox, both: Both, eager: Any
) -> None:
    told.reply(
        tool_use=[HOME, ("navigate", {"where": "on"}), member("screenshot"), member("left_click", ref="r1")]
    ).reply("Done.")
    browser = made(both)

    messages = conversation(both, browser, navigate, **eager)

    assert told.requests[0].json["tools"][0] == PARAM
    assert [name for name, _ in browser.log.calls] == ["navigate", "screenshot", "left_click"]
    assert browser.log.calls[0][1] == {"url": "https://home.test"}
    first, other, image, last = results(messages)
    assert (first["toolset_name"], first["content"]) == ("browser", "navigate done")
    assert ("toolset_name" in other, other["content"]) == (False, "walked on")
    assert image["content"][0]["type"] == "image"
    assert last["content"] == "left_click done"
    assert told.requests[1].json["messages"][2]["content"] == results(messages)


def test_calls_of_one_toolset_run_one_at_a_time(told: Sandbox) -> None:
    told.reply(tool_use=[HOME] * 5).reply("Done.")
    for kind in ("asyncio", "trio"):
        told.reply(tool_use=[HOME] * 5).reply("Done.")
        both = Both(kind, base_url=told.url, api_key=told.api_key)
        browser = AsyncBrowser(Log())
        conversation(both, browser)
        assert browser.log.most == 1


def test_a_toolset_of_functions_runs_on_both_clients(told: Sandbox, both: Both, eager: Any) -> None:
    told.reply(tool_use=[HOME, member("screenshot")]).reply("Done.")
    browser = Browser(Log())

    messages = conversation(both, browser, **eager)

    assert len(browser.log.calls) == len(results(messages)) == 2


@pytest.mark.parametrize("parallel", [True, False])
def test_what_fails_ends_the_sequence_of_a_toolset(told: Sandbox, both: Both, eager: Any, parallel: bool) -> None:
    told.reply(tool_use=[HOME, REFUSED, member("screenshot"), ("navigate", {}), HOME]).reply(
        tool_use=member("screenshot")
    ).reply("Done.")
    browser = made(both)
    called: list[str] = []
    told_of: list[tuple[str, bool]] = []

    messages = conversation(
        both,
        browser,
        navigate,
        **eager,
        parallel=parallel,
        on_call=lambda call: called.append(call.name),
        on_result=lambda call, result: told_of.append((call.name, result.get("is_error", False))),
    )

    assert [name for name, _ in browser.log.calls] == ["navigate", "navigate", "screenshot"]
    first, refused, *others = results(messages)
    assert (first["content"], refused["content"]) == ("navigate done", "Not there.")
    assert [result.get("is_error", False) for result in others] == [True, False, True, False]
    assert "earlier call of the browser toolset" in others[0]["content"]
    assert others[0]["toolset_name"] == "browser"
    assert sorted(called) == ["navigate", "navigate", "navigate", "screenshot"]
    assert len(told_of) == 6


def test_a_call_that_is_not_approved_ends_the_sequence_too(told: Sandbox, both: Both, eager: Any) -> None:
    told.reply(tool_use=[HOME, member("screenshot"), member("left_click")]).reply("Done.")
    browser = made(both)
    asked: list[str] = []

    def approve(call: Any) -> bool:
        asked.append(call.name)
        return bool(call.name == "navigate")

    messages = conversation(both, browser, approve=approve, **eager)

    assert asked == ["navigate", "screenshot"]
    assert [result.get("is_error", False) for result in results(messages)] == [False, True, True]


def test_calls_behind_one_that_is_deferred_wait_too(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=[HOME, member("screenshot"), ("navigate", {}), ("navigate", {})]).reply("Done.")
    browser = made(both)

    def body(client: Any) -> Any:
        runner = yield entered(run(client, browser, navigate, stream=True, run_tools_eagerly=True))
        stream = yield runner.__anext__() if both.is_async else next(runner)
        while True:
            event = yield stream.__anext__() if both.is_async else next(stream)
            if event.type == "content_block_start":
                runner.defer_tool_call(event.content_block)
                break
        yield items(stream)
        # Whatever may run early has been started, and what has been started is waited for by the next step only.
        assert browser.log.calls == []
        yield runner.until_done()
        assert [name for name, _ in browser.log.calls] == ["navigate", "screenshot"]

    both.run(body)


def test_a_mistake_of_the_program_ends_the_run(told: Sandbox, both: Both, eager: Any) -> None:
    told.reply(tool_use=[HOME, member("javascript_exec")]).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, made(both), **eager)
        with pytest.raises(ToolsetUsageError, match="the program is wrong"):
            yield runner.until_done()

    both.run(body)


def test_a_call_of_a_toolset_that_is_not_there_is_left_to_the_program(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=[member("screenshot")])

    def body(client: Any) -> Any:
        runner = run(client, PARAM, navigate)
        message = yield runner.until_done()
        assert message.stop_reason == "tool_use"

    both.run(body)
    assert len(told.requests) == 1


def test_a_toolset_that_is_called_itself_is_an_error_for_the_model(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=[("browser", {"actions": []}), HOME]).reply("Done.")
    browser = made(both)

    messages = conversation(both, browser)

    assert "Call its members" in results(messages)[0]["content"]
    assert [result["is_error"] for result in results(messages)] == [True, True]
    assert browser.log.calls == []


def test_an_input_that_is_no_object_reaches_no_member(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=[{**HOME, "input": ["not", "an", "object"]}]).reply("Done.")
    browser = made(both)

    (result,) = results(conversation(both, browser))

    assert result["is_error"]
    assert result["toolset_name"] == "browser"
    assert browser.log.calls == []


# ---- what a run refuses ------------------------------------------------------------------------------------------


def test_a_toolset_of_coroutine_functions_needs_an_event_loop(told: Sandbox) -> None:
    with (
        Client(base_url=told.url, api_key=told.api_key) as client,
        pytest.raises(ToolsetContractError, match="AsyncClient"),
    ):
        run(client, AsyncBrowser(Log()))


def test_toolsets_are_neither_added_nor_removed(told: Sandbox, both: Both) -> None:
    def body(client: Any) -> Any:
        runner = run(client, made(both), navigate)
        browser_tool: Any = Tool.from_schema(print, name="browser", input_schema={"type": "object"})
        for tools in ([made(both)], [navigate, PARAM], [browser_tool], [{"type": "browser_toolset_20270101"}]):
            with pytest.raises(ToolsetContractError, match="add_tools"):
                runner.add_tools(*tools)
        with pytest.raises(ToolsetContractError, match="browser"):
            runner.remove_tools("navigate", "browser")
        assert "browser" in repr(runner)
        told.reply("Done.")
        yield runner.until_done()
        assert [message["role"] for message in runner.messages] == ["user", "assistant"]

    both.run(body)


# ---- entered and closed ------------------------------------------------------------------------------------------


def test_a_toolset_is_the_programs_to_close(told: Sandbox, both: Both) -> None:
    browser = made(both)
    for _ in range(2):
        told.reply(tool_use=HOME).reply("Done.")
        conversation(both, browser)

    assert browser.log.events == []
    assert len(browser.log.calls) == 2


def test_a_toolset_that_says_so_is_entered_and_closed_by_the_run(told: Sandbox, both: Both, eager: Any) -> None:
    told.reply(tool_use=[HOME, member("screenshot")]).reply(tool_use=HOME).reply("Done.")
    browser = made(both, own=True)

    conversation(both, browser, **eager)

    assert browser.log.events == ["entered", "closed"]
    assert len(browser.log.calls) == 3


def test_it_is_closed_where_the_run_fails_or_is_closed(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=[HOME, member("javascript_exec")]).reply(tool_use=HOME).reply("Done.")
    failing, closed, unused = (made(both, own=True) for _ in range(3))

    def body(client: Any) -> Any:
        with pytest.raises(ToolsetUsageError):
            yield run(client, failing).until_done()
        runner = run(client, closed)
        yield runner.__anext__() if both.is_async else next(runner)
        yield runner.generate_tool_call_response()
        yield runner.close()
        yield run(client, unused).close()

    both.run(body)

    assert failing.log.events == closed.log.events == ["entered", "closed"]
    assert unused.log.events == []


def test_a_closed_toolset_ends_a_run_that_calls_it(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=HOME)
    browser = made(both)

    def body(client: Any) -> Any:
        yield browser.close()
        with pytest.raises(ToolsetClosedError, match="the browser toolset is closed"):
            yield run(client, browser).until_done()
        with pytest.raises(ToolsetClosedError):
            yield entered(browser)

    both.run(body)


def test_a_cancelled_run_closes_its_toolset(told: Sandbox) -> None:
    class Waiting(AsyncOwnBrowser):
        async def call(self, context: ToolsetCallContext, name: str, input: Mapping[str, object]) -> Any:
            scope.cancel()
            await anyio.sleep_forever()

    browser = Waiting(Log())
    scope: anyio.CancelScope

    async def main(both: Both) -> None:
        nonlocal scope
        async with both.client() as client:
            with anyio.CancelScope() as scope:
                await run(client, browser).until_done()

    for kind in ("asyncio", "trio"):
        browser = Waiting(Log())
        told.reply(tool_use=HOME)
        anyio.run(main, Both(kind, base_url=told.url, api_key=told.api_key), backend=kind)
        assert browser.log.events == ["entered", "closed"]


# ---- by hand -----------------------------------------------------------------------------------------------------


def use(name: str = "navigate", **fields: Any) -> ToolUseBlock:
    block = {"type": "tool_use", "id": "toolu_1", "name": name, "input": {}, "toolset_name": "browser", **fields}
    return ToolUseBlock.model_validate(block)


def test_a_program_that_sends_the_messages_itself_gets_results(told: Sandbox, both: Both) -> None:
    told.reply("Hello")

    def body(client: Any) -> Any:
        browser: Any = yield entered(made(both))
        message = yield client.messages.create(
            model="claude-opus-5", max_tokens=9, messages=[{"role": "user", "content": "Hi"}], tools=[browser]
        )
        assert message.text == "Hello"
        done = yield browser.tool_result(use())
        failed = yield browser.tool_result(use(input={"url": "https://refused.test"}))
        with pytest.raises(ToolsetUsageError):
            yield browser.tool_result(use("javascript_exec"))
        for other in (use(toolset_name=None), use(toolset_name="computer")):
            with pytest.raises(ToolsetContractError, match="expected 'browser'"):
                yield browser.tool_result(other)
        return done, failed

    done, failed = both.run(body)

    assert told.requests[0].json["tools"] == [PARAM]
    assert done["content"] == "navigate done"
    assert (failed["content"], failed["is_error"], failed["toolset_name"]) == ("Not there.", True, "browser")


@pytest.mark.parametrize(
    ("type_", "family"),
    [("browser_toolset_20260801", "browser"), ("computer_toolset", "computer"), ("bash_20250124", "bash")],
)
def test_the_api_names_toolsets_without_the_version(type_: str, family: str) -> None:
    assert family_of({"type": type_}) == family
    assert family_of({}) == "custom"


def test_a_toolset_names_itself() -> None:
    assert issubclass(RunnableToolset, AnyToolset)
    with pytest.raises(TypeError, match="abstract"):
        RunnableToolset()  # type: ignore[abstract]


def test_the_items_of_a_streamed_run_are_streams(told: Sandbox, both: Both) -> None:
    told.reply("Look", tool_use=[HOME]).reply("Done.")
    browser = made(both)

    def body(client: Any) -> Any:
        runner = yield entered(run(client, browser, stream=True, run_tools_eagerly=True))
        stream = yield runner.__anext__() if both.is_async else next(runner)
        assert (yield items(stream.text_stream)) == ["Look"]
        assert (yield runner.until_done()).text == "Done."

    both.run(body)


@pytest.mark.parametrize("kind", ["function", "coroutine"])
def test_a_tool_in_the_official_style_is_called_with_its_input(told: Sandbox, both: Both, kind: str) -> None:
    class Bash(BuiltinTool):
        def to_dict(self) -> Any:
            return {"type": "bash_20250124", "name": "bash"}

        def call(self, input: Any) -> Any:  # type: ignore[override]
            return f"ran {input['command']}"

    class AsyncBash(Bash):
        async def call(self, input: Any) -> Any:  # type: ignore[override]
            await anyio.lowlevel.checkpoint()
            return super().call(input)

    told.reply(tool_use=("bash", {"command": "ls"})).reply("Done.")

    messages = conversation(both, Bash() if kind == "function" else AsyncBash())

    assert told.requests[0].json["tools"] == [{"type": "bash_20250124", "name": "bash"}]
    assert results(messages)[0]["content"] == "ran ls"


def test_a_tool_in_the_official_style_has_a_name() -> None:
    class Nameless(BuiltinTool):
        def to_dict(self) -> Any:
            return {"type": "mcp_toolset"}

    with pytest.raises(TypeError, match="without a name"):
        _ = Nameless().name
