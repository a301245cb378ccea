"""API keys of the organization.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class APIKeyCreatedBy(Model):
    """Who made the key."""

    id: str
    type: Literal["service_account", "user"]


class APIKeyUserActor(Model):
    """A member of the organization."""

    type: Literal["user_actor"]
    user_id: str


class APIKeyServiceAccountActor(Model):
    """A service account."""

    service_account_id: str
    type: Literal["service_account_actor"]


APIKeyPrincipal: TypeAlias = Annotated[APIKeyUserActor | APIKeyServiceAccountActor, Tagged("type")] | None
"""Whom the key acts for."""


class APIKeyOrganizationScope(Model):
    """In the whole organization."""

    type: Literal["organization"]


class APIKeyWorkspaceScope(Model):
    """In one workspace."""

    type: Literal["workspace"]
    workspace_id: str


APIKeyScope: TypeAlias = Annotated[APIKeyOrganizationScope | APIKeyWorkspaceScope, Tagged("type")]
"""Where the key is good."""


class APIKey(Model):
    """An API key, without its secret."""

    id: str
    created_at: datetime
    created_by: APIKeyCreatedBy | None = None
    expires_at: datetime | None = None
    name: str
    partial_key_hint: str | None = None
    """The beginning and the end of the secret."""

    principal: APIKeyPrincipal | None = None
    scope: APIKeyScope
    status: Literal["active", "archived", "expired", "inactive"]
    type: Literal["api_key"]
    workspace_id: str | None = None
    """Only in API versions before 2026-10-21."""
