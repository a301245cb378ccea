"""Files of JSON lines that commands write."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from typing_extensions import Self

from ..rendering.terminal import visible
from .inputs import STDIN


class LineFile:
    """A file of lines, or standard output. Each line is there once it is written, whatever happens to the next.

    What a file had before stays until the first line is written: nothing is lost where the command fails before that.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self._is_emptied = False

    def __enter__(self) -> Self:
        is_stdout = str(self._path) == STDIN
        self._file = sys.stdout if is_stdout else self._path.open("a", encoding="utf-8", newline="\n")
        return self

    def write(self, line: str) -> None:
        """Write a line."""
        assert self._file is not None, "entered"
        self._empty()
        self._file.write((visible(line) if self._file.isatty() else line) + "\n")
        self._file.flush()

    def _empty(self) -> None:
        if not self._is_emptied and self._file is not None and self._file is not sys.stdout and self._path.is_file():
            self._file.truncate(0)
        self._is_emptied = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None and self._file is not sys.stdout:
            if kind is None:
                self._empty()
            self._file.close()
