"""HTTP/1.1 as a client speaks it, without I/O: a request becomes bytes, and bytes become a response.

It reads what RFC 9112 allows and refuses the rest, as h11 does; a test compares the two. What it is for is speed: a
head is taken by one expression, and all chunks that have arrived by one loop. Connections are left to `transport`.

A request in memory is one piece of bytes, `request_bytes`. Any other is sent step by step, as `exchange` says: its body
may be produced meanwhile, and the server may respond before all of it was sent.
"""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, Final, TypeAlias

from .bodies import InMemory
from .messages import JOINED_BYTES, WireRequest

if TYPE_CHECKING:
    import httpx

    from .proxies import Proxy
else:
    from . import late_httpx as httpx


HEAD_BYTES: Final = 100 * 1024
"""How large the head of a response, or a line between its chunks, may be."""
INTERIM_RESPONSES: Final = 500
"""How many responses of a status under 200 may come before the final one."""

_TOKEN = rb"[-!#$%&'*+.^_`|~0-9a-zA-Z]+"
_VALUE = rb"[^\x00\x0a-\x0d]*"
_end_of_head = re.compile(rb"\n\r?\n").search
_status_line = re.compile(rb"HTTP/(\d\.\d) (\d\d\d)(?: (%b))?\r?\n" % _VALUE).match
_fields = re.compile(rb"^(%b):[ \t]*(%b)\r?\n" % (_TOKEN, _VALUE), re.MULTILINE).findall
_trailing_space = re.compile(rb"[ \t]\r?\n").search
_folded = re.compile(rb"\r?\n[ \t]+")
_field_name = re.compile(_TOKEN).fullmatch
_forbidden_in_value = re.compile(rb"[\x00\r\n]").search
_length = re.compile(rb"\d{1,20}").fullmatch
# The size, then extensions, which nobody uses and nobody may forbid.
_chunk_start = re.compile(rb"([0-9a-fA-F]{1,16})[ \t]*(?:;%b)?\r\n" % _VALUE).match
_names_sent: set[bytes] = set()
"""Names of headers that have been found to be good."""


