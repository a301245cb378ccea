"""What the sandbox refuses, and in which words: statuses, types and paths of fields are the API's."""

from __future__ import annotations

import json
import socket
import time
from typing import Any

import httpx
import pytest

from claude_client.sandbox import ADMIN_API_KEY, API_KEY, Sandbox

from .asking import WEATHER, body, refusal, refused

USER = {"role": "user", "content": "Hi"}
IMAGE: dict[str, Any] = {
    "type": "image",
    "source": {"type": "base64", "media_type": "image/gif", "data": "R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs="},
}
DOCUMENT = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "A"}}


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in body().items() if name not in names}


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (without("max_tokens"), "max_tokens: Field required"),
        (without("messages"), "messages: Field required"),
        (without("model"), "model: Field required"),
        (body(max_tokens="9"), "max_tokens: Input should be a valid integer"),
        (body(max_tokens=-1), "max_tokens: Input should be greater than or equal to 0"),
        (body(messages="Hi"), "messages: Input should be a valid list"),
        (body(messages=[]), "messages: at least one message is required"),
        (body(messages=[{"content": "Hi"}]), "messages.0.role: Field required"),
        (body(messages=[{"role": "user"}]), "messages.0.content: Field required"),
        (
            body(messages=[{"role": "robot", "content": "Hi"}]),
            "messages.0.role: Input should be 'user', 'assistant' or 'system'",
        ),
        (body(5), "messages.0.content: Input should be a valid string or list"),
        (body([{"type": "text"}]), "messages.0.content.0.text.text: Field required"),
        (body([{"type": "text", "text": 1}]), "messages.0.content.0.text.text: Input should be a valid string"),
        (
            body([{"type": "text", "text": "a", "size": 1}]),
            "messages.0.content.0.text.size: Extra inputs are not permitted",
        ),
        (body([{"text": "a"}]), "messages.0.content.0.type: Field required"),
        (body([{"type": "text", "text": ""}]), "messages.0.content.0.text: text content blocks must be non-empty"),
        (body(tools=[{"name": "a"}]), "tools.0.custom.input_schema: Field required"),
        (body(tools=[WEATHER, WEATHER]), "tools: Tool names must be unique."),
        (body(temperature=1.5), "temperature: Input should be less than or equal to 1"),
        (body(metadata={"name": "a"}), "metadata.name: Extra inputs are not permitted"),
        (body(wisdom=1), "wisdom: Extra inputs are not permitted"),
        (body(stream=1), "stream: Input should be a valid boolean"),
        (body(stop_sequences=[" "]), "stop_sequences.0: each stop sequence must contain non-whitespace"),
        (body(thread={"type": "create"}), "thread: Extra inputs are not permitted"),
        (
            body(thinking={"type": "enabled", "budget_tokens": 10}),
            "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
        ),
    ],
)
def test_a_wrong_field_is_named_by_its_path(api: httpx.Client, sent: dict[str, Any], message: str) -> None:
    response = api.post("/v1/messages", json=sent)

    assert response.status_code == 400
    assert response.json()["type"] == "error"
    assert response.json()["error"] == {"type": "invalid_request_error", "message": message} | (
        {"details": {"error_code": "tool_name_conflict"}} if "unique" in message else {}
    )
    assert response.json()["request_id"] == response.headers["request-id"]


@pytest.mark.parametrize("name", ["\0", "\0string", "\ud800", "a.b", ""])
def test_a_field_of_any_name_is_refused_where_it_is_unknown(api: httpx.Client, name: str) -> None:
    response = api.post("/v1/messages", content=json.dumps(body(**{name: 1})))

    assert refusal(response)[0] == 400


def test_a_wrong_block_type_is_named_with_those_that_there_are(api: httpx.Client) -> None:
    status, _, message = refused(api, question=[{"type": "video"}])

    assert status == 400
    assert message.startswith("messages.0.content.0: Input tag 'video' found using 'type' does not match any of 'text'")


def test_a_result_needs_the_call_that_it_belongs_to(api: httpx.Client) -> None:
    result = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "x"}

    status, _, message = refused(api, question=[result])

    assert status == 400
    assert message.startswith("messages.0.content.0: unexpected tool_use_id toolu_1")


@pytest.mark.parametrize("block", [IMAGE, DOCUMENT])
def test_an_error_of_a_tool_holds_text_and_nothing_else(api: httpx.Client, block: dict[str, Any]) -> None:
    use = {"type": "tool_use", "id": "toolu_1", "name": "get_weather", "input": {}}
    result = {"type": "tool_result", "tool_use_id": "toolu_1", "content": [{"type": "text", "text": "a"}, block]}

    def ask(**more: Any) -> httpx.Response:
        turns = [USER, {"role": "assistant", "content": [use]}, {"role": "user", "content": [{**result, **more}]}]
        return api.post("/v1/messages", json=body(tools=[WEATHER], messages=turns))

    assert ask().status_code == 200
    assert refusal(ask(is_error=True)) == (
        400,
        "messages.2.content.0.tool_result: all content must be of type text where is_error is true",
    )


