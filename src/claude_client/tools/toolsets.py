"""Toolsets: one entry of `tools` that gives the model several members, such as a browser or a computer.

A call of a member has the member's name as its `name`, and the toolset's as its `toolset_name`; the same names may be
those of other tools. Here is what all toolsets have in common; a class for one of them extends `RunnableToolset`, or
`AsyncRunnableToolset` where its members belong to an event loop.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from .definitions import Tool
from .policies import ToolsetCallContext
from .results import ToolAbort, error_block, result_block
from .toolset_errors import ToolsetClosedError, ToolsetContractError

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..types import ToolResultBlockParam, ToolUnionParam, ToolUseBlock

NOT_RUN: Final = "This call was not run, as an earlier call of the {} toolset in the same message failed."
"""What the model reads of the calls of a toolset behind one that failed. It planned them as a sequence."""


def family_of(definition: Mapping[str, object]) -> str:
    """What the API calls a tool of the type: `browser` for `browser_toolset_20260801`."""
    return re.sub(r"(_toolset)?(_\d{8})?$", "", str(definition.get("type") or "custom"), count=1)


class AnyToolset(ABC):
    """What toolsets on both clients have in common."""

    toolset_name: ClassVar[str]
    """What the model calls it: `browser` or `computer`."""

    closed_by_run: ClassVar[bool] = False
    """Whether a run enters it before its first call and closes it at its end. Otherwise it is the program's to close,
    and may serve several runs."""

    _closed: bool = False

    @abstractmethod
    def to_dict(self) -> ToolUnionParam:
        """The toolset as the API takes it."""

    def to_param(self) -> ToolUnionParam:
        """The same, by the name that all tools have."""
        return self.to_dict()

    def check_open(self) -> None:
        """Raise `ToolsetClosedError` where it is closed."""
        if self._closed:
            raise ToolsetClosedError(f"the {self.toolset_name} toolset is closed: make a new one")

    def _check_call(self, tool_use: ToolUseBlock) -> None:
        if tool_use.toolset_name != self.toolset_name:
            raise ToolsetContractError(
                f"the call {tool_use.id} of {tool_use.name!r} has toolset_name {tool_use.toolset_name!r}: "
                f"expected {self.toolset_name!r}"
            )
        self.check_open()


class RunnableToolset(AnyToolset):
    """A toolset whose members are functions. It runs on both clients; on `AsyncClient` its members run in threads."""

    @abstractmethod
    def call(self, context: ToolsetCallContext, name: str, input: Mapping[str, object]) -> Any:
        """Run a member.

        Args:
            context: The call that the model made.
            name: The member.
            input: What the model gave it, not checked.

        Returns:
            Text, content blocks, or another value that a tool may return.

        Raises:
            ToolError: The model is told so, as of every other error but `ToolAbort`.
        """

    def close(self) -> None:
        """Close the toolset: each later call raises `ToolsetClosedError`. Extend it to let go of what it holds."""
        self._closed = True

    def __enter__(self) -> Self:
        self.check_open()
        return self

    def __exit__(self, *exception: object) -> None:
        if not self._closed:
            self.close()

    def tool_result(self, tool_use: ToolUseBlock) -> ToolResultBlockParam:
        """Run one call and give its result, for programs that send the messages themselves.

        Raises:
            ToolsetUsageError: The call is of another toolset, or the program uses this one in the wrong way.
        """
        self._check_call(tool_use)
        try:
            return result_block(
                tool_use, self.call(ToolsetCallContext(tool_use=tool_use), tool_use.name, tool_use.input)
            )
        except ToolAbort:
            raise
        except Exception as error:
            return error_block(tool_use, error)


class AsyncRunnableToolset(AnyToolset):
    """A toolset whose members are coroutine functions. It runs on `AsyncClient`."""

    @abstractmethod
    async def call(self, context: ToolsetCallContext, name: str, input: Mapping[str, object]) -> Any:
        """Run a member, as `RunnableToolset.call()` does."""

    async def close(self) -> None:
        """Close the toolset: each later call raises `ToolsetClosedError`. Extend it to let go of what it holds."""
        self._closed = True

    async def __aenter__(self) -> Self:
        self.check_open()
        return self

    async def __aexit__(self, *exception: object) -> None:
        if not self._closed:
            await self.close()

    async def tool_result(self, tool_use: ToolUseBlock) -> ToolResultBlockParam:
        """Run one call and give its result, for programs that send the messages themselves.

        Raises:
            ToolsetUsageError: The call is of another toolset, or the program uses this one in the wrong way.
        """
        self._check_call(tool_use)
        try:
            return result_block(
                tool_use, await self.call(ToolsetCallContext(tool_use=tool_use), tool_use.name, tool_use.input)
            )
        except ToolAbort:
            raise
        except Exception as error:
            return error_block(tool_use, error)


class MemberTool(Tool):
    """One call of a toolset's member, as a tool that a run can call."""

    def __init__(self, toolset: RunnableToolset | AsyncRunnableToolset, tool_use: ToolUseBlock) -> None:
        """Made by a run."""
        self.toolset = toolset
        self.name: str = tool_use.name
        self.is_async: bool = isinstance(toolset, AsyncRunnableToolset)
        self._context = ToolsetCallContext(tool_use=tool_use)

    def to_param(self) -> ToolUnionParam:
        return self.toolset.to_dict()

    def call(self, input: Mapping[str, object], context: object = None) -> Any:
        del context
        self.toolset.check_open()
        return self.toolset.call(self._context, self.name, input)
