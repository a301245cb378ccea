"""Groups of people, which roles are given to.

API: https://platform.claude.com/docs/en/api/admin/rbac_groups

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
    from ...types import (
        DeletedRBACGroup,
        DeletedRBACGroupMember,
        RBACGroup,
        RBACGroupCreateParams,
        RBACGroupListParams,
        RBACGroupMember,
        RBACGroupMemberAddParams,
        RBACGroupMemberListParams,
        RBACGroupUpdateParams,
    )
    from ...types.request_options import RequestOptions


class Members(AdminResource[Mode]):
    """The people in a group."""

    @property
    def with_raw_response(self) -> Members[Raw[Mode]]:
        """The same calls, giving the response."""
        return Members(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Members[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Members(self._binding.as_streamed())

    @endpoint
    def add(self, rbac_group_id: str, **params: Unpack[RBACGroupMemberAddParams]) -> Request[RBACGroupMember]:
        """Make a person a member of a group.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/members/add
        """
        return self._post(
            path("/v1/organizations/rbac_groups/{rbac_group_id}/members", rbac_group_id=rbac_group_id),
            types.RBACGroupMember,
            params,
        )

    @paginated
    def list(
        self, rbac_group_id: str, **params: Unpack[RBACGroupMemberListParams]
    ) -> Request[Page[RBACGroupMember], AsyncPage[RBACGroupMember]]:
        """The members of a group.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/members/list
        """
        return self._list(
            path("/v1/organizations/rbac_groups/{rbac_group_id}/members", rbac_group_id=rbac_group_id),
            types.RBACGroupMember,
            params,
        )

    @endpoint
    def remove(
        self, user_id: str, *, rbac_group_id: str, **options: Unpack[RequestOptions]
    ) -> Request[DeletedRBACGroupMember]:
        """Take a person out of a group.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/members/remove
        """
        return self._delete(
            path(
                "/v1/organizations/rbac_groups/{rbac_group_id}/members/{user_id}",
                rbac_group_id=rbac_group_id,
                user_id=user_id,
            ),
            types.DeletedRBACGroupMember,
            options,
        )


class RBACGroups(AdminResource[Mode]):
    """Groups of people, which roles are given to."""

    @property
    def with_raw_response(self) -> RBACGroups[Raw[Mode]]:
        """The same calls, giving the response."""
        return RBACGroups(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> RBACGroups[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return RBACGroups(self._binding.as_streamed())

    @cached_property
    def members(self) -> Members[Mode]:
        """The people in a group."""
        return Members(self._binding)

    @endpoint
    def create(self, **params: Unpack[RBACGroupCreateParams]) -> Request[RBACGroup]:
        """Create a group.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/create
        """
        return self._post("/v1/organizations/rbac_groups", types.RBACGroup, params)

    @endpoint
    def retrieve(self, rbac_group_id: str, **options: Unpack[RequestOptions]) -> Request[RBACGroup]:
        """One group.

        Raises:
            NotFoundError: There is no such group.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/retrieve
        """
        return self._get(
            path("/v1/organizations/rbac_groups/{rbac_group_id}", rbac_group_id=rbac_group_id), types.RBACGroup, options
        )

    @paginated
    def list(self, **params: Unpack[RBACGroupListParams]) -> Request[Page[RBACGroup], AsyncPage[RBACGroup]]:
        """The groups.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/list
        """
        return self._list("/v1/organizations/rbac_groups", types.RBACGroup, params)

    @endpoint
    def update(self, rbac_group_id: str, **params: Unpack[RBACGroupUpdateParams]) -> Request[RBACGroup]:
        """Change a group; what is left out stays as it is.

        Raises:
            NotFoundError: There is no such group.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/update
        """
        return self._post(
            path("/v1/organizations/rbac_groups/{rbac_group_id}", rbac_group_id=rbac_group_id), types.RBACGroup, params
        )

    @endpoint
    def delete(self, rbac_group_id: str, **options: Unpack[RequestOptions]) -> Request[DeletedRBACGroup]:
        """Delete a group, for good.

        Raises:
            NotFoundError: There is no such group.

        API: https://platform.claude.com/docs/en/api/admin/rbac_groups/delete
        """
        return self._delete(
            path("/v1/organizations/rbac_groups/{rbac_group_id}", rbac_group_id=rbac_group_id),
            types.DeletedRBACGroup,
            options,
        )
