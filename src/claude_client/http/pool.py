"""Pools of connections for both clients, whose cost does not grow with the number of connections.

The pool under httpx 0.28 looks at all of its connections for each request, and again for each response. Here `slots`
says which connection a request takes; this module opens, uses and closes it. HTTP itself is `http11`.
"""

from __future__ import annotations

import ssl
import threading
import time
import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NoReturn, TypeAlias, cast

import httpx

from .connections import (
    AsyncConnection,
    AsyncTLSConnection,
    Deadline,
    SocketConnection,
    SyncConnection,
    connect_async,
    seconds_for,
)
from .exchange import (
    NEXT_PIECE,
    RECEIVE,
    SEND,
    HeadTimer,
    Outgoing,
    ResponseBody,
    describe_connecting,
    exchange,
    key_of,
    streamed_response,
    whole_response,
)
from .http11 import ResponseReader
from .proxies import Proxies
from .slots import C, Key, ReentrantEvent, Slot, Slots, Waiter
from .tls import default_context
from .tunnels import StartTLS, address_of, establish, forwarder_of, refusal

SocketOptions: TypeAlias = "Iterable[tuple[int, int, int]]"


class Pool(httpx.BaseTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps. It may be shared by threads.

    Args:
        verify: The TLS context of all connections; the one of this process where there is none.
        limits: How many connections there may be, how many of them idle, and for how long.
        socket_options: As `socket.setsockopt` takes them.
        proxies: Which proxy a request goes through; none where this is left out.
    """

    def __init__(
        self,
        *,
        verify: ssl.SSLContext | None = None,
        limits: httpx.Limits,
        socket_options: SocketOptions = (),
        proxies: Proxies | None = None,
    ) -> None:
        self.slots: Slots[SyncConnection, ReentrantEvent] = Slots[SyncConnection, ReentrantEvent](limits)
        # Streams are dropped anywhere, in the middle of what this thread does here too: the lock lets it in a second
        # time, and a slot that is released meanwhile waits for the first to be done.
        self._lock = threading.RLock()
        self._busy = False
        self._released: deque[tuple[Slot[SyncConnection], bool]] = deque()
        self._context = verify
        self._proxies = Proxies(trust_env=False) if proxies is None else proxies
        self._socket_options = list(socket_options)
        # A client that nobody closes is closed when nobody has it any more.
        weakref.finalize(self, _close_slots, self.slots)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; the body of the response is read by whoever has it.

        Raises:
            httpx.TransportError: The errors of `httpx.HTTPTransport`, each for the same reasons.
        """
        started = time.perf_counter()
        slot = self._acquire(key_of(request, self._proxies), request.extensions)
        try:
            if slot.connection is None:
                if (trace := request.extensions.get("trace")) is not None:
                    trace(*describe_connecting(slot.key))
                slot.connection = self._connect(slot.key, request)
                slot.proxy = forwarder_of(slot.key)
            reader = self._exchange(slot, request)
        except BaseException:
            self.release(slot, reusable=False)
            raise
        first = reader.first()
        if reader.is_whole:
            self.release(slot, reusable=reader.reusable)
            return whole_response(reader, request, first, started)
        body = _Body(self, slot, reader, first, request, started)
        slot.reader = weakref.ref(body, partial(self._release_dropped, slot))
        return streamed_response(reader, request, body, slot.connection)

    def _acquire(self, key: Key, extensions: Mapping[str, Any]) -> Slot[SyncConnection]:
        to_close: list[SyncConnection] = []
        with self._lock:
            self._busy = True
            try:
                slot = self.slots.acquire(key, to_close)
                waiter = None if slot is not None else self.slots.enqueue(key, ReentrantEvent())
            finally:
                self._busy = False
                if self._released:
                    self._settle(to_close)
        if to_close:
            _close_all(to_close)
        if waiter is None:
            return cast("Slot[SyncConnection]", slot)
        seconds = seconds_for("pool", extensions)
        try:
            assigned = waiter.assigned.wait(seconds)
        except BaseException:
            self._cancel(waiter)
            raise
        if not assigned:
            self._cancel(waiter)
            raise httpx.PoolTimeout(f"all {self.slots.max_connections} connections were in use for {seconds} s")
        return _require_slot(waiter)

    def _cancel(self, waiter: Waiter[SyncConnection, ReentrantEvent]) -> None:
        to_close: list[SyncConnection] = []
        with self._lock:
            self._busy = True
            try:
                self.slots.cancel(waiter, to_close)
            finally:
                self._busy = False
                self._settle(to_close)
        _close_all(to_close)

    def _connect(self, key: Key, request: httpx.Request) -> SyncConnection:
        connection: SyncConnection | None = None
        deadline = Deadline(seconds_for("connect", request.extensions))
        out = Outgoing()
        try:
            connection = SocketConnection.connect(*address_of(key), deadline.left(), self._socket_options)
            steps = establish(key, _tls_name(key, request), out)
            received: bytes | None = None
            while True:
                try:
                    step = steps.send(received)
                except StopIteration:
                    return connection
                if isinstance(step, StartTLS):
                    connection = connection.start_tls(self._context or default_context(), step.name, deadline.left())
                elif step is SEND:
                    connection.send(out.take(), deadline.left())
                else:
                    received = connection.receive(deadline.left())
        except BaseException as error:
            if connection is not None:
                connection.close()
            _raise_connect_error(error, key)

    def _exchange(self, slot: Slot[SyncConnection], request: httpx.Request) -> ResponseReader:
        connection, extensions = cast("SyncConnection", slot.connection), request.extensions
        trace = extensions.get("trace")
        pieces: Iterator[bytes] | None = None
        timeouts: Mapping[str, float | None] = extensions.get("timeout", {})
        out, head_timer = Outgoing(), HeadTimer(timeouts.get("read"))
        steps = exchange(request, slot.proxy, out)
        given: bytes | None = None
        try:
            step = next(steps)
            while True:
                try:
                    if step is NEXT_PIECE:
                        if pieces is None:
                            pieces = iter(cast("Iterable[bytes]", request.stream))
                        given = next(pieces, None)
                        if given is None:
                            pieces = None
                    else:
                        if trace is not None:
                            trace("exchange.started", {})
                        if step is RECEIVE:
                            given = connection.receive(head_timer.left())
                        else:
                            given = connection.send(out.take(), timeouts.get("write"), watch=out.watch)
                except httpx.WriteError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(given)
        except StopIteration as done:
            reader = cast("ResponseReader", done.value)
            if reader.status == 407 and slot.proxy is not None:
                raise refusal(slot.proxy, reader) from None
            return reader
        finally:
            if pieces is not None and hasattr(pieces, "close"):
                cast("Any", pieces).close()  # left halfway

    def release(self, slot: Slot[SyncConnection], *, reusable: bool) -> None:
        """Take back a slot. It may be called in the middle of anything."""
        to_close: list[SyncConnection] = []
        with self._lock:
            if self._busy:  # in the middle of something, which looks for it at its end
                self._released.append((slot, reusable))
                return
            self._busy = True
            try:
                self.slots.release(slot, to_close, reusable=reusable)
            finally:
                self._busy = False
                if self._released:
                    self._settle(to_close)
        if to_close:
            _close_all(to_close)

    def _settle(self, to_close: list[SyncConnection]) -> None:
        while self._released and not self._busy:
            self._busy = True
            try:
                slot, reusable = self._released.popleft()
                self.slots.release(slot, to_close, reusable=reusable)
            finally:
                self._busy = False

    def _release_dropped(self, slot: Slot[SyncConnection], _: object) -> None:
        self.release(slot, reusable=False)

    def close(self) -> None:
        """Close all connections, those in use too."""
        to_close: list[SyncConnection] = []
        with self._lock:
            self._busy = True
            try:
                in_use = self.slots.close(to_close)
            finally:
                self._busy = False
                self._settle(to_close)
        _close_all(to_close)
        for connection in in_use:
            connection.shut_down()


def _close_slots(slots: Slots[SyncConnection, Any]) -> None:
    to_close: list[SyncConnection] = []
    in_use = slots.close(to_close)
    _close_all(to_close + in_use)


def _close_all(connections: list[SyncConnection]) -> None:
    for connection in connections:
        connection.close()


class _Body(ResponseBody[SyncConnection], httpx.SyncByteStream):
    """The body of a response on `Client`; closing it gives the connection back."""

    def __init__(
        self,
        pool: Pool,
        slot: Slot[SyncConnection],
        reader: ResponseReader,
        first: bytes,
        request: httpx.Request,
        started: float,
    ) -> None:
        super().__init__(slot, reader, first, request, started)
        self._pool = pool

    def __iter__(self) -> Iterator[bytes]:
        reader, connection = self._reader, cast("SyncConnection", self._slot.connection)
        trace = self._extensions.get("trace")
        try:
            if self._first:
                yield self._first
            reader.check()
            while not reader.done:
                if trace is not None:
                    trace("body.started", {})
                data = connection.receive(seconds_for("read", self._extensions))
                if not data:
                    reader.feed_eof()
                else:
                    if chunk := reader.feed(data):
                        yield chunk
                    reader.check()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give the connection back."""
        if self._end():
            self._pool.release(self._slot, reusable=self._reader.done and self._reader.reusable)


class AsyncPool(httpx.AsyncBaseTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps, on one event loop of asyncio or trio.

    Args:
        verify: The TLS context of all connections; the one of this process where there is none.
        limits: How many connections there may be, how many of them idle, and for how long.
        socket_options: As `socket.setsockopt` takes them.
        proxies: Which proxy a request goes through; none where this is left out.
    """

    def __init__(
        self,
        *,
        verify: ssl.SSLContext | None = None,
        limits: httpx.Limits,
        socket_options: SocketOptions = (),
        proxies: Proxies | None = None,
    ) -> None:
        self.slots: Slots[AsyncConnection, Any] = Slots[AsyncConnection, Any](limits)
        self._context = verify
        self._proxies = Proxies(trust_env=False) if proxies is None else proxies
        self._socket_options = list(socket_options)
        self._on_its_loop: Callable[[Callable[[], Any]], None] | None = None
        # As for the blocking pool. No task is begun for that: the loop may be about to end.
        weakref.finalize(self, _discard_slots, self.slots).atexit = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; the body of the response is read by whoever has it.

        Raises:
            httpx.TransportError: The errors of `httpx.AsyncHTTPTransport`, each for the same reasons.
        """
        started = time.perf_counter()
        if self._on_its_loop is None:
            from .event_loops import loop_scheduler

            self._on_its_loop = loop_scheduler()
        slot = await self._acquire(key_of(request, self._proxies), request.extensions)
        try:
            if slot.connection is None:
                if (trace := request.extensions.get("trace")) is not None:
                    await trace(*describe_connecting(slot.key))
                slot.connection = await self._connect(slot.key, request)
                slot.proxy = forwarder_of(slot.key)
            reader = await self._exchange(slot, request)
        except BaseException:
            await self.release(slot, reusable=False)
            raise
        first = reader.first()
        if reader.is_whole:
            await self.release(slot, reusable=reader.reusable)
            return whole_response(reader, request, first, started)
        body = _AsyncBody(self, slot, reader, first, request, started)
        slot.reader = weakref.ref(body, partial(self._release_dropped, slot))
        return streamed_response(reader, request, body, slot.connection)

    async def _acquire(self, key: Key, extensions: Mapping[str, Any]) -> Slot[AsyncConnection]:
        to_close: list[AsyncConnection] = []
        slot = self.slots.acquire(key, to_close)
        if slot is not None and not to_close:
            return slot
        import anyio

        if slot is not None:
            try:
                await _close_all_async(to_close)
            except BaseException:
                await self.release(slot, reusable=True)
                raise
            return slot
        waiter = self.slots.enqueue(key, anyio.Event())
        seconds = seconds_for("pool", extensions)
        try:
            await _close_all_async(to_close)
            with anyio.fail_after(seconds):
                await waiter.assigned.wait()
        except BaseException as error:
            to_close.clear()
            self.slots.cancel(waiter, to_close)
            await _close_all_async(to_close)
            if isinstance(error, TimeoutError):
                raise httpx.PoolTimeout(
                    f"all {self.slots.max_connections} connections were in use for {seconds} s"
                ) from error
            raise
        return _require_slot(waiter)

    async def _connect(self, key: Key, request: httpx.Request) -> AsyncConnection:
        import anyio

        connection: AsyncConnection | None = None
        out = Outgoing()
        try:
            with anyio.fail_after(seconds_for("connect", request.extensions)):
                connection = await connect_async(*address_of(key), self._socket_options)
                steps = establish(key, _tls_name(key, request), out)
                received: bytes | None = None
                while True:
                    try:
                        step = steps.send(received)
                    except StopIteration:
                        return connection
                    if isinstance(step, StartTLS):
                        secured = AsyncTLSConnection(connection, self._context or default_context(), step.name)
                        await secured.handshake()
                        connection = secured
                    elif step is SEND:
                        await connection.send(out.take(), None)
                    else:
                        received = await connection.receive(None)
        except BaseException as error:
            if connection is not None:
                connection.close()
            _raise_connect_error(error, key)

    async def _exchange(self, slot: Slot[AsyncConnection], request: httpx.Request) -> ResponseReader:
        connection, extensions = cast("AsyncConnection", slot.connection), request.extensions
        trace = extensions.get("trace")
        pieces: AsyncIterator[bytes] | None = None
        timeouts: Mapping[str, float | None] = extensions.get("timeout", {})
        out, head_timer = Outgoing(), HeadTimer(timeouts.get("read"))
        steps = exchange(request, slot.proxy, out)
        given: bytes | None = None
        try:
            step = next(steps)
            while True:
                try:
                    if step is NEXT_PIECE:
                        if pieces is None:
                            pieces = aiter(cast("Any", request.stream))
                        given = await anext(pieces, None)
                        if given is None:
                            pieces = None
                    else:
                        if trace is not None:
                            await trace("exchange.started", {})
                        if step is RECEIVE:
                            given = await connection.receive(head_timer.left())
                        else:
                            given = await connection.send(out.take(), timeouts.get("write"), watch=out.watch)
                except httpx.WriteError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(given)
        except StopIteration as done:
            reader = cast("ResponseReader", done.value)
            if reader.status == 407 and slot.proxy is not None:
                raise refusal(slot.proxy, reader) from None
            return reader
        finally:
            if pieces is not None and hasattr(pieces, "aclose"):
                # Left halfway. Left to itself as well, trio would warn of it.
                await cast("Any", pieces).aclose()

    async def release(self, slot: Slot[AsyncConnection], *, reusable: bool) -> None:
        """Take back a slot."""
        to_close: list[AsyncConnection] = []
        self.slots.release(slot, to_close, reusable=reusable)
        if to_close:
            await _close_all_async(to_close)

    def _release_dropped(self, slot: Slot[AsyncConnection], _: object) -> None:
        # Now, this may be in any thread and in the middle of anything.
        if self._on_its_loop is not None:
            self._on_its_loop(partial(self.release, slot, reusable=False))

    async def aclose(self) -> None:
        """Close all connections, those in use too."""
        to_close: list[AsyncConnection] = []
        in_use = self.slots.close(to_close)
        await _close_all_async(to_close + in_use)


def _discard_slots(slots: Slots[AsyncConnection, Any]) -> None:
    to_close: list[AsyncConnection] = []
    in_use = slots.close(to_close)
    for connection in to_close + in_use:
        connection.discard()


async def _close_all_async(connections: list[AsyncConnection]) -> None:
    # All of them before anything is waited for, where this may be cancelled.
    for connection in connections:
        connection.close()
    if connections:
        import anyio

        # A loop of asyncio closes the sockets when it comes by next; who has awaited this may count on it.
        with anyio.CancelScope(shield=True):
            await anyio.lowlevel.checkpoint()


def _tls_name(key: Key, request: httpx.Request) -> str:
    return str(request.extensions.get("sni_hostname") or key[1])


def _raise_connect_error(error: BaseException, key: Key) -> NoReturn:
    """Raise what a connection that did not come about means, in the exceptions of httpx."""
    proxy = key[3]
    through = "" if proxy is None else f"through the proxy {proxy}: "
    if isinstance(error, httpx.ProxyError):
        raise error
    if isinstance(error, (TimeoutError, httpx.TimeoutException)):
        raise httpx.ConnectTimeout(f"{through}{error}") from error
    if isinstance(error, httpx.RemoteProtocolError) and proxy is not None:
        raise httpx.ProxyError(f"{through}{error}") from error
    if isinstance(error, (OSError, UnicodeError, httpx.TransportError)):  # a host may be no name that can be encoded
        raise httpx.ConnectError(f"{through}{error}") from error
    raise error


def _require_slot(waiter: Waiter[C, Any]) -> Slot[C]:
    if waiter.slot is None:
        raise RuntimeError("the client was closed while a call waited for a connection")
    return waiter.slot


class _AsyncBody(ResponseBody[AsyncConnection], httpx.AsyncByteStream):
    """The body of a response on `AsyncClient`; closing it gives the connection back."""

    def __init__(
        self,
        pool: AsyncPool,
        slot: Slot[AsyncConnection],
        reader: ResponseReader,
        first: bytes,
        request: httpx.Request,
        started: float,
    ) -> None:
        super().__init__(slot, reader, first, request, started)
        self._pool = pool
        self._begun = False

    # No generator: whoever stops halfway, as a decoder does at what it cannot read, would leave one behind.
    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            chunk = await self._next()
        except BaseException:
            await self.aclose()
            raise
        if not chunk:
            raise StopAsyncIteration
        return chunk

    async def _next(self) -> bytes:
        reader, connection = self._reader, cast("AsyncConnection", self._slot.connection)
        trace = self._extensions.get("trace")
        if not self._begun:
            self._begun = True
            if self._first:
                return self._first
        reader.check()
        while not reader.done:
            if trace is not None:
                await trace("body.started", {})
            data = await connection.receive(seconds_for("read", self._extensions))
            if not data:
                reader.feed_eof()
            elif chunk := reader.feed(data):
                return chunk
            reader.check()
        return b""

    async def aclose(self) -> None:
        """Give the connection back."""
        if self._end():
            await self._pool.release(self._slot, reusable=self._reader.done and self._reader.reusable)
