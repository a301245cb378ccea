"""What the API returns: plugins.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .plugin_marketplaces import PluginOwnerOrganization, PluginOwnerUser


class PluginComponent(Model):
    description: str | None = None
    name: str
    type: Literal["agent", "cli", "command", "hook", "mcp_server", "skill"]


class PluginContentScan(Model):
    assessment: Literal["fail", "pass", "unknown", "warn"] | None = None
    reason: str | None = None
    status: Literal["completed", "errored", "processing"]


class PluginUserActor(Model):
    email_address: str | None = None
    type: Literal["user_actor"]
    user_id: str


class PluginAPIActor(Model):
    api_key_id: str
    type: Literal["api_actor"]


PluginCreatedBy: TypeAlias = Annotated[PluginUserActor | PluginAPIActor, Tagged("type")] | None
"""One of these. Beta."""


PluginOwner: TypeAlias = Annotated[PluginOwnerOrganization | PluginOwnerUser, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class Plugin(Model):
    id: str
    components: list[PluginComponent] | None = None
    content_scan: PluginContentScan | None = None
    created_at: datetime
    created_by: PluginCreatedBy | None = None
    description: str | None = None
    display_name: str | None = None
    latest_version_id: str
    manifest_version: str | None = None
    marketplace_id: str
    name: str
    organization_installation_preference: Literal["auto_install", "available", "not_available", "required"] | None = (
        None
    )
    organization_installation_preference_inherited: bool | None = None
    owner: PluginOwner
    reach: Literal["contained", "privileged", "remote"] | None = None
    served_version_id: str
    served_version_pinned: bool
    type: Literal["plugin"]
    updated_at: datetime


class DeletedPlugin(Model):
    id: str
    type: Literal["plugin_deleted"]


class PluginTargetOrganization(Model):
    type: Literal["organization"]


class PluginTargetRBACGroup(Model):
    rbac_group_id: str
    type: Literal["rbac_group"]


class PluginTargetOrganizationMember(Model):
    type: Literal["organization_member"]
    user_id: str


PluginInstallationSettingTarget: TypeAlias = Annotated[
    PluginTargetOrganization | PluginTargetRBACGroup | PluginTargetOrganizationMember, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class PluginInstallationSetting(Model):
    created_at: datetime
    installation_preference: Literal["auto_install", "available", "not_available", "required"]
    plugin_id: str
    target: PluginInstallationSettingTarget
    type: Literal["plugin_installation_setting"]
    updated_at: datetime


DeletedPluginInstallationSettingTarget: TypeAlias = Annotated[
    PluginTargetOrganization | PluginTargetRBACGroup | PluginTargetOrganizationMember, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class DeletedPluginInstallationSetting(Model):
    plugin_id: str
    target: DeletedPluginInstallationSettingTarget
    type: Literal["plugin_installation_setting_deleted"]


PluginShareTarget: TypeAlias = Annotated[
    PluginTargetOrganization | PluginTargetRBACGroup | PluginTargetOrganizationMember, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class PluginShare(Model):
    granted_at: datetime
    plugin_id: str
    target: PluginShareTarget
    type: Literal["plugin_share"]


PluginVersionCreatedBy: TypeAlias = Annotated[PluginUserActor | PluginAPIActor, Tagged("type")] | None
"""One of these. Beta."""


class PluginVersion(Model):
    id: str
    components: list[PluginComponent] | None = None
    content_scan: PluginContentScan | None = None
    created_at: datetime
    created_by: PluginVersionCreatedBy | None = None
    description: str | None = None
    display_name: str | None = None
    manifest_version: str | None = None
    plugin_id: str
    reach: Literal["contained", "privileged", "remote"] | None = None
    release_notes: str | None = None
    type: Literal["plugin_version"]
