"""Platforms as values: what they read from the environment, refuse, show and keep to themselves."""

from __future__ import annotations

import copy
import json
import os
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from both import Both
from claude_client import AsyncClient, CallDeadlineError, ClaudeError, Client, CredentialsError, PermissionDeniedError
from claude_client.platforms import AWS, Bedrock, BedrockMantle, Foundry, GoogleCloud, Vertex
from platform_replies import MESSAGE
from server import Server, reply

On = Callable[..., Both]
KEYS: Any = {"access_key": "AKID", "secret_key": "SECRET-OF-AWS", "session_token": "SESSION-OF-AWS"}
SECRETS = ("SECRET-OF-AWS", "SESSION-OF-AWS", "KEY-OF-PLATFORM", "TOKEN-OF-GOOGLE")


def create(client: Any) -> Any:
    return client.messages.create(model="m", max_tokens=5, messages=[{"role": "user", "content": "hi"}])


# ---- addresses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "base_url"),
    [
        (lambda: Bedrock(region="eu-west-1"), "https://bedrock-runtime.eu-west-1.amazonaws.com"),
        (lambda: BedrockMantle(region="eu-west-1"), "https://bedrock-mantle.eu-west-1.api.aws/anthropic"),
        (lambda: AWS(region="eu-west-1", workspace_id="w"), "https://aws-external-anthropic.eu-west-1.api.aws"),
        (lambda: Vertex(region="global", project_id="p"), "https://aiplatform.googleapis.com/v1"),
        (lambda: Vertex(region="eu", project_id="p"), "https://aiplatform.eu.rep.googleapis.com/v1"),
        (lambda: Vertex(region="us", project_id="p"), "https://aiplatform.us.rep.googleapis.com/v1"),
        (lambda: Vertex(region="us-east5", project_id="p"), "https://us-east5-aiplatform.googleapis.com/v1"),
        (
            lambda: GoogleCloud(project="p", workspace_id="w"),
            "https://claude.googleapis.com/v1/projects/p/locations/global",
        ),
        (lambda: Foundry(resource="res", api_key="k"), "https://res.services.ai.azure.com/anthropic"),
    ],
)
def test_each_platform_has_its_address(platform: Callable[[], Any], base_url: str) -> None:
    assert Client(platform=platform()).base_url == base_url


@pytest.mark.parametrize(
    ("variable", "platform"),
    [
        ("ANTHROPIC_BEDROCK_BASE_URL", lambda: Bedrock(region="r")),
        ("ANTHROPIC_BEDROCK_MANTLE_BASE_URL", lambda: BedrockMantle(region="r")),
        ("ANTHROPIC_AWS_BASE_URL", lambda: AWS(region="r", workspace_id="w")),
        ("ANTHROPIC_VERTEX_BASE_URL", lambda: Vertex(region="r", project_id="p")),
        ("ANTHROPIC_GOOGLE_CLOUD_BASE_URL", lambda: GoogleCloud(project="p")),
        ("ANTHROPIC_FOUNDRY_BASE_URL", lambda: Foundry(api_key="k")),
    ],
)
def test_the_environment_may_name_another_address(
    monkeypatch: pytest.MonkeyPatch, variable: str, platform: Callable[[], Any]
) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://not-this.example")
    monkeypatch.setenv(variable, "https://gateway.example/x")

    assert Client(platform=platform()).base_url == "https://gateway.example/x"
    assert Client(platform=platform(), base_url="https://own.example").base_url == "https://own.example"


