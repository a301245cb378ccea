"""The end customers of a platform, on whose behalf it calls.

API: https://platform.claude.com/docs/en/api/user_profiles

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import (
        ActionURLCreateParams,
        DataControlUpdateParams,
        DeletedUserProfile,
        GoogleManagedDataControls,
        UserProfile,
        UserProfileActionURL,
        UserProfileCreateParams,
        UserProfileEnrollmentURL,
        UserProfileListParams,
        UserProfileUpdateParams,
    )
    from ..types.request_options import WorkspaceOptions


class DataControls(Resource[Mode]):
    """Where Google Cloud keeps the data of a user profile, and under whose key."""

    @property
    def with_raw_response(self) -> DataControls[Raw[Mode]]:
        """The same calls, giving the response."""
        return DataControls(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> DataControls[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return DataControls(self._binding.as_streamed())

    @endpoint
    def retrieve(self, user_profile_id: str, **options: Unpack[WorkspaceOptions]) -> Request[GoogleManagedDataControls]:
        """Where Google Cloud keeps the data of a user profile, and under whose key. Beta.

        API: https://platform.claude.com/docs/en/api/beta/user_profiles/providers/google/data_controls/retrieve
        """
        return self._get(
            path("/v1/user_profiles/{user_profile_id}/providers/google/data_controls", user_profile_id=user_profile_id),
            types.GoogleManagedDataControls,
            options,
            betas=("user-profiles-2026-09-04", "google-managed-data-controls-2026-09-01"),
        )

    @endpoint
    def update(
        self, user_profile_id: str, **params: Unpack[DataControlUpdateParams]
    ) -> Request[GoogleManagedDataControls]:
        """Change a user profile's data controls; what is left out stays as it is. Beta.

        API: https://platform.claude.com/docs/en/api/beta/user_profiles/providers/google/data_controls/update
        """
        return self._post(
            path("/v1/user_profiles/{user_profile_id}/providers/google/data_controls", user_profile_id=user_profile_id),
            types.GoogleManagedDataControls,
            params,
            betas=("user-profiles-2026-09-04", "google-managed-data-controls-2026-09-01"),
        )


class Google(Resource[Mode]):
    """Controls of Google Cloud for a user profile."""

    @property
    def with_raw_response(self) -> Google[Raw[Mode]]:
        """The same calls, giving the response."""
        return Google(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Google[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Google(self._binding.as_streamed())

    @cached_property
    def data_controls(self) -> DataControls[Mode]:
        """Where Google Cloud keeps the data of a user profile, and under whose key."""
        return DataControls(self._binding)


class Providers(Resource[Mode]):
    """Controls of cloud providers for a user profile."""

    @property
    def with_raw_response(self) -> Providers[Raw[Mode]]:
        """The same calls, giving the response."""
        return Providers(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Providers[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Providers(self._binding.as_streamed())

    @cached_property
    def google(self) -> Google[Mode]:
        """Controls of Google Cloud for a user profile."""
        return Google(self._binding)


class ActionUrls(Resource[Mode]):
    """Pages on which a customer does something that only they may do."""

    @property
    def with_raw_response(self) -> ActionUrls[Raw[Mode]]:
        """The same calls, giving the response."""
        return ActionUrls(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ActionUrls[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ActionUrls(self._binding.as_streamed())

    @endpoint
    def create(self, user_profile_id: str, **params: Unpack[ActionURLCreateParams]) -> Request[UserProfileActionURL]:
        """Create an URL for an action.

        API: https://platform.claude.com/docs/en/api/user_profiles/action_urls/create
        """
        return self._post(
            path("/v1/user_profiles/{user_profile_id}/action_urls", user_profile_id=user_profile_id),
            types.UserProfileActionURL,
            params,
            beta_variant=("user-profiles-2026-08-18",),
        )


class UserProfiles(Resource[Mode]):
    """The end customers of a platform, on whose behalf it calls."""

    @property
    def with_raw_response(self) -> UserProfiles[Raw[Mode]]:
        """The same calls, giving the response."""
        return UserProfiles(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> UserProfiles[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return UserProfiles(self._binding.as_streamed())

    @cached_property
    def action_urls(self) -> ActionUrls[Mode]:
        """Pages on which a customer does something that only they may do."""
        return ActionUrls(self._binding)

    @cached_property
    def providers(self) -> Providers[Mode]:
        """Controls of cloud providers for a user profile."""
        return Providers(self._binding)

    @endpoint
    def create(self, **params: Unpack[UserProfileCreateParams]) -> Request[UserProfile]:
        """Create a user profile.

        API: https://platform.claude.com/docs/en/api/user_profiles/create
        """
        return self._post("/v1/user_profiles", types.UserProfile, params, beta_variant=("user-profiles-2026-08-18",))

    @endpoint
    def retrieve(self, user_profile_id: str, **options: Unpack[WorkspaceOptions]) -> Request[UserProfile]:
        """One user profile.

        Raises:
            NotFoundError: There is no such user profile.

        API: https://platform.claude.com/docs/en/api/user_profiles/retrieve
        """
        return self._get(
            path("/v1/user_profiles/{user_profile_id}", user_profile_id=user_profile_id),
            types.UserProfile,
            options,
            beta_variant=("user-profiles-2026-08-18",),
        )

    @paginated
    def list(self, **params: Unpack[UserProfileListParams]) -> Request[Page[UserProfile], AsyncPage[UserProfile]]:
        """The user profiles.

        API: https://platform.claude.com/docs/en/api/user_profiles/list
        """
        return self._list("/v1/user_profiles", types.UserProfile, params, beta_variant=("user-profiles-2026-08-18",))

    @endpoint
    def update(self, user_profile_id: str, **params: Unpack[UserProfileUpdateParams]) -> Request[UserProfile]:
        """Change a user profile; what is left out stays as it is.

        Raises:
            NotFoundError: There is no such user profile.

        API: https://platform.claude.com/docs/en/api/user_profiles/update
        """
        return self._post(
            path("/v1/user_profiles/{user_profile_id}", user_profile_id=user_profile_id),
            types.UserProfile,
            params,
            beta_variant=("user-profiles-2026-08-18",),
        )

    @endpoint
    def delete(self, user_profile_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedUserProfile]:
        """Delete a user profile, for good.

        Raises:
            NotFoundError: There is no such user profile.

        API: https://platform.claude.com/docs/en/api/user_profiles/delete
        """
        return self._delete(
            path("/v1/user_profiles/{user_profile_id}", user_profile_id=user_profile_id),
            types.DeletedUserProfile,
            options,
            beta_variant=("user-profiles-2026-08-18",),
        )

    @endpoint
    def create_enrollment_url(
        self, user_profile_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[UserProfileEnrollmentURL]:
        """A page on which the customer enrols, as a URL that works once. Beta.

        API: https://platform.claude.com/docs/en/api/beta/user_profiles/create_enrollment_url
        """
        return self._act(
            path("/v1/user_profiles/{user_profile_id}/enrollment_url", user_profile_id=user_profile_id),
            types.UserProfileEnrollmentURL,
            options,
            betas=("user-profiles-2026-08-18",),
        )
