from __future__ import annotations

from typing import Any

import httpx
import pytest

from claude_client import CredentialsError, omit
from claude_client.core.decoding import JSONResponse
from claude_client.core.http_request import build, user_agent
from claude_client.core.request import JSONBody, Request
from claude_client.core.settings import Settings, from_arguments

SECRET = "sk-ant-planted-secret"


def request(**fields: Any) -> Request[Any]:
    return Request("POST", "/v1/messages", JSONResponse(dict), **fields)


def headers(settings: Settings, **fields: Any) -> dict[str, str]:
    return dict(build(request(**fields), settings).headers)


def test_an_argument_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "of the environment")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://gateway.example/")

    assert headers(from_arguments(None, {}))["x-api-key"] == "of the environment"
    assert headers(from_arguments("given", {}))["x-api-key"] == "given"
    assert str(build(request(), from_arguments("k", {})).url) == "https://gateway.example/v1/messages"
    assert (
        str(build(request(), from_arguments("k", {"base_url": "https://x.example"})).url)
        == "https://x.example/v1/messages"
    )


def test_a_token_given_as_an_argument_is_not_joined_by_a_key_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", SECRET)

    sent = headers(from_arguments(None, {"auth_token": "t"}))

    assert sent["authorization"] == "Bearer t"
    assert "x-api-key" not in sent


def test_a_token_of_the_environment_serves_where_there_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "t")

    assert headers(from_arguments(None, {}))["authorization"] == "Bearer t"


@pytest.mark.parametrize("name", ["ANTHROPIC_ADMIN_API_KEY", "ANTHROPIC_ADMIN_KEY"])
def test_the_admin_key_goes_to_admin_calls_only(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "admin")
    settings = from_arguments("ordinary", {})

    assert headers(settings, credential="admin")["x-api-key"] == "admin"
    assert headers(settings)["x-api-key"] == "ordinary"


def test_an_admin_call_goes_out_with_the_ordinary_key_where_there_is_no_other() -> None:
    assert headers(from_arguments("ordinary", {}), credential="admin")["x-api-key"] == "ordinary"


def test_an_admin_call_without_any_key_names_the_admin_argument() -> None:
    with pytest.raises(CredentialsError, match="admin_api_key=.*ANTHROPIC_ADMIN_API_KEY"):
        headers(from_arguments(None, {}), credential="admin")


def test_a_header_of_ones_own_can_stand_in_for_the_key() -> None:
    sent = headers(from_arguments(None, {"default_headers": {"Authorization": "Basic abc"}}))

    assert sent["authorization"] == "Basic abc"


def test_headers_are_layered_without_regard_to_case() -> None:
    settings = from_arguments("k", {"default_headers": {"X-Team": "a", "ACCEPT": "text/plain"}})

    sent = headers(settings, headers={"x-team": "b"}, options={"extra_headers": {"X-TEAM": "c", "User-Agent": omit}})

    assert (sent["x-team"], sent["accept"]) == ("c", "text/plain")
    assert "user-agent" not in sent


def test_custom_headers_of_the_environment_are_below_those_of_the_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "X-One: 1\n\nX-Two: a: b\n")

    sent = headers(from_arguments("k", {"default_headers": {"x-one": "mine"}}))

    assert (sent["x-one"], sent["x-two"]) == ("mine", "a: b")


def test_a_custom_header_without_a_name_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", SECRET)

    with pytest.raises(ValueError, match="ANTHROPIC_CUSTOM_HEADERS") as caught:
        from_arguments("k", {})

    assert SECRET not in str(caught.value)


def test_betas_add_up_and_keep_their_order() -> None:
    settings = from_arguments("k", {"default_headers": {"anthropic-beta": "one, two"}})

    sent = headers(settings, betas=("three",), options={"betas": ["two", "never-heard-of"]})

    assert sent["anthropic-beta"] == "one,two,three,never-heard-of"
    assert "anthropic-beta" not in headers(from_arguments("k", {}))


def test_the_api_version_can_be_chosen_for_the_client_and_for_a_call() -> None:
    settings = from_arguments("k", {"api_version": "2026-10-21"})

    assert headers(from_arguments("k", {}))["anthropic-version"] == "2023-06-01"
    assert headers(settings)["anthropic-version"] == "2026-10-21"
    assert headers(settings.for_call({"api_version": "2023-06-01"}))["anthropic-version"] == "2023-06-01"


def test_the_content_type_is_that_of_the_body() -> None:
    assert headers(from_arguments("k", {}), body=JSONBody({}))["content-type"] == "application/json"
    assert "content-type" not in headers(from_arguments("k", {}))


def test_the_user_agent_names_package_python_and_platform() -> None:
    assert user_agent().startswith("claude-client/")
    assert "Python/3." in user_agent()


def test_query_parameters_of_client_method_and_call_are_joined() -> None:
    settings = from_arguments("k", {"default_query": {"team": "a", "size": 1}})

    url = build(request(query={"size": 2}, options={"extra_query": {"x": "y"}}), settings).url

    assert str(url) == "https://api.anthropic.com/v1/messages?team=a&size=2&x=y"


def test_secrets_do_not_show() -> None:
    given = {"auth_token": SECRET, "admin_api_key": SECRET, "default_headers": {"cookie": SECRET}}
    settings = from_arguments(SECRET, given)  # type: ignore[arg-type]

    assert SECRET not in repr(settings) + str(settings)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"max_retries": -1}, "max_retries=-1"),
        ({"deadline": -2.0}, "deadline=-2.0"),
        ({"base_url": "api.example"}, "invalid base_url 'api.example'"),
    ],
)
def test_a_setting_out_of_its_bounds_is_named(options: Any, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        from_arguments("k", options)


def test_an_unknown_argument_is_named_with_the_one_that_was_meant() -> None:
    with pytest.raises(TypeError, match="'max_retrys'.*did you mean 'max_retries'"):
        from_arguments("k", {"max_retrys": 1})  # type: ignore[typeddict-unknown-key]


def timeouts(**settings: Any) -> Any:
    return build(request(), Settings(api_key="k", **settings)).extensions["timeout"]


def test_timeouts_may_be_one_number_or_one_for_each_phase() -> None:
    assert timeouts(timeout=600.0) == {"connect": 5.0, "read": 600.0, "write": 600.0, "pool": 600.0}
    assert timeouts(timeout=3) == {"connect": 3, "read": 3, "write": 3, "pool": 3}
    each = httpx.Timeout(9.0, read=1.0)
    assert timeouts(timeout=each) == {"connect": 9.0, "read": 1.0, "write": 9.0, "pool": 9.0}
