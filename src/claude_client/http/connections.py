"""Connections: bytes to a server and back, with timeouts, on sockets, on asyncio and on trio.

All of them have the same few methods. `send` stops where the server says something before all is sent, and keeps the
rest, which an empty `send` goes on with: a server that refuses a request does not take the rest of its body.
"""

from __future__ import annotations

import select
import socket
import ssl
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import zip_longest
from math import inf
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from .tls import TLSState

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    import httpx
else:
    from . import late_httpx as httpx


_READ_BYTES: Final = 64 * 1024
_WRITTEN_BYTES: Final = 256 * 1024
"""How much is given to an event loop, or to the system, at a time."""
_WRITTEN_AT_MOST: Final = 2 * 1024 * 1024
"""The same where the system has taken all that it was given."""
_BUFFERED_BYTES: Final = 256 * 1024
"""How much of a response may wait for a reader who is slower than the server."""
_HESITATION_SECONDS: Final = 0.25
"""The Connection Attempt Delay of RFC 8305: how long one address is tried before the next one is, beside it."""


def seconds_for(phase: str, extensions: Mapping[str, Any]) -> float | None:
    """Seconds that a phase of the request may take."""
    return cast("float | None", extensions.get("timeout", {}).get(phase))


class Deadline:
    """The end of something that takes several steps."""

    __slots__ = ("_end",)

    def __init__(self, seconds: float | None) -> None:
        self._end = None if seconds is None else time.monotonic() + seconds

    def left(self) -> float | None:
        """Seconds that are left, none of them negative."""
        return None if self._end is None else max(self._end - time.monotonic(), 0.0)


def reads_of(sock: socket.socket) -> Callable[[int], Sequence[object]]:
    """What tells, when it is called with 0, whether there is anything to read from a socket: made once a connection.

    On an idle one, what there is can only be its end. That the socket is closed counts too.
    """
    if not hasattr(select, "poll"):
        return partial(_select, sock)
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return poll.poll


def _select(sock: socket.socket, seconds: float) -> Sequence[object]:
    try:
        return select.select([sock], [], [], seconds)[0]
    except (OSError, ValueError):  # closed
        return [sock]


def _ready(sock: socket.socket, *, writing: bool, seconds: float | None) -> tuple[bool, bool] | None:
    """Whether `sock` can be read and written; None where neither is so in time."""
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(sock, select.POLLIN | select.POLLOUT if writing else select.POLLIN)
        events = poll.poll(None if seconds is None else seconds * 1000)
        # An error is told by reading and by writing.
        return (bool(events[0][1] & ~select.POLLOUT), bool(events[0][1] & ~select.POLLIN)) if events else None
    reading, able, _ = select.select([sock], [sock] if writing else [], [], seconds)
    return (bool(reading), bool(able)) if reading or able else None


# ---- on Client -----------------------------------------------------------------------------------------


class SyncConnection(Protocol):
    """A connection that is used by one thread at a time."""

    def send(self, data: bytes, seconds: float | None, *, watch: bool = False) -> bytes | None:
        """Send what is left of the last call, and `data`; with `watch`, what the server says before all is sent."""
        ...

    def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        ...

    def start_tls(self, context: ssl.SSLContext, name: str, seconds: float | None) -> SyncConnection:
        """This connection with TLS in it."""
        ...

    def is_alive(self) -> bool:
        """Whether the connection can be used again: it is open, and nothing has arrived that was not read."""
        ...

    def get_extra_info(self, info: str) -> object:
        """The `socket`, or the `ssl_object`, under the names that httpcore gives them."""
        ...

    def shut_down(self) -> None:
        """End it, from any thread: whoever uses it finds its end."""
        ...

    def close(self) -> None:
        """Close the connection, which nobody uses any more."""
        ...


