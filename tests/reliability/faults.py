"""A server that does one thing wrong, on raw sockets, and the kinds of calls that it is done to.

A fault takes the connection as it was accepted. `reading` wraps one that first reads the request.
"""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeAlias

from both import entered, items
from hostile import HELLO, PATIENCE_SECONDS, sse

Fault: TypeAlias = Callable[[socket.socket], None]

MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [{"type": "text", "text": "Hello"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 1},
}
ASK: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}


@contextmanager
def doing(fault: Fault, *, times: int = 1) -> Iterator[str]:
    """The address of a server that does `fault` to so many connections; at the end all of them have to be closed."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(PATIENCE_SECONDS)
    failures: list[BaseException] = []

    def serve() -> None:
        for _ in range(times):
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(PATIENCE_SECONDS)
                try:
                    fault(connection)
                except TimeoutError as error:
                    failures.append(error)
                except OSError:
                    pass  # the client is gone

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        thread.join(PATIENCE_SECONDS)
        listener.close()
    assert not thread.is_alive(), "the server still waits"
    assert not failures, "the client kept its connection"


def read_request(connection: socket.socket) -> bytes:
    """A whole request."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += _some(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    lengths = [int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    while lengths and len(body) < lengths[0]:
        body += _some(connection)
    return head


def _some(connection: socket.socket) -> bytes:
    received = connection.recv(65536)
    if not received:
        raise ConnectionError
    return received


def respond_with(response: bytes, then: Fault | None = None) -> Fault:
    """Reads the request, sends `response`, and closes or does `then`."""

    def fault(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(response)
        if then is not None:
            then(connection)

    return fault


def reset(connection: socket.socket) -> None:
    """Reset the connection."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def wait(connection: socket.socket) -> None:
    """Send nothing more, until the client ends the connection."""
    while connection.recv(65536):
        pass


def reset_in_upload(connection: socket.socket) -> None:
    """Reset the connection when a part of the request has come."""
    connection.recv(65536)
    reset(connection)


def deaf(connection: socket.socket, given_up: threading.Event) -> None:
    """Read no more than the first byte, until the client has given up."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.recv(1)
    given_up.wait(PATIENCE_SECONDS)


def garbage(connection: socket.socket) -> None:
    """Respond with something that is not HTTP."""
    read_request(connection)
    connection.sendall(b"\x00\x01SSH-2.0-OpenSSH\r\n\r\n" * 3)


def no_tls(connection: socket.socket) -> None:
    """Respond to a TLS handshake in plain text."""
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n")


# ---- responses ------------------------------------------------------------------------------------------------

CONTENTS = {
    "json": json.dumps(MESSAGE).encode(),
    "stream": sse(*HELLO),
    "lines": b"".join(b'{"custom_id": "%d", "result": {"type": "canceled"}}\n' % i for i in range(50)),
    "download": bytes(range(256)) * 16,
}
CONTENT_TYPES = {
    "json": "application/json",
    "stream": "text/event-stream",
    "lines": "application/x-jsonl",
    "download": "application/octet-stream",
}


def make_response(content: bytes, kind: str, *headers: str, status: str = "200 OK") -> bytes:
    """A response with these headers, to which nothing is added that says how long it is."""
    lines = [f"HTTP/1.1 {status}", f"content-type: {CONTENT_TYPES[kind]}", "request-id: req_1", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + content


def chunk(content: bytes) -> bytes:
    """A chunk of a chunked body."""
    return b"%x\r\n%b\r\n" % (len(content), content)


def half(kind: str) -> bytes:
    """Half of a response's content: enough of a stream for an event, and not its end."""
    content = CONTENTS[kind]
    return content[: len(content) // 2]


def zipped(kind: str) -> bytes:
    """A response's content, compressed."""
    return gzip.compress(CONTENTS[kind], mtime=0)


# ---- calls --------------------------------------------------------------------------------------------------


def message(client: Any) -> Any:
    """A message, whole."""
    yield client.messages.create(**ASK)


def stream(client: Any) -> Any:
    """A message as raw events."""
    yield items((yield client.messages.create(**ASK, stream=True)))


def helped_stream(client: Any) -> Any:
    """A message by way of the helper."""
    yield (yield entered(client.messages.stream(**ASK))).get_final_message()


def lines(client: Any) -> Any:
    """Lines of JSON, as the results of a batch are."""
    yield items((yield client.messages.batches.results("msgbatch_1")))


def download(client: Any) -> Any:
    """A file, whole."""
    opened = yield client.files.download("file_1")
    yield opened.read()


def raw_bytes(client: Any) -> Any:
    """The bytes of a response that is not read at once."""
    opened = yield entered(client.with_streaming_response.messages.create(**ASK))
    yield items(opened.iter_bytes())


CALLS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "message": (message, "json"),
    "stream": (stream, "stream"),
    "helped stream": (helped_stream, "stream"),
    "lines": (lines, "lines"),
    "download": (download, "download"),
    "raw bytes": (raw_bytes, "json"),
}
"""Each kind of call, with the kind of its response."""
