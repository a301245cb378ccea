"""The sandbox as an ASGI application: who may call, which endpoint answers, and what stands around every answer."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Iterable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import breaking
from .batches import Processor
from .call import MIB, STANDARD_LIMIT, VERSIONS, Call, Endpoint, too_large
from .control import PREFIX, Control, refuse_strangers
from .endpoints import ENDPOINTS
from .errors import Refusal, invalid, not_found
from .faults import HEADER, Fault
from .keys import Key
from .organization import note_key
from .received import Received, arrived
from .state import State
from .values import Object, new_id

logger: logging.Logger = logging.getLogger("claude_client.sandbox")

MOST_DRAINED_BYTES: Final = 64 * MIB
MOST_DRAINED_SECONDS: Final = 5.0
KEPT_ANSWER_BYTES: Final = 2000
"""What is kept of an answer to be shown."""


def application(state: State) -> ASGIApp:
    """The application. The API can be called from any page in a browser; what is told of the sandbox itself can not."""
    api = CORSMiddleware(
        Application(state, ENDPOINTS),
        allow_origins=["*"],
        allow_methods=["*"],
        allow_headers=["*"],
        expose_headers=["*"],
    )
    own = OwnPages(state)

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        await (own if scope["type"] == "http" and own.has(scope["path"]) else api)(scope, receive, send)

    return either


class OwnPages:
    """Answers what is not of the API: `/_sandbox/...`, without a key, but only to who is on this machine's side."""

    def __init__(self, state: State) -> None:
        self._control = Control(state)

    def has(self, path: str) -> bool:
        return path.startswith(PREFIX)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            refuse_strangers(request)
            answer = await self._control.answer(request)
            response = json_response(answer) if isinstance(answer, dict) else answer
        except Refusal as refusal:
            response = Response(refusal.body(None), refusal.status, refusal.headers, "application/json")
        response.headers["cache-control"] = "no-store"
        await response(scope, receive, send)


