"""What can be called, one module an area of the API; each ends with its part of the table."""

from __future__ import annotations

from typing import Final

from . import admin, batches, completions, files, messages, models, reports, skills

ENDPOINTS: Final = (
    *messages.ENDPOINTS,
    *batches.ENDPOINTS,
    *completions.ENDPOINTS,
    *models.ENDPOINTS,
    *files.ENDPOINTS,
    *skills.ENDPOINTS,
    *admin.ENDPOINTS,
    *reports.ENDPOINTS,
)
