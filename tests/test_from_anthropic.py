"""The same program prints the same with the official package and with this one, against the same sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claude_client.sandbox import API_KEY, Sandbox

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "from_anthropic.py"
OFFICIAL = ROOT / ".venv-peer" / "bin" / "python"
OF_THE_OFFICIAL_PACKAGE = {
    "import claude_client as anthropic": "import anthropic",
    "from claude_client.types": "from anthropic.types",
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def printed(python: Path | str, program: Path, sandbox: Sandbox) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    environment = {**kept, "ANTHROPIC_BASE_URL": sandbox.url, "ANTHROPIC_API_KEY": API_KEY}
    done = subprocess.run([python, program], env=environment, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.skipif(not OFFICIAL.exists(), reason="scripts/test installs the official package; this run did without")
def test_typical_code_for_the_official_package_does_the_same_with_its_import_changed(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    source = EXAMPLE.read_text()
    for ours, theirs in OF_THE_OFFICIAL_PACKAGE.items():
        assert ours in source
        source = source.replace(ours, theirs)
    program = tmp_path / "official.py"
    program.write_text(source)

    assert printed(OFFICIAL, program, sandbox) == printed(sys.executable, EXAMPLE, sandbox)
