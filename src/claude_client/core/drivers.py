"""The two drivers of a call: the only code of it that sends, reads and sleeps.

A driver runs the flow of a call (`call`), blocking or on an event loop (asyncio or trio). It holds a transport, ours
by default, and calls it directly: cookies, hooks, authentication and redirects, which `httpx.Client.send` is for, our
own transport does without. A given `http_client` is used by its `send`. The two drivers differ in how they wait;
whatever else both need is in the flow, in the call or in `response_body`.
"""

from __future__ import annotations

import os
import threading
import time
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from ..errors import APITimeoutError, ClaudeError, ResponseInterruptedError
from ..http import guard
from ..http.bodies import InMemory, close_body
from ..http.clients import adopt, connection_error, library_of
from ..http.event_loops import AutoClosingIterator, running_loop
from ..http.messages import WireRequest, WireResponse, to_httpx
from .call import Attempt, Call, send
from .content_codings import UnsupportedCodingError
from .preload import tls_preparation
from .response import A, AsyncResponse, Response, S
from .response_body import (
    Form,
    WholeBody,
    check_unread,
    fill,
    is_bounded,
    is_read,
    make_decoder,
    map_coding_error,
    too_large,
)

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

    from ..http.transport import AsyncTransport, Transport
    from .call import Flow, Received
    from .preload import Preparation
    from .request import Request
    from .settings import Settings

T = TypeVar("T")


_forks = 0
"""How often this process, and those that it was forked from, were forked. To ask for its number is a system call."""


def _count_fork() -> None:
    global _forks
    _forks += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_count_fork)


class _AnyConnections:
    """What the connections of both clients have in common."""

    is_async: ClassVar[bool]

    def __init__(self, given: Any = None) -> None:
        self.given = given
        """The HTTP client that the caller made, if one was given."""
        self.library: ModuleType | None = None
        """The HTTP library of the given client, whose requests it sends; `None` for `httpx`."""
        if given is not None:
            self.library = library_of(given, asynchronous=self.is_async)
        self.streams: weakref.WeakSet[httpx.Response] = weakref.WeakSet()
        """Responses that may still be read."""
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        """Whether they were closed, and no call has opened new ones since."""
        return self._is_closed if self.given is None else bool(self.given.is_closed)

    def count_streams(self) -> int:
        """How many responses are being read, each of which keeps a connection."""
        return sum(not response.is_closed for response in tuple(self.streams))


class Connections(_AnyConnections):
    """The connections of a `Client` and of its copies: a transport, made when the first call needs one."""

    is_async: ClassVar[bool] = False

    def __init__(self, http: httpx.Client | None = None) -> None:
        super().__init__(http)
        self._made: dict[int, Transport] = {}
        """By the number of forks."""

    @property
    def transport(self) -> Transport:
        """The transport of this process: a connection must not be shared with a forked child."""
        transport = self._made.get(_forks)
        if transport is None:
            from ..http.transport import Transport

            self._made.clear()
            self._is_closed = False
            made = Transport()
            transport = self._made.setdefault(_forks, made)
            if transport is not made:  # another thread was faster
                made.close()
        return transport

    def close(self) -> None:
        """Close them all. A later call opens new ones."""
        if self.given is not None:
            self.given.close()
        self._is_closed = True
        while self._made:
            self._made.popitem()[1].close()


