"""What can be called, one module an area of the API; each ends with its part of the table."""

from __future__ import annotations

from typing import Final

from . import (
    admin,
    batches,
    completions,
    deployments,
    files,
    managed_agents,
    messages,
    models,
    organization_objects,
    reports,
    skills,
    tunnels,
    user_profiles,
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
    *user_profiles.ENDPOINTS,
    *organization_objects.ENDPOINTS,
    *tunnels.ENDPOINTS,
)
SEEDED: Final = (*organization_objects.SEEDED,)
"""Kinds of which none is made by a call: see `seeds`."""
