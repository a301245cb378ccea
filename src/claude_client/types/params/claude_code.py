"""What the API takes: claude code.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions


class ClaudeCodeManagedSettingsOrganizationModeParam(TypedDict, total=False):
    type: Required[Literal["organization"]]


class ClaudeCodeManagedSettingsRBACGroupsModeParam(TypedDict, total=False):
    type: Required[Literal["rbac_groups"]]


ClaudeCodeManagedSettingsModeParam: TypeAlias = Annotated[
    ClaudeCodeManagedSettingsOrganizationModeParam | ClaudeCodeManagedSettingsRBACGroupsModeParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ConfigurationUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.claude_code.managed_settings.configuration.update`."""

    mode: ClaudeCodeManagedSettingsModeParam | None
    rbac_group_order: Sequence[str] | None
    rbac_group_order_version: str | None


class ConfigurationUpdateParams(ConfigurationUpdateParamsBase, RequestOptions, total=False):
    """What `admin.claude_code.managed_settings.configuration.update` takes, and the options of the call."""


class RBACGroupDefaultUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.claude_code.managed_settings.rbac_group_default.update`."""

    settings: Required[Mapping[str, object] | None]


class RBACGroupDefaultUpdateParams(RBACGroupDefaultUpdateParamsBase, RequestOptions, total=False):
    """What `admin.claude_code.managed_settings.rbac_group_default.update` takes, and the options of the call."""


class ManagedSettingRBACGroupListParamsBase(TypedDict, total=False):
    """The query of `admin.claude_code.managed_settings.rbac_groups.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class ManagedSettingRBACGroupListParams(ManagedSettingRBACGroupListParamsBase, RequestOptions, total=False):
    """What `admin.claude_code.managed_settings.rbac_groups.list` takes, and the options of the call."""


class ManagedSettingRBACGroupSetParamsBase(TypedDict, total=False):
    """The body of `admin.claude_code.managed_settings.rbac_groups.set`."""

    settings: Required[Mapping[str, object]]


class ManagedSettingRBACGroupSetParams(ManagedSettingRBACGroupSetParamsBase, RequestOptions, total=False):
    """What `admin.claude_code.managed_settings.rbac_groups.set` takes, and the options of the call."""
