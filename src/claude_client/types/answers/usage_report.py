"""What the API answers: usage report.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .messages import CacheCreation


class ClaudeCodeUsageUserActor(Model):
    """Claude code usage user actor of the type `user_actor`."""

    type: Literal["user_actor"]
    email_address: str


class ClaudeCodeUsageAPIActor(Model):
    """Claude code usage api actor of the type `api_actor`."""

    type: Literal["api_actor"]
    api_key_name: str


ClaudeCodeUsageActor: TypeAlias = Annotated[ClaudeCodeUsageUserActor | ClaudeCodeUsageAPIActor, Tagged("type")]
"""Claude code usage actor: one of these, told apart by `type`."""


class ClaudeCodeUsageLinesOfCode(Model):
    """Claude code usage lines of code."""

    added: int
    removed: int


class ClaudeCodeUsageCoreMetrics(Model):
    """Claude code usage core metrics."""

    commits_by_claude_code: int
    lines_of_code: ClaudeCodeUsageLinesOfCode
    num_sessions: int
    pull_requests_by_claude_code: int


class ClaudeCodeUsageEstimatedCost(Model):
    """Claude code usage estimated cost."""

    amount: Decimal
    currency: str


class ClaudeCodeUsageTokens(Model):
    """Claude code usage tokens."""

    cache_creation: int
    cache_read: int
    input: int
    output: int


class ClaudeCodeUsageModelBreakdown(Model):
    """Claude code usage model breakdown."""

    estimated_cost: ClaudeCodeUsageEstimatedCost
    model: str
    tokens: ClaudeCodeUsageTokens


class ClaudeCodeUsageToolAction(Model):
    """Claude code usage tool action."""

    accepted: int
    rejected: int


class ClaudeCodeUsageReportItem(Model):
    """Claude code usage report item."""

    actor: ClaudeCodeUsageActor
    core_metrics: ClaudeCodeUsageCoreMetrics
    customer_type: Literal["api", "subscription"]
    date: datetime
    is_remote: bool
    model_breakdown: list[ClaudeCodeUsageModelBreakdown]
    organization_id: str
    subscription_type: Literal["enterprise", "team"] | None = None
    terminal_type: str
    tool_actions: dict[str, ClaudeCodeUsageToolAction]


class ClaudeCodeUsageReport(Model):
    """Claude code usage report."""

    data: list[ClaudeCodeUsageReportItem]
    has_more: bool
    next_page: str | None = None


class MessagesUsageReportServerToolUse(Model):
    """Messages usage report server tool use."""

    web_search_requests: int


class MessagesUsageReportItem(Model):
    """Messages usage report item."""

    account_id: str | None = None
    api_key_id: str | None = None
    cache_creation: CacheCreation
    cache_read_input_tokens: int
    context_window: Literal["0-200k", "200k-1M"] | None = None
    inference_geo: Literal["global", "not_available", "us"] | None = None
    model: str | None = None
    output_tokens: int
    server_tool_use: MessagesUsageReportServerToolUse
    service_account_id: str | None = None
    service_tier: Literal["batch", "flex", "flex_discount", "priority", "priority_on_demand", "standard"] | None = None
    speed: Literal["fast", "standard"] | None = None
    uncached_input_tokens: int
    workspace_id: str | None = None


class MessagesUsageReportBucket(Model):
    """Messages usage report bucket."""

    starting_at: datetime
    ending_at: datetime
    results: list[MessagesUsageReportItem]


class MessagesUsageReport(Model):
    """Messages usage report."""

    data: list[MessagesUsageReportBucket]
    has_more: bool
    next_page: str | None = None
