"""The computer toolset: a screen, keyboard and mouse that you provide and the model operates, as abstract classes.

A class for a computer extends `ComputerToolset`, or `AsyncComputerToolset` on an event loop, and defines a method for
each member that it has; the model is offered no others.

API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias, cast

from .members import Ask, AsyncMembers, CallFlow, Family, MemberToolset, RunMember, SyncMembers, to_blocks
from .members import ScreenshotResult as ScreenshotResult
from .members import ToolConfigs as ToolConfigs
from .members import ToolsetContent as ToolsetContent
from .policies import Confirm as Confirm
from .policies import ConfirmContext as ConfirmContext
from .policies import ToolsetCallContext as ToolsetCallContext
from .toolset_errors import InvalidMemberInputError

if TYPE_CHECKING:
    from ..types import (
        ComputerCursorPositionInput,
        ComputerDoubleClickInput,
        ComputerHoldKeyInput,
        ComputerKeyInput,
        ComputerLeftClickDragInput,
        ComputerLeftClickInput,
        ComputerLeftMouseDownInput,
        ComputerLeftMouseUpInput,
        ComputerMiddleClickInput,
        ComputerMouseMoveInput,
        ComputerRightClickInput,
        ComputerScreenshotInput,
        ComputerScrollInput,
        ComputerToolset20260801Param,
        ComputerToolsetConfigsParam,
        ComputerTripleClickInput,
        ComputerTypeInput,
        ComputerWaitInput,
        ComputerZoomInput,
    )

COMPUTER: Final = Family(
    toolset_name="computer",
    type="computer_toolset_20260801",
    inputs={
        "key": "ComputerKeyInput",
        "hold_key": "ComputerHoldKeyInput",
        "type": "ComputerTypeInput",
        "cursor_position": "ComputerCursorPositionInput",
        "mouse_move": "ComputerMouseMoveInput",
        "left_mouse_down": "ComputerLeftMouseDownInput",
        "left_mouse_up": "ComputerLeftMouseUpInput",
        "left_click": "ComputerLeftClickInput",
        "left_click_drag": "ComputerLeftClickDragInput",
        "right_click": "ComputerRightClickInput",
        "middle_click": "ComputerMiddleClickInput",
        "double_click": "ComputerDoubleClickInput",
        "triple_click": "ComputerTripleClickInput",
        "scroll": "ComputerScrollInput",
        "wait": "ComputerWaitInput",
        "screenshot": "ComputerScreenshotInput",
        "zoom": "ComputerZoomInput",
    },
    asks=frozenset({"type", "key", "hold_key"}),
)
"""What the API says of the toolset."""


@dataclass(frozen=True, kw_only=True)
class CursorPositionResult:
    """Where the mouse is, in pixels of the screen."""

    x: int
    y: int


ComputerMemberResult: TypeAlias = "CursorPositionResult | ScreenshotResult | str | None"
"""What a member returns."""


class ComputerMembers(MemberToolset):
    """The members of a computer, and what a call of them goes through.

    A member gets the call's context and its checked input: coordinates are two numbers, a region four. An error that it
    raises goes to the model.
    """

    toolset_name: ClassVar[str] = "computer"
    family: ClassVar[Family] = COMPUTER
    _declares_members: ClassVar[bool] = True

    def __init__(
        self,
        *,
        configs: ComputerToolsetConfigsParam | None = None,
        confirm: Confirm | None = None,
        tool_configs: ToolConfigs | None = None,
    ) -> None:
        """Args:
        configs: Which members are on: `{"type": {"enabled": False}}`. All are unless they stand here.
        confirm: Asked before each call with a `ConfirmContext`; only True lets it run. `type`, `key` and `hold_key` can
            be on only with it.
        tool_configs: Other fields for the API: `cache_control`.

        Raises:
            ToolsetConfigError: `configs` turns on what the class does not have, or what needs `confirm`.
        """
        super().__init__(configs=cast("Mapping[str, Any] | None", configs), confirm=confirm, tool_configs=tool_configs)

    def to_dict(self) -> ComputerToolset20260801Param:
        """The toolset as the API takes it. Members that the class lacks are turned off."""
        return cast("ComputerToolset20260801Param", self._to_param())

    def execute(self, context: ToolsetCallContext, name: str, input: Any) -> Any:
        """Run a member by its name. A class that defines this, and nothing else, has all members."""
        return getattr(self, name)(context, input)

    def _flow(self, context: ToolsetCallContext, name: str, raw: Mapping[str, object]) -> CallFlow:
        input = self._read_input(name, raw)
        for place, form in (
            ("coordinate", "[x, y]"),
            ("start_coordinate", "[x, y]"),
            ("region", "[x0, y0, x1, y1]"),
        ):
            given = getattr(input, place, None)
            if given is not None and len(given) != form.count(",") + 1:
                raise InvalidMemberInputError(f"The input of {name!r} does not fit: {place} takes {form}.")
        if self._asks(name):
            yield Ask(ConfirmContext(tool_use=context.tool_use, member=name, input=input))
        result = yield RunMember(context, name, input)
        if isinstance(result, CursorPositionResult):
            result = f"X={result.x},Y={result.y}"
        return to_blocks(result)

    # ---- members ----

    def key(self, context: ToolsetCallContext, input: ComputerKeyInput) -> Any:
        """Press a key, or several at once such as `ctrl+a`, `repeat` times. Gives a string or nothing."""
        raise NotImplementedError

    def hold_key(self, context: ToolsetCallContext, input: ComputerHoldKeyInput) -> Any:
        """Hold a key for `duration` seconds. Gives a string or nothing."""
        raise NotImplementedError

    def type(self, context: ToolsetCallContext, input: ComputerTypeInput) -> Any:
        """Type text. Gives a string or nothing."""
        raise NotImplementedError

    def cursor_position(self, context: ToolsetCallContext, input: ComputerCursorPositionInput) -> Any:
        """Where the mouse is. Gives a `CursorPositionResult`."""
        raise NotImplementedError

    def mouse_move(self, context: ToolsetCallContext, input: ComputerMouseMoveInput) -> Any:
        """Move the mouse. Gives a string or nothing."""
        raise NotImplementedError

    def left_mouse_down(self, context: ToolsetCallContext, input: ComputerLeftMouseDownInput) -> Any:
        """Press the left button and keep it down. Gives a string or nothing."""
        raise NotImplementedError

    def left_mouse_up(self, context: ToolsetCallContext, input: ComputerLeftMouseUpInput) -> Any:
        """Release the left button. Gives a string or nothing."""
        raise NotImplementedError

    def left_click(self, context: ToolsetCallContext, input: ComputerLeftClickInput) -> Any:
        """Click at `coordinate`, or where the mouse is, with the keys in `text` held. Gives a string or nothing."""
        raise NotImplementedError

    def left_click_drag(self, context: ToolsetCallContext, input: ComputerLeftClickDragInput) -> Any:
        """Drag with the left button from `start_coordinate` to `coordinate`. Gives a string or nothing."""
        raise NotImplementedError

    def right_click(self, context: ToolsetCallContext, input: ComputerRightClickInput) -> Any:
        """Click with the right button. Gives a string or nothing."""
        raise NotImplementedError

    def middle_click(self, context: ToolsetCallContext, input: ComputerMiddleClickInput) -> Any:
        """Click with the middle button. Gives a string or nothing."""
        raise NotImplementedError

    def double_click(self, context: ToolsetCallContext, input: ComputerDoubleClickInput) -> Any:
        """Click twice. Gives a string or nothing."""
        raise NotImplementedError

    def triple_click(self, context: ToolsetCallContext, input: ComputerTripleClickInput) -> Any:
        """Click three times. Gives a string or nothing."""
        raise NotImplementedError

    def scroll(self, context: ToolsetCallContext, input: ComputerScrollInput) -> Any:
        """Scroll at `coordinate`, or where the mouse is, by `scroll_amount` steps. Gives a string or nothing."""
        raise NotImplementedError

    def wait(self, context: ToolsetCallContext, input: ComputerWaitInput) -> Any:
        """Wait for `duration` seconds. Gives a string or nothing."""
        raise NotImplementedError

    def screenshot(self, context: ToolsetCallContext, input: ComputerScreenshotInput) -> Any:
        """A picture of the screen. Gives a `ScreenshotResult`."""
        raise NotImplementedError

    def zoom(self, context: ToolsetCallContext, input: ComputerZoomInput) -> Any:
        """A picture of `region`, [x0, y0, x1, y1] in pixels. Gives a `ScreenshotResult`."""
        raise NotImplementedError


class ComputerToolset(ComputerMembers, SyncMembers):
    """A computer whose members are functions. It runs on both clients; on `AsyncClient` they run in threads."""


class AsyncComputerToolset(ComputerMembers, AsyncMembers):
    """A computer whose members are coroutine functions. It runs on `AsyncClient`."""


# The official names.
BetaAbstractComputerToolset20260801 = ComputerToolset
BetaAsyncAbstractComputerToolset20260801 = AsyncComputerToolset
BetaAsyncComputerConfirmCallable = Confirm
BetaComputerConfirmCallable = Confirm
BetaComputerConfirmContext = ConfirmContext
BetaComputerCursorPositionResult = CursorPositionResult
BetaComputerMemberResult = ComputerMemberResult
BetaScreenshotResult = ScreenshotResult
BetaToolConfigs = ToolConfigs
BetaToolsetCallContext = ToolsetCallContext
BetaToolsetContent = ToolsetContent
