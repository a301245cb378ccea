"""Keys of your own that data is encrypted with.

API: https://platform.claude.com/docs/en/api/admin/external_keys

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
        ExternalKey,
        ExternalKeyCreateParams,
        ExternalKeyDeleteResponse,
        ExternalKeyListParams,
        ExternalKeyUpdateParams,
        ExternalKeyValidateResponse,
    )
    from ...types.request_options import RequestOptions


class ExternalKeys(AdminResource[Mode]):
    """Keys of your own that data is encrypted with."""

    @property
    def with_raw_response(self) -> ExternalKeys[Raw[Mode]]:
        """The same calls, giving the response."""
        return ExternalKeys(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ExternalKeys[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ExternalKeys(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[ExternalKeyCreateParams]) -> Request[ExternalKey]:
        """Create an external key.

        API: https://platform.claude.com/docs/en/api/admin/external_keys/create
        """
        return self._post("/v1/organizations/external_keys", types.ExternalKey, params)

    @endpoint
    def retrieve(self, external_key_id: str, **options: Unpack[RequestOptions]) -> Request[ExternalKey]:
        """One external key.

        Raises:
            NotFoundError: There is no such external key.

        API: https://platform.claude.com/docs/en/api/admin/external_keys/retrieve
        """
        return self._get(
            path("/v1/organizations/external_keys/{external_key_id}", external_key_id=external_key_id),
            types.ExternalKey,
            options,
        )

    @paginated
    def list(self, **params: Unpack[ExternalKeyListParams]) -> Request[Page[ExternalKey], AsyncPage[ExternalKey]]:
        """The external keys.

        API: https://platform.claude.com/docs/en/api/admin/external_keys/list
        """
        return self._list("/v1/organizations/external_keys", types.ExternalKey, params)

    @endpoint
    def update(self, external_key_id: str, **params: Unpack[ExternalKeyUpdateParams]) -> Request[ExternalKey]:
        """Change an external key; what is left out stays as it is.

        Raises:
            NotFoundError: There is no such external key.

        API: https://platform.claude.com/docs/en/api/admin/external_keys/update
        """
        return self._post(
            path("/v1/organizations/external_keys/{external_key_id}", external_key_id=external_key_id),
            types.ExternalKey,
            params,
        )

    @endpoint
    def delete(self, external_key_id: str, **options: Unpack[RequestOptions]) -> Request[ExternalKeyDeleteResponse]:
        """Delete an external key, for good.

        Raises:
            NotFoundError: There is no such external key.

        API: https://platform.claude.com/docs/en/api/admin/external_keys/delete
        """
        return self._delete(
            path("/v1/organizations/external_keys/{external_key_id}", external_key_id=external_key_id),
            types.ExternalKeyDeleteResponse,
            options,
        )

    @endpoint
    def validate(self, external_key_id: str, **options: Unpack[RequestOptions]) -> Request[ExternalKeyValidateResponse]:
        """Try whether an external key can be used.

        API: https://platform.claude.com/docs/en/api/admin/external_keys/validate
        """
        return self._act(
            path("/v1/organizations/external_keys/{external_key_id}/validate", external_key_id=external_key_id),
            types.ExternalKeyValidateResponse,
            options,
        )
