"""A connection may be lost at any moment and in any way: the error is one of ours and says when it happened."""

from __future__ import annotations

import inspect
import socket
import threading
import time
from typing import Any

import pytest

import claude_client
from both import Both, entered, items
from claude_client import (
    APIConnectionError,
    APITimeoutError,
    CallDeadlineError,
    ClaudeError,
    ConnectionFailedError,
    RequestInterruptedError,
    ResponseInterruptedError,
    StreamInterruptedError,
)

from .faults import (
    ASK,
    CALLS,
    CONTENTS,
    Fault,
    chunk,
    deaf,
    doing,
    garbage,
    half,
    make_response,
    no_tls,
    reset,
    reset_in_upload,
    respond_with,
    wait,
    zipped,
)

PATIENCE_SECONDS = 5.0
LARGE: Any = {**ASK, "messages": [{"role": "user", "content": "x" * 20_000_000}]}


def failure(both: Both, body: Any, **options: Any) -> ClaudeError:
    """The error that a call ends in, which has to be one of ours."""
    with pytest.raises(Exception) as caught:  # noqa: PT011  # the class is what is looked at
        both.run(body, **{"timeout": PATIENCE_SECONDS, **options})

    error = caught.value
    assert isinstance(error, ClaudeError), f"{type(error)}: {error}"
    return error


