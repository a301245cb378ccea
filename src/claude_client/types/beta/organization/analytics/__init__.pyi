# Written by `scripts/generate_types.py`.

from ....params.analytics import AnalyticsCostGroupBy as BetaAnalyticsCostGroupBy
from ....params.analytics import AnalyticsCostOrderBy as BetaAnalyticsCostOrderBy
from ....params.analytics import AnalyticsCostReportListParams as CostReportListParams
from ....params.analytics import AnalyticsPluginListParams as PluginListParams
from ....params.analytics import AnalyticsSkillListParams as SkillListParams
from ....params.analytics import AnalyticsUsageGroupBy as BetaAnalyticsUsageGroupBy
from ....params.analytics import AnalyticsUsageOrderBy as BetaAnalyticsUsageOrderBy
from ....params.analytics import AnalyticsUsageReportListParams as UsageReportListParams
from ....params.analytics import AnalyticsUserListParams as UserListParams
from ....params.analytics import (
    ArtifactListParams,
    ConnectorListParams,
    CostListParams,
    SummaryListParams,
    UsageListParams,
    UserCostReportListParams,
    UserUsageReportListParams,
)
from ....responses.analytics import AnalyticsCostGroup as BetaAnalyticsCostGroup
from ....responses.analytics import AnalyticsCostItem as BetaAnalyticsCostItem
from ....responses.analytics import AnalyticsCostMetrics as BetaAnalyticsCostMetrics
from ....responses.analytics import AnalyticsUsageGroup as BetaAnalyticsUsageGroup
from ....responses.analytics import AnalyticsUsageItem as BetaAnalyticsUsageItem
from ....responses.analytics import AnalyticsUsageMetrics as BetaAnalyticsUsageMetrics

__all__ = [
    "ArtifactListParams",
    "BetaAnalyticsCostGroup",
    "BetaAnalyticsCostGroupBy",
    "BetaAnalyticsCostItem",
    "BetaAnalyticsCostMetrics",
    "BetaAnalyticsCostOrderBy",
    "BetaAnalyticsUsageGroup",
    "BetaAnalyticsUsageGroupBy",
    "BetaAnalyticsUsageItem",
    "BetaAnalyticsUsageMetrics",
    "BetaAnalyticsUsageOrderBy",
    "ConnectorListParams",
    "CostListParams",
    "CostReportListParams",
    "PluginListParams",
    "SkillListParams",
    "SummaryListParams",
    "UsageListParams",
    "UsageReportListParams",
    "UserCostReportListParams",
    "UserListParams",
    "UserUsageReportListParams",
]
