"""Parameters of the list of models.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from typing_extensions import TypedDict

from ..request_options import WorkspaceOptions


class ModelListParamsBase(TypedDict, total=False):
    """The query of `models.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    lifecycle: Sequence[Literal["active", "deprecated", "retired"]] | None
    limit: int | None
    """Objects per page."""


class ModelListParams(ModelListParamsBase, WorkspaceOptions, total=False):
    """What `models.list` takes, and the options of the call."""
