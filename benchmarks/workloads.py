"""What is measured: each workload with its sizes, whom it is measured beside, and what is to be reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

OURS = "ours"
ADAPTERS: Mapping[str, tuple[str, str]] = {
    OURS: ("own", "claude_client"),
    "anthropic": ("peer", "anthropic"),
    "httpx": ("own", "httpx"),
    "pydantic": ("own", "pydantic"),
    "aiohttp": ("peer", "aiohttp"),
    "http.client": ("own", "http.client"),
}
"""The environment that an adapter runs in, and the package that it needs."""

# The figure is not what the process took, but what it took between two turns of another task, at the most. Wall time
# would tell what else the machine does.
_STALL = """
import asyncio
from %(package)s import %(client)s

async def main():
    gaps, done = [], False
    async def tick():
        last = time.process_time()
        while not done:
            await asyncio.sleep(0.0005)
            now = time.process_time()
            gaps.append(now - last)
            last = now
    ticking = asyncio.ensure_future(tick())
    await asyncio.sleep(0.02)
    gaps.clear()
    client = %(client)s(api_key="sk-ant-benchmark", base_url=ORIGIN + "/small-1", max_retries=0)
    messages = [{"role": "user", "content": "Hello, Claude"}]
    await client.messages.create(model="claude-opus-5", max_tokens=9, messages=messages)
    done = True
    await ticking
    return max(gaps)

longest = asyncio.run(main())
cpu = time.process_time() - longest
"""

FRESH: Mapping[str, Mapping[str, str]] = {
    "import": {
        OURS: "from claude_client import Client, AsyncClient",
        "anthropic": "from anthropic import Anthropic, AsyncAnthropic",
        "httpx": "import httpx, pydantic",
    },
    "first-response": {
        OURS: """
from claude_client import Client
client = Client(api_key="sk-ant-benchmark", base_url=ORIGIN + "/small-1", max_retries=0)
client.messages.create(model="claude-opus-5", max_tokens=9, messages=[{"role": "user", "content": "Hello, Claude"}])
""",
        "anthropic": """
from anthropic import Anthropic
client = Anthropic(api_key="sk-ant-benchmark", base_url=ORIGIN + "/small-1", max_retries=0)
client.messages.create(model="claude-opus-5", max_tokens=9, messages=[{"role": "user", "content": "Hello, Claude"}])
""",
        "httpx": """
import httpx, json
headers = {"x-api-key": "sk-ant-benchmark", "anthropic-version": "2023-06-01"}
body = dict(model="claude-opus-5", max_tokens=9, messages=[{"role": "user", "content": "Hello, Claude"}])
with httpx.Client() as client:
    json.loads(client.post(ORIGIN + "/small-1/v1/messages", json=body, headers=headers).content)["content"]
""",
        "http.client": """
import http.client, json
headers = {"x-api-key": "sk-ant-benchmark", "anthropic-version": "2023-06-01", "content-type": "application/json"}
body = dict(model="claude-opus-5", max_tokens=9, messages=[{"role": "user", "content": "Hello, Claude"}])
connection = http.client.HTTPConnection(ORIGIN.partition("//")[2])
connection.request("POST", "/small-1/v1/messages", json.dumps(body), headers)
json.loads(connection.getresponse().read())["content"]
""",
        "pydantic": """
import httpx, pydantic
class Model(pydantic.BaseModel):
    field: int
