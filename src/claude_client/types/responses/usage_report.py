"""What the organization used of the Messages API, and of Claude Code.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .messages import CacheCreation


class ClaudeCodeUsageUserActor(Model):
    """A member of the organization."""

    type: Literal["user_actor"]
    email_address: str


class ClaudeCodeUsageAPIActor(Model):
    """An API key."""

    type: Literal["api_actor"]
    api_key_name: str


ClaudeCodeUsageActor: TypeAlias = Annotated[ClaudeCodeUsageUserActor | ClaudeCodeUsageAPIActor, Tagged("type")]
"""Who used Claude Code."""


class ClaudeCodeUsageLinesOfCode(Model):
    """Lines of code that changed."""

    added: int
    removed: int


class ClaudeCodeUsageCoreMetrics(Model):
    """Sessions, and what came out of them."""

    commits_by_claude_code: int
    lines_of_code: ClaudeCodeUsageLinesOfCode
    num_sessions: int
    pull_requests_by_claude_code: int


class ClaudeCodeUsageEstimatedCost(Model):
    """What the tokens cost, estimated."""

    amount: Decimal
    """In the smallest unit of the currency: cents."""

    currency: str


class ClaudeCodeUsageTokens(Model):
    """The tokens, by kind."""

    cache_creation: int
    cache_read: int
    input: int
    output: int


class ClaudeCodeUsageModelBreakdown(Model):
    """What a model used and costs."""

    estimated_cost: ClaudeCodeUsageEstimatedCost
    model: str
    tokens: ClaudeCodeUsageTokens


class ClaudeCodeUsageToolAction(Model):
    """What was proposed by a tool, taken and declined."""

    accepted: int
    rejected: int


class ClaudeCodeUsageReportItem(Model):
    """What one user or key did with Claude Code on a day."""

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
    """A page of what was used of Claude Code."""

    data: list[ClaudeCodeUsageReportItem]
    has_more: bool
    next_page: str | None = None


class MessagesUsageReportServerToolUse(Model):
    """Calls of tools that ran on the server."""

    web_search_requests: int


class MessagesUsageReportItem(Model):
    """What was used, of what the report was grouped by."""

    account_id: str | None = None
    api_key_id: str | None = None
    cache_creation: CacheCreation
    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    context_window: Literal["0-200k", "200k-1M"] | None = None
    inference_geo: Literal["global", "not_available", "us"] | None = None
    """Where the model runs."""

    model: str | None = None
    output_tokens: int
    server_tool_use: MessagesUsageReportServerToolUse
    service_account_id: str | None = None
    service_tier: Literal["batch", "flex", "flex_discount", "priority", "priority_on_demand", "standard"] | None = None
    speed: Literal["fast", "standard"] | None = None
    uncached_input_tokens: int
    """Input tokens neither read from the cache nor written to it."""

    workspace_id: str | None = None
    """None for the default workspace, or when not told apart."""


class MessagesUsageReportBucket(Model):
    """What was used in a stretch of time."""

    starting_at: datetime
    ending_at: datetime
    results: list[MessagesUsageReportItem]


class MessagesUsageReport(Model):
    """A page of what was used of the Messages API, by time."""

    data: list[MessagesUsageReportBucket]
    has_more: bool
    next_page: str | None = None
