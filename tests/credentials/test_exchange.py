from __future__ import annotations

import pickle
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx
import pytest

from claude_client.credentials import (
    AccessToken,
    AccessTokenAuth,
    EnvToken,
    IdentityTokenFile,
    StaticToken,
    TokenCache,
    WorkloadIdentityCredentials,
    WorkloadIdentityError,
    exchange_federation_assertion,
)
from claude_client.credentials.exchange import TokenEndpointUnavailableError
from claude_client.errors import CredentialsError, RetryableError
from server import Received, Reply, Server, reply

SECRET = "header.payload.signature"
GRANT = {"access_token": "sk-ant-oat01-new", "expires_in": 3600, "token_type": "Bearer"}


def exchange(server: Server, assertion: str = SECRET, **more: Any) -> AccessToken:
    return exchange_federation_assertion(
        assertion=assertion, federation_rule_id="fdrl_1", organization_id="org", base_url=server.url, **more
    )


def test_an_identity_token_is_exchanged(server: Server) -> None:
    server.replies(reply(GRANT))

    token = exchange(server, service_account_id="svac_1", workspace_id="wrkspc_1")

    [sent] = server.received
    assert (sent.method, sent.path) == ("POST", "/v1/oauth/token")
    assert sent.headers["content-type"] == "application/json"
    assert sent.headers["anthropic-beta"] == "oauth-2025-04-20,oidc-federation-2026-04-01"
    assert "authorization" not in sent.headers
    assert sent.json == {
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "assertion": SECRET,
        "federation_rule_id": "fdrl_1",
        "organization_id": "org",
        "service_account_id": "svac_1",
        "workspace_id": "wrkspc_1",
    }
    assert token.token == "sk-ant-oat01-new"
    assert token.expires_at is not None
    assert 3590 < token.expires_at - time.time() <= 3600


def test_what_is_left_out_is_not_sent(server: Server) -> None:
    server.replies(reply({"access_token": "t", "expires_in": 1.5}))

    exchange(server)

    assert set(server.received[0].json) == {"grant_type", "assertion", "federation_rule_id", "organization_id"}


def test_a_refusal_for_the_moment_is_tried_once_more(server: Server) -> None:
    server.replies(reply({"error": "invalid_grant"}, 401), reply(GRANT))

    assert exchange(server).token == "sk-ant-oat01-new"
    assert len(server.received) == 2


def test_a_refusal_tells_what_the_endpoint_says_and_no_secret(server: Server) -> None:
    body = {"error": "invalid_grant", "error_description": "no such rule", "assertion": SECRET}
    server.replies(reply(body, 400, request_id="req_1"))

    with pytest.raises(WorkloadIdentityError, match="no such rule") as caught:
        exchange(server)

    assert (caught.value.status_code, caught.value.request_id) == (400, "req_1")
    assert caught.value.body == {"error": "invalid_grant", "error_description": "no such rule"}
    assert SECRET not in str(caught.value)
    assert not isinstance(caught.value, RetryableError)


@pytest.mark.parametrize("body", [b"", b"no JSON", b"[" * 5000, [1], {"error": [1]}])
def test_a_refusal_of_another_form_is_one_too(server: Server, body: Any) -> None:
    server.replies(reply(body, 403))

    with pytest.raises(WorkloadIdentityError, match="status 403"):
        exchange(server)


def test_tokens_are_fetched_through_the_proxy_that_the_calls_take(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.replies(reply(GRANT))

    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("NO_PROXY", "")
    exchange(server)
    monkeypatch.setenv("HTTP_PROXY", "  ")
    exchange(server)

    assert [request.target.partition("/v1")[0] for request in server.received] == [server.url, ""]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_an_endpoint_that_fails_for_now_is_worth_a_retry(server: Server, status: int) -> None:
    server.replies(reply({"error": {"type": "api_error", "message": "sorry"}}, status))

    with pytest.raises(TokenEndpointUnavailableError, match="sorry") as caught:
        exchange(server)

    assert isinstance(caught.value, RetryableError)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        {"access_token": "t"},
        {"expires_in": 5},
        {"access_token": "t", "expires_in": "soon"},
        {"access_token": "t", "expires_in": 5, "token_type": "mac"},
        [1],
        {"access_token": "t", "expires_in": float("inf")},
        b"[" * 5000,
    ],
)
def test_what_is_no_grant_is_refused(server: Server, body: Any) -> None:
    server.replies(reply(body))

    with pytest.raises(WorkloadIdentityError, match="no access token"):
        exchange(server)


def test_a_response_without_end_is_refused(server: Server) -> None:
    server.replies(Reply(200, [b" " * 65536] * 40, {"content-type": "application/json"}))

    with pytest.raises(WorkloadIdentityError, match="more than 1,048,576 bytes"):
        exchange(server)


def test_a_redirect_is_not_followed(server: Server) -> None:
    server.replies(reply({}, 307, location=f"{server.url}/elsewhere"))

    with pytest.raises(WorkloadIdentityError, match="status 307"):
        exchange(server)
    assert len(server.received) == 1


@pytest.mark.parametrize("assertion", ["", "x" * (16 * 1024 + 1)])
def test_an_identity_token_that_cannot_be_one_is_not_sent(server: Server, assertion: str) -> None:
    with pytest.raises(WorkloadIdentityError, match="identity token"):
        exchange(server, assertion)
    assert server.received == []


