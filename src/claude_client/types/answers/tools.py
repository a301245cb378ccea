"""What the API answers: tools.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, OpenModel, Tagged
from .models import ModelParam


class ResponseToolInputSchema(OpenModel):
    """Response tool input schema. Beta."""

    type: Literal["object"]
    properties: dict[str, object] | None = None
    required: list[str] | None = None


class ResponseTool(Model):
    """Response tool. Beta."""

    input_schema: ResponseToolInputSchema
    name: str
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    defer_loading: bool | None = None
    description: str | None = None
    eager_input_streaming: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None
    type: Literal["custom"] | None = None


class CacheControlEphemeral(Model):
    """Cache control ephemeral of the type `ephemeral`. Beta."""

    type: Literal["ephemeral"]
    ttl: Literal["5m", "1h"] | None = None


class ToolBash20241022(Model):
    """Tool bash 20241022 of the type `bash_20241022`. Beta."""

    name: Literal["bash"]
    type: Literal["bash_20241022"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class ToolBash20250124(Model):
    """Tool bash 20250124 of the type `bash_20250124`. Beta."""

    name: Literal["bash"]
    type: Literal["bash_20250124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class CodeExecutionTool20250522(Model):
    """Code execution tool 20250522 of the type `code_execution_20250522`. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20250522"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    strict: bool | None = None


class CodeExecutionTool20250825(Model):
    """Code execution tool 20250825 of the type `code_execution_20250825`. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20250825"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    strict: bool | None = None


class CodeExecutionTool20260120(Model):
    """Code execution tool 20260120 of the type `code_execution_20260120`. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20260120"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    strict: bool | None = None


