"""What the API returns: spend limits.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class SpendLimitUserActor(Model):
    deleted: bool
    email_address: str | None = None
    name: str | None = None
    type: Literal["user_actor"]
    user_id: str


class SpendLimitScopedAPIKeyActor(Model):
    scoped_api_key_id: str
    type: Literal["scoped_api_key_actor"]


SpendLimitIncreaseRequestActor: TypeAlias = Annotated[SpendLimitUserActor | SpendLimitScopedAPIKeyActor, Tagged("type")]
"""One of these; `type` tells which."""


SpendLimitPeriod: TypeAlias = Literal["daily", "monthly", "weekly"]
"""One of these, or another that came later."""


SpendLimitIncreaseRequestResolvedBy: TypeAlias = Annotated[
    SpendLimitUserActor | SpendLimitScopedAPIKeyActor, Tagged("type")
]
"""One of these; `type` tells which."""


SpendSummaryActor: TypeAlias = Annotated[SpendLimitUserActor | SpendLimitScopedAPIKeyActor, Tagged("type")]
"""One of these; `type` tells which."""


class SpendLimitUserScope(Model):
    type: Literal["user"]
    user_id: str


class SpendLimitSeatTierScope(Model):
    seat_tier: str
    type: Literal["seat_tier"]


class SpendLimitRBACGroupScope(Model):
    rbac_group_id: str
    type: Literal["rbac_group"]


class SpendLimitOrganizationServiceScope(Model):
    service: str
    type: Literal["organization_service"]


class SpendLimitOrganizationScope(Model):
    type: Literal["organization"]


class SpendLimitWorkspaceScope(Model):
    type: Literal["workspace"]
    workspace_id: str


class SpendLimitUsageTierScope(Model):
    type: Literal["usage_tier"]


SpendSummaryScope: TypeAlias = Annotated[
    SpendLimitUserScope
    | SpendLimitSeatTierScope
    | SpendLimitRBACGroupScope
    | SpendLimitOrganizationServiceScope
    | SpendLimitOrganizationScope
    | SpendLimitWorkspaceScope
    | SpendLimitUsageTierScope,
    Tagged("type"),
]
"""One of these; `type` tells which."""


SpendSummarySource: TypeAlias = Annotated[
    SpendLimitUserScope
    | SpendLimitSeatTierScope
    | SpendLimitRBACGroupScope
    | SpendLimitOrganizationServiceScope
    | SpendLimitOrganizationScope
    | SpendLimitWorkspaceScope
    | SpendLimitUsageTierScope,
    Tagged("type"),
]
"""One of these; `type` tells which."""


class SpendSummary(Model):
    actor: SpendSummaryActor
    amount: Decimal | None = None
    currency: str
    period: SpendLimitPeriod
    period_to_date_spend: str
    scope: SpendSummaryScope
    source: SpendSummarySource
    spend_limit_id: str


SpendLimitIncreaseRequestStatus: TypeAlias = Literal["approved", "denied", "pending"]
"""One of these, or another that came later."""


class SpendLimitIncreaseRequest(Model):
    id: str
    actor: SpendLimitIncreaseRequestActor
    created_at: datetime
    period: SpendLimitPeriod
    resolved_at: datetime | None = None
    resolved_by: SpendLimitIncreaseRequestResolvedBy | None = None
    spend_summary: SpendSummary | None = None
    status: SpendLimitIncreaseRequestStatus
    type: Literal["spend_limit_increase_request"]


SpendLimitScope: TypeAlias = Annotated[
    SpendLimitUserScope
    | SpendLimitSeatTierScope
    | SpendLimitRBACGroupScope
    | SpendLimitOrganizationServiceScope
    | SpendLimitOrganizationScope
    | SpendLimitWorkspaceScope
    | SpendLimitUsageTierScope,
    Tagged("type"),
]
"""One of these; `type` tells which."""


class SpendLimit(Model):
    id: str
    amount: Decimal | None = None
    created_at: datetime
    currency: str
    is_enabled: bool
    period: SpendLimitPeriod
    scope: SpendLimitScope
    type: Literal["spend_limit"]
    updated_at: datetime


class IncreaseRequestApproveResponse(Model):
    id: str
    actor: SpendLimitIncreaseRequestActor
    created_at: datetime
    period: SpendLimitPeriod
    resolved_at: datetime | None = None
    resolved_by: SpendLimitIncreaseRequestResolvedBy | None = None
    spend_limit: SpendLimit | None = None
    spend_summary: SpendSummary | None = None
    status: SpendLimitIncreaseRequestStatus
    type: Literal["spend_limit_increase_request"]


class SpendLimitDeleteResponse(Model):
    id: str
    type: Literal["spend_limit_deleted"]
