"""Blocks that only tools of the server and a few settings bring about: imported when a message first has one.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field

from .._model import LazyType, Model, Tagged
from .content import DirectCaller, ServerToolCaller, ServerToolCaller20260120, TextBlock
from .model_names import ModelParam

if TYPE_CHECKING:
    from .tools import ResponseToolUnion as ResponseToolUnion
else:
    ResponseToolUnion: TypeAlias = Annotated[Any, LazyType("claude_client.types.responses.tools", "ResponseToolUnion")]


ServerToolUseBlockCaller: TypeAlias = Annotated[
    DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")
]
"""Who called the tool: the model, or code that it wrote."""


class ServerToolUseBlock(Model):
    """A call of a tool that runs on the server."""

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
"""Who called the tool: the model, or code that it wrote."""


WebSearchToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "max_uses_exceeded", "too_many_requests", "query_too_long", "request_too_large"
]
"""Why the tool `web_search` gave nothing."""


class WebSearchToolResultErrorObject(Model):
    """Why the tool `web_search` gave nothing."""

    error_code: WebSearchToolResultErrorCode
    type: Literal["web_search_tool_result_error"]


class WebSearchResultBlock(Model):
    """A page that the web search found."""

    encrypted_content: str
    """To be sent back as it came."""

    page_age: str | None = None
    title: str
    type: Literal["web_search_result"]
    url: str


WebSearchToolResultBlockContent: TypeAlias = WebSearchToolResultErrorObject | list[WebSearchResultBlock]
"""The pages that were found, or an error."""


class WebSearchToolResultBlock(Model):
    """What the tool `web_search` gave."""

    caller: WebSearchToolResultBlockCaller | None = None
    content: WebSearchToolResultBlockContent
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["web_search_tool_result"]


WebFetchToolResultBlockCaller: TypeAlias = Annotated[
    DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")
]
"""Who called the tool: the model, or code that it wrote."""


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
"""Why the tool `web_fetch` gave nothing."""


class WebFetchToolResultErrorBlock(Model):
    """Why the tool `web_fetch` gave nothing."""

    error_code: WebFetchToolResultErrorCode
    type: Literal["web_fetch_tool_result_error"]


class CitationsConfig(Model):
    """Whether the model cites the document."""

    enabled: bool


class Base64PDFSource(Model):
    """A PDF as base64."""

    data: str
    media_type: Literal["application/pdf"]
    type: Literal["base64"]


class PlainTextSource(Model):
    """Plain text."""

    data: str
    media_type: Literal["text/plain"]
    type: Literal["text"]


DocumentBlockSource: TypeAlias = Annotated[Base64PDFSource | PlainTextSource, Tagged("type")]
"""The document itself."""


class DocumentBlock(Model):
    """A document: a PDF or plain text."""

    citations: CitationsConfig | None = None
    source: DocumentBlockSource
    title: str | None = None
    type: Literal["document"]


class WebFetchBlock(Model):
    """A page that was fetched."""

    content: DocumentBlock
    retrieved_at: str | None = None
    type: Literal["web_fetch_result"]
    url: str


WebFetchToolResultBlockContent: TypeAlias = Annotated[WebFetchToolResultErrorBlock | WebFetchBlock, Tagged("type")]
"""What the tool `web_fetch` gave, or an error."""


class WebFetchToolResultBlock(Model):
    """What the tool `web_fetch` gave."""

    caller: WebFetchToolResultBlockCaller | None = None
    content: WebFetchToolResultBlockContent
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["web_fetch_tool_result"]


CodeExecutionToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"
]
"""Why the tool `code_execution` gave nothing."""


class CodeExecutionToolResultErrorObject(Model):
    """Why the tool `code_execution` gave nothing."""

    error_code: CodeExecutionToolResultErrorCode
    type: Literal["code_execution_tool_result_error"]


class CodeExecutionOutputBlock(Model):
    """A file that `code_execution` wrote."""

    file_id: str
    type: Literal["code_execution_output"]


class CodeExecutionResultBlock(Model):
    """What the code gave."""

    content: list[CodeExecutionOutputBlock]
    return_code: int
    stderr: str
    stdout: str
    type: Literal["code_execution_result"]


class EncryptedCodeExecutionResultBlock(Model):
    """What code gave whose output may not be shown."""

    content: list[CodeExecutionOutputBlock]
    encrypted_stdout: str
    return_code: int
    stderr: str
    type: Literal["encrypted_code_execution_result"]


CodeExecutionToolResultBlockContent: TypeAlias = Annotated[
    CodeExecutionToolResultErrorObject | CodeExecutionResultBlock | EncryptedCodeExecutionResultBlock, Tagged("type")
]
"""What the tool `code_execution` gave, or an error."""


class CodeExecutionToolResultBlock(Model):
    """What the tool `code_execution` gave."""

    content: CodeExecutionToolResultBlockContent
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["code_execution_tool_result"]


BashCodeExecutionToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "output_file_too_large"
]
"""Why the tool `bash_code_execution` gave nothing."""


class BashCodeExecutionToolResultErrorObject(Model):
    """Why the tool `bash_code_execution` gave nothing."""

    error_code: BashCodeExecutionToolResultErrorCode
    type: Literal["bash_code_execution_tool_result_error"]


class BashCodeExecutionOutputBlock(Model):
    """A file that `bash_code_execution` wrote."""

    file_id: str
    type: Literal["bash_code_execution_output"]


class BashCodeExecutionResultBlock(Model):
    """What the command gave."""

    content: list[BashCodeExecutionOutputBlock]
    return_code: int
    stderr: str
    stdout: str
    type: Literal["bash_code_execution_result"]


BashCodeExecutionToolResultBlockContent: TypeAlias = Annotated[
    BashCodeExecutionToolResultErrorObject | BashCodeExecutionResultBlock, Tagged("type")
]
"""What the tool `bash_code_execution` gave, or an error."""


class BashCodeExecutionToolResultBlock(Model):
    """What the tool `bash_code_execution` gave."""

    content: BashCodeExecutionToolResultBlockContent
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["bash_code_execution_tool_result"]


TextEditorCodeExecutionToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "file_not_found"
]
"""Why the tool `text_editor_code_execution` gave nothing."""


class TextEditorCodeExecutionToolResultErrorObject(Model):
    """Why the tool `text_editor_code_execution` gave nothing."""

    error_code: TextEditorCodeExecutionToolResultErrorCode
    error_message: str | None = None
    type: Literal["text_editor_code_execution_tool_result_error"]


class TextEditorCodeExecutionViewResultBlock(Model):
    """The file that was looked at."""

    content: str
    file_type: Literal["text", "image", "pdf"]
    num_lines: int | None = None
    start_line: int | None = None
    total_lines: int | None = None
    type: Literal["text_editor_code_execution_view_result"]


class TextEditorCodeExecutionCreateResultBlock(Model):
    """The file was written."""

    is_file_update: bool
    type: Literal["text_editor_code_execution_create_result"]


class TextEditorCodeExecutionStrReplaceResultBlock(Model):
    """What was replaced in the file."""

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
"""What the tool `text_editor_code_execution` gave, or an error."""


class TextEditorCodeExecutionToolResultBlock(Model):
    """What the tool `text_editor_code_execution` gave."""

    content: TextEditorCodeExecutionToolResultBlockContent
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["text_editor_code_execution_tool_result"]


ToolSearchToolResultErrorCode: TypeAlias = Literal[
    "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"
]
"""Why the tool `tool_search` gave nothing."""


class ToolSearchToolResultErrorObject(Model):
    """Why the tool `tool_search` gave nothing."""

    error_code: ToolSearchToolResultErrorCode
    error_message: str | None = None
    type: Literal["tool_search_tool_result_error"]


class ToolReferenceBlock(Model):
    """A tool that was found, by its name."""

    tool_name: str
    type: Literal["tool_reference"]


class ToolSearchToolSearchResultBlock(Model):
    """The tools that were found."""

    tool_references: list[ToolReferenceBlock]
    type: Literal["tool_search_tool_search_result"]


ToolSearchToolResultBlockContent: TypeAlias = Annotated[
    ToolSearchToolResultErrorObject | ToolSearchToolSearchResultBlock, Tagged("type")
]
"""What the tool `tool_search` gave, or an error."""


class ToolSearchToolResultBlock(Model):
    """What the tool `tool_search` gave."""

    content: ToolSearchToolResultBlockContent
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["tool_search_tool_result"]


class ContainerUploadBlock(Model):
    """A file that is laid into the container."""

    file_id: str
    type: Literal["container_upload"]


class AdvisorToolResultErrorObject(Model):
    """Why the tool `advisor` gave nothing. Beta."""

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
    """What the advisor said. Beta."""

    stop_reason: str | None = None
    text: str
    type: Literal["advisor_result"]


class AdvisorRedactedResultBlock(Model):
    """What the advisor said, where it may not be shown. Beta."""

    encrypted_content: str
    """To be sent back as it came."""

    stop_reason: str | None = None
    type: Literal["advisor_redacted_result"]


AdvisorToolResultBlockContent: TypeAlias = Annotated[
    AdvisorToolResultErrorObject | AdvisorResultBlock | AdvisorRedactedResultBlock, Tagged("type")
]
"""What the tool `advisor` gave, or an error. Beta."""


class AdvisorToolResultBlock(Model):
    """What the tool `advisor` gave. Beta."""

    content: AdvisorToolResultBlockContent
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["advisor_tool_result"]


class MCPToolUseBlock(Model):
    """A call of a tool of an MCP server. Beta."""

    id: str
    input: dict[str, object]
    name: str
    server_name: str
    type: Literal["mcp_tool_use"]


class MCPToolResultBlock(Model):
    """What a tool of an MCP server gave. Beta."""

    content: str | list[TextBlock]
    is_error: bool
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["mcp_tool_result"]


class ResponseToolChangeToolReference(Model):
    """A tool of yours, by its name. Beta."""

    name: str
    type: Literal["tool_reference"]


class ResponseToolChangeMCPToolReference(Model):
    """A tool of an MCP server, by its name. Beta."""

    name: str
    server_name: str
    type: Literal["mcp_tool_reference"]


class ResponseToolChangeMCPToolsetReference(Model):
    """The tools of an MCP server, by its name. Beta."""

    server_name: str
    type: Literal["mcp_toolset_reference"]


class ToolChangeToolDefinition(Model):
    """A tool in full. Beta."""

    definition: ResponseToolUnion
    type: Literal["tool_definition"]


ResponseToolAdditionBlockTool: TypeAlias = Annotated[
    ResponseToolChangeToolReference
    | ResponseToolChangeMCPToolReference
    | ResponseToolChangeMCPToolsetReference
    | ToolChangeToolDefinition,
    Tagged("type"),
]
"""The tool that was added, by reference or in full. Beta."""


class ResponseToolAdditionBlock(Model):
    """A tool that was added. Beta."""

    tool: ResponseToolAdditionBlockTool
    type: Literal["tool_addition"]


ResponseToolRemovalBlockTool: TypeAlias = Annotated[
    ResponseToolChangeToolReference | ResponseToolChangeMCPToolReference | ResponseToolChangeMCPToolsetReference,
    Tagged("type"),
]
"""The tool that was taken away. Beta."""


class ResponseToolRemovalBlock(Model):
    """A tool that was taken away. Beta."""

    tool: ResponseToolRemovalBlockTool
    type: Literal["tool_removal"]


CompactionBlockToolChange: TypeAlias = Annotated[ResponseToolAdditionBlock | ResponseToolRemovalBlock, Tagged("type")]
"""A change of the tools that the summary covers. Beta."""


class CompactionBlock(Model):
    """The context so far, summed up. Beta."""

    content: str | None = None
    encrypted_content: str | None = None
    """To be sent back as it came."""

    type: Literal["compaction"]
    signature: str | None = None
    tool_changes: list[CompactionBlockToolChange] | None = None


class FallbackInfo(Model):
    """A model on one side of the change. Beta."""

    model: ModelParam


class FallbackRefusalTrigger(Model):
    """The refusal that led to the change. Beta."""

    category: Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | None = None
    type: Literal["refusal"]


class FallbackBlock(Model):
    """From here on another model wrote, as the first one refused. Beta."""

    from_: FallbackInfo = Field(alias="from")
    to: FallbackInfo
    trigger: FallbackRefusalTrigger
    type: Literal["fallback"]


class MCPTool(Model):
    """A tool that an MCP server offers. Beta."""

    input_schema: dict[str, object]
    name: str
    description: str | None = None


class MCPToolListingBlock(Model):
    """The tools that an MCP server offers. Beta."""

    mcp_server_name: str
    tools: list[MCPTool]
    type: Literal["mcp_tool_listing"]
