"""Tools that the model may use, and which of them it has to.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..responses.model_names import ModelParam


class ToolParamInputSchemaTyped(TypedDict, total=False):
    """The JSON schema of an object."""

    type: Required[Literal["object"]]
    properties: Mapping[str, object] | None
    required: Sequence[str] | None


ToolParamInputSchema: TypeAlias = ToolParamInputSchemaTyped | Mapping[str, object]
"""The JSON schema of the tool's input, an object."""


class CacheControlEphemeralParam(TypedDict, total=False):
    """The prompt is kept in the cache up to here."""

    type: Required[Literal["ephemeral"]]
    ttl: Literal["5m", "1h"]
    """How long it stays there; five minutes when left out."""


class ToolParam(TypedDict, total=False):
    """A tool of yours: the model calls it, you run it."""

    input_schema: Required[ToolParamInputSchema]
    """The JSON schema of the tool's input."""

    name: Required[str]
    """What the model calls it by."""

    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    description: str
    """What the tool does, when to use it and what it gives. The more it says, the better it is used."""

    eager_input_streaming: bool | None
    """Stream the tool's input while it is made, without checking it as a whole."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    type: Literal["custom"] | None


class ToolBash20250124Param(TypedDict, total=False):
    """A shell that you run and the model writes to, version 20250124."""

    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20250124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20250522Param(TypedDict, total=False):
    """A container in which the model runs code, version 20250522."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20250522"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20250825Param(TypedDict, total=False):
    """A container in which the model runs code, version 20250825."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20250825"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20260120Param(TypedDict, total=False):
    """A container in which the model runs code, version 20260120."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20260120"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class CodeExecutionTool20260521Param(TypedDict, total=False):
    """A container in which the model runs code, version 20260521."""

    name: Required[Literal["code_execution"]]
    type: Required[Literal["code_execution_20260521"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class BrowserCloseTabConfigParam(TypedDict, total=False):
    """How the browser toolset offers `close_tab`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserDoubleClickConfigParam(TypedDict, total=False):
    """How the browser toolset offers `double_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserFileUploadConfigParam(TypedDict, total=False):
    """How the browser toolset offers `file_upload`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserFindConfigParam(TypedDict, total=False):
    """How the browser toolset offers `find`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserFormInputConfigParam(TypedDict, total=False):
    """How the browser toolset offers `form_input`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserGetPageTextConfigParam(TypedDict, total=False):
    """How the browser toolset offers `get_page_text`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserHoldKeyConfigParam(TypedDict, total=False):
    """How the browser toolset offers `hold_key`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserHoverConfigParam(TypedDict, total=False):
    """How the browser toolset offers `hover`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserJavascriptExecConfigParam(TypedDict, total=False):
    """How the browser toolset offers `javascript_exec`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserKeyConfigParam(TypedDict, total=False):
    """How the browser toolset offers `key`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserLeftClickConfigParam(TypedDict, total=False):
    """How the browser toolset offers `left_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserLeftClickDragConfigParam(TypedDict, total=False):
    """How the browser toolset offers `left_click_drag`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserLeftMouseDownConfigParam(TypedDict, total=False):
    """How the browser toolset offers `left_mouse_down`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserLeftMouseUpConfigParam(TypedDict, total=False):
    """How the browser toolset offers `left_mouse_up`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserListTabsConfigParam(TypedDict, total=False):
    """How the browser toolset offers `list_tabs`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserMiddleClickConfigParam(TypedDict, total=False):
    """How the browser toolset offers `middle_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserMouseMoveConfigParam(TypedDict, total=False):
    """How the browser toolset offers `mouse_move`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserNavigateConfigParam(TypedDict, total=False):
    """How the browser toolset offers `navigate`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserNewTabConfigParam(TypedDict, total=False):
    """How the browser toolset offers `new_tab`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserReadConsoleConfigParam(TypedDict, total=False):
    """How the browser toolset offers `read_console`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserReadNetworkConfigParam(TypedDict, total=False):
    """How the browser toolset offers `read_network`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserReadPageConfigParam(TypedDict, total=False):
    """How the browser toolset offers `read_page`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserRightClickConfigParam(TypedDict, total=False):
    """How the browser toolset offers `right_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserScreenshotConfigParam(TypedDict, total=False):
    """How the browser toolset offers `screenshot`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserScrollConfigParam(TypedDict, total=False):
    """How the browser toolset offers `scroll`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserScrollToConfigParam(TypedDict, total=False):
    """How the browser toolset offers `scroll_to`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserSwitchTabConfigParam(TypedDict, total=False):
    """How the browser toolset offers `switch_tab`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserTripleClickConfigParam(TypedDict, total=False):
    """How the browser toolset offers `triple_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserTypeConfigParam(TypedDict, total=False):
    """How the browser toolset offers `type`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserWaitConfigParam(TypedDict, total=False):
    """How the browser toolset offers `wait`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserZoomConfigParam(TypedDict, total=False):
    """How the browser toolset offers `zoom`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class BrowserToolsetConfigsParam(TypedDict, total=False):
    """Which of the toolset's tools are offered, and how."""

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
    """A browser that you run and the model operates."""

    type: Required[Literal["browser_toolset_20260801"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    configs: BrowserToolsetConfigsParam | None


class MemoryTool20250818Param(TypedDict, total=False):
    """Files that you keep and the model remembers by, version 20250818."""

    name: Required[Literal["memory"]]
    type: Required[Literal["memory_20250818"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ComputerCursorPositionConfigParam(TypedDict, total=False):
    """How the computer toolset offers `cursor_position`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerDoubleClickConfigParam(TypedDict, total=False):
    """How the computer toolset offers `double_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerHoldKeyConfigParam(TypedDict, total=False):
    """How the computer toolset offers `hold_key`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerKeyConfigParam(TypedDict, total=False):
    """How the computer toolset offers `key`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerLeftClickConfigParam(TypedDict, total=False):
    """How the computer toolset offers `left_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerLeftClickDragConfigParam(TypedDict, total=False):
    """How the computer toolset offers `left_click_drag`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerLeftMouseDownConfigParam(TypedDict, total=False):
    """How the computer toolset offers `left_mouse_down`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerLeftMouseUpConfigParam(TypedDict, total=False):
    """How the computer toolset offers `left_mouse_up`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerMiddleClickConfigParam(TypedDict, total=False):
    """How the computer toolset offers `middle_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerMouseMoveConfigParam(TypedDict, total=False):
    """How the computer toolset offers `mouse_move`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerRightClickConfigParam(TypedDict, total=False):
    """How the computer toolset offers `right_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerScreenshotConfigParam(TypedDict, total=False):
    """How the computer toolset offers `screenshot`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerScrollConfigParam(TypedDict, total=False):
    """How the computer toolset offers `scroll`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerTripleClickConfigParam(TypedDict, total=False):
    """How the computer toolset offers `triple_click`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerTypeConfigParam(TypedDict, total=False):
    """How the computer toolset offers `type`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerWaitConfigParam(TypedDict, total=False):
    """How the computer toolset offers `wait`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerZoomConfigParam(TypedDict, total=False):
    """How the computer toolset offers `zoom`."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool | None


class ComputerToolsetConfigsParam(TypedDict, total=False):
    """Which of the toolset's tools are offered, and how."""

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
    """A computer that you run and the model operates."""

    type: Required[Literal["computer_toolset_20260801"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    configs: ComputerToolsetConfigsParam | None


class ToolTextEditor20250124Param(TypedDict, total=False):
    """An editor that you run and the model edits files with, version 20250124."""

    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20250124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolTextEditor20250429Param(TypedDict, total=False):
    """An editor that you run and the model edits files with, version 20250429."""

    name: Required[Literal["str_replace_based_edit_tool"]]
    type: Required[Literal["text_editor_20250429"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolTextEditor20250728Param(TypedDict, total=False):
    """An editor that you run and the model edits files with, version 20250728."""

    name: Required[Literal["str_replace_based_edit_tool"]]
    type: Required[Literal["text_editor_20250728"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    max_characters: int | None
    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class UserLocationParam(TypedDict, total=False):
    """Where the user is, roughly, for results that fit."""

    type: Required[Literal["approximate"]]
    city: str | None
    country: str | None
    region: str | None
    timezone: str | None


class WebSearchTool20250305Param(TypedDict, total=False):
    """Search on the web, version 20250305."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20250305"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_uses: int | None
    """The most calls in one request."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    user_location: UserLocationParam | None


class CitationsConfigParam(TypedDict, total=False):
    """Whether the model cites the document."""

    enabled: bool


class WebFetchURLSourceAllParam(TypedDict, total=False):
    """All of them."""

    type: Required[Literal["all"]]


class WebFetchURLSourceNoneParam(TypedDict, total=False):
    """None of them."""

    type: Required[Literal["none"]]


class WebFetchURLSourceToolReferenceParam(TypedDict, total=False):
    """A tool, by its name."""

    name: Required[str]
    type: Required[Literal["tool_reference"]]


class WebFetchURLSourceOnlyParam(TypedDict, total=False):
    """Those of some tools."""

    tools: Required[IterableParam[WebFetchURLSourceToolReferenceParam]]
    type: Required[Literal["only"]]


class WebFetchURLSourceExceptParam(TypedDict, total=False):
    """All but those of some tools."""

    tools: Required[IterableParam[WebFetchURLSourceToolReferenceParam]]
    type: Required[Literal["except"]]


WebFetchURLSourcesParamClientToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAllParam | WebFetchURLSourceNoneParam | WebFetchURLSourceOnlyParam | WebFetchURLSourceExceptParam,
    Tagged("type"),
]
"""URLs in what your tools gave."""


WebFetchURLSourcesParamServerToolResults: TypeAlias = Annotated[
    WebFetchURLSourceAllParam | WebFetchURLSourceNoneParam | WebFetchURLSourceOnlyParam | WebFetchURLSourceExceptParam,
    Tagged("type"),
]
"""URLs in what tools on the server gave."""


WebFetchURLSourcesParamUserInput: TypeAlias = Annotated[
    WebFetchURLSourceAllParam | WebFetchURLSourceNoneParam, Tagged("type")
]
"""URLs in what the user wrote."""


class WebFetchURLSourcesParam(TypedDict, total=False):
    """Where a URL may come from that the model fetches."""

    client_tool_results: WebFetchURLSourcesParamClientToolResults
    server_tool_results: WebFetchURLSourcesParamServerToolResults
    user_input: WebFetchURLSourcesParamUserInput


class WebFetchTool20250910Param(TypedDict, total=False):
    """Pages and PDFs from the web, version 20250910."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20250910"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    citations: CitationsConfigParam | None
    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None
    max_uses: int | None
    """The most calls in one request."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSourcesParam | None


class WebSearchTool20260209Param(TypedDict, total=False):
    """Search on the web, version 20260209."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20260209"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_uses: int | None
    """The most calls in one request."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    user_location: UserLocationParam | None


class WebFetchTool20260209Param(TypedDict, total=False):
    """Pages and PDFs from the web, version 20260209."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20260209"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    citations: CitationsConfigParam | None
    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None
    max_uses: int | None
    """The most calls in one request."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSourcesParam | None


class WebFetchTool20260309Param(TypedDict, total=False):
    """Pages and PDFs from the web, version 20260309."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20260309"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    citations: CitationsConfigParam | None
    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None
    max_uses: int | None
    """The most calls in one request."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSourcesParam | None
    use_cache: bool


class WebSearchTool20260318Param(TypedDict, total=False):
    """Search on the web, version 20260318."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20260318"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_uses: int | None
    """The most calls in one request."""

    response_inclusion: Literal["full", "excluded"]
    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    user_location: UserLocationParam | None


class WebFetchTool20260318Param(TypedDict, total=False):
    """Pages and PDFs from the web, version 20260318."""

    name: Required[Literal["web_fetch"]]
    type: Required[Literal["web_fetch_20260318"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    citations: CitationsConfigParam | None
    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_content_tokens: int | None
    max_uses: int | None
    """The most calls in one request."""

    response_inclusion: Literal["full", "excluded"]
    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""

    url_sources: WebFetchURLSourcesParam | None
    use_cache: bool


class ToolSearchToolBm25_20251119Param(TypedDict, total=False):
    """Search among the tools that are not loaded yet, by words; version 20251119."""

    name: Required[Literal["tool_search_tool_bm25"]]
    type: Required[Literal["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolSearchToolRegex20251119Param(TypedDict, total=False):
    """Search among the tools that are not loaded yet, by regular expressions; version 20251119."""

    name: Required[Literal["tool_search_tool_regex"]]
    type: Required[Literal["tool_search_tool_regex_20251119", "tool_search_tool_regex"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolBash20241022Param(TypedDict, total=False):
    """A shell that you run and the model writes to, version 20241022. Beta."""

    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20241022"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolComputerUse20241022Param(TypedDict, total=False):
    """A computer that you run and the model operates, version 20241022. Beta."""

    display_height_px: Required[int]
    display_width_px: Required[int]
    name: Required[Literal["computer"]]
    type: Required[Literal["computer_20241022"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    display_number: int | None
    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolComputerUse20250124Param(TypedDict, total=False):
    """A computer that you run and the model operates, version 20250124. Beta."""

    display_height_px: Required[int]
    display_width_px: Required[int]
    name: Required[Literal["computer"]]
    type: Required[Literal["computer_20250124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    display_number: int | None
    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolTextEditor20241022Param(TypedDict, total=False):
    """An editor that you run and the model edits files with, version 20241022. Beta."""

    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20241022"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class ToolComputerUse20251124Param(TypedDict, total=False):
    """A computer that you run and the model operates, version 20251124. Beta."""

    display_height_px: Required[int]
    display_width_px: Required[int]
    name: Required[Literal["computer"]]
    type: Required[Literal["computer_20251124"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    display_number: int | None
    enable_zoom: bool
    input_examples: IterableParam[Mapping[str, object]]
    """Inputs as the tool may get them."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class AdvisorTool20260301Param(TypedDict, total=False):
    """Another model that the model can ask for advice, version 20260301. Beta."""

    model: Required[ModelParam]
    name: Required[Literal["advisor"]]
    type: Required[Literal["advisor_20260301"]]
    allowed_callers: Sequence[
        Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"]
    ]
    """Who may call the tool: the model itself, or code that runs in one of these tools."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    caching: CacheControlEphemeralParam | None
    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    max_tokens: int | None
    """The most tokens that the message may have. The model may stop before."""

    max_uses: int | None
    """The most calls in one request."""

    strict: bool
    """Have names and inputs of calls always fit the tool's schema."""


class MCPToolConfigParam(TypedDict, total=False):
    """How one tool of the server is offered. Beta."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool


class MCPToolDefaultConfigParam(TypedDict, total=False):
    """How the server's tools are offered, unless told otherwise for one. Beta."""

    defer_loading: bool
    """Leave the tool out of the prompt until a search for tools finds it."""

    enabled: bool


class MCPToolParamParam(TypedDict, total=False):
    """A tool of an MCP server, defined in the request. Beta."""

    input_schema: Required[Mapping[str, object]]
    name: Required[str]
    description: str | None


class MCPToolsetParam(TypedDict, total=False):
    """The tools of an MCP server. Beta."""

    mcp_server_name: Required[str]
    type: Required[Literal["mcp_toolset"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    configs: Mapping[str, MCPToolConfigParam] | None
    default_config: MCPToolDefaultConfigParam
    tools: IterableParam[MCPToolParamParam] | None


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
"""A tool: one of yours, or one that Anthropic defines; `type` tells which."""


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
"""A tool, as in `messages.create`."""


class ToolChoiceAutoParam(TypedDict, total=False):
    """The model decides."""

    type: Required[Literal["auto"]]
    disable_parallel_tool_use: bool
    """At most one tool call in a message."""


class ToolChoiceAnyParam(TypedDict, total=False):
    """The model has to call a tool, whichever."""

    type: Required[Literal["any"]]
    disable_parallel_tool_use: bool
    """At most one tool call in a message."""


class ToolChoiceToolParam(TypedDict, total=False):
    """The model has to call this tool."""

    name: Required[str]
    type: Required[Literal["tool"]]
    disable_parallel_tool_use: bool
    """At most one tool call in a message."""


class ToolChoiceNoneParam(TypedDict, total=False):
    """The model calls no tool."""

    type: Required[Literal["none"]]


ToolChoiceParam: TypeAlias = Annotated[
    ToolChoiceAutoParam | ToolChoiceAnyParam | ToolChoiceToolParam | ToolChoiceNoneParam, Tagged("type")
]
"""Whether the model has to call a tool, and which."""
