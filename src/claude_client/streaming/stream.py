"""`Stream` and `AsyncStream`: the loops that read a streamed response, and all that both of them decide.

A stream ends in one of three ways: the response is complete; it was interrupted, and a retry takes its place because
the caller has nothing of it; or it was interrupted and the error, which holds what had arrived, is raised. A loop that
is entered again after that raises the error again. What the bytes mean is left to a decoder.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import aclosing, suppress
from copy import copy
from functools import cached_property, partial
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar, cast, runtime_checkable

from ..errors import (
    APIConnectionError,
    APIError,
    ClaudeError,
    FirstEventTimeoutError,
    ResponseInterruptedError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)
from ..http.event_loops import loop_scheduler
from .preparations import message_preparation, prepare_items

if TYPE_CHECKING:
    from types import AsyncGeneratorType

    import httpx
    from typing_extensions import Self

    from ..core.preload import Preparation
    from ..core.request import Request
    from ..core.response import AsyncResponse, Response
    from ..types import RawMessageStreamEvent
    from .decoding import Decoder
    from .sse import ServerSentEvent

T = TypeVar("T")
Item = TypeVar("Item")
AnyResponse = TypeVar("AnyResponse", bound="Response[Any] | AsyncResponse[Any]")

LAST_BYTES_SECONDS: Final = 0.5
"""How long the client waits for the end of the body once the response is complete, so that the connection can be
used again."""


# ---- what can be streamed ------------------------------------------------------------------------------


class StreamedResponse(Protocol[T]):
    """A response that is read piece by piece."""

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> Decoder[T]:
        """What reads the bytes of `response`."""
        ...


@runtime_checkable
class Resumable(Protocol):
    """A response that another one can go on with, as what was sent between the two can be listed."""

    def request_missed_events(self) -> Request[Any, Any] | None:
        """The list of events, the newest first, once a new response has begun; `None` where nothing can be missing."""
        ...

    def is_missed(self, event: Any) -> bool:
        """Whether an event of that list is one that was missed; behind the first that was not, none is."""
        ...

    def take_missed(self, events: Iterable[Any]) -> None:
        """Give these, the newest first, before those of the new response."""
        ...


class Events(Generic[T]):
    """A response that is a stream of server-sent events, each of them a `T`."""

    # As the official package has it, for streams too.
    accept = "application/json"
    whole = False

    def __init__(self, type_: type[T], *, last: str | None = None, include_pings: bool = False) -> None:
        """Args:
        type_: What an event is read as.
        last: The name of the event that ends the response; without one it may end anywhere.
        include_pings: Give pings too.
        """
        self.type = type_
        self.last = last
        self.include_pings = include_pings

    @property
    def preparation(self) -> Preparation:
        """Makes what reads the events, before the first response on an event loop."""
        return prepare_items(cast("Any", self.type))  # all types have a hash that are read here

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> Decoder[T]:
        """What reads the bytes of `response`."""
        from .decoding import EventDecoder

        return EventDecoder(response, self.type, last=self.last, include_pings=self.include_pings)

    def parse(self, response: Response[Any]) -> Stream[T]:
        """The stream on `Client`."""
        return Stream(response, self)

    def parse_async(self, response: AsyncResponse[Any]) -> AsyncStream[T]:
        """The stream on `AsyncClient`."""
        return AsyncStream(response, self)


class _MessageEvents(Events["RawMessageStreamEvent"]):
    def __init__(self, *, include_pings: bool) -> None:
        self.include_pings = include_pings

    @property
    def preparation(self) -> Preparation:
        return message_preparation

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> Decoder[RawMessageStreamEvent]:
        from .decoding import RawMessageDecoder

        return RawMessageDecoder(response, include_pings=self.include_pings)


def message_events(*, include_pings: bool = False) -> Events[RawMessageStreamEvent]:
    """The events of a message, as the API sends them."""
    return _MessageEvents(include_pings=include_pings)


class JSONLines(Generic[T]):
    """A response that has a `T` on each line."""

    accept = "application/binary"
    whole = False

    def __init__(self, type_: type[T]) -> None:
        self.type = type_

    @property
    def preparation(self) -> Preparation:
        """Makes what reads the lines, before the first response on an event loop."""
        return prepare_items(cast("Any", self.type))  # all types have a hash that are read here

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> Decoder[T]:
        """What reads the bytes of `response`."""
        from .decoding import LineDecoder

        return LineDecoder(response, self.type)

    def parse(self, response: Response[Any]) -> Stream[T]:
        """The lines on `Client`."""
        return Stream(response, self)

    def parse_async(self, response: AsyncResponse[Any]) -> AsyncStream[T]:
        """The lines on `AsyncClient`."""
        return AsyncStream(response, self)


# ---- what both streams decide --------------------------------------------------------------------------


class Reading(Generic[T, AnyResponse]):
    """A streamed response while it is read: everything about it that needs no I/O.

    It knows nothing of the stream that the caller holds, so a stream that is dropped is gone at once, and what it read
    from with it.
    """

    chunks: Any
    """The bytes of the present response: an iterator, or an asynchronous one."""

    def __init__(self, response: AnyResponse, what: StreamedResponse[T], *, allow_partial: bool) -> None:
        self.what = what
        self.allow_partial = allow_partial
        self.closed = False
        self.left = False
        """Whether a loop was left that nothing but the loop kept open."""
        self.failure: ClaudeError | None = None
        """What cut the response short."""
        self.begin(response)

    def begin(self, response: AnyResponse) -> None:
        """Turn to the response of a retry."""
        # A response keeps the stream that was made of it. Without a copy the two would keep each other, and the
        # connection would stay open until the garbage collector comes by.
        self.response: AnyResponse = copy(response)
        if response.call.trace is not None:
            response.call.trace.follow_stream()
        self.decoder: Decoder[T] = self.what.decoder(self.response)
        self.chunks = self.response.iter_bytes()
        self.over: bool = False
        """Whether there is nothing more to read."""
        self._ended = False
        """Whether the bytes came to their end."""
        self._first = True
        # The wait for the headers counts too.
        self._sent_at = response.call.sent_at
        self._waiting_since: float | None = None

    def take(self, chunk: bytes) -> None:
        """Give the decoder what has been read."""
        if self.decoder.feed(chunk):
            if self._first and self.response.call.trace is not None:
                self.response.call.trace.note_first_event()
            self._first = False
            self._waiting_since = None

    def seconds_to_wait(self) -> float | None:
        """How long the next read may take; `None` where nothing bounds it."""
        if self.decoder.complete:
            return LAST_BYTES_SECONDS
        call = self.response.call
        settings = call.settings
        if settings.stream_idle_timeout is settings.first_event_timeout is settings.deadline is None:
            return None
        now = call.now()
        if self._waiting_since is None:
            # Counted from here: what the caller does between two reads is not the server's silence.
            self._waiting_since = now
        limits = (self._first_event_limit(), self._idle_limit(), settings.deadline)
        ends = [limit for limit in limits if limit is not None]
        return max(0.0, min(ends) - now) if ends else None

    def _first_event_limit(self) -> float | None:
        """Seconds into the call at which the first event has to be there."""
        seconds = self.response.call.settings.first_event_timeout
        return self._sent_at + seconds if self._first and seconds is not None else None

    def _idle_limit(self) -> float | None:
        """Seconds into the call at which the next event has to be there."""
        seconds, since = self.response.call.settings.stream_idle_timeout, self._waiting_since
        return None if seconds is None or since is None else since + seconds

    def make_timeout_error(self) -> ClaudeError:
        """The error for a read that took longer than it may."""
        call, request = self.response.call, self.response.http_request
        if call.time_left() == 0.0:
            return call.past_deadline(request)
        first, idle = self._first_event_limit(), self._idle_limit()
        if first is not None and (idle is None or first <= idle):
            seconds = call.settings.first_event_timeout
            return FirstEventTimeoutError(f"no event of the stream within first_event_timeout={seconds} s", request)
        seconds = call.settings.stream_idle_timeout
        return StreamIdleTimeoutError(f"no event but pings for stream_idle_timeout={seconds} s", request)

    def note_end(self) -> None:
        """Note that the bytes have come to their end.

        Raises:
            StreamInterruptedError: They are not the complete response.
            APIResponseValidationError: They are not a response of this kind.
        """
        if not self.closed:
            if not self.decoder.end():
                raise self._make_interrupted_error("the stream ended before its last event")
            self._ended = True
        self.over = True

    def map_error(self, error: ClaudeError) -> ClaudeError | None:
        """What the caller has to know of `error`, which came while the response was read; `None` for nothing.

        Once the response is complete, it is nothing that the connection fails. A value that could not be read is an
        error at any time.
        """
        decoder, call = self.decoder, self.response.call
        if self.closed or ((decoder.complete or decoder.enough) and isinstance(error, APIConnectionError)):
            self.note_end()
            return None
        if isinstance(error, ResponseInterruptedError) and not isinstance(error, StreamInterruptedError):
            cause = error.__cause__
            error = self._make_interrupted_error(f"the stream was interrupted: {error.message}")
            error.__cause__ = cause
        if isinstance(error, APIError):
            error.partial = decoder.partial() or error.partial
        call.with_attempts(error)
        return error

    def give_up(self, failure: ClaudeError) -> None:
        """Raise `failure`, or keep it where the caller takes what came."""
        self.fail(failure)
        self.response.call.fail_last(failure)
        self.response.call.with_attempts(failure)
        if not self.allow_partial:
            raise failure

    def note_exception(self, cause: BaseException) -> None:
        """Remember that a read was left by an exception that is not an error of the response, such as a cancellation.

        What had been read on the way is lost, and the connection with it, so the stream cannot be read on.
        """
        if self.closed or self.failure is not None or self.decoder.complete or self.decoder.enough:
            return
        error = self._make_interrupted_error(
            f"a read of the stream was interrupted by {type(cause).__name__}, which closed the stream: put a timeout "
            "around the whole loop instead of one step, or use stream_idle_timeout"
        )
        error.partial = self.decoder.partial()
        self.response.call.with_attempts(error)
        self._end_trace(cause, complete=False)
        self.fail(error)

    def fail(self, failure: ClaudeError) -> None:
        """Keep what cut the response short."""
        self.failure = failure

    def can_retry(self, failure: ClaudeError, items_of: Callable[..., object]) -> bool:
        """Whether another response can go on where this one was cut short."""
        if not self.decoder.has_yielded:
            return True
        # Frames have no id by which those that are missing could be found.
        return isinstance(self.what, Resumable) and items_of is _items and isinstance(failure, APIConnectionError)

    @property
    def must_raise(self) -> bool:
        """Whether a loop that goes on would end as if the response were complete, which it is not."""
        return self.failure is not None and not self.allow_partial

    def make_closed_error(self) -> StreamInterruptedError:
        """The error for a stream that was closed before it was complete, where that is what somebody waits for."""
        error = self._make_interrupted_error("the stream was closed before its last event")
        error.partial = self.decoder.partial()
        self.response.call.with_attempts(error)
        return error

    def _make_interrupted_error(self, message: str) -> StreamInterruptedError:
        error = StreamInterruptedError(message, self.response.http_request)
        error.bytes_received = self.decoder.bytes_received
        error.request_id = self.response.request_id
        return error

    def settle(self) -> None:
        """Say how the call ended, and settle what it reserved. Nobody knows all that an incomplete response used."""
        call, decoder = self.response.call, self.decoder
        complete = decoder.complete or decoder.enough
        if call.trace is not None:
            self._end_trace(self.failure, complete=complete or self._ended)
        quota = call.quota
        if quota is None:
            return
        if complete:
            quota.settle(decoder.partial())
        quota.keep()

    def _end_trace(self, cause: BaseException | None, *, complete: bool) -> None:
        if (trace := self.response.call.trace) is not None:
            message = self.decoder.partial() if trace.wants_content else self.decoder.summary()
            trace.end_stream(message, cause, complete=complete)

    def check_not_closed(self) -> None:
        """Refuse a second loop over a stream that the first one has closed.

        Raises:
            RuntimeError: The stream was closed when a loop over it was left.
        """
        if self.left:
            raise RuntimeError(
                "the stream was closed when a loop over it was left: use `with` around the stream to read on later"
            )


class _AnyStream(Generic[T, AnyResponse]):
    """What both streams have in common."""

    _reading: Reading[T, AnyResponse]

    @property
    def response(self) -> AnyResponse:
        """The response that is read: status, headers, rate limits, attempts."""
        return self._reading.response

    @property
    def http_response(self) -> httpx.Response:
        """The response of the HTTP library."""
        return self._reading.response.http_response

    @property
    def request_id(self) -> str | None:
        """The API's id of the request, for its support."""
        return self._reading.response.request_id

    @property
    def workspace_id(self) -> str | None:
        """The workspace that the call acts in."""
        return self._reading.response.workspace_id

    @property
    def failure(self) -> ClaudeError | None:
        """What cut the stream short, also where `allow_partial` kept it from being raised."""
        return self._reading.failure

    def __repr__(self) -> str:
        return f"{type(self).__name__}(request_id={self.request_id!r})"


