"""What the API takes: claude tag.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions


class ClaudeTagSlackChannelBundleTargetCreateParam(TypedDict, total=False):
    slack_channel_id: Required[str]
    type: Required[Literal["slack_channel"]]


class ClaudeTagSlackWorkspaceBundleTargetCreateParam(TypedDict, total=False):
    slack_workspace_id: Required[str]
    type: Required[Literal["slack_workspace"]]


ClaudeTagBundleTargetCreateParam: TypeAlias = Annotated[
    ClaudeTagSlackChannelBundleTargetCreateParam | ClaudeTagSlackWorkspaceBundleTargetCreateParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ClaudeTagSlackChannelIdentifiersParam(TypedDict, total=False):
    channel_id: Required[str]
    workspace_id: Required[str]


class ClaudeTagGuestPolicyAllowParam(TypedDict, total=False):
    type: Required[Literal["allow"]]


class ClaudeTagGuestPolicyRestrictParam(TypedDict, total=False):
    type: Required[Literal["restrict"]]


class ClaudeTagGuestPolicyChannelOnlyParam(TypedDict, total=False):
    type: Required[Literal["channel_only"]]


ClaudeTagGuestPolicyParam: TypeAlias = Annotated[
    ClaudeTagGuestPolicyAllowParam | ClaudeTagGuestPolicyRestrictParam | ClaudeTagGuestPolicyChannelOnlyParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ClaudeTagReplyModeAutomaticParam(TypedDict, total=False):
    type: Required[Literal["automatic"]]


class ClaudeTagReplyModeMentionOnlyParam(TypedDict, total=False):
    type: Required[Literal["mention_only"]]


class ClaudeTagReplyModeAlwaysAwakeParam(TypedDict, total=False):
    type: Required[Literal["always_awake"]]


class ClaudeTagReplyModeThreadParam(TypedDict, total=False):
    type: Required[Literal["thread"]]


ClaudeTagReplyModeParam: TypeAlias = Annotated[
    ClaudeTagReplyModeAutomaticParam
    | ClaudeTagReplyModeMentionOnlyParam
    | ClaudeTagReplyModeAlwaysAwakeParam
    | ClaudeTagReplyModeThreadParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ClaudeTagSettingsCreateParam(TypedDict, total=False):
    enabled: bool | None
    environment_id: str | None
    guest_policy: ClaudeTagGuestPolicyParam | None
    instructions: str | None
    model: str | None
    reply_mode: ClaudeTagReplyModeParam | None


class ClaudeTagSettingsUpdateParam(TypedDict, total=False):
    enabled: bool | None
    environment_id: str | None
    guest_policy: ClaudeTagGuestPolicyParam | None
    instructions: str | None
    model: str | None
    reply_mode: ClaudeTagReplyModeParam | None


class BundleListParamsBase(TypedDict, total=False):
    """The query of `admin.claude_tag.bundles.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class BundleListParams(BundleListParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.bundles.list` takes, and the options of the call."""


class BundleUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.claude_tag.bundles.update`."""

    instructions: str | None


class BundleUpdateParams(BundleUpdateParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.bundles.update` takes, and the options of the call."""


class TargetListParamsBase(TypedDict, total=False):
    """The query of `admin.claude_tag.bundles.targets.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class TargetListParams(TargetListParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.bundles.targets.list` takes, and the options of the call."""


class TargetCreateParamsBase(TypedDict, total=False):
    """The body of `admin.claude_tag.bundles.targets.create`."""

    target: Required[ClaudeTagBundleTargetCreateParam]


class TargetCreateParams(TargetCreateParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.bundles.targets.create` takes, and the options of the call."""


class SlackChannelListParamsBase(TypedDict, total=False):
    """The query of `admin.claude_tag.slack_channels.list`."""

    slack_workspace_id: Required[str]
    include_inherited: bool | None
    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    slack_channel_id: str | None


class SlackChannelListParams(SlackChannelListParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.slack_channels.list` takes, and the options of the call."""


class SlackChannelCreateParamsBase(TypedDict, total=False):
    """The body of `admin.claude_tag.slack_channels.create`."""

    slack: Required[ClaudeTagSlackChannelIdentifiersParam]
    settings: ClaudeTagSettingsCreateParam | None


class SlackChannelCreateParams(SlackChannelCreateParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.slack_channels.create` takes, and the options of the call."""


class SlackChannelRetrieveParamsBase(TypedDict, total=False):
    """The query of `admin.claude_tag.slack_channels.retrieve`."""

    include_inherited: bool | None


class SlackChannelRetrieveParams(SlackChannelRetrieveParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.slack_channels.retrieve` takes, and the options of the call."""


class SlackChannelUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.claude_tag.slack_channels.update`."""

    settings: Required[ClaudeTagSettingsUpdateParam]


class SlackChannelUpdateParams(SlackChannelUpdateParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.slack_channels.update` takes, and the options of the call."""


class SlackWorkspaceListParamsBase(TypedDict, total=False):
    """The query of `admin.claude_tag.slack_workspaces.list`."""

    include_inherited: bool | None
    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    slack_workspace_id: str | None


class SlackWorkspaceListParams(SlackWorkspaceListParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.slack_workspaces.list` takes, and the options of the call."""


class SlackWorkspaceRetrieveParamsBase(TypedDict, total=False):
    """The query of `admin.claude_tag.slack_workspaces.retrieve`."""

    include_inherited: bool | None


class SlackWorkspaceRetrieveParams(SlackWorkspaceRetrieveParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.slack_workspaces.retrieve` takes, and the options of the call."""


class SlackWorkspaceUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.claude_tag.slack_workspaces.update`."""

    settings: Required[ClaudeTagSettingsUpdateParam]


class SlackWorkspaceUpdateParams(SlackWorkspaceUpdateParamsBase, RequestOptions, total=False):
    """What `admin.claude_tag.slack_workspaces.update` takes, and the options of the call."""
