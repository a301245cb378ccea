"""Clients that are copied and pickled: settings go along, secrets do not."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any

import anyio
import httpx
import pytest

from both import Both
from claude_client import AsyncClient, Client, Settings

from .faults import ASK, CONTENTS, doing, make_response, respond_with

SECRET = "sk-ant-planted-secret"
OPTIONS: Any = {
    "base_url": "https://gateway.example",
    "max_retries": 7,
    "deadline": 9.0,
    "timeout": httpx.Timeout(3.0, read=1.0),
    "default_headers": {"X-Team": "a"},
    "default_query": {"q": "1"},
    "strict": True,
}


@pytest.fixture(params=[Client, AsyncClient])
def make(request: pytest.FixtureRequest) -> Any:
    return request.param


def share_connections(one: Any, other: Any) -> bool:
    """Whether the connections of one client are those of the other, which are closed then."""
    closing = one.close()
    if inspect.iscoroutine(closing):
        anyio.run(lambda: closing)
    assert one.is_closed()
    return bool(other.is_closed())


def loaded(client: Any) -> Any:
    """What a pickle of `client` comes to, in an environment that has another key than the one it was made in."""
    return pickle.loads(pickle.dumps(client))


def test_a_pickled_client_keeps_its_settings(make: Any) -> None:
    client = make(**OPTIONS)

    twin = loaded(client)

    assert type(twin) is make
    assert twin.settings == client.settings
    assert not share_connections(twin, client)


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("ANTHROPIC_API_KEY", "api_key"),
        ("ANTHROPIC_AUTH_TOKEN", "auth_token"),
        ("ANTHROPIC_ADMIN_API_KEY", "admin_api_key"),
        ("ANTHROPIC_ADMIN_KEY", "admin_api_key"),
    ],
)
def test_secrets_of_the_environment_are_taken_from_the_environment_where_it_is_loaded(
    make: Any, monkeypatch: pytest.MonkeyPatch, variable: str, name: str
) -> None:
    monkeypatch.setenv(variable, SECRET)
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", f"X-Gateway-Token: {SECRET}")
    stored = pickle.dumps(make(**OPTIONS))
    monkeypatch.setenv(variable, "of the other machine")
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "X-Gateway-Token: other")

    twin = pickle.loads(stored)

    assert SECRET.encode() not in stored
    assert getattr(twin.settings, name) == "of the other machine"
    assert getattr(copy.deepcopy(twin).settings, name) == "of the other machine"
    assert twin.settings.default_headers == {"x-team": "a", "x-gateway-token": "other"}


@pytest.mark.parametrize(
    "secret",
    [
        {"api_key": SECRET},
        {"auth_token": SECRET},
        {"admin_api_key": SECRET},
        {"default_headers": {"X-Api-Key": SECRET}},
        {"default_headers": {"Cookie": SECRET}},
    ],
)
def test_a_secret_given_in_code_is_not_pickled_or_deeply_copied_unless_that_is_asked_for(
    make: Any, secret: Any
) -> None:
    client = make(**secret)

    for kept in (client, client.settings):
        for keeping in (pickle.dumps, copy.deepcopy):
            with pytest.raises(TypeError, match=next(iter(secret)) + r".*pickle_secrets=True") as caught:
                keeping(kept)
            assert SECRET not in str(caught.value)
    asked = client.with_options(pickle_secrets=True)
    for twin in (loaded(asked), copy.deepcopy(asked)):
        assert twin.settings == make(**secret, pickle_secrets=True).settings


def test_a_client_with_connections_of_the_callers_is_not_pickled(both: Both) -> None:
    with httpx.Client() as http, pytest.raises(TypeError, match="http_client="):
        pickle.dumps(Client(http_client=http))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copied_client_sends_as_the_first(both: Both, copied: Any) -> None:
    content = CONTENTS["json"]

    def body(client: Any) -> Any:
        twin = copied({"of": client})["of"] if copied is copy.deepcopy else copied(client)
        assert twin.settings == client.settings
        message = yield twin.messages.create(**ASK)
        yield twin.close()
        assert message.id == "msg_1"

    with doing(respond_with(make_response(content, "json", f"content-length: {len(content)}"))) as address:
        both.run(body, base_url=address, max_retries=3, pickle_secrets=True)


def test_a_deep_copy_has_connections_of_its_own(make: Any) -> None:
    client = make(middleware=[len])

    assert copy.deepcopy(client).settings.middleware is client.settings.middleware
    assert not share_connections(copy.deepcopy(client), client)
    assert share_connections(copy.copy(client), client)


def test_settings_can_be_pickled_and_copied_too() -> None:
    assert pickle.loads(pickle.dumps(Settings(max_retries=3))) == Settings(max_retries=3)
    assert copy.deepcopy(Settings(max_retries=3)) == Settings(max_retries=3)
