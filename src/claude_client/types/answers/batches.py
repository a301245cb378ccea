"""What the API answers: batches.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .errors import ErrorResponse
from .messages import Message


class MessageBatchRequestCounts(Model):
    """Message batch request counts."""

    canceled: int
    errored: int
    expired: int
    processing: int
    succeeded: int


class MessageBatch(Model):
    """Message batch of the type `message_batch`."""

    id: str
    archived_at: datetime | None = None
    cancel_initiated_at: datetime | None = None
    created_at: datetime
    ended_at: datetime | None = None
    expires_at: datetime
    processing_status: Literal["in_progress", "canceling", "ended"]
    request_counts: MessageBatchRequestCounts
    results_url: str | None = None
    type: Literal["message_batch"]


class DeletedMessageBatch(Model):
    """Deleted message batch of the type `message_batch_deleted`."""

    id: str
    type: Literal["message_batch_deleted"]


class MessageBatchSucceededResult(Model):
    """Message batch succeeded result of the type `succeeded`."""

    message: Message
    type: Literal["succeeded"]


class MessageBatchErroredResult(Model):
    """Message batch errored result of the type `errored`."""

    error: ErrorResponse
    type: Literal["errored"]


class MessageBatchCanceledResult(Model):
    """Message batch canceled result of the type `canceled`."""

    type: Literal["canceled"]


class MessageBatchExpiredResult(Model):
    """Message batch expired result of the type `expired`."""

    type: Literal["expired"]


MessageBatchResult: TypeAlias = Annotated[
    MessageBatchSucceededResult | MessageBatchErroredResult | MessageBatchCanceledResult | MessageBatchExpiredResult,
    Tagged("type"),
]
"""Message batch result: one of these, told apart by `type`."""


class MessageBatchIndividualResponse(Model):
    """Message batch individual response."""

    custom_id: str
    result: MessageBatchResult
