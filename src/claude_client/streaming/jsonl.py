"""JSON lines: bytes in, lines out, with their numbers. What a line holds is decided elsewhere."""

from __future__ import annotations

from typing import Final

from ..errors import APIError

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
        self.failure: APIError | None = None
        """A line over the limit that came right after others. It is raised when those have been given."""

    def feed(self, chunk: bytes) -> list[bytes]:
        r"""The lines that `chunk` completes, without their `\n`; blank ones too, so that they can be counted.

        Raises:
            APIError: A line is longer than `line_bytes`.
        """
        if self.failure is not None:
            raise self.failure
        *lines, rest = chunk.split(b"\n")
        if lines and self._pending:
            self._pending += lines[0]
            lines[0] = bytes(self._pending)
            self._pending.clear()
        self._pending += rest
        too_long = self._first_too_long(lines, len(chunk))
        if too_long is None:
            return lines
        self.failure = APIError(f"the answer has a line of more than line_bytes={self.line_bytes:,} bytes")
        if too_long == 0:
            raise self.failure
        return lines[:too_long]

    def _first_too_long(self, lines: list[bytes], size: int) -> int | None:
        limit = self.line_bytes
        if size <= limit and len(self._pending) <= limit and (not lines or len(lines[0]) <= limit):
            return None
        return next((i for i, line in enumerate((*lines, self._pending)) if len(line) > limit), None)

    def end(self) -> list[bytes]:
        r"""The last line, where it came without its `\n`."""
        rest = bytes(self._pending)
        self._pending.clear()
        return [rest] if rest else []
