"""What the bytes of a streamed response mean: typed events, or values a line. No I/O.

A decoder belongs to one response. It knows which items are complete, whether the response is, and what it comes to if
nothing more arrives. Reading, waiting and retries are left to `stream`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, get_origin

from ..core.decoding import decode, error_object, find_identifying_field, find_missing_identity
from ..core.json_decoding import DecodeError, parse_json
from ..errors import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    ResponseTooLargeError,
    parse_or_text,
    shorten,
)
from .deltas import FREQUENT, DeltaReader
from .jsonl import JSONLinesDecoder
from .sse import ServerSentEvent, SSEDecoder

if TYPE_CHECKING:
    from ..core.response import AsyncResponse, Response
    from ..types import Message
    from .aws_event_stream import AWSEventStreamDecoder

T = TypeVar("T")

logger: logging.Logger = logging.getLogger("claude_client")

_HEAD_BYTES: Final = 1024 * 1024
"""As much of a body that is not an event stream as is kept for the error: enough for any message in one piece."""

_SHOWN_BYTES: Final = 2048
"""As much of a body that is not JSON lines as is kept for the error."""

_PREPARED_AT_LEAST: Final = 8
"""Events that have to arrive together so that it pays to look for what they have in common."""

_NO_FIELDS: Final[dict[str, Any]] = {}

_SSE_FIELDS: Final = (b":", b"event", b"data", b"id", b"retry")


class Decoder(Generic[T]):
    """Bytes of one response in, items out."""

    complete: bool = False
    """Whether the last item that the API sends has come and was read."""

    enough: bool = False
    """Whether nothing but the last frames is missing, which say nothing new."""

    has_yielded: bool = False
    """Whether the caller has something of this response, so that no retry can take its place."""

    bytes_received: int = 0

    def __init__(self, response: Response[Any] | AsyncResponse[Any]) -> None:
        self.response = response

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes; whether they complete something other than a ping."""
        raise NotImplementedError

    def items(self) -> Iterator[T]:
        """The items that are complete and have not been given yet."""
        raise NotImplementedError

    def raw(self) -> Iterator[ServerSentEvent]:
        """The same as events as they came."""
        raise TypeError("this response is not an event stream, so it has no raw events")

    def end(self) -> bool:
        """Whether the response may end where the bytes have ended; what is left then is in `items`."""
        raise NotImplementedError

    def drop(self) -> None:
        """Give no more items."""

    def partial(self) -> Message | None:
        """The message so far, where the response is one."""
        return None

    def summary(self) -> Message | None:
        """The same for somebody who does not look at the content, which may be left out."""
        return self.partial()

    def invalid(self, message: str, body: object = None) -> APIResponseValidationError:
        """The error for something in the response that the API does not send."""
        return APIResponseValidationError(self.response.http_response, body, message=message)

    def too_large(self, error: APIError) -> ResponseTooLargeError:
        """The error for an event or a line over its limit."""
        return ResponseTooLargeError(self.response.http_response, None, message=error.message)


