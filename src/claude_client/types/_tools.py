"""What can stand among the tools of a request beside the API's own form of a tool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from .params.tools import ToolUnionParam


class HasParam(Protocol):
    """Says itself how it is sent, as a function under `@tool` and every other `Tool` does."""

    def to_param(self) -> ToolUnionParam:
        """The tool as the API takes it."""
        ...


ToolLike: TypeAlias = HasParam | type[object]
"""A function under `@tool`, or any other `Tool`; or a class under `@tool`, which stays the class that it was."""
