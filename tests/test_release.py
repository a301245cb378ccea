"""What a release is made of: metadata, README, notes."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = {"repository": "https://example.com/claude-client", "install": "claude-client"}


@pytest.fixture(scope="module")
def metadata() -> Any:
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("release_metadata", ROOT / "scripts" / "metadata.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_link_of_the_readme_works_outside_the_repository(metadata: Any) -> None:
    text = metadata.make_readme((ROOT / "README.md").read_text("utf-8"), SETTINGS)

    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r"(?:src|srcset)=\"([^\"]+)\"", text)
    assert targets
    assert [target for target in targets if not target.startswith(("https://", "#"))] == []
    assert "pip install '.[" not in text


def test_pictures_are_the_files_and_links_their_pages(metadata: Any) -> None:
    text = '![Chart](docs/a.svg) [Guide](docs/a.md) [Web](https://example.org) <img alt="x" src="docs/b.png">'

    assert metadata.make_readme(text, SETTINGS) == (
        "![Chart](https://example.com/claude-client/raw/main/docs/a.svg) "
        "[Guide](https://example.com/claude-client/blob/main/docs/a.md) [Web](https://example.org) "
        '<img alt="x" src="https://example.com/claude-client/raw/main/docs/b.png">'
    )


def test_the_repository_is_named_in_one_place() -> None:
    address = re.search(r'^repository = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert address is not None

    listed = subprocess.run(["git", "grep", "-l", "-F", address[1]], cwd=ROOT, capture_output=True, text=True)

    if listed.returncode == 128:
        pytest.skip("not a clone")
    assert listed.stdout.split() == ["pyproject.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for Bash")
@pytest.mark.parametrize(
    ("version", "problem"), [("9.9.9", "the tag says 9.9.9"), (None, "CHANGELOG.md has no")], ids=["another", "unnamed"]
)
def test_a_release_is_refused_whose_numbers_do_not_agree(tmp_path: Path, version: str | None, problem: str) -> None:
    (tmp_path / "src" / "claude_client").mkdir(parents=True)
    (tmp_path / "src" / "claude_client" / "__init__.py").write_text('__version__ = "1.2.3"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- Something.\n\n## 1.2.2 (2026-01-01)\n")
    (tmp_path / "scripts").mkdir()
    for name in ("release", "environment.sh"):
        (tmp_path / "scripts" / name).write_bytes((ROOT / "scripts" / name).read_bytes())

    done = subprocess.run(
        ["bash", "scripts/release", "check", version or "1.2.3"], cwd=tmp_path, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert problem in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for Bash")
def test_the_notes_of_a_release_are_its_part_of_the_changelog(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.3 (2026-01-02)\n\n- New.\n\n## 1.2.2\n\n- Old.\n")
    (tmp_path / "scripts").mkdir()
    for name in ("release", "environment.sh"):
        (tmp_path / "scripts" / name).write_bytes((ROOT / "scripts" / name).read_bytes())

    done = subprocess.run(["bash", "scripts/release", "notes", "1.2.3"], cwd=tmp_path, capture_output=True, text=True)

    assert done.stdout.strip() == "- New."
