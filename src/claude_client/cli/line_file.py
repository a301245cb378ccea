"""Files of JSON lines that commands write."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from typing_extensions import Self

from .inputs import STDIN


class LineFile:
    """A file of lines, or standard output. Each line is there once it is written, whatever happens to the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        is_stdout = str(self._path) == STDIN
        self._file = sys.stdout if is_stdout else self._path.open("w", encoding="utf-8", newline="\n")
        return self

    def write(self, line: str) -> None:
        """Write a line."""
        assert self._file is not None, "entered"
        self._file.write(line + "\n")
        self._file.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None and self._file is not sys.stdout:
            self._file.close()
