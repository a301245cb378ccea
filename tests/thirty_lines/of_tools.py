"""Tools: what somebody new writes to let the model call functions, ask before it does, and keep the conversation."""

import json
from datetime import date

from claude_client import Client, ToolContext, tool
from claude_client.types import MessageParam

Stock = dict[str, int]


@tool
def count(thing: str, *, stock: ToolContext[Stock]) -> int:
    """How many there are of a thing.

    Args:
        thing: What is counted, in the singular.
    """
    return stock.get(thing, 0)


@tool
async def order(thing: str, number: int, day: date) -> dict[str, str]:
    """Order more of a thing."""
    return {"ordered": f"{number} {thing}", "for": day.isoformat()}


client = Client()
runner = client.messages.run_tools(
    model="claude-opus-5",
    max_tokens=500,
    tools=[count, order],
    messages=[{"role": "user", "content": "Count the oars, and order some."}],
    context={"oar": 3},
    approve=lambda call: call.name != "order",
)
for message in runner:
    print(message.stop_reason, message.text, [call.input for call in message.tool_calls])
kept = json.dumps(runner.messages)
messages: list[MessageParam] = [*json.loads(kept), {"role": "user", "content": "Thank you."}]
runner = client.messages.run_tools(
    model="claude-opus-5", max_tokens=500, tools=[count, order], messages=messages, context={"oar": 3}
)
print(runner.until_done().text, count("oar", stock={"oar": 2}))
