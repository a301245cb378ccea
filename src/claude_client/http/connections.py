"""Connections: bytes to a server and back, with timeouts, on sockets, on asyncio and on trio."""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import httpx

from .slots import Key

if TYPE_CHECKING:
    import asyncio

_READ_BYTES: Final = 64 * 1024
_BUFFERED_BYTES: Final = 256 * 1024
"""How much of an answer may wait for a reader who is slower than the server."""

_HESITATION_SECONDS: Final = 0.25
"""So long one address of a name is waited for before the next one is tried beside it."""


def seconds_for(phase: str, extensions: Mapping[str, Any]) -> float | None:
    """Seconds that a phase of the request may take."""
    return cast("float | None", extensions.get("timeout", {}).get(phase))


def is_quiet(sock: socket.socket) -> bool:
    """Whether there is nothing to read from a socket. On an idle one, what there is can only be its end."""
    try:
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(sock, select.POLLIN)
            return not poll.poll(0)
        return not select.select([sock], [], [], 0)[0]
    except (OSError, ValueError):  # closed
        return False


# ---- on Client -----------------------------------------------------------------------------------------


class SocketConnection:
    """A connection that is used by one thread at a time."""

    __slots__ = ("_seconds", "_socket")

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._seconds: float | None = -1.0

    @classmethod
    def connect(
        cls, key: Key, extensions: Mapping[str, Any], tls: ssl.SSLContext, options: Iterable[Any]
    ) -> SocketConnection:
        """Connect to an origin.

        Raises:
            httpx.ConnectError, httpx.ConnectTimeout: That failed.
        """
        scheme, host, port = key
        try:
            sock = socket.create_connection((host, port), _waiting(seconds_for("connect", extensions)))
            try:
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for option in options:
                    sock.setsockopt(*option)
                if scheme == b"https":
                    sock = tls.wrap_socket(sock, server_hostname=extensions.get("sni_hostname") or host)
            except BaseException:
                sock.close()
                raise
        except TimeoutError as error:
            raise httpx.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error
        return cls(sock)

    def send(self, data: bytes, seconds: float | None) -> None:
        """Send all of `data`."""
        try:
            self._limit(seconds)
            self._socket.sendall(data)
        except TimeoutError as error:
            raise httpx.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpx.WriteError(str(error)) from error

    def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        try:
            self._limit(seconds)
            return self._socket.recv(_READ_BYTES)
        except TimeoutError as error:
            raise httpx.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpx.ReadError(str(error)) from error

    def _limit(self, seconds: float | None) -> None:
        if seconds != self._seconds:
            self._socket.settimeout(_waiting(seconds))
            self._seconds = seconds

    def is_alive(self) -> bool:
        """Whether the connection can be used again."""
        return is_quiet(self._socket)

    def get_extra_info(self, info: str) -> object:
        """The socket, under the name that httpcore gives it."""
        return self._socket if info == "socket" else None

    def close(self) -> None:
        """Close the connection."""
        with suppress(OSError):
            self._socket.close()


def _waiting(seconds: float | None) -> float | None:
    # 0 would mean not to wait at all, and end in another error than a time-out.
    return seconds if seconds is None else max(seconds, 1e-6)


# ---- on AsyncClient ------------------------------------------------------------------------------------


class AsyncConnection(Protocol):
    """A connection on an event loop."""

    async def send(self, data: bytes, seconds: float | None) -> None:
        """Send all of `data`."""
        ...

    async def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        ...

    def is_alive(self) -> bool:
        """Whether the connection can be used again."""
        ...

    def get_extra_info(self, info: str) -> object:
        """The socket, under the name that httpcore gives it."""
        ...

    async def close(self) -> None:
        """Close the connection."""
        ...

    def discard(self) -> None:
        """Close it from anywhere, where nobody uses it any more."""
        ...


async def connect_async(
    key: Key, extensions: Mapping[str, Any], tls: ssl.SSLContext, options: Iterable[Any]
) -> AsyncConnection:
    """A new connection to an origin.

    Raises:
        httpx.ConnectError, httpx.ConnectTimeout: That failed.
    """
    import anyio

    scheme, host, port = key
    name = (extensions.get("sni_hostname") or host) if scheme == b"https" else None
    connect = TrioConnection.connect if _on_trio() else AsyncioConnection.connect
    try:
        with anyio.fail_after(seconds_for("connect", extensions)):
            return await connect(host, port, name, tls, options)
    except TimeoutError as error:
        raise httpx.ConnectTimeout(str(error)) from error
    except (OSError, anyio.BrokenResourceError, anyio.EndOfStream) as error:
        raise httpx.ConnectError(str(error)) from error


