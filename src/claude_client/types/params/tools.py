"""What the API takes: tools.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Many, Tagged
from ..answers.models import ModelParam


class ToolParamInputSchemaTyped(TypedDict, total=False):
    """Tool param input schema typed of the type `object`."""

    type: Required[Literal["object"]]
    properties: Mapping[str, object] | None
    required: Sequence[str] | None


ToolParamInputSchema: TypeAlias = ToolParamInputSchemaTyped | Mapping[str, object]
"""Tool param input schema."""


class CacheControlEphemeralParam(TypedDict, total=False):
    """Cache control ephemeral of the type `ephemeral`."""

    type: Required[Literal["ephemeral"]]
    ttl: Literal["5m", "1h"]


class ToolParam(TypedDict, total=False):
    """Tool."""

    input_schema: Required[ToolParamInputSchema]
    name: Required[str]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    description: str
    eager_input_streaming: bool | None
    input_examples: Many[Mapping[str, object]]
    strict: bool
    type: Literal["custom"] | None


class ToolBash20250124Param(TypedDict, total=False):
    """Tool bash 20250124 of the type `bash_20250124`."""

    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20250124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    input_examples: Many[Mapping[str, object]]
    strict: bool


class CodeExecutionTool20250522Param(TypedDict, total=False):
    """Code execution tool 20250522 of the type `code_execution_20250522`."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20250522"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    strict: bool


class CodeExecutionTool20250825Param(TypedDict, total=False):
    """Code execution tool 20250825 of the type `code_execution_20250825`."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20250825"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    strict: bool


class CodeExecutionTool20260120Param(TypedDict, total=False):
    """Code execution tool 20260120 of the type `code_execution_20260120`."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20260120"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    strict: bool


