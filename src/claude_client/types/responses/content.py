"""The blocks that a message consists of, as the API returns them.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from .._message import AnyTextBlock
from .._model import LazyType, Model, Tagged

if TYPE_CHECKING:
    from .citations import TextCitation as TextCitation
    from .server_content import AdvisorToolResultBlock as AdvisorToolResultBlock
    from .server_content import BashCodeExecutionToolResultBlock as BashCodeExecutionToolResultBlock
    from .server_content import CodeExecutionToolResultBlock as CodeExecutionToolResultBlock
    from .server_content import CompactionBlock as CompactionBlock
    from .server_content import ContainerUploadBlock as ContainerUploadBlock
    from .server_content import FallbackBlock as FallbackBlock
    from .server_content import MCPToolListingBlock as MCPToolListingBlock
    from .server_content import MCPToolResultBlock as MCPToolResultBlock
    from .server_content import MCPToolUseBlock as MCPToolUseBlock
    from .server_content import ServerToolUseBlock as ServerToolUseBlock
    from .server_content import TextEditorCodeExecutionToolResultBlock as TextEditorCodeExecutionToolResultBlock
    from .server_content import ToolSearchToolResultBlock as ToolSearchToolResultBlock
    from .server_content import WebFetchToolResultBlock as WebFetchToolResultBlock
    from .server_content import WebSearchToolResultBlock as WebSearchToolResultBlock
else:
    AdvisorToolResultBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "AdvisorToolResultBlock", "advisor_tool_result")
    ]
    BashCodeExecutionToolResultBlock: TypeAlias = Annotated[
        Any,
        LazyType(
            "claude_client.types.responses.server_content",
            "BashCodeExecutionToolResultBlock",
            "bash_code_execution_tool_result",
        ),
    ]
    CodeExecutionToolResultBlock: TypeAlias = Annotated[
        Any,
        LazyType(
            "claude_client.types.responses.server_content", "CodeExecutionToolResultBlock", "code_execution_tool_result"
        ),
    ]
    CompactionBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "CompactionBlock", "compaction")
    ]
    ContainerUploadBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "ContainerUploadBlock", "container_upload")
    ]
    FallbackBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "FallbackBlock", "fallback")
    ]
    MCPToolListingBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "MCPToolListingBlock", "mcp_tool_listing")
    ]
    MCPToolResultBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "MCPToolResultBlock", "mcp_tool_result")
    ]
    MCPToolUseBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "MCPToolUseBlock", "mcp_tool_use")
    ]
    ServerToolUseBlock: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.server_content", "ServerToolUseBlock", "server_tool_use")
    ]
    TextCitation: TypeAlias = Annotated[Any, LazyType("claude_client.types.responses.citations", "TextCitation")]
    TextEditorCodeExecutionToolResultBlock: TypeAlias = Annotated[
        Any,
        LazyType(
            "claude_client.types.responses.server_content",
            "TextEditorCodeExecutionToolResultBlock",
            "text_editor_code_execution_tool_result",
        ),
    ]
    ToolSearchToolResultBlock: TypeAlias = Annotated[
        Any,
        LazyType(
            "claude_client.types.responses.server_content", "ToolSearchToolResultBlock", "tool_search_tool_result"
        ),
    ]
    WebFetchToolResultBlock: TypeAlias = Annotated[
        Any,
        LazyType("claude_client.types.responses.server_content", "WebFetchToolResultBlock", "web_fetch_tool_result"),
    ]
    WebSearchToolResultBlock: TypeAlias = Annotated[
        Any,
        LazyType("claude_client.types.responses.server_content", "WebSearchToolResultBlock", "web_search_tool_result"),
    ]


class TextBlock(AnyTextBlock):
    """Text."""

    citations: list[TextCitation] | None = None
    text: str
    type: Literal["text"]


class ThinkingBlock(Model):
    """What the model thought before it wrote."""

    signature: str
    """By which the API knows its own thinking again; to be sent back as it came."""

    thinking: str
    type: Literal["thinking"]


class RedactedThinkingBlock(Model):
    """Thinking that may not be shown; it is sent back as it came."""

    data: str
    """To be sent back as it came."""

    type: Literal["redacted_thinking"]


class DirectCaller(Model):
    """The model called the tool itself."""

    type: Literal["direct"]


class ServerToolCaller(Model):
    """Code called the tool; it ran in the tool `code_execution_20250825`."""

    tool_id: str
    type: Literal["code_execution_20250825"]


class ServerToolCaller20260120(Model):
    """Code called the tool; it ran in the tool `code_execution_20260120`."""

    tool_id: str
    type: Literal["code_execution_20260120"]


ToolUseBlockCaller: TypeAlias = Annotated[DirectCaller | ServerToolCaller | ServerToolCaller20260120, Tagged("type")]
"""Who called the tool: the model, or code that it wrote."""


class ToolUseBlock(Model):
    """A call of a tool of yours."""

    id: str
    """Named again in the `tool_result` for it."""

    caller: ToolUseBlockCaller | None = None
    input: dict[str, object]
    """The tool's input, as its schema has it."""

    name: str
    type: Literal["tool_use"]
    toolset_name: str | None = None


OtherContentBlock: TypeAlias = (
    ThinkingBlock
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
    | MCPToolListingBlock
)
"""A `ContentBlock` that is no `TextBlock`."""


ContentBlock: TypeAlias = Annotated[TextBlock | OtherContentBlock, Tagged("type")]
"""A block of a message; `type` tells which."""
