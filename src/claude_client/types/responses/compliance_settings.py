"""What the API returns: compliance settings.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class ComplianceSettingsStateEnabled(Model):
    type: Literal["enabled"]


class ComplianceSettingsStateDisabled(Model):
    type: Literal["disabled"]


ComplianceSettingsState: TypeAlias = Annotated[
    ComplianceSettingsStateEnabled | ComplianceSettingsStateDisabled, Tagged("type")
]
"""One of these; `type` tells which."""


class AccessTransparency(Model):
    type: Literal["disabled", "enabled"]


class OrganizationComplianceSettings(Model):
    state: ComplianceSettingsState
    type: Literal["compliance_settings"]
    access_transparency: AccessTransparency | None = None
    """Beta."""
