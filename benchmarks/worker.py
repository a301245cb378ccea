"""The process in which an adapter works. It is told what to do by lines of JSON, and replies with what that took.

`{"prepare": "create", "place": {...}}` sets a workload up and does it once; `{"run": 100}` does it so often.
Garbage collection is left as Python has it: what an SDK leaves to be collected is part of its cost.
"""

from __future__ import annotations

import ctypes
import gc
import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from .adapters import Place, Run

STATUS = Path("/proc/self/status")


def workloads_of(adapter: str) -> dict[str, Callable[[Place], Run]]:
    """The workloads that an adapter has."""
    from .adapters import floors, jobs, sdk

    if adapter.startswith("jobs."):
        return jobs.workloads(adapter.removeprefix("jobs."))
    if adapter == "httpx":
        return floors.plain_httpx()
    if adapter == "pydantic":
        return floors.bare_models()
    if adapter == "aiohttp":
        return floors.plain_aiohttp()
    if adapter == "http.client":
        return floors.http_client()
    return sdk.workloads({"ours": "claude_client"}.get(adapter, adapter))


# ---- memory ---------------------------------------------------------------------------------------------


def megabytes(field: str) -> float:
    """What Linux knows of this process: `VmRSS` is what it has in memory, `VmHWM` the most since `forget_peak`."""
    for line in STATUS.read_text().splitlines() if STATUS.exists() else ():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    return 0.0


def forget_peak() -> None:
    """Let the most memory be counted from here; without effect where the system has no such thing."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def give_back() -> None:
    """Give what was freed back to the system, so that what follows is seen to take it."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


# ---- the conversation -----------------------------------------------------------------------------------


class Worker:
    """Has at most one workload set up."""

    def __init__(self, adapter: str) -> None:
        self.workloads = workloads_of(adapter)
        self.run: Run = lambda _times: None
        self.idle = 0.0

    def prepare(self, name: str, place: Place) -> dict[str, float]:
        """Set a workload up, and do it once with little to do and once as it is, so that all is imported and warm."""
        workload = self.workloads[name]
        # As small as it gets: what is counted as memory above idle should not be what stays for good.
        workload(Place(place.origin, min(place.size, 2), place.folder))(1)
        self.run = workload(place)
        give_back()
        self.idle = megabytes("VmRSS")
        return self.measure(1)

    def measure(self, times: int) -> dict[str, float]:
        """What it takes to do the workload so often."""
        forget_peak()
        start, cpu = time.perf_counter(), time.process_time()
        more = self.run(times)
        taken = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - start}
        return {**taken, "peak": max(0.0, megabytes("VmHWM") - self.idle), **(more or {})}

    def execute(self, line: dict[str, Any]) -> dict[str, float]:
        """Do what a line says."""
        if "run" in line:
            return self.measure(line["run"])
        place = line["place"]
        return self.prepare(line["prepare"], Place(place["origin"], place["size"], Path(place["folder"])))


def main() -> None:
    """Work until there is no more to do."""
    worker = Worker(sys.argv[1])
    for line in sys.stdin:
        try:
            reply: dict[str, Any] = worker.execute(json.loads(line))
        except Exception as error:
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
