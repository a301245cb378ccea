"""What tools need of types beside what is generated: what can stand in `tools=`, and inputs that are not whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, cast

if TYPE_CHECKING:
    from .params.tools import ToolUnionParam


class HasParam(Protocol):
    """Says itself how it is sent, as a function under `@tool` and every other `Tool` does."""

    def to_param(self) -> ToolUnionParam:
        """The tool as the API takes it."""
        ...


ToolLike: TypeAlias = HasParam | type[object]
"""A function under `@tool`, or any other `Tool`; or a class under `@tool`, which stays the class that it was."""


UNREADABLE_INPUT: Final = "INVALID_JSON"
"""The only key of a tool input that could not be read; its value is the text that came. The API suggests this form for
sending such an input back.

API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming
"""


class TruncatedInput(dict[str, Any]):
    """The input of a tool call that was cut while it streamed: the values that came whole. It is not safe to run."""

    text: str = ""
    """The JSON as far as it came."""


def mark_truncated(values: object, text: str) -> TruncatedInput:
    """The `values` that could be read of `text`, marked as not whole."""
    found = TruncatedInput(cast("dict[str, Any]", values) if isinstance(values, dict) else {})
    found.text = text
    return found
