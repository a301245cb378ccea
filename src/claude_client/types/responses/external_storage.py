"""What the API returns: external storage.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class AWSExternalStorageConfig(Model):
    account_id: str
    bucket_name: str
    region: str
    type: Literal["aws"]


class GCPExternalStorageConfig(Model):
    bucket_name: str
    project_number: str
    region: str
    type: Literal["gcp"]


ExternalStorageProviderConfig: TypeAlias = Annotated[
    AWSExternalStorageConfig | GCPExternalStorageConfig, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class PendingConfigurationExternalStorageStatus(Model):
    type: Literal["pending_configuration"]


class AvailableExternalStorageStatus(Model):
    healthy: bool
    last_checked_at: datetime
    type: Literal["available"]


class ActiveExternalStorageStatus(Model):
    healthy: bool
    last_checked_at: datetime
    type: Literal["active"]


class DrainingExternalStorageStatus(Model):
    healthy: bool
    last_checked_at: datetime
    removal_started: bool
    type: Literal["draining"]


ExternalStorageStatus: TypeAlias = Annotated[
    PendingConfigurationExternalStorageStatus
    | AvailableExternalStorageStatus
    | ActiveExternalStorageStatus
    | DrainingExternalStorageStatus,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ExternalStorage(Model):
    id: str
    created_at: datetime
    display_name: str | None = None
    provider_config: ExternalStorageProviderConfig
    setup_template_version: str | None = None
    status: ExternalStorageStatus
    type: Literal["external_storage"]
    updated_at: datetime
    user_profile_id: str | None = None


class DeletedExternalStorage(Model):
    id: str
    type: Literal["external_storage_deleted"]
