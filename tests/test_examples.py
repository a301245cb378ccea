"""The examples run as a user runs them, on the sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run(example: Path, folder: Path) -> str:
    """What an example prints; it has to end well, and without a warning."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    environment = {**kept, "ANTHROPIC_BASE_URL": "sandbox:", "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, example],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.py")), ids=lambda example: example.name)
def test_an_example_runs_on_the_sandbox_in_any_folder(example: Path, tmp_path: Path) -> None:
    printed = run(example, tmp_path)

    assert printed


def test_the_quickstart_tells_what_happened_in_each_step(tmp_path: Path) -> None:
    printed = run(EXAMPLES / "quickstart.py", tmp_path)

    for told in (
        "Why does the sea look blue?",
        "the last of 20 answers",
        "it ended with end_turn",
        "image/png, 320 x 200 pixels",
        "application/pdf, 1 page",
        "get_high_tide({'harbour': 'Galway'}) is called",
        "The tool get_high_tide answered: 18:42.",
        "This program has ",
        "NotFoundError",
        "status 404",
    ):
        assert told in printed
