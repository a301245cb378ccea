"""What areas of the API do beside keeping objects: dreams go on, cases close, plugins are read, figures add up."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx
import pytest

from claude_client import ClaudeError, Client
from claude_client.sandbox import Sandbox

from .asking import refusal
from .conftest import HEADERS


@pytest.fixture
def calling(told: Sandbox) -> Iterator[Client]:
    options: dict[str, Any] = {"max_retries": 0, "strict": True}
    with Client(base_url=told.url, api_key=told.api_key, admin_api_key=told.admin_api_key, **options) as client:
        yield client


def refused(call: Any, status: int, says: str) -> None:
    with pytest.raises(ClaudeError, match=says) as found:
        call()
    assert getattr(found.value, "status_code", None) == status


# ---- dreams


def test_a_dream_keeps_each_memory_once_and_says_what_it_used(told: Sandbox, calling: Client) -> None:
    store = calling.memory_stores.create(name="A")
    for path, content in (("/a.md", "tea"), ("/b.md", "tea"), ("/c.md", "coffee")):
        calling.memory_stores.memories.create(store.id, path=path, content=content)
    dream = calling.dreams.create(inputs=[{"type": "memory_store", "memory_store_id": store.id}], model="claude-opus-5")
    assert dream.status == "pending"

    told.advance(1)

    done = calling.dreams.retrieve(dream.id)
    assert (done.status, done.usage.input_tokens > 0) == ("completed", True)
    kept = calling.memory_stores.memories.list(done.outputs[0].memory_store_id, view="full").data
    assert sorted(str(getattr(each, "content", "")) for each in kept) == ["coffee", "tea"]
    refused(lambda: calling.dreams.cancel(dream.id), 400, "is completed and can not be canceled")


def test_a_dream_whose_store_is_gone_fails() -> None:
    start = datetime(2026, 11, 30, tzinfo=timezone.utc)
    with Sandbox(clock=lambda: start) as sandbox, Client(base_url=sandbox.url, api_key=sandbox.api_key) as calling:
        store = calling.memory_stores.create(name="A")
        inputs: Any = [{"type": "memory_store", "memory_store_id": store.id}]
        dream = calling.dreams.create(inputs=inputs, model="claude-opus-5")
        refused(lambda: calling.dreams.archive(dream.id), 400, "only one that has ended can be archived")
        calling.memory_stores.delete(store.id)

        sandbox.advance(1)

        done = calling.dreams.retrieve(dream.id)
    assert done.error is not None
    assert (done.status, done.error.type) == ("failed", "memory_store_not_found")


# ---- what is seeded


def test_a_case_is_closed_by_one_response(told: Sandbox, calling: Client) -> None:
    case = told.seed("compliance_review_case", policy_categories=["fraud"])
    cases = calling.beta.compliance.review.cases
    assert [each.id for each in cases.list(status="open")] == [case["id"]]
    wrong: Any = [{"item_id": "critem_none", "determination": "violation"}]
    refused(
        lambda: cases.respond(case["id"], determination="violation", verdicts=wrong), 400, "is not an item of the case"
    )

    cases.respond(case["id"], determination="no_violation")

    assert [each.id for each in cases.list(status="closed")] == [case["id"]]
    refused(lambda: cases.respond(case["id"], determination="violation"), 400, "is closed")


@pytest.mark.parametrize(
    ("type", "fields", "says"),
    [
        ("case", {}, "there is no 'case' that can be seeded; expected one of analytics_artifact, "),
        ("compliance_review_case", {"size": 1}, "size: ComplianceReviewCase has no such field"),
        ("compliance_review_notice", {"case_ids": "a"}, "case_ids"),
        ("rbac_role_permission", {"rbac_role_id": "none"}, "there is no rbac_role 'none'"),
        ("rbac_role", {}, "display_name: Field required"),
        ("analytics_skill", {"date": "today"}, "date: Input should be a valid date"),
        ("spend_limit_increase_request", {"actor": {"user_id": "none"}}, "there is no user 'none'"),
    ],
)
def test_what_can_not_be_seeded_is_refused(told: Sandbox, type: str, fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        told.seed(type, **fields)

    response = httpx.post(f"{told.url}/_sandbox/objects", json={"type": type, "fields": fields})
    assert response.status_code in (400, 404)
    assert says in response.json()["error"]["message"]


def test_what_people_do_on_several_days_is_added_up(told: Sandbox, calling: Client) -> None:
    for day, made in (("2026-11-01", 2), ("2026-11-02", 3), ("2026-11-05", 9)):
        told.seed("analytics_artifact", date=day, artifact_type="html", artifacts_created_count=made)
        told.seed("analytics_plugin", date=day, plugin_name="p", invocation_count=made, distinct_user_count=made)

    day = calling.organization.analytics.artifacts.list(date="2026-11-02").data
    range_of_days = calling.organization.analytics.plugins.list(
        starting_date="2026-11-01", ending_date="2026-11-03"
    ).data

    assert [each.artifacts_created_count for each in day] == [3]
    assert [(each.invocation_count, each.distinct_user_count) for each in range_of_days] == [(5, 3)]


# ---- figures


def test_usage_and_cost_are_those_of_the_messages(calling: Client) -> None:
    since = (datetime.now(timezone.utc) - timedelta(days=2)).isoformat()
    first = calling.messages.create(model="claude-opus-5", max_tokens=50, messages=[{"role": "user", "content": "Hi"}])
    second = calling.messages.create(
        model="claude-haiku-4-5", max_tokens=50, messages=[{"role": "user", "content": "Hello there"}]
    )

    analytics = calling.beta.organization.analytics
    rows = analytics.usage.list(starting_at=since, group_by=["model", "api_key_id"]).data
    users = analytics.user_usage_report.list(starting_at=since).data
    only = analytics.usage.list(starting_at=since, models=[second.model]).data
    costs = analytics.cost.list(starting_at=since, group_by=["token_type"]).data
    whole = analytics.cost.list(starting_at=since).data
    report = calling.organization.cost_report.retrieve(starting_at=since, limit=31)

    assert {row.group.model: row.usage.output_tokens for row in rows} == {
        each.model: each.usage.output_tokens for each in (first, second)
    }
    assert [row.usage.requests for row in only] == [1]
    assert [row.usage.total_tokens for row in only] == [second.usage.input_tokens + second.usage.output_tokens]
    assert [row.requests for row in users] == [2]
    assert {row.group.token_type for row in costs} == {"uncached_input_tokens", "output_tokens"}
    total = sum(result.amount for bucket in report.data for result in bucket.results)
    assert sum(row.cost.amount for row in costs) == whole[0].cost.amount == total


def test_a_spend_limit_of_a_user_goes_before_that_of_the_organization(calling: Client) -> None:
    user, other, *_ = calling.organization.users.list().data
    limits = calling.organization.spend_limits
    limits.set(amount="1000", scope={"type": "organization"})
    limits.set(amount="7", scope={"type": "user", "user_id": user.id})

    found = {getattr(each.actor, "user_id", ""): each.amount for each in limits.effective.list(period=["monthly"])}

    assert (found[user.id], found[other.id]) == (7, 1000)


def test_a_workspace_has_no_more_than_the_organization(calling: Client) -> None:
    workspace = calling.organization.workspaces.create(name="A")
    group = calling.organization.rate_limits.list(group_type="model_group").data[0]
    most = next(each.value for each in group.limits if each.type == "requests_per_minute")
    limits = calling.organization.workspaces.rate_limits

    def update(value: int | None) -> Any:
        given: Any = [{"type": "requests_per_minute", "value": value}]
        return limits.update(group.id, workspace_id=workspace.id, limits=given)

    refused(lambda: update(most + 1), 400, f"expected 0 to {most}, the limit of the organization")
    update(most - 1)
    assert len(limits.list(workspace.id).data) == 1
    update(None)
    assert limits.list(workspace.id).data == []
    assert len(limits.list(workspace.id, include_inherited=True).data) > 1


# ---- plugins


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in files.items():
            archive.writestr(path.replace("__", "/"), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ([("a.md", b"A")], "there is no .claude-plugin/plugin.json"),
        ([(".claude-plugin/plugin.json", b"[]")], "is not a JSON object"),
        ([(".claude-plugin/plugin.json", b'{"name": "A b"}')], "has to have 1 to 64 characters"),
        ([("p/.claude-plugin/plugin.json", b'{"name": "a"}'), ("q/a.md", b"A")], "is outside of the plugin's folder"),
        ([("p/../plugin.json", b"{}")], "is not a path inside the plugin"),
        ([("p.zip", b"no zip")], "The zip can not be read"),
    ],
)
def test_what_is_no_plugin_is_refused(calling: Client, files: list[tuple[str, bytes]], says: str) -> None:
    refused(lambda: calling.beta.organization.plugins.create(files=files), 400, says)


def test_a_plugin_has_one_name_and_serves_the_latest_version_until_one_is_pinned(calling: Client) -> None:
    plugins = calling.beta.organization.plugins
    folder = [
        (".claude-plugin/plugin.json", json.dumps({"name": "tea"}).encode()),
        (".mcp.json", b'{"mcpServers": {"a": {}}}'),
    ]
    plugin = plugins.create(files=folder)
    assert (plugin.reach, plugin.organization_installation_preference) == ("remote", "available")
    refused(lambda: plugins.create(files=folder), 409, "There is a plugin 'tea' already")

    second = plugins.versions.create(plugin.id, files=folder)
    assert plugins.retrieve(plugin.id).served_version_id == second.id
    plugins.update(plugin.id, served_version_id=plugin.latest_version_id)
    plugins.versions.create(plugin.id, files=folder)

    assert plugins.retrieve(plugin.id).served_version_id == plugin.latest_version_id


def test_a_marketplace_is_told_what_is_wrong_with_it(calling: Client) -> None:
    entries = [{"name": "a", "source": "./a"}, {"name": "a", "source": "./a"}, {"name": "b", "source": "./none"}]
    manifest = json.dumps({"name": "m", "owner": {"name": "o"}, "plugins": entries})
    archive = zipped(**{".claude-plugin__marketplace.json": manifest, "a__README.md": "A"})

    report = calling.beta.organization.plugin_marketplaces.validate_archive(archive=archive)
    none = calling.beta.organization.plugin_marketplaces.validate_archive(archive=zipped(a="A"))

    assert [each.error_code for each in report.plugin_errors] == ["duplicate_name", "source_not_found"]
    assert (report.valid, report.total_plugin_count, len(report.plugin_warnings)) == (False, 3, 1)
    assert none.manifest_error_code == "manifest_not_found"


# ---- others


def test_an_order_of_groups_is_changed_only_by_who_knows_it(told: Sandbox) -> None:
    beta = {"anthropic-beta": "ce-claude-code-managed-settings-2026-10-06"}
    headers = {**HEADERS, **beta, "x-api-key": told.admin_api_key}
    path = "/v1/organizations/claude_code/managed_settings/configuration"
    with httpx.Client(base_url=told.url, headers=headers) as http:
        version = http.get(path).json()["rbac_group_order_version"]

        stale = refusal(http.post(path, json={"rbac_group_order": [], "rbac_group_order_version": "old"}))
        unknown = refusal(http.post(path, json={"rbac_group_order": ["x"], "rbac_group_order_version": version}))

    assert stale == (409, f"rbac_group_order_version: the order is at version {version}")
    assert unknown == (400, "rbac_group_order: expected each group that has settings, once")


def test_a_key_of_another_cloud_controls_no_google_data(calling: Client) -> None:
    aws: Any = {"type": "aws", "kms_arn": "arn:aws:kms:us-east-1:1:key/a"}
    key = calling.organization.external_keys.create(provider_config=aws)
    controls = calling.beta.organization.providers.google.projects.data_controls

    def update(id: str) -> Any:
        cmek: Any = {"type": "enabled", "external_key_ids": {"us-east1": id}}
        return controls.update("1", cmek=cmek)

    refused(lambda: update(key.id), 400, "is not a key of Google Cloud")
    refused(lambda: update("extkey_none"), 400, "there is no external key extkey_none")


# ---- agents


def test_the_schema_of_a_custom_tool_takes_any_keyword_and_keeps_it(calling: Client) -> None:
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "$comment": "c"}
    tool: Any = {"type": "custom", "name": "a", "description": "d", "input_schema": schema}

    agent = calling.agents.create(name="A", model="claude-opus-5", tools=[tool])

    kept: Any = agent.tools[0]
    assert kept.input_schema.to_dict() == {**schema, "properties": None, "required": None}
    wrong = {**tool, "input_schema": {**schema, "type": "obj"}}
    refused(lambda: calling.agents.create(name="A", model="claude-opus-5", tools=[wrong]), 400, "input_schema.type")


def test_a_fallback_takes_the_keys_that_the_api_names(calling: Client) -> None:
    fallback: Any = {"model": "claude-sonnet-5", "wit": 3}
    turns: Any = [{"role": "user", "content": "Hi"}]

    refused(
        lambda: calling.messages.create(
            model="claude-opus-5", max_tokens=9, messages=turns, fallbacks=[fallback],
            betas=["server-side-fallback-2026-07-01"],
        ),
        400, "wit",
    )  # fmt: skip


# ---- what belongs to a workspace, and what sessions are given


def test_files_skills_and_batches_belong_to_their_workspace(told: Sandbox, calling: Client) -> None:
    other = calling.organization.workspaces.create(name="Other").id
    skill = [("greeting/SKILL.md", b"---\nname: greeting\ndescription: Greets.\n---\nHi.\n")]
    turns: Any = [{"role": "user", "content": "Hi"}]
    request: Any = {"custom_id": "a", "params": {"model": "claude-opus-5", "max_tokens": 9, "messages": turns}}
    areas: list[tuple[Any, Any]] = [
        (calling.files, calling.files.upload(file=("a.txt", b"a", "text/plain"), workspace_id=other)),
        (calling.skills, calling.skills.create(files=skill, workspace_id=other)),
        (calling.messages.batches, calling.messages.batches.create(requests=[request], workspace_id=other)),
    ]

    for area, made in areas:
        read = area.retrieve_metadata if area is calling.files else area.retrieve
        assert read(made.id, workspace_id=other).id == made.id
        assert made.id in [each.id for each in area.list(workspace_id=other)]
        assert made.id not in [each.id for each in area.list()]
        refused(lambda read=read, made=made: read(made.id), 404, "not found")
    told.advance(1)
    file: Any = {"type": "document", "source": {"type": "file", "file_id": areas[0][1].id}}
    asked: Any = [{"role": "user", "content": [file, {"type": "text", "text": "What is it?"}]}]
    ask: Any = {"model": "claude-opus-5", "max_tokens": 9, "messages": asked}
    refused(lambda: calling.messages.create(**ask), 404, "File not found")
    assert calling.messages.create(**ask, workspace_id=other).content


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"vault_ids": ["vlt_none"]}, "vault: vlt_none is not found"),
        ({"resources": [{"type": "file", "file_id": "file_none"}]}, "file: file_none is not found"),
        ({"resources": [{"type": "memory_store", "memory_store_id": "m"}]}, "memory_store: m is not found"),
    ],
)
def test_a_session_is_given_what_is_there(calling: Client, given: Any, says: str) -> None:
    agent = calling.agents.create(name="A", model="claude-opus-5")
    environment = calling.environments.create(name="E")
    ids: Any = {"agent": agent.id, "environment_id": environment.id}

    refused(lambda: calling.sessions.create(**ids, **given), 404, says)


def test_a_memory_store_of_a_session_says_what_it_is_and_where(calling: Client) -> None:
    store = calling.memory_stores.create(name="notes", description="What was learnt")
    agent = calling.agents.create(name="A", model="claude-opus-5")
    given: Any = [{"type": "memory_store", "memory_store_id": store.id, "access": "read_only"}]
    found: list[Any] = []
    configs: list[Any] = [{"type": "cloud"}, {"type": "self_hosted"}]
    for config in configs:
        environment = calling.environments.create(name=f"E {config['type']}", config=config)
        session = calling.sessions.create(agent=agent.id, environment_id=environment.id, resources=given)
        found += session.resources

    assert [each.mount_path for each in found] == ["/mnt/memory/notes", None]
    assert {(each.name, each.description, each.access) for each in found} == {("notes", "What was learnt", "read_only")}


def test_files_of_a_session_are_listed_by_it(told: Sandbox, calling: Client) -> None:
    made = told.seed("file", filename="a.txt", content="a", scope={"type": "session", "id": "sesn_1"})
    told.seed("file", filename="b.txt", content="b")

    assert [each.id for each in calling.beta.files.list(scope_id="sesn_1")] == [made["id"]]
    assert calling.beta.files.retrieve_metadata(made["id"]).scope.id == "sesn_1"  # type: ignore[union-attr]
    assert calling.beta.files.list(scope_id="sesn_2").data == []


# ---- lists


def test_sessions_are_listed_by_agent_and_store_and_lead_both_ways(calling: Client) -> None:
    store = calling.memory_stores.create(name="notes")
    agents = [calling.agents.create(name=name, model="claude-opus-5") for name in "ab"]
    environment = calling.environments.create(name="E")
    given: list[Any] = [[], [{"type": "memory_store", "memory_store_id": store.id}]] * 2
    made = [
        calling.sessions.create(agent=agents[n // 2].id, environment_id=environment.id, resources=resources).id
        for n, resources in enumerate(given)
    ]
    calling.agents.update(agents[1].id, version=1, name="c")
    made.append(calling.sessions.create(agent=agents[1].id, environment_id=environment.id).id)

    def listed(**query: Any) -> list[str]:
        return [each.id for each in calling.sessions.list(**query)]

    assert listed(agent_id=agents[0].id, order="asc") == made[:2]
    assert listed(agent_id=agents[1].id, agent_version=2) == made[4:]
    assert listed(memory_store_id=store.id) == [made[3], made[1]]
    assert listed(memory_store_id="none") == listed(agent_id="none") == []
    for order, expected in (("desc", made[::-1]), ("asc", made)):
        pages: list[Any] = [calling.sessions.list(limit=2, order=order)]
        while pages[-1].next_page:
            pages.append(calling.sessions.list(limit=2, order=order, page=pages[-1].next_page))
        assert [[each.id for each in page.data] for page in pages] == [expected[:2], expected[2:4], expected[4:]]
        back = calling.sessions.list(limit=2, order=order, page=pages[2].prev_page)
        assert [each.id for each in back.data] == expected[2:4]
        first = calling.sessions.list(limit=2, order=order, page=back.prev_page)
        assert [each.id for each in first.data] == expected[:2]
        assert (pages[0].prev_page, first.prev_page, pages[2].next_page) == (None, None, None)
        again = calling.sessions.list(limit=2, order=order, page=first.next_page)
        assert [each.id for each in again.data] == expected[2:4]


def test_versions_of_memories_are_listed_by_who_made_them(calling: Client) -> None:
    store = calling.memory_stores.create(name="notes")
    calling.memory_stores.memories.create(store.id, path="/a.md", content="A")
    (version,) = calling.memory_stores.memory_versions.list(store.id)
    key: Any = version.created_by

    assert [each.id for each in calling.memory_stores.memory_versions.list(store.id, api_key_id=key.api_key_id)]
    for query in ({"api_key_id": "none"}, {"session_id": "none"}, {"service_account_id": "none"}):
        given: Any = query
        assert calling.memory_stores.memory_versions.list(store.id, **given).data == []


def test_destinations_are_listed_by_the_workspaces_that_they_cover(calling: Client) -> None:
    area = calling.organization.telemetry_destinations
    one, two = (calling.organization.workspaces.create(name=name).id for name in ("one", "two"))
    kinds: list[Any] = ["all", "include", "exclude"]
    made = {kind: area.create(endpoint_url="https://otel.example.com", workspaces={"type": kind}).id for kind in kinds}
    area.workspaces.add(one, destination_id=made["include"])
    told: Any = {"type": "exclude", "workspace_ids": [one]}
    made["exclude"] = area.create(endpoint_url="https://otel.example.com", workspaces=told).id
    assert [each.workspace_id for each in area.workspaces.list(made["exclude"])] == [one]

    def listed(*ids: str) -> set[str]:
        found = {each.id for each in area.list(workspace_ids=ids)}
        return {kind for kind, id in made.items() if id in found}

    assert listed(one) == {"all", "include"}
    assert listed(two) == {"all", "exclude"}
    assert listed("none") == set()


def test_profiles_by_name_do_not_count_case_and_end_with_those_without_one(calling: Client) -> None:
    ids = [calling.user_profiles.create(**({"name": name} if name else {})).id for name in ("b", None, "A", "C")]
    b, nameless, a, c = ids

    assert [each.id for each in calling.user_profiles.list(order_by="name", order="asc")] == [a, b, c, nameless]
    assert [each.id for each in calling.user_profiles.list(order_by="name", order="desc")] == [c, b, a, nameless]


def test_a_bundle_is_given_to_the_same_place_once(told: Sandbox, calling: Client) -> None:
    bundle = told.seed("claude_tag_bundle", display_name="B")["id"]
    slack = told.seed("claude_tag_slack_workspace", slack={"workspace_id": "T1"})["id"]
    targets = calling.organization.claude_tag.bundles.targets
    target: Any = {"type": "slack_workspace", "slack_workspace_id": slack}

    first, second = (targets.create(bundle, target=target) for _ in range(2))

    assert first.id == second.id
    assert len(targets.list(bundle).data) == 1
