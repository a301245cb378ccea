"""Calls passed on to an API and recorded, and served from the recording; another sandbox stands for the API."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from both import Both, entered, items
from claude_client import Client, InternalServerError, NotFoundError, RateLimitError
from claude_client.sandbox import Sandbox

from .asking import body

SECRET = "sk-ant-api03-this-is-the-secret-of-the-recording"


@pytest.fixture
def upstream() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def recorded(told: Sandbox, upstream: Sandbox, client: Client, tmp_path: Path) -> Callable[..., Path]:
    """Records what a function does with the client, and gives the file."""

    def record(act: Callable[[Client], object], **options: Any) -> Path:
        path = tmp_path / "recordings" / "one.json"
        with told.record(upstream=upstream.url, path=path, **options):
            act(client)
        return path

    return record


def talk(client: Client) -> tuple[str, list[str]]:
    """A message and a stream."""
    message = client.messages.create(**body("One?"))
    with client.messages.stream(**body("Two?")) as stream:
        texts = list(stream.text_stream)
    return message.to_json(), texts


def test_calls_go_to_the_api_and_back(told: Sandbox, upstream: Sandbox, recorded: Callable[..., Path]) -> None:
    upstream.reply("From the API", repeat=True)
    seen = []

    recorded(lambda client: seen.append(talk(client)))

    assert '"From the API"' in seen[0][0]
    assert [request.json["messages"][0]["content"] for request in upstream.requests] == ["One?", "Two?"]
    assert len(told.requests) == 2


def test_a_recording_responds_as_the_api_did(
    told: Sandbox, upstream: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    upstream.reply("One.").reply(chunks=["T", "wo", "."])
    seen = []
    path = recorded(lambda client: seen.append(talk(client)))
    upstream.stop()

    with told.replay(path) as replay:
        assert talk(client) == seen[0]

    assert seen[0][1] == ["T", "wo", "."]
    assert (replay.unknown, replay.unused) == ([], [])


def test_a_recording_serves_both_clients(told: Sandbox, both: Both, upstream: Sandbox, tmp_path: Path) -> None:
    def call(client: Any) -> Any:
        message = yield client.messages.create(**body())
        stream = yield entered(client.messages.stream(**body()))
        return message.id, (yield items(stream.text_stream))

    with told.record(upstream=upstream.url, path=tmp_path / "a.json"):
        first = both.run(call)
    with told.replay(tmp_path / "a.json"):
        assert both.run(call) == first


def test_errors_are_recorded_with_their_headers(
    told: Sandbox, upstream: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    def act(client: Client) -> None:
        with pytest.raises(RateLimitError):
            client.messages.create(**body())

    upstream.fail(429, retry_after=7, error_code="enforced_spend_limit_reached")
    path = recorded(act)

    with told.replay(path), pytest.raises(RateLimitError) as caught:
        client.messages.create(**body())

    assert caught.value.response.headers["retry-after"] == "7"


def test_files_and_results_are_recorded_too(
    told: Sandbox, upstream: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    made = upstream.generate_file("a.bin", b"\x00\xff" * 10)

    def act(client: Client) -> list[Any]:
        uploaded = client.files.upload(file=("a.txt", b"content of the file"))
        downloaded = client.files.download(made).read()
        batch = client.messages.batches.create(requests=[{"custom_id": "a", "params": body("One?")}])
        while client.messages.batches.retrieve(batch.id).processing_status != "ended":
            pass
        results = [item.to_json() for item in client.messages.batches.results(batch.id)]
        return [uploaded.id, downloaded, results]

    seen: list[list[Any]] = []
    path = recorded(lambda client: seen.append(act(client)))
    text = path.read_text()

    with told.replay(path):
        assert act(client) == seen[0]
    assert upstream.url not in text
    assert "content of the file" not in text
    assert seen[0][1] == b"\x00\xff" * 10


def test_addresses_in_responses_lead_back_to_the_sandbox(
    told: Sandbox, upstream: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    urls = []

    def act(client: Client) -> None:
        batch = client.messages.batches.create(requests=[{"custom_id": "a", "params": body("One?")}])
        while (url := client.messages.batches.retrieve(batch.id).results_url) is None:
            pass
        urls.append(url)

    path = recorded(act)
    with told.replay(path):
        act(client)

    assert urls[0] == urls[1]
    assert urls[0].startswith(told.url)


def test_a_file_can_be_read_and_has_no_secrets(told: Sandbox, upstream: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    server = {"type": "url", "url": "https://example.com/mcp", "name": "a", "authorization_token": "planted-token"}
    with (
        told.record(upstream=upstream.url, path=path),
        Client(base_url=told.url, api_key=SECRET) as client,
        Client(base_url=told.url, auth_token=f"{SECRET}-2") as other,
    ):
        client.messages.create(**body(f"My key is {SECRET}."), extra_headers={"cookie": "planted-cookie"})
        client.messages.create(**body(mcp_servers=[server]), betas=["mcp-client-2025-04-04"])
        list(other.messages.create(**body("One?"), stream=True))

    text = path.read_text()

    assert "My key is [removed]." in text
    for planted in (SECRET, "planted", "org_", "cookie"):
        assert planted not in text
    first, _, streamed = json.loads(text)["exchanges"]
    assert first["request"]["method"] == "POST"
    assert first["request"]["json"]["model"] == "claude-opus-5"
    lines = [line.strip().rstrip(",") for line in text.splitlines()]
    assert [json.loads(line) for line in lines if line.startswith('{"event"')] == streamed["response"]["events"]


def test_ids_of_organizations_are_kept_when_that_is_asked_for(recorded: Callable[..., Path], upstream: Sandbox) -> None:
    path = recorded(lambda client: client.models.retrieve("claude-opus-5"), organization_ids=True)

    headers = json.loads(path.read_text())["exchanges"][0]["response"]["headers"]

    assert headers["anthropic-organization-id"].startswith("org_")


def test_another_key_can_be_sent_to_the_api(told: Sandbox, tmp_path: Path) -> None:
    with (
        Sandbox(api_keys=[SECRET]) as upstream,
        told.record(upstream=upstream.url, path=tmp_path / "a.json", api_key=SECRET),
        Client(base_url=told.url, auth_token=told.api_key) as client,
    ):
        assert client.models.retrieve("claude-opus-5").id == "claude-opus-5"


def test_what_is_not_recorded_is_refused_with_the_nearest_that_is(
    told: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    path = recorded(talk)

    with told.replay(path) as replay:
        with pytest.raises(NotFoundError) as caught:
            client.with_options(max_retries=3).messages.create(**body("Three?", max_tokens=9))
        told_as = replay.unknown[0].splitlines()

    assert "not_recorded" in str(caught.value.body)
    assert told_as == [
        f"POST /v1/messages is not in {path}. The nearest is number 1, POST /v1/messages:",
        "  json.max_tokens: expected 1024, was 9",
        '  json.messages.0.content: expected "One?", was "Three?"',
    ]
    assert replay.unused == ["1 POST /v1/messages", "2 POST /v1/messages"]
    assert len([request for request in told.requests if request.status == 404]) == 1


def test_the_difference_of_long_texts_is_what_is_shown(
    told: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    path = recorded(lambda client: client.messages.create(**body("x" * 5000 + " one")))

    with told.replay(path) as replay, pytest.raises(NotFoundError):
        client.messages.create(**body("x" * 5000 + " two"))

    assert 'x one", was' in replay.unknown[0]
    assert len(replay.unknown[0]) < 500


def test_an_exchange_is_given_once_unless_it_may_be_repeated(
    told: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    path = recorded(lambda client: client.models.retrieve("claude-opus-5"))

    with told.replay(path):
        client.models.retrieve("claude-opus-5")
        with pytest.raises(NotFoundError, match=r"is once in .*, and was asked for more often"):
            client.models.retrieve("claude-opus-5")
    with told.replay(path, repeat=True):
        for _ in range(3):
            client.models.retrieve("claude-opus-5")


def test_the_same_request_is_served_in_the_order_of_the_recording(
    told: Sandbox, upstream: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    def ask(client: Client) -> list[str]:
        return [client.messages.create(**body()).content[0].text for _ in range(2)]

    upstream.reply("One").reply("Two")
    path = recorded(ask)

    with told.replay(path):
        assert ask(client) == ["One", "Two"]


def test_faults_come_before_a_recording(told: Sandbox, client: Client, recorded: Callable[..., Path]) -> None:
    path = recorded(lambda client: client.models.retrieve("claude-opus-5"))

    with told.replay(path):
        told.fail(500)
        with pytest.raises(InternalServerError):
            client.models.retrieve("claude-opus-5")
        assert client.models.retrieve("claude-opus-5").id == "claude-opus-5"


def test_a_replay_ends_with_its_block_with_stop_and_with_a_reset(
    told: Sandbox, client: Client, recorded: Callable[..., Path]
) -> None:
    path = recorded(lambda client: client.models.retrieve("claude-opus-5"))

    for end in (
        lambda replay: replay.stop(),
        lambda replay: told.reset(),
        lambda replay: replay.__exit__(None, None, None),
    ):
        end(told.replay(path))

        assert client.messages.create(**body()).stop_reason == "end_turn"


def test_an_api_that_is_not_there_is_named(told: Sandbox, client: Client, tmp_path: Path) -> None:
    told.record(upstream="http://127.0.0.1:1", path=tmp_path / "a.json")

    with pytest.raises(InternalServerError, match=r"http://127.0.0.1:1 gave no response"):
        client.models.retrieve("claude-opus-5")
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize("content", ["", "[]", '{"recording": 9}'])
def test_a_file_that_is_no_recording_is_refused(told: Sandbox, tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)

    with pytest.raises(ValueError, match="a.json is not a recording"):
        told.replay(path)


def test_a_recording_needs_no_key(told: Sandbox, recorded: Callable[..., Path]) -> None:
    path = recorded(lambda client: client.models.retrieve("claude-opus-5"))

    with told.replay(path):
        assert httpx.get(f"{told.url}/v1/models/claude-opus-5").status_code == 200
