"""Faults done to a response, on the socket where HTTP would not let them be done.

Each function here is one fault. What it is given is the response as the sandbox would have sent it, whole.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, TypeAlias, cast

from starlette.responses import HTMLResponse, Response
from starlette.types import Message, Receive, Scope, Send

from .faults import Fault
from .sse import event

TRANSPORT: Final = "claude_sandbox_transport"
"""Where the server puts the connection, in the state of a request's scope."""
ARRIVAL_SECONDS: Final = 0.05
"""A reset may overtake what was sent just before it; this is how long that gets."""
SLOW_SECONDS: Final = 0.002
PING_SECONDS: Final = 0.1
SLOW_BYTES: Final = 1
MISSING_BYTES: Final = 100
Serve: TypeAlias = Callable[[Send], Awaitable[None]]
_PING: Final = event({"type": "ping"})
_PAGE: Final = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1><hr>proxy</body></html>\n"


@dataclass
class Broken:
    """An exchange that is to go wrong."""

    fault: Fault
    scope: Scope
    receive: Receive
    send: Send
    status: int = 0
    headers: Iterable[tuple[bytes, bytes]] = ()
    body: bytes = b""

    @property
    def is_stream(self) -> bool:
        return dict(self.headers).get(b"content-type", b"").startswith(b"text/event-stream")

    @property
    def events(self) -> list[bytes]:
        """The events of the stream, each with the empty line behind it."""
        return [part + b"\n\n" for part in self.body.split(b"\n\n")[:-1]]

    def split_body(self) -> tuple[bytes, bytes]:
        """The body before the fault and behind it."""
        at = self.fault.after_bytes
        if at is None and self.is_stream:
            events = self.events
            count = self.fault.after_events
            at = len(b"".join(events[: len(events) // 2 if count is None else count]))
        if at is None:
            at = len(self.body) // 2
        return self.body[:at], self.body[at:]

    async def take(self, message: Message) -> None:
        """Keep a part of the response instead of sending it."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], message["headers"]
        else:
            self.body += message.get("body", b"")

    async def start(self, headers: Mapping[bytes, bytes | None] | None = None) -> None:
        """Send status and headers; those that are named here as said, None for not at all."""
        changed = headers or {}
        kept = [(name, value) for name, value in self.headers if name not in changed]
        added = [(name, value) for name, value in changed.items() if value is not None]
        await self.send({"type": "http.response.start", "status": self.status, "headers": [*kept, *added]})

    async def more(self, data: bytes) -> None:
        await self.send({"type": "http.response.body", "body": data, "more_body": True})

    async def end(self, data: bytes = b"") -> None:
        await self.send({"type": "http.response.body", "body": data})

    async def whole(self, body: bytes) -> None:
        """Send `body` as the whole response, in a form that HTTP has no objection to."""
        has_length = any(name == b"content-length" for name, _ in self.headers)
        await self.start({b"content-length": str(len(body)).encode()} if has_length else None)
        await self.end(body)

    async def wait_for_disconnect(self, seconds: float | None = None) -> None:
        """Wait for the client to go away, or for so long."""

        async def disconnect() -> None:
            while (await self.receive())["type"] != "http.disconnect":
                pass

        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(disconnect(), seconds)

    async def reset(self) -> None:
        connection = self.transport.get_extra_info("socket")
        if connection is not None:  # a socket that lingers for no time is reset when it is closed
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()
        await self.wait_for_disconnect()

    async def close(self) -> None:
        self.transport.close()
        await self.wait_for_disconnect()

    @property
    def transport(self) -> asyncio.Transport:
        return cast("asyncio.Transport", self.scope["state"][TRANSPORT])


async def send_with_fault(fault: Fault, scope: Scope, receive: Receive, send: Send, serve: Serve) -> None:
    """Do `fault` to a request.

    Args:
        serve: Makes the response; is not called for faults that come before one.
    """
    broken = Broken(fault, scope, receive, send)
    if fault.name in _BEFORE:
        await _BEFORE[fault.name](broken)
        return
    await serve(broken.take)
    await _AFTER[fault.name](broken)


async def _html(broken: Broken) -> None:
    status = HTTPStatus(broken.fault.status or 502)
    page: Response = HTMLResponse(_PAGE.format(f"{status.value} {status.phrase}"), status.value)
    await page(broken.scope, broken.receive, broken.send)


async def _reset_before_headers(broken: Broken) -> None:
    await broken.reset()


async def _silence_before_headers(broken: Broken) -> None:
    await broken.wait_for_disconnect(broken.fault.seconds)
    await broken.whole(broken.body)


async def _reset_after_headers(broken: Broken) -> None:
    await broken.start()
    await asyncio.sleep(ARRIVAL_SECONDS)
    await broken.reset()


async def _reset_in_body(broken: Broken) -> None:
    await broken.start()
    await broken.more(broken.split_body()[0])
    await asyncio.sleep(ARRIVAL_SECONDS)
    await broken.reset()


async def _close_in_body(broken: Broken) -> None:
    await broken.start()
    await broken.more(broken.split_body()[0])
    await broken.close()


async def _error_event(broken: Broken) -> None:
    error = {"type": "error", "error": broken.fault.refusal().error()}
    await broken.whole(broken.split_body()[0] + event(error))


async def _no_message_stop(broken: Broken) -> None:
    is_placed = broken.fault.after_events is not None or broken.fault.after_bytes is not None
    await broken.whole(broken.split_body()[0] if is_placed else b"".join(broken.events[:-1]))


async def _silence(broken: Broken) -> None:
    before, behind = broken.split_body()
    await broken.start()
    await broken.more(before)
    await broken.wait_for_disconnect(broken.fault.seconds)
    await broken.end(behind)


async def _pings(broken: Broken) -> None:
    before, behind = broken.split_body()
    await broken.start()
    await broken.more(before)
    loop = asyncio.get_running_loop()
    end = None if broken.fault.seconds is None else loop.time() + broken.fault.seconds
    while not broken.transport.is_closing() and (end is None or loop.time() < end):
        await broken.more(_PING)
        await asyncio.sleep(PING_SECONDS if broken.fault.delay is None else broken.fault.delay)
    await broken.end(behind)


async def _slow(broken: Broken) -> None:
    await broken.start()
    for at in range(0, len(broken.body), SLOW_BYTES):
        if broken.transport.is_closing():
            return
        await asyncio.sleep(SLOW_SECONDS if broken.fault.delay is None else broken.fault.delay)
        await broken.more(broken.body[at : at + SLOW_BYTES])
    await broken.end()


async def _send_truncated_json(broken: Broken) -> None:
    before, behind = broken.split_body()
    if broken.is_stream and broken.fault.after_bytes is None:
        data = behind.partition(b"\n\n")[0] or broken.events[-1].strip()
        await broken.whole(before + data[: -max(1, len(data) // 4)] + b"\n\n")
    else:
        await broken.whole(before)


async def _wrong_content_length(broken: Broken) -> None:
    length = str(len(broken.body) + MISSING_BYTES).encode()
    await broken.start({b"content-length": length})
    await broken.more(broken.body)
    await broken.close()


_Doing: TypeAlias = Callable[[Broken], Awaitable[None]]
_BEFORE: Final[Mapping[str, _Doing]] = {
    "html": _html,
    "reset-before-headers": _reset_before_headers,
}
_AFTER: Final[Mapping[str, _Doing]] = {
    "silence-before-headers": _silence_before_headers,
    "reset-after-headers": _reset_after_headers,
    "reset-in-body": _reset_in_body,
    "close-in-body": _close_in_body,
    "error-event": _error_event,
    "no-message-stop": _no_message_stop,
    "silence": _silence,
    "pings": _pings,
    "slow": _slow,
    "truncated-json": _send_truncated_json,
    "wrong-content-length": _wrong_content_length,
}
