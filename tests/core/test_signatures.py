from __future__ import annotations

import inspect
import pydoc

import pytest

from claude_client import AsyncClient, Client


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


def test_an_unknown_keyword_that_resembles_none_gets_the_way_to_send_it_anyway() -> None:
    with pytest.raises(TypeError, match="extra_body="):
        Client("k").messages.count_tokens(model="m", messages=[], zzz=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("given", [{}, {"max_tokens": None}])
def test_a_missing_keyword_is_named_before_anything_is_sent(given: dict[str, None]) -> None:
    with pytest.raises(TypeError, match=r"create\(\) needs the keyword argument\(s\) 'max_tokens', 'messages'"):
        Client("k", base_url="http://127.0.0.1:1").messages.create(model="m", **given)  # type: ignore[call-overload]
