"""Parameters of the calls on workspaces and their members.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam
from ..request_options import RequestOptions
from ..responses.workspaces import AllowedInferenceGeo, WorkspaceRole


class DataResidencyCreateConfigParam(TypedDict, total=False):
    """Where the workspace's data is to be kept and worked on."""

    allowed_inference_geos: IterableParam[AllowedInferenceGeo] | Literal["unrestricted"] | None
    default_inference_geo: Literal["global", "us"] | None
    workspace_geo: Literal["us"] | None


class DataResidencyUpdateConfigParam(TypedDict, total=False):
    """Where the workspace's data is to be worked on from now on."""

    allowed_inference_geos: IterableParam[AllowedInferenceGeo] | Literal["unrestricted"] | None
    default_inference_geo: Literal["global", "us"] | None


NoBillingWorkspaceRole: TypeAlias = Literal[
    "workspace_admin", "workspace_developer", "workspace_restricted_developer", "workspace_user"
]
"""A role that can be given in a workspace."""


class WorkspaceListParamsBase(TypedDict, total=False):
    """The query of `admin.workspaces.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    ids: Sequence[str] | None
    include_archived: bool | None
    include_default: bool | None
    limit: int | None
    """Objects per page."""


class WorkspaceListParams(WorkspaceListParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.list` takes, and the options of the call."""


class WorkspaceCreateParamsBase(TypedDict, total=False):
    """The body of `admin.workspaces.create`."""

    name: Required[str]
    data_residency: DataResidencyCreateConfigParam | None
    display_color: str | None
    external_key_id: str | None
    tags: Mapping[str, str] | None
    user_profile_id: str | None


class WorkspaceCreateParams(WorkspaceCreateParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.create` takes, and the options of the call."""


class WorkspaceUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.workspaces.update`."""

    data_residency: DataResidencyUpdateConfigParam | None
    display_color: str | None
    external_key_id: str | None
    name: str | None
    tags: Mapping[str, str | None] | None
    user_profile_id: str | None


class WorkspaceUpdateParams(WorkspaceUpdateParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.update` takes, and the options of the call."""


class WorkspaceMemberListParamsBase(TypedDict, total=False):
    """The query of `admin.workspaces.members.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    limit: int | None
    """Objects per page."""


class WorkspaceMemberListParams(WorkspaceMemberListParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.members.list` takes, and the options of the call."""


class WorkspaceMemberAddParamsBase(TypedDict, total=False):
    """The body of `admin.workspaces.members.add`."""

    user_id: Required[str]
    workspace_role: Required[NoBillingWorkspaceRole]


class WorkspaceMemberAddParams(WorkspaceMemberAddParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.members.add` takes, and the options of the call."""


class WorkspaceMemberUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.workspaces.members.update`."""

    workspace_role: Required[WorkspaceRole]


class WorkspaceMemberUpdateParams(WorkspaceMemberUpdateParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.members.update` takes, and the options of the call."""
