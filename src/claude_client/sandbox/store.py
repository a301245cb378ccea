"""What a sandbox remembers: JSON objects by kind and id, the bytes of files, and counts of what was used.

One SQLite database, in a file of the user's or in a temporary one of SQLite's own, which it holds in memory while it is
small. A write is on disk when the method returns, or at the end of the `transaction` around it; a killed process loses
nothing that it acknowledged.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

from .json_utils import Object
from .private_files import make_private

CHUNK_BYTES: Final = 1 << 20
_ROWS_AT_ONCE: Final = 100
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS objects (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL, value TEXT NOT NULL,
    UNIQUE (kind, parent, id)
);
CREATE INDEX IF NOT EXISTS objects_by_parent ON objects (kind, parent, position);
CREATE TABLE IF NOT EXISTS contents (
    id TEXT NOT NULL, part INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (id, part)
);
CREATE TABLE IF NOT EXISTS used (
    minute TEXT NOT NULL, what TEXT NOT NULL, name TEXT NOT NULL, amount INTEGER NOT NULL,
    PRIMARY KEY (minute, what, name)
);
"""


class Store:
    """The memory of a sandbox.

    Args:
        path: The SQLite file, readable by its owner alone; None for a temporary one.

    Raises:
        OSError: The file can not be made.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.RLock()
        if path is not None and path.name != ":memory:":
            make_private(path)
        self._database = sqlite3.connect(
            "" if path is None else path, isolation_level=None, check_same_thread=False, timeout=30
        )
        self._depth = 0
        # Other processes may serve the same file. NORMAL is safe against a killed process, not against a power cut.
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.executescript(_TABLES)

    def close(self) -> None:
        with self._lock:
            self._database.close()

    def clear(self) -> None:
        """Forget everything."""
        with self.transaction():
            for table in ("objects", "contents", "used"):
                self._database.execute(f"DELETE FROM {table}")  # noqa: S608  a name from above

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Everything inside is kept, or nothing of it."""
        with self._lock:
            if self._depth == 0:
                self._database.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._database.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._database.execute("COMMIT")

    # ---- objects

    def put(self, kind: str, id: str, value: Object, parent: str = "") -> None:
        """Keep `value`; one of the same kind, parent and id gives its place to it."""
        self.put_all(kind, [(id, value)], parent)

    def put_all(self, kind: str, values: Iterable[tuple[str, Object]], parent: str = "") -> None:
        rows = ((kind, id, parent, json.dumps(value)) for id, value in values)
        with self.transaction():
            self._database.executemany(
                "INSERT INTO objects (kind, id, parent, value) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (kind, parent, id) DO UPDATE SET value = excluded.value",
                rows,
            )

    def get(self, kind: str, id: str, parent: str = "") -> Object | None:
        rows = self._rows("SELECT value FROM objects WHERE kind = ? AND parent = ? AND id = ?", kind, parent, id)
        return cast("Object", json.loads(rows[0][0])) if rows else None

    def delete(self, kind: str, id: str, parent: str = "") -> bool:
        """Forget one object; says whether it was there."""
        with self._lock:
            done = self._database.execute(
                "DELETE FROM objects WHERE kind = ? AND parent = ? AND id = ?", (kind, parent, id)
            )
            return done.rowcount > 0

    def delete_below(self, kind: str, parent: str) -> None:
        with self._lock:
            self._database.execute("DELETE FROM objects WHERE kind = ? AND parent = ?", (kind, parent))

    def delete_children(self, parent: str) -> None:
        """Forget what is below an object, of whatever kind."""
        with self._lock:
            self._database.execute("DELETE FROM objects WHERE parent = ?", (parent,))

    def all(self, kind: str, parent: str = "") -> list[Object]:
        """Every object of a kind, in the order in which they were first kept."""
        rows = self._rows("SELECT value FROM objects WHERE kind = ? AND parent = ? ORDER BY position", kind, parent)
        return [json.loads(value) for (value,) in rows]

    def some(self, kind: str, parent: str, after: int, most: int) -> list[tuple[int, Object]]:
        """Up to `most` objects behind the position `after`, each with its position."""
        rows = self._rows(
            "SELECT position, value FROM objects WHERE kind = ? AND parent = ? AND position > ? "
            "ORDER BY position LIMIT ?",
            kind, parent, after, most,
        )  # fmt: skip
        return [(position, json.loads(value)) for position, value in rows]

    def position(self, kind: str, id: str, parent: str = "") -> int | None:
        """The place of an object in the order in which they were first kept."""
        rows = self._rows("SELECT position FROM objects WHERE kind = ? AND parent = ? AND id = ?", kind, parent, id)
        return int(rows[0][0]) if rows else None

    def behind(self, kind: str, parent: str, place: int | None, *, descending: bool) -> Iterator[tuple[int, Object]]:
        """The objects behind a position, or all, each with its position; read a few at a time."""
        sign, order = ("<", "DESC") if descending else (">", "ASC")
        at = place if place is not None else (1 << 62 if descending else -1)
        query = (
            f"SELECT position, value FROM objects WHERE kind = ? AND parent = ? AND position {sign} ? "  # noqa: S608
            f"ORDER BY position {order} LIMIT {_ROWS_AT_ONCE}"
        )
        while rows := self._rows(query, kind, parent, at):
            for position, value in rows:
                yield position, json.loads(value)
            at = rows[-1][0]

    def next_ids(self, kind: str, parent: str, most: int) -> list[str]:
        """The ids of the first objects below `parent`."""
        rows = self._rows(
            "SELECT id FROM objects WHERE kind = ? AND parent = ? ORDER BY position LIMIT ?", kind, parent, most
        )
        return [id for (id,) in rows]

    def count(self, kind: str, parent: str = "") -> int:
        return int(self._rows("SELECT COUNT(*) FROM objects WHERE kind = ? AND parent = ?", kind, parent)[0][0])

    # ---- contents

    def append(self, id: str, part: int, data: bytes) -> None:
        """Keep the bytes of part number `part`; parts are numbered from 0."""
        with self._lock:
            self._database.execute("INSERT INTO contents VALUES (?, ?, ?)", (id, part, data))

    def write(self, id: str, data: bytes) -> None:
        with self.transaction():
            for part, start in enumerate(range(0, len(data), CHUNK_BYTES)):
                self.append(id, part, data[start : start + CHUNK_BYTES])

    def parts(self, id: str) -> Iterator[bytes]:
        part = 0
        while rows := self._rows("SELECT data FROM contents WHERE id = ? AND part = ?", id, part):
            yield rows[0][0]
            part += 1

    def read(self, id: str) -> bytes:
        return b"".join(self.parts(id))

    def erase(self, id: str) -> None:
        with self._lock:
            self._database.execute("DELETE FROM contents WHERE id = ?", (id,))

    # ---- counts

    def use(self, minute: str, what: Mapping[str, str | None], amounts: Mapping[str, int]) -> None:
        """Add `amounts` to what was used of `what` in `minute`."""
        key = json.dumps(what, sort_keys=True)
        with self.transaction():
            self._database.executemany(
                "INSERT INTO used VALUES (?, ?, ?, ?) "
                "ON CONFLICT (minute, what, name) DO UPDATE SET amount = amount + excluded.amount",
                [(minute, key, name, amount) for name, amount in amounts.items() if amount],
            )

    def read_usage(self, start: str, end: str) -> list[tuple[str, dict[str, str | None], str, int]]:
        """What was used from minute `start` until before `end`: minute, what, name of the amount, amount."""
        rows = self._rows(
            "SELECT minute, what, name, amount FROM used WHERE minute >= ? AND minute < ? ORDER BY minute, what, name",
            start, end,
        )  # fmt: skip
        return [(minute, json.loads(what), name, amount) for minute, what, name, amount in rows]

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        with self._lock:
            return self._database.execute(query, values).fetchall()