# ---- before a response ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("call", CALLS)
def test_a_refused_connection_is_an_error_of_ours(both: Both, call: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    error = failure(both, CALLS[call][0], base_url=f"http://127.0.0.1:{port}")

    assert type(error) is ConnectionFailedError
    assert error.phase == "connect"
    assert f"127.0.0.1:{port}" in str(error)
    assert error.__cause__ is not None


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", [no_tls, reset_in_upload], ids=["plain text", "reset"])
def test_a_failed_tls_handshake_is_an_error_of_ours(both: Both, call: str, fault: Fault) -> None:
    with doing(fault) as address:
        error = failure(both, CALLS[call][0], base_url=address.replace("http", "https"))

    assert type(error) is ConnectionFailedError
    assert error.phase == "connect"
    assert error.__cause__ is not None


def test_a_name_that_cannot_be_reached_is_an_error_of_ours(both: Both) -> None:
    error = failure(both, CALLS["message"][0], base_url="http://nowhere.localhost:9")

    assert type(error) is ConnectionFailedError


def test_a_connection_reset_in_an_upload_is_an_error_of_ours(both: Both) -> None:
    with doing(reset_in_upload) as address:
        error = failure(both, lambda client: client.messages.create(**LARGE), base_url=address)

    # A response may have come before the reset, so the client reads on where it cannot write.
    assert type(error) in (RequestInterruptedError, ResponseInterruptedError)
    assert error.phase in ("send", "headers")
    assert error.__cause__ is not None


def test_a_server_that_does_not_take_the_request_is_given_up(both: Both) -> None:
    given_up = threading.Event()

    with doing(lambda connection: deaf(connection, given_up)) as address:
        error = failure(both, lambda client: client.messages.create(**LARGE), base_url=address, timeout=0.1)
        given_up.set()

    assert isinstance(error, APITimeoutError)
    assert error.phase == "send"


BEFORE_A_RESPONSE: dict[str, Fault] = {
    "closed": respond_with(b""),
    "reset": respond_with(b"", reset),
    "closed in the status line": respond_with(b"HTTP/1.1 20"),
    "closed in the headers": respond_with(b"HTTP/1.1 200 OK\r\ncontent-type: app"),
    "reset in the headers": respond_with(b"HTTP/1.1 200 OK\r\ncontent-type: app", reset),
    "not HTTP": garbage,
    "no status": respond_with(b"HTTP/1.1 abc OK\r\n\r\n"),
    "a header without a name": respond_with(b"HTTP/1.1 200 OK\r\n: x\r\n\r\n"),
    "a header with a zero byte": respond_with(b"HTTP/1.1 200 OK\r\nx: \0\r\n\r\n"),
    "headers without end": respond_with(b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 50_000, wait),
    "a header without end": respond_with(b"HTTP/1.1 200 OK\r\nx: " + b"y" * 300_000, wait),
    "two lengths": respond_with(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd"),
    "a length that is none": respond_with(b"HTTP/1.1 200 OK\r\ncontent-length: -3\r\n\r\nabc"),
    "a status that announces another, and nothing": respond_with(b"HTTP/1.1 100 Continue\r\n\r\n" * 3),
    "an unknown transfer encoding": respond_with(b"HTTP/1.1 200 OK\r\ntransfer-encoding: rot13\r\n\r\nabc"),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", BEFORE_A_RESPONSE)
def test_a_connection_lost_before_a_response_is_an_error_of_ours(both: Both, call: str, fault: str) -> None:
    with doing(BEFORE_A_RESPONSE[fault]) as address:
        error = failure(both, CALLS[call][0], base_url=address)

    assert type(error) is ResponseInterruptedError, repr(error)
    assert error.phase == "headers"
    assert error.__cause__ is not None


@pytest.mark.parametrize("call", CALLS)
def test_a_server_that_does_not_respond_is_given_up(both: Both, call: str) -> None:
    with doing(respond_with(b"", wait)) as address:
        error = failure(both, CALLS[call][0], base_url=address, timeout=0.1)

    assert isinstance(error, APITimeoutError)
    assert error.phase == "headers"


# ---- in a response -------------------------------------------------------------------------------------------


def in_a_response(kind: str) -> dict[str, Fault]:
    """What can go wrong in the body of a response, of which a half has come."""
    whole = len(CONTENTS[kind])
    length, chunked, gzipped = f"content-length: {whole}", "transfer-encoding: chunked", "content-encoding: gzip"
    packed = zipped(kind)
    return {
        "closed, and shorter than it says": respond_with(make_response(half(kind), kind, length)),
        "reset": respond_with(make_response(half(kind), kind, length), reset),
        "reset in a chunk": respond_with(make_response(chunk(half(kind)) + b"ff\r\nabc", kind, chunked), reset),
        "closed before the last chunk": respond_with(make_response(chunk(half(kind)), kind, chunked)),
        "closed in a chunk": respond_with(make_response(chunk(half(kind)) + b"ff\r\nabc", kind, chunked)),
        "a chunk without a size": respond_with(
            make_response(chunk(half(kind)) + b"zz\r\nabc\r\n0\r\n\r\n", kind, chunked)
        ),
        "a chunk of another size": respond_with(make_response(b"3\r\nabcdef\r\n0\r\n\r\n", kind, chunked)),
        "compressed, and cut": respond_with(
            make_response(packed[:-20], kind, gzipped, f"content-length: {len(packed) - 20}")
        ),
        "compressed, and broken": respond_with(
            make_response(packed[:20] + b"\xff" * 20, kind, gzipped, f"content-length: {40}")
        ),
        "not compressed as it says": respond_with(
            make_response(half(kind), kind, gzipped, f"content-length: {whole // 2}")
        ),
        "compressed, and broken off": respond_with(
            make_response(packed[:-20], kind, gzipped, f"content-length: {len(packed)}")
        ),
    }


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", in_a_response("json"))
def test_a_connection_lost_in_a_response_is_an_error_of_ours(both: Both, call: str, fault: str) -> None:
    body, kind = CALLS[call]

    with doing(in_a_response(kind)[fault]) as address:
        error = failure(both, body, base_url=address)

    assert isinstance(error, ResponseInterruptedError), repr(error)
    assert error.phase == ("stream" if kind in ("stream", "lines") else "body")
    assert error.__cause__ is not None


@pytest.mark.parametrize("call", CALLS)
def test_a_response_that_stops_is_given_up(both: Both, call: str) -> None:
    body, kind = CALLS[call]

    with doing(
        respond_with(make_response(half(kind), kind, f"content-length: {len(CONTENTS[kind])}"), wait)
    ) as address:
        error = failure(both, body, base_url=address, timeout=0.1)

    assert isinstance(error, APITimeoutError), repr(error)
    assert error.phase == "body"


@pytest.mark.parametrize("helper", [False, True])
def test_a_cut_stream_tells_what_had_come(both: Both, helper: bool) -> None:
    body, kind = CALLS["helped stream" if helper else "stream"]

    with doing(in_a_response(kind)["reset"]) as address:
        error = failure(both, body, base_url=address)

    assert type(error) is StreamInterruptedError
    assert error.partial is not None
    assert error.request_id == "req_1"
    assert error.bytes_received == len(half(kind))
    assert error.usage is not None


# ---- errors of the API --------------------------------------------------------------------------------------

ODD_ERRORS = {
    "nothing": b"",
    "deeply nested": b"[" * 100_000,
    "a number of many digits": b"1" * 10_000,
    "not text": b"\xff\xfe\x00",
    "a list": b"[]",
    "an error that is text": b'{"error": "no"}',
    "an error of numbers": b'{"type": 1, "error": {"type": 2, "message": 3, "details": 4}, "request_id": 5}',
    "half a surrogate": b'{"error": {"type": "\\ud800", "message": "\\ud800"}}',
}


@pytest.mark.parametrize("status", ["400 Bad Request", "999 What", "529 Overloaded"])
@pytest.mark.parametrize("content", ODD_ERRORS)
def test_an_error_whose_body_is_odd_is_still_an_error_of_the_api(both: Both, content: str, status: str) -> None:
    odd = ODD_ERRORS[content]

    with doing(respond_with(make_response(odd, "json", f"content-length: {len(odd)}", status=status))) as address:
        error = failure(both, CALLS["message"][0], base_url=address)

    assert isinstance(error, claude_client.APIStatusError)
    assert error.status_code == int(status[:3])
    assert str(error)


CHARSETS = ["base64", "bz2", "zlib", "idna", "punycode", "undefined", "rot13", "utf-16", "\x01", "x" * 5000, "cp1252"]


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_charset_of_any_name_does_no_harm(both: Both, charset: str) -> None:
    # Without the last header the next request might go out on a connection that is about to be closed.
    headers = [f"content-type: text/html; charset={charset}", "content-length: 7", "connection: close"]
    odd = make_response(b"<html>\xff", "json", *headers)
    odd = odd.replace(b"content-type: application/json\r\n", b"")

    def body(client: Any) -> Any:
        with pytest.raises(claude_client.APIResponseValidationError, match="<html>"):
            yield client.messages.create(**ASK)
        response = yield client.messages.with_raw_response.create(**ASK)
        assert (yield response.text()).startswith("<html>")
        response = yield entered(client.with_streaming_response.messages.create(**ASK))
        assert "".join((yield items(response.iter_text()))).startswith("<html>")

    with doing(respond_with(odd), times=3) as address:
        both.run(body, base_url=address)


@pytest.mark.parametrize("number", ["\xb2", "9" * 5000, "-1", "nan", "", "1e400"])
def test_a_number_in_a_header_that_is_none_is_left_out(both: Both, number: str) -> None:
    content = CONTENTS["json"]
    names = ["anthropic-ratelimit-requests-limit", "retry-after", "retry-after-ms", "anthropic-ratelimit-tokens-reset"]
    odd = make_response(content, "json", *(f"{name}: {number}" for name in names), f"content-length: {len(content)}")

    def body(client: Any) -> Any:
        response = (yield client.messages.create(**ASK)).response
        assert response.rate_limits.requests.limit is None
        assert response.rate_limits.tokens.reset is None
        assert response.retry_after is None

    with doing(respond_with(odd)) as address:
        both.run(body, base_url=address)


# ---- redirects ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "location",
    ["http://[", "http://127.0.0.1:99999/", "http://:80/", "ftp://127.0.0.1/", "http://" + "x" * 70 + "/"],
)
def test_a_redirect_to_nowhere_is_an_error_of_ours(both: Both, location: str) -> None:
    moved = make_response(b"", "json", f"location: {location}", "content-length: 0", status="307 Temporary Redirect")

    with doing(respond_with(moved)) as address:
        error = failure(both, CALLS["message"][0], base_url=address)

    assert isinstance(error, APIConnectionError), repr(error)


@pytest.mark.parametrize("address", ["https://x:y", "https://x:99999", "https://a..b", f"https://{'x' * 70}"])
def test_an_invalid_base_url_is_a_mistake_of_the_caller(both: Both, address: str) -> None:
    with pytest.raises(ValueError, match="invalid (base_url|URL)"):
        both.run(CALLS["message"][0], base_url=address)


# ---- all of it ----------------------------------------------------------------------------------------------


def test_every_error_class_of_this_package_has_one_root() -> None:
    found = [value for _, value in inspect.getmembers(claude_client, inspect.isclass) if issubclass(value, Exception)]

    assert found
    assert all(issubclass(cls, ClaudeError) for cls in found)


@pytest.mark.parametrize("closed", [False, True])
def test_reading_a_body_a_second_time_is_a_mistake_of_the_caller_and_no_error_of_the_connection(
    both: Both, closed: bool
) -> None:
    def body(client: Any) -> Any:
        opened = yield entered(client.with_streaming_response.messages.create(**ASK))
        yield opened.close() if closed else items(opened.iter_bytes())
        with pytest.raises(RuntimeError, match="the body of this response is gone"):
            yield items(opened.iter_bytes())

    with doing(
        respond_with(make_response(CONTENTS["json"], "json", f"content-length: {len(CONTENTS['json'])}"))
    ) as address:
        both.run(body, base_url=address)


# ---- the deadline -------------------------------------------------------------------------------------------


def dribble(connection: socket.socket) -> None:
    """Send a byte at a time, until the client ends the connection."""
    while True:
        connection.sendall(b"x")
        time.sleep(0.01)


@pytest.mark.parametrize("pace", [wait, dribble])
@pytest.mark.parametrize("call", ["message", "lines", "download", "piece by piece", "raw bytes", "an error"])
def test_a_response_that_lasts_beyond_the_deadline_says_so(both: Both, call: str, pace: Fault) -> None:
    def piece_by_piece(client: Any) -> Any:
        opened = yield client.files.download("file_1")
        yield items(opened.iter_bytes())

    body = {"piece by piece": piece_by_piece, "an error": CALLS["message"][0]}.get(call) or CALLS[call][0]
    status = "500 No" if call == "an error" else "200 OK"
    kind = CALLS[call][1] if call in CALLS else "download"

    with doing(respond_with(make_response(b"", kind, "content-length: 10000", status=status), pace)) as address:
        error = failure(both, body, base_url=address, deadline=0.2)

    assert type(error) is CallDeadlineError, repr(error)
    assert len(error.attempts) == 1
