"""What the API returns: webhooks.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._model import Model

OrganizationWebhookEndpointState: TypeAlias = Literal["disabled", "enabled"]
"""One of these, or another that came later. Beta."""


class OrganizationWebhookEndpoint(Model):
    id: str
    created_at: datetime
    description: str
    disabled_reason: str
    enabled_events: list[
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
    name: str
    state: OrganizationWebhookEndpointState
    updated_at: datetime
    url: str


class NewOrganizationWebhookEndpoint(Model):
    id: str
    created_at: datetime
    description: str
    disabled_reason: str
    enabled_events: list[
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
    name: str
    signing_secret: str
    state: OrganizationWebhookEndpointState
    updated_at: datetime
    url: str


class DeletedOrganizationWebhookEndpoint(Model):
    id: str
    type: Literal["webhook_endpoint_deleted"]


class OrganizationWebhookEndpointSigningSecret(Model):
    signing_secret: str
