"""What the API takes: analytics.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam
from ..request_options import RequestOptions
from ..responses.analytics import (
    AnalyticsActorType,
    AnalyticsClaudeTagCategory,
    AnalyticsContextWindow,
    AnalyticsServiceTier,
    AnalyticsSpeed,
)

AnalyticsProjectGroupBy: TypeAlias = Literal["rbac_group_id", "user_id"]
"""One of these, or another that came later."""


AnalyticsOrder: TypeAlias = Literal["asc", "desc"]
"""One of these, or another that came later."""


AnalyticsArtifactGroupBy: TypeAlias = Literal["product", "rbac_group_id", "user_id"]
"""One of these, or another that came later."""


AnalyticsConnectorGroupBy: TypeAlias = Literal["product", "rbac_group_id", "user_id"]
"""One of these, or another that came later."""


AnalyticsCostGroupBy: TypeAlias = Literal[
    "actor",
    "actor_type",
    "agent_id",
    "api_key_id",
    "claude_tag_category",
    "claude_tag_user_id",
    "context_window",
    "cost_type",
    "deployment_id",
    "environment_id",
    "inference_geo",
    "model",
    "organization_id",
    "product",
    "rbac_group_id",
    "service_tier",
    "session_id",
    "slack_channel_id",
    "speed",
    "token_type",
    "user_profile_id",
    "workspace_id",
]
"""One of these, or another that came later. Beta."""


AnalyticsInferenceGeoFilter: TypeAlias = Literal["global", "not_available", "us"]
"""One of these, or another that came later. Beta."""


AnalyticsUsageCostSortOrder: TypeAlias = Literal["asc", "desc"]
"""One of these, or another that came later. Beta."""


AnalyticsCostOrderBy: TypeAlias = Literal["amount", "list_amount", "time"]
"""One of these, or another that came later. Beta."""


AnalyticsUsageCostProductFilter: TypeAlias = Literal[
    "chat",
    "chat_cowork_unified",
    "claude_code",
    "claude_console",
    "claude_design",
    "claude_in_chrome",
    "claude_tag",
    "cowork",
    "managed_agents_api",
    "message_batches_api",
    "messages_api",
    "office_agent",
]
"""One of these, or another that came later. Beta."""


AnalyticsTimeBucketWidth: TypeAlias = Literal["1d", "1h", "1m"]
"""One of these, or another that came later. Beta."""


AnalyticsProductFilter: TypeAlias = Literal[
    "chat",
    "chat_cowork_unified",
    "claude-tag",
    "claude_code",
    "claude_design",
    "claude_in_chrome",
    "cowork",
    "office_agent",
]
"""One of these, or another that came later. Beta."""


AnalyticsPluginGroupBy: TypeAlias = Literal["product", "rbac_group_id", "user_id"]
"""One of these, or another that came later."""


AnalyticsSkillGroupBy: TypeAlias = Literal["product", "rbac_group_id", "user_id"]
"""One of these, or another that came later."""


AnalyticsUsageGroupBy: TypeAlias = Literal[
    "actor",
    "actor_type",
    "agent_id",
    "api_key_id",
    "claude_tag_category",
    "claude_tag_user_id",
    "context_window",
    "deployment_id",
    "environment_id",
    "inference_geo",
    "model",
    "organization_id",
    "product",
    "rbac_group_id",
    "service_tier",
    "session_id",
    "slack_channel_id",
    "speed",
    "user_profile_id",
    "workspace_id",
]
"""One of these, or another that came later. Beta."""


AnalyticsUsageOrderBy: TypeAlias = Literal["output_tokens", "requests", "time", "total_tokens", "uncached_input_tokens"]
"""One of these, or another that came later. Beta."""


AnalyticsUserGroupBy: TypeAlias = Literal["rbac_group_id"]
"""One of these."""


class ProjectListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.apps.chat.projects.list`."""

    date: str | date | None
    ending_date: str | date | None
    filter: Sequence[str] | None
    group_by: IterableParam[AnalyticsProjectGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    limit: int | None
    """Objects per page."""

    order: AnalyticsOrder | None
    order_by: str | None
    page: str | None
    """The token of a page, from the page before it."""

    starting_date: str | date | None


class ProjectListParams(ProjectListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.apps.chat.projects.list` takes, and the options of the call."""


class ArtifactListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.artifacts.list`."""

    date: Required[str | date]
    filter: Sequence[str] | None
    group_by: IterableParam[AnalyticsArtifactGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class ArtifactListParams(ArtifactListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.artifacts.list` takes, and the options of the call."""


class ConnectorListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.connectors.list`."""

    date: str | date | None
    ending_date: str | date | None
    filter: Sequence[str] | None
    group_by: IterableParam[AnalyticsConnectorGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    limit: int | None
    """Objects per page."""

    order: AnalyticsOrder | None
    order_by: str | None
    page: str | None
    """The token of a page, from the page before it."""

    starting_date: str | date | None


class ConnectorListParams(ConnectorListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.connectors.list` takes, and the options of the call."""


class CostListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.cost.list`."""

    starting_at: Required[str | datetime]
    actor_ids: Sequence[str] | None
    actor_types: IterableParam[AnalyticsActorType] | None
    agent_ids: Sequence[str] | None
    api_key_ids: Sequence[str] | None
    claude_tag_categories: IterableParam[AnalyticsClaudeTagCategory] | None
    claude_tag_user_ids: Sequence[str] | None
    context_windows: IterableParam[AnalyticsContextWindow] | None
    deployment_ids: Sequence[str] | None
    ending_at: str | datetime | None
    environment_ids: Sequence[str] | None
    exclude_deleted_users: bool | None
    group_by: IterableParam[AnalyticsCostGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    inference_geos: IterableParam[AnalyticsInferenceGeoFilter] | None
    limit: int | None
    """Objects per page."""

    models: Sequence[str] | None
    order: AnalyticsUsageCostSortOrder | None
    order_by: AnalyticsCostOrderBy | None
    organization_ids: Sequence[str] | None
    page: str | None
    """The token of a page, from the page before it."""

    products: IterableParam[AnalyticsUsageCostProductFilter] | None
    rbac_group_ids: Sequence[str] | None
    service_tiers: IterableParam[AnalyticsServiceTier] | None
    session_ids: Sequence[str] | None
    slack_channel_ids: Sequence[str] | None
    speeds: IterableParam[AnalyticsSpeed] | None
    time_bucket_width: AnalyticsTimeBucketWidth | None
    user_profile_ids: Sequence[str] | None
    workspace_ids: Sequence[str] | None


class CostListParams(CostListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.cost.list` takes, and the options of the call."""


class AnalyticsCostReportListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.cost_report.list`."""

    starting_at: Required[str | datetime]
    bucket_width: Literal["1d", "1h", "1m"] | None
    """How long each bucket of time is."""

    claude_tag_categories: IterableParam[AnalyticsClaudeTagCategory] | None
    claude_tag_user_ids: Sequence[str] | None
    context_windows: IterableParam[AnalyticsContextWindow] | None
    ending_at: str | datetime | None
    group_by: (
        Sequence[
            Literal[
                "claude_tag_category",
                "claude_tag_user_id",
                "context_window",
                "cost_type",
                "inference_geo",
                "model",
                "product",
                "rbac_group_id",
                "slack_channel_id",
                "speed",
                "token_type",
            ]
        ]
        | None
    )
    """What to tell apart. What is not asked for is added up."""

    inference_geos: IterableParam[AnalyticsInferenceGeoFilter] | None
    limit: int | None
    """Objects per page."""

    models: Sequence[str] | None
    page: str | None
    """The token of a page, from the page before it."""

    products: IterableParam[AnalyticsProductFilter] | None
    rbac_group_ids: Sequence[str] | None
    slack_channel_ids: Sequence[str] | None
    speeds: Sequence[Literal["fast", "standard"]] | None
    user_ids: Sequence[str] | None


class AnalyticsCostReportListParams(AnalyticsCostReportListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.cost_report.list` takes, and the options of the call."""


class AnalyticsPluginListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.plugins.list`."""

    date: str | date | None
    ending_date: str | date | None
    filter: Sequence[str] | None
    group_by: IterableParam[AnalyticsPluginGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    limit: int | None
    """Objects per page."""

    order: AnalyticsOrder | None
    order_by: str | None
    page: str | None
    """The token of a page, from the page before it."""

    starting_date: str | date | None


class AnalyticsPluginListParams(AnalyticsPluginListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.plugins.list` takes, and the options of the call."""


class AnalyticsSkillListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.skills.list`."""

    date: str | date | None
    ending_date: str | date | None
    filter: Sequence[str] | None
    group_by: IterableParam[AnalyticsSkillGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    limit: int | None
    """Objects per page."""

    order: AnalyticsOrder | None
    order_by: str | None
    page: str | None
    """The token of a page, from the page before it."""

    starting_date: str | date | None


class AnalyticsSkillListParams(AnalyticsSkillListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.skills.list` takes, and the options of the call."""


class SummaryListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.summaries.list`."""

    starting_date: Required[str | date]
    ending_date: str | date | None
    filter: Sequence[str] | None
    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class SummaryListParams(SummaryListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.summaries.list` takes, and the options of the call."""


class UsageListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.usage.list`."""

    starting_at: Required[str | datetime]
    actor_ids: Sequence[str] | None
    actor_types: IterableParam[AnalyticsActorType] | None
    agent_ids: Sequence[str] | None
    api_key_ids: Sequence[str] | None
    claude_tag_categories: IterableParam[AnalyticsClaudeTagCategory] | None
    claude_tag_user_ids: Sequence[str] | None
    context_windows: IterableParam[AnalyticsContextWindow] | None
    deployment_ids: Sequence[str] | None
    ending_at: str | datetime | None
    environment_ids: Sequence[str] | None
    exclude_deleted_users: bool | None
    group_by: IterableParam[AnalyticsUsageGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    inference_geos: IterableParam[AnalyticsInferenceGeoFilter] | None
    limit: int | None
    """Objects per page."""

    models: Sequence[str] | None
    order: AnalyticsUsageCostSortOrder | None
    order_by: AnalyticsUsageOrderBy | None
    organization_ids: Sequence[str] | None
    page: str | None
    """The token of a page, from the page before it."""

    products: IterableParam[AnalyticsUsageCostProductFilter] | None
    rbac_group_ids: Sequence[str] | None
    service_tiers: IterableParam[AnalyticsServiceTier] | None
    session_ids: Sequence[str] | None
    slack_channel_ids: Sequence[str] | None
    speeds: IterableParam[AnalyticsSpeed] | None
    time_bucket_width: AnalyticsTimeBucketWidth | None
    user_profile_ids: Sequence[str] | None
    workspace_ids: Sequence[str] | None


class UsageListParams(UsageListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.usage.list` takes, and the options of the call."""


class AnalyticsUsageReportListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.usage_report.list`."""

    starting_at: Required[str | datetime]
    bucket_width: Literal["1d", "1h", "1m"] | None
    """How long each bucket of time is."""

    claude_tag_categories: IterableParam[AnalyticsClaudeTagCategory] | None
    claude_tag_user_ids: Sequence[str] | None
    context_windows: IterableParam[AnalyticsContextWindow] | None
    ending_at: str | datetime | None
    group_by: (
        Sequence[
            Literal[
                "claude_tag_category",
                "claude_tag_user_id",
                "context_window",
                "inference_geo",
                "model",
                "product",
                "rbac_group_id",
                "slack_channel_id",
                "speed",
            ]
        ]
        | None
    )
    """What to tell apart. What is not asked for is added up."""

    inference_geos: IterableParam[AnalyticsInferenceGeoFilter] | None
    limit: int | None
    """Objects per page."""

    models: Sequence[str] | None
    page: str | None
    """The token of a page, from the page before it."""

    products: IterableParam[AnalyticsProductFilter] | None
    rbac_group_ids: Sequence[str] | None
    slack_channel_ids: Sequence[str] | None
    speeds: Sequence[Literal["fast", "standard"]] | None
    user_ids: Sequence[str] | None


class AnalyticsUsageReportListParams(AnalyticsUsageReportListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.usage_report.list` takes, and the options of the call."""


class UserCostReportListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.user_cost_report.list`."""

    starting_at: Required[str | datetime]
    bucket_width: Literal["1d", "1h", "1m"] | None
    """How long each bucket of time is."""

    claude_tag_categories: IterableParam[AnalyticsClaudeTagCategory] | None
    claude_tag_user_ids: Sequence[str] | None
    context_windows: IterableParam[AnalyticsContextWindow] | None
    ending_at: str | datetime | None
    exclude_deleted_users: bool | None
    group_by: (
        Sequence[
            Literal[
                "claude_tag_category",
                "claude_tag_user_id",
                "context_window",
                "cost_type",
                "inference_geo",
                "model",
                "product",
                "rbac_group_id",
                "slack_channel_id",
                "speed",
                "token_type",
            ]
        ]
        | None
    )
    """What to tell apart. What is not asked for is added up."""

    inference_geos: IterableParam[AnalyticsInferenceGeoFilter] | None
    limit: int | None
    """Objects per page."""

    models: Sequence[str] | None
    order: Literal["asc", "desc"] | None
    order_by: Literal["amount", "list_amount"] | None
    page: str | None
    """The token of a page, from the page before it."""

    products: IterableParam[AnalyticsProductFilter] | None
    rbac_group_ids: Sequence[str] | None
    slack_channel_ids: Sequence[str] | None
    speeds: Sequence[Literal["fast", "standard"]] | None
    user_ids: Sequence[str] | None


class UserCostReportListParams(UserCostReportListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.user_cost_report.list` takes, and the options of the call."""


class UserUsageReportListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.user_usage_report.list`."""

    starting_at: Required[str | datetime]
    bucket_width: Literal["1d", "1h", "1m"] | None
    """How long each bucket of time is."""

    claude_tag_categories: IterableParam[AnalyticsClaudeTagCategory] | None
    claude_tag_user_ids: Sequence[str] | None
    context_windows: IterableParam[AnalyticsContextWindow] | None
    ending_at: str | datetime | None
    exclude_deleted_users: bool | None
    group_by: (
        Sequence[
            Literal[
                "claude_tag_category",
                "claude_tag_user_id",
                "context_window",
                "inference_geo",
                "model",
                "product",
                "rbac_group_id",
                "slack_channel_id",
                "speed",
            ]
        ]
        | None
    )
    """What to tell apart. What is not asked for is added up."""

    inference_geos: IterableParam[AnalyticsInferenceGeoFilter] | None
    limit: int | None
    """Objects per page."""

    models: Sequence[str] | None
    order: Literal["asc", "desc"] | None
    order_by: Literal["output_tokens", "requests", "total_tokens", "uncached_input_tokens"] | None
    page: str | None
    """The token of a page, from the page before it."""

    products: IterableParam[AnalyticsProductFilter] | None
    rbac_group_ids: Sequence[str] | None
    slack_channel_ids: Sequence[str] | None
    speeds: Sequence[Literal["fast", "standard"]] | None
    user_ids: Sequence[str] | None


class UserUsageReportListParams(UserUsageReportListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.user_usage_report.list` takes, and the options of the call."""


class AnalyticsUserListParamsBase(TypedDict, total=False):
    """The query of `admin.analytics.users.list`."""

    date: str | date | None
    ending_date: str | date | None
    filter: Sequence[str] | None
    group_by: IterableParam[AnalyticsUserGroupBy] | None
    """What to tell apart. What is not asked for is added up."""

    limit: int | None
    """Objects per page."""

    order: AnalyticsOrder | None
    order_by: str | None
    page: str | None
    """The token of a page, from the page before it."""

    starting_date: str | date | None


class AnalyticsUserListParams(AnalyticsUserListParamsBase, RequestOptions, total=False):
    """What `admin.analytics.users.list` takes, and the options of the call."""
