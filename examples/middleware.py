"""Middleware: a function that sees every attempt of every call, and may change what goes out and what comes back.

It is a generator, so the same function serves `Client` and `AsyncClient`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Generator

import httpx

from claude_client import AsyncClient, Client

Middleware = Generator[httpx.Request, httpx.Response, httpx.Response]
MODEL = "claude-opus-5"


def timed(request: httpx.Request) -> Middleware:
    """Print how long the response took. The code after `yield` runs when it has arrived."""
    started = time.perf_counter()
    try:
        response = yield request
    except httpx.TransportError as error:
        print(f"{request.method} {request.url.path}: {error!r}")
        raise
    milliseconds = (time.perf_counter() - started) * 1000
    print(f"{request.method} {request.url.path}: {response.status_code} in {milliseconds:.0f} ms")
    return response


def of_the_team(request: httpx.Request) -> Middleware:
    """Add a header of our own."""
    request.headers["x-team"] = "harbour"
    print(f"    sends {len(request.content)} bytes")
    return (yield request)


async def count(text: str) -> None:
    async with AsyncClient(middleware=[timed]) as client:
        counted = await client.messages.count_tokens(model=MODEL, messages=[{"role": "user", "content": text}])
        print(f"{counted.input_tokens} tokens")


if __name__ == "__main__":
    # The first one is the outermost: its time is that of the others too.
    with Client(middleware=[timed, of_the_team]) as client:
        message = client.messages.create(
            model=MODEL, max_tokens=100, messages=[{"role": "user", "content": "How high is a wave?"}]
        )
        print(message.text)
    asyncio.run(count("How high is a wave?"))
