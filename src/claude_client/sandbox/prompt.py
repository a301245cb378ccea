"""What a request to `messages.create` says: the question, what is attached, what tools returned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .attachments import Attachment, Attachments
from .json_utils import Object, members


@dataclass(frozen=True)
class ToolResult:
    """What the client reports of a tool that it ran."""

    name: str
    text: str
    failed: bool


@dataclass(frozen=True)
class Reading:
    """A conversation, as far as a reply needs it."""

    question: str
    """The last thing that the user wrote."""
    attachments: tuple[Attachment, ...]
    """The images and documents that came with it."""
    search_results: tuple[Object, ...]
    results: tuple[ToolResult, ...]
    """The results of tools in the last message; empty when it has none."""
    prefill: str
    """The beginning of the reply, where the request ends with one."""
    turn: int
    """How often the user spoke, results of tools not counted."""


def read(body: Object, attachments: Attachments) -> Reading:
    messages: list[Object] = [message for message in body["messages"] if message["role"] != "system"]
    spoken = [message for message in messages if message["role"] == "user" and says_something(message)]
    last = messages[-1] if messages else {"role": "user", "content": ""}
    asked = spoken[-1] if spoken else last
    return Reading(
        question=text_of(asked).strip(),
        attachments=tuple(
            attachments.of(block) for block in blocks_of(asked) if block["type"] in ("image", "document")
        ),
        search_results=tuple(block for block in blocks_of(asked) if block["type"] == "search_result"),
        results=tuple(_results(last, messages)),
        prefill=text_of(last) if last["role"] == "assistant" else "",
        turn=len(spoken),
    )


def blocks_of(message: Object) -> list[Object]:
    """The content of a message as blocks, also where it is a string."""
    content = message.get("content")
    return [{"type": "text", "text": content}] if content and isinstance(content, str) else members(message, "content")


def text_of(message: Object) -> str:
    return "\n".join(block["text"] for block in blocks_of(message) if block["type"] == "text")


def says_something(message: Object) -> bool:
    """Whether there is more in it than results of tools."""
    return any(block["type"] != "tool_result" for block in blocks_of(message))


def _results(last: Object, messages: list[Object]) -> Iterator[ToolResult]:
    if last["role"] != "user":
        return
    names = {block["id"]: block["name"] for message in messages for block in blocks_of(message) if "name" in block}
    for block in blocks_of(last):
        if block["type"] == "tool_result":
            yield ToolResult(
                name=names.get(block["tool_use_id"], "the tool"),
                text=_result_text(block),
                failed=bool(block.get("is_error")),
            )


def _result_text(block: Object) -> str:
    parts = blocks_of(block)
    texts = [part["text"] if part["type"] == "text" else f"[{part['type']}]" for part in parts]
    return "\n".join(texts).strip()
