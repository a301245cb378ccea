"""The addresses of the cloud platforms, asked by the platforms' own libraries and by plain HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from claude_client.sandbox import API_KEY, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, Sandbox

MESSAGES = [{"role": "user", "content": "hi"}]
BODY = {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 50, "messages": MESSAGES}
MODEL = "us.anthropic.claude-opus-4-5-20251101-v1:0"
ARN = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5"
JWT = "header.payload.signature"
OAUTH = "oauth-2025-04-20"


@pytest.fixture
def http(told: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=told.url, timeout=30) as client:
        yield client


# ---- Amazon Bedrock -----------------------------------------------------------------------------------------


@pytest.fixture
def bedrock(told: Sandbox) -> Iterator[Any]:
    client = bedrock_client(told)
    yield client
    client.close()


def bedrock_client(sandbox: Sandbox, secret: str = AWS_SECRET_ACCESS_KEY, key: str = AWS_ACCESS_KEY_ID) -> Any:
    boto3 = pytest.importorskip("boto3")
    config = pytest.importorskip("botocore.config").Config(retries={"total_max_attempts": 1})
    return boto3.client(
        "bedrock-runtime",
        region_name="us-east-1",
        endpoint_url=f"{sandbox.url}/bedrock",
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=config,
    )


@pytest.mark.parametrize("model", [MODEL, ARN, "anthropic.claude-opus-5", "global.anthropic.claude-opus-4-6-v1"])
def test_the_client_of_aws_gets_a_message(told: Sandbox, bedrock: Any, model: str) -> None:
    told.reply("Hello")

    response = bedrock.invoke_model(modelId=model, body=json.dumps(BODY))

    message = json.loads(response["body"].read())
    assert message["content"][0]["text"] == "Hello"
    assert response["ResponseMetadata"]["RequestId"].startswith("req_")


def test_the_client_of_aws_gets_a_stream(told: Sandbox, bedrock: Any) -> None:
    told.reply("Hello")

    response = bedrock.invoke_model_with_response_stream(modelId=MODEL, body=json.dumps(BODY))

    events = [json.loads(event["chunk"]["bytes"]) for event in response["body"]]
    assert [event["type"] for event in events if event["type"] != "ping"] == [
        "message_start",
        "content_block_start",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ]
    assert "amazon-bedrock-invocationMetrics" in events[-1]


def test_the_client_of_aws_counts_tokens(bedrock: Any) -> None:
    response = bedrock.count_tokens(modelId=MODEL, input={"invokeModel": {"body": json.dumps(BODY)}})

    assert response["inputTokens"] > 0


@pytest.mark.parametrize(
    ("type", "name"), [("rate_limit_error", "throttlingException"), ("modelStreamErrorException",) * 2]
)
def test_an_exception_comes_in_the_middle_of_a_stream_when_it_is_asked_for(
    told: Sandbox, bedrock: Any, type: str, name: str
) -> None:
    told.fail("error-event", type=type, message="not now", after_events=2)
    response = bedrock.invoke_model_with_response_stream(modelId=MODEL, body=json.dumps(BODY))
    events = iter(response["body"])

    assert [json.loads(next(events)["chunk"]["bytes"])["type"] for _ in range(2)][:1] == ["message_start"]
    with pytest.raises(Exception, match=rf"\({name}\).*not now"):
        next(events)
    response["body"].close()


@pytest.mark.parametrize(
    ("status", "name"), [(429, "ThrottlingException"), (400, "ValidationException"), (500, "InternalServerException")]
)
def test_errors_are_those_of_aws(told: Sandbox, bedrock: Any, status: int, name: str) -> None:
    told.fail(status, message="no")

    with pytest.raises(Exception, match=rf"\({name}\).*no"):
        bedrock.invoke_model(modelId=MODEL, body=json.dumps(BODY))


@pytest.mark.parametrize(("secret", "key"), [("wrong", AWS_ACCESS_KEY_ID), (AWS_SECRET_ACCESS_KEY, "AKIAUNKNOWN")])
def test_a_wrong_signature_is_refused(told: Sandbox, secret: str, key: str) -> None:
    client = bedrock_client(told, secret, key)

    with pytest.raises(Exception, match="InvalidSignatureException|UnrecognizedClientException"):
        client.invoke_model(modelId=MODEL, body=json.dumps(BODY))
    client.close()


def test_an_old_signature_and_a_changed_request_are_refused(told: Sandbox, http: httpx.Client) -> None:
    auth = pytest.importorskip("botocore.auth")
    awsrequest = pytest.importorskip("botocore.awsrequest")
    credentials = pytest.importorskip("botocore.credentials").Credentials(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)
    content = json.dumps(BODY).encode()
    url = f"{told.url}/bedrock/model/{MODEL}/invoke"
    request = awsrequest.AWSRequest("POST", url, {"content-type": "application/json"}, content)
    auth.SigV4Auth(credentials, "bedrock", "us-east-1").add_auth(request)
    headers = dict(request.headers)

    assert http.post(url, content=content, headers=headers).status_code == 200
    changed = http.post(url, content=content.replace(b"hi", b"ho"), headers=headers)
    old = http.post(url, content=content, headers={**headers, "X-Amz-Date": "20200101T000000Z"})

    assert (changed.status_code, changed.headers["x-amzn-errortype"]) == (403, "InvalidSignatureException")
    assert (old.status_code, old.headers["x-amzn-errortype"]) == (403, "InvalidSignatureException")


def test_a_key_is_taken_in_place_of_a_signature(http: httpx.Client) -> None:
    url = f"/bedrock/model/{MODEL}/invoke"

    assert http.post(url, json=BODY, headers={"authorization": "Bearer some-key"}).status_code == 200
    assert http.post(url, json=BODY).json() == {"message": "Missing Authentication Token"}


@pytest.mark.parametrize(
    "body",
    [
        {"max_tokens": 5, "messages": MESSAGES},
        {**BODY, "model": MODEL},
        {**BODY, "stream": True},
        [],
        {**BODY, "anthropic_beta": 5},
        # What is a header on the API cannot be everything that text in a body can be.
        {**BODY, "anthropic_version": "\u2603"},
        {**BODY, "anthropic_beta": ["a\nb"]},
        {**BODY, "user_profile_id": "\ud800"},
    ],
)
def test_what_bedrock_refuses_is_refused(http: httpx.Client, body: Any) -> None:
    response = http.post(
        f"/bedrock/model/{MODEL}/invoke", content=json.dumps(body), headers={"authorization": "Bearer some-key"}
    )

    assert (response.status_code, response.headers["x-amzn-errortype"]) == (400, "ValidationException")


# ---- Google -------------------------------------------------------------------------------------------------


def google_token(http: httpx.Client) -> str:
    response = http.get(
        "/computeMetadata/v1/instance/service-accounts/default/token", headers={"metadata-flavor": "Google"}
    )
    return str(response.json()["access_token"])


def test_vertex_takes_the_tokens_of_the_metadata_server(told: Sandbox, http: httpx.Client) -> None:
    told.reply("Hello")
    path = "/vertex/projects/my-project/locations/us-east5/publishers/anthropic/models"
    body = {"anthropic_version": "vertex-2023-10-16", "max_tokens": 5, "messages": MESSAGES}
    headers = {"authorization": f"Bearer {google_token(http)}"}

    response = http.post(f"{path}/claude-opus-4-5@20251101:rawPredict", json=body, headers=headers)
    counted = http.post(
        f"{path}/count-tokens:rawPredict",
        json={"anthropic_version": "vertex-2023-10-16", "model": "claude-opus-5", "messages": MESSAGES},
        headers=headers,
    )
    wrong = http.post(f"{path}/claude-opus-5:streamRawPredict", json=body, headers=headers)
    refused = http.post(
        f"{path}/claude-opus-5:rawPredict", json=body, headers={"authorization": "Bearer ya29.sandbox-x"}
    )

    assert response.json()["content"][0]["text"] == "Hello"
    assert counted.json()["input_tokens"] > 0
    assert wrong.json()["error"]["status"] == "INVALID_ARGUMENT"
    assert refused.json()["error"]["status"] == "UNAUTHENTICATED"


def test_google_cloud_tells_calls_of_the_organization_from_those_of_a_workspace(http: httpx.Client) -> None:
    location = "/google-cloud/v1/projects/p/locations/global"
    headers = {"authorization": f"Bearer {google_token(http)}", "anthropic-version": "2023-06-01"}

    assert http.get(f"{location}/workspaces/w/invoke/v1/models", headers=headers).status_code == 200
    assert http.get(f"{location}/claudeOrganization/invoke/v1/organizations/me", headers=headers).status_code == 200
    assert http.get(f"{location}/workspaces/w/invoke/v1/organizations/me", headers=headers).status_code == 404


# ---- tokens of the API --------------------------------------------------------------------------------------


def exchange(http: httpx.Client, beta: str = f"{OAUTH},oidc-federation-2026-04-01", **fields: object) -> httpx.Response:
    return http.post("/v1/oauth/token", json=fields, headers={"anthropic-beta": beta})


FEDERATION = {
    "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "assertion": JWT,
    "federation_rule_id": "fdrl_1",
    "organization_id": "org",
}


def test_an_identity_token_is_exchanged_for_one_that_the_api_takes(http: httpx.Client) -> None:
    grant = exchange(http, **FEDERATION).json()
    headers = {"authorization": f"Bearer {grant['access_token']}", "anthropic-version": "2023-06-01"}

    assert grant["expires_in"] == 3600
    assert http.get("/v1/models", headers={**headers, "anthropic-beta": OAUTH}).status_code == 200
    assert http.get("/v1/models", headers=headers).status_code == 401
    assert (
        http.get("/v1/models", headers={**headers, "authorization": headers["authorization"] + "x"}).status_code == 401
    )


def test_a_refresh_token_is_exchanged_and_replaced(http: httpx.Client) -> None:
    grant = exchange(http, OAUTH, grant_type="refresh_token", refresh_token="r", client_id="c").json()

    assert grant["refresh_token"] != "r"
    assert grant["access_token"].startswith("sk-ant-oat01-")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"grant_type": "password"},
        {**FEDERATION, "assertion": "no-jwt"},
        {**FEDERATION, "scope": "x"},
        {**FEDERATION, "organization_id": ""},
        {"grant_type": "refresh_token", "refresh_token": "r"},
    ],
)
def test_an_exchange_that_lacks_something_is_refused(http: httpx.Client, fields: dict[str, object]) -> None:
    response = exchange(http, **fields)

    assert response.status_code == 400
    assert response.json()["error_description"]


def test_an_issued_token_is_taken_where_only_some_keys_are() -> None:
    with Sandbox(api_keys=["only-this"]) as sandbox, httpx.Client(base_url=sandbox.url) as http:
        token = exchange(http, **FEDERATION).json()["access_token"]
        headers = {"anthropic-version": "2023-06-01", "anthropic-beta": OAUTH}

        assert http.get("/v1/models", headers={**headers, "authorization": f"Bearer {token}"}).status_code == 200
        assert http.get("/v1/models", headers={**headers, "authorization": "Bearer another"}).status_code == 401


# ---- the rest -----------------------------------------------------------------------------------------------


def test_foundry_takes_keys_under_both_names_and_tokens(http: httpx.Client) -> None:
    body = {"model": "claude-opus-5", "max_tokens": 5, "messages": MESSAGES}
    version = {"anthropic-version": "2023-06-01"}

    for credentials in ({"api-key": "k"}, {"x-api-key": "k"}, {"authorization": "Bearer t"}):
        assert http.post("/foundry/v1/messages", json=body, headers={**version, **credentials}).status_code == 200
    assert http.post("/foundry/v1/messages", json=body, headers=version).status_code == 401
    assert http.get("/foundry/v1/models", headers={**version, "api-key": "k"}).status_code == 404


def test_requests_through_a_door_are_in_the_log_as_calls_of_the_api(told: Sandbox, http: httpx.Client) -> None:
    http.post(f"/bedrock/model/{MODEL}/invoke", json=BODY, headers={"authorization": "Bearer some-key"})

    told.assert_requested(times=1, path="/v1/messages", json={"model": "claude-opus-4-5-20251101"})
    assert "some-key" not in str(told.last_request.headers)


def test_a_door_is_no_way_around_the_check_of_hosts(http: httpx.Client) -> None:
    response = http.post(
        f"/bedrock/model/{MODEL}/invoke", json=BODY, headers={"host": "evil.example", "authorization": "Bearer k"}
    )

    assert response.status_code == 403


# ---- OpenAI's shape -----------------------------------------------------------------------------------------

CHAT = {"model": "claude-opus-5", "messages": MESSAGES}


@pytest.fixture
def chat(http: httpx.Client) -> Any:
    def chat(**fields: Any) -> httpx.Response:
        return http.post(
            "/v1/chat/completions", json={**CHAT, **fields}, headers={"authorization": f"Bearer {API_KEY}"}
        )

    return chat


def sent(sandbox: Sandbox) -> Any:
    return sandbox.last_request.json


def test_a_chat_completion_is_a_message_in_another_form(told: Sandbox, chat: Any) -> None:
    told.reply("Hello")

    response = chat(max_tokens=20)

    completion = response.json()
    assert completion["object"] == "chat.completion"
    assert completion["choices"][0]["message"]["content"] == "Hello"
    assert completion["choices"][0]["finish_reason"] == "stop"
    assert completion["usage"]["total_tokens"] > completion["usage"]["completion_tokens"] > 0
    assert response.headers["x-request-id"] == response.headers["request-id"]
    assert response.headers["openai-version"] == "2020-10-01"
    assert int(response.headers["x-ratelimit-limit-requests"]) > 0


@pytest.mark.parametrize("include_usage", [True, False])
def test_a_streamed_completion_ends_with_its_usage_and_done(told: Sandbox, chat: Any, include_usage: bool) -> None:
    told.reply("Hello")

    lines = [
        line for line in chat(stream=True, stream_options={"include_usage": include_usage}).text.split("\n\n") if line
    ]

    chunks = [json.loads(line.removeprefix("data: ")) for line in lines[:-1]]
    assert lines[-1] == "data: [DONE]"
    assert "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks) == "Hello"
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"
    assert ("usage" in chunks[-1]) == include_usage


def test_a_stream_that_is_cut_has_no_done(told: Sandbox, chat: Any) -> None:
    told.fail("no-message-stop")

    assert "[DONE]" not in chat(stream=True).text


def test_an_error_in_a_stream_is_in_the_form_of_openai(told: Sandbox, chat: Any) -> None:
    told.fail("error-event", message="not now")

    assert '"error": {"code": "overloaded_error", "message": "not now"' in chat(stream=True).text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"temperature": 1.7}, {"temperature": 1}),
        ({"stop": ["\n", "END"]}, {"stop_sequences": ["END"]}),
        ({"stop": "END"}, {"stop_sequences": ["END"]}),
        ({"max_completion_tokens": 7}, {"max_tokens": 7}),
        ({}, {"max_tokens": 4096}),
        ({"seed": 1, "logprobs": True, "user": "x", "response_format": {"type": "json_schema"}}, {}),
        (
            {"messages": [{"role": "system", "content": "a"}, *MESSAGES, {"role": "developer", "content": "b"}]},
            {"system": "a\nb", "messages": MESSAGES},
        ),
        (
            {
                "messages": [
                    {
                        "role": "user",
                        "content": [
                            {"type": "text", "text": "see"},
                            {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}},
                            {"type": "input_audio", "input_audio": {}},
                        ],
                    }
                ]
            },
            {
                "messages": [
                    {
                        "role": "user",
                        "content": [
                            {"type": "text", "text": "see"},
                            {"type": "image", "source": {"type": "url", "url": "https://example.com/a.png"}},
                        ],
                    }
                ]
            },
        ),
    ],
)
def test_parameters_are_mapped(told: Sandbox, chat: Any, asked: dict[str, Any], expected: dict[str, Any]) -> None:
    assert chat(**asked).status_code == 200
    body = sent(told)
    assert {name: body[name] for name in expected} == expected
    assert not {"seed", "logprobs", "user", "response_format", "n"} & body.keys()


FUNCTION = {"name": "look_up", "description": "d", "parameters": {"type": "object", "properties": {}}, "strict": True}
TOOL = {"name": "look_up", "description": "d", "input_schema": {"type": "object", "properties": {}}}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("auto", {"type": "auto"}),
        ("required", {"type": "any"}),
        ("none", {"type": "none"}),
        ({"type": "function", "function": {"name": "look_up"}}, {"type": "tool", "name": "look_up"}),
    ],
)
def test_tools_are_mapped(told: Sandbox, chat: Any, choice: Any, expected: Any) -> None:
    assert chat(tools=[{"type": "function", "function": FUNCTION}], tool_choice=choice).status_code == 200
    assert sent(told)["tools"] == [TOOL]
    assert sent(told)["tool_choice"] == expected


def test_calls_and_their_results_are_mapped(told: Sandbox, chat: Any) -> None:
    tools = [{"type": "function", "function": FUNCTION}]
    called = chat(tools=tools, tool_choice="required", parallel_tool_calls=False).json()["choices"][0]
    [call] = called["message"]["tool_calls"]
    assert called["finish_reason"] == "tool_calls"
    assert sent(told)["tool_choice"] == {"type": "any", "disable_parallel_tool_use": True}
    results = [{"role": "tool", "tool_call_id": id, "content": id} for id in (call["id"], "call_2")]
    second = {**call, "id": "call_2"}

    response = chat(tools=tools, messages=[*MESSAGES, {"role": "assistant", "tool_calls": [call, second]}, *results])

    assert response.status_code == 200
    *_, asking, given = sent(told)["messages"]
    assert [block["id"] for block in asking["content"]] == [call["id"], "call_2"]
    assert [block["tool_use_id"] for block in given["content"]] == [call["id"], "call_2"]


def test_the_old_form_of_functions_is_mapped(told: Sandbox, chat: Any) -> None:
    messages = [
        *MESSAGES,
        {"role": "assistant", "content": None, "function_call": {"name": "look_up", "arguments": '{"a": 1}'}},
        {"role": "function", "name": "look_up", "content": "found"},
    ]

    assert chat(functions=[FUNCTION], messages=messages).status_code == 200
    *_, asking, given = sent(told)["messages"]
    assert asking["content"][0]["input"] == {"a": 1}
    assert given["content"][0]["tool_use_id"] == asking["content"][0]["id"]


@pytest.mark.parametrize(
    "fields",
    [
        {"n": 2},
        {"response_format": {"type": "json_object"}},
        {"messages": None},
        {"messages": [{"role": "robot", "content": "x"}]},
        {"messages": [5]},
        {"tools": [5]},
        {"model": None},
    ],
)
def test_what_cannot_be_mapped_is_refused_in_the_form_of_openai(chat: Any, fields: dict[str, Any]) -> None:
    response = chat(**fields)

    assert response.status_code == 400
    error = response.json()["error"]
    assert (error["code"], error["type"], error["param"]) == ("invalid_request_error", "invalid_request_error", None)
    assert response.headers["x-request-id"]


def test_the_models_are_listed_for_openais_package(http: httpx.Client) -> None:
    headers = {"authorization": f"Bearer {API_KEY}", "user-agent": "OpenAI/Python 3.57.0"}

    listed, one = http.get("/v1/models", headers=headers).json(), http.get("/v1/models/claude-opus-5", headers=headers)

    assert (listed["object"], listed["has_more"]) == ("list", False)
    assert all(model["object"] == "model" and model["created"] > 0 for model in listed["data"])
    assert one.json()["owned_by"] == "anthropic"
    assert http.get("/v1/models", headers={"authorization": f"Bearer {API_KEY}"}).status_code == 400
