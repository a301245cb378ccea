"""Definitions of tools, where the API returns them: in what compaction tells of changed tools.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, OpenModel, Tagged
from .model_names import ModelParam


class ResponseToolInputSchema(OpenModel):
    """The JSON schema of the tool's input. Beta."""

    type: Literal["object"]
    properties: dict[str, object] | None = None
    required: list[str] | None = None


class ResponseTool(Model):
    """A tool of yours, as the request defined it. Beta."""

    input_schema: ResponseToolInputSchema
    name: str
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    description: str | None = None
    eager_input_streaming: bool | None = None
    """Stream the tool's input while it is made, without checking it as a whole."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    type: Literal["custom"] | None = None


class CacheControlEphemeral(Model):
    """The prompt is kept in the cache up to here. Beta."""

    type: Literal["ephemeral"]
    ttl: Literal["5m", "1h"] | None = None
    """How long it stays there; five minutes when left out."""


class ToolBash20241022(Model):
    """A shell that you run and the model writes to, version 20241022. Beta."""

    name: Literal["bash"]
    type: Literal["bash_20241022"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolBash20250124(Model):
    """A shell that you run and the model writes to, version 20250124. Beta."""

    name: Literal["bash"]
    type: Literal["bash_20250124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20250522(Model):
    """A container in which the model runs code, version 20250522. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20250522"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20250825(Model):
    """A container in which the model runs code, version 20250825. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20250825"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20260120(Model):
    """A container in which the model runs code, version 20260120. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20260120"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20260521(Model):
    """A container in which the model runs code, version 20260521. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20260521"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class BrowserCloseTabConfig(Model):
    """How the browser toolset offers `close_tab`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserDoubleClickConfig(Model):
    """How the browser toolset offers `double_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserFileUploadConfig(Model):
    """How the browser toolset offers `file_upload`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserFindConfig(Model):
    """How the browser toolset offers `find`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserFormInputConfig(Model):
    """How the browser toolset offers `form_input`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserGetPageTextConfig(Model):
    """How the browser toolset offers `get_page_text`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserHoldKeyConfig(Model):
    """How the browser toolset offers `hold_key`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserHoverConfig(Model):
    """How the browser toolset offers `hover`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserJavascriptExecConfig(Model):
    """How the browser toolset offers `javascript_exec`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserKeyConfig(Model):
    """How the browser toolset offers `key`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserLeftClickConfig(Model):
    """How the browser toolset offers `left_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserLeftClickDragConfig(Model):
    """How the browser toolset offers `left_click_drag`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserLeftMouseDownConfig(Model):
    """How the browser toolset offers `left_mouse_down`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserLeftMouseUpConfig(Model):
    """How the browser toolset offers `left_mouse_up`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserListTabsConfig(Model):
    """How the browser toolset offers `list_tabs`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserMiddleClickConfig(Model):
    """How the browser toolset offers `middle_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserMouseMoveConfig(Model):
    """How the browser toolset offers `mouse_move`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserNavigateConfig(Model):
    """How the browser toolset offers `navigate`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserNewTabConfig(Model):
    """How the browser toolset offers `new_tab`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserReadConsoleConfig(Model):
    """How the browser toolset offers `read_console`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserReadNetworkConfig(Model):
    """How the browser toolset offers `read_network`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserReadPageConfig(Model):
    """How the browser toolset offers `read_page`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserRightClickConfig(Model):
    """How the browser toolset offers `right_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserScreenshotConfig(Model):
    """How the browser toolset offers `screenshot`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserScrollConfig(Model):
    """How the browser toolset offers `scroll`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserScrollToConfig(Model):
    """How the browser toolset offers `scroll_to`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserSwitchTabConfig(Model):
    """How the browser toolset offers `switch_tab`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserTripleClickConfig(Model):
    """How the browser toolset offers `triple_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserTypeConfig(Model):
    """How the browser toolset offers `type`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserWaitConfig(Model):
    """How the browser toolset offers `wait`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserZoomConfig(Model):
    """How the browser toolset offers `zoom`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class BrowserToolsetConfigs(Model):
    """Which of the toolset's tools are offered, and how. Beta."""

    close_tab: BrowserCloseTabConfig | None = None
    double_click: BrowserDoubleClickConfig | None = None
    file_upload: BrowserFileUploadConfig | None = None
    find: BrowserFindConfig | None = None
    form_input: BrowserFormInputConfig | None = None
    get_page_text: BrowserGetPageTextConfig | None = None
    hold_key: BrowserHoldKeyConfig | None = None
    hover: BrowserHoverConfig | None = None
    javascript_exec: BrowserJavascriptExecConfig | None = None
    key: BrowserKeyConfig | None = None
    left_click: BrowserLeftClickConfig | None = None
    left_click_drag: BrowserLeftClickDragConfig | None = None
    left_mouse_down: BrowserLeftMouseDownConfig | None = None
    left_mouse_up: BrowserLeftMouseUpConfig | None = None
    list_tabs: BrowserListTabsConfig | None = None
    middle_click: BrowserMiddleClickConfig | None = None
    mouse_move: BrowserMouseMoveConfig | None = None
    navigate: BrowserNavigateConfig | None = None
    new_tab: BrowserNewTabConfig | None = None
    read_console: BrowserReadConsoleConfig | None = None
    read_network: BrowserReadNetworkConfig | None = None
    read_page: BrowserReadPageConfig | None = None
    right_click: BrowserRightClickConfig | None = None
    screenshot: BrowserScreenshotConfig | None = None
    scroll: BrowserScrollConfig | None = None
    scroll_to: BrowserScrollToConfig | None = None
    switch_tab: BrowserSwitchTabConfig | None = None
    triple_click: BrowserTripleClickConfig | None = None
    type: BrowserTypeConfig | None = None
    wait: BrowserWaitConfig | None = None
    zoom: BrowserZoomConfig | None = None


class BrowserToolset20260801(Model):
    """A browser that you run and the model operates. Beta."""

    type: Literal["browser_toolset_20260801"]
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    configs: BrowserToolsetConfigs | None = None


class ToolComputerUse20241022(Model):
    """A computer that you run and the model operates, version 20241022. Beta."""

    display_height_px: int
    display_width_px: int
    name: Literal["computer"]
    type: Literal["computer_20241022"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    display_number: int | None = None
    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class MemoryTool20250818(Model):
    """Files that you keep and the model remembers by, version 20250818. Beta."""

    name: Literal["memory"]
    type: Literal["memory_20250818"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolComputerUse20250124(Model):
    """A computer that you run and the model operates, version 20250124. Beta."""

    display_height_px: int
    display_width_px: int
    name: Literal["computer"]
    type: Literal["computer_20250124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    display_number: int | None = None
    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolTextEditor20241022(Model):
    """An editor that you run and the model edits files with, version 20241022. Beta."""

    name: Literal["str_replace_editor"]
    type: Literal["text_editor_20241022"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolComputerUse20251124(Model):
    """A computer that you run and the model operates, version 20251124. Beta."""

    display_height_px: int
    display_width_px: int
    name: Literal["computer"]
    type: Literal["computer_20251124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    display_number: int | None = None
    enable_zoom: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ComputerCursorPositionConfig(Model):
    """How the computer toolset offers `cursor_position`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerDoubleClickConfig(Model):
    """How the computer toolset offers `double_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerHoldKeyConfig(Model):
    """How the computer toolset offers `hold_key`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerKeyConfig(Model):
    """How the computer toolset offers `key`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerLeftClickConfig(Model):
    """How the computer toolset offers `left_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerLeftClickDragConfig(Model):
    """How the computer toolset offers `left_click_drag`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerLeftMouseDownConfig(Model):
    """How the computer toolset offers `left_mouse_down`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerLeftMouseUpConfig(Model):
    """How the computer toolset offers `left_mouse_up`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerMiddleClickConfig(Model):
    """How the computer toolset offers `middle_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerMouseMoveConfig(Model):
    """How the computer toolset offers `mouse_move`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerRightClickConfig(Model):
    """How the computer toolset offers `right_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerScreenshotConfig(Model):
    """How the computer toolset offers `screenshot`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerScrollConfig(Model):
    """How the computer toolset offers `scroll`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerTripleClickConfig(Model):
    """How the computer toolset offers `triple_click`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerTypeConfig(Model):
    """How the computer toolset offers `type`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerWaitConfig(Model):
    """How the computer toolset offers `wait`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerZoomConfig(Model):
    """How the computer toolset offers `zoom`. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class ComputerToolsetConfigs(Model):
    """Which of the toolset's tools are offered, and how. Beta."""

    cursor_position: ComputerCursorPositionConfig | None = None
    double_click: ComputerDoubleClickConfig | None = None
    hold_key: ComputerHoldKeyConfig | None = None
    key: ComputerKeyConfig | None = None
    left_click: ComputerLeftClickConfig | None = None
    left_click_drag: ComputerLeftClickDragConfig | None = None
    left_mouse_down: ComputerLeftMouseDownConfig | None = None
    left_mouse_up: ComputerLeftMouseUpConfig | None = None
    middle_click: ComputerMiddleClickConfig | None = None
    mouse_move: ComputerMouseMoveConfig | None = None
    right_click: ComputerRightClickConfig | None = None
    screenshot: ComputerScreenshotConfig | None = None
    scroll: ComputerScrollConfig | None = None
    triple_click: ComputerTripleClickConfig | None = None
    type: ComputerTypeConfig | None = None
    wait: ComputerWaitConfig | None = None
    zoom: ComputerZoomConfig | None = None


