"""Compressed bodies on the wire: whole, streamed and downloaded, cut, broken, and in codings nobody asked for."""

from __future__ import annotations

import gzip
import json
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

import pytest

from both import Both, entered, items
from claude_client import (
    APIResponseValidationError,
    BadRequestError,
    InternalServerError,
    ResponseInterruptedError,
    ResponseLimits,
    ResponseTooLargeError,
)
from hostile import HELLO, RESET, Hostile, sse

from .faults import ASK, MESSAGE

JSON = "application/json"
STREAM = "text/event-stream"


def deflate_raw(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


FORMS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "gzip of two members": ("gzip", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])),
    "gzip with something behind it": ("gzip", lambda data: gzip.compress(data) + b"something"),
    "deflate": ("deflate", zlib.compress),
    "deflate without a header": ("deflate", deflate_raw),
}


def packed(body: bytes, coding: str, kind: str = JSON, status: str = "200 OK", *, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-encoding: {coding}\r\ncontent-length: {size}\r\n\r\n"
    return head.encode() + body


Run: TypeAlias = Callable[..., Any]


@pytest.fixture
def run(both: Both, hostile: Hostile) -> Run:
    """Runs a call against the server, on each of the clients."""
    return partial(both.run, base_url=hostile.url)


def create(client: Any) -> Any:
    return (yield client.messages.create(**ASK))


def stream(client: Any) -> Any:
    return (yield items((yield client.messages.create(**ASK, stream=True))))


def read_later(client: Any) -> Any:
    response = yield entered(client.messages.with_streaming_response.create(**ASK))
    value = response.read()
    return json.loads((yield value) if hasattr(value, "__await__") else value)


def lines(client: Any) -> Any:
    response = yield entered(client.messages.with_streaming_response.create(**ASK))
    return (yield items(response.iter_lines()))


@pytest.mark.parametrize("form", FORMS)
def test_a_compressed_message_is_read(run: Run, hostile: Hostile, form: str) -> None:
    coding, compress = FORMS[form]
    body = json.dumps(MESSAGE).encode()
    hostile.script(packed(compress(body), coding))

    assert run(create).content[0].text == "Hello"
    assert run(read_later) == MESSAGE
    assert run(lines) == [body.decode()]


@pytest.mark.parametrize("form", FORMS)
def test_a_compressed_stream_is_read_to_its_end(run: Run, hostile: Hostile, form: str) -> None:
    coding, compress = FORMS[form]
    hostile.script(packed(compress(sse(*HELLO)), coding, STREAM))

    assert run(stream)[-1].type == "message_stop"


def test_the_response_of_the_http_library_has_the_decompressed_body_and_its_headers(run: Run, hostile: Hostile) -> None:
    body = json.dumps(MESSAGE).encode()
    hostile.script(packed(gzip.compress(body[:9]) + gzip.compress(body[9:]), "gzip"))

    def look(client: Any) -> Any:
        return (yield client.messages.with_raw_response.create(**ASK)).http_response

    http = run(look)

    assert http.content == body
    assert http.json() == MESSAGE
    assert http.headers["content-encoding"] == "gzip"
    assert http.is_closed


@pytest.mark.parametrize("call", [create, read_later, lines])
@pytest.mark.parametrize("form", ["gzip", "deflate", "deflate without a header"])
def test_a_body_that_stops_before_its_coding_does_is_an_error(run: Run, hostile: Hostile, call: Any, form: str) -> None:
    coding, compress = FORMS[form]
    hostile.script(packed(compress(json.dumps(MESSAGE).encode())[:-3], coding))

    with pytest.raises(ResponseInterruptedError, match="ends too early") as caught:
        run(call, max_retries=0)

    assert caught.value.phase == "body"


@pytest.mark.parametrize("call", [create, stream, read_later])
def test_a_coding_that_was_not_asked_for_is_named_and_not_retried(run: Run, hostile: Hostile, call: Any) -> None:
    hostile.script(packed(b"whatever", "br"))

    with pytest.raises(APIResponseValidationError, match="'br', which was not asked for"):
        run(call)

    assert len(hostile.requests) == 1


@pytest.mark.parametrize("coding", ["gzip, gzip", "deflate, gzip"])
def test_several_codings_are_refused(run: Run, hostile: Hostile, coding: str) -> None:
    hostile.script(packed(gzip.compress(gzip.compress(b"{}")), coding))

    with pytest.raises(APIResponseValidationError, match="compressed 2 times"):
        run(create)


@pytest.mark.parametrize(("status", "error"), [("400 Bad Request", BadRequestError), ("500 No", InternalServerError)])
def test_an_error_in_a_coding_that_cannot_be_read_is_still_that_error(
    run: Run, hostile: Hostile, status: str, error: type[Exception]
) -> None:
    hostile.script(packed(b"whatever", "br", status=status))

    with pytest.raises(error):
        run(create, max_retries=0)


def test_a_compressed_error_is_read(run: Run, hostile: Hostile) -> None:
    body = b'{"type": "error", "error": {"type": "invalid_request_error", "message": "max_tokens: too many"}}'
    hostile.script(packed(gzip.compress(body), "gzip", status="400 Bad Request"))

    with pytest.raises(BadRequestError, match="max_tokens: too many"):
        run(create)


@pytest.mark.parametrize("call", [create, read_later])
@pytest.mark.parametrize("form", ["gzip", "deflate"])
def test_decompression_stops_at_the_limit(run: Run, hostile: Hostile, call: Any, form: str) -> None:
    coding, compress = FORMS[form]
    hostile.script(packed(compress(json.dumps(MESSAGE).encode()), coding))
    hostile.script(packed(compress(bytes(4 * 1024 * 1024)), coding))
    run(call)  # so that what is imported is not counted
    tracemalloc.start()

    try:
        with pytest.raises(ResponseTooLargeError, match="response_limits"):
            run(call, response_limits=ResponseLimits(100_000, 100_000, 100_000))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 2 * 1024 * 1024


def test_a_stream_that_breaks_inside_of_its_coding_is_an_error_of_the_stream(run: Run, hostile: Hostile) -> None:
    whole = gzip.compress(sse(*HELLO))
    cut = whole[: len(whole) // 2]
    hostile.script(packed(cut, "gzip", STREAM, length=len(whole)), RESET)

    with pytest.raises(ResponseInterruptedError):
        run(stream, max_retries=0)
