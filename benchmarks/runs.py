"""Runs workloads side by side: a process for each adapter, all of them in turn, round after round.

What else the machine does changes from second to second and hits neighbours in time alike. So what is compared is
always what was measured in the same round, and the median over the rounds is what counts.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .workloads import ADAPTERS, FRESH, OURS, Workload

ROOT = Path(__file__).parent.parent
_FRESH = """\
import sys, time
ORIGIN = sys.argv[1]
def memory():
    try:
        return next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM:"))
    except OSError:
        return 0.0
before, wall, cpu = memory(), time.perf_counter(), time.process_time()
%s
print(time.process_time() - cpu, time.perf_counter() - wall, memory() - before)
"""


@dataclass(frozen=True)
class Effort:
    """How long is measured."""

    rounds: int
    seconds: float
    """For each workload; a round that has begun is finished."""
    chunk_seconds: float
    """For what one adapter does in a round."""
    shared_processes: bool = False
    """Whether an adapter's process goes on to the next workload: quicker, but what it did before shows."""


FULL = Effort(rounds=9, seconds=40.0, chunk_seconds=0.25)
QUICK = Effort(rounds=3, seconds=4.0, chunk_seconds=0.05)
SMOKE = Effort(rounds=1, seconds=0.0, chunk_seconds=0.0, shared_processes=True)

Sample = dict[str, float]


@dataclass
class Row:
    """What was measured of a workload at one size: for each adapter a sample a round."""

    workload: Workload
    size: int
    samples: dict[str, list[Sample]] = field(default_factory=dict[str, "list[Sample]"])
    failures: dict[str, str] = field(default_factory=dict[str, str])

    def median(self, adapter: str, figure: str) -> float | None:
        """A figure of an adapter: seconds and milliseconds a unit, megabytes a run."""
        found = [sample[figure] for sample in self.samples.get(adapter, ()) if figure in sample]
        return statistics.median(found) if found else None

    def ratio(self, beside: str, figure: str = "cpu") -> float | None:
        """Ours in relation to another's, by the rounds in which both were measured."""
        pairs = zip(self.samples.get(OURS, ()), self.samples.get(beside, ()), strict=False)
        ratios = [ours[figure] / theirs[figure] for ours, theirs in pairs if theirs.get(figure)]
        return statistics.median(ratios) if ratios else None


# ---- processes ------------------------------------------------------------------------------------------


def python_of(environment: str) -> Path | None:
    """The Python of an environment; none where it has not been made."""
    if environment == "own":
        return Path(sys.executable)
    found = Path(os.environ.get("BENCHMARK_PEER_PYTHON") or ROOT / ".venv-peer/bin/python")
    return found if found.exists() else None


def pinned() -> None:
    """Keep this process, and those that it starts, off the core of the server."""
    if hasattr(os, "sched_setaffinity") and len(cores := sorted(os.sched_getaffinity(0))) > 1:
        os.sched_setaffinity(0, set(cores[:-1]))


@contextmanager
def server(delay: float = 0.0) -> Iterator[str]:
    """The server, which takes `delay` seconds for each response; gives its address."""
    command = [sys.executable, "-m", "benchmarks.server", str(delay)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin
    assert process.stdout
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()


class Worker:
    """A `benchmarks.worker` as a process."""

    def __init__(self, adapter: str, python: Path) -> None:
        self.process = subprocess.Popen(
            [str(python), "-m", "benchmarks.worker", adapter],
            cwd=ROOT,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, line: dict[str, Any]) -> Sample:
        """Have something done; gives what it took.

        Raises:
            RuntimeError: It could not be done.
        """
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(json.dumps(line) + "\n")
            self.process.stdin.flush()
            reply: dict[str, Any] = json.loads(self.process.stdout.readline() or '{"error": "the worker ended"}')
        except OSError as error:
            raise RuntimeError("the worker ended") from error
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def _environment() -> dict[str, str]:
    # Nothing of the user's own settings, and no proxy between a client and the loopback address. Python's own settings
    # are among them: where they keep it from writing bytecode, all that pip did not install is compiled at each start.
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ANTHROPIC_", "PYTHON")) and not name.lower().endswith("_proxy")
    }


