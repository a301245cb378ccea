"""What the bytes of a streamed answer mean: typed events, or values a line. No I/O.

A decoder belongs to one answer. It knows which items are whole, whether the answer is complete, and what it comes to if
nothing more arrives. Reading, waiting and trying again are left to `stream`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, get_origin

from ..errors import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    ResponseTooLargeError,
    parsed_or_text,
    shortened,
)
from .jsonl import JSONLinesDecoder
from .sse import ServerSentEvent, SSEDecoder

if TYPE_CHECKING:
    from ..core.response import AsyncResponse, Response
    from ..types import Message
    from .aws_event_stream import AWSEventStreamDecoder

T = TypeVar("T")

_HEAD_BYTES = 2048
"""As much of a body that is no event stream as is kept for the error."""


class Decoder(Generic[T]):
    """Bytes of one answer in, items out."""

    complete: bool = False
    """Whether the last item that the API sends has come."""

    enough: bool = False
    """Whether nothing but the last frames is missing, which say nothing new."""

    handed_on: bool = False
    """Whether the caller has something of this answer, so that another one cannot take its place."""

    bytes_received: int = 0

    def __init__(self, response: Response[Any] | AsyncResponse[Any]) -> None:
        self.response = response

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes; whether they complete something other than a ping."""
        raise NotImplementedError

    def items(self) -> Iterator[T]:
        """The items that are whole and have not been given yet."""
        raise NotImplementedError

    def raw(self) -> Iterator[ServerSentEvent]:
        """The same as events as they came."""
        raise TypeError("this answer is no event stream")

    def end(self) -> bool:
        """Whether the answer may end where the bytes have ended; what is left then is in `items`."""
        raise NotImplementedError

    def drop(self) -> None:
        """Give no more items."""

    def partial(self) -> Message | None:
        """The message so far, where the answer is one."""
        return None

    def invalid(self, message: str, body: object = None) -> APIResponseValidationError:
        """The error for something in the answer that the API does not send."""
        return APIResponseValidationError(self.response.http_response, body, message=message)

    def too_large(self, error: APIError) -> ResponseTooLargeError:
        """The error for an event or a line over its limit."""
        return ResponseTooLargeError(self.response.http_response, None, message=error.message)