class CodeExecutionTool20260521Param(TypedDict, total=False):
    """Code execution tool 20260521 of the type `code_execution_20260521`."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20260521"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    strict: bool


class BrowserCloseTabConfigParam(TypedDict, total=False):
    """Browser close tab config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserDoubleClickConfigParam(TypedDict, total=False):
    """Browser double click config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserFileUploadConfigParam(TypedDict, total=False):
    """Browser file upload config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserFindConfigParam(TypedDict, total=False):
    """Browser find config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserFormInputConfigParam(TypedDict, total=False):
    """Browser form input config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserGetPageTextConfigParam(TypedDict, total=False):
    """Browser get page text config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserHoldKeyConfigParam(TypedDict, total=False):
    """Browser hold key config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserHoverConfigParam(TypedDict, total=False):
    """Browser hover config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserJavascriptExecConfigParam(TypedDict, total=False):
    """Browser javascript exec config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserKeyConfigParam(TypedDict, total=False):
    """Browser key config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserLeftClickConfigParam(TypedDict, total=False):
    """Browser left click config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserLeftClickDragConfigParam(TypedDict, total=False):
    """Browser left click drag config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserLeftMouseDownConfigParam(TypedDict, total=False):
    """Browser left mouse down config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserLeftMouseUpConfigParam(TypedDict, total=False):
    """Browser left mouse up config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserListTabsConfigParam(TypedDict, total=False):
    """Browser list tabs config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserMiddleClickConfigParam(TypedDict, total=False):
    """Browser middle click config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserMouseMoveConfigParam(TypedDict, total=False):
    """Browser mouse move config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserNavigateConfigParam(TypedDict, total=False):
    """Browser navigate config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserNewTabConfigParam(TypedDict, total=False):
    """Browser new tab config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserReadConsoleConfigParam(TypedDict, total=False):
    """Browser read console config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserReadNetworkConfigParam(TypedDict, total=False):
    """Browser read network config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserReadPageConfigParam(TypedDict, total=False):
    """Browser read page config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserRightClickConfigParam(TypedDict, total=False):
    """Browser right click config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserScreenshotConfigParam(TypedDict, total=False):
    """Browser screenshot config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserScrollConfigParam(TypedDict, total=False):
    """Browser scroll config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserScrollToConfigParam(TypedDict, total=False):
    """Browser scroll to config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserSwitchTabConfigParam(TypedDict, total=False):
    """Browser switch tab config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserTripleClickConfigParam(TypedDict, total=False):
    """Browser triple click config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserTypeConfigParam(TypedDict, total=False):
    """Browser type config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserWaitConfigParam(TypedDict, total=False):
    """Browser wait config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserZoomConfigParam(TypedDict, total=False):
    """Browser zoom config."""

    defer_loading: bool | None
    enabled: bool | None


class BrowserToolsetConfigsParam(TypedDict, total=False):
    """Browser toolset configs."""

    close_tab: BrowserCloseTabConfigParam | None
    double_click: BrowserDoubleClickConfigParam | None
    file_upload: BrowserFileUploadConfigParam | None
    find: BrowserFindConfigParam | None
    form_input: BrowserFormInputConfigParam | None
    get_page_text: BrowserGetPageTextConfigParam | None
    hold_key: BrowserHoldKeyConfigParam | None
    hover: BrowserHoverConfigParam | None
    javascript_exec: BrowserJavascriptExecConfigParam | None
    key: BrowserKeyConfigParam | None
    left_click: BrowserLeftClickConfigParam | None
    left_click_drag: BrowserLeftClickDragConfigParam | None
    left_mouse_down: BrowserLeftMouseDownConfigParam | None
    left_mouse_up: BrowserLeftMouseUpConfigParam | None
    list_tabs: BrowserListTabsConfigParam | None
    middle_click: BrowserMiddleClickConfigParam | None
    mouse_move: BrowserMouseMoveConfigParam | None
    navigate: BrowserNavigateConfigParam | None
    new_tab: BrowserNewTabConfigParam | None
    read_console: BrowserReadConsoleConfigParam | None
    read_network: BrowserReadNetworkConfigParam | None
    read_page: BrowserReadPageConfigParam | None
    right_click: BrowserRightClickConfigParam | None
    screenshot: BrowserScreenshotConfigParam | None
    scroll: BrowserScrollConfigParam | None
    scroll_to: BrowserScrollToConfigParam | None
    switch_tab: BrowserSwitchTabConfigParam | None
    triple_click: BrowserTripleClickConfigParam | None
    type: BrowserTypeConfigParam | None
    wait: BrowserWaitConfigParam | None
    zoom: BrowserZoomConfigParam | None


class BrowserToolset20260801Param(TypedDict, total=False):
    """Browser toolset 20260801 of the type `browser_toolset_20260801`."""

    type: Required[Literal["browser_toolset_20260801"]]
    cache_control: CacheControlEphemeralParam | None
    configs: BrowserToolsetConfigsParam | None


class MemoryTool20250818Param(TypedDict, total=False):
    """Memory tool 20250818 of the type `memory_20250818`."""

    name: Required[Literal["memory"]]
    type: Required[Literal["memory_20250818"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    input_examples: Many[Mapping[str, object]]
    strict: bool


class ComputerCursorPositionConfigParam(TypedDict, total=False):
    """Computer cursor position config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerDoubleClickConfigParam(TypedDict, total=False):
    """Computer double click config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerHoldKeyConfigParam(TypedDict, total=False):
    """Computer hold key config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerKeyConfigParam(TypedDict, total=False):
    """Computer key config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerLeftClickConfigParam(TypedDict, total=False):
    """Computer left click config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerLeftClickDragConfigParam(TypedDict, total=False):
    """Computer left click drag config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerLeftMouseDownConfigParam(TypedDict, total=False):
    """Computer left mouse down config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerLeftMouseUpConfigParam(TypedDict, total=False):
    """Computer left mouse up config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerMiddleClickConfigParam(TypedDict, total=False):
    """Computer middle click config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerMouseMoveConfigParam(TypedDict, total=False):
    """Computer mouse move config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerRightClickConfigParam(TypedDict, total=False):
    """Computer right click config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerScreenshotConfigParam(TypedDict, total=False):
    """Computer screenshot config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerScrollConfigParam(TypedDict, total=False):
    """Computer scroll config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerTripleClickConfigParam(TypedDict, total=False):
    """Computer triple click config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerTypeConfigParam(TypedDict, total=False):
    """Computer type config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerWaitConfigParam(TypedDict, total=False):
    """Computer wait config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerZoomConfigParam(TypedDict, total=False):
    """Computer zoom config."""

    defer_loading: bool | None
    enabled: bool | None


class ComputerToolsetConfigsParam(TypedDict, total=False):
    """Computer toolset configs."""

    cursor_position: ComputerCursorPositionConfigParam | None
    double_click: ComputerDoubleClickConfigParam | None
    hold_key: ComputerHoldKeyConfigParam | None
    key: ComputerKeyConfigParam | None
    left_click: ComputerLeftClickConfigParam | None
    left_click_drag: ComputerLeftClickDragConfigParam | None
    left_mouse_down: ComputerLeftMouseDownConfigParam | None
    left_mouse_up: ComputerLeftMouseUpConfigParam | None
    middle_click: ComputerMiddleClickConfigParam | None
    mouse_move: ComputerMouseMoveConfigParam | None
    right_click: ComputerRightClickConfigParam | None
    screenshot: ComputerScreenshotConfigParam | None
    scroll: ComputerScrollConfigParam | None
    triple_click: ComputerTripleClickConfigParam | None
    type: ComputerTypeConfigParam | None
    wait: ComputerWaitConfigParam | None
    zoom: ComputerZoomConfigParam | None


class ComputerToolset20260801Param(TypedDict, total=False):
    """Computer toolset 20260801 of the type `computer_toolset_20260801`."""

    type: Required[Literal["computer_toolset_20260801"]]
    cache_control: CacheControlEphemeralParam | None
    configs: ComputerToolsetConfigsParam | None


class ToolTextEditor20250124Param(TypedDict, total=False):
    """Tool text editor 20250124 of the type `text_editor_20250124`."""

    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20250124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    input_examples: Many[Mapping[str, object]]
    strict: bool


class ToolTextEditor20250429Param(TypedDict, total=False):
    """Tool text editor 20250429 of the type `text_editor_20250429`."""

    name: Required[Literal["str_replace_based_edit_tool"]]
    type: Required[Literal["text_editor_20250429"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    input_examples: Many[Mapping[str, object]]
    strict: bool


class ToolTextEditor20250728Param(TypedDict, total=False):
    """Tool text editor 20250728 of the type `text_editor_20250728`."""

    name: Required[Literal["str_replace_based_edit_tool"]]
    type: Required[Literal["text_editor_20250728"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    input_examples: Many[Mapping[str, object]]
    max_characters: int | None
    strict: bool


class UserLocationParam(TypedDict, total=False):
    """User location of the type `approximate`."""

    type: Required[Literal["approximate"]]
    city: str | None
    country: str | None
    region: str | None
    timezone: str | None


class WebSearchTool20250305Param(TypedDict, total=False):
    """Web search tool 20250305 of the type `web_search_20250305`."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20250305"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    max_uses: int | None
    strict: bool
    user_location: UserLocationParam | None


