"""The API keys of the organization.

API: https://platform.claude.com/docs/en/api/admin/api_keys

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
    from ...types import APIKey, APIKeyListParams, APIKeyUpdateParams
    from ...types.request_options import RequestOptions


class APIKeys(AdminResource[Mode]):
    """The API keys of the organization."""

    @property
    def with_raw_response(self) -> APIKeys[Raw[Mode]]:
        """The same calls, giving the response."""
        return APIKeys(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> APIKeys[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return APIKeys(self._binding.as_streamed())

    @endpoint
    def retrieve(self, api_key_id: str, **options: Unpack[RequestOptions]) -> Request[APIKey]:
        """One API key: its name, its state and a hint of its text, never the text itself.

        Raises:
            NotFoundError: There is no such key.

        API: https://platform.claude.com/docs/en/api/admin/api_keys/retrieve
        """
        return self._get(path("/v1/organizations/api_keys/{api_key_id}", api_key_id=api_key_id), types.APIKey, options)

    @paginated
    def list(self, **params: Unpack[APIKeyListParams]) -> Request[Page[APIKey], AsyncPage[APIKey]]:
        """The API keys of the organization, newest first.

        Args:
            limit: Keys per page, 1 to 1000; 20 when left out.
            after_id: Start behind the item of this id.
            before_id: End before the item of this id; iteration then walks backwards.
            created_by_user_id: Only those that this user made.
            status: Only those in this state.
            workspace_id: Only those of this workspace.

        API: https://platform.claude.com/docs/en/api/admin/api_keys/list
        """
        return self._list("/v1/organizations/api_keys", types.APIKey, params)

    @endpoint
    def update(self, api_key_id: str, **params: Unpack[APIKeyUpdateParams]) -> Request[APIKey]:
        """Rename a key, switch it off, or switch it on again.

        Args:
            api_key_id: Which key.
            name: Its new name.
            status: Its new state.

        Raises:
            NotFoundError: There is no such key.

        API: https://platform.claude.com/docs/en/api/admin/api_keys/update
        """
        return self._post(path("/v1/organizations/api_keys/{api_key_id}", api_key_id=api_key_id), types.APIKey, params)