class SocketConnection:
    """A connection on a socket, plain or with TLS."""

    __slots__ = ("_reads", "_rest", "_seconds", "_socket")

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        # TLS goes on with the same file descriptor.
        self._reads = reads_of(connected)
        self._seconds: float | None = -1.0
        self._rest = memoryview(b"")

    @classmethod
    def connect(cls, host: str, port: int, seconds: float | None, options: Iterable[Any]) -> SocketConnection:
        """Connect.

        Raises:
            OSError: That failed, or took too long (`TimeoutError`).
        """
        sock = socket.create_connection((host, port), _socket_timeout(seconds))
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for option in options:
                sock.setsockopt(*option)
        except BaseException:
            sock.close()
            raise
        return cls(sock)

    def start_tls(self, context: ssl.SSLContext, name: str, seconds: float | None) -> SyncConnection:
        """This connection with TLS in it."""
        if isinstance(self._socket, ssl.SSLSocket):
            return LayeredConnection(self, context, name, seconds)
        self._limit(seconds)
        self._socket = context.wrap_socket(self._socket, server_hostname=name)
        self._seconds = -1.0
        return self

    def send(self, data: bytes, seconds: float | None, *, watch: bool = False) -> bytes | None:
        """Send what is left of the last call, and `data`; with `watch`, what the server says before all is sent."""
        try:
            if watch or self._rest:
                return self._send_watching(memoryview(data), seconds, watch=watch)
            if seconds != self._seconds:
                self._limit(seconds)
            self._socket.sendall(data)
        # Tracebacks show local variables: `data` here and in `ssl` has the credentials.
        except TimeoutError as error:
            raise httpx.WriteTimeout(str(error)) from error.with_traceback(None)
        except OSError as error:
            raise httpx.WriteError(str(error)) from error.with_traceback(None)
        finally:
            data = b""
        return None

    def _send_watching(self, data: memoryview, seconds: float | None, *, watch: bool) -> bytes | None:
        if self._rest:
            data = memoryview(b"".join((self._rest, data)))
            self._rest = memoryview(b"")
        self._socket.settimeout(0.0)
        self._seconds = -1.0
        size = _WRITTEN_BYTES
        while data:
            ready = _ready(self._socket, writing=True, seconds=seconds)
            if ready is None:
                raise TimeoutError(f"the server took no bytes within {seconds} s")
            can_read, can_write = ready
            if watch and can_read and (early := self._read_now()) is not None:
                self._rest = data
                return early
            if can_write:
                with suppress(BlockingIOError, ssl.SSLWantWriteError):
                    sent = self._socket.send(bytes(data[:size]))
                    data = data[sent:]
                    # What the system does not take is copied in vain, and each call of it costs as much as copying.
                    size = min(size * 2, _WRITTEN_AT_MOST) if sent == size else _WRITTEN_BYTES
        return None

    def _read_now(self) -> bytes | None:
        """What has arrived; None where that is nothing that the server says, but what TLS needs."""
        try:
            return self._socket.recv(_READ_BYTES)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return None

    def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        try:
            if seconds != self._seconds:
                self._limit(seconds)
            return self._socket.recv(_READ_BYTES)
        except TimeoutError as error:
            raise httpx.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpx.ReadError(str(error)) from error

    def _limit(self, seconds: float | None) -> None:
        self._socket.settimeout(_socket_timeout(seconds))
        self._seconds = seconds

    def is_alive(self) -> bool:
        """Whether the connection can be used again: it is open, and nothing has arrived that was not read."""
        if isinstance(self._socket, ssl.SSLSocket) and self._socket.pending():
            return False
        return not self._reads(0)

    def get_extra_info(self, info: str) -> object:
        """The `socket`, or the `ssl_object`, under the names that httpcore gives them."""
        if info == "ssl_object":
            return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
        return self._socket if info == "socket" else None

    def shut_down(self) -> None:
        """End it, from any thread: whoever uses it finds its end."""
        # Not `close`: TLS would go on with the number of the socket, which may soon be that of another one.
        with suppress(OSError):
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection, which nobody uses any more."""
        with suppress(OSError):
            self._socket.close()


def _socket_timeout(seconds: float | None) -> float | None:
    # 0 would mean not to wait at all, and end in another error than a timeout.
    return seconds if seconds is None else max(seconds, 1e-6)


class LayeredConnection:
    """TLS inside another connection: that to an origin, behind a proxy which itself is reached over TLS."""

    __slots__ = ("_inner", "_rest", "_state")

    def __init__(self, inner: SyncConnection, context: ssl.SSLContext, name: str, seconds: float | None) -> None:
        self._inner = inner
        self._rest = memoryview(b"")
        self._state = TLSState(context, name)
        deadline = Deadline(seconds)
        while not self._state.handshake():
            self._inner.send(self._state.outgoing(), deadline.left())
            received = self._inner.receive(deadline.left())
            if not received:
                raise ssl.SSLEOFError("the connection was closed during the TLS handshake")
            self._state.feed(received)
        self._inner.send(self._state.outgoing(), deadline.left())

    def send(self, data: bytes, seconds: float | None, *, watch: bool = False) -> bytes | None:
        """Send what is left of the last call, and `data`; with `watch`, what the server says before all is sent."""
        rest, self._rest = memoryview(b"".join((self._rest, data)) if self._rest else data), memoryview(b"")
        try:
            early = self._inner.send(b"", seconds, watch=watch)
            while True:
                while early is not None:
                    if (text := self._state.read_all(early)) is not None:
                        self._rest = rest
                        return text
                    early = self._inner.send(b"", seconds, watch=watch)
                if not rest:
                    return None
                rest = rest[self._state.write(rest) :]
                early = self._inner.send(self._state.outgoing(), seconds, watch=watch)
        except ssl.SSLError as error:
            raise httpx.WriteError(str(error)) from error
        finally:
            data, rest = b"", memoryview(b"")  # tracebacks show local variables, and this has the credentials

    def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        try:
            while (text := self._state.read()) is None:
                if reply := self._state.outgoing():
                    self._inner.send(reply, seconds)
                received = self._inner.receive(seconds)
                if not received:
                    return b""
                self._state.feed(received)
        except ssl.SSLError as error:
            raise httpx.ReadError(str(error)) from error
        return text

    def start_tls(self, context: ssl.SSLContext, name: str, seconds: float | None) -> SyncConnection:
        """This connection with TLS in it."""
        return LayeredConnection(self, context, name, seconds)

    def is_alive(self) -> bool:
        """Whether the connection can be used again: it is open, and nothing has arrived that was not read."""
        return not self._state.has_unread and self._inner.is_alive()

    def get_extra_info(self, info: str) -> object:
        """The `socket`, or the `ssl_object`, under the names that httpcore gives them."""
        return self._state.ssl_object if info == "ssl_object" else self._inner.get_extra_info(info)

    def shut_down(self) -> None:
        """End it, from any thread: whoever uses it finds its end."""
        self._inner.shut_down()

    def close(self) -> None:
        """Close the connection, which nobody uses any more."""
        self._inner.close()


# ---- on AsyncClient ------------------------------------------------------------------------------------


class AsyncConnection(Protocol):
    """A connection on an event loop."""

    async def send(self, data: bytes, seconds: float | None, *, watch: bool = False) -> bytes | None:
        """Send what is left of the last call, and `data`; with `watch`, what the server says before all is sent."""
        ...

    async def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        ...

    def is_alive(self) -> bool:
        """Whether the connection can be used again: it is open, and nothing has arrived that was not read."""
        ...

    def get_extra_info(self, info: str) -> object:
        """The `socket`, or the `ssl_object`, under the names that httpcore gives them."""
        ...

    def close(self) -> None:
        """Close the connection, on its event loop. Nothing is waited for, so that no cancellation comes in between."""
        ...

    def discard(self) -> None:
        """Close it from anywhere, where nobody uses it any more."""
        ...


async def connect_async(host: str, port: int, options: Iterable[Any]) -> AsyncConnection:
    """A new TCP connection.

    Raises:
        OSError: That failed.
    """
    connect = TrioConnection.connect if is_on_trio() else AsyncioConnection.connect
    return await connect(host, port, options)


def is_on_trio() -> bool:
    """Whether the running event loop is not one of asyncio."""
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


class AsyncTLSConnection:
    """TLS inside a connection of an event loop. There may be two of them in each other, where a proxy speaks TLS."""

    __slots__ = ("_inner", "_rest", "_state")

    def __init__(self, inner: AsyncConnection, context: ssl.SSLContext, name: str) -> None:
        self._inner = inner
        self._rest = memoryview(b"")
        self._state = TLSState(context, name)

    async def handshake(self) -> None:
        """Agree on keys, and verify the other side.

        Raises:
            OSError: That failed.
        """
        try:
            while not self._state.handshake():
                await self._inner.send(self._state.outgoing(), None)
                received = await self._inner.receive(None)
                if not received:
                    raise ssl.SSLEOFError("the connection was closed during the TLS handshake")
                self._state.feed(received)
        except ssl.SSLError:
            # Tells the other side why.
            with suppress(httpx.TransportError):
                await self._inner.send(self._state.outgoing(), 1.0)
            raise
        await self._inner.send(self._state.outgoing(), None)

    async def send(self, data: bytes, seconds: float | None, *, watch: bool = False) -> bytes | None:
        """Send what is left of the last call, and `data`; with `watch`, what the server says before all is sent."""
        rest, self._rest = memoryview(b"".join((self._rest, data)) if self._rest else data), memoryview(b"")
        try:
            early = await self._inner.send(b"", seconds, watch=watch)
            while True:
                while early is not None:
                    if (text := self._state.read_all(early)) is not None:
                        self._rest = rest
                        return text
                    early = await self._inner.send(b"", seconds, watch=watch)
                if not rest:
                    return None
                rest = rest[self._state.write(rest) :]
                early = await self._inner.send(self._state.outgoing(), seconds, watch=watch)
        except ssl.SSLError as error:
            raise httpx.WriteError(str(error)) from error
        finally:
            data, rest = b"", memoryview(b"")  # tracebacks show local variables, and this has the credentials

    async def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        try:
            while (text := self._state.read()) is None:
                if reply := self._state.outgoing():
                    await self._inner.send(reply, seconds)
                received = await self._inner.receive(seconds)
                if not received:
                    return b""
                self._state.feed(received)
        except ssl.SSLError as error:
            raise httpx.ReadError(str(error)) from error
        return text

    def is_alive(self) -> bool:
        """Whether the connection can be used again: it is open, and nothing has arrived that was not read."""
        return not self._state.has_unread and self._inner.is_alive()

    def get_extra_info(self, info: str) -> object:
        """The `socket`, or the `ssl_object`, under the names that httpcore gives them."""
        return self._state.ssl_object if info == "ssl_object" else self._inner.get_extra_info(info)

    def close(self) -> None:
        """Close the connection, on its event loop."""
        self._inner.close()

    def discard(self) -> None:
        """Close it from anywhere, where nobody uses it any more."""
        self._inner.discard()


class AsyncioConnection:
    """A connection on an asyncio loop. It is the loop's own protocol: nothing lies between it and the socket."""

    # Not derived from `asyncio.Protocol`, so that the blocking client does not import asyncio.
    def __init__(self) -> None:
        import asyncio

        self._loop = asyncio.get_running_loop()
        self._transport: Any = None
        self._arrived: list[bytes] = []
        self._size = 0
        self._ended = False
        self._lost: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None
        """Resolved when there is something new for whoever sends or receives."""
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = 0.0
        self._is_writing = False
        self._wait_until = 0.0
        """What is waited for, and how long."""
        self._writable = True
        self._reading = True
        self._rest = memoryview(b"")
        self._reads: Callable[[int], Sequence[object]] | None = None

    @classmethod
    async def connect(cls, host: str, port: int, options: Iterable[Any]) -> AsyncConnection:
        """Connect."""
        import asyncio

        loop = asyncio.get_running_loop()
        if ":" in host or host.replace(".", "").isdigit():
            where: dict[str, Any] = {"host": host, "port": port}
        else:
            where = {"sock": await _race_to_connect(host, port)}
        transport, protocol = await loop.create_connection(cast("Any", cls), **where)
        sock = transport.get_extra_info("socket")
        for option in options:
            sock.setsockopt(*option)
        return cast("AsyncConnection", protocol)

    # What the loop calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is there."""
        self._transport = transport
        self._reads = reads_of(transport.get_extra_info("socket"))

    def data_received(self, data: bytes) -> None:
        """Something came."""
        self._arrived.append(data)
        self._size += len(data)
        if self._size > _BUFFERED_BYTES and self._reading:
            self._reading = False
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> bool:
        """Nothing more will come. What is being sent may still go out."""
        self._ended = True
        self._wake()
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._ended = True
        self._lost = exc
        self._writable = False
        if self._timer is not None:
            self._timer.cancel()
        self._wake()

    def pause_writing(self) -> None:
        """The server takes less than it is sent."""
        self._writable = False

    def resume_writing(self) -> None:
        """The server has caught up."""
        self._writable = True
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    # What the pool calls.

    async def send(self, data: bytes, seconds: float | None, *, watch: bool = False) -> bytes | None:
        """Send what is left of the last call, and `data`; with `watch`, what the server says before all is sent."""
        is_simple = not (watch or self._rest or self._ended) and self._writable and len(data) <= _WRITTEN_BYTES
        if is_simple and not self._transport.is_closing():
            self._transport.write(data)
            data = b""  # as below
            if self._writable:
                return None
        rest, self._rest = memoryview(b"".join((self._rest, data)) if self._rest else data), memoryview(b"")
        try:
            while True:
                if watch and self._arrived:
                    self._rest = rest
                    return self._take()
                if self._ended or self._transport.is_closing():
                    raise httpx.WriteError("the server has closed the connection") from self._lost
                if self._writable:
                    if not rest:
                        return None
                    # Not a view of it: what stands in for sockets (mocket) looks into it.
                    self._transport.write(bytes(rest[:_WRITTEN_BYTES]))
                    rest = rest[_WRITTEN_BYTES:]
                    if self._writable and not rest:
                        return None
                    continue
                await self._wait(seconds, writing=True)
        finally:
            data, rest = b"", memoryview(b"")  # tracebacks show local variables, and this has the credentials

    async def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        while not self._arrived:
            if self._ended:
                if self._lost is not None:
                    raise httpx.ReadError(str(self._lost)) from self._lost
                return b""
            await self._wait(seconds, writing=False)
        return self._take()

    async def _wait(self, seconds: float | None, *, writing: bool) -> None:
        """Wait until the loop has called."""
        self._waiter = waiter = self._loop.create_future()
        self._is_writing = writing
        self._wait_until = inf if seconds is None else self._loop.time() + seconds
        # A timer that is cancelled at each wait costs more than the rest of it. This one goes on from wait to wait.
        if (self._timer is None or self._timer_at > self._wait_until) and seconds is not None:
            self._start_timer()
        try:
            await waiter
        finally:
            self._waiter = None

    def _start_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer_at = self._wait_until
        self._timer = self._loop.call_at(self._timer_at, self._check_time)

    def _check_time(self) -> None:
        self._timer = None
        if self._waiter is None or self._waiter.done() or self._wait_until == inf:
            return
        if self._loop.time() < self._wait_until:
            self._start_timer()
        else:
            self._waiter.set_exception((httpx.WriteTimeout if self._is_writing else httpx.ReadTimeout)(""))

    def _take(self) -> bytes:
        data = self._arrived[0] if len(self._arrived) == 1 else b"".join(self._arrived)
        self._arrived.clear()
        self._size = 0
        if not self._reading:
            self._reading = True
            self._transport.resume_reading()
        return data

    def is_alive(self) -> bool:
        """Whether the connection can be used again: it is open, and nothing has arrived that was not read."""
        if self._ended or self._arrived or self._transport.is_closing():
            return False
        # The loop may not have had the time to look.
        return self._reads is not None and not self._reads(0)

    def get_extra_info(self, info: str) -> object:
        """The `socket`, under the name that httpcore gives it."""
        return self._transport.get_extra_info("socket") if info == "socket" else None

    def close(self) -> None:
        """Close the connection, on its event loop."""
        with suppress(RuntimeError):  # the loop is closed, and the socket with it
            self._transport.abort()

    def discard(self) -> None:
        """Close it from anywhere, where nobody uses it any more."""
        with suppress(RuntimeError):  # as above
            self._loop.call_soon_threadsafe(self._transport.abort)


