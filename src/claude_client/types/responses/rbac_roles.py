"""What the API returns: rbac roles.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class RBACRoleSourceBuiltIn(Model):
    type: Literal["built_in"]


class RBACRoleSourceCustom(Model):
    type: Literal["custom"]


RBACRoleSource: TypeAlias = Annotated[RBACRoleSourceBuiltIn | RBACRoleSourceCustom, Tagged("type")]
"""One of these; `type` tells which."""


class RBACRole(Model):
    id: str
    created_at: datetime
    display_name: str
    source: RBACRoleSource
    type: Literal["rbac_role"]
    updated_at: datetime
    name: str | None = None
    """Only in API versions before 2026-10-21."""


class RBACOrganizationPermissionResource(Model):
    organization_id: str
    type: Literal["organization"]


class RBACConnectorToolPermissionResource(Model):
    connector_id: str
    tool_name: str
    type: Literal["connector_tool"]


class RBACConnectorScopePermissionResource(Model):
    connector_id: str
    scope: str
    type: Literal["connector_scope"]


class RBACConnectorPermissionResource(Model):
    connector_id: str
    type: Literal["connector"]


class RBACAllConnectorsPermissionResource(Model):
    type: Literal["all_connectors"]


RBACRolePermissionResource: TypeAlias = Annotated[
    RBACOrganizationPermissionResource
    | RBACConnectorToolPermissionResource
    | RBACConnectorScopePermissionResource
    | RBACConnectorPermissionResource
    | RBACAllConnectorsPermissionResource,
    Tagged("type"),
]
"""One of these; `type` tells which."""


class RBACRolePermission(Model):
    action: str
    resource: RBACRolePermissionResource
    type: Literal["rbac_role_permission"]
