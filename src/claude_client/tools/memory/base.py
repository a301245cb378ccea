"""`AbstractMemoryTool`: what every memory tool has in common, whatever keeps its files."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..definitions import BuiltinTool, is_coroutine_function
from .commands import (
    CreateCommand,
    DeleteCommand,
    InsertCommand,
    MemoryCommand,
    RenameCommand,
    StrReplaceCommand,
    ViewCommand,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from ...types import CacheControlEphemeralParam, MemoryTool20250818Param


class AbstractMemoryTool(BuiltinTool):
    """A memory tool that keeps its files where you say: a subclass has a method for each command.

    The methods may be functions or coroutine functions, on both clients. Each returns what the model reads, and raises
    `ToolError` to tell it of an error. The calls of one message run in order.

    API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/memory-tool
    """

    in_order = True

    def __init__(self, *, cache_control: CacheControlEphemeralParam | None = None) -> None:
        """Args:
        cache_control: Keep the prompt up to the tool in the cache.
        """
        self._cache_control = cache_control

    @property
    def is_async(self) -> bool:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # read only here
        """Whether the methods are coroutine functions."""
        return is_coroutine_function(self.view)

    def to_dict(self) -> MemoryTool20250818Param:
        param: MemoryTool20250818Param = {"type": "memory_20250818", "name": "memory"}
        if self._cache_control is not None:
            param["cache_control"] = self._cache_control
        return param

    def call(self, input: Mapping[str, object], context: object = None) -> Any:
        """Run a command, as the model gives it.

        Raises:
            pydantic.ValidationError: It is not a command.
        """
        del context
        return self.execute(_adapter().validate_python(input))

    def execute(self, command: MemoryCommand) -> Any:
        """Run a command; a coroutine where the methods are coroutine functions."""
        return getattr(self, command.command)(command)

    @abstractmethod
    def view(self, command: ViewCommand) -> Any:
        """Show a file, or what is in a directory."""

    @abstractmethod
    def create(self, command: CreateCommand) -> Any:
        """Make a file."""

    @abstractmethod
    def str_replace(self, command: StrReplaceCommand) -> Any:
        """Replace a text that is once in a file."""

    @abstractmethod
    def insert(self, command: InsertCommand) -> Any:
        """Put lines into a file."""

    @abstractmethod
    def delete(self, command: DeleteCommand) -> Any:
        """Delete a file, or a directory with all that is in it."""

    @abstractmethod
    def rename(self, command: RenameCommand) -> Any:
        """Rename or move a file or a directory."""

    def clear_all_memory(self) -> Any:
        """Delete everything. The model cannot ask for it."""
        raise NotImplementedError(f"{type(self).__name__} does not define clear_all_memory()")


@cache
def _adapter() -> TypeAdapter[MemoryCommand]:
    from pydantic import TypeAdapter

    return TypeAdapter(MemoryCommand)
