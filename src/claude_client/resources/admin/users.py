"""The people in the organization.

API: https://platform.claude.com/docs/en/api/admin/users

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import OrganizationUser, UserListParams, UserRemoveResponse, UserUpdateParams
    from ...types.request_options import RequestOptions


class Users(AdminResource[Mode]):
    """The people in the organization."""

    @property
    def with_raw_response(self) -> Users[Raw[Mode]]:
        """The same calls, giving the response."""
        return Users(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Users[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Users(self._binding.as_streamed())

    @endpoint
    def retrieve(self, user_id: str, **options: Unpack[RequestOptions]) -> Request[OrganizationUser]:
        """One person of the organization.

        Raises:
            NotFoundError: There is no such user.

        API: https://platform.claude.com/docs/en/api/admin/users/retrieve
        """
        return self._get(path("/v1/organizations/users/{user_id}", user_id=user_id), types.OrganizationUser, options)

    @paginated
    def list(self, **params: Unpack[UserListParams]) -> Request[Page[OrganizationUser], AsyncPage[OrganizationUser]]:
        """The people in the organization.

        Args:
            limit: Users per page, 1 to 1000; 20 when left out.
            after_id: Start behind the item of this id.
            before_id: End before the item of this id; iteration then walks backwards.
            email: Only the user with this address.
            roles: Only those in one of these roles.

        API: https://platform.claude.com/docs/en/api/admin/users/list
        """
        return self._list("/v1/organizations/users", types.OrganizationUser, params)

    @endpoint
    def update(self, user_id: str, **params: Unpack[UserUpdateParams]) -> Request[OrganizationUser]:
        """Give a person another role in the organization.

        Args:
            user_id: Whose role changes.
            role: The new role; `admin` cannot be given or taken by this call.

        Raises:
            NotFoundError: There is no such user.

        API: https://platform.claude.com/docs/en/api/admin/users/update
        """
        return self._post(path("/v1/organizations/users/{user_id}", user_id=user_id), types.OrganizationUser, params)

    @endpoint
    def remove(self, user_id: str, **options: Unpack[RequestOptions]) -> Request[UserRemoveResponse]:
        """Remove a person from the organization.

        Raises:
            NotFoundError: There is no such user.

        API: https://platform.claude.com/docs/en/api/admin/users/delete
        """
        return self._delete(
            path("/v1/organizations/users/{user_id}", user_id=user_id), types.UserRemoveResponse, options
        )

    @endpoint
    def sign_out(self, user_id: str, **options: Unpack[RequestOptions]) -> Request[OrganizationUser]:
        """End all sessions of a person: they have to sign in again everywhere. Beta.

        API: https://platform.claude.com/docs/en/api/admin/users/sign_out
        """
        return self._act(
            path("/v1/organizations/users/{user_id}/sign_out", user_id=user_id),
            types.OrganizationUser,
            options,
            betas=("admin-user-sign-out-2026-10-08",),
        )
