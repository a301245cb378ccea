"""The examples run as a user runs them, on the sandbox."""

from __future__ import annotations

import ast
import os
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

from fork_server import ForkServer

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ALL = sorted(EXAMPLES.glob("*.py"))


def run(fork_server: ForkServer, example: Path, folder: Path) -> str:
    """What an example prints; it has to end well, and without a warning."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    addresses = dict.fromkeys((f"ANTHROPIC_{of}BASE_URL" for of in ("", "BEDROCK_", "VERTEX_")), "sandbox:")
    environment = {**kept, **addresses, "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}
    done = fork_server.run(example, cwd=folder, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


NEEDS = {
    "bedrock.py": "botocore",
    "browser.py": "playwright",
    "jobs_on_ray.py": "ray",
    "mcp_tools.py": "mcp",
    "openai_sdk.py": "openai",
}
"""What an example needs beside this package."""


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.name)
def test_an_example_runs_on_the_sandbox_in_any_folder(example: Path, tmp_path: Path, fork_server: ForkServer) -> None:
    if example.name in NEEDS and find_spec(NEEDS[example.name]) is None:
        pytest.skip(f"{example.name} needs {NEEDS[example.name]}")
    if example.name == "browser.py" and not any(map(which, ("chromium", "chromium-browser", "google-chrome"))):
        pytest.skip("browser.py needs a Chromium")

    printed = run(fork_server, example, tmp_path)

    assert printed


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.name)
def test_an_example_says_what_it_shows_in_less_than_sixty_lines(example: Path) -> None:
    source = example.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(source))
    assert len(source.splitlines()) < 60


def test_the_quickstart_tells_what_happened_in_each_step(tmp_path: Path, fork_server: ForkServer) -> None:
    printed = run(fork_server, EXAMPLES / "quickstart.py", tmp_path)

    for told in (
        "Why does the sea look blue?",
        "The last of 20 messages",
        "it ended with end_turn",
        "image/png, 320 x 200 pixels",
        "application/pdf, 1 page",
        "get_high_tide('Galway') is called",
        "The tool get_high_tide answered: 18:42.",
        "That question has 14 tokens.",
        "NotFoundError",
        "status 404",
    ):
        assert told in printed
