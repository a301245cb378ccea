"""What the API takes: user profiles.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..request_options import WorkspaceOptions
from ..responses.user_profiles import (
    UserProfileAccessType,
    UserProfileEnforcementStatus,
    UserProfileExternalUserAccountStatus,
    UserProfileExternalUserEntityType,
)


class UserProfileExternalUserDetailsParams(TypedDict, total=False):
    account_status: UserProfileExternalUserAccountStatus | None
    country: str | None
    email_hash: str | None
    entity_type: UserProfileExternalUserEntityType | None
    name_hash: str | None
    onboarded_at: str | datetime
    reference_id: str | None


class UserProfileEnrollEndUserActionParam(TypedDict, total=False):
    type: Required[Literal["enroll_end_user"]]


class GoogleManagedCMEKDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


class GoogleManagedCMEKEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]
    external_key_ids: Mapping[str, str | None] | None


GoogleManagedCMEKControlParams: TypeAlias = Annotated[
    GoogleManagedCMEKDisabledParams | GoogleManagedCMEKEnabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedStorageDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


class GoogleManagedBucketReferenceParam(TypedDict, total=False):
    bucket_name: Required[str]
    project_number: Required[str]


class GoogleManagedStorageEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]
    buckets: Mapping[str, GoogleManagedBucketReferenceParam | None]


GoogleManagedStorageControlParams: TypeAlias = Annotated[
    GoogleManagedStorageDisabledParams | GoogleManagedStorageEnabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class UserProfileListParamsBase(TypedDict, total=False):
    """The query of `user_profiles.list`."""

    enforcement_status: IterableParam[UserProfileEnforcementStatus] | None
    limit: int | None
    """Objects per page."""

    order: Literal["asc", "desc"] | None
    order_by: Literal["created_at", "name"] | None
    page: str | None
    """The token of a page, from the page before it."""


class UserProfileListParams(UserProfileListParamsBase, WorkspaceOptions, total=False):
    """What `user_profiles.list` takes, and the options of the call."""


class UserProfileCreateParamsBase(TypedDict, total=False):
    """The body of `user_profiles.create`."""

    access_type: UserProfileAccessType | None
    """How the customer comes to use the API."""

    external_user_details: UserProfileExternalUserDetailsParams | None
    """What is known of the customer."""

    metadata: Mapping[str, str] | None
    """Texts of your own by name."""

    name: str | None
    external_id: str | None
    """Your own id of the customer. Beta."""

    external_user_onboarded_at: str | datetime | None
    """Since when you have served the customer. Beta."""


class UserProfileCreateParams(UserProfileCreateParamsBase, WorkspaceOptions, total=False):
    """What `user_profiles.create` takes, and the options of the call."""


class UserProfileUpdateParamsBase(TypedDict, total=False):
    """The body of `user_profiles.update`."""

    access_type: UserProfileAccessType | None
    external_user_details: UserProfileExternalUserDetailsParams | None
    metadata: Mapping[str, str] | None
    name: str | None
    external_id: str | None
    """Beta."""

    external_user_onboarded_at: str | datetime | None
    """Beta."""


class UserProfileUpdateParams(UserProfileUpdateParamsBase, WorkspaceOptions, total=False):
    """What `user_profiles.update` takes, and the options of the call."""


class ActionURLCreateParamsBase(TypedDict, total=False):
    """The body of `user_profiles.action_urls.create`."""

    action: Required[UserProfileEnrollEndUserActionParam]


class ActionURLCreateParams(ActionURLCreateParamsBase, WorkspaceOptions, total=False):
    """What `user_profiles.action_urls.create` takes, and the options of the call."""


class DataControlUpdateParamsBase(TypedDict, total=False):
    """The body of `user_profiles.providers.google.data_controls.update`."""

    cmek: GoogleManagedCMEKControlParams | None
    storage: GoogleManagedStorageControlParams | None


class DataControlUpdateParams(DataControlUpdateParamsBase, WorkspaceOptions, total=False):
    """What `user_profiles.providers.google.data_controls.update` takes, and the options of the call."""
