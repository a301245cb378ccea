from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from api_facts import operations
from claude_client import types

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "generator", ["generate_types.py", "generate_errors.py", "generate_resources.py", "generate_reference.py"]
)
def test_what_is_committed_is_what_the_generator_writes(generator: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / generator), "--check"]
    check = subprocess.run(command, capture_output=True, text=True, check=False)

    assert check.returncode == 0, check.stdout + check.stderr


def test_every_sentence_is_said_of_something() -> None:
    table = tomllib.loads((ROOT / "scripts/facts/docstrings.toml").read_text())
    owners = {name for name, fields in table["fields"].items() if isinstance(fields, dict)}

    for name in {*table["types"], *owners}:
        assert name in types.__all__ or f"{name}Param" in types.__all__, name


def test_every_sentence_about_a_method_or_resource_is_said_of_one_that_exists() -> None:
    table = tomllib.loads((ROOT / "scripts/facts/operations.toml").read_text("utf-8"))
    ids = {operation["operationId"] for *_, operation in operations()}
    resources = {id_.rpartition(".")[0] for id_ in ids}
    above = {".".join(id_.split(".")[:depth]) for id_ in resources for depth in range(1, id_.count(".") + 1)}

    assert {*table["operations"], *table["by_hand"]["operations"]} <= ids
    assert {*table["resources"]} <= resources | above