def _on_trio() -> bool:
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


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
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None
        self._writable = True
        self._reading = True

    @classmethod
    async def connect(
        cls, host: str, port: int, name: str | None, tls: ssl.SSLContext, options: Iterable[Any]
    ) -> AsyncConnection:
        """Connect; with TLS where there is a `name` to verify."""
        import asyncio

        loop = asyncio.get_running_loop()
        secured: dict[str, Any] = {} if name is None else {"ssl": tls, "server_hostname": name}
        if ":" in host or host.replace(".", "").isdigit():
            where: dict[str, Any] = {"host": host, "port": port}
        else:
            where = {"sock": await _race_to_connect(host, port)}
        transport, protocol = await loop.create_connection(cast("Any", cls), **where, **secured)
        sock = transport.get_extra_info("socket")
        for option in options:
            sock.setsockopt(*option)
        return cast("AsyncConnection", protocol)

    # What the loop calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is there."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Something came."""
        self._arrived.append(data)
        self._size += len(data)
        if self._size > _BUFFERED_BYTES and self._reading:
            self._reading = False
            self._transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        """Nothing more will come. What is being sent may still go out, but for TLS, which knows no such half."""
        self._ended = True
        _wake(self._reader)
        return self._transport.get_extra_info("sslcontext") is None

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._ended = True
        self._lost = exc
        self._writable = False
        _wake(self._reader)
        _wake(self._writer)

    def pause_writing(self) -> None:
        """The server takes less than it is sent."""
        self._writable = False

    def resume_writing(self) -> None:
        """The server has caught up."""
        self._writable = True
        _wake(self._writer)

    # What the pool calls.

    async def send(self, data: bytes, seconds: float | None) -> None:
        """Send all of `data`."""
        if self._ended or self._transport.is_closing():
            raise httpx.WriteError("the server has closed the connection") from self._lost
        self._transport.write(data)
        if self._writable:
            return
        self._writer = self._loop.create_future()
        try:
            await _within(seconds, self._writer, httpx.WriteTimeout)
        finally:
            self._writer = None
        if self._ended and not self._writable:
            raise httpx.WriteError("the server has closed the connection") from self._lost

    async def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        if not self._arrived and not self._ended:
            self._reader = self._loop.create_future()
            try:
                await _within(seconds, self._reader, httpx.ReadTimeout)
            finally:
                self._reader = None
        if not self._arrived:
            if self._lost is not None:
                raise httpx.ReadError(str(self._lost)) from self._lost
            return b""
        data = self._arrived[0] if len(self._arrived) == 1 else b"".join(self._arrived)
        self._arrived.clear()
        self._size = 0
        if not self._reading:
            self._reading = True
            self._transport.resume_reading()
        return data

    def is_alive(self) -> bool:
        """Whether the connection can be used again."""
        if self._ended or self._arrived or self._transport.is_closing():
            return False
        # The loop may not have had the time to look.
        return is_quiet(self._transport.get_extra_info("socket"))

    def get_extra_info(self, info: str) -> object:
        """The socket, under the name that httpcore gives it."""
        return self._transport.get_extra_info("socket") if info == "socket" else None

    async def close(self) -> None:
        """Close the connection."""
        import asyncio

        with suppress(RuntimeError):  # the loop is closed, and the socket with it
            self._transport.abort()
            # The loop closes the socket when it comes by next; who has awaited this may count on it.
            await asyncio.sleep(0)

    def discard(self) -> None:
        """Close it from anywhere, where nobody uses it any more."""
        with suppress(RuntimeError):  # as above
            self._loop.call_soon_threadsafe(self._transport.abort)


async def _race_to_connect(host: str, port: int) -> socket.socket:
    """A socket that is connected to one of the addresses of a name, the next one tried where the last hesitates."""
    # asyncio has that too (RFC 8305). But cancelled in the middle it leaves a socket open.
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


def _wake(waiting: asyncio.Future[None] | None) -> None:
    if waiting is not None and not waiting.done():
        waiting.set_result(None)


async def _within(seconds: float | None, future: asyncio.Future[None], error: type[httpx.TimeoutException]) -> None:
    if seconds is None:
        await future
        return
    timer = future.get_loop().call_later(seconds, _expire, future, error)
    try:
        await future
    finally:
        timer.cancel()


def _expire(future: asyncio.Future[None], error: type[httpx.TimeoutException]) -> None:
    if not future.done():
        future.set_exception(error(""))


class TrioConnection:
    """A connection on any other loop: that of trio."""

    __slots__ = ("_stream",)

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    @classmethod
    async def connect(
        cls, host: str, port: int, name: str | None, tls: ssl.SSLContext, options: Iterable[Any]
    ) -> AsyncConnection:
        """Connect; with TLS where there is a `name` to verify."""
        import anyio
        from anyio.streams.tls import TLSStream

        stream: Any = await anyio.connect_tcp(host, port)
        connection = cls(stream)
        try:
            for option in options:
                cast("socket.socket", connection.get_extra_info("socket")).setsockopt(*option)
            if name is not None:
                connection._stream = await TLSStream.wrap(
                    stream, server_side=False, hostname=name, ssl_context=tls, standard_compatible=False
                )
        except BaseException:
            await connection.close()
            raise
        return connection

    async def send(self, data: bytes, seconds: float | None) -> None:
        """Send all of `data`."""
        import anyio

        try:
            with anyio.fail_after(seconds):
                await self._stream.send(data)
        except TimeoutError as error:
            raise httpx.WriteTimeout(str(error)) from error
        except (OSError, anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            raise httpx.WriteError(str(error)) from error

    async def receive(self, seconds: float | None) -> bytes:
        """What comes next; empty where nothing more will."""
        import anyio

        try:
            with anyio.fail_after(seconds):
                return cast("bytes", await self._stream.receive(_READ_BYTES))
        except anyio.EndOfStream:
            return b""
        except TimeoutError as error:
            raise httpx.ReadTimeout(str(error)) from error
        except (OSError, anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            raise httpx.ReadError(str(error)) from error

    def is_alive(self) -> bool:
        """Whether the connection can be used again."""
        sock = self.get_extra_info("socket")
        return sock is not None and is_quiet(cast("socket.socket", sock))

    def get_extra_info(self, info: str) -> object:
        """The socket, under the name that httpcore gives it."""
        from anyio.abc import SocketAttribute

        return self._stream.extra(SocketAttribute.raw_socket, None) if info == "socket" else None  # noqa: S610  # not Django's

    async def close(self) -> None:
        """Close the connection."""
        import anyio

        with anyio.CancelScope(shield=True), suppress(Exception):
            await anyio.aclose_forcefully(self._stream)

    def discard(self) -> None:
        """Close it from anywhere, where nobody uses it any more."""
        sock = self.get_extra_info("socket")
        if sock is not None:
            cast("socket.socket", sock).close()
