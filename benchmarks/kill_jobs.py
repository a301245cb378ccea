"""Kills a job again and again at random moments, and counts what came of it: `python -m benchmarks.kill_jobs`.

    python -m benchmarks.kill_jobs --items 20000 --kills 20 --way map --client async
    python -m benchmarks.kill_jobs --items 20000 --kills 20 --way batch

A sandbox responds, and does something wrong to one request in fifty (of batches, to one in five): errors, resets before
and in the middle of a response, pages of proxies. The job is a program of its own with a checkpoint. SIGKILL ends it at
a random moment of each run, in its start and its end too. When it has come to an end in the last run, the following
holds, or an error says what does not:

- each request has one result, of its own message;
- a result that was handed on is in the file, and stays as it was;
- the server has made no message twice but those that were on their way at a kill, or broken by the server on their way;
- the cost of the results, with that of those messages, is the cost report of the server.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

from claude_client import Client
from claude_client.sandbox import Sandbox
from claude_client.types import Message
from claude_client.types.cost import Cost

CONCURRENCY = 16
FAULTS = {
    "529": 4,
    "500": 2,
    "429; retry-after=0": 2,
    "html": 2,
    "reset before headers": 2,
    "reset in body": 1,
    "close in body": 1,
}
"""What goes wrong, and how often in relation to each other."""
FAULT_RATE = {"map": 0.02, "batch": 0.2}
PROGRAM = """
import asyncio, sys
from itertools import count
from claude_client import AsyncClient, Client

