"""Workspaces of the organization.

API: https://platform.claude.com/docs/en/api/admin/workspaces

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import AdminResource, OAuthResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        MemberRemoveResponse,
        ServiceAccountRemoveResponse,
        ServiceAccountWorkspaceMember,
        Workspace,
        WorkspaceCreateParams,
        WorkspaceListParams,
        WorkspaceMember,
        WorkspaceMemberAddParams,
        WorkspaceMemberListParams,
        WorkspaceMemberUpdateParams,
        WorkspaceRateLimit,
        WorkspaceRateLimitListParams,
        WorkspaceRateLimitUpdateParams,
        WorkspaceServiceAccountAddParams,
        WorkspaceServiceAccountListParams,
        WorkspaceServiceAccountUpdateParams,
        WorkspaceUpdateParams,
    )
    from ...types.request_options import RequestOptions


class ServiceAccounts(OAuthResource[Mode]):
    """The service accounts of a workspace."""

    @property
    def with_raw_response(self) -> ServiceAccounts[Raw[Mode]]:
        """The same calls, giving the response."""
        return ServiceAccounts(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ServiceAccounts[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ServiceAccounts(self._binding.as_streamed())

    @endpoint
    def add(
        self, workspace_id: str, **params: Unpack[WorkspaceServiceAccountAddParams]
    ) -> Request[ServiceAccountWorkspaceMember]:
        """Let a service account act in a workspace.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/service_accounts/add
        """
        return self._post(
            path("/v1/organizations/workspaces/{workspace_id}/service_accounts", workspace_id=workspace_id),
            types.ServiceAccountWorkspaceMember,
            params,
        )

    @endpoint
    def retrieve(
        self, service_account_id: str, *, workspace_id: str, **options: Unpack[RequestOptions]
    ) -> Request[ServiceAccountWorkspaceMember]:
        """One service account of a workspace.

        Raises:
            NotFoundError: There is no such service account.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/service_accounts/retrieve
        """
        return self._get(
            path(
                "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
                workspace_id=workspace_id,
                service_account_id=service_account_id,
            ),
            types.ServiceAccountWorkspaceMember,
            options,
        )

    @paginated
    def list(
        self, workspace_id: str, **params: Unpack[WorkspaceServiceAccountListParams]
    ) -> Request[Page[ServiceAccountWorkspaceMember], AsyncPage[ServiceAccountWorkspaceMember]]:
        """The service accounts of a workspace.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/service_accounts/list
        """
        return self._list(
            path("/v1/organizations/workspaces/{workspace_id}/service_accounts", workspace_id=workspace_id),
            types.ServiceAccountWorkspaceMember,
            params,
        )

    @endpoint
    def update(
        self, service_account_id: str, *, workspace_id: str, **params: Unpack[WorkspaceServiceAccountUpdateParams]
    ) -> Request[ServiceAccountWorkspaceMember]:
        """Give a service account another role in a workspace.

        Raises:
            NotFoundError: There is no such service account.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/service_accounts/update
        """
        return self._post(
            path(
                "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
                workspace_id=workspace_id,
                service_account_id=service_account_id,
            ),
            types.ServiceAccountWorkspaceMember,
            params,
        )

    @endpoint
    def remove(
        self, service_account_id: str, *, workspace_id: str, **options: Unpack[RequestOptions]
    ) -> Request[ServiceAccountRemoveResponse]:
        """Take a service account out of a workspace.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/service_accounts/remove
        """
        return self._delete(
            path(
                "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
                workspace_id=workspace_id,
                service_account_id=service_account_id,
            ),
            types.ServiceAccountRemoveResponse,
            options,
        )


class RateLimits(AdminResource[Mode]):
    """The rate limits of a workspace."""

    @property
    def with_raw_response(self) -> RateLimits[Raw[Mode]]:
        """The same calls, giving the response."""
        return RateLimits(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> RateLimits[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return RateLimits(self._binding.as_streamed())

    @paginated
    def list(
        self, workspace_id: str, **params: Unpack[WorkspaceRateLimitListParams]
    ) -> Request[Page[WorkspaceRateLimit], AsyncPage[WorkspaceRateLimit]]:
        """The rate limits of a workspace.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/rate_limits/list
        """
        return self._list(
            path("/v1/organizations/workspaces/{workspace_id}/rate_limits", workspace_id=workspace_id),
            types.WorkspaceRateLimit,
            params,
        )

    @endpoint
    def update(
        self, rate_limit_id: str, *, workspace_id: str, **params: Unpack[WorkspaceRateLimitUpdateParams]
    ) -> Request[WorkspaceRateLimit]:
        """Change a rate limit of a workspace; what is left out stays as it is.

        Raises:
            NotFoundError: There is no such rate limit.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/rate_limits/update
        """
        return self._post(
            path(
                "/v1/organizations/workspaces/{workspace_id}/rate_limits/{rate_limit_id}",
                workspace_id=workspace_id,
                rate_limit_id=rate_limit_id,
            ),
            types.WorkspaceRateLimit,
            params,
        )


class Members(AdminResource[Mode]):
    """Who belongs to which workspace, and in which role."""

    @property
    def with_raw_response(self) -> Members[Raw[Mode]]:
        """The same calls, giving the response."""
        return Members(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Members[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Members(self._binding.as_streamed())

    @endpoint
    def add(self, workspace_id: str, **params: Unpack[WorkspaceMemberAddParams]) -> Request[WorkspaceMember]:
        """Make a person of the organization a member of a workspace.

        Args:
            workspace_id: The workspace.
            user_id: The person.
            workspace_role: What they may do in it.

        Raises:
            AlreadyMemberError: They are one already; caught as `BadRequestError`.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/members/create
        """
        return self._post(
            path("/v1/organizations/workspaces/{workspace_id}/members", workspace_id=workspace_id),
            types.WorkspaceMember,
            params,
        )

    @endpoint
    def retrieve(
        self, user_id: str, *, workspace_id: str, **options: Unpack[RequestOptions]
    ) -> Request[WorkspaceMember]:
        """One member of a workspace.

        Raises:
            NotFoundError: There is no such member.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/members/retrieve
        """
        return self._get(
            path(
                "/v1/organizations/workspaces/{workspace_id}/members/{user_id}",
                workspace_id=workspace_id,
                user_id=user_id,
            ),
            types.WorkspaceMember,
            options,
        )

    @paginated
    def list(
        self, workspace_id: str, **params: Unpack[WorkspaceMemberListParams]
    ) -> Request[Page[WorkspaceMember], AsyncPage[WorkspaceMember]]:
        """The members of a workspace.

        Args:
            workspace_id: The workspace.
            limit: Members per page, 1 to 1000; 20 when left out.
            after_id: Start behind the item of this id.
            before_id: End before the item of this id; iteration then walks backwards.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/members/list
        """
        return self._list(
            path("/v1/organizations/workspaces/{workspace_id}/members", workspace_id=workspace_id),
            types.WorkspaceMember,
            params,
        )

    @endpoint
    def update(
        self, user_id: str, *, workspace_id: str, **params: Unpack[WorkspaceMemberUpdateParams]
    ) -> Request[WorkspaceMember]:
        """Give a member another role in the workspace.

        Args:
            user_id: The member.
            workspace_id: The workspace.
            workspace_role: The new role.

        Raises:
            NotFoundError: There is no such member.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/members/update
        """
        return self._post(
            path(
                "/v1/organizations/workspaces/{workspace_id}/members/{user_id}",
                workspace_id=workspace_id,
                user_id=user_id,
            ),
            types.WorkspaceMember,
            params,
        )

    @endpoint
    def remove(
        self, user_id: str, *, workspace_id: str, **options: Unpack[RequestOptions]
    ) -> Request[MemberRemoveResponse]:
        """Take a person out of a workspace.

        Raises:
            NotFoundError: There is no such member.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/members/delete
        """
        return self._delete(
            path(
                "/v1/organizations/workspaces/{workspace_id}/members/{user_id}",
                workspace_id=workspace_id,
                user_id=user_id,
            ),
            types.MemberRemoveResponse,
            options,
        )


class Workspaces(AdminResource[Mode]):
    """Workspaces of the organization."""

    @property
    def with_raw_response(self) -> Workspaces[Raw[Mode]]:
        """The same calls, giving the response."""
        return Workspaces(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Workspaces[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Workspaces(self._binding.as_streamed())

    @cached_property
    def members(self) -> Members[Mode]:
        """Who belongs to which workspace, and in which role."""
        return Members(self._binding)

    @cached_property
    def rate_limits(self) -> RateLimits[Mode]:
        """The rate limits of a workspace."""
        return RateLimits(self._binding)

    @cached_property
    def service_accounts(self) -> ServiceAccounts[Mode]:
        """The service accounts of a workspace."""
        return ServiceAccounts(self._binding)

    @endpoint
    def create(self, **params: Unpack[WorkspaceCreateParams]) -> Request[Workspace]:
        """Make a workspace. There may be 100 of them that are not archived.

        Args:
            name: What it is called.
            data_residency: Where its data lies and is worked on; mostly fixed once the workspace is there.
            display_color: Its colour in the Console, as `#rrggbb`.
            tags: Texts of your own by name.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/create
        """
        return self._post("/v1/organizations/workspaces", types.Workspace, params)

    @endpoint
    def retrieve(self, workspace_id: str, **options: Unpack[RequestOptions]) -> Request[Workspace]:
        """One workspace.

        Raises:
            NotFoundError: There is no such workspace.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/retrieve
        """
        return self._get(
            path("/v1/organizations/workspaces/{workspace_id}", workspace_id=workspace_id), types.Workspace, options
        )

    @paginated
    def list(self, **params: Unpack[WorkspaceListParams]) -> Request[Page[Workspace], AsyncPage[Workspace]]:
        """The workspaces of the organization, newest first.

        Args:
            limit: Workspaces per page, 1 to 1000; 20 when left out.
            after_id: Start behind the item of this id.
            before_id: End before the item of this id; iteration then walks backwards.
            ids: Only these.
            include_archived: The archived ones too.
            include_default: The default workspace too.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/list
        """
        return self._list("/v1/organizations/workspaces", types.Workspace, params)

    @endpoint
    def update(self, workspace_id: str, **params: Unpack[WorkspaceUpdateParams]) -> Request[Workspace]:
        """Change a workspace; what is left out stays.

        Args:
            workspace_id: The workspace.
            name: Its new name.
            data_residency: Where its data is worked on.
            display_color: Its colour in the Console, as `#rrggbb`.
            tags: Texts of your own by name.

        Raises:
            NotFoundError: There is no such workspace.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/update
        """
        return self._post(
            path("/v1/organizations/workspaces/{workspace_id}", workspace_id=workspace_id), types.Workspace, params
        )

    @endpoint
    def archive(self, workspace_id: str, **options: Unpack[RequestOptions]) -> Request[Workspace]:
        """Archive a workspace, for good: its keys stop working.

        Raises:
            NotFoundError: There is no such workspace.

        API: https://platform.claude.com/docs/en/api/admin/workspaces/archive
        """
        return self._act(
            path("/v1/organizations/workspaces/{workspace_id}/archive", workspace_id=workspace_id),
            types.Workspace,
            options,
        )
