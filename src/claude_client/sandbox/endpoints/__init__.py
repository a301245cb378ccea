"""What can be called, one module an area of the API; each ends with its part of the table."""

from __future__ import annotations

from typing import Final

from . import (
    admin,
    analytics,
    batches,
    claude_code,
    claude_tag,
    completions,
    compliance,
    data_controls,
    deployments,
    dreams,
    files,
    managed_agents,
    messages,
    models,
    organization_objects,
    plugins,
    rate_limits,
    reports,
    sessions,
    skills,
    spend_limits,
    tunnels,
    user_profiles,
    work_queue,
)

ENDPOINTS: Final = (
    *messages.ENDPOINTS,
    *batches.ENDPOINTS,
    *completions.ENDPOINTS,
    *models.ENDPOINTS,
    *files.ENDPOINTS,
    *skills.ENDPOINTS,
    *admin.ENDPOINTS,
    *reports.ENDPOINTS,
    *managed_agents.ENDPOINTS,
    *deployments.ENDPOINTS,
    *sessions.ENDPOINTS,
    *work_queue.ENDPOINTS,
    *user_profiles.ENDPOINTS,
    *organization_objects.ENDPOINTS,
    *tunnels.ENDPOINTS,
    *spend_limits.ENDPOINTS,
    *rate_limits.ENDPOINTS,
    *plugins.ENDPOINTS,
    *dreams.ENDPOINTS,
    *data_controls.ENDPOINTS,
    *compliance.ENDPOINTS,
    *claude_tag.ENDPOINTS,
    *claude_code.ENDPOINTS,
    *analytics.ENDPOINTS,
)
SEEDED: Final = (
    *analytics.SEEDED,
    *claude_tag.SEEDED,
    *compliance.SEEDED,
    *organization_objects.SEEDED,
    *plugins.SEEDED,
    *spend_limits.SEEDED,
)
"""What is made by no call: see `seeds`."""
