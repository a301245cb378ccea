"""Invitations of people to the organization.

API: https://platform.claude.com/docs/en/api/admin/invites

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
    from ...types import InviteCreateParams, InviteDeleteResponse, InviteListParams, OrganizationInvite
    from ...types.request_options import RequestOptions


class Invites(AdminResource[Mode]):
    """Invitations of people to the organization."""

    @property
    def with_raw_response(self) -> Invites[Raw[Mode]]:
        """The same calls, giving the response."""
        return Invites(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Invites[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Invites(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[InviteCreateParams]) -> Request[OrganizationInvite]:
        """Invite a person by mail. The invitation is good for 21 days.

        Args:
            email: Where the invitation goes.
            role: What the person may do in the organization; not `admin`.
            rbac_group_ids: Groups that the person joins.

        Raises:
            InviteAlreadyExistsError: There is one for this address; caught as `BadRequestError`.

        API: https://platform.claude.com/docs/en/api/admin/invites/create
        """
        return self._post("/v1/organizations/invites", types.OrganizationInvite, params)

    @endpoint
    def retrieve(self, invite_id: str, **options: Unpack[RequestOptions]) -> Request[OrganizationInvite]:
        """One invitation.

        Raises:
            NotFoundError: There is no such invitation.

        API: https://platform.claude.com/docs/en/api/admin/invites/retrieve
        """
        return self._get(
            path("/v1/organizations/invites/{invite_id}", invite_id=invite_id), types.OrganizationInvite, options
        )

    @paginated
    def list(
        self, **params: Unpack[InviteListParams]
    ) -> Request[Page[OrganizationInvite], AsyncPage[OrganizationInvite]]:
        """The invitations of the organization, newest first.

        Args:
            limit: Invitations per page, 1 to 1000; 20 when left out.
            after_id: Start behind the item of this id.
            before_id: End before the item of this id; iteration then walks backwards.
            email: Only those to this address.
            roles: Only those to one of these roles.
            statuses: Only those in one of these states.

        API: https://platform.claude.com/docs/en/api/admin/invites/list
        """
        return self._list("/v1/organizations/invites", types.OrganizationInvite, params)

    @endpoint
    def delete(self, invite_id: str, **options: Unpack[RequestOptions]) -> Request[InviteDeleteResponse]:
        """Take an invitation back.

        Raises:
            NotFoundError: There is no such invitation.

        API: https://platform.claude.com/docs/en/api/admin/invites/delete
        """
        return self._delete(
            path("/v1/organizations/invites/{invite_id}", invite_id=invite_id), types.InviteDeleteResponse, options
        )