# ---- rounds ---------------------------------------------------------------------------------------------


class Runner:
    """Measures workloads against one server."""

    def __init__(self, origin: str, effort: Effort, adapters: frozenset[str]) -> None:
        self.origin = origin
        self.effort = effort
        self.pythons = {
            name: python for name, (where, _) in ADAPTERS.items() if name in adapters and (python := python_of(where))
        }
        self.workers: dict[str, Worker] = {}

    def measure(self, workload: Workload, size: int) -> Row:
        """One workload at one size."""
        row = Row(workload, size)
        taking_part = [name for name in workload.adapters(size) if name in self.pythons]
        if workload.name in FRESH:
            self._fresh(row, taking_part)
        else:
            with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
                self._with_workers(row, taking_part, Path(folder))
        return row

    def _fresh(self, row: Row, adapters: list[str]) -> None:
        codes = FRESH[row.workload.name]
        # Once without counting: what is compiled for the first time, or not yet in the cache of the disk, is.
        for counted in (False, *[True] * max(1, self.effort.rounds)):
            for name in adapters:
                command = [str(self.pythons[name]), "-c", _FRESH % codes[name], self.origin]
                done = subprocess.run(
                    command, capture_output=True, text=True, cwd=tempfile.gettempdir(), env=_environment(), check=False
                )
                if done.returncode:
                    row.failures[name] = done.stderr.strip().splitlines()[-1]
                elif counted:
                    cpu, wall, memory = map(float, done.stdout.split())
                    row.samples.setdefault(name, []).append({"cpu": cpu, "wall": wall, "peak": memory})

    def _with_workers(self, row: Row, adapters: list[str], folder: Path) -> None:
        for name in adapters:
            if name not in self.workers:
                self.workers[name] = Worker(name, self.pythons[name])
        try:
            self._rounds(row, {name: self.workers[name] for name in adapters}, folder)
        finally:
            if not self.effort.shared_processes:
                self.close()

    def close(self) -> None:
        """End the processes of the adapters."""
        while self.workers:
            self.workers.popitem()[1].close()

    def _rounds(self, row: Row, workers: dict[str, Worker], folder: Path) -> None:
        times: dict[str, int] = {}
        place = {"origin": self.origin, "size": row.size, "folder": str(folder)}
        for name, worker in workers.items():
            try:
                first = worker.ask({"prepare": row.workload.name, "place": place})
                # The first run is not the fastest, so a short one does not tell how many there are to be.
                second = worker.ask({"run": 1}) if first["wall"] < self.effort.chunk_seconds else first
            except RuntimeError as error:
                row.failures[name] = str(error)
                continue
            times[name] = max(1, round(self.effort.chunk_seconds / second["wall"]))
            if first["wall"] > self.effort.seconds:
                row.samples[name] = [self._sample(row, first, 1)]
        end = time.monotonic() + self.effort.seconds
        for number in range(self.effort.rounds):
            if number and time.monotonic() > end:
                break
            for name in [name for name in times if not (name in row.samples and self._slow(row, name))]:
                try:
                    taken = workers[name].ask({"run": times[name]})
                except RuntimeError as error:
                    row.failures[name] = str(error)
                    del times[name]
                    continue
                row.samples.setdefault(name, []).append(self._sample(row, taken, times[name]))

    def _slow(self, row: Row, name: str) -> bool:
        """Whether a single run takes so long that one of them has to do."""
        return row.samples[name][0]["wall"] * row.workload.units_at(row.size) > self.effort.seconds > 0

    def _sample(self, row: Row, taken: Sample, times: int) -> Sample:
        units = times * row.workload.units_at(row.size)
        return {**taken, "cpu": taken["cpu"] / units, "wall": taken["wall"] / units}