async def _race_to_connect(host: str, port: int) -> socket.socket:
    """A socket that is connected to one of the addresses of a name: Happy Eyeballs, RFC 8305."""
    # asyncio has that too. But cancelled in the middle it leaves a socket open.
    import asyncio

    loop = asyncio.get_running_loop()
    addresses = _alternate_families(await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    attempts: list[asyncio.Task[socket.socket]] = []
    first: asyncio.Task[socket.socket] | None = None
    try:
        for address in addresses:
            attempts.append(loop.create_task(_connect_socket(address)))
            first = await _first(attempts, _HESITATION_SECONDS if len(attempts) < len(addresses) else None)
            if first is not None:
                return first.result()
        raise cast("BaseException", attempts[0].exception())
    finally:
        for each in attempts:
            if each is not first:
                each.cancel()
                each.add_done_callback(_close_socket_of)


async def _connect_socket(address: tuple[Any, ...]) -> socket.socket:
    import asyncio

    family, kind, protocol, _, where = address
    sock = socket.socket(family, kind, protocol)
    try:
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, where)
    except BaseException:
        sock.close()
        raise
    return sock


def _alternate_families(addresses: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Addresses with those of IPv6 and IPv4 by turns, as one of the two may lead nowhere."""
    by_family: dict[Any, list[tuple[Any, ...]]] = {}
    for each in addresses:
        by_family.setdefault(each[0], []).append(each)
    return [each for some in zip_longest(*by_family.values()) for each in some if each is not None]


async def _first(
    attempts: Iterable[asyncio.Task[socket.socket]], seconds: float | None
) -> asyncio.Task[socket.socket] | None:
    """The first that connects; none where it is time for another address, or where all have failed."""
    import asyncio

    waiting = {each for each in attempts if not each.done()}
    while waiting:
        done, waiting = await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            if each.exception() is None:
                return each
        if seconds is not None:
            return None
    return None


def _close_socket_of(task: asyncio.Task[socket.socket]) -> None:
    if not task.cancelled() and task.exception() is None:
        task.result().close()


class TrioConnection:
    """A connection on trio. It works on the socket itself, so that nothing keeps bytes of which it does not know."""

    __slots__ = ("_owner", "_reads", "_rest", "_socket")

    def __init__(self, owner: object, sock: socket.socket) -> None:
        self._owner = owner
        self._socket = sock
        self._reads = reads_of(sock)
        self._rest = memoryview(b"")

    @classmethod
    async def connect(cls, host: str, port: int, options: Iterable[Any]) -> AsyncConnection:
        """Connect."""
        import anyio
        from anyio.abc import SocketAttribute

        stream = await anyio.connect_tcp(host, port)
        connection = cls(stream, stream.extra(SocketAttribute.raw_socket))  # noqa: S610  # not Django's
        try:
            for option in options:
                connection._socket.setsockopt(*option)
        except BaseException:
            connection.close()
            raise
        return connection

    async def send(self, data: bytes, seconds: float | None, *, watch: bool = False) -> bytes | None:
        """Send what is left of the last call, and `data`; with `watch`, what the server says before all is sent."""
        import anyio

        rest, self._rest = memoryview(b"".join((self._rest, data)) if self._rest else data), memoryview(b"")
        try:
            await _lowlevel().checkpoint()
            while rest:
                try:
                    rest = rest[self._socket.send(bytes(rest[:_WRITTEN_BYTES])) :]
                except BlockingIOError:
                    with anyio.fail_after(seconds):
                        await self._wait(reading=watch)
                if watch and rest and self._reads(0):
                    self._rest = rest
                    return self._socket.recv(_READ_BYTES)
            if watch and self._reads(0):
                return self._socket.recv(_READ_BYTES)
        except TimeoutError as error:
            raise httpx.WriteTimeout(f"the server took no bytes within {seconds} s") from error
        except OSError as error:
            raise httpx.WriteError(str(error)) from error
        finally:
            data, rest = b"", memoryview(b"")  # tracebacks show local variables, and this has the credentials
        return None

    async def _wait(self, *, reading: bool) -> None:
        """Wait until the socket can be written, or read as well."""
        lowlevel, closed = _lowlevel(), sys.modules["trio"].ClosedResourceError
        if not reading:
            try:
                await lowlevel.wait_writable(self._socket)
            except closed as error:
                raise OSError("the connection was closed") from error
            return
        import anyio

        async def wait(until: Callable[[socket.socket], Awaitable[None]]) -> None:
            with suppress(closed):  # what is done next with the socket tells
                await until(self._socket)
            group.cancel_scope.cancel()

        async with anyio.create_task_group() as group:
            group.start_soon(wait, lowlevel.wait_writable)
            group.start_soon(wait, lowlevel.wait_readable)

    async def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        import anyio

        try:
            await _lowlevel().checkpoint()
            while True:
                with suppress(BlockingIOError):
                    return self._socket.recv(_READ_BYTES)
                with anyio.fail_after(seconds):
                    await _lowlevel().wait_readable(self._socket)
        except TimeoutError as error:
            # Not how long: of the time for a head, `seconds` is what the reads before have left.
            raise httpx.ReadTimeout(str(error)) from error
        except (OSError, sys.modules["trio"].ClosedResourceError) as error:
            raise httpx.ReadError(str(error)) from error

    def is_alive(self) -> bool:
        """Whether the connection can be used again: it is open, and nothing has arrived that was not read."""
        return not self._reads(0)

    def get_extra_info(self, info: str) -> object:
        """The `socket`, under the name that httpcore gives it."""
        return self._socket if info == "socket" else None

    def close(self) -> None:
        """Close the connection, on its event loop."""
        with suppress(RuntimeError):  # the loop has ended
            _lowlevel().notify_closing(self._socket)
        self.discard()

    def discard(self) -> None:
        """Close it from anywhere, where nobody uses it any more."""
        with suppress(OSError):
            self._socket.close()


def _lowlevel() -> Any:
    # Imported already, where it runs; this package does not depend on it.
    return sys.modules["trio"].lowlevel
