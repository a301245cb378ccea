"""Parameters of the calls on message batches, and one request of a batch.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing_extensions import Required, TypedDict

from .._batched import BatchMessageParams
from .._model import IterableParam
from ..request_options import UserProfileOptions, WorkspaceOptions


class BatchCreateParamsRequest(TypedDict, total=False):
    """One request of a batch."""

    custom_id: Required[str]
    """Tells the result's request; once in a batch, up to 64 letters, digits, `_` and `-`."""

    params: Required[BatchMessageParams]
    """What `messages.create` takes, but for `stream`."""


class BatchListParamsBase(TypedDict, total=False):
    """The query of `messages.batches.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    limit: int | None
    """Objects per page."""


class BatchListParams(BatchListParamsBase, WorkspaceOptions, total=False):
    """What `messages.batches.list` takes, and the options of the call."""


class BatchCreateParamsBase(TypedDict, total=False):
    """The body of `messages.batches.create`."""

    requests: Required[IterableParam[BatchCreateParamsRequest]]
    """Up to 100,000 requests, in 256 MB."""


class BatchCreateParams(BatchCreateParamsBase, UserProfileOptions, total=False):
    """What `messages.batches.create` takes, and the options of the call."""
