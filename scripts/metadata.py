"""What the metadata of a release is made of: the links of the project, and a README that works outside the repository.

Read by hatchling when the package is built. The address of the repository stands in `pyproject.toml`, under
`[tool.claude-client]`, and nowhere else.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

try:
    import tomllib
except ImportError:  # Python 3.10; hatchling depends on it
    import tomli as tomllib

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!\w+:|#)([^)\s]+)\)")
_PICTURE = re.compile(r"(<(?:img|source)\b[^>]*?\b(?:src|srcset)=\")(?!\w+:)([^\"\s]+)(?=\")")


class MetadataHook(MetadataHookInterface):
    """Adds `urls` and `readme`."""

    def update(self, metadata: dict[str, Any]) -> None:
        settings = read_settings(Path(self.root))
        repository = settings["repository"]
        metadata["urls"] = {
            "Homepage": repository,
            "Documentation": f"{repository}/tree/main/docs",
            "Changelog": f"{repository}/blob/main/CHANGELOG.md",
            "Source": repository,
            "Issues": f"{repository}/issues",
        }
        text = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": make_readme(text, settings)}


def read_settings(root: Path) -> dict[str, str]:
    """The table `[tool.claude-client]` of `pyproject.toml`."""
    table: dict[str, str] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["claude-client"]
    return table


def make_readme(text: str, settings: dict[str, str]) -> str:
    """The README for a reader without a clone: absolute links, and the package installed from where it is to be had."""
    pages, raw = f"{settings['repository']}/blob/main/", f"{settings['repository']}/raw/main/"
    text = _LINK.sub(lambda m: f"{m[1]}[{m[2]}]({raw if m[1] else pages}{m[3]})", text)
    text = _PICTURE.sub(lambda m: f"{m[1]}{raw}{m[2]}", text)
    return install_from(text, settings["install"])


def install_from(text: str, source: str) -> str:
    """`text`, with `pip install '.[...]'` as it is said where there is no clone."""
    return re.sub(r"(pip install ')\.(?=\[)", rf"\g<1>{source}", text)
