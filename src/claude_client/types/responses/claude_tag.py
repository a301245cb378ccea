"""What the API returns: claude tag.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class ClaudeTagBundle(Model):
    id: str
    created_at: datetime
    description: str | None = None
    display_name: str
    instructions: str | None = None
    type: Literal["bundle"]
    updated_at: datetime


class ClaudeTagSlackChannelBundleTarget(Model):
    id: str
    created_at: datetime
    slack_channel_id: str
    type: Literal["slack_channel"]


class ClaudeTagSlackWorkspaceBundleTarget(Model):
    id: str
    created_at: datetime
    slack_workspace_id: str
    type: Literal["slack_workspace"]


ClaudeTagBundleTarget: TypeAlias = Annotated[
    ClaudeTagSlackChannelBundleTarget | ClaudeTagSlackWorkspaceBundleTarget, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ClaudeTagDeletedBundleTarget(Model):
    id: str
    type: Literal["bundle_target_deleted"]


class ClaudeTagGuestPolicyAllow(Model):
    type: Literal["allow"]


class ClaudeTagGuestPolicyRestrict(Model):
    type: Literal["restrict"]


class ClaudeTagGuestPolicyChannelOnly(Model):
    type: Literal["channel_only"]


ClaudeTagGuestPolicy: TypeAlias = Annotated[
    ClaudeTagGuestPolicyAllow | ClaudeTagGuestPolicyRestrict | ClaudeTagGuestPolicyChannelOnly, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ClaudeTagReplyModeAutomatic(Model):
    type: Literal["automatic"]


class ClaudeTagReplyModeMentionOnly(Model):
    type: Literal["mention_only"]


class ClaudeTagReplyModeAlwaysAwake(Model):
    type: Literal["always_awake"]


class ClaudeTagReplyModeThread(Model):
    type: Literal["thread"]


ClaudeTagReplyMode: TypeAlias = Annotated[
    ClaudeTagReplyModeAutomatic
    | ClaudeTagReplyModeMentionOnly
    | ClaudeTagReplyModeAlwaysAwake
    | ClaudeTagReplyModeThread,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ClaudeTagSettings(Model):
    enabled: bool | None = None
    environment_id: str | None = None
    guest_policy: ClaudeTagGuestPolicy | None = None
    instructions: str | None = None
    model: str | None = None
    reply_mode: ClaudeTagReplyMode | None = None


class ClaudeTagSlackChannelIdentifiers(Model):
    channel_id: str
    workspace_id: str


class ClaudeTagSlackChannelSettingSource(Model):
    slack_channel_id: str
    type: Literal["slack_channel"]


class ClaudeTagSlackWorkspaceSettingSource(Model):
    slack_workspace_id: str
    type: Literal["slack_workspace"]


class ClaudeTagSlackParentChannelSettingSource(Model):
    slack_channel_id: str
    type: Literal["slack_parent_channel"]


class ClaudeTagSlackDefaultSettingSource(Model):
    type: Literal["slack_default"]


class ClaudeTagDefaultSettingSource(Model):
    type: Literal["default"]


class ClaudeTagSlackGridChannelSettingSource(Model):
    slack: ClaudeTagSlackChannelIdentifiers
    type: Literal["slack_grid_channel"]


ClaudeTagSettingSource: TypeAlias = Annotated[
    ClaudeTagSlackChannelSettingSource
    | ClaudeTagSlackWorkspaceSettingSource
    | ClaudeTagSlackParentChannelSettingSource
    | ClaudeTagSlackDefaultSettingSource
    | ClaudeTagDefaultSettingSource
    | ClaudeTagSlackGridChannelSettingSource,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ClaudeTagSettingSources(Model):
    enabled: ClaudeTagSettingSource | None = None
    environment_id: ClaudeTagSettingSource | None = None
    guest_policy: ClaudeTagSettingSource | None = None
    instructions: list[ClaudeTagSettingSource]
    model: ClaudeTagSettingSource | None = None
    reply_mode: ClaudeTagSettingSource | None = None


class ClaudeTagSlackChannel(Model):
    id: str
    created_at: datetime
    settings: ClaudeTagSettings
    slack: ClaudeTagSlackChannelIdentifiers
    sources: ClaudeTagSettingSources
    type: Literal["slack_channel"]
    updated_at: datetime


class ClaudeTagDeletedSlackChannel(Model):
    id: str
    type: Literal["slack_channel_deleted"]


class ClaudeTagSlackWorkspaceIdentifiers(Model):
    workspace_id: str


class ClaudeTagSlackWorkspace(Model):
    id: str
    created_at: datetime
    settings: ClaudeTagSettings
    slack: ClaudeTagSlackWorkspaceIdentifiers
    sources: ClaudeTagSettingSources
    type: Literal["slack_workspace"]
    updated_at: datetime
