"""Transports: the one door through which requests leave this package, and usable without the rest of it.

    import httpx
    from claude_client.http import Transport

    with httpx.Client(transport=Transport()) as client:
        client.get("https://api.anthropic.com/")

A transport keeps connections for both kinds of clients, and its cost does not grow with their number: the pool under
httpx 0.28 looks at all of its connections for each request, and again for each response. `slots` says which connection
a request takes; this module opens, uses and closes it. HTTP itself is `http11`.
"""

from __future__ import annotations

import socket
import ssl
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from functools import partial
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, cast

from . import guard
from .connections import (
    AsyncConnection,
    AsyncTLSConnection,
    Deadline,
    SocketConnection,
    SyncConnection,
    connect_async,
    seconds_for,
)
from .http11 import (
    NEXT_PIECE,
    RECEIVE,
    SEND,
    Outgoing,
    ResponseReader,
    exchange,
    left_for_head,
    request_bytes,
)
from .messages import WireRequest, WireResponse, to_httpx
from .proxies import Proxies, Proxy
from .slots import C, Key, Limits, ReentrantEvent, Slot, Slots, Waiter, key_of
from .tls import default_context
from .tunnels import StartTLS, address_of, establish, forwarder_of, refusal

if TYPE_CHECKING:
    import httpx

    from .urls import PlainURL
else:
    from . import late_httpx as httpx

SocketOptions: TypeAlias = "Iterable[tuple[int, int, int]]"

MAX_CONNECTIONS: Final = 1000


def _keep_alive() -> list[tuple[int, int, int]]:
    """Socket options that notice a dead peer within minutes, where the platform has them."""
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 60), ("TCP_KEEPCNT", 5)):
        option = getattr(socket, name, None)
        if option is not None:
            options.append((socket.IPPROTO_TCP, option, value))
    return options


KEEP_ALIVE: Final = tuple(_keep_alive())


# ---- what stands in for the network ---------------------------------------------------------------------

# Tests of applications replace the network with tools that replace methods of `httpx` (respx, pytest-httpx, pook;
# monitoring does it too) or of the `httpcore` under it (respx, vcrpy). Where a method is replaced, a request takes the
# way on which the replacement waits for it. A method counts as replaced when another package defines it, whatever its
# name. So no tool needs to be known here. mocket replaces the sockets, which need no other way.

_CORE_CLASSES: Final = {
    False: ("ConnectionPool", "HTTPConnection", "HTTPProxy"),
    True: ("AsyncConnectionPool", "AsyncHTTPConnection", "AsyncHTTPProxy"),
}
_SHORTCUTS: Final = frozenset({"get", "options", "head", "post", "put", "patch", "delete", "request", "stream"})
"""Of a client: they lead to `send`, with which this package begins."""
_originals: Final[dict[object, tuple[object, ...]]] = {}
"""For each class, all that was in it when no method was replaced: to compare that costs less than to look again."""


def is_replaced(*names: str, asynchronous: bool) -> bool:
    """Whether a method of one of these classes of `httpx`, or anything in the `httpcore` under them, is replaced."""
    # Neither library is imported to find that out: what replaces something has imported it.
    for library, classes in (("httpx", names), ("httpcore", _CORE_CLASSES[asynchronous])):
        module = sys.modules.get(library)
        for name in classes if module is not None else ():
            cls = getattr(module, name, None)
            if not isinstance(cls, type) or (
                _originals.get(cls) != tuple(vars(cls).values()) and not _is_original(cls)
            ):
                return True
    return False


def _is_original(cls: type) -> bool:
    package = cls.__module__.partition(".")[0]
    if package not in ("httpx", "httpx2", "httpcore", "httpcore2"):
        return False
    for name, each in vars(cls).items():
        if name in _SHORTCUTS:
            continue
        if isinstance(each, FunctionType):
            # `functools.wraps` copies the name of a module, but not where a function looks up its globals.
            home = str(each.__globals__.get("__name__")).partition(".")[0]
            if home not in (package, "contextlib"):
                return False
        elif callable(each) and not isinstance(each, (type, staticmethod, classmethod)):
            return False
    _originals[cls] = tuple(vars(cls).values())
    return True


# ---- both transports ------------------------------------------------------------------------------------


