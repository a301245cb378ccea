"""Batches of messages.

API: https://platform.claude.com/docs/en/api/messages/batches

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
    from ..types import BatchListParams, DeletedMessageBatch, MessageBatch
    from ..types.request_options import WorkspaceOptions


class Batches(Resource[Mode]):
    """Batches of messages."""

    @property
    def with_raw_response(self) -> Batches[Raw[Mode]]:
        """The same calls, giving the response."""
        return Batches(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Batches[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Batches(self._binding.as_streamed())

    @endpoint
    def retrieve(self, message_batch_id: str, **options: Unpack[WorkspaceOptions]) -> Request[MessageBatch]:
        """One batch: how far it is (`processing_status`, `request_counts`) and when its results expire.

        Raises:
            NotFoundError: There is no such batch.

        API: https://platform.claude.com/docs/en/api/messages/batches/retrieve
        """
        return self._get(
            path("/v1/messages/batches/{message_batch_id}", message_batch_id=message_batch_id),
            types.MessageBatch,
            options,
        )

    @paginated
    def list(self, **params: Unpack[BatchListParams]) -> Request[Page[MessageBatch], AsyncPage[MessageBatch]]:
        """The batches of the workspace, newest first.

        Args:
            limit: Batches per page, 1 to 1000; 20 when left out.
            after_id: Start behind the batch of this id.
            before_id: End before the batch of this id; iteration then walks backwards.

        API: https://platform.claude.com/docs/en/api/messages/batches/list
        """
        return self._list("/v1/messages/batches", types.MessageBatch, params)

    @endpoint
    def delete(self, message_batch_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedMessageBatch]:
        """Delete a batch that has ended, and its results.

        Raises:
            BadRequestError: The batch has not ended: cancel it first.
            NotFoundError: There is no such batch.

        API: https://platform.claude.com/docs/en/api/messages/batches/delete
        """
        return self._delete(
            path("/v1/messages/batches/{message_batch_id}", message_batch_id=message_batch_id),
            types.DeletedMessageBatch,
            options,
        )

    @endpoint
    def cancel(self, message_batch_id: str, **options: Unpack[WorkspaceOptions]) -> Request[MessageBatch]:
        """Stop a batch. What is being worked on may still come to its end; the rest is canceled and not paid for.

        Raises:
            NotFoundError: There is no such batch.

        API: https://platform.claude.com/docs/en/api/messages/batches/cancel
        """
        return self._act(
            path("/v1/messages/batches/{message_batch_id}/cancel", message_batch_id=message_batch_id),
            types.MessageBatch,
            options,
        )