def _items(decoder: Decoder[T]) -> Iterator[T]:
    return decoder.items()


def _raw(decoder: Decoder[Any]) -> Iterator[ServerSentEvent]:
    return decoder.raw()


# ---- on Client -----------------------------------------------------------------------------------------


class SyncReading(Reading[T, "Response[Any]"]):
    """Reads for a `Stream`."""

    failure: ClaudeError | None

    def __init__(self, response: Response[Any], what: StreamedResponse[T], *, allow_partial: bool) -> None:
        self._reads = threading.Lock()
        """Held by the thread that reads."""
        self.when_dropped: weakref.finalize[..., Any] | None = None
        """What closes this when the stream is gone that the caller held."""
        super().__init__(response, what, allow_partial=allow_partial)

    def all(self, items_of: Callable[[Decoder[T]], Iterator[Item]]) -> Iterator[Item]:
        """What the decoder gives for all that can be read; where that was cut short, its error each time."""
        # A generator that has raised only ends from then on.
        return chain(self._all(items_of), _FailureIterator(self))

    def _all(self, items_of: Callable[[Decoder[T]], Iterator[Item]]) -> Generator[Item, None, None]:
        try:
            while True:
                try:
                    yield from items_of(self.decoder)
                    if not self._read():
                        return
                except ClaudeError as error:  # at most once an attempt
                    failure = self.map_error(error)
                    if failure is not None and not self.can_retry(failure, items_of):
                        self.give_up(failure)
                        return
                    if failure is not None:
                        self._retry(failure)
        except (GeneratorExit, ClaudeError):
            raise
        except BaseException as error:  # such as `KeyboardInterrupt`
            self.note_exception(error)
            raise
        finally:
            self.close()

    def _read(self) -> bool:
        """Feed the decoder with what comes next; False where there is nothing more to give."""
        if self.over:
            return False
        chunk = self._next_chunk(self.seconds_to_wait())
        if chunk is None:
            self.note_end()
        else:
            self.take(chunk)
        return True

    def _next_chunk(self, seconds: float | None) -> bytes | None:
        with self._reads:
            if self.closed:
                return None
            if seconds is None:
                return next(self.chunks, None)
            return self._next_chunk_within(seconds)

    def _next_chunk_within(self, seconds: float) -> bytes | None:
        from ..http.timers import own_socket, shut_down, start_timer

        http = self.response.http_response
        if own_socket(http) is None:
            # Such as HTTP/2, where other responses come from the same socket. It looks here at each read.
            http.request.extensions.setdefault("timeout", {})["read"] = seconds
        end = time.monotonic() + seconds
        timer = start_timer(seconds, partial(shut_down, http))
        try:
            chunk: bytes | None = next(self.chunks, None)
        except ClaudeError as error:
            if not timer.cancel() or time.monotonic() >= end:
                raise self.make_timeout_error() from error
            raise
        except BaseException:
            timer.cancel()
            raise
        if not timer.cancel():
            raise self.make_timeout_error()
        return chunk

    def _retry(self, failure: ClaudeError) -> None:
        try:
            self.begin(self.response.retry(failure))
            if isinstance(self.what, Resumable) and (history := self.what.request_missed_events()) is not None:
                sent = self.response.driver.send_request(history, like=self.response.call)
                self.what.take_missed(takewhile(self.what.is_missed, sent))
        except ClaudeError as error:
            self.fail(error)
            raise
        if self.closed:
            self.response.close()

    def close(self) -> None:
        """Give the connection back, and end a read that another thread is in."""
        self.closed = True
        if self.when_dropped is not None:
            # It keeps this object, whose failure may keep the stream by its traceback: neither would ever go.
            self.when_dropped.detach()
        self.settle()
        self.decoder.drop()
        if self.response.is_closed:
            return
        # Not above: where the interpreter shuts down, nothing can be imported any more.
        from ..http.timers import shut_down

        if not self._reads.acquire(blocking=False):
            # The thread that reads comes to an end now, and closes.
            shut_down(self.response.http_response)
            return
        try:
            self.response.close()
        finally:
            self._reads.release()