class _AnyTransport:
    """What both transports have in common."""

    def __init__(
        self,
        *,
        verify: ssl.SSLContext | None = None,
        limits: httpx.Limits | Limits | None = None,
        socket_options: SocketOptions = KEEP_ALIVE,
        proxy: str | httpx.URL | None = None,
        trust_env: bool = True,
    ) -> None:
        """Make a transport, which opens nothing yet.

        Args:
            verify: The TLS context of all connections. Left out, it is `ssl.create_default_context()` with the
                certificates of `SSL_CERT_FILE`, `SSL_CERT_DIR` or certifi, made for the first connection that needs it.
            limits: How many connections there may be at once (1,000), how many of them idle (as many), and for how many
                seconds (5).
            socket_options: As `socket.setsockopt` takes them. The default notices a dead peer within minutes.
            proxy: The proxy of every request: `http://`, `https://`, `socks5://` or `socks5h://`, with `user:password@`
                in front of the host where it asks for them.
            trust_env: Whether `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` apply where `proxy` is left out.

        Raises:
            httpx.ProxyError: `proxy` is malformed.
            httpx.UnsupportedProtocol: `proxy` has an unknown scheme.
        """
        # A second burst of calls finds the connections of the first; those that nobody needs are closed by their age.
        self._limits = limits or Limits(MAX_CONNECTIONS, MAX_CONNECTIONS)
        self._verify = verify
        self._socket_options = list(socket_options)
        try:
            self._proxies = Proxies(proxy, trust_env=trust_env)
        finally:
            proxy = None  # tracebacks show local variables, and this may have a password
        self._through_httpx: dict[object, Any] = {}
        """Clients and transports of httpx, made where something stands in for the network."""
        self._last: tuple[httpx.URL | PlainURL, Key] | None = None
        """The URL that was asked for last, and its key: most programs call one again and again."""
        self.slots: Slots[Any, Any] = Slots[Any, Any](self._limits)
        self._set_up()

    def _set_up(self) -> None:
        raise NotImplementedError

    def _key_of(self, url: httpx.URL | PlainURL) -> Key:
        last = self._last
        if last is None or last[0] is not url:
            self._last = last = url, key_of(url, self._proxies)
        return last[1]

    def _arguments(self) -> dict[str, Any]:
        limits = httpx.Limits(
            max_connections=self._limits.max_connections,
            max_keepalive_connections=self._limits.max_keepalive_connections,
            keepalive_expiry=self._limits.keepalive_expiry,
        )
        return {"limits": limits, "socket_options": self._socket_options}

    def _library_transport(self, request: httpx.Request, kind: Any) -> Any:
        """The transport of httpx that sends `request`."""
        proxy = self._proxy_of(request)
        if (kind, proxy) not in self._through_httpx:
            through = {} if proxy is None else {"proxy": httpx.Proxy(proxy.url)}
            verify = self._verify or default_context()
            self._through_httpx[kind, proxy] = kind(verify=verify, **through, **self._arguments())
        return self._through_httpx[kind, proxy]

    def _proxy_of(self, request: httpx.Request) -> Proxy | None:
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        return self._proxies.find(url.raw_scheme, url.raw_host.decode("ascii"), port)

    def _library_client(self, kind: Any) -> Any:
        """A client of httpx that sends with this transport."""
        if kind not in self._through_httpx:
            self._through_httpx[kind] = kind(transport=self, timeout=None, trust_env=False)
        return self._through_httpx[kind]

    def _made_transports(self) -> list[Any]:
        made = [each for kind, each in self._through_httpx.items() if isinstance(kind, tuple)]
        self._through_httpx.clear()
        return made


def describe_connecting(key: Key) -> tuple[str, dict[str, Any]]:
    """What `trace` is told of a connection that is about to be made, as httpcore tells it."""
    return "connection.connect_tcp.started", {"host": key[1], "port": key[2]}


def _tls_name(key: Key, extensions: Mapping[str, Any]) -> str:
    return str(extensions.get("sni_hostname") or key[1])


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


# ---- on Client ------------------------------------------------------------------------------------------


