from __future__ import annotations

import inspect
import pydoc
from collections import UserString
from operator import attrgetter
from typing import Any

import pytest

from both import Both
from claude_client import AsyncClient, Client
from server import Server, reply


@pytest.mark.parametrize("client", [Client("k"), AsyncClient("k"), Client("k").with_raw_response])
def test_a_bound_method_shows_its_keywords(client: Client) -> None:
    parameters = inspect.signature(client.messages.create).parameters

    assert {"model", "messages", "max_tokens", "stream", "temperature", "betas", "timeout"} <= set(parameters)
    assert parameters["model"].default is inspect.Parameter.empty
    assert parameters["temperature"].default is None
    assert "self" not in parameters


@pytest.mark.parametrize("make", [Client, AsyncClient])
def test_the_arguments_of_a_client_show_too(make: type) -> None:
    parameters = inspect.signature(make).parameters

    assert next(iter(parameters)) == "api_key"
    assert {"base_url", "max_retries", "http_client", "middleware", "strict"} <= set(parameters)
    assert "options" not in parameters


def test_help_shows_signature_and_docstring() -> None:
    text = pydoc.plain(pydoc.render_doc(Client("k").messages.count_tokens))

    assert "model: ModelParam" in text
    assert "How many input tokens" in text


def test_the_signature_of_a_method_without_parameters_of_its_own_shows_the_options() -> None:
    parameters = inspect.signature(Client("k").models.retrieve).parameters

    assert next(iter(parameters)) == "model_id"
    assert {"betas", "timeout", "max_retries", "extra_headers", "workspace_id"} <= set(parameters)


def test_an_unknown_keyword_is_named_with_the_one_that_was_meant() -> None:
    with pytest.raises(
        TypeError, match=r"create\(\) got an unexpected keyword argument 'sytem': did you mean 'system'"
    ):
        Client("k").messages.create(model="m", max_tokens=1, messages=[], sytem="x")  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("apikey", "api_key"),
        ("apiKey", "api_key"),
        ("api-key", "api_key"),
        ("key", "api_key"),
        ("api_token", "api_key"),
        ("token", "auth_token"),
        ("access_token", "auth_token"),
        ("admin_key", "admin_api_key"),
        ("url", "base_url"),
        ("endpoint", "base_url"),
        ("api_base", "base_url"),
        ("baseUrl", "base_url"),
        ("retries", "max_retries"),
        ("max_retrys", "max_retries"),
        ("headers", "default_headers"),
        ("query", "default_query"),
        ("request_timeout", "timeout"),
        ("client", "http_client"),
        ("httpClient", "http_client"),
        ("version", "api_version"),
        ("middlewares", "middleware"),
    ],
)
@pytest.mark.parametrize("make", [Client, AsyncClient, Client("k").with_options])
def test_a_misspelt_argument_of_a_client_is_told_the_right_one(make: Any, given: str, meant: str) -> None:
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{given}': did you mean '{meant}'"):
        make(**{given: "x"})


def test_an_unknown_argument_of_a_client_gets_those_that_there_are() -> None:
    with pytest.raises(
        TypeError, match=r"'zzz': it takes admin_api_key, api_key, api_version, auth_token.*timeout, webhook_key$"
    ):
        Client("k", zzz=1)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("method", "given", "meant"),
    [
        ("messages.create", "max_token", "max_tokens"),
        ("messages.create", "maxTokens", "max_tokens"),
        ("messages.create", "max_tokens_to_sample", "max_tokens"),
        ("messages.create", "prompt", "messages"),
        ("messages.create", "functions", "tools"),
        ("messages.create", "stop", "stop_sequences"),
        ("messages.create", "system_prompt", "system"),
        ("messages.create", "model_name", "model"),
        ("messages.create", "headers", "extra_headers"),
        ("messages.create", "beta", "betas"),
        ("messages.parse", "response_format", "output_format"),
        ("models.list", "page_size", "limit"),
        ("models.list", "after", "after_id"),
        ("files.list", "cursor", "page"),
        ("files.upload", "content", "file"),
        ("organization.usage_report.retrieve_messages", "model", "models"),
        ("organization.usage_report.retrieve_messages", "groupBy", "group_by"),
    ],
)
def test_a_misspelt_argument_of_a_method_is_told_the_right_one(method: str, given: str, meant: str) -> None:
    *_owner, name = method.split(".")

    with pytest.raises(TypeError, match=rf"\.{name}\(\) got an .* '{given}': did you mean '{meant}'"):
        attrgetter(method)(Client("k"))(**{given: "x"})


