"""The events of a message that is streamed.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .citations import (
    CitationCharLocation,
    CitationContentBlockLocation,
    CitationPageLocation,
    CitationsSearchResultLocation,
    CitationsWebSearchResultLocation,
)
from .content import (
    AdvisorToolResultBlock,
    BashCodeExecutionToolResultBlock,
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
    """All tokens of the message so far, thinking included."""

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
