"""Code written for the official package finds what it imports, and what it calls without a method of its own."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import httpx
import pytest

import claude_client
from both import Both
from claude_client.types import ModelInfo
from server import Server, reply

NAMES = [
    "Client",
    "AsyncClient",
    "Anthropic",
    "AsyncAnthropic",
    "Stream",
    "AsyncStream",
    "Timeout",
    "RequestOptions",
    "APIResponse",
    "AsyncAPIResponse",
    "BaseModel",
    "DefaultHttpxClient",
    "DefaultAsyncHttpxClient",
    "DefaultAioHttpClient",
    "DEFAULT_TIMEOUT",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_CONNECTION_LIMITS",
    "NOT_GIVEN",
    "NotGiven",
    "not_given",
    "Omit",
    "omit",
    "NoneType",
    "file_from_path",
    "types",
    "__version__",
    "__title__",
    "HUMAN_PROMPT",
    "AI_PROMPT",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_the_official_top_level_is_here(name: str) -> None:
    assert hasattr(claude_client, name)
    assert name in claude_client.__all__


@pytest.mark.parametrize("sentinel", [claude_client.omit, claude_client.not_given, claude_client.NOT_GIVEN])
def test_the_official_sentinels_leave_out(both: Both, server: Server, sentinel: Any) -> None:
    server.replies(reply({"input_tokens": 1}))

    both.run(lambda c: c.messages.count_tokens(model="m", messages=[], system=sentinel, cache_control=sentinel))

    assert server.received[0].json == {"model": "m", "messages": []}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Clinet"):
        claude_client.Clinet  # noqa: B018


MODEL = {"type": "model", "id": "m", "display_name": "M", "created_at": "2026-01-02T03:04:05Z"}


def test_any_path_can_be_called_with_any_verb(both: Both, server: Server) -> None:
    server.replies(reply(MODEL))

    def body(client: Any) -> Any:
        options = {"headers": {"X-A": "1"}, "params": {"q": ["x"]}, "extra_json": {"b": 2}}
        assert isinstance((yield client.get("/v1/new", cast_to=ModelInfo, options=options)), ModelInfo)
        yield client.post("v1/new", cast_to=object, body={"a": 1}, options=options, extra_headers={"x-b": "2"})
        yield client.put("/v1/new", cast_to=dict[str, Any], body={"a": 1})
        yield client.patch("/v1/new", cast_to=dict, body={})
        yield client.delete("/v1/new", cast_to=httpx.Response)

    both.run(body)

    get, post, put, patch, delete = server.received
    assert [r.method for r in server.received] == ["GET", "POST", "PUT", "PATCH", "DELETE"]
    assert (get.target, get.headers["x-a"], get.body) == ("/v1/new?q%5B%5D=x", "1", b"")
    assert (post.path, post.json, post.headers["x-b"]) == ("/v1/new", {"a": 1, "b": 2}, "2")
    assert (put.json, patch.json, delete.body) == ({"a": 1}, {}, b"")


@pytest.mark.parametrize(
    ("cast_to", "expected"),
    [(str, '{"a": [1]}'), (bytes, b'{"a": [1]}'), (type(None), None), (dict[str, list[int]], {"a": [1]})],
)
def test_a_response_is_read_as_what_is_asked_for(both: Both, server: Server, cast_to: Any, expected: Any) -> None:
    server.replies(reply({"a": [1]}))

    assert both.run(lambda client: client.get("/x", cast_to=cast_to)) == expected


def test_the_response_itself_can_be_had(both: Both, server: Server) -> None:
    server.replies(reply({"a": 1}, x_header="y"))

    response = both.run(lambda client: client.get("/x", cast_to=httpx.Response))

    assert (response.json(), response.headers["x-header"]) == ({"a": 1}, "y")


def test_default_http_clients_take_arguments_and_are_taken(both: Both, server: Server) -> None:
    server.replies(reply(MODEL))
    make: Any = claude_client.DefaultAsyncHttpxClient if both.is_async else claude_client.DefaultHttpxClient

    both.run(lambda client: client.models.retrieve("m"), http_client=make(headers={"x-mine": "1"}))

    assert server.received[0].headers["x-mine"] == "1"


def test_default_http_clients_take_a_proxy_and_limits(both: Both, server: Server, proxy: Any) -> None:
    server.replies(reply(MODEL))
    between = proxy(login="user:s3cret")
    make: Any = claude_client.DefaultAsyncHttpxClient if both.is_async else claude_client.DefaultHttpxClient
    http = make(
        proxy=between.with_login("user:s3cret"),
        verify=ssl.create_default_context(),
        limits=httpx.Limits(max_connections=1),
        trust_env=False,
    )

    both.run(lambda client: client.models.retrieve("m"), http_client=http)

    assert between.requests == [f"GET {server.url}/v1/models/m HTTP/1.1"]
    assert "proxy-authorization" not in server.received[0].headers


@pytest.mark.parametrize("options", [{"verify": False}, {"http2": False}, {"proxy": httpx.Proxy("http://127.0.0.1:1")}])
def test_default_http_clients_take_what_only_the_library_can(
    both: Both, server: Server, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any]
) -> None:
    server.replies(reply(MODEL))
    make: Any = claude_client.DefaultAsyncHttpxClient if both.is_async else claude_client.DefaultHttpxClient
    http = make(**options)

    if "proxy" in options:
        with pytest.raises(claude_client.APIConnectionError):
            both.run(lambda client: client.models.retrieve("m"), http_client=http, max_retries=0)
    else:
        both.run(lambda client: client.models.retrieve("m"), http_client=http)


def test_a_file_from_a_path_is_not_read(tmp_path: Path) -> None:
    name, path = claude_client.file_from_path(str(tmp_path / "not there.pdf"))

    assert (name, path) == ("not there.pdf", tmp_path / "not there.pdf")


def test_a_result_of_the_api_is_a_base_model_with_the_official_conveniences(both: Both, server: Server) -> None:
    server.replies(reply(MODEL, request_id="req_1"))

    model = both.run(lambda client: client.models.retrieve("m"))

    assert isinstance(model, claude_client.BaseModel)
    assert model.to_dict(mode="json") == MODEL
    assert '"id": "m"' in model.to_json()
    assert model._request_id == "req_1"
    assert ModelInfo.model_construct(id="x").id == "x"
