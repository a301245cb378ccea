"""The benchmark that loads the sandbox still does; its figures are for a run of 30 seconds by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_many_streams_at_once_end_well() -> None:
    command = [sys.executable, "-m", "benchmarks.sandbox_load", "--streams", "20", "--seconds", "0.5"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)

    assert (done.returncode, done.stderr) == (0, "")
    assert ", 0 errors" in done.stdout
