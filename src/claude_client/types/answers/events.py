"""The events of a message that is streamed.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from .._model import Later, Model, Tagged
from .citations import (
    CitationCharLocation,
    CitationContentBlockLocation,
    CitationPageLocation,
    CitationsSearchResultLocation,
    CitationsWebSearchResultLocation,
)
from .content import RedactedThinkingBlock, TextBlock, ThinkingBlock, ToolUseBlock
from .messages import Message, OutputTokensDetails, RefusalStopDetails, ServerToolUsage, StopReason

if TYPE_CHECKING:
    from .message_details import Container as Container
    from .message_details import ContextManagementResponse as ContextManagementResponse
    from .message_details import FallbackCreditUsage as FallbackCreditUsage
    from .message_details import InputTransformation as InputTransformation
    from .message_details import IterationsUsage as IterationsUsage
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
        Any, Later("claude_client.types.answers.server_content", "AdvisorToolResultBlock", "advisor_tool_result")
    ]
    BashCodeExecutionToolResultBlock: TypeAlias = Annotated[
        Any,
        Later(
            "claude_client.types.answers.server_content",
            "BashCodeExecutionToolResultBlock",
            "bash_code_execution_tool_result",
        ),
    ]
    CodeExecutionToolResultBlock: TypeAlias = Annotated[
        Any,
        Later(
            "claude_client.types.answers.server_content", "CodeExecutionToolResultBlock", "code_execution_tool_result"
        ),
    ]
    CompactionBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "CompactionBlock", "compaction")
    ]
    Container: TypeAlias = Annotated[Any, Later("claude_client.types.answers.message_details", "Container")]
    ContainerUploadBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "ContainerUploadBlock", "container_upload")
    ]
    ContextManagementResponse: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.message_details", "ContextManagementResponse")
    ]
    FallbackBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "FallbackBlock", "fallback")
    ]
    FallbackCreditUsage: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.message_details", "FallbackCreditUsage")
    ]
    InputTransformation: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.message_details", "InputTransformation")
    ]
    IterationsUsage: TypeAlias = Annotated[Any, Later("claude_client.types.answers.message_details", "IterationsUsage")]
    MCPToolListingBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "MCPToolListingBlock", "mcp_tool_listing")
    ]
    MCPToolResultBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "MCPToolResultBlock", "mcp_tool_result")
    ]
    MCPToolUseBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "MCPToolUseBlock", "mcp_tool_use")
    ]
    ServerToolUseBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "ServerToolUseBlock", "server_tool_use")
    ]
    TextEditorCodeExecutionToolResultBlock: TypeAlias = Annotated[
        Any,
        Later(
            "claude_client.types.answers.server_content",
            "TextEditorCodeExecutionToolResultBlock",
            "text_editor_code_execution_tool_result",
        ),
    ]
    ToolSearchToolResultBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "ToolSearchToolResultBlock", "tool_search_tool_result")
    ]
    WebFetchToolResultBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "WebFetchToolResultBlock", "web_fetch_tool_result")
    ]
    WebSearchToolResultBlock: TypeAlias = Annotated[
        Any, Later("claude_client.types.answers.server_content", "WebSearchToolResultBlock", "web_search_tool_result")
    ]


class RawMessageStartEvent(Model):
    """The message begins; its content is still empty."""

    message: Message
    type: Literal["message_start"]


class RawMessageDeltaEventDelta(Model):
    """What is known of the message only now."""

    container: Container | None = None
    stop_details: RefusalStopDetails | None = None
    stop_reason: StopReason | None = None
    stop_sequence: str | None = None


class MessageDeltaUsage(Model):
    """What a streamed message used so far: totals, not differences."""

    cache_creation_input_tokens: int | None = None
    """Input tokens written to the cache."""

    cache_read_input_tokens: int | None = None
    """Input tokens read from the cache."""

    input_tokens: int | None = None
    output_tokens: int
    """All tokens of the answer so far, thinking included."""

    output_tokens_details: OutputTokensDetails | None = None
    server_tool_use: ServerToolUsage | None = None
    fallback_credit: FallbackCreditUsage | None = None
    """Beta."""

    iterations: IterationsUsage | None = None
    """Beta."""


class RawMessageDeltaEvent(Model):
    """The message is about to end: why, and what it used."""

    delta: RawMessageDeltaEventDelta
    type: Literal["message_delta"]
    usage: MessageDeltaUsage
    context_management: ContextManagementResponse | None = None
    """Beta."""

    input_transformations: list[InputTransformation] | None = None
    """Beta."""


class RawMessageStopEvent(Model):
    """The message is complete."""

    type: Literal["message_stop"]


RawContentBlockStartEventContentBlock: TypeAlias = Annotated[
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
"""The block, still without what its deltas bring."""


class RawContentBlockStartEvent(Model):
    """A block begins."""

    content_block: RawContentBlockStartEventContentBlock
    index: int
    type: Literal["content_block_start"]


class TextDelta(Model):
    """More text."""

    text: str
    type: Literal["text_delta"]


class InputJSONDelta(Model):
    """More of a tool's input, as a piece of JSON."""

    partial_json: str
    type: Literal["input_json_delta"]


CitationsDeltaCitation: TypeAlias = Annotated[
    CitationCharLocation
    | CitationPageLocation
    | CitationContentBlockLocation
    | CitationsWebSearchResultLocation
    | CitationsSearchResultLocation,
    Tagged("type"),
]
"""The citation."""


class CitationsDelta(Model):
    """One more citation of the text."""

    citation: CitationsDeltaCitation
    type: Literal["citations_delta"]


class ThinkingDelta(Model):
    """More thinking."""

    thinking: str
    type: Literal["thinking_delta"]
    estimated_tokens: int | None = None
    """Beta."""


class SignatureDelta(Model):
    """The signature of a thinking block, just before its end."""

    signature: str
    type: Literal["signature_delta"]


class CompactionContentBlockDelta(Model):
    """The summary of the context. Beta."""

    content: str | None = None
    encrypted_content: str | None = None
    """To be sent back as it came."""

    type: Literal["compaction_delta"]


RawContentBlockDelta: TypeAlias = Annotated[
    TextDelta | InputJSONDelta | CitationsDelta | ThinkingDelta | SignatureDelta | CompactionContentBlockDelta,
    Tagged("type"),
]
"""What is added to a block; `type` tells to what of it."""


class RawContentBlockDeltaEvent(Model):
    """A block goes on."""

    delta: RawContentBlockDelta
    index: int
    type: Literal["content_block_delta"]


class RawContentBlockStopEvent(Model):
    """A block is complete."""

    index: int
    type: Literal["content_block_stop"]


RawMessageStreamEvent: TypeAlias = Annotated[
    RawMessageStartEvent
    | RawMessageDeltaEvent
    | RawMessageStopEvent
    | RawContentBlockStartEvent
    | RawContentBlockDeltaEvent
    | RawContentBlockStopEvent,
    Tagged("type"),
]
"""An event of a streamed message; `type` tells which."""
