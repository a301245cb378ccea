"""One exchange of a request for a response, without I/O, and the `httpx` response that comes of it."""

from __future__ import annotations

import time
import weakref
from collections.abc import Generator, Iterable
from datetime import timedelta
from typing import Any, Final, Generic, TypeAlias, cast

import httpx

from .bodies import in_memory_class
from .http11 import ResponseReader, request_head
from .slots import C, Key, Slot

_PORTS: Final = {b"http": 80, b"https": 443}
_JOINED_BYTES: Final = 64 * 1024
"""Up to here a body goes out together with the head: a system call costs more than copying it."""


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
        httpx.UnsupportedProtocol: To no slot that HTTP leads to.
    """
    url = request.url
    scheme = url.raw_scheme
    if scheme not in _PORTS:
        raise httpx.UnsupportedProtocol(
            f"the address {url.copy_with(query=None)} begins with neither http:// nor https://"
        )
    return scheme, url.raw_host.decode("ascii"), url.port or _PORTS[scheme]


def describe_connecting(key: Key) -> tuple[str, dict[str, Any]]:
    """What `trace` is told of a connection that is about to be made, as httpcore tells it."""
    return "connection.connect_tcp.started", {"host": key[1], "port": key[2]}


def whole_response(reader: ResponseReader, request: httpx.Request, body: bytes, started: float) -> httpx.Response:
    """The response whose body came together with its head, as most do that are no stream. It needs no connection."""
    stream = in_memory_class(cast("Any", httpx))(body)  # for type checkers a module cannot be hashed
    response = _response(reader, request, stream, {})
    response.elapsed = elapsed_since(started)
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
    response = httpx.Response(
        reader.status, headers=reader.headers, stream=stream, extensions=extensions, request=request
    )
    if reader.is_ascii:
        # Else the library finds that out by decoding each header.
        response.headers.encoding = "ascii"
    return response


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
        """Whether this is the first call: the slot is to be given back."""
        if self._over:
            return False
        self._over = True
        # From here on it may be dropped: the slot is given back once, and soon somebody else's.
        self._slot.reader = None
        response = None if self.response is None else self.response()
        if response is not None:
            response.elapsed = elapsed_since(self._started)
        return True