class EventDecoder(Decoder[T]):
    """Reads server-sent events as values of one type."""

    complete: bool
    handed_on: bool
    bytes_received: int

    _special: frozenset[bytes] = frozenset({b"", b"ping", b"error"})
    """Frames with these names are looked at; all others are read as they are."""

    _kept: list[bytes] | None = None
    """The data of the events given so far, where something is to be made of them later."""

    _frequent: bytes | None = None
    """The name of the frames that are nearly all, which have a validator of their own: it need not look which it is."""

    _meaning: Callable[[Any], Any] | None = None
    """What gives, for an event, another that tells what it means; `None` where there is nothing to tell."""

    _replaced: frozenset[str] = frozenset()
    """The types of what an event means that are given in its place, and not beside it."""

    def __init__(
        self,
        response: Response[Any] | AsyncResponse[Any],
        type_: Any,
        *,
        last: str | None = None,
        include_pings: bool = False,
    ) -> None:
        """Args:
        response: The answer.
        type_: What an event is read as.
        last: The name of the event that ends the answer; without one it may end anywhere.
        include_pings: Give pings too.
        """
        super().__init__(response)
        self._sse = _framing(response)
        self._frames: list[tuple[Any, ...]] = []
        self._next: Iterator[tuple[Any, ...]] = iter(())
        self._type = type_
        self._include_pings = include_pings
        self._last = last.encode() if last is not None else None
        if self._last is not None:
            self._special = self._special | {self._last}
        self._head: bytes | None = b""
        """How the body begins, until it turns out to have events."""
        self._validate = self._validate_frequent = _validator(type_, strict=response.call.settings.strict)

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes; whether they complete something other than a ping."""
        self.bytes_received += len(chunk)
        try:
            frames = self._sse.frames(chunk)
        except (APIError, ValueError) as error:
            raise self._refused(error) from error
        if not frames:
            if self._head is not None and len(self._head) < _HEAD_BYTES:
                self._head += chunk[:_HEAD_BYTES]
            return False
        self._head = None
        self._frames = frames
        self._next = iter(frames)
        return any(frame[0] != b"ping" for frame in frames)

    def items(self) -> Iterator[T]:
        """The events that are whole and have not been given yet."""
        # One loop for all that is done with an event: a generator around it would cost as much as the half of that.
        special, frequent, replaced = self._special, self._frequent, self._replaced
        validate, validate_frequent, kept, meaning = self._validate, self._validate_frequent, self._kept, self._meaning
        for frame in self._next:
            name, data = frame[0], frame[1]
            if name in special:
                if not self._wanted(name, data):
                    continue
            elif data:
                self.handed_on = True
            else:
                continue
            try:
                item = validate_frequent(data) if name == frequent else validate(data)
            except ValueError:
                item = self._read(data)
            if kept is not None:
                kept.append(data)
            means = meaning(item) if meaning is not None else None
            if means is None or means.type not in replaced:
                yield item
            if means is not None:
                yield means
        if self._sse.failure is not None:
            raise self._refused(self._sse.failure)

    def raw(self) -> Iterator[ServerSentEvent]:
        """The events as they came."""
        for frame in self._next:
            self._note(frame[0], frame[1])
            self.handed_on = True
            yield self._sse.event(frame)

    def end(self) -> bool:
        """Whether the answer may end where the bytes have ended."""
        # Both media types of event streams have the word, that of AWS too.
        if self._head and "event" not in self.response.headers.get("content-type", ""):
            text = self._head.decode("utf-8", errors="replace")
            raise self.invalid(f"the answer is no event stream: {shortened(text)}", parsed_or_text(self._head))
        return self._last is None or self.complete or self.enough

    def drop(self) -> None:
        """Give no more events."""
        self._frames.clear()

    def _refused(self, error: APIError | ValueError) -> APIResponseValidationError:
        """The error for bytes that are over a limit, or no events."""
        if isinstance(error, APIError):
            return self.too_large(error)
        return self.invalid(f"the response is no event stream: {error}")

    def _wanted(self, name: bytes, data: bytes) -> bool:
        """Whether a frame with a special name is given to the caller."""
        if name == b"":
            # Proxies that know only data leave the name out; it is in the data too.
            name = _type_in(data)
        if name == b"error":
            raise APIStatusError.from_body(self.response.http_response, parsed_or_text(data))
        if name == b"" or not data or (name == b"ping" and not self._include_pings):
            return False
        self._note(name, data)
        self.handed_on = self.handed_on or self._counts(name)
        return True

    def _counts(self, name: bytes) -> bool:  # noqa: ARG002  # for subclasses
        """Whether a caller who has an event of this name has something of the answer."""
        return True

    def _note(self, name: bytes, data: bytes) -> None:  # noqa: ARG002  # for subclasses
        """Draw from an event what it says about the answer as a whole."""
        if self._last is not None and name == self._last:
            self.complete = True

    def _read(self, data: bytes) -> T:
        """An event that is not quite what it should be."""
        from ..core.decoding import DecodeError, decode

        try:
            return cast("T", decode(self._type, data, strict=self.response.call.settings.strict))
        except DecodeError as error:
            body = parsed_or_text(data)
            message = f"an event is not what the API gives here ({error}): {shortened(data.decode(errors='replace'))}"
            raise self.invalid(message, body) from error


class MessageEventDecoder(EventDecoder[T]):
    """Reads the events of a message; subclasses know the message."""

    enough: bool

    def __init__(self, response: Response[Any] | AsyncResponse[Any], *, include_pings: bool = False) -> None:
        from ..types import RawContentBlockDeltaEvent, RawMessageStreamEvent

        # First, so that what reads all of them has this part ready.
        of_deltas = _validator(RawContentBlockDeltaEvent, strict=response.call.settings.strict)
        super().__init__(response, RawMessageStreamEvent, last="message_stop", include_pings=include_pings)
        self._special = self._special | {b"message_start", b"message_delta"}
        self._frequent, self._validate_frequent = b"content_block_delta", of_deltas

    def _note(self, name: bytes, data: bytes) -> None:
        super()._note(name, data)
        if name == b"message_delta":
            self.enough = _stop_reason_in(data)


class RawMessageDecoder(MessageEventDecoder[Any]):
    """Gives the events of a message as they are. The message is put together if the stream is cut, and not before."""

    def __init__(self, response: Response[Any] | AsyncResponse[Any], *, include_pings: bool = False) -> None:
        super().__init__(response, include_pings=include_pings)
        self._kept = []

    def partial(self) -> Message | None:
        """The message so far."""
        from .accumulate import MessageAccumulator

        message = MessageAccumulator()
        for data in self._kept or ():
            try:
                event = self._validate(data)
            except ValueError:
                continue
            message.add(event)
        return message.message


class LineDecoder(Decoder[T]):
    """Reads lines of JSON as values of one type."""

    complete: bool
    handed_on: bool
    bytes_received: int

    def __init__(self, response: Response[Any] | AsyncResponse[Any], type_: Any) -> None:
        super().__init__(response)
        self._lines = JSONLinesDecoder(line_bytes=response.call.settings.response_limits.line_bytes)
        self._read: list[bytes] = []
        self._next: Iterator[bytes] = iter(())
        self._type = type_
        self._number = 0
        self._validate = _validator(type_, strict=response.call.settings.strict)

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes; whether they complete a line."""
        self.bytes_received += len(chunk)
        try:
            self._give(self._lines.feed(chunk))
        except APIError as error:
            raise self.too_large(error) from error
        return bool(self._read)

    def items(self) -> Iterator[T]:
        """The values of the lines that are whole and have not been given yet."""
        validate = self._validate
        for line in self._next:
            self._number += 1
            try:
                item = validate(line)
            except ValueError:
                if not line.strip():
                    continue
                item = self._decoded(line)
            self.handed_on = True
            yield item
        if self._lines.failure is not None:
            raise self.too_large(self._lines.failure)

    def end(self) -> bool:
        """Whether the answer may end here: always. The last line may lack its newline."""
        if not self.complete:
            self.complete = True
            self._give(self._lines.end())
        return True

    def drop(self) -> None:
        """Give no more lines."""
        self._read.clear()

    def _give(self, lines: list[bytes]) -> None:
        self._read = lines
        self._next = iter(lines)

    def _decoded(self, line: bytes) -> T:
        from ..core.decoding import DecodeError, decode

        try:
            return cast("T", decode(self._type, line, strict=self.response.call.settings.strict))
        except DecodeError as error:
            body = parsed_or_text(line)
            text = shortened(line.decode(errors="replace"))
            message = f"line {self._number} is not what the API gives here ({error}): {text}"
            raise self.invalid(message, body) from error


