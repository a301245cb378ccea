"""JSON lines: bytes in, lines out, with their numbers. What a line holds is decided elsewhere."""

from __future__ import annotations

import codecs
from typing import Final

from ..errors import APIError

_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LINE_BYTES: Final = 64 * 1024 * 1024
"""How long a line may be where nothing else is said."""


class JSONLinesDecoder:
    """Cuts bytes into lines as they arrive. It holds at most one unfinished line."""

    def __init__(self, *, line_bytes: int = LINE_BYTES) -> None:
        """Args:
        line_bytes: How long a single line may be.
        """
        self.line_bytes = line_bytes
        self._pending = bytearray()
        self._start: bytes | None = b""
        """The first bytes, until they tell whether there is a byte order mark; None from then on."""
        self._transcoder: codecs.IncrementalDecoder | None = None
        self.failure: APIError | None = None
        """A line over the limit that came right after others. It is raised when those have been given."""

    def feed(self, chunk: bytes) -> list[bytes]:
        r"""The lines that `chunk` completes, without their `\n`; blank ones too, so that they can be counted.

        Raises:
            APIError: A line is longer than `line_bytes`.
        """
        if self.failure is not None:
            raise self.failure
        chunk = self._as_utf8(chunk)
        *lines, rest = chunk.split(b"\n")
        if lines and self._pending:
            self._pending += lines[0]
            lines[0] = bytes(self._pending)
            self._pending.clear()
        self._pending += rest
        too_long = self._first_too_long(lines, len(chunk))
        if too_long is None:
            return lines
        self.failure = APIError(f"the response has a line of more than line_bytes={self.line_bytes:,} bytes")
        if too_long == 0:
            raise self.failure
        return lines[:too_long]

    def _as_utf8(self, chunk: bytes) -> bytes:
        """`chunk` without a byte order mark, and in UTF-8 where that says UTF-16."""
        if self._start is not None:
            start = self._start + chunk
            if len(start) < len(codecs.BOM_UTF8) and any(mark.startswith(start) for mark in _MARKS):
                self._start = start
                return b""
            self._start = None
            chunk = start.removeprefix(codecs.BOM_UTF8)
            if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                self._transcoder = codecs.getincrementaldecoder("utf-16")("replace")
        return chunk if self._transcoder is None else self._transcoder.decode(chunk).encode()

    def _first_too_long(self, lines: list[bytes], size: int) -> int | None:
        limit = self.line_bytes
        if size <= limit and len(self._pending) <= limit and (not lines or len(lines[0]) <= limit):
            return None
        return next((i for i, line in enumerate((*lines, self._pending)) if len(line) > limit), None)

    def end(self) -> list[bytes]:
        r"""The last line, where it came without its `\n`."""
        rest = (self._start or b"") + bytes(self._pending)
        if self._transcoder is not None:
            rest += self._transcoder.decode(b"", final=True).encode()
        self._pending.clear()
        return [rest] if rest else []
