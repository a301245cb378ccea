"""Where a model refuses, another one is asked, and the conversation stays with it."""

from __future__ import annotations

from claude_client import Client
from claude_client.middleware import FallbackState, RefusalFallback


def main() -> None:
    """Ask twice in one conversation, with a chain of other models behind the first."""
    chain = RefusalFallback([{"model": "claude-opus-4-8"}, {"model": "claude-haiku-4-5", "max_tokens": 400}])
    with Client(middleware=[chain]) as client, FallbackState():
        for text in ("How do locks on a canal work?", "And who opens them?"):
            message = client.messages.create(
                model="claude-opus-5", max_tokens=500, messages=[{"role": "user", "content": text}]
            )
            for block in message.content:
                if block.type == "fallback":
                    print(f"{block.from_.model} refused, {block.to.model} replied")
            print(message.text)


if __name__ == "__main__":
    main()
