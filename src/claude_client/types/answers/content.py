"""What the API answers: content.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field

from .._model import Later, Model, Tagged
from .models import ModelParam

if TYPE_CHECKING:
    from .tools import ResponseToolUnion
else:
    ResponseToolUnion: TypeAlias = Annotated[Any, Later("claude_client.types.answers.tools", "ResponseToolUnion")]


class CitationCharLocation(Model):
    """Citation char location of the type `char_location`."""

    cited_text: str
    document_index: int
    document_title: str | None = None
    end_char_index: int
    file_id: str | None = None
    start_char_index: int
    type: Literal["char_location"]


class CitationPageLocation(Model):
    """Citation page location of the type `page_location`."""

    cited_text: str
    document_index: int
    document_title: str | None = None
    end_page_number: int
    file_id: str | None = None
    start_page_number: int
    type: Literal["page_location"]


class CitationContentBlockLocation(Model):
    """Citation content block location of the type `content_block_location`."""

    cited_text: str
    document_index: int
    document_title: str | None = None
    end_block_index: int
    file_id: str | None = None
    start_block_index: int
    type: Literal["content_block_location"]


class CitationsWebSearchResultLocation(Model):
    """Citations web search result location of the type `web_search_result_location`."""

    cited_text: str
    encrypted_index: str
    title: str | None = None
    type: Literal["web_search_result_location"]
    url: str


class CitationsSearchResultLocation(Model):
    """Citations search result location of the type `search_result_location`."""

    cited_text: str
    end_block_index: int
    search_result_index: int
    source: str
    start_block_index: int
    title: str | None = None
    type: Literal["search_result_location"]


TextCitation: TypeAlias = Annotated[
    CitationCharLocation
    | CitationPageLocation
    | CitationContentBlockLocation
    | CitationsWebSearchResultLocation
    | CitationsSearchResultLocation,
    Tagged("type"),
]
"""Text citation: one of these, told apart by `type`."""


class TextBlock(Model):
    """Text block of the type `text`."""

    citations: list[TextCitation] | None = None
    text: str
    type: Literal["text"]


class ThinkingBlock(Model):
    """Thinking block of the type `thinking`."""

    signature: str
    thinking: str
    type: Literal["thinking"]


class RedactedThinkingBlock(Model):
    """Redacted thinking block of the type `redacted_thinking`."""

    data: str
    type: Literal["redacted_thinking"]


class DirectCaller(Model):
    """Direct caller of the type `direct`."""

    type: Literal["direct"]


class ServerToolCaller(Model):
    """Server tool caller of the type `code_execution_20250825`."""

    tool_id: str
    type: Literal["code_execution_20250825"]


class ServerToolCaller20260120(Model):
    """Server tool caller 20260120 of the type `code_execution_20260120`."""

    tool_id: str
    type: Literal["code_execution_20260120"]


ToolUseBlockCaller: TypeAlias = Annotated[DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")]
"""Tool use block caller: one of these, told apart by `type`."""


class ToolUseBlock(Model):
    """Tool use block of the type `tool_use`."""

    id: str
    caller: ToolUseBlockCaller | None = None
    input: dict[str, object]
    name: str
    type: Literal["tool_use"]
    toolset_name: str | None = None


ServerToolUseBlockCaller: TypeAlias = Annotated[
    DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")
]
"""Server tool use block caller: one of these, told apart by `type`."""


class ServerToolUseBlock(Model):
    """Server tool use block of the type `server_tool_use`."""

    id: str
    caller: ServerToolUseBlockCaller | None = None
    input: dict[str, object]
    name: Literal[
        "web_search",
        "web_fetch",
        "code_execution",
        "bash_code_execution",
        "text_editor_code_execution",
        "tool_search_tool_regex",
        "tool_search_tool_bm25",
        "advisor",
    ]
    type: Literal["server_tool_use"]


WebSearchToolResultBlockCaller: TypeAlias = Annotated[
    DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")
]
"""Web search tool result block caller: one of these, told apart by `type`."""


WebSearchToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "max_uses_exceeded", "too_many_requests", "query_too_long", "request_too_large"
]
"""Web search tool result error code: one of these."""


class WebSearchToolResultErrorObject(Model):
    """Web search tool result error object of the type `web_search_tool_result_error`."""

    error_code: WebSearchToolResultErrorCode
    type: Literal["web_search_tool_result_error"]


class WebSearchResultBlock(Model):
    """Web search result block of the type `web_search_result`."""

    encrypted_content: str
    page_age: str | None = None
    title: str
    type: Literal["web_search_result"]
    url: str


WebSearchToolResultBlockContent: TypeAlias = WebSearchToolResultErrorObject | list[WebSearchResultBlock]
"""Web search tool result block content."""


class WebSearchToolResultBlock(Model):
    """Web search tool result block of the type `web_search_tool_result`."""

    caller: WebSearchToolResultBlockCaller | None = None
    content: WebSearchToolResultBlockContent
    tool_use_id: str
    type: Literal["web_search_tool_result"]


WebFetchToolResultBlockCaller: TypeAlias = Annotated[
    DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")
]
"""Web fetch tool result block caller: one of these, told apart by `type`."""


WebFetchToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input",
    "url_too_long",
    "url_not_allowed",
    "url_not_in_prior_context",
    "url_not_accessible",
    "unsupported_content_type",
    "too_many_requests",
    "max_uses_exceeded",
    "unavailable",
    "content_too_large",
]
"""Web fetch tool result error code: one of these."""


class WebFetchToolResultErrorBlock(Model):
    """Web fetch tool result error block of the type `web_fetch_tool_result_error`."""

    error_code: WebFetchToolResultErrorCode
    type: Literal["web_fetch_tool_result_error"]


class CitationsConfig(Model):
    """Citations config."""

    enabled: bool


class Base64PDFSource(Model):
    """Base 64 pdf source of the type `base64`."""

    data: str
    media_type: Literal["application/pdf"]
    type: Literal["base64"]


class PlainTextSource(Model):
    """Plain text source of the type `text`."""

    data: str
    media_type: Literal["text/plain"]
    type: Literal["text"]


DocumentBlockSource: TypeAlias = Annotated[Base64PDFSource | PlainTextSource, Tagged("type")]
"""Document block source: one of these, told apart by `type`."""


class DocumentBlock(Model):
    """Document block of the type `document`."""

    citations: CitationsConfig | None = None
    source: DocumentBlockSource
    title: str | None = None
    type: Literal["document"]


class WebFetchBlock(Model):
    """Web fetch block of the type `web_fetch_result`."""

    content: DocumentBlock
    retrieved_at: str | None = None
    type: Literal["web_fetch_result"]
    url: str


WebFetchToolResultBlockContent: TypeAlias = Annotated[WebFetchToolResultErrorBlock | WebFetchBlock, Tagged("type")]
"""Web fetch tool result block content: one of these, told apart by `type`."""


class WebFetchToolResultBlock(Model):
    """Web fetch tool result block of the type `web_fetch_tool_result`."""

    caller: WebFetchToolResultBlockCaller | None = None
    content: WebFetchToolResultBlockContent
    tool_use_id: str
    type: Literal["web_fetch_tool_result"]


CodeExecutionToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"
]
"""Code execution tool result error code: one of these."""


class CodeExecutionToolResultErrorObject(Model):
    """Code execution tool result error object of the type `code_execution_tool_result_error`."""

    error_code: CodeExecutionToolResultErrorCode
    type: Literal["code_execution_tool_result_error"]


class CodeExecutionOutputBlock(Model):
    """Code execution output block of the type `code_execution_output`."""

    file_id: str
    type: Literal["code_execution_output"]


class CodeExecutionResultBlock(Model):
    """Code execution result block of the type `code_execution_result`."""

    content: list[CodeExecutionOutputBlock]
    return_code: int
    stderr: str
    stdout: str
    type: Literal["code_execution_result"]


class EncryptedCodeExecutionResultBlock(Model):
    """Encrypted code execution result block of the type `encrypted_code_execution_result`."""

    content: list[CodeExecutionOutputBlock]
    encrypted_stdout: str
    return_code: int
    stderr: str
    type: Literal["encrypted_code_execution_result"]


CodeExecutionToolResultBlockContent: TypeAlias = Annotated[
    CodeExecutionToolResultErrorObject | CodeExecutionResultBlock | EncryptedCodeExecutionResultBlock, Tagged("type")
]
"""Code execution tool result block content: one of these, told apart by `type`."""


class CodeExecutionToolResultBlock(Model):
    """Code execution tool result block of the type `code_execution_tool_result`."""

    content: CodeExecutionToolResultBlockContent
    tool_use_id: str
    type: Literal["code_execution_tool_result"]


BashCodeExecutionToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "output_file_too_large"
]
"""Bash code execution tool result error code: one of these."""


class BashCodeExecutionToolResultErrorObject(Model):
    """Bash code execution tool result error object of the type `bash_code_execution_tool_result_error`."""

    error_code: BashCodeExecutionToolResultErrorCode
    type: Literal["bash_code_execution_tool_result_error"]


class BashCodeExecutionOutputBlock(Model):
    """Bash code execution output block of the type `bash_code_execution_output`."""

    file_id: str
    type: Literal["bash_code_execution_output"]


class BashCodeExecutionResultBlock(Model):
    """Bash code execution result block of the type `bash_code_execution_result`."""

    content: list[BashCodeExecutionOutputBlock]
    return_code: int
    stderr: str
    stdout: str
    type: Literal["bash_code_execution_result"]


BashCodeExecutionToolResultBlockContent: TypeAlias = Annotated[
    BashCodeExecutionToolResultErrorObject | BashCodeExecutionResultBlock, Tagged("type")
]
"""Bash code execution tool result block content: one of these, told apart by `type`."""


class BashCodeExecutionToolResultBlock(Model):
    """Bash code execution tool result block of the type `bash_code_execution_tool_result`."""

    content: BashCodeExecutionToolResultBlockContent
    tool_use_id: str
    type: Literal["bash_code_execution_tool_result"]


TextEditorCodeExecutionToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "file_not_found"
]
"""Text editor code execution tool result error code: one of these."""


class TextEditorCodeExecutionToolResultErrorObject(Model):
    """Text editor code execution tool result error object of the type
    `text_editor_code_execution_tool_result_error`.
    """

    error_code: TextEditorCodeExecutionToolResultErrorCode
    error_message: str | None = None
    type: Literal["text_editor_code_execution_tool_result_error"]


class TextEditorCodeExecutionViewResultBlock(Model):
    """Text editor code execution view result block of the type `text_editor_code_execution_view_result`."""

    content: str
    file_type: Literal["text", "image", "pdf"]
    num_lines: int | None = None
    start_line: int | None = None
    total_lines: int | None = None
    type: Literal["text_editor_code_execution_view_result"]


class TextEditorCodeExecutionCreateResultBlock(Model):
    """Text editor code execution create result block of the type `text_editor_code_execution_create_result`."""

    is_file_update: bool
    type: Literal["text_editor_code_execution_create_result"]


class TextEditorCodeExecutionStrReplaceResultBlock(Model):
    """Text editor code execution str replace result block of the type
    `text_editor_code_execution_str_replace_result`.
    """

    lines: list[str] | None = None
    new_lines: int | None = None
    new_start: int | None = None
    old_lines: int | None = None
    old_start: int | None = None
    type: Literal["text_editor_code_execution_str_replace_result"]


TextEditorCodeExecutionToolResultBlockContent: TypeAlias = Annotated[
    TextEditorCodeExecutionToolResultErrorObject
    | TextEditorCodeExecutionViewResultBlock
    | TextEditorCodeExecutionCreateResultBlock
    | TextEditorCodeExecutionStrReplaceResultBlock,
    Tagged("type"),
]
"""Text editor code execution tool result block content: one of these, told apart by `type`."""


class TextEditorCodeExecutionToolResultBlock(Model):
    """Text editor code execution tool result block of the type `text_editor_code_execution_tool_result`."""

    content: TextEditorCodeExecutionToolResultBlockContent
    tool_use_id: str
    type: Literal["text_editor_code_execution_tool_result"]


ToolSearchToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"
]
"""Tool search tool result error code: one of these."""


class ToolSearchToolResultErrorObject(Model):
    """Tool search tool result error object of the type `tool_search_tool_result_error`."""

    error_code: ToolSearchToolResultErrorCode
    error_message: str | None = None
    type: Literal["tool_search_tool_result_error"]


class ToolReferenceBlock(Model):
    """Tool reference block of the type `tool_reference`."""

    tool_name: str
    type: Literal["tool_reference"]


class ToolSearchToolSearchResultBlock(Model):
    """Tool search tool search result block of the type `tool_search_tool_search_result`."""

    tool_references: list[ToolReferenceBlock]
    type: Literal["tool_search_tool_search_result"]


ToolSearchToolResultBlockContent: TypeAlias = Annotated[
    ToolSearchToolResultErrorObject | ToolSearchToolSearchResultBlock, Tagged("type")
]
"""Tool search tool result block content: one of these, told apart by `type`."""


class ToolSearchToolResultBlock(Model):
    """Tool search tool result block of the type `tool_search_tool_result`."""

    content: ToolSearchToolResultBlockContent
    tool_use_id: str
    type: Literal["tool_search_tool_result"]


class ContainerUploadBlock(Model):
    """Container upload block of the type `container_upload`."""

    file_id: str
    type: Literal["container_upload"]


class AdvisorToolResultErrorObject(Model):
    """Advisor tool result error object of the type `advisor_tool_result_error`. Beta."""

    error_code: Literal[
        "max_uses_exceeded",
        "prompt_too_long",
        "too_many_requests",
        "overloaded",
        "unavailable",
        "execution_time_exceeded",
        "model_not_found",
    ]
    type: Literal["advisor_tool_result_error"]


class AdvisorResultBlock(Model):
    """Advisor result block of the type `advisor_result`. Beta."""

    stop_reason: str | None = None
    text: str
    type: Literal["advisor_result"]


class AdvisorRedactedResultBlock(Model):
    """Advisor redacted result block of the type `advisor_redacted_result`. Beta."""

    encrypted_content: str
    stop_reason: str | None = None
    type: Literal["advisor_redacted_result"]


AdvisorToolResultBlockContent: TypeAlias = Annotated[
    AdvisorToolResultErrorObject | AdvisorResultBlock | AdvisorRedactedResultBlock, Tagged("type")
]
"""Advisor tool result block content: one of these, told apart by `type`. Beta."""


class AdvisorToolResultBlock(Model):
    """Advisor tool result block of the type `advisor_tool_result`. Beta."""

    content: AdvisorToolResultBlockContent
    tool_use_id: str
    type: Literal["advisor_tool_result"]


class MCPToolUseBlock(Model):
    """Mcp tool use block of the type `mcp_tool_use`. Beta."""

    id: str
    input: dict[str, object]
    name: str
    server_name: str
    type: Literal["mcp_tool_use"]


class MCPToolResultBlock(Model):
    """Mcp tool result block of the type `mcp_tool_result`. Beta."""

    content: str | list[TextBlock]
    is_error: bool
    tool_use_id: str
    type: Literal["mcp_tool_result"]


class ResponseToolChangeToolReference(Model):
    """Response tool change tool reference of the type `tool_reference`. Beta."""

    name: str
    type: Literal["tool_reference"]


class ResponseToolChangeMCPToolReference(Model):
    """Response tool change mcp tool reference of the type `mcp_tool_reference`. Beta."""

    name: str
    server_name: str
    type: Literal["mcp_tool_reference"]


class ResponseToolChangeMCPToolsetReference(Model):
    """Response tool change mcp toolset reference of the type `mcp_toolset_reference`. Beta."""

    server_name: str
    type: Literal["mcp_toolset_reference"]


class ToolChangeToolDefinition(Model):
    """Tool change tool definition of the type `tool_definition`. Beta."""

    definition: ResponseToolUnion
    type: Literal["tool_definition"]


ResponseToolAdditionBlockTool: TypeAlias = Annotated[
    ResponseToolChangeToolReference
    | ResponseToolChangeMCPToolReference
    | ResponseToolChangeMCPToolsetReference
    | ToolChangeToolDefinition,
    Tagged("type"),
]
"""Response tool addition block tool: one of these, told apart by `type`. Beta."""


class ResponseToolAdditionBlock(Model):
    """Response tool addition block of the type `tool_addition`. Beta."""

    tool: ResponseToolAdditionBlockTool
    type: Literal["tool_addition"]


ResponseToolRemovalBlockTool: TypeAlias = Annotated[
    ResponseToolChangeToolReference | ResponseToolChangeMCPToolReference | ResponseToolChangeMCPToolsetReference,
    Tagged("type"),
]
"""Response tool removal block tool: one of these, told apart by `type`. Beta."""


class ResponseToolRemovalBlock(Model):
    """Response tool removal block of the type `tool_removal`. Beta."""

    tool: ResponseToolRemovalBlockTool
    type: Literal["tool_removal"]


CompactionBlockToolChange: TypeAlias = Annotated[ResponseToolAdditionBlock | ResponseToolRemovalBlock, Tagged("type")]
"""Compaction block tool change: one of these, told apart by `type`. Beta."""


class CompactionBlock(Model):
    """Compaction block of the type `compaction`. Beta."""

    content: str | None = None
    encrypted_content: str | None = None
    type: Literal["compaction"]
    signature: str | None = None
    tool_changes: list[CompactionBlockToolChange] | None = None


class FallbackInfo(Model):
    """Fallback info. Beta."""

    model: ModelParam


class FallbackRefusalTrigger(Model):
    """Fallback refusal trigger of the type `refusal`. Beta."""

    category: Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | None = None
    type: Literal["refusal"]


class FallbackBlock(Model):
    """Fallback block of the type `fallback`. Beta."""

    from_: FallbackInfo = Field(alias="from")
    to: FallbackInfo
    trigger: FallbackRefusalTrigger
    type: Literal["fallback"]


class MCPTool(Model):
    """Mcp tool. Beta."""

    input_schema: dict[str, object]
    name: str
    description: str | None = None


class MCPToolListingBlock(Model):
    """Mcp tool listing block of the type `mcp_tool_listing`. Beta."""

    mcp_server_name: str
    tools: list[MCPTool]
    type: Literal["mcp_tool_listing"]


ContentBlock: TypeAlias = Annotated[
    TextBlock
    | ThinkingBlock
    | RedactedThinkingBlock
    | ToolUseBlock
    | ServerToolUseBlock
    | WebSearchToolResultBlock
    | WebFetchToolResultBlock
    | CodeExecutionToolResultBlock
    | BashCodeExecutionToolResultBlock
    | TextEditorCodeExecutionToolResultBlock
    | ToolSearchToolResultBlock
    | ContainerUploadBlock
    | AdvisorToolResultBlock
    | MCPToolUseBlock
    | MCPToolResultBlock
    | CompactionBlock
    | FallbackBlock
    | MCPToolListingBlock,
    Tagged("type"),
]
"""Content block: one of these, told apart by `type`."""
