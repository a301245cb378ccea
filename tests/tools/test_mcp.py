"""Tools, prompts and resources of a real MCP server, which runs in a process of its own."""

from __future__ import annotations

import base64
import json
import re
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

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

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


def in_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


PNG = in_base64(PIXEL)
JPEG = in_base64(b"\xff\xd8\xff\xe0")
PDF = in_base64(b"%PDF-1.7\n")


def content(type_: str, **fields: Any) -> Any:
    return SimpleNamespace(type=type_, **fields)


def resource(**fields: Any) -> Any:
    return SimpleNamespace(uri="a:b", **fields)


def image(media_type: str, data: str) -> Any:
    return {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": data}}


def pdf(data: str) -> Any:
    return {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": data}}


def text_document(text: str) -> Any:
    return {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": text}}


@pytest.mark.parametrize(
    ("given", "block"),
    [
        (content("text", text="a"), {"type": "text", "text": "a"}),
        (content("image", data=PNG, mimeType="image/png"), image("image/png", PNG)),
        (content("resource", resource=resource(mime_type="application/pdf", blob=PDF)), pdf(PDF)),
        (
            content("resource", resource=SimpleNamespace(uri="a:b", mimeType="application/json", text="{}")),
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "{}"}},
        ),
        (
            content("resource", resource=SimpleNamespace(uri="a:b", mimeType=None, blob="w7g=")),
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "ø"}},
        ),
        (content("resource_link", name="Table", uri="a:b"), {"type": "text", "text": "Table: a:b"}),
        (content("resource_link", uri="a:b"), {"type": "text", "text": "a:b"}),
        ({"type": "text", "text": "a"}, {"type": "text", "text": "a"}),
        # The bytes say what an image is, however its media type is spelt.
        (content("image", data=PNG, mimeType="image/jpeg"), image("image/png", PNG)),
        (content("image", data=JPEG, mimeType="image/JPG"), image("image/jpeg", JPEG)),
        (content("image", data=PNG, mimeType="IMAGE/PNG; q=1"), image("image/png", PNG)),
        (content("image", data=PNG, mimeType=None), image("image/png", PNG)),
        (content("image", data=PNG, mimeType="application/octet-stream"), image("image/png", PNG)),
        (content("image", data=PDF, mimeType="image/png"), pdf(PDF)),
        (content("image", data=in_base64(b"<svg/>"), mimeType="image/svg+xml"), text_document("<svg/>")),
        (content("resource", resource=resource(mimeType="image/x-png", blob=PNG)), image("image/png", PNG)),
        (content("resource", resource=resource(mimeType="application/octet-stream", blob=PDF)), pdf(PDF)),
        (
            content("resource", resource=resource(mimeType="Text/Plain; charset=LATIN-1", blob="+A==")),
            text_document("ø"),
        ),
        (content("resource", resource=resource(mimeType="application/vnd.a+json", blob="e30=")), text_document("{}")),
        # Base64 in all its forms.
        (content("image", data=f"data:image/png;base64,{PNG}", mimeType="image/png"), image("image/png", PNG)),
        (content("image", data=f"{PNG[:20]}\n{PNG[20:]}".rstrip("="), mimeType="image/png"), image("image/png", PNG)),
        (content("image", data=JPEG.replace("/", "_"), mimeType="image/jpeg"), image("image/jpeg", JPEG)),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_content_of_either_version_becomes_a_block(given: Any, block: Any) -> None:
    assert mcp_content(given) == block
    assert mcp_message(SimpleNamespace(role="user", content=given)) == {"role": "user", "content": [block]}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (content("audio", data="", mimeType="audio/mpeg"), "the API does not take audio content"),
        (
            content("image", data=in_base64(b"II*\0"), mimeType="image/png"),
            "the API does not take image/tiff: the image",
        ),
        (content("image", data=in_base64(b"\0"), mimeType="image/png"), "does not take image/png: the image"),
        (content("image", data="", mimeType="image/png"), "the image is empty"),
        (content("image", data="?", mimeType="image/png"), "the image is not base64"),
        (content("resource", resource=resource(mimeType="x/y", blob=in_base64(b"\0"))), "does not take x/y: a:b"),
        (content("resource", resource=resource(mimeType="audio/mpeg", blob="eA==")), "does not take audio/mpeg: a:b"),
        (content("resource", resource=resource(mimeType=None, blob="/w==")), "a:b is not text in utf-8"),
        (content("resource", resource=resource(mimeType="text/plain; charset=x", blob="eA==")), "is not text in x"),
        (content("resource", resource=resource(mimeType="text/plain", text=" ")), "a:b is empty"),
    ],
)
def test_content_that_the_api_does_not_take_is_named(given: Any, message: str) -> None:
    with pytest.raises(UnsupportedMCPValueError, match=message):
        mcp_content(given)


