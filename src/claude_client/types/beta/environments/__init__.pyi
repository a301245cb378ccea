# Written by `scripts/generate_types.py`.

from ...params.environments import WorkHeartbeatParams, WorkListParams, WorkPollParams, WorkStopParams, WorkUpdateParams
from ...responses.environments import SelfHostedWork as BetaSelfHostedWork
from ...responses.environments import SelfHostedWorkHeartbeatResponse as BetaSelfHostedWorkHeartbeatResponse
from ...responses.environments import SelfHostedWorkQueueStats as BetaSelfHostedWorkQueueStats
from ...responses.environments import SessionWorkData as BetaSessionWorkData
from ...responses.error_details import (
    HeartbeatPreconditionFailedErrorDetails as BetaHeartbeatPreconditionFailedErrorDetails,
)
from ...responses.error_details import WorkLeaseState as BetaWorkLeaseState

__all__ = [
    "BetaHeartbeatPreconditionFailedErrorDetails",
    "BetaSelfHostedWork",
    "BetaSelfHostedWorkHeartbeatResponse",
    "BetaSelfHostedWorkQueueStats",
    "BetaSessionWorkData",
    "BetaWorkLeaseState",
    "WorkHeartbeatParams",
    "WorkListParams",
    "WorkPollParams",
    "WorkStopParams",
    "WorkUpdateParams",
]
