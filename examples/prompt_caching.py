"""Prompt caching: the beginning that many requests have in common is kept, and read again for a tenth of the price."""

from __future__ import annotations

from claude_client import Client
from claude_client.types import TextBlockParam, Usage

MODEL = "claude-opus-5"
RULES = "\n".join(f"{number}. A boat at berth {number} pays by the metre." for number in range(1, 800))

# Everything up to this mark is kept for five minutes, and for five more with each use. What changes stands behind it.
SYSTEM: list[TextBlockParam] = [
    {"type": "text", "text": "You know the rules of our harbour:"},
    {"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}},
]


def tell(usage: Usage) -> None:
    written, read = usage.cache_creation_input_tokens or 0, usage.cache_read_input_tokens or 0
    # The three add up to all that came in. Writing costs a quarter more than a plain token, reading a tenth.
    print(f"    plain {usage.input_tokens}, written {written}, read {read}: {written * 1.25 + read * 0.1:.0f} paid for")


with Client() as client:
    for question in ("What does berth 7 pay?", "What does berth 12 pay?", "And berth 700?"):
        message = client.messages.create(
            model=MODEL,
            max_tokens=100,
            system=SYSTEM,
            messages=[{"role": "user", "content": question}],
        )
        print(question)
        tell(message.usage)

    # For a conversation the mark can be left to the API: it is put at the end of what stands there already.
    message = client.messages.create(
        model=MODEL,
        max_tokens=100,
        cache_control={"type": "ephemeral"},
        system=RULES,
        messages=[{"role": "user", "content": "Which berth is the largest?"}],
    )
    print("with an automatic mark")
    tell(message.usage)
