# Written by `scripts/generate_types.py`.

from ....params.spend_limits import (
    EffectiveListParams,
    IncreaseRequestApproveParams,
    IncreaseRequestDenyParams,
    IncreaseRequestListParams,
)
from ....responses.spend_limits import IncreaseRequestApproveResponse
from ....responses.spend_limits import SpendLimitIncreaseRequest as BetaSpendLimitIncreaseRequest
from ....responses.spend_limits import SpendLimitIncreaseRequestActor as BetaSpendLimitIncreaseRequestActor
from ....responses.spend_limits import SpendLimitIncreaseRequestResolvedBy as BetaSpendLimitIncreaseRequestResolvedBy
from ....responses.spend_limits import SpendLimitIncreaseRequestStatus as BetaSpendLimitIncreaseRequestStatus

__all__ = [
    "BetaSpendLimitIncreaseRequest",
    "BetaSpendLimitIncreaseRequestActor",
    "BetaSpendLimitIncreaseRequestResolvedBy",
    "BetaSpendLimitIncreaseRequestStatus",
    "EffectiveListParams",
    "IncreaseRequestApproveParams",
    "IncreaseRequestApproveResponse",
    "IncreaseRequestDenyParams",
    "IncreaseRequestListParams",
]
