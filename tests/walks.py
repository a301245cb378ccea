"""Walks through the areas of the API: what is called in turn, with what came of the calls before.

They know no client: `tests/sandbox/test_every_operation.py` goes them on ours, and `tests/clients/official.py` on the
official one, which has no other packages beside it. So nothing is imported here that is not Python's own.
"""

from __future__ import annotations

import io
import itertools
import json
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

Steps = Iterator[Any]
MODEL = "claude-opus-5"
TURNS = [{"role": "user", "content": "Hi"}]
SKILL = [("greeting/SKILL.md", b"---\nname: greeting\ndescription: Greets.\n---\nSay hello.\n")]
PEM = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"


class Api:
    """Calls a client by the names of operations; what a call gives is yielded, and comes back as its value."""

    numbers = itertools.count()

    def __init__(self) -> None:
        self.name = f"n{next(self.numbers)}"
        """A name that no other walk uses."""

    def __call__(self, operation: str, **arguments: Any) -> Any:
        """Make a call."""
        raise NotImplementedError

    def control(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        """Tell the sandbox something: `POST /_sandbox/name`."""
        raise NotImplementedError

    def list(self, lines: Any) -> Any:
        """Asks for the list of what an iterator holds."""
        raise NotImplementedError

    def seed(self, type: str, **fields: Any) -> dict[str, Any]:
        """Let the sandbox keep an object that no call makes."""
        return self.control("objects", {"type": type, "fields": fields})

    def plain(
        self, area: str, body: dict[str, Any], change: dict[str, Any] | None, actions: str, key: str, **ids: Any
    ) -> Steps:
        """What every area has: an object is made, listed, and read, changed, archived or deleted by its id."""
        made = yield self(f"{area}.create", **body, **ids)
        page = yield self(f"{area}.list", **ids)
        assert made.id in [each.id for each in page.data]
        for action in actions.split():
            yield self(f"{area}.{action}", **{key: made.id}, **ids, **((change or {}) if action == "update" else {}))
        return made


Walk = Callable[[Api], Steps]


def go(steps: Steps) -> None:
    """Go a walk whose calls give their values at once."""
    value = next(steps, None)
    while True:
        try:
            value = steps.send(value)
        except StopIteration:
            return


def messages(api: Api) -> Steps:
    yield api("messages.create", model=MODEL, max_tokens=9, messages=TURNS)
    yield api("messages.count_tokens", model=MODEL, messages=TURNS)
    yield api("models.list")
    yield api("models.retrieve", model_id=MODEL)


def batches(api: Api) -> Steps:
    request = {"custom_id": "a", "params": {"model": MODEL, "max_tokens": 9, "messages": TURNS}}
    batch = yield api("messages.batches.create", requests=[request])
    yield api("messages.batches.list")
    yield api("messages.batches.cancel", message_batch_id=batch.id)
    while (yield api("messages.batches.retrieve", message_batch_id=batch.id)).processing_status != "ended":
        pass
    assert (yield api.list(api("messages.batches.results", message_batch_id=batch.id)))
    yield api("messages.batches.delete", message_batch_id=batch.id)


def files(api: Api) -> Steps:
    file = yield api("files.upload", file=("a.txt", b"a", "text/plain"))
    yield api("files.list")
    yield api("files.retrieve_metadata", file_id=file.id)
    made = api.seed("file", filename="b.txt", content="b")
    download = yield api("files.download", file_id=made["id"])
    assert (yield download.read()) == b"b"
    yield api("files.delete", file_id=file.id)


def skills(api: Api) -> Steps:
    skill = yield api("skills.create", files=SKILL)
    version = yield api("skills.versions.create", skill_id=skill.id, files=SKILL)
    ids = {"skill_id": skill.id, "version": version.id}
    yield api("skills.list")
    yield api("skills.retrieve", skill_id=skill.id)
    yield api("skills.versions.list", skill_id=skill.id)
    yield api("skills.versions.retrieve", **ids)
    download = yield api("skills.versions.download", **ids)
    assert (yield download.read()).startswith(b"PK")
    yield api("skills.versions.delete", **ids)
    yield api("skills.delete", skill_id=skill.id)


def agents(api: Api) -> Steps:
    agent = yield from api.plain(
        "agents", {"name": "A", "model": MODEL}, {"name": "B"}, "retrieve update archive", "agent_id"
    )
    yield api("agents.versions.list", agent_id=agent.id)
    yield from api.plain(
        "environments", {"name": "A"}, {"name": "B"}, "retrieve update archive delete", "environment_id"
    )


HARBOUR = {"type": "object", "properties": {"harbour": {"type": "string"}}, "required": ["harbour"]}
TIDE = {"type": "custom", "name": "get_tide", "description": "The tide of a harbour", "input_schema": HARBOUR}
ASK = {"type": "user.message", "content": [{"type": "text", "text": "What is the tide in the harbour Galway?"}]}


def _asked(api: Api) -> Iterator[Any]:
    """A session whose agent waits for the result of a tool."""
    agent = yield api("agents.create", name=api.name, model=MODEL, tools=[TIDE])
    environment = yield api("environments.create", name=api.name, config={"type": "self_hosted"})
    return (yield api("sessions.create", agent=agent.id, environment_id=environment.id, initial_events=[ASK]))


def sessions(api: Api) -> Steps:
    asked = yield from _asked(api)
    token = {"type": "github_repository", "url": "https://github.com/a/b", "authorization_token": "t"}
    given = {"agent": asked.agent.id, "environment_id": asked.environment_id, "resources": [token]}
    session = yield api("sessions.create", initial_events=[ASK], **given)
    [repository] = session.resources
    ids = {"session_id": session.id}
    page = yield api("sessions.list")
    assert session.id in [each.id for each in page.data]
    yield api("sessions.retrieve", **ids)
    yield api("sessions.update", title="Tides", **ids)
    events = (yield api("sessions.events.list", **ids)).data
    [call] = [each for each in events if each.type == "agent.custom_tool_use"]
    result = {
        "type": "user.custom_tool_result",
        "custom_tool_use_id": call.id,
        "content": [{"type": "text", "text": "5 m"}],
    }
    sent = yield api("sessions.events.send", events=[result], **ids)
    assert [each.type for each in sent.data] == ["user.custom_tool_result"]
    kept = api.seed("file", filename="a.txt", content="a")
    resource = yield api("sessions.resources.add", type="file", file_id=kept["id"], **ids)
    one = {"resource_id": resource.id, **ids}
    yield api("sessions.resources.list", **ids)
    yield api("sessions.resources.retrieve", **one)
    yield api("sessions.resources.update", authorization_token="t", resource_id=repository.id, **ids)
    yield api("sessions.resources.delete", **one)
    [thread] = (yield api("sessions.threads.list", **ids)).data
    below = {"thread_id": thread.id, **ids}
    yield api("sessions.threads.retrieve", **below)
    yield api("sessions.threads.events.list", **below)
    yield api("sessions.threads.archive", **below)
    yield api("sessions.archive", **ids)
    assert (yield api.list(api("sessions.events.stream", **ids))) == []
    assert (yield api.list(api("sessions.threads.events.stream", **below))) == []
    yield api("sessions.delete", **ids)


def work(api: Api) -> Steps:
    session = yield from _asked(api)
    ids = {"environment_id": session.environment_id}
    stats = yield api("environments.work.stats", **ids)
    assert stats.depth == 1
    item = yield api("environments.work.poll", **ids)
    assert item.data.id == session.id
    assert (yield api("environments.work.poll", **ids)) is None
    one = {"work_id": item.id, **ids}
    yield api("environments.work.ack", **one)
    beat = yield api("environments.work.heartbeat", expected_last_heartbeat="NO_HEARTBEAT", **one)
    assert beat.lease_extended
    yield api("environments.work.update", metadata={"host": "a"}, **one)
    yield api("environments.work.list", **ids)
    assert (yield api("environments.work.stop", force=True, **one)).state == "stopped"
    assert (yield api("environments.work.retrieve", **one)).metadata == {"host": "a"}


def vaults(api: Api) -> Steps:
    vault = yield api("vaults.create", display_name="A")
    auth = {"type": "mcp_oauth", "access_token": "t", "mcp_server_url": "https://mcp.example.com"}
    actions = "retrieve update mcp_oauth_validate archive delete"
    yield from api.plain(
        "vaults.credentials", {"auth": auth}, {"display_name": "B"}, actions, "credential_id", vault_id=vault.id
    )
    yield from api.plain(
        "vaults", {"display_name": "A"}, {"display_name": "B"}, "retrieve update archive delete", "vault_id"
    )


def memory_stores(api: Api) -> Steps:
    store = yield api("memory_stores.create", name="A")
    ids = {"memory_store_id": store.id}
    memory = {"path": "/a.md", "content": "A"}
    yield from api.plain(
        "memory_stores.memories", memory, {"content": "B"}, "retrieve update delete", "memory_id", **ids
    )
    version, *_ = (yield api("memory_stores.memory_versions.list", **ids)).data
    yield api("memory_stores.memory_versions.retrieve", memory_version_id=version.id, **ids)
    yield api("memory_stores.memory_versions.redact", memory_version_id=version.id, **ids)
    yield from api.plain(
        "memory_stores", {"name": "A"}, {"description": "B"}, "retrieve update archive delete", "memory_store_id"
    )


def deployments(api: Api) -> Steps:
    agent = yield api("agents.create", name="A", model=MODEL)
    environment = yield api("environments.create", name="A")
    event = {"type": "user.message", "content": [{"type": "text", "text": "Hi"}]}
    body = {"name": "D", "agent": agent.id, "environment_id": environment.id, "initial_events": [event]}
    schedule = {"type": "cron", "expression": "0 9 * * *", "timezone": "Europe/Berlin"}
    actions = "retrieve update run pause unpause archive"
    yield from api.plain("deployments", {**body, "schedule": schedule}, {"name": "E"}, actions, "deployment_id")
    run, *_ = (yield api("deployment_runs.list")).data
    yield api("deployment_runs.retrieve", deployment_run_id=run.id)


def dreams(api: Api) -> Steps:
    store = yield api("memory_stores.create", name="A")
    yield api("memory_stores.memories.create", memory_store_id=store.id, path="/a.md", content="A")
    given = {"inputs": [{"type": "memory_store", "memory_store_id": store.id}], "model": MODEL}
    canceled = yield api("dreams.create", **given)
    yield api("dreams.cancel", dream_id=canceled.id)
    dream = yield api("dreams.create", **given)
    api.control("clock", {"advance_seconds": 60})
    assert (yield api("dreams.retrieve", dream_id=dream.id)).status == "completed"
    yield api("dreams.list")
    yield api("dreams.archive", dream_id=dream.id)


def tunnels(api: Api) -> Steps:
    tunnel = yield api("tunnels.create", display_name="A")
    pem = {"ca_certificate_pem": PEM}
    yield from api.plain("tunnels.certificates", pem, None, "retrieve archive", "certificate_id", tunnel_id=tunnel.id)
    yield from api.plain(
        "tunnels", {"display_name": "A"}, None, "retrieve reveal_token rotate_token archive", "tunnel_id"
    )


def user_profiles(api: Api) -> Steps:
    profile = yield api("user_profiles.create", name="A", access_type="application")
    ids = {"user_profile_id": profile.id}
    yield api("user_profiles.action_urls.create", action={"type": "enroll_end_user"}, **ids)
    yield api("user_profiles.create_enrollment_url", **ids)
    controls = "user_profiles.providers.google.data_controls"
    yield api(f"{controls}.retrieve", **ids)
    key = yield from _google_key(api)
    yield api(f"{controls}.update", cmek={"type": "enabled", "external_key_ids": {"us-east1": key}}, **ids)
    yield from api.plain(
        "user_profiles", {"name": "A"}, {"metadata": {"a": "b"}}, "retrieve update delete", "user_profile_id"
    )


def _google_key(api: Api) -> Iterator[Any]:
    made = yield api("admin.external_keys.create", provider_config={"type": "gcp", "key_name": "k"})
    return made.id


def google(api: Api) -> Steps:
    controls = "admin.providers.google.projects.data_controls"
    yield api(f"{controls}.retrieve", project_number="1")
    key = yield from _google_key(api)
    bucket = {"bucket_name": "b", "project_number": "1"}
    on = yield api(
        f"{controls}.update",
        project_number="1",
        cmek={"type": "enabled", "external_key_ids": {"us-east1": key}},
        storage={"type": "enabled", "buckets": {"us-east1": bucket}},
    )
    assert (on.cmek.status["us-east1"].type, on.storage.status["us-east1"].type) == ("active", "active")
    off = yield api(f"{controls}.update", project_number="1", cmek={"type": "disabled"}, storage={"type": "disabled"})
    assert off.cmek.retired_keys[-1].external_key_id == key
    assert off.storage.retired_buckets[-1].bucket_name == "b"


def compliance(api: Api) -> Steps:
    item = api.seed("compliance_review_item")
    transcript = {"item_id": item["id"], "user_profile_id": None}
    case = api.seed("compliance_review_case", policy_categories=["fraud"], transcripts=[transcript])
    notice = api.seed("compliance_review_notice", case_ids=[case["id"]])
    assert case["id"] in [each.id for each in (yield api("compliance.review.cases.list")).data]
    assert notice["id"] in [each.id for each in (yield api("compliance.review.notices.list", case_id=case["id"])).data]
    yield api("compliance.review.cases.retrieve", case_id=case["id"])
    yield api("compliance.review.items.retrieve", item_id=item["id"])
    verdicts = [{"item_id": item["id"], "determination": "no_violation"}]
    done = yield api(
        "compliance.review.cases.respond", case_id=case["id"], determination="no_violation", verdicts=verdicts
    )
    assert (done.status.type, done.status.reason.type) == ("closed", "responded")


def organization(api: Api) -> Steps:
    yield api("admin.organization.retrieve")
    invite = yield api("admin.invites.create", email=f"{api.name}@example.com", role="user")
    yield api("admin.invites.list")
    yield api("admin.invites.retrieve", invite_id=invite.id)
    yield api("admin.invites.delete", invite_id=invite.id)
    keys = (yield api("admin.api_keys.list")).data
    yield api("admin.api_keys.retrieve", api_key_id=keys[0].id)
    yield api("admin.api_keys.update", api_key_id=keys[0].id, name="A")
    yield api("admin.compliance_settings.retrieve")
    yield api("admin.compliance_settings.update", state={"type": "enabled"})


def users(api: Api) -> Steps:
    user_id = api.seed("user", name="Edsger", email=f"{api.name}@example.com")["id"]
    assert user_id in [each.id for each in (yield api("admin.users.list")).data]
    yield api("admin.users.retrieve", user_id=user_id)
    yield api("admin.users.update", user_id=user_id, role="developer")
    yield api("admin.users.sign_out", user_id=user_id)
    workspace = yield api("admin.workspaces.create", name=api.name)
    ids = {"workspace_id": workspace.id}
    yield api("admin.workspaces.list")
    yield api("admin.workspaces.retrieve", **ids)
    yield api("admin.workspaces.update", name=f"{api.name}b", **ids)
    members, one = "admin.workspaces.members", {"user_id": user_id, **ids}
    yield api(f"{members}.add", workspace_role="workspace_user", **one)
    yield api(f"{members}.list", **ids)
    yield api(f"{members}.retrieve", **one)
    yield api(f"{members}.update", workspace_role="workspace_developer", **one)
    yield api(f"{members}.remove", **one)
    yield api("admin.workspaces.archive", **ids)
    yield api("admin.users.remove", user_id=user_id)


def groups(api: Api) -> Steps:
    group = yield api("admin.rbac_groups.create", name=api.name)
    ids = {"rbac_group_id": group.id}
    user, *_ = (yield api("admin.users.list")).data
    yield api("admin.rbac_groups.members.add", user_id=user.id, **ids)
    yield api("admin.rbac_groups.members.list", **ids)
    yield api("admin.rbac_groups.members.remove", user_id=user.id, **ids)
    role, *_ = (yield api("admin.rbac_roles.list")).data
    yield api("admin.rbac_roles.retrieve", rbac_role_id=role.id)
    assert (yield api("admin.rbac_roles.permissions.list", rbac_role_id=role.id)).data
    settings = "admin.claude_code.managed_settings"
    yield api(f"{settings}.rbac_groups.set", settings={"model": "opus"}, **ids)
    yield api(f"{settings}.rbac_groups.list")
    yield api(f"{settings}.rbac_groups.retrieve", **ids)
    now = yield api(f"{settings}.configuration.retrieve")
    assert group.id in now.rbac_group_order
    yield api(
        f"{settings}.configuration.update",
        mode={"type": "rbac_groups"},
        rbac_group_order=now.rbac_group_order[::-1],
        rbac_group_order_version=now.rbac_group_order_version,
    )
    yield api(f"{settings}.rbac_groups.delete", **ids)
    yield api(f"{settings}.rbac_group_default.update", settings={"model": "opus"})
    assert (yield api(f"{settings}.rbac_group_default.retrieve")).settings == {"model": "opus"}
    renamed = {"name": f"{api.name}c"}
    yield from api.plain(
        "admin.rbac_groups", {"name": f"{api.name}b"}, renamed, "retrieve update delete", "rbac_group_id"
    )


def accounts(api: Api) -> Steps:
    account = yield api("admin.service_accounts.create", name=api.name)
    workspace = yield api("admin.workspaces.create", name=api.name)
    ids = {"service_account_id": account.id}
    role = {"workspace_role": "workspace_developer"}
    yield api("admin.service_accounts.workspaces.add", workspace_id=workspace.id, **role, **ids)
    yield api("admin.service_accounts.workspaces.list", **ids)
    yield api("admin.service_accounts.workspaces.remove", workspace_id=workspace.id, **ids)
    seen, one = "admin.workspaces.service_accounts", {"workspace_id": workspace.id, **ids}
    yield api(f"{seen}.add", **role, **one)
    assert [each.service_account_id for each in (yield api(f"{seen}.list", workspace_id=workspace.id)).data]
    yield api(f"{seen}.retrieve", **one)
    yield api(f"{seen}.update", workspace_role="workspace_user", **one)
    yield api(f"{seen}.remove", **one)
    issuer = {"name": api.name, "issuer_url": "https://issuer.example.com"}
    kept = yield api("admin.federation.issuers.create", **{**issuer, "name": f"{api.name}b"})
    changed = {"name": f"{api.name}c"}
    yield from api.plain("admin.federation.issuers", issuer, changed, "retrieve update archive", "federation_issuer_id")
    rule = {
        "name": api.name, "issuer_id": kept.id, "match": {"subject_prefix": "repo:"}, "oauth_scope": "api",
        "target": {"type": "service_account", "service_account_id": account.id},
    }  # fmt: skip
    made = yield api("admin.federation.rules.create", **rule)
    of_rule = {"federation_rule_id": made.id}
    yield api("admin.federation.rules.workspaces.add", workspace_id=workspace.id, **of_rule)
    yield api("admin.federation.rules.workspaces.list", **of_rule)
    yield api("admin.federation.rules.workspaces.remove", workspace_id=workspace.id, **of_rule)
    again = {**rule, "name": f"{api.name}d"}
    yield from api.plain(
        "admin.federation.rules", again, {"description": "B"}, "retrieve update archive", "federation_rule_id"
    )
    again = {"name": f"{api.name}e"}
    yield from api.plain(
        "admin.service_accounts", again, {"description": "B"}, "retrieve update archive", "service_account_id"
    )


def storage(api: Api) -> Steps:
    key = {"provider_config": {"type": "gcp", "key_name": "k"}}
    named = {"display_name": "B"}
    yield from api.plain("admin.external_keys", key, named, "retrieve update validate delete", "external_key_id")
    bucket = {"type": "gcp", "bucket_name": "b", "project_number": "1", "region": "us-east1"}
    given = {"provider_config": bucket}
    yield from api.plain(
        "admin.external_storage", given, named, "retrieve update activate delete", "external_storage_id"
    )
    destination = {"endpoint_url": "https://otel.example.com", "workspaces": {"type": "all"}}
    area = "admin.telemetry_destinations"
    made = yield api(f"{area}.create", **destination)
    workspace, *_ = (yield api("admin.workspaces.list")).data
    one = {"destination_id": made.id, "workspace_id": workspace.id}
    yield api(f"{area}.workspaces.add", **one)
    yield api(f"{area}.workspaces.list", destination_id=made.id)
    yield api(f"{area}.workspaces.remove", **one)
    yield from api.plain(area, destination, named, "retrieve update test delete", "destination_id")
    webhook = {"url": "https://hooks.example.com", "enabled_events": ["external_key.failed"]}
    actions = "retrieve update regenerate_signing_secret delete"
    yield from api.plain("admin.webhooks", webhook, {"name": "B"}, actions, "webhook_endpoint_id")


def limits(api: Api) -> Steps:
    workspace = yield api("admin.workspaces.create", name=api.name)
    found = (yield api("admin.rate_limits.list", group_type="model_group")).data
    value = {"type": "requests_per_minute", "value": 7}
    ids = {"workspace_id": workspace.id}
    yield api("admin.workspaces.rate_limits.update", rate_limit_id=found[0].id, limits=[value], **ids)
    (own,) = (yield api("admin.workspaces.rate_limits.list", **ids)).data
    assert (own.rate_limit_id, [(each.value, each.source.type) for each in own.limits]) == (
        found[0].id, [(7, "workspace")])  # fmt: skip
    user, *_ = (yield api("admin.users.list")).data
    area, scope = "admin.spend_limits", {"type": "user", "user_id": user.id}
    limit = yield api(f"{area}.set", amount="100", scope=scope)
    yield api(f"{area}.list")
    yield api(f"{area}.retrieve", spend_limit_id=limit.id)
    (effective,) = (yield api(f"{area}.effective.list", user_ids=[user.id], period=["monthly"])).data
    assert (Decimal(effective.amount), effective.spend_limit_id) == (Decimal(100), limit.id)
    for answer, more in (("approve", {"amount": "200"}), ("deny", {})):
        actor = {"type": "user_actor", "user_id": user.id}
        request = api.seed("spend_limit_increase_request", actor=actor)
        yield api(f"{area}.increase_requests.list")
        yield api(f"{area}.increase_requests.retrieve", spend_limit_increase_request_id=request["id"])
        yield api(f"{area}.increase_requests.{answer}", spend_limit_increase_request_id=request["id"], **more)
    assert (yield api(f"{area}.retrieve", spend_limit_id=limit.id)).amount in ("200", Decimal(200))
    yield api(f"{area}.delete", spend_limit_id=limit.id)


def plugin_files(name: str) -> list[tuple[str, bytes]]:
    manifest = json.dumps({"name": name, "version": "1.0.0", "description": "d"}).encode()
    return [(".claude-plugin/plugin.json", manifest), ("commands/hello.md", b"Hello"), ("hooks/hooks.json", b"{}")]


def marketplace(*plugins: dict[str, Any]) -> bytes:
    """A marketplace in a zip."""
    packed = io.BytesIO()
    manifest = {"name": "m", "owner": {"name": "o"}, "plugins": list(plugins)}
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(".claude-plugin/marketplace.json", json.dumps(manifest))
        archive.writestr("a/README.md", "A")
    return packed.getvalue()


def plugins(api: Api) -> Steps:
    area = "admin.plugins"
    plugin = yield api(f"{area}.create", files=plugin_files(api.name), release_notes="first")
    assert [(each.type, each.name) for each in plugin.components] == [("command", "hello"), ("hook", "hooks")]
    ids = {"plugin_id": plugin.id}
    yield api(f"{area}.list")
    yield api(f"{area}.retrieve", **ids)
    version = yield api(f"{area}.versions.create", files=plugin_files(api.name), **ids)
    yield api(f"{area}.versions.list", **ids)
    yield api(f"{area}.versions.retrieve", version=version.id, **ids)
    download = yield api(f"{area}.versions.download", version=version.id, **ids)
    assert (yield download.read()).startswith(b"PK")
    pinned = yield api(f"{area}.update", served_version_id=plugin.latest_version_id, **ids)
    assert (pinned.served_version_pinned, pinned.latest_version_id) == (True, version.id)
    setting = {"target": "organization", **ids}
    yield api(f"{area}.installation_settings.set", installation_preference="required", **setting)
    yield api(f"{area}.installation_settings.list", **ids)
    yield api(f"{area}.installation_settings.remove", **setting)
    api.seed("plugin_share", plugin_id=plugin.id)
    assert (yield api(f"{area}.shares.list", **ids)).data
    yield api(f"{area}.delete", **ids)
    area = "admin.plugin_marketplaces"
    found, *_ = (yield api(f"{area}.list")).data
    yield api(f"{area}.retrieve", marketplace_id=found.id)
    yield api(f"{area}.update", marketplace_id=found.id, default_installation_preference="available")
    good = marketplace({"name": "a", "source": "./a", "description": "d"})
    assert (yield api(f"{area}.validate_archive", archive=("m.zip", good, "application/zip"))).valid
    yield api(f"{area}.validate_repository", repository_url="https://git.example.com/m")


def claude_tag(api: Api) -> Steps:
    area = "admin.claude_tag"
    slack = api.seed("claude_tag_slack_workspace", slack={"workspace_id": f"T{api.name}"})
    bundle = api.seed("claude_tag_bundle", display_name="B")
    yield api(f"{area}.slack_workspaces.list")
    yield api(f"{area}.slack_workspaces.retrieve", id=slack["id"])
    yield api(f"{area}.slack_workspaces.update", id=slack["id"], settings={"instructions": "Be brief.", "model": MODEL})
    identifiers = {"workspace_id": f"T{api.name}", "channel_id": "C1"}
    channel = yield api(f"{area}.slack_channels.create", slack=identifiers, settings={"instructions": "In rhyme."})
    yield api(f"{area}.slack_channels.list", slack_workspace_id=f"T{api.name}")
    whole = yield api(f"{area}.slack_channels.retrieve", id=channel.id, include_inherited=True)
    assert (whole.settings.model, whole.sources.model.type) == (MODEL, "slack_workspace")
    assert whole.settings.instructions == "Be brief.\n\nIn rhyme."
    assert whole.sources.enabled.type == "default"
    own = yield api(f"{area}.slack_channels.update", id=channel.id, settings={"enabled": False})
    assert (own.settings.enabled, own.settings.model) == (False, None)
    yield api(f"{area}.bundles.list")
    yield api(f"{area}.bundles.retrieve", bundle_id=bundle["id"])
    yield api(f"{area}.bundles.update", bundle_id=bundle["id"], instructions="i")
    ids = {"bundle_id": bundle["id"]}
    given = {"type": "slack_channel", "slack_channel_id": channel.id}
    target = yield api(f"{area}.bundles.targets.create", target=given, **ids)
    yield api(f"{area}.bundles.targets.list", **ids)
    yield api(f"{area}.bundles.targets.retrieve", target_id=target.id, **ids)
    yield api(f"{area}.bundles.targets.delete", target_id=target.id, **ids)
    yield api(f"{area}.slack_channels.delete", id=channel.id)


def reports(api: Api) -> Steps:
    yield api("messages.create", model=MODEL, max_tokens=9, messages=TURNS)
    today = api.seed("analytics_skill", date="2026-11-01", skill_name="s", distinct_user_count=3)
    assert today["office_metrics"]["word"] == {"distinct_session_skill_used_count": None}
    since = {"starting_at": "2025-01-01T00:00:00Z"}
    area = "admin.analytics"
    for report in ("usage", "cost", "user_usage_report", "user_cost_report"):
        assert (yield api(f"{area}.{report}.list", **since)).data
    for report in ("usage_report", "cost_report"):
        yield api(f"{area}.{report}.list", **since)
    assert (yield api(f"{area}.skills.list", date="2026-11-01")).data[0].skill_name == "s"
    for activity in ("users", "connectors", "plugins", "artifacts", "apps.chat.projects"):
        yield api(f"{area}.{activity}.list", date="2026-11-01")
    yield api(f"{area}.summaries.list", starting_date="2026-11-01")


def beside(api: Api) -> Steps:
    """What the official packages do not have."""
    yield api("completions.create", model="claude-2.1", max_tokens_to_sample=9, prompt="\n\nHuman: Hi\n\nAssistant:")
    yield api("admin.usage_report.retrieve_messages", starting_at="2025-01-01T00:00:00Z")
    yield api("admin.usage_report.retrieve_claude_code", starting_at="2026-11-01")
    yield api("admin.cost_report.retrieve", starting_at="2025-01-01T00:00:00Z")


OFFICIAL: tuple[Walk, ...] = (
    messages, batches, files, skills, agents, sessions, work, vaults, memory_stores, deployments, dreams, tunnels, user_profiles,
    google, compliance, organization, users, groups, accounts, storage, limits, plugins, claude_tag, reports,
)  # fmt: skip
"""What the official packages have too."""
WALKS = (*OFFICIAL, beside)
