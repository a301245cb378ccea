"""`/v1/organizations/claude_tag`: Claude in Slack. A channel's settings fall back on those of its Slack workspace.

Bundles and Slack workspaces come from the console and from Slack, not from a call: see `Sandbox.seed`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...types import ClaudeTagBundleTargetCreateParam
from ..call import Call
from ..errors import Refusal, invalid, not_found
from ..json_utils import Object, member, new_id
from ..plain_objects import Kind

BETA: Final = "experimental-claude-tag-2026-10-21"
_ROOT: Final = "/v1/organizations/claude_tag"
_SETTINGS: Final = ("enabled", "environment_id", "guest_policy", "instructions", "model", "reply_mode")
_DEFAULTS: Final[Mapping[str, Any]] = {
    "enabled": True,
    "guest_policy": {"type": "restrict"},
    "reply_mode": {"type": "automatic"},
}
_OF_CHANNEL: Final = "slack_channel"
_OF_WORKSPACE: Final = "slack_workspace"


def _show(call: Call, found: Object) -> Object:
    """Settings with where each of them comes from; its own ones, or those that count."""
    kind = _OF_CHANNEL if "channel_id" in found["slack"] else _OF_WORKSPACE
    layers = [({"type": kind, f"{kind}_id": found["id"]}, found["settings"])]
    if call.truth("include_inherited"):
        if kind == _OF_CHANNEL and (above := _workspace_of(call, found["slack"]["workspace_id"])):
            layers.append(({"type": _OF_WORKSPACE, f"{_OF_WORKSPACE}_id": above["id"]}, above["settings"]))
        layers.append(({"type": "default"}, _DEFAULTS))
    settings: Object = {}
    sources: Object = {}
    for name in _SETTINGS:
        said = [(source, values[name]) for source, values in layers if values.get(name) is not None]
        settings[name], sources[name] = (said[0][1], said[0][0]) if said else (None, None)
        if name == "instructions":  # those of a channel are read after those of its workspace
            settings[name] = "\n\n".join(value for _, value in reversed(said)) or None
            sources[name] = [source for source, _ in reversed(said)]
    return {**found, "settings": settings, "sources": sources}


def _change(_call: Call, found: Object, body: Object) -> Mapping[str, Any]:
    return {"settings": {**found["settings"], **body["settings"]}}


def _workspace_of(call: Call, slack_id: str) -> Object | None:
    """The Slack workspace by its id, or by the one that Slack gives it."""
    for each in call.state.store.all(SLACK_WORKSPACES.type):
        if slack_id in (each["id"], each["slack"]["workspace_id"]):
            return each
    return None


def _make_channel(call: Call, body: Object) -> Mapping[str, Any]:
    if _workspace_of(call, body["slack"]["workspace_id"]) is None:
        raise not_found(f"slack.workspace_id: there is no Slack workspace {body['slack']['workspace_id']}")
    if any(each["slack"] == body["slack"] for each in call.state.store.all(SLACK_CHANNELS.type)):
        raise Refusal(409, f"slack.channel_id: {body['slack']['channel_id']} is set up already")
    return {"settings": member(body, "settings")}


class OfSlack(Kind):
    """What is also found by the ids that Slack gives."""

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for: Slack's ids of a workspace and of a channel."""
        others = super().filters(call)
        workspace, channel = call.query("slack_workspace_id"), call.query("slack_channel_id")
        known = None if workspace is None else _workspace_of(call, workspace)
        wanted = known["slack"]["workspace_id"] if known else workspace
        return lambda each: (
            others(each)
            and wanted in (None, each["slack"]["workspace_id"])
            and channel in (None, each["id"], each["slack"].get("channel_id"))
        )


class Channels(OfSlack):
    """Channels, which are listed a Slack workspace at a time."""

    async def list_page(self, call: Call) -> Object:
        """A page of the channels of a Slack workspace."""
        if call.query("slack_workspace_id") is None:
            raise invalid("slack_workspace_id: Field required")
        return await super().list_page(call)


SLACK_WORKSPACES: Final = OfSlack(
    "claude_tag_slack_workspace", f"{_ROOT}/slack_workspaces", "id", "ctws", "ClaudeTagSlackWorkspace",
    "SlackWorkspace", beta=BETA, actions=("list", "retrieve", "update"), show=_show, change=_change,
)  # fmt: skip
SLACK_CHANNELS: Final = Channels(
    "claude_tag_slack_channel", f"{_ROOT}/slack_channels", "id", "ctch", "ClaudeTagSlackChannel", "SlackChannel",
    beta=BETA, actions=("create", "list", "retrieve", "update", "delete"), make=_make_channel, show=_show,
    change=_change, deleted="slack_channel_deleted",
)  # fmt: skip

# ---- bundles

BUNDLES: Final = Kind(
    "claude_tag_bundle", f"{_ROOT}/bundles", "bundle_id", "ctbndl", "ClaudeTagBundle", "Bundle",
    beta=BETA, actions=("list", "retrieve", "update"),
)  # fmt: skip
TARGETS: Final = Kind(
    "claude_tag_bundle_target", f"{BUNDLES.path}/{{bundle_id}}/targets", "target_id", "ctbtgt",
    "ClaudeTagSlackChannelBundleTarget", "Target", parent=BUNDLES, beta=BETA,
    actions=("list", "retrieve", "delete"), deleted="bundle_target_deleted",
)  # fmt: skip


async def create_target(call: Call) -> Object:
    """Give a bundle to a channel or to a Slack workspace."""
    TARGETS.check_parent(call)
    body = await call.body(ClaudeTagBundleTargetCreateParam)
    kind = SLACK_CHANNELS if body["type"] == _OF_CHANNEL else SLACK_WORKSPACES
    id = body[f"{body['type']}_id"]
    if call.state.store.get(kind.type, id) is None:
        raise not_found(f"{body['type'].replace('_', ' ').capitalize()} not found: {id}")
    with call.state.store.transaction():
        for known in call.state.store.all(TARGETS.type, TARGETS.parent_id(call)):
            if known["type"] == body["type"] and known[f"{body['type']}_id"] == id:
                return known  # a bundle is given to the same place once
        made: Object = {"id": new_id(TARGETS.prefix), "created_at": call.state.timestamp(), **body}
        TARGETS.put(call, made)
    return made


ENDPOINTS: Final = (
    *SLACK_WORKSPACES.endpoints(),
    *SLACK_CHANNELS.endpoints(),
    *BUNDLES.endpoints(),
    *TARGETS.endpoints(),
    TARGETS.on_all("POST", create_target),
)
SEEDED: Final = (SLACK_WORKSPACES, BUNDLES)