class EventDecoder(Decoder[T]):
    """Reads server-sent events as values of one type."""

    complete: bool
    has_yielded: bool
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

    _pending_meaning: Any = None
    """What the last event means, where the event was given and this was not yet."""

    _has_skipped = False

    unstreamed: Message | None = None
    """The message that came in one piece, from a server that does not stream."""

    def __init__(
        self,
        response: Response[Any] | AsyncResponse[Any],
        type_: Any,
        *,
        last: str | None = None,
        include_pings: bool = False,
    ) -> None:
        """Args:
        response: The response.
        type_: What an event is read as.
        last: The name of the event that ends the response; without one it may end anywhere.
        include_pings: Give pings too.
        """
        super().__init__(response)
        self._sse = _framing(response)
        self._frames: list[tuple[Any, ...]] = []
        self._next: Iterator[tuple[Any, Any, tuple[Any, ...]]] = iter(())
        """The frames that have not been given, each with what was read of it in advance, and how."""
        self._type = type_
        self._include_pings = include_pings
        self._last = last.encode() if last is not None else None
        if self._last is not None:
            self._special = self._special | {self._last}
        self._head: bytes | None = b""
        """How the body begins, until it turns out to have events."""
        self._validate = self._validate_frequent = make_validator(type_, strict=response.call.settings.strict)

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes; whether they complete something other than a ping."""
        self.bytes_received += len(chunk)
        try:
            frames = self._sse.frames(chunk)
        except (APIError, ValueError) as error:
            if self.complete:
                return False
            raise self._refuse(error) from error
        if not frames:
            if self._head is not None and len(self._head) < _HEAD_BYTES:
                self._head += chunk
            return False
        self._give(frames)
        return any(frame[0] != b"ping" for frame in frames)

    def _give(self, frames: list[tuple[Any, ...]]) -> None:
        self._head = None
        self._frames = frames
        self._next = self._prepare(frames)

    def _prepare(self, frames: list[tuple[Any, ...]]) -> Iterator[tuple[Any, Any, tuple[Any, ...]]]:
        return zip(repeat(None), repeat(None), frames)

    def items(self) -> Iterator[T]:
        """The events that are complete and have not been given yet."""
        return self._read_frames(None)

    def _read_frames(self, only: Iterable[tuple[Any, Any, tuple[Any, ...]]] | None) -> Iterator[T]:
        """The events of `only` these frames; of all that are complete and have not been given yet at None."""
        # One loop for all that is done with an event: a generator around it would cost as much as the half of that.
        special, frequent, replaced = self._special, self._frequent, self._replaced
        validate, validate_frequent, kept, meaning = self._validate, self._validate_frequent, self._kept, self._meaning
        if self._pending_meaning is not None:
            means, self._pending_meaning = self._pending_meaning, None
            yield means
        if self.complete:
            self._skip_rest()
        for item, _, frame in self._next if only is None else only:
            if meaning is None and item is not None and kept is not None:
                # Most events of most streams: what follows comes to this for them.
                self.has_yielded = True
                kept.append(frame[1])
                yield item
                continue
            name, data, is_special = frame[0], frame[1], False
            is_frequent = name == frequent
            try:
                if is_frequent:
                    self.has_yielded = True
                    if item is None or type(item) is str:
                        item = validate_frequent(data)
                else:
                    is_special = name in special
                    if is_special:
                        name = self._event_name(name, data)
                        if not name:
                            continue
                    elif data:
                        self.has_yielded = True
                    else:
                        continue
                    item = validate(data)
            except ValueError:
                item = self._read(data)
            try:
                means = None if meaning is None else meaning(item)
            except ValueError as error:  # it came out of order
                raise self._invalid_event(str(error), data) from error
            if kept is not None:
                kept.append(data)
            if is_special:
                # Not before it was read: what the connection does once the response is complete is forgiven.
                self._note(name, item)
            if means is None:
                yield item
            elif is_frequent or means.type not in replaced:
                # Another loop may go on from between the two.
                self._pending_meaning = means
                yield item
                if self._pending_meaning is means:
                    self._pending_meaning = None
                    yield means
            elif means.type != "skipped":
                yield means
            if is_special and self.complete:
                self._skip_rest()
        if only is None:
            self._check_sse()

    def _check_sse(self) -> None:
        """Raise what kept the bytes behind the last frame from being read."""
        if self._sse.failure is not None and not self.complete:
            raise self._refuse(self._sse.failure)

    def _skip_rest(self) -> None:
        """Pass over what comes after the last event, which belongs to nothing."""
        rest = [frame for _, _, frame in self._next if frame[1] and frame[0] != b"ping" and frame[1] != b"[DONE]"]
        if not rest:
            return
        if self.response.call.settings.strict:
            raise self._invalid_event("it came after the last event of the response", rest[0][1])
        if not self._has_skipped:
            self._has_skipped = True
            logger.warning("ignored what came after the last event of a stream: %s", shorten(repr(rest[0][0]))[:100])

    def raw(self) -> Iterator[ServerSentEvent]:
        """The events as they came."""
        for _, _, frame in self._next:
            self._note_raw(frame[0] or _type_in(frame[1]), frame[1])
            self.has_yielded = True
            yield self._sse.event(frame)

    def end(self) -> bool:
        """Whether the response may end where the bytes have ended."""
        rest = self._sse.end()
        if self._head and self._head.strip():
            self._check_head(self._head)
        complete = [frame for frame in rest if _is_json(frame[1])]
        if complete:
            self._give(complete)
            return self._last is None or any((frame[0] or _type_in(frame[1])) == self._last for frame in complete)
        return (self._last is None and not rest) or self.complete or self.enough

    def _check_head(self, head: bytes) -> None:
        """Raise where a body without events is something else than the beginning of an event stream."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        # Both media types of event streams have the word, that of AWS too.
        if "event" in self.response.headers.get("content-type", "") and start.startswith(_SSE_FIELDS):
            return
        if "amazon.eventstream" in self.response.headers.get("content-type", ""):
            return
        failure = error_object(self.response.http_response, head)
        if failure is None:
            text = shorten(head.decode("utf-8", errors="replace"))
            failure = self.invalid(f"the response is not an event stream: {text}", _body(head))
            failure.partial = self.unstreamed = self._message_in(head)
        raise failure

    def _message_in(self, head: bytes) -> Message | None:  # noqa: ARG002  # for subclasses
        """The message that `head` is, from a server that does not stream."""
        return None

    def drop(self) -> None:
        """Give no more events."""
        self._frames.clear()

    def _refuse(self, error: APIError | ValueError) -> APIResponseValidationError:
        """The error for bytes that are over a limit, or no events."""
        if isinstance(error, APIError):
            return self.too_large(error)
        return self.invalid(f"the response is not an event stream: {error}")

    def _event_name(self, name: bytes, data: bytes) -> bytes:
        """The name of an event with a special name, or without one; empty where it is not given to the caller."""
        if name == b"":
            # Proxies that know only data leave the name out; it is in the data too.
            name = _type_in(data)
        if name == b"error":
            raise APIStatusError.from_body(self.response.http_response, _body(data))
        if name == b"" or not data or (name == b"ping" and not self._include_pings):
            return b""
        self.has_yielded = self.has_yielded or self._counts(name)
        return name

    def _counts(self, name: bytes) -> bool:  # noqa: ARG002  # for subclasses
        """Whether a caller who has an event of this name has something of the response."""
        return True

    def _note(self, name: bytes, item: Any) -> None:  # noqa: ARG002  # for subclasses
        """Note what an event that was read says about the response: that it is complete."""
        if self._last is not None and name == self._last:
            self.complete = True

    def _note_raw(self, name: bytes, data: bytes) -> None:  # noqa: ARG002  # for subclasses
        """The same of an event that is given as it came."""
        if self._last is not None and name == self._last:
            self.complete = True

    def _read(self, data: bytes) -> T:
        """An event that is not quite what it should be."""
        try:
            return cast("T", decode(self._type, data, strict=self.response.call.settings.strict))
        except DecodeError as error:
            raise self._invalid_event(str(error), data) from error

    def _invalid_event(self, problem: str, data: bytes) -> APIResponseValidationError:
        text = shorten(data.decode(errors="replace"))
        return self.invalid(f"an event is not what the API sends here ({problem}): {text}", _body(data))