class AsyncConnections(_AnyConnections):
    """The connections of an `AsyncClient` and of its copies: a transport for each event loop that they are used on."""

    is_async: ClassVar[bool] = True

    def __init__(self, http: httpx.AsyncClient | None = None) -> None:
        super().__init__(http)
        self._made: weakref.WeakKeyDictionary[Any, AsyncTransport] = weakref.WeakKeyDictionary()
        self._last: tuple[weakref.ref[Any], weakref.ref[AsyncTransport]] | None = None
        """The loop that asked last, and its transport: found in a tenth of the time."""

    @property
    def transport(self) -> AsyncTransport:
        """The transport of the running event loop: a connection belongs to the loop that made it."""
        loop = running_loop()
        if self._last is not None and self._last[0]() is loop and (transport := self._last[1]()) is not None:
            return transport
        transport = self._made.get(loop)
        if transport is None:
            from ..http.transport import AsyncTransport

            # Sockets of a loop that has ended are closed when they are let go of.
            for each in self._made.keyrefs():
                if getattr(each(), "is_closed", bool)():
                    self._made.pop(each(), None)
            self._is_closed = False
            transport = self._made[loop] = AsyncTransport()
        self._last = weakref.ref(loop), weakref.ref(transport)
        return transport

    async def close(self) -> None:
        """Close those of the running event loop. A later call opens new ones."""
        if self.given is not None:
            await self.given.aclose()
            return
        self._is_closed, self._last = True, None
        transport = self._made.pop(running_loop(), None)
        if transport is not None:
            await transport.aclose()


# ---- the drivers ----------------------------------------------------------------------------------------

K = TypeVar("K", bound=_AnyConnections)


class _AnyDriver(Generic[K]):
    """What both drivers have in common."""

    is_async: ClassVar[bool]

    def __init__(self, connections: K, start: Callable[[], Settings]) -> None:
        """Args:
        connections: What calls are sent on.
        start: Gives the settings of calls, when the first one is made.
        """
        self.connections: K = connections
        self.library: ModuleType | None = connections.library
        """The HTTP library of a given client, whose requests it sends; `None` for `httpx`."""
        self._start = start
        self._settings: Settings | None = None

    @property
    def settings(self) -> Settings:
        """What calls go out with."""
        if self._settings is None:
            self._settings = self._start()
        return self._settings

    def begin(self, request: Request[S, A], *, streamed: bool = False) -> Call[S, A]:
        """A call that asks for `request`; `streamed` leaves the body of its response to whoever has it."""
        return Call(request, self._settings or self.settings, streamed=streamed)

    def open_streams(self) -> int:
        """How many responses are being read, each of which keeps a connection."""
        return self.connections.count_streams()

    def _receive(self, attempt: Attempt, response: httpx.Response) -> bool:
        """Take note of a response whose headers are there; True where its body is to be read at once."""
        call = attempt.call
        attempt.response = response
        if call.whole or not response.is_success:
            return True
        if call.settings.first_event_timeout is not None:
            call.note_headers(attempt.request)
        if not isinstance(response.stream, InMemory):
            self.connections.streams.add(response)
        return False


def _is_result(call: Call[Any, Any], response: WireResponse) -> bool:
    """Whether a response can be given to the flow as it came: the body of a success, within the limit."""
    if not call.whole or response.status_code >= 300 or response.is_encoded:
        return False
    if len(response.content) > call.settings.response_limits.json_bytes:
        raise too_large(response.to_httpx(), call.settings.response_limits.json_bytes)
    return True


def _read_at_once(call: Call[Any, Any], response: httpx.Response) -> bool:
    """Whether the body is in memory and not compressed, within the limit. It is read where somebody looks at it."""
    if response.is_stream_consumed:  # by a hook of a given client, or made with its content
        return True
    stream = response.stream
    if not isinstance(stream, InMemory) or stream.is_encoded:
        return False
    limit = call.settings.response_limits.json_bytes
    if len(stream.content) > limit:
        raise too_large(response, limit)
    if call.settings.middleware or not response.is_success:
        response.read()
    return True


# ---- on Client ------------------------------------------------------------------------------------------


