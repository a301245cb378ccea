"""What a door does to a request and to the response: data, and how the response's bytes are turned as they go out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, cast

from starlette.responses import Response
from starlette.types import Message, Send

from ..errors import Refusal
from ..json_utils import Object

EVENT_STREAM: Final = "text/event-stream"


@dataclass
class Incoming:
    """A request as it came to a door, whole."""

    method: str
    path: str
    """Decoded, without what the address begins with."""
    raw_path: str
    """As it came, the whole of it."""
    query: str
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes

    @property
    def target(self) -> str:
        """Path and query as they came."""
        return f"{self.raw_path}?{self.query}" if self.query else self.raw_path

    def object(self) -> Object:
        """The body as a JSON object.

        Raises:
            Refusal: It is none.
        """
        try:
            value: Any = json.loads(self.body)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise Refusal(400, "The request body is not a valid JSON object")
        return as_object(cast("object", value))


@dataclass
class Outcome:
    """How a response is turned into the form of a platform; by default it stays as it is."""

    headers: Callable[[int, dict[str, str]], dict[str, str]] = lambda _status, headers: headers
    """The headers by the status and the headers that the sandbox would send; names in lower case."""
    whole: Callable[[int, bytes], bytes] | None = None
    """The body of a response that is not a stream."""
    event: Callable[[Object], bytes] | None = None
    """What an event of a stream becomes."""
    end: Callable[[], bytes] = lambda: b""
    """What comes behind the last event of a stream that has ended as it should."""
    media_type: str = EVENT_STREAM
    """Of a stream."""


@dataclass
class Passage:
    """A request of the Claude API that stands for one that came to a door."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]
    outcome: Outcome = field(default_factory=Outcome)
    query: str | None = None
    """The query where it is another one than came."""


class Door(Protocol):
    """An address."""

    def prefix(self, path: str) -> str | None:
        """What is taken off `path` where it leads through this door; `None` where it does not."""
        ...

    def enter(self, incoming: Incoming) -> Passage | Response:
        """What the request stands for, or the response where nothing has to be asked.

        Raises:
            Refusal: It is refused.
        """
        ...

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """The response to a request that was refused at the door."""
        ...


class Turned:
    """`send`, which turns a response by an `Outcome` on its way."""

    def __init__(self, send: Send, outcome: Outcome) -> None:
        self._send = send
        self._outcome = outcome
        self._status = 0
        self._start: Message = {}
        self._is_stream = False
        self._body = b""
        self._complete = False

    async def __call__(self, message: Message) -> None:
        """Send a part of the response."""
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._is_stream:
            await self._pass_events(message)
        elif self._outcome.whole is None:
            await self._send(message)
        else:
            await self._pass_whole(message)

    async def _begin(self, message: Message) -> None:
        self._status = message["status"]
        named = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in message["headers"]}
        self._is_stream = self._outcome.event is not None and named.get("content-type", "").startswith(EVENT_STREAM)
        if self._is_stream:
            named["content-type"] = self._outcome.media_type
        turned = self._outcome.headers(self._status, named)
        self._start = {**message, "headers": encode_headers(turned)}
        if self._is_stream or self._outcome.whole is None:
            await self._send(self._start)

    async def _pass_events(self, message: Message) -> None:
        self._body += message.get("body", b"")
        *events, self._body = self._body.split(b"\n\n")
        turned = b"".join(self._event(event) for event in events)
        if not message.get("more_body", False):
            turned += self._outcome.end() if self._complete and not self._body else b""
        await self._send({**message, "body": turned})

    def _event(self, event: bytes) -> bytes:
        data = b"\n".join(line[5:].lstrip() for line in event.splitlines() if line.startswith(b"data:"))
        value: Any = json.loads(data)
        self._complete = self._complete or value.get("type") == "message_stop"
        assert self._outcome.event is not None
        return self._outcome.event(value)

    async def _pass_whole(self, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body", False):
            return
        assert self._outcome.whole is not None
        body = self._outcome.whole(self._status, self._body)
        headers = [(name, value) for name, value in self._start["headers"] if name != b"content-length"]
        await self._send({**self._start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
        await self._send({**message, "body": body})


def encode_headers(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """`headers` as ASGI has them."""
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]


def bearer(headers: Mapping[str, str]) -> str | None:
    """The bearer token that a request comes with."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def error_of(body: bytes) -> Object:
    """The `error` object of an error of the API; an empty one for a body that is none."""
    try:
        value: Any = json.loads(body)
    except ValueError:
        return {}
    return as_object(as_object(value).get("error"))


def as_object(value: object) -> Object:
    """`value`, if it is a JSON object, else an empty one."""
    return cast("Object", value) if isinstance(value, dict) else {}
