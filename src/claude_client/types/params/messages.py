"""What the API takes: messages.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Many, Tagged
from ..answers.messages import Message
from ..answers.models import ModelParam
from ..request_options import UserProfileOptions
from .content import MessageParam, TextBlockParam
from .tools import CacheControlEphemeralParam, MessageCountTokensToolParam, ToolChoiceParam, ToolUnionParam


class SkillParams(TypedDict, total=False):
    """Skill."""

    skill_id: Required[str]
    type: Required[Literal["anthropic", "custom"]]
    version: str


class ContainerParams(TypedDict, total=False):
    """Container."""

    id: str | None
    skills: Many[SkillParams] | None


MessageCreateParamsContainer: TypeAlias = ContainerParams | str
"""Message create params container."""


class DiagnosticsParam(TypedDict, total=False):
    """Diagnostics."""

    previous_message_id: str | None


class MetadataParam(TypedDict, total=False):
    """Metadata."""

    user_id: str | None


class JSONOutputFormatParam(TypedDict, total=False):
    """Json output format of the type `json_schema`."""

    schema: Required[Mapping[str, object]]
    type: Required[Literal["json_schema"]]


class TokenTaskBudgetParam(TypedDict, total=False):
    """Token task budget of the type `tokens`. Beta."""

    total: Required[int]
    type: Required[Literal["tokens"]]
    remaining: int | None


class OutputConfigParam(TypedDict, total=False):
    """Output config."""

    effort: Literal["low", "medium", "high", "xhigh", "max"] | None
    format: JSONOutputFormatParam | None
    task_budget: TokenTaskBudgetParam | None
    """Beta."""


ThinkingPrefixMismatchBehavior: TypeAlias = Literal["error", "drop_block"]
"""Thinking prefix mismatch behavior: one of these. Beta."""


class ThinkingBlockBindingParam(TypedDict, total=False):
    """Thinking block binding. Beta."""

    prefix_mismatch_behavior: ThinkingPrefixMismatchBehavior | None


class ThinkingConfigEnabledParam(TypedDict, total=False):
    """Thinking config enabled of the type `enabled`."""

    budget_tokens: Required[int]
    type: Required[Literal["enabled"]]
    display: Literal["summarized", "omitted", "updates"] | None
    block_binding: ThinkingBlockBindingParam | None
    """Beta."""


class ThinkingConfigDisabledParam(TypedDict, total=False):
    """Thinking config disabled of the type `disabled`."""

    type: Required[Literal["disabled"]]


class ThinkingConfigBetweenToolsParam(TypedDict, total=False):
    """Thinking config between tools of the type `between_tools`."""

    type: Required[Literal["between_tools"]]


class ThinkingConfigAdaptiveParam(TypedDict, total=False):
    """Thinking config adaptive of the type `adaptive`."""

    type: Required[Literal["adaptive"]]
    display: Literal["summarized", "omitted", "updates"] | None
    block_binding: ThinkingBlockBindingParam | None
    """Beta."""


ThinkingConfigParam: TypeAlias = Annotated[
    ThinkingConfigEnabledParam
    | ThinkingConfigDisabledParam
    | ThinkingConfigBetweenToolsParam
    | ThinkingConfigAdaptiveParam,
    Tagged("type"),
]
"""Thinking config: one of these, told apart by `type`."""


BillTo: TypeAlias = Literal["self", "user_profile"]
"""Bill to: one of these. Beta."""


class BillingPolicyParam(TypedDict, total=False):
    """Billing policy of the type `billing_policy`. Beta."""

    type: Required[Literal["billing_policy"]]
    bill_to: BillTo


class CompactionConfigParam(TypedDict, total=False):
    """Compaction config of the type `summarize`. Beta."""

    type: Required[Literal["summarize"]]
    instructions: str | None


class InputTokensClearAtLeastParam(TypedDict, total=False):
    """Input tokens clear at least of the type `input_tokens`. Beta."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]


