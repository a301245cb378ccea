"""Roles: sets of permissions.

API: https://platform.claude.com/docs/en/api/admin/rbac_roles

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import PermissionListParams, RBACRole, RBACRoleListParams, RBACRolePermission
    from ...types.request_options import RequestOptions


class Permissions(AdminResource[Mode]):
    """The permissions of a role."""

    @property
    def with_raw_response(self) -> Permissions[Raw[Mode]]:
        """The same calls, giving the response."""
        return Permissions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Permissions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Permissions(self._binding.as_streamed())

    @paginated
    def list(
        self, rbac_role_id: str, **params: Unpack[PermissionListParams]
    ) -> Request[Page[RBACRolePermission], AsyncPage[RBACRolePermission]]:
        """The permissions of a role.

        API: https://platform.claude.com/docs/en/api/admin/rbac_roles/permissions/list
        """
        return self._list(
            path("/v1/organizations/rbac_roles/{rbac_role_id}/permissions", rbac_role_id=rbac_role_id),
            types.RBACRolePermission,
            params,
        )


class RBACRoles(AdminResource[Mode]):
    """Roles: sets of permissions."""

    @property
    def with_raw_response(self) -> RBACRoles[Raw[Mode]]:
        """The same calls, giving the response."""
        return RBACRoles(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> RBACRoles[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return RBACRoles(self._binding.as_streamed())

    @cached_property
    def permissions(self) -> Permissions[Mode]:
        """The permissions of a role."""
        return Permissions(self._binding)

    @endpoint
    def retrieve(self, rbac_role_id: str, **options: Unpack[RequestOptions]) -> Request[RBACRole]:
        """One role.

        Raises:
            NotFoundError: There is no such role.

        API: https://platform.claude.com/docs/en/api/admin/rbac_roles/retrieve
        """
        return self._get(
            path("/v1/organizations/rbac_roles/{rbac_role_id}", rbac_role_id=rbac_role_id), types.RBACRole, options
        )

    @paginated
    def list(self, **params: Unpack[RBACRoleListParams]) -> Request[Page[RBACRole], AsyncPage[RBACRole]]:
        """The roles.

        API: https://platform.claude.com/docs/en/api/admin/rbac_roles/list
        """
        return self._list("/v1/organizations/rbac_roles", types.RBACRole, params)
