"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel
from typing_extensions import assert_type

from claude_client import (
    AsyncClient,
    AsyncMessageStream,
    AsyncToolRunner,
    Client,
    FunctionTool,
    MessageStream,
    Tool,
    ToolContext,
    ToolRunner,
    beta_async_tool,
    beta_tool,
    tool,
)
from claude_client.tools import ToolLike
from claude_client.types import Message, MessageParam, ParsedMessage, ToolUnionParam, ToolUseBlock

HI: list[MessageParam] = [{"role": "user", "content": "Hi"}]


@tool
def plain(city: str, days: int = 1) -> list[str]:
    """A function."""
    return [city] * days


@tool(name="told", timeout=3.0, strict=True)
def told(city: str, *, table: ToolContext[dict[str, int]]) -> int:
    return table[city]


@tool
async def awaited(city: str) -> str:
    return city


@beta_tool
def official(city: str) -> str:
    return city


@beta_async_tool(description="d")
async def official_async(city: str) -> str:
    return city


class Calendar:
    @tool
    def add(self, day: str) -> int:
        return len(day)

    @tool(name="drop")
    async def remove(self, day: str) -> bool:
        return bool(day)

    @staticmethod
    @tool
    def today() -> str:
        return "Monday"


@tool
class GetWeather(BaseModel):
    city: str

    def __call__(self) -> str:
        return self.city


class Weather(BaseModel):
    is_wet: bool


@tool(description="A point.")
@dataclass
class Point:
    x: int


def decorated_things_are_called_as_before(calendar: Calendar) -> None:
    assert_type(plain("Oslo", days=2), list[str])
    assert_type(told("Oslo", table={"Oslo": 1}), int)
    assert_type(official("Oslo"), str)
    assert_type(calendar.add("Monday"), int)
    assert_type(Calendar.today(), str)
    assert_type(GetWeather(city="Oslo"), GetWeather)
    assert_type(GetWeather(city="Oslo")(), str)
    assert_type(Point(1).x, int)
    plain(3)  # type: ignore[arg-type]
    plain("Oslo", day=1)  # type: ignore[call-arg]
    calendar.add(1)  # type: ignore[arg-type]
    told("Oslo")  # type: ignore[call-arg]


async def decorated_coroutine_functions_are_awaited_as_before(calendar: Calendar) -> None:
    assert_type(await awaited("Oslo"), str)
    assert_type(await official_async("Oslo"), str)
    assert_type(await calendar.remove("Monday"), bool)
    await calendar.remove(1)  # type: ignore[arg-type]


def tools_say_what_they_are(point: Point) -> None:
    assert_type(plain.name, str)
    assert_type(plain.to_param()["name"], str)
    assert_type(Tool.of(GetWeather), Tool)
    assert_type(Tool.from_schema(print, name="n", input_schema={"type": "object"}, strict=True), Tool)
    assert_type(Tool.from_param(print, {"type": "bash_20250124", "name": "bash"}), Tool)
    assert_type(Tool.of(plain).to_param(), ToolUnionParam)
    assert_type(point.x, int)
    tool(nmae="x")  # type: ignore[call-overload]
    tool(timeout="3")  # type: ignore[call-overload]


def a_tool(given: FunctionTool[[str], str]) -> None:
    given("x")


def on_the_client(client: Client, calendar: Calendar) -> None:
    schema = Tool.from_schema(print, name="n", input_schema={})
    tools: list[ToolLike] = [plain, calendar.add, GetWeather, schema]
    runner = client.messages.run_tools(model="m", max_tokens=1, messages=HI, tools=tools)
    assert_type(runner, ToolRunner[Message])
    assert_type(list(runner), list[Message])
    assert_type(runner.until_done(), Message)
    assert_type(runner.messages, list[MessageParam])
    assert_type(runner.generate_tool_call_response(), MessageParam | None)
    runner.add_tools(plain, GetWeather, {"type": "web_search_20250305", "name": "web_search"})
    runner.remove_tools(plain, "web_search")
    runner.compact_before_next_turn({"type": "summarize"})
    parsed = client.messages.run_tools(model="m", max_tokens=1, messages=HI, tools=tools, output_format=Weather)
    assert_type(parsed, ToolRunner[ParsedMessage[Weather], ParsedMessage[Weather]])
    assert_type(parsed.until_done().parsed_output, Weather | None)
    growing = client.messages.run_tools(
        model="m", max_tokens=1, messages=HI, tools=tools, output_format=Weather, stream=True
    )
    assert_type(next(growing).current_parsed_snapshot, Weather | None)
    assert_type(growing.until_done().parsed_output, Weather | None)
    runner.add_tools(print)  # type: ignore[arg-type]
    with client.beta.messages.tool_runner(model="m", max_tokens=1, messages=HI, tools=[plain], stream=True) as streams:
        assert_type(streams, ToolRunner[MessageStream])
        for stream in streams:
            assert_type(list(stream.text_stream), list[str])
    client.messages.create(
        model="m", max_tokens=1, messages=HI, tools=[plain, GetWeather, {"name": "x", "input_schema": {}}]
    )
    client.messages.run_tools(
        model="m",
        max_tokens=1,
        messages=HI,
        tools=[plain, {"type": "web_search_20250305", "name": "web_search"}],
        approve=lambda call: call.name == "plain" and bool(call.input) and bool(call.id),
        context=[1],
        max_iterations=3,
        tool_timeout=1.5,
        parallel=False,
        timeout=30,
    )
    client.messages.run_tools(model="m", max_tokens=1, messages=HI, approve=1)  # type: ignore[call-overload]
    client.messages.run_tools(model="m", max_tokens=1, messages=HI, tools=["plain"])  # type: ignore[list-item]


async def on_the_async_client(client: AsyncClient) -> None:
    async def approve(call: ToolUseBlock) -> bool:
        return call.name == "awaited"

    runner = client.messages.run_tools(
        model="m", max_tokens=1, messages=HI, tools=[plain, awaited, official_async], approve=approve
    )
    assert_type(runner, AsyncToolRunner[Message])
    assert_type([message async for message in runner], list[Message])
    assert_type(await runner.until_done(), Message)
    assert_type(await runner.generate_tool_call_response(), MessageParam | None)
    streams = client.messages.run_tools(model="m", max_tokens=1, messages=HI, tools=[awaited], stream=True)
    assert_type(streams, AsyncToolRunner[AsyncMessageStream])
    async for stream in streams:
        assert_type([text async for text in stream.text_stream], list[str])
    print(runner.until_done().stop_reason)  # type: ignore[attr-defined]
