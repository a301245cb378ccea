"""Messages and the blocks that they consist of, as the API takes them.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..responses.content import ContentBlock
from ..responses.model_names import ModelParam
from ..responses.server_content import (
    BashCodeExecutionToolResultErrorCode,
    CodeExecutionToolResultErrorCode,
    TextEditorCodeExecutionToolResultErrorCode,
    ToolSearchToolResultErrorCode,
    WebFetchToolResultErrorCode,
    WebSearchToolResultErrorCode,
)
from ..uploads import Base64Data
from .tools import CacheControlEphemeralParam, CitationsConfigParam, MCPToolParamParam, ToolUnionParam


class CitationCharLocationParam(TypedDict, total=False):
    """A place in a plain text, in characters."""

    cited_text: Required[str]
    """The words that are cited. They count neither as input nor as output tokens."""

    document_index: Required[int]
    document_title: Required[str | None]
    end_char_index: Required[int]
    start_char_index: Required[int]
    type: Required[Literal["char_location"]]


class CitationPageLocationParam(TypedDict, total=False):
    """A place in a PDF, in pages."""

    cited_text: Required[str]
    """The words that are cited. They count neither as input nor as output tokens."""

    document_index: Required[int]
    document_title: Required[str | None]
    end_page_number: Required[int]
    start_page_number: Required[int]
    type: Required[Literal["page_location"]]


class CitationContentBlockLocationParam(TypedDict, total=False):
    """A place in a document made of blocks."""

    cited_text: Required[str]
    """The words that are cited. They count neither as input nor as output tokens."""

    document_index: Required[int]
    document_title: Required[str | None]
    end_block_index: Required[int]
    start_block_index: Required[int]
    type: Required[Literal["content_block_location"]]


class CitationWebSearchResultLocationParam(TypedDict, total=False):
    """A place in a result of the web search."""

    cited_text: Required[str]
    """The words that are cited. They count neither as input nor as output tokens."""

    encrypted_index: Required[str]
    """To be sent back as it came."""

    title: Required[str | None]
    type: Required[Literal["web_search_result_location"]]
    url: Required[str]


class CitationSearchResultLocationParam(TypedDict, total=False):
    """A place in a search result of yours."""

    cited_text: Required[str]
    """The words that are cited. They count neither as input nor as output tokens."""

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
"""Where a text comes from; `type` tells in what kind of source."""


class TextBlockParam(TypedDict, total=False):
    """Text."""

    text: Required[str]
    type: Required[Literal["text"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    citations: IterableParam[TextCitationParam] | None


class Base64ImageSourceParam(TypedDict, total=False):
    """An image in the request, as base64."""

    data: Required[Base64Data]
    media_type: Required[Literal["image/jpeg", "image/png", "image/gif", "image/webp"]]
    type: Required[Literal["base64"]]


class URLImageSourceParam(TypedDict, total=False):
    """An image at a URL."""

    type: Required[Literal["url"]]
    url: Required[str]


class FileImageSourceParam(TypedDict, total=False):
    """An image that was uploaded."""

    file_id: Required[str]
    type: Required[Literal["file"]]


ImageBlockParamSource: TypeAlias = Annotated[
    Base64ImageSourceParam | URLImageSourceParam | FileImageSourceParam, Tagged("type")
]
"""Where the image is: in the request, at a URL, or among the uploaded files."""


class ImageTransformationsParam(TypedDict, total=False):
    """What may be done to the image before the model sees it."""

    oversized_image: Literal["downsize", "error"]


class ImageBlockParam(TypedDict, total=False):
    """An image."""

    source: Required[ImageBlockParamSource]
    type: Required[Literal["image"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    transformations: ImageTransformationsParam | None


class Base64PDFSourceParam(TypedDict, total=False):
    """A PDF as base64."""

    data: Required[Base64Data]
    media_type: Required[Literal["application/pdf"]]
    type: Required[Literal["base64"]]


class PlainTextSourceParam(TypedDict, total=False):
    """Plain text."""

    data: Required[str]
    media_type: Required[Literal["text/plain"]]
    type: Required[Literal["text"]]


ContentBlockSourceContentParam: TypeAlias = Annotated[TextBlockParam | ImageBlockParam, Tagged("type")]
"""A block of such a document."""


class ContentBlockSourceParam(TypedDict, total=False):
    """A document that is made of blocks."""

    content: Required[str | IterableParam[ContentBlockSourceContentParam]]
    type: Required[Literal["content"]]


class URLPDFSourceParam(TypedDict, total=False):
    """A PDF at a URL."""

    type: Required[Literal["url"]]
    url: Required[str]


class FileDocumentSourceParam(TypedDict, total=False):
    """A document that was uploaded."""

    file_id: Required[str]
    type: Required[Literal["file"]]


DocumentBlockParamSource: TypeAlias = Annotated[
    Base64PDFSourceParam | PlainTextSourceParam | ContentBlockSourceParam | URLPDFSourceParam | FileDocumentSourceParam,
    Tagged("type"),
]
"""Where the document is: in the request, at a URL, or among the uploaded files."""


class DocumentBlockParam(TypedDict, total=False):
    """A document: a PDF or plain text."""

    source: Required[DocumentBlockParamSource]
    type: Required[Literal["document"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    citations: CitationsConfigParam | None
    context: str | None
    """What the model should know about the document; it is not cited."""

    title: str | None
    """What the document is called in citations."""


class SearchResultBlockParam(TypedDict, total=False):
    """A result of a search of yours, which the model can cite."""

    content: Required[IterableParam[TextBlockParam]]
    source: Required[str]
    title: Required[str]
    type: Required[Literal["search_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    citations: CitationsConfigParam


class ThinkingBlockParam(TypedDict, total=False):
    """What the model thought before it wrote."""

    signature: Required[str]
    """By which the API knows its own thinking again; to be sent back as it came."""

    thinking: Required[str]
    type: Required[Literal["thinking"]]


class RedactedThinkingBlockParam(TypedDict, total=False):
    """Thinking that may not be shown; it is sent back as it came."""

    data: Required[str]
    """To be sent back as it came."""

    type: Required[Literal["redacted_thinking"]]


class DirectCallerParam(TypedDict, total=False):
    """The model called the tool itself."""

    type: Required[Literal["direct"]]


class ServerToolCallerParam(TypedDict, total=False):
    """Code called the tool; it ran in the tool `code_execution_20250825`."""

    tool_id: Required[str]
    type: Required[Literal["code_execution_20250825"]]


class ServerToolCaller20260120Param(TypedDict, total=False):
    """Code called the tool; it ran in the tool `code_execution_20260120`."""

    tool_id: Required[str]
    type: Required[Literal["code_execution_20260120"]]


ToolUseBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Who called the tool: the model, or code that it wrote."""


