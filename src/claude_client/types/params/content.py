"""What the API takes: content.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Many, Tagged
from ..answers.content import (
    BashCodeExecutionToolResultErrorCode,
    CodeExecutionToolResultErrorCode,
    ContentBlock,
    TextEditorCodeExecutionToolResultErrorCode,
    ToolSearchToolResultErrorCode,
    WebFetchToolResultErrorCode,
    WebSearchToolResultErrorCode,
)
from ..answers.models import ModelParam
from .tools import CacheControlEphemeralParam, CitationsConfigParam, MCPToolParamParam, ToolUnionParam


class CitationCharLocationParam(TypedDict, total=False):
    """Citation char location of the type `char_location`."""

    cited_text: Required[str]
    document_index: Required[int]
    document_title: Required[str | None]
    end_char_index: Required[int]
    start_char_index: Required[int]
    type: Required[Literal["char_location"]]


class CitationPageLocationParam(TypedDict, total=False):
    """Citation page location of the type `page_location`."""

    cited_text: Required[str]
    document_index: Required[int]
    document_title: Required[str | None]
    end_page_number: Required[int]
    start_page_number: Required[int]
    type: Required[Literal["page_location"]]


class CitationContentBlockLocationParam(TypedDict, total=False):
    """Citation content block location of the type `content_block_location`."""

    cited_text: Required[str]
    document_index: Required[int]
    document_title: Required[str | None]
    end_block_index: Required[int]
    start_block_index: Required[int]
    type: Required[Literal["content_block_location"]]


class CitationWebSearchResultLocationParam(TypedDict, total=False):
    """Citation web search result location of the type `web_search_result_location`."""

    cited_text: Required[str]
    encrypted_index: Required[str]
    title: Required[str | None]
    type: Required[Literal["web_search_result_location"]]
    url: Required[str]


class CitationSearchResultLocationParam(TypedDict, total=False):
    """Citation search result location of the type `search_result_location`."""

    cited_text: Required[str]
    end_block_index: Required[int]
    search_result_index: Required[int]
    source: Required[str]
    start_block_index: Required[int]
    title: Required[str | None]
    type: Required[Literal["search_result_location"]]


TextCitationParam: TypeAlias = Annotated[
    CitationCharLocationParam
    | CitationPageLocationParam
    | CitationContentBlockLocationParam
    | CitationWebSearchResultLocationParam
    | CitationSearchResultLocationParam,
    Tagged("type"),
]
"""Text citation: one of these, told apart by `type`."""


class TextBlockParam(TypedDict, total=False):
    """Text block of the type `text`."""

    text: Required[str]
    type: Required[Literal["text"]]
    cache_control: CacheControlEphemeralParam | None
    citations: Many[TextCitationParam] | None


class Base64ImageSourceParam(TypedDict, total=False):
    """Base 64 image source of the type `base64`."""

    data: Required[str]
    media_type: Required[Literal["image/jpeg", "image/png", "image/gif", "image/webp"]]
    type: Required[Literal["base64"]]


class URLImageSourceParam(TypedDict, total=False):
    """Url image source of the type `url`."""

    type: Required[Literal["url"]]
    url: Required[str]


class FileImageSourceParam(TypedDict, total=False):
    """File image source of the type `file`."""

    file_id: Required[str]
    type: Required[Literal["file"]]


ImageBlockParamSource: TypeAlias = Annotated[
    Base64ImageSourceParam | URLImageSourceParam | FileImageSourceParam, Tagged("type")
]
"""Image block param source: one of these, told apart by `type`."""


class ImageTransformationsParam(TypedDict, total=False):
    """Image transformations."""

    oversized_image: Literal["downsize", "error"]


class ImageBlockParam(TypedDict, total=False):
    """Image block of the type `image`."""

    source: Required[ImageBlockParamSource]
    type: Required[Literal["image"]]
    cache_control: CacheControlEphemeralParam | None
    transformations: ImageTransformationsParam | None


class Base64PDFSourceParam(TypedDict, total=False):
    """Base 64 pdf source of the type `base64`."""

    data: Required[str]
    media_type: Required[Literal["application/pdf"]]
    type: Required[Literal["base64"]]


class PlainTextSourceParam(TypedDict, total=False):
    """Plain text source of the type `text`."""

    data: Required[str]
    media_type: Required[Literal["text/plain"]]
    type: Required[Literal["text"]]


ContentBlockSourceContentParam: TypeAlias = Annotated[TextBlockParam | ImageBlockParam, Tagged("type")]
"""Content block source content: one of these, told apart by `type`."""


class ContentBlockSourceParam(TypedDict, total=False):
    """Content block source of the type `content`."""

    content: Required[str | Many[ContentBlockSourceContentParam]]
    type: Required[Literal["content"]]


class URLPDFSourceParam(TypedDict, total=False):
    """Urlpdf source of the type `url`."""

    type: Required[Literal["url"]]
    url: Required[str]


class FileDocumentSourceParam(TypedDict, total=False):
    """File document source of the type `file`."""

    file_id: Required[str]
    type: Required[Literal["file"]]


DocumentBlockParamSource: TypeAlias = Annotated[
    Base64PDFSourceParam | PlainTextSourceParam | ContentBlockSourceParam | URLPDFSourceParam | FileDocumentSourceParam,
    Tagged("type"),
]
"""Document block param source: one of these, told apart by `type`."""


class DocumentBlockParam(TypedDict, total=False):
    """Document block of the type `document`."""

    source: Required[DocumentBlockParamSource]
    type: Required[Literal["document"]]
    cache_control: CacheControlEphemeralParam | None
    citations: CitationsConfigParam | None
    context: str | None
    title: str | None


class SearchResultBlockParam(TypedDict, total=False):
    """Search result block of the type `search_result`."""

    content: Required[Many[TextBlockParam]]
    source: Required[str]
    title: Required[str]
    type: Required[Literal["search_result"]]
    cache_control: CacheControlEphemeralParam | None
    citations: CitationsConfigParam


class ThinkingBlockParam(TypedDict, total=False):
    """Thinking block of the type `thinking`."""

    signature: Required[str]
    thinking: Required[str]
    type: Required[Literal["thinking"]]


class RedactedThinkingBlockParam(TypedDict, total=False):
    """Redacted thinking block of the type `redacted_thinking`."""

    data: Required[str]
    type: Required[Literal["redacted_thinking"]]


class DirectCallerParam(TypedDict, total=False):
    """Direct caller of the type `direct`."""

    type: Required[Literal["direct"]]


class ServerToolCallerParam(TypedDict, total=False):
    """Server tool caller of the type `code_execution_20250825`."""

    tool_id: Required[str]
    type: Required[Literal["code_execution_20250825"]]


class ServerToolCaller20260120Param(TypedDict, total=False):
    """Server tool caller 20260120 of the type `code_execution_20260120`."""

    tool_id: Required[str]
    type: Required[Literal["code_execution_20260120"]]


ToolUseBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Tool use block param caller: one of these, told apart by `type`."""


