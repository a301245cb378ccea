"""Credentials as arguments of clients, on both of them."""

from __future__ import annotations

import copy
import json
import pickle
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from both import Both, items
from claude_client import AsyncClient, AuthenticationError, CallDeadlineError, Client, CredentialsError
from claude_client.credentials import AccessToken, IdentityTokenFile, StaticToken, WorkloadIdentityCredentials
from server import Received, Reply, Server, reply

OAUTH = "oauth-2025-04-20"
MODEL = {"type": "model", "id": "m", "display_name": "M", "created_at": "2026-01-01T00:00:00Z"}
GRANT = {"access_token": "sk-ant-oat01-new", "expires_in": 3600, "token_type": "Bearer"}
LOGIN = {"workspace_id": "wrkspc_1", "authentication": {"type": "user_oauth", "client_id": "c"}}


@pytest.fixture(params=["sync", "asyncio", "trio"])
def with_credentials(request: pytest.FixtureRequest, server: Server) -> Callable[..., Both]:
    """Each client in turn, with other credentials than a key."""
    server.replies(reply(MODEL))

    def make(**options: Any) -> Both:
        return Both(request.param, **{"base_url": server.url, "max_retries": 0, **options})

    return make


def retrieve(client: Any) -> Any:
    return client.models.retrieve("m")


def sent(server: Server, name: str = "authorization") -> list[str | None]:
    """The header of the calls, those for tokens aside."""
    return [each.headers.get(name) for each in server.received if not each.path.endswith("/token")]


def numbered() -> Callable[[], str]:
    numbers = iter(range(1, 99))
    return lambda: f"secret-{next(numbers)}"


# ---- functions as keys --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("argument", "header"), [("api_key", "x-api-key"), ("auth_token", "authorization")])
@pytest.mark.parametrize("kind", ["function", "coroutine function", "object"])
def test_a_function_gives_the_key_of_each_attempt(
    with_credentials: Callable[..., Both], server: Server, argument: str, header: str, kind: str
) -> None:
    function = numbered()

    async def coroutine_function() -> str:
        await anyio.lowlevel.checkpoint()
        return function()

    class Object:
        def __call__(self) -> str:
            return function()

    given: Any = {"function": function, "coroutine function": coroutine_function, "object": Object()}[kind]
    both = with_credentials(**{argument: given}, max_retries=1)
    server.replies(reply({}, 503, retry_after="0.01"), reply(MODEL))
    if kind == "coroutine function" and not both.is_async:
        with pytest.raises(TypeError, match=f"{argument}= is a coroutine function: only AsyncClient"):
            both.run(retrieve)
        return

    both.run(retrieve)

    prefix = "" if argument == "api_key" else "Bearer "
    assert sent(server, header) == [f"{prefix}secret-1", f"{prefix}secret-2"]
    assert OAUTH not in str(server.received[0].headers)


@pytest.mark.parametrize("value", [None, "", " x", "a\nb", "\u2019", 5, b"x"])
def test_what_a_function_gives_has_to_be_a_key(
    with_credentials: Callable[..., Both], server: Server, value: Any
) -> None:
    def body(client: Any) -> Any:
        with pytest.raises(CredentialsError, match="given as api_key="):
            yield retrieve(client)

    with_credentials(api_key=lambda: value).run(body)
    assert server.received == []


def test_a_key_that_is_refused_is_asked_for_once_more(with_credentials: Callable[..., Both], server: Server) -> None:
    server.replies(reply({}, 401), reply({}, 401), reply(MODEL))

    def body(client: Any) -> Any:
        with pytest.raises(AuthenticationError) as caught:
            yield retrieve(client)
        assert len(caught.value.attempts) == 2

    with_credentials(api_key=numbered(), max_retries=5).run(body)
    assert sent(server, "x-api-key") == ["secret-1", "secret-2"]


def test_a_fixed_key_that_is_refused_is_not_sent_again(both: Both, server: Server) -> None:
    server.replies(reply({}, 401))

    def body(client: Any) -> Any:
        with pytest.raises(AuthenticationError):
            yield retrieve(client)

    both.run(body, max_retries=5)
    assert len(server.received) == 1


