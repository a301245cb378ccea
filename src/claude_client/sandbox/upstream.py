"""Where responses come from that the sandbox does not make: a real API, to be recorded, or a recording."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Final, Protocol

import httpx
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from .errors import Refusal
from .faults import HEADER
from .recording import BASE_URL, Recording, Replay, parts_of, request_of, response_of

TIMEOUT: Final = httpx.Timeout(600.0, connect=30.0)
_OF_THE_CONNECTION: Final = frozenset(
    {"accept-encoding", "connection", "content-encoding", "content-length", "host", "keep-alive", "set-cookie"}
    | {"transfer-encoding", HEADER}
)
"""Headers that are not passed on."""


class Source(Protocol):
    """Where responses come from."""

    @property
    def spends(self) -> bool:
        """Whether a request is made with a key of the sandbox's owner, whoever sent it."""
        ...

    async def respond(self, request: Request) -> Response: ...


class Upstream:
    """Passes calls on, and records them.

    Args:
        url: The base URL of the API.
        api_key: Sent in place of the key that a call comes with.
    """

    def __init__(self, url: str, recording: Recording, api_key: str | None = None) -> None:
        self._url = url.rstrip("/")
        self._recording = recording
        self._api_key = api_key

    @property
    def spends(self) -> bool:
        """Whether requests are made with the key that was given here."""
        return self._api_key is not None

    def __str__(self) -> str:
        return f"from {self._url} and are recorded in {self._recording.path}"

    async def respond(self, request: Request) -> Response:
        body = await request.body()
        client = httpx.AsyncClient(timeout=TIMEOUT)
        try:
            passed = client.build_request(
                request.method, self._target(request), headers=self._headers(request), content=body
            )
            response = await client.send(passed, stream=True)
        except httpx.HTTPError as error:
            await client.aclose()
            raise Refusal(502, f"{self._url} gave no response: {error or type(error).__name__}") from None
        headers = {name: value for name, value in response.headers.items() if name not in _OF_THE_CONNECTION}
        parts = self._pass_on(client, response, request, body)
        return StreamingResponse(parts, response.status_code, headers)

    async def _pass_on(
        self, client: httpx.AsyncClient, response: httpx.Response, request: Request, body: bytes
    ) -> AsyncIterator[bytes]:
        """The parts of the response, recorded once all of them have come."""
        whole = b""
        is_json = response.headers.get("content-type", "").startswith("application/json")
        try:
            async for part in response.aiter_bytes():
                whole += part
                if not is_json:
                    yield part
        finally:
            await response.aclose()
            await client.aclose()
        if is_json:  # addresses in it, as that of the results of a batch, have to lead back here
            yield whole.replace(self._url.encode(), _own_url(request).encode())
            whole = whole.replace(self._url.encode(), BASE_URL.encode())
        kept = response_of(response.status_code, response.headers, whole)
        self._recording.add(_request_record(request, body), kept, _secrets(response.request.headers))

    def _target(self, request: Request) -> str:
        query = request.url.query
        return f"{self._url}{request.scope['raw_path'].decode()}{'?' if query else ''}{query}"

    def _headers(self, request: Request) -> dict[str, str]:
        headers = {name: value for name, value in request.headers.items() if name not in _OF_THE_CONNECTION}
        if self._api_key is not None:
            headers.pop("authorization", None)
            headers["x-api-key"] = self._api_key
        return headers


class Recorded:
    """Responses from a recording."""

    spends = False

    def __init__(self, replay: Replay) -> None:
        self._replay = replay

    def __str__(self) -> str:
        return f"from the recording {self._replay.path}"

    async def respond(self, request: Request) -> Response:
        kept = self._replay.respond(_request_record(request, await request.body()))
        headers: dict[str, str] = kept["headers"]
        if "events" not in kept:
            body = b"".join(parts_of(kept)).replace(BASE_URL.encode(), _own_url(request).encode())
            return Response(body, kept["status"], headers)

        async def parts() -> AsyncIterator[bytes]:
            for part in parts_of(kept):
                yield part

        return StreamingResponse(parts(), kept["status"], headers)


def _own_url(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _request_record(request: Request, body: bytes) -> dict[str, object]:
    return request_of(request.method, request.url.path, request.url.query, request.headers, body)


def _secrets(headers: Mapping[str, str]) -> list[str]:
    given = [headers.get("x-api-key", ""), headers.get("authorization", "").partition(" ")[2]]
    return [secret for secret in given if secret]
