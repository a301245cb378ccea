"""What the API takes: spend limits.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..request_options import RequestOptions
from ..responses.spend_limits import SpendLimitIncreaseRequestStatus, SpendLimitPeriod


class SpendLimitUserScopeParam(TypedDict, total=False):
    type: Required[Literal["user"]]
    user_id: Required[str]


class SpendLimitOrganizationScopeParam(TypedDict, total=False):
    type: Required[Literal["organization"]]


class SpendLimitWorkspaceScopeParam(TypedDict, total=False):
    type: Required[Literal["workspace"]]
    workspace_id: Required[str]


SpendLimitSetParamsScope: TypeAlias = Annotated[
    SpendLimitUserScopeParam | SpendLimitOrganizationScopeParam | SpendLimitWorkspaceScopeParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class IncreaseRequestListParamsBase(TypedDict, total=False):
    """The query of `admin.spend_limits.increase_requests.list`."""

    actor_ids: Sequence[str] | None
    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    status: IterableParam[SpendLimitIncreaseRequestStatus] | None


class IncreaseRequestListParams(IncreaseRequestListParamsBase, RequestOptions, total=False):
    """What `admin.spend_limits.increase_requests.list` takes, and the options of the call."""


class IncreaseRequestApproveParamsBase(TypedDict, total=False):
    """The body of `admin.spend_limits.increase_requests.approve`."""

    amount: Required[str]
    period: SpendLimitPeriod | None
    suppress_notification: bool | None


class IncreaseRequestApproveParams(IncreaseRequestApproveParamsBase, RequestOptions, total=False):
    """What `admin.spend_limits.increase_requests.approve` takes, and the options of the call."""


class IncreaseRequestDenyParamsBase(TypedDict, total=False):
    """The body of `admin.spend_limits.increase_requests.deny`."""

    suppress_notification: bool | None


class IncreaseRequestDenyParams(IncreaseRequestDenyParamsBase, RequestOptions, total=False):
    """What `admin.spend_limits.increase_requests.deny` takes, and the options of the call."""


class SpendLimitListParamsBase(TypedDict, total=False):
    """The query of `admin.spend_limits.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    scope_type: (
        Sequence[
            Literal[
                "organization", "organization_service", "rbac_group", "seat_tier", "usage_tier", "user", "workspace"
            ]
        ]
        | None
    )
    workspace_id: str | None


class SpendLimitListParams(SpendLimitListParamsBase, RequestOptions, total=False):
    """What `admin.spend_limits.list` takes, and the options of the call."""


class SpendLimitSetParamsBase(TypedDict, total=False):
    """The body of `admin.spend_limits.set`."""

    amount: Required[str | None]
    """The most that may be spent, as a decimal text; None lifts the limit."""

    scope: Required[SpendLimitSetParamsScope]
    """Whose spending is limited."""

    period: SpendLimitPeriod | None
    """The time after which it starts anew."""


class SpendLimitSetParams(SpendLimitSetParamsBase, RequestOptions, total=False):
    """What `admin.spend_limits.set` takes, and the options of the call."""


class EffectiveListParamsBase(TypedDict, total=False):
    """The query of `admin.spend_limits.effective.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    period: IterableParam[SpendLimitPeriod] | None
    user_ids: Sequence[str] | None


class EffectiveListParams(EffectiveListParamsBase, RequestOptions, total=False):
    """What `admin.spend_limits.effective.list` takes, and the options of the call."""
