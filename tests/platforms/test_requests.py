"""What goes over the wire to each platform, on both clients."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from both import Both, items
from claude_client import Client, UnsupportedFeatureError
from claude_client.platforms import AWS, Bedrock, BedrockMantle, Foundry, GoogleCloud, Vertex
from claude_client.sandbox.platforms import aws_frames
from platform_replies import EVENTS, MESSAGE, event_stream
from server import Received, Server, reply

On = Callable[..., Both]
MESSAGES: Any = [{"role": "user", "content": "hi"}]
CREATE: Any = {"model": "claude-opus-5", "max_tokens": 5, "messages": MESSAGES}
KEYS: Any = {"region": "us-east-1", "access_key": "AKID", "secret_key": "SECRET"}


def create(client: Any, **params: Any) -> Any:
    return client.messages.create(**{**CREATE, **params})


def sent_by(both: Both, server: Server, call: Callable[[Any], Any] = create) -> Received:
    server.received.clear()
    both.run(lambda client: call(client))
    [sent] = server.received
    return sent


def check_signature(sent: Received, service: str, region: str = "us-east-1", token: str | None = None) -> list[str]:
    """Work out by botocore what the signature has to be; gives the names of the headers that are signed."""
    auth = pytest.importorskip("botocore.auth")
    awsrequest = pytest.importorskip("botocore.awsrequest")
    credentials = pytest.importorskip("botocore.credentials").Credentials("AKID", "SECRET", token)
    given = sent.headers["authorization"]
    signed = given.partition("SignedHeaders=")[2].partition(",")[0].split(";")
    assert f"Credential=AKID/{sent.headers['x-amz-date'][:8]}/{region}/{service}/aws4_request" in given
    request = awsrequest.AWSRequest(
        sent.method,
        f"http://{sent.headers['host']}{sent.target}",
        {name: sent.headers[name] for name in signed},
        sent.body,
    )
    request.context["timestamp"] = sent.headers["x-amz-date"]
    signer = auth.SigV4Auth(credentials, service, region)
    text = signer.string_to_sign(request, signer.canonical_request(request))
    assert given.endswith(f"Signature={signer.signature(text, request)}")
    assert sent.headers.get("x-amz-security-token") == token
    return signed


# ---- Amazon Bedrock -----------------------------------------------------------------------------------------

MODELS = {
    "anthropic.claude-opus-4-20250514-v1:0": "anthropic.claude-opus-4-20250514-v1:0",
    "arn:aws:bedrock:us-east-1:123:inference-profile/us.anthropic.claude": (
        "arn:aws:bedrock:us-east-1:123:inference-profile%2Fus.anthropic.claude"
    ),
    "a;b c?d#e/../f": "a;b%20c%3Fd%23e%2F..%2Ff",
}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("token", [None, "SESSION"])
def test_bedrock_has_the_model_in_the_path_and_is_signed(on: On, server: Server, model: str, token: str | None) -> None:
    both = on(Bedrock(**KEYS, session_token=token))

    sent = sent_by(both, server, lambda client: create(client, model=model))

    assert (sent.method, sent.target) == ("POST", f"/model/{MODELS[model]}/invoke")
    assert sent.json == {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 5, "messages": MESSAGES}
    assert not {"anthropic-version", "x-api-key", "anthropic-beta"} & sent.headers.keys()
    signed = check_signature(sent, "bedrock", token=token)
    expected = {"accept", "accept-encoding", "content-length", "content-type", "host", "x-amz-date"}
    assert set(signed) == expected | ({"x-amz-security-token"} if token else set())


@pytest.mark.parametrize("model", ["", ".", "..", "..;x"])
def test_a_model_that_cannot_stand_in_a_path_is_refused(on: On, server: Server, model: str) -> None:
    def call(client: Any) -> Any:
        with pytest.raises(ValueError, match="model="):
            yield create(client, model=model)

    on(Bedrock(**KEYS)).run(call)
    assert server.received == []


@pytest.mark.parametrize(
    ("version", "bedrock", "vertex"),
    [("2023-06-01", "bedrock-2023-05-31", "vertex-2023-10-16"), ("2026-10-21",) * 3],
)
def test_the_version_is_in_the_body(on: On, server: Server, version: str, bedrock: str, vertex: str) -> None:
    for platform, expected in ((Bedrock(**KEYS), bedrock), (vertex_platform(), vertex)):
        sent = sent_by(on(platform, api_version=version), server)

        assert sent.json["anthropic_version"] == expected
        assert "anthropic-version" not in sent.headers


def test_betas_and_the_user_profile_are_in_the_body_of_bedrock(on: On, server: Server) -> None:
    def call(client: Any) -> Any:
        return client.beta.messages.create(**CREATE, betas=["b-1", "a-0"], user_profile_id="uprof_1")

    sent = sent_by(on(Bedrock(**KEYS), default_headers={"anthropic-beta": "a-0"}), server, call)

    assert sent.json["anthropic_beta"] == sent.headers["anthropic-beta"].split(",") == ["a-0", "b-1"]
    assert sent.json["user_profile_id"] == "uprof_1"
    assert "anthropic-user-profile-id" not in sent.headers
    assert "anthropic-beta" in check_signature(sent, "bedrock")


def test_betas_given_as_a_header_are_in_the_body_too(on: On, server: Server) -> None:
    def call(client: Any) -> Any:
        return create(client, betas=["a"], extra_headers={"anthropic-beta": "b, c"})

    sent = sent_by(on(Bedrock(**KEYS)), server, call)

    assert sent.json["anthropic_beta"] == ["b", "c"]
    assert sent.headers["anthropic-beta"] == "b, c"


def test_bedrock_streams_messages(on: On, server: Server) -> None:
    server.replies(event_stream(*map(aws_frames.event, EVENTS)))

    def body(client: Any) -> Any:
        stream = yield create(client, stream=True)
        events = yield items(stream)
        assert [event.type for event in events] == [event["type"] for event in EVENTS]
        assert stream.request_id == "req_of_aws"

    on(Bedrock(**KEYS)).run(body)
    [sent] = server.received
    assert sent.path == "/model/claude-opus-5/invoke-with-response-stream"
    assert sent.headers["accept"] == "application/json"
    assert "stream" not in sent.json


def test_bedrock_counts_tokens_where_the_service_does(on: On, server: Server) -> None:
    server.replies(reply({"inputTokens": 7}, x_amzn_requestid="req_of_aws"))

    def body(client: Any) -> Any:
        counted = yield client.messages.count_tokens(model="m:0", messages=MESSAGES)
        assert (counted.input_tokens, counted._request_id) == (7, "req_of_aws")

    on(Bedrock(**KEYS)).run(body)
    [sent] = server.received
    assert sent.target == "/model/m:0/count-tokens"
    counted = json.loads(base64.b64decode(sent.json["input"]["invokeModel"]["body"]))
    assert counted == {"max_tokens": 1, "messages": MESSAGES, "anthropic_version": "bedrock-2023-05-31"}
    check_signature(sent, "bedrock")


@pytest.mark.parametrize("body", [{}, {"inputTokens": "x"}, []])
def test_a_count_that_is_none_is_an_error(on: On, server: Server, body: Any) -> None:
    server.replies(reply(body))

    def call(client: Any) -> Any:
        with pytest.raises(Exception, match="not what the API sends here"):
            yield client.messages.count_tokens(model="m", messages=MESSAGES)

    on(Bedrock(**KEYS)).run(call)


def test_the_body_is_signed_as_it_is_sent(on: On, server: Server) -> None:
    sent = sent_by(
        on(AWS(**KEYS, workspace_id="w")), server, lambda client: client.files.upload(file=("a.bin", b"\0\xff" * 9000))
    )

    assert sent.headers["content-type"].startswith("multipart/form-data")
    assert int(sent.headers["content-length"]) == len(sent.body) > 18000
    check_signature(sent, "aws-external-anthropic")


def test_what_goes_through_a_proxy_is_signed_for_the_host_that_it_is_for(
    on: On, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("NO_PROXY", "")
    origin = "http://bedrock.localhost"

    sent = sent_by(on(Bedrock(**KEYS), base_url=origin), server)

    assert sent.headers["host"] == "bedrock.localhost"
    assert sent.target.startswith(f"{origin}/model/")
    check_signature(replace(sent, target=sent.target.removeprefix(origin)), "bedrock")


def test_each_attempt_is_signed(on: On, server: Server) -> None:
    server.replies(reply({"message": "slow down"}, 429, retry_after="0.01"), reply(MESSAGE))

    on(Bedrock(**KEYS), max_retries=1).run(create)

    assert len(server.received) == 2
    for sent in server.received:
        check_signature(sent, "bedrock")


def test_a_redirect_to_the_same_origin_is_signed_anew_and_another_gets_nothing(on: On, server: Server) -> None:
    other = Server()
    other.replies(reply(MESSAGE))
    server.replies(
        reply({}, 307, location="/elsewhere?x=1"),
        reply({}, 307, location=f"{other.url}/far".replace("127.0.0.1", "localhost")),
    )
    try:
        on(Bedrock(**KEYS)).run(create)

        first, second = server.received
        check_signature(first, "bedrock")
        check_signature(second, "bedrock")
        assert second.target == "/elsewhere?x=1"
        [far] = other.received
        assert not {"authorization", "x-amz-date"} & far.headers.keys()
    finally:
        other.close()


def test_what_middleware_changes_is_signed(on: On, server: Server) -> None:
    def add(request: Any) -> Any:
        request.headers["x-trace"] = "1"
        return (yield request)

    sent = sent_by(on(Bedrock(**KEYS), middleware=[add]), server)

    assert "x-trace" in check_signature(sent, "bedrock")


# ---- AWS, with the API's own paths ------------------------------------------------------------------------


def test_the_claude_platform_on_aws_takes_the_api_as_it_is(on: On, server: Server) -> None:
    both = on(AWS(**KEYS, workspace_id="wrkspc_1"))
    sent = sent_by(both, server)
    listed = sent_by(
        both, server, lambda client: client.models.retrieve("claude-opus-5", extra_query={"b": "x y", "a": "ü/"})
    )

    assert sent.target == "/v1/messages"
    assert sent.json == CREATE
    assert sent.headers["anthropic-version"] == "2023-06-01"
    assert sent.headers["anthropic-workspace-id"] == "wrkspc_1"
    assert "anthropic-workspace-id" in check_signature(sent, "aws-external-anthropic")
    assert listed.target == "/v1/models/claude-opus-5?b=x%20y&a=%C3%BC%2F"
    check_signature(listed, "aws-external-anthropic")


def test_the_messages_api_of_bedrock_has_the_user_profile_in_the_body(on: On, server: Server) -> None:
    def call(client: Any) -> Any:
        return client.beta.messages.create(**CREATE, user_profile_id="uprof_1")

    sent = sent_by(on(BedrockMantle(**KEYS)), server, call)

    assert sent.target == "/v1/messages"
    assert sent.json == {**CREATE, "user_profile_id": "uprof_1"}
    assert "anthropic-user-profile-id" not in sent.headers
    check_signature(sent, "bedrock-mantle")


@pytest.mark.parametrize(
    "platform",
    [
        Bedrock(region="r", api_key="KEY"),
        BedrockMantle(region="r", api_key="KEY"),
        AWS(region="r", api_key="KEY", workspace_id="w"),
    ],
)
def test_a_key_takes_the_place_of_signatures(on: On, server: Server, platform: Any) -> None:
    sent = sent_by(on(platform), server)

    assert sent.headers["authorization"] == "Bearer KEY"
    assert not {"x-amz-date", "x-api-key"} & sent.headers.keys()


@pytest.mark.parametrize(
    "platform",
    [
        BedrockMantle(region="r", skip_auth=True),
        AWS(region="r", skip_auth=True),
        GoogleCloud(project="p", workspace_id="w", skip_auth=True),
    ],
)
def test_a_gateway_may_add_the_credentials(on: On, server: Server, platform: Any) -> None:
    sent = sent_by(on(platform), server)

    assert not {"authorization", "x-amz-date", "x-api-key"} & sent.headers.keys()


# ---- Google -------------------------------------------------------------------------------------------------


def vertex_platform(**more: Any) -> Vertex:
    return Vertex(**{"region": "us-east5", "project_id": "my-project", "access_token": "TOKEN", **more})


def test_vertex_has_the_model_in_the_path(on: On, server: Server) -> None:
    def call(client: Any) -> Any:
        return client.beta.messages.create(**{**CREATE, "model": "claude@2025;x"}, betas=["b-1"], user_profile_id="u")

    sent = sent_by(on(vertex_platform()), server, call)

    model = "/projects/my-project/locations/us-east5/publishers/anthropic/models/claude@2025%3Bx:rawPredict"
    assert (sent.method, sent.target) == ("POST", model)
    assert sent.json == {"max_tokens": 5, "messages": MESSAGES, "anthropic_version": "vertex-2023-10-16"}
    assert sent.headers["authorization"] == "Bearer TOKEN"
    assert sent.headers["anthropic-beta"] == "b-1"
    assert sent.headers["anthropic-user-profile-id"] == "u"
    assert not {"anthropic-version", "x-api-key"} & sent.headers.keys()


def test_vertex_streams_and_counts(on: On, server: Server) -> None:
    server.replies(
        reply(
            "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in EVENTS),
            content_type="text/event-stream",
        ),
        reply({"input_tokens": 3}),
    )

    def body(client: Any) -> Any:
        events = yield items((yield create(client, stream=True)))
        assert len(events) == len(EVENTS)
        counted = yield client.messages.count_tokens(model="m", messages=MESSAGES)
        assert counted.input_tokens == 3

    on(vertex_platform()).run(body)
    streamed, counted = server.received
    assert streamed.path.endswith("/models/claude-opus-5:streamRawPredict")
    assert streamed.json["stream"] is True
    assert counted.path.endswith("/models/count-tokens:rawPredict")
    assert counted.json["model"] == "m"


@pytest.mark.parametrize("what", ["", ".", ".."])
def test_what_cannot_stand_in_a_path_of_google_is_refused(on: On, server: Server, what: str) -> None:
    def call(client: Any) -> Any:
        with pytest.raises(ValueError, match="cannot stand in a path"):
            yield create(client, model=what)

    on(vertex_platform()).run(call)
    assert server.received == []


def test_google_cloud_tells_the_organization_from_the_workspace(on: On, server: Server) -> None:
    platform = GoogleCloud(project="p", location="l", workspace_id="w", token_provider=lambda: "TOKEN")
    both = on(platform, base_url=f"{server.url}/v1/projects/p/locations/l/")

    message = sent_by(both, server)
    organization = sent_by(both, server, lambda client: client.get("/v1/organizations/me", cast_to=object))
    profile = sent_by(both, server, lambda client: client.get("/v1/user_profiles/u", cast_to=object))

    assert message.target == "/v1/projects/p/locations/l/workspaces/w/invoke/v1/messages"
    assert message.json == CREATE
    assert message.headers["authorization"] == "Bearer TOKEN"
    assert message.headers["anthropic-version"] == "2023-06-01"
    assert organization.target == "/v1/projects/p/locations/l/claudeOrganization/invoke/v1/organizations/me"
    assert profile.target == "/v1/projects/p/locations/l/claudeOrganization/invoke/v1/user_profiles/u"


def test_an_address_of_ones_own_stands_for_the_workspace(on: On, server: Server) -> None:
    both = on(GoogleCloud(project="p", workspace_id="w", token_provider=lambda: "TOKEN"))

    assert sent_by(both, server).target == "/v1/messages"


# ---- Microsoft Foundry --------------------------------------------------------------------------------------


def test_foundry_sends_the_key_under_both_names(on: On, server: Server) -> None:
    sent = sent_by(on(Foundry(api_key="KEY"), base_url=f"{server.url}/anthropic/"), server)

    assert sent.target == "/anthropic/v1/messages"
    assert sent.json == CREATE
    assert (sent.headers["x-api-key"], sent.headers["api-key"]) == ("KEY", "KEY")
    assert "authorization" not in sent.headers


def test_foundry_asks_for_a_token_before_each_request(on: On, server: Server) -> None:
    numbers = iter(range(1, 9))
    both = on(Foundry(resource="r", azure_ad_token_provider=lambda: f"token-{next(numbers)}"), max_retries=1)
    server.replies(reply({}, 503, retry_after="0.01"), reply(MESSAGE))

    both.run(create)

    assert [sent.headers["authorization"] for sent in server.received] == ["Bearer token-1", "Bearer token-2"]
    assert not {"x-api-key", "api-key"} & server.received[0].headers.keys()


# ---- what platforms lack ------------------------------------------------------------------------------------

PLATFORMS = [
    Bedrock(**KEYS),
    BedrockMantle(**KEYS),
    AWS(**KEYS, workspace_id="w"),
    vertex_platform(),
    GoogleCloud(project="p", workspace_id="w", token_provider=lambda: "TOKEN"),
    Foundry(resource="r", api_key="KEY"),
]
CALLS: dict[str, Callable[[Any], Any]] = {
    "batches": lambda client: client.messages.batches.retrieve("b"),
    "models": lambda client: client.models.retrieve("m"),
    "files": lambda client: client.files.retrieve_metadata("f"),
    "count_tokens": lambda client: client.messages.count_tokens(model="m", messages=MESSAGES),
    "admin": lambda client: client.organization.retrieve(),
    "sessions": lambda client: client.get("/v1/sessions/s", cast_to=object),
}
HAVE = {
    Bedrock: {"count_tokens"},
    BedrockMantle: {"count_tokens", "batches"},
    AWS: set(CALLS),
    Vertex: {"count_tokens"},
    GoogleCloud: set(CALLS),
    Foundry: {"count_tokens", "files", "sessions"},
}


@pytest.mark.parametrize("feature", CALLS)
@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: type(platform).__name__)
def test_what_a_platform_lacks_is_said_before_anything_is_sent(
    on: On, server: Server, platform: Any, feature: str
) -> None:
    server.replies(reply({"input_tokens": 1, "inputTokens": 1, "id": "x"}))

    def body(client: Any) -> Any:
        assert client.supports(feature) == (feature in HAVE[type(platform)])
        if client.supports(feature):
            yield CALLS[feature](client)
            return
        with pytest.raises(UnsupportedFeatureError, match="nothing was sent") as caught:
            yield CALLS[feature](client)
        assert caught.value.feature == feature

    on(platform).run(body)
    assert len(server.received) == (feature in HAVE[type(platform)])


def test_the_api_itself_has_everything() -> None:
    client = Client(api_key="k")

    assert client.supports("batches")
    assert client.supports("sessions")
    with pytest.raises(ValueError, match="unknown feature 'batch'"):
        client.supports("batch")  # type: ignore[arg-type]
