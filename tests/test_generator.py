from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claude_client import types

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("generator", ["generate_types.py", "generate_resources.py", "generate_reference.py"])
def test_what_is_committed_is_what_the_generator_writes(generator: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / generator), "--check"]
    check = subprocess.run(command, capture_output=True, text=True, check=False)

    assert check.returncode == 0, check.stdout + check.stderr


def test_every_sentence_is_said_of_something() -> None:
    table = tomllib.loads((ROOT / "scripts/facts/docstrings.toml").read_text())
    owners = {name for name, fields in table["fields"].items() if isinstance(fields, dict)}

    for name in {*table["types"], *owners}:
        assert name in types.__all__ or f"{name}Param" in types.__all__, name
