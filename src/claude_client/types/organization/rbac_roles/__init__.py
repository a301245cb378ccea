"""The types of the official `types.organization.rbac_roles`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ..._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "PermissionListParams RBACAllConnectorsPermissionResource RBACConnectorPermissionResource "
        "RBACConnectorScopePermissionResource RBACConnectorToolPermissionResource RBACOrganizationPermissionResource "
        "RBACRolePermission"
    ),
)
