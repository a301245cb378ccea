"""What the API returns: claude code.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class ClaudeCodeManagedSettingsOrganizationMode(Model):
    type: Literal["organization"]


class ClaudeCodeManagedSettingsRBACGroupsMode(Model):
    type: Literal["rbac_groups"]


ClaudeCodeManagedSettingsMode: TypeAlias = Annotated[
    ClaudeCodeManagedSettingsOrganizationMode | ClaudeCodeManagedSettingsRBACGroupsMode, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ClaudeCodeManagedSettingsConfiguration(Model):
    mode: ClaudeCodeManagedSettingsMode
    mode_updated_at: datetime | None = None
    rbac_group_order: list[str]
    rbac_group_order_version: str
    type: Literal["claude_code_managed_settings_configuration"]


class ClaudeCodeRBACGroupDefaultManagedSettings(Model):
    settings: dict[str, object] | None = None
    type: Literal["claude_code_rbac_group_default_managed_settings"]
    updated_at: datetime | None = None


class ClaudeCodeRBACGroupStatusActive(Model):
    type: Literal["active"]


class ClaudeCodeRBACGroupStatusDeleted(Model):
    type: Literal["deleted"]


class ClaudeCodeRBACGroupStatusUnknown(Model):
    type: Literal["unknown"]


ClaudeCodeRBACGroupStatus: TypeAlias = Annotated[
    ClaudeCodeRBACGroupStatusActive | ClaudeCodeRBACGroupStatusDeleted | ClaudeCodeRBACGroupStatusUnknown,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ClaudeCodeRBACGroupManagedSettingsSummary(Model):
    created_at: datetime
    rbac_group_id: str
    rbac_group_status: ClaudeCodeRBACGroupStatus
    type: Literal["claude_code_rbac_group_managed_settings_summary"]
    updated_at: datetime


class DeletedClaudeCodeRBACGroupManagedSettings(Model):
    rbac_group_id: str
    type: Literal["claude_code_rbac_group_managed_settings_deleted"]


class ClaudeCodeRBACGroupManagedSettings(Model):
    created_at: datetime
    rbac_group_id: str
    rbac_group_status: ClaudeCodeRBACGroupStatus
    settings: dict[str, object] | None = None
    type: Literal["claude_code_rbac_group_managed_settings"]
    updated_at: datetime
