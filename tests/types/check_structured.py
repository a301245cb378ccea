"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter
from typing_extensions import TypedDict, assert_type

from claude_client import (
    AsyncBatchResults,
    AsyncClient,
    AsyncMessageStream,
    AsyncResponse,
    BatchResults,
    Client,
    MessageStream,
    OutputParseError,
    Response,
    Stream,
    transform_schema,
)
from claude_client.streaming import ParsedMessageStreamEvent
from claude_client.types import (
    AssistantMessageParam,
    BatchMessageParams,
    Message,
    MessageBatchIndividualResponse,
    MessageParam,
    MessageTokensCount,
    ParsedMessage,
    ParsedMessageWithOutput,
    ParsedTextBlock,
    TextCitation,
    ToolUseBlock,
)

HI: list[MessageParam] = [{"role": "user", "content": "Hi"}]


class Invoice(BaseModel):
    number: str


@dataclass
class Point:
    x: int


class Place(TypedDict):
    name: str


EITHER = TypeAdapter[Invoice | int](Invoice | int)


def messages_and_results(message: Message, result: MessageBatchIndividualResponse) -> None:
    assert_type(message.text, str)
    assert_type(message.thinking, str)
    assert_type(message.tool_calls, list[ToolUseBlock])
    assert_type(message.citations, list[TextCitation])
    assert_type(message.to_param(), AssistantMessageParam)
    assert_type(message.parsed_output, object)
    assert_type(message.parse_error, str | None)
    assert_type(result.message, Message | None)
    assert_type(result.text, str)
    assert_type(result.parsed_output, None)
    again: list[MessageParam | Message] = [*HI, message, message.to_param()]
    print(again)


def parse(client: Client) -> None:
    strictly = client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=Invoice, strict=True)
    assert_type(strictly, ParsedMessageWithOutput[Invoice])
    assert_type(strictly.parsed_output, Invoice)
    raw = client.messages.with_raw_response.parse(
        model="m", max_tokens=1, messages=HI, output_format=Invoice, strict=True
    )
    assert_type(raw.parse().parsed_output, Invoice)
    parsed: ParsedMessage[Invoice] = strictly
    print(parsed)
    maybe = client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=Invoice, strict=bool(HI))
    assert_type(maybe.parsed_output, Invoice | None)
    message = client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=Invoice)
    assert_type(message, ParsedMessage[Invoice])
    assert_type(message.parsed_output, Invoice | None)
    assert_type(message.text, str)
    plain: Message = message
    for block in message.content:
        if block.type == "text":
            assert_type(block, ParsedTextBlock[Invoice])
            assert_type(block.parsed_output, Invoice | None)
        elif block.type == "tool_use":
            assert_type(block, ToolUseBlock)
    assert_type(client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=Point), ParsedMessage[Point])
    assert_type(client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=Place), ParsedMessage[Place])
    assert_type(
        client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=list[int]).parsed_output,
        list[int] | None,
    )
    assert_type(
        client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=EITHER).parsed_output,
        Invoice | int | None,
    )
    assert_type(
        client.messages.with_raw_response.parse(model="m", max_tokens=1, messages=HI, output_format=Invoice),
        Response[ParsedMessage[Invoice]],
    )
    with client.messages.with_streaming_response.parse(
        model="m", max_tokens=1, messages=[plain], output_format=Invoice
    ) as response:
        assert_type(response, Response[ParsedMessage[Invoice]])
    assert_type(client.messages.count_tokens(model="m", messages=HI, output_format=Invoice), MessageTokensCount)
    assert_type(transform_schema(Invoice), dict[str, Any])


