"""Drives a sandbox with the official Python package, through every endpoint that both of them have.

Not a test: `test_official_clients.py` runs it in the environment that has the package, as
`ANTHROPIC_BASE_URL=... ANTHROPIC_API_KEY=... ANTHROPIC_ADMIN_API_KEY=... python official.py`. It prints a line for each
step that went as it does on the API, and ends with the first that did not.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import sys
import time
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

sys.path.append(str(Path(__file__).parents[1]))  # after all others: there are folders named as modules of Python

import anthropic
from anthropic import Anthropic, AsyncAnthropic, beta_async_tool, beta_tool
from pydantic import BaseModel

import walks

MODEL = "claude-opus-5"
QUESTION: Any = [{"role": "user", "content": "Why is the sea blue?"}]
WEATHER: Any = {
    "name": "get_weather",
    "description": "The weather in a city.",
    "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}
FACTS = json.loads((Path(__file__).parents[2] / "scripts" / "facts" / "openapi.json").read_text("utf-8"))
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SKILL: Any = [("greeting/SKILL.md", b"---\nname: greeting\ndescription: Greets.\n---\nSay hello.\n")]

client = Anthropic(max_retries=0)
admin = Anthropic(max_retries=0, api_key=os.environ["ANTHROPIC_ADMIN_API_KEY"])


class Weather(BaseModel):
    city: str
    degrees: int


@beta_tool
def get_weather(city: str) -> str:
    """The weather in a city.

    Args:
        city: The name of the city.
    """
    return f"sunny in {city}"


@beta_async_tool
async def get_tide(harbour: str) -> str:
    """The tide in a harbour.

    Args:
        harbour: The name of the harbour.
    """
    return f"high in {harbour}"


def step(name: str) -> None:
    print(f"ok  {name}", flush=True)


def text(message: Any) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


@contextmanager
def refused(error: type[anthropic.APIStatusError]) -> Generator[list[Any]]:
    """What is done inside has to end in the error, which is put into the list."""
    found: list[Any] = []
    try:
        yield found
    except error as raised:
        found.append(raised)
    else:
        raise AssertionError(f"no {error.__name__} was raised")


# ---- messages


def messages() -> None:
    message = client.messages.create(model=MODEL, max_tokens=500, messages=QUESTION)
    assert message.role == "assistant"
    assert message.stop_reason == "end_turn"
    assert "Why is the sea blue?" in text(message)
    assert message._request_id
    step("messages.create")

    raw = client.messages.with_raw_response.create(model=MODEL, max_tokens=500, messages=QUESTION)
    assert raw.headers["request-id"].startswith("req_")
    assert int(raw.headers["anthropic-ratelimit-requests-limit"]) > 0
    assert text(raw.parse()) == text(message)
    step("messages.with_raw_response.create")

    events = [
        event.type for event in client.messages.create(model=MODEL, max_tokens=500, messages=QUESTION, stream=True)
    ]
    assert events[0] == "message_start"
    assert events[-1] == "message_stop"
    step("messages.create(stream=True)")

    with client.messages.stream(model=MODEL, max_tokens=500, messages=QUESTION) as stream:
        pieces = list(stream.text_stream)
    assert len(pieces) > 1
    assert "".join(pieces) == stream.get_final_text() == text(message)
    assert stream.get_final_message().usage.output_tokens == message.usage.output_tokens
    step("messages.stream")

    thinking: Any = {"type": "adaptive"}
    with client.messages.stream(model=MODEL, max_tokens=2000, messages=QUESTION, thinking=thinking) as stream:
        thought = [event.thinking for event in stream if event.type == "thinking"]
        final = stream.get_final_message()
    assert final.content[0].type == "thinking"
    assert final.content[0].thinking == "".join(thought)
    assert final.content[0].signature
    history: Any = [
        *QUESTION,
        {"role": "assistant", "content": final.content},
        {"role": "user", "content": "And green?"},
    ]
    assert "turn 2" in text(client.messages.create(model=MODEL, max_tokens=500, messages=history))
    step("messages.stream(thinking=...) and its continuation")

    short = client.messages.create(model=MODEL, max_tokens=5, messages=QUESTION)
    assert short.stop_reason == "max_tokens"
    stopped = client.messages.create(model=MODEL, max_tokens=500, messages=QUESTION, stop_sequences=["sea"])
    assert (stopped.stop_reason, stopped.stop_sequence) == ("stop_sequence", "sea")
    step("messages.create(max_tokens=5), (stop_sequences=...)")

    counted = client.messages.count_tokens(model=MODEL, messages=QUESTION)
    assert counted.input_tokens == message.usage.input_tokens
    assert client.beta.messages.count_tokens(model=MODEL, messages=QUESTION).input_tokens == counted.input_tokens
    step("messages.count_tokens")

    attached: Any = [
        {
            "type": "image",
            "source": {"type": "base64", "media_type": "image/png", "data": base64.b64encode(PIXEL).decode()},
        },
        {
            "type": "document",
            "source": {"type": "text", "media_type": "text/plain", "data": "Grass is green."},
            "citations": {"enabled": True},
        },
        {"type": "text", "text": "What is green?"},
    ]
    cited = client.messages.create(model=MODEL, max_tokens=500, messages=[{"role": "user", "content": attached}])
    citations = [c for block in cited.content if block.type == "text" for c in block.citations or []]
    assert citations[0].cited_text == "Grass is green."
    step("messages.create with an image and a cited document")


def tools() -> None:
    asked: Any = [{"role": "user", "content": "What is the weather in Oslo?"}]
    message = client.messages.create(model=MODEL, max_tokens=500, messages=asked, tools=[WEATHER])
    assert message.stop_reason == "tool_use"
    use = message.content[-1]
    assert use.type == "tool_use"
    assert (use.name, list(use.input)) == ("get_weather", ["city"])
    result: Any = {"type": "tool_result", "tool_use_id": use.id, "content": "rain"}
    history: Any = [*asked, {"role": "assistant", "content": message.content}, {"role": "user", "content": [result]}]
    message = client.messages.create(model=MODEL, max_tokens=500, messages=history, tools=[WEATHER])
    assert "get_weather answered: rain" in text(message)
    step("messages.create(tools=...)")

    with client.messages.stream(model=MODEL, max_tokens=500, messages=asked, tools=[WEATHER]) as stream:
        parts = [event.partial_json for event in stream if event.type == "input_json"]
        streamed = stream.get_final_message().content[-1]
    assert parts
    assert streamed.type == "tool_use"
    assert streamed.input == use.input
    step("messages.stream(tools=...)")

    parsed = client.messages.parse(model=MODEL, max_tokens=500, messages=asked, output_format=Weather)
    assert isinstance(parsed.parsed_output, Weather)
    step("messages.parse")
    with client.messages.stream(model=MODEL, max_tokens=500, messages=asked, output_format=Weather) as stream:
        assert isinstance(stream.get_final_message().parsed_output, Weather)
    step("messages.stream(output_format=...)")
    assert isinstance(
        client.beta.messages.parse(model=MODEL, max_tokens=500, messages=asked, output_format=Weather).parsed_output,
        Weather,
    )
    step("beta.messages.parse")

    search: Any = {"type": "web_search_20250305", "name": "web_search"}
    found = client.messages.create(
        model=MODEL, max_tokens=500, messages=[{"role": "user", "content": "Search for news."}], tools=[search]
    )
    assert [block.type for block in found.content][:2] == ["server_tool_use", "web_search_tool_result"]
    step("messages.create with a tool of the server")


def runners() -> None:
    asked: Any = [{"role": "user", "content": "What is the weather in Oslo?"}]
    for thread in ({}, {"thread": False}):
        runner = client.beta.messages.tool_runner(
            model=MODEL, max_tokens=500, messages=asked, tools=[get_weather], **thread
        )
        said = [message.stop_reason for message in runner]
        assert said == ["tool_use", "end_turn"]
        assert "get_weather answered: sunny in" in text(runner.until_done())
        step(f"beta.messages.tool_runner({', '.join(f'{name}={value}' for name, value in thread.items())})")

    streams = client.beta.messages.tool_runner(
        model=MODEL, max_tokens=500, messages=asked, tools=[get_weather], stream=True
    )
    last = [stream.get_final_message() for stream in streams][-1]
    assert "get_weather answered: sunny in" in text(last)
    step("beta.messages.tool_runner(stream=True)")

    thread = client.beta.messages.thread(model=MODEL, max_tokens=500, system="Be kind.")
    assert "turn 2" not in text(thread.send({"role": "user", "content": "My name is Ada."}))
    assert "turn 2" in text(thread.send({"role": "user", "content": "What is my name?"}))
    with thread.stream({"role": "user", "content": "Why?"}) as stream:
        stream.until_done()
    assert "turn 3" in text(stream.get_final_message())
    fork = thread.fork()
    assert "turn 4" in text(thread.send({"role": "user", "content": "How?"}))
    assert "turn 4" in text(fork.send({"role": "user", "content": "When?"}))
    step("beta.messages.thread, continued, streamed and forked")


# ---- batches, models


def batches() -> None:
    requests: Any = [
        {"custom_id": "good", "params": {"model": MODEL, "max_tokens": 100, "messages": QUESTION}},
        {"custom_id": "wrong", "params": {"model": "no-such-model", "max_tokens": 100, "messages": QUESTION}},
    ]
    for resource in (client.messages.batches, client.beta.messages.batches):
        name = "beta.messages.batches" if resource is not client.messages.batches else "messages.batches"
        batch = resource.create(requests=requests)
        assert batch.processing_status == "in_progress"
        assert batch.id in [each.id for each in resource.list(limit=5)]
        deadline = time.monotonic() + 30
        while resource.retrieve(batch.id).processing_status != "ended":
            assert time.monotonic() < deadline
        ended = resource.retrieve(batch.id)
        assert (ended.request_counts.succeeded, ended.request_counts.errored) == (1, 1)
        results = {line.custom_id: line.result for line in resource.results(batch.id)}
        assert {id: result.type for id, result in results.items()} == {"good": "succeeded", "wrong": "errored"}
        assert "Why is the sea blue?" in text(results["good"].message)
        assert resource.delete(batch.id).type == "message_batch_deleted"
        with refused(anthropic.NotFoundError):
            resource.retrieve(batch.id)
        canceled = resource.create(requests=requests)
        assert resource.cancel(canceled.id).processing_status in ("canceling", "ended")
        step(f"{name}.create, .list, .retrieve, .results, .cancel, .delete")


def models() -> None:
    for resource in (client.models, client.beta.models):
        every = list(resource.list(limit=2))
        assert len(every) > 2
        assert len({model.id for model in every}) == len(every)
        found = resource.retrieve(MODEL)
        assert found.id == MODEL
        assert found.display_name
        with refused(anthropic.NotFoundError):
            resource.retrieve("no-such-model")
    step("models.list, .retrieve")


# ---- files, skills


def files() -> None:
    for resource in (client.files, client.beta.files):
        name = "beta.files" if resource is not client.files else "files"
        uploads = [resource.upload(file=(f"{n}.txt", f"Text {n}.".encode(), "text/plain")) for n in range(3)]
        first = uploads[0]
        assert (first.filename, first.mime_type, first.size_bytes) == ("0.txt", "text/plain", 7)
        assert {each.id for each in uploads} <= {each.id for each in resource.list(limit=2)}
        assert resource.retrieve_metadata(first.id).id == first.id
        with refused(anthropic.BadRequestError):
            resource.download(first.id)
        assert resource.delete(first.id).id == first.id
        with refused(anthropic.NotFoundError):
            resource.retrieve_metadata(first.id)
        step(f"{name}.upload, .list, .retrieve_metadata, .delete")

    code: Any = {"type": "code_execution_20250825", "name": "code_execution"}
    asked: Any = [{"role": "user", "content": "Write a file with Python."}]
    message = client.messages.create(model=MODEL, max_tokens=500, messages=asked, tools=[code])
    result: Any = message.content[1]
    made = result.content.content[0].file_id
    assert client.files.download(made).read() == b"Write a file with Python.\n"
    with client.files.with_streaming_response.download(made) as response:
        assert b"".join(response.iter_bytes()) == b"Write a file with Python.\n"
    assert client.beta.files.download(made).read() == b"Write a file with Python.\n"
    step("files.download of a file that code made")

    kept = client.files.upload(file=("kept.txt", b"Grass is green.", "text/plain"))
    named: Any = {"type": "document", "source": {"type": "file", "file_id": kept.id}}
    content: Any = [named, {"type": "text", "text": "What is green?"}]
    message = client.messages.create(model=MODEL, max_tokens=500, messages=[{"role": "user", "content": content}])
    assert "Grass is green." in text(message)
    step("messages.create with an uploaded file")


def skills() -> None:
    for resource in (client.skills, client.beta.skills):
        name = "beta.skills" if resource is not client.skills else "skills"
        skill = resource.create(files=SKILL, display_name=f"Greeting of {name}")
        assert skill.display_name == f"Greeting of {name}"
        assert skill.id in [each.id for each in resource.list(limit=2)]
        assert {each.source.type for each in resource.list(source="anthropic")} == {"anthropic"}
        assert resource.retrieve(skill.id).latest_version_id == skill.latest_version_id
        version = resource.versions.create(skill.id, files=SKILL)
        assert (version.name, version.description) == ("greeting", "Greets.")
        assert len(list(resource.versions.list(skill.id, limit=1))) == 2
        assert resource.versions.retrieve("latest", skill_id=skill.id).id == version.id
        if resource is client.beta.skills:
            assert client.beta.skills.versions.download(version.id, skill_id=skill.id).read()[:2] == b"PK"
        assert resource.versions.delete(version.id, skill_id=skill.id).type == "skill_version_deleted"
        assert resource.delete(skill.id).type == "skill_deleted"
        with refused(anthropic.NotFoundError):
            resource.retrieve(skill.id)
        step(f"{name}.create, .list, .retrieve, .delete, .versions")


# ---- the organization


def organization(organization: Any, name: str) -> None:
    assert organization.retrieve().type == "organization"

    users = list(organization.users.list(limit=1))
    user = next(each for each in users if each.name == "Grace Hopper")
    assert organization.users.retrieve(user.id).email == user.email
    assert organization.users.update(user.id, role="billing").role == "billing"
    assert organization.users.update(user.id, role="user").role == "user"
    step(f"{name}.users.list, .retrieve, .update")

    email = f"{name.replace('.', '-')}@example.com"
    invite = organization.invites.create(email=email, role="user")
    assert (invite.email, invite.status) == (email, "pending")
    assert invite.id in [each.id for each in organization.invites.list(limit=1)]
    assert organization.invites.retrieve(invite.id).id == invite.id
    assert organization.invites.delete(invite.id).type == "invite_deleted"
    step(f"{name}.invites.create, .list, .retrieve, .delete")

    workspace = organization.workspaces.create(name=f"Of {name}"[:40])
    assert workspace.id in [each.id for each in organization.workspaces.list(limit=1)]
    assert organization.workspaces.retrieve(workspace.id).name == workspace.name
    assert organization.workspaces.update(workspace.id, name="Renamed").name == "Renamed"
    members = organization.workspaces.members
    assert members.add(workspace.id, user_id=user.id, workspace_role="workspace_user").user_id == user.id
    assert [each.user_id for each in members.list(workspace.id)] == [user.id]
    assert members.retrieve(user.id, workspace_id=workspace.id).workspace_role == "workspace_user"
    changed = members.update(user.id, workspace_id=workspace.id, workspace_role="workspace_developer")
    assert changed.workspace_role == "workspace_developer"
    assert members.remove(user.id, workspace_id=workspace.id).type == "workspace_member_deleted"
    step(f"{name}.workspaces.members.add, .list, .retrieve, .update, .remove")
    assert organization.workspaces.archive(workspace.id).archived_at is not None
    step(f"{name}.workspaces.create, .list, .retrieve, .update, .archive")

    keys = list(organization.api_keys.list(limit=1))
    assert organization.api_keys.retrieve(keys[0].id).name == keys[0].name
    assert organization.api_keys.update(keys[0].id, name="A new name").name == "A new name"
    step(f"{name}.api_keys.list, .retrieve, .update")


def leaving() -> None:
    users = list(admin.organization.users.list())
    gone = next(each for each in users if each.name == "Grace Hopper")
    assert admin.organization.users.remove(gone.id).type == "user_deleted"
    with refused(anthropic.NotFoundError):
        admin.organization.users.retrieve(gone.id)
    step("organization.users.remove")


# ---- errors


def errors() -> None:
    wrong: Any = {"model": MODEL, "max_tokens": -1, "messages": QUESTION}
    with refused(anthropic.BadRequestError) as found:
        client.messages.create(**wrong)
    (error,) = found
    assert error.body["error"]["type"] == "invalid_request_error"
    assert error.request_id.startswith("req_")
    with refused(anthropic.AuthenticationError):  # the sandbox takes every key, unless it is told not to
        client.models.list(extra_headers={"x-sandbox-fault": "401"})
    with refused(anthropic.PermissionDeniedError):
        client.organization.retrieve()
    step("errors: 400, 401, 403")


# ---- the same, asynchronously


async def asynchronously() -> None:
    async with AsyncAnthropic(max_retries=0) as asynchronous:
        async with asynchronous.messages.stream(model=MODEL, max_tokens=500, messages=QUESTION) as stream:
            pieces = [piece async for piece in stream.text_stream]
        assert len(pieces) > 1
        assert len([model async for model in asynchronous.models.list(limit=2)]) > 2
        step("AsyncAnthropic: messages.stream, models.list")
        asked: Any = [{"role": "user", "content": "What is the tide in Galway?"}]
        runner = asynchronous.beta.messages.tool_runner(model=MODEL, max_tokens=500, messages=asked, tools=[get_tide])
        assert "get_tide answered: high in" in text(await runner.until_done())
        step("AsyncAnthropic: beta.messages.tool_runner")


# ---- every area, as in the tests of our own clients


async def sessions() -> None:
    """An agent's session whose tool runs here, and a worker for a queue; both are asynchronous only there."""
    from anthropic.lib.environments import EnvironmentWorker

    @beta_async_tool
    async def get_tide(harbour: str) -> str:
        """The tide of a harbour."""
        return f"{harbour}: 5 m"

    async with AsyncAnthropic(max_retries=0) as asynchronous:
        beta = asynchronous.beta
        agent = await beta.agents.create(name="Tides", model=MODEL, tools=[walks.TIDE])
        environment = await beta.environments.create(name="Harbour", config={"type": "self_hosted"})
        ids: Any = {"agent": agent.id, "environment_id": environment.id, "initial_events": [walks.ASK]}

        session = await beta.sessions.create(**ids)
        calls = [call async for call in beta.sessions.events.tool_runner(session.id, tools=[get_tide], max_idle=0.3)]
        assert [(call.name, call.posted, call.is_error) for call in calls] == [("get_tide", True, False)]
        events = [event async for event in beta.sessions.events.list(session.id)]
        assert events[-1].type == "session.status_idle"
        assert events[-1].stop_reason.type == "end_turn"
        step("beta.sessions.events.tool_runner")

        async for item in beta.environments.work.poller(environment_id=environment.id, environment_key="k", drain=True):
            assert item.data.id == session.id
        session = await beta.sessions.create(**ids)
        worker = EnvironmentWorker(
            asynchronous, environment_id=environment.id, environment_key="k", tools=[get_tide], max_idle=0.3
        )
        running = asyncio.create_task(worker.run())
        # What is waited for is in another process.
        while not await _is_done(beta, session.id):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        step("beta.environments.work.poller and EnvironmentWorker")