class MessageEventDecoder(EventDecoder[T]):
    """Reads the events of a message; subclasses know the message."""

    enough: bool

    def __init__(self, response: Response[Any] | AsyncResponse[Any], *, include_pings: bool = False) -> None:
        from ..types import RawContentBlockDeltaEvent, RawMessageStreamEvent

        # First, so that what reads all of them has this part ready.
        of_deltas = make_validator(RawContentBlockDeltaEvent, strict=response.call.settings.strict)
        super().__init__(response, RawMessageStreamEvent, last="message_stop", include_pings=include_pings)
        self._special = self._special | {b"message_start", b"message_delta"}
        self._frequent, self._validate_frequent = FREQUENT, of_deltas
        self._deltas = DeltaReader(of_deltas)
        self._half: dict[Any, str] = {}
        """The first half of a character that ended a delta, by the index of its block."""

    def _prepare(self, frames: list[tuple[Any, ...]]) -> Iterator[tuple[Any, Any, tuple[Any, ...]]]:
        if self._deltas.as_pieces or len(frames) >= _PREPARED_AT_LEAST:
            return self._deltas.prepare(frames)
        return super()._prepare(frames)

    def items(self) -> Iterator[T]:
        """The events that are complete and have not been given yet."""
        self._deltas.as_pieces = False
        return self._read_frames(None)

    def drop(self) -> None:
        """Give no more events."""
        super().drop()
        self._deltas.drop()

    def _note(self, name: bytes, item: Any) -> None:
        super()._note(name, item)
        if name == b"message_delta":
            self.enough = getattr(getattr(item, "delta", None), "stop_reason", None) is not None

    def _note_raw(self, name: bytes, data: bytes) -> None:
        super()._note_raw(name, data)
        if name == b"message_delta":
            self.enough = _stop_reason_in(data)

    def _message_in(self, head: bytes) -> Message | None:
        from ..types import Message

        try:
            message = decode(Message, head)
        except DecodeError:
            return None
        return message if find_missing_identity(message) is None else None

    def _read(self, data: bytes) -> T:
        return super()._read(self._with_joined_halves(data) if b"\\u" in data else data)

    def _with_joined_halves(self, data: bytes) -> bytes:
        """`data`, where a character that was cut between two deltas is in the second one.

        Languages whose texts are UTF-16 cut them so. pydantic reads neither half, so both deltas come here.
        """
        try:
            event: Any = json.loads(data)
            delta, index = event["delta"], event.get("index")
            field = next(name for name in ("text", "thinking", "partial_json") if isinstance(delta.get(name), str))
        except (ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError):
            return data
        text = self._half.pop(index, "") + delta[field]
        if text and "\ud800" <= text[-1] <= "\udbff":
            self._half[index] = text[-1]
            text = text[:-1]
        delta[field] = text
        return json.dumps(event).encode()