def stream(client: Client, maybe: type[Invoice] | None) -> None:
    with client.messages.stream(model="m", max_tokens=1, messages=HI, output_format=Invoice) as events:
        assert_type(events, MessageStream[Invoice])
        assert_type(events.current_parsed_snapshot, Invoice | None)
        for event in events:
            assert_type(event, ParsedMessageStreamEvent[Invoice])
            if event.type == "text":
                assert_type(event.output_snapshot, Invoice | None)
            elif event.type == "content_block_stop" and event.content_block.type == "text":
                assert_type(event.content_block.parsed_output, Invoice | None)
            elif event.type == "message_stop":
                assert_type(event.message, ParsedMessage[Invoice])
        assert_type(events.get_final_message(), ParsedMessage[Invoice])
        assert_type(events.get_final_message().parsed_output, Invoice | None)
    with client.messages.stream(model="m", max_tokens=1, messages=HI) as plain:
        assert_type(plain, MessageStream)
        assert_type(plain.get_final_message(), Message)
        assert_type(plain.current_message_snapshot, Message)
    with client.messages.stream(model="m", max_tokens=1, messages=HI, output_format=maybe) as either:
        assert_type(either, MessageStream[Invoice])


def requests(client: Client) -> None:
    params: BatchMessageParams = {"model": "m", "max_tokens": 1, "messages": HI, "output_format": Invoice}
    client.messages.batches.create(requests=[{"custom_id": "a", "params": params}])
    client.messages.batches.create(
        requests=[
            {"custom_id": "b", "params": {"model": "m", "max_tokens": 1, "messages": HI, "output_format": EITHER}},
            {"custom_id": "c", "params": {"model": "m", "max_tokens": 1, "messages": HI, "output_format": list[int]}},
        ]
    )


def results(client: Client) -> None:
    assert_type(client.messages.batches.results("b", output_format=Invoice), BatchResults[Invoice])
    assert_type(client.messages.batches.results("b"), BatchResults)
    stream: Stream[MessageBatchIndividualResponse[Invoice]]
    stream = client.messages.batches.results("b", output_format=Invoice)
    print(stream)
    assert_type(
        client.messages.batches.with_raw_response.results("b", output_format=Invoice),
        Response[BatchResults[Invoice]],
    )
    for result in client.messages.batches.results("b", output_format=Invoice):
        assert_type(result.parsed_output, Invoice | None)
    for done in client.jobs.map([], output_format=Invoice):
        assert_type(done.parsed_output, Invoice | None)
        assert_type(done.parse_error, str | None)
    for plain in client.jobs.batch([]):
        assert_type(plain.parsed_output, None)


async def on_the_async_client(client: AsyncClient) -> None:
    message = await client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=Invoice)
    assert_type(message, ParsedMessage[Invoice])
    assert_type(
        await client.messages.with_raw_response.parse(model="m", max_tokens=1, messages=HI, output_format=Invoice),
        AsyncResponse[ParsedMessage[Invoice]],
    )
    async with client.messages.stream(model="m", max_tokens=1, messages=HI, output_format=Invoice) as events:
        assert_type(events, AsyncMessageStream[Invoice])
        assert_type(events.current_parsed_snapshot, Invoice | None)
        assert_type(await events.get_final_message(), ParsedMessage[Invoice])
    async with client.messages.stream(model="m", max_tokens=1, messages=HI) as plain:
        assert_type(await plain.get_final_message(), Message)
    assert_type(await client.messages.batches.results("b", output_format=Invoice), AsyncBatchResults[Invoice])


def failure(error: OutputParseError) -> None:
    assert_type(error.message, str)
    assert_type(error.partial, ParsedMessage[Any])


def wrong_uses(client: Client) -> None:
    client.messages.parse(model="m", max_tokens=1, messages=HI)  # type: ignore[call-overload]
    client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=3)  # type: ignore[call-overload]
    client.messages.parse(model="m", messages=HI, output_format=Invoice)  # type: ignore[call-overload]
    client.messages.parse(model="m", max_tokens=1, messages=HI, output_format=Invoice, strickt=True)  # type: ignore[call-overload]
    client.messages.create(model="m", max_tokens=1, messages=HI, output_format=Invoice)  # type: ignore[call-overload]
