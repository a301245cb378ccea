"""What the API returns: providers.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class GoogleManagedProjectRetiredKey(Model):
    expires_at: datetime
    external_key_id: str
    region: str


class GoogleManagedProjectCMEKDisabled(Model):
    retired_keys: list[GoogleManagedProjectRetiredKey]
    type: Literal["disabled"]


class GoogleManagedProjectCMEKRegionNotConfigured(Model):
    effective_external_key_id: str | None = None
    type: Literal["not_configured"]


class GoogleManagedProjectCMEKRegionPending(Model):
    effective_external_key_id: str | None = None
    error: str | None = None
    type: Literal["pending"]


class GoogleManagedProjectCMEKRegionActive(Model):
    effective_external_key_id: str | None = None
    error: str | None = None
    last_checked_at: datetime | None = None
    type: Literal["active"]
    validated_at: datetime


class GoogleManagedProjectCMEKRegionFailed(Model):
    effective_external_key_id: str | None = None
    error: str
    type: Literal["failed"]


class GoogleManagedProjectCMEKRegionSuspended(Model):
    effective_external_key_id: str | None = None
    type: Literal["suspended"]


GoogleManagedProjectCMEKRegionStatus: TypeAlias = Annotated[
    GoogleManagedProjectCMEKRegionNotConfigured
    | GoogleManagedProjectCMEKRegionPending
    | GoogleManagedProjectCMEKRegionActive
    | GoogleManagedProjectCMEKRegionFailed
    | GoogleManagedProjectCMEKRegionSuspended,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedProjectCMEKEnabled(Model):
    external_key_ids: dict[str, str]
    retired_keys: list[GoogleManagedProjectRetiredKey]
    status: dict[str, GoogleManagedProjectCMEKRegionStatus]
    type: Literal["enabled"]


GoogleManagedProjectCMEKControl: TypeAlias = Annotated[
    GoogleManagedProjectCMEKDisabled | GoogleManagedProjectCMEKEnabled, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedProjectRetiredBucket(Model):
    bucket_name: str
    expires_at: datetime
    project_number: str
    region: str


class GoogleManagedProjectStorageDisabled(Model):
    retired_buckets: list[GoogleManagedProjectRetiredBucket]
    type: Literal["disabled"]


class GoogleManagedProjectStorageBucket(Model):
    bucket_name: str
    kms_key_name: str | None = None
    location: str | None = None
    project_id: str | None = None
    project_number: str


class GoogleManagedProjectEffectiveBucket(Model):
    bucket_name: str
    project_number: str


class GoogleManagedProjectStorageRegionNotConfigured(Model):
    effective_bucket: GoogleManagedProjectEffectiveBucket | None = None
    type: Literal["not_configured"]


class GoogleManagedProjectStorageFailedCheck(Model):
    check: Literal[
        "bucket_settings",
        "deletion_policy",
        "encryption",
        "grant_mismatch",
        "kms_key_refused",
        "label_mismatch",
        "lifecycle_rules",
        "location_mismatch",
        "probe_failed",
        "project_not_verified",
        "versioning",
    ]
    message: str
    role: Literal["ingest", "maintenance", "media_erasure", "read", "verify"] | None = None


class GoogleManagedProjectStorageRegionPending(Model):
    effective_bucket: GoogleManagedProjectEffectiveBucket | None = None
    failed_checks: list[GoogleManagedProjectStorageFailedCheck]
    type: Literal["pending"]


class GoogleManagedProjectStorageRegionActive(Model):
    effective_bucket: GoogleManagedProjectEffectiveBucket | None = None
    failed_checks: list[GoogleManagedProjectStorageFailedCheck]
    type: Literal["active"]
    validated_at: datetime


class GoogleManagedProjectStorageRegionFailed(Model):
    effective_bucket: GoogleManagedProjectEffectiveBucket | None = None
    failed_checks: list[GoogleManagedProjectStorageFailedCheck]
    type: Literal["failed"]


class GoogleManagedProjectStorageRegionSuspended(Model):
    effective_bucket: GoogleManagedProjectEffectiveBucket | None = None
    type: Literal["suspended"]


GoogleManagedProjectStorageRegionStatus: TypeAlias = Annotated[
    GoogleManagedProjectStorageRegionNotConfigured
    | GoogleManagedProjectStorageRegionPending
    | GoogleManagedProjectStorageRegionActive
    | GoogleManagedProjectStorageRegionFailed
    | GoogleManagedProjectStorageRegionSuspended,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedProjectStorageEnabled(Model):
    buckets: dict[str, GoogleManagedProjectStorageBucket]
    retired_buckets: list[GoogleManagedProjectRetiredBucket]
    status: dict[str, GoogleManagedProjectStorageRegionStatus]
    type: Literal["enabled"]


GoogleManagedProjectStorageControl: TypeAlias = Annotated[
    GoogleManagedProjectStorageDisabled | GoogleManagedProjectStorageEnabled, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedProjectDataControls(Model):
    cmek: GoogleManagedProjectCMEKControl
    project_number: str
    storage: GoogleManagedProjectStorageControl
    type: Literal["google_managed_project_data_controls"]
    updated_at: datetime