def test_a_call_needs_its_result(api: httpx.Client) -> None:
    call = {"type": "tool_use", "id": "toolu_1", "name": "get_weather", "input": {}}

    status, _, message = refused(api, messages=[USER, {"role": "assistant", "content": [call]}, USER])

    assert status == 400
    assert message.startswith("messages.2: tool_use ids without a tool_result block")


@pytest.mark.parametrize("model", ["claude-none", "claude-3-5-haiku-20241022"])
def test_an_unknown_or_retired_model_is_not_found(api: httpx.Client, model: str) -> None:
    assert refused(api, model=model) == (404, "not_found_error", f"model: {model}")


def test_a_body_that_is_no_json_is_refused(api: httpx.Client) -> None:
    response = api.post("/v1/messages", content=b'{"model": ')

    assert response.status_code == 400
    assert "not valid JSON" in response.json()["error"]["message"]


@pytest.mark.parametrize("headers", [{"x-api-key": ""}, {"x-api-key": ADMIN_API_KEY}])
def test_a_call_without_an_ordinary_key_is_refused(api: httpx.Client, headers: dict[str, str]) -> None:
    response = api.post("/v1/messages", json=body(), headers=headers)

    assert response.status_code == 401
    assert response.json()["error"]["type"] == "authentication_error"


def test_a_key_may_come_as_a_bearer_token(sandbox: Sandbox) -> None:
    headers = {"authorization": f"Bearer {API_KEY}", "anthropic-version": "2026-10-21"}

    assert httpx.post(f"{sandbox.url}/v1/messages", json=body(), headers=headers).status_code == 200


def test_only_the_keys_that_a_sandbox_was_given_are_taken() -> None:
    with Sandbox(api_keys=["the-key"]) as sandbox:

        def status(key: str) -> int:
            headers = {"x-api-key": key, "anthropic-version": "2023-06-01"}
            return httpx.get(f"{sandbox.url}/v1/models", headers=headers).status_code

        assert status("the-key") == 200
        assert status(API_KEY) == 401


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        ({"anthropic-version": ""}, "anthropic-version: header is required"),
        ({"anthropic-version": "2020-01-01"}, "anthropic-version: 2020-01-01 is not a valid version"),
    ],
)
def test_the_version_has_to_be_named(api: httpx.Client, headers: dict[str, str], message: str) -> None:
    response = api.get("/v1/models", headers=headers)

    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


@pytest.mark.parametrize("field", ["temperature", "top_p", "top_k"])
def test_the_newer_version_does_not_take_sampling_parameters(api: httpx.Client, field: str) -> None:
    assert api.post("/v1/messages", json=body(**{field: 1})).status_code == 200

    response = api.post("/v1/messages", json=body(**{field: 1}), headers={"anthropic-version": "2026-10-21"})

    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith(f"{field}:")


