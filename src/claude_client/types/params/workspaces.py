"""Parameters of the calls on workspaces and their members.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..request_options import RequestOptions
from ..responses.service_accounts import WorkspaceRole
from ..responses.workspaces import AllowedInferenceGeo
from .service_accounts import NoBillingWorkspaceRole


class DataResidencyCreateConfigParam(TypedDict, total=False):
    """Where the workspace's data is to be kept and worked on."""

    allowed_inference_geos: IterableParam[AllowedInferenceGeo] | Literal["unrestricted"] | None
    default_inference_geo: Literal["global", "us"] | None
    workspace_geo: Literal["us"] | None


class AnthropicHumanReviewParam(TypedDict, total=False):
    type: Required[Literal["disabled", "enabled"]]


class InternalStorageParam(TypedDict, total=False):
    type: Required[Literal["internal"]]


class ExternalStorageMemberParam(TypedDict, total=False):
    external_storage_id: Required[str]
    type: Required[Literal["external"]]


StorageMemberParam: TypeAlias = Annotated[InternalStorageParam | ExternalStorageMemberParam, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class InferenceDataPrivacyCreateParam(TypedDict, total=False):
    human_review: AnthropicHumanReviewParam
    safeguards_storage: StorageMemberParam
    transcripts_storage: StorageMemberParam


class DataResidencyUpdateConfigParam(TypedDict, total=False):
    """Where the workspace's data is to be worked on from now on."""

    allowed_inference_geos: IterableParam[AllowedInferenceGeo] | Literal["unrestricted"] | None
    default_inference_geo: Literal["global", "us"] | None


class InferenceDataPrivacyUpdateParam(TypedDict, total=False):
    human_review: AnthropicHumanReviewParam
    safeguards_storage: StorageMemberParam
    transcripts_storage: StorageMemberParam


WorkspaceRateLimitType: TypeAlias = Literal[
    "fast_itpmca",
    "fast_otpm",
    "input_tokens_per_minute",
    "input_tokens_per_minute_cache_aware",
    "output_tokens_per_minute",
    "requests_per_minute",
    "tokens_per_day",
    "tokens_per_minute",
    "tool_uses_per_second",
]
"""One of these, or another that came later."""


class WorkspaceRateLimitUpdateValueParam(TypedDict, total=False):
    type: Required[WorkspaceRateLimitType]
    value: Required[int | None]


class WorkspaceListParamsBase(TypedDict, total=False):
    """The query of `admin.workspaces.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    ids: Sequence[str] | None
    include_archived: bool | None
    """Give the archived ones too."""

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
    inference_data_privacy: InferenceDataPrivacyCreateParam | None
    """Beta."""


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
    inference_data_privacy: InferenceDataPrivacyUpdateParam | None
    """Beta."""


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


class WorkspaceRateLimitListParamsBase(TypedDict, total=False):
    """The query of `admin.workspaces.rate_limits.list`."""

    group_type: Literal["batch", "files", "model_group", "skills", "token_count", "web_search"] | None
    include_inherited: bool | None
    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class WorkspaceRateLimitListParams(WorkspaceRateLimitListParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.rate_limits.list` takes, and the options of the call."""


class WorkspaceRateLimitUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.workspaces.rate_limits.update`."""

    limits: Required[IterableParam[WorkspaceRateLimitUpdateValueParam]]


class WorkspaceRateLimitUpdateParams(WorkspaceRateLimitUpdateParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.rate_limits.update` takes, and the options of the call."""


class WorkspaceServiceAccountListParamsBase(TypedDict, total=False):
    """The query of `admin.workspaces.service_accounts.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class WorkspaceServiceAccountListParams(WorkspaceServiceAccountListParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.service_accounts.list` takes, and the options of the call."""


class WorkspaceServiceAccountAddParamsBase(TypedDict, total=False):
    """The body of `admin.workspaces.service_accounts.add`."""

    service_account_id: Required[str]
    workspace_role: Required[NoBillingWorkspaceRole]


class WorkspaceServiceAccountAddParams(WorkspaceServiceAccountAddParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.service_accounts.add` takes, and the options of the call."""


class WorkspaceServiceAccountUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.workspaces.service_accounts.update`."""

    workspace_role: Required[NoBillingWorkspaceRole]


class WorkspaceServiceAccountUpdateParams(WorkspaceServiceAccountUpdateParamsBase, RequestOptions, total=False):
    """What `admin.workspaces.service_accounts.update` takes, and the options of the call."""
