"""One request and its response on the wire: what came is kept, what goes gets the headers of every response.

A response that is sent before the body was read needs care, and so does a body that is too large. Both are seen to
here, so that `application` only has to say what is sent.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from .call import MIB, too_large
from .json_utils import new_id
from .request_log import Received, begin_record
from .state import State

logger: logging.Logger = logging.getLogger("claude_client.sandbox")

MOST_DRAINED_BYTES: Final = 64 * MIB
MOST_DRAINED_SECONDS: Final = 5.0
SHORT_BYTES: Final = MIB
SHORT_SECONDS: Final = 1.0
KEPT_RESPONSE_BYTES: Final = 2000
"""What is kept of a response to be shown."""


@dataclass
class Exchange:
    """A request to which a response is being made."""

    state: State
    scope: Scope
    body: Body
    received: Received
    to_client: Send
    notes: list[str] = field(default_factory=list[str])
    """What the log says of it beside its status."""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    """Headers of the response that its endpoint does not set itself."""
    started: float = field(default_factory=time.monotonic)

    @property
    def request(self) -> Request:
        return Request(self.scope, self.body)

    async def send(self, message: Message) -> None:
        """Send a part of the response to the client."""
        if message["type"] == "http.response.start":
            self.received.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in self._headers().items():
                headers.setdefault(name, value)
            self.received.request_id = headers["request-id"]
        elif len(self.received.response_body) < KEPT_RESPONSE_BYTES:
            self.received.response_body += message.get("body", b"")[:KEPT_RESPONSE_BYTES]
        await self.to_client(message)

    def _headers(self) -> dict[str, str]:
        own = {"request-id": self.received.request_id, "anthropic-organization-id": self.state.organization_id}
        return own | self.state.quota.headers() | self.headers

    async def send_response(self, response: Response, send: Send | None = None) -> None:
        """Send `response`; to `send`, if the client is to get something else."""
        send = send or self.send
        await self.body.read_if_short()
        if self.body.read:
            await response(self.scope, self.body, send)
        else:
            await _respond_early(response, self.scope, self.body, send)

    def end(self) -> None:
        """Tell the log."""
        received = self.received
        received.seconds = time.monotonic() - self.started
        received.note = " ".join(self.notes)
        self.state.requests.finish(received)
        milliseconds, status = received.seconds * 1000, received.status or "-"
        logger.info("%-6s %s  %s  %.0f ms  %s", received.method, received.path, status, milliseconds, received.note)


def begin(state: State, scope: Scope, receive: Receive, send: Send) -> Exchange:
    """Take up a request, of which the body is still to come."""
    named = Request(scope).headers
    headers = [(name, ", ".join(named.getlist(name))) for name in set(named)]
    received = begin_record(scope["method"], scope["path"], scope["query_string"].decode("latin-1"), headers)
    received.request_id = new_id("req")
    state.requests.add(received)
    return Exchange(state, scope, Body(receive, received), received, send)


class Body:
    """`receive`, which knows whether the whole body came through it, and lets no more through than may come."""

    def __init__(self, receive: Receive, received: Received) -> None:
        self._receive = receive
        self._received = received
        self._ahead: list[Message] = []
        self._total = 0
        self.limit: int | None = None
        self.read: bool = False

    async def __call__(self) -> Message:
        message = self._ahead.pop(0) if self._ahead else await self._receive_next()
        self._total += len(message.get("body", b""))
        if self.limit is not None and self._total > self.limit:
            limit, self.limit = self.limit, None  # what still comes is thrown away
            raise too_large(limit)
        return message

    async def read_ahead(self, most: int) -> None:
        """Wait for the whole body, but for no more than `most` bytes; nothing of it is taken away."""
        while not self.read and self._received.body_size <= most:
            self._ahead.append(await self._receive_next())

    async def read_if_short(self) -> None:
        """Wait a moment for a body of few bytes: it is there soon, and the connection stays in use then."""
        announced = self._received.headers.get("content-length", "")
        if not self.read and announced.isdigit() and int(announced) <= SHORT_BYTES:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self.read_ahead(SHORT_BYTES), SHORT_SECONDS)

    async def _receive_next(self) -> Message:
        message = await self._receive()
        self._received.take(message.get("body", b""))
        self.read = self.read or message["type"] == "http.disconnect" or not message.get("more_body", False)
        return message


async def _respond_early(response: Response, scope: Scope, body: Body, send: Send) -> None:
    """Send a response before the body was read.

    What the client still sends is thrown away for a while: a connection closed in its face would be a reset, and many
    clients would not get to see the response. Then the connection is closed.
    """
    response.headers["connection"] = "close"

    async def send_and_drain(message: Message) -> None:
        if message["type"] == "http.response.body" and not message.get("more_body"):
            await send({**message, "more_body": True})
            await _drain(body)
            message = {"type": "http.response.body", "body": b""}
        await send(message)

    await response(scope, body, send_and_drain)


async def _drain(body: Body) -> None:
    drained = 0
    with suppress(asyncio.TimeoutError):
        while not body.read and drained < MOST_DRAINED_BYTES:
            message = await asyncio.wait_for(body(), MOST_DRAINED_SECONDS)
            drained += len(message.get("body", b""))
