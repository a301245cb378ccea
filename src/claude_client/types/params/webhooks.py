"""What the API takes: webhooks.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions


class WebhookListParamsBase(TypedDict, total=False):
    """The query of `admin.webhooks.list`."""

    after_id: str | None
    """The page after the object with this id."""

    before_id: str | None
    """The page before the object with this id."""

    limit: int | None
    """Objects per page."""

    order: Literal["asc", "desc"] | None


class WebhookListParams(WebhookListParamsBase, RequestOptions, total=False):
    """What `admin.webhooks.list` takes, and the options of the call."""


class WebhookCreateParamsBase(TypedDict, total=False):
    """The body of `admin.webhooks.create`."""

    enabled_events: Required[
        Sequence[
            Literal[
                "external_key.failed",
                "external_key.recovered",
                "external_storage.failed",
                "external_storage.recovered",
                "user_profile.enforcement_action_opened",
                "user_profile.enforcement_action_resolved",
                "user_profile.program_status_updated",
            ]
        ]
    ]
    """The events that are delivered there."""

    url: Required[str]
    """Where they are posted to."""

    description: str | None
    name: str | None


class WebhookCreateParams(WebhookCreateParamsBase, RequestOptions, total=False):
    """What `admin.webhooks.create` takes, and the options of the call."""


class WebhookUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.webhooks.update`."""

    description: str | None
    enabled_events: (
        Sequence[
            Literal[
                "external_key.failed",
                "external_key.recovered",
                "external_storage.failed",
                "external_storage.recovered",
                "user_profile.enforcement_action_opened",
                "user_profile.enforcement_action_resolved",
                "user_profile.program_status_updated",
            ]
        ]
        | None
    )
    name: str | None
    state: Literal["disabled", "enabled"] | None
    url: str | None


class WebhookUpdateParams(WebhookUpdateParamsBase, RequestOptions, total=False):
    """What `admin.webhooks.update` takes, and the options of the call."""
