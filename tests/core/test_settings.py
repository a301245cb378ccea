from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

import httpx
import pytest

from claude_client import Client, CredentialsError, omit
from claude_client.core.decoding import JSONResponse
from claude_client.core.http_request import build, user_agent
from claude_client.core.json_encoding import JSONBody
from claude_client.core.request import Request
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


@pytest.mark.parametrize("name", ["api_key", "auth_token", "admin_api_key"])
def test_an_empty_key_is_refused_by_its_name(name: str) -> None:
    options: Any = {name: ""}

    with pytest.raises(ValueError, match=f"invalid {name}: it is empty.*ANTHROPIC_{name.upper()}"):
        Client(**options)
    with pytest.raises(ValueError, match=f"invalid {name}: it is empty"):
        Client(api_key="key").with_options(**options)


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


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://h.example", "https://h.example/v1/messages"),
        ("https://h.example//", "https://h.example/v1/messages"),
        ("https://h.example/a/b/", "https://h.example/a/b/v1/messages"),
        ("HTTPS://H.Example/A", "https://h.example/A/v1/messages"),
        ("https://h.example:8443/a", "https://h.example:8443/a/v1/messages"),
        ("https://h.example:", "https://h.example/v1/messages"),
        ("https://h.example./", "https://h.example./v1/messages"),
        ("http://127.0.0.1:1/", "http://127.0.0.1:1/v1/messages"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a/v1/messages"),
        ("https://münchen.example/ä", "https://xn--mnchen-3ya.example/%C3%A4/v1/messages"),
        ("https://h.example/a%20b%2Fc", "https://h.example/a%20b%2Fc/v1/messages"),
        ("https://h.example/a;v=1", "https://h.example/a;v=1/v1/messages"),
        (httpx.URL("https://h.example/a"), "https://h.example/a/v1/messages"),
    ],
)
def test_the_path_of_the_api_stands_behind_the_base_url(given: Any, expected: str) -> None:
    assert str(build(request(), from_arguments("k", {"base_url": given})).url) == expected


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("h.example", "starts with https://"),
        ("//h.example", "starts with https://"),
        ("https:/h.example", "starts with https://"),
        ("https:h.example", "starts with https://"),
        ("ftp://h.example", "starts with https://"),
        ("https://", "expected a host"),
        ("https:///a", "expected a host"),
        ("https://:443", "expected a host"),
        ("https://h.example:0", "invalid port '0'"),
        ("https://h.example:65536", "invalid port '65536'"),
        ("https://h.example:-1", "invalid port '-1'"),
        ("https://h.example:http", "invalid port 'http'"),
        ("http://[::1]:99999", "invalid port '99999'"),
        ("http://[::1", "Invalid IPv6"),
        ("http://[nonsense]", "IPv6|IP"),
        ("https://300.1.1.1", "invalid IPv4 address"),
        ("https://1.2.3.4.5", "invalid IPv4 address"),
        ("https://a..b", "invalid host"),
        ("https://.a", "invalid host"),
        (f"https://{'a' * 64}.example", "invalid host"),
        ("https://h.example?beta=true", "no query and no fragment"),
        ("https://h.example/a?", "no query and no fragment"),
        ("https://h.example/#top", "no query and no fragment"),
        ("https://h.example/a/../b", r"segment \. or \.\."),
        ("https://h.example/%2e%2e/b", r"segment \. or \.\."),
        ("https://h.example/%zz", "hexadecimal"),
        ("https://h.example/100%", "hexadecimal"),
        ("https://h.example/a b", "white space"),
        (" https://h.example", "white space"),
        ("https://h.example\n", "control character"),
        ("https://h.example/\0", "control character"),
        ("\ufeffhttps://h.example", "control character"),
        ("https://h\u200b.example", "control character"),
        ("https://h.example/\ud83d", "control character"),
        ("https://h.example\\a", "backslash"),
    ],
)
def test_a_base_url_that_is_none_is_refused_when_the_client_is_made(given: str, problem: str) -> None:
    with pytest.raises(ValueError, match=f"invalid base_url .*({problem})"):
        from_arguments("k", {"base_url": given})


