# Written by `scripts/generate_types.py`.

from ...params.batches import BatchCreateParams, BatchListParams
from ...responses.batches import DeletedMessageBatch as BetaDeletedMessageBatch
from ...responses.batches import MessageBatch as BetaMessageBatch
from ...responses.batches import MessageBatchCanceledResult as BetaMessageBatchCanceledResult
from ...responses.batches import MessageBatchErroredResult as BetaMessageBatchErroredResult
from ...responses.batches import MessageBatchExpiredResult as BetaMessageBatchExpiredResult
from ...responses.batches import MessageBatchIndividualResponse as BetaMessageBatchIndividualResponse
from ...responses.batches import MessageBatchRequestCounts as BetaMessageBatchRequestCounts
from ...responses.batches import MessageBatchResult as BetaMessageBatchResult
from ...responses.batches import MessageBatchSucceededResult as BetaMessageBatchSucceededResult

__all__ = [
    "BatchCreateParams",
    "BatchListParams",
    "BetaDeletedMessageBatch",
    "BetaMessageBatch",
    "BetaMessageBatchCanceledResult",
    "BetaMessageBatchErroredResult",
    "BetaMessageBatchExpiredResult",
    "BetaMessageBatchIndividualResponse",
    "BetaMessageBatchRequestCounts",
    "BetaMessageBatchResult",
    "BetaMessageBatchSucceededResult",
]
