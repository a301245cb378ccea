"""What `docs/reliability.md` promises is shown by tests that are there, and the soak runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)


def test_every_promise_names_tests_and_all_of_them_are_there() -> None:
    files = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    there = {name for text in files for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}
    named = {
        promise: re.findall(r"`(test_\w+)`", tests) for promise, tests in ROWS if promise not in ("promise", "---")
    }

    assert len(named) > 30
    assert [promise for promise, tests in named.items() if not tests] == []
    assert sorted({test for tests in named.values() for test in tests} - there) == []


def test_a_short_soak_ends_well_and_leaves_nothing() -> None:
    arguments = ["--streams", "60", "--at-a-time", "20", "--seconds", "3", "--seed", "7"]
    command = [sys.executable, "-m", "benchmarks.soak", *arguments]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("left: 0 sockets, 0 tasks, 0 threads, 0 complaints") == 2, done.stdout + done.stderr
    assert "! " not in done.stdout
