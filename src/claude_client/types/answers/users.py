"""What the API answers: users.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model
from .invites import OrganizationRole


class OrganizationUser(Model):
    """Organization user of the type `user`."""

    id: str
    added_at: datetime
    email: str
    name: str
    role: OrganizationRole
    type: Literal["user"]


class UserRemoveResponse(Model):
    """User remove response of the type `user_deleted`."""

    id: str
    type: Literal["user_deleted"]
