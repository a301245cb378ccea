"""The types of the official `types.beta.organization.spend_limits`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ...._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaSpendLimitIncreaseRequest BetaSpendLimitIncreaseRequestActor BetaSpendLimitIncreaseRequestResolvedBy "
        "BetaSpendLimitIncreaseRequestStatus EffectiveListParams IncreaseRequestApproveParams "
        "IncreaseRequestApproveResponse IncreaseRequestDenyParams IncreaseRequestListParams"
    ),
)
