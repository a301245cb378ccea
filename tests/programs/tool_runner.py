"""A program for the tool runner of the official package; only the import is another one. `test_from_anthropic.py` runs it."""

import asyncio
import warnings
from typing import Any

from pydantic import BaseModel

import claude_client as anthropic
from claude_client import beta_async_tool, beta_tool

ASK: Any = {
    "model": "claude-opus-5",
    "max_tokens": 500,
    "messages": [{"role": "user", "content": "How is the weather in Galway?"}],
    "thread": False,
}


class Report(BaseModel):
    city: str


@beta_tool
def get_weather(city: str) -> str:
    """The weather in a city.

    Args:
        city: The city.
    """
    return f"sunny in {city}"


@beta_tool
def get_tide(harbour: str) -> str:
    """The tide in a harbour."""
    return f"high in {harbour}"


@beta_async_tool
async def get_wind(city: str) -> str:
    """The wind in a city."""
    return f"none in {city}"


def show(name: str, message: Any) -> None:
    print(f"{name}: {message.stop_reason} {[block.type for block in message.content]}")


def main(client: Any) -> None:
    runner = client.beta.messages.tool_runner(**ASK, tools=[get_weather])
    for message in runner:
        show("plain", message)
        response = runner.generate_tool_call_response()
        print([result["content"] for result in response["content"]] if response else None)

    runner = client.beta.messages.tool_runner(**ASK, tools=[get_weather])
    for message in runner:
        response = runner.generate_tool_call_response()
        if response:
            response["content"][0]["content"] = "rainy"
            runner.append_messages(message, response)
    show("changed", runner.until_done())

    runner = client.beta.messages.tool_runner(**ASK, tools=[get_weather], betas=["inline-tools-2026-09-15"])
    for number, message in enumerate(runner):
        show("added and removed", message)
        if number == 0:
            runner.add_tools(get_tide)
        if number == 1:
            runner.remove_tools("get_tide", get_weather)

    runner = client.beta.messages.tool_runner(
        **ASK, tools=[get_weather], betas=["compact-2026-09-04"], stop_sequences=["STOP"]
    )
    for number, message in enumerate(runner):
        show("compacted", message)
        if number == 0:
            runner.compact_before_next_turn()
    show("compacted, last", runner.until_done())

    runner = client.beta.messages.tool_runner(**ASK, tools=[get_weather], betas=["compact-2026-09-04"])
    for message in runner:
        show("compacted at the end", message)
        if message.stop_reason == "end_turn":
            runner.compact_before_next_turn()
    show("compacted at the end, last", runner.until_done())

    runner = client.beta.messages.tool_runner(**ASK, tools=[get_weather], output_format=Report)
    print(runner.until_done().parsed_output)

    runner = client.beta.messages.tool_runner(**ASK, tools=[get_weather], max_iterations=1, betas=["of-mine"])
    for _ in runner:
        runner.set_messages_params(lambda params: {key: params[key] for key in params if key != "betas"})
    show("one turn", runner.until_done())

    runner = client.beta.messages.tool_runner(**ASK, tools=[get_weather], stream=True, output_format=Report)
    for stream in runner:
        for event in stream:
            if event.type == "text":
                print(repr(event.text), event.snapshot)
        print(stream.get_final_message().parsed_output)
    runner = client.beta.messages.tool_runner(
        **ASK, tools=[get_weather], context_management={"edits": [{"type": "compact_20260112"}]}
    )
    try:
        runner.compact_before_next_turn()
    except ValueError:
        print("refused")


async def on_the_async_client(client: Any) -> None:
    runner = client.beta.messages.tool_runner(**ASK, tools=[get_wind])
    async for message in runner:
        show("async", message)
        runner.add_tools(get_wind)
        response = await runner.generate_tool_call_response()
        print([result["content"] for result in response["content"]] if response else None)
    show("async, last", await runner.until_done())
    await runner.close()


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # the official runner warns of a call of a tool that was removed
    main(anthropic.Anthropic())
    asyncio.run(on_the_async_client(anthropic.AsyncAnthropic()))