def test_a_password_in_a_base_url_is_refused_and_not_shown() -> None:
    with pytest.raises(ValueError, match="invalid base_url with a user or a password") as caught:
        from_arguments("k", {"base_url": f"https://nora:{SECRET}@h.example?x={SECRET}"})

    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["timeout", "deadline", "stream_idle_timeout", "first_event_timeout", "max_retry_wait"]
)
@pytest.mark.parametrize(
    ("value", "error"),
    [
        (-1, ValueError),
        (math.nan, ValueError),
        (1e12, ValueError),
        ("5", TypeError),
        (True, TypeError),
        (timedelta(seconds=1), TypeError),
        ((1, 2), TypeError),
    ],
)
def test_a_number_of_seconds_that_is_none_is_refused_by_its_name(name: str, value: Any, error: type[Exception]) -> None:
    settings = from_arguments("k", {})
    for attempt in (lambda: from_arguments("k", {name: value}), lambda: settings.for_call({name: value})):  # type: ignore[misc]
        with pytest.raises(error, match=f"invalid {name}="):
            attempt()


def test_an_endless_wait_is_no_number_of_seconds_but_for_the_wait_of_the_server() -> None:
    with pytest.raises(ValueError, match="invalid deadline=inf"):
        from_arguments("k", {"deadline": math.inf})
    assert from_arguments("k", {"max_retry_wait": math.inf}).max_retry_wait == math.inf


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"max_retries": 2.0}, TypeError, "max_retries=2.0: expected a whole number"),
        ({"max_retries": "2"}, TypeError, "max_retries='2': expected a whole number"),
        ({"max_retries": True}, TypeError, "max_retries=True"),
        ({"max_retries": math.inf}, TypeError, "max_retries=inf"),
        ({"timeout": httpx.Timeout(5.0, read=-1.0)}, ValueError, r"timeout\.read=-1\.0"),
        ({"base_url": b"https://h.example"}, TypeError, "base_url=.*not bytes"),
        ({"base_url": 3}, TypeError, "base_url=3"),
        ({"default_headers": ["a"]}, TypeError, "default_headers: expected a mapping, not list"),
        ({"default_query": "a=b"}, TypeError, "default_query: expected a mapping, not str"),
        ({"middleware": print}, TypeError, "middleware: expected a list"),
        ({"middleware": "log"}, TypeError, "middleware: expected a list"),
        ({"size_limits": 3}, TypeError, "size_limits: expected a mapping"),
        ({"size_limits": {"std": 1}}, ValueError, "'std': expected standard, batches, files, skills"),
        ({"size_limits": {"files": -1}}, ValueError, "files=-1"),
        ({"response_limits": 3}, TypeError, "response_limits=3"),
        ({"strict": "no"}, TypeError, "strict='no': expected a bool"),
        ({"api_version": 20230601}, TypeError, "api_version=20230601"),
    ],
)
def test_an_argument_of_the_wrong_type_is_refused_by_its_name(
    options: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"invalid .*{message}"):
        from_arguments("k", options)


@pytest.mark.parametrize(
    ("odd", "named"),
    [
        ("\u2019", r"U\+2019 RIGHT SINGLE QUOTATION MARK"),
        ("\u201c", r"U\+201C LEFT DOUBLE QUOTATION MARK"),
        ("\xa0", r"U\+00A0 NO-BREAK SPACE"),
        ("\u200b", r"U\+200B ZERO WIDTH SPACE"),
        ("\ufeff", r"U\+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\u2013", r"U\+2013 EN DASH"),
        ("\0", r"control character '\\x00'"),
        ("\x7f", r"control character '\\x7f'"),
    ],
)
@pytest.mark.parametrize("at", [slice(0, 0), slice(10, 10), slice(99, 99)])
@pytest.mark.parametrize("name", ["api_key", "auth_token", "admin_api_key"])
def test_a_key_with_an_odd_character_is_told_which_and_not_shown(name: str, at: slice, odd: str, named: str) -> None:
    key = SECRET[: at.start] + odd + SECRET[at.start :]
    with pytest.raises(ValueError, match=named) as caught:
        from_arguments(key if name == "api_key" else None, {} if name == "api_key" else {name: key})  # type: ignore[misc]

    assert name in str(caught.value)
    assert SECRET[:8] not in str(caught.value)
    assert SECRET[-8:] not in str(caught.value)


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


def test_a_given_base_url_does_not_need_that_of_the_environment_to_be_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "no-scheme")

    assert Client(base_url="http://127.0.0.1:1").base_url == "http://127.0.0.1:1"
    with pytest.raises(ValueError, match="no-scheme"):
        Client()
