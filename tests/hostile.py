"""A loopback server that speaks raw sockets and misbehaves as told, and the events of the API to misbehave with.

    hostile.script(sse(*events[:3]), RESET)          # three events, then a reset
    hostile.script(sse(events[0]), PINGS)            # one event, then pings without end

Each request takes the next script; the last one is used again and again. A script is a sequence of steps: bytes are sent,
the rest is done.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any

PATIENCE_SECONDS = 10.0
"""How long this server waits for what never should take long."""


class Step(Enum):
    CLOSE = "end the connection"
    RESET = "reset the connection"
    SILENCE = "send nothing more, and keep the connection open"
    PINGS = "send pings until the client goes away"


CLOSE, RESET, SILENCE, PINGS = Step


@dataclass
class Dribble:
    """Sends bytes one at a time."""

    content: bytes


@dataclass
class Until:
    """Goes on when the test says so."""

    moment: threading.Event


@dataclass
class Do:
    """Calls something in the server's thread."""

    action: Callable[[], object]


class Hostile:
    """The server. `requests` has the bodies of all requests, `gone` counts connections that the client has ended."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self._scripts: list[tuple[Any, ...]] = []
        self._changed = threading.Condition()
        self._open: set[socket.socket] = set()
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def script(self, *steps: Any) -> None:
        """What the next request gets; headers are sent before it unless it begins with `HTTP`."""
        first = steps[0] if steps else None
        if not (isinstance(first, bytes) and first.startswith(b"HTTP")) and not isinstance(first, Until):
            steps = (HEADERS, *steps)
        self._scripts.append(steps)

    def wait_until_all_are_gone(self, *, but: int = 0) -> None:
        """Wait until no connection is open, `but` so many; fails when that takes too long."""
        with self._changed:
            gone = self._changed.wait_for(lambda: len(self._open) <= but, PATIENCE_SECONDS)
            assert gone, f"{len(self._open)} connections are still open"

    def close(self) -> None:
        self._stopped.set()
        for found in (self._listener, *self._open):
            # Wakes the thread that waits for it; closing alone would not.
            with suppress(OSError):
                found.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE_SECONDS)
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._changed:
                self.connections += 1
                self._open.add(connection)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            while self._request(connection):
                steps = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
                for step in steps:
                    self._do(connection, step)
        except OSError:
            pass
        finally:
            connection.close()
            with self._changed:
                self._open.discard(connection)
                self._changed.notify_all()

    def _request(self, connection: socket.socket) -> bool:
        received = b""
        while b"\r\n\r\n" not in received:
            more = connection.recv(65536)
            if not more:
                return False
            received += more
        head, _, body = received.partition(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        while len(body) < length:
            body += connection.recv(65536)
        self.requests.append(body)
        return True

    def _do(self, connection: socket.socket, step: Any) -> None:
        if isinstance(step, bytes):
            connection.sendall(step)
        elif isinstance(step, Dribble):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for byte in step.content:
                connection.sendall(bytes([byte]))
        elif isinstance(step, Until):
            step.moment.wait(PATIENCE_SECONDS)
        elif isinstance(step, Do):
            step.action()
        elif step is CLOSE:
            raise ConnectionError
        elif step is RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise ConnectionError
        elif step is PINGS:
            while not self._stopped.wait(0.01):
                connection.sendall(sse(PING))
        elif step is SILENCE:
            while connection.recv(65536):
                pass
            raise ConnectionError


HEADERS = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: req_1\r\nretry-after-ms: 1\r\n\r\n"
"""Of a response that ends with its connection."""


def whole(content: bytes, content_type: str = "text/event-stream") -> bytes:
    """A response with the length of its content, after which the connection can be used again."""
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\nrequest-id: req_1\r\ncontent-length: {len(content)}\r\n\r\n"
    return head.encode() + content


# ---- events --------------------------------------------------------------------------------------------

Event = dict[str, Any]
PING: Event = {"type": "ping"}


def sse(*events: Event) -> bytes:
    """Events as they stand on the wire."""
    return b"".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode() for event in events)


def message_start(**fields: Any) -> Event:
    message = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-opus-5",
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {"input_tokens": 3, "output_tokens": 1},
    }
    return {"type": "message_start", "message": {**message, **fields}}


def block_start(index: int, **block: Any) -> Event:
    return {"type": "content_block_start", "index": index, "content_block": block}


def delta(index: int, type_: str, **fields: Any) -> Event:
    return {"type": "content_block_delta", "index": index, "delta": {"type": type_, **fields}}


def block_stop(index: int) -> Event:
    return {"type": "content_block_stop", "index": index}


def message_delta(stop_reason: str = "end_turn", output_tokens: int = 12, **fields: Any) -> Event:
    told = {"stop_reason": stop_reason, "stop_sequence": None}
    return {"type": "message_delta", "delta": told, "usage": {"output_tokens": output_tokens}, **fields}


MESSAGE_STOP: Event = {"type": "message_stop"}


def error_event(type_: str = "overloaded_error", message: str = "Overloaded") -> Event:
    return {"type": "error", "error": {"type": type_, "message": message}}


def text_block(index: int, pieces: Iterable[str]) -> list[Event]:
    deltas = [delta(index, "text_delta", text=piece) for piece in pieces]
    return [block_start(index, type="text", text=""), *deltas, block_stop(index)]


HELLO: list[Event] = [message_start(), *text_block(0, ["Hel", "lo ", "you"]), message_delta(), MESSAGE_STOP]
"""A whole message that says `Hello you`."""
