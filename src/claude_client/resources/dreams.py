"""Dreams: jobs that rewrite a memory store from what past sessions learnt.

API: https://platform.claude.com/docs/en/api/beta/dreams

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import Dream, DreamCreateParams, DreamListParams
    from ..types.request_options import WorkspaceOptions

_BETAS = ("dreaming-2026-04-21",)


class Dreams(Resource[Mode]):
    """Dreams: jobs that rewrite a memory store from what past sessions learnt."""

    @property
    def with_raw_response(self) -> Dreams[Raw[Mode]]:
        """The same calls, giving the response."""
        return Dreams(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Dreams[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Dreams(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[DreamCreateParams]) -> Request[Dream]:
        """Create a dream. Beta.

        API: https://platform.claude.com/docs/en/api/beta/dreams/create
        """
        return self._post("/v1/dreams", types.Dream, params, betas=_BETAS)

    @endpoint
    def retrieve(self, dream_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Dream]:
        """One dream. Beta.

        Raises:
            NotFoundError: There is no such dream.

        API: https://platform.claude.com/docs/en/api/beta/dreams/retrieve
        """
        return self._get(path("/v1/dreams/{dream_id}", dream_id=dream_id), types.Dream, options, betas=_BETAS)

    @paginated
    def list(self, **params: Unpack[DreamListParams]) -> Request[Page[Dream], AsyncPage[Dream]]:
        """The dreams. Beta.

        API: https://platform.claude.com/docs/en/api/beta/dreams/list
        """
        return self._list("/v1/dreams", types.Dream, params, nested=("created_at",), betas=_BETAS)

    @endpoint
    def archive(self, dream_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Dream]:
        """Archive a dream. Beta.

        API: https://platform.claude.com/docs/en/api/beta/dreams/archive
        """
        return self._act(path("/v1/dreams/{dream_id}/archive", dream_id=dream_id), types.Dream, options, betas=_BETAS)

    @endpoint
    def cancel(self, dream_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Dream]:
        """Cancel a dream that has not ended. Beta.

        API: https://platform.claude.com/docs/en/api/beta/dreams/cancel
        """
        return self._act(path("/v1/dreams/{dream_id}/cancel", dream_id=dream_id), types.Dream, options, betas=_BETAS)
