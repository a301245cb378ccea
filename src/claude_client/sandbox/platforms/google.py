"""Google's addresses: Vertex AI, Claude on Google Cloud, and where Google's libraries get their tokens."""

from __future__ import annotations

import json
import re
from typing import Final
from urllib.parse import parse_qs, unquote

from starlette.responses import JSONResponse, PlainTextResponse, Response

from ..errors import Refusal, invalid
from ..state import State
from .keys import key_for, without_credentials
from .oauth import Tokens
from .translation import Incoming, Passage, bearer

VERSIONS: Final = {"vertex-2023-10-16": "2023-06-01"}
TOKEN_PREFIX: Final = "ya29.sandbox-"  # noqa: S105  # how a token begins
PROJECT: Final = "sandbox-project"
_SECONDS: Final = 3600
_VERTEX: Final = re.compile(
    r"/vertex/projects/([^/]+)/locations/([^/]+)/publishers/anthropic/models/(.+):(rawPredict|streamRawPredict)"
)
_CLOUD: Final = re.compile(
    r"/google-cloud/v1/projects/[^/]+/locations/[^/]+/(workspaces/[^/]+|claudeOrganization)/invoke(/v1/.*)"
)
_METADATA: Final = "/computeMetadata/v1/"
_TOKEN_PATH: Final = "/google/token"  # noqa: S105  # a path
_STATUSES: Final = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND"}


class _GoogleDoor:
    def __init__(self, state: State, tokens: Tokens) -> None:
        self._state = state
        self._tokens = tokens

    def _key(self, incoming: Incoming, path: str) -> str:
        token = bearer(incoming.headers)
        if token is None:
            raise Refusal(401, "Request is missing required authentication credential.")
        if not token.startswith(TOKEN_PREFIX):
            return key_for(self._state, path, token)  # of elsewhere: taken like a key
        if not self._tokens.is_valid(token):
            raise Refusal(401, "Request had invalid authentication credentials.")
        return key_for(self._state, path)

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:  # noqa: ARG002  # Google's errors have none
        """An error of Google, which comes before anything of the API."""
        status = _STATUSES.get(refusal.status, "INTERNAL")
        body = {"error": {"code": refusal.status, "message": refusal.message, "status": status}}
        return JSONResponse(body, refusal.status, refusal.headers)


class VertexDoor(_GoogleDoor):
    """The address of Vertex AI."""

    def prefix(self, path: str) -> str | None:
        """The address."""
        return "/vertex" if path.startswith("/vertex/") else None

    def enter(self, incoming: Incoming) -> Passage:
        """The message or count that the request asks for."""
        found = _VERTEX.fullmatch(incoming.raw_path)
        if found is None or incoming.method != "POST":
            raise Refusal(404, f"{incoming.raw_path} was not found on this server.")
        project, _, model, action = found.groups()
        if not re.fullmatch(r"[a-z][a-z0-9:.-]*", unquote(project)):
            raise invalid(f"Invalid resource name: projects/{project}")
        counts = model == "count-tokens"
        path = "/v1/messages/count_tokens" if counts else "/v1/messages"
        headers = without_credentials(incoming.headers) | {"x-api-key": self._key(incoming, path)}
        fields = incoming.object()
        version = fields.pop("anthropic_version", None)
        if not isinstance(version, str):
            raise invalid("anthropic_version: Field required")
        headers["anthropic-version"] = VERSIONS.get(version, version)
        if not counts:
            if "model" in fields:
                raise invalid("model: Extra inputs are not permitted")
            if bool(fields.get("stream")) != (action == "streamRawPredict"):
                raise invalid(f"stream: {action} needs it to be {action == 'streamRawPredict'}")
            fields["model"] = unquote(model)
        fields["model"] = str(fields.get("model", "")).replace("@", "-")
        return Passage("POST", path, json.dumps(fields).encode(), headers)


class GoogleCloudDoor(_GoogleDoor):
    """The address of Claude on Google Cloud."""

    def prefix(self, path: str) -> str | None:
        """The address."""
        return "/google-cloud" if path.startswith("/google-cloud/") else None

    def enter(self, incoming: Incoming) -> Passage:
        """The same call at the API's own path."""
        found = _CLOUD.fullmatch(incoming.raw_path)
        if found is None:
            raise Refusal(404, f"{incoming.raw_path} was not found on this server.")
        of, path = found.groups()
        is_of_organization = path.startswith(("/v1/organizations", "/v1/user_profiles"))
        if is_of_organization != (of == "claudeOrganization"):
            raise Refusal(404, f"{path} is not served below {of}.")
        headers = without_credentials(incoming.headers) | {"x-api-key": self._key(incoming, path)}
        return Passage(incoming.method, unquote(path), incoming.body, headers)


class GoogleTokensDoor:
    """The token endpoint of service accounts, and the metadata server of Google's machines."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def prefix(self, path: str) -> str | None:
        """Nothing is taken off."""
        return "" if path == _TOKEN_PATH or path.startswith(_METADATA) else None

    def enter(self, incoming: Incoming) -> Response:
        """A token, or a fact about the machine."""
        if incoming.path == _TOKEN_PATH:
            fields = parse_qs(incoming.body.decode("utf-8", errors="replace"))
            if "assertion" not in fields and "refresh_token" not in fields:
                raise invalid("invalid_request: an assertion or a refresh_token is needed")
            return JSONResponse(self._token())
        if incoming.headers.get("metadata-flavor") != "Google":
            raise Refusal(403, "Metadata-Flavor: Google is required")
        return self._metadata(incoming.path.removeprefix(_METADATA))

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:  # noqa: ARG002
        """An error in the form of OAuth."""
        return JSONResponse({"error": "invalid_request", "error_description": refusal.message}, refusal.status)

    def _token(self) -> dict[str, object]:
        token = self._tokens.issue(TOKEN_PREFIX, _SECONDS)
        return {"access_token": token, "expires_in": _SECONDS, "token_type": "Bearer"}

    def _metadata(self, path: str) -> Response:
        headers = {"metadata-flavor": "Google"}
        if path.endswith("/token"):
            return JSONResponse(self._token(), headers=headers)
        if path == "project/project-id":
            return PlainTextResponse(PROJECT, headers=headers)
        if path == "universe/universe-domain":
            return PlainTextResponse("googleapis.com", headers=headers)
        if path.startswith("instance/service-accounts/"):
            account = {
                "aliases": ["default"],
                "email": f"sandbox@{PROJECT}.iam.gserviceaccount.com",
                "scopes": ["https://www.googleapis.com/auth/cloud-platform"],
            }
            return JSONResponse(account, headers=headers)
        return PlainTextResponse("", headers=headers)
