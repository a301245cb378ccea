"""Functions that the model calls: what it may call, who is asked before, and what it does not see."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from claude_client import Client, ToolContext, tool
from claude_client.types import ToolUseBlock

Tides = dict[str, list[str]]


class Departure(BaseModel):
    """A ferry, as the model reads it."""

    harbour: str
    day: date
    seats: int


@tool
def get_high_tides(
    harbour: Annotated[str, Field(description="A harbour in Ireland, such as Galway.")],
    unit: Literal["local", "utc"] = "local",
    *,
    tides: ToolContext[Tides],
) -> list[str]:
    """When the water is high in a harbour today. The model does not see `tides`: the program gives them."""
    return [f"{time} {unit}" for time in tides.get(harbour, [])]


@tool(timeout=5)
async def book_ferry(harbour: str, day: date, seats: int = 1) -> Departure:
    """Book seats on the ferry of a day."""
    return Departure(harbour=harbour, day=day, seats=seats)


def approve(call: ToolUseBlock) -> bool:
    """Ask before what costs money; here, it returns no."""
    print(f"May I call {call.name} with {call.input}?", "no" if call.name == "book_ferry" else "yes")
    return call.name != "book_ferry"


with Client() as client:
    runner = client.messages.run_tools(
        model="claude-opus-5",
        max_tokens=1024,
        tools=[get_high_tides, book_ferry],
        messages=[{"role": "user", "content": "Book me the ferry from Galway when the water is high."}],
        approve=approve,
        context={"Galway": ["06:17", "18:42"]},
        max_iterations=10,
    )
    for message in runner:
        print(f"{message.stop_reason}: {message.text}")
    print(f"The conversation has {len(runner.messages)} messages.")
