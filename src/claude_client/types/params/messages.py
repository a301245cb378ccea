"""Parameters of messages: what is asked, and how the model may respond.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, OpenDict, Tagged
from .._tools import ToolLike
from ..request_options import UserProfileOptions
from ..responses.messages import Message
from ..responses.model_names import ModelParam
from .content import MessageParam, TextBlockParam
from .tools import CacheControlEphemeralParam, MessageCountTokensToolParam, ToolChoiceParam, ToolUnionParam


class SkillParams(TypedDict, total=False):
    """A skill to load, by default in its latest version."""

    skill_id: Required[str]
    type: Required[Literal["anthropic", "custom"]]
    version: str
    """The version's id, or `latest`."""


class ContainerParams(TypedDict, total=False):
    """A container, and the skills to load there."""

    id: str | None
    skills: IterableParam[SkillParams] | None


MessageCreateParamsContainer: TypeAlias = ContainerParams | str
"""A container to go on in, by its id or with the skills to load."""


class DiagnosticsParam(TypedDict, total=False):
    """What to tell beside the message: why the prompt was not read from the cache."""

    previous_message_id: str | None


class MetadataParam(TypedDict, total=False):
    """What the API may know of the request's origin."""

    user_id: str | None
    """Something that stands for the user: a UUID or a hash, no name and no address."""


class JSONOutputFormatParam(TypedDict, total=False):
    """The text is JSON that fits a schema."""

    schema: Required[Mapping[str, object]]
    type: Required[Literal["json_schema"]]


class TokenTaskBudgetParam(TypedDict, total=False):
    """Tokens that the model may plan with for the whole task. Beta."""

    total: Required[int]
    """The whole budget."""

    type: Required[Literal["tokens"]]
    remaining: int | None
    """What is left of it."""


class OutputConfigParam(TypedDict, total=False):
    """How much effort the model makes, and the form of its message."""

    effort: Literal["low", "medium", "high", "xhigh", "max"] | None
    """How much the model puts into the message; `high` when left out."""

    format: JSONOutputFormatParam | None
    """The form of the message."""

    task_budget: TokenTaskBudgetParam | None
    """Beta."""


ThinkingPrefixMismatchBehavior: TypeAlias = Literal["error", "drop_block"]
"""Refuse the request, or leave the block out. Beta."""


class ThinkingBlockBindingParam(TypedDict, total=False):
    """What becomes of thinking blocks that do not fit the conversation. Beta."""

    prefix_mismatch_behavior: ThinkingPrefixMismatchBehavior | None


class ThinkingConfigEnabledParam(TypedDict, total=False):
    """The model thinks, within a budget."""

    budget_tokens: Required[int]
    """The most tokens to think with, at least 1024 and below `max_tokens`."""

    type: Required[Literal["enabled"]]
    display: Literal["summarized", "omitted", "updates"] | None
    """Whether the message shows the thinking, summed up, or leaves it out."""

    block_binding: ThinkingBlockBindingParam | None
    """Beta."""


class ThinkingConfigDisabledParam(TypedDict, total=False):
    """The model does not think."""

    type: Required[Literal["disabled"]]


class ThinkingConfigBetweenToolsParam(TypedDict, total=False):
    """The model thinks between its calls of tools."""

    type: Required[Literal["between_tools"]]


class ThinkingConfigAdaptiveParam(TypedDict, total=False):
    """The model decides itself how long it thinks."""

    type: Required[Literal["adaptive"]]
    display: Literal["summarized", "omitted", "updates"] | None
    """Whether the message shows the thinking, summed up, or leaves it out."""

    block_binding: ThinkingBlockBindingParam | None
    """Beta."""


ThinkingConfigParam: TypeAlias = Annotated[
    ThinkingConfigEnabledParam
    | ThinkingConfigDisabledParam
    | ThinkingConfigBetweenToolsParam
    | ThinkingConfigAdaptiveParam,
    Tagged("type"),
]
"""Whether and how long the model thinks before it writes."""


BillTo: TypeAlias = Literal["self", "user_profile"]
"""You, or the user profile of the request. Beta."""


class BillingPolicyParam(TypedDict, total=False):
    """Who pays for the request. Beta."""

    type: Required[Literal["billing_policy"]]
    bill_to: BillTo


class CompactionConfigParam(TypedDict, total=False):
    """Sum the context up now. Beta."""

    type: Required[Literal["summarize"]]
    instructions: str | None


