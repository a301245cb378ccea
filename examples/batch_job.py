"""The same work through Message Batches, at half the price: split, submitted, waited for and found again."""

from __future__ import annotations

from typing import Any

from claude_client import Client

HARBOURS = ["Galway", "Dublin", "Cobh", "Belfast", "Cork"]


def describe(harbour: str) -> dict[str, Any]:
    """The parameters of one request, as `messages.create` takes them."""
    return {
        "model": "claude-opus-5",
        "max_tokens": 200,
        "messages": [{"role": "user", "content": f"Describe the harbour of {harbour}."}],
    }


with Client() as client:
    # Ids may be any text; the job maps them to ids that the API takes.
    requests = [(f"harbour of {harbour}", describe(harbour)) for harbour in HARBOURS]
    # `auto` chooses by deadline and size. Five requests are not worth the wait for a batch.
    job = client.jobs.auto(requests)
    print("auto would run it", job.why)

    # A program that is stopped here finds its batches again when it is started with the same file.
    with client.jobs.batch(requests, checkpoint="harbours.db", ordered=True, poll_interval=0.2) as batch:
        for result in batch:
            print(result.id, "->", result.message.text[:40] if result.message else result.error)
        print(f"{batch.summary().cost.total:f} USD, half of what single calls cost")
