"""`POST /v1/oauth/token`: an identity token, or a refresh token, becomes an access token of the API.

API: https://platform.claude.com/docs/en/manage-claude/wif-reference
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import urlsplit

from ..errors import CredentialsError, RetryableError
from .tokens import AccessToken, Secret

if TYPE_CHECKING:
    import httpx

TOKEN_PATH: Final = "/v1/oauth/token"  # noqa: S105  # a path
TIMEOUT_SECONDS: Final = 30.0
ASSERTION_BYTES: Final = 16 * 1024
RESPONSE_BYTES: Final = 1024 * 1024
OAUTH_BETA: Final = "oauth-2025-04-20"
FEDERATION_BETA: Final = "oidc-federation-2026-04-01"
_JWT_BEARER: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_SHOWN_FIELDS: Final = ("error", "error_description", "type", "message", "request_id")
"""Of the body of a refusal; anything else in it could be a secret."""
_SHOWN_CHARACTERS: Final = 500


class WorkloadIdentityError(CredentialsError):
    """The token endpoint gave no access token. `status_code` and `body` tell why; no secret is in them."""

    status_code: int | None
    """The HTTP status, or `None` where no response came."""

    body: object
    """What the endpoint says of the error, with everything else left out."""

    request_id: str | None
    """The API's id of the request, for its support."""

    def __init__(
        self, message: str, *, status_code: int | None = None, body: object = None, request_id: str | None = None
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.body = body
        self.request_id = request_id


class TokenEndpointUnavailableError(WorkloadIdentityError, RetryableError):
    """The token endpoint could not be reached or failed. The call is retried while retries are left."""


class Grant(NamedTuple):
    """What the token endpoint gives."""

    token: AccessToken
    refresh_token: Secret | None
    """The refresh token for the next time, where the endpoint gives another one."""


def exchange_federation_assertion(
    *,
    assertion: str | Secret,
    federation_rule_id: str,
    organization_id: str,
    service_account_id: str | None = None,
    workspace_id: str | None = None,
    base_url: str | None = None,
    http_client: httpx.Client | None = None,
) -> AccessToken:
    """Exchange the identity token of a workload for an access token.

    Args:
        assertion: The identity token, a JWT of at most 16 KiB.
        federation_rule_id: The rule of the organization that the token has to satisfy.
        organization_id: The organization.
        service_account_id: The account to act as, where the rule allows several.
        workspace_id: The workspace to act in, where the rule allows several.
        base_url: Where the API is; https, but for addresses of this machine.
        http_client: An HTTP client to send with; by default one is made and closed again.

    Raises:
        WorkloadIdentityError: The endpoint refused; what it says is in the message.

    API: https://platform.claude.com/docs/en/manage-claude/workload-identity-federation
    """
    secret = assertion if isinstance(assertion, Secret) else Secret(assertion)
    del assertion  # no frame of a traceback is to hold it
    if not secret:
        raise WorkloadIdentityError("the identity token is empty: expected a JWT")
    if len(secret) > ASSERTION_BYTES:
        raise WorkloadIdentityError(
            f"the identity token has {len(secret):,} characters: the API takes at most {ASSERTION_BYTES:,}"
        )
    fields: dict[str, str | Secret | None] = {
        "grant_type": _JWT_BEARER,
        "assertion": secret,
        "federation_rule_id": federation_rule_id,
        "organization_id": organization_id,
        "service_account_id": service_account_id,
        "workspace_id": workspace_id,
    }
    return _request_token(fields, f"{OAUTH_BETA},{FEDERATION_BETA}", base_url, http_client).token


def refresh_access_token(
    refresh_token: Secret, client_id: str, base_url: str | None, http_client: httpx.Client | None = None
) -> Grant:
    """Exchange a refresh token for an access token.

    Raises:
        WorkloadIdentityError: The endpoint refused; what it says is in the message.
    """
    fields: dict[str, str | Secret | None] = {
        "grant_type": "refresh_token",
        "refresh_token": refresh_token,
        "client_id": client_id,
    }
    return _request_token(fields, OAUTH_BETA, base_url, http_client)


def _request_token(
    fields: Mapping[str, str | Secret | None], betas: str, base_url: str | None, http_client: httpx.Client | None
) -> Grant:
    url = token_url(base_url)
    import httpx

    from ..http import Transport

    # With the proxies and the certificates that the calls of a client have.
    client = http_client or httpx.Client(transport=Transport())
    try:
        status, request_id, body = _post(client, url, fields, betas)
        if status == 401:
            # A token that was issued a moment ago may not be known everywhere yet.
            status, request_id, body = _post(client, url, fields, betas)
    finally:
        if client is not http_client:
            client.close()
    if status != 200:
        raise _refusal(status, request_id, body)
    return _read_grant(body, request_id)


def token_url(base_url: str | None) -> str:
    """The address of the token endpoint.

    Raises:
        WorkloadIdentityError: What is sent there could be read on the way.
    """
    base = (base_url or "https://api.anthropic.com").rstrip("/")
    parts = urlsplit(base)
    local = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise WorkloadIdentityError(
            f"tokens are not sent to {base!r}, where they could be read on the way: use https:// "
            "(http:// is for localhost only)"
        )
    return base + TOKEN_PATH


def _post(
    client: httpx.Client, url: str, fields: Mapping[str, str | Secret | None], betas: str
) -> tuple[int, str | None, Secret]:
    from ..core.http_request import user_agent

    headers = {"anthropic-beta": betas, "content-type": "application/json", "user-agent": user_agent()}
    failure: str
    try:
        with client.stream(
            "POST",
            url,
            content=_encode(fields),
            headers=headers,
            timeout=TIMEOUT_SECONDS,
            follow_redirects=False,
        ) as response:
            return response.status_code, response.headers.get("request-id"), _read_body(response)
    except WorkloadIdentityError:
        raise
    except Exception as error:  # of httpx or of httpx2
        # Its traceback has the frames of the HTTP library, which hold what was to be sent.
        failure = f"{type(error).__name__}: {error}"
    raise TokenEndpointUnavailableError(f"the token endpoint {url} did not respond: {failure}")


def _read_body(response: httpx.Response) -> Secret:
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > RESPONSE_BYTES:
            del body, piece  # no frame of a traceback is to hold them
            raise WorkloadIdentityError(
                f"the token endpoint sent more than {RESPONSE_BYTES:,} bytes: it is not a token endpoint",
                status_code=response.status_code,
            )
    return Secret(body.decode("utf-8", errors="replace"))


def _encode(fields: Mapping[str, str | Secret | None]) -> bytes:
    plain = {
        name: value.reveal() if isinstance(value, Secret) else value
        for name, value in fields.items()
        if value is not None
    }
    return json.dumps(plain).encode()


def _refusal(status: int, request_id: str | None, body: Secret) -> WorkloadIdentityError:
    try:
        told: Any = json.loads(body.reveal())
    except (ValueError, RecursionError):
        told = None
    shown = _select_shown_fields(told)
    kind = TokenEndpointUnavailableError if status >= 500 or status == 429 else WorkloadIdentityError
    text = json.dumps(shown) if shown else "no error is named in the body"
    return kind(
        f"the token endpoint refused the exchange with status {status}: {text[:_SHOWN_CHARACTERS]}; "
        "check the federation rule or the login that the token belongs to, and the workspace where a rule has several",
        status_code=status,
        body=shown,
        request_id=request_id,
    )


def _select_shown_fields(told: object) -> dict[str, object]:
    """What may be shown of the body of a refusal."""
    if not isinstance(told, dict):
        return {}
    fields = cast("dict[str, object]", told)
    shown = {name: fields[name] for name in _SHOWN_FIELDS if isinstance(fields.get(name), str)}
    nested = fields.get("error")
    return {**shown, "error": _select_shown_fields(cast("object", nested))} if isinstance(nested, dict) else shown


def _read_grant(body: Secret, request_id: str | None) -> Grant:
    problem: str
    try:
        value: Any = json.loads(body.reveal())
        kind = str(value.get("token_type") or "Bearer")
        if kind.lower() != "bearer":
            problem = f"its token_type is {kind!r} and not Bearer"
        else:
            refreshed = value.get("refresh_token")
            return Grant(
                AccessToken(str(value["access_token"]), int(time.time() + float(value["expires_in"]))),
                Secret(refreshed) if isinstance(refreshed, str) and refreshed else None,
            )
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError) as error:
        problem = f"{type(error).__name__} while it was read"
    finally:
        value = refreshed = None
    raise WorkloadIdentityError(
        f"the token endpoint gave no access token: expected access_token and expires_in; {problem}",
        status_code=200,
        request_id=request_id,
    )
