"""AWS event streams: bytes in, frames out, however the bytes are cut.

Amazon Bedrock streams a message as `application/vnd.amazon.eventstream` in place of server-sent events. The frames that
this gives are those of `sse.SSEDecoder`, so everything behind it is the same: name and data of an event of the API, and
an `error` event where AWS sends an exception. What the events mean is decided elsewhere.

The format: https://smithy.io/2.0/aws/amazon-eventstream.html
"""

from __future__ import annotations

import json
import struct
from binascii import a2b_base64
from collections.abc import Mapping
from typing import Any, Final, cast
from zlib import crc32

from ..errors import APIError
from .sse import EVENT_BYTES, ServerSentEvent

MEDIA_TYPE: Final = "application/vnd.amazon.eventstream"

_PRELUDE_BYTES: Final = 12
_CHECKSUM_BYTES: Final = 4
_FRAME_BYTES: Final = _PRELUDE_BYTES + _CHECKSUM_BYTES
_prelude = struct.Struct(">III").unpack_from
_checksum = struct.Struct(">I").unpack_from
_KEPT_LENGTHS: Final = 1024
"""For so many lengths of messages the prelude is kept; the others are worked out each time."""
_FIXED_SIZES: Final = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16}
"""Bytes of a header's value by its type, where the type says it; the two others say it themselves."""
_BYTES: Final = 6
_STRING: Final = 7

# Nearly all payloads and events begin like this; the others are left to the JSON parser.
_USUAL_PAYLOAD: Final = b'{"bytes":"'
_USUAL_EVENT: Final = b'{"type":"'
_DELTA: Final = b'{"type":"content_block_delta",'


class EventStreamError(ValueError):
    """The bytes are not an AWS event stream, or were changed on the way."""


class AWSEventStreamDecoder:
    """Reads frames from bytes as they arrive. It holds at most one unfinished message."""

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
        self._lengths: dict[bytes, tuple[int, int]] = {}
        """What preludes say whose checksums are right."""
        self._usual: bytes = b""
        """How the headers and the payload of nearly all messages begin, once there was one."""
        self._usual_headers = -1
        """Bytes of the headers in it."""

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
        try:
            self._read(chunk, found)
        except (APIError, ValueError) as error:
            # Base64 that is none has an error of its own.
            refused = isinstance(error, (APIError, EventStreamError))
            failure = error if refused else EventStreamError("a chunk has no event in it")
            self.failure = failure
            if not found:
                raise failure from None
        return found

    def _read(self, chunk: bytes, found: list[tuple[bytes, bytes]]) -> None:
        pending = self._pending
        if pending:
            pending += chunk
            if len(pending) < self._wanted:
                return
            chunk = bytes(pending)
            pending.clear()
        start, size, wanted, lengths = 0, len(chunk), _PRELUDE_BYTES, self._lengths
        # One loop for all that is done with nearly every message: a function for each step would cost as much as the
        # steps. Whatever is not as usual goes to the functions below.
        usual, usual_headers, give = self._usual, self._usual_headers, found.append
        while size - start >= _PRELUDE_BYTES:
            after_prelude = start + _PRELUDE_BYTES
            prelude = chunk[start:after_prelude]
            total, of_headers = lengths.get(prelude) or self._read_prelude(prelude)
            end = start + total
            if end > size:
                wanted = total
                break
            payload_end = end - _CHECKSUM_BYTES
            if crc32(chunk[start:payload_end]) != _checksum(chunk, payload_end)[0]:
                raise EventStreamError("a message has a wrong checksum: it was changed on the way")
            if of_headers == usual_headers and chunk.startswith(usual, after_prelude):
                content_start = after_prelude + len(usual)
                content = chunk[content_start : chunk.find(b'"', content_start, payload_end)]
                if b"\\" not in content:
                    data = a2b_base64(content)
                    if data.startswith(_DELTA):
                        give((b"content_block_delta", data))
                        start = end
                        continue
                    name = data[9 : data.find(b'"', 9)] if data.startswith(_USUAL_EVENT) else b"\\"
                    if b"\\" not in name:
                        give((name, data))
                        start = end
                        continue
            payload_start = after_prelude + of_headers
            event = self._read_message(chunk[after_prelude:payload_start], chunk[payload_start:payload_end])
            usual, usual_headers = self._usual, self._usual_headers
            if event is not None:
                give(event)
            start = end
        self._wanted = wanted
        if start < size:
            pending += chunk[start:]

    def _read_prelude(self, prelude: bytes) -> tuple[int, int]:
        """The length of a message, and that of its headers."""
        total, of_headers, checksum = _prelude(prelude)
        if crc32(prelude[:8]) != checksum:
            raise EventStreamError("the checksum of a message's prelude is wrong: it is not an AWS event stream")
        if total < _FRAME_BYTES + of_headers:
            raise EventStreamError(f"a message of {total} bytes cannot have {of_headers} bytes of headers")
        if total > self.event_bytes:
            raise APIError(f"the stream has an event of {total:,} bytes, over event_bytes={self.event_bytes:,}")
        if len(self._lengths) < _KEPT_LENGTHS:
            self._lengths[prelude] = total, of_headers
        return total, of_headers

    def _read_message(self, encoded: bytes, payload: bytes) -> tuple[bytes, bytes] | None:
        """The frame for a message that is not as usual; None for one that says nothing to the caller."""
        headers = _parse_headers(encoded)
        kind = headers.get(":message-type")
        if kind in ("exception", "error"):
            return b"error", _error(headers, payload)
        if kind != "event" or headers.get(":event-type") != "chunk":
            return None
        self._usual, self._usual_headers = encoded + _USUAL_PAYLOAD, len(encoded)
        return _read_chunk(payload)


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


def _read_chunk(payload: bytes) -> tuple[bytes, bytes] | None:
    """The event of the API in the payload of a `chunk`, whatever form its JSON has."""
    try:
        data = a2b_base64(cast("str", json.loads(payload)["bytes"]))
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise EventStreamError("a chunk has no event in it") from error
    name = _name_in(data)
    return (name, data) if name else None


def _name_in(data: bytes) -> bytes:
    """The name of an event that does not begin with it; empty for what is not an event of the API."""
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError):
        return b""
    if not isinstance(value, dict):
        return b""
    event = cast("dict[str, object]", value)
    name = event.get("type", "completion" if "completion" in event else None)
    return name.encode("utf-8", errors="replace") if isinstance(name, str) else b""


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
