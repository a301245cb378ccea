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

    def feed(self, chunk: bytes) -> list[bytes]:
        r"""The lines that `chunk` completes, without their `\n`; blank ones too, so that they can be counted.

        Raises:
            APIError: A line is longer than `line_bytes`.
        """
        if b"\n" not in chunk:
            self._keep(chunk)
            return []
        lines = chunk.split(b"\n")
        if self._pending:
            self._pending += lines[0]
            lines[0] = bytes(self._pending)
            self._pending.clear()
        self._keep(lines.pop())
        if len(chunk) > self.line_bytes or len(lines[0]) > self.line_bytes:
            self._check(max(map(len, lines)))
        return lines

    def end(self) -> list[bytes]:
        r"""The last line, where it came without its `\n`."""
        rest = bytes(self._pending)
        self._pending.clear()
        return [rest] if rest else []

    def _keep(self, rest: bytes) -> None:
        self._pending += rest
        self._check(len(self._pending))

    def _check(self, size: int) -> None:
        if size > self.line_bytes:
            raise APIError(f"the answer has a line of more than line_bytes={self.line_bytes:,} bytes")