class ToolUseBlockParam(TypedDict, total=False):
    """Tool use block of the type `tool_use`."""

    id: Required[str]
    input: Required[Mapping[str, object]]
    name: Required[str]
    type: Required[Literal["tool_use"]]
    cache_control: CacheControlEphemeralParam | None
    caller: ToolUseBlockParamCaller
    toolset_name: str | None


class ToolReferenceBlockParam(TypedDict, total=False):
    """Tool reference block of the type `tool_reference`."""

    tool_name: Required[str]
    type: Required[Literal["tool_reference"]]
    cache_control: CacheControlEphemeralParam | None


class BrowserStateTabEntryParam(TypedDict, total=False):
    """Browser state tab entry."""

    tab_id: Required[str]
    title: Required[str]
    url: Required[str]
    active: bool


class BrowserStateChangeTabOpenedParam(TypedDict, total=False):
    """Browser state change tab opened of the type `tab_opened`."""

    tab_id: Required[str]
    type: Required[Literal["tab_opened"]]


class BrowserStateChangeDownloadStartedParam(TypedDict, total=False):
    """Browser state change download started of the type `download_started`."""

    download_id: Required[str]
    type: Required[Literal["download_started"]]
    url: Required[str]


class BrowserStateChangeDownloadCompletedParam(TypedDict, total=False):
    """Browser state change download completed of the type `download_completed`."""

    download_id: Required[str]
    type: Required[Literal["download_completed"]]
    url: Required[str]
    path: str | None
    size_bytes: int | None