class CitationsConfigParam(TypedDict, total=False):
    """Citations config."""

    enabled: bool


class WebFetchURLSourceAllParam(TypedDict, total=False):
    """Web fetch url source all of the type `all`."""

    type: Required[Literal["all"]]


class WebFetchURLSourceNoneParam(TypedDict, total=False):
    """Web fetch url source none of the type `none`."""

    type: Required[Literal["none"]]


class WebFetchURLSourceToolReferenceParam(TypedDict, total=False):
    """Web fetch url source tool reference of the type `tool_reference`."""

    name: Required[str]
    type: Required[Literal["tool_reference"]]


class WebFetchURLSourceOnlyParam(TypedDict, total=False):
    """Web fetch url source only of the type `only`."""

    tools: Required[Many[WebFetchURLSourceToolReferenceParam]]
    type: Required[Literal["only"]]


class WebFetchURLSourceExceptParam(TypedDict, total=False):
    """Web fetch url source except of the type `except`."""

    tools: Required[Many[WebFetchURLSourceToolReferenceParam]]
    type: Required[Literal["except"]]


WebFetchURLSourcesParamClientToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAllParam | WebFetchURLSourceNoneParam | WebFetchURLSourceOnlyParam | WebFetchURLSourceExceptParam,
    Tagged("type"),
]
"""Web fetch url sources param client tool results: one of these, told apart by `type`."""


WebFetchURLSourcesParamServerToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAllParam | WebFetchURLSourceNoneParam | WebFetchURLSourceOnlyParam | WebFetchURLSourceExceptParam,
    Tagged("type"),
]
"""Web fetch url sources param server tool results: one of these, told apart by `type`."""


WebFetchURLSourcesParamUserInput: TypeAlias = Annotated[
    WebFetchURLSourceAllParam | WebFetchURLSourceNoneParam, Tagged("type")
]
"""Web fetch url sources param user input: one of these, told apart by `type`."""


class WebFetchURLSourcesParam(TypedDict, total=False):
    """Web fetch url sources."""

    client_tool_results: WebFetchURLSourcesParamClientToolResults
    server_tool_results: WebFetchURLSourcesParamServerToolResults
    user_input: WebFetchURLSourcesParamUserInput


