# Written by `scripts/generate_types.py`.

from ...params.analytics import AnalyticsPluginListParams as PluginListParams
from ...params.analytics import AnalyticsSkillListParams as SkillListParams
from ...params.analytics import AnalyticsUserListParams as UserListParams
from ...params.analytics import ArtifactListParams, ConnectorListParams, SummaryListParams

__all__ = [
    "ArtifactListParams",
    "ConnectorListParams",
    "PluginListParams",
    "SkillListParams",
    "SummaryListParams",
    "UserListParams",
]
