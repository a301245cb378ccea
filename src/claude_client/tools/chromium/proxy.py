"""The proxy that all connections of the browser go through: it lets those pass that `url_policy` allows.

Playwright asks before each request, but not before what a redirect, a worker or a socket leads to. No connection of
any of them is made past this proxy, so it holds for them too. Of an encrypted connection it sees the host and port
only; what is asked of the policy then is the address of the host's root.
"""

from __future__ import annotations

import asyncio
import base64
import hmac
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

MAX_HEAD: Final = 64 * 1024
_HEAD_SECONDS: Final = 60.0
_CONNECT_SECONDS: Final = 30.0
_CHUNK: Final = 64 * 1024

MayConnect = Callable[[str, bool], Awaitable[bool]]
"""Says whether the browser may connect to this address, and is told whether only its host and port are known."""


class FilteringProxy:
    """The proxy, on a port of this machine that only the browser has the password for."""

    def __init__(self, may_connect: MayConnect) -> None:
        """Args:
        may_connect: Asked before each connection.
        """
        self._may_connect = may_connect
        self.username = "browser"
        self.password: str = secrets.token_urlsafe(24)
        self.url: str = ""
        """Its address, once it is started."""
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def __repr__(self) -> str:
        return f"FilteringProxy({self.url!r})"

    async def start(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=MAX_HEAD)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """Stop, and end all connections."""
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._serve(reader, writer)
        except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.TimeoutError):
            pass  # the browser sees a connection that was lost
        finally:
            self._tasks.discard(task)
            await _close(writer)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one request, and the connection that it opens."""
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _HEAD_SECONDS)
        line, *lines = head[:-4].decode("latin-1").split("\r\n")
        method, target, _ = line.split(" ", 2)
        headers = [(name.strip(), value.strip()) for name, _, value in (each.partition(":") for each in lines)]
        if not self._is_authorized({name.lower(): value for name, value in headers}):
            await _refuse(writer, "407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="browser"\r\n')
            return
        is_tunnel = method == "CONNECT"
        parts = urlsplit(f"https://{target}" if is_tunnel else target)
        host, port = parts.hostname, parts.port or (443 if is_tunnel else 80)
        if not host or (not is_tunnel and parts.scheme != "http"):
            await _refuse(writer, "400 Bad Request")
            return
        if not await self._may_connect(f"https://{target}/" if is_tunnel else target, is_tunnel):
            await _refuse(writer, "403 Forbidden")
            return
        try:
            connecting = asyncio.open_connection(host, port)
            upstream, out = await asyncio.wait_for(connecting, _CONNECT_SECONDS)
        except (OSError, asyncio.TimeoutError):
            await _refuse(writer, "502 Bad Gateway")
            return
        try:
            if is_tunnel:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                await _join((reader, out), (upstream, writer))
            else:
                path = parts._replace(scheme="", netloc="").geturl() or "/"
                await self._forward(f"{method} {path} HTTP/1.1", headers, (reader, writer), (upstream, out))
        finally:
            await _close(out)

    async def _forward(
        self,
        line: str,
        headers: list[tuple[str, str]],
        browser: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        server: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        """Hand on one request and its response. The next one comes on a connection of its own, and is asked about."""
        known = {name.lower(): value for name, value in headers}
        length = int(known.get("content-length", "0"))
        if "transfer-encoding" in known or length < 0:
            await _refuse(browser[1], "501 Not Implemented")
            return
        # All that concerns this connection: the response ends where the server closes.
        kept = [(name, value) for name, value in headers if name.lower() not in _HOP_BY_HOP]
        fields = "".join(f"{name}: {value}\r\n" for name, value in [*kept, ("Connection", "close")])
        server[1].write(f"{line}\r\n{fields}\r\n".encode("latin-1"))
        while length:
            data = await browser[0].read(min(length, _CHUNK))
            if not data:
                return
            server[1].write(data)
            await server[1].drain()
            length -= len(data)
        await _copy(server[0], browser[1])

    def _is_authorized(self, headers: dict[str, str]) -> bool:
        given = headers.get("proxy-authorization", "").partition(" ")[2]
        expected = base64.b64encode(f"{self.username}:{self.password}".encode()).decode()
        return hmac.compare_digest(given.encode(), expected.encode())


_HOP_BY_HOP: Final = frozenset(
    {"connection", "keep-alive", "proxy-connection", "proxy-authorization", "te", "trailer", "upgrade"}
)


async def _refuse(writer: asyncio.StreamWriter, status: str, header: str = "") -> None:
    writer.write(f"HTTP/1.1 {status}\r\n{header}Content-Length: 0\r\nConnection: close\r\n\r\n".encode())
    await writer.drain()


async def _join(*pairs: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
    """Hand on what comes on each side to the other, until one of them ends."""
    tasks = [asyncio.ensure_future(_copy(*pair)) for pair in pairs]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_CHUNK):
        writer.write(data)
        await writer.drain()


async def _close(writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        writer.close()
        await writer.wait_closed()