class Driver(_AnyDriver[Connections]):
    """Runs the calls of a `Client`."""

    is_async: ClassVar[bool] = False

    def call(self, request: Request[T, Any]) -> T:
        """What a request comes to."""
        return self.send(Call(request, self._settings or self.settings)).parse()

    def send(self, call: Call[S, Any], failure: ClaudeError | None = None) -> Response[S]:
        """The response to `call`, after as many attempts as that takes."""
        call.driver = self
        if call.trace is None:
            return Response(self, call, self.run(send(call, failure)))
        with call.trace.sending():
            response: Response[S] = Response(self, call, self.run(send(call, failure)))
        if call.whole:
            with suppress(Exception):  # the caller has it from `parse()`, which raises it again
                response.parse()
        return response

    def send_request(self, request: Request[T, Any], like: Call[Any, Any]) -> T:
        """What another request comes to, under the settings of the call `like`."""
        return self.send(Call(request, like.settings)).parse()

    def wait(self, seconds: float) -> None:
        """Sleep."""
        if seconds:
            time.sleep(seconds)

    def run_within(self, seconds: float, function: Callable[[T], None], argument: T) -> bool:
        """Call `function`; False where that took longer than it may. It goes on in its thread then."""
        from concurrent.futures import Future

        done: Future[None] = Future()

        def call() -> None:
            try:
                function(argument)
            except BaseException as error:
                done.set_exception(error)
            else:
                done.set_result(None)

        threading.Thread(target=call, name="claude-client authorization", daemon=True).start()
        try:
            done.result(seconds)
        except TimeoutError:
            if done.done():
                raise
            return False
        return True

    def run(self, steps: Flow) -> Received:
        """What `steps` come to."""
        try:
            step = next(steps)
            while True:
                try:
                    response = self._make(step) if isinstance(step, Attempt) else step.run(self)
                except Exception as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(response)
        except StopIteration as done:
            return cast("Received", done.value)

    def _make(self, attempt: Attempt) -> Received:
        """Wait, send, and read the body where it is to be read."""
        call = attempt.call
        if attempt.delay:
            time.sleep(attempt.delay)
        if not call.whole:
            call.sent_at = call.now()
        outgoing = attempt.outgoing
        if isinstance(outgoing, WireRequest):
            response = self.connections.transport.send(outgoing)
        else:
            response = self._send(to_httpx(outgoing))
        if isinstance(response, WireResponse):
            if _is_result(call, response):
                return response
            response = response.to_httpx()
        if self._receive(attempt, response):
            try:
                if not _read_at_once(call, response):
                    self._read_whole(call, response)
            except BaseException:
                response.close()
                raise
        return response

    def _send(self, request: httpx.Request) -> httpx.Response:
        given = cast("httpx.Client | None", self.connections.given)
        try:
            if given is None:
                transport = self.connections.transport
                if guard.current is not None:
                    guard.watch(request, transport, asynchronous=False)
                response = to_httpx(transport.send(request))
                response.request = request
                return response
            adopt(request, given)
            if guard.current is not None:
                guard.watch(request, given, asynchronous=False)
            return given.send(request, stream=True, follow_redirects=False)
        finally:
            if not isinstance(request.stream, InMemory):
                close_body(request)

    def _read_whole(self, call: Call[Any, Any], response: httpx.Response) -> None:
        limit = call.settings.response_limits.json_bytes
        if call.settings.deadline is None and is_bounded(response, limit):
            response.read()
            return
        from ..http.timers import shut_down, start_timer

        left = call.time_left()
        timer = None if left is None else start_timer(left, partial(shut_down, response))
        try:
            body = WholeBody(response, call, limit)
            for piece in self._decode(response):
                body.add(piece)
            response.close()
            body.finish()
        except UnsupportedCodingError:
            if response.is_success:
                raise
            # What an error is, its status tells too.
            response.close()
            fill(response, b"", call.library)
        finally:
            if timer is not None:
                timer.cancel()

    def _decode(self, response: httpx.Response) -> Iterator[bytes]:
        """The pieces of the body, decompressed."""
        decoder = make_decoder(response)
        for chunk in cast("Iterator[bytes]", response.stream):
            yield from decoder.decode(chunk)
        decoder.finish()

    def read(self, call: Call[Any, Any], response: httpx.Response) -> bytes:
        """The whole body."""
        try:
            if not is_read(response):
                check_unread(response)
                self._read_whole(call, response)
            return response.content
        except Exception as error:
            response.close()
            ours = map_read_error(error, response, call)
            if call.trace is not None:
                call.trace.note_body(ours)
            raise ours from error

    def iterate(self, call: Call[Any, Any], response: httpx.Response, form: Form[T]) -> Iterator[T]:
        """The body in this form, as it comes."""
        received = 0
        try:
            if is_read(response):
                yield from form.feed(response.content)
            else:
                check_unread(response)
                decoder = make_decoder(response)
                response.is_stream_consumed = True
                for chunk in cast("Iterator[bytes]", response.stream):
                    received += len(chunk)
                    for piece in decoder.decode(chunk):
                        yield from form.feed(piece)
                decoder.finish()
            yield from form.finish()
        except Exception as error:
            ours = map_read_error(error, response, call, received)
            if call.trace is not None:
                call.trace.note_body(ours)
            raise ours from error
        else:
            if call.trace is not None:
                call.trace.note_body(None)
        finally:
            response.close()