""",
    },
    "loop-stall": {
        OURS: _STALL % {"package": "claude_client", "client": "AsyncClient"},
        "anthropic": _STALL % {"package": "anthropic", "client": "AsyncAnthropic"},
    },
}
"""What a process of its own does, for workloads that happen once a process. `ORIGIN` is where the server is."""


@dataclass(frozen=True)
class Target:
    """What is to be reached beside another: cost or peak memory, as a share of theirs or as it is."""

    beside: str
    at_most: float
    """Ours in relation to theirs: 0.33 is three times faster."""
    figure: str = "cpu"


@dataclass(frozen=True)
class Workload:
    """One kind of work, at one size or at several to show how its cost grows."""

    name: str
    title: str
    unit: str
    beside: tuple[str, ...]
    sizes: tuple[int, ...] = (1,)
    units: int = 0
    """Units in a run, for each of its size; 0 where a run is one, whatever its size."""
    memory: bool = False
    """Whether its peak memory is of interest."""
    rate: bool = False
    """Whether wall time counts: how much goes through in a second."""
    largest: Mapping[str, int] = field(default_factory=dict[str, int])
    """Sizes above which an adapter is left out: it would take minutes."""
    targets: Mapping[int, tuple[Target, ...]] = field(default_factory=dict[int, "tuple[Target, ...]"])
    """By size; 0 stands for all."""

    def units_at(self, size: int) -> int:
        """Units in a run at this size."""
        return self.units * size or 1

    def adapters(self, size: int) -> list[str]:
        """Who takes part at this size."""
        return [OURS, *(name for name in self.beside if size <= self.largest.get(name, size))]

    def targets_at(self, size: int) -> tuple[Target, ...]:
        """What is to be reached at this size."""
        return self.targets.get(size, self.targets.get(0, ()))


def _faster(times: float, *more: Target) -> tuple[Target, ...]:
    return (Target("anthropic", 1 / times), *more)


P, F, M = "anthropic", "httpx", "pydantic"
WORKLOADS = (
    Workload("import", "import, fresh process", "process", (P, F), memory=True,
             targets={0: _faster(7, Target(F, 1.3))}),
    Workload("first-response", "import, client and first response", "process", (P, F, M, "http.client"), memory=True,
             targets={0: _faster(10, Target(F, 1.0))}),
    Workload("loop-stall", "longest stall of the loop in a first async call", "process", (P,)),
    Workload("construct", "construct a client after the first", "client", (P, F),
             targets={0: _faster(100, Target(F, 2))}),
    Workload("construct-memory", "memory of a client after the first", "client", (P,), (100,), units=1,
             memory=True),
    Workload("construct-call", "construct a client and call it once", "client", (P, F)),
    Workload("create", "messages.create, sync, warm", "call", (P, F, "http.client"),
             targets={0: _faster(5, Target("http.client", 1.1), Target(F, 0.8))}),
    Workload("blocks", "message of so many blocks, 2 KB each", "call", (P, F), (50, 200, 800, 3200),
             targets={200: _faster(3)}),
    Workload("async", "async, so many calls at once", "call", (P, "aiohttp", F), (1, 50, 200, 500), units=1,
             targets={1: _faster(3, Target("aiohttp", 3)), 50: _faster(9, Target("aiohttp", 1.35)),
                      500: _faster(15, Target("aiohttp", 1.0), Target("aiohttp", 1.0, "p99_ms"),
                                   Target(P, 1 / 3, "p99_ms"))}),
    Workload("events", "raw events, in bulk", "event", (P, F, M), (1000, 5000, 20000, 80000), units=1,
             targets={20000: _faster(4.5)}),
    Workload("events-single", "raw events, one a chunk", "event", (P, F, M), (1000, 5000, 20000, 80000), units=1,
             targets={20000: _faster(2.4)}),
    Workload("text", "stream helper, text", "event", (P, F, M), (1000, 5000, 20000, 80000), units=1,
             targets={20000: _faster(12)}),
    Workload("tool", "stream helper, tool input", "delta", (P, F, M), (1000, 5000, 20000, 80000), units=1,
             largest={P: 20000}, targets={1000: _faster(15), 5000: _faster(100), 20000: _faster(700)}),
    Workload("tool-snapshots", "stream helper, every snapshot read", "delta", (P,), (1000, 5000, 20000, 40000),
             units=1, largest={P: 5000}, targets={5000: _faster(20)}),
    Workload("results", "batch results", "line", (P, F, M), (12500, 25000, 50000, 100000), units=1, memory=True,
             targets={50000: _faster(5, Target(F, 1 / 0.7))}),
    Workload("large-request", "request with so many MB of base64", "request", (P, F), (1, 5, 10, 20), memory=True,
             targets={20: _faster(2.3)}),
    Workload("upload", "upload from a path, MB", "MB", (P, F), (60, 125, 250, 490), units=1, memory=True,
             rate=True, targets={490: (Target(F, 1 / 0.9, "wall"),)}),
    Workload("download", "download to a file, MB", "MB", (P, F), (60, 125, 250, 500), units=1, memory=True,
             rate=True, targets={500: (Target(F, 1 / 0.9, "wall"),)}),
    Workload("list", "list, pages of 1,000 items", "item", (P, F), (1, 5, 10, 20), units=1000,
             targets={20: _faster(8)}),
)  # fmt: skip