class Session:
    """Stands for a session that lists tools in pages, with content of every kind."""

    async def list_tools(self, cursor: str | None = None) -> Any:
        tool = SimpleNamespace(name=f"tool/{cursor or 'first'}", description=None, inputSchema={"type": "object"})
        return SimpleNamespace(tools=[tool], nextCursor=None if cursor else "second")

    async def call_tool(self, name: str, arguments: Any) -> Any:
        contents = [] if name == "tool/second" else [content("audio"), content("text", text=name)]
        return SimpleNamespace(content=contents, isError=False, structuredContent={"a": 1})

    get_prompt = read_resource = call_tool


class Fixed(Session):
    """Stands for a session with these tools, each of which gives the same."""

    def __init__(self, *names: str, contents: Any = (), is_error: bool = False, structured: Any = None) -> None:
        self.names = names
        self.given = SimpleNamespace(content=contents, isError=is_error, structuredContent=structured)
        self.calls: list[Any] = []
        self.schema: Any = {"type": "object"}

    async def list_tools(self, cursor: str | None = None) -> Any:
        tools = [SimpleNamespace(name=name, description=None, inputSchema=self.schema) for name in self.names]
        return SimpleNamespace(tools=tools, nextCursor=None)

    async def call_tool(self, name: str, arguments: Any) -> Any:
        self.calls.append((name, arguments))
        return self.given


def names_of(*names: str, **options: Any) -> list[str]:
    return [each.name for each in anyio.run(lambda: mcp_tools(Fixed(*names), **options))]


@pytest.mark.parametrize(
    "names",
    [
        ("notion.search", "notion_search"),
        ("a/b", "a.b", "a_b"),
        ("検索", "削除", "__"),
        ("x" * 128 + "1", "x" * 128 + "2", "x" * 128),
        ("", "."),
        ("half \ud800", "half \udfff"),
    ],
)
def test_names_that_the_api_does_not_take_become_names_that_differ(names: Any) -> None:
    made = names_of(*names)

    assert len(set(made)) == len(names)
    assert all(re.fullmatch("[a-zA-Z0-9_-]{1,128}", name) for name in made)
    # Whatever else the server has, and in which order.
    assert names_of(*reversed(names)) == made[::-1]


def test_a_name_that_the_api_takes_is_kept_beside_one_that_becomes_the_same() -> None:
    assert names_of("notion.search", "notion_search")[1] == "notion_search"
    assert names_of("search", "search") == ["search"]
    assert names_of("a.b", prefix="sea/") == ["sea_a_b"]


def test_each_of_the_names_calls_the_tool_that_it_stands_for() -> None:
    session = Fixed("a/b", "a.b")

    async def body() -> None:
        for each in await mcp_tools(session):
            await each.call({"x": 1})

    anyio.run(body)

    assert session.calls == [("a/b", {"x": 1}), ("a.b", {"x": 1})]


def test_keys_of_an_input_that_the_api_does_not_take_are_renamed_and_named_back() -> None:
    session = Fixed("find")
    session.schema = {
        "properties": {"$filter": {"type": "string"}, "top": {"type": "integer"}},
        "required": ["$filter"],
    }

    async def body() -> Any:
        (made,) = await mcp_tools(session)
        sent: Any = made.to_param()
        key, top = sent["input_schema"]["properties"]
        await made.call({key: "a", top: 1})
        return sent["input_schema"], key

    schema, key = anyio.run(body)

    assert re.fullmatch("[a-zA-Z0-9_.-]{1,64}", key)
    assert schema["type"] == "object"
    assert schema["required"] == [key]
    assert schema["properties"][key]["description"] == "($filter)"
    assert session.calls == [("find", {"$filter": "a", "top": 1})]


