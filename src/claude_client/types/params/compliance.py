"""What the API takes: compliance.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam
from ..request_options import RequestOptions

ComplianceReviewOrder: TypeAlias = Literal["asc", "desc"]
"""One of these, or another that came later. Beta."""


ComplianceReviewCaseOrderBy: TypeAlias = Literal["created_at", "updated_at"]
"""One of these, or another that came later. Beta."""


ComplianceReviewCaseStatusFilter: TypeAlias = Literal["open", "closed"]
"""One of these, or another that came later. Beta."""


ComplianceReviewDetermination: TypeAlias = Literal["violation", "no_violation"]
"""One of these, or another that came later. Beta."""


ComplianceReviewViolatedPolicyCategory: TypeAlias = Literal[
    "cyber",
    "bio",
    "chem",
    "radnuc",
    "cgw",
    "mgw",
    "io",
    "fraud",
    "violent_extremism",
    "surveillance",
    "human_exploitation",
    "self_harm",
    "adult_content",
    "reasoning_extraction",
    "frontier_llm",
    "compromised_key",
    "other",
]
"""One of these, or another that came later. Beta."""


class ComplianceReviewVerdictParam(TypedDict, total=False):
    determination: Required[ComplianceReviewDetermination]
    item_id: Required[str]
    policy_category: ComplianceReviewViolatedPolicyCategory | None


class CaseListParamsBase(TypedDict, total=False):
    """The query of `compliance.review.cases.list`."""

    created_at_gt: str | datetime | None
    """Only those made after this moment."""

    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lt: str | datetime | None
    """Only those made before this moment."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    limit: int | None
    """Objects per page."""

    order: ComplianceReviewOrder | None
    order_by: ComplianceReviewCaseOrderBy | None
    page: str | None
    """The token of a page, from the page before it."""

    status: ComplianceReviewCaseStatusFilter | None
    updated_at_gt: str | datetime | None
    updated_at_gte: str | datetime | None
    updated_at_lt: str | datetime | None
    updated_at_lte: str | datetime | None
    user_profile_id: str | None


class CaseListParams(CaseListParamsBase, RequestOptions, total=False):
    """What `compliance.review.cases.list` takes, and the options of the call."""


class CaseRespondParamsBase(TypedDict, total=False):
    """The body of `compliance.review.cases.respond`."""

    determination: Required[ComplianceReviewDetermination]
    policy_categories: IterableParam[ComplianceReviewViolatedPolicyCategory] | None
    verdicts: IterableParam[ComplianceReviewVerdictParam] | None


class CaseRespondParams(CaseRespondParamsBase, RequestOptions, total=False):
    """What `compliance.review.cases.respond` takes, and the options of the call."""


class NoticeListParamsBase(TypedDict, total=False):
    """The query of `compliance.review.notices.list`."""

    case_id: str | None
    created_at_gt: str | datetime | None
    """Only those made after this moment."""

    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lt: str | datetime | None
    """Only those made before this moment."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    limit: int | None
    """Objects per page."""

    order: ComplianceReviewOrder | None
    page: str | None
    """The token of a page, from the page before it."""


class NoticeListParams(NoticeListParamsBase, RequestOptions, total=False):
    """What `compliance.review.notices.list` takes, and the options of the call."""
