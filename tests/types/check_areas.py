"""What type checkers see of the areas that are written from the facts: values, pages, unions, streams, and mistakes."""

from __future__ import annotations

from typing_extensions import assert_type

from claude_client import AsyncClient, AsyncPage, AsyncStream, Client, Page, Response, Stream
from claude_client.sessions import (
    AsyncEnvironmentWorker,
    AsyncSessionToolRunner,
    AsyncWorkPoller,
    EnvironmentWorker,
    SessionToolRunner,
    WorkPoller,
)
from claude_client.types import (
    Agent,
    ClaudeTagBundleTarget,
    CustomToolInputSchemaParam,
    SelfHostedWork,
    Session,
    SessionEvent,
    StreamSessionEvents,
)


def blocking(client: Client) -> None:
    agent = client.beta.agents.create(name="a", model="claude-opus-5")
    assert_type(agent, Agent)
    session = client.sessions.create(agent=agent.id, environment_id="env_1", vault_ids=["v"])
    assert_type(session, Session)
    assert_type(client.sessions.events.list(session.id), Page[SessionEvent])
    assert_type(client.sessions.list(created_at_gte="2026-11-01T00:00:00Z").prev_page, str | None)
    assert_type(client.environments.work.poll("env_1"), SelfHostedWork | None)
    assert_type(client.with_raw_response.sessions.retrieve("s"), Response[Session])
    target = client.organization.claude_tag.bundles.targets.retrieve("t", bundle_id="b")
    assert_type(target, ClaudeTagBundleTarget)
    given = client.organization.claude_tag.bundles.targets.create(
        "b", target={"type": "slack_channel", "slack_channel_id": "c"}
    )
    assert_type(given, ClaudeTagBundleTarget)
    schema: CustomToolInputSchemaParam = {"type": "object", "required": ["a"]}
    client.agents.create(
        name="a",
        model="claude-opus-5",
        tools=[
            {"type": "custom", "name": "a", "description": "d", "input_schema": schema},
            {
                "type": "custom",
                "name": "b",
                "description": "d",
                "input_schema": {"type": "object", "additionalProperties": False},  # any keyword of JSON Schema
            },
        ],
    )
    work = client.environments.work
    assert_type(work.worker("env_1", workdir=".", memory_sync_deletions="log_only"), EnvironmentWorker)
    assert_type(work.poller("env_1", drain=True), WorkPoller)
    assert_type(client.sessions.events.tool_runner(session.id, tools=[]), SessionToolRunner)
    work.worker("env_1", memory_sync_deletions="no")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    stream = client.sessions.events.stream(session.id, event_deltas=["agent.message"])
    assert_type(stream, Stream[StreamSessionEvents])
    for event in stream:
        if event.type == "agent.message":
            for block in event.content:
                if block.type == "text":
                    assert_type(block.text, str)


async def asynchronous(client: AsyncClient) -> None:
    assert_type(await client.agents.retrieve("a"), Agent)
    assert_type(await client.sessions.events.list("s"), AsyncPage[SessionEvent])
    assert_type(await client.environments.work.poll("env_1"), SelfHostedWork | None)
    assert_type(await client.sessions.events.stream("s"), AsyncStream[StreamSessionEvents])
    assert_type(client.environments.work.worker(), AsyncEnvironmentWorker)
    assert_type(client.environments.work.poller("env_1"), AsyncWorkPoller)
    assert_type(client.sessions.events.tool_runner("s", tools=[]), AsyncSessionToolRunner)
    client.agents.archive("a")  # type: ignore[unused-coroutine]  # pyright: ignore[reportUnusedCoroutine]


def mistakes(client: Client) -> None:
    client.sessions.create(agent="a")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.agents.create(name="a", model="m", modle="m")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.sessions.resources.delete("r")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
