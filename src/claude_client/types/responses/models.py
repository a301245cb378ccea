"""The models, and what each can do.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._model import Model


class CapabilitySupport(Model):
    """Whether the model can do it."""

    supported: bool


class ContextManagementCapability(Model):
    """Whether the model's context can be cleared, and in which ways."""

    clear_thinking_20251015: CapabilitySupport | None = None
    clear_tool_uses_20250919: CapabilitySupport | None = None
    compact_20260112: CapabilitySupport | None = None
    supported: bool


class EffortCapability(Model):
    """Whether the model takes an effort, and which levels."""

    high: CapabilitySupport
    low: CapabilitySupport
    max: CapabilitySupport
    medium: CapabilitySupport
    supported: bool
    xhigh: CapabilitySupport | None = None


class ServerToolsCapability(Model):
    """The tools on the server that the model can use."""

    code_execution: CapabilitySupport
    supported: bool
    web_search: CapabilitySupport


class ThinkingTypes(Model):
    """The ways of thinking, each with whether the model has it."""

    adaptive: CapabilitySupport
    between_tools: CapabilitySupport
    disabled: CapabilitySupport
    enabled: CapabilitySupport


class ThinkingCapability(Model):
    """Whether and how the model can think."""

    supported: bool
    types: ThinkingTypes


class CompactionCapability(Model):
    """Whether the model can sum up its context. Beta."""

    summarize: CapabilitySupport
    supported: bool


class ModelCapabilities(Model):
    """What a model can do."""

    batch: CapabilitySupport
    citations: CapabilitySupport
    code_execution: CapabilitySupport
    context_management: ContextManagementCapability
    effort: EffortCapability
    image_input: CapabilitySupport
    pdf_input: CapabilitySupport
    server_tools: ServerToolsCapability
    structured_outputs: CapabilitySupport
    thinking: ThinkingCapability
    compaction: CompactionCapability | None = None
    """Beta."""


ModelLine: TypeAlias = Literal["haiku", "sonnet", "opus", "fable", "mythos"]
"""The family of a model."""


class ModelInfo(Model):
    """A model."""

    id: str
    capabilities: ModelCapabilities | None = None
    created_at: datetime
    deprecated_at: datetime | None = None
    """When it was, or will be, deprecated."""

    display_name: str
    lifecycle: Literal["active", "deprecated", "retired"]
    line: ModelLine | None = None
    max_input_tokens: int | None = None
    """The size of the context."""

    max_tokens: int | None = None
    """The most that `max_tokens` may be."""

    retires_at: datetime | None = None
    """When it is no longer served."""

    type: Literal["model"]
    allowed_fallback_models: list[str] | None = None
    """Beta."""
