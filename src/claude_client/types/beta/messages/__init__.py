"""The types that the official package has in `types.beta.messages`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._official import importer

if TYPE_CHECKING:
    from ...answers.batches import DeletedMessageBatch as BetaDeletedMessageBatch
    from ...answers.batches import MessageBatch as BetaMessageBatch
    from ...answers.batches import MessageBatchCanceledResult as BetaMessageBatchCanceledResult
    from ...answers.batches import MessageBatchErroredResult as BetaMessageBatchErroredResult
    from ...answers.batches import MessageBatchExpiredResult as BetaMessageBatchExpiredResult
    from ...answers.batches import MessageBatchIndividualResponse as BetaMessageBatchIndividualResponse
    from ...answers.batches import MessageBatchRequestCounts as BetaMessageBatchRequestCounts
    from ...answers.batches import MessageBatchResult as BetaMessageBatchResult
    from ...answers.batches import MessageBatchSucceededResult as BetaMessageBatchSucceededResult
    from ...params.batches import BatchCreateParams, BatchListParams
else:
    __getattr__ = importer(__name__)

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
