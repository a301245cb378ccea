"""What the API takes: providers.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions


class GoogleManagedProjectCMEKDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


class GoogleManagedProjectCMEKEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]
    external_key_ids: Mapping[str, str | None]


GoogleManagedProjectCMEKControlParams: TypeAlias = Annotated[
    GoogleManagedProjectCMEKDisabledParams | GoogleManagedProjectCMEKEnabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedProjectStorageDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


class GoogleManagedProjectBucketReferenceParam(TypedDict, total=False):
    bucket_name: Required[str]
    project_number: Required[str]


class GoogleManagedProjectStorageEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]
    buckets: Mapping[str, GoogleManagedProjectBucketReferenceParam | None]


GoogleManagedProjectStorageControlParams: TypeAlias = Annotated[
    GoogleManagedProjectStorageDisabledParams | GoogleManagedProjectStorageEnabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ProjectDataControlUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.providers.google.projects.data_controls.update`."""

    cmek: GoogleManagedProjectCMEKControlParams | None
    storage: GoogleManagedProjectStorageControlParams | None


class ProjectDataControlUpdateParams(ProjectDataControlUpdateParamsBase, RequestOptions, total=False):
    """What `admin.providers.google.projects.data_controls.update` takes, and the options of the call."""