def test_a_key_for_one_call_is_above_them(with_credentials: Callable[..., Both], server: Server) -> None:
    both = with_credentials(credentials=StaticToken("of-client"))

    both.run(lambda client: client.models.retrieve("m", extra_headers={"Authorization": "Bearer of-call"}))

    assert sent(server) == ["Bearer of-call"]


# ---- providers ----------------------------------------------------------------------------------------------


class Provider:
    def __init__(self) -> None:
        self.forced: list[bool] = []

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:
        self.forced.append(force_refresh)
        return AccessToken(f"token-{len(self.forced)}", int(time.time()) + 3600)


def test_a_provider_is_asked_once_for_many_calls(with_credentials: Callable[..., Both], server: Server) -> None:
    provider = Provider()

    def body(client: Any) -> Any:
        for each in (client, client.with_options(max_retries=3), copy.copy(client), client):
            yield retrieve(each)

    with_credentials(credentials=provider, default_headers={"anthropic-beta": "a-1"}).run(body)
    assert provider.forced == [False]
    assert sent(server) == ["Bearer token-1"] * 4
    assert sent(server, "anthropic-beta") == [f"a-1,{OAUTH}"] * 4
    assert sent(server, "x-api-key") == [None] * 4


def test_a_refused_token_is_replaced_and_the_call_sent_once_more(
    with_credentials: Callable[..., Both], server: Server
) -> None:
    provider = Provider()
    server.replies(lambda request: reply(MODEL) if "token-2" in request.headers["authorization"] else reply({}, 401))

    with_credentials(credentials=provider, max_retries=1).run(retrieve)

    assert provider.forced == [False, True]
    assert sent(server) == ["Bearer token-1", "Bearer token-2"]