class Transport(_AnyTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps, from any number of threads.

    The cost of a request does not grow with the number of connections. Timeouts are those of the request
    (`extensions["timeout"]`), which `httpx.Client` sets; the read timeout also bounds the whole head of a response.
    """

    slots: Slots[SyncConnection, ReentrantEvent]

    def _set_up(self) -> None:
        # Streams are dropped anywhere, in the middle of what this thread does here too: the lock lets it in a second
        # time, and a slot that is released meanwhile waits for the first to be done.
        self._lock = threading.RLock()
        self._busy = False
        self._released: deque[tuple[Slot[SyncConnection], bool]] = deque()
        # A client that nobody closes is closed when nobody has it any more.
        weakref.finalize(self, _close_slots, self.slots)

    def send(self, request: httpx.Request | WireRequest) -> httpx.Response | WireResponse:
        """Send a `request` that no `httpx.Client` sends: what has replaced methods of that class sees it too.

        The body of the response has not been read.

        Raises:
            httpx.TransportError: As `handle_request`.
        """
        if is_replaced("Client", "HTTPTransport", asynchronous=False):
            client: httpx.Client = self._library_client(httpx.Client)
            if isinstance(request, WireRequest):
                request = request.to_httpx()
                guard.watch(request, self, asynchronous=False)
            return client.send(request, stream=True, follow_redirects=False)
        return self._send(request)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; `httpx.Client` calls this.

        Raises:
            httpx.TransportError: The errors of `httpx.HTTPTransport`, each for the same reasons.
        """
        if is_replaced("HTTPTransport", asynchronous=False):
            transport: httpx.HTTPTransport = self._library_transport(request, httpx.HTTPTransport)
            return transport.handle_request(request)
        response = self._send(request)
        return to_httpx(response)

    def _send(self, request: httpx.Request | WireRequest) -> httpx.Response | WireResponse:
        started = time.perf_counter()
        if guard.current is not None and isinstance(request, WireRequest):
            guard.current(request.url.host)
        slot = self._acquire(self._key_of(request.url), request.extensions)
        try:
            if slot.connection is None:
                slot.connection = self._connect(slot.key, request.extensions)
                slot.proxy = forwarder_of(slot.key)
            if isinstance(request, WireRequest) and slot.proxy is None and "trace" not in request.extensions:
                reader = self._exchange_at_once(slot.connection, request)
            else:
                request = to_httpx(request)
                reader = self._exchange(slot, request)
        except BaseException:
            self.release(slot, reusable=False)
            raise
        first = reader.first()
        if reader.done and reader.failure is None:
            self.release(slot, reusable=reader.reusable)
            seconds = time.perf_counter() - started
            return WireResponse(
                request, reader.status, reader.headers, reader.version, reader.reason, first, reader.is_encoded, seconds
            )
        request = to_httpx(request)
        from .streams import SyncBody

        body = SyncBody(self.release, slot, reader, first, request, started)
        slot.reader = weakref.ref(body, partial(self._release_dropped, slot))
        return body.to_response(request)

    def _exchange_at_once(self, connection: SyncConnection, request: WireRequest) -> ResponseReader:
        """Send a request in one piece, and read the head of its response."""
        timeouts, reader = request.extensions["timeout"], ResponseReader(request.method)
        try:  # noqa: SIM105  # it would cost as much as the rest of this function
            connection.send(request_bytes(request), timeouts["write"])
        except httpx.WriteError:
            # A server that has seen enough may respond and close. What it says is worth more than that it closed.
            pass
        began = time.monotonic()
        received = connection.receive(timeouts["read"])
        while not reader.feed_head(received):
            received = connection.receive(left_for_head(timeouts["read"], began))
        return reader

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

    def _connect(self, key: Key, extensions: Mapping[str, Any]) -> SyncConnection:
        connection: SyncConnection | None = None
        if (trace := extensions.get("trace")) is not None:
            trace(*describe_connecting(key))
        deadline = Deadline(seconds_for("connect", extensions))
        out = Outgoing()
        try:
            connection = SocketConnection.connect(*address_of(key), deadline.left(), self._socket_options)
            steps = establish(key, _tls_name(key, extensions), out)
            received: bytes | None = None
            while True:
                try:
                    step = steps.send(received)
                except StopIteration:
                    return connection
                if isinstance(step, StartTLS):
                    connection = connection.start_tls(self._verify or default_context(), step.name, deadline.left())
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
        out = Outgoing()
        began = seconds = None
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
                            if began is None:
                                began, seconds = time.monotonic(), timeouts.get("read")
                            given = connection.receive(left_for_head(seconds, began))
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
        for transport in self._made_transports():
            transport.close()
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


# ---- on AsyncClient -------------------------------------------------------------------------------------


class AsyncTransport(_AnyTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps, on one event loop of asyncio or trio.

    The same as `Transport`, for `httpx.AsyncClient`.
    """

    slots: Slots[AsyncConnection, Any]

    def _set_up(self) -> None:
        self._on_its_loop: Callable[[Callable[[], Any]], None] | None = None
        # As for the blocking transport. No task is begun for that: the loop may be about to end.
        weakref.finalize(self, _discard_slots, self.slots).atexit = False

    async def send(self, request: httpx.Request | WireRequest) -> httpx.Response | WireResponse:
        """Send a `request` that no `httpx.AsyncClient` sends: what has replaced methods of that class sees it too.

        The body of the response has not been read.

        Raises:
            httpx.TransportError: As `handle_async_request`.
        """
        if is_replaced("AsyncClient", "AsyncHTTPTransport", asynchronous=True):
            client: httpx.AsyncClient = self._library_client(httpx.AsyncClient)
            if isinstance(request, WireRequest):
                request = request.to_httpx()
                guard.watch(request, self, asynchronous=True)
            return await client.send(request, stream=True, follow_redirects=False)
        return await self._send(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; `httpx.AsyncClient` calls this.

        Raises:
            httpx.TransportError: The errors of `httpx.AsyncHTTPTransport`, each for the same reasons.
        """
        if is_replaced("AsyncHTTPTransport", asynchronous=True):
            transport: httpx.AsyncHTTPTransport = self._library_transport(request, httpx.AsyncHTTPTransport)
            return await transport.handle_async_request(request)
        response = await self._send(request)
        return to_httpx(response)

    async def _send(self, request: httpx.Request | WireRequest) -> httpx.Response | WireResponse:
        started = time.perf_counter()
        if guard.current is not None and isinstance(request, WireRequest):
            guard.current(request.url.host)
        if self._on_its_loop is None:
            from .event_loops import loop_scheduler

            self._on_its_loop = loop_scheduler()
        key, to_close = self._key_of(request.url), list[AsyncConnection]()
        slot = self.slots.acquire(key, to_close)
        if slot is None or to_close:
            slot = await self._wait_for(slot, key, to_close, request.extensions)
        try:
            if slot.connection is None:
                slot.connection = await self._connect(slot.key, request.extensions)
                slot.proxy = forwarder_of(slot.key)
            if isinstance(request, WireRequest) and slot.proxy is None and "trace" not in request.extensions:
                reader = await self._exchange_at_once(slot.connection, request)
            else:
                request = to_httpx(request)
                reader = await self._exchange(slot, request)
        except BaseException:
            await self.release(slot, reusable=False)
            raise
        first = reader.first()
        if reader.done and reader.failure is None:
            self.slots.release(slot, to_close, reusable=reader.reusable)
            if to_close:
                await _close_all_async(to_close)
            seconds = time.perf_counter() - started
            return WireResponse(
                request, reader.status, reader.headers, reader.version, reader.reason, first, reader.is_encoded, seconds
            )
        request = to_httpx(request)
        from .streams import AsyncBody

        body = AsyncBody(self.release, slot, reader, first, request, started)
        slot.reader = weakref.ref(body, partial(self._release_dropped, slot))
        return body.to_response(request)

    async def _exchange_at_once(self, connection: AsyncConnection, request: WireRequest) -> ResponseReader:
        """Send a request in one piece, and read the head of its response."""
        timeouts, reader = request.extensions["timeout"], ResponseReader(request.method)
        try:  # noqa: SIM105  # as on `Client`
            await connection.send(request_bytes(request), timeouts["write"])
        except httpx.WriteError:
            pass
        began = time.monotonic()
        received = await connection.receive(timeouts["read"])
        while not reader.feed_head(received):
            received = await connection.receive(left_for_head(timeouts["read"], began))
        return reader

    async def _wait_for(
        self,
        slot: Slot[AsyncConnection] | None,
        key: Key,
        to_close: list[AsyncConnection],
        extensions: Mapping[str, Any],
    ) -> Slot[AsyncConnection]:
        """Wait for a free slot where there is none yet, and close the connections that make room for it."""
        import anyio

        if slot is not None:
            try:
                await _close_all_async(to_close)
            except BaseException:
                await self.release(slot, reusable=True)
                raise
            to_close.clear()
            return slot
        waiter = self.slots.enqueue(key, anyio.Event())
        seconds = seconds_for("pool", extensions)
        try:
            await _close_all_async(to_close)
            to_close.clear()
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

    async def _connect(self, key: Key, extensions: Mapping[str, Any]) -> AsyncConnection:
        import anyio

        connection: AsyncConnection | None = None
        if (trace := extensions.get("trace")) is not None:
            await trace(*describe_connecting(key))
        out = Outgoing()
        try:
            with anyio.fail_after(seconds_for("connect", extensions)):
                connection = await connect_async(*address_of(key), self._socket_options)
                steps = establish(key, _tls_name(key, extensions), out)
                received: bytes | None = None
                while True:
                    try:
                        step = steps.send(received)
                    except StopIteration:
                        return connection
                    if isinstance(step, StartTLS):
                        secured = AsyncTLSConnection(connection, self._verify or default_context(), step.name)
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
        out = Outgoing()
        began = seconds = None
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
                            if began is None:
                                began, seconds = time.monotonic(), timeouts.get("read")
                            given = await connection.receive(left_for_head(seconds, began))
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
        for transport in self._made_transports():
            await transport.aclose()
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
