"""Marketplaces that plugins come from.

API: https://platform.claude.com/docs/en/api/admin/plugin_marketplaces

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ...files.multipart import MultipartBody, part
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        PluginMarketplace,
        PluginMarketplaceListParams,
        PluginMarketplaceRetrieveParams,
        PluginMarketplaceUpdateParams,
        PluginMarketplaceValidateArchiveParams,
        PluginMarketplaceValidateRepositoryParams,
        PluginMarketplaceValidationReport,
    )

_BETAS = ("ce-plugins-2026-09-01",)


class PluginMarketplaces(AdminResource[Mode]):
    """Marketplaces that plugins come from."""

    @property
    def with_raw_response(self) -> PluginMarketplaces[Raw[Mode]]:
        """The same calls, giving the response."""
        return PluginMarketplaces(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> PluginMarketplaces[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return PluginMarketplaces(self._binding.as_streamed())

    @endpoint
    def retrieve(
        self, marketplace_id: str, **params: Unpack[PluginMarketplaceRetrieveParams]
    ) -> Request[PluginMarketplace]:
        """One marketplace. Beta.

        Raises:
            NotFoundError: There is no such marketplace.

        API: https://platform.claude.com/docs/en/api/admin/plugin_marketplaces/retrieve
        """
        return self._get(
            path("/v1/organizations/plugin_marketplaces/{marketplace_id}", marketplace_id=marketplace_id),
            types.PluginMarketplace,
            params,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, **params: Unpack[PluginMarketplaceListParams]
    ) -> Request[Page[PluginMarketplace], AsyncPage[PluginMarketplace]]:
        """The marketplaces. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugin_marketplaces/list
        """
        return self._list("/v1/organizations/plugin_marketplaces", types.PluginMarketplace, params, betas=_BETAS)

    @endpoint
    def update(
        self, marketplace_id: str, **params: Unpack[PluginMarketplaceUpdateParams]
    ) -> Request[PluginMarketplace]:
        """Change a marketplace; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such marketplace.

        API: https://platform.claude.com/docs/en/api/admin/plugin_marketplaces/update
        """
        return self._post(
            path("/v1/organizations/plugin_marketplaces/{marketplace_id}", marketplace_id=marketplace_id),
            types.PluginMarketplace,
            params,
            betas=_BETAS,
        )

    @endpoint
    def validate_archive(
        self, **params: Unpack[PluginMarketplaceValidateArchiveParams]
    ) -> Request[PluginMarketplaceValidationReport]:
        """Check the archive of a marketplace before it is used. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugin_marketplaces/validate_archive
        """
        return self._post(
            "/v1/organizations/plugin_marketplaces/validate_archive",
            types.PluginMarketplaceValidationReport,
            params,
            body=MultipartBody({}, [part("archive", params["archive"])]),
            betas=_BETAS,
        )

    @endpoint
    def validate_repository(
        self, **params: Unpack[PluginMarketplaceValidateRepositoryParams]
    ) -> Request[PluginMarketplaceValidationReport]:
        """Check the repository of a marketplace before it is used. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugin_marketplaces/validate_repository
        """
        return self._post(
            "/v1/organizations/plugin_marketplaces/validate_repository",
            types.PluginMarketplaceValidationReport,
            params,
            betas=_BETAS,
        )
