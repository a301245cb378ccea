"""What a response may hold is bounded, decompressed, and a bomb of any kind is an error before it fills memory."""

from __future__ import annotations

import gzip
import json
import socket
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from both import Both, entered
from claude_client import APIError, ResponseLimits, ResponseTooLargeError
from claude_client.core.request import MiB
from hostile import HELLO, delta, message_start, sse, text_block

from .faults import ASK, CALLS, MESSAGE, Fault, chunk, doing, make_response, read_request, respond_with

LIMITS = ResponseLimits(json_bytes=100_000, event_bytes=100_000, line_bytes=100_000)
LARGE: dict[str, bytes] = {
    "message": json.dumps({**MESSAGE, "content": [{"type": "text", "text": "x" * 200_000}]}).encode(),
    "stream": sse(message_start(), *text_block(0, ["x" * 200_000])),
    "helped stream": sse(message_start(), *text_block(0, ["x" * 200_000])),
    "lines": b'{"result": {"type": "canceled"}}\n{"result": {"type": "canceled"}, "' + b"x" * 200_000 + b'": 1}\n',
}
PIECE = b"x" * 65536


def forever(call: str) -> Fault:
    """A single value of a response that never comes to its end."""
    kind = CALLS[call][1]
    start = b'{"id": "' if kind == "json" else b"data: " if kind == "stream" else b'{"'

    def fault(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(make_response(chunk(start), kind, "transfer-encoding: chunked"))
        while True:
            connection.sendall(chunk(PIECE))

    return fault


def bomb(call: str) -> Fault:
    """The same, compressed a thousandfold."""
    kind = CALLS[call][1]

    def fault(connection: socket.socket) -> None:
        read_request(connection)
        pack = zlib.compressobj(9, zlib.DEFLATED, 31)
        connection.sendall(make_response(b"", kind, "transfer-encoding: chunked", "content-encoding: gzip"))
        connection.sendall(
            chunk(pack.compress(b"data: " if kind == "stream" else b'{"id": "') + pack.flush(zlib.Z_SYNC_FLUSH))
        )
        while True:
            connection.sendall(chunk(pack.compress(b"x" * MiB) + pack.flush(zlib.Z_SYNC_FLUSH)))

    return fault


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "compressed"])
@pytest.mark.parametrize("call", LARGE)
def test_a_response_above_the_limits_is_refused_and_one_below_is_not(both: Both, call: str, packed: bool) -> None:
    body, kind = CALLS[call]
    content = gzip.compress(LARGE[call]) if packed else LARGE[call]
    headers = ("content-encoding: gzip",) if packed else ()
    sent = respond_with(make_response(content, kind, *headers, f"content-length: {len(content)}"))

    with doing(sent) as address, pytest.raises(ResponseTooLargeError, match="100,000 bytes"):
        both.run(body, base_url=address, response_limits=LIMITS)
    with doing(sent) as address:
        assert not isinstance(_outcome(both, body, address), ResponseTooLargeError)


def _outcome(both: Both, body: Any, address: str) -> object:
    """What a call comes to within the ordinary limits; the events and lines here are not whole responses."""
    try:
        return both.run(body, base_url=address)
    except APIError as error:
        return error


@pytest.mark.parametrize("endless", [forever, bomb])
@pytest.mark.parametrize("call", LARGE)
def test_an_endless_response_does_not_fill_memory(both: Both, call: str, endless: Any) -> None:
    limits = ResponseLimits(json_bytes=4 * MiB, event_bytes=4 * MiB, line_bytes=4 * MiB)

    with doing(endless(call)) as address:
        tracemalloc.start()
        try:
            with pytest.raises(ResponseTooLargeError):
                both.run(CALLS[call][0], base_url=address, response_limits=limits)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    # A chunk of the network may hold a thousand times its size, and is there packed, unpacked and joined.
    assert peak < 100 * MiB


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "compressed"])
def test_a_response_that_comes_with_its_head_is_bounded_too(both: Both, packed: bool) -> None:
    content = json.dumps(MESSAGE).encode()
    sent = gzip.compress(content) if packed else content
    headers = ("content-encoding: gzip",) if packed else ()
    reply = respond_with(make_response(sent, "json", *headers, f"content-length: {len(sent)}"))

    for limit, refused in ((len(content) - 1, True), (len(content), False)):
        with doing(reply) as address, pytest.raises(ResponseTooLargeError) if refused else nullcontext():
            both.run(CALLS["message"][0], base_url=address, response_limits=ResponseLimits(json_bytes=limit))


def test_an_error_above_the_limits_is_refused_too(both: Both) -> None:
    content = b'{"error": {"message": "' + b"x" * 200_000 + b'"}}'
    sent = make_response(content, "json", f"content-length: {len(content)}", status="400 Bad Request")

    with doing(respond_with(sent)) as address, pytest.raises(ResponseTooLargeError):
        both.run(CALLS["message"][0], base_url=address, response_limits=LIMITS)


def test_many_events_may_be_larger_together_than_one_may_be(both: Both) -> None:
    deltas = [delta(0, "text_delta", text="x" * 1000)] * 300
    content = sse(*HELLO[:2], *deltas, *HELLO[5:])
    sent = make_response(content, "stream", f"content-length: {len(content)}")

    with doing(respond_with(sent)) as address:
        message = both.run(_message, base_url=address, response_limits=LIMITS)

    assert len(message.content[0].text) == 300_000


def _message(client: Any) -> Iterator[Any]:
    return (yield (yield entered(client.messages.stream(**ASK))).get_final_message())


def test_the_limits_are_those_that_are_written_down() -> None:
    assert ResponseLimits() == ResponseLimits(json_bytes=128 * MiB, event_bytes=32 * MiB, line_bytes=64 * MiB)
