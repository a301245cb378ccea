"""pydantic-ai: an agent with a tool and a typed result, and a stream."""

from __future__ import annotations

import asyncio

from anthropic import AsyncAnthropic
from pydantic import BaseModel
from pydantic_ai import Agent
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.providers.anthropic import AnthropicProvider

from claude_client.sandbox import API_KEY, Sandbox


class City(BaseModel):
    name: str


with Sandbox() as sandbox:
    client = AsyncAnthropic(api_key=API_KEY, base_url=sandbox.url)
    model = AnthropicModel("claude-sonnet-5", provider=AnthropicProvider(anthropic_client=client))
    agent = Agent(model)

    @agent.tool_plain
    def weather(city: str) -> str:
        """The weather of a city."""
        return f"sunny in {city}"

    async def main() -> None:
        sandbox.reply(tool_use=("weather", {"city": "Galway"})).reply("It is sunny.")
        result = await agent.run("Weather?")
        assert result.output == "It is sunny.", result
        assert "sunny in Galway" in str(sandbox.requests[-1].json)

        sandbox.reply("One two three.")
        async with agent.run_stream("Count") as stream:
            assert [text async for text in stream.stream_text()][-1] == "One two three."

        sandbox.reply(tool_use=("final_result", {"name": "Galway"}))
        assert (await Agent(model, output_type=City).run("Which?")).output == City(name="Galway")

    asyncio.run(main())
    print("pydantic-ai: ok")
