"""The walk of one call through the package: which functions of ours run, in which files, and how often a file is left
and entered again. A reader who follows a call takes the same walk.

    python -m benchmarks.walk                            the figures, as a table
    python -m benchmarks.walk --list "messages.create"   each function of one walk, in order

The counts are of a warm client, so what a first call builds is not in them, and do not depend on the machine. A
generator or a coroutine counts each time that it goes on.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import claude_client
from claude_client import AsyncClient, Client

from .runs import server

PACKAGE = Path(claude_client.__file__).parent
WARM_UP_CALLS = 3
MESSAGE: dict[str, Any] = {
    "model": "claude-opus-5",
    "max_tokens": 64,
    "messages": [{"role": "user", "content": "Hello"}],
}


class Step(NamedTuple):
    """A function of ours that is entered, or goes on."""

    depth: int
    """How many frames of ours are around it."""

    file: str
    """Inside of the package."""

    line: int
    function: str


class Figures(NamedTuple):
    """What a walk comes to."""

    calls: int
    files: int
    reentries: int


class Walk:
    """The steps of one call."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    @contextmanager
    def record(self) -> Generator[None]:
        """Record what runs in this thread inside of the block."""
        sys.setprofile(self._profile)
        try:
            yield
        finally:
            sys.setprofile(None)

    def _profile(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and (file := _ours(frame)) is not None:
            code = frame.f_code
            name = getattr(code, "co_qualname", code.co_name)  # since Python 3.11
            self.steps.append(Step(_depth(frame), file, code.co_firstlineno, name))

    @property
    def figures(self) -> Figures:
        """Calls, files, and how often a file that was left is entered again."""
        seen: set[str] = set()
        last, reentries = "", 0
        for step in self.steps:
            if step.file != last:
                reentries += step.file in seen
                seen.add(step.file)
                last = step.file
        return Figures(len(self.steps), len(seen), reentries)

    def lines(self) -> list[str]:
        """The steps to be read, those that repeat the one before counted; the file where it changes."""
        lines: list[str] = []
        last, repeated = None, 1
        for step in self.steps:
            if step == last:
                repeated += 1
                lines[-1] = f"{lines[-1].partition(' (x')[0]} (x{repeated})"
                continue
            if last is None or step.file != last.file:
                lines.append(step.file)
            lines.append(f"    {'  ' * step.depth}{step.function}:{step.line}")
            last, repeated = step, 1
        return lines


def _ours(frame: FrameType) -> str | None:
    path = Path(frame.f_code.co_filename)
    return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else None


def _depth(frame: FrameType) -> int:
    depth, outer = 0, frame.f_back
    while outer is not None:
        depth += _ours(outer) is not None
        outer = outer.f_back
    return depth


# ---- what is walked -------------------------------------------------------------------------------------


def _create(client: Any) -> Any:
    return client.messages.create(**MESSAGE)


def _retrieve(client: Any) -> Any:
    return client.models.retrieve("claude-opus-5")


def walk_sync(origin: str, call: Callable[[Any], object]) -> Walk:
    """The walk of `call` on `Client`."""
    walk = Walk()
    with Client(api_key="sk-ant-example", base_url=origin) as client:
        for _ in range(WARM_UP_CALLS):
            call(client)
        with walk.record():
            call(client)
    return walk


def walk_async(origin: str, call: Callable[[Any], Coroutine[Any, Any, object]]) -> Walk:
    """The walk of `call` on `AsyncClient`, under asyncio."""
    walk = Walk()

    async def main() -> None:
        async with AsyncClient(api_key="sk-ant-example", base_url=origin) as client:
            for _ in range(WARM_UP_CALLS):
                await call(client)
            with walk.record():
                await call(client)

    asyncio.run(main())
    return walk


def walks(origin: str) -> dict[str, Walk]:
    """Every walk, by its name."""
    return {
        "messages.create": walk_sync(f"{origin}/small", _create),
        "messages.create, async": walk_async(f"{origin}/small", _create),
        "models.retrieve": walk_sync(f"{origin}/model", _retrieve),
        "models.retrieve, async": walk_async(f"{origin}/model", _retrieve),
    }


def main() -> int:
    """Print what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.walk", description=__doc__)
    parser.add_argument("--list", metavar="NAME", help="print the steps of one walk")
    asked = parser.parse_args()
    with server() as origin:
        found = walks(origin)
    if asked.list is not None:
        if asked.list not in found:
            parser.error(f"no walk {asked.list!r}: there are {', '.join(map(repr, found))}")
        print("\n".join(found[asked.list].lines()))
        return 0
    print(f"{'':26}{'calls':>8}{'files':>8}{'entered again':>16}")
    for name, walk in found.items():
        calls, files, reentries = walk.figures
        print(f"{name:26}{calls:8}{files:8}{reentries:16}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