class WebFetchTool20250910Param(TypedDict, total=False):
    """Web fetch tool 20250910 of the type `web_fetch_20250910`."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20250910"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    citations: CitationsConfigParam | None
    defer_loading: bool
    max_content_tokens: int | None
    max_uses: int | None
    strict: bool
    url_sources: WebFetchURLSourcesParam | None


class WebSearchTool20260209Param(TypedDict, total=False):
    """Web search tool 20260209 of the type `web_search_20260209`."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20260209"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    max_uses: int | None
    strict: bool
    user_location: UserLocationParam | None


class WebFetchTool20260209Param(TypedDict, total=False):
    """Web fetch tool 20260209 of the type `web_fetch_20260209`."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20260209"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    citations: CitationsConfigParam | None
    defer_loading: bool
    max_content_tokens: int | None
    max_uses: int | None
    strict: bool
    url_sources: WebFetchURLSourcesParam | None


class WebFetchTool20260309Param(TypedDict, total=False):
    """Web fetch tool 20260309 of the type `web_fetch_20260309`."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20260309"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    citations: CitationsConfigParam | None
    defer_loading: bool
    max_content_tokens: int | None
    max_uses: int | None
    strict: bool
    url_sources: WebFetchURLSourcesParam | None
    use_cache: bool


class WebSearchTool20260318Param(TypedDict, total=False):
    """Web search tool 20260318 of the type `web_search_20260318`."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20260318"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    max_uses: int | None
    response_inclusion: Literal["full", "excluded"]
    strict: bool
    user_location: UserLocationParam | None


class WebFetchTool20260318Param(TypedDict, total=False):
    """Web fetch tool 20260318 of the type `web_fetch_20260318`."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20260318"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    citations: CitationsConfigParam | None
    defer_loading: bool
    max_content_tokens: int | None
    max_uses: int | None
    response_inclusion: Literal["full", "excluded"]
    strict: bool
    url_sources: WebFetchURLSourcesParam | None
    use_cache: bool


