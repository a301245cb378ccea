"""strands-agents: an agent with a tool."""

from __future__ import annotations

from strands import Agent, tool
from strands.models.anthropic import AnthropicModel

from claude_client.sandbox import API_KEY, Sandbox


@tool
def weather(city: str) -> str:
    """The weather of a city."""
    return f"sunny in {city}"


with Sandbox() as sandbox:
    model = AnthropicModel(
        client_args={"api_key": API_KEY, "base_url": sandbox.url}, model_id="claude-sonnet-5", max_tokens=100
    )
    agent = Agent(model=model, tools=[weather], callback_handler=None)
    sandbox.reply(tool_use=("weather", {"city": "Galway"})).reply("It is sunny.")
    assert str(agent("Weather?")).strip() == "It is sunny."
    assert "sunny in Galway" in str(sandbox.requests[-1].json)
    print("strands-agents: ok")
