"""Server-sent events: bytes in, events out, however the bytes are cut.

The format: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
What an event means is decided elsewhere. Data stays in bytes, because that is what JSON is read from.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from ..core.json_decoding import parse_json
from ..errors import APIError

EVENT_BYTES: Final = 32 * 1024 * 1024
"""How large an event may be where nothing else is said."""
_BOM: Final = b"\xef\xbb\xbf"
_REJOINED_BYTES: Final = 64 * 1024
"""Up to here the lines of an unfinished event are kept together, so that it can be taken by one regular expression."""

# Nearly all events of the API look like this. One expression over everything that has arrived is several times faster
# than a loop over lines, which is what handles the others.
_ordinary = re.compile(rb"^event: ([^\n]*)\ndata: ([^\n]*)\n\n", re.MULTILINE).findall


class Frame(NamedTuple):
    """An event as it stands on the wire. An ordinary one is a tuple of the first two: it has no `retry`."""

    name: bytes
    data: bytes
    id: str | None = None
    retry: int | None = None


class ServerSentEvent:
    """An event as it came, before anything is read from its data."""

    __slots__ = ("_data", "event", "id", "retry")

    event: str | None
    """Its name."""

    id: str | None
    """The last id that the server sent, with this event or before."""

    retry: int | None
    """Milliseconds after which the server would like a reconnection."""

    def __init__(
        self, event: str | None = None, data: str | bytes = "", id: str | None = None, retry: int | None = None
    ) -> None:
        self.event = event
        self._data = data
        self.id = id
        self.retry = retry

    @property
    def data(self) -> str:
        """The data, its lines joined by newlines. Bytes that are not UTF-8 show as `U+FFFD`."""
        if isinstance(self._data, bytes):
            self._data = self._data.decode("utf-8", errors="replace")
        return self._data

    def json(self) -> Any:
        """The data as plain JSON values.

        Raises:
            ValueError: It is not JSON.
        """
        return parse_json(self._data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ServerSentEvent) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[object, ...]:
        return self.event, self.data, self.id, self.retry

    def __repr__(self) -> str:
        from ..rendering.lines import call

        fields = {"event": self.event, "data": self.data, "id": self.id, "retry": self.retry}
        return call("ServerSentEvent", ((name, value) for name, value in fields.items() if value is not None))


class SSEDecoder:
    """Reads events from bytes as they arrive. It holds at most one unfinished event."""

    def __init__(self, *, event_bytes: int = EVENT_BYTES) -> None:
        """Args:
        event_bytes: How large a single event may be.
        """
        self.event_bytes = event_bytes
        self.last_event_id: str | None = None
        self._begun = False
        self._skip_newline = False
        self._pending = bytearray()
        """What came after the last line that was taken."""
        self._size = 0
        """Bytes of the unfinished event, taken or pending."""
        self._name = b""
        self._data: list[bytes] = []
        self._retry: int | None = None
        self._unfinished = False
        """Whether some lines of the unfinished event have been taken."""
        self.failure: APIError | None = None
        """An event over the limit that came right after others. It is raised when those have been given."""

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """The events that `chunk` completes.

        Raises:
            APIError: An event is larger than `event_bytes`.
        """
        return [self.event(frame) for frame in self.frames(chunk)]

    def event(self, frame: tuple[Any, ...]) -> ServerSentEvent:
        """The event that a frame of the last chunk stands for."""
        name, data = frame[0].decode("utf-8", errors="replace") or None, frame[1]
        if len(frame) == 2:
            return ServerSentEvent(name, data, self.last_event_id)
        return ServerSentEvent(name, data, frame[2], frame[3])

    def frames(self, chunk: bytes) -> list[tuple[Any, ...]]:
        """The same events, as `Frame` describes them."""
        if self.failure is not None:
            raise self.failure
        self._found: list[tuple[Any, ...]] = []
        try:
            self._read(chunk)
        except APIError as error:
            if not self._found:
                raise
            self.failure = error
        return self._found

    def end(self) -> list[tuple[Any, ...]]:
        """What is left when the bytes have ended: an event, perhaps cut, that lacks its blank line."""
        self._found = []
        self._from_lines([*bytes(self._pending).split(b"\n"), b""])
        self._pending.clear()
        return self._found

    def _read(self, chunk: bytes) -> None:
        if b"\r" in chunk or self._skip_newline:
            chunk = self._with_newlines(chunk)
        if not self._begun:
            chunk = self._without_bom(chunk)
        pending = self._pending
        if b"\n" not in chunk:
            pending += chunk
            self._count(len(chunk))
            return
        if pending:
            self._size -= len(pending)
            pending += chunk
            chunk = bytes(pending)
            pending.clear()
        self._find(chunk)

    def _find(self, text: bytes) -> None:
        end = 0 if self._unfinished else text.rfind(b"\n\n") + 2
        if end >= 2:
            whole = text if end == len(text) else text[:end]
            found = _ordinary(whole)
            # Each match has three newlines and begins at the start of a line. Where those are all newlines that there
            # are, the matches are all that there is.
            if len(found) * 3 == whole.count(b"\n") and self._are_small(whole, found):
                self._found = found
                self._keep(text, end)
                return
        end = text.rfind(b"\n") + 1
        if end > _REJOINED_BYTES or self._unfinished or b"\n\n" in text:
            self._from_lines(text[:end].split(b"\n")[:-1])
            self._keep(text, end)
        else:
            self._keep(text, 0)

    def _are_small(self, text: bytes, found: list[tuple[Any, ...]]) -> bool:
        limit = self.event_bytes
        return len(text) <= limit or all(len(name) + len(data) <= limit for name, data in found)

    def _from_lines(self, lines: list[bytes]) -> None:
        for line in lines:
            if not line:
                if self._name or self._data:
                    data = b"\n".join(self._data)
                    self._found.append(Frame(self._name, data, self.last_event_id, self._retry))
                self._name, self._data, self._retry = b"", [], None
                self._size, self._unfinished = 0, False
                continue
            self._unfinished = True
            if line[0] != 58:  # a colon: a comment
                self._take(line)

    def _take(self, line: bytes) -> None:
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            self._data.append(value)
            self._count(len(line))
        elif field == b"event":
            self._name = value
            self._count(len(line))
        elif field == b"id" and b"\0" not in value:
            self.last_event_id = value.decode("utf-8", errors="replace")
        # More digits than this are not a waiting time, and Python refuses to read them above a few thousand.
        elif field == b"retry" and value.isdigit() and len(value) < 20:
            self._retry = int(value)

    def _keep(self, text: bytes, start: int) -> None:
        if start < len(text):
            self._pending += text[start:]
            self._count(len(text) - start)

    def _count(self, size: int) -> None:
        self._size += size
        if self._size > self.event_bytes:
            raise APIError(f"the stream has an event of more than event_bytes={self.event_bytes:,} bytes")

    def _with_newlines(self, chunk: bytes) -> bytes:
        r"""`chunk` with each `\r\n` and `\r` as the newline that it stands for."""
        if self._skip_newline and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._skip_newline = False
        if chunk.endswith(b"\r"):
            # The line is over, whether or not a newline belongs to it.
            self._skip_newline = True
        return chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _without_bom(self, chunk: bytes) -> bytes:
        start = bytes(self._pending) + chunk
        self._pending.clear()
        self._size = 0
        self._begun = len(start) >= len(_BOM) or not _BOM.startswith(start)
        return start.removeprefix(_BOM) if self._begun else start
