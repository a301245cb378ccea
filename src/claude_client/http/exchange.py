"""One exchange of a request for a response, without I/O, and the `httpx` response that comes of it."""

from __future__ import annotations

import time
import weakref
from collections.abc import Generator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, cast

import httpx

from .bodies import InMemory, in_memory_class
from .http11 import ResponseReader, request_head
from .slots import C, Key, Slot

if TYPE_CHECKING:
    from .proxies import Proxies, Proxy

_PORTS: Final = {b"http": 80, b"https": 443}
_JOINED_BYTES: Final = 64 * 1024
"""Up to here a body goes out together with the head: a system call costs more than copying it."""


class Send:
    """In an exchange: send what is in `Outgoing`; resumed with what the server said meanwhile, `None` for nothing."""


class Receive:
    """In an exchange: read what comes next."""


class NextPiece:
    """In an exchange: the next piece of the request's body; `None` behind the last."""


SEND: Final = Send()
RECEIVE: Final = Receive()
NEXT_PIECE: Final = NextPiece()
Exchange: TypeAlias = "Generator[Send | Receive | NextPiece, bytes | None, ResponseReader]"


class Outgoing:
    """What is to be sent next. Credentials are in it, so it is never a local variable, which tracebacks show."""

    __slots__ = ("data", "watch")

    def __init__(self) -> None:
        self.data: bytes = b""
        self.watch: bool = False
        """Whether to stop where the server says something before all is sent."""

    def take(self) -> bytes:
        """What is to be sent, which is forgotten here."""
        data, self.data = self.data, b""
        return data


def exchange(request: httpx.Request, proxy: Proxy | None, out: Outgoing) -> Exchange:
    """Send a request and read the head of its response; `proxy` is the one that forwards the request."""
    if proxy is None:
        out.data = request_head(request.method, request.url.raw_path, request.headers.raw)
    else:
        out.data = _forwarded_head(request, proxy)
    reader = ResponseReader(request.method)
    chunked, length = _framing(request)
    stream = request.stream
    try:
        if isinstance(stream, InMemory) and not chunked and len(stream.content) == length <= _JOINED_BYTES:
            out.data += stream.content
            yield SEND
        elif (yield from _send_body(out, reader, chunked=chunked, length=length)):
            return reader
    except httpx.WriteError:
        # A server that has seen enough may respond and close. What it says is worth more than that it closed.
        pass
    while not reader.has_head:
        reader.feed_head((yield RECEIVE) or b"")
    return reader


def _send_body(
    out: Outgoing, reader: ResponseReader, *, chunked: bool, length: int
) -> Generator[Send | NextPiece, bytes | None, bool]:
    """Send the head and the pieces of a body; True where the server has refused the request before all was sent."""
    left = length
    while (piece := (yield NEXT_PIECE)) is not None:
        if not piece:
            continue
        left -= len(piece)
        if chunked:
            piece = b"%x\r\n%b\r\n" % (len(piece), piece)
        elif left < 0:
            raise httpx.LocalProtocolError("the body is longer than its content-length header says")
        if len(out.data) + len(piece) <= _JOINED_BYTES:
            out.data += piece
            continue
        if (yield from _send(out, reader)):
            return True
        out.data = piece
        if len(piece) > _JOINED_BYTES // 2 and (yield from _send(out, reader)):
            return True
    if chunked:
        out.data += b"0\r\n\r\n"
    elif left > 0:
        raise httpx.LocalProtocolError("the body is shorter than its content-length header says")
    return bool(out.data) and (yield from _send(out, reader))


def _send(out: Outgoing, reader: ResponseReader) -> Generator[Send, bytes | None, bool]:
    """Send `out`; True where the server has refused the request before all of it was sent."""
    while (early := (yield SEND)) is not None:
        if reader.feed_head(early):
            if reader.status >= 300:
                # It does not want the rest of the body, without which no other request can follow.
                reader.reusable = False
                return True
            out.watch = False
    # The first part is the head. The server can have nothing to say to it before it has it.
    out.watch = not reader.has_head
    return False


def _forwarded_head(request: httpx.Request, proxy: Proxy) -> bytes:
    """The head of a request that a proxy forwards: it names the whole URL."""
    url = request.url
    target = b"%b://%b%b" % (url.raw_scheme, url.netloc, url.raw_path)
    headers = request.headers.raw
    if proxy.authorization is not None:
        headers = [*headers, (b"Proxy-Authorization", proxy.authorization)]
    return request_head(request.method, target, headers)


