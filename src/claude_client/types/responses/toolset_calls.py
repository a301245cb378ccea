"""What the API returns: toolset calls.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._model import Model, Tagged
from .content import DirectCaller, ServerToolCaller, ServerToolCaller20260120, ToolUseBlock


class BrowserCoordinateTarget(Model):
    type: Literal["coordinate"]
    x: int
    y: int


class BrowserRefTarget(Model):
    ref: str
    type: Literal["ref"]


BrowserClickTarget: TypeAlias = Annotated[BrowserCoordinateTarget | BrowserRefTarget, Tagged("type")]
"""One of these; `type` tells which."""


class BrowserCloseTabInput(Model):
    tab_id: str


ToolUseCaller: TypeAlias = Annotated[DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")]
"""One of these; `type` tells which."""


class BrowserCloseTabToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserCloseTabInput
    name: Literal["close_tab"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserDoubleClickInput(Model):
    target: BrowserClickTarget
    modifiers: str | None = None
    tab_id: str | None = None


class BrowserDoubleClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserDoubleClickInput
    name: Literal["double_click"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserFileUploadInput(Model):
    target: BrowserRefTarget
    document_ids: list[str] | None = None
    paths: list[str] | None = None
    tab_id: str | None = None


class BrowserFileUploadToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserFileUploadInput
    name: Literal["file_upload"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserFindInput(Model):
    query: str
    tab_id: str | None = None


class BrowserFindToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserFindInput
    name: Literal["find"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


BrowserFormInputValue: TypeAlias = str | float | bool
"""One of these."""


class BrowserFormInputInput(Model):
    target: BrowserRefTarget
    value: BrowserFormInputValue
    tab_id: str | None = None


class BrowserFormInputToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserFormInputInput
    name: Literal["form_input"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserGetPageTextInput(Model):
    tab_id: str | None = None


class BrowserGetPageTextToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserGetPageTextInput
    name: Literal["get_page_text"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserHoldKeyInput(Model):
    duration: float
    text: str
    tab_id: str | None = None


class BrowserHoldKeyToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserHoldKeyInput
    name: Literal["hold_key"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserHoverInput(Model):
    target: BrowserClickTarget
    tab_id: str | None = None


class BrowserHoverToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserHoverInput
    name: Literal["hover"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserJavascriptExecInput(Model):
    text: str
    tab_id: str | None = None


class BrowserJavascriptExecToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserJavascriptExecInput
    name: Literal["javascript_exec"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserKeyInput(Model):
    text: str
    repeat: int | None = None
    tab_id: str | None = None


class BrowserKeyToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserKeyInput
    name: Literal["key"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserLeftClickDragInput(Model):
    from_: BrowserCoordinateTarget = Field(alias="from")
    target: BrowserCoordinateTarget
    tab_id: str | None = None


class BrowserLeftClickDragToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserLeftClickDragInput
    name: Literal["left_click_drag"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserLeftClickInput(Model):
    target: BrowserClickTarget
    modifiers: str | None = None
    tab_id: str | None = None


class BrowserLeftClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserLeftClickInput
    name: Literal["left_click"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserLeftMouseDownInput(Model):
    target: BrowserCoordinateTarget
    tab_id: str | None = None


class BrowserLeftMouseDownToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserLeftMouseDownInput
    name: Literal["left_mouse_down"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserLeftMouseUpInput(Model):
    target: BrowserCoordinateTarget
    tab_id: str | None = None


class BrowserLeftMouseUpToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserLeftMouseUpInput
    name: Literal["left_mouse_up"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserListTabsInput(Model):
    """An object without fields."""


class BrowserListTabsToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserListTabsInput
    name: Literal["list_tabs"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserMiddleClickInput(Model):
    target: BrowserClickTarget
    modifiers: str | None = None
    tab_id: str | None = None


class BrowserMiddleClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserMiddleClickInput
    name: Literal["middle_click"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserMouseMoveInput(Model):
    target: BrowserCoordinateTarget
    tab_id: str | None = None


class BrowserMouseMoveToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserMouseMoveInput
    name: Literal["mouse_move"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserNavigateInput(Model):
    url: str
    tab_id: str | None = None


class BrowserNavigateToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserNavigateInput
    name: Literal["navigate"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserNewTabInput(Model):
    """An object without fields."""


class BrowserNewTabToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserNewTabInput
    name: Literal["new_tab"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserReadConsoleInput(Model):
    tab_id: str | None = None


class BrowserReadConsoleToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserReadConsoleInput
    name: Literal["read_console"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserReadNetworkInput(Model):
    tab_id: str | None = None


class BrowserReadNetworkToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserReadNetworkInput
    name: Literal["read_network"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


BrowserReadPageFilter: TypeAlias = Literal["all", "interactive"]
"""One of these, or another that came later."""


class BrowserReadPageInput(Model):
    depth: int | None = None
    filter: BrowserReadPageFilter | None = None
    ref: str | None = None
    tab_id: str | None = None


class BrowserReadPageToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserReadPageInput
    name: Literal["read_page"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserRightClickInput(Model):
    target: BrowserClickTarget
    modifiers: str | None = None
    tab_id: str | None = None


class BrowserRightClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserRightClickInput
    name: Literal["right_click"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserScreenshotInput(Model):
    tab_id: str | None = None


class BrowserScreenshotToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserScreenshotInput
    name: Literal["screenshot"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


BrowserScrollDirection: TypeAlias = Literal["up", "down", "left", "right"]
"""One of these, or another that came later."""


class BrowserScrollInput(Model):
    scroll_direction: BrowserScrollDirection
    target: BrowserCoordinateTarget
    scroll_amount: int | None = None
    tab_id: str | None = None


class BrowserScrollToInput(Model):
    target: BrowserRefTarget
    tab_id: str | None = None


class BrowserScrollToToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserScrollToInput
    name: Literal["scroll_to"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserScrollToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserScrollInput
    name: Literal["scroll"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserSwitchTabInput(Model):
    tab_id: str


class BrowserSwitchTabToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserSwitchTabInput
    name: Literal["switch_tab"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserZoomInput(Model):
    region: list[int]
    tab_id: str | None = None


class BrowserZoomToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserZoomInput
    name: Literal["zoom"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserTripleClickInput(Model):
    target: BrowserClickTarget
    modifiers: str | None = None
    tab_id: str | None = None


class BrowserTripleClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserTripleClickInput
    name: Literal["triple_click"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserTypeInput(Model):
    text: str
    tab_id: str | None = None


class BrowserTypeToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserTypeInput
    name: Literal["type"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


class BrowserWaitInput(Model):
    duration: float
    tab_id: str | None = None


class BrowserWaitToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: BrowserWaitInput
    name: Literal["wait"]
    toolset_name: Literal["browser"]
    type: Literal["tool_use"]


BrowserToolUseBlock: TypeAlias = Annotated[
    BrowserNavigateToolUseBlock
    | BrowserListTabsToolUseBlock
    | BrowserNewTabToolUseBlock
    | BrowserSwitchTabToolUseBlock
    | BrowserCloseTabToolUseBlock
    | BrowserReadPageToolUseBlock
    | BrowserGetPageTextToolUseBlock
    | BrowserReadConsoleToolUseBlock
    | BrowserReadNetworkToolUseBlock
    | BrowserFindToolUseBlock
    | BrowserFormInputToolUseBlock
    | BrowserFileUploadToolUseBlock
    | BrowserScrollToToolUseBlock
    | BrowserScreenshotToolUseBlock
    | BrowserZoomToolUseBlock
    | BrowserLeftClickToolUseBlock
    | BrowserRightClickToolUseBlock
    | BrowserMiddleClickToolUseBlock
    | BrowserDoubleClickToolUseBlock
    | BrowserTripleClickToolUseBlock
    | BrowserHoverToolUseBlock
    | BrowserLeftClickDragToolUseBlock
    | BrowserLeftMouseDownToolUseBlock
    | BrowserLeftMouseUpToolUseBlock
    | BrowserMouseMoveToolUseBlock
    | BrowserScrollToolUseBlock
    | BrowserTypeToolUseBlock
    | BrowserKeyToolUseBlock
    | BrowserHoldKeyToolUseBlock
    | BrowserWaitToolUseBlock
    | BrowserJavascriptExecToolUseBlock,
    Tagged("name"),
]
"""One of these; `name` tells which."""


class ComputerCursorPositionInput(Model):
    """An object without fields."""


class ComputerCursorPositionToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerCursorPositionInput
    name: Literal["cursor_position"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerDoubleClickInput(Model):
    coordinate: list[int] | None = None
    text: str | None = None


class ComputerDoubleClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerDoubleClickInput
    name: Literal["double_click"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerHoldKeyInput(Model):
    duration: int
    text: str


class ComputerHoldKeyToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerHoldKeyInput
    name: Literal["hold_key"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerKeyInput(Model):
    text: str
    repeat: int | None = None


class ComputerKeyToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerKeyInput
    name: Literal["key"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerLeftClickDragInput(Model):
    coordinate: list[int]
    start_coordinate: list[int]
    text: str | None = None


class ComputerLeftClickDragToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerLeftClickDragInput
    name: Literal["left_click_drag"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerLeftClickInput(Model):
    coordinate: list[int] | None = None
    text: str | None = None


class ComputerLeftClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerLeftClickInput
    name: Literal["left_click"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerLeftMouseDownInput(Model):
    """An object without fields."""


class ComputerLeftMouseDownToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerLeftMouseDownInput
    name: Literal["left_mouse_down"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerLeftMouseUpInput(Model):
    """An object without fields."""


class ComputerLeftMouseUpToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerLeftMouseUpInput
    name: Literal["left_mouse_up"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerMiddleClickInput(Model):
    coordinate: list[int] | None = None
    text: str | None = None


class ComputerMiddleClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerMiddleClickInput
    name: Literal["middle_click"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerMouseMoveInput(Model):
    coordinate: list[int]


class ComputerMouseMoveToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerMouseMoveInput
    name: Literal["mouse_move"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerRightClickInput(Model):
    coordinate: list[int] | None = None
    text: str | None = None


class ComputerRightClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerRightClickInput
    name: Literal["right_click"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerScreenshotInput(Model):
    """An object without fields."""


class ComputerScreenshotToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerScreenshotInput
    name: Literal["screenshot"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


ComputerScrollDirection: TypeAlias = Literal["up", "down", "left", "right"]
"""One of these, or another that came later."""


class ComputerScrollInput(Model):
    scroll_amount: int
    scroll_direction: ComputerScrollDirection
    coordinate: list[int] | None = None
    text: str | None = None


class ComputerScrollToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerScrollInput
    name: Literal["scroll"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerTypeInput(Model):
    text: str


class ComputerTypeToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerTypeInput
    name: Literal["type"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerTripleClickInput(Model):
    coordinate: list[int] | None = None
    text: str | None = None


class ComputerTripleClickToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerTripleClickInput
    name: Literal["triple_click"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerWaitInput(Model):
    duration: int


class ComputerWaitToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerWaitInput
    name: Literal["wait"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


class ComputerZoomInput(Model):
    region: list[int]


class ComputerZoomToolUseBlock(Model):
    id: str
    caller: ToolUseCaller | None = None
    input: ComputerZoomInput
    name: Literal["zoom"]
    toolset_name: Literal["computer"]
    type: Literal["tool_use"]


ComputerToolUseBlock: TypeAlias = Annotated[
    ComputerKeyToolUseBlock
    | ComputerHoldKeyToolUseBlock
    | ComputerTypeToolUseBlock
    | ComputerCursorPositionToolUseBlock
    | ComputerMouseMoveToolUseBlock
    | ComputerLeftMouseDownToolUseBlock
    | ComputerLeftMouseUpToolUseBlock
    | ComputerLeftClickToolUseBlock
    | ComputerLeftClickDragToolUseBlock
    | ComputerRightClickToolUseBlock
    | ComputerMiddleClickToolUseBlock
    | ComputerDoubleClickToolUseBlock
    | ComputerTripleClickToolUseBlock
    | ComputerScrollToolUseBlock
    | ComputerWaitToolUseBlock
    | ComputerScreenshotToolUseBlock
    | ComputerZoomToolUseBlock,
    Tagged("name"),
]
"""One of these; `name` tells which."""


ToolsetToolUseBlock: TypeAlias = BrowserToolUseBlock | ComputerToolUseBlock | ToolUseBlock
"""One of these."""