def test_it_is_not_sent_again_where_no_retry_is_left(with_credentials: Callable[..., Both], server: Server) -> None:
    server.replies(reply({}, 401))
    provider = Provider()

    def body(client: Any) -> Any:
        for _ in range(2):
            with pytest.raises(AuthenticationError):
                yield retrieve(client)

    with_credentials(credentials=provider, max_retries=0).run(body)
    # The token is forgotten all the same, so that the next call has a new one.
    assert sent(server) == ["Bearer token-1", "Bearer token-2"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_many_calls_that_are_refused_at_once_share_the_new_token(backend: str, server: Server) -> None:
    provider = Provider()
    server.replies(lambda request: reply(MODEL) if "token-2" in request.headers["authorization"] else reply({}, 401))

    async def main() -> None:
        async with AsyncClient(credentials=provider, base_url=server.url) as client, anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(client.models.retrieve, "m")

    anyio.run(main, backend=backend)

    assert provider.forced == [False, True]


def test_the_failure_of_a_provider_ends_the_call(with_credentials: Callable[..., Both], server: Server) -> None:
    def provider() -> AccessToken:
        raise CredentialsError("the vault is locked")

    def body(client: Any) -> Any:
        with pytest.raises(CredentialsError, match="the vault is locked"):
            yield retrieve(client)

    with_credentials(credentials=provider, max_retries=3).run(body)
    assert server.received == []


def test_a_provider_that_takes_too_long_is_left_at_the_deadline(
    with_credentials: Callable[..., Both], server: Server
) -> None:
    gate = threading.Event()

    def provider() -> AccessToken:
        gate.wait(10)
        return AccessToken("late")

    def body(client: Any) -> Any:
        with pytest.raises(CallDeadlineError):
            yield retrieve(client)
        gate.set()

    with_credentials(credentials=provider, deadline=0.1).run(body)
    assert server.received == []


@pytest.mark.parametrize("argument", ["api_key", "auth_token"])
def test_a_function_that_takes_too_long_is_left_at_the_deadline(
    with_credentials: Callable[..., Both], server: Server, argument: str
) -> None:
    gate = threading.Event()

    def function() -> str:
        assert gate.wait(10)
        return "late"

    def body(client: Any) -> Any:
        with pytest.raises(CallDeadlineError):
            yield retrieve(client)
        # Nothing else opens it: a call that waits for the function ends with its failure.
        gate.set()

    with_credentials(**{argument: function}, deadline=0.1).run(body)
    assert server.received == []


def test_middleware_does_not_see_the_token_and_streams_have_it(
    with_credentials: Callable[..., Both], server: Server
) -> None:
    seen: list[Any] = []

    def look(request: Any) -> Any:
        seen.append(request.headers.get("authorization"))
        return (yield request)

    server.replies(
        Reply(200, b'event: message_stop\ndata: {"type":"message_stop"}\n\n', {"content-type": "text/event-stream"})
    )

    def body(client: Any) -> Any:
        yield items(
            (
                yield client.messages.create(
                    model="m", max_tokens=1, messages=[{"role": "user", "content": "x"}], stream=True
                )
            )
        )

    with_credentials(credentials=StaticToken("token"), middleware=[look]).run(body)
    assert seen == [None]
    assert sent(server) == ["Bearer token"]


# ---- federation and profiles --------------------------------------------------------------------------------


def exchanging(server: Server) -> None:
    def respond(request: Received) -> Reply:
        return reply(GRANT if request.path.endswith("/oauth/token") else MODEL)

    server.replies(respond)


@pytest.mark.parametrize("path", ["", "/gateway"])
def test_a_workload_needs_no_key(
    with_credentials: Callable[..., Both], server: Server, identity_token: Path, path: str
) -> None:
    exchanging(server)
    credentials = WorkloadIdentityCredentials(
        identity_token_provider=IdentityTokenFile(identity_token), federation_rule_id="f", organization_id="o"
    )

    with_credentials(credentials=credentials, base_url=server.url + path).run(retrieve)

    exchange, call = server.received
    assert exchange.path == f"{path}/v1/oauth/token"
    assert call.path == f"{path}/v1/models/m"
    assert call.headers["authorization"] == "Bearer sk-ant-oat01-new"
    assert call.headers["anthropic-beta"] == OAUTH


def test_a_token_endpoint_that_fails_for_now_is_asked_again(
    with_credentials: Callable[..., Both], server: Server, identity_token: Path
) -> None:
    server.replies(reply({}, 503), reply(GRANT), reply(MODEL))
    config = {
        "organization_id": "o",
        "authentication": {
            "type": "oidc_federation",
            "federation_rule_id": "f",
            "identity_token": {"source": "file", "path": str(identity_token)},
        },
    }

    with_credentials(config=config, max_retries=1).run(retrieve)

    assert [each.path for each in server.received] == ["/v1/oauth/token", "/v1/oauth/token", "/v1/models/m"]


def test_a_profile_names_address_and_workspace(
    with_credentials: Callable[..., Both], server: Server, write: Callable[..., Path]
) -> None:
    write("configs/work.json", {**LOGIN, "base_url": server.url})
    write("credentials/work.json", {"access_token": "of-profile", "expires_at": int(time.time()) + 3600})
    both = with_credentials(profile="work", base_url=None)

    both.run(retrieve)

    assert sent(server) == ["Bearer of-profile"]
    assert sent(server, "anthropic-workspace-id") == ["wrkspc_1"]


def test_the_active_profile_is_used_where_nothing_else_is(
    with_credentials: Callable[..., Both], server: Server, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("configs/default.json", {**LOGIN, "base_url": "https://not-this.example"})
    write("credentials/default.json", {"access_token": "of-profile", "expires_at": int(time.time()) + 3600})

    with_credentials().run(retrieve)
    monkeypatch.setenv("ANTHROPIC_API_KEY", "of-environment")
    with_credentials().run(retrieve)

    assert sent(server) == ["Bearer of-profile", None]
    assert sent(server, "x-api-key") == [None, "of-environment"]


def test_a_variable_that_is_shadowed_is_warned_of_once(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "k")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "t")
    monkeypatch.setenv("ANTHROPIC_PROFILE", "p")
    from claude_client.core import settings

    settings._warn_once.cache_clear()  # it may have been warned of in another test

    clients = [Client(), Client()]

    assert {(client.api_key, client.auth_token) for client in clients} == {("k", None)}
    assert [record.message.split(",")[0] for record in caplog.records] == ["ANTHROPIC_API_KEY is used"] * 2
    assert "ANTHROPIC_AUTH_TOKEN" in caplog.text
    assert "ANTHROPIC_PROFILE" in caplog.text


def test_no_variable_is_read_beside_an_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "AUTH_TOKEN", "PROFILE"):
        monkeypatch.setenv(f"ANTHROPIC_{name}", "of-environment")

    client = Client(credentials=StaticToken("t"))

    assert (client.api_key, client.auth_token) == (None, None)


