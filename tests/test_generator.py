from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from claude_client import types

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = [sys.executable, str(ROOT / "scripts" / "generate_types.py")]


def test_the_committed_types_are_what_the_facts_give() -> None:
    check = subprocess.run([*GENERATOR, "--check"], capture_output=True, text=True, check=False)

    assert check.returncode == 0, check.stdout + check.stderr


def test_every_sentence_is_said_of_something() -> None:
    table = tomllib.loads((ROOT / "scripts/facts/docstrings.toml").read_text())
    owners = {name for name, fields in table["fields"].items() if isinstance(fields, dict)}

    for name in {*table["types"], *owners}:
        assert name in types.__all__ or f"{name}Param" in types.__all__, name


def test_every_operation_of_the_facts_fits_the_generator(tmp_path: Path) -> None:
    package = tmp_path / "claude_client"
    package.mkdir()
    (package / "__init__.py").touch()
    for module in (
        "_batched.py",
        "_message.py",
        "_model.py",
        "_official.py",
        "_parsed.py",
        "_tools.py",
        "request_options.py",
        "uploads.py",
    ):
        (package / "types").mkdir(exist_ok=True)
        (package / "types" / module).write_text((ROOT / "src/claude_client/types" / module).read_text())

    subprocess.run([*GENERATOR, "--all", str(package / "types")], check=True)

    # In a process of its own, which has not imported the package yet.
    script = (
        "from claude_client import types; [getattr(types, name) for name in types.__all__]; print(len(types.__all__))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > 1800
