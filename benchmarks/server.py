"""The server that everything is measured against: a process of its own that reads requests and sends prepared bytes.

It knows as little of HTTP as the clients let it: requests one after the other on a connection, with a length or in
chunks. Run as a module it prints its port and ends when its standard input does;
an argument is the time in seconds that each response takes.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Iterator

from .payloads import Prepared, prepare

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_LAST_CHUNK = b"0\r\n\r\n"


class Connection(asyncio.Protocol):
    """One connection: what is left of the request that is read, and of the response that is sent."""

    prepared: dict[str, dict[str, Prepared]] = {}
    """The responses, under the first part of the path."""

    origin = ""
    delay = 0.0
    """Seconds until a response is sent."""

    def __init__(self) -> None:
        self.pending = b""
        self.body_left = 0
        self.in_chunks = False
        self.response: Prepared | None = None
        self.pieces: Iterator[bytes] = iter(())
        self.paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client has connected."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """A part of a request."""
        if self.response is None:
            head, end, data = (self.pending + data).partition(b"\r\n\r\n")
            if not end:
                self.pending = head
                return
            self.pending = b""
            self.begin(head)
        if self.in_chunks:
            self.pending = (self.pending + data)[-len(_LAST_CHUNK) :]
            done = self.pending == _LAST_CHUNK
        else:
            self.body_left -= len(data)
            done = self.body_left <= 0
        if done:
            self.pending = b""
            if self.delay:
                asyncio.get_running_loop().call_later(self.delay, self.send)
            else:
                self.send()

    def begin(self, head: bytes) -> None:
        """Find the response to the request with this head, and how much body comes with it."""
        length = _LENGTH.search(head)
        self.body_left = int(length[1]) if length else 0
        self.in_chunks = length is None and _CHUNKED.search(head) is not None
        target = head.split(b" ", 2)[1].decode()
        name, _, rest = target[1:].partition("/")
        if name not in self.prepared:
            self.prepared[name] = prepare(name, self.origin)
        found = self.prepared[name]
        path, _, query = f"/{rest}".partition("?")
        key = next((part for part in query.split("&") if part in found), path)
        self.response = found.get(key) or found[""]

    def send(self) -> None:
        """Send the response."""
        assert self.response is not None
        head, pieces = self.response
        self.response = None
        self.pieces = iter(pieces)
        # In one piece where it is short: a second system call costs the client one too.
        self.transport.write(head + next(self.pieces))
        self.go_on()

    def go_on(self) -> None:
        """Send as much as the client takes."""
        while not self.paused:
            piece = next(self.pieces, None)
            if piece is None:
                return
            self.transport.write(piece)

    def pause_writing(self) -> None:
        """The client is slower."""
        self.paused = True

    def resume_writing(self) -> None:
        """The client has caught up."""
        self.paused = False
        self.go_on()


async def serve() -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    Connection.delay = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=1024)
    port = server.sockets[0].getsockname()[1]
    Connection.origin = f"http://127.0.0.1:{port}"
    print(port, flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity") and len(cores := sorted(os.sched_getaffinity(0))) > 1:
        os.sched_setaffinity(0, {cores[-1]})
    asyncio.run(serve())
