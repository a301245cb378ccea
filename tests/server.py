"""A loopback HTTP server that replies from a script and keeps what came in, for tests of what goes over the wire."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Received:
    """A request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes
    """Empty where the server keeps no bodies."""
    size: int = 0
    """Bytes of the body."""

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Reply:
    """A response to send."""

    status: int = 200
    body: bytes | Iterable[bytes] = b""
    """Where it comes in pieces, the headers say how long it is; the connection is closed behind one that is not."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def reply(value: object = None, status: int = 200, **headers: str) -> Reply:
    """A reply with `value` as JSON (bytes and text as they are); `_` in header names stands for `-`."""
    body = (
        value if isinstance(value, bytes) else value.encode() if isinstance(value, str) else json.dumps(value).encode()
    )
    kind = "text/html" if isinstance(value, (bytes, str)) else "application/json"
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, body, {"content-type": kind, **named})


def error(status: int, type_: str, message: str = "no", code: str | None = None, **headers: str) -> Reply:
    """A reply with an API error."""
    details = {"details": {"error_code": code}} if code else {}
    body = {"type": "error", "error": {"type": type_, "message": message, **details}, "request_id": "req_in_body"}
    return reply(body, status, **headers)


class Server:
    """Serves the given replies, one a request, and repeats the last one."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.keeps_bodies = True
        self._replies: list[Reply | Callable[[Received], Reply]] = []
        self._lock = threading.Lock()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Headers and body are two writes, and the second would wait 40 ms for the client to acknowledge the first.
            disable_nagle_algorithm = True

            def handle_one(self) -> None:
                body, size = b"", 0
                chunked = self.headers.get("transfer-encoding") == "chunked"
                length = int(self.headers.get("content-length") or 0)
                for piece in self._chunks() if chunked else self._pieces(length):
                    body += piece if server.keeps_bodies else b""
                    size += len(piece)
                if size < length:
                    self.close_connection = True
                    return
                headers = {name.lower(): value for name, value in self.headers.items()}
                response = server._next_reply(Received(self.command, self.path, headers, body, size))
                self.send_response(response.status)
                for name, value in response.headers.items():
                    self.send_header(name, value)
                if isinstance(response.body, bytes):
                    self.send_header("content-length", str(len(response.body)))
                    self.end_headers()
                    self.wfile.write(response.body)
                    return
                self.end_headers()
                sent = 0
                for piece in response.body:
                    self.wfile.write(piece)
                    sent += len(piece)
                self.close_connection = sent != int(response.headers.get("content-length", -1))

            def _pieces(self, left: int) -> Iterable[bytes]:
                while left and (piece := self.rfile.read(min(left, 1 << 16))):
                    left -= len(piece)
                    yield piece

            def _chunks(self) -> Iterable[bytes]:
                while size := int(self.rfile.readline() or b"0", 16):
                    yield self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()

            do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = handle_one  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Http(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

        self._http = Http(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def replies(self, *replies: Reply | Callable[[Received], Reply]) -> None:
        """Serve these, one a request."""
        self._replies = list(replies)

    def _next_reply(self, request: Received) -> Reply:
        with self._lock:
            self.received.append(request)
            chosen = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return chosen(request) if callable(chosen) else chosen

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()
