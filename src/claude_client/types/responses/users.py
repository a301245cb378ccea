"""Members of the organization.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model
from .invites import OrganizationRole


class OrganizationUser(Model):
    """A member of the organization."""

    id: str
    added_at: datetime
    email: str
    name: str
    role: OrganizationRole
    type: Literal["user"]


class UserRemoveResponse(Model):
    """The member who was removed."""

    id: str
    type: Literal["user_deleted"]