@pytest.mark.parametrize(("name", "required"), [("allOf", ["a", "b"]), ("anyOf", ["a"]), ("oneOf", ["a"])])
def test_a_schema_that_is_several_at_its_top_is_one_object(name: str, required: Any) -> None:
    number = {"type": "integer"}
    session = Fixed("find")
    session.schema = {
        "properties": {"a": number},
        "required": ["a"],
        name: [{"properties": {"b": number}, "required": ["b"]}, True],
    }

    (made,) = anyio.run(lambda: mcp_tools(session))

    schema: Any = made.to_param()
    assert schema["input_schema"] == {"type": "object", "properties": {"b": number, "a": number}, "required": required}


WORDS = {"type": "text", "text": "found"}
EMPTY = content("text", text="")
FULL = content("text", text="found")
REASON = {"reason": "the ferry is full"}
TOLD = {"type": "text", "text": '{"reason": "the ferry is full"}'}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"contents": [EMPTY]}, None),
        ({"contents": [EMPTY, FULL]}, [WORDS]),
        ({"contents": [content("text", text=None)]}, None),
        ({"contents": None}, None),
        ({"contents": [EMPTY], "is_error": True}, "The tool failed and gave no reason."),
        ({"is_error": True}, "The tool failed and gave no reason."),
        ({"is_error": True, "structured": REASON}, '{"reason":"the ferry is full"}'),
        ({"contents": [EMPTY], "is_error": True, "structured": REASON}, '{"reason":"the ferry is full"}'),
        ({"contents": [FULL], "is_error": True, "structured": REASON}, [WORDS, TOLD]),
        ({"contents": [content("text", text=json.dumps(REASON))], "is_error": True, "structured": REASON}, [TOLD]),
        ({"contents": [FULL], "is_error": True, "structured": {"result": "found"}}, [WORDS]),
        ({"contents": [FULL], "structured": REASON}, [WORDS]),
        ({"contents": [content("image", data=PNG)], "structured": REASON}, [image("image/png", PNG), TOLD]),
        ({"contents": [content("resource", resource=resource(text=""))]}, [{"type": "text", "text": "(Something is left out here: a:b is empty.)"}]),
        ({"contents": [content("resource", resource=resource(blob="e30=", mimeType="application/json"))]}, [text_document("{}")]),
        ({"contents": [content("text", text="half \ud800")]}, [{"type": "text", "text": "half ?"}]),
    ],
)  # fmt: skip
def test_what_a_tool_of_a_server_gives_is_sent_as_the_api_takes_it(told: Sandbox, given: Any, sent: Any) -> None:
    told.reply(tool_use=("find", {})).reply("Done.")

    async def body() -> Any:
        async with AsyncClient(base_url=told.url, api_key=told.api_key, max_retries=0) as client:
            tools = await mcp_tools(Fixed("find", **given))
            return await client.messages.run_tools(**QUESTION, tools=tools).until_done()

    assert anyio.run(body).text == "Done."
    (result,) = told.last_request.json["messages"][-1]["content"]
    assert result.get("content") == sent
    assert result.get("is_error", False) is given.get("is_error", False)


def test_an_empty_message_of_a_prompt_is_left_out() -> None:
    class Prompts(Session):
        async def get_prompt(self, name: str, arguments: Any) -> Any:
            return SimpleNamespace(messages=[SimpleNamespace(role="user", content=each) for each in (EMPTY, FULL)])

    assert anyio.run(lambda: mcp_prompt(Prompts(), "ask")) == [{"role": "user", "content": [WORDS]}]


def test_all_pages_of_tools_are_read_and_nothing_is_lost_beside_audio() -> None:
    async def body() -> Any:
        first, second = await mcp_tools(Session())
        return first, await first.call({}), await second.call({})

    first, some, structured = anyio.run(body)

    assert first.to_param() == {"name": "tool_first", "input_schema": {"type": "object"}}
    assert [block["text"] for block in some] == [
        "(Something is left out here: the API does not take audio content.)",
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
        pytest.raises(TypeError, match="the tool f needs an event loop: run it with AsyncClient"),
    ):
        client.messages.run_tools(**QUESTION, tools=[made])


def test_the_longest_name_is_taken_and_called(told: Sandbox) -> None:
    session = Fixed("x" * 200, contents=[FULL])

    async def body() -> Any:
        async with AsyncClient(base_url=told.url, api_key=told.api_key, max_retries=0) as client:
            (made,) = await mcp_tools(session)
            told.reply(tool_use=(made.name, {})).reply("Done.")
            return await client.messages.run_tools(**QUESTION, tools=[made]).until_done(), made.name

    message, name = anyio.run(body)

    assert (message.text, len(name)) == ("Done.", 128)
    assert session.calls == [("x" * 200, {})]
