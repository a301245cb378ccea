"""The recipes of docs/guides/testing.md are test files, and pass as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claude_client.sandbox import Sandbox

pytest_plugins = ["pytester"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guides" / "testing.md"


def files() -> dict[str, str]:
    """The files on the page, by the names behind their language."""
    return dict(re.findall(r"^```python (\S+)\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE))


def test_every_recipe_passes(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    for name, source in files().items():
        Path(pytester.path, name).write_text(source, "utf-8")
    with Sandbox() as real, monkeypatch.context() as environment:
        real.reply("It is Paris.")
        environment.setenv("ANTHROPIC_API_KEY", real.api_key)
        plugins = ("-W", "error", "-p", "claude_client", "-p", "anyio", "--strict-markers")
        pytester.runpytest_subprocess(
            *plugins, "--claude-record", f"--claude-upstream={real.url}", "test_recorded.py"
        ).assert_outcomes(passed=1)

    result = pytester.runpytest_subprocess(*plugins)

    outcomes = result.parseoutcomes()
    assert {"failed", "errors"}.isdisjoint(outcomes), result.stdout.str()
    written = re.findall(r"^(?:async )?def test_", "".join(files().values()), re.MULTILINE)
    assert outcomes["passed"] >= len(written) > 10
