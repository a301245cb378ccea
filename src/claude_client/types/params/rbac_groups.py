"""What the API takes: rbac groups.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions


class RBACGroupListParamsBase(TypedDict, total=False):
    """The query of `admin.rbac_groups.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class RBACGroupListParams(RBACGroupListParamsBase, RequestOptions, total=False):
    """What `admin.rbac_groups.list` takes, and the options of the call."""


class RBACGroupCreateParamsBase(TypedDict, total=False):
    """The body of `admin.rbac_groups.create`."""

    name: Required[str]


class RBACGroupCreateParams(RBACGroupCreateParamsBase, RequestOptions, total=False):
    """What `admin.rbac_groups.create` takes, and the options of the call."""


class RBACGroupUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.rbac_groups.update`."""

    name: str | None


class RBACGroupUpdateParams(RBACGroupUpdateParamsBase, RequestOptions, total=False):
    """What `admin.rbac_groups.update` takes, and the options of the call."""


class RBACGroupMemberListParamsBase(TypedDict, total=False):
    """The query of `admin.rbac_groups.members.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class RBACGroupMemberListParams(RBACGroupMemberListParamsBase, RequestOptions, total=False):
    """What `admin.rbac_groups.members.list` takes, and the options of the call."""


class RBACGroupMemberAddParamsBase(TypedDict, total=False):
    """The body of `admin.rbac_groups.members.add`."""

    user_id: Required[str]


class RBACGroupMemberAddParams(RBACGroupMemberAddParamsBase, RequestOptions, total=False):
    """What `admin.rbac_groups.members.add` takes, and the options of the call."""
