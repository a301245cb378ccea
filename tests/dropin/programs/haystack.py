"""anthropic-haystack: a chat generator, whole and streamed."""

from __future__ import annotations

import os

from claude_client.sandbox import API_KEY, Sandbox

with Sandbox() as sandbox:
    os.environ.update(ANTHROPIC_API_KEY=API_KEY, ANTHROPIC_BASE_URL=sandbox.url)

    from haystack.dataclasses import ChatMessage
    from haystack_integrations.components.generators.anthropic import AnthropicChatGenerator

    generator = AnthropicChatGenerator(model="claude-sonnet-5", generation_kwargs={"max_tokens": 100})
    sandbox.reply("Hello.")
    assert generator.run([ChatMessage.from_user("Hi")])["replies"][0].text == "Hello."

    chunks: list[str] = []
    streamed = AnthropicChatGenerator(
        model="claude-sonnet-5",
        generation_kwargs={"max_tokens": 100},
        streaming_callback=lambda chunk: chunks.append(chunk.content),
    )
    sandbox.reply("One two three.")
    assert streamed.run([ChatMessage.from_user("Count")])["replies"][0].text == "One two three."
    assert "".join(chunks) == "One two three."
    print("anthropic-haystack: ok")
