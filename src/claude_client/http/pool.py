"""Connections that wait to be used again: `httpx` transports for both clients, whose cost does not grow with them.

The pool under httpx 0.28 looks at all of its connections for each request, and again for each response. Here the idle
ones lie on stacks, so that a request takes the last one used, and who has to wait for one stands in a line. HTTP itself
is `http11`; proxies and HTTP/2 are left to the transports of httpx.
"""

from __future__ import annotations

import select
import socket
import ssl
import threading
import time
import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeAlias, TypeVar, cast

import httpx

from .bodies import in_memory_class
from .http11 import ResponseReader, request_head

if TYPE_CHECKING:
    import asyncio

Key: TypeAlias = tuple[bytes, str, int]
"""Scheme, host and port: what connections are kept for."""

_PORTS: Final = {b"http": 80, b"https": 443}
_READ_BYTES: Final = 64 * 1024
_BUFFERED_BYTES: Final = 256 * 1024
"""How much of an answer may wait for a reader who is slower than the server."""
_JOINED_BYTES: Final = 64 * 1024
"""Up to here a body goes out together with the head: a system call costs more than copying it."""

_HESITATION_SECONDS: Final = 0.25
"""So long one address of a name is waited for before the next one is tried beside it."""


# ---- which connection ----------------------------------------------------------------------------------


class Event(Protocol):
    def set(self) -> object: ...


class Link(Protocol):
    """A connection, as far as keeping it is concerned."""

    def is_alive(self) -> bool:
        """Whether the server has neither closed it nor said something that nobody asked for."""
        ...


L = TypeVar("L", bound=Link)
E = TypeVar("E", bound=Event)


class Place(Generic[L]):
    """What a request holds from its start to the end of its answer: a connection, or the room for one."""

    __slots__ = ("idle_since", "key", "link", "reader")

    def __init__(self, key: Key) -> None:
        self.key: Key = key
        self.link: L | None = None
        self.idle_since: float = 0.0
        self.reader: weakref.ref[Any] | None = None
        """The body that is read from it, and what is done when that is dropped halfway."""


class Waiter(Generic[L, E]):
    """Somebody in the line for a place."""

    __slots__ = ("key", "place", "served")

    def __init__(self, key: Key, served: E) -> None:
        self.key: Key = key
        self.served: E = served
        self.place: Place[L] | None = None

    def serve(self, place: Place[L]) -> None:
        """Hand a place over."""
        self.place = place
        self.served.set()


