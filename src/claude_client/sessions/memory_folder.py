"""The folder of a memory store on this machine: a file for each memory, and a marker that says whose it is.

The agent's tools write here, so nothing is taken for granted: links are neither followed nor read, and what is no
regular file is passed over. All functions block; flows call them by `Do`. It needs a POSIX system.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Final

from ..core.logs import logger

MARKER: Final = ".anthropic-memory-store"
"""A file beside the memories; a folder without it, or with that of another store, is not synchronised."""
MAX_MEMORY_BYTES: Final = 16 * 1024 * 1024
"""More than the API takes as a memory."""
_OWNER_ONLY: Final = 0o700


class MemoryStoreError(Exception):
    """A session's memory store cannot be put on this machine; the message says why. Its item of work fails."""


class MemoryStoreBusyError(MemoryStoreError):
    """Another worker on this machine has the memory store. Its item goes back to the queue."""


class MemoryFolder:
    """Files below one directory, by their paths in it."""

    def __init__(self, path: str | os.PathLike[str], store_id: str) -> None:
        """Args:
        path: The directory, which is not to be there yet.
        store_id: The memory store that it belongs to.
        """
        self.path: Path = Path(path)
        self.marker: str = f"version 1\n{store_id}"
        self._lock: int | None = None
        self._made = False

    # ---- the folder as a whole ----

    def create(self) -> None:
        """Make the folder and mark it.

        Raises:
            MemoryStoreError: There is something already, other than what a killed worker left; or it cannot be made.
            MemoryStoreBusyError: Another worker has it.
        """
        try:
            if os.path.lexists(self.path):
                self._put_aside()
            self.path.mkdir(_OWNER_ONLY, parents=True)
            self._made = True
            self.mark()
        except OSError as error:
            raise MemoryStoreError(
                f"the folder {self.path} of a memory store cannot be made: {error.strerror or error}"
            ) from error

    def _put_aside(self) -> None:
        """Rename what an earlier worker left here, so that what was not synchronised is not lost.

        Raises:
            MemoryStoreError: It is something else, or its worker is still running.
        """
        if self.path.is_dir() and not self.path.is_symlink() and not any(self.path.iterdir()):
            return self.path.rmdir()
        if self._read_marker() != self.marker:
            raise MemoryStoreError(
                f"there is something at {self.path}, where a memory store belongs: nothing may be there when a session"
                " starts"
            )
        lock = _lock(self.path / MARKER)
        if lock is None:
            raise MemoryStoreBusyError(f"another worker on this machine has the memory store at {self.path}")
        os.close(lock)
        aside = self.path.with_name(f"{self.path.name}.left-{secrets.token_hex(4)}")
        self.path.rename(aside)
        logger.warning("an earlier worker left the memory store at %s: it is kept as %s", self.path, aside)
        return None

    def mark(self) -> None:
        """Make the folder again where it is gone, and write its marker."""
        self.path.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
        self.write(MARKER, self.marker)
        self._unlock()
        # Held for as long as this process lives, however it ends.
        self._lock = _lock(self.path / MARKER)

    def is_marked(self) -> bool:
        """Whether the marker is there and names this store."""
        return self._read_marker() == self.marker

    def _read_marker(self) -> str | None:
        try:
            return self.read(MARKER)
        except (OSError, ValueError):
            return None

    def remove(self) -> None:
        """Remove the folder, where it was made here and is still marked, or empty."""
        self._unlock()
        if self._made and (self.is_marked() or not self.scan()):
            shutil.rmtree(self.path, ignore_errors=True)
        elif self._made:
            logger.warning("the folder %s is not that of its memory store any more: it is left as it is", self.path)

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def scan(self) -> dict[str, str]:
        """The SHA-256 of each file by its path, without the marker; none where the folder is gone.

        Raises:
            OSError: A folder cannot be read: its files are not to be taken for deleted.
        """
        found: dict[str, str] = {}
        with suppress(FileNotFoundError, NotADirectoryError):
            root = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                for folder, _, names, directory in os.fwalk(".", dir_fd=root, onerror=_raise_unless_gone):
                    for name in names:
                        path = str(PurePosixPath(folder, name))
                        if path != MARKER and _is_text(path) and (digest := _digest(name, directory)) is not None:
                            found[path] = digest
            finally:
                os.close(root)
        return found

    # ---- single files ----

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file; None where there is none.

        Raises:
            OSError: Something else is there.
        """
        try:
            with self._parent(path) as (directory, name):
                os.stat(name, dir_fd=directory, follow_symlinks=False)
                return _digest(name, directory)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def read(self, path: str) -> str | None:
        """The text of a file; None where there is none.

        Raises:
            ValueError: It is not UTF-8, or too large for a memory.
            OSError: It is not a regular file.
        """
        try:
            with self._parent(path) as (directory, name):
                file = _open_file(name, directory)
        except (FileNotFoundError, NotADirectoryError):
            return None
        with os.fdopen(file, "rb") as opened:
            data = opened.read(MAX_MEMORY_BYTES + 1)
        if len(data) > MAX_MEMORY_BYTES:
            raise ValueError(f"{path} has more than {MAX_MEMORY_BYTES:,} bytes")
        return data.decode()  # whose error is a ValueError

    def write(self, path: str, text: str) -> None:
        """Write a file, whole or not at all. Folders below the root are made, the root is not.

        Raises:
            ValueError: The path leads out of the folder.
            OSError: It cannot be written.
        """
        with self._parent(path, make=True) as (directory, name):
            temporary = f".{secrets.token_hex(8)}.tmp"
            file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=directory)
            try:
                with os.fdopen(file, "wb") as opened:
                    opened.write(text.encode())
                os.replace(temporary, name, src_dir_fd=directory, dst_dir_fd=directory)
            except BaseException:
                with suppress(OSError):
                    os.unlink(temporary, dir_fd=directory)
                raise

    def delete(self, path: str, digest: str) -> str | None:
        """Delete a file that still has this SHA-256; the one that it has now where it differs."""
        now = self.digest(path)
        if now == digest:
            with self._parent(path) as (directory, name):
                os.unlink(name, dir_fd=directory)
            return None
        return now

    @contextmanager
    def _parent(self, path: str, *, make: bool = False) -> Generator[tuple[int, str]]:
        """The open directory of a file, each part of its path opened without following links, and its name."""
        parts = PurePosixPath(path.lstrip("/")).parts
        if not parts or ".." in parts or "\0" in path:
            raise ValueError(f"the path {path!r} leads out of its memory store")
        directory = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            for part in parts[:-1]:
                if make:
                    with suppress(FileExistsError):
                        os.mkdir(part, _OWNER_ONLY, dir_fd=directory)
                below = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=directory)
                os.close(directory)
                directory = below
            yield directory, parts[-1]
        finally:
            os.close(directory)


def _raise_unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _is_text(path: str) -> bool:
    """Whether a path is UTF-8, as the paths of memories are."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _open_file(name: str, directory: int) -> int:
    # A pipe does not block where it is opened so.
    file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=directory)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(f"{name} is not a regular file")
    return file


def _digest(name: str, directory: int) -> str | None:
    """The SHA-256 of a regular file; None for anything else."""
    try:
        if not stat.S_ISREG(os.stat(name, dir_fd=directory, follow_symlinks=False).st_mode):
            return None
        file = _open_file(name, directory)
    except OSError:
        return None
    digest = hashlib.sha256()
    with os.fdopen(file, "rb") as opened:
        while chunk := opened.read(1024 * 1024):
            digest.update(chunk)
    return digest.hexdigest()


def _lock(path: Path) -> int | None:
    """An open file that this process has locked; None where another has."""
    import fcntl

    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    return file
