"""Tools, prompts and resources of a real MCP server, which runs in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import anyio
import pytest

from claude_client import AsyncClient, Client
from claude_client.sandbox import Sandbox
from claude_client.tools.mcp import (
    UnsupportedMCPValueError,
    async_mcp_tool,
    mcp_content,
    mcp_message,
    mcp_prompt,
    mcp_resource,
    mcp_resource_to_content,
    mcp_resource_to_file,
    mcp_tool,
    mcp_tools,
)

mcp = pytest.importorskip("mcp")

SERVER = Path(__file__).parent / "mcp_server.py"
QUESTION: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}


@pytest.fixture(params=["asyncio", "trio"])
def with_session(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Runs a function with a session of the server."""
    from mcp.client.stdio import stdio_client

    def run(body: Callable[[Any], Awaitable[Any]]) -> Any:
        async def in_session() -> Any:
            process = mcp.StdioServerParameters(command=sys.executable, args=[str(SERVER)])
            async with stdio_client(process) as (read, write), mcp.ClientSession(read, write) as session:
                await session.initialize()
                return await body(session)

        return anyio.run(in_session, backend=request.param)

    return run


def test_the_tools_of_a_server_are_run(with_session: Any, told: Sandbox) -> None:
    calls = [("tides_high", {"harbour": "Galway"}), ("fail", {"reason": "no moon"}), ("picture", {})]
    told.reply(tool_use=calls).reply("Done.")

    async def body(session: Any) -> Any:
        async with AsyncClient(base_url=told.url, api_key=told.api_key) as client:
            runner = client.messages.run_tools(**QUESTION, tools=await mcp_tools(session))
            await runner.until_done()
            return runner.messages

    high, failed, picture = with_session(body)[2]["content"]

    (sent, *_) = told.requests[0].json["tools"]
    assert (sent["name"], sent["description"]) == ("tides_high", "When the water is high.")
    assert sent["input_schema"]["required"] == ["harbour"]
    assert high["content"] == [{"type": "text", "text": "high in Galway at 18:42"}]
    assert failed["is_error"]
    assert "Error executing tool fail" in failed["content"][0]["text"]
    assert [block["type"] for block in picture["content"]] == ["text", "image"]


def test_prompts_give_messages_and_resources_give_blocks_and_files(with_session: Any) -> None:
    async def body(session: Any) -> Any:
        prompt = await mcp_prompt(session, "ask", {"harbour": "Galway"})
        results = [await session.read_resource(f"tides://{name}") for name in ("table.txt", "chart.png", "sound.mp3")]
        return prompt, await mcp_resource(session, "tides://table.txt"), results

    prompt, blocks, (table, chart, sound) = with_session(body)

    question = {"type": "text", "text": "When is the water high in Galway?"}
    assert prompt == [{"role": "user", "content": [question]}]
    text = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Galway 18:42"}}
    assert blocks == [text]
    assert mcp_resource_to_content(table) == text
    assert mcp_resource_to_content(chart)["type"] == "image"
    assert mcp_resource_to_file(sound)[1:] == (b"sh", "audio/mpeg")
    with pytest.raises(UnsupportedMCPValueError, match=r"the resource has \['audio/mpeg'\]"):
        mcp_resource_to_content(sound)


# ---- without a session --------------------------------------------------------------------------------------


def content(type_: str, **fields: Any) -> Any:
    return SimpleNamespace(type=type_, **fields)


@pytest.mark.parametrize(
    ("given", "block"),
    [
        (content("text", text="a"), {"type": "text", "text": "a"}),
        (
            content("image", data="eA==", mimeType="image/png"),
            {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "eA=="}},
        ),
        (
            content("resource", resource=SimpleNamespace(uri="a:b", mime_type="application/pdf", blob="eA==")),
            {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "eA=="}},
        ),
        (
            content("resource", resource=SimpleNamespace(uri="a:b", mimeType="application/json", text="{}")),
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "{}"}},
        ),
        (
            content("resource", resource=SimpleNamespace(uri="a:b", mimeType=None, blob="w7g=")),
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "ø"}},
        ),
        (content("resource_link", name="Table", uri="a:b"), {"type": "text", "text": "Table: a:b"}),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_content_of_either_version_becomes_a_block(given: Any, block: Any) -> None:
    assert mcp_content(given) == block
    assert mcp_message(SimpleNamespace(role="user", content=given)) == {"role": "user", "content": [block]}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (content("audio", data="", mimeType="audio/mpeg"), "the API takes no audio content"),
        (content("image", data="", mimeType="image/tiff"), "the API takes no image/tiff, only image/jpeg"),
        (content("resource", resource=SimpleNamespace(uri="a:b", mimeType="x/y", blob="eA==")), "no x/y: a:b"),
        (content("resource", resource=SimpleNamespace(uri="a:b", mimeType=None, blob="/w==")), "a:b is no text"),
    ],
)
def test_content_that_the_api_does_not_take_is_named(given: Any, message: str) -> None:
    with pytest.raises(UnsupportedMCPValueError, match=message):
        mcp_content(given)


class Session:
    """Stands for a session that answers in pages, with content of every kind."""

    async def list_tools(self, cursor: str | None = None) -> Any:
        tool = SimpleNamespace(name=f"tool/{cursor or 'first'}", description=None, inputSchema={"type": "object"})
        return SimpleNamespace(tools=[tool], nextCursor=None if cursor else "second")

    async def call_tool(self, name: str, arguments: Any) -> Any:
        contents = [] if name == "tool/second" else [content("audio"), content("text", text=name)]
        return SimpleNamespace(content=contents, isError=False, structuredContent={"a": 1})

    get_prompt = read_resource = call_tool


def test_all_pages_of_tools_are_read_and_nothing_is_lost_beside_audio() -> None:
    async def body() -> Any:
        first, second = await mcp_tools(Session())
        return first, await first.call({}), await second.call({})

    first, some, structured = anyio.run(body)

    assert first.to_param() == {"name": "tool_first", "input_schema": {"type": "object"}}
    assert [block["text"] for block in some] == [
        "(Something is left out here: the API takes no audio content.)",
        "tool/first",
    ]
    assert structured == {"a": 1}
    assert async_mcp_tool is mcp_tool
    with pytest.raises(UnsupportedMCPValueError, match="the resource has no contents"):
        mcp_resource_to_file(SimpleNamespace(contents=[]))


def test_tools_can_be_chosen_and_named_apart() -> None:
    async def body() -> Any:
        return await mcp_tools(Session(), names={"tool/second"}, prefix="sea.", timeout=2, defer_loading=True)

    (found,) = anyio.run(body)

    assert (found.name, found.timeout) == ("sea_tool_second", 2)
    assert found.to_param()["defer_loading"] is True


def test_the_tools_of_a_session_are_refused_where_there_is_no_event_loop() -> None:
    made = mcp_tool(SimpleNamespace(name="f", inputSchema={}), Session())

    with (
        Client(base_url="http://127.0.0.1:1", api_key="sk-ant-test") as client,
        pytest.raises(TypeError, match="the tool f belongs to an event loop: it runs on AsyncClient"),
    ):
        client.messages.run_tools(**QUESTION, tools=[made])