class _FailureIterator:
    """Gives nothing, but raises what cut a stream short, as often as it is asked."""

    def __init__(self, reading: SyncReading[Any]) -> None:
        self._reading = reading

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        if self._reading.must_raise:
            raise cast("ClaudeError", self._reading.failure)
        raise StopIteration


class Stream(_AnyStream[T, "Response[Any]"]):
    """A response that is read piece by piece: an iterator, and a context manager that closes it.

    Outside of a `with` block, leaving a loop over the stream closes it too.
    """

    def __init__(self, response: Response[Any], what: StreamedResponse[T], *, allow_partial: bool = False) -> None:
        # Set once, here, so that it may be of a narrower class than in the base.
        self._reading: SyncReading[T] = SyncReading(  # pyright: ignore[reportIncompatibleVariableOverride]
            response, what, allow_partial=allow_partial
        )
        self._raw = self._reading.all(_raw)
        self._entered = False
        # A stream that nobody looks at any more has to give its connection back all the same.
        self._reading.when_dropped = weakref.finalize(self, self._reading.close)
        self._reading.when_dropped.atexit = False

    @cached_property
    def _iterator(self) -> Iterator[T]:
        """The items. Tracers put what hands them on in this place; the official package has it under this name."""
        return self._reading.all(_items)

    def __iter__(self) -> Iterator[T]:
        return self._loop(self._iterator)

    def __next__(self) -> T:
        return next(self._iterator)

    def raw_events(self) -> Iterator[ServerSentEvent]:
        """The server-sent events as they came, pings and errors too, before anything is read from their data."""
        return self._loop(self._raw)

    def _loop(self, items: Iterator[Item]) -> Iterator[Item]:
        self._reading.check_not_closed()
        if self._entered:
            return items
        return chain(_close_after_loop(self, items, self._reading), _FailureIterator(self._reading))

    def close(self) -> None:
        """Give the connection back. May be called at any time, from any thread, and more than once."""
        self._reading.close()

    cancel = close

    def __enter__(self) -> Self:
        self._entered = True
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _close_after_loop(_stream: Stream[Any], items: Iterator[T], reading: SyncReading[Any]) -> Generator[T, None, None]:
    """`items` of a stream that is closed when the loop over them is left. It holds on to the stream, of which
    `for event in client.messages.create(...)` keeps nothing else.
    """
    try:
        yield from items
    except GeneratorExit:
        reading.left = True
        reading.close()
        raise


