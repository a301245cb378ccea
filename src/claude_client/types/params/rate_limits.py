"""What the API takes: rate limits.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from ..request_options import RequestOptions


class RateLimitListParamsBase(TypedDict, total=False):
    """The query of `admin.rate_limits.list`."""

    group_type: Literal["batch", "files", "model_group", "skills", "token_count", "web_search"] | None
    limit: int | None
    """Objects per page."""

    model: str | None
    page: str | None
    """The token of a page, from the page before it."""


class RateLimitListParams(RateLimitListParamsBase, RequestOptions, total=False):
    """What `admin.rate_limits.list` takes, and the options of the call."""
