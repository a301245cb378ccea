"""What `importlib.metadata` tells of the package that this one stands for."""

from __future__ import annotations

from importlib.metadata import Distribution
from pathlib import Path

from .names import OFFICIAL, OFFICIAL_VERSION


class StandIn(Distribution):
    """`anthropic`, which is not installed: its name and version, no files and no requirements."""

    def read_text(self, filename: str) -> str | None:
        """The metadata; nothing for any other file."""
        if filename != "METADATA":
            return None
        return (
            f"Metadata-Version: 2.1\nName: {OFFICIAL}\nVersion: {OFFICIAL_VERSION}\n"
            "Summary: claude_client.dropin in the place of the official package\n"
        )

    def locate_file(self, path: object) -> Path:
        """Where the file would be, beside this package."""
        return Path(__file__).resolve().parents[2] / str(path)
