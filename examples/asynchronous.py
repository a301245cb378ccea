"""Many calls on one event loop: a bounded number at a time, and each message as soon as it arrives."""

from __future__ import annotations

import asyncio

from claude_client import AsyncClient

MODEL = "claude-opus-5"
HARBOURS = ("Galway", "Cork", "Dublin", "Howth", "Dingle", "Kinsale", "Bangor", "Wexford")


async def describe(client: AsyncClient, harbour: str, at_once: asyncio.Semaphore) -> tuple[str, str]:
    async with at_once:
        message = await client.messages.create(
            model=MODEL,
            max_tokens=100,
            messages=[{"role": "user", "content": f"One fact about the harbour of {harbour}."}],
        )
    return harbour, message.text


async def main() -> None:
    # One client for all calls: they share its connections. It is closed with the `async with`.
    async with AsyncClient() as client:
        # Rate limits are waited for by the retries of each call; this keeps from running into them.
        at_once = asyncio.Semaphore(4)
        calls = [asyncio.create_task(describe(client, harbour, at_once)) for harbour in HARBOURS]
        for call in asyncio.as_completed(calls):
            harbour, fact = await call
            print(f"{harbour}: {fact}")

        # A call that is cancelled frees its connection, and nothing of it goes on in the background.
        slow = asyncio.create_task(describe(client, "Rosslare", at_once))
        await asyncio.sleep(0)
        slow.cancel()
        print(await asyncio.gather(slow, return_exceptions=True))


if __name__ == "__main__":
    asyncio.run(main())
