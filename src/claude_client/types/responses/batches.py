"""Message batches and their results.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._message import AnyBatchResponse, Output
from .._model import Model, Tagged
from .errors import ErrorResponse
from .messages import Message


class MessageBatchRequestCounts(Model):
    """How many of the batch's requests are in which state; all add up to the whole."""

    canceled: int
    errored: int
    expired: int
    processing: int
    """Until the batch has ended, all others are 0."""

    succeeded: int


class MessageBatch(Model):
    """A batch of requests for messages, which is worked on in the background."""

    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    cancel_initiated_at: datetime | None = None
    created_at: datetime
    ended_at: datetime | None = None
    """When every request had its result."""

    expires_at: datetime
    """When the batch ends even if it is not complete: 24 hours after it was made."""

    processing_status: Literal["in_progress", "canceling", "ended"]
    """`ended` means that the results are there."""

    request_counts: MessageBatchRequestCounts
    results_url: str | None = None
    """Where the results are, once the batch has ended. `batches.results` reads them."""

    type: Literal["message_batch"]


class DeletedMessageBatch(Model):
    """The batch that was deleted."""

    id: str
    type: Literal["message_batch_deleted"]


class MessageBatchSucceededResult(Model):
    """The message."""

    message: Message
    type: Literal["succeeded"]


class MessageBatchErroredResult(Model):
    """The request failed; it is not charged."""

    error: ErrorResponse
    type: Literal["errored"]


class MessageBatchCanceledResult(Model):
    """The batch was cancelled before the request was sent to the model."""

    type: Literal["canceled"]


class MessageBatchExpiredResult(Model):
    """The batch expired before the request was sent to the model."""

    type: Literal["expired"]


MessageBatchResult: TypeAlias = Annotated[
    MessageBatchSucceededResult | MessageBatchErroredResult | MessageBatchCanceledResult | MessageBatchExpiredResult,
    Tagged("type"),
]
"""What became of a request of a batch; `type` tells."""


class MessageBatchIndividualResponse(AnyBatchResponse[Output]):
    """The result of one request of a batch."""

    custom_id: str
    """The id that the request was given. Results come in any order."""

    result: MessageBatchResult