@pytest.mark.parametrize("base_url", ["http://api.example.com", "ftp://localhost", "//localhost"])
def test_a_token_is_not_sent_where_it_could_be_read_on_the_way(base_url: str) -> None:
    with pytest.raises(WorkloadIdentityError, match="use https"):
        exchange_federation_assertion(assertion=SECRET, federation_rule_id="f", organization_id="o", base_url=base_url)


def frames(error: BaseException) -> Iterator[dict[str, Any]]:
    """The locals of every frame of ours in the tracebacks of an error and of what it came from."""
    seen: BaseException | None = error
    while seen is not None:
        place: TracebackType | None = seen.__traceback__
        while place is not None:
            if "claude_client" in place.tb_frame.f_code.co_filename:
                yield place.tb_frame.f_locals
            place = place.tb_next
        seen = seen.__cause__ or seen.__context__


def test_no_frame_of_a_traceback_holds_a_secret(server: Server, tmp_path: Path) -> None:
    token_file = tmp_path / "token"
    token_file.write_text(SECRET)
    provider = WorkloadIdentityCredentials(
        identity_token_provider=IdentityTokenFile(token_file), federation_rule_id="f", organization_id="o"
    )
    refusals = (
        reply({"message": "no", "secret": SECRET}, 400),
        reply({"access_token": SECRET, "expires_in": "x"}),
        Reply(200, [SECRET.encode()], {"content-length": "100"}),
        Reply(200, [SECRET.encode() + b" " * 65536] * 40),
    )
    for refusal in refusals:
        server.replies(refusal)
        with pytest.raises(WorkloadIdentityError) as caught:
            TokenCache(provider.for_base_url(server.url)).get_token()

        found = list(frames(caught.value))
        assert found != []
        assert [frame for frame in found if SECRET in repr(frame)] == []
        assert SECRET not in "".join(traceback.format_exception(caught.value))


# ---- providers ----------------------------------------------------------------------------------------------


def test_the_identity_token_is_read_for_each_exchange(server: Server, identity_token: Path) -> None:
    server.replies(reply(GRANT))
    provider = WorkloadIdentityCredentials(
        identity_token_provider=IdentityTokenFile(identity_token), federation_rule_id="f", organization_id="o"
    ).for_base_url(server.url)

    provider()
    identity_token.write_text("another.token.now")
    provider()

    assert [each.json["assertion"] for each in server.received] == [SECRET, "another.token.now"]


@pytest.mark.parametrize("text", [None, "", " \n"])
def test_a_file_without_an_identity_token_is_named(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "token"
    if text is not None:
        path.write_text(text)

    with pytest.raises(CredentialsError, match=str(path)):
        IdentityTokenFile(path)()


def test_the_file_of_the_environment_is_the_default(identity_token: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CredentialsError, match="ANTHROPIC_IDENTITY_TOKEN_FILE"):
        IdentityTokenFile()
    monkeypatch.setenv("ANTHROPIC_IDENTITY_TOKEN_FILE", str(identity_token))

    assert IdentityTokenFile()() == SECRET


def test_a_variable_is_read_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    provider = EnvToken("MY_TOKEN")
    with pytest.raises(CredentialsError, match="MY_TOKEN"):
        provider()
    monkeypatch.setenv("MY_TOKEN", "one")
    cache = TokenCache(provider)

    assert cache.get_token() == "one"
    monkeypatch.setenv("MY_TOKEN", "two")
    assert cache.get_token() == "two"


def test_no_repr_and_no_pickle_has_a_token() -> None:
    for value in (AccessToken("secret-token", 5), StaticToken("secret-token")):
        assert "secret-token" not in repr(value)
        assert "secret-token" not in str(vars(value) if isinstance(value, StaticToken) else "")
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(value)


def test_credentials_without_a_secret_can_be_pickled(identity_token: Path) -> None:
    provider = WorkloadIdentityCredentials(
        identity_token_provider=IdentityTokenFile(identity_token), federation_rule_id="f", organization_id="o"
    )

    copy = pickle.loads(pickle.dumps(provider))

    assert copy.federation_rule_id == "f"
    assert copy.identity_token_provider() == SECRET


# ---- for clients of httpx -----------------------------------------------------------------------------------


def respond_unless(refused: str) -> Any:
    def respond(request: Received) -> Reply:
        return reply({}, 401 if request.headers["authorization"] == f"Bearer {refused}" else 200)

    return respond


def test_tokens_serve_any_client_of_httpx(server: Server) -> None:
    server.replies(respond_unless("token-1"))
    numbers = iter(range(1, 9))
    cache = TokenCache(lambda: AccessToken(f"token-{next(numbers)}"))

    with httpx.Client(auth=AccessTokenAuth(cache)) as http:
        assert http.get(server.url, headers={"anthropic-beta": "a"}).status_code == 200
        assert http.get(server.url).status_code == 200

    assert [each.headers["authorization"] for each in server.received] == [
        "Bearer token-1",
        "Bearer token-2",
        "Bearer token-2",
    ]
    assert server.received[0].headers["anthropic-beta"] == "a,oauth-2025-04-20"
