"""What a job has done, kept in an SQLite file, so that it goes on where it was after a crash.

A result is in the file before it is handed on. The file can be read with plain `sqlite3`:

    SELECT id, status, attempts, model, input_tokens, output_tokens, result FROM items;
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..errors import ClaudeError
from ..types.cost import UsageTotals
from .items import JobResult, duplicate_id, read_message

if TYPE_CHECKING:
    from typing import BinaryIO

    from ..types import Message
    from .items import Batch, JobItem

APPLICATION_ID: Final = 0x436C4A62
"""In the header of the file: says to SQLite, and to us, whose file it is."""
VERSION: Final = 1

_SCHEMA: Final = """
CREATE TABLE items (
    id TEXT PRIMARY KEY,            -- of the request: the given one, or its place in the input
    request_hash TEXT NOT NULL,     -- SHA-256 of the parameters as sorted JSON; empty where they have no JSON form
    status TEXT NOT NULL,           -- succeeded, failed
    attempts INTEGER NOT NULL,      -- calls that the job made
    model TEXT,
    input_tokens INTEGER,           -- those of the cache included; with tools, of all messages
    output_tokens INTEGER,
    result TEXT,                    -- the message as JSON
    earlier_messages TEXT,          -- with tools: those before it, as a JSON array
    error TEXT,                     -- what a failed request came to
    batch INTEGER NOT NULL,         -- 1: at the price of batches
    finished_at TEXT NOT NULL       -- UTC
);
CREATE TABLE batches (
    number INTEGER PRIMARY KEY,     -- a row for each batch whose results are not all in `items`
    batch_id TEXT,                  -- NULL: submitted, and not known to have arrived
    prefix TEXT NOT NULL,           -- of its custom ids; behind it the place in `requests`
    submitted_at TEXT NOT NULL,     -- UTC
    requests TEXT NOT NULL          -- a JSON object: the hashes of the requests by their ids
);
"""

_FIND: Final = "SELECT rowid, status, request_hash, attempts, result, batch, earlier_messages FROM items WHERE id = ?"


class CheckpointError(ClaudeError):
    """The file of a checkpoint cannot be used, or could not be written.

    `results` are those that had come and are not in the file.
    """

    def __init__(self, message: str, results: Sequence[JobResult[Any]] = ()) -> None:
        super().__init__(message)
        self.results: list[JobResult[Any]] = list(results)


class Checkpoint:
    """The file of one job. Only one process writes to it at a time.

    Args:
        path: The file; it is made where it is missing.
        read: Makes of a message that was kept what the job hands on, such as one with its parsed output.
        said: What every request of the job has beside its parameters, as text. It counts for the hash of a request.

    Raises:
        CheckpointError: Another job uses it, it is not a checkpoint, or nothing can be written to it. Nothing was sent.
    """

    def __init__(
        self, path: str | os.PathLike[str], read: Callable[[Message], Message] | None = None, *, said: str = ""
    ) -> None:
        # Absolute, so that no name is one of those that SQLite reads otherwise, as `:memory:` and `file:...`.
        self.path: Path = Path(path).absolute()
        if self.path.is_dir():
            raise CheckpointError(f"the checkpoint {str(path)!r} is a folder: give the path of a file")
        self._read = read
        self._said = said.encode()
        self._unasked: set[str] = set()
        """Ids whose results came without being asked for in this run."""

        self._last_row: int = 0
        """The last one of earlier runs."""

        self._guard = threading.Lock()
        self._lock = _lock(self.path)
        try:
            self._database = self._open()
        except BaseException:
            self._lock.close()
            raise

    def _open(self) -> sqlite3.Connection:
        try:
            # Several threads use it in turn.
            database = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False, timeout=5)
        except sqlite3.Error as error:
            raise CheckpointError(f"cannot open the checkpoint {str(self.path)!r}: {error}") from error
        try:
            self._prepare(database)
        except sqlite3.Error as error:
            database.close()
            raise CheckpointError(f"cannot use the checkpoint {str(self.path)!r}: {error}") from error
        except BaseException:
            database.close()
            raise
        return database

    def _prepare(self, database: sqlite3.Connection) -> None:
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != APPLICATION_ID:
            raise CheckpointError(
                f"{str(self.path)!r} is a database of another program: give a file that is not there yet as checkpoint"
            )
        if tables and version != VERSION:
            raise CheckpointError(
                f"the checkpoint {str(self.path)!r} has version {version}, and this version of claude-client reads "
                f"{VERSION}: go on with the version that made it, or begin a new file"
            )
        if tables and _read_columns(database) != _expected_columns():
            raise CheckpointError(
                f"the checkpoint {str(self.path)!r} has tables of another form: its file was changed; begin a new one"
            )
        # A commit reaches the file without waiting for the disk: it survives the process, also where that is killed.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            database.executescript(
                f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; {_SCHEMA} COMMIT;"
            )
        # A full disk or a file without write permission shows now, before anything is paid for.
        database.executescript(
            "BEGIN IMMEDIATE; CREATE TABLE probe (room); INSERT INTO probe VALUES "
            "(zeroblob(65536)); DROP TABLE probe; COMMIT;"
        )
        (self._last_row,) = database.execute("SELECT coalesce(max(rowid), 0) FROM items").fetchone()

    def find(self, item: JobItem, *, may_repeat: bool = True) -> JobResult[Any] | None:
        """The result of a request that is done; None where it is to be made.

        Args:
            item: The request.
            may_repeat: Whether a request of this job may have had the same id.

        Raises:
            ValueError: This run has made a request of this id.
            CheckpointError: A request of this id is done, and it was another one.
        """
        if not self._last_row and not may_repeat:
            return None
        try:
            with self._guard:
                row = self._database.execute(_FIND, (item.id,)).fetchone()
        except UnicodeEncodeError:
            raise ValueError(f"invalid id {item.id!r}: it contains half of a surrogate pair") from None
        except sqlite3.Error as error:
            raise CheckpointError(f"cannot read the checkpoint {str(self.path)!r}: {error}") from error
        if row is None:
            return None
        number, status, request_hash, attempts, result, batch, earlier = row
        if number > self._last_row and item.id not in self._unasked:
            raise duplicate_id(item)
        if status != "succeeded":
            return None  # made again, changed or not
        if request_hash != self.hash_request(item):
            raise CheckpointError(
                f"the request {item.id!r} is not the one that the checkpoint {str(self.path)!r} has under this id: "
                "give it another id, or begin a new file"
            )
        try:
            message = read_message(result)
            earlier_messages = () if earlier is None else _read_messages(earlier)
        except (TypeError, ValueError, AttributeError) as error:
            raise CheckpointError(
                f"the result of the request {item.id!r} in the checkpoint {str(self.path)!r} cannot be read: its file "
                "was changed; delete the row to make the request again"
            ) from error
        if self._read is not None:
            message = self._read(message)
        return JobResult(
            item,
            message,
            None,
            attempts,
            from_checkpoint=True,
            batch=bool(batch),
            earlier_messages=earlier_messages,
        )

    def hash_request(self, item: JobItem) -> str:
        """The hash of a request, by which a changed one is noticed."""
        try:
            return item.request_hash(self._said)
        except (TypeError, ValueError, OSError, RecursionError):
            return ""  # it cannot be sent either, and has failed

    def save(self, results: Sequence[JobResult[Any]], hashes: Mapping[str, str] | None = None) -> None:
        """Write results, all or none of them.

        Args:
            results: The results.
            hashes: Those of the requests by their ids, where results are not of the input of this run: their batch was
                submitted by an earlier one, and they are paid for.

        Raises:
            CheckpointError: They could not be written; it has them.
        """
        known = hashes or {}
        self._unasked.update(known)
        rows = [_row(result, known.get(result.id) or self.hash_request(result.item)) for result in results]
        with self._guard:
            try:
                self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany(
                    "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    "strftime('%Y-%m-%dT%H:%M:%fZ'))",
                    rows,
                )
                self._database.execute("COMMIT")
            except sqlite3.Error as error:
                with suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                raise CheckpointError(
                    f"cannot write to the checkpoint {str(self.path)!r}: {error}; .results of this error has the "
                    "results",
                    results,
                ) from error

    def open_batches(self) -> list[Batch]:
        """The batches whose results are not all in the file."""
        from .items import Batch

        rows = self._database.execute("SELECT prefix, submitted_at, requests, number, batch_id FROM batches").fetchall()
        batches = [Batch(row[0], datetime.fromisoformat(row[1]), json.loads(row[2]), row[3], row[4]) for row in rows]
        found: list[Batch] = []
        for batch in batches:
            if all(map(self._has, batch.hashes)):
                self.remove_batch(batch)  # which a crash has prevented
            else:
                found.append(batch)
        return found

    def _has(self, id: str) -> bool:
        return self._database.execute("SELECT 1 FROM items WHERE id = ?", (id,)).fetchone() is not None

    def add_batch(self, batch: Batch) -> None:
        """Write down a batch before it is submitted.

        Raises:
            CheckpointError: It could not be written.
        """
        row = (batch.prefix, batch.submitted_at.isoformat(), json.dumps(batch.hashes))
        sql = "INSERT INTO batches (prefix, submitted_at, requests) VALUES (?, ?, ?)"
        batch.number = self._write(sql, row).lastrowid

    def name_batch(self, batch: Batch) -> None:
        """Write down the id that the API gave to a batch."""
        self._write("UPDATE batches SET batch_id = ? WHERE number = ?", (batch.batch_id, batch.number))

    def remove_batch(self, batch: Batch) -> None:
        """Remove a batch: it was not taken, or all of its results are in the file."""
        self._write("DELETE FROM batches WHERE number = ?", (batch.number,))

    def _write(self, sql: str, row: tuple[Any, ...]) -> sqlite3.Cursor:
        try:
            return self._database.execute(sql, row)
        except sqlite3.Error as error:
            raise CheckpointError(f"cannot write to the checkpoint {str(self.path)!r}: {error}") from error

    def close(self) -> None:
        """Close the file. More than once does no harm."""
        self._database.close()
        self._lock.close()


def _read_columns(database: sqlite3.Connection) -> list[list[str]]:
    """The names of the columns of both tables."""
    return [[row[1] for row in database.execute(f"PRAGMA table_info({table})")] for table in ("items", "batches")]


@lru_cache(maxsize=1)
def _expected_columns() -> list[list[str]]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_SCHEMA)
        return _read_columns(database)


def _row(result: JobResult[Any], request_hash: str) -> tuple[Any, ...]:
    message, totals = result.message, UsageTotals()
    result.count_usage(totals)
    has_usage = message is not None or result.earlier_messages
    return (
        result.id,
        request_hash,
        "failed" if message is None else "succeeded",
        result.attempts,
        None if message is None else str(message.model),
        totals.input_tokens if has_usage else None,
        totals.output_tokens if has_usage else None,
        None if message is None else message.to_json(indent=None),
        _write_messages(result.earlier_messages) if result.earlier_messages else None,
        None if result.error is None else json.dumps({"type": type(result.error).__name__, "text": str(result.error)}),
        int(result.batch),
    )


def _write_messages(messages: Sequence[Message]) -> str:
    return f"[{','.join(message.to_json(indent=None) for message in messages)}]"


def _read_messages(text: str) -> tuple[Message, ...]:
    return tuple(read_message(json.dumps(each)) for each in json.loads(text))


def _lock(path: Path) -> BinaryIO:
    """Keep other processes from the file. The system gives the lock back when this one ends, however it does."""
    beside = path.with_name(f"{path.name}.lock")
    try:
        file = beside.open("ab")
    except OSError as error:
        raise CheckpointError(f"cannot open the checkpoint {str(path)!r}: {error}") from error
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise CheckpointError(
            f"the checkpoint {str(path)!r} is in use by another job: wait for its end, or give another file"
        ) from error
    return file
