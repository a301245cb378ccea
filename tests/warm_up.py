"""Makes a few calls, so that what is built on first use is there for the programs that the fork server runs."""

from __future__ import annotations

import asyncio

from claude_client import AsyncClient, Client
from claude_client.sandbox import Sandbox
from claude_client.types import MessageParam

MODEL = "claude-opus-5"
QUESTION: list[MessageParam] = [{"role": "user", "content": "Why is the sea salt?"}]


async def ask(client: AsyncClient) -> None:
    async with client:
        await client.messages.create(model=MODEL, max_tokens=9, messages=QUESTION)


with Sandbox() as sandbox:
    with (
        Client(base_url=sandbox.url, api_key=sandbox.api_key) as client,
        client.messages.stream(model=MODEL, max_tokens=9, messages=QUESTION) as stream,
    ):
        stream.until_done()
    asyncio.run(ask(AsyncClient(base_url=sandbox.url, api_key=sandbox.api_key)))
