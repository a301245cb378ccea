"""What the API answers: messages.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .content import ContentBlock
from .models import ModelParam


class ContainerSkill(Model):
    """Container skill."""

    skill_id: str
    type: Literal["anthropic", "custom"]
    version: str


class Container(Model):
    """Container."""

    id: str
    expires_at: datetime
    skills: list[ContainerSkill] | None = None


class CacheMissModelChanged(Model):
    """Cache miss model changed of the type `model_changed`."""

    cache_missed_input_tokens: int
    type: Literal["model_changed"]


class CacheMissSystemChanged(Model):
    """Cache miss system changed of the type `system_changed`."""

    cache_missed_input_tokens: int
    type: Literal["system_changed"]


class CacheMissToolsChanged(Model):
    """Cache miss tools changed of the type `tools_changed`."""

    cache_missed_input_tokens: int
    type: Literal["tools_changed"]


class CacheMissMessagesChanged(Model):
    """Cache miss messages changed of the type `messages_changed`."""

    cache_missed_input_tokens: int
    type: Literal["messages_changed"]


class CacheMissPreviousMessageNotFound(Model):
    """Cache miss previous message not found of the type `previous_message_not_found`."""

    type: Literal["previous_message_not_found"]


class CacheMissUnavailable(Model):
    """Cache miss unavailable of the type `unavailable`."""

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
"""Cache miss reason: one of these, told apart by `type`."""


class Diagnostics(Model):
    """Diagnostics."""

    cache_miss_reason: CacheMissReason | None = None


class RefusalStopDetails(Model):
    """Refusal stop details of the type `refusal`."""

    category: Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | None = None
    explanation: str | None = None
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
"""Stop reason: one of these."""


class CacheCreation(Model):
    """Cache creation."""

    ephemeral_1h_input_tokens: int
    ephemeral_5m_input_tokens: int


class OutputTokensDetails(Model):
    """Output tokens details."""

    thinking_tokens: int


class ServerToolUsage(Model):
    """Server tool usage."""

    web_fetch_requests: int
    web_search_requests: int


class FallbackCreditRedeemed(Model):
    """Fallback credit redeemed of the type `redeemed`. Beta."""

    type: Literal["redeemed"]


class FallbackCreditNotApplied(Model):
    """Fallback credit not applied of the type `not_applied`. Beta."""

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
"""Fallback credit usage status: one of these, told apart by `type`. Beta."""


class FallbackCreditUsage(Model):
    """Fallback credit usage. Beta."""

    status: FallbackCreditUsageStatus


class MessageIterationUsage(Model):
    """Message iteration usage of the type `message`. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    cache_read_input_tokens: int
    input_tokens: int
    model: ModelParam | None = None
    output_tokens: int
    type: Literal["message"]


class CompactionIterationUsage(Model):
    """Compaction iteration usage of the type `compaction`. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    cache_read_input_tokens: int
    input_tokens: int
    output_tokens: int
    type: Literal["compaction"]


class AdvisorMessageIterationUsage(Model):
    """Advisor message iteration usage of the type `advisor_message`. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    cache_read_input_tokens: int
    input_tokens: int
    model: ModelParam
    output_tokens: int
    type: Literal["advisor_message"]


class FallbackMessageIterationUsage(Model):
    """Fallback message iteration usage of the type `fallback_message`. Beta."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int
    cache_read_input_tokens: int
    input_tokens: int
    model: ModelParam
    output_tokens: int
    type: Literal["fallback_message"]


IterationsUsageItem: TypeAlias = Annotated[
    MessageIterationUsage | CompactionIterationUsage | AdvisorMessageIterationUsage | FallbackMessageIterationUsage,
    Tagged("type"),
]
"""Iterations usage item: one of these, told apart by `type`. Beta."""


IterationsUsage: TypeAlias = list[IterationsUsageItem]
"""Iterations usage. Beta."""


class Usage(Model):
    """Usage."""

    cache_creation: CacheCreation | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    inference_geo: str | None = None
    input_tokens: int
    output_tokens: int
    output_tokens_details: OutputTokensDetails | None = None
    server_tool_use: ServerToolUsage | None = None
    service_tier: Literal["standard", "priority", "batch"] | None = None
    speed: Literal["standard", "fast"] | None = None
    fallback_credit: FallbackCreditUsage | None = None
    """Beta."""

    iterations: IterationsUsage | None = None
    """Beta."""


class ClearToolUses20250919EditResponse(Model):
    """Clear tool uses 20250919 edit response of the type `clear_tool_uses_20250919`. Beta."""

    cleared_input_tokens: int
    cleared_tool_uses: int
    type: Literal["clear_tool_uses_20250919"]


class ClearThinking20251015EditResponse(Model):
    """Clear thinking 20251015 edit response of the type `clear_thinking_20251015`. Beta."""

    cleared_input_tokens: int
    cleared_thinking_turns: int
    type: Literal["clear_thinking_20251015"]


ContextManagementResponseAppliedEdit: TypeAlias = Annotated[
    ClearToolUses20250919EditResponse | ClearThinking20251015EditResponse, Tagged("type")
]
"""Context management response applied edit: one of these, told apart by `type`. Beta."""


class ContextManagementResponse(Model):
    """Context management response. Beta."""

    applied_edits: list[ContextManagementResponseAppliedEdit]


class ThinkingDroppedInputTransformation(Model):
    """Thinking dropped input transformation of the type `thinking_dropped`. Beta."""

    path: str
    reason: Literal[
        "model_binding_mismatch",
        "prefix_binding_mismatch",
        "organization_binding_mismatch",
        "end_user_binding_mismatch",
    ]
    type: Literal["thinking_dropped"]


class ThinkingMismatchAllowedInputTransformation(Model):
    """Thinking mismatch allowed input transformation of the type `thinking_mismatch_allowed`. Beta."""

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
"""Input transformation: one of these, told apart by `type`. Beta."""


class Message(Model):
    """Message of the type `message`."""

    id: str
    container: Container | None = None
    content: list[ContentBlock]
    diagnostics: Diagnostics | None = None
    model: ModelParam
    role: Literal["assistant"]
    stop_details: RefusalStopDetails | None = None
    stop_reason: StopReason | None = None
    stop_sequence: str | None = None
    type: Literal["message"]
    usage: Usage
    context_management: ContextManagementResponse | None = None
    """Beta."""

    input_transformations: list[InputTransformation] | None = None
    """Beta."""


class CountTokensContextManagementResponse(Model):
    """Count tokens context management response. Beta."""

    original_input_tokens: int


class MessageTokensCount(Model):
    """Message tokens count."""

    input_tokens: int
    context_management: CountTokensContextManagementResponse | None = None
    """Beta."""
