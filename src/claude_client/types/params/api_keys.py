"""Parameters of the calls on API keys.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from ..request_options import RequestOptions


class APIKeyListParamsBase(TypedDict, total=False):
    """The query of `admin.api_keys.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    created_by_user_id: str | None
    limit: int | None
    """Objects per page."""

    status: Literal["active", "archived", "expired", "inactive"] | None
    workspace_id: str | None


class APIKeyListParams(APIKeyListParamsBase, RequestOptions, total=False):
    """What `admin.api_keys.list` takes, and the options of the call."""


class APIKeyUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.api_keys.update`."""

    name: str | None
    status: Literal["active", "archived", "inactive"] | None


class APIKeyUpdateParams(APIKeyUpdateParamsBase, RequestOptions, total=False):
    """What `admin.api_keys.update` takes, and the options of the call."""
