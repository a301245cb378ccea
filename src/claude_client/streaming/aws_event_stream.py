"""AWS event streams: bytes in, frames out, however the bytes are cut.

Amazon Bedrock streams a message as `application/vnd.amazon.eventstream` in place of server-sent events. The frames that
this gives are those of `sse.SSEDecoder`, so everything behind it is the same: name and data of an event of the API, and
an `error` event where AWS sends an exception. What the events mean is decided elsewhere.

The format: https://smithy.io/2.0/aws/amazon-eventstream.html
"""

from __future__ import annotations

import json
import struct
from base64 import b64encode
from binascii import a2b_base64
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import repeat
from typing import Any, Final, TypeAlias, cast
from zlib import crc32

from pydantic_core import SchemaValidator, core_schema

from ..errors import APIError
from .sse import EVENT_BYTES, ServerSentEvent

MEDIA_TYPE: Final = "application/vnd.amazon.eventstream"

_PRELUDE_BYTES: Final = 12
_CHECKSUM_BYTES: Final = 4
_FRAME_BYTES: Final = _PRELUDE_BYTES + _CHECKSUM_BYTES
_prelude = struct.Struct(">III").unpack_from
_checksum = struct.Struct(">I").unpack_from
_KEPT_DELTAS: Final = 1024
"""For so many lengths of deltas it is kept how they are read; beyond that it is worked out again."""
_FIXED_SIZES: Final = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16}
"""Bytes of a header's value by its type, where the type says it; the two others say it themselves."""
_BYTES: Final = 6
_STRING: Final = 7

_USUAL_EVENT: Final = b'{"type":"'
_DELTA_NAME: Final = b"content_block_delta"
# As long as whole groups of base64, so what follows can be joined to it.
_DELTA_BASE64: Final = b64encode(b'{"type":"content_block_delta",')
_DELTA_PAYLOAD: Final = b'{"bytes":"' + _DELTA_BASE64
"""How the payload of a delta begins, which nearly all messages are."""
_BETWEEN_DELTAS: Final = b'","' + _DELTA_BASE64
_CHANGED: Final = "a message has a wrong checksum: it was changed on the way"

_validate_base64: Final[Callable[[bytes], list[bytes]]] = SchemaValidator(
    core_schema.list_schema(core_schema.bytes_schema()), {"val_json_bytes": "base64"}
).validate_json
"""What reads a JSON array of base64, many times faster than Python does it one by one."""

_DeltaLayout: TypeAlias = "tuple[int, Callable[[bytes, int], tuple[bytes, int]], int]"
"""The length of a delta; what gives the rest of its payload, and its checksum; the checksum of all before the rest."""


class EventStreamError(ValueError):
    """The bytes are not an AWS event stream, or were changed on the way."""


