"""What the API takes: compliance settings.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions


class ComplianceSettingsStateEnabledParam(TypedDict, total=False):
    type: Required[Literal["enabled"]]


class ComplianceSettingsStateDisabledParam(TypedDict, total=False):
    type: Required[Literal["disabled"]]


ComplianceSettingsStateParam: TypeAlias = Annotated[
    ComplianceSettingsStateEnabledParam | ComplianceSettingsStateDisabledParam, Tagged("type")
]
"""One of these; `type` tells which."""


class ComplianceSettingUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.compliance_settings.update`."""

    state: Required[ComplianceSettingsStateParam]


class ComplianceSettingUpdateParams(ComplianceSettingUpdateParamsBase, RequestOptions, total=False):
    """What `admin.compliance_settings.update` takes, and the options of the call."""