async def _is_done(beta: Any, session_id: str) -> bool:
    events = [event async for event in beta.sessions.events.list(session_id)]
    return events[-1].type == "session.status_idle" and events[-1].stop_reason.type == "end_turn"


class Official(walks.Api):
    """Calls the package by the names of operations, on the client or on its `beta`."""

    called: ClassVar[set[tuple[str, bool]]] = set()

    def __init__(self, *, beta: bool) -> None:
        super().__init__()
        self.beta = beta

    def __call__(self, operation: str, **arguments: Any) -> Any:
        method = find(operation, beta=self.beta)
        # What only one of the two has is called there.
        beta = self.beta if method else not self.beta
        self.called.add((operation, beta))
        return (method or find(operation, beta=beta))(**arguments)

    def control(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{os.environ['ANTHROPIC_BASE_URL']}/_sandbox/{name}", json.dumps(body).encode(), method="POST"
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def list(self, lines: Any) -> Any:
        return list(lines)


def find(operation: str, *, beta: bool) -> Any:
    """What an operation is called by; None where there is no such thing."""
    path = operation.removeprefix("admin.")
    found: Any = client
    if path != operation:
        found, path = admin, f"organization.{path.removeprefix('organization.')}"
    for name in path.split("."):
        found = getattr(found.beta if beta and found in (client, admin) else found, name, None)
    return found


def areas() -> None:
    for steps in walks.OFFICIAL:
        for beta in (False, True):
            walks.go(steps(Official(beta=beta)))
        step(f"all of {steps.__name__}, stable and beta")
    ids = [each["operationId"] for verbs in FACTS["paths"].values() for each in verbs.values()]
    there = {(each, beta) for each in ids for beta in (False, True) if find(each, beta=beta)}
    assert Official.called == there, Official.called ^ there
    step(f"{len(there)} methods of {len({each for each, _ in there})} operations")


messages()
tools()
runners()
batches()
models()
files()
skills()
organization(admin.organization, "organization")
organization(admin.beta.organization, "beta.organization")
leaving()
areas()
asyncio.run(sessions())
errors()
asyncio.run(asynchronously())
