"""What would break out of a header, a path or an address is refused, by its name and without its value."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from both import Both
from claude_client import Client
from claude_client.core import http_request
from claude_client.core.decoding import JSONResponse
from claude_client.core.request import Request
from claude_client.core.settings import Settings

SECRET = "sk-ant-planted-secret"


@pytest.mark.parametrize("value", [f"{SECRET}\n", f" {SECRET}", f"{SECRET}\r\nx-admin: 1", f"{SECRET}\0", f"{SECRET}é"])
@pytest.mark.parametrize(
    ("options", "named"),
    [
        (lambda value: {"api_key": value}, "api_key"),
        (lambda value: {"auth_token": value}, "auth_token"),
        (lambda value: {"admin_api_key": value}, "admin_api_key"),
        (lambda value: {"default_headers": {"X-Mine": value}}, "x-mine"),
    ],
)
def test_a_client_refuses_what_no_header_may_have(options: Any, named: str, value: str) -> None:
    with pytest.raises(ValueError, match=named) as caught:
        Client(**options(value))

    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("options", [{"api_key": b"x"}, {"auth_token": 3}, {"default_headers": {"x": 3}}])
def test_a_client_refuses_a_header_that_is_no_text(options: Any) -> None:
    with pytest.raises(TypeError, match="expected a str, not"):
        Client(**options)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "é", "a\0"])
def test_a_client_refuses_a_name_that_no_header_may_have(name: str) -> None:
    with pytest.raises(ValueError, match="invalid header name"):
        Client(default_headers={name: "x"})


@pytest.mark.parametrize(
    "options",
    [
        {"extra_headers": {"X-Mine": f"{SECRET}\r\nx: y"}},
        {"betas": [f"{SECRET}\n-x"]},
        {"workspace_id": f"{SECRET}\r\n"},
        {"api_version": f"{SECRET}\n"},
    ],
)
def test_a_call_refuses_what_no_header_may_have(both: Both, options: Any) -> None:
    with pytest.raises(ValueError, match=r"x-mine|anthropic-") as caught:
        both.run(lambda client: client.models.retrieve("a", **options))

    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("path", ["/v1/../admin", "/v1/./x", "/v1/a\r\nb", "/v1/a\nb: c"])
def test_a_path_cannot_lead_elsewhere(both: Both, path: str) -> None:
    with pytest.raises(ValueError, match=r"invalid path|invalid URL"):
        both.run(lambda client: client.get(path, cast_to=dict))


@pytest.mark.parametrize("id_", ["", ".", ".."])
def test_an_id_cannot_lead_elsewhere(both: Both, id_: str) -> None:
    with pytest.raises(ValueError, match="in the path"):
        both.run(lambda client: client.models.retrieve(id_))


@pytest.mark.parametrize("address", ["http://x/\r\ny: z", "https://a\nb", "https://a\0"])
def test_an_address_cannot_break_out_of_its_line(both: Both, address: str) -> None:
    with pytest.raises(ValueError, match="invalid base_url"):
        both.run(lambda client: client.models.retrieve("a"), base_url=address)


def test_an_address_holds_no_password() -> None:
    with pytest.raises(ValueError, match="authorization") as caught:
        Client(base_url=f"https://me:{SECRET}@gateway.example")

    assert SECRET not in str(caught.value)


def origin_of(base_url: str) -> str:
    request = Request("GET", "/", JSONResponse(dict))
    return str(http_request.build(request, Settings(api_key="k", base_url=base_url)).url).removesuffix("/")


def test_an_address_that_is_not_encrypted_is_warned_of_once() -> None:
    http_request._warn_of_plain_text.cache_clear()

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(3):
            assert origin_of("http://gateway.example/") == "http://gateway.example"

    assert ["http://gateway.example is not encrypted" in str(each.message) for each in caught] == [True]


@pytest.mark.parametrize(
    "address",
    ["http://localhost:1", "http://127.0.0.1", "http://[::1]:8080", "http://a.localhost", "https://x.example"],
)
def test_an_address_of_this_machine_is_not_warned_of(address: str) -> None:
    assert origin_of(address) == address
