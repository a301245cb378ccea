"""What the API refuses in a body of `messages` although every field has the right type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from .attachments import Attachments
from .errors import invalid
from .json_utils import Object, member, members
from .models import KnownModel
from .prompt import blocks_of
from .replies import signature
from .structured_output import check_schemas

LATEST: Final = "2026-10-21"
TOOL_NAME: Final = re.compile(r"[a-zA-Z0-9_-]{1,128}")
LEAST_THINKING_TOKENS: Final = 1024
MOST_CACHED_BLOCKS: Final = 4
MOST_MESSAGES: Final = 100_000

BETA_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "billing_policy": ("user-profiles-billing-",),
    "compaction": ("compact-",),
    "context_management": ("context-management-", "compact-"),
    "fallback_credit_token": ("fallback-credit-",),
    "fallbacks": ("server-side-fallback-",),
    "mcp_servers": ("mcp-client-",),
    "thread": ("message-threads-",),
}
"""Fields that are there only with a beta, by the beginnings of the betas that bring them."""


def check_messages(
    body: Object, model: KnownModel, attachments: Attachments, version: str, betas: frozenset[str]
) -> None:
    """Refuse a body of `messages.create` or `messages.count_tokens` that the API would refuse."""
    _check_betas(body, betas)
    if version == LATEST:
        _check_latest(body)
    _check_numbers(body, model)
    # With a fallback credit, the last turn is what another model had said, as it stands.
    _check_turns(body["messages"], is_continued=body.get("fallback_credit_token") is not None)
    for message, block, where in _walk_blocks(body["messages"]):
        _check_block(message, block, where, attachments)
    _check_tool_results(body["messages"])
    _check_tools(body)
    check_schemas(body)
    _check_thinking(body)
    cached = sum(1 for _ in _find_cached(body))
    if cached > MOST_CACHED_BLOCKS:
        raise invalid(f"A maximum of {MOST_CACHED_BLOCKS} blocks with cache_control may be provided. Found {cached}.")


def _check_betas(body: Object, betas: frozenset[str]) -> None:
    for name, beginnings in BETA_FIELDS.items():
        if body.get(name) is not None and not any(beta.startswith(beginnings) for beta in betas):
            raise invalid(f"{name}: Extra inputs are not permitted")
    if body.get("speed") == "fast" and not any(beta.startswith("fast-mode-") for beta in betas):
        raise invalid("speed: fast mode needs the beta fast-mode-2026-02-01")


def _check_latest(body: Object) -> None:
    """What the API version 2026-10-21 does not take any more."""
    for name in ("temperature", "top_k", "top_p"):
        if body.get(name) is not None:
            raise invalid(f"{name}: is not accepted in version {LATEST}")
    for message, block, where in _walk_blocks(body["messages"]):
        if block["type"] == "document" and message["role"] == "assistant":
            raise invalid(f"{where}: document blocks are not accepted in assistant messages in version {LATEST}")
        texts = block["content"] if block["type"] == "search_result" else [block]
        if message["role"] == "user" and any(text["type"] == "text" and text.get("citations") for text in texts):
            raise invalid(f"{where}.citations: is not accepted in user messages in version {LATEST}")


def _check_numbers(body: Object, model: KnownModel) -> None:
    most = body.get("max_tokens", 0)
    if most < 0:
        raise invalid("max_tokens: Input should be greater than or equal to 0")
    if most > model.max_tokens:
        raise invalid(f"max_tokens: {most} > {model.max_tokens}, the most output tokens of {model.id}")
    for name, largest in (("temperature", 1), ("top_p", 1), ("top_k", None)):
        number = body.get(name)
        if number is not None and number < 0:
            raise invalid(f"{name}: Input should be greater than or equal to 0")
        if number is not None and largest is not None and number > largest:
            raise invalid(f"{name}: Input should be less than or equal to {largest}")
    for index, stop in enumerate(body.get("stop_sequences") or ()):
        if not stop.strip():
            raise invalid(f"stop_sequences.{index}: each stop sequence must contain non-whitespace")


def _check_turns(messages: list[Object], *, is_continued: bool) -> None:
    if not messages:
        raise invalid("messages: at least one message is required")
    if len(messages) > MOST_MESSAGES:
        raise invalid(f"messages: at most {MOST_MESSAGES} messages are allowed")
    # What a compaction gave stands for all that was said before it.
    first_is_a_sum = any(block["type"] == "compaction" for block in blocks_of(messages[0]))
    if messages[0]["role"] == "assistant" and not first_is_a_sum:
        raise invalid("messages.0.role: the first message has to be of the user")
    for index, message in enumerate(messages):
        is_prefill = message["role"] == "assistant" and index == len(messages) - 1
        if not message.get("content") and message["role"] != "system" and not is_prefill:
            raise invalid(f"messages.{index}: {message['role']} messages must have non-empty content")
    last = blocks_of(messages[-1])
    if messages[-1]["role"] == "assistant" and last and last[-1]["type"] == "text":
        text = last[-1]["text"]
        if text != text.rstrip() and not is_continued:
            raise invalid("messages: final assistant content cannot end with trailing whitespace")


def _walk_blocks(messages: list[Object]) -> Iterator[tuple[Object, Object, str]]:
    """Every block, those inside results of tools too: its message, the block, its path."""
    for place, message in enumerate(messages):
        if isinstance(message.get("content"), str):
            continue
        for index, block in enumerate(message.get("content") or ()):
            where = f"messages.{place}.content.{index}"
            yield message, block, where
            if block["type"] == "tool_result":
                for below, part in enumerate(blocks_of(block)):
                    yield message, part, f"{where}.tool_result.content.{below}"


def _check_block(message: Object, block: Object, where: str, attachments: Attachments) -> None:
    kind = block["type"]
    if kind == "text" and not block["text"] and message["role"] != "assistant":
        raise invalid(f"{where}.text: text content blocks must be non-empty")
    if kind in ("image", "document"):
        attachments.of(block, f"{where}.{kind}.source")
    if kind == "tool_use" and message["role"] != "assistant":
        raise invalid(f"{where}: {kind} blocks can only be in assistant messages")
    if kind == "tool_result" and message["role"] != "user":
        raise invalid(f"{where}: {kind} blocks can only be in user messages")
    if kind == "tool_result" and block.get("is_error") and any(part["type"] != "text" for part in blocks_of(block)):
        raise invalid(f"{where}.tool_result: all content must be of type text where is_error is true")


def _check_tool_results(messages: list[Object]) -> None:
    """Each use of a tool has its result in the next message, and nothing else has one."""
    open_uses: list[str] = []
    for place, message in enumerate(messages):
        if message["role"] == "system":
            continue
        blocks = blocks_of(message)
        with_result = [block["tool_use_id"] for block in blocks if block["type"] == "tool_result"]
        for index, block in enumerate(blocks):
            if block["type"] == "tool_result" and block["tool_use_id"] not in open_uses:
                raise invalid(
                    f"messages.{place}.content.{index}: unexpected tool_use_id {block['tool_use_id']}: "
                    "the message before has no tool_use block with this id"
                )
        missing = [id for id in open_uses if id not in with_result]
        if missing:
            raise invalid(
                f"messages.{place}: tool_use ids without a tool_result block right after them: {', '.join(missing)}"
            )
        open_uses = [block["id"] for block in blocks if block["type"] == "tool_use"]


def _check_tools(body: Object) -> None:
    names: list[str] = []
    for index, tool in enumerate(body.get("tools") or ()):
        name = tool.get("name")
        if name is None:
            continue
        if not TOOL_NAME.fullmatch(name):
            raise invalid(f"tools.{index}.custom.name: String should match pattern '^[a-zA-Z0-9_-]{{1,128}}$'")
        if name in names:
            raise invalid("tools: Tool names must be unique.", error_code="tool_name_conflict")
        if "input_schema" in tool and tool["input_schema"].get("type") != "object":
            raise invalid(f"tools.{index}.custom.input_schema.type: Input should be 'object'")
        names.append(name)
    choice = body.get("tool_choice")
    if choice and not body.get("tools"):
        raise invalid("tool_choice: may only be given together with tools")
    if choice and choice["type"] == "tool" and choice["name"] not in names:
        raise invalid(f"tool_choice.tool.name: there is no tool named {choice['name']!r} in tools")


def _check_thinking(body: Object) -> None:
    thinking: Object = body.get("thinking") or {"type": "disabled"}
    if thinking["type"] == "disabled":
        return
    budget = thinking.get("budget_tokens")
    if budget is not None and budget < LEAST_THINKING_TOKENS:
        raise invalid(
            f"thinking.enabled.budget_tokens: Input should be greater than or equal to {LEAST_THINKING_TOKENS}"
        )
    if budget is not None and budget >= body.get("max_tokens", budget + 1):
        raise invalid("max_tokens: must be greater than thinking.budget_tokens")
    if member(body, "tool_choice").get("type") in ("any", "tool"):
        raise invalid("tool_choice: thinking may not be enabled when the use of a tool is forced")
    for _, block, where in _walk_blocks(body["messages"]):
        if block["type"] == "thinking" and block["signature"] != signature(block["thinking"]):
            raise invalid(f"{where}.thinking.signature: Invalid signature in thinking block")


def _find_cached(body: Object) -> Iterator[Object]:
    """The places that ask for caching."""
    blocks = (block for _, block, _ in _walk_blocks(body["messages"]))
    for part in (*members(body, "tools"), *members(body, "system"), *blocks):
        if part.get("cache_control"):
            yield part
