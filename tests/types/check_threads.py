"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from pydantic import BaseModel
from typing_extensions import assert_type

from claude_client import AsyncClient, AsyncMessageStream, Client, MessageStream, tool
from claude_client.middleware import RefusalFallback
from claude_client.threads import AsyncMessageThread, MessageThread
from claude_client.tools.memory import LocalFilesystemMemoryTool
from claude_client.types import Message, MessageParam, ParsedMessage

HI: MessageParam = {"role": "user", "content": "Hi"}


class Reply(BaseModel):
    text: str


@tool
def look(where: str) -> str:
    return where


def threads(client: Client) -> None:
    thread = client.messages.thread(model="claude-opus-5", max_tokens=9, system="s", tools=[look])
    assert_type(thread, MessageThread)
    message = thread.send(HI)
    assert_type(message, Message)
    thread.append(message, HI)
    with thread.stream(HI) as stream:
        assert_type(stream, MessageStream[None])
    parsed = client.beta.messages.thread(model="m", max_tokens=9, messages=[HI, message], output_format=Reply)
    assert_type(parsed, MessageThread[Reply])
    assert_type(parsed.parse(HI), ParsedMessage[Reply])
    thread.tool_runner(max_iterations=3, approve=lambda call: call.name == "look")
    thread.send("Hi")  # type: ignore[arg-type]
    client.messages.thread(model="m")  # type: ignore[call-overload]


async def async_threads(client: AsyncClient) -> None:
    thread = client.messages.thread(model="claude-opus-5", max_tokens=9)
    assert_type(thread, AsyncMessageThread)
    assert_type(await thread.send(HI), Message)
    async with thread.stream(HI) as stream:
        assert_type(stream, AsyncMessageStream[None])


def others(client: Client) -> None:
    client.with_options(middleware=[RefusalFallback([{"model": "m", "max_tokens": 3, "thinking": None}])])
    client.messages.run_tools(
        model="m", max_tokens=9, messages=[HI], tools=[LocalFilesystemMemoryTool(), look], stream=True,
        run_tools_eagerly=True,
    )  # fmt: skip
    RefusalFallback([{"max_tokens": 3}])  # type: ignore[typeddict-item]