@pytest.mark.parametrize(
    ("variables", "platform", "expected"),
    [
        ({"AWS_REGION": "a", "AWS_DEFAULT_REGION": "b"}, Bedrock, {"region": "a"}),
        ({"AWS_DEFAULT_REGION": "b"}, BedrockMantle, {"region": "b"}),
        ({"AWS_REGION": "a", "ANTHROPIC_AWS_WORKSPACE_ID": "w"}, AWS, {"region": "a", "workspace_id": "w"}),
        ({"CLOUD_ML_REGION": "r", "ANTHROPIC_VERTEX_PROJECT_ID": "p"}, Vertex, {"region": "r", "project_id": "p"}),
        (
            {
                "ANTHROPIC_GOOGLE_CLOUD_PROJECT": "p",
                "GOOGLE_CLOUD_PROJECT": "q",
                "ANTHROPIC_GOOGLE_CLOUD_LOCATION": "l",
                "ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID": "w",
            },
            GoogleCloud,
            {"project": "p", "location": "l", "workspace_id": "w"},
        ),
        ({"GOOGLE_CLOUD_PROJECT": "q"}, GoogleCloud, {"project": "q", "location": "global"}),
    ],
)
def test_the_environment_fills_in_what_is_left_out(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], platform: Any, expected: dict[str, str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    made = platform()

    assert {name: getattr(made, name) for name in expected} == expected


def test_the_region_of_an_aws_profile_is_used(tmp_path: Path) -> None:
    pytest.importorskip("botocore")
    (tmp_path / "aws-config").write_text("[profile work]\nregion = ap-south-1\n")

    assert Bedrock(profile="work").region == "ap-south-1"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Client(platform=Bedrock()), "AWS_REGION"),
        (lambda: Client(platform=BedrockMantle()), "AWS_REGION"),
        (lambda: AWS(region="r"), "ANTHROPIC_AWS_WORKSPACE_ID"),
        (lambda: Vertex(project_id="p"), "CLOUD_ML_REGION"),
        (lambda: Vertex(region="", project_id="p"), "CLOUD_ML_REGION"),
        (lambda: Vertex(region="r", project_id=""), "project_id=''"),
        (lambda: Vertex(region="r", access_token="t"), "project_id="),
        (lambda: Client(platform=GoogleCloud(project="p")), "ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID"),
        (lambda: Client(platform=Foundry(api_key="k")), "ANTHROPIC_FOUNDRY_RESOURCE"),
        (lambda: Bedrock(region="r", access_key="a"), "secret_key="),
        (lambda: Bedrock(region="r", access_key="", secret_key=" "), "access_key= of Bedrock is empty"),
        (lambda: Bedrock(region="r", api_key=""), "api_key= of Bedrock is empty"),
        (lambda: AWS(region="r", workspace_id="w", api_key=" "), "api_key= of AWS is empty"),
        (
            lambda: Client(platform=Bedrock(region="elsewhere.example/#")),
            "region='elsewhere.example/#' cannot stand in a host",
        ),
        (lambda: Client(platform=BedrockMantle(region="a.b")), "region='a.b' cannot"),
        (lambda: Client(platform=AWS(region="a b", workspace_id="w")), "region='a b' cannot"),
        (lambda: Client(platform=Vertex(region="elsewhere.example/", project_id="p")), "cannot stand in a host"),
        (lambda: Client(platform=Foundry(resource="r@elsewhere", api_key="k")), "resource='r@elsewhere' cannot"),
        (lambda: Bedrock(region="r", secret_key="a"), "access_key="),
        (lambda: Bedrock(region="r", session_token="a"), "access_key="),
        (lambda: Bedrock(region="r", api_key="k", access_key="a", secret_key="s"), "not both"),
        (lambda: Client(platform=Bedrock(region="r"), api_key="k"), "part of it"),
        (lambda: Client(platform=Bedrock(region="r"), auth_token="k"), "part of it"),
        (lambda: Client(platform=Bedrock(region="r")).with_options(api_key="k"), "part of it"),
    ],
)
def test_what_is_missing_or_too_much_is_named(make: Callable[[], Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make()


@pytest.mark.parametrize("platform", ["bedrock", Bedrock, object()])
def test_what_is_no_platform_is_refused(platform: Any) -> None:
    with pytest.raises(TypeError, match="platform= takes a platform such as Bedrock"):
        Client(platform=platform)


def test_a_base_url_needs_no_region_for_a_key(on: On, server: Server) -> None:
    on(BedrockMantle(api_key="k")).run(create)

    assert server.received[0].headers["authorization"] == "Bearer k"


# ---- credentials of AWS -------------------------------------------------------------------------------------


def authorization(both: Both, server: Server) -> str:
    server.received.clear()
    both.run(create)
    return server.received[0].headers["authorization"]


def test_keys_given_in_code_win_over_a_key_in_the_environment(
    on: On, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("botocore")
    monkeypatch.setenv("AWS_BEARER_TOKEN_BEDROCK", "KEY-OF-ENVIRONMENT")
    (tmp_path / "aws-credentials").write_text("[work]\naws_access_key_id = OFPROFILE\naws_secret_access_key = x\n")

    assert authorization(on(Bedrock(region="r")), server) == "Bearer KEY-OF-ENVIRONMENT"
    assert "Credential=AKID/" in authorization(on(Bedrock(region="r", **KEYS)), server)
    assert "Credential=OFPROFILE/" in authorization(on(Bedrock(region="r", profile="work")), server)
    assert authorization(on(Bedrock(region="r", api_key="k")), server) == "Bearer k"


def test_the_chain_of_aws_is_asked_last(on: On, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("botocore")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "OFENVIRONMENT")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")

    assert "Credential=OFENVIRONMENT/" in authorization(on(AWS(region="r", workspace_id="w")), server)
    monkeypatch.setenv("ANTHROPIC_AWS_API_KEY", "KEY-OF-ENVIRONMENT")
    assert authorization(on(AWS(region="r", workspace_id="w")), server) == "Bearer KEY-OF-ENVIRONMENT"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_aws_credentials_that_take_too_long_are_left_at_the_deadline(on: On, server: Server, tmp_path: Path) -> None:
    pytest.importorskip("botocore")
    pipe = tmp_path / "keys"
    os.mkfifo(pipe)
    (tmp_path / "aws-config").write_text(f"[profile work]\ncredential_process = cat {pipe}\n")

    def body(client: Any) -> Any:
        with pytest.raises(CallDeadlineError):
            yield create(client)
        pipe.write_text("{}")  # without a reader this would not return

    on(Bedrock(region="r", profile="work"), deadline=0.1).run(body)
    assert server.received == []


def test_no_credentials_at_all_are_said_to_be_missing(on: On, server: Server) -> None:
    pytest.importorskip("botocore")

    def body(client: Any) -> Any:
        with pytest.raises(CredentialsError, match=r"access_key= and secret_key=.*AWS_ACCESS_KEY_ID"):
            yield create(client)

    on(Bedrock(region="r"), max_retries=2).run(body)
    assert server.received == []


def test_a_profile_that_is_not_there_is_named(on: On, server: Server) -> None:
    pytest.importorskip("botocore")

    def body(client: Any) -> Any:
        with pytest.raises(CredentialsError, match="nope"):
            yield create(client)

    on(Bedrock(region="r", profile="nope")).run(body)


def test_the_keys_of_the_api_are_not_sent_to_platforms(on: On, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_KEY", "AUTH_TOKEN", "ADMIN_API_KEY"):
        monkeypatch.setenv(f"ANTHROPIC_{name}", "KEY-OF-THE-API")
    server.replies(reply({"id": "x"}))
    both = on(AWS(region="r", api_key="k", workspace_id="w"))

    both.run(lambda client: client.organization.retrieve())

    assert "KEY-OF-THE-API" not in str(server.received[0].headers)


def test_headers_of_the_environment_are_sent(on: On, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "x-team: blue")

    on(Bedrock(region="r", api_key="k")).run(create)

    assert server.received[0].headers["x-team"] == "blue"


# ---- credentials of Google ----------------------------------------------------------------------------------


@pytest.fixture
def service_account(tmp_path: Path, server: Server) -> Path:
    """A file of application default credentials whose tokens come from `server`."""
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    rsa = pytest.importorskip("cryptography.hazmat.primitives.asymmetric.rsa")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path / "service-account.json"
    path.write_text(
        json.dumps(
            {
                "type": "service_account",
                "project_id": "project-of-adc",
                "private_key_id": "1",
                "private_key": key.decode(),
                "client_email": "sa@project-of-adc.iam.gserviceaccount.com",
                "token_uri": f"{server.url}/token",
            }
        )
    )
    return path


@pytest.mark.parametrize(
    ("platform", "path"),
    [
        (lambda: Vertex(region="us-east5"), "/projects/project-of-adc/locations/us-east5/publishers/"),
        (lambda: GoogleCloud(workspace_id="w"), "/v1/projects/project-of-adc/locations/global/workspaces/w/invoke/"),
    ],
)
def test_the_project_and_tokens_of_application_default_credentials_are_used(
    on: On,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    service_account: Path,
    platform: Callable[[], Any],
    path: str,
) -> None:
    pytest.importorskip("google.auth")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(service_account))
    made = platform()

    def respond(request: Any) -> Any:
        if request.path == "/token":
            return reply({"access_token": "TOKEN-OF-GOOGLE", "expires_in": 3600, "token_type": "Bearer"})
        return reply(MESSAGE)

    server.replies(respond)
    base_url = made.base_url.partition(".com")[2].removeprefix("/v1") if isinstance(made, Vertex) else made.sandbox_path
    base_url = server.url + base_url.removeprefix("/google-cloud")

    def body(client: Any) -> Any:
        for _ in range(3):
            yield create(client)

    on(made, base_url=base_url).run(body)
    token, *calls = server.received
    assert token.path == "/token"
    assert len(calls) == 3
    assert all(call.path.startswith(path) for call in calls)
    assert {call.headers["authorization"] for call in calls} == {"Bearer TOKEN-OF-GOOGLE"}


def test_a_token_that_google_refuses_is_replaced_once(
    on: On, server: Server, monkeypatch: pytest.MonkeyPatch, service_account: Path
) -> None:
    pytest.importorskip("google.auth")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(service_account))
    issued: list[str] = []

    def respond(request: Any) -> Any:
        if request.path == "/token":
            issued.append(f"token-{len(issued) + 1}")
            return reply({"access_token": issued[-1], "expires_in": 3600, "token_type": "Bearer"})
        return reply(MESSAGE) if request.headers["authorization"] == "Bearer token-2" else reply({}, 401)

    server.replies(respond)

    on(Vertex(region="r"), max_retries=1).run(create)

    assert issued == ["token-1", "token-2"]


def test_google_without_credentials_says_what_to_do(
    on: On, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("google.auth")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "missing.json"))

    def body(client: Any) -> Any:
        with pytest.raises(CredentialsError, match="GOOGLE_APPLICATION_CREDENTIALS"):
            yield create(client)

    on(Vertex(region="r")).run(body)
    assert server.received == []


# ---- secrets ------------------------------------------------------------------------------------------------

WITH_SECRETS = [
    Bedrock(region="r", **KEYS),
    BedrockMantle(region="r", api_key="KEY-OF-PLATFORM"),
    AWS(region="r", workspace_id="w", **KEYS),
    Vertex(region="r", project_id="p", access_token="TOKEN-OF-GOOGLE"),
    GoogleCloud(project="p", workspace_id="w", token_provider=lambda: "TOKEN-OF-GOOGLE"),
    Foundry(resource="r", api_key="KEY-OF-PLATFORM"),
]
by_name = {"ids": lambda platform: type(platform).__name__}


@pytest.mark.parametrize("platform", WITH_SECRETS, **by_name)
def test_no_repr_and_no_pickle_has_a_secret(platform: Any) -> None:
    client = Client(platform=platform)

    for shown in (repr(platform), repr(client), repr(client.settings), repr(client.messages)):
        assert not any(secret in shown for secret in SECRETS)
    for value in (platform, client):
        with pytest.raises(TypeError, match="would be in the pickle"):
            pickle.dumps(value)


@pytest.mark.parametrize(
    "platform",
    [Bedrock(region="r", profile="work"), Vertex(region="r", project_id="p"), AWS(region="r", workspace_id="w")],
    **by_name,
)
def test_platforms_without_secrets_can_be_pickled_and_compared(platform: Any) -> None:
    client = Client(platform=platform)

    restored = pickle.loads(pickle.dumps(client))

    assert restored.settings.platform == platform == copy.deepcopy(platform)
    assert hash(platform) == hash(copy.copy(platform))
    assert restored.base_url == client.base_url


@pytest.mark.parametrize("copied", [lambda client: pickle.loads(pickle.dumps(client)), copy.deepcopy])
def test_a_client_may_be_pickled_with_the_secrets_of_its_platform(copied: Any, server: Server) -> None:
    server.replies(reply(MESSAGE))
    platform = Foundry(api_key="a-key")

    with copied(Client(platform=platform, base_url=server.url, pickle_secrets=True)) as client:
        create(client)

    assert server.received[0].headers["api-key"] == "a-key"


def frames(error: BaseException) -> Iterator[dict[str, Any]]:
    seen: BaseException | None = error
    while seen is not None:
        place: TracebackType | None = seen.__traceback__
        while place is not None:
            if "claude_client" in place.tb_frame.f_code.co_filename:
                yield place.tb_frame.f_locals
            place = place.tb_next
        seen = seen.__cause__ or seen.__context__


@pytest.mark.parametrize("platform", WITH_SECRETS, **by_name)
@pytest.mark.parametrize("fault", ["error", "cut"])
def test_no_traceback_and_no_log_has_a_secret(
    on: On, server: Server, caplog: pytest.LogCaptureFixture, platform: Any, fault: str
) -> None:
    from server import Reply

    caplog.set_level("DEBUG", "claude_client")
    server.replies(reply({"message": "no"}, 403) if fault == "error" else Reply(200, [b"{"], {"content-length": "9"}))
    both = on(platform)

    def body(client: Any) -> Any:
        for _ in ("credentials are looked for", "credentials are at hand"):
            with pytest.raises(ClaudeError) as caught:
                yield create(client)
            found = list(frames(caught.value))
            assert found != []
            for text in ("".join(traceback.format_exception(caught.value)), *map(repr, found), caplog.text):
                assert not any(secret in text for secret in SECRETS)

    both.run(body)
    assert "authorization" in caplog.text or "api-key" in caplog.text


def test_copies_of_a_client_share_the_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(platform=Bedrock(region="r", **KEYS))
    copies = [client.with_options(max_retries=5), copy.copy(client), AsyncClient(platform=client.settings.platform)]

    assert len({id(each.settings.platform.authorizer()) for each in [client, *copies]}) == 1


# ---- errors -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrapped", [lambda error: error, lambda error: [error]])
def test_errors_of_google_have_their_message(on: On, server: Server, wrapped: Callable[[Any], Any]) -> None:
    error = {
        "error": {"code": 403, "message": "Permission denied on resource project p.", "status": "PERMISSION_DENIED"}
    }
    server.replies(reply(wrapped(error), 403))

    def body(client: Any) -> Any:
        with pytest.raises(PermissionDeniedError, match=r"^403: Permission denied on resource project p\. \(POST"):
            yield create(client)

    on(Vertex(region="r", project_id="p", access_token="t")).run(body)


def test_errors_of_aws_have_their_message_and_id(on: On, server: Server) -> None:
    server.replies(reply({"message": "The model is not there"}, 404, x_amzn_requestid="req_of_aws"))

    def body(client: Any) -> Any:
        with pytest.raises(ClaudeError, match="The model is not there") as caught:
            yield create(client)
        assert caught.value.request_id == "req_of_aws"

    on(Bedrock(region="r", api_key="k")).run(body)
