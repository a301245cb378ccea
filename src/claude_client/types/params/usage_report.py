"""Parameters of the usage reports.

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
    """The day, in UTC."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class UsageReportRetrieveClaudeCodeParams(UsageReportRetrieveClaudeCodeParamsBase, RequestOptions, total=False):
    """What `admin.usage_report.retrieve_claude_code` takes, and the options of the call."""


class UsageReportRetrieveMessagesParamsBase(TypedDict, total=False):
    """The query of `admin.usage_report.retrieve_messages`."""

    starting_at: Required[str | datetime]
    """Buckets from this time on, rounded down to the start of one in UTC."""

    ending_at: str | datetime | None
    """Buckets that end before this time."""

    account_ids: Sequence[str] | None
    api_key_ids: Sequence[str] | None
    bucket_width: Literal["1d", "1h", "1m"] | None
    """How long a bucket is; a day when left out."""

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
    """What to tell apart."""

    inference_geos: Sequence[Literal["global", "not_available", "us"]] | None
    limit: int | None
    """Objects per page."""

    models: Sequence[str] | None
    page: str | None
    """The token of a page, from the page before it."""

    service_account_ids: Sequence[str] | None
    service_tiers: (
        Sequence[Literal["batch", "flex", "flex_discount", "priority", "priority_on_demand", "standard"]] | None
    )
    speeds: Sequence[Literal["fast", "standard"]] | None
    workspace_ids: Sequence[str] | None


class UsageReportRetrieveMessagesParams(UsageReportRetrieveMessagesParamsBase, RequestOptions, total=False):
    """What `admin.usage_report.retrieve_messages` takes, and the options of the call."""