@pytest.mark.parametrize(("method", "given"), [("count_tokens", "max_token"), ("batches.list", "cursors")])
def test_an_argument_of_another_method_is_not_suggested(method: str, given: str) -> None:
    with pytest.raises(TypeError) as caught:
        attrgetter(method)(Client("k").messages)(**{given: 1})

    assert "'max_tokens'" not in str(caught.value)
    assert "'page'" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"extra_headers": ["a"]}, "extra_headers: expected a mapping, not list"),
        ({"extra_query": "a=b"}, "extra_query: expected a mapping, not str"),
        ({"extra_body": [1]}, "extra_body: expected a mapping, not list"),
        ({"betas": [3]}, "betas=.*expected a list of str"),
        ({"betas": b"beta"}, "betas=.*expected a list, not bytes"),
    ],
)
def test_an_option_of_the_wrong_type_is_refused_by_its_name(given: Any, message: str) -> None:
    with pytest.raises(TypeError, match=f"invalid {message}"):
        Client("k", base_url="http://127.0.0.1:1").models.list(**given)


def test_one_beta_may_be_given_as_a_text(both: Both, server: Server) -> None:
    server.replies(reply({"data": [], "has_more": False}))

    both.run(lambda client: client.models.list(betas="one-2026-01-01"))

    assert server.received[0].headers["anthropic-beta"] == "one-2026-01-01"


def test_an_unknown_keyword_that_resembles_none_gets_the_way_to_send_it_anyway() -> None:
    with pytest.raises(TypeError, match="extra_body="):
        Client("k").messages.count_tokens(model="m", messages=[], zzz=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("given", [{}, {"max_tokens": None}])
def test_a_missing_keyword_is_named_before_anything_is_sent(given: dict[str, None]) -> None:
    with pytest.raises(TypeError, match=r"create\(\) needs the keyword argument\(s\) 'max_tokens', 'messages'"):
        Client("k", base_url="http://127.0.0.1:1").messages.create(model="m", **given)  # type: ignore[call-overload]


@pytest.mark.parametrize("value", [[5], {5}, (5,), {"a": 1}, {}, [], iter([5])])
@pytest.mark.parametrize("name", ["limit", "bucket_width", "ending_at"])
def test_several_values_where_the_api_takes_one_are_refused_by_name(
    both: Both, server: Server, name: str, value: Any
) -> None:
    given: Any = {"starting_at": "2026-11-01T00:00:00Z", name: value}

    with pytest.raises(TypeError, match=f"invalid {name}=.*expected a single value"):
        both.run(lambda client: client.admin.usage_report.retrieve_messages(**given), admin_api_key="key")

    assert not server.received


@pytest.mark.parametrize("value", [["a"], ("a",), {"a"}, {"a": 1}.keys(), iter(["a"]), "a", UserString("a")])
def test_a_filter_that_is_a_list_takes_any_form_of_one(server: Server, value: Any) -> None:
    server.replies(reply({"data": [], "has_more": False, "next_page": None}))

    with Client(base_url=server.url, admin_api_key="key") as client:
        list(client.admin.usage_report.retrieve_messages(starting_at="2026-11-01T00:00:00Z", models=value))

    assert server.received[0].target.endswith("models%5B%5D=a")