class CodeExecutionTool20260521(Model):
    """Code execution tool 20260521 of the type `code_execution_20260521`. Beta."""

    name: Literal["code_execution"]
    type: Literal["code_execution_20260521"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    strict: bool | None = None


class BrowserCloseTabConfig(Model):
    """Browser close tab config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserDoubleClickConfig(Model):
    """Browser double click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserFileUploadConfig(Model):
    """Browser file upload config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserFindConfig(Model):
    """Browser find config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserFormInputConfig(Model):
    """Browser form input config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserGetPageTextConfig(Model):
    """Browser get page text config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserHoldKeyConfig(Model):
    """Browser hold key config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserHoverConfig(Model):
    """Browser hover config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserJavascriptExecConfig(Model):
    """Browser javascript exec config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserKeyConfig(Model):
    """Browser key config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserLeftClickConfig(Model):
    """Browser left click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserLeftClickDragConfig(Model):
    """Browser left click drag config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserLeftMouseDownConfig(Model):
    """Browser left mouse down config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserLeftMouseUpConfig(Model):
    """Browser left mouse up config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserListTabsConfig(Model):
    """Browser list tabs config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserMiddleClickConfig(Model):
    """Browser middle click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserMouseMoveConfig(Model):
    """Browser mouse move config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserNavigateConfig(Model):
    """Browser navigate config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserNewTabConfig(Model):
    """Browser new tab config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserReadConsoleConfig(Model):
    """Browser read console config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserReadNetworkConfig(Model):
    """Browser read network config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserReadPageConfig(Model):
    """Browser read page config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserRightClickConfig(Model):
    """Browser right click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserScreenshotConfig(Model):
    """Browser screenshot config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserScrollConfig(Model):
    """Browser scroll config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserScrollToConfig(Model):
    """Browser scroll to config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserSwitchTabConfig(Model):
    """Browser switch tab config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserTripleClickConfig(Model):
    """Browser triple click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserTypeConfig(Model):
    """Browser type config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserWaitConfig(Model):
    """Browser wait config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserZoomConfig(Model):
    """Browser zoom config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class BrowserToolsetConfigs(Model):
    """Browser toolset configs. Beta."""

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
    """Browser toolset 20260801 of the type `browser_toolset_20260801`. Beta."""

    type: Literal["browser_toolset_20260801"]
    cache_control: CacheControlEphemeral | None = None
    configs: BrowserToolsetConfigs | None = None


class ToolComputerUse20241022(Model):
    """Tool computer use 20241022 of the type `computer_20241022`. Beta."""

    display_height_px: int
    display_width_px: int
    name: Literal["computer"]
    type: Literal["computer_20241022"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    display_number: int | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class MemoryTool20250818(Model):
    """Memory tool 20250818 of the type `memory_20250818`. Beta."""

    name: Literal["memory"]
    type: Literal["memory_20250818"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class ToolComputerUse20250124(Model):
    """Tool computer use 20250124 of the type `computer_20250124`. Beta."""

    display_height_px: int
    display_width_px: int
    name: Literal["computer"]
    type: Literal["computer_20250124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    display_number: int | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class ToolTextEditor20241022(Model):
    """Tool text editor 20241022 of the type `text_editor_20241022`. Beta."""

    name: Literal["str_replace_editor"]
    type: Literal["text_editor_20241022"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class ToolComputerUse20251124(Model):
    """Tool computer use 20251124 of the type `computer_20251124`. Beta."""

    display_height_px: int
    display_width_px: int
    name: Literal["computer"]
    type: Literal["computer_20251124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    display_number: int | None = None
    enable_zoom: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class ComputerCursorPositionConfig(Model):
    """Computer cursor position config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerDoubleClickConfig(Model):
    """Computer double click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerHoldKeyConfig(Model):
    """Computer hold key config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerKeyConfig(Model):
    """Computer key config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerLeftClickConfig(Model):
    """Computer left click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerLeftClickDragConfig(Model):
    """Computer left click drag config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerLeftMouseDownConfig(Model):
    """Computer left mouse down config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerLeftMouseUpConfig(Model):
    """Computer left mouse up config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerMiddleClickConfig(Model):
    """Computer middle click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerMouseMoveConfig(Model):
    """Computer mouse move config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerRightClickConfig(Model):
    """Computer right click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerScreenshotConfig(Model):
    """Computer screenshot config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerScrollConfig(Model):
    """Computer scroll config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerTripleClickConfig(Model):
    """Computer triple click config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerTypeConfig(Model):
    """Computer type config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerWaitConfig(Model):
    """Computer wait config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerZoomConfig(Model):
    """Computer zoom config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class ComputerToolsetConfigs(Model):
    """Computer toolset configs. Beta."""

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
    """Computer toolset 20260801 of the type `computer_toolset_20260801`. Beta."""

    type: Literal["computer_toolset_20260801"]
    cache_control: CacheControlEphemeral | None = None
    configs: ComputerToolsetConfigs | None = None


class ToolTextEditor20250124(Model):
    """Tool text editor 20250124 of the type `text_editor_20250124`. Beta."""

    name: Literal["str_replace_editor"]
    type: Literal["text_editor_20250124"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class ToolTextEditor20250429(Model):
    """Tool text editor 20250429 of the type `text_editor_20250429`. Beta."""

    name: Literal["str_replace_based_edit_tool"]
    type: Literal["text_editor_20250429"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    strict: bool | None = None


class ToolTextEditor20250728(Model):
    """Tool text editor 20250728 of the type `text_editor_20250728`. Beta."""

    name: Literal["str_replace_based_edit_tool"]
    type: Literal["text_editor_20250728"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    input_examples: list[dict[str, object]] | None = None
    max_characters: int | None = None
    strict: bool | None = None


class UserLocation(Model):
    """User location of the type `approximate`. Beta."""

    type: Literal["approximate"]
    city: str | None = None
    country: str | None = None
    region: str | None = None
    timezone: str | None = None


class WebSearchTool20250305(Model):
    """Web search tool 20250305 of the type `web_search_20250305`. Beta."""

    name: Literal["web_search"]
    type: Literal["web_search_20250305"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    max_uses: int | None = None
    strict: bool | None = None
    user_location: UserLocation | None = None


class ResponseCitationsConfigParam(Model):
    """Response citations config. Beta."""

    enabled: bool | None = None


class WebFetchURLSourceAll(Model):
    """Web fetch url source all of the type `all`. Beta."""

    type: Literal["all"]


class WebFetchURLSourceNone(Model):
    """Web fetch url source none of the type `none`. Beta."""

    type: Literal["none"]


class WebFetchURLSourceToolReference(Model):
    """Web fetch url source tool reference of the type `tool_reference`. Beta."""

    name: str
    type: Literal["tool_reference"]


class WebFetchURLSourceOnly(Model):
    """Web fetch url source only of the type `only`. Beta."""

    tools: list[WebFetchURLSourceToolReference]
    type: Literal["only"]


class WebFetchURLSourceExcept(Model):
    """Web fetch url source except of the type `except`. Beta."""

    tools: list[WebFetchURLSourceToolReference]
    type: Literal["except"]


WebFetchURLSourcesClientToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAll | WebFetchURLSourceNone | WebFetchURLSourceOnly | WebFetchURLSourceExcept, Tagged("type")
]
"""Web fetch url sources client tool results: one of these, told apart by `type`. Beta."""


WebFetchURLSourcesServerToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAll | WebFetchURLSourceNone | WebFetchURLSourceOnly | WebFetchURLSourceExcept, Tagged("type")
]
"""Web fetch url sources server tool results: one of these, told apart by `type`. Beta."""


WebFetchURLSourcesUserInput: TypeAlias = Annotated[WebFetchURLSourceAll | WebFetchURLSourceNone, Tagged("type")]
"""Web fetch url sources user input: one of these, told apart by `type`. Beta."""


class WebFetchURLSources(Model):
    """Web fetch url sources. Beta."""

    client_tool_results: WebFetchURLSourcesClientToolResults | None = None
    server_tool_results: WebFetchURLSourcesServerToolResults | None = None
    user_input: WebFetchURLSourcesUserInput | None = None


class WebFetchTool20250910(Model):
    """Web fetch tool 20250910 of the type `web_fetch_20250910`. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20250910"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    max_content_tokens: int | None = None
    max_uses: int | None = None
    strict: bool | None = None
    url_sources: WebFetchURLSources | None = None


class WebSearchTool20260209(Model):
    """Web search tool 20260209 of the type `web_search_20260209`. Beta."""

    name: Literal["web_search"]
    type: Literal["web_search_20260209"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    max_uses: int | None = None
    strict: bool | None = None
    user_location: UserLocation | None = None


class WebFetchTool20260209(Model):
    """Web fetch tool 20260209 of the type `web_fetch_20260209`. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20260209"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    max_content_tokens: int | None = None
    max_uses: int | None = None
    strict: bool | None = None
    url_sources: WebFetchURLSources | None = None


class WebFetchTool20260309(Model):
    """Web fetch tool 20260309 of the type `web_fetch_20260309`. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20260309"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    max_content_tokens: int | None = None
    max_uses: int | None = None
    strict: bool | None = None
    url_sources: WebFetchURLSources | None = None
    use_cache: bool | None = None


class WebSearchTool20260318(Model):
    """Web search tool 20260318 of the type `web_search_20260318`. Beta."""

    name: Literal["web_search"]
    type: Literal["web_search_20260318"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    max_uses: int | None = None
    response_inclusion: Literal["full", "excluded"] | None = None
    strict: bool | None = None
    user_location: UserLocation | None = None


class WebFetchTool20260318(Model):
    """Web fetch tool 20260318 of the type `web_fetch_20260318`. Beta."""

    name: Literal["web_fetch"]
    type: Literal["web_fetch_20260318"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    cache_control: CacheControlEphemeral | None = None
    citations: ResponseCitationsConfigParam | None = None
    defer_loading: bool | None = None
    max_content_tokens: int | None = None
    max_uses: int | None = None
    response_inclusion: Literal["full", "excluded"] | None = None
    strict: bool | None = None
    url_sources: WebFetchURLSources | None = None
    use_cache: bool | None = None


class AdvisorTool20260301(Model):
    """Advisor tool 20260301 of the type `advisor_20260301`. Beta."""

    model: ModelParam
    name: Literal["advisor"]
    type: Literal["advisor_20260301"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    caching: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    max_tokens: int | None = None
    max_uses: int | None = None
    strict: bool | None = None


class ToolSearchToolBm25_20251119(Model):
    """Tool search tool bm 25 20251119. Beta."""

    name: Literal["tool_search_tool_bm25"]
    type: Literal["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    strict: bool | None = None


class ToolSearchToolRegex20251119(Model):
    """Tool search tool regex 20251119. Beta."""

    name: Literal["tool_search_tool_regex"]
    type: Literal["tool_search_tool_regex_20251119", "tool_search_tool_regex"]
    allowed_callers: (
        list[Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]] | None
    ) = None
    cache_control: CacheControlEphemeral | None = None
    defer_loading: bool | None = None
    strict: bool | None = None


class MCPToolConfig(Model):
    """Mcp tool config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class MCPToolDefaultConfig(Model):
    """Mcp tool default config. Beta."""

    defer_loading: bool | None = None
    enabled: bool | None = None


class MCPToolParam(Model):
    """Mcp tool. Beta."""

    input_schema: dict[str, object]
    name: str
    description: str | None = None


class MCPToolset(Model):
    """Mcp toolset of the type `mcp_toolset`. Beta."""

    mcp_server_name: str
    type: Literal["mcp_toolset"]
    cache_control: CacheControlEphemeral | None = None
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
"""Response tool union: one of these, told apart by `type`. Beta."""
