"""What the API takes: deployment runs.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from typing_extensions import TypedDict

from ..request_options import WorkspaceOptions

TriggerType: TypeAlias = Literal["schedule", "manual"]
"""One of these, or another that came later. Beta."""


class DeploymentRunListParamsBase(TypedDict, total=False):
    """The query of `deployment_runs.list`."""

    created_at_gt: str | datetime | None
    """Only those made after this moment."""

    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lt: str | datetime | None
    """Only those made before this moment."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    deployment_id: str | None
    has_error: bool | None
    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    trigger_type: TriggerType | None


class DeploymentRunListParams(DeploymentRunListParamsBase, WorkspaceOptions, total=False):
    """What `deployment_runs.list` takes, and the options of the call."""
