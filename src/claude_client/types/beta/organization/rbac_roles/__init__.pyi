# Written by `scripts/generate_types.py`.

from ....params.rbac_roles import PermissionListParams
from ....responses.rbac_roles import RBACAllConnectorsPermissionResource as BetaRBACAllConnectorsPermissionResource
from ....responses.rbac_roles import RBACConnectorPermissionResource as BetaRBACConnectorPermissionResource
from ....responses.rbac_roles import RBACConnectorScopePermissionResource as BetaRBACConnectorScopePermissionResource
from ....responses.rbac_roles import RBACConnectorToolPermissionResource as BetaRBACConnectorToolPermissionResource
from ....responses.rbac_roles import RBACOrganizationPermissionResource as BetaRBACOrganizationPermissionResource
from ....responses.rbac_roles import RBACRolePermission as BetaRBACRolePermission

__all__ = [
    "BetaRBACAllConnectorsPermissionResource",
    "BetaRBACConnectorPermissionResource",
    "BetaRBACConnectorScopePermissionResource",
    "BetaRBACConnectorToolPermissionResource",
    "BetaRBACOrganizationPermissionResource",
    "BetaRBACRolePermission",
    "PermissionListParams",
]