@pytest.mark.parametrize(
    "messages",
    [
        [
            USER,
            {
                "role": "assistant",
                "content": [{"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}],
            },
            USER,
        ],
        [
            {
                "role": "user",
                "content": [
                    {
                        "type": "text",
                        "text": "x",
                        "citations": [
                            {
                                "type": "char_location",
                                "cited_text": "x",
                                "document_index": 0,
                                "document_title": None,
                                "start_char_index": 0,
                                "end_char_index": 1,
                            }
                        ],
                    }
                ],
            }
        ],
    ],
)
def test_the_newer_version_does_not_take_some_blocks(api: httpx.Client, messages: list[Any]) -> None:
    assert api.post("/v1/messages", json=body(messages=messages)).status_code == 200

    response = api.post("/v1/messages", json=body(messages=messages), headers={"anthropic-version": "2026-10-21"})

    assert response.status_code == 400


def test_an_unknown_path_is_not_found(api: httpx.Client) -> None:
    response = api.get("/v1/nothing")

    assert (response.status_code, response.json()["error"]["type"]) == (404, "not_found_error")


def test_an_unknown_method_is_not_allowed(api: httpx.Client) -> None:
    assert api.put("/v1/messages", json=body()).status_code == 405


def test_a_body_over_the_limit_is_refused_without_being_taken(api: httpx.Client) -> None:
    response = api.post("/v1/messages", content=b" " * (33 * 1024 * 1024))

    assert response.status_code == 413
    assert response.json()["error"]["type"] == "request_too_large"


def test_a_body_of_unknown_length_is_refused_once_it_is_over_the_limit(api: httpx.Client) -> None:
    response = api.post("/v1/messages", content=(b" " * 1024 * 1024 for _ in range(33)))

    assert response.status_code == 413


def test_a_body_that_only_announces_too_much_is_refused_at_once(sandbox: Sandbox) -> None:
    host, port = sandbox.url.removeprefix("http://").split(":")
    head = (
        f"POST /v1/messages HTTP/1.1\r\nhost: {host}\r\nx-api-key: {API_KEY}\r\n"
        "anthropic-version: 2023-06-01\r\ncontent-length: 900000000000\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(head.encode())

        assert connection.recv(100).startswith(b"HTTP/1.1 413")


def test_a_broken_image_is_refused(api: httpx.Client) -> None:
    block = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "AAAA"}}

    status, _, message = refused(api, question=[block])

    assert (status, message) == (400, "messages.0.content.0.image.source.base64.data: Could not process image")


def test_every_response_tells_request_organization_and_rate_limits(api: httpx.Client) -> None:
    for response in (api.get("/v1/models"), api.get("/v1/nothing"), api.post("/v1/messages", json={})):
        assert response.headers["request-id"].startswith("req_")
        assert response.headers["anthropic-organization-id"].startswith("org_")
        for name in ("requests", "tokens", "input-tokens", "output-tokens"):
            assert int(response.headers[f"anthropic-ratelimit-{name}-limit"]) > 0
            assert int(response.headers[f"anthropic-ratelimit-{name}-remaining"]) >= 0
            assert response.headers[f"anthropic-ratelimit-{name}-reset"].endswith("Z")


def schema_of(*fields: tuple[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": dict(fields), "additionalProperties": False, **more}


FREE = {"type": "object", "additionalProperties": {"type": "integer"}}
TREE = schema_of(("children", {"type": "array", "items": {"$ref": "#/$defs/Tree"}}))


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        (FREE, "'additionalProperties' must be explicitly set to false (#)"),
        ({"type": "object", "additionalProperties": True}, "must be explicitly set to false (#)"),
        ({"type": "object", "additionalProperties": {}}, "must be explicitly set to false (#)"),
        (schema_of(("a", {"anyOf": [{"type": "null"}, FREE]})), "set to false (#/properties/a/anyOf/1)"),
        (schema_of(("a", {"$ref": "#/$defs/A"}), **{"$defs": {"A": FREE}}), "set to false (#/$defs/A)"),
        (schema_of(("a", {"type": "array", "items": FREE})), "set to false (#/properties/a/items)"),
        ({"$ref": "#/$defs/Tree", "$defs": {"Tree": TREE}}, "Recursive schemas are not supported: #/$defs/Tree"),
        (schema_of(("a", {"$ref": "#"})), "Recursive schemas are not supported: # contains itself"),
        (
            {"$ref": "#/$defs/A", "$defs": {"A": schema_of(("b", {"$ref": "#/$defs/B"})), "B": {"$ref": "#/$defs/A"}}},
            "Recursive schemas are not supported: #/$defs/A",
        ),
        (schema_of(("a", {"$ref": "https://example.com/a.json"})), "External references are not supported"),
        (schema_of(("a", {"$ref": "#/$defs/A"})), "Reference not found: #/$defs/A"),
    ],
)
@pytest.mark.parametrize("place", ["output", "tool"])
def test_a_schema_that_the_api_can_not_do_is_refused(
    api: httpx.Client, schema: dict[str, Any], message: str, place: str
) -> None:
    if place == "output":
        where = "output_config.format.schema"
        found = refused(api, output_config={"format": {"type": "json_schema", "schema": schema}})
    else:
        where = "tools.0.custom.input_schema"
        found = refused(api, tools=[{"name": "a", "input_schema": {"type": "object", **schema}, "strict": True}])

    assert found[:2] == (400, "invalid_request_error")
    assert found[2].startswith(f"{where}: ")
    assert message in found[2]


def test_a_tool_that_is_not_strict_may_have_any_schema(api: httpx.Client) -> None:
    schema = {"$ref": "#/$defs/Tree", "$defs": {"Tree": TREE}, "type": "object", "additionalProperties": True}

    response = api.post("/v1/messages", json=body(tools=[{"name": "a", "input_schema": schema}]))

    assert response.status_code == 200


def test_a_definition_may_be_used_in_several_places(api: httpx.Client) -> None:
    part = {"$ref": "#/$defs/A"}
    schema = schema_of(
        ("a", part), ("b", part), ("properties", part), **{"$defs": {"A": schema_of(("c", {"const": 1}))}}
    )

    response = api.post("/v1/messages", json=body(output_config={"format": {"type": "json_schema", "schema": schema}}))

    assert response.status_code == 200


def test_a_schema_that_asks_for_too_much_is_refused_soon(api: httpx.Client) -> None:
    started = time.monotonic()
    schema = schema_of(("a", {"type": "array", "items": {"type": "string"}, "minItems": 5_000}), required=["a"])

    status, _, message = refused(api, output_config={"format": {"type": "json_schema", "schema": schema}})

    assert status == 400
    assert "no value that fits" in message
    assert time.monotonic() - started < 5
