"""An agent that tells tides: the question, the tool that runs here, and what events are called."""

from __future__ import annotations

from typing import Any

from claude_client import tool

QUESTION: Any = {
    "type": "user.message",
    "content": [{"type": "text", "text": "What is the tide in the harbour Galway?"}],
}


@tool
def get_tide(harbour: str) -> str:
    """Tide of a harbour."""
    return f"{harbour}: 18:42"


def kinds(events: Any) -> list[str]:
    return [event.type for event in events]
