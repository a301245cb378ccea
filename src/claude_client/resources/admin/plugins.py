"""Plugins of the organization.

API: https://platform.claude.com/docs/en/api/admin/plugins

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ...files.download import DownloadResponse
from ...files.multipart import MultipartBody, parts
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...files.download import AsyncDownload, Download
    from ...types import (
        DeletedPlugin,
        DeletedPluginInstallationSetting,
        InstallationSettingListParams,
        InstallationSettingSetParams,
        Plugin,
        PluginCreateParams,
        PluginInstallationSetting,
        PluginListParams,
        PluginRetrieveParams,
        PluginShare,
        PluginUpdateParams,
        PluginVersion,
        PluginVersionCreateParams,
        PluginVersionDownloadParams,
        PluginVersionListParams,
        PluginVersionRetrieveParams,
        ShareListParams,
    )
    from ...types.request_options import RequestOptions

_BETAS = ("ce-plugins-2026-09-01",)


class Versions(AdminResource[Mode]):
    """The versions of a plugin."""

    @property
    def with_raw_response(self) -> Versions[Raw[Mode]]:
        """The same calls, giving the response."""
        return Versions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Versions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Versions(self._binding.as_streamed())

    @endpoint
    def create(self, plugin_id: str, **params: Unpack[PluginVersionCreateParams]) -> Request[PluginVersion]:
        """Create a version of a plugin. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/versions/create
        """
        return self._post(
            path("/v1/organizations/plugins/{plugin_id}/versions", plugin_id=plugin_id),
            types.PluginVersion,
            params,
            body=MultipartBody({"release_notes": params.get("release_notes")}, [*parts("files[]", params["files"])]),
            betas=_BETAS,
        )

    @endpoint
    def retrieve(
        self, version: str, *, plugin_id: str, **params: Unpack[PluginVersionRetrieveParams]
    ) -> Request[PluginVersion]:
        """One version of a plugin. Beta.

        Raises:
            NotFoundError: There is no such version.

        API: https://platform.claude.com/docs/en/api/admin/plugins/versions/retrieve
        """
        return self._get(
            path("/v1/organizations/plugins/{plugin_id}/versions/{version}", plugin_id=plugin_id, version=version),
            types.PluginVersion,
            params,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, plugin_id: str, **params: Unpack[PluginVersionListParams]
    ) -> Request[Page[PluginVersion], AsyncPage[PluginVersion]]:
        """The versions of a plugin. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/versions/list
        """
        return self._list(
            path("/v1/organizations/plugins/{plugin_id}/versions", plugin_id=plugin_id),
            types.PluginVersion,
            params,
            betas=_BETAS,
        )

    @endpoint
    def download(
        self, version: str, *, plugin_id: str, **params: Unpack[PluginVersionDownloadParams]
    ) -> Request[Download, AsyncDownload]:
        """The files of a version as one archive, which has not been read: `read()` or `write_to_file()` do that. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/versions/download
        """
        return self._request(
            "GET",
            path(
                "/v1/organizations/plugins/{plugin_id}/versions/{version}/content", plugin_id=plugin_id, version=version
            ),
            DownloadResponse(version),
            params,
            betas=_BETAS,
        )


class Shares(AdminResource[Mode]):
    """With whom a plugin is shared."""

    @property
    def with_raw_response(self) -> Shares[Raw[Mode]]:
        """The same calls, giving the response."""
        return Shares(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Shares[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Shares(self._binding.as_streamed())

    @paginated
    def list(
        self, plugin_id: str, **params: Unpack[ShareListParams]
    ) -> Request[Page[PluginShare], AsyncPage[PluginShare]]:
        """The shares of a plugin. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/shares/list
        """
        return self._list(
            path("/v1/organizations/plugins/{plugin_id}/shares", plugin_id=plugin_id),
            types.PluginShare,
            params,
            betas=_BETAS,
        )


class InstallationSettings(AdminResource[Mode]):
    """For whom a plugin is installed."""

    @property
    def with_raw_response(self) -> InstallationSettings[Raw[Mode]]:
        """The same calls, giving the response."""
        return InstallationSettings(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> InstallationSettings[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return InstallationSettings(self._binding.as_streamed())

    @paginated
    def list(
        self, plugin_id: str, **params: Unpack[InstallationSettingListParams]
    ) -> Request[Page[PluginInstallationSetting], AsyncPage[PluginInstallationSetting]]:
        """The installation settings of a plugin. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/installation_settings/list
        """
        return self._list(
            path("/v1/organizations/plugins/{plugin_id}/installation_settings", plugin_id=plugin_id),
            types.PluginInstallationSetting,
            params,
            betas=_BETAS,
        )

    @endpoint
    def set(
        self, target: str, *, plugin_id: str, **params: Unpack[InstallationSettingSetParams]
    ) -> Request[PluginInstallationSetting]:
        """Set an installation setting of a plugin. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/installation_settings/set
        """
        return self._post(
            path(
                "/v1/organizations/plugins/{plugin_id}/installation_settings/{target}",
                plugin_id=plugin_id,
                target=target,
            ),
            types.PluginInstallationSetting,
            params,
            betas=_BETAS,
        )

    @endpoint
    def remove(
        self, target: str, *, plugin_id: str, **options: Unpack[RequestOptions]
    ) -> Request[DeletedPluginInstallationSetting]:
        """Remove an installation setting of a plugin. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/installation_settings/remove
        """
        return self._delete(
            path(
                "/v1/organizations/plugins/{plugin_id}/installation_settings/{target}",
                plugin_id=plugin_id,
                target=target,
            ),
            types.DeletedPluginInstallationSetting,
            options,
            betas=_BETAS,
        )


class Plugins(AdminResource[Mode]):
    """Plugins of the organization."""

    @property
    def with_raw_response(self) -> Plugins[Raw[Mode]]:
        """The same calls, giving the response."""
        return Plugins(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Plugins[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Plugins(self._binding.as_streamed())

    @cached_property
    def installation_settings(self) -> InstallationSettings[Mode]:
        """For whom a plugin is installed."""
        return InstallationSettings(self._binding)

    @cached_property
    def shares(self) -> Shares[Mode]:
        """With whom a plugin is shared."""
        return Shares(self._binding)

    @cached_property
    def versions(self) -> Versions[Mode]:
        """The versions of a plugin."""
        return Versions(self._binding)

    @endpoint
    def create(self, **params: Unpack[PluginCreateParams]) -> Request[Plugin]:
        """Create a plugin. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/create
        """
        return self._post(
            "/v1/organizations/plugins",
            types.Plugin,
            params,
            body=MultipartBody(
                {"marketplace_id": params.get("marketplace_id"), "release_notes": params.get("release_notes")},
                [*parts("files[]", params["files"])],
            ),
            betas=_BETAS,
        )

    @endpoint
    def retrieve(self, plugin_id: str, **params: Unpack[PluginRetrieveParams]) -> Request[Plugin]:
        """One plugin. Beta.

        Raises:
            NotFoundError: There is no such plugin.

        API: https://platform.claude.com/docs/en/api/admin/plugins/retrieve
        """
        return self._get(
            path("/v1/organizations/plugins/{plugin_id}", plugin_id=plugin_id), types.Plugin, params, betas=_BETAS
        )

    @paginated
    def list(self, **params: Unpack[PluginListParams]) -> Request[Page[Plugin], AsyncPage[Plugin]]:
        """The plugins. Beta.

        API: https://platform.claude.com/docs/en/api/admin/plugins/list
        """
        return self._list("/v1/organizations/plugins", types.Plugin, params, nested=("created_at",), betas=_BETAS)

    @endpoint
    def update(self, plugin_id: str, **params: Unpack[PluginUpdateParams]) -> Request[Plugin]:
        """Change a plugin; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such plugin.

        API: https://platform.claude.com/docs/en/api/admin/plugins/update
        """
        return self._post(
            path("/v1/organizations/plugins/{plugin_id}", plugin_id=plugin_id), types.Plugin, params, betas=_BETAS
        )

    @endpoint
    def delete(self, plugin_id: str, **options: Unpack[RequestOptions]) -> Request[DeletedPlugin]:
        """Delete a plugin, for good. Beta.

        Raises:
            NotFoundError: There is no such plugin.

        API: https://platform.claude.com/docs/en/api/admin/plugins/delete
        """
        return self._delete(
            path("/v1/organizations/plugins/{plugin_id}", plugin_id=plugin_id),
            types.DeletedPlugin,
            options,
            betas=_BETAS,
        )