class BrowserStateChangeDownloadFailedParam(TypedDict, total=False):
    """Browser state change download failed of the type `download_failed`."""

    download_id: Required[str]
    type: Required[Literal["download_failed"]]
    url: Required[str]
    error: str | None


BrowserStateChangeParam: TypeAlias = Annotated[
    BrowserStateChangeTabOpenedParam
    | BrowserStateChangeDownloadStartedParam
    | BrowserStateChangeDownloadCompletedParam
    | BrowserStateChangeDownloadFailedParam,
    Tagged("type"),
]
"""Browser state change: one of these, told apart by `type`."""


class BrowserStateBlockParam(TypedDict, total=False):
    """Browser state block of the type `browser_state`."""

    tabs: Required[Many[BrowserStateTabEntryParam]]
    type: Required[Literal["browser_state"]]
    cache_control: CacheControlEphemeralParam | None
    state_changes: Many[BrowserStateChangeParam] | None


ToolResultBlockParamContent: TypeAlias = Annotated[
    TextBlockParam
    | ImageBlockParam
    | SearchResultBlockParam
    | DocumentBlockParam
    | ToolReferenceBlockParam
    | BrowserStateBlockParam,
    Tagged("type"),
]
"""Tool result block param content: one of these, told apart by `type`."""


class ToolResultBlockParam(TypedDict, total=False):
    """Tool result block of the type `tool_result`."""

    tool_use_id: Required[str]
    type: Required[Literal["tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    content: str | Many[ToolResultBlockParamContent]
    is_error: bool
    toolset_name: str | None


ServerToolUseBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Server tool use block param caller: one of these, told apart by `type`."""


class ServerToolUseBlockParam(TypedDict, total=False):
    """Server tool use block of the type `server_tool_use`."""

    id: Required[str]
    input: Required[Mapping[str, object]]
    name: Required[
        Literal[
            "web_search",
            "web_fetch",
            "code_execution",
            "bash_code_execution",
            "text_editor_code_execution",
            "tool_search_tool_regex",
            "tool_search_tool_bm25",
            "advisor",
        ]
    ]
    type: Required[Literal["server_tool_use"]]
    cache_control: CacheControlEphemeralParam | None
    caller: ServerToolUseBlockParamCaller


class WebSearchResultBlockParam(TypedDict, total=False):
    """Web search result block of the type `web_search_result`."""

    encrypted_content: Required[str]
    title: Required[str]
    type: Required[Literal["web_search_result"]]
    url: Required[str]
    page_age: str | None


class WebSearchToolRequestErrorObjectParam(TypedDict, total=False):
    """Web search tool request error object of the type `web_search_tool_result_error`."""

    error_code: Required[WebSearchToolResultErrorCode]
    type: Required[Literal["web_search_tool_result_error"]]


WebSearchToolResultBlockParamContentParam: TypeAlias = (
    Many[WebSearchResultBlockParam] | WebSearchToolRequestErrorObjectParam
)
"""Web search tool result block param content."""


WebSearchToolResultBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Web search tool result block param caller: one of these, told apart by `type`."""


class WebSearchToolResultBlockParam(TypedDict, total=False):
    """Web search tool result block of the type `web_search_tool_result`."""

    content: Required[WebSearchToolResultBlockParamContentParam]
    tool_use_id: Required[str]
    type: Required[Literal["web_search_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    caller: WebSearchToolResultBlockParamCaller


class WebFetchToolResultErrorBlockParam(TypedDict, total=False):
    """Web fetch tool result error block of the type `web_fetch_tool_result_error`."""

    error_code: Required[WebFetchToolResultErrorCode]
    type: Required[Literal["web_fetch_tool_result_error"]]


class WebFetchBlockParam(TypedDict, total=False):
    """Web fetch block of the type `web_fetch_result`."""

    content: Required[DocumentBlockParam]
    type: Required[Literal["web_fetch_result"]]
    url: Required[str]
    retrieved_at: str | None


WebFetchToolResultBlockParamContent: TypeAlias = Annotated[
    WebFetchToolResultErrorBlockParam | WebFetchBlockParam, Tagged("type")
]
"""Web fetch tool result block param content: one of these, told apart by `type`."""


WebFetchToolResultBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Web fetch tool result block param caller: one of these, told apart by `type`."""


class WebFetchToolResultBlockParam(TypedDict, total=False):
    """Web fetch tool result block of the type `web_fetch_tool_result`."""

    content: Required[WebFetchToolResultBlockParamContent]
    tool_use_id: Required[str]
    type: Required[Literal["web_fetch_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    caller: WebFetchToolResultBlockParamCaller


class CodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Code execution tool result error of the type `code_execution_tool_result_error`."""

    error_code: Required[CodeExecutionToolResultErrorCode]
    type: Required[Literal["code_execution_tool_result_error"]]


class CodeExecutionOutputBlockParam(TypedDict, total=False):
    """Code execution output block of the type `code_execution_output`."""

    file_id: Required[str]
    type: Required[Literal["code_execution_output"]]


class CodeExecutionResultBlockParam(TypedDict, total=False):
    """Code execution result block of the type `code_execution_result`."""

    content: Required[Many[CodeExecutionOutputBlockParam]]
    return_code: Required[int]
    stderr: Required[str]
    stdout: Required[str]
    type: Required[Literal["code_execution_result"]]


class EncryptedCodeExecutionResultBlockParam(TypedDict, total=False):
    """Encrypted code execution result block of the type `encrypted_code_execution_result`."""

    content: Required[Many[CodeExecutionOutputBlockParam]]
    encrypted_stdout: Required[str]
    return_code: Required[int]
    stderr: Required[str]
    type: Required[Literal["encrypted_code_execution_result"]]


CodeExecutionToolResultBlockParamContentParam: TypeAlias = Annotated[
    CodeExecutionToolResultErrorParam | CodeExecutionResultBlockParam | EncryptedCodeExecutionResultBlockParam,
    Tagged("type"),
]
"""Code execution tool result block param content: one of these, told apart by `type`."""


class CodeExecutionToolResultBlockParam(TypedDict, total=False):
    """Code execution tool result block of the type `code_execution_tool_result`."""

    content: Required[CodeExecutionToolResultBlockParamContentParam]
    tool_use_id: Required[str]
    type: Required[Literal["code_execution_tool_result"]]
    cache_control: CacheControlEphemeralParam | None


class BashCodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Bash code execution tool result error of the type `bash_code_execution_tool_result_error`."""

    error_code: Required[BashCodeExecutionToolResultErrorCode]
    type: Required[Literal["bash_code_execution_tool_result_error"]]


class BashCodeExecutionOutputBlockParam(TypedDict, total=False):
    """Bash code execution output block of the type `bash_code_execution_output`."""

    file_id: Required[str]
    type: Required[Literal["bash_code_execution_output"]]


class BashCodeExecutionResultBlockParam(TypedDict, total=False):
    """Bash code execution result block of the type `bash_code_execution_result`."""

    content: Required[Many[BashCodeExecutionOutputBlockParam]]
    return_code: Required[int]
    stderr: Required[str]
    stdout: Required[str]
    type: Required[Literal["bash_code_execution_result"]]


BashCodeExecutionToolResultBlockParamContent: TypeAlias = Annotated[
    BashCodeExecutionToolResultErrorParam | BashCodeExecutionResultBlockParam, Tagged("type")
]
"""Bash code execution tool result block param content: one of these, told apart by `type`."""


class BashCodeExecutionToolResultBlockParam(TypedDict, total=False):
    """Bash code execution tool result block of the type `bash_code_execution_tool_result`."""

    content: Required[BashCodeExecutionToolResultBlockParamContent]
    tool_use_id: Required[str]
    type: Required[Literal["bash_code_execution_tool_result"]]
    cache_control: CacheControlEphemeralParam | None


class TextEditorCodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Text editor code execution tool result error of the type `text_editor_code_execution_tool_result_error`."""

    error_code: Required[TextEditorCodeExecutionToolResultErrorCode]
    type: Required[Literal["text_editor_code_execution_tool_result_error"]]
    error_message: str | None


class TextEditorCodeExecutionViewResultBlockParam(TypedDict, total=False):
    """Text editor code execution view result block of the type `text_editor_code_execution_view_result`."""

    content: Required[str]
    file_type: Required[Literal["text", "image", "pdf"]]
    type: Required[Literal["text_editor_code_execution_view_result"]]
    num_lines: int | None
    start_line: int | None
    total_lines: int | None


class TextEditorCodeExecutionCreateResultBlockParam(TypedDict, total=False):
    """Text editor code execution create result block of the type `text_editor_code_execution_create_result`."""

    is_file_update: Required[bool]
    type: Required[Literal["text_editor_code_execution_create_result"]]


class TextEditorCodeExecutionStrReplaceResultBlockParam(TypedDict, total=False):
    """Text editor code execution str replace result block of the type
    `text_editor_code_execution_str_replace_result`.
    """

    type: Required[Literal["text_editor_code_execution_str_replace_result"]]
    lines: Sequence[str] | None
    new_lines: int | None
    new_start: int | None
    old_lines: int | None
    old_start: int | None


TextEditorCodeExecutionToolResultBlockParamContent: TypeAlias = Annotated[
    TextEditorCodeExecutionToolResultErrorParam
    | TextEditorCodeExecutionViewResultBlockParam
    | TextEditorCodeExecutionCreateResultBlockParam
    | TextEditorCodeExecutionStrReplaceResultBlockParam,
    Tagged("type"),
]
"""Text editor code execution tool result block param content: one of these, told apart by `type`."""


class TextEditorCodeExecutionToolResultBlockParam(TypedDict, total=False):
    """Text editor code execution tool result block of the type `text_editor_code_execution_tool_result`."""

    content: Required[TextEditorCodeExecutionToolResultBlockParamContent]
    tool_use_id: Required[str]
    type: Required[Literal["text_editor_code_execution_tool_result"]]
    cache_control: CacheControlEphemeralParam | None


class ToolSearchToolResultErrorParam(TypedDict, total=False):
    """Tool search tool result error of the type `tool_search_tool_result_error`."""

    error_code: Required[ToolSearchToolResultErrorCode]
    type: Required[Literal["tool_search_tool_result_error"]]
    error_message: str | None


class ToolSearchToolSearchResultBlockParam(TypedDict, total=False):
    """Tool search tool search result block of the type `tool_search_tool_search_result`."""

    tool_references: Required[Many[ToolReferenceBlockParam]]
    type: Required[Literal["tool_search_tool_search_result"]]


ToolSearchToolResultBlockParamContent: TypeAlias = Annotated[
    ToolSearchToolResultErrorParam | ToolSearchToolSearchResultBlockParam, Tagged("type")
]
"""Tool search tool result block param content: one of these, told apart by `type`."""


class ToolSearchToolResultBlockParam(TypedDict, total=False):
    """Tool search tool result block of the type `tool_search_tool_result`."""

    content: Required[ToolSearchToolResultBlockParamContent]
    tool_use_id: Required[str]
    type: Required[Literal["tool_search_tool_result"]]
    cache_control: CacheControlEphemeralParam | None


class ContainerUploadBlockParam(TypedDict, total=False):
    """Container upload block of the type `container_upload`."""

    file_id: Required[str]
    type: Required[Literal["container_upload"]]
    cache_control: CacheControlEphemeralParam | None


class AdvisorToolResultErrorParam(TypedDict, total=False):
    """Advisor tool result error of the type `advisor_tool_result_error`. Beta."""

    error_code: Required[
        Literal[
            "max_uses_exceeded",
            "prompt_too_long",
            "too_many_requests",
            "overloaded",
            "unavailable",
            "execution_time_exceeded",
            "model_not_found",
        ]
    ]
    type: Required[Literal["advisor_tool_result_error"]]


class AdvisorResultBlockParam(TypedDict, total=False):
    """Advisor result block of the type `advisor_result`. Beta."""

    text: Required[str]
    type: Required[Literal["advisor_result"]]
    stop_reason: str | None


class AdvisorRedactedResultBlockParam(TypedDict, total=False):
    """Advisor redacted result block of the type `advisor_redacted_result`. Beta."""

    encrypted_content: Required[str]
    type: Required[Literal["advisor_redacted_result"]]
    stop_reason: str | None


AdvisorToolResultBlockParamContent: TypeAlias = Annotated[
    AdvisorToolResultErrorParam | AdvisorResultBlockParam | AdvisorRedactedResultBlockParam, Tagged("type")
]
"""Advisor tool result block param content: one of these, told apart by `type`. Beta."""


class AdvisorToolResultBlockParam(TypedDict, total=False):
    """Advisor tool result block of the type `advisor_tool_result`. Beta."""

    content: Required[AdvisorToolResultBlockParamContent]
    tool_use_id: Required[str]
    type: Required[Literal["advisor_tool_result"]]
    cache_control: CacheControlEphemeralParam | None


class MCPToolUseBlockParam(TypedDict, total=False):
    """Mcp tool use block of the type `mcp_tool_use`. Beta."""

    id: Required[str]
    input: Required[Mapping[str, object]]
    name: Required[str]
    server_name: Required[str]
    type: Required[Literal["mcp_tool_use"]]
    cache_control: CacheControlEphemeralParam | None


class RequestMCPToolResultBlockParam(TypedDict, total=False):
    """Request mcp tool result block of the type `mcp_tool_result`. Beta."""

    tool_use_id: Required[str]
    type: Required[Literal["mcp_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    content: str | Many[TextBlockParam]
    is_error: bool


class ToolChangeToolReferenceParam(TypedDict, total=False):
    """Tool change tool reference of the type `tool_reference`. Beta."""

    name: Required[str]
    type: Required[Literal["tool_reference"]]


class ToolChangeMCPToolReferenceParam(TypedDict, total=False):
    """Tool change mcp tool reference of the type `mcp_tool_reference`. Beta."""

    name: Required[str]
    server_name: Required[str]
    type: Required[Literal["mcp_tool_reference"]]


class ToolChangeMCPToolsetReferenceParam(TypedDict, total=False):
    """Tool change mcp toolset reference of the type `mcp_toolset_reference`. Beta."""

    server_name: Required[str]
    type: Required[Literal["mcp_toolset_reference"]]


class ToolChangeToolDefinitionParam(TypedDict, total=False):
    """Tool change tool definition of the type `tool_definition`. Beta."""

    definition: Required[ToolUnionParam]
    type: Required[Literal["tool_definition"]]


RequestToolAdditionBlockParamTool: TypeAlias = Annotated[
    ToolChangeToolReferenceParam
    | ToolChangeMCPToolReferenceParam
    | ToolChangeMCPToolsetReferenceParam
    | ToolChangeToolDefinitionParam,
    Tagged("type"),
]
"""Request tool addition block param tool: one of these, told apart by `type`. Beta."""


class RequestToolAdditionBlockParam(TypedDict, total=False):
    """Request tool addition block of the type `tool_addition`. Beta."""

    tool: Required[RequestToolAdditionBlockParamTool]
    type: Required[Literal["tool_addition"]]
    cache_control: CacheControlEphemeralParam | None


RequestToolRemovalBlockParamTool: TypeAlias = Annotated[
    ToolChangeToolReferenceParam | ToolChangeMCPToolReferenceParam | ToolChangeMCPToolsetReferenceParam, Tagged("type")
]
"""Request tool removal block param tool: one of these, told apart by `type`. Beta."""


class RequestToolRemovalBlockParam(TypedDict, total=False):
    """Request tool removal block of the type `tool_removal`. Beta."""

    tool: Required[RequestToolRemovalBlockParamTool]
    type: Required[Literal["tool_removal"]]
    cache_control: CacheControlEphemeralParam | None


CompactionBlockParamToolChange: TypeAlias = Annotated[
    RequestToolAdditionBlockParam | RequestToolRemovalBlockParam, Tagged("type")
]
"""Compaction block param tool change: one of these, told apart by `type`. Beta."""


class CompactionBlockParam(TypedDict, total=False):
    """Compaction block of the type `compaction`. Beta."""

    type: Required[Literal["compaction"]]
    cache_control: CacheControlEphemeralParam | None
    content: str | None
    encrypted_content: str | None
    signature: str | None
    tool_changes: Many[CompactionBlockParamToolChange] | None


class MCPToolListingBlockParam(TypedDict, total=False):
    """Mcp tool listing block of the type `mcp_tool_listing`. Beta."""

    mcp_server_name: Required[str]
    tools: Required[Many[MCPToolParamParam]]
    type: Required[Literal["mcp_tool_listing"]]


class FallbackInfoParam(TypedDict, total=False):
    """Fallback info. Beta."""

    model: Required[ModelParam]


_FallbackBlockParamKeywords = TypedDict(
    "_FallbackBlockParamKeywords", {"from": "Required[FallbackInfoParam]"}, total=False
)


class FallbackBlockParam(_FallbackBlockParamKeywords, total=False):
    """Fallback block of the type `fallback`. Beta."""

    to: Required[FallbackInfoParam]
    type: Required[Literal["fallback"]]
    trigger: object


ContentBlockParam: TypeAlias = Annotated[
    TextBlockParam
    | ImageBlockParam
    | DocumentBlockParam
    | SearchResultBlockParam
    | ThinkingBlockParam
    | RedactedThinkingBlockParam
    | ToolUseBlockParam
    | ToolResultBlockParam
    | ServerToolUseBlockParam
    | WebSearchToolResultBlockParam
    | WebFetchToolResultBlockParam
    | CodeExecutionToolResultBlockParam
    | BashCodeExecutionToolResultBlockParam
    | TextEditorCodeExecutionToolResultBlockParam
    | ToolSearchToolResultBlockParam
    | ContainerUploadBlockParam
    | AdvisorToolResultBlockParam
    | MCPToolUseBlockParam
    | RequestMCPToolResultBlockParam
    | CompactionBlockParam
    | RequestToolAdditionBlockParam
    | RequestToolRemovalBlockParam
    | MCPToolListingBlockParam
    | FallbackBlockParam,
    Tagged("type"),
]
"""Content block: one of these, told apart by `type`."""


MessageContentParam: TypeAlias = str | Many[ContentBlockParam | ContentBlock]
"""Message content."""


class UserMessageParam(TypedDict, total=False):
    """User message."""

    content: Required[MessageContentParam]
    role: Required[Literal["user"]]


class AssistantMessageParam(TypedDict, total=False):
    """Assistant message."""

    content: Required[MessageContentParam]
    role: Required[Literal["assistant"]]


class SystemMessageOutputConfigParam(TypedDict, total=False):
    """System message output config. Beta."""

    effort: Literal["low", "medium", "high", "xhigh", "max"] | None


class SystemMessageParam(TypedDict, total=False):
    """System message."""

    content: (
        str
        | Many[Annotated[TextBlockParam | RequestToolAdditionBlockParam | RequestToolRemovalBlockParam, Tagged("type")]]
    )
    role: Required[Literal["system"]]
    clear_at: Literal["next_user_message", "never"] | None
    """Beta."""

    output_config: SystemMessageOutputConfigParam | None
    """Beta."""


MessageParam: TypeAlias = Annotated[UserMessageParam | AssistantMessageParam | SystemMessageParam, Tagged("role")]
"""Message: one of these, told apart by `role`."""
