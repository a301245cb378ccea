"""Addresses that speak the Claude API behind AWS's signatures: `/aws` and `/bedrock-mantle`."""

from __future__ import annotations

import json
from typing import Final

from starlette.responses import Response

from ..errors import Refusal, invalid
from ..state import State
from . import aws_signatures
from .keys import key_for, without_credentials
from .translation import Incoming, Passage

WORKSPACE: Final = "anthropic-workspace-id"
_MESSAGES: Final = ("/v1/messages", "/v1/messages/count_tokens")


class AWSDoor:
    """One of the two addresses."""

    def __init__(self, state: State, address: str, service: str) -> None:
        self._state = state
        self._address = address
        self._service = service

    def prefix(self, path: str) -> str | None:
        """The address."""
        return self._address if path.startswith(f"{self._address}/") else None

    def enter(self, incoming: Incoming) -> Passage:
        """The same request, once its signature was checked."""
        key = aws_signatures.check(incoming, self._service)
        headers = without_credentials(incoming.headers)
        body = incoming.body
        if self._address == "/aws":
            if not headers.pop(WORKSPACE, None):
                raise invalid(f"{WORKSPACE}: header is required")
        elif incoming.path in _MESSAGES:
            fields = incoming.object()
            if (profile := fields.pop("user_profile_id", None)) is not None:
                headers["anthropic-user-profile-id"] = str(profile)
            body = json.dumps(fields).encode()
        headers["x-api-key"] = key_for(self._state, incoming.path, key)
        return Passage(incoming.method, incoming.path, body, headers)

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """An error of AWS, which comes before anything of the API."""
        return aws_error(refusal, request_id)


def aws_error(refusal: Refusal, request_id: str) -> Response:
    """An error in the form of AWS."""
    headers = {**refusal.headers, "x-amzn-requestid": request_id, "x-amzn-errortype": refusal.type}
    return Response(json.dumps({"message": refusal.message}), refusal.status, headers, "application/json")
