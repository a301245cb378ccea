"""The models that the key can use.

API: https://platform.claude.com/docs/en/api/models

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
    from ..types import ModelInfo, ModelListParams
    from ..types.request_options import WorkspaceOptions


class Models(Resource[Mode]):
    """The models that the key can use."""

    @property
    def with_raw_response(self) -> Models[Raw[Mode]]:
        """The same calls, giving the response."""
        return Models(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Models[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Models(self._binding.as_streamed())

    @endpoint
    def retrieve(self, model_id: str, **options: Unpack[WorkspaceOptions]) -> Request[ModelInfo]:
        """One model: its limits, what it can do and until when it is served.

        Args:
            model_id: The model's id, or an alias such as `claude-sonnet-4-5`.

        Raises:
            NotFoundError: There is no such model for this key.

        API: https://platform.claude.com/docs/en/api/models/retrieve
        """
        return self._get(path("/v1/models/{model_id}", model_id=model_id), types.ModelInfo, options)

    @paginated
    def list(self, **params: Unpack[ModelListParams]) -> Request[Page[ModelInfo], AsyncPage[ModelInfo]]:
        """The models that the key can use, newest first.

        Args:
            limit: Models per page, 1 to 1000; 20 when left out.
            after_id: Start behind the model of this id.
            before_id: End before the model of this id; iteration then walks backwards.
            lifecycle: Only models in these states.

        API: https://platform.claude.com/docs/en/api/models/list
        """
        return self._list("/v1/models", types.ModelInfo, params)
