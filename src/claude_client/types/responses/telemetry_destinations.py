"""What the API returns: telemetry destinations.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class TelemetryDestinationDeliveryHealth(Model):
    last_error: str | None = None
    last_error_at: datetime | None = None
    last_success_at: datetime | None = None


class TelemetryDestinationStateEnabled(Model):
    type: Literal["enabled"]


class TelemetryDestinationDisabledReasonCaller(Model):
    type: Literal["caller"]


class TelemetryDestinationDisabledReasonSustainedFailure(Model):
    type: Literal["sustained_failure"]


class TelemetryDestinationDisabledReasonInvalidAddress(Model):
    type: Literal["invalid_address"]


class TelemetryDestinationDisabledReasonRedirect(Model):
    type: Literal["redirect"]


TelemetryDestinationDisabledReason: TypeAlias = Annotated[
    TelemetryDestinationDisabledReasonCaller
    | TelemetryDestinationDisabledReasonSustainedFailure
    | TelemetryDestinationDisabledReasonInvalidAddress
    | TelemetryDestinationDisabledReasonRedirect,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class TelemetryDestinationStateDisabled(Model):
    reason: TelemetryDestinationDisabledReason
    type: Literal["disabled"]


TelemetryDestinationState: TypeAlias = Annotated[
    TelemetryDestinationStateEnabled | TelemetryDestinationStateDisabled, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


TelemetryDestinationContentMode: TypeAlias = Literal["metadata_only", "content"]
"""One of these, or another that came later. Beta."""


class TelemetryDestinationTraces(Model):
    content_mode: TelemetryDestinationContentMode
    enabled: bool
    endpoint_url: str | None = None
    max_content_bytes: int | None = None


class TelemetryDestinationWorkspacesAll(Model):
    type: Literal["all"]


class TelemetryDestinationWorkspacesInclude(Model):
    type: Literal["include"]


class TelemetryDestinationWorkspacesExclude(Model):
    type: Literal["exclude"]


TelemetryDestinationWorkspaces: TypeAlias = Annotated[
    TelemetryDestinationWorkspacesAll | TelemetryDestinationWorkspacesInclude | TelemetryDestinationWorkspacesExclude,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class TelemetryDestination(Model):
    id: str
    created_at: datetime
    delivery_health: TelemetryDestinationDeliveryHealth
    display_name: str | None = None
    endpoint_url: str
    header_names: list[str]
    state: TelemetryDestinationState
    traces: TelemetryDestinationTraces
    type: Literal["telemetry_destination"]
    updated_at: datetime
    workspaces: TelemetryDestinationWorkspaces


class DeletedTelemetryDestination(Model):
    id: str
    type: Literal["telemetry_destination_deleted"]


class TelemetryDestinationTestSuccess(Model):
    type: Literal["success"]


class TelemetryDestinationTestFailure(Model):
    error: str
    type: Literal["failure"]


TelemetryDestinationTestResult: TypeAlias = Annotated[
    TelemetryDestinationTestSuccess | TelemetryDestinationTestFailure, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class TelemetryDestinationTestResponse(Model):
    result: TelemetryDestinationTestResult
    type: Literal["telemetry_destination_test"]


class TelemetryDestinationWorkspace(Model):
    created_at: datetime
    telemetry_destination_id: str
    type: Literal["telemetry_destination_workspace"]
    workspace_id: str


class DeletedTelemetryDestinationWorkspace(Model):
    telemetry_destination_id: str
    type: Literal["telemetry_destination_workspace_deleted"]
    workspace_id: str
