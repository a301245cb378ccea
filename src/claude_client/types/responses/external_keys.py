"""What the API returns: external keys.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class ExternalKeyAttachedAttachment(Model):
    type: Literal["attached"]


class ExternalKeyUnattachedAttachment(Model):
    type: Literal["unattached"]


ExternalKeyAttachment: TypeAlias = Annotated[
    ExternalKeyAttachedAttachment | ExternalKeyUnattachedAttachment, Tagged("type")
]
"""One of these; `type` tells which."""


class AWSExternalKeyConfig(Model):
    kms_arn: str
    type: Literal["aws"]
    region: str | None = None
    role_arn: str | None = None
    """Beta."""


class GCPExternalKeyConfig(Model):
    key_name: str
    type: Literal["gcp"]


class AzureExternalKeyConfig(Model):
    key_name: str
    tenant_id: str
    type: Literal["azure"]
    vault_uri: str
    client_id: str | None = None


ExternalKeyProviderConfig: TypeAlias = Annotated[
    AWSExternalKeyConfig | GCPExternalKeyConfig | AzureExternalKeyConfig, Tagged("type")
]
"""One of these; `type` tells which."""


class ExternalKey(Model):
    id: str
    attachment: ExternalKeyAttachment
    created_at: datetime
    display_name: str | None = None
    geo: str
    provider_config: ExternalKeyProviderConfig
    type: Literal["external_key"]
    updated_at: datetime
    user_profile_id: str | None = None


class ExternalKeyDeleteResponse(Model):
    id: str
    type: Literal["external_key_deleted"]


class ExternalKeyValidateResponse(Model):
    error: str | None = None
    status: Literal["failure", "success"]
    type: Literal["external_key_validation"]
