"""What the API takes: usage report.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions


class UsageReportRetrieveClaudeCodeParamsBase(TypedDict, total=False):
    """The query of `admin.usage_report.retrieve_claude_code`."""

    starting_at: Required[str | date]
    limit: int | None
    page: str | None


class UsageReportRetrieveClaudeCodeParams(UsageReportRetrieveClaudeCodeParamsBase, RequestOptions, total=False):
    """What `admin.usage_report.retrieve_claude_code` takes, and the options of the call."""


class UsageReportRetrieveMessagesParamsBase(TypedDict, total=False):
    """The query of `admin.usage_report.retrieve_messages`."""

    starting_at: Required[str | datetime]
    ending_at: str | datetime | None
    account_ids: Sequence[str] | None
    api_key_ids: Sequence[str] | None
    bucket_width: Literal["1d", "1h", "1m"] | None
    context_window: Sequence[Literal["0-200k", "200k-1M"]] | None
    group_by: (
        Sequence[
            Literal[
                "account_id",
                "api_key_id",
                "context_window",
                "inference_geo",
                "model",
                "service_account_id",
                "service_tier",
                "speed",
                "workspace_id",
            ]
        ]
        | None
    )
    inference_geos: Sequence[Literal["global", "not_available", "us"]] | None
    limit: int | None
    models: Sequence[str] | None
    page: str | None
    service_account_ids: Sequence[str] | None
    service_tiers: (
        Sequence[Literal["batch", "flex", "flex_discount", "priority", "priority_on_demand", "standard"]] | None
    )
    speeds: Sequence[Literal["fast", "standard"]] | None
    workspace_ids: Sequence[str] | None


class UsageReportRetrieveMessagesParams(UsageReportRetrieveMessagesParamsBase, RequestOptions, total=False):
    """What `admin.usage_report.retrieve_messages` takes, and the options of the call."""
