"""A conversation: send each message of the model back, and save the conversation as JSON to continue it later."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from claude_client import Client
from claude_client.types import Message, MessageParam

MODEL = "claude-opus-5"

with Client() as client, tempfile.TemporaryDirectory() as folder:
    conversation: list[MessageParam | Message] = []
    for question in ("Which is the largest harbour of Ireland?", "And the second largest?", "Which is older?"):
        conversation.append({"role": "user", "content": question})
        message = client.messages.create(
            model=MODEL,
            max_tokens=200,
            system="You are a harbour master. Answer in one sentence.",
            messages=conversation,
        )
        # The message itself, with everything in it: thinking and calls of tools have to come back unchanged.
        conversation.append(message)
        print(f"{question}\n    {message.text}")

    # `to_param()` is the same in plain values.
    kept = Path(folder) / "conversation.json"
    kept.write_text(json.dumps([turn.to_param() if isinstance(turn, Message) else turn for turn in conversation]))

    conversation = json.loads(kept.read_text())
    conversation.append({"role": "user", "content": "Sum up what we said."})
    message = client.messages.create(model=MODEL, max_tokens=200, messages=conversation)
    print(f"Another day, with {len(conversation)} turns:\n    {message.text}")
