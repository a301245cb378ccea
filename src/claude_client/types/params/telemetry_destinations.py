"""What the API takes: telemetry destinations.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions
from ..responses.telemetry_destinations import TelemetryDestinationContentMode


class TelemetryDestinationWorkspacesAllParams(TypedDict, total=False):
    type: Required[Literal["all"]]


class TelemetryDestinationWorkspacesIncludeParams(TypedDict, total=False):
    type: Required[Literal["include"]]
    workspace_ids: Sequence[str]


class TelemetryDestinationWorkspacesExcludeParams(TypedDict, total=False):
    type: Required[Literal["exclude"]]
    workspace_ids: Sequence[str]


TelemetryDestinationWorkspacesParams: TypeAlias = Annotated[
    TelemetryDestinationWorkspacesAllParams
    | TelemetryDestinationWorkspacesIncludeParams
    | TelemetryDestinationWorkspacesExcludeParams,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class TelemetryDestinationTracesParams(TypedDict, total=False):
    content_mode: TelemetryDestinationContentMode | None
    enabled: bool
    endpoint_url: str | None
    max_content_bytes: int | None


class TelemetryDestinationStateEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]


class TelemetryDestinationStateDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


TelemetryDestinationStateParams: TypeAlias = Annotated[
    TelemetryDestinationStateEnabledParams | TelemetryDestinationStateDisabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class TelemetryDestinationListParamsBase(TypedDict, total=False):
    """The query of `admin.telemetry_destinations.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    workspace_ids: Sequence[str] | None


class TelemetryDestinationListParams(TelemetryDestinationListParamsBase, RequestOptions, total=False):
    """What `admin.telemetry_destinations.list` takes, and the options of the call."""


class TelemetryDestinationCreateParamsBase(TypedDict, total=False):
    """The body of `admin.telemetry_destinations.create`."""

    endpoint_url: Required[str]
    """Where it is exported to, by OTLP."""

    workspaces: Required[TelemetryDestinationWorkspacesParams]
    """Whose telemetry goes there."""

    display_name: str | None
    headers: Mapping[str, str] | None
    """Headers of each export, such as a key."""

    traces: TelemetryDestinationTracesParams | None


class TelemetryDestinationCreateParams(TelemetryDestinationCreateParamsBase, RequestOptions, total=False):
    """What `admin.telemetry_destinations.create` takes, and the options of the call."""


class TelemetryDestinationUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.telemetry_destinations.update`."""

    display_name: str | None
    endpoint_url: str | None
    headers: Mapping[str, str | None] | None
    state: TelemetryDestinationStateParams | None
    traces: TelemetryDestinationTracesParams | None
    workspaces: TelemetryDestinationWorkspacesParams | None


class TelemetryDestinationUpdateParams(TelemetryDestinationUpdateParamsBase, RequestOptions, total=False):
    """What `admin.telemetry_destinations.update` takes, and the options of the call."""


class TelemetryDestinationWorkspaceListParamsBase(TypedDict, total=False):
    """The query of `admin.telemetry_destinations.workspaces.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class TelemetryDestinationWorkspaceListParams(TelemetryDestinationWorkspaceListParamsBase, RequestOptions, total=False):
    """What `admin.telemetry_destinations.workspaces.list` takes, and the options of the call."""
