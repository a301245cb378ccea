"""What the API answers: api keys.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class APIKeyCreatedBy(Model):
    """Api key created by."""

    id: str
    type: Literal["service_account", "user"]


class APIKeyUserActor(Model):
    """Api key user actor of the type `user_actor`."""

    type: Literal["user_actor"]
    user_id: str


class APIKeyServiceAccountActor(Model):
    """Api key service account actor of the type `service_account_actor`."""

    service_account_id: str
    type: Literal["service_account_actor"]


APIKeyPrincipal: TypeAlias = Annotated[APIKeyUserActor | APIKeyServiceAccountActor, Tagged("type")] | None
"""Api key principal."""


class APIKeyOrganizationScope(Model):
    """Api key organization scope of the type `organization`."""

    type: Literal["organization"]


class APIKeyWorkspaceScope(Model):
    """Api key workspace scope of the type `workspace`."""

    type: Literal["workspace"]
    workspace_id: str


APIKeyScope: TypeAlias = Annotated[APIKeyOrganizationScope | APIKeyWorkspaceScope, Tagged("type")]
"""Api key scope: one of these, told apart by `type`."""


class APIKey(Model):
    """Api key of the type `api_key`."""

    id: str
    created_at: datetime
    created_by: APIKeyCreatedBy | None = None
    expires_at: datetime | None = None
    name: str
    partial_key_hint: str | None = None
    principal: APIKeyPrincipal | None = None
    scope: APIKeyScope
    status: Literal["active", "archived", "expired", "inactive"]
    type: Literal["api_key"]
    workspace_id: str | None = None
    """Only in API versions before 2026-10-21."""
