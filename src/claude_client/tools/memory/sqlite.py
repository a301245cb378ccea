"""`SQLiteMemoryTool`: a memory in a database, which several programs may use at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..results import ToolError
from .storage import Entry, Parts, StoredMemoryTool

if TYPE_CHECKING:
    from ...types import CacheControlEphemeralParam

_FILE_MODE: Final = 0o600
_WAIT_SECONDS: Final = 30.0
"""How long a command waits for another program that writes."""
_SCHEMA: Final = """
    CREATE TABLE IF NOT EXISTS memory_files (
        namespace TEXT NOT NULL, path TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (namespace, path)
    ) WITHOUT ROWID
"""
# What is below a directory is between its path with a slash, and with the character behind the slash.
_SIZE: Final = "SELECT length(CAST(text AS BLOB)) FROM memory_files WHERE namespace = ? AND path = ?"
_HAS_BELOW: Final = "SELECT 1 FROM memory_files WHERE namespace = ? AND path > ? AND path < ? LIMIT 1"
_LIST: Final = "SELECT path, length(CAST(text AS BLOB)) FROM memory_files WHERE namespace = ? AND path > ? AND path < ?"
_READ: Final = "SELECT text FROM memory_files WHERE namespace = ? AND path = ?"
_CREATE: Final = "INSERT INTO memory_files VALUES (?, ?, ?)"
_WRITE: Final = "INSERT OR REPLACE INTO memory_files VALUES (?, ?, ?)"
_DELETE: Final = "DELETE FROM memory_files WHERE namespace = ? AND (path = ? OR path > ? AND path < ?)"
_MOVE: Final = (
    "UPDATE memory_files SET path = ? || substr(path, ?) WHERE namespace = ? AND (path = ? OR path > ? AND path < ?)"
)


class SQLiteMemoryTool(StoredMemoryTool):
    """A memory in an SQLite database: `SQLiteMemoryTool("memory.db", namespace="user-1")`.

    Each command is a transaction, so that programs which share the database lose nothing to each other. A directory is
    there as long as a file is in it.

    API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/memory-tool
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        namespace: str = "",
        cache_control: CacheControlEphemeralParam | None = None,
    ) -> None:
        """Args:
        path: The database, which is made where it is not there, for its owner alone; `:memory:` for none that stays.
        namespace: Whose memory this is. The model sees nothing of other namespaces.
        cache_control: Keep the prompt up to the tool in the cache.

        Raises:
            sqlite3.Error: The file is no database, or cannot be made.
        """
        super().__init__(cache_control=cache_control)
        self.namespace: str = namespace
        if os.fspath(path) != ":memory:":
            Path(path).touch(_FILE_MODE, exist_ok=True)
        # Calls come from several threads, one at a time.
        self._database = sqlite3.connect(path, timeout=_WAIT_SECONDS, check_same_thread=False, isolation_level=None)
        self._database.execute(_SCHEMA)

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._database.close()

    @contextmanager
    def change(self) -> Generator[None]:
        """One transaction."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def find_entry(self, parts: Parts) -> Entry | None:
        name = parts[-1] if parts else ""
        row = self._database.execute(_SIZE, (self.namespace, "/".join(parts))).fetchone()
        if row is not None:
            return Entry(name, is_directory=False, size=row[0])
        has_below = self._database.execute(_HAS_BELOW, (self.namespace, *_bounds(parts))).fetchone() is not None
        return Entry(name, is_directory=True, size=0) if has_below or not parts else None

    def list_entries(self, parts: Parts) -> Iterable[Entry]:
        found: dict[str, Entry] = {}
        for path, size in self._database.execute(_LIST, (self.namespace, *_bounds(parts))):
            name, *deeper = path.split("/")[len(parts) :]
            found[name] = Entry(name, is_directory=bool(deeper), size=0 if deeper else size)
        return found.values()

    def read_text(self, parts: Parts) -> str:
        row = self._database.execute(_READ, (self.namespace, "/".join(parts))).fetchone()
        if row is None:
            raise FileNotFoundError("/".join(parts))
        text: str = row[0]
        return text

    def write_text(self, parts: Parts, text: str, *, is_new: bool) -> None:
        try:
            self._database.execute(_CREATE if is_new else _WRITE, (self.namespace, "/".join(parts), text))
        except sqlite3.IntegrityError as error:
            raise FileExistsError("/".join(parts)) from error
        except UnicodeEncodeError:
            raise ToolError("The text contains half of a surrogate pair, and cannot be kept.") from None

    def delete_entry(self, parts: Parts) -> None:
        self._database.execute(_DELETE, (self.namespace, "/".join(parts), *_bounds(parts)))

    def move_entry(self, old: Parts, new: Parts) -> None:
        before, after = "/".join(old), "/".join(new)
        self._database.execute(_MOVE, (after, len(before) + 1, self.namespace, before, *_bounds(old)))


def _bounds(parts: Parts) -> tuple[str, str]:
    """What the paths below a directory are between."""
    path = "/".join(parts)
    return (f"{path}/", f"{path}0") if parts else ("", "\U0010ffff")
