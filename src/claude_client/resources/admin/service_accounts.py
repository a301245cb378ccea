"""Service accounts: whom programs act as.

API: https://platform.claude.com/docs/en/api/admin/service_accounts

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import OAuthResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        ServiceAccount,
        ServiceAccountCreateParams,
        ServiceAccountListParams,
        ServiceAccountUpdateParams,
        ServiceAccountWorkspaceAddParams,
        ServiceAccountWorkspaceListParams,
        ServiceAccountWorkspaceMember,
        ServiceAccountWorkspaceRemoveResponse,
    )
    from ...types.request_options import RequestOptions


class Workspaces(OAuthResource[Mode]):
    """The workspaces of a service account."""

    @property
    def with_raw_response(self) -> Workspaces[Raw[Mode]]:
        """The same calls, giving the response."""
        return Workspaces(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Workspaces[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Workspaces(self._binding.as_streamed())

    @endpoint
    def add(
        self, service_account_id: str, **params: Unpack[ServiceAccountWorkspaceAddParams]
    ) -> Request[ServiceAccountWorkspaceMember]:
        """Let a service account act in a workspace.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/workspaces/add
        """
        return self._post(
            path(
                "/v1/organizations/service_accounts/{service_account_id}/workspaces",
                service_account_id=service_account_id,
            ),
            types.ServiceAccountWorkspaceMember,
            params,
        )

    @paginated
    def list(
        self, service_account_id: str, **params: Unpack[ServiceAccountWorkspaceListParams]
    ) -> Request[Page[ServiceAccountWorkspaceMember], AsyncPage[ServiceAccountWorkspaceMember]]:
        """The workspaces of a service account.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/workspaces/list
        """
        return self._list(
            path(
                "/v1/organizations/service_accounts/{service_account_id}/workspaces",
                service_account_id=service_account_id,
            ),
            types.ServiceAccountWorkspaceMember,
            params,
        )

    @endpoint
    def remove(
        self, workspace_id: str, *, service_account_id: str, **options: Unpack[RequestOptions]
    ) -> Request[ServiceAccountWorkspaceRemoveResponse]:
        """Take a workspace away from a service account.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/workspaces/remove
        """
        return self._delete(
            path(
                "/v1/organizations/service_accounts/{service_account_id}/workspaces/{workspace_id}",
                service_account_id=service_account_id,
                workspace_id=workspace_id,
            ),
            types.ServiceAccountWorkspaceRemoveResponse,
            options,
        )


class ServiceAccounts(OAuthResource[Mode]):
    """Service accounts: whom programs act as."""

    @property
    def with_raw_response(self) -> ServiceAccounts[Raw[Mode]]:
        """The same calls, giving the response."""
        return ServiceAccounts(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ServiceAccounts[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ServiceAccounts(self._binding.as_streamed())

    @cached_property
    def workspaces(self) -> Workspaces[Mode]:
        """The workspaces of a service account."""
        return Workspaces(self._binding)

    @endpoint
    def create(self, **params: Unpack[ServiceAccountCreateParams]) -> Request[ServiceAccount]:
        """Create a service account.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/create
        """
        return self._post("/v1/organizations/service_accounts", types.ServiceAccount, params)

    @endpoint
    def retrieve(self, service_account_id: str, **options: Unpack[RequestOptions]) -> Request[ServiceAccount]:
        """One service account.

        Raises:
            NotFoundError: There is no such service account.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/retrieve
        """
        return self._get(
            path("/v1/organizations/service_accounts/{service_account_id}", service_account_id=service_account_id),
            types.ServiceAccount,
            options,
        )

    @paginated
    def list(
        self, **params: Unpack[ServiceAccountListParams]
    ) -> Request[Page[ServiceAccount], AsyncPage[ServiceAccount]]:
        """The service accounts.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/list
        """
        return self._list("/v1/organizations/service_accounts", types.ServiceAccount, params)

    @endpoint
    def update(self, service_account_id: str, **params: Unpack[ServiceAccountUpdateParams]) -> Request[ServiceAccount]:
        """Change a service account; what is left out stays as it is.

        Raises:
            NotFoundError: There is no such service account.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/update
        """
        return self._post(
            path("/v1/organizations/service_accounts/{service_account_id}", service_account_id=service_account_id),
            types.ServiceAccount,
            params,
        )

    @endpoint
    def archive(self, service_account_id: str, **options: Unpack[RequestOptions]) -> Request[ServiceAccount]:
        """Archive a service account.

        API: https://platform.claude.com/docs/en/api/admin/service_accounts/archive
        """
        return self._act(
            path(
                "/v1/organizations/service_accounts/{service_account_id}/archive", service_account_id=service_account_id
            ),
            types.ServiceAccount,
            options,
        )
