"""Conversations on disk: one file of JSON each, readable by its owner alone, replaced as a whole."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, cast

from .failures import UsageError

VARIABLE = "CLAUDE_CLIENT_CHATS"
"""Names another folder for conversations."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def chats_folder() -> Path:
    """Where conversations are kept."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home())
    else:
        base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base) / "claude-client" / "chats"


@dataclass
class Chat:
    """A conversation: its settings, and the turns so far."""

    name: str
    model: str
    system: str | None = None
    messages: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    @property
    def path(self) -> Path:
        """Its file."""
        return chats_folder() / f"{self.name}.json"

    @property
    def title(self) -> str:
        """The first words that were said."""
        first = self.messages[0]["content"] if self.messages else ""
        text = first if isinstance(first, str) else " ".join(block.get("text", "") for block in first)
        return " ".join(text.split())[:60]

    def save(self) -> None:
        """Write the file atomically: it has the conversation before this turn or after it."""
        folder = chats_folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fields = {"model": self.model, "system": self.system, "messages": self.messages}
        # `NamedTemporaryFile` makes files that their owner alone can read.
        with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".new", encoding="utf-8", delete=False) as file:
            try:
                json.dump(fields, file, ensure_ascii=False, indent=1)
                file.close()
                Path(file.name).replace(self.path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise


def new_name(now: datetime | None = None) -> str:
    """A name for a conversation that was given none: the time, to the second."""
    return (now or datetime.now(timezone.utc).astimezone()).strftime("%Y-%m-%d-%H%M%S")


def check_name(name: str) -> str:
    """`name`, which becomes the name of a file.

    Raises:
        UsageError: It cannot be one.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"invalid name of a conversation {name!r}: expected letters, digits, '.', '_' and '-'")
    return name


def load(name: str) -> Chat:
    """The conversation of that name.

    Raises:
        UsageError: There is none, or its file is not a conversation.
    """
    path = chats_folder() / f"{check_name(name)}.json"
    try:
        saved: object = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise UsageError(
            f"there is no conversation {name!r}: `claude-client chat --list` shows those there are"
        ) from None
    except ValueError:
        saved = None
    if not isinstance(saved, dict) or not isinstance(cast("dict[str, Any]", saved).get("messages"), list):
        raise UsageError(f"{path} is not a conversation that was saved here")
    found = cast("dict[str, Any]", saved)
    return Chat(name, str(found.get("model")), found.get("system"), found["messages"])


def list_chats() -> Iterator[tuple[Chat, datetime]]:
    """All conversations and when they were last changed, the newest first."""
    files = [(path.stat().st_mtime, path) for path in chats_folder().glob("*.json")]
    for changed, path in sorted(files, reverse=True):
        try:
            yield load(path.stem), datetime.fromtimestamp(changed, timezone.utc)
        except UsageError:
            continue  # a file of another program
