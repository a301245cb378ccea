"""Images and documents in a message: from a path, as bytes, as text with citations, and uploaded once for many."""

from __future__ import annotations

from pathlib import Path

from claude_client import Client, document, image
from claude_client.types import Message, MessageParam

MODEL = "claude-opus-5"
DATA = Path(__file__).parent / "data"

with Client() as client:
    message = client.messages.create(
        model=MODEL,
        max_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    image(DATA / "boat.png"),
                    document((DATA / "invoice.pdf").read_bytes(), title="Invoice"),
                    {"type": "text", "text": "Does the invoice belong to what is in the picture?"},
                ],
            }
        ],
    )
    print(message.text)

    # A text that the model cites, and a second question about it: the first message is sent back unchanged.
    facts = document(text="The harbour of Galway is tidal. Spring tides rise five metres.", citations=True)
    conversation: list[MessageParam | Message] = [
        {"role": "user", "content": [facts, {"type": "text", "text": "How far do spring tides rise?"}]}
    ]
    message = client.messages.create(model=MODEL, max_tokens=300, messages=conversation)
    print(message.text, [citation.cited_text for citation in message.citations])
    conversation.append(message)
    conversation.append({"role": "user", "content": "And is the harbour tidal?"})
    print(client.messages.create(model=MODEL, max_tokens=300, messages=conversation).text)

    # Uploaded with the first message, named by its id in the second.
    for question in ("Who sent this invoice?", "What is its total?"):
        invoice = document(DATA / "invoice.pdf", via="files", client=client)
        message = client.messages.create(
            model=MODEL,
            max_tokens=300,
            messages=[{"role": "user", "content": [invoice, {"type": "text", "text": question}]}],
        )
        print(message.text)