# ---- on AsyncClient ------------------------------------------------------------------------------------


class AsyncReading(Reading[T, "AsyncResponse[Any]"]):
    """Reads for an `AsyncStream`."""

    failure: ClaudeError | None
    _in_read = False

    def __init__(self, response: AsyncResponse[Any], what: StreamedResponse[T], *, allow_partial: bool) -> None:
        self.loops: weakref.WeakSet[AsyncItems[Any]] = weakref.WeakSet()
        """What gives the items of this, each in a loop of its own."""
        self.when_dropped: list[weakref.finalize[..., Any]] = []
        """What closes this when the stream, or the loop over it, is gone that the caller held."""
        super().__init__(response, what, allow_partial=allow_partial)

    async def all(self, items_of: Callable[[Decoder[T]], Iterator[Item]]) -> AsyncGenerator[Item, None]:
        """What the decoder gives for all that can be read."""
        try:
            while True:
                try:
                    for item in items_of(self.decoder):
                        yield item
                    if not await self._read():
                        return
                except ClaudeError as error:  # at most once an attempt
                    failure = self.map_error(error)
                    if failure is not None and not self.can_retry(failure, items_of):
                        self.give_up(failure)
                        return
                    if failure is not None:
                        await self._retry(failure)
        except (GeneratorExit, ClaudeError):
            raise
        except BaseException as error:  # such as a cancellation, by a timeout around one step
            self.note_exception(error)
            raise
        finally:
            await self.close()

    def fail(self, failure: ClaudeError) -> None:
        """Keep what cut the response short, and let each loop end in it."""
        super().fail(failure)
        if self.must_raise:
            for loop in tuple(self.loops):
                loop.fail(failure)

    async def _read(self) -> bool:
        """Feed the decoder with what comes next; False where there is nothing more to give."""
        if self.over or self.closed:
            return False
        self._in_read = True
        try:
            chunk = await self._next_chunk(self.seconds_to_wait())
        finally:
            self._in_read = False
        if chunk is None:
            self.note_end()
        else:
            self.take(chunk)
        return True

    async def _next_chunk(self, seconds: float | None) -> bytes | None:
        if seconds is None:
            return await anext(self.chunks, None)
        import anyio

        with anyio.move_on_after(seconds):
            return await anext(self.chunks, None)
        raise self.make_timeout_error()

    async def _retry(self, failure: ClaudeError) -> None:
        await self._release()
        try:
            self.begin(await self.response.retry(failure))
            if isinstance(self.what, Resumable) and (history := self.what.request_missed_events()) is not None:
                sent = await self.response.driver.send_request(history, like=self.response.call)
                self.what.take_missed(await _take_while(self.what.is_missed, sent))
        except ClaudeError as error:
            self.fail(error)
            raise
        if self.closed:
            await self._release()

    async def close(self) -> None:
        """Give the connection back, and end a read that another task is in."""
        self.closed = True
        while self.when_dropped:
            # As in `SyncReading.close`.
            self.when_dropped.pop().detach()
        self.settle()
        self.decoder.drop()
        await self._release()

    async def _release(self) -> None:
        if self.response.is_closed:
            return
        import anyio

        with anyio.CancelScope(shield=True):
            await self.response.close()
            if self._in_read:
                return
            # The generators through which `httpx` reads come to their end by this; left to themselves, trio warns.
            with suppress(Exception):
                while await anext(self.chunks, None) is not None:
                    pass


