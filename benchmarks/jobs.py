"""What a job costs beside bare calls: `python -m benchmarks.jobs [--items 5000] [--rounds 3] [--memory 200000]`.

The server is a process of its own that sends a prepared message. The bare calls are `messages.create` under
`asyncio.gather`, as many at a time as the job has. All are measured in turn in one run, in CPU time of this process,
and the best round of each counts. The last two figures are the memory that a job of very many requests adds, and the
throughput at a limit that a sandbox enforces, which counts in fixed periods of ten seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from claude_client import AsyncClient, Limiter
from claude_client.sandbox import Limits, Sandbox

CONCURRENCY = 16
SECONDS_AT_THE_LIMIT = 20
WINDOW_SECONDS = 10


def ask(number: int) -> dict[str, Any]:
    """The parameters of a request."""
    return {
        "model": "claude-opus-5",
        "max_tokens": 50,
        "messages": [{"role": "user", "content": f"What is {number}?"}],
    }


@contextmanager
def server() -> Iterator[str]:
    """The address of the server of the benchmarks."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/small"
        process.stdin.close()


async def bare(client: AsyncClient, items: int) -> None:
    """The calls alone, side by side."""
    numbers = iter(range(items))

    async def work() -> None:
        for number in numbers:
            await client.messages.create(**ask(number))

    await asyncio.gather(*(work() for _ in range(CONCURRENCY)))


async def job(client: AsyncClient, items: int) -> None:
    """The same as a job."""
    async for result in client.jobs.map(map(ask, range(items)), concurrency=CONCURRENCY):
        assert result.error is None


async def job_with_checkpoint(client: AsyncClient, items: int) -> None:
    """The same with a checkpoint."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "job.db"
        async for result in client.jobs.map(map(ask, range(items)), concurrency=CONCURRENCY, checkpoint=path):
            assert result.error is None


WAYS: tuple[Callable[[AsyncClient, int], Coroutine[Any, Any, None]], ...] = (bare, job, job_with_checkpoint)


async def measure(url: str, items: int, rounds: int) -> dict[str, float]:
    """Microseconds of CPU for an item, by the way."""
    best: dict[str, float] = {}
    async with AsyncClient(base_url=url, api_key="sk-ant-benchmark", max_retries=0) as client:
        await bare(client, 200)
        for _ in range(rounds):
            for way in WAYS:
                gc.collect()
                started = time.process_time()
                await way(client, items)
                used = (time.process_time() - started) / items * 1e6
                best[way.__name__] = min(used, best.get(way.__name__, used))
    return best


def resident() -> float:
    """MiB of memory that this process occupies."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


async def measure_memory(url: str, queued: int) -> float:
    """MiB that a job adds whose input has so many requests, of which a part is made."""
    async with AsyncClient(base_url=url, api_key="sk-ant-benchmark", max_retries=0) as client:
        await bare(client, 200)
        gc.collect()
        before, most, done = resident(), 0.0, 0
        results: AsyncIterator[Any] = client.jobs.map(map(ask, range(queued)), concurrency=CONCURRENCY)
        async for _ in results:
            done += 1
            if done % 500 == 0:
                most = max(most, resident() - before)
            if done == min(queued, 5_000):
                break
        return most


async def measure_throughput(per_minute: int) -> tuple[float, float]:
    """The share of a limit that a job makes use of, and the share of requests that were answered 429."""
    count = per_minute * SECONDS_AT_THE_LIMIT // 60
    limits = Limits(requests=per_minute * WINDOW_SECONDS // 60, seconds=float(WINDOW_SECONDS))
    with Sandbox(limits=limits, keep_requests=10 * count) as sandbox:
        limiter = Limiter(requests_per_minute=per_minute)
        async with AsyncClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
            started = time.monotonic()
            async for _ in client.jobs.map(map(ask, range(count)), limiter=limiter, concurrency=64):
                pass
            seconds = time.monotonic() - started
        made = len(sandbox.requests)
        return count / seconds * 60 / per_minute, (made - count) / made


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description="What a job costs beside bare calls.")
    parser.add_argument("--items", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", type=int, default=1_000_000)
    parser.add_argument("--per-minute", type=int, default=6_000)
    options = parser.parse_args()
    with server() as url:
        best = asyncio.run(measure(url, options.items, options.rounds))
        for name, used in best.items():
            print(f"{name:22} {used:7.1f} us an item, {used - best['bare']:+7.1f} us, {used / best['bare']:.2f} times")
        print(f"memory for {options.memory:,} requests: {asyncio.run(measure_memory(url, options.memory)):.1f} MiB")
    share, refused = asyncio.run(measure_throughput(options.per_minute))
    print(f"at a limit of {options.per_minute:,} a minute: {share:.1%} of it, {refused:.2%} answered 429")


if __name__ == "__main__":
    main()
