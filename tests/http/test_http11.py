"""HTTP/1.1 without I/O, held against h11."""

from __future__ import annotations

from dataclasses import dataclass, field

import h11
import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claude_client.http.http11 import HEAD_BYTES, ResponseReader, request_head


@dataclass
class Outcome:
    """What a reader made of some bytes."""

    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    failed: bool = False
    reusable: bool = False


def ours(pieces: list[bytes], method: str = "POST") -> Outcome:
    reader, found = ResponseReader(method), Outcome()
    try:
        rest = [*pieces, b""]
        while not reader.feed_head(rest.pop(0)):
            pass
        found.status, found.headers = reader.status, reader.headers
        found.body += reader.first()
        reader.check()
        while not reader.done and rest:
            data = rest.pop(0)
            if data:
                found.body += reader.feed(data)
                reader.check()
            else:
                reader.feed_eof()
    except httpx.RemoteProtocolError:
        found.failed = True
    found.reusable = not found.failed and reader.done and reader.reusable
    return found


def theirs(pieces: list[bytes], method: str = "POST") -> Outcome:
    connection, found = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD_BYTES), Outcome()
    connection.send(h11.Request(method=method, target="/", headers=[("host", "a"), ("content-length", "0")]))
    connection.send(h11.EndOfMessage())
    rest = [*pieces, b""]
    try:
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                connection.receive_data(rest.pop(0))
            elif isinstance(event, h11.Response):
                found.status, found.headers = event.status_code, list(event.headers.raw_items())
            elif isinstance(event, h11.Data):
                found.body += bytes(event.data)
            elif isinstance(event, (h11.EndOfMessage, h11.ConnectionClosed)) or event is h11.PAUSED:
                found.failed = isinstance(event, h11.ConnectionClosed)
                break
    except (h11.RemoteProtocolError, IndexError):
        found.failed = True
    done = connection.our_state is h11.DONE and connection.their_state is h11.DONE
    found.reusable = not found.failed and done and bool(rest) and not connection.trailing_data[0]
    return found


# ---- held against h11 ----------------------------------------------------------------------------------

FRAMING = (b"content-length", b"transfer-encoding")
"""What h11 writes anew."""

STATUS_LINES = st.sampled_from(
    (
        *(b"HTTP/1.1 200 OK", b"HTTP/1.1 200", b"HTTP/1.1 204 No Content", b"HTTP/1.1 500 \xe4h", b"HTTP/1.0 200 OK"),
        *(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK", b"HTTP/2 200", b"HTP/1.1 200 OK", b"HTTP/1.1 20 OK", b""),
    )
)
HEADERS = st.sampled_from(
    (
        *(b"Content-Length: 5", b"content-length: 3", b"content-length: 3, 3", b"content-length: -1"),
        *(b"content-length: x", b"Transfer-Encoding: chunked", b"transfer-encoding: Chunked"),
        *(b"transfer-encoding: gzip, chunked", b"connection: close", b"Connection: Keep-Alive, Close"),
        *(b"connection: keep-alive", b"x-a:b", b"x-b: \t c d \t", b"x-empty:", b"x-no-colon", b" folded", b"x y: z"),
        *(b": no name", b"x-nul: a\0b", b"x-high: \xff"),
    )
)
ENDS = st.sampled_from([b"\r\n", b"\r\n", b"\r\n", b"\n"])
BODIES = st.sampled_from(
    (
        *(b"", b"abc", b"abcde", b"abcdefg", b"3\r\nabc\r\n0\r\n\r\n", b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"),
        *(b"A\r\n0123456789\r\n00\r\nx-trailer: 1\r\n\r\n", b"3\r\nabcd\r\n0\r\n\r\n", b"0x3\r\nabc\r\n"),
        *(b"3 \r\nabc\r\n0\r\n\r\n", b"+3\r\nabc\r\n0\r\n\r\n", b"3\nabc\r\n0\r\n\r\n", b"3\r\nab"),
        b"3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        *(
            b"0\r\nx: a\r\n b\r\n\r\n",
            b"0\r\nx: a\n\n",
            b"0\r\nx: a\n\r\n",
            b"0\r\n\n",
            b"0\r\n x: a\r\n\r\n",
            b"0\r\nno\r\n\r\n",
        ),
    )
)


@st.composite
def responses(draw: st.DrawFn) -> bytes:
    lines = [draw(STATUS_LINES), *draw(st.lists(HEADERS, max_size=4))]
    return b"".join(line + draw(ENDS) for line in lines) + draw(ENDS) + draw(BODIES)


@st.composite
def cut(draw: st.DrawFn, whole: bytes) -> list[bytes]:
    at = sorted(draw(st.lists(st.integers(0, len(whole)), max_size=4)))
    pieces = [whole[start:end] for start, end in zip([0, *at], [*at, len(whole)], strict=True)]
    return [piece for piece in pieces if piece]


@given(st.data(), st.sampled_from(["POST", "HEAD"]))
@settings(deadline=None, max_examples=500)
def test_a_response_is_read_as_h11_reads_it_however_it_is_cut(data: st.DataObject, method: str) -> None:
    whole = data.draw(responses())
    pieces = data.draw(cut(whole))

    mine, reference = ours(pieces, method), theirs(pieces, method)

    assert mine.failed == reference.failed
    assert (mine.status, mine.body) == (reference.status, reference.body)
    assert [kept for kept in mine.headers if kept[0].lower() not in FRAMING] == [
        kept for kept in reference.headers if kept[0].lower() not in FRAMING
    ]
    # Where two headers say how the body ends, h11 uses the connection again; the server may see it differently.
    assert mine.reusable == reference.reusable or (b"hunked" in whole and b"ength" in whole and not mine.reusable)


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"]),
)
@settings(deadline=None)
@example(b"", b"")
def test_bytes_of_any_kind_are_read_or_refused(data: bytes, start: bytes) -> None:
    ours([start + data])


