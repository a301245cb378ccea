"""Claude through Vertex AI of Google Cloud, on an event loop: two calls at once, and a stream.

    pip install '.[vertex]'
    gcloud auth application-default login && CLOUD_ML_REGION=global python examples/vertex.py

The project is that of the credentials, unless ANTHROPIC_VERTEX_PROJECT_ID names another. Without an account:
ANTHROPIC_VERTEX_BASE_URL=sandbox: python examples/vertex.py
"""

from __future__ import annotations

import asyncio
import os

from claude_client import AsyncClient
from claude_client.platforms import Vertex

MODEL = "claude-opus-4-5@20251101"


async def ask(client: AsyncClient, question: str) -> str:
    """The text of the model's message."""
    message = await client.messages.create(
        model=MODEL, max_tokens=200, messages=[{"role": "user", "content": question}]
    )
    return message.text


async def main() -> None:
    """Ask three questions. The token is fetched once for all of them, and replaced before it expires."""
    platform = Vertex(region=os.environ.get("CLOUD_ML_REGION", "global"))
    async with AsyncClient(platform=platform) as client:
        for text in await asyncio.gather(ask(client, "Why is the sea salty?"), ask(client, "And why blue?")):
            print(text)

        async with client.messages.stream(
            model=MODEL, max_tokens=200, messages=[{"role": "user", "content": "And how deep?"}]
        ) as stream:
            async for text in stream.text_stream:
                print(text, end="", flush=True)
        print()


asyncio.run(main())
