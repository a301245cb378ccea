# Written by `scripts/generate_types.py`.

from ....params.telemetry_destinations import TelemetryDestinationWorkspaceListParams as WorkspaceListParams
from ....responses.telemetry_destinations import (
    DeletedTelemetryDestinationWorkspace as BetaDeletedTelemetryDestinationWorkspace,
)
from ....responses.telemetry_destinations import TelemetryDestinationWorkspace as BetaTelemetryDestinationWorkspace

__all__ = ["BetaDeletedTelemetryDestinationWorkspace", "BetaTelemetryDestinationWorkspace", "WorkspaceListParams"]
