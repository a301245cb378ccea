"""Makes a few calls, so that what is built on first use is there for the programs that the fork server runs.

No thread may be left, as it would not be there in what is forked: `Client` starts one with its first stream.
"""

from __future__ import annotations

import asyncio

from claude_client import AsyncClient, Client
from claude_client.sandbox import Sandbox
from claude_client.types import MessageParam

MODEL = "claude-opus-5"
QUESTION: list[MessageParam] = [{"role": "user", "content": "Why is the sea salt?"}]


async def stream(client: AsyncClient) -> None:
    async with client, client.messages.stream(model=MODEL, max_tokens=9, messages=QUESTION) as stream:
        await stream.until_done()


with Sandbox() as sandbox:
    with Client(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        client.messages.create(model=MODEL, max_tokens=9, messages=QUESTION)
    asyncio.run(stream(AsyncClient(base_url=sandbox.url, api_key=sandbox.api_key)))
