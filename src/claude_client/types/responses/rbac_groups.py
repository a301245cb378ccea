"""What the API returns: rbac groups.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model


class RBACGroup(Model):
    id: str
    created_at: datetime
    name: str
    role_ids: list[str] | None = None
    source_type: Literal["direct", "scim"]
    type: Literal["rbac_group"]
    updated_at: datetime


class DeletedRBACGroup(Model):
    id: str
    type: Literal["rbac_group_deleted"]


class RBACGroupMember(Model):
    created_at: datetime
    email: str
    rbac_group_id: str
    type: Literal["rbac_group_member"]
    user_id: str


class DeletedRBACGroupMember(Model):
    rbac_group_id: str
    type: Literal["rbac_group_member_deleted"]
    user_id: str
