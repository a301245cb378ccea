"""One job, written in four ways: bare calls, `jobs.map` without and with a checkpoint, and the official package.

The bare calls are the least that makes many requests: `messages.create` in tasks that share an iterator. What is
written with the official package is what its users write: `asyncio.gather`, a semaphore, and `tenacity` for retries.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from itertools import count, islice
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from . import Place, Run

CONCURRENCY = 16
KEY = "sk-ant-benchmark"


def ask(number: int) -> dict[str, Any]:
    """The parameters of a request."""
    return {
        "model": "claude-opus-5",
        "max_tokens": 50,
        "messages": [{"role": "user", "content": f"What is {number}?"}],
    }


def workloads(way: str) -> dict[str, Callable[[Place], Run]]:
    """One item of a job as an operation. Each run goes on with the same job: the loop stands still in between."""
    start = {"bare": bare, "job": job, "checkpoint": checkpoint, "peer": peer}[way]

    def workload(place: Place) -> Run:
        loop = asyncio.new_event_loop()
        make = start(place)

        def run(times: int) -> None:
            loop.run_until_complete(make(times))

        return run

    return {"item": workload}


Make = Callable[[int], Coroutine[Any, Any, None]]


def bare(place: Place) -> Make:
    """The calls alone."""
    from claude_client import AsyncClient

    client = AsyncClient(base_url=place.url("small"), api_key=KEY, max_retries=0)
    numbers = count()

    async def call(share: Iterator[int]) -> None:
        for number in share:
            message = await client.messages.create(**ask(number))
            assert message.stop_reason

    async def make(times: int) -> None:
        share = islice(numbers, times)
        await asyncio.gather(*(call(share) for _ in range(CONCURRENCY)))

    return make


def _job(place: Place, **options: Any) -> Make:
    from claude_client import AsyncClient

    client = AsyncClient(base_url=place.url("small"), api_key=KEY, max_retries=0)
    results = client.jobs.map(map(ask, count()), concurrency=CONCURRENCY, **options)

    async def make(times: int) -> None:
        for _ in range(times):
            result = await anext(results)
            assert result.message is not None

    return make


def job(place: Place) -> Make:
    """The calls as a job."""
    return _job(place)


def checkpoint(place: Place) -> Make:
    """The calls as a job whose results are kept."""
    return _job(place, checkpoint=Path(mkdtemp(dir=place.folder)) / "job.db")


def peer(place: Place) -> Make:
    """The calls with the official package."""
    import anthropic
    import tenacity

    client = anthropic.AsyncAnthropic(base_url=place.url("small"), api_key=KEY, max_retries=0)
    semaphore = asyncio.Semaphore(CONCURRENCY)
    numbers = count()
    passing = (anthropic.APIConnectionError, anthropic.RateLimitError, anthropic.InternalServerError)

    @tenacity.retry(
        retry=tenacity.retry_if_exception_type(passing),
        wait=tenacity.wait_random_exponential(max=60),
        stop=tenacity.stop_after_attempt(3),
    )
    async def call(number: int) -> None:
        async with semaphore:
            message = await client.messages.create(**ask(number))
            assert message.stop_reason

    async def make(times: int) -> None:
        await asyncio.gather(*map(call, islice(numbers, times)))

    return make