def request_head(method: str, target: bytes, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The head of a request.

    Raises:
        httpx.LocalProtocolError: A header cannot be sent: it would end its line early.
    """
    lines = [b"%b %b HTTP/1.1\r\n" % (method.encode("ascii"), target)]
    problem: str | None = None
    for name, value in headers:
        if name not in _names_sent:
            if not _field_name(name):
                problem = f"invalid header name {name!r}: expected letters, digits and hyphens"
                break
            if len(_names_sent) < 1000:
                _names_sent.add(name)
        if _forbidden_in_value(value):
            problem = f"invalid value of the header {name!r}: it contains a line break or a NUL"
            break
        lines.append(b"%b: %b\r\n" % (name, value.strip(b" \t")))
    if problem is not None:
        # Tracebacks show local variables, and these have the credentials.
        headers, value = (), b""
        lines.clear()
        raise httpx.LocalProtocolError(problem)
    lines.append(b"\r\n")
    return b"".join(lines)


def request_bytes(request: WireRequest) -> bytes:
    """The whole of a request whose headers have been found valid."""
    return b"%b %b HTTP/1.1\r\n%b\r\n%b" % (
        request.method.encode("ascii"),
        request.url.raw_path,
        "".join(map("%s: %s\r\n".__mod__, request.headers.items())).encode("ascii"),
        request.content or b"",
    )


# ---- step by step -------------------------------------------------------------------------------------------


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
        if isinstance(stream, InMemory) and not chunked and len(stream.content) == length <= JOINED_BYTES:
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
        if len(out.data) + len(piece) <= JOINED_BYTES:
            out.data += piece
            continue
        if (yield from _send(out, reader)):
            return True
        out.data = piece
        if len(piece) > JOINED_BYTES // 2 and (yield from _send(out, reader)):
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


def left_for_head(seconds: float | None, began: float) -> float | None:
    """Seconds that the next read may take: all reads of a head have the time that one read may take elsewhere.

    Without this, a server that sends one byte now and then would keep a call for as long as it likes.

    Args:
        seconds: That time.
        began: When the first of them began, by `time.monotonic`.

    Raises:
        httpx.ReadTimeout: There is none left.
    """
    if seconds is None:
        return None
    left = seconds - (time.monotonic() - began)
    if left <= 0:
        raise httpx.ReadTimeout(f"the head of the response was not complete within {seconds} s")
    return left


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


# ---- responses ----------------------------------------------------------------------------------------------


class ResponseReader:
    """Reads one response from bytes as they arrive."""

    __slots__ = (
        "_chunk_ends",
        "_interim",
        "_interim_bytes",
        "_left",
        "_no_body",
        "_pending",
        "_take",
        "_taken",
        "done",
        "failure",
        "has_head",
        "headers",
        "is_encoded",
        "reason",
        "reusable",
        "status",
        "version",
    )

    status: int
    reason: bytes
    version: bytes
    """Such as `HTTP/1.1`."""
    headers: list[tuple[bytes, bytes]]
    """Names as they came."""

    def __init__(self, method: str) -> None:
        """Args:
        method: That of the request: the response to a `HEAD` has no body, whatever it says.
        """
        self._no_body = method == "HEAD"
        self._pending: bytes = b""
        self._take = self._take_all
        self._left = 0
        self._taken = 0
        self._chunk_ends = False
        self.failure: httpx.RemoteProtocolError | None = None
        """What is wrong behind that part of the body which was given."""
        self._interim = self._interim_bytes = 0
        self.status = 0
        self.has_head: bool = False
        """Whether the head of the final response is complete."""
        self.is_encoded: bool = False
        """Whether the body is in a content coding, such as gzip."""
        self.done: bool = False
        """Whether the response is complete."""
        self.reusable: bool = False
        """Whether another request may follow on this connection, once the response is complete."""

    # ---- the head ---------------------------------------------------------------------------------------

    def feed_head(self, data: bytes) -> bool:
        """Take the next bytes; whether the head is complete. What came of the body stays for `feed`.

        Raises:
            httpx.RemoteProtocolError: They are not the head of a response.
        """
        if not data:
            if self._pending:
                raise _broken("the server disconnected in the head of its response")
            raise _broken("Server disconnected without sending a response.")
        pending = self._pending + data if self._pending else data
        while (end := _end_of_head(pending)) is not None:
            head, pending = pending[: end.end()], pending[end.end() :]
            if self._read_head(head):
                self._pending = pending
                return True
        if len(pending) > HEAD_BYTES:
            raise _broken(f"the head of the response is over {HEAD_BYTES} bytes")
        self._pending = pending
        return False

    def _read_head(self, head: bytes) -> bool:
        line = _status_line(head)
        if line is None:
            raise _broken(f"this is not the start of an HTTP response: {head[:80]!r}")
        fields = head[line.end() :].rstrip(b"\r\n") + b"\n"
        if len(fields) == 1:
            fields = b""
        found = _fields(fields)
        if len(found) != fields.count(b"\n"):
            if fields[:1] not in b" \t":
                found = _fields(unfolded := _folded.sub(b" ", fields))
                fields = unfolded
            if len(found) != fields.count(b"\n"):
                raise _broken("the response has a malformed header line")
        self.status = int(line[2])
        if self.status < 200:
            if self.status == 101:
                raise _broken("the server switched to another protocol (status 101), which was not requested")
            self._interim += 1
            self._interim_bytes += len(head)
            if self._interim > INTERIM_RESPONSES or self._interim_bytes > HEAD_BYTES:
                raise _broken(
                    f"the server sent over {INTERIM_RESPONSES} interim responses, or over {HEAD_BYTES} bytes of them"
                )
            return False
        self.version = b"HTTP/" + line[1]
        self.reason = line[3] or b""
        if _trailing_space(fields):
            found = [(name, value.rstrip(b" \t")) for name, value in found]
        self.headers = found
        self._read_framing()
        self.has_head = True
        return True

    def _read_framing(self) -> None:
        """Find out how the body ends. https://www.rfc-editor.org/rfc/rfc9112#name-message-body-length"""
        length: bytes | None = None
        codings: list[bytes] = []
        close = self.version != b"HTTP/1.1"
        for name, value in self.headers:
            # Most names have another length than these.
            size = len(name)
            if size == 14 and name.lower() == b"content-length":
                for part in value.split(b","):
                    text = part.strip(b" \t")
                    if not _length(text) or (length is not None and int(length) != int(text)):
                        raise _broken("the response has contradictory or malformed content-length headers")
                    length = text
            elif size == 17 and name.lower() == b"transfer-encoding":
                codings += [part.strip(b" \t").lower() for part in value.split(b",")]
            elif size == 16 and name.lower() == b"content-encoding":
                self.is_encoded = True
            elif size == 10 and name.lower() == b"connection":
                value = value.lower()
                if value != b"keep-alive":
                    close = close or b"close" in [part.strip(b" \t") for part in value.split(b",")]
        self.reusable = not close
        if codings and codings != [b"chunked"]:
            raise _broken(f"the response has the unsupported transfer-encoding {codings!r}: expected chunked")
        if self._no_body or self.status in (204, 304):
            self.done = True
        elif codings:
            self._take = self._take_chunks
            # Whoever sends both may be two who do not agree.
            self.reusable = self.reusable and length is None
        elif length is not None:
            self._left = int(length)
            self._take = self._take_length
            self.done = self._left == 0
        else:
            self.reusable = False

    @property
    def has_more(self) -> bool:
        """Whether anything came behind the head."""
        return bool(self._pending)

    # ---- the body ---------------------------------------------------------------------------------------

    def feed(self, data: bytes) -> bytes:
        """Take the next bytes, and give what they say of the body; what is wrong behind that, `check` tells."""
        body = self._take(data)
        self._taken += len(body)
        return body

    def check(self) -> None:
        """Refuse bytes that were not what was announced.

        Raises:
            httpx.RemoteProtocolError: They were not.
        """
        if self.failure is not None:
            raise self.failure

    def first(self) -> bytes:
        """What came of the body together with the head."""
        data, self._pending = self._pending, b""
        if data and len(data) == self._left and self._take == self._take_length:
            # All of it, and nothing else: so it is with most responses that are no stream.
            self._taken, self._left, self.done = len(data), 0, True
            return data
        if self.done:
            self._finish(data)
            return b""
        return self.feed(data) if data else b""

    def feed_eof(self) -> None:
        """No more bytes will come.

        Raises:
            httpx.RemoteProtocolError: The body is not complete.
        """
        if self.done:
            return
        if self._take == self._take_all:
            self.done = True
        elif self._take == self._take_length:
            raise _broken(
                "peer closed connection without sending complete message body "
                f"(received {self._taken} bytes, expected {self._taken + self._left})"
            )
        else:
            raise _broken("peer closed connection without sending complete message body (incomplete chunked read)")

    def _finish(self, rest: bytes) -> None:
        """The response is complete; what follows it belongs to nothing."""
        self.done = True
        if rest:
            self.reusable = False

    def _take_all(self, data: bytes) -> bytes:
        return data

    def _take_length(self, data: bytes) -> bytes:
        size = len(data)
        if size < self._left:
            self._left -= size
            return data
        body, rest = (data, b"") if size == self._left else (data[: self._left], data[self._left :])
        self._left = 0
        self._finish(rest)
        return body

    def _take_chunks(self, data: bytes) -> bytes:
        if self._left >= len(data):
            # All of it is in the middle of a chunk.
            self._left -= len(data)
            self._chunk_ends = self._chunk_ends or self._left == 0
            return data
        if self._pending:
            data = self._pending + data
            self._pending = b""
        parts: list[bytes] = []
        at, size = 0, len(data)
        if self._left:
            at = self._left
            parts.append(data[:at])
            self._left, self._chunk_ends = 0, True
        while True:
            if self._chunk_ends:
                if size - at < 2:
                    if data[at:] not in b"\r":
                        self.failure = _broken("a chunk of the response is longer than it says")
                    break
                if data[at : at + 2] != b"\r\n":
                    self.failure = _broken("a chunk of the response is longer than it says")
                    break
                at += 2
                self._chunk_ends = False
            start = _chunk_start(data, at)
            if start is None:
                self._check_line(data, at)
                break
            length = int(start[1], 16)
            if length == 0:
                return self._take_trailers(data, start.end(), at, parts)
            at = start.end()
            end = at + length
            if end > size:
                parts.append(data[at:])
                self._left = end - size
                return b"".join(parts)
            parts.append(data[at:end])
            at = end
            self._chunk_ends = True
        self._pending = data[at:]
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _take_trailers(self, data: bytes, at: int, last: int, parts: list[bytes]) -> bytes:
        """The lines behind the last chunk, up to an empty one; what they say is not used."""
        # They are written as the lines of a head. The line in front of them has ended with a line feed.
        if (end := _end_of_head(data, at - 1)) is not None:
            fields = data[at : end.start() + 1]
            if fields[:1] not in b" \t":
                fields = _folded.sub(b" ", fields)
            if len(_fields(fields)) != fields.count(b"\n"):
                self.failure = _broken("the response has a malformed trailer line")
            self._finish(data[end.end() :])
        else:
            if len(data) - at > HEAD_BYTES:
                self.failure = _broken(f"the trailers of the response are over {HEAD_BYTES} bytes")
            self._pending = data[last:]
        return b"".join(parts)

    def _check_line(self, data: bytes, at: int) -> None:
        """Refuse what cannot become the first line of a chunk any more."""
        if b"\n" in data[at:] or len(data) - at > HEAD_BYTES:
            self.failure = _broken(f"a chunk of the response begins with {data[at : at + 20]!r} in place of its size")


def _broken(message: str) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError(message)
