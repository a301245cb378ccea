"""The types of the official `types.beta.organization.analytics`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ...._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "ArtifactListParams BetaAnalyticsCostGroup BetaAnalyticsCostGroupBy BetaAnalyticsCostItem "
        "BetaAnalyticsCostMetrics BetaAnalyticsCostOrderBy BetaAnalyticsUsageGroup BetaAnalyticsUsageGroupBy "
        "BetaAnalyticsUsageItem BetaAnalyticsUsageMetrics BetaAnalyticsUsageOrderBy ConnectorListParams "
        "CostListParams CostReportListParams PluginListParams SkillListParams SummaryListParams UsageListParams "
        "UsageReportListParams UserCostReportListParams UserListParams UserUsageReportListParams"
    ),
)
