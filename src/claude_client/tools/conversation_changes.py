"""What changes in a conversation while it runs: tools that come and go, and the summary that takes its place.

API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from ..types import Message

TOOLS_BETA: Final = "inline-tools-2026-09-15"
COMPACTION_BETA: Final = "compact-2026-09-04"

Json = Mapping[str, Any]


def with_beta(params: Mapping[str, Any], beta: str) -> dict[str, Any]:
    """`params` whose request asks for `beta`."""
    betas: Sequence[str] = params.get("betas") or ()
    return {**params, "betas": betas if beta in betas else [*betas, beta]}


# ---- tools ---------------------------------------------------------------------------------------------------


def addition(definition: object) -> dict[str, Any]:
    """The block that tells the model of another tool."""
    return {"type": "tool_addition", "tool": {"type": "tool_definition", "definition": definition}}


def removal(name: str) -> dict[str, Any]:
    """The block that tells the model that a tool is gone."""
    return {"type": "tool_removal", "tool": {"type": "tool_reference", "name": name}}


def changes(messages: Iterable[Json]) -> dict[str, bool]:
    """The names of tools that were added or removed in a conversation, and whether they are there now."""
    there: dict[str, bool] = {}
    for message in messages:
        content: Any = message["content"] if not isinstance(message["content"], str) else ()
        for block in cast("Iterable[Json]", content):
            if message["role"] == "system":
                there |= _change(block)
            elif block.get("type") == "compaction":
                for each in block.get("tool_changes") or ():
                    there |= _change(each)
    return there


def _change(block: Json) -> dict[str, bool]:
    if block.get("type") not in ("tool_addition", "tool_removal"):
        return {}
    tool: Json = block["tool"]
    name: object = tool.get("definition", tool).get("name")
    return {name: block["type"] == "tool_addition"} if isinstance(name, str) else {}


# ---- compaction ----------------------------------------------------------------------------------------------


def check_compaction(params: Json) -> None:
    """Check that `params` leave compaction to the run.

    Raises:
        ValueError: They let the API compact the conversation by itself.
    """
    management: Json = params.get("context_management") or {}
    edits: Iterable[Json] = management.get("edits") or ()
    if any(str(edit["type"]).startswith("compact_") for edit in edits):
        raise ValueError(
            "context_management has an edit that compacts, beside compact_before_next_turn(): the API takes only one "
            "of them in a conversation"
        )


def to_compaction(params: Json, compaction: Json) -> dict[str, Any]:
    """`params` of the request that compacts the conversation, without those of a message, which the API refuses."""
    asked = with_beta({**params, "compaction": compaction}, COMPACTION_BETA)
    for name in ("context_management", "stop_sequences"):
        asked.pop(name, None)
    choice: Json = asked.get("tool_choice") or {}
    if choice.get("type") in ("any", "tool"):
        del asked["tool_choice"]
    if asked.get("output_config"):
        asked["output_config"] = _without_format(asked["output_config"])
    fallbacks = asked.get("fallbacks")
    if fallbacks and not isinstance(fallbacks, str):
        asked["fallbacks"] = [
            {**each, "output_config": _without_format(each["output_config"])} if each.get("output_config") else each
            for each in fallbacks
        ]
    return asked


def has_summary(message: Message) -> bool:
    """Whether a compaction gave a summary."""
    return any(block.type == "compaction" and block.content for block in message.content)


def _without_format(config: Json) -> dict[str, Any]:
    return {key: value for key, value in config.items() if key != "format"}
