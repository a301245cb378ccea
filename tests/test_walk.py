"""How long the walk of one call is that a reader follows. The figures do not depend on the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the benchmarks need a POSIX system")

# Calls, files, and how often a file is entered again. Lower them when a walk has become shorter.
BOUNDS = {
    "messages.create": (69, 14, 22),
    "messages.create, async": (83, 15, 25),
    "models.retrieve": (50, 12, 15),
    "models.retrieve, async": (64, 13, 18),
}


@pytest.fixture(scope="module")
def found() -> dict[str, list[int]]:
    """Calls and files of each walk, in a process of its own: what watches over the tests would be in the walk."""
    table = run()
    return {line[:26].strip(): [int(figure) for figure in line[26:].split()] for line in table[1:]}


def run(*arguments: str) -> list[str]:
    command = [sys.executable, "-m", "benchmarks.walk", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", BOUNDS)
def test_the_walk_of_a_call_is_not_longer_than_it_was(found: dict[str, list[int]], name: str) -> None:
    longer = [figure for figure, bound in zip(found[name], BOUNDS[name], strict=True) if figure > bound]

    assert not longer, found[name]


def test_a_walk_can_be_read() -> None:
    lines = run("--list", "models.retrieve")

    assert lines[0] == "core/endpoint.py"
    assert any(line.strip().startswith("Driver.send:") for line in lines)
