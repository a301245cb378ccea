"""The ASGI application in front of the API: requests that come to the address of a platform go through its door."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..call import STANDARD_LIMIT, too_large
from ..errors import Refusal, invalid
from ..json_utils import new_id
from ..state import State
from .aws import AWSDoor
from .bedrock import BedrockDoor
from .foundry import FoundryDoor
from .google import GoogleCloudDoor, GoogleTokensDoor, VertexDoor
from .oauth import OAuthDoor, Tokens, TokensDoor
from .openai import ChatDoor, ModelsDoor
from .translation import Door, Incoming, Passage, Turned, encode_headers


class Doors:
    """Takes requests at the addresses of all platforms; the others go on to the API as they are."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state
        tokens = Tokens()
        self._doors: tuple[Door, ...] = (
            BedrockDoor(state),
            AWSDoor(state, "/bedrock-mantle", "bedrock-mantle"),
            AWSDoor(state, "/aws", "aws-external-anthropic"),
            VertexDoor(state, tokens),
            GoogleCloudDoor(state, tokens),
            GoogleTokensDoor(tokens),
            FoundryDoor(state, tokens),
            OAuthDoor(tokens),
            ChatDoor(),
            ModelsDoor(),
            TokensDoor(state, tokens),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        source = self._state.source
        # A door gives the sandbox's own key for credentials that everybody knows: not while that key spends money.
        is_open = source is None or not source.spends
        found = self._door(scope) if is_open and scope["type"] == "http" else None
        if found is None:
            await self._app(scope, receive, send)
            return
        door, prefix = found
        request = Request(scope, receive)
        try:
            incoming = await _read(request, prefix)
            passage = door.enter(incoming)
            headers = [] if isinstance(passage, Response) else _headers_of(passage)
        except Refusal as refusal:
            passage, headers = door.render_refusal(refusal, new_id("req")), []
        except (AttributeError, LookupError, TypeError, ValueError):  # JSON of another form than the door reads
            wrong = invalid("The request body has not the form that is expected here")
            passage, headers = door.render_refusal(wrong, new_id("req")), []
        if isinstance(passage, Response):
            await passage(scope, receive, send)
            return
        inner: Scope = {
            **scope,
            "method": passage.method,
            "path": passage.path,
            "raw_path": passage.path.encode(),
            "headers": headers,
            "query_string": scope["query_string"] if passage.query is None else passage.query.encode(),
        }
        await self._app(inner, _replay_body(passage.body, receive), Turned(send, passage.outcome))

    def _door(self, scope: Scope) -> tuple[Door, str] | None:
        headers = Request(scope).headers
        for door in self._doors:
            if isinstance(door, (TokensDoor, ModelsDoor)) and not door.is_for(headers):
                continue
            prefix = door.prefix(scope["path"])
            if prefix is not None:
                return door, prefix
        return None


def _headers_of(passage: Passage) -> list[tuple[bytes, bytes]]:
    """The headers of the request that goes on to the API.

    Raises:
        ValueError: One of them, which stood in the body before, cannot be a header.
    """
    if not all(value.isprintable() for value in passage.headers.values()):
        raise ValueError
    return encode_headers({**passage.headers, "content-length": str(len(passage.body))})


async def _read(request: Request, prefix: str) -> Incoming:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > STANDARD_LIMIT:
            raise too_large(STANDARD_LIMIT)
    raw_path: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return Incoming(
        request.method,
        request.url.path.removeprefix(prefix),
        raw_path.decode("latin-1"),
        request.scope["query_string"].decode("latin-1"),
        {name: ",".join(request.headers.getlist(name)) for name in set(request.headers)},
        body,
    )


def _replay_body(body: bytes, receive: Receive) -> Receive:
    """`receive`, which gives `body` and then what comes from the client: nothing, until it goes away."""
    is_given = False

    async def give() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give
