"""What a job costs beside bare calls, and beside the same work with the official package: `scripts/bench-jobs`.

The server is a process of its own that sends a prepared message. Each way of doing the work has a process too, and they
take turns: so many items of one, of the next, and so on. What is compared was measured in the same round, in CPU time,
and the median over the rounds counts. `--only` names parts; `--quick` takes fewer items.

    items        the cost of an item: bare calls, a job, a job with a checkpoint, the official package with tenacity
    memory       what a job of a million requests adds to a process
    throughput   at a limit of 6,000 requests a minute that a sandbox enforces, over a minute and a quarter
    ray          four workers of Ray beside one process, with responses at once and after 20 ms
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from claude_client import AsyncClient, Client, Limiter
from claude_client.sandbox import Limits, Sandbox

from .adapters.jobs import CONCURRENCY, KEY, ask
from .runs import Worker, python_of, server

WAYS = ("bare", "job", "checkpoint", "peer")
CHUNK = 1_000
SECONDS_AT_THE_LIMIT = 75
WINDOW_SECONDS = 60
RAY_WORKERS = 4
RAY_PART = 100


def measure_items(items: int) -> None:
    """The cost of an item in each way."""
    with server() as origin, ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="benchmark-"))
        workers: dict[str, Worker] = {}
        for way in WAYS:
            python = python_of("peer" if way == "peer" else "own")
            if python is None:
                print("Without the official package: scripts/bench-jobs makes its environment.")
                continue
            workers[way] = Worker(f"jobs.{way}", python)
            stack.callback(workers[way].close)
            place = {"origin": origin, "size": 1, "folder": f"{folder}/{way}"}
            Path(place["folder"]).mkdir()
            workers[way].ask({"prepare": "item", "place": place})
            workers[way].ask({"run": min(items, CHUNK)})
        found: dict[str, list[float]] = {way: [] for way in workers}
        chunk = min(items, CHUNK)
        for _ in range(items // chunk):
            for way, worker in workers.items():
                found[way].append(worker.ask({"run": chunk})["cpu"] / chunk * 1e6)
    show_items(found, chunk)


def show_items(found: dict[str, list[float]], chunk: int) -> None:
    """Print the medians over the rounds."""
    bare, rounds = found["bare"], len(found["bare"])
    print(f"{rounds * chunk:,} items each, in {rounds} rounds; medians of the CPU time")
    for way, used in found.items():
        more = statistics.median(own - beside for own, beside in zip(used, bare, strict=True))
        ratio = statistics.median(own / beside for own, beside in zip(used, bare, strict=True))
        print(
            f"{way:11} {statistics.median(used):7.1f} us of CPU an item, {more:+7.1f} us, {ratio:5.2f} times bare calls"
        )
    for way in ("job", "checkpoint") if "peer" in found else ():
        ratio = statistics.median(peer / own for peer, own in zip(found["peer"], found[way], strict=True))
        print(f"the official package with tenacity costs {ratio:.2f} times {way}")


def resident() -> float:
    """MiB of memory that this process occupies."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


async def measure_memory(queued: int, made: int, folder: Path | None) -> None:
    """MiB that a job adds whose input has so many requests, of which a part is made."""
    options = {} if folder is None else {"checkpoint": folder / "job.db"}
    with server() as origin:
        async with AsyncClient(base_url=f"{origin}/small-1", api_key=KEY, max_retries=0) as client:
            for number in range(200):
                await client.messages.create(**ask(number))
            gc.collect()
            before, most, done = resident(), 0.0, 0
            requests = ((f"request-{number}", ask(number)) for number in range(queued))
            results: AsyncIterator[Any] = client.jobs.map(requests, concurrency=CONCURRENCY, **options)
            async for _ in results:
                done += 1
                if done % 500 == 0:
                    most = max(most, resident() - before)
                if done == made:
                    break
    kept = "with" if folder else "without"
    print(
        f"{queued:,} requests from a generator, {done:,} made, {kept} a checkpoint: {most:.1f} MiB above idle at most"
    )


async def measure_throughput(per_minute: int, seconds: int) -> None:
    """The share of a limit that a job makes use of, and the share of requests that were answered 429."""
    total = per_minute * seconds // 60
    limits = Limits(requests=per_minute * WINDOW_SECONDS // 60, seconds=float(WINDOW_SECONDS))
    with Sandbox(limits=limits, keep_requests=10 * total) as sandbox:
        limiter = Limiter(requests_per_minute=per_minute)
        async with AsyncClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
            started = time.monotonic()
            async for _ in client.jobs.map(map(ask, range(total)), limiter=limiter, concurrency=64):
                pass
            taken = time.monotonic() - started
        made = len(sandbox.requests)
        share, refused = total / taken * 60 / per_minute, (made - total) / made
    print(f"{total:,} requests at a limit of {per_minute:,} a minute: {share:.1%} of it, {refused:.2%} answered 429")


def measure_ray(items: int, rounds: int, delay: float) -> None:
    """The speed of four workers of Ray beside that of one process, where the server takes `delay` s for a response."""
    import logging

    import ray

    from claude_client.jobs.ray import run

    ray.init(num_cpus=RAY_WORKERS, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
    logging.getLogger("ray").setLevel(logging.WARNING)
    ratios: list[float] = []
    with server(delay) as origin, Client(base_url=f"{origin}/small-1", api_key=KEY, pickle_secrets=True) as client:
        for _ in range(rounds):
            alone = seconds_without_start(client.jobs.map(map(ask, range(items)), concurrency=CONCURRENCY), items)
            together = seconds_without_start(
                run(list(map(ask, range(items))), client, workers=RAY_WORKERS, concurrency=CONCURRENCY), items
            )
            print(f"one process {alone:.1f} s, {RAY_WORKERS} workers {together:.1f} s", flush=True)
            ratios.append(alone / together)
    ray.shutdown()
    print(
        f"{items:,} items: {RAY_WORKERS} workers of Ray are {statistics.median(ratios):.2f} times as fast as a process"
    )


def seconds_without_start(results: Iterable[Any], items: int) -> float:
    """The time for all results, extrapolated from those behind the first hundred: Ray takes seconds to start actors."""
    done, started = 0, 0.0
    for result in results:
        assert result.error is None
        done += 1
        if done == RAY_PART:
            started = time.monotonic()
    assert done == items
    return (time.monotonic() - started) * items / (items - RAY_PART)


def main() -> None:
    """Measure what the arguments ask for, and print it."""
    parser = argparse.ArgumentParser(prog="scripts/bench-jobs", description=sys.modules[__name__].__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parts = ("items", "memory", "throughput", "ray")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts[:3])
    parser.add_argument("--items", type=int, default=100_000, help="of each way, and of Ray a fifth")
    parser.add_argument("--queued", type=int, default=1_000_000, help="of the measurement of memory")
    parser.add_argument("--quick", action="store_true", help="a twentieth of the items, and a fifth of the minute")
    given = parser.parse_args()
    items = given.items // 20 if given.quick else given.items
    if "items" in given.only:
        measure_items(items)
    if "memory" in given.only:
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            for place in (None, Path(folder)):
                asyncio.run(measure_memory(given.queued, items // 2, place))
    if "throughput" in given.only:
        asyncio.run(measure_throughput(6_000, SECONDS_AT_THE_LIMIT // 5 if given.quick else SECONDS_AT_THE_LIMIT))
    if "ray" in given.only:
        for delay in (0.0, 0.02):
            measure_ray(items // 5, rounds=3, delay=delay)


if __name__ == "__main__":
    main()
