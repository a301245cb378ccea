"""Checked by pyright strict and mypy strict: the types are these, and every ignore stands at a wrong use."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from collections.abc import Iterator
from datetime import datetime, timezone

from typing_extensions import Unpack, assert_never, assert_type

from claude_client import types
from claude_client.types import (
    ContentBlock,
    ContentBlockParam,
    Message,
    MessageCreateParams,
    MessageCreateParamsNonStreaming,
    MessageParam,
    ModelInfo,
    RawMessageStreamEvent,
    StopReason,
    TextBlock,
    ToolUnionParam,
    ToolUseBlock,
    UsageReportRetrieveMessagesParams,
)
from claude_client.types.beta import BetaMessage, BetaMessageParam
from claude_client.types.messages import MessageBatchResult
from claude_client.types.response_info import ResponseInfo


def create(**params: Unpack[MessageCreateParams]) -> None: ...
def report(**params: Unpack[UsageReportRetrieveMessagesParams]) -> None: ...


def received(message: Message, event: RawMessageStreamEvent, result: MessageBatchResult, model: ModelInfo) -> None:
    assert_type(message.content, list[ContentBlock])
    assert_type(message.stop_reason, StopReason | None)
    assert_type(message.usage.cache_read_input_tokens, int | None)
    assert_type(message.response, ResponseInfo | None)
    assert_type(message.to_dict(), dict[str, object])
    assert_type(model.created_at, datetime)
    print(message.inhalt)  # type: ignore[attr-defined]
    for block in message.content:
        if block.type == "text":
            assert_type(block, TextBlock)
        elif block.type == "tool_use":
            assert_type(block, ToolUseBlock)
            assert_type(block.input, dict[str, object])
        if block.type == "hologram":  # type: ignore[comparison-overlap]
            pass
    if event.type == "content_block_delta" and event.delta.type == "text_delta":
        assert_type(event.delta.text, str)
    if result.type == "succeeded":
        assert_type(result.message, Message)
    elif result.type == "errored":
        assert_type(result.error.error.message, str)
    elif result.type == "canceled" or result.type == "expired":
        pass
    else:
        assert_never(result)


def calls(message: Message, turns: Iterator[MessageParam], tool: ToolUnionParam) -> None:
    create(model="claude-opus-5", max_tokens=5, messages=[{"role": "user", "content": "hi"}])
    create(model="any", max_tokens=5, messages=turns, tools=(tool,), system=None, temperature=0.5, betas=["x"])
    create(
        model="any",
        max_tokens=5,
        messages=[
            {"role": "user", "content": [{"type": "text", "text": "hi"}]},
            {"role": "assistant", "content": message.content},
            message,
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t", "content": "21"}]},
        ],
        tools=[
            {"name": "f", "input_schema": {"type": "object"}},
            {"type": "web_search_20250305", "name": "web_search"},
        ],
        tool_choice={"type": "auto"},
        thinking={"type": "enabled", "budget_tokens": 1024},
        user_profile_id="p",
        timeout=3,
    )
    report(starting_at=datetime.now(timezone.utc), group_by=("model",), models=["a"], page=None)
    report(starting_at="2026-01-01T00:00:00Z", group_by=["mode"])  # type: ignore[list-item]
    create(model="any", messages=turns)  # type: ignore[call-arg]
    create(model=None, max_tokens=5, messages=turns)  # type: ignore[arg-type]
    create(model="any", max_tokens=5, messages=turns, sytem="x")  # type: ignore[call-arg]
    create(model="any", max_tokens="5", messages=turns)  # type: ignore[arg-type]


def official(params: MessageCreateParamsNonStreaming, block: ContentBlockParam) -> BetaMessageParam:
    history: list[MessageParam] = [{"role": "user", "content": [block]}]
    history.append({"role": "assistant", "content": "x"})
    params["messages"] = history
    params["tools"] = [{"name": "f", "description": "d", "input_schema": {"type": "object", "properties": {}}}]
    turn: BetaMessageParam = history[0]
    print(types.Massage)  # type: ignore[attr-defined]
    return turn


def one_family(message: Message) -> BetaMessage:
    return message
