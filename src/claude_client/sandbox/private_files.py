"""Files that only their owner may read: what is kept of prompts and replies can be as secret as a key."""

from __future__ import annotations

import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

logger: logging.Logger = logging.getLogger("claude_client.sandbox")

MODE: Final = 0o600
_BESIDE: Final = ("", "-wal", "-shm", "-journal")
"""The files of an SQLite database. SQLite gives those that it makes the mode of the first one."""


def make_private(path: Path) -> None:
    """Make the SQLite file at `path` one that only its owner may read, with the files beside it.

    Raises:
        OSError: It is not there and can not be made.
    """
    with suppress(FileExistsError):
        # Only a new file is opened here: closing one that is in use would take away the locks that SQLite has on it.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, MODE))
    for suffix in _BESIDE:
        beside = path.with_name(path.name + suffix)
        try:
            beside.chmod(MODE)
        except FileNotFoundError:
            continue
        except OSError as error:  # it is somebody else's, or the file system has no modes
            logger.warning("%s can be read by others: its mode could not be set to 0600 (%s)", beside, error.strerror)


def write_private(path: Path, text: str) -> None:
    """Write a whole file, of mode 0600: a reader sees what was there before or all of `text`, and nothing between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