url, key, path, way, kind, items = sys.argv[1:]
requests = (
    {"model": "claude-opus-5", "max_tokens": 20, "messages": [{"role": "user", "content": f"What is {number}?"}]}
    for number in range(int(items))
)
options = {"concurrency": 16} if way == "map" else {"poll_interval": 0.1, "max_requests": max(1, int(items) // 20)}
options |= {"checkpoint": path, "max_attempts": 20}

def show(result):
    text = result.message.text if result.message else f"failed: {result.error!r}"
    print(result.id, int(result.from_checkpoint), repr(text), flush=True)

async def run():
    async with AsyncClient(base_url=url, api_key=key, max_retries=5) as client:
        async for result in getattr(client.jobs, way)(requests, **options):
            show(result)

if kind == "async":
    asyncio.run(run())
else:
    with Client(base_url=url, api_key=key, max_retries=5) as client:
        for result in getattr(client.jobs, way)(requests, **options):
            show(result)
"""


@dataclass
class Report:
    """What was counted."""

    items: int
    kills: int = 0
    faults: Counter[str] = field(default_factory=Counter[str])
    repeated: int = 0
    """Messages that the server made and whose results did not arrive."""
    on_their_way: int = 0
    """Of these, those that were on their way at a kill: not broken by the server."""
    cost: Decimal = Decimal(0)

    def __str__(self) -> str:
        return (
            f"{self.items:,} results, each once, after {self.kills} kills and {self.faults.total():,} faults; "
            f"{self.repeated} messages were made and lost, {self.on_their_way} of them by kills; "
            f"cost {self.cost} USD, as the server says"
        )


def run(way: str, kind: str, items: int, kills: int, seed: int) -> Report:
    """Run a job to its end, killed so often on the way.

    Raises:
        AssertionError: Something does not hold that should.
    """
    chosen = random.Random(seed)  # no secret
    report = Report(items)
    with tempfile.TemporaryDirectory() as folder, Sandbox(keep_requests=1_000_000) as sandbox:
        set_up_faults(sandbox, chosen, FAULT_RATE[way])
        path, began = Path(folder) / "job.db", datetime.now(timezone.utc)
        command = [sys.executable, "-c", PROGRAM, sandbox.url, sandbox.api_key, str(path), way, kind, str(items)]
        shown: dict[str, str] = {}
        for _ in range(kills):
            # Most come by progress, so that all of the job is met; results of batches come many at a time.
            fresh = (
                chosen.randrange(int(1.6 * items / kills)) if chosen.random() < (0.8 if way == "map" else 0.3) else 0
            )
            report.kills += kill_at_random(command, shown, chosen, fresh)
        last = subprocess.run(command, capture_output=True, text=True, check=False)
        assert last.returncode == 0, last.stderr
        results = [line.split(" ", 2) for line in last.stdout.splitlines()]
        check_results(results, shown, items)
        check_cost(sandbox, path, way, began, report)
        if way == "map":
            assert report.on_their_way <= kills * CONCURRENCY, report
        else:
            assert report.repeated == 0, report
    return report


def set_up_faults(sandbox: Sandbox, chosen: random.Random, rate: float) -> None:
    """Let this share of the requests go wrong, in a way that is drawn."""
    total = sum(FAULTS.values())
    for fault, weight in FAULTS.items():
        sandbox.when(lambda _, share=rate * weight / total: chosen.random() < share).fail(fault, repeat=True)


def kill_at_random(command: list[str], shown: dict[str, str], chosen: random.Random, fresh: int) -> int:
    """Start the job, kill it after so many new results and some time; 1 where it was still running."""
    seconds = chosen.uniform(0.0, 0.5)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        while fresh > 0 and (line := process.stdout.readline()):
            fresh -= note(line, shown)
        time.sleep(seconds if chosen.random() < 0.5 else seconds / 100)
        is_running = process.poll() is None
        process.kill()
        for line in process.stdout:
            note(line, shown)
    return int(is_running)


def note(line: str, shown: dict[str, str]) -> int:
    """Note a line of the program; 1 where its result is new in this run."""
    if not line.endswith("\n"):
        return 0
    id, kept, text = line.rstrip("\n").split(" ", 2)
    before = shown.setdefault(id, text)
    assert before == text, f"the result of {id} was {before} and is {text}"
    return 1 - int(kept)


def check_results(results: list[list[str]], shown: dict[str, str], items: int) -> None:
    """Each request has one result, of its own message, and those that were handed on are still there."""
    found = {id: text for id, _, text in results}
    assert len(results) == len(found) == items, f"{len(results)} results of {len(found)} requests"
    for id, text in found.items():
        assert f'You asked: "What is {id}?"' in text[:40], f"the result of {id} is {text}"
    changed = [id for id, text in shown.items() if found[id] != text]
    told = {id: (shown[id], found[id]) for id in changed[:5]}
    assert not changed, f"results that were handed on have changed: {told}"


def check_cost(sandbox: Sandbox, path: Path, way: str, began: datetime, report: Report) -> None:
    """What the results cost, and the messages that were lost, is what the server says."""
    costs = {id: cost.total for id, cost in read_costs(path).items()}
    ends = time.monotonic() + 10
    while len(count_made(sandbox, way)[0]) < len(costs) and time.monotonic() < ends:
        time.sleep(0.05)  # the log has a request when its response is over, which may be after it has arrived
    made, broken = count_made(sandbox, way)
    report.faults.update(request.fault.split(";")[0] for request in sandbox.requests if request.fault is not None)
    differ = set(made) ^ {int(id) for id in costs}
    assert not differ, f"these messages were made without having a result, or the other way round: {sorted(differ)}"
    lost = {number: times - 1 for number, times in made.items() if times > 1}
    report.repeated = sum(lost.values())
    report.on_their_way = report.repeated - sum(min(lost[number], broken[number]) for number in lost)
    report.cost = sum(costs.values(), Decimal(0))
    with Client(base_url=sandbox.url, admin_api_key=sandbox.admin_api_key, max_retries=9) as client:
        day = began.replace(hour=0, minute=0, second=0, microsecond=0)
        pages = client.admin.cost_report.retrieve(starting_at=day, limit=31)
        told = sum((Decimal(each.amount) / 100 for bucket in pages.data for each in bucket.results), Decimal(0))
    expected = report.cost + sum((costs[str(number)] * times for number, times in lost.items()), Decimal(0))
    assert abs(told - expected) < Decimal("0.0001"), f"the server says {told} USD, the results cost {expected}"


def read_costs(path: Path) -> dict[str, Cost]:
    """The cost of each result in the file."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT id, result, batch FROM items WHERE status = 'succeeded'").fetchall()
    costs: dict[str, Cost] = {}
    for id, result, batch in rows:
        message = Message.model_validate(json.loads(result))
        costs[id] = message.usage.cost(model=str(message.model), batch=bool(batch))
    return costs


def count_made(sandbox: Sandbox, way: str) -> tuple[Counter[int], Counter[int]]:
    """How often the server has made each message, and how often it broke the response to one."""
    made: Counter[int] = Counter()
    broken: Counter[int] = Counter()
    for request in sandbox.requests:
        if request.method != "POST" or request.status != 200:
            continue
        bodies = [request.json] if way == "map" else [each["params"] for each in request.json["requests"]]
        for body in bodies:
            made[number_of(body)] += 1
            broken[number_of(body)] += request.fault is not None
    return made, broken


def number_of(body: Any) -> int:
    """The number that a request asks for."""
    return int(body["messages"][0]["content"].removeprefix("What is ").removesuffix("?"))


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--items", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--way", choices=("map", "batch"), default="map")
    parser.add_argument("--client", choices=("sync", "async"), default="sync")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))  # no secret
    given = parser.parse_args()
    print(f"--seed {given.seed}", flush=True)
    started = time.monotonic()
    report = run(given.way, given.client, given.items, given.kills, given.seed)
    print(f"{report}; {time.monotonic() - started:.0f} s")
    print(dict(report.faults))


if __name__ == "__main__":
    main()
