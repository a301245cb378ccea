"""What the people of a Claude Enterprise organization use, and what it costs.

API: https://platform.claude.com/docs/en/api/admin/analytics

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, paginated
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        AnalyticsArtifactActivity,
        AnalyticsConnectorActivity,
        AnalyticsCostItem,
        AnalyticsCostReportListParams,
        AnalyticsCostReportTimeBucket,
        AnalyticsCostUsersItem,
        AnalyticsPluginActivity,
        AnalyticsPluginListParams,
        AnalyticsProjectActivity,
        AnalyticsSingleDayActivitySummary,
        AnalyticsSkillActivity,
        AnalyticsSkillListParams,
        AnalyticsUsageItem,
        AnalyticsUsageReportListParams,
        AnalyticsUsageReportTimeBucket,
        AnalyticsUsageUsersItem,
        AnalyticsUserActivity,
        AnalyticsUserListParams,
        ArtifactListParams,
        ConnectorListParams,
        CostListParams,
        ProjectListParams,
        SummaryListParams,
        UsageListParams,
        UserCostReportListParams,
        UserUsageReportListParams,
    )


class Users(AdminResource[Mode]):
    """What each person did."""

    @property
    def with_raw_response(self) -> Users[Raw[Mode]]:
        """The same calls, giving the response."""
        return Users(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Users[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Users(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[AnalyticsUserListParams]
    ) -> Request[Page[AnalyticsUserActivity], AsyncPage[AnalyticsUserActivity]]:
        """What each person did, on one day.

        API: https://platform.claude.com/docs/en/api/admin/analytics/users/list
        """
        return self._list("/v1/organizations/analytics/users", types.AnalyticsUserActivity, params)


class UserUsageReport(AdminResource[Mode]):
    """Tokens for each person, in the older form."""

    @property
    def with_raw_response(self) -> UserUsageReport[Raw[Mode]]:
        """The same calls, giving the response."""
        return UserUsageReport(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> UserUsageReport[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return UserUsageReport(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[UserUsageReportListParams]
    ) -> Request[Page[AnalyticsUsageUsersItem], AsyncPage[AnalyticsUsageUsersItem]]:
        """Tokens that each person used. An older form of `analytics.usage.list()`. Beta.

        API: https://platform.claude.com/docs/en/api/admin/analytics/user_usage_report/list
        """
        return self._list("/v1/organizations/analytics/user_usage_report", types.AnalyticsUsageUsersItem, params)


class UserCostReport(AdminResource[Mode]):
    """Cost for each person, in the older form."""

    @property
    def with_raw_response(self) -> UserCostReport[Raw[Mode]]:
        """The same calls, giving the response."""
        return UserCostReport(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> UserCostReport[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return UserCostReport(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[UserCostReportListParams]
    ) -> Request[Page[AnalyticsCostUsersItem], AsyncPage[AnalyticsCostUsersItem]]:
        """What each person spent. An older form of `analytics.cost.list()`. Beta.

        API: https://platform.claude.com/docs/en/api/admin/analytics/user_cost_report/list
        """
        return self._list("/v1/organizations/analytics/user_cost_report", types.AnalyticsCostUsersItem, params)


class UsageReport(AdminResource[Mode]):
    """Tokens over time, in the older form."""

    @property
    def with_raw_response(self) -> UsageReport[Raw[Mode]]:
        """The same calls, giving the response."""
        return UsageReport(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> UsageReport[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return UsageReport(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[AnalyticsUsageReportListParams]
    ) -> Request[Page[AnalyticsUsageReportTimeBucket], AsyncPage[AnalyticsUsageReportTimeBucket]]:
        """Tokens used over time. An older form of `analytics.usage.list()`. Beta.

        API: https://platform.claude.com/docs/en/api/admin/analytics/usage_report/list
        """
        return self._list("/v1/organizations/analytics/usage_report", types.AnalyticsUsageReportTimeBucket, params)


class Usage(AdminResource[Mode]):
    """Tokens, by what they were used for."""

    @property
    def with_raw_response(self) -> Usage[Raw[Mode]]:
        """The same calls, giving the response."""
        return Usage(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Usage[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Usage(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[UsageListParams]
    ) -> Request[Page[AnalyticsUsageItem], AsyncPage[AnalyticsUsageItem]]:
        """Tokens used, bucket of time after bucket of time. Beta.

        API: https://platform.claude.com/docs/en/api/admin/analytics/usage/list
        """
        return self._list(
            "/v1/organizations/analytics/usage",
            types.AnalyticsUsageItem,
            params,
            betas=("analytics-usage-cost-2026-08-24",),
        )


class Summaries(AdminResource[Mode]):
    """Active people, day by day."""

    @property
    def with_raw_response(self) -> Summaries[Raw[Mode]]:
        """The same calls, giving the response."""
        return Summaries(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Summaries[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Summaries(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[SummaryListParams]
    ) -> Request[Page[AnalyticsSingleDayActivitySummary], AsyncPage[AnalyticsSingleDayActivitySummary]]:
        """How many people were active, day by day.

        API: https://platform.claude.com/docs/en/api/admin/analytics/summaries/list
        """
        return self._list("/v1/organizations/analytics/summaries", types.AnalyticsSingleDayActivitySummary, params)


class Skills(AdminResource[Mode]):
    """Use of skills."""

    @property
    def with_raw_response(self) -> Skills[Raw[Mode]]:
        """The same calls, giving the response."""
        return Skills(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Skills[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Skills(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[AnalyticsSkillListParams]
    ) -> Request[Page[AnalyticsSkillActivity], AsyncPage[AnalyticsSkillActivity]]:
        """How skills were used, day by day.

        API: https://platform.claude.com/docs/en/api/admin/analytics/skills/list
        """
        return self._list("/v1/organizations/analytics/skills", types.AnalyticsSkillActivity, params)


class Plugins(AdminResource[Mode]):
    """Use of plugins."""

    @property
    def with_raw_response(self) -> Plugins[Raw[Mode]]:
        """The same calls, giving the response."""
        return Plugins(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Plugins[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Plugins(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[AnalyticsPluginListParams]
    ) -> Request[Page[AnalyticsPluginActivity], AsyncPage[AnalyticsPluginActivity]]:
        """How plugins were used, day by day.

        API: https://platform.claude.com/docs/en/api/admin/analytics/plugins/list
        """
        return self._list("/v1/organizations/analytics/plugins", types.AnalyticsPluginActivity, params)


class CostReport(AdminResource[Mode]):
    """Cost over time, in the older form."""

    @property
    def with_raw_response(self) -> CostReport[Raw[Mode]]:
        """The same calls, giving the response."""
        return CostReport(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> CostReport[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return CostReport(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[AnalyticsCostReportListParams]
    ) -> Request[Page[AnalyticsCostReportTimeBucket], AsyncPage[AnalyticsCostReportTimeBucket]]:
        """What was spent over time. An older form of `analytics.cost.list()`. Beta.

        API: https://platform.claude.com/docs/en/api/admin/analytics/cost_report/list
        """
        return self._list("/v1/organizations/analytics/cost_report", types.AnalyticsCostReportTimeBucket, params)


class Cost(AdminResource[Mode]):
    """Cost, by what it arose from."""

    @property
    def with_raw_response(self) -> Cost[Raw[Mode]]:
        """The same calls, giving the response."""
        return Cost(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Cost[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Cost(self._binding.as_streamed())

    @paginated
    def list(self, **params: Unpack[CostListParams]) -> Request[Page[AnalyticsCostItem], AsyncPage[AnalyticsCostItem]]:
        """What was spent, bucket of time after bucket of time. Beta.

        API: https://platform.claude.com/docs/en/api/admin/analytics/cost/list
        """
        return self._list(
            "/v1/organizations/analytics/cost",
            types.AnalyticsCostItem,
            params,
            betas=("analytics-usage-cost-2026-08-24",),
        )


class Connectors(AdminResource[Mode]):
    """Use of connectors."""

    @property
    def with_raw_response(self) -> Connectors[Raw[Mode]]:
        """The same calls, giving the response."""
        return Connectors(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Connectors[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Connectors(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[ConnectorListParams]
    ) -> Request[Page[AnalyticsConnectorActivity], AsyncPage[AnalyticsConnectorActivity]]:
        """How connectors were used, day by day.

        API: https://platform.claude.com/docs/en/api/admin/analytics/connectors/list
        """
        return self._list("/v1/organizations/analytics/connectors", types.AnalyticsConnectorActivity, params)


class Artifacts(AdminResource[Mode]):
    """Use of artifacts."""

    @property
    def with_raw_response(self) -> Artifacts[Raw[Mode]]:
        """The same calls, giving the response."""
        return Artifacts(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Artifacts[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Artifacts(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[ArtifactListParams]
    ) -> Request[Page[AnalyticsArtifactActivity], AsyncPage[AnalyticsArtifactActivity]]:
        """How artifacts were used, day by day.

        API: https://platform.claude.com/docs/en/api/admin/analytics/artifacts/list
        """
        return self._list("/v1/organizations/analytics/artifacts", types.AnalyticsArtifactActivity, params)


class Projects(AdminResource[Mode]):
    """Projects in chat."""

    @property
    def with_raw_response(self) -> Projects[Raw[Mode]]:
        """The same calls, giving the response."""
        return Projects(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Projects[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Projects(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[ProjectListParams]
    ) -> Request[Page[AnalyticsProjectActivity], AsyncPage[AnalyticsProjectActivity]]:
        """Projects in chat, and how they were used.

        API: https://platform.claude.com/docs/en/api/admin/analytics/apps/chat/projects/list
        """
        return self._list("/v1/organizations/analytics/apps/chat/projects", types.AnalyticsProjectActivity, params)


class Chat(AdminResource[Mode]):
    """Analytics of chat."""

    @property
    def with_raw_response(self) -> Chat[Raw[Mode]]:
        """The same calls, giving the response."""
        return Chat(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Chat[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Chat(self._binding.as_streamed())

    @cached_property
    def projects(self) -> Projects[Mode]:
        """Projects in chat."""
        return Projects(self._binding)


class Apps(AdminResource[Mode]):
    """Analytics of the apps."""

    @property
    def with_raw_response(self) -> Apps[Raw[Mode]]:
        """The same calls, giving the response."""
        return Apps(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Apps[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Apps(self._binding.as_streamed())

    @cached_property
    def chat(self) -> Chat[Mode]:
        """Analytics of chat."""
        return Chat(self._binding)


class Analytics(AdminResource[Mode]):
    """What the people of a Claude Enterprise organization use, and what it costs."""

    @property
    def with_raw_response(self) -> Analytics[Raw[Mode]]:
        """The same calls, giving the response."""
        return Analytics(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Analytics[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Analytics(self._binding.as_streamed())

    @cached_property
    def apps(self) -> Apps[Mode]:
        """Analytics of the apps."""
        return Apps(self._binding)

    @cached_property
    def artifacts(self) -> Artifacts[Mode]:
        """Use of artifacts."""
        return Artifacts(self._binding)

    @cached_property
    def connectors(self) -> Connectors[Mode]:
        """Use of connectors."""
        return Connectors(self._binding)

    @cached_property
    def cost(self) -> Cost[Mode]:
        """Cost, by what it arose from."""
        return Cost(self._binding)

    @cached_property
    def cost_report(self) -> CostReport[Mode]:
        """Cost over time, in the older form."""
        return CostReport(self._binding)

    @cached_property
    def plugins(self) -> Plugins[Mode]:
        """Use of plugins."""
        return Plugins(self._binding)

    @cached_property
    def skills(self) -> Skills[Mode]:
        """Use of skills."""
        return Skills(self._binding)

    @cached_property
    def summaries(self) -> Summaries[Mode]:
        """Active people, day by day."""
        return Summaries(self._binding)

    @cached_property
    def usage(self) -> Usage[Mode]:
        """Tokens, by what they were used for."""
        return Usage(self._binding)

    @cached_property
    def usage_report(self) -> UsageReport[Mode]:
        """Tokens over time, in the older form."""
        return UsageReport(self._binding)

    @cached_property
    def user_cost_report(self) -> UserCostReport[Mode]:
        """Cost for each person, in the older form."""
        return UserCostReport(self._binding)

    @cached_property
    def user_usage_report(self) -> UserUsageReport[Mode]:
        """Tokens for each person, in the older form."""
        return UserUsageReport(self._binding)

    @cached_property
    def users(self) -> Users[Mode]:
        """What each person did."""
        return Users(self._binding)
