"""What can be called, one module an area of the API; each ends with its part of the table."""

from __future__ import annotations

from typing import Final

from . import messages, models

ENDPOINTS: Final = (*messages.ENDPOINTS, *models.ENDPOINTS)
