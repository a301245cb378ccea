"""Parameters of the cost report.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions


class CostReportRetrieveParamsBase(TypedDict, total=False):
    """The query of `admin.cost_report.retrieve`."""

    starting_at: Required[str | datetime]
    """Buckets from this time on, rounded down to the start of a day in UTC."""

    ending_at: str | datetime | None
    """Buckets that end before this time."""

    bucket_width: Literal["1d"] | None
    """How long each bucket of time is."""

    group_by: Sequence[Literal["description", "workspace_id"]] | None
    """What to tell apart."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class CostReportRetrieveParams(CostReportRetrieveParamsBase, RequestOptions, total=False):
    """What `admin.cost_report.retrieve` takes, and the options of the call."""
