"""What the API returns: plugin marketplaces.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class PluginOwnerOrganization(Model):
    type: Literal["organization"]


class PluginOwnerUser(Model):
    type: Literal["user"]
    user_id: str


PluginMarketplaceOwner: TypeAlias = Annotated[PluginOwnerOrganization | PluginOwnerUser, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class PluginMarketplace(Model):
    id: str
    created_at: datetime
    default_installation_preference: Literal["auto_install", "available", "not_available", "required"] | None = None
    last_sync_ended_at: datetime | None = None
    last_sync_read_sha: str | None = None
    name: str
    owner: PluginMarketplaceOwner
    source: Literal["directory", "github", "gitlab", "manual", "public_git"]
    sync_status: (
        Literal["failed_auth", "failed_content", "failed_limits", "failed_transient", "in_progress", "success"] | None
    ) = None
    type: Literal["plugin_marketplace"]


class PluginMarketplaceValidationPluginErrorObject(Model):
    error: str
    error_code: str
    name: str


class PluginMarketplaceValidationPluginWarning(Model):
    error_code: str
    message: str


class PluginMarketplaceValidationPluginWarnings(Model):
    name: str
    warnings: list[PluginMarketplaceValidationPluginWarning]


class PluginMarketplaceValidationReport(Model):
    commit_sha: str | None = None
    manifest_error: str | None = None
    manifest_error_code: str | None = None
    plugin_errors: list[PluginMarketplaceValidationPluginErrorObject]
    plugin_warnings: list[PluginMarketplaceValidationPluginWarnings]
    ref: str | None = None
    total_plugin_count: int
    type: Literal["plugin_marketplace_validation_report"]
    valid: bool
