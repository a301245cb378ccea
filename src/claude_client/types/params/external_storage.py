"""What the API takes: external storage.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions


class AWSExternalStorageConfigParam(TypedDict, total=False):
    account_id: Required[str]
    bucket_name: Required[str]
    region: Required[str]
    type: Required[Literal["aws"]]


class GCPExternalStorageConfigParam(TypedDict, total=False):
    bucket_name: Required[str]
    project_number: Required[str]
    region: Required[str]
    type: Required[Literal["gcp"]]


ExternalStorageCreateParamsProviderConfig: TypeAlias = Annotated[
    AWSExternalStorageConfigParam | GCPExternalStorageConfigParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ExternalStorageListParamsBase(TypedDict, total=False):
    """The query of `admin.external_storage.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    user_profile_ids: Sequence[str] | None


class ExternalStorageListParams(ExternalStorageListParamsBase, RequestOptions, total=False):
    """What `admin.external_storage.list` takes, and the options of the call."""


class ExternalStorageCreateParamsBase(TypedDict, total=False):
    """The body of `admin.external_storage.create`."""

    provider_config: Required[ExternalStorageCreateParamsProviderConfig]
    """The bucket, and how it is reached."""

    display_name: str | None
    user_profile_id: str | None
    """The customer that it belongs to."""


class ExternalStorageCreateParams(ExternalStorageCreateParamsBase, RequestOptions, total=False):
    """What `admin.external_storage.create` takes, and the options of the call."""


class ExternalStorageUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.external_storage.update`."""

    display_name: Required[str | None]


class ExternalStorageUpdateParams(ExternalStorageUpdateParamsBase, RequestOptions, total=False):
    """What `admin.external_storage.update` takes, and the options of the call."""