class AWSEventStreamDecoder:
    """Reads frames from bytes as they arrive. It holds at most one unfinished message.

    Nearly all messages of a stream are deltas. They begin with the same bytes, but for the prelude, which says how long
    they are. So what the headers say is worked out once, and deltas in a row are decoded in one go. All other messages
    are read step by step.
    """

    def __init__(self, *, event_bytes: int = EVENT_BYTES) -> None:
        """Args:
        event_bytes: How large a single message of the stream may be.
        """
        self.event_bytes = event_bytes
        self.failure: APIError | ValueError | None = None
        """What is wrong with a message that came right after others. It is raised when those have been given."""
        self._pending = bytearray()
        self._wanted = _PRELUDE_BYTES
        """Bytes that the unfinished message needs before there is anything to do."""
        self._delta_head = b""
        """Headers and beginning of the payload of a delta, once there was one."""
        self._delta_headers = -1
        """Bytes of the headers in it."""
        self._deltas: dict[bytes, _DeltaLayout] = {}
        """How deltas are read, by their preludes."""

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """The events that `chunk` completes.

        Raises:
            APIError: A message is larger than `event_bytes`.
            EventStreamError: A checksum is wrong, or the bytes are not an event stream.
        """
        return [self.event(frame) for frame in self.frames(chunk)]

    def end(self) -> list[tuple[bytes, bytes]]:
        """What is left when the bytes have ended: nothing, as each message says how long it is."""
        return []

    def event(self, frame: tuple[Any, ...]) -> ServerSentEvent:
        """The event that a frame stands for."""
        return ServerSentEvent(frame[0].decode("utf-8", errors="replace"), frame[1])

    def frames(self, chunk: bytes) -> list[tuple[bytes, bytes]]:
        """The same events, each as its name and its data."""
        if self.failure is not None:
            raise self.failure
        found: list[tuple[bytes, bytes]] = []
        deltas: list[bytes] = []
        try:
            try:
                self._read(chunk, found, deltas)
            finally:
                # What is wrong with these comes before what is wrong with a later message.
                _give_deltas(deltas, found)
        except (APIError, EventStreamError) as error:
            self.failure = failure = error
            if not found:
                raise failure from None
        return found

    def _read(self, chunk: bytes, found: list[tuple[bytes, bytes]], deltas: list[bytes]) -> None:
        """Read the messages that `chunk` completes; of the last deltas only the rest of each payload."""
        pending = self._pending
        if pending:
            if len(pending) + len(chunk) < self._wanted:
                pending += chunk
                return
            chunk = b"".join((pending, chunk))
            pending.clear()
        start, size = 0, len(chunk)
        while True:
            start = self._read_deltas(chunk, start, deltas)
            after_prelude = start + _PRELUDE_BYTES
            if after_prelude > size:
                self._wanted = _PRELUDE_BYTES
                break
            prelude = chunk[start:after_prelude]
            total, of_headers = self._read_prelude(prelude)
            end = start + total
            if end > size:
                self._wanted = total
                break
            if prelude not in self._deltas and self._is_delta(chunk[after_prelude : end - _CHECKSUM_BYTES], of_headers):
                self._keep_delta(prelude, total)
                continue
            before, deltas[:] = deltas[:], []
            _give_deltas(before, found)
            self._read_any(chunk[start:end], of_headers, found)
            start = end
        if start < size:
            pending += chunk[start:]

    def _is_delta(self, message: bytes, of_headers: int) -> bool:
        """Whether a message, given without prelude and checksum, begins like the last delta."""
        return of_headers == self._delta_headers and message.startswith(self._delta_head)

    def _read_deltas(self, chunk: bytes, start: int, rests: list[bytes]) -> int:
        """Read deltas in a row; where the first message begins that is none, or has not come to its end."""
        # This is all that is done with nearly every message, and each step of it shows.
        known, add, size = self._deltas.get, rests.append, len(chunk)
        while (delta := known(chunk[start : start + _PRELUDE_BYTES])) is not None:
            total, unpack_rest, checksum_of_head = delta
            if start + total > size:
                break
            rest, checksum = unpack_rest(chunk, start)
            # It is over the whole message: one with the same lengths that does not begin like a delta has another.
            if crc32(rest, checksum_of_head) != checksum:
                break
            add(rest)
            start += total
        return start

    def _read_prelude(self, prelude: bytes) -> tuple[int, int]:
        """The length of a message, and that of its headers."""
        total, of_headers, checksum = _prelude(prelude)
        if crc32(prelude[:8]) != checksum:
            raise EventStreamError("the checksum of a message's prelude is wrong: it is not an AWS event stream")
        if total < _FRAME_BYTES + of_headers:
            raise EventStreamError(f"a message of {total} bytes cannot have {of_headers} bytes of headers")
        if total > self.event_bytes:
            raise APIError(f"the stream has an event of {total:,} bytes, over event_bytes={self.event_bytes:,}")
        return total, of_headers

    def _read_any(self, message: bytes, of_headers: int, found: list[tuple[bytes, bytes]]) -> None:
        """Read a message that is not known to be a delta."""
        payload_end = len(message) - _CHECKSUM_BYTES
        if crc32(message[:payload_end]) != _checksum(message, payload_end)[0]:
            raise EventStreamError(_CHANGED)
        payload_start = _PRELUDE_BYTES + of_headers
        headers, payload = message[_PRELUDE_BYTES:payload_start], message[payload_start:payload_end]
        event = self._read_message(headers, payload)
        if event is None:
            return
        found.append(event)
        if event[0] == _DELTA_NAME and payload.startswith(_DELTA_PAYLOAD):
            self._delta_head, self._delta_headers = headers + _DELTA_PAYLOAD, of_headers
            self._deltas.clear()

    def _keep_delta(self, prelude: bytes, total: int) -> None:
        if len(self._deltas) >= _KEPT_DELTAS:
            self._deltas.clear()
        self._deltas[prelude] = _lay_out_delta(prelude + self._delta_head, total)

    def _read_message(self, encoded: bytes, payload: bytes) -> tuple[bytes, bytes] | None:
        """The frame for a message that is not as usual; None for one that says nothing to the caller."""
        headers = _parse_headers(encoded)
        kind = headers.get(":message-type")
        if kind in ("exception", "error"):
            return b"error", _error(headers, payload)
        if kind != "event" or headers.get(":event-type") != "chunk":
            return None
        data = _read_payload(payload)
        name = _name_in(data)
        return (name, data) if name else None


