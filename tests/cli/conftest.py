from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer")

from typer.testing import CliRunner, Result

from claude_client.cli.app import app
from claude_client.sandbox import Sandbox


@pytest.fixture(scope="module")
def served() -> Iterator[Sandbox]:
    with Sandbox(past_days=3) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(served: Sandbox) -> Sandbox:
    served.reset()
    return served


@pytest.fixture
def run(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """The program in this process, its output in a pipe: `run("ask", "Hello", stdin="...")`."""
    monkeypatch.setenv("ANTHROPIC_BASE_URL", sandbox.url)
    monkeypatch.setenv("ANTHROPIC_API_KEY", sandbox.api_key)
    monkeypatch.setenv("ANTHROPIC_ADMIN_API_KEY", sandbox.admin_api_key)
    monkeypatch.setenv("CLAUDE_CLIENT_CHATS", str(tmp_path / "chats"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes = "") -> Any:
        return CliRunner().invoke(app, arguments, input=stdin, prog_name="claude-client")

    return run
