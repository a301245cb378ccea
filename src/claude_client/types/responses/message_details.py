"""What is told of a message that was refused, or where a setting asks for it: imported when a message first has it.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .messages import CacheCreation
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