# A stream has about a hundred lengths of deltas, and the next stream has the same ones.
@lru_cache(maxsize=_KEPT_DELTAS)
def _lay_out_delta(head: bytes, total: int) -> _DeltaLayout:
    rest = total - len(head) - _CHECKSUM_BYTES
    return total, struct.Struct(f">{len(head)}x{rest}sI").unpack_from, crc32(head)


def _give_deltas(rests: list[bytes], found: list[tuple[bytes, bytes]]) -> None:
    """Add the events of deltas in a row, of which these are the rests of the payloads."""
    if not rests:
        return
    try:
        # As one JSON array, which is several times faster than each by itself.
        contents = [rest[: rest.index(b'"')] for rest in rests]
        contents[0] = b'["' + _DELTA_BASE64 + contents[0]
        contents[-1] += b'"]'
        events: list[bytes] = _validate_base64(_BETWEEN_DELTAS.join(contents))
    except ValueError:
        events = []
    if len(events) == len(rests):
        found.extend(zip(repeat(_DELTA_NAME), events))
    else:
        for rest in rests:  # one by one, as those before one that cannot be read are given
            found.append((_DELTA_NAME, _read_payload(_DELTA_PAYLOAD + rest)))  # noqa: PERF401


def _read_payload(payload: bytes) -> bytes:
    """What is in the payload of a `chunk`."""
    try:
        content: Any = json.loads(payload)["bytes"]
        try:
            return _validate_base64(json.dumps([content]).encode())[0]
        except ValueError:
            return a2b_base64(content)  # which takes base64 that is not quite right
    except (ValueError, LookupError, TypeError, RecursionError):
        raise EventStreamError("a chunk has no event in it") from None


def _parse_headers(data: bytes) -> Mapping[str, object]:
    headers: dict[str, object] = {}
    place, end = 0, len(data)
    try:
        while place < end:
            of_name = place + 1 + data[place]
            name, kind = data[place + 1 : of_name].decode(), data[of_name]
            place = of_name + 1
            if kind in (_BYTES, _STRING):
                size = int.from_bytes(data[place : place + 2], "big")
                place += 2
            else:
                size = _FIXED_SIZES[kind]
            value = data[place : place + size]
            place += size
            headers[name] = value.decode() if kind == _STRING else value
    except (LookupError, ValueError) as error:
        raise EventStreamError("a message of the stream has headers that cannot be read") from error
    if place != end:
        raise EventStreamError("a message of the stream has headers that end in the middle of a value")
    return headers


def _name_in(data: bytes) -> bytes:
    """The name of an event; empty for what is not an event of the API."""
    if data.startswith(_USUAL_EVENT) and b"\\" not in (name := data[9 : data.find(b'"', 9)]):
        return name
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError):
        return b""
    if not isinstance(value, dict):
        return b""
    event = cast("dict[str, object]", value)
    kind = event.get("type", "completion" if "completion" in event else None)
    return kind.encode("utf-8", errors="replace") if isinstance(kind, str) else b""


def _error(headers: Mapping[str, object], payload: bytes) -> bytes:
    """An exception of AWS in the form of the API's errors; its `type` is the name that AWS gives it."""
    name = headers.get(":exception-type") or headers.get(":error-code") or "unknown"
    message = headers.get(":error-message")
    try:
        body: Any = json.loads(payload)
    except (ValueError, RecursionError):
        body = payload.decode("utf-8", errors="replace")
    if isinstance(body, dict):
        told = cast("dict[str, object]", body)
        if isinstance(told.get("error"), dict):  # what the model's own service said
            return payload
        message = message or told.get("message") or told.get("Message") or told.get("originalMessage")
    text = message if isinstance(message, str) and message else str(name)
    return json.dumps({"type": "error", "error": {"type": name, "message": text}, "aws": body}).encode()