class ToolUseBlockParam(TypedDict, total=False):
    """A call of a tool of yours."""

    id: Required[str]
    """Named again in the `tool_result` for it."""

    input: Required[Mapping[str, object]]
    """The tool's input, as its schema has it."""

    name: Required[str]
    type: Required[Literal["tool_use"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    caller: ToolUseBlockParamCaller
    toolset_name: str | None


class ToolReferenceBlockParam(TypedDict, total=False):
    """A tool that was found, by its name."""

    tool_name: Required[str]
    type: Required[Literal["tool_reference"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class BrowserStateTabEntryParam(TypedDict, total=False):
    """A tab that is open."""

    tab_id: Required[str]
    title: Required[str]
    url: Required[str]
    active: bool


class BrowserStateChangeTabOpenedParam(TypedDict, total=False):
    """A tab was opened."""

    tab_id: Required[str]
    type: Required[Literal["tab_opened"]]


class BrowserStateChangeDownloadStartedParam(TypedDict, total=False):
    """A download began."""

    download_id: Required[str]
    type: Required[Literal["download_started"]]
    url: Required[str]


class BrowserStateChangeDownloadCompletedParam(TypedDict, total=False):
    """A download is complete."""

    download_id: Required[str]
    type: Required[Literal["download_completed"]]
    url: Required[str]
    path: str | None
    size_bytes: int | None


class BrowserStateChangeDownloadFailedParam(TypedDict, total=False):
    """A download failed."""

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
"""Something that happened in the browser meanwhile."""


class BrowserStateBlockParam(TypedDict, total=False):
    """The state of the browser that a tool leaves behind."""

    tabs: Required[IterableParam[BrowserStateTabEntryParam]]
    type: Required[Literal["browser_state"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    state_changes: IterableParam[BrowserStateChangeParam] | None


ToolResultBlockParamContent: TypeAlias = Annotated[
    TextBlockParam
    | ImageBlockParam
    | SearchResultBlockParam
    | DocumentBlockParam
    | ToolReferenceBlockParam
    | BrowserStateBlockParam,
    Tagged("type"),
]
"""A block of what a tool gave."""


class ToolResultBlockParam(TypedDict, total=False):
    """What a tool of yours gave."""

    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    content: str | IterableParam[ToolResultBlockParamContent]
    """What the tool gave: text, or blocks."""

    is_error: bool
    """Whether the tool failed; the content then says how."""

    toolset_name: str | None


ServerToolUseBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Who called the tool: the model, or code that it wrote."""


class ServerToolUseBlockParam(TypedDict, total=False):
    """A call of a tool that runs on the server."""

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
    """Keep the prompt up to here in the cache."""

    caller: ServerToolUseBlockParamCaller


class WebSearchResultBlockParam(TypedDict, total=False):
    """A page that the web search found."""

    encrypted_content: Required[str]
    """To be sent back as it came."""

    title: Required[str]
    type: Required[Literal["web_search_result"]]
    url: Required[str]
    page_age: str | None


class WebSearchToolRequestErrorObjectParam(TypedDict, total=False):
    """Why the web search gave nothing."""

    error_code: Required[WebSearchToolResultErrorCode]
    type: Required[Literal["web_search_tool_result_error"]]


WebSearchToolResultBlockParamContentParam: TypeAlias = (
    IterableParam[WebSearchResultBlockParam] | WebSearchToolRequestErrorObjectParam
)
"""The pages that were found, or an error."""


WebSearchToolResultBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Who called the tool: the model, or code that it wrote."""


class WebSearchToolResultBlockParam(TypedDict, total=False):
    """What the tool `web_search` gave."""

    content: Required[WebSearchToolResultBlockParamContentParam]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["web_search_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    caller: WebSearchToolResultBlockParamCaller


class WebFetchToolResultErrorBlockParam(TypedDict, total=False):
    """Why the tool `web_fetch` gave nothing."""

    error_code: Required[WebFetchToolResultErrorCode]
    type: Required[Literal["web_fetch_tool_result_error"]]


class WebFetchBlockParam(TypedDict, total=False):
    """A page that was fetched."""

    content: Required[DocumentBlockParam]
    type: Required[Literal["web_fetch_result"]]
    url: Required[str]
    retrieved_at: str | None


WebFetchToolResultBlockParamContent: TypeAlias = Annotated[
    WebFetchToolResultErrorBlockParam | WebFetchBlockParam, Tagged("type")
]
"""What the tool `web_fetch` gave, or an error."""


WebFetchToolResultBlockParamCaller: TypeAlias = Annotated[
    DirectCallerParam | ServerToolCallerParam | ServerToolCaller20260120Param, Tagged("type")
]
"""Who called the tool: the model, or code that it wrote."""


class WebFetchToolResultBlockParam(TypedDict, total=False):
    """What the tool `web_fetch` gave."""

    content: Required[WebFetchToolResultBlockParamContent]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["web_fetch_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    caller: WebFetchToolResultBlockParamCaller


class CodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Why the tool `code_execution` gave nothing."""

    error_code: Required[CodeExecutionToolResultErrorCode]
    type: Required[Literal["code_execution_tool_result_error"]]


class CodeExecutionOutputBlockParam(TypedDict, total=False):
    """A file that `code_execution` wrote."""

    file_id: Required[str]
    type: Required[Literal["code_execution_output"]]


class CodeExecutionResultBlockParam(TypedDict, total=False):
    """What the code gave."""

    content: Required[IterableParam[CodeExecutionOutputBlockParam]]
    return_code: Required[int]
    stderr: Required[str]
    stdout: Required[str]
    type: Required[Literal["code_execution_result"]]


class EncryptedCodeExecutionResultBlockParam(TypedDict, total=False):
    """What code gave whose output may not be shown."""

    content: Required[IterableParam[CodeExecutionOutputBlockParam]]
    encrypted_stdout: Required[str]
    return_code: Required[int]
    stderr: Required[str]
    type: Required[Literal["encrypted_code_execution_result"]]


CodeExecutionToolResultBlockParamContentParam: TypeAlias = Annotated[
    CodeExecutionToolResultErrorParam | CodeExecutionResultBlockParam | EncryptedCodeExecutionResultBlockParam,
    Tagged("type"),
]
"""What the tool `code_execution` gave, or an error."""


class CodeExecutionToolResultBlockParam(TypedDict, total=False):
    """What the tool `code_execution` gave."""

    content: Required[CodeExecutionToolResultBlockParamContentParam]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["code_execution_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class BashCodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Why the tool `bash_code_execution` gave nothing."""

    error_code: Required[BashCodeExecutionToolResultErrorCode]
    type: Required[Literal["bash_code_execution_tool_result_error"]]


class BashCodeExecutionOutputBlockParam(TypedDict, total=False):
    """A file that `bash_code_execution` wrote."""

    file_id: Required[str]
    type: Required[Literal["bash_code_execution_output"]]


class BashCodeExecutionResultBlockParam(TypedDict, total=False):
    """What the command gave."""

    content: Required[IterableParam[BashCodeExecutionOutputBlockParam]]
    return_code: Required[int]
    stderr: Required[str]
    stdout: Required[str]
    type: Required[Literal["bash_code_execution_result"]]


BashCodeExecutionToolResultBlockParamContent: TypeAlias = Annotated[
    BashCodeExecutionToolResultErrorParam | BashCodeExecutionResultBlockParam, Tagged("type")
]
"""What the tool `bash_code_execution` gave, or an error."""


class BashCodeExecutionToolResultBlockParam(TypedDict, total=False):
    """What the tool `bash_code_execution` gave."""

    content: Required[BashCodeExecutionToolResultBlockParamContent]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["bash_code_execution_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class TextEditorCodeExecutionToolResultErrorParam(TypedDict, total=False):
    """Why the tool `text_editor_code_execution` gave nothing."""

    error_code: Required[TextEditorCodeExecutionToolResultErrorCode]
    type: Required[Literal["text_editor_code_execution_tool_result_error"]]
    error_message: str | None


class TextEditorCodeExecutionViewResultBlockParam(TypedDict, total=False):
    """The file that was looked at."""

    content: Required[str]
    file_type: Required[Literal["text", "image", "pdf"]]
    type: Required[Literal["text_editor_code_execution_view_result"]]
    num_lines: int | None
    start_line: int | None
    total_lines: int | None


class TextEditorCodeExecutionCreateResultBlockParam(TypedDict, total=False):
    """The file was written."""

    is_file_update: Required[bool]
    type: Required[Literal["text_editor_code_execution_create_result"]]


class TextEditorCodeExecutionStrReplaceResultBlockParam(TypedDict, total=False):
    """What was replaced in the file."""

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
"""What the tool `text_editor_code_execution` gave, or an error."""


class TextEditorCodeExecutionToolResultBlockParam(TypedDict, total=False):
    """What the tool `text_editor_code_execution` gave."""

    content: Required[TextEditorCodeExecutionToolResultBlockParamContent]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["text_editor_code_execution_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class ToolSearchToolResultErrorParam(TypedDict, total=False):
    """Why the tool `tool_search` gave nothing."""

    error_code: Required[ToolSearchToolResultErrorCode]
    type: Required[Literal["tool_search_tool_result_error"]]
    error_message: str | None


class ToolSearchToolSearchResultBlockParam(TypedDict, total=False):
    """The tools that were found."""

    tool_references: Required[IterableParam[ToolReferenceBlockParam]]
    type: Required[Literal["tool_search_tool_search_result"]]


ToolSearchToolResultBlockParamContent: TypeAlias = Annotated[
    ToolSearchToolResultErrorParam | ToolSearchToolSearchResultBlockParam, Tagged("type")
]
"""What the tool `tool_search` gave, or an error."""


class ToolSearchToolResultBlockParam(TypedDict, total=False):
    """What the tool `tool_search` gave."""

    content: Required[ToolSearchToolResultBlockParamContent]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["tool_search_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class ContainerUploadBlockParam(TypedDict, total=False):
    """A file that is laid into the container."""

    file_id: Required[str]
    type: Required[Literal["container_upload"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class AdvisorToolResultErrorParam(TypedDict, total=False):
    """Why the tool `advisor` gave nothing. Beta."""

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
    """What the advisor said. Beta."""

    text: Required[str]
    type: Required[Literal["advisor_result"]]
    stop_reason: str | None


class AdvisorRedactedResultBlockParam(TypedDict, total=False):
    """What the advisor said, where it may not be shown. Beta."""

    encrypted_content: Required[str]
    """To be sent back as it came."""

    type: Required[Literal["advisor_redacted_result"]]
    stop_reason: str | None


AdvisorToolResultBlockParamContent: TypeAlias = Annotated[
    AdvisorToolResultErrorParam | AdvisorResultBlockParam | AdvisorRedactedResultBlockParam, Tagged("type")
]
"""What the tool `advisor` gave, or an error. Beta."""


class AdvisorToolResultBlockParam(TypedDict, total=False):
    """What the tool `advisor` gave. Beta."""

    content: Required[AdvisorToolResultBlockParamContent]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["advisor_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class MCPToolUseBlockParam(TypedDict, total=False):
    """A call of a tool of an MCP server. Beta."""

    id: Required[str]
    input: Required[Mapping[str, object]]
    name: Required[str]
    server_name: Required[str]
    type: Required[Literal["mcp_tool_use"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


class RequestMCPToolResultBlockParam(TypedDict, total=False):
    """What a tool of an MCP server gave. Beta."""

    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["mcp_tool_result"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    content: str | IterableParam[TextBlockParam]
    is_error: bool


class ToolChangeToolReferenceParam(TypedDict, total=False):
    """A tool of yours, by its name. Beta."""

    name: Required[str]
    type: Required[Literal["tool_reference"]]


class ToolChangeMCPToolReferenceParam(TypedDict, total=False):
    """A tool of an MCP server, by its name. Beta."""

    name: Required[str]
    server_name: Required[str]
    type: Required[Literal["mcp_tool_reference"]]


class ToolChangeMCPToolsetReferenceParam(TypedDict, total=False):
    """The tools of an MCP server, by its name. Beta."""

    server_name: Required[str]
    type: Required[Literal["mcp_toolset_reference"]]


class ToolChangeToolDefinitionParam(TypedDict, total=False):
    """A tool in full. Beta."""

    definition: Required[ToolUnionParam]
    type: Required[Literal["tool_definition"]]


RequestToolAdditionBlockParamTool: TypeAlias = Annotated[
    ToolChangeToolReferenceParam
    | ToolChangeMCPToolReferenceParam
    | ToolChangeMCPToolsetReferenceParam
    | ToolChangeToolDefinitionParam,
    Tagged("type"),
]
"""The tool to add, by reference or in full. Beta."""


class RequestToolAdditionBlockParam(TypedDict, total=False):
    """A tool that is offered from here on. Beta."""

    tool: Required[RequestToolAdditionBlockParamTool]
    type: Required[Literal["tool_addition"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


RequestToolRemovalBlockParamTool: TypeAlias = Annotated[
    ToolChangeToolReferenceParam | ToolChangeMCPToolReferenceParam | ToolChangeMCPToolsetReferenceParam, Tagged("type")
]
"""The tool to take away. Beta."""


class RequestToolRemovalBlockParam(TypedDict, total=False):
    """A tool that is not offered any more from here on. Beta."""

    tool: Required[RequestToolRemovalBlockParamTool]
    type: Required[Literal["tool_removal"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


CompactionBlockParamToolChange: TypeAlias = Annotated[
    RequestToolAdditionBlockParam | RequestToolRemovalBlockParam, Tagged("type")
]
"""A change of the tools that the summary covers. Beta."""


class CompactionBlockParam(TypedDict, total=False):
    """The context so far, summed up. Beta."""

    type: Required[Literal["compaction"]]
    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    content: str | None
    encrypted_content: str | None
    """To be sent back as it came."""

    signature: str | None
    tool_changes: IterableParam[CompactionBlockParamToolChange] | None


class MCPToolListingBlockParam(TypedDict, total=False):
    """The tools that an MCP server offers. Beta."""

    mcp_server_name: Required[str]
    tools: Required[IterableParam[MCPToolParamParam]]
    type: Required[Literal["mcp_tool_listing"]]


class FallbackInfoParam(TypedDict, total=False):
    """A model on one side of the change. Beta."""

    model: Required[ModelParam]


_FallbackBlockParamKeywords = TypedDict(
    "_FallbackBlockParamKeywords", {"from": "Required[FallbackInfoParam]"}, total=False
)


class FallbackBlockParam(_FallbackBlockParamKeywords, total=False):
    """From here on another model wrote, as the first one refused. Beta."""

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
"""A block of a message; `type` tells which."""


MessageContentParam: TypeAlias = str | IterableParam[ContentBlockParam | ContentBlock]
"""The content of a message: text, or blocks. Blocks of a `Message` are taken too."""


class UserMessageParam(TypedDict, total=False):
    """A turn of the user."""

    content: Required[MessageContentParam]
    role: Required[Literal["user"]]


class AssistantMessageParam(TypedDict, total=False):
    """A turn of the model. As the last one it is the beginning of the response, where the model allows."""

    content: Required[MessageContentParam]
    role: Required[Literal["assistant"]]


class SystemMessageOutputConfigParam(TypedDict, total=False):
    """The effort from this message on. Beta."""

    effort: Literal["low", "medium", "high", "xhigh", "max"] | None


class SystemMessageParam(TypedDict, total=False):
    """Instructions in the middle of a conversation."""

    content: (
        str
        | IterableParam[
            Annotated[TextBlockParam | RequestToolAdditionBlockParam | RequestToolRemovalBlockParam, Tagged("type")]
        ]
    )
    role: Required[Literal["system"]]
    clear_at: Literal["next_user_message", "never"] | None
    """Beta."""

    output_config: SystemMessageOutputConfigParam | None
    """Beta."""


MessageParam: TypeAlias = Annotated[UserMessageParam | AssistantMessageParam | SystemMessageParam, Tagged("role")]
"""One turn of a conversation. A `Message` that the API returned can stand in its place."""
