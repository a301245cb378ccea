from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def config_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The directory of profiles, in a home of the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path / ".config"))
    return tmp_path / ".config" / "anthropic"


@pytest.fixture
def write(config_dir: Path) -> Callable[..., Path]:
    """Writes a file of the directory of profiles."""

    def write(name: str, value: Any, mode: int = 0o600) -> Path:
        path = config_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else json.dumps(value))
        path.chmod(mode)
        return path

    return write


@pytest.fixture
def identity_token(tmp_path: Path) -> Path:
    """The file of an identity token."""
    path = tmp_path / "identity-token"
    path.write_text("header.payload.signature\n")
    return path
