"""A message of the model, what it used, and what is told beside it.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._message import AnyMessage
from .._model import Model, Tagged
from .content import ContentBlock
from .model_names import ModelParam


class ContainerSkill(Model):
    """A skill that is loaded in the container."""

    skill_id: str
    type: Literal["anthropic", "custom"]
    version: str


class Container(Model):
    """The container that code ran in, to be named in the next request that continues there."""

    id: str
    expires_at: datetime
    """When the container, and what is in it, is gone."""

    skills: list[ContainerSkill] | None = None


class CacheMissModelChanged(Model):
    """The model is another one."""

    cache_missed_input_tokens: int
    type: Literal["model_changed"]


class CacheMissSystemChanged(Model):
    """The system prompt is another one."""

    cache_missed_input_tokens: int
    type: Literal["system_changed"]


class CacheMissToolsChanged(Model):
    """The tools are other ones."""

    cache_missed_input_tokens: int
    type: Literal["tools_changed"]


class CacheMissMessagesChanged(Model):
    """The messages differ from those of the request before."""

    cache_missed_input_tokens: int
    type: Literal["messages_changed"]


class CacheMissPreviousMessageNotFound(Model):
    """The message to compare with is not known."""

    type: Literal["previous_message_not_found"]


class CacheMissUnavailable(Model):
    """No reason can be told."""

    type: Literal["unavailable"]


CacheMissReason: TypeAlias = Annotated[
    CacheMissModelChanged
    | CacheMissSystemChanged
    | CacheMissToolsChanged
    | CacheMissMessagesChanged
    | CacheMissPreviousMessageNotFound
    | CacheMissUnavailable,
    Tagged("type"),
]
"""Why the prompt was not read from the cache, by what differs from the message before."""


class Diagnostics(Model):
    """What was asked for in `diagnostics`."""

    cache_miss_reason: CacheMissReason | None = None


class RefusalStopDetails(Model):
    """Why the model refused, when the stop reason is `refusal`."""

    category: Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | None = None
    """What the refusal is about."""

    explanation: str | None = None
    """The refusal in words; they may change."""

    type: Literal["refusal"]
    fallback_credit_token: str | None = None
    """Beta."""

    fallback_has_prefill_claim: bool | None = None
    """Beta."""

    recommended_model: str | None = None
    """Beta."""


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


class FallbackCreditRedeemed(Model):
    """The credit was used. Beta."""

    type: Literal["redeemed"]


class FallbackCreditNotApplied(Model):
    """The credit was not used, and why. Beta."""

    reason: Literal[
        "body_mismatch",
        "continuation_excluded",
        "continuation_only",
        "expired",
        "invalid_target_model",
        "not_enabled",
        "reprice_unavailable",
        "temporarily_unavailable",
        "variant_fields_present",
        "wrong_organization",
        "wrong_platform",
        "wrong_workspace",
    ]
    type: Literal["not_applied"]
    remove_to_redeem: list[str] | None = None


FallbackCreditUsageStatus: TypeAlias = Annotated[FallbackCreditRedeemed | FallbackCreditNotApplied, Tagged("type")]
"""What became of the credit. Beta."""


class FallbackCreditUsage(Model):
    """Whether the credit of a refused message was used. Beta."""

    status: FallbackCreditUsageStatus


class MessageIterationUsage(Model):
    """What one sampling of the message used. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    """Input tokens written to the cache."""

    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    input_tokens: int
    model: ModelParam | None = None
    output_tokens: int
    type: Literal["message"]


class CompactionIterationUsage(Model):
    """What summing up the context used. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    """Input tokens written to the cache."""

    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    input_tokens: int
    output_tokens: int
    type: Literal["compaction"]


class AdvisorMessageIterationUsage(Model):
    """What a question to the advisor used. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    """Input tokens written to the cache."""

    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    input_tokens: int
    model: ModelParam
    output_tokens: int
    type: Literal["advisor_message"]


class FallbackMessageIterationUsage(Model):
    """What sampling by a fallback model used. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    """Input tokens written to the cache."""

    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    input_tokens: int
    model: ModelParam
    output_tokens: int
    type: Literal["fallback_message"]


IterationsUsageItem: TypeAlias = Annotated[
    MessageIterationUsage | CompactionIterationUsage | AdvisorMessageIterationUsage | FallbackMessageIterationUsage,
    Tagged("type"),
]
"""What one sampling of the model used. Beta."""


IterationsUsage: TypeAlias = list[IterationsUsageItem]
"""What each sampling of the model used, where one message took several. Beta."""


class Usage(Model):
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
    """All tokens of the answer, thinking included."""

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


class ClearToolUses20250919EditResponse(Model):
    """Calls of tools that were cleared from the context. Beta."""

    cleared_input_tokens: int
    cleared_tool_uses: int
    type: Literal["clear_tool_uses_20250919"]


class ClearThinking20251015EditResponse(Model):
    """Thinking that was cleared from the context. Beta."""

    cleared_input_tokens: int
    cleared_thinking_turns: int
    type: Literal["clear_thinking_20251015"]


ContextManagementResponseAppliedEdit: TypeAlias = Annotated[
    ClearToolUses20250919EditResponse | ClearThinking20251015EditResponse, Tagged("type")
]
"""One way in which the context was cleared. Beta."""


class ContextManagementResponse(Model):
    """What was cleared from the context. Beta."""

    applied_edits: list[ContextManagementResponseAppliedEdit]


class ThinkingDroppedInputTransformation(Model):
    """A thinking block was left out. Beta."""

    path: str
    reason: Literal[
        "model_binding_mismatch",
        "prefix_binding_mismatch",
        "organization_binding_mismatch",
        "end_user_binding_mismatch",
    ]
    type: Literal["thinking_dropped"]


class ThinkingMismatchAllowedInputTransformation(Model):
    """A thinking block was taken although it does not fit. Beta."""

    path: str
    reason: Literal[
        "model_binding_mismatch",
        "prefix_binding_mismatch",
        "organization_binding_mismatch",
        "end_user_binding_mismatch",
    ]
    type: Literal["thinking_mismatch_allowed"]


InputTransformation: TypeAlias = Annotated[
    ThinkingDroppedInputTransformation | ThinkingMismatchAllowedInputTransformation, Tagged("type")
]
"""What the API changed in the request before the model saw it. Beta."""


class Message(AnyMessage):
    """An answer of the model."""

    id: str
    container: Container | None = None
    """The container that code ran in, where it did."""

    content: list[ContentBlock]
    """The answer, block by block."""

    diagnostics: Diagnostics | None = None
    model: ModelParam
    """The model that answered."""

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


class CountTokensContextManagementResponse(Model):
    """The size of the context before something is cleared from it. Beta."""

    original_input_tokens: int


class MessageTokensCount(Model):
    """How many tokens a message would have."""

    input_tokens: int
    """Tokens of messages, system prompt and tools together."""

    context_management: CountTokensContextManagementResponse | None = None
    """Beta."""