class AsyncItems(Generic[T]):
    """What a stream gives; where that was cut short, its error each time. A generator that raised only ends then."""

    # The method is a slot, so that it can be that of the generator: another one around it costs 4 % of each event.
    __slots__ = ("__anext__", "__weakref__", "_items")

    if TYPE_CHECKING:

        def __anext__(self) -> Awaitable[T]: ...

    def __init__(self, items: AsyncGenerator[T, None], reading: AsyncReading[Any]) -> None:
        self._items = items
        setattr(self, "__anext__", items.__anext__)  # noqa: B010  # to type checkers it is a method
        reading.loops.add(self)
        if reading.must_raise:
            self.fail(cast("ClaudeError", reading.failure))

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    def fail(self, failure: ClaudeError) -> None:
        """Give nothing more, but raise `failure`."""

        async def fail() -> Any:
            raise failure

        setattr(self, "__anext__", fail)  # noqa: B010  # as above


async def _take_while(wanted: Callable[[Any], bool], events: Any) -> list[Any]:
    found: list[Any] = []
    # Of a generator that is left halfway, trio warns.
    async with aclosing(aiter(events)) as each_event:
        async for each in each_event:
            if not wanted(each):
                break
            found.append(each)
    return found


class AsyncStream(_AnyStream[T, "AsyncResponse[Any]"]):
    """A response that is read piece by piece: an asynchronous iterator, and a context manager that closes it.

    Outside of an `async with` block, leaving a loop over the stream closes it too.
    """

    def __init__(self, response: AsyncResponse[Any], what: StreamedResponse[T], *, allow_partial: bool = False) -> None:
        # Set once, here, so that it may be of a narrower class than in the base.
        self._reading: AsyncReading[T] = AsyncReading(  # pyright: ignore[reportIncompatibleVariableOverride]
            response, what, allow_partial=allow_partial
        )
        self._begun: list[AsyncGenerator[Any, None]] = []
        self._raw = self._begin(_raw)
        self._entered = False
        # A stream that nobody looks at any more has to give its connection back all the same; on its loop, and not in
        # the middle of whatever drops it.
        self._close_later = partial(loop_scheduler(), partial(_close, self._reading, self._begun))
        self._reading.when_dropped.append(weakref.finalize(self, self._close_later))
        self._reading.when_dropped[0].atexit = False

    @cached_property
    def _iterator(self) -> AsyncIterator[T]:
        """The items. Tracers put what hands them on in this place; the official package has it under this name."""
        return self._begin(_items)

    def __aiter__(self) -> AsyncIterator[T]:
        return self._loop(self._iterator)

    async def __anext__(self) -> T:
        return await anext(self._iterator)

    def raw_events(self) -> AsyncIterator[ServerSentEvent]:
        """The server-sent events as they came, pings and errors too, before anything is read from their data."""
        return self._loop(self._raw)

    def _begin(self, items_of: Callable[[Decoder[T]], Iterator[Item]]) -> AsyncItems[Item]:
        items = self._reading.all(items_of)
        self._begun.append(items)
        return AsyncItems(items, self._reading)

    def _loop(self, items: AsyncIterator[Item]) -> AsyncIterator[Item]:
        self._reading.check_not_closed()
        if self._entered or not isinstance(items, AsyncItems):
            return items
        return _AsyncLoop(self, items, self._reading, self._close_later)

    async def close(self) -> None:
        """Give the connection back. May be called at any time, from any task, and more than once."""
        await _close(self._reading, self._begun)

    async def aclose(self) -> None:
        """The same as `close()`."""
        await self.close()

    async def cancel(self) -> None:
        """The same as `close()`."""
        await self.close()

    async def __aenter__(self) -> Self:
        self._entered = True
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