class ComputerToolset20260801(Model):
    """A computer that you run and the model operates. Beta."""

    type: Literal["computer_toolset_20260801"]
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    configs: ComputerToolsetConfigs | None = None


class ToolTextEditor20250124(Model):
    """An editor that you run and the model edits files with, version 20250124. Beta."""

    name: Literal["str_replace_editor"]
    type: Literal["text_editor_20250124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolTextEditor20250429(Model):
    """An editor that you run and the model edits files with, version 20250429. Beta."""

    name: Literal["str_replace_based_edit_tool"]
    type: Literal["text_editor_20250429"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolTextEditor20250728(Model):
    """An editor that you run and the model edits files with, version 20250728. Beta."""

    name: Literal["str_replace_based_edit_tool"]
    type: Literal["text_editor_20250728"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: list[dict[str, object]] | None = None
    """Inputs as the tool may get them."""

    max_characters: int | None = None
    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class UserLocation(Model):
    """Where the user is, roughly, for results that fit. Beta."""

    type: Literal["approximate"]
    city: str | None = None
    country: str | None = None
    region: str | None = None
    timezone: str | None = None


class WebSearchTool20250305(Model):
    """Search on the web, version 20250305. Beta."""

    name: Literal["web_search"]
    type: Literal["web_search_20250305"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_uses: int | None = None
    """The most calls in one request."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    user_location: UserLocation | None = None


class ResponseCitationsConfigParam(Model):
    """Whether the model cites the document. Beta."""

    enabled: bool | None = None


class WebFetchURLSourceAll(Model):
    """All of them. Beta."""

    type: Literal["all"]


class WebFetchURLSourceNone(Model):
    """None of them. Beta."""

    type: Literal["none"]


class WebFetchURLSourceToolReference(Model):
    """A tool, by its name. Beta."""

    name: str
    type: Literal["tool_reference"]


class WebFetchURLSourceOnly(Model):
    """Those of some tools. Beta."""

    tools: list[WebFetchURLSourceToolReference]
    type: Literal["only"]


class WebFetchURLSourceExcept(Model):
    """All but those of some tools. Beta."""

    tools: list[WebFetchURLSourceToolReference]
    type: Literal["except"]


WebFetchURLSourcesClientToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAll | WebFetchURLSourceNone | WebFetchURLSourceOnly | WebFetchURLSourceExcept, Tagged("type")
]
"""URLs in what your tools gave. Beta."""


WebFetchURLSourcesServerToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAll | WebFetchURLSourceNone | WebFetchURLSourceOnly | WebFetchURLSourceExcept, Tagged("type")
]
"""URLs in what tools on the server gave. Beta."""


WebFetchURLSourcesUserInput: TypeAlias = Annotated[WebFetchURLSourceAll | WebFetchURLSourceNone, Tagged("type")]
"""URLs in what the user wrote. Beta."""


class WebFetchURLSources(Model):
    """Where a URL may come from that the model fetches. Beta."""

    client_tool_results: WebFetchURLSourcesClientToolResults | None = None
    server_tool_results: WebFetchURLSourcesServerToolResults | None = None
    user_input: WebFetchURLSourcesUserInput | None = None


class WebFetchTool20250910(Model):
    """Pages and PDFs from the web, version 20250910. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20250910"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None = None
    max_uses: int | None = None
    """The most calls in one request."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSources | None = None


class WebSearchTool20260209(Model):
    """Search on the web, version 20260209. Beta."""

    name: Literal["web_search"]
    type: Literal["web_search_20260209"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_uses: int | None = None
    """The most calls in one request."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    user_location: UserLocation | None = None


class WebFetchTool20260209(Model):
    """Pages and PDFs from the web, version 20260209. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20260209"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None = None
    max_uses: int | None = None
    """The most calls in one request."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSources | None = None


class WebFetchTool20260309(Model):
    """Pages and PDFs from the web, version 20260309. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20260309"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None = None
    max_uses: int | None = None
    """The most calls in one request."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSources | None = None
    use_cache: bool | None = None


class WebSearchTool20260318(Model):
    """Search on the web, version 20260318. Beta."""

    name: Literal["web_search"]
    type: Literal["web_search_20260318"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_uses: int | None = None
    """The most calls in one request."""

    response_inclusion: Literal["full", "excluded"] | None = None
    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    user_location: UserLocation | None = None


class WebFetchTool20260318(Model):
    """Pages and PDFs from the web, version 20260318. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20260318"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None = None
    max_uses: int | None = None
    """The most calls in one request."""

    response_inclusion: Literal["full", "excluded"] | None = None
    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSources | None = None
    use_cache: bool | None = None


class AdvisorTool20260301(Model):
    """Another model that the model can ask for advice, version 20260301. Beta."""

    model: ModelParam
    name: Literal["advisor"]
    type: Literal["advisor_20260301"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    caching: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_tokens: int | None = None
    """The most tokens that the message may have. The model may stop before."""

    max_uses: int | None = None
    """The most calls in one request."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolSearchToolBm25_20251119(Model):
    """Search among the tools that are not loaded yet, by words; version 20251119. Beta."""

    name: Literal["tool_search_tool_bm25"]
    type: Literal["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class ToolSearchToolRegex20251119(Model):
    """Search among the tools that are not loaded yet, by regular expressions; version 20251119. Beta."""

    name: Literal["tool_search_tool_regex"]
    type: Literal["tool_search_tool_regex_20251119", "tool_search_tool_regex"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool | None = None
    """Have names and inputs of calls always fit the tool's schema."""


class MCPToolConfig(Model):
    """How one tool of the server is offered. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class MCPToolDefaultConfig(Model):
    """How the server's tools are offered, unless told otherwise for one. Beta."""

    defer_loading: bool | None = None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None = None


class MCPToolParam(Model):
    """A tool of an MCP server, defined in the request. Beta."""

    input_schema: dict[str, object]
    name: str
    description: str | None = None


class MCPToolset(Model):
    """The tools of an MCP server. Beta."""

    mcp_server_name: str
    type: Literal["mcp_toolset"]
    cache_control: CacheControlEphemeral | None = None
    """Keep the prompt up to here in the cache."""

    configs: dict[str, MCPToolConfig] | None = None
    default_config: MCPToolDefaultConfig | None = None
    tools: list[MCPToolParam] | None = None


ResponseToolUnion: TypeAlias = Annotated[
    ResponseTool
    | ToolBash20241022
    | ToolBash20250124
    | CodeExecutionTool20250522
    | CodeExecutionTool20250825
    | CodeExecutionTool20260120
    | CodeExecutionTool20260521
    | BrowserToolset20260801
    | ToolComputerUse20241022
    | MemoryTool20250818
    | ToolComputerUse20250124
    | ToolTextEditor20241022
    | ToolComputerUse20251124
    | ComputerToolset20260801
    | ToolTextEditor20250124
    | ToolTextEditor20250429
    | ToolTextEditor20250728
    | WebSearchTool20250305
    | WebFetchTool20250910
    | WebSearchTool20260209
    | WebFetchTool20260209
    | WebFetchTool20260309
    | WebSearchTool20260318
    | WebFetchTool20260318
    | AdvisorTool20260301
    | ToolSearchToolBm25_20251119
    | ToolSearchToolRegex20251119
    | MCPToolset,
    Tagged("type", default="custom"),
]
"""A tool, as the request defined it. Beta."""
