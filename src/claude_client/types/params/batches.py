"""What the API takes: batches.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing_extensions import Required, TypedDict

from .._model import Many
from ..request_options import UserProfileOptions, WorkspaceOptions
from .messages import MessageCreateParamsNonStreaming


class BatchCreateParamsRequest(TypedDict, total=False):
    """Batch create params request."""

    custom_id: Required[str]
    params: Required[MessageCreateParamsNonStreaming]


class BatchListParamsBase(TypedDict, total=False):
    """The query of `messages.batches.list`."""

    after_id: str | None
    before_id: str | None
    limit: int | None


class BatchListParams(BatchListParamsBase, WorkspaceOptions, total=False):
    """What `messages.batches.list` takes, and the options of the call."""


class BatchCreateParamsBase(TypedDict, total=False):
    """The body of `messages.batches.create`."""

    requests: Required[Many[BatchCreateParamsRequest]]


class BatchCreateParams(BatchCreateParamsBase, UserProfileOptions, total=False):
    """What `messages.batches.create` takes, and the options of the call."""
