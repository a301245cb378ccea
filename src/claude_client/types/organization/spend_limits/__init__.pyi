# Written by `scripts/generate_types.py`.

from ...params.spend_limits import (
    EffectiveListParams,
    IncreaseRequestApproveParams,
    IncreaseRequestDenyParams,
    IncreaseRequestListParams,
)
from ...responses.spend_limits import (
    IncreaseRequestApproveResponse,
    SpendLimitIncreaseRequest,
    SpendLimitIncreaseRequestActor,
    SpendLimitIncreaseRequestResolvedBy,
    SpendLimitIncreaseRequestStatus,
)

__all__ = [
    "EffectiveListParams",
    "IncreaseRequestApproveParams",
    "IncreaseRequestApproveResponse",
    "IncreaseRequestDenyParams",
    "IncreaseRequestListParams",
    "SpendLimitIncreaseRequest",
    "SpendLimitIncreaseRequestActor",
    "SpendLimitIncreaseRequestResolvedBy",
    "SpendLimitIncreaseRequestStatus",
]