class RawMessageDecoder(MessageEventDecoder[Any]):
    """Gives the events of a message as they are. It puts the message together if the stream is cut, and not before."""

    def __init__(self, response: Response[Any] | AsyncResponse[Any], *, include_pings: bool = False) -> None:
        super().__init__(response, include_pings=include_pings)
        self._kept = []

    def partial(self) -> Message | None:
        """The message so far."""
        return self._accumulate(self._kept or ())

    def summary(self) -> Message | None:
        """The message so far without its content, which is nearly all of the events."""
        return self._accumulate(data for data in self._kept or () if b'"content_block_' not in data[:40])

    def _accumulate(self, events: Iterable[bytes]) -> Message | None:
        from .accumulate import MessageAccumulator

        message = MessageAccumulator()
        for data in events:
            # What could not be added, or cannot be read, is the error that this message goes with.
            with suppress(ValueError, APIError):
                message.add(self._read(data))
        return message.message


class LineDecoder(Decoder[T]):
    """Reads lines of JSON as values of one type."""

    complete: bool
    has_yielded: bool
    bytes_received: int

    def __init__(self, response: Response[Any] | AsyncResponse[Any], type_: Any) -> None:
        super().__init__(response)
        self._lines = JSONLinesDecoder(line_bytes=response.call.settings.response_limits.line_bytes)
        self._read_lines: list[bytes] = []
        self._next: Iterator[bytes] = iter(())
        self._type = type_
        self._number = 0
        self._validate = make_validator(type_, strict=response.call.settings.strict)
        self._identity = find_identifying_field(type_) or ""

    def feed(self, chunk: bytes) -> bool:
        """Take the next bytes; whether they complete a line."""
        self.bytes_received += len(chunk)
        try:
            self._give(self._lines.feed(chunk))
        except APIError as error:
            raise self.too_large(error) from error
        return bool(self._read_lines)

    def items(self) -> Iterator[T]:
        """The values of the lines that are complete and have not been given yet."""
        validate, type_, identity = self._validate, self._type, self._identity
        for line in self._next:
            self._number += 1
            try:
                item = validate(line)
            except ValueError:
                if not line.strip():
                    continue
                item = self._read(line)
            # What `find_missing_identity` finds fine, without the call, which is a twentieth of the cost of a line.
            fields: dict[str, Any] = item.__dict__ if type(item) is type_ and identity else _NO_FIELDS
            if fields.get(identity) is None or fields.get("type") == "error":
                problem = find_missing_identity(item)
                if problem is not None:
                    raise self._invalid_line(problem, line)
            self.has_yielded = True
            yield item
        if self._lines.failure is not None:
            raise self.too_large(self._lines.failure)

    def end(self) -> bool:
        """Whether the response may end here: always. The last line may lack its newline."""
        if not self.complete:
            self.complete = True
            self._give(self._lines.end())
        if not self.has_yielded and "html" in self.response.headers.get("content-type", ""):
            self._give([line for line in self._read_lines if line.strip()])
            if not self._read_lines:
                raise self.invalid("the response has no JSON lines, but a content-type of HTML")
        return True

    def drop(self) -> None:
        """Give no more lines."""
        self._read_lines.clear()

    def _give(self, lines: list[bytes]) -> None:
        self._read_lines = lines
        self._next = iter(lines)

    def _read(self, line: bytes) -> T:
        try:
            return cast("T", decode(self._type, line, strict=self.response.call.settings.strict))
        except DecodeError as error:
            raise self._invalid_line(str(error), line) from error

    def _invalid_line(self, problem: str, line: bytes) -> APIError:
        failure = error_object(self.response.http_response, line)
        if failure is not None:
            return failure
        received = line
        if self._number == 1:
            # No JSON lines at all, such as the page of a proxy.
            received = b"\n".join((line, *self._next))[:_SHOWN_BYTES]
        text = shorten(received.decode(errors="replace"))
        message = f"line {self._number} is not what the API sends here ({problem}): {text}"
        return self.invalid(message, _body(received))


