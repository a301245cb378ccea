"""A message of the model, and what it used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from .._message import AnyMessage, AnyUsage
from .._model import LazyType, Model
from .content import ContentBlock
from .model_names import ModelParam

if TYPE_CHECKING:
    from .message_details import Container as Container
    from .message_details import ContextManagementResponse as ContextManagementResponse
    from .message_details import Diagnostics as Diagnostics
    from .message_details import FallbackCreditUsage as FallbackCreditUsage
    from .message_details import InputTransformation as InputTransformation
    from .message_details import IterationsUsage as IterationsUsage
    from .message_details import RefusalStopDetails as RefusalStopDetails
else:
    Container: TypeAlias = Annotated[Any, LazyType("claude_client.types.responses.message_details", "Container")]
    ContextManagementResponse: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.message_details", "ContextManagementResponse")
    ]
    Diagnostics: TypeAlias = Annotated[Any, LazyType("claude_client.types.responses.message_details", "Diagnostics")]
    FallbackCreditUsage: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.message_details", "FallbackCreditUsage")
    ]
    InputTransformation: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.message_details", "InputTransformation")
    ]
    IterationsUsage: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.message_details", "IterationsUsage")
    ]
    RefusalStopDetails: TypeAlias = Annotated[
        Any, LazyType("claude_client.types.responses.message_details", "RefusalStopDetails", "refusal")
    ]


StopReason: TypeAlias = Literal[
    "end_turn",
    "max_tokens",
    "stop_sequence",
    "tool_use",
    "pause_turn",
    "refusal",
    "model_context_window_exceeded",
    "compaction",
]
"""Why the model stopped."""


class CacheCreation(Model):
    """Tokens written to the cache, by how long they stay there."""

    ephemeral_1h_input_tokens: int
    ephemeral_5m_input_tokens: int


class OutputTokensDetails(Model):
    """A part of the output tokens that is told separately."""

    thinking_tokens: int
    """Tokens of thinking, which is charged even where it is not shown."""


class ServerToolUsage(Model):
    """Calls of tools that ran on the server."""

    web_fetch_requests: int
    web_search_requests: int


class Usage(AnyUsage):
    """What a message used, in tokens and in calls of tools that run on the server."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int | None = None
    """Input tokens written to the cache."""

    cache_read_input_tokens: int | None = None
    """Input tokens read from the cache."""

    inference_geo: str | None = None
    """Where the model ran."""

    input_tokens: int
    """Input tokens neither read from the cache nor written to it; all three add up to the total."""

    output_tokens: int
    """All tokens of the message, thinking included."""

    output_tokens_details: OutputTokensDetails | None = None
    server_tool_use: ServerToolUsage | None = None
    service_tier: Literal["standard", "priority", "batch"] | None = None
    """The tier that the request was served in."""

    speed: Literal["standard", "fast"] | None = None
    """The speed that the request was served with."""

    fallback_credit: FallbackCreditUsage | None = None
    """Beta."""

    iterations: IterationsUsage | None = None
    """Beta."""


class Message(AnyMessage):
    """A message of the model."""

    id: str
    container: Container | None = None
    """The container that code ran in, where it did."""

    content: list[ContentBlock]
    """The message, block by block."""

    diagnostics: Diagnostics | None = None
    model: ModelParam
    """The model that wrote the message."""

    role: Literal["assistant"]
    stop_details: RefusalStopDetails | None = None
    stop_reason: StopReason | None = None
    """None only in the first event of a stream."""

    stop_sequence: str | None = None
    """The one of `stop_sequences` at which the model stopped."""

    type: Literal["message"]
    usage: Usage
    context_management: ContextManagementResponse | None = None
    """Beta."""

    input_transformations: list[InputTransformation] | None = None
    """Beta."""
