"""langchain-anthropic: a chat, a stream, a tool call and structured output, on both clients."""

from __future__ import annotations

import asyncio

from langchain_anthropic import ChatAnthropic
from langchain_core.tools import tool
from pydantic import BaseModel

from claude_client.sandbox import API_KEY, Sandbox


class City(BaseModel):
    """A city."""

    name: str


@tool
def weather(city: str) -> str:
    """The weather of a city."""
    return f"sunny in {city}"


with Sandbox() as sandbox:
    chat = ChatAnthropic(
        model="claude-sonnet-5", max_tokens=100, base_url=sandbox.url, api_key=API_KEY, default_headers={"x-test": "1"}
    )
    sandbox.reply("Hello.")
    reply = chat.invoke("Hi")
    assert reply.text == "Hello.", reply
    assert reply.usage_metadata["output_tokens"] > 0
    assert sandbox.requests[-1].headers["x-test"] == "1"

    sandbox.reply("One two three.")
    assert "".join(chunk.text for chunk in chat.stream("Count")) == "One two three."

    sandbox.reply(tool_use=("weather", {"city": "Galway"}))
    call = chat.bind_tools([weather]).invoke("Weather?").tool_calls[0]
    assert (call["name"], call["args"]) == ("weather", {"city": "Galway"}), call

    sandbox.reply(tool_use=("City", {"name": "Galway"}))
    assert chat.with_structured_output(City).invoke("Which?") == City(name="Galway")

    async def main() -> None:
        sandbox.reply("Hello again.")
        assert (await chat.ainvoke("Hi")).text == "Hello again."
        sandbox.reply("Four five.")
        assert "".join([chunk.text async for chunk in chat.astream("Count")]) == "Four five."

    asyncio.run(main())
    print("langchain-anthropic: ok")
