"""What is fuzzed: each target takes bytes, and raises only where a promise is broken.

The bytes stand for what a server sends, or for what a caller gives. They go through a whole client, over a transport in
memory, so that no exception outside of `ClaudeError` gets past any layer.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import Any, Final, TypeAlias

import httpx

from claude_client import ClaudeError, Client
from claude_client.core.settings import find_invalid_header
from claude_client.files.download import disposition_filename, safe_name
from claude_client.files.multipart import MultipartBody, part

Target: TypeAlias = Callable[[bytes], None]
CORPUS: Final = Path(__file__).parent / "corpus"
ASK: Final[Any] = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}


class FixedTransport(httpx.BaseTransport):
    """Responds to every request with the same status, headers and pieces of a body."""

    def __init__(self, pieces: list[bytes], headers: list[tuple[bytes, bytes]], status: int = 200) -> None:
        self.pieces, self.headers, self.status = pieces, headers, status

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(self.status, headers=self.headers, stream=Pieces(self.pieces), request=request)


class Pieces(httpx.SyncByteStream):
    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self.pieces


def call_with_response(
    call: Callable[[Client], object],
    data: bytes,
    content_type: bytes,
    *headers: tuple[bytes, bytes],
    status: int = 200,
) -> None:
    """Make a call whose response is `data`, in pieces whose length its first byte says."""
    size = (data[0] % 64 + 1) if data else 1
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    transport = FixedTransport(pieces, [(b"content-type", content_type), *headers], status)
    with Client(api_key="k", max_retries=0, http_client=httpx.Client(transport=transport)) as client:
        try:
            call(client)
        except ClaudeError as error:
            repr(error)
            str(error)


def sse(data: bytes) -> None:
    """A stream of events, raw, as they came, and by the helper."""
    kind = b"text/event-stream"
    call_with_response(lambda client: list(client.messages.create(**ASK, stream=True, include_pings=True)), data, kind)
    call_with_response(lambda client: list(client.messages.create(**ASK, stream=True).raw_events()), data, kind)
    call_with_response(_helped, data, kind)


def _helped(client: Client) -> None:
    with client.messages.stream(**ASK, allow_partial=True) as stream:
        for event in stream:
            repr(event)
        stream.get_final_message().to_dict()


def lines(data: bytes) -> None:
    """Lines of JSON."""

    def call(client: Client) -> None:
        for item in client.messages.batches.results("msgbatch_1"):
            repr(item)

    call_with_response(call, data, b"application/x-jsonl")


def json_response(data: bytes) -> None:
    """A whole response."""
    call_with_response(lambda client: repr(client.messages.create(**ASK)), data, b"application/json")
    call_with_response(lambda client: repr(client.models.list()), data, b"application/json")


def error_response(data: bytes) -> None:
    """A response that is an error, its status too."""
    status = 300 + (data[0] * 3) % 400 if data else 400
    call_with_response(lambda client: client.messages.create(**ASK), data[1:], b"application/json", status=status)


def headers(data: bytes) -> None:
    """Headers of a response: a line of the data each."""
    allowed = [re.sub(rb"[\r\n\0]", b"", line) for line in data.split(b"\n")]
    names = [
        b"content-type",
        b"content-encoding",
        b"content-length",
        b"retry-after",
        b"retry-after-ms",
        b"request-id",
        b"anthropic-ratelimit-tokens-limit",
        b"anthropic-ratelimit-tokens-reset",
        b"content-disposition",
        b"location",
        b"x-should-retry",
    ]
    given = [(names[i % len(names)], line.strip()) for i, line in enumerate(allowed)]
    for status in (200, 307, 429):
        call_with_response(_look, b'{"id": "x"}', b"application/json", *given, status=status)


def _look(client: Client) -> None:
    with client.with_streaming_response.messages.create(**ASK) as response:
        repr(response)
        repr(response.rate_limits)
        assert response.retry_after is None or response.retry_after >= 0
        safe_name(disposition_filename(response.headers.get("content-disposition")), "file")
        "".join(response.iter_text())
    client.messages.create(**ASK)


def file_name(data: bytes) -> None:
    """The name that a server gives to a file."""
    name = safe_name(disposition_filename(data.decode("latin-1")), "file")

    assert name
    assert PurePath(name).name == name
    assert not name.startswith(".")
    assert len(name.encode()) < 256
    assert "\\" not in name
    assert name.isprintable()


def multipart(data: bytes) -> None:
    """Names, types and fields of an upload: none of them leads out of its part."""
    texts = [text.decode("utf-8", errors="replace") for text in data.split(b"\0")] + ["x"] * 4
    try:
        body = MultipartBody({"field": texts[0]}, [part("file", (texts[1], data, texts[2]))])
        sent = b"".join(body.chunks())
    except (ValueError, TypeError):
        return

    assert body.size == len(sent)
    boundary = body.content_type.partition("boundary=")[2].encode()
    first, field, file, end = sent.split(b"--" + boundary)
    assert (first, end) == (b"", b"--\r\n")
    for each, content in ((field, texts[0].encode()), (file, data)):
        head, _, rest = each.partition(b"\r\n\r\n")
        assert rest == content + b"\r\n"
        assert all(
            line.lower().startswith((b"content-disposition:", b"content-type:")) for line in head.split(b"\r\n")[1:]
        )


def sent_headers(data: bytes) -> None:
    """Headers of a request: what gets past the check can be sent, and stays on its line."""
    name, _, value = data.decode("latin-1").partition(":")
    refusal = find_invalid_header({name: value})
    text = "" if refusal is None else str(refusal)
    # A value of some length that is shown would be found whole. Names are shown, those that are none by their `repr`, and
    # a colon follows: a value may be the end of that by chance.
    shown = f"{name!r} {name}: "
    assert len(value.strip()) < 8 or value.strip() in shown or value not in text
    if text:
        return

    assert not set("\r\n\0") & set(name + value)
    assert value == value.strip()
    httpx.Headers({name: value}).raw[0][1].decode("ascii")


TARGETS: Final[dict[str, Target]] = {
    "sse": sse,
    "lines": lines,
    "json": json_response,
    "error": error_response,
    "headers": headers,
    "file_name": file_name,
    "multipart": multipart,
    "sent_headers": sent_headers,
}


def corpus(target: str) -> list[bytes]:
    """Inputs that are worth starting from."""
    return [path.read_bytes() for path in sorted((CORPUS / target).iterdir())]


def run(target: str, data: bytes) -> None:
    """Run a target; of Python's warnings none is of interest here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        TARGETS[target](data)
