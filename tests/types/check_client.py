"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import httpx
from typing_extensions import assert_type

from claude_client import (
    AsyncBatchResults,
    AsyncClient,
    AsyncMessageStream,
    AsyncPage,
    AsyncPaginator,
    AsyncResponse,
    AsyncStream,
    BatchResults,
    Client,
    MessageStream,
    Page,
    Response,
    Stream,
    omit,
)
from claude_client.types import (
    Completion,
    Message,
    MessageBatch,
    MessageCreateParams,
    MessageParam,
    MessagesUsageReportBucket,
    MessageTokensCount,
    ModelInfo,
    OrganizationInfo,
    OrganizationUser,
    RawMessageStreamEvent,
)

HI: list[MessageParam] = [{"role": "user", "content": "Hi"}]


def on_the_client(client: Client, stream: bool) -> None:
    message = client.messages.create(model="m", max_tokens=1, messages=HI)
    assert_type(message, Message)
    assert_type(client.messages.create(model="m", max_tokens=1, messages=HI, stream=False), Message)
    assert_type(
        client.messages.create(model="m", max_tokens=1, messages=HI, stream=True), Stream[RawMessageStreamEvent]
    )
    assert_type(
        client.messages.create(model="m", max_tokens=1, messages=HI, stream=stream),
        Message | Stream[RawMessageStreamEvent],
    )
    assert_type(client.messages.count_tokens(model="m", messages=HI), MessageTokensCount)
    assert_type(client.models.retrieve("m", timeout=3.0, betas=["b"]), ModelInfo)
    assert_type(client.models.list(limit=3), Page[ModelInfo])
    assert_type(list(client.models.list()), list[ModelInfo])
    assert_type(client.messages.batches.retrieve("b"), MessageBatch)
    assert_type(client.messages.batches.results("b"), BatchResults)
    assert_type(client.completions.create(model="m", max_tokens_to_sample=1, prompt="p"), Completion)
    assert_type(client.admin.retrieve(), OrganizationInfo)
    assert_type(client.organization.users.list(), Page[OrganizationUser])
    assert_type(client.admin.usage_report.retrieve_messages(starting_at="x"), Page[MessagesUsageReportBucket])
    assert_type(client.beta.models.retrieve("m"), ModelInfo)
    assert_type(client.get("/x", cast_to=ModelInfo), ModelInfo)
    assert_type(client.post("/x", cast_to=httpx.Response, body={}), httpx.Response)
    with client.messages.stream(model="m", max_tokens=1, messages=HI) as events:
        assert_type(events, MessageStream)
        assert_type(events.get_final_message(), Message)
        assert_type(list(events.text_stream), list[str])
    for block in message.content:
        if block.type == "text":
            assert_type(block.text, str)


def views(client: Client) -> None:
    assert_type(client.models.with_raw_response.retrieve("m"), Response[ModelInfo])
    assert_type(client.models.with_raw_response.list(), Response[Page[ModelInfo]])
    assert_type(client.with_raw_response.models.retrieve("m").parse(), ModelInfo)
    assert_type(client.messages.with_raw_response.create(model="m", max_tokens=1, messages=HI), Response[Message])
    assert_type(
        client.messages.with_raw_response.create(model="m", max_tokens=1, messages=HI, stream=True),
        Response[Stream[RawMessageStreamEvent]],
    )
    with client.models.with_streaming_response.retrieve("m") as response:
        assert_type(response, Response[ModelInfo])


async def on_the_async_client(client: AsyncClient, stream: bool) -> None:
    assert_type(await client.messages.create(model="m", max_tokens=1, messages=HI), Message)
    assert_type(
        await client.messages.create(model="m", max_tokens=1, messages=HI, stream=True),
        AsyncStream[RawMessageStreamEvent],
    )
    assert_type(
        await client.messages.create(model="m", max_tokens=1, messages=HI, stream=stream),
        Message | AsyncStream[RawMessageStreamEvent],
    )
    assert_type(await client.models.retrieve("m"), ModelInfo)
    assert_type(client.models.list(), AsyncPaginator[ModelInfo])
    assert_type(await client.models.list(), AsyncPage[ModelInfo])
    assert_type([model async for model in client.models.list()], list[ModelInfo])
    assert_type(await client.messages.batches.results("b"), AsyncBatchResults)
    assert_type(await client.models.with_raw_response.retrieve("m"), AsyncResponse[ModelInfo])
    assert_type(await (await client.models.with_raw_response.retrieve("m")).parse(), ModelInfo)
    assert_type(await client.get("/x", cast_to=ModelInfo), ModelInfo)
    async with client.messages.stream(model="m", max_tokens=1, messages=HI) as events:
        assert_type(events, AsyncMessageStream)
        assert_type(await events.get_final_message(), Message)
    async with client.models.with_streaming_response.retrieve("m") as response:
        assert_type(response, AsyncResponse[ModelInfo])


def what_may_be_sent(client: Client, message: Message) -> None:
    client.messages.create(model="m", max_tokens=1, messages=[*HI, message], system=None, temperature=omit)
    client.messages.create(model="m", max_tokens=1, messages=[{"role": "assistant", "content": message.content}])
    params: MessageCreateParams = {"model": "m", "max_tokens": 1, "messages": HI, "timeout": 3.0}
    client.messages.create(**params)


def wrong_uses(client: Client) -> None:
    client.models.retrieve(3)  # type: ignore[arg-type]
    client.models.retrieve("m", timeut=3)  # type: ignore[call-arg]
    client.messages.count_tokens(model="m")  # type: ignore[call-arg]
    client.messages.create(model="m", messages=HI)  # type: ignore[call-overload]
    client.messages.create(model="m", max_tokens="1", messages=HI)  # type: ignore[call-overload]
    client.messages.create(model="m", max_tokens=1, messages=[{"role": "robot", "content": "x"}])  # type: ignore[list-item]
    client.messages.create(model="m", max_tokens=1, messages=HI, sytem="x")  # type: ignore[call-overload]
    client.models.list(limit="3")  # type: ignore[arg-type]


async def a_forgotten_await(client: AsyncClient) -> None:
    client.models.retrieve("m").id  # type: ignore[attr-defined]  # noqa: B018