# ---- and beyond ----------------------------------------------------------------------------------------


def test_what_came_before_a_broken_chunk_is_given_before_the_error() -> None:
    reader = ResponseReader("GET")
    reader.feed_head(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")

    body = reader.feed(b"3\r\nabc\r\n3\r\ndef\r\nnonsense\r\n")

    assert body == b"abcdef"
    with pytest.raises(httpx.RemoteProtocolError, match="nonsense"):
        reader.check()


def test_a_body_that_is_cut_off_says_how_much_is_missing() -> None:
    reader = ResponseReader("GET")
    reader.feed_head(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc")
    reader.first()

    with pytest.raises(httpx.RemoteProtocolError, match=r"received 3 bytes, expected 10"):
        reader.feed_eof()


@pytest.mark.parametrize("size", [b"f" * 17, b"-3", b"+3", b"0x3", b"3_0", b" 3", b"\xb3"])
def test_a_chunk_size_is_hexadecimal_digits_and_nothing_else(size: bytes) -> None:
    reader = ResponseReader("GET")
    reader.feed_head(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    reader.feed(size + b"\r\nabc")

    with pytest.raises(httpx.RemoteProtocolError):
        reader.check()


@pytest.mark.parametrize("part", [b"HTTP/1.1 200 OK\r\nx: " + b"a" * HEAD_BYTES, b"a" * (HEAD_BYTES + 1)])
def test_a_head_without_an_end_is_refused(part: bytes) -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="over"):
        ResponseReader("GET").feed_head(part)


@pytest.mark.parametrize("trailers", [b"\r\n", b"\n", b"x: a\r\n\r\n", b"x: a\n\n", b"x: a\r\n\tb\r\n\r\n"])
def test_trailers_are_written_as_the_lines_of_a_head(trailers: bytes) -> None:
    whole = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n" + trailers

    for pieces in ([whole], [whole[at : at + 1] for at in range(len(whole))]):
        mine, reference = ours(pieces, "GET"), theirs(pieces, "GET")
        assert not mine.failed
        assert (mine.status, mine.body) == (reference.status, reference.body) == (200, b"a")


def test_trailers_without_an_end_are_refused() -> None:
    reader = ResponseReader("GET")
    reader.feed_head(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    reader.feed(b"0\r\n" + b"x: y\r\n" * HEAD_BYTES)

    with pytest.raises(httpx.RemoteProtocolError, match="over"):
        reader.check()


def test_a_request_head_is_what_the_headers_say() -> None:
    head = request_head("POST", b"/v1/messages?a=b", [(b"Host", b"a"), (b"x-b", b" c ")])

    assert head == b"POST /v1/messages?a=b HTTP/1.1\r\nHost: a\r\nx-b: c\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "value"), [(b"x", b"a\r\nx-api-key: b"), (b"x", b"a\nb"), (b"x", b"\0"), (b"x y", b""), (b"", b"")]
)
def test_a_header_cannot_end_its_line_early(name: bytes, value: bytes) -> None:
    with pytest.raises(httpx.LocalProtocolError):
        request_head("GET", b"/", [(name, value)])
