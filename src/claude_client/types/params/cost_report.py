"""What the API takes: cost report.

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
    ending_at: str | datetime | None
    bucket_width: Literal["1d"] | None
    group_by: Sequence[Literal["description", "workspace_id"]] | None
    limit: int | None
    page: str | None


class CostReportRetrieveParams(CostReportRetrieveParamsBase, RequestOptions, total=False):
    """What `admin.cost_report.retrieve` takes, and the options of the call."""
