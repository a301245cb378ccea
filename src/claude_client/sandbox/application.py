"""The sandbox as an ASGI application: who may call, which endpoint is called, and what stands around every response."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from . import fault_injection, status
from .access import Access, Guarded
from .batches import Processor
from .call import STANDARD_LIMIT, VERSIONS, Call, Endpoint, too_large
from .control import PREFIX, Control
from .endpoints import ENDPOINTS, deployments
from .errors import Refusal, invalid, not_found
from .exchange import Exchange, begin
from .faults import HEADER, Fault
from .json_utils import Object
from .keys import Key
from .organization import note_key
from .platforms import Doors
from .state import State

logger: logging.Logger = logging.getLogger("claude_client.sandbox")


def application(state: State, access: Access) -> ASGIApp:
    """The application: the API, and the pages about the sandbox itself, both behind `access`."""
    pages = OwnPages(state)
    api, own = Guarded(Doors(Application(state, ENDPOINTS), state), access, api=True), Guarded(pages, access, api=False)

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        await (own if scope["type"] == "http" and pages.has(scope["path"]) else api)(scope, receive, send)

    return either


class OwnPages:
    """Serves what is not of the API: the status page and `/_sandbox/...`. Neither takes a key."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._control = Control(state)

    def has(self, path: str) -> bool:
        return path == "/" or path.startswith(PREFIX)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except Refusal as refusal:
            response = Response(refusal.body(None), refusal.status, refusal.headers, "application/json")
        response.headers["cache-control"] = "no-store"
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.url.path.startswith(PREFIX):
            return json_response(await self._control.respond(request))
        if request.method == "POST":
            await self._control.click(request)
            return RedirectResponse("/", 303)
        if request.method not in ("GET", "HEAD"):
            raise Refusal(405, "Method Not Allowed", headers={"allow": "GET, HEAD, POST"})
        return HTMLResponse(status.page(self._state), headers={"content-security-policy": status.POLICY})


class Application:
    """Serves each request by the endpoint that fits it."""

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
        exchange = begin(self._state, scope, receive, send)

        async def serve(send: Send) -> None:
            await exchange.send_response(await self._respond(exchange), send)

        try:
            fault = await self._fault(exchange)
            if fault is None:
                await serve(exchange.send)
            elif fault.name.isdigit():
                await exchange.send_response(_error_response(exchange, fault.refusal()))
            else:
                await fault_injection.send_with_fault(fault, scope, exchange.body, exchange.send, serve)
        except Refusal as refusal:  # of the fault that was asked for
            await exchange.send_response(_error_response(exchange, refusal))
        except ClientDisconnect:
            exchange.notes.append("the client went away")
        finally:
            exchange.end()

    async def _fault(self, exchange: Exchange) -> Fault | None:
        """What is to go wrong with a request, once it has come: a fault on the way would be another one."""
        faults, received = self._state.faults, exchange.received
        if HEADER in received.headers or faults.all():
            await exchange.body.read_ahead(STANDARD_LIMIT)
        fault = faults.next(received)
        if fault is not None:
            received.fault = str(fault)
            exchange.notes.append(f"fault: {fault}")
        return fault

    async def _respond(self, exchange: Exchange) -> Response:
        try:
            source = self._state.source
            if source is not None:
                if source.spends:
                    self._check_own_key(exchange.request)
                return await source.respond(exchange.request)
            endpoint = self._endpoint(exchange.scope)
            result = await endpoint.handler(self._authorize(endpoint, exchange))
            return json_response(result) if isinstance(result, dict) else result
        except Refusal as refusal:
            return _error_response(exchange, refusal)
        except (ClientDisconnect, asyncio.CancelledError):
            raise
        except Exception:
            logger.exception("the sandbox failed on %s", exchange.received)
            return _error_response(exchange, Refusal(500, "Internal server error"))

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

    def _authorize(self, endpoint: Endpoint, exchange: Exchange) -> Call:
        request, body = exchange.request, exchange.body
        key = self._key(request)
        if endpoint.admin and key.kind == "ordinary":
            raise Refusal(403, "This endpoint needs an admin key, which begins with sk-ant-admin")
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
        workspace = self._state.workspace(request.headers.get("anthropic-workspace-id"))
        exchange.headers["anthropic-workspace-id"] = workspace["id"]
        self._state.quota.request()
        listed = ",".join(request.headers.getlist("anthropic-beta")).split(",")
        betas = frozenset(beta.strip() for beta in listed if beta.strip())
        endpoint.check_betas(betas)
        deployments.fire_due(self._state)
        return Call(
            self._state,
            request,
            exchange.received.request_id,
            endpoint.max_bytes,
            key,
            version,
            betas,
            self._processor,
            exchange.received,
            exchange.notes,
            exchange.headers,
            "" if workspace.get("is_default") else str(workspace["id"]),
        )

    def _check_own_key(self, request: Request) -> None:
        """Refuse a request that is not of the sandbox's owner: it would be made with the owner's key for the API."""
        if not self._state.keys.is_own(_secret(request)):
            raise Refusal(
                401,
                "invalid x-api-key: while calls are recorded with a real key, this sandbox takes only its own key, "
                "which is Sandbox.api_key (and Sandbox.admin_api_key)",
            )

    def _key(self, request: Request) -> Key:
        secret = _secret(request)
        key = self._state.keys.accept(secret, is_bearer="x-api-key" not in request.headers)
        if key is None:
            raise Refusal(401, "invalid x-api-key: this sandbox takes only the keys that it was given")
        note_key(self._state.store, key)
        return key


def _secret(request: Request) -> str:
    """The key that a request comes with."""
    secret = request.headers.get("x-api-key") or ""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if not secret and scheme.lower() == "bearer":
        secret = token.strip()
    if not secret:
        raise Refusal(401, "x-api-key header is required")
    return secret


def _error_response(exchange: Exchange, refusal: Refusal) -> Response:
    exchange.notes.append(refusal.message)
    body = refusal.body(exchange.received.request_id)
    return Response(body, refusal.status, refusal.headers, "application/json")


def json_response(value: Object, status: int = 200) -> Response:
    # Half a surrogate pair, which a request may have in its JSON, has no UTF-8: it is escaped, as JSON can.
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace")
    return Response(body, status, media_type="application/json")


def _route(endpoint: Endpoint) -> Route:
    return Route(endpoint.path, _refuse_direct_call, methods=[endpoint.method])


async def _refuse_direct_call(request: Request) -> Response:
    raise AssertionError(f"{request.url.path} is served by the handler of its endpoint")
