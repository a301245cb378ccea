"""What the API takes: service accounts.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions

NoBillingWorkspaceRole: TypeAlias = Literal[
    "workspace_admin", "workspace_developer", "workspace_restricted_developer", "workspace_user"
]
"""A role that can be given in a workspace."""


class ServiceAccountListParamsBase(TypedDict, total=False):
    """The query of `admin.service_accounts.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class ServiceAccountListParams(ServiceAccountListParamsBase, RequestOptions, total=False):
    """What `admin.service_accounts.list` takes, and the options of the call."""


class ServiceAccountCreateParamsBase(TypedDict, total=False):
    """The body of `admin.service_accounts.create`."""

    name: Required[str]
    description: str | None
    organization_role: Literal["admin", "developer"] | None


class ServiceAccountCreateParams(ServiceAccountCreateParamsBase, RequestOptions, total=False):
    """What `admin.service_accounts.create` takes, and the options of the call."""


class ServiceAccountUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.service_accounts.update`."""

    description: str | None
    organization_role: Literal["admin", "developer"] | None


class ServiceAccountUpdateParams(ServiceAccountUpdateParamsBase, RequestOptions, total=False):
    """What `admin.service_accounts.update` takes, and the options of the call."""


class ServiceAccountWorkspaceListParamsBase(TypedDict, total=False):
    """The query of `admin.service_accounts.workspaces.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class ServiceAccountWorkspaceListParams(ServiceAccountWorkspaceListParamsBase, RequestOptions, total=False):
    """What `admin.service_accounts.workspaces.list` takes, and the options of the call."""


class ServiceAccountWorkspaceAddParamsBase(TypedDict, total=False):
    """The body of `admin.service_accounts.workspaces.add`."""

    workspace_id: Required[str]
    workspace_role: Required[NoBillingWorkspaceRole]


class ServiceAccountWorkspaceAddParams(ServiceAccountWorkspaceAddParamsBase, RequestOptions, total=False):
    """What `admin.service_accounts.workspaces.add` takes, and the options of the call."""