class InputTokensClearAtLeastParam(TypedDict, total=False):
    """The least number of input tokens that is worth clearing. Beta."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]


class ToolUsesKeepParam(TypedDict, total=False):
    """How many of the latest calls stay. Beta."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]


class InputTokensTriggerParam(TypedDict, total=False):
    """From this many input tokens on. Beta."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]


class ToolUsesTriggerParam(TypedDict, total=False):
    """From this many calls of tools on. Beta."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]


ClearToolUses20250919EditParamTrigger: TypeAlias = Annotated[
    InputTokensTriggerParam | ToolUsesTriggerParam, Tagged("type")
]
"""When to clear. Beta."""


class ClearToolUses20250919EditParam(TypedDict, total=False):
    """Clear earlier calls of tools, and what they gave. Beta."""

    type: Required[Literal["clear_tool_uses_20250919"]]
    clear_at_least: InputTokensClearAtLeastParam | None
    clear_tool_inputs: bool | Sequence[str] | None
    exclude_tools: Sequence[str] | None
    keep: ToolUsesKeepParam
    trigger: ClearToolUses20250919EditParamTrigger


class ThinkingTurnsParam(TypedDict, total=False):
    """The thinking of this many of the latest turns. Beta."""

    type: Required[Literal["thinking_turns"]]
    value: Required[int]


class AllThinkingTurnsParam(TypedDict, total=False):
    """The thinking of all turns. Beta."""

    type: Required[Literal["all"]]


ClearThinking20251015EditParamKeep: TypeAlias = ThinkingTurnsParam | AllThinkingTurnsParam | Literal["all"]
"""The thinking that stays. Beta."""


class ClearThinking20251015EditParam(TypedDict, total=False):
    """Clear the thinking of earlier turns. Beta."""

    type: Required[Literal["clear_thinking_20251015"]]
    keep: ClearThinking20251015EditParamKeep


class Compact20260112EditParam(TypedDict, total=False):
    """Sum the context up when it grows. Beta."""

    type: Required[Literal["compact_20260112"]]
    instructions: str | None
    pause_after_compaction: bool
    trigger: InputTokensTriggerParam | None


ContextManagementConfigParamEdit: TypeAlias = Annotated[
    ClearToolUses20250919EditParam | ClearThinking20251015EditParam | Compact20260112EditParam, Tagged("type")
]
"""One way to clear the context. Beta."""


class ContextManagementConfigParam(TypedDict, total=False):
    """What to clear from the context when it grows. Beta."""

    edits: IterableParam[ContextManagementConfigParamEdit]


class FallbackCreditTokenParam(TypedDict, total=False):
    """The credit that a refused message left, for the next attempt. Beta."""

    token: Required[str]
    mode: Literal["strict", "best_effort"]


MessageCreateParamsFallbackCreditToken: TypeAlias = str | FallbackCreditTokenParam
"""The credit that a refused message left, for the next attempt. Beta."""


FallbackParamThinking: TypeAlias = Annotated[
    ThinkingConfigEnabledParam
    | ThinkingConfigDisabledParam
    | ThinkingConfigBetweenToolsParam
    | ThinkingConfigAdaptiveParam,
    Tagged("type"),
]
"""How the fallback model thinks. Beta."""


class FallbackParam(TypedDict, total=False):
    """A model that takes over where the first one refuses. Beta."""

    model: Required[ModelParam]
    max_tokens: int | None
    """The most tokens that the message may have. The model may stop before."""

    output_config: OutputConfigParam | None
    speed: Literal["standard", "fast"] | None
    thinking: FallbackParamThinking | None


FallbacksParam: TypeAlias = IterableParam[OpenDict[FallbackParam]] | Literal["default"]
"""The models that take over where the first one refuses, in order, or those that the API chooses. Beta."""


class RequestMCPServerToolConfigurationParam(TypedDict, total=False):
    """Which of an MCP server's tools are offered. Beta."""

    allowed_tools: Sequence[str] | None
    enabled: bool | None


class RequestMCPServerURLDefinitionParam(TypedDict, total=False):
    """An MCP server that the API calls. Beta."""

    name: Required[str]
    type: Required[Literal["url"]]
    url: Required[str]
    authorization_token: str | None
    tool_configuration: RequestMCPServerToolConfigurationParam | None


class ThreadCreateParams(TypedDict, total=False):
    """Begin a thread. Beta."""

    type: Required[Literal["create"]]


class ThreadContinueParams(TypedDict, total=False):
    """Go on after a message of a thread. Beta."""

    previous_message_id: Required[str]
    type: Required[Literal["continue"]]


