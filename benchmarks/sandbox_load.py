"""Loads the sandbox with many streams at once: `python -m benchmarks.sandbox_load [--streams 200] [--seconds 30]`.

The sandbox runs in a process of its own, and so does the load. The script prints how many requests were served, how
many failed, and how the memory of the sandbox changed. It exits with 1 where a request failed, or where memory grew
after the first third of the time.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from claude_client import AsyncClient

ALLOWED_GROWTH = 0.05
"""How much larger the memory may be at the end than after the first third of the time."""
QUESTION = "Tell me about the tides. " * 20


@dataclass
class Result:
    """What came of it."""

    streams: int = 0
    events: int = 0
    errors: list[str] = field(default_factory=list[str])
    waits: list[float] = field(default_factory=list[float])
    """Seconds to the first event of each stream."""
    memory: list[tuple[float, int]] = field(default_factory=list[tuple[float, int]])
    """Seconds from the start, and KiB that the sandbox occupies then."""


@contextmanager
def sandbox() -> Iterator[tuple[str, int]]:
    """The address of a sandbox, and the id of its process."""
    command = [sys.executable, "-m", "claude_client.sandbox", "--port", "0", "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            address = re.search(r"http://[\d.:]+\d", process.stdout.readline())
            assert address is not None
            yield address[0], process.pid
        finally:
            process.terminate()


def resident(process: int) -> int:
    """KiB of memory that a process occupies."""
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True)
    return int(done.stdout)


async def load(url: str, process: int, streams: int, seconds: float) -> Result:
    """Keep so many streams going for so many seconds."""
    result = Result()
    start = time.monotonic()

    async def ask_again_and_again(client: AsyncClient) -> None:
        while time.monotonic() < start + seconds:
            begun, first = time.monotonic(), True
            try:
                stream = await client.messages.create(
                    model="claude-opus-5",
                    max_tokens=1000,
                    messages=[{"role": "user", "content": QUESTION}],
                    stream=True,
                )
                last = ""
                async for event in stream:
                    if first:
                        result.waits.append(time.monotonic() - begun)
                        first = False
                    result.events += 1
                    last = event.type
                assert last == "message_stop", last
                result.streams += 1
            except Exception as error:
                result.errors.append(f"{type(error).__name__}: {error}")

    async def watch() -> None:
        while time.monotonic() < start + seconds:
            result.memory.append((time.monotonic() - start, await asyncio.to_thread(resident, process)))
            await asyncio.sleep(1)

    async with AsyncClient(base_url=url, api_key="sk-ant-load-test", max_retries=0) as client:
        await asyncio.gather(watch(), *(ask_again_and_again(client) for _ in range(streams)))
    return result


def growth(result: Result, seconds: float) -> float:
    """How much more memory there was at the end than after a third of the time, as a part of that."""
    after_a_third = next((kib for at, kib in result.memory if at >= seconds / 3), result.memory[-1][1])
    return result.memory[-1][1] / after_a_third - 1


def main() -> int:
    """Load it, and tell."""
    parser = argparse.ArgumentParser("python -m benchmarks.sandbox_load", description=__doc__)
    parser.add_argument("--streams", type=int, default=200, help="how many at once (%(default)s)")
    parser.add_argument("--seconds", type=float, default=30.0, help="for how long (%(default)s)")
    asked = parser.parse_args()
    with sandbox() as (url, process):
        result = asyncio.run(load(url, process, asked.streams, asked.seconds))
    waits = sorted(result.waits)
    grown = growth(result, asked.seconds)
    print(f"{asked.streams} streams at once for {asked.seconds:g} s on {os.cpu_count()} cores:")
    print(f"  {result.streams} streams ended well, {result.events} events, {len(result.errors)} errors")
    if waits:
        print(
            f"  first event after {waits[len(waits) // 2]:.2f} s (median), {waits[len(waits) * 99 // 100]:.2f} s (p99)"
        )
    shown = ", ".join(f"{kib / 1024:.0f}" for _, kib in result.memory[:: max(len(result.memory) // 10, 1)])
    print(f"  memory of the sandbox in MiB: {shown}; {grown:+.1%} after the first third")
    for error in sorted(set(result.errors))[:5]:
        print(f"  {error}")
    return 1 if result.errors or grown > ALLOWED_GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
