"""llm-anthropic: a prompt and a stream, on both clients."""

from __future__ import annotations

import asyncio
import os
import tempfile

from claude_client.sandbox import API_KEY, Sandbox

with Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
    os.environ.update(ANTHROPIC_API_KEY=API_KEY, ANTHROPIC_BASE_URL=sandbox.url, LLM_USER_PATH=folder)

    import llm

    model = llm.get_model("claude-haiku-4.5")
    sandbox.reply("Hello.")
    assert model.prompt("Hi", stream=False).text() == "Hello."
    sandbox.reply("One two three.")
    assert "".join(model.prompt("Count", stream=True)) == "One two three."

    async def main() -> None:
        sandbox.reply("Hello again.")
        assert await llm.get_async_model("claude-haiku-4.5").prompt("Hi", stream=False).text() == "Hello again."

    asyncio.run(main())
    print("llm-anthropic: ok")