def _framing(response: Response[Any] | AsyncResponse[Any]) -> SSEDecoder | AWSEventStreamDecoder:
    """What cuts the bytes of `response` into events: Amazon Bedrock has a framing of its own."""
    event_bytes = response.call.settings.response_limits.event_bytes
    if "amazon.eventstream" in response.headers.get("content-type", ""):
        from .aws_event_stream import AWSEventStreamDecoder

        return AWSEventStreamDecoder(event_bytes=event_bytes)
    return SSEDecoder(event_bytes=event_bytes)


def _validator(type_: Any, *, strict: bool) -> Callable[[bytes], Any]:
    """What reads an ordinary value; it raises `ValueError` for one that needs a closer look."""
    from pydantic import BaseModel

    from ..types._model import adapter

    if strict:
        from ..core.decoding import decode

        return lambda data: decode(type_, data, strict=True)
    # `dict[str, int]` is an instance of `type` on Python 3.10, but no class.
    if get_origin(type_) is None and isinstance(type_, type) and issubclass(type_, BaseModel):
        type_.model_rebuild()
        return type_.__pydantic_validator__.validate_json
    return adapter(type_).validator.validate_json


def _type_in(data: bytes) -> bytes:
    """What the data of an event without a name says that it is; empty where it says nothing."""
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError):
        return b""
    name = cast("dict[str, object]", value).get("type") if isinstance(value, dict) else None
    return name.encode("utf-8", errors="replace") if isinstance(name, str) else b""


def _stop_reason_in(data: bytes) -> bool:
    try:
        value: Any = json.loads(data)
        return value["delta"]["stop_reason"] is not None
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
