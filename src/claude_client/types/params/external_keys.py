"""What the API takes: external keys.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions


class AWSExternalKeyConfigParam(TypedDict, total=False):
    kms_arn: Required[str]
    type: Required[Literal["aws"]]
    region: str | None
    role_arn: str | None
    """Beta."""


class GCPExternalKeyConfigParam(TypedDict, total=False):
    key_name: Required[str]
    type: Required[Literal["gcp"]]


class AzureExternalKeyConfigParam(TypedDict, total=False):
    key_name: Required[str]
    tenant_id: Required[str]
    type: Required[Literal["azure"]]
    vault_uri: Required[str]
    client_id: str | None


ExternalKeyCreateParamsProviderConfig: TypeAlias = Annotated[
    AWSExternalKeyConfigParam | GCPExternalKeyConfigParam | AzureExternalKeyConfigParam, Tagged("type")
]
"""One of these; `type` tells which."""


ExternalKeyUpdateParamsProviderConfig: TypeAlias = Annotated[
    AWSExternalKeyConfigParam | GCPExternalKeyConfigParam | AzureExternalKeyConfigParam, Tagged("type")
]
"""One of these; `type` tells which."""


class ExternalKeyListParamsBase(TypedDict, total=False):
    """The query of `admin.external_keys.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class ExternalKeyListParams(ExternalKeyListParamsBase, RequestOptions, total=False):
    """What `admin.external_keys.list` takes, and the options of the call."""


class ExternalKeyCreateParamsBase(TypedDict, total=False):
    """The body of `admin.external_keys.create`."""

    provider_config: Required[ExternalKeyCreateParamsProviderConfig]
    """The key, and how it is reached."""

    display_name: str | None
    geo: Literal["us"] | None
    user_profile_id: str | None
    """The customer that it belongs to."""


class ExternalKeyCreateParams(ExternalKeyCreateParamsBase, RequestOptions, total=False):
    """What `admin.external_keys.create` takes, and the options of the call."""


class ExternalKeyUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.external_keys.update`."""

    display_name: str | None
    geo: Literal["us"] | None
    provider_config: ExternalKeyUpdateParamsProviderConfig | None


class ExternalKeyUpdateParams(ExternalKeyUpdateParamsBase, RequestOptions, total=False):
    """What `admin.external_keys.update` takes, and the options of the call."""