# ---- on AsyncClient -------------------------------------------------------------------------------------


class AsyncDriver(_AnyDriver[AsyncConnections]):
    """Runs the calls of an `AsyncClient`, on any event loop."""

    is_async: ClassVar[bool] = True

    async def call(self, request: Request[Any, T]) -> T:
        """What a request comes to."""
        return await (await self.send(Call(request, self._settings or self.settings))).parse()

    async def send(self, call: Call[Any, A], failure: ClaudeError | None = None) -> AsyncResponse[A]:
        """The response to `call`, after as many attempts as that takes."""
        call.driver = self
        preparation: Preparation | None = getattr(call.request.response_format, "preparation", None)
        if preparation is not None and not preparation.is_done:
            await preparation.wait()
            if self.connections.given is None and call.settings.base_url.startswith("https:"):
                await tls_preparation.wait()
        if call.trace is None:
            return AsyncResponse(self, call, await self.run(send(call, failure)))
        with call.trace.sending():
            response: AsyncResponse[A] = AsyncResponse(self, call, await self.run(send(call, failure)))
        if call.whole:
            with suppress(Exception):
                await response.parse()
        return response

    async def send_request(self, request: Request[Any, T], like: Call[Any, Any]) -> T:
        """What another request comes to, under the settings of the call `like`."""
        return await (await self.send(Call(request, like.settings))).parse()

    async def wait(self, seconds: float) -> None:
        """Sleep."""
        if seconds:
            import anyio

            await anyio.sleep(seconds)

    async def run_within(self, seconds: float, function: Callable[[T], Awaitable[None]], argument: T) -> bool:
        """Call `function`; False where that took longer than it may."""
        import anyio

        with anyio.move_on_after(seconds) as scope:
            await function(argument)
        return not scope.cancelled_caught

    async def run(self, steps: Flow) -> Received:
        """What `steps` come to."""
        try:
            step = next(steps)
            while True:
                try:
                    made = self._make(step) if isinstance(step, Attempt) else step.run_async(self)
                    response = await made
                except Exception as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(response)
        except StopIteration as done:
            return cast("Received", done.value)

    def _make(self, attempt: Attempt) -> Awaitable[Received]:
        """Make an attempt, after its wait and in the time that is left."""
        if attempt.delay or attempt.call.settings.deadline is not None:
            return self._make_in_time(attempt)
        return self._make_now(attempt)

    async def _make_in_time(self, attempt: Attempt) -> Received:
        import anyio

        await self.wait(attempt.delay)
        with anyio.fail_after(attempt.call.time_left()):
            return await self._make_now(attempt)

    async def _make_now(self, attempt: Attempt) -> Received:
        """Send, and read the body where it is to be read."""
        call, outgoing = attempt.call, attempt.outgoing
        if not call.whole:
            call.sent_at = call.now()
        if isinstance(outgoing, WireRequest):
            response = await self.connections.transport.send(outgoing)
        else:
            response = await self._send(to_httpx(outgoing))
        if isinstance(response, WireResponse):
            if _is_result(call, response):
                return response
            response = response.to_httpx()
        if self._receive(attempt, response):
            try:
                if not _read_at_once(call, response):
                    await self._read_whole(call, response)
            except BaseException:
                await response.aclose()
                raise
        return response

    async def _send(self, request: httpx.Request) -> httpx.Response:
        given = cast("httpx.AsyncClient | None", self.connections.given)
        try:
            if given is None:
                transport = self.connections.transport
                if guard.current is not None:
                    guard.watch(request, transport, asynchronous=True)
                response = to_httpx(await transport.send(request))
                response.request = request
                return response
            adopt(request, given)
            if guard.current is not None:
                guard.watch(request, given, asynchronous=True)
            return await given.send(request, stream=True, follow_redirects=False)
        finally:
            if not isinstance(request.stream, InMemory):
                close_body(request)

    async def _read_whole(self, call: Call[Any, Any], response: httpx.Response) -> None:
        limit = call.settings.response_limits.json_bytes
        if call.settings.deadline is None and is_bounded(response, limit):
            await response.aread()
            return
        chunks = aiter(cast("AsyncIterator[bytes]", response.stream))
        try:
            decoder = make_decoder(response)
            body = WholeBody(response, call, limit)
            async for chunk in chunks:
                for piece in decoder.decode(chunk):
                    body.add(piece)
            decoder.finish()
            await response.aclose()
            body.finish()
        except UnsupportedCodingError:
            await aclose_shielded(response, chunks)
            if response.is_success:
                raise
            # What an error is, its status tells too.
            fill(response, b"", call.library)
        except BaseException:
            await aclose_shielded(response, chunks)
            raise

    async def read(self, call: Call[Any, Any], response: httpx.Response) -> bytes:
        """The whole body."""
        try:
            if not is_read(response):
                check_unread(response)
                await self._read_whole(call, response)
            return response.content
        except Exception as error:
            await response.aclose()
            ours = map_read_error(error, response, call)
            if call.trace is not None:
                call.trace.note_body(ours)
            raise ours from error

    def iterate(self, call: Call[Any, Any], response: httpx.Response, form: Form[T]) -> AsyncIterator[T]:
        """The body in this form, as it comes."""
        return AutoClosingIterator(self._iterate(call, response, form))

    async def _iterate(self, call: Call[Any, Any], response: httpx.Response, form: Form[T]) -> AsyncGenerator[T, None]:
        received = 0
        chunks: AsyncIterator[bytes] | None = None
        try:
            if is_read(response):
                for item in form.feed(response.content):
                    yield item
            else:
                check_unread(response)
                decoder = make_decoder(response)
                response.is_stream_consumed = True
                chunks = aiter(cast("AsyncIterator[bytes]", response.stream))
                async for chunk in chunks:
                    received += len(chunk)
                    for piece in decoder.decode(chunk):
                        for item in form.feed(piece):
                            yield item
                decoder.finish()
            for item in form.finish():
                yield item
        except Exception as error:
            ours = map_read_error(error, response, call, received)
            if call.trace is not None:
                call.trace.note_body(ours)
            raise ours from error
        else:
            if call.trace is not None:
                call.trace.note_body(None)
        finally:
            await aclose_shielded(response, chunks)


async def aclose_shielded(response: httpx.Response, chunks: AsyncIterator[bytes] | None) -> None:
    """Close `response`, also where the task is cancelled, and bring `chunks` to their end, which read its body."""
    import anyio

    with anyio.CancelScope(shield=True):
        await response.aclose()
        # The generators through which `httpx` reads end by this; left to themselves halfway, trio warns.
        if chunks is not None:
            with suppress(Exception):
                async for _ in chunks:
                    pass


# ---- errors ---------------------------------------------------------------------------------------------


def map_read_error(
    error: Exception, response: httpx.Response, call: Call[Any, Any], received: int | None = None
) -> ClaudeError:
    """The error of ours for one that came while the body of `response` was read; others are raised as they are.

    `received` is how many bytes of the body had come, where `response` does not know.
    """
    ours = map_coding_error(error, response)
    if ours is None:
        found = connection_error(error, response.request, has_head=True)
        if not isinstance(found, ClaudeError):
            raise found
        ours = found
    if isinstance(ours, APITimeoutError) and call.out_of_time():
        ours = call.past_deadline(response.request)
    if isinstance(ours, ResponseInterruptedError):
        ours.bytes_received = response.num_bytes_downloaded if received is None else received
    return call.with_attempts(ours)
