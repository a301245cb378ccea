"""What the API answers: cost report.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from .._model import Model


class CostReportItem(Model):
    """Cost report item."""

    amount: Decimal
    context_window: Literal["0-200k", "200k-1M"] | None = None
    cost_type: Literal["code_execution", "session_usage", "tokens", "web_search"] | None = None
    currency: str
    description: str | None = None
    inference_geo: Literal["global", "not_available", "us"] | None = None
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
    """Cost report bucket."""

    starting_at: datetime
    ending_at: datetime
    results: list[CostReportItem]


class CostReport(Model):
    """Cost report."""

    data: list[CostReportBucket]
    has_more: bool
    next_page: str | None = None
