# Written by `scripts/generate_types.py`.

from ...params.rbac_roles import PermissionListParams
from ...responses.rbac_roles import (
    RBACAllConnectorsPermissionResource,
    RBACConnectorPermissionResource,
    RBACConnectorScopePermissionResource,
    RBACConnectorToolPermissionResource,
    RBACOrganizationPermissionResource,
    RBACRolePermission,
)

__all__ = [
    "PermissionListParams",
    "RBACAllConnectorsPermissionResource",
    "RBACConnectorPermissionResource",
    "RBACConnectorScopePermissionResource",
    "RBACConnectorToolPermissionResource",
    "RBACOrganizationPermissionResource",
    "RBACRolePermission",
]
