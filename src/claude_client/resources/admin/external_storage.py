"""Buckets of your own that data is kept in.

API: https://platform.claude.com/docs/en/api/admin/external_storage

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
    from ...types import (
        DeletedExternalStorage,
        ExternalStorage,
        ExternalStorageCreateParams,
        ExternalStorageListParams,
        ExternalStorageUpdateParams,
    )
    from ...types.request_options import RequestOptions

_BETAS = ("efs-2026-10-01",)


class ExternalStorages(AdminResource[Mode]):
    """Buckets of your own that data is kept in."""

    @property
    def with_raw_response(self) -> ExternalStorages[Raw[Mode]]:
        """The same calls, giving the response."""
        return ExternalStorages(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ExternalStorages[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ExternalStorages(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[ExternalStorageCreateParams]) -> Request[ExternalStorage]:
        """Create an external storage. Beta.

        API: https://platform.claude.com/docs/en/api/admin/external_storage/create
        """
        return self._post("/v1/organizations/external_storage", types.ExternalStorage, params, betas=_BETAS)

    @endpoint
    def retrieve(self, external_storage_id: str, **options: Unpack[RequestOptions]) -> Request[ExternalStorage]:
        """One external storage. Beta.

        Raises:
            NotFoundError: There is no such external storage.

        API: https://platform.claude.com/docs/en/api/admin/external_storage/retrieve
        """
        return self._get(
            path("/v1/organizations/external_storage/{external_storage_id}", external_storage_id=external_storage_id),
            types.ExternalStorage,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, **params: Unpack[ExternalStorageListParams]
    ) -> Request[Page[ExternalStorage], AsyncPage[ExternalStorage]]:
        """The external storages. Beta.

        API: https://platform.claude.com/docs/en/api/admin/external_storage/list
        """
        return self._list("/v1/organizations/external_storage", types.ExternalStorage, params, betas=_BETAS)

    @endpoint
    def update(
        self, external_storage_id: str, **params: Unpack[ExternalStorageUpdateParams]
    ) -> Request[ExternalStorage]:
        """Change an external storage; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such external storage.

        API: https://platform.claude.com/docs/en/api/admin/external_storage/update
        """
        return self._post(
            path("/v1/organizations/external_storage/{external_storage_id}", external_storage_id=external_storage_id),
            types.ExternalStorage,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(self, external_storage_id: str, **options: Unpack[RequestOptions]) -> Request[DeletedExternalStorage]:
        """Delete an external storage, for good. Beta.

        Raises:
            NotFoundError: There is no such external storage.

        API: https://platform.claude.com/docs/en/api/admin/external_storage/delete
        """
        return self._delete(
            path("/v1/organizations/external_storage/{external_storage_id}", external_storage_id=external_storage_id),
            types.DeletedExternalStorage,
            options,
            betas=_BETAS,
        )

    @endpoint
    def activate(self, external_storage_id: str, **options: Unpack[RequestOptions]) -> Request[ExternalStorage]:
        """Start to keep data in an external storage. Beta.

        API: https://platform.claude.com/docs/en/api/admin/external_storage/activate
        """
        return self._act(
            path(
                "/v1/organizations/external_storage/{external_storage_id}/activate",
                external_storage_id=external_storage_id,
            ),
            types.ExternalStorage,
            options,
            betas=_BETAS,
        )
