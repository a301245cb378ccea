"""What the API takes: rbac roles.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing_extensions import TypedDict

from ..request_options import RequestOptions


class RBACRoleListParamsBase(TypedDict, total=False):
    """The query of `admin.rbac_roles.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class RBACRoleListParams(RBACRoleListParamsBase, RequestOptions, total=False):
    """What `admin.rbac_roles.list` takes, and the options of the call."""


class PermissionListParamsBase(TypedDict, total=False):
    """The query of `admin.rbac_roles.permissions.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class PermissionListParams(PermissionListParamsBase, RequestOptions, total=False):
    """What `admin.rbac_roles.permissions.list` takes, and the options of the call."""