async def _close(reading: AsyncReading[Any], begun: list[AsyncGenerator[Any, None]]) -> None:
    await reading.close()
    for items in begun:
        # One that runs is in another task, and comes to its end there. `all` is a generator function, though its
        # annotation promises less.
        if not cast("AsyncGeneratorType[Any, None]", items).ag_running:
            await items.aclose()


class _AsyncLoop(AsyncItems[T]):
    """The items of a stream, closed when the loop over them is left. It holds on to the stream, of which
    `async for event in await client.messages.create(...)` keeps nothing else.
    """

    # No generator: of one that is left halfway, trio warns.
    __slots__ = ("_stream",)

    def __init__(
        self,
        stream: AsyncStream[Any],
        items: AsyncItems[T],
        reading: AsyncReading[Any],
        close_later: Callable[[], None],
    ) -> None:
        super().__init__(items._items, reading)
        self._stream = stream
        when_left = weakref.finalize(self, _leave, self._items, reading, close_later)
        when_left.atexit = False
        reading.when_dropped.append(when_left)


def _leave(items: AsyncGenerator[Any, None], reading: AsyncReading[Any], close_later: Callable[[], None]) -> None:
    # A generator that has come to its end has no frame.
    if cast("AsyncGeneratorType[Any, None]", items).ag_frame is not None:
        reading.left = True
        close_later()