MessageThreadParam: TypeAlias = Annotated[ThreadCreateParams | ThreadContinueParams, Tagged("type")]
"""Begin a thread of messages that the API keeps, or go on with one. Beta."""


class MessageCreateParamsBase(TypedDict, total=False):
    """The body of `messages.create`."""

    max_tokens: Required[int]
    """The most tokens that the message may have. The model may stop before."""

    messages: Required[IterableParam[MessageParam | Message]]
    """The conversation so far, oldest turn first. A `Message` that the API returned can stand in it as it is."""

    model: Required[ModelParam]
    """The model to ask."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt in the cache up to its last block that can be kept."""

    container: MessageCreateParamsContainer | None
    """A container of an earlier message to go on in, and the skills to load."""

    diagnostics: DiagnosticsParam | None
    """What to tell beside the message."""

    inference_geo: str | None
    """Where the model runs; by default where the workspace says."""

    metadata: MetadataParam | None
    """What the API may know of the request's origin."""

    output_config: OutputConfigParam | None
    """Effort, and the form of the message."""

    service_tier: Literal["auto", "standard_only"] | None
    """`auto` uses priority capacity where there is some."""

    speed: Literal["standard", "fast"] | None
    """`fast` responds faster at a higher price, on models that have it."""

    stop_sequences: Sequence[str] | None
    """Texts at which the model stops; they are not part of the message."""

    system: str | IterableParam[TextBlockParam] | None
    """Instructions and context for the whole conversation."""

    thinking: ThinkingConfigParam | None
    """Whether and how long the model thinks before it writes."""

    tool_choice: ToolChoiceParam | None
    """Whether it has to call a tool, and which; by default it decides."""

    tools: IterableParam[ToolUnionParam | ToolLike] | None
    """What the model may call."""

    billing_policy: BillingPolicyParam | None
    """Who pays for the request. Beta."""

    compaction: CompactionConfigParam | None
    """Sum the context up now. Beta."""

    context_management: ContextManagementConfigParam | None
    """What to clear from the context when it grows. Beta."""

    fallback_credit_token: MessageCreateParamsFallbackCreditToken | None
    """The credit that a refused message left. Beta."""

    fallbacks: FallbacksParam | None
    """Models that take over where this one refuses. Beta."""

    mcp_servers: IterableParam[RequestMCPServerURLDefinitionParam] | None
    """MCP servers whose tools the model may call. Beta."""

    thread: MessageThreadParam | None
    """A thread of messages that the API keeps. Beta."""

    temperature: float | None
    """Randomness, from 0 to 1. Only in API versions before 2026-10-21."""

    top_k: int | None
    """Choose among the this many likeliest tokens only. Only in API versions before 2026-10-21."""

    top_p: float | None
    """Choose among the likeliest tokens that make up this probability, from 0 to 1. Only in API versions before
    2026-10-21.
    """


class MessageCreateParamsNonStreaming(MessageCreateParamsBase, total=False):
    """The body of `messages.create`, returned whole."""

    stream: Literal[False] | None


class MessageCreateParamsStreaming(MessageCreateParamsBase, total=False):
    """The body of `messages.create`, returned as events."""

    stream: Required[Literal[True]]


class MessageCreateParams(MessageCreateParamsBase, UserProfileOptions, total=False):
    """What `messages.create` takes, and the options of the call."""


class MessageCountTokensParamsBase(TypedDict, total=False):
    """The body of `messages.count_tokens`."""

    messages: Required[IterableParam[MessageParam | Message]]
    """The conversation so far, oldest turn first."""

    model: Required[ModelParam]
    """The model whose tokens are counted."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    output_config: OutputConfigParam | None
    speed: Literal["standard", "fast"] | None
    system: str | IterableParam[TextBlockParam] | None
    """Instructions and context for the whole conversation."""

    thinking: ThinkingConfigParam | None
    tool_choice: ToolChoiceParam | None
    tools: IterableParam[MessageCountTokensToolParam | ToolLike] | None
    """What the model may call."""

    billing_policy: BillingPolicyParam | None
    """Beta."""

    compaction: CompactionConfigParam | None
    """Beta."""

    context_management: ContextManagementConfigParam | None
    """Beta."""

    mcp_servers: IterableParam[RequestMCPServerURLDefinitionParam] | None
    """Beta."""


class MessageCountTokensParams(MessageCountTokensParamsBase, UserProfileOptions, total=False):
    """What `messages.count_tokens` takes, and the options of the call."""