class HeadTimer:
    """How long the head of a response may still take: all of it the time that one read may take elsewhere."""

    # Without this, a server that sends one byte now and then would keep a call for as long as it likes.
    __slots__ = ("_end", "_seconds")

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._end: float | None = None

    def left(self) -> float | None:
        """Seconds that the next read may take.

        Raises:
            httpx.ReadTimeout: None.
        """
        if self._seconds is None:
            return None
        now = time.monotonic()
        if self._end is None:
            self._end = now + self._seconds
            return self._seconds
        if now >= self._end:
            raise httpx.ReadTimeout(f"the head of the response was not complete within {self._seconds} s")
        return self._end - now


def _framing(request: httpx.Request) -> tuple[bool, int]:
    """Whether the body goes out in chunks, and how long it is otherwise."""
    length = 0
    for name, value in request.headers.raw:
        size = len(name)
        if size == 14 and name.lower() == b"content-length":
            length = int(value)
        elif size == 17 and name.lower() == b"transfer-encoding":
            return True, 0
    return False, length


def key_of(request: httpx.Request, proxies: Proxies) -> Key:
    """Where a request goes, and through which proxy.

    Raises:
        httpx.UnsupportedProtocol: Its scheme is neither `http` nor `https`.
        httpx.ConnectError: Its port is invalid.
        httpx.ProxyError: Its proxy is malformed.
    """
    url = request.url
    scheme = url.raw_scheme
    if scheme not in _PORTS:
        shown = url.copy_with(query=None, username=None, password=None)
        raise httpx.UnsupportedProtocol(f"invalid URL {str(shown)!r}: expected http:// or https://")
    host, port = url.raw_host.decode("ascii"), _PORTS[scheme] if url.port is None else url.port
    if not 0 < port <= 65535:
        raise httpx.ConnectError(f"invalid port {port}: expected 1 to 65535")
    proxy = proxies.find(scheme, host, port) if proxies.may_apply else None
    if proxy is not None and scheme == b"http" and not proxy.is_socks:
        # Requests for all origins are forwarded on the same connections.
        return scheme, proxy.host, proxy.port, proxy
    return scheme, host, port, proxy


def describe_connecting(key: Key) -> tuple[str, dict[str, Any]]:
    """What `trace` is told of a connection that is about to be made, as httpcore tells it."""
    return "connection.connect_tcp.started", {"host": key[1], "port": key[2]}


def whole_response(reader: ResponseReader, request: httpx.Request, body: bytes, started: float) -> httpx.Response:
    """The response whose body came together with its head, as most do that are not streamed. It needs no connection."""
    # For type checkers a module cannot be hashed.
    stream = in_memory_class(cast("Any", httpx))(body, is_encoded=reader.is_encoded)
    response = _response(reader, request, stream, {})
    response.elapsed = timedelta(seconds=time.perf_counter() - started)
    return response


def streamed_response(
    reader: ResponseReader, request: httpx.Request, body: ResponseBody[Any], connection: Any
) -> httpx.Response:
    """The response whose body is still to be read from `connection`."""
    response = _response(reader, request, body, {"network_stream": connection})
    body.response = weakref.ref(response)
    return response


def _response(
    reader: ResponseReader, request: httpx.Request, stream: Any, extensions: dict[str, Any]
) -> httpx.Response:
    extensions["http_version"] = reader.version
    extensions["reason_phrase"] = reader.reason
    return httpx.Response(reader.status, headers=reader.headers, stream=stream, extensions=extensions, request=request)


def elapsed_since(started: float) -> timedelta:
    return timedelta(seconds=time.perf_counter() - started)


class ResponseBody(Generic[C]):
    """The body of a response that is still arriving: what those of both clients have in common."""

    def __init__(
        self, slot: Slot[C], reader: ResponseReader, first: bytes, request: httpx.Request, started: float
    ) -> None:
        self._slot = slot
        self._reader = reader
        self._first = first
        self._extensions = request.extensions
        self._started = started
        self._over = False
        self.response: weakref.ref[httpx.Response] | None = None
        """Weak, so that a response that nobody looks at any more is gone at once, and this with it."""

    def _end(self) -> bool:
        """Whether this is the first call, which has to release the slot."""
        if self._over:
            return False
        self._over = True
        # From here on it may be dropped: the slot is released once, and may soon serve another request.
        self._slot.reader = None
        response = None if self.response is None else self.response()
        if response is not None:
            response.elapsed = elapsed_since(self._started)
        return True