class ToolSearchToolBm25_20251119Param(TypedDict, total=False):
    """Tool search tool bm 25 20251119."""

    name: Required[Literal["tool_search_tool_bm25"]]
    type: Required[Literal["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    strict: bool


class ToolSearchToolRegex20251119Param(TypedDict, total=False):
    """Tool search tool regex 20251119."""

    name: Required[Literal["tool_search_tool_regex"]]
    type: Required[Literal["tool_search_tool_regex_20251119", "tool_search_tool_regex"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    strict: bool


class ToolBash20241022Param(TypedDict, total=False):
    """Tool bash 20241022 of the type `bash_20241022`. Beta."""

    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20241022"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    input_examples: Many[Mapping[str, object]]
    strict: bool


class ToolComputerUse20241022Param(TypedDict, total=False):
    """Tool computer use 20241022 of the type `computer_20241022`. Beta."""

    display_height_px: Required[int]
    display_width_px: Required[int]
    name: Required[Literal["computer"]]
    type: Required[Literal["computer_20241022"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    display_number: int | None
    input_examples: Many[Mapping[str, object]]
    strict: bool


class ToolComputerUse20250124Param(TypedDict, total=False):
    """Tool computer use 20250124 of the type `computer_20250124`. Beta."""

    display_height_px: Required[int]
    display_width_px: Required[int]
    name: Required[Literal["computer"]]
    type: Required[Literal["computer_20250124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    display_number: int | None
    input_examples: Many[Mapping[str, object]]
    strict: bool


class ToolTextEditor20241022Param(TypedDict, total=False):
    """Tool text editor 20241022 of the type `text_editor_20241022`. Beta."""

    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20241022"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    input_examples: Many[Mapping[str, object]]
    strict: bool


class ToolComputerUse20251124Param(TypedDict, total=False):
    """Tool computer use 20251124 of the type `computer_20251124`. Beta."""

    display_height_px: Required[int]
    display_width_px: Required[int]
    name: Required[Literal["computer"]]
    type: Required[Literal["computer_20251124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    defer_loading: bool
    display_number: int | None
    enable_zoom: bool
    input_examples: Many[Mapping[str, object]]
    strict: bool


class AdvisorTool20260301Param(TypedDict, total=False):
    """Advisor tool 20260301 of the type `advisor_20260301`. Beta."""

    model: Required[ModelParam]
    name: Required[Literal["advisor"]]
    type: Required[Literal["advisor_20260301"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    cache_control: CacheControlEphemeralParam | None
    caching: CacheControlEphemeralParam | None
    defer_loading: bool
    max_tokens: int | None
    max_uses: int | None
    strict: bool


class MCPToolConfigParam(TypedDict, total=False):
    """Mcp tool config. Beta."""

    defer_loading: bool
    enabled: bool


class MCPToolDefaultConfigParam(TypedDict, total=False):
    """Mcp tool default config. Beta."""

    defer_loading: bool
    enabled: bool


class MCPToolParamParam(TypedDict, total=False):
    """Mcp tool param. Beta."""

    input_schema: Required[Mapping[str, object]]
    name: Required[str]
    description: str | None


class MCPToolsetParam(TypedDict, total=False):
    """Mcp toolset of the type `mcp_toolset`. Beta."""

    mcp_server_name: Required[str]
    type: Required[Literal["mcp_toolset"]]
    cache_control: CacheControlEphemeralParam | None
    configs: Mapping[str, MCPToolConfigParam] | None
    default_config: MCPToolDefaultConfigParam
    tools: Many[MCPToolParamParam] | None


ToolUnionParam: TypeAlias = Annotated[
    ToolParam
    | ToolBash20250124Param
    | CodeExecutionTool20250522Param
    | CodeExecutionTool20250825Param
    | CodeExecutionTool20260120Param
    | CodeExecutionTool20260521Param
    | BrowserToolset20260801Param
    | MemoryTool20250818Param
    | ComputerToolset20260801Param
    | ToolTextEditor20250124Param
    | ToolTextEditor20250429Param
    | ToolTextEditor20250728Param
    | WebSearchTool20250305Param
    | WebFetchTool20250910Param
    | WebSearchTool20260209Param
    | WebFetchTool20260209Param
    | WebFetchTool20260309Param
    | WebSearchTool20260318Param
    | WebFetchTool20260318Param
    | ToolSearchToolBm25_20251119Param
    | ToolSearchToolRegex20251119Param
    | ToolBash20241022Param
    | ToolComputerUse20241022Param
    | ToolComputerUse20250124Param
    | ToolTextEditor20241022Param
    | ToolComputerUse20251124Param
    | AdvisorTool20260301Param
    | MCPToolsetParam,
    Tagged("type", default="custom"),
]
"""Tool union: one of these, told apart by `type`."""


MessageCountTokensToolParam: TypeAlias = Annotated[
    ToolParam
    | ToolBash20250124Param
    | CodeExecutionTool20250522Param
    | CodeExecutionTool20250825Param
    | CodeExecutionTool20260120Param
    | CodeExecutionTool20260521Param
    | BrowserToolset20260801Param
    | MemoryTool20250818Param
    | ComputerToolset20260801Param
    | ToolTextEditor20250124Param
    | ToolTextEditor20250429Param
    | ToolTextEditor20250728Param
    | WebSearchTool20250305Param
    | WebFetchTool20250910Param
    | WebSearchTool20260209Param
    | WebFetchTool20260209Param
    | WebFetchTool20260309Param
    | WebSearchTool20260318Param
    | WebFetchTool20260318Param
    | ToolSearchToolBm25_20251119Param
    | ToolSearchToolRegex20251119Param
    | ToolBash20241022Param
    | ToolComputerUse20241022Param
    | ToolComputerUse20250124Param
    | ToolTextEditor20241022Param
    | ToolComputerUse20251124Param
    | AdvisorTool20260301Param
    | MCPToolsetParam,
    Tagged("type", default="custom"),
]
"""Message count tokens tool: one of these, told apart by `type`."""


class ToolChoiceAutoParam(TypedDict, total=False):
    """Tool choice auto of the type `auto`."""

    type: Required[Literal["auto"]]
    disable_parallel_tool_use: bool


class ToolChoiceAnyParam(TypedDict, total=False):
    """Tool choice any of the type `any`."""

    type: Required[Literal["any"]]
    disable_parallel_tool_use: bool


class ToolChoiceToolParam(TypedDict, total=False):
    """Tool choice tool of the type `tool`."""

    name: Required[str]
    type: Required[Literal["tool"]]
    disable_parallel_tool_use: bool


class ToolChoiceNoneParam(TypedDict, total=False):
    """Tool choice none of the type `none`."""

    type: Required[Literal["none"]]


ToolChoiceParam: TypeAlias = Annotated[
    ToolChoiceAutoParam | ToolChoiceAnyParam | ToolChoiceToolParam | ToolChoiceNoneParam, Tagged("type")
]
"""Tool choice: one of these, told apart by `type`."""
