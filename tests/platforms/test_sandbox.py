"""Everything that a client can do with messages, through each platform, on the sandbox."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from pydantic import BaseModel

import claude_client
from both import Both, entered, items
from claude_client import AsyncClient, Client, OverloadedError, RateLimitError, StreamInterruptedError, tool
from claude_client.platforms import AWS, Bedrock, BedrockMantle, Foundry, GoogleCloud, Vertex
from claude_client.sandbox import AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, Sandbox
from claude_client.sandbox.platforms import aws_frames
from platform_replies import EVENTS, MESSAGE, event_stream
from server import Server, reply

QUESTION: Any = [{"role": "user", "content": "When is high tide?"}]
KEYS: Any = {"region": "us-east-1", "access_key": AWS_ACCESS_KEY_ID, "secret_key": AWS_SECRET_ACCESS_KEY}
PLATFORMS: dict[str, Callable[[], Any]] = {
    "/bedrock": lambda: Bedrock(**KEYS),
    "/bedrock-mantle": lambda: BedrockMantle(**KEYS),
    "/aws": lambda: AWS(**KEYS, workspace_id="w"),
    "/vertex": lambda: Vertex(region="global", project_id="p", access_token="t"),
    "/google-cloud/v1/projects/p/locations/global": lambda: GoogleCloud(
        project="p", workspace_id="w", token_provider=lambda: "t"
    ),
    "/foundry": lambda: Foundry(api_key="k"),
}
OPUS = {"/bedrock": "us.anthropic.claude-opus-4-5-20251101-v1:0", "/vertex": "claude-opus-4-5@20251101"}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    pytest.importorskip("botocore")
    with Sandbox() as running:
        yield running


@pytest.fixture(params=PLATFORMS)
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, sandbox: Sandbox, address: str) -> Both:
    return Both(request.param, platform=PLATFORMS[address](), base_url=sandbox.url + address, max_retries=0)


class Tide(BaseModel):
    harbour: str
    hour: int


@tool
def get_tide(harbour: str) -> str:
    """The time of high tide.

    Args:
        harbour: The harbour.
    """
    return f"18:42 in {harbour}"


def test_everything_works_that_works_on_the_api(both: Both, sandbox: Sandbox, address: str) -> None:
    params: Any = {"model": OPUS.get(address, "claude-opus-5"), "max_tokens": 100, "messages": QUESTION}

    def body(client: Any) -> Any:
        sandbox.reply("At six.").reply("At seven.").reply(tool_use=("get_tide", {"harbour": "Galway"}))
        sandbox.reply("At 18:42.").reply('{"harbour": "Galway", "hour": 18}').reply("Raw.").reply("Late.")
        message = yield client.messages.create(**params)
        assert (message.text, message._request_id is None) == ("At six.", False)

        stream = yield entered(client.messages.stream(**params))
        yield items(stream)
        assert stream.current_message_snapshot.text == "At seven."

        run = client.messages.run_tools(**params, tools=[get_tide])
        assert (yield run.until_done()).text == "At 18:42."

        parsed = yield client.messages.parse(**params, output_format=Tide)
        assert parsed.parsed_output == Tide(harbour="Galway", hour=18)

        raw = yield client.with_raw_response.messages.create(**params)
        assert raw.status_code == 200
        assert (yield raw.parse()).text == "Raw."

        other = client.with_options(deadline=30.0, default_headers={"x-team": "blue"})
        assert (yield other.messages.create(**params)).text == "Late."
        counted = yield client.messages.count_tokens(model=params["model"], messages=QUESTION)
        assert counted.input_tokens > 0

    both.run(body)
    assert sandbox.unused_replies == []


def test_faults_end_in_the_same_errors_as_on_the_api(both: Both, sandbox: Sandbox, address: str) -> None:
    params: Any = {"model": OPUS.get(address, "claude-opus-5"), "max_tokens": 100, "messages": QUESTION}

    def body(client: Any) -> Any:
        sandbox.fail(429, message="slow down")
        with pytest.raises(RateLimitError, match="slow down"):
            yield client.messages.create(**params)

        for fault, error in (("no-message-stop", StreamInterruptedError), ("error-event", OverloadedError)):
            if address == "/bedrock" and fault == "error-event":
                error = claude_client.ServiceUnavailableError  # Bedrock has no other name for it
            sandbox.fail(fault, after_events=5)
            stream = yield entered(client.messages.stream(**params))
            with pytest.raises(error) as caught:
                yield items(stream)
            assert caught.value.partial is not None

        sandbox.fail("error-event", after_events=0)
        retrying = client.with_options(max_retries=1)
        events = yield items((yield retrying.messages.create(**params, stream=True)))
        assert events[-1].type == "message_stop"

    both.run(body)


@pytest.mark.parametrize("how", ["sync", "asyncio"])
@pytest.mark.parametrize(
    "platform",
    [
        AWS(**KEYS, workspace_id="w"),
        AWS(region="r", api_key="k", workspace_id="w"),
        GoogleCloud(project="p", workspace_id="w", token_provider=lambda: "t"),
    ],
    ids=["signed", "key", "token"],
)
def test_one_credential_of_a_platform_is_for_the_organization_too(how: Any, platform: Any, sandbox: Sandbox) -> None:
    def body(client: Any) -> Any:
        assert (yield client.models.list()).data
        assert (yield client.organization.users.list()).data

    Both(how, platform=platform, base_url=sandbox.url + platform.sandbox_path).run(body)


@pytest.mark.parametrize("how", ["sync", "asyncio"])
def test_bedrock_completes_text(how: Any, sandbox: Sandbox) -> None:
    params: Any = {"model": "anthropic.claude-opus-5", "max_tokens_to_sample": 20}
    params["prompt"] = "\n\nHuman: Hi\n\nAssistant:"

    def body(client: Any) -> Any:
        whole = yield client.completions.create(**params)
        streamed = yield items((yield client.completions.create(**params, stream=True)))
        assert "".join(each.completion for each in streamed) == whole.completion
        assert streamed[-1].stop_reason == whole.stop_reason == "max_tokens"

    Both(how, platform=Bedrock(**KEYS), base_url=sandbox.url + "/bedrock").run(body)


# ---- the official names -------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "Async"])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("AnthropicBedrock", {"aws_region": "r"}),
        ("AnthropicBedrockMantle", {"aws_region": "r"}),
        ("AnthropicAWS", {"aws_region": "r", "workspace_id": "w"}),
        ("AnthropicVertex", {"region": "r", "project_id": "p"}),
        ("AnthropicGoogleCloud", {"project": "p", "workspace_id": "w"}),
        ("AnthropicFoundry", {"resource": "r"}),
    ],
)
def test_the_official_names_make_clients(prefix: str, name: str, options: Any) -> None:
    kind = getattr(claude_client, prefix + name)
    client = kind(**options, max_retries=7, default_headers={"x-a": "1"})

    assert isinstance(client, AsyncClient if prefix else Client)
    assert type(client.settings.platform).__name__ == name.removeprefix("Anthropic")
    for other in (client.with_options(timeout=5), copy.copy(client)):
        assert type(other) is kind
        assert (other.max_retries, other.settings.platform) == (7, client.settings.platform)


def test_the_resource_of_foundry_and_an_address_exclude_each_other() -> None:
    with pytest.raises(ValueError, match="not both"):
        claude_client.AnthropicFoundry(resource="r", base_url="https://x.example", api_key="k")


def test_a_plain_client_loads_nothing_of_platforms_and_credentials() -> None:
    code = (
        "import sys\n"
        "from claude_client import Client\n"
        "client = Client(api_key='x', base_url='http://127.0.0.1:9', max_retries=0)\n"
        "try:\n"
        "    client.models.retrieve('m')\n"
        "except Exception as error:\n"
        "    assert type(error).__name__ == 'ConnectionFailedError', error\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('claude_client.platforms', "
        "'claude_client.credentials', 'claude_client.core.platform', 'botocore', 'google'))))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


# ---- credentials that end, and other libraries -----------------------------------------------------------


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_credentials_of_aws_are_fetched_once_for_all_calls_that_wait(
    backend: str, server: Server, tmp_path: Path
) -> None:
    pytest.importorskip("botocore")
    server.replies(reply(MESSAGE))
    script = tmp_path / "credentials.py"
    script.write_text(
        "import json, sys\n"
        f"open({str(tmp_path / 'asked')!r}, 'a').write('x')\n"
        "print(json.dumps({'Version': 1, 'AccessKeyId': 'AKID', 'SecretAccessKey': 's', 'SessionToken': 't',"
        " 'Expiration': '2999-01-01T00:00:00Z'}))\n"
    )
    (tmp_path / "aws-config").write_text(f"[profile work]\ncredential_process = {sys.executable} {script}\n")
    platform = Bedrock(region="r", profile="work")

    async def main() -> None:
        async with AsyncClient(platform=platform, base_url=server.url) as client, anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(lambda: client.messages.create(model="m", max_tokens=1, messages=QUESTION))

    anyio.run(main, backend=backend)

    assert (tmp_path / "asked").read_text() == "x"
    assert {request.headers["x-amz-security-token"] for request in server.received} == {"t"}


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """The threads in which botocore signed."""
    auth = pytest.importorskip("botocore.auth")
    threads: list[threading.Thread] = []
    add_auth = auth.SigV4Auth.add_auth

    def noting(self: Any, request: Any) -> None:
        threads.append(threading.current_thread())
        add_auth(self, request)

    monkeypatch.setattr(auth.SigV4Auth, "add_auth", noting)
    return threads


def create_in_turn(platform: Bedrock, server: Server, *questions: str) -> None:
    server.replies(reply(MESSAGE))

    async def main() -> None:
        async with AsyncClient(platform=platform, base_url=server.url) as client:
            for question in questions:
                await client.messages.create(
                    model="m", max_tokens=1, messages=[{"role": "user", "content": question}], deadline=60
                )

    anyio.run(main)


def test_only_small_requests_are_signed_on_the_event_loop_and_only_when_credentials_are_at_hand(
    server: Server, signed_in: list[threading.Thread]
) -> None:
    create_in_turn(Bedrock(**KEYS), server, "first", "small", "large" * 20_000)

    assert [thread is threading.main_thread() for thread in signed_in] == [False, True, False]


def test_credentials_that_end_soon_are_not_renewed_on_the_event_loop(
    server: Server, tmp_path: Path, signed_in: list[threading.Thread]
) -> None:
    ends = (datetime.now(timezone.utc) + timedelta(minutes=5)).isoformat()
    keys = {"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": ends}
    (tmp_path / "keys.json").write_text(json.dumps(keys))
    (tmp_path / "aws-config").write_text(f"[profile work]\ncredential_process = cat {tmp_path / 'keys.json'}\n")

    create_in_turn(Bedrock(region="r", profile="work"), server, "first", "second")

    assert [thread is threading.main_thread() for thread in signed_in] == [False, False]


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_a_given_http_client_sends_signed_requests(sandbox: Sandbox, library: str) -> None:
    http: Any = httpx if library == "httpx" else pytest.importorskip("httpx2")
    given = http.Client()
    with Client(platform=AWS(**KEYS, workspace_id="w"), base_url=f"{sandbox.url}/aws", http_client=given) as client:
        uploaded = client.files.upload(file=("a.txt", b"some text" * 1000, "text/plain"))
        message = client.messages.create(model="claude-opus-5", max_tokens=9, messages=QUESTION)

    assert uploaded.size_bytes == 9000
    assert message.text


def test_a_given_http_client_reads_event_streams(server: Server) -> None:
    server.replies(event_stream(*map(aws_frames.event, EVENTS)))
    platform = Bedrock(region="r", api_key="k")
    with Client(platform=platform, base_url=server.url, http_client=httpx.Client()) as client:
        events = list(client.messages.create(model="m", max_tokens=9, messages=QUESTION, stream=True))

    assert len(events) == len(EVENTS)
