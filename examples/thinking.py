"""Thinking: the model reasons before it replies. You can read its thinking, and send it back unchanged."""

from __future__ import annotations

from claude_client import Client
from claude_client.types import Message, MessageParam

MODEL = "claude-opus-5"

with Client() as client:
    conversation: list[MessageParam | Message] = [
        {"role": "user", "content": "High water is every 12 h 25 min. It was at 6:17. When is the one after the next?"}
    ]
    # The model decides how much it thinks; `effort` says how much is worth it. Thinking counts as output.
    message = client.messages.create(
        model=MODEL,
        max_tokens=4000,
        thinking={"type": "adaptive", "display": "summarized"},
        output_config={"effort": "medium"},
        messages=conversation,
    )
    print("thought:", message.thinking or "(nothing that is shown)")
    print("reply:", message.text)

    # The signature of a thinking block is checked when it comes back, so the message goes back as a whole.
    conversation.append(message)
    conversation.append({"role": "user", "content": "And the one after that?"})
    with client.messages.stream(
        model=MODEL,
        max_tokens=4000,
        thinking={"type": "adaptive", "display": "summarized"},
        messages=conversation,
    ) as stream:
        for event in stream:
            if event.type == "thinking":
                print("thinks:", event.thinking)
            elif event.type == "text":
                print("says:", event.text)
