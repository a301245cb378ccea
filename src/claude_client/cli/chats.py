"""Conversations on disk: one file of JSON each, readable by its owner alone, replaced as a whole."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timezone
from errno import EACCES
from pathlib import Path
from typing import Any, TypeGuard, cast

from .failures import UsageError
from .inputs import parse_json

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
        first: str = self.messages[0]["content"] if self.messages else ""
        return " ".join(first.split())[:60]

    def save(self) -> None:
        """Write the file atomically: it has the conversation before this turn or after it."""
        folder = make_folder()
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


def make_folder() -> Path:
    """The folder of conversations, which is made where it is missing.

    Raises:
        OSError: It cannot be made, or nothing can be written into it.
    """
    folder = chats_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not os.access(folder, os.W_OK):
        raise PermissionError(EACCES, "nothing can be written into this folder", str(folder))
    return folder


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
        saved: object = parse_json(path.read_bytes(), str(path))
    except FileNotFoundError:
        raise UsageError(
            f"there is no conversation {name!r}: `claude-client chat --list` shows those there are"
        ) from None
    except UsageError:
        saved = None
    if not _is_chat(saved):
        raise UsageError(f"{path} is not a conversation that was saved here")
    return Chat(name, saved["model"], saved.get("system"), saved["messages"])


def _is_chat(saved: object) -> TypeGuard[dict[str, Any]]:
    if not isinstance(saved, dict):
        return False
    found = cast("dict[str, Any]", saved)
    messages, system = found.get("messages"), found.get("system")
    return (
        isinstance(found.get("model"), str)
        and (system is None or isinstance(system, str))
        and isinstance(messages, list)
        and all(map(_is_turn, cast("list[object]", messages)))
    )


def _is_turn(message: object) -> bool:
    if not isinstance(message, dict):
        return False
    found = cast("dict[str, Any]", message)
    return found.get("role") in ("user", "assistant") and isinstance(found.get("content"), str)


def list_chats() -> Iterator[tuple[Chat, datetime]]:
    """All conversations and when they were last changed, the newest first."""
    found: list[tuple[float, Path]] = []
    for path in chats_folder().glob("*.json"):
        with suppress(OSError):  # deleted meanwhile, or a link that leads nowhere
            found.append((path.stat().st_mtime, path))
    for changed, path in sorted(found, reverse=True):
        try:
            yield load(path.stem), datetime.fromtimestamp(changed, timezone.utc)
        except (UsageError, OSError):
            continue  # a file of another program, a folder, or what this user may not read