class Application:
    """Answers each request through the endpoint that fits it."""

    def __init__(self, state: State, endpoints: Iterable[Endpoint]) -> None:
        self._state = state
        self._processor = Processor(state)
        self._routes = [(_route(endpoint), endpoint) for endpoint in endpoints]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._handle(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._processor.resume()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._processor.stop()
        await send({"type": "lifespan.shutdown.complete"})

    async def _handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        received = arrived(scope["method"], scope["path"], scope["query_string"].decode("latin-1"), _headers(request))
        received.request_id = new_id("req")
        self._state.requests.add(received)
        body = _Body(receive, received)
        started = time.monotonic()
        notes: list[str] = []

        async def send_and_note(message: Message) -> None:
            if message["type"] == "http.response.start":
                received.status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(received.request_id).items():
                    headers.setdefault(name, value)
                received.request_id = headers["request-id"]
            elif len(received.answer) < KEPT_ANSWER_BYTES:
                received.answer += message.get("body", b"")[:KEPT_ANSWER_BYTES]
            await send(message)

        async def serve(send: Send, fault: Fault | None = None) -> None:
            response = await self._answer(request, body, received, notes, fault)
            if body.read:
                await response(scope, body, send)
            else:
                await _answer_early(response, scope, body, send)

        try:
            fault = await self._fault(received, body)
            if fault is not None:
                received.fault = str(fault)
                notes.append(f"fault: {fault}")
            if fault is None or fault.name.isdigit():
                await serve(send_and_note, fault)
            else:
                await breaking.answer(fault, scope, body, send_and_note, serve)
        except Refusal as refusal:  # of the fault that was asked for
            notes.append(refusal.message)
            response = Response(refusal.body(received.request_id), refusal.status, media_type="application/json")
            await _answer_early(response, scope, body, send_and_note)
        except ClientDisconnect:
            notes.append("the client went away")
        finally:
            received.seconds = time.monotonic() - started
            received.note = " ".join(notes)
            self._state.requests.trim()
            status = received.status or "-"
            logger.info(
                "%-6s %s  %s  %.0f ms  %s",
                received.method,
                received.path,
                status,
                received.seconds * 1000,
                received.note,
            )

    async def _fault(self, received: Received, body: _Body) -> Fault | None:
        """What is to go wrong with a request, once it has come: a fault on the way would be another one."""
        faults = self._state.faults
        if HEADER in received.headers or faults.all():
            await body.read_ahead(STANDARD_LIMIT)
        return faults.next(received)

    async def _answer(
        self, request: Request, body: _Body, received: Received, notes: list[str], fault: Fault | None
    ) -> Response:
        try:
            if fault is not None:
                raise fault.refusal()
            if self._state.source is not None:
                return await self._state.source.answer(Request(request.scope, body))
            endpoint = self._endpoint(request.scope)
            call = self._let_in(endpoint, Request(request.scope, body), body, received, notes)
            answer = await endpoint.handler(call)
            return json_response(answer) if isinstance(answer, dict) else answer
        except Refusal as refusal:
            notes.append(refusal.message)
            return Response(refusal.body(received.request_id), refusal.status, refusal.headers, "application/json")
        except (ClientDisconnect, asyncio.CancelledError):
            raise
        except Exception:
            logger.exception("the sandbox failed on %s %s", request.method, request.url.path)
            failure = Refusal(500, "Internal server error")
            return Response(failure.body(received.request_id), 500, media_type="application/json")

    def _endpoint(self, scope: Scope) -> Endpoint:
        methods: list[str] = []
        for route, endpoint in self._routes:
            match, below = route.matches(scope)
            if match is Match.FULL:
                scope.update(below)
                return endpoint
            if match is Match.PARTIAL:
                methods.append(endpoint.method)
        if methods:
            raise Refusal(405, "Method Not Allowed", headers={"allow": ", ".join(methods)})
        raise not_found("Not found")

    def _let_in(self, endpoint: Endpoint, request: Request, body: _Body, received: Received, notes: list[str]) -> Call:
        key = self._key(request)
        if endpoint.admin and key.kind != "admin":
            raise Refusal(403, "This endpoint needs an admin key")
        if not endpoint.admin and key.kind == "admin":
            raise Refusal(401, "invalid x-api-key: an admin key is only for the Admin API")
        version = request.headers.get("anthropic-version")
        if not version:
            raise invalid("anthropic-version: header is required")
        if version not in VERSIONS:
            raise invalid(f"anthropic-version: {version} is not a valid version")
        announced = request.headers.get("content-length", "0")
        if announced.isdigit() and int(announced) > endpoint.max_bytes:
            raise too_large(endpoint.max_bytes)
        body.limit = endpoint.max_bytes
        self._state.quota.use("requests")
        betas = ",".join(request.headers.getlist("anthropic-beta")).split(",")
        return Call(
            self._state,
            request,
            received.request_id,
            endpoint.max_bytes,
            key,
            version,
            frozenset(beta.strip() for beta in betas if beta.strip()),
            self._processor,
            received,
            notes,
        )

    def _key(self, request: Request) -> Key:
        secret = request.headers.get("x-api-key") or ""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if not secret and scheme.lower() == "bearer":
            secret = token.strip()
        if not secret:
            raise Refusal(401, "x-api-key header is required")
        key = self._state.keys.let_in(secret)
        if key is None:
            raise Refusal(
                401, "invalid x-api-key (a sandbox without keys of its own takes any that begins with sk-ant-)"
            )
        note_key(self._state.store, key)
        return key

    def _headers(self, request_id: str) -> dict[str, str]:
        own = {"request-id": request_id, "anthropic-organization-id": self._state.organization_id}
        return own | self._state.quota.headers()


def json_response(answer: Object, status: int = 200) -> Response:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(body, status, media_type="application/json")


def _route(endpoint: Endpoint) -> Route:
    return Route(endpoint.path, _unused, methods=[endpoint.method])


async def _unused(request: Request) -> Response:
    raise AssertionError(f"{request.url.path} is answered by the handler of its endpoint")


def _headers(request: Request) -> list[tuple[str, str]]:
    return [(name.lower(), ", ".join(request.headers.getlist(name))) for name in set(request.headers)]


class _Body:
    """`receive`, which knows whether the whole body came through it, and lets no more through than may come."""

    def __init__(self, receive: Receive, received: Received) -> None:
        self._receive = receive
        self._received = received
        self._ahead: list[Message] = []
        self._total = 0
        self.limit: int | None = None
        self.read = False

    async def __call__(self) -> Message:
        message = self._ahead.pop(0) if self._ahead else await self._arriving()
        self.read = self.read or message["type"] == "http.disconnect" or not message.get("more_body", False)
        self._total += len(message.get("body", b""))
        if self.limit is not None and self._total > self.limit:
            limit, self.limit = self.limit, None  # what still comes is thrown away
            raise too_large(limit)
        return message

    async def read_ahead(self, most: int) -> None:
        """Wait for the whole body, but for no more than `most` bytes; nothing of it is taken away."""
        while self._received.body_size <= most:
            message = await self._arriving()
            self._ahead.append(message)
            if message["type"] == "http.disconnect" or not message.get("more_body", False):
                return

    async def _arriving(self) -> Message:
        message = await self._receive()
        self._received.take(message.get("body", b""))
        return message


async def _answer_early(response: Response, scope: Scope, body: _Body, send: Send) -> None:
    """Answer before the body was read.

    What the client still sends is thrown away for a while: a connection closed in its face would be a reset, and many
    clients would not get to see the answer. Then the connection is closed.
    """
    response.headers["connection"] = "close"

    async def send_and_drain(message: Message) -> None:
        if message["type"] == "http.response.body" and not message.get("more_body"):
            await send({**message, "more_body": True})
            await _drain(body)
            message = {"type": "http.response.body", "body": b""}
        await send(message)

    await response(scope, body, send_and_drain)


async def _drain(body: _Body) -> None:
    drained = 0
    try:
        while not body.read and drained < MOST_DRAINED_BYTES:
            message = await asyncio.wait_for(body(), MOST_DRAINED_SECONDS)
            drained += len(message.get("body", b""))
    except asyncio.TimeoutError:
        pass
