"""What the API answers: models.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._model import Model

ModelParam: TypeAlias = (
    Literal[
        "claude-fable-5-2",
        "claude-mythos-5-2",
        "claude-haiku-5-5",
        "claude-sonnet-5-5",
        "claude-fable-5-1",
        "claude-opus-5-5",
        "claude-mythos-5-1",
        "claude-sonnet-5",
        "claude-fable-5",
        "claude-mythos-5",
        "claude-opus-5",
        "claude-opus-4-8",
        "claude-opus-4-7",
        "claude-mythos-preview",
        "claude-opus-4-6",
        "claude-sonnet-4-6",
        "claude-haiku-4-5",
        "claude-haiku-4-5-20251001",
        "claude-opus-4-5",
        "claude-opus-4-5-20251101",
        "claude-sonnet-4-5",
        "claude-sonnet-4-5-20250929",
    ]
    | str
)
"""Model."""


class CapabilitySupport(Model):
    """Capability support."""

    supported: bool


class ContextManagementCapability(Model):
    """Context management capability."""

    clear_thinking_20251015: CapabilitySupport | None = None
    clear_tool_uses_20250919: CapabilitySupport | None = None
    compact_20260112: CapabilitySupport | None = None
    supported: bool


class EffortCapability(Model):
    """Effort capability."""

    high: CapabilitySupport
    low: CapabilitySupport
    max: CapabilitySupport
    medium: CapabilitySupport
    supported: bool
    xhigh: CapabilitySupport | None = None


class ServerToolsCapability(Model):
    """Server tools capability."""

    code_execution: CapabilitySupport
    supported: bool
    web_search: CapabilitySupport


class ThinkingTypes(Model):
    """Thinking types."""

    adaptive: CapabilitySupport
    between_tools: CapabilitySupport
    disabled: CapabilitySupport
    enabled: CapabilitySupport


class ThinkingCapability(Model):
    """Thinking capability."""

    supported: bool
    types: ThinkingTypes


class CompactionCapability(Model):
    """Compaction capability. Beta."""

    summarize: CapabilitySupport
    supported: bool


class ModelCapabilities(Model):
    """Model capabilities."""

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
"""Model line: one of these."""


class ModelInfo(Model):
    """Model info of the type `model`."""

    id: str
    capabilities: ModelCapabilities | None = None
    created_at: datetime
    deprecated_at: datetime | None = None
    display_name: str
    lifecycle: Literal["active", "deprecated", "retired"]
    line: ModelLine | None = None
    max_input_tokens: int | None = None
    max_tokens: int | None = None
    retires_at: datetime | None = None
    type: Literal["model"]
    allowed_fallback_models: list[str] | None = None
    """Beta."""