class ToolUsesKeepParam(TypedDict, total=False):
    """Tool uses keep of the type `tool_uses`. Beta."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]


class InputTokensTriggerParam(TypedDict, total=False):
    """Input tokens trigger of the type `input_tokens`. Beta."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]


class ToolUsesTriggerParam(TypedDict, total=False):
    """Tool uses trigger of the type `tool_uses`. Beta."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]


ClearToolUses20250919EditParamTrigger: TypeAlias = Annotated[
    InputTokensTriggerParam | ToolUsesTriggerParam, Tagged("type")
]
"""Clear tool uses 20250919 edit param trigger: one of these, told apart by `type`. Beta."""


class ClearToolUses20250919EditParam(TypedDict, total=False):
    """Clear tool uses 20250919 edit of the type `clear_tool_uses_20250919`. Beta."""

    type: Required[Literal["clear_tool_uses_20250919"]]
    clear_at_least: InputTokensClearAtLeastParam | None
    clear_tool_inputs: bool | Sequence[str] | None
    exclude_tools: Sequence[str] | None
    keep: ToolUsesKeepParam
    trigger: ClearToolUses20250919EditParamTrigger


class ThinkingTurnsParam(TypedDict, total=False):
    """Thinking turns of the type `thinking_turns`. Beta."""

    type: Required[Literal["thinking_turns"]]
    value: Required[int]


class AllThinkingTurnsParam(TypedDict, total=False):
    """All thinking turns of the type `all`. Beta."""

    type: Required[Literal["all"]]


ClearThinking20251015EditParamKeep: TypeAlias = ThinkingTurnsParam | AllThinkingTurnsParam | Literal["all"]
"""Clear thinking 20251015 edit param keep. Beta."""


class ClearThinking20251015EditParam(TypedDict, total=False):
    """Clear thinking 20251015 edit of the type `clear_thinking_20251015`. Beta."""

    type: Required[Literal["clear_thinking_20251015"]]
    keep: ClearThinking20251015EditParamKeep


class Compact20260112EditParam(TypedDict, total=False):
    """Compact 20260112 edit of the type `compact_20260112`. Beta."""

    type: Required[Literal["compact_20260112"]]
    instructions: str | None
    pause_after_compaction: bool
    trigger: InputTokensTriggerParam | None


ContextManagementConfigParamEdit: TypeAlias = Annotated[
    ClearToolUses20250919EditParam | ClearThinking20251015EditParam | Compact20260112EditParam, Tagged("type")
]
"""Context management config param edit: one of these, told apart by `type`. Beta."""


class ContextManagementConfigParam(TypedDict, total=False):
    """Context management config. Beta."""

    edits: Many[ContextManagementConfigParamEdit]


class FallbackCreditTokenParam(TypedDict, total=False):
    """Fallback credit token. Beta."""

    token: Required[str]
    mode: Literal["strict", "best_effort"]


MessageCreateParamsFallbackCreditToken: TypeAlias = str | FallbackCreditTokenParam
"""Message create params fallback credit token. Beta."""


FallbackParamThinking: TypeAlias = Annotated[
    ThinkingConfigEnabledParam
    | ThinkingConfigDisabledParam
    | ThinkingConfigBetweenToolsParam
    | ThinkingConfigAdaptiveParam,
    Tagged("type"),
]
"""Fallback param thinking: one of these, told apart by `type`. Beta."""


class FallbackParam(TypedDict, total=False):
    """Fallback. Beta."""

    model: Required[ModelParam]
    max_tokens: int | None
    output_config: OutputConfigParam | None
    speed: Literal["standard", "fast"] | None
    thinking: FallbackParamThinking | None


FallbacksParam: TypeAlias = Many[FallbackParam] | Literal["default"]
"""Fallbacks. Beta."""


class RequestMCPServerToolConfigurationParam(TypedDict, total=False):
    """Request mcp server tool configuration. Beta."""

    allowed_tools: Sequence[str] | None
    enabled: bool | None


class RequestMCPServerURLDefinitionParam(TypedDict, total=False):
    """Request mcp server url definition of the type `url`. Beta."""

    name: Required[str]
    type: Required[Literal["url"]]
    url: Required[str]
    authorization_token: str | None
    tool_configuration: RequestMCPServerToolConfigurationParam | None


class ThreadCreateParams(TypedDict, total=False):
    """Thread create of the type `create`. Beta."""

    type: Required[Literal["create"]]


class ThreadContinueParams(TypedDict, total=False):
    """Thread continue of the type `continue`. Beta."""

    previous_message_id: Required[str]
    type: Required[Literal["continue"]]


MessageThreadParam: TypeAlias = Annotated[ThreadCreateParams | ThreadContinueParams, Tagged("type")]
"""Message thread: one of these, told apart by `type`. Beta."""


class MessageCreateParamsBase(TypedDict, total=False):
    """The body of `messages.create`."""

    max_tokens: Required[int]
    messages: Required[Many[MessageParam | Message]]
    model: Required[ModelParam]
    cache_control: CacheControlEphemeralParam | None
    container: MessageCreateParamsContainer | None
    diagnostics: DiagnosticsParam | None
    inference_geo: str | None
    metadata: MetadataParam | None
    output_config: OutputConfigParam | None
    service_tier: Literal["auto", "standard_only"] | None
    speed: Literal["standard", "fast"] | None
    stop_sequences: Sequence[str] | None
    system: str | Many[TextBlockParam] | None
    thinking: ThinkingConfigParam | None
    tool_choice: ToolChoiceParam | None
    tools: Many[ToolUnionParam] | None
    billing_policy: BillingPolicyParam | None
    """Beta."""

    compaction: CompactionConfigParam | None
    """Beta."""

    context_management: ContextManagementConfigParam | None
    """Beta."""

    fallback_credit_token: MessageCreateParamsFallbackCreditToken | None
    """Beta."""

    fallbacks: FallbacksParam | None
    """Beta."""

    mcp_servers: Many[RequestMCPServerURLDefinitionParam] | None
    """Beta."""

    thread: MessageThreadParam | None
    """Beta."""

    temperature: float | None
    """Only in API versions before 2026-10-21."""

    top_k: int | None
    """Only in API versions before 2026-10-21."""

    top_p: float | None
    """Only in API versions before 2026-10-21."""


class MessageCreateParamsNonStreaming(MessageCreateParamsBase, total=False):
    """The body of `messages.create`, answered whole."""

    stream: Literal[False] | None


class MessageCreateParamsStreaming(MessageCreateParamsBase, total=False):
    """The body of `messages.create`, answered as events."""

    stream: Required[Literal[True]]


class MessageCreateParams(MessageCreateParamsBase, UserProfileOptions, total=False):
    """What `messages.create` takes, and the options of the call."""


class MessageCountTokensParamsBase(TypedDict, total=False):
    """The body of `messages.count_tokens`."""

    messages: Required[Many[MessageParam | Message]]
    model: Required[ModelParam]
    cache_control: CacheControlEphemeralParam | None
    output_config: OutputConfigParam | None
    speed: Literal["standard", "fast"] | None
    system: str | Many[TextBlockParam] | None
    thinking: ThinkingConfigParam | None
    tool_choice: ToolChoiceParam | None
    tools: Many[MessageCountTokensToolParam] | None
    billing_policy: BillingPolicyParam | None
    """Beta."""

    compaction: CompactionConfigParam | None
    """Beta."""

    context_management: ContextManagementConfigParam | None
    """Beta."""

    mcp_servers: Many[RequestMCPServerURLDefinitionParam] | None
    """Beta."""


class MessageCountTokensParams(MessageCountTokensParamsBase, UserProfileOptions, total=False):
    """What `messages.count_tokens` takes, and the options of the call."""
