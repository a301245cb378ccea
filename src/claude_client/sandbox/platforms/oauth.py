"""`/v1/oauth/token`: identity tokens and refresh tokens are exchanged for access tokens, which the API takes then."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.responses import Response

from ..errors import Refusal
from ..json_utils import Object
from ..state import State
from .keys import key_for
from .translation import Incoming, Passage, bearer

PATH: Final = "/v1/oauth/token"
PREFIX: Final = "sk-ant-oat01-sandbox-"
BETA: Final = "oauth-2025-04-20"
FEDERATION_BETA: Final = "oidc-federation-2026-04-01"
JWT_BEARER: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
SECONDS: Final = 3600
_FEDERATION_FIELDS: Final = ("assertion", "federation_rule_id", "organization_id")


@dataclass
class Tokens:
    """The access tokens that a sandbox has issued, and for how long each of them is taken."""

    now: Callable[[], float] = time.time
    _ends: dict[str, float] = field(default_factory=dict[str, float], repr=False)
    _refreshing: set[str] = field(default_factory=set[str], repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def issue(self, prefix: str = PREFIX, seconds: float = SECONDS) -> str:
        """A new token."""
        token = f"{prefix}{secrets.token_urlsafe(24)}"
        with self._lock:
            self._ends = {known: end for known, end in self._ends.items() if end > self.now()}
            self._ends[token] = self.now() + seconds
        return token

    def is_valid(self, token: str) -> bool:
        """Whether `token` was issued here and has not expired."""
        return self._ends.get(token, 0) > self.now()

    def issue_refresh_token(self) -> str:
        """A new refresh token."""
        token = f"sk-ant-ort01-sandbox-{secrets.token_urlsafe(24)}"
        with self._lock:
            self._refreshing.add(token)
        return token

    def use_refresh_token(self, token: str) -> None:
        """Take a refresh token out of use that was issued here; any other is taken as one that came from elsewhere."""
        with self._lock:
            self._refreshing.discard(token)


class OAuthDoor:
    """The token endpoint."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def prefix(self, path: str) -> str | None:
        """The endpoint."""
        return "" if path == PATH else None

    def enter(self, incoming: Incoming) -> Response:
        """A token, where the request has what its grant needs."""
        if incoming.method != "POST":
            raise Refusal(405, "Method Not Allowed", headers={"allow": "POST"})
        fields = incoming.object()
        betas = {beta.strip() for beta in incoming.headers.get("anthropic-beta", "").split(",")}
        grant = fields.get("grant_type")
        if BETA not in betas:
            raise _refusal(f"anthropic-beta: {BETA} is required")
        given: Object = {
            "access_token": self._tokens.issue(),
            "expires_in": SECONDS,
            "token_type": "Bearer",
        }
        if grant == JWT_BEARER:
            _check_assertion(fields, betas)
        elif grant == "refresh_token":
            _check_texts(fields, ("refresh_token", "client_id"))
            self._tokens.use_refresh_token(str(fields["refresh_token"]))
            given["refresh_token"] = self._tokens.issue_refresh_token()
        else:
            raise _refusal(f"unsupported grant_type {grant!r}", "unsupported_grant_type")
        return Response(json.dumps(given), 200, {"cache-control": "no-store"}, "application/json")

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """An error in the form of OAuth."""
        body = {"error": refusal.type, "error_description": refusal.message}
        headers = {**refusal.headers, "request-id": request_id}
        return Response(json.dumps(body), refusal.status, headers, "application/json")


class TokensDoor:
    """Lets in API calls that come with a token which was issued here."""

    def __init__(self, state: State, tokens: Tokens) -> None:
        self._state = state
        self._tokens = tokens

    def is_for(self, headers: Mapping[str, str]) -> bool:
        """Whether a request comes with such a token."""
        return (bearer(headers) or "").startswith(PREFIX)

    def prefix(self, path: str) -> str | None:
        """Nothing: it is the API's own address."""
        return "" if path.startswith("/v1/") else None

    def enter(self, incoming: Incoming) -> Passage:
        """The same call with a key, where the token is valid and the beta is there that it needs."""
        if not self._tokens.is_valid(bearer(incoming.headers) or ""):
            raise Refusal(401, "invalid bearer token: it has expired, or another sandbox issued it")
        if BETA not in incoming.headers.get("anthropic-beta", ""):
            raise Refusal(401, f"OAuth tokens need the beta value {BETA}")
        headers = {name: value for name, value in incoming.headers.items() if name != "authorization"}
        headers["x-api-key"] = key_for(self._state, incoming.path)
        return Passage(incoming.method, incoming.path, incoming.body, headers)

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """An error of the API."""
        headers = {**refusal.headers, "request-id": request_id}
        return Response(refusal.body(request_id), refusal.status, headers, "application/json")


def _check_assertion(fields: Object, betas: set[str]) -> None:
    _check_texts(fields, _FEDERATION_FIELDS)
    if FEDERATION_BETA not in betas:
        raise _refusal(f"anthropic-beta: {FEDERATION_BETA} is required")
    if "scope" in fields:
        raise _refusal("scope: Extra inputs are not permitted")
    if str(fields["assertion"]).count(".") != 2:
        raise _refusal("assertion: expected a JWT, which has three parts", "invalid_grant")


def _check_texts(fields: Object, names: tuple[str, ...]) -> None:
    for name in names:
        if not isinstance(fields.get(name), str) or not fields[name]:
            raise _refusal(f"{name}: Field required")


def _refusal(message: str, kind: str = "invalid_request") -> Refusal:
    return Refusal(400, message, type=kind)
