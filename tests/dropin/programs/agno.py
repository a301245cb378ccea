"""agno: an agent with a tool, and a stream."""

from __future__ import annotations

import os

from claude_client.sandbox import API_KEY, Sandbox

with Sandbox() as sandbox:
    os.environ.update(ANTHROPIC_API_KEY=API_KEY, ANTHROPIC_BASE_URL=sandbox.url, AGNO_TELEMETRY="false")

    from agno.agent import Agent
    from agno.models.anthropic import Claude

    def weather(city: str) -> str:
        """The weather of a city."""
        return f"sunny in {city}"

    agent = Agent(model=Claude(id="claude-sonnet-5", max_tokens=100), tools=[weather], telemetry=False)
    sandbox.reply(tool_use=("weather", {"city": "Galway"})).reply("It is sunny.")
    reply = agent.run("Weather?")
    assert str(reply.content).endswith("It is sunny."), reply.content
    assert "sunny in Galway" in str(sandbox.requests[-1].json)

    sandbox.reply("One two three.")
    assert "".join(str(event.content or "") for event in agent.run("Count", stream=True)).endswith("One two three.")
    print("agno: ok")
