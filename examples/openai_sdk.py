"""Code for OpenAI's package that asks Claude: the settings of a client of ours are enough.

    pip install openai
    ANTHROPIC_API_KEY=... python examples/openai_sdk.py

It is meant for trying Claude; `claude_client` itself has all that the API can do. On the sandbox no key is needed.
"""

from __future__ import annotations

from openai import OpenAI

from claude_client import Client
from claude_client.platforms import openai_settings

with OpenAI(**openai_settings(Client())) as openai:
    completion = openai.chat.completions.create(
        model="claude-opus-5",
        max_tokens=200,
        messages=[
            {"role": "system", "content": "Answer in one sentence."},
            {"role": "user", "content": "Why is the sea salty?"},
        ],
    )
    print(completion.choices[0].message.content)

    for chunk in openai.chat.completions.create(
        model="claude-opus-5", max_tokens=200, messages=[{"role": "user", "content": "And why blue?"}], stream=True
    ):
        print(chunk.choices[0].delta.content or "", end="", flush=True)
    print()
