"""What the API answers: events.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .content import (
    AdvisorToolResultBlock,
    BashCodeExecutionToolResultBlock,
    CitationCharLocation,
    CitationContentBlockLocation,
    CitationPageLocation,
    CitationsSearchResultLocation,
    CitationsWebSearchResultLocation,
    CodeExecutionToolResultBlock,
    CompactionBlock,
    ContainerUploadBlock,
    FallbackBlock,
    MCPToolListingBlock,
    MCPToolResultBlock,
    MCPToolUseBlock,
    RedactedThinkingBlock,
    ServerToolUseBlock,
    TextBlock,
    TextEditorCodeExecutionToolResultBlock,
    ThinkingBlock,
    ToolSearchToolResultBlock,
    ToolUseBlock,
    WebFetchToolResultBlock,
    WebSearchToolResultBlock,
)
from .messages import (
    Container,
    ContextManagementResponse,
    FallbackCreditUsage,
    InputTransformation,
    IterationsUsage,
    Message,
    OutputTokensDetails,
    RefusalStopDetails,
    ServerToolUsage,
    StopReason,
)


class RawMessageStartEvent(Model):
    """Raw message start event of the type `message_start`."""

    message: Message
    type: Literal["message_start"]


class RawMessageDeltaEventDelta(Model):
    """Raw message delta event delta."""

    container: Container | None = None
    stop_details: RefusalStopDetails | None = None
    stop_reason: StopReason | None = None
    stop_sequence: str | None = None


class MessageDeltaUsage(Model):
    """Message delta usage."""

    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int
    output_tokens_details: OutputTokensDetails | None = None
    server_tool_use: ServerToolUsage | None = None
    fallback_credit: FallbackCreditUsage | None = None
    """Beta."""

    iterations: IterationsUsage | None = None
    """Beta."""


class RawMessageDeltaEvent(Model):
    """Raw message delta event of the type `message_delta`."""

    delta: RawMessageDeltaEventDelta
    type: Literal["message_delta"]
    usage: MessageDeltaUsage
    context_management: ContextManagementResponse | None = None
    """Beta."""

    input_transformations: list[InputTransformation] | None = None
    """Beta."""


class RawMessageStopEvent(Model):
    """Raw message stop event of the type `message_stop`."""

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
"""Raw content block start event content block: one of these, told apart by `type`."""


class RawContentBlockStartEvent(Model):
    """Raw content block start event of the type `content_block_start`."""

    content_block: RawContentBlockStartEventContentBlock
    index: int
    type: Literal["content_block_start"]


class TextDelta(Model):
    """Text delta of the type `text_delta`."""

    text: str
    type: Literal["text_delta"]


class InputJSONDelta(Model):
    """Input json delta of the type `input_json_delta`."""

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
"""Citations delta citation: one of these, told apart by `type`."""


class CitationsDelta(Model):
    """Citations delta of the type `citations_delta`."""

    citation: CitationsDeltaCitation
    type: Literal["citations_delta"]


class ThinkingDelta(Model):
    """Thinking delta of the type `thinking_delta`."""

    thinking: str
    type: Literal["thinking_delta"]
    estimated_tokens: int | None = None
    """Beta."""


class SignatureDelta(Model):
    """Signature delta of the type `signature_delta`."""

    signature: str
    type: Literal["signature_delta"]


class CompactionContentBlockDelta(Model):
    """Compaction content block delta of the type `compaction_delta`. Beta."""

    content: str | None = None
    encrypted_content: str | None = None
    type: Literal["compaction_delta"]


RawContentBlockDelta: TypeAlias = Annotated[
    TextDelta | InputJSONDelta | CitationsDelta | ThinkingDelta | SignatureDelta | CompactionContentBlockDelta,
    Tagged("type"),
]
"""Raw content block delta: one of these, told apart by `type`."""


class RawContentBlockDeltaEvent(Model):
    """Raw content block delta event of the type `content_block_delta`."""

    delta: RawContentBlockDelta
    index: int
    type: Literal["content_block_delta"]


class RawContentBlockStopEvent(Model):
    """Raw content block stop event of the type `content_block_stop`."""

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
"""Raw message stream event: one of these, told apart by `type`."""
