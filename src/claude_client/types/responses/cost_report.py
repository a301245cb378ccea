"""What the organization's use of the API costs, by time and category.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._model import Model


class CostReportItem(Model):
    """A cost, of what the report was grouped by."""

    amount: Decimal
    """In the smallest unit of the currency: cents, with fractions."""

    context_window: Literal["0-200k", "200k-1M"] | None = None
    cost_type: Literal["code_execution", "session_usage", "tokens", "web_search"] | None = None
    currency: str
    description: str | None = None
    """What it is for."""

    inference_geo: Literal["global", "not_available", "us"] | None = None
    """Where the model runs."""

    model: str | None = None
    service_tier: Literal["batch", "standard"] | None = None
    speed: Literal["fast", "standard"] | None = None
    token_type: (
        Literal[
            "cache_creation.ephemeral_1h_input_tokens",
            "cache_creation.ephemeral_5m_input_tokens",
            "cache_read_input_tokens",
            "output_tokens",
            "uncached_input_tokens",
        ]
        | None
    ) = None
    workspace_id: str | None = None


class CostReportBucket(Model):
    """The costs of a stretch of time."""

    starting_at: datetime
    ending_at: datetime
    results: list[CostReportItem]


class CostReport(Model):
    """A page of the costs, by time."""

    data: list[CostReportBucket]
    has_more: bool
    next_page: str | None = None
