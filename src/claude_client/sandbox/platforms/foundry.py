"""`/foundry/v1/...`: Microsoft Foundry, which speaks the Claude API with keys and tokens of its own."""

from __future__ import annotations

from typing import Final

from starlette.responses import JSONResponse, Response

from ..errors import Refusal
from ..state import State
from .keys import without_credentials
from .oauth import Tokens
from .translation import Incoming, Passage, bearer

ADDRESS: Final = "/foundry"
_MISSING: Final = ("/v1/messages/batches", "/v1/models", "/v1/organizations")


class FoundryDoor:
    """The address of Microsoft Foundry."""

    def __init__(self, state: State, tokens: Tokens) -> None:
        self._state = state
        self._tokens = tokens

    def prefix(self, path: str) -> str | None:
        """The address."""
        return ADDRESS if path.startswith(f"{ADDRESS}/") else None

    def enter(self, incoming: Incoming) -> Passage:
        """The same call with the key or token as a key of the sandbox."""
        key = incoming.headers.get("api-key") or incoming.headers.get("x-api-key") or bearer(incoming.headers)
        if not key:
            raise Refusal(401, "Access denied due to missing subscription key or bearer token.")
        if incoming.path.startswith(_MISSING):
            raise Refusal(404, "Resource not found")
        headers = without_credentials(incoming.headers) | {"x-api-key": key}
        return Passage(incoming.method, incoming.path, incoming.body, headers)

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """An error of Azure, which comes before anything of the API."""
        body = {"error": {"code": str(refusal.status), "message": refusal.message}}
        return JSONResponse(body, refusal.status, {**refusal.headers, "apim-request-id": request_id})