@pytest.mark.parametrize(
    "given",
    [
        {"api_key": "k", "profile": "p"},
        {"auth_token": "t", "credentials": StaticToken("t")},
        {"config": {}, "profile": "p"},
        {"api_key": lambda: "k", "auth_token": "t"},
    ],
)
def test_more_than_one_of_them_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not all of them"):
        Client(**given)


def test_credentials_that_are_no_function_are_refused() -> None:
    with pytest.raises(TypeError, match="auth_token="):
        Client(credentials="token")  # type: ignore[arg-type]


def test_other_credentials_take_the_place_of_those_there_are(server: Server) -> None:
    server.replies(reply(MODEL))
    client = Client(credentials=StaticToken("t"), base_url=server.url)

    for each in (client.with_options(api_key="k"), client.with_options(credentials=StaticToken("u")), client):
        each.models.retrieve("m")

    assert sent(server) == [None, "Bearer u", "Bearer t"]
    assert sent(server, "x-api-key") == ["k", None, None]


def test_an_admin_key_stays_the_key_of_the_admin_api(server: Server) -> None:
    server.replies(reply({"id": "o", "type": "organization", "name": "n"}))
    client = Client(credentials=StaticToken("t"), admin_api_key="admin", base_url=server.url)

    client.organization.retrieve()

    assert sent(server) == [None]
    assert sent(server, "x-api-key") == ["admin"]


def test_no_pickle_and_no_repr_of_a_client_has_a_token(write: Callable[..., Path]) -> None:
    write("configs/work.json", LOGIN)
    write("credentials/work.json", {"access_token": "of-profile", "expires_at": int(time.time()) + 3600})
    client = Client(profile="work")
    client.settings.credentials.authorizer(client.base_url).cache.get_token()  # type: ignore[union-attr, attr-defined]

    dumped = pickle.dumps(client)

    assert b"of-profile" not in dumped
    assert "of-profile" not in repr(client.settings)
    assert "CredentialsFile('work')" in repr(pickle.loads(dumped).settings.credentials)
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(Client(credentials=StaticToken("t")))


# ---- the sandbox --------------------------------------------------------------------------------------------


@pytest.fixture
def sandbox_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from claude_client.sandbox import Sandbox

    with Sandbox(api_keys=["no-other"]) as sandbox:
        yield sandbox


@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])
def test_federation_and_refresh_work_against_the_sandbox(
    sandbox_settings: Any, kind: str, identity_token: Path, write: Callable[..., Path]
) -> None:
    credentials = WorkloadIdentityCredentials(
        identity_token_provider=IdentityTokenFile(identity_token), federation_rule_id="f", organization_id="o"
    )
    write("configs/work.json", {"authentication": {"type": "user_oauth", "client_id": "c"}})
    path = write("credentials/work.json", {"access_token": "old", "refresh_token": "r", "expires_at": 1})

    for options in ({"credentials": credentials}, {"profile": "work"}):
        model = Both(kind, base_url=sandbox_settings.url, **options).run(
            lambda client: client.models.retrieve("claude-opus-5")
        )
        assert model.id == "claude-opus-5"

    assert json.loads(path.read_text())["refresh_token"].startswith("sk-ant-ort01-")