def _framing(response: Response[Any] | AsyncResponse[Any]) -> SSEDecoder | AWSEventStreamDecoder:
    """What cuts the bytes of `response` into events: Amazon Bedrock has a framing of its own."""
    event_bytes = response.call.settings.response_limits.event_bytes
    if "amazon.eventstream" in response.headers.get("content-type", ""):
        from .aws_event_stream import AWSEventStreamDecoder

        return AWSEventStreamDecoder(event_bytes=event_bytes)
    return SSEDecoder(event_bytes=event_bytes)


def make_validator(type_: Any, *, strict: bool) -> Callable[[bytes], Any]:
    """What reads an ordinary value; it raises `ValueError` for one that needs a closer look."""
    from pydantic import BaseModel

    from ..types._model import adapter

    if strict:
        return lambda data: decode(type_, data, strict=True)
    # `dict[str, int]` is an instance of `type` on Python 3.10, but no class.
    if get_origin(type_) is None and isinstance(type_, type) and issubclass(type_, BaseModel):
        type_.model_rebuild()
        return type_.__pydantic_validator__.validate_json
    return adapter(type_).validator.validate_json


def _type_in(data: bytes) -> bytes:
    """What the data of an event without a name says that it is; empty where it says nothing."""
    try:
        value = parse_json(data)
    except DecodeError:
        return b""
    name = cast("dict[str, object]", value).get("type") if isinstance(value, dict) else None
    return name.encode("utf-8", errors="replace") if isinstance(name, str) else b""


def _stop_reason_in(data: bytes) -> bool:
    try:
        return parse_json(data)["delta"]["stop_reason"] is not None
    except (ValueError, KeyError, TypeError):
        return False


def _is_json(data: bytes) -> bool:
    try:
        parse_json(data)
    except DecodeError:
        return False
    return True


def _body(data: bytes) -> object:
    """What an error shows of `data`: its value, or its text where it is not JSON."""
    try:
        return cast("object", parse_json(data))
    except DecodeError:
        return parse_or_text(data)