class Places(Generic[L, E]):
    """Who has which connection. It neither opens nor closes them: what is to be closed is given to whoever asked.

    No method looks at more connections than it changes, but for the first of each origin where all are in use.
    """

    def __init__(self, limits: httpx.Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.most: float = _bound(limits.max_connections)
        self.most_idle: float = min(_bound(limits.max_keepalive_connections), self.most)
        self.keepalive: float = _bound(limits.keepalive_expiry)
        self.closed: bool = False
        self.taken: set[Place[L]] = set()
        self.idle_count: int = 0
        self._clock = clock
        self._idle: dict[Key, deque[Place[L]]] = {}
        self._line: deque[Waiter[L, E]] = deque()

    @property
    def count(self) -> int:
        """Connections, and those that are being made."""
        return len(self.taken) + self.idle_count

    def take(self, key: Key, to_close: list[L]) -> Place[L] | None:
        """A place for a request; none where one has to be waited for.

        Raises:
            RuntimeError: The pool is closed.
        """
        if self.closed:
            raise RuntimeError("the client has been closed")
        while (stack := self._idle.get(key)) is not None:
            place = self._popped(key, stack.pop())
            link = cast("L", place.link)
            if link.is_alive():
                self.taken.add(place)
                return place
            to_close.append(link)
        if self._line:
            return None
        if self.count >= self.most and self._idle:
            # One that is kept for another origin makes room.
            other, stack = next(iter(self._idle.items()))
            to_close.append(cast("L", self._popped(other, stack.popleft()).link))
        if self.count >= self.most:
            return None
        return self._new(key)

    def stand_in_line(self, key: Key, served: E) -> Waiter[L, E]:
        """Wait for a place; `served` is set when there is one, or when there will be none."""
        waiter = Waiter[L, E](key, served)
        self._line.append(waiter)
        return waiter

    def leave_line(self, waiter: Waiter[L, E], to_close: list[L]) -> None:
        """Stop waiting; a place that was handed over in the same moment goes on to the next."""
        if waiter.place is not None:
            self.give_back(waiter.place, to_close, reusable=True)
        else:
            with suppress(ValueError):  # the pool was closed
                self._line.remove(waiter)

    def give_back(self, place: Place[L], to_close: list[L], *, reusable: bool) -> None:
        """Give back a place, whose connection may be `reusable` or not."""
        if place not in self.taken:
            return
        self.taken.remove(place)
        link = place.link
        if link is None:
            pass
        elif not reusable or self.closed or (self._line and self._line[0].key != place.key):
            to_close.append(link)
        elif self._line:
            self.taken.add(place)
            self._line.popleft().serve(place)
            return
        else:
            self._lay_down(place, to_close)
            return
        if self._line:
            waiter = self._line.popleft()
            waiter.serve(self._new(waiter.key))

    def close(self, to_close: list[L]) -> None:
        """Close all connections, those in use too."""
        self.closed = True
        places = [*self.taken, *(place for stack in self._idle.values() for place in stack)]
        to_close += [place.link for place in places if place.link is not None]
        self.taken.clear()
        self._idle.clear()
        self.idle_count = 0
        while self._line:
            self._line.popleft().served.set()

    def _new(self, key: Key) -> Place[L]:
        place = Place[L](key)
        self.taken.add(place)
        return place

    def _popped(self, key: Key, place: Place[L]) -> Place[L]:
        self.idle_count -= 1
        if not self._idle[key]:
            del self._idle[key]
        return place

    def _lay_down(self, place: Place[L], to_close: list[L]) -> None:
        now = place.idle_since = self._clock()
        stack = self._idle.get(place.key)
        if stack is None:
            stack = self._idle[place.key] = deque()
        stack.append(place)
        self.idle_count += 1
        while stack and (self.idle_count > self.most_idle or now - stack[0].idle_since > self.keepalive):
            to_close.append(cast("L", self._popped(place.key, stack.popleft()).link))


def _bound(limit: float | None) -> float:
    return float("inf") if limit is None else limit


# ---- one exchange --------------------------------------------------------------------------------------


class Receive:
    """In an exchange: read what comes next."""


class NextPiece:
    """In an exchange: the next piece of the request's body; `None` behind the last."""


RECEIVE: Final = Receive()
NEXT_PIECE: Final = NextPiece()
Exchange: TypeAlias = "Generator[bytes | Receive | NextPiece, bytes | None, ResponseReader]"


def exchange(request: httpx.Request) -> Exchange:
    """Send a request and read the head of its response: yields bytes to send, or asks for some."""
    url, headers = request.url, request.headers.raw
    out = request_head(request.method, url.raw_path, headers)
    chunked, left = _framing(headers)
    try:
        while (piece := (yield NEXT_PIECE)) is not None:
            if not piece:
                continue
            left -= len(piece)
            if chunked:
                piece = b"%x\r\n%b\r\n" % (len(piece), piece)
            elif left < 0:
                raise httpx.LocalProtocolError("the body is longer than its content-length header says")
            if len(out) + len(piece) <= _JOINED_BYTES:
                out += piece
                continue
            if out:
                yield out
            out = b""
            if len(piece) <= _JOINED_BYTES // 2:
                out = piece
            else:
                yield piece
        if chunked:
            out += b"0\r\n\r\n"
        elif left > 0:
            raise httpx.LocalProtocolError("the body is shorter than its content-length header says")
        if out:
            yield out
    except httpx.WriteError:
        # A server that has seen enough may answer and close. What it says is worth more than that it closed.
        pass
    reader = ResponseReader(request.method)
    while not reader.feed_head(cast("bytes", (yield RECEIVE))):
        pass
    return reader


def _framing(headers: Iterable[tuple[bytes, bytes]]) -> tuple[bool, int]:
    """Whether the body goes out in chunks, and how long it is otherwise."""
    length = 0
    for name, value in headers:
        size = len(name)
        if size == 14 and name.lower() == b"content-length":
            length = int(value)
        elif size == 17 and name.lower() == b"transfer-encoding":
            return True, 0
    return False, length


def key_of(request: httpx.Request) -> Key:
    """Where a request goes.

    Raises:
        httpx.UnsupportedProtocol: To no place that HTTP leads to.
    """
    url = request.url
    scheme = url.raw_scheme
    if scheme not in _PORTS:
        raise httpx.UnsupportedProtocol(
            f"the address {url.copy_with(query=None)} begins with neither http:// nor https://"
        )
    return scheme, url.raw_host.decode("ascii"), url.port or _PORTS[scheme]


def _connecting(key: Key) -> tuple[str, dict[str, Any]]:
    """What `trace` is told of a connection that is about to be made, as httpcore tells it."""
    return "connection.connect_tcp.started", {"host": key[1], "port": key[2]}


def seconds_for(phase: str, extensions: Mapping[str, Any]) -> float | None:
    """Seconds that a phase of the request may take."""
    return cast("float | None", extensions.get("timeout", {}).get(phase))


def whole_response(reader: ResponseReader, request: httpx.Request, body: bytes, started: float) -> httpx.Response:
    """The response whose body came together with its head, as most do that are no stream. It needs no connection."""
    stream = in_memory_class(cast("Any", httpx))(body)  # for type checkers a module cannot be hashed
    response = _response(reader, request, stream, {})
    response.elapsed = _since(started)
    return response


def streamed_response(reader: ResponseReader, request: httpx.Request, body: _AnyBody[Any], link: Any) -> httpx.Response:
    """The response whose body is still to be read from `link`."""
    response = _response(reader, request, body, {"network_stream": link})
    body.response = weakref.ref(response)
    return response


def _response(
    reader: ResponseReader, request: httpx.Request, stream: Any, extensions: dict[str, Any]
) -> httpx.Response:
    extensions["http_version"] = reader.version
    extensions["reason_phrase"] = reader.reason
    response = httpx.Response(
        reader.status, headers=reader.headers, stream=stream, extensions=extensions, request=request
    )
    if reader.is_ascii:
        # Else the library finds that out by decoding each header.
        response.headers.encoding = "ascii"
    return response


def _since(started: float) -> timedelta:
    return timedelta(seconds=time.perf_counter() - started)


def is_quiet(found: socket.socket) -> bool:
    """Whether there is nothing to read from a socket. On an idle one, what there is can only be its end."""
    try:
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(found, select.POLLIN)
            return not poll.poll(0)
        return not select.select([found], [], [], 0)[0]
    except (OSError, ValueError):  # closed
        return False


# ---- on Client -----------------------------------------------------------------------------------------


class SocketLink:
    """A connection that is used by one thread at a time."""

    __slots__ = ("_seconds", "_socket")

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._seconds: float | None = -1.0

    @classmethod
    def connect(
        cls, key: Key, extensions: Mapping[str, Any], tls: ssl.SSLContext, options: Iterable[Any]
    ) -> SocketLink:
        """Connect to an origin.

        Raises:
            httpx.ConnectError, httpx.ConnectTimeout: That failed.
        """
        scheme, host, port = key
        try:
            found = socket.create_connection((host, port), _waiting(seconds_for("connect", extensions)))
            try:
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for option in options:
                    found.setsockopt(*option)
                if scheme == b"https":
                    found = tls.wrap_socket(found, server_hostname=extensions.get("sni_hostname") or host)
            except BaseException:
                found.close()
                raise
        except TimeoutError as error:
            raise httpx.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error
        return cls(found)

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


class Signal:
    """Set once, and waited for in one thread. What is collected in the middle of the wait may set it too."""

    # An event of `threading` has a lock around each of its steps, which the thread that waits may hold just then.
    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lock.acquire()

    def set(self) -> None:
        """End the wait."""
        self._lock.release()

    def wait(self, seconds: float | None) -> bool:
        """Wait, and tell whether it was set in time."""
        return self._lock.acquire(timeout=-1 if seconds is None else max(seconds, 0.0))


class Pool(httpx.BaseTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps. It may be shared by threads.

    Args:
        verify: The TLS context of all connections.
        limits: How many connections there may be, how many of them idle, and for how long.
        socket_options: As `socket.setsockopt` takes them.
    """

    def __init__(
        self, *, verify: ssl.SSLContext, limits: httpx.Limits, socket_options: Iterable[tuple[int, int, int]] = ()
    ) -> None:
        self.places: Places[SocketLink, Signal] = Places[SocketLink, Signal](limits)
        # Streams are dropped anywhere, in the middle of what this thread does here too: the lock lets it in a second
        # time, and what is given back then waits for the first to be done.
        self._lock = threading.RLock()
        self._busy = False
        self._given_back: deque[tuple[Place[SocketLink], bool]] = deque()
        self._tls = verify
        self._socket_options = list(socket_options)
        # A client that nobody closes is closed when nobody has it any more.
        weakref.finalize(self, _close_places, self.places)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; the answer's body is read by whoever has it.

        Raises:
            httpx.TransportError: The errors of `httpx.HTTPTransport`, each for the same reasons.
        """
        started = time.perf_counter()
        place = self._place(key_of(request), request.extensions)
        try:
            if place.link is None:
                if (trace := request.extensions.get("trace")) is not None:
                    trace(*_connecting(place.key))
                place.link = SocketLink.connect(place.key, request.extensions, self._tls, self._socket_options)
            reader = self._exchange(place.link, request)
        except BaseException:
            self.give_back(place, reusable=False)
            raise
        first = reader.first()
        if reader.is_whole:
            self.give_back(place, reusable=reader.reusable)
            return whole_response(reader, request, first, started)
        body = _Body(self, place, reader, first, request, started)
        place.reader = weakref.ref(body, partial(self._dropped, place))
        return streamed_response(reader, request, body, place.link)

    def _place(self, key: Key, extensions: Mapping[str, Any]) -> Place[SocketLink]:
        to_close: list[SocketLink] = []
        with self._lock:
            self._busy = True
            try:
                place = self.places.take(key, to_close)
                waiter = None if place is not None else self.places.stand_in_line(key, Signal())
            finally:
                self._done(to_close)
        _close_all(to_close)
        if waiter is None:
            return cast("Place[SocketLink]", place)
        seconds = seconds_for("pool", extensions)
        try:
            served = waiter.served.wait(seconds)
        except BaseException:
            self._leave_line(waiter)
            raise
        if not served:
            self._leave_line(waiter)
            raise httpx.PoolTimeout(f"all {self.places.most} connections were in use for {seconds} s")
        return _served(waiter)

    def _leave_line(self, waiter: Waiter[SocketLink, Signal]) -> None:
        to_close: list[SocketLink] = []
        with self._lock:
            self._busy = True
            try:
                self.places.leave_line(waiter, to_close)
            finally:
                self._done(to_close)
        _close_all(to_close)

    def _exchange(self, link: SocketLink, request: httpx.Request) -> ResponseReader:
        extensions = request.extensions
        trace = extensions.get("trace")
        pieces: Iterator[bytes] | None = None
        steps = exchange(request)
        given: bytes | None = None
        try:
            step = next(steps)
            while True:
                try:
                    if step is NEXT_PIECE:
                        if pieces is None:
                            pieces = iter(cast("Iterable[bytes]", request.stream))
                        given = next(pieces, None)
                    else:
                        if trace is not None:
                            trace("exchange.started", {})
                        if step is RECEIVE:
                            given = link.receive(seconds_for("read", extensions))
                        else:
                            link.send(cast("bytes", step), seconds_for("write", extensions))
                except httpx.WriteError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(given)
        except StopIteration as done:
            return cast("ResponseReader", done.value)

    def give_back(self, place: Place[SocketLink], *, reusable: bool) -> None:
        """Take back a place. It may be called in the middle of anything."""
        to_close: list[SocketLink] = []
        with self._lock:
            self._given_back.append((place, reusable))
            self._settle(to_close)
        _close_all(to_close)

    def _done(self, to_close: list[SocketLink]) -> None:
        self._busy = False
        self._settle(to_close)

    def _settle(self, to_close: list[SocketLink]) -> None:
        while self._given_back and not self._busy:
            self._busy = True
            try:
                place, reusable = self._given_back.popleft()
                self.places.give_back(place, to_close, reusable=reusable)
            finally:
                self._busy = False

    def _dropped(self, place: Place[SocketLink], _: object) -> None:
        self.give_back(place, reusable=False)

    def close(self) -> None:
        """Close all connections, those in use too."""
        to_close: list[SocketLink] = []
        with self._lock:
            self._busy = True
            try:
                self.places.close(to_close)
            finally:
                self._done(to_close)
        _close_all(to_close)


def _close_places(places: Places[SocketLink, Any]) -> None:
    to_close: list[SocketLink] = []
    places.close(to_close)
    _close_all(to_close)


def _close_all(links: list[SocketLink]) -> None:
    for link in links:
        link.close()


class _AnyBody(Generic[L]):
    """What the bodies of both clients have in common."""

    def __init__(
        self, place: Place[L], reader: ResponseReader, first: bytes, request: httpx.Request, started: float
    ) -> None:
        self._place = place
        self._reader = reader
        self._first = first
        self._extensions = request.extensions
        self._started = started
        self._over = False
        self.response: weakref.ref[httpx.Response] | None = None
        """Weak, so that a response that nobody looks at any more is gone at once, and this with it."""

    def _end(self) -> bool:
        """Whether this is the first call: the place is to be given back."""
        if self._over:
            return False
        self._over = True
        # From here on it may be dropped: the place is given back once, and soon somebody else's.
        self._place.reader = None
        response = None if self.response is None else self.response()
        if response is not None:
            response.elapsed = _since(self._started)
        return True


class _Body(_AnyBody[SocketLink], httpx.SyncByteStream):
    """The body of an answer on `Client`; closing it gives the connection back."""

    def __init__(
        self,
        pool: Pool,
        place: Place[SocketLink],
        reader: ResponseReader,
        first: bytes,
        request: httpx.Request,
        started: float,
    ) -> None:
        super().__init__(place, reader, first, request, started)
        self._pool = pool

    def __iter__(self) -> Iterator[bytes]:
        reader, link = self._reader, cast("SocketLink", self._place.link)
        trace = self._extensions.get("trace")
        try:
            if self._first:
                yield self._first
            reader.check()
            while not reader.done:
                if trace is not None:
                    trace("body.started", {})
                data = link.receive(seconds_for("read", self._extensions))
                if not data:
                    reader.ended()
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
            self._pool.give_back(self._place, reusable=self._reader.done and self._reader.reusable)


# ---- on AsyncClient ------------------------------------------------------------------------------------


class AsyncLink(Protocol):
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


async def connected(key: Key, extensions: Mapping[str, Any], tls: ssl.SSLContext, options: Iterable[Any]) -> AsyncLink:
    """A new connection to an origin.

    Raises:
        httpx.ConnectError, httpx.ConnectTimeout: That failed.
    """
    import anyio

    scheme, host, port = key
    name = (extensions.get("sni_hostname") or host) if scheme == b"https" else None
    connect = AnyioLink.connect if _on_trio() else AsyncioLink.connect
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


class AsyncioLink:
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
    ) -> AsyncLink:
        """Connect; with TLS where there is a `name` to verify."""
        import asyncio

        loop = asyncio.get_running_loop()
        secured: dict[str, Any] = {} if name is None else {"ssl": tls, "server_hostname": name}
        if ":" in host or host.replace(".", "").isdigit():
            where: dict[str, Any] = {"host": host, "port": port}
        else:
            where = {"sock": await _first_to_connect(host, port)}
        transport, protocol = await loop.create_connection(cast("Any", cls), **where, **secured)
        found = transport.get_extra_info("socket")
        for option in options:
            found.setsockopt(*option)
        return cast("AsyncLink", protocol)

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


async def _first_to_connect(host: str, port: int) -> socket.socket:
    """A socket that is connected to one of the addresses of a name, the next one tried where the last hesitates."""
    # asyncio has that too (RFC 8305). But cancelled in the middle it leaves a socket open.
    import asyncio

    loop = asyncio.get_running_loop()
    addresses = _alternating(await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    racing: list[asyncio.Task[socket.socket]] = []
    first: asyncio.Task[socket.socket] | None = None
    try:
        for address in addresses:
            racing.append(loop.create_task(_connected_socket(address)))
            first = await _first(racing, _HESITATION_SECONDS if len(racing) < len(addresses) else None)
            if first is not None:
                return first.result()
        raise cast("BaseException", racing[0].exception())
    finally:
        for each in racing:
            if each is not first:
                each.cancel()
                each.add_done_callback(_close_socket_of)


async def _connected_socket(address: tuple[Any, ...]) -> socket.socket:
    import asyncio

    family, kind, protocol, _, where = address
    found = socket.socket(family, kind, protocol)
    try:
        found.setblocking(False)
        await asyncio.get_running_loop().sock_connect(found, where)
    except BaseException:
        found.close()
        raise
    return found


def _alternating(addresses: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Addresses with those of IPv6 and IPv4 by turns, as one of the two may lead nowhere."""
    by_family: dict[Any, list[tuple[Any, ...]]] = {}
    for each in addresses:
        by_family.setdefault(each[0], []).append(each)
    return [each for some in zip_longest(*by_family.values()) for each in some if each is not None]


async def _first(
    racing: Iterable[asyncio.Task[socket.socket]], seconds: float | None
) -> asyncio.Task[socket.socket] | None:
    """The first that connects; none where it is time for another address, or where all have failed."""
    import asyncio

    waiting = {each for each in racing if not each.done()}
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


class AnyioLink:
    """A connection on any other loop: that of trio."""

    __slots__ = ("_stream",)

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    @classmethod
    async def connect(
        cls, host: str, port: int, name: str | None, tls: ssl.SSLContext, options: Iterable[Any]
    ) -> AsyncLink:
        """Connect; with TLS where there is a `name` to verify."""
        import anyio
        from anyio.streams.tls import TLSStream

        stream: Any = await anyio.connect_tcp(host, port)
        link = cls(stream)
        try:
            for option in options:
                cast("socket.socket", link.get_extra_info("socket")).setsockopt(*option)
            if name is not None:
                link._stream = await TLSStream.wrap(
                    stream, server_side=False, hostname=name, ssl_context=tls, standard_compatible=False
                )
        except BaseException:
            await link.close()
            raise
        return link

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
        found = self.get_extra_info("socket")
        return found is not None and is_quiet(cast("socket.socket", found))

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
        found = self.get_extra_info("socket")
        if found is not None:
            cast("socket.socket", found).close()


class AsyncPool(httpx.AsyncBaseTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps, on one event loop of asyncio or trio.

    Args:
        verify: The TLS context of all connections.
        limits: How many connections there may be, how many of them idle, and for how long.
        socket_options: As `socket.setsockopt` takes them.
    """

    def __init__(
        self, *, verify: ssl.SSLContext, limits: httpx.Limits, socket_options: Iterable[tuple[int, int, int]] = ()
    ) -> None:
        self.places: Places[AsyncLink, Any] = Places[AsyncLink, Any](limits)
        self._tls = verify
        self._socket_options = list(socket_options)
        self._on_its_loop: Callable[[Callable[[], Any]], None] | None = None
        # As for the blocking pool. No task is begun for that: the loop may be about to end.
        weakref.finalize(self, _discard_places, self.places).atexit = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; the answer's body is read by whoever has it.

        Raises:
            httpx.TransportError: The errors of `httpx.AsyncHTTPTransport`, each for the same reasons.
        """
        started = time.perf_counter()
        if self._on_its_loop is None:
            from .event_loops import hand_over

            self._on_its_loop = hand_over()
        place = await self._place(key_of(request), request.extensions)
        try:
            if place.link is None:
                if (trace := request.extensions.get("trace")) is not None:
                    await trace(*_connecting(place.key))
                place.link = await connected(place.key, request.extensions, self._tls, self._socket_options)
            reader = await self._exchange(place.link, request)
        except BaseException:
            await self.give_back(place, reusable=False)
            raise
        first = reader.first()
        if reader.is_whole:
            await self.give_back(place, reusable=reader.reusable)
            return whole_response(reader, request, first, started)
        body = _AsyncBody(self, place, reader, first, request, started)
        place.reader = weakref.ref(body, partial(self._dropped, place))
        return streamed_response(reader, request, body, place.link)

    async def _place(self, key: Key, extensions: Mapping[str, Any]) -> Place[AsyncLink]:
        to_close: list[AsyncLink] = []
        place = self.places.take(key, to_close)
        if place is not None and not to_close:
            return place
        import anyio

        if place is not None:
            try:
                await _close_all_async(to_close)
            except BaseException:
                await self.give_back(place, reusable=True)
                raise
            return place
        waiter = self.places.stand_in_line(key, anyio.Event())
        seconds = seconds_for("pool", extensions)
        try:
            await _close_all_async(to_close)
            with anyio.fail_after(seconds):
                await waiter.served.wait()
        except BaseException as error:
            to_close.clear()
            self.places.leave_line(waiter, to_close)
            await _close_all_async(to_close)
            if isinstance(error, TimeoutError):
                raise httpx.PoolTimeout(f"all {self.places.most} connections were in use for {seconds} s") from error
            raise
        return _served(waiter)

    async def _exchange(self, link: AsyncLink, request: httpx.Request) -> ResponseReader:
        extensions = request.extensions
        trace = extensions.get("trace")
        pieces: AsyncIterator[bytes] | None = None
        steps = exchange(request)
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
                            given = await link.receive(seconds_for("read", extensions))
                        else:
                            await link.send(cast("bytes", step), seconds_for("write", extensions))
                except httpx.WriteError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(given)
        except StopIteration as done:
            return cast("ResponseReader", done.value)
        finally:
            if pieces is not None and hasattr(pieces, "aclose"):
                # Left halfway. Left to itself as well, trio would warn of it.
                await cast("Any", pieces).aclose()

    async def give_back(self, place: Place[AsyncLink], *, reusable: bool) -> None:
        """Take back a place."""
        to_close: list[AsyncLink] = []
        self.places.give_back(place, to_close, reusable=reusable)
        if to_close:
            await _close_all_async(to_close)

    def _dropped(self, place: Place[AsyncLink], _: object) -> None:
        # Now, this may be in any thread and in the middle of anything.
        if self._on_its_loop is not None:
            self._on_its_loop(partial(self.give_back, place, reusable=False))

    async def aclose(self) -> None:
        """Close all connections, those in use too."""
        to_close: list[AsyncLink] = []
        self.places.close(to_close)
        await _close_all_async(to_close)


def _discard_places(places: Places[AsyncLink, Any]) -> None:
    to_close: list[AsyncLink] = []
    places.close(to_close)
    for link in to_close:
        link.discard()


async def _close_all_async(links: list[AsyncLink]) -> None:
    for link in links:
        await link.close()


def _served(waiter: Waiter[L, Any]) -> Place[L]:
    if waiter.place is None:
        raise RuntimeError("the client was closed while a call waited for a connection")
    return waiter.place


class _AsyncBody(_AnyBody[AsyncLink], httpx.AsyncByteStream):
    """The body of an answer on `AsyncClient`; closing it gives the connection back."""

    def __init__(
        self,
        pool: AsyncPool,
        place: Place[AsyncLink],
        reader: ResponseReader,
        first: bytes,
        request: httpx.Request,
        started: float,
    ) -> None:
        super().__init__(place, reader, first, request, started)
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
        reader, link = self._reader, cast("AsyncLink", self._place.link)
        trace = self._extensions.get("trace")
        if not self._begun:
            self._begun = True
            if self._first:
                return self._first
        reader.check()
        while not reader.done:
            if trace is not None:
                await trace("body.started", {})
            data = await link.receive(seconds_for("read", self._extensions))
            if not data:
                reader.ended()
            elif chunk := reader.feed(data):
                return chunk
            reader.check()
        return b""

    async def aclose(self) -> None:
        """Give the connection back."""
        if self._end():
            await self._pool.give_back(self._place, reusable=self._reader.done and self._reader.reusable)
