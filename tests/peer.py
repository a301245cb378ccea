"""A scripted peer on raw sockets, plain or with TLS, and a sender of requests over each of the transports."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import anyio
import httpx

from claude_client.http import AsyncTransport, Transport

TLS = ssl.create_default_context()
LIMITS = httpx.Limits(max_connections=3, max_keepalive_connections=2, keepalive_expiry=5.0)
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


class Peer:
    """A server that responds to each request on each connection with what `script` gives; it counts connections."""

    def __init__(self, script: Callable[[socket.socket, int], bool], tls: ssl.SSLContext | None = None) -> None:
        self.script = script
        self.tls = tls
        self.connections: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"https://localhost:{self.port}/" if tls else f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        number = 0
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
                self.connections.append(connection)
            while self.script(connection, number):
                number += 1
        except OSError:
            pass
        connection.close()

    def close(self) -> None:
        self._listener.close()
        for connection in self.connections:
            # Its thread closes it: TLS would go on with the number of a socket that is another one by then.
            with suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)


def request_read(connection: socket.socket) -> bytes:
    """The head of the next request."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        data = connection.recv(1)
        if not data:
            raise OSError
        head += data
    return head


def responds_with(reply: bytes) -> Callable[[socket.socket, int], bool]:
    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        connection.sendall(reply)
        return True

    return script


class Sender:
    """Sends requests through one of the transports."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def run(self, body: Callable[[Any], Awaitable[None]], limits: httpx.Limits = LIMITS, **options: Any) -> None:
        """Run `body` with an asynchronous function that sends and gives the body, or with `read=False` the response."""
        options = {"trust_env": False, "verify": TLS, "limits": limits, **options}
        if self.kind == "sync":
            anyio.run(self._sync, body, Transport(**options))
        else:
            anyio.run(self._async, body, AsyncTransport(**options), backend=self.kind)

    async def _sync(self, body: Any, pool: Transport) -> None:
        async def send(url: str, seconds: float = 5.0, *, read: bool = True, **more: Any) -> Any:
            response = pool.handle_request(asked(url, seconds, **more))
            if not read:
                return response
            try:
                return response.read()
            finally:
                response.close()

        with pool:
            await body(send)
        assert pool.slots.count == 0

    async def _async(self, body: Any, pool: AsyncTransport) -> None:
        async def send(url: str, seconds: float = 5.0, *, read: bool = True, **more: Any) -> Any:
            response = await pool.handle_async_request(asked(url, seconds, **more))
            if not read:
                return response
            try:
                return await response.aread()
            finally:
                await response.aclose()

        async with pool:
            await body(send)
        assert pool.slots.count == 0


def asked(url: str, seconds: float, method: str = "GET", **more: Any) -> httpx.Request:
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
    return httpx.Request(method, url, extensions={"timeout": timeout}, **more)
