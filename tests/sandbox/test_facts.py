"""The sandbox beside the facts about the API: every operation is there, and what it returns has the API's form."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from claude_client.sandbox import Sandbox
from claude_client.sandbox.endpoints import ENDPOINTS
from claude_client.sandbox.models import MODELS

from .asking import WEATHER, body, ended, events
from .facts import facts, mistakes, operations, schema

SKILL = [("files[]", ("greeting/SKILL.md", b"---\nname: greeting\ndescription: Greets.\n---\n"))]


def test_every_operation_has_an_endpoint() -> None:
    served = {(endpoint.method, endpoint.path) for endpoint in ENDPOINTS}

    missing = [(verb, path) for verb, path, _ in operations() if (verb, path) not in served]

    assert missing == []


def test_every_known_model_is_there() -> None:
    named = facts()["components"]["schemas"]["Model"]["anyOf"][0]["enum"]

    assert set(named) <= {name for model in MODELS for name in (model.id, model.alias)}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"thinking": {"type": "adaptive"}},
        {"tools": [WEATHER], "tool_choice": {"type": "any"}},
        {"tools": [{"type": "web_search_20250305", "name": "web_search"}], "question": "Search for news."},
        {"tools": [{"type": "code_execution_20250825", "name": "code_execution"}], "question": "Run some code."},
        {"tools": [{"type": "code_execution_20250522", "name": "code_execution"}], "question": "Run some code."},
        {
            "question": [
                {
                    "type": "document",
                    "source": {"type": "text", "media_type": "text/plain", "data": "One. Two."},
                    "citations": {"enabled": True},
                },
                {"type": "text", "text": "What is one?"},
            ]
        },
    ],
)
def test_messages_and_their_events_have_the_form_of_the_api(api: httpx.Client, fields: dict[str, Any]) -> None:
    asked = body(**fields)
    assert mistakes(api.post("/v1/messages", json=asked).json(), schema("messages.create")) == []

    found = events(api, asked)

    event = schema("messages.create", "text/event-stream")
    assert [mistakes(each, event) for each in found if each["type"] != "ping" and mistakes(each, event)] == []


@pytest.mark.parametrize(
    ("id", "path"),
    [
        ("models.list", "/v1/models"),
        ("models.retrieve", "/v1/models/claude-opus-5"),
        ("files.list", "/v1/files"),
        ("skills.list", "/v1/skills"),
        ("messages.batches.list", "/v1/messages/batches"),
    ],
)
def test_lists_have_the_form_of_the_api(api: httpx.Client, id: str, path: str) -> None:
    api.post("/v1/files", files={"file": ("a.txt", b"a")})
    api.post("/v1/skills", files=SKILL)
    api.post("/v1/messages/batches", json={"requests": [{"custom_id": "a", "params": body()}]})

    assert mistakes(api.get(path).json(), schema(id)) == []


def test_objects_have_the_form_of_the_api(api: httpx.Client) -> None:
    file = api.post("/v1/files", files={"file": ("a.txt", b"a")}).json()
    skill = api.post("/v1/skills", files=SKILL).json()
    versions = f"/v1/skills/{skill['id']}/versions"
    asked = {"model": "claude-opus-5", "prompt": "\n\nHuman: Hi\n\nAssistant:", "max_tokens_to_sample": 9}
    counted = {"model": "claude-opus-5", "messages": [{"role": "user", "content": "Hi"}]}

    responses = {
        "files.upload": file,
        "files.retrieve_metadata": api.get(f"/v1/files/{file['id']}").json(),
        "files.delete": api.delete(f"/v1/files/{file['id']}").json(),
        "skills.create": skill,
        "skills.versions.create": api.post(versions, files=SKILL).json(),
        "skills.versions.list": api.get(versions).json(),
        "skills.versions.retrieve": api.get(f"{versions}/latest").json(),
        "skills.versions.delete": api.delete(f"{versions}/latest").json(),
        "skills.retrieve": api.get(f"/v1/skills/{skill['id']}").json(),
        "skills.delete": api.delete(f"/v1/skills/{skill['id']}").json(),
        "completions.create": api.post("/v1/complete", json=asked).json(),
        "messages.count_tokens": api.post("/v1/messages/count_tokens", json=counted).json(),
    }

    assert {id: found for id, response in responses.items() if (found := mistakes(response, schema(id)))} == {}


def test_batches_have_the_form_of_the_api(api: httpx.Client) -> None:
    requests = [{"custom_id": "good", "params": body()}, {"custom_id": "wrong", "params": {}}]
    batch = api.post("/v1/messages/batches", json={"requests": requests}).json()
    done = ended(api, batch["id"])
    lines = api.get(f"/v1/messages/batches/{batch['id']}/results").text.splitlines()

    line = schema("messages.batches.results", "application/x-jsonl")
    assert mistakes(batch, schema("messages.batches.create")) == []
    assert mistakes(done, schema("messages.batches.retrieve")) == []
    assert [mistakes(json.loads(each), line) for each in lines] == [[], []]
    deleted = api.delete(f"/v1/messages/batches/{batch['id']}").json()
    assert mistakes(deleted, schema("messages.batches.delete")) == []


@pytest.mark.parametrize("version", ["2023-06-01", "2026-10-21"])
def test_the_admin_api_has_the_form_of_the_api(
    admin: httpx.Client, api: httpx.Client, sandbox: Sandbox, version: str
) -> None:
    admin.headers["anthropic-version"] = version
    api.post("/v1/messages", json=body(), headers={"user-agent": "claude-cli/2"})
    root = "/v1/organizations"
    user = admin.get(f"{root}/users").json()["data"][0]
    email = f"new-{version}@example.com"
    invite = admin.post(f"{root}/invites", json={"email": email, "role": "user"}).json()
    workspace = admin.post(f"{root}/workspaces", json={"name": "Team"}).json()
    one = f"{root}/workspaces/{workspace['id']}"
    added = admin.post(f"{one}/members", json={"user_id": user["id"], "workspace_role": "workspace_user"}).json()
    key = admin.get(f"{root}/api_keys").json()["data"][0]["id"]
    today = {"starting_at": "2026-01-01T00:00:00Z", "limit": 2}
    member = f"{one}/members/{user['id']}"

    responses = {
        "admin.organization.retrieve": admin.get(f"{root}/me").json(),
        "admin.users.list": admin.get(f"{root}/users").json(),
        "admin.users.retrieve": admin.get(f"{root}/users/{user['id']}").json(),
        "admin.invites.create": invite,
        "admin.invites.list": admin.get(f"{root}/invites").json(),
        "admin.invites.retrieve": admin.get(f"{root}/invites/{invite['id']}").json(),
        "admin.invites.delete": admin.delete(f"{root}/invites/{invite['id']}").json(),
        "admin.workspaces.create": workspace,
        "admin.workspaces.list": admin.get(f"{root}/workspaces", params={"include_default": "true"}).json(),
        "admin.workspaces.retrieve": admin.get(one).json(),
        "admin.workspaces.update": admin.post(one, json={"name": "Group"}).json(),
        "admin.workspaces.members.add": added,
        "admin.workspaces.members.list": admin.get(f"{one}/members").json(),
        "admin.workspaces.members.retrieve": admin.get(member).json(),
        "admin.workspaces.members.update": admin.post(member, json={"workspace_role": "workspace_admin"}).json(),
        "admin.workspaces.members.remove": admin.delete(member).json(),
        "admin.workspaces.archive": admin.post(f"{one}/archive").json(),
        "admin.api_keys.list": admin.get(f"{root}/api_keys").json(),
        "admin.api_keys.retrieve": admin.get(f"{root}/api_keys/{key}").json(),
        "admin.api_keys.update": admin.post(f"{root}/api_keys/{key}", json={}).json(),
        "admin.usage_report.retrieve_messages": admin.get(f"{root}/usage_report/messages", params=today).json(),
        "admin.cost_report.retrieve": admin.get(f"{root}/cost_report", params=today).json(),
    }

    assert {id: found for id, response in responses.items() if (found := mistakes(response, schema(id)))} == {}


def test_reports_with_something_in_them_have_the_form_of_the_api(admin: httpx.Client, api: httpx.Client) -> None:
    response = api.post("/v1/messages", json=body(), headers={"user-agent": "claude-cli/2"})
    day = response.headers["anthropic-ratelimit-requests-reset"][:10]
    root, start = "/v1/organizations", {"starting_at": f"{day}T00:00:00Z"}
    groups = {"group_by[]": ["model", "api_key_id", "context_window"]}

    responses = {
        "admin.usage_report.retrieve_messages": admin.get(
            f"{root}/usage_report/messages", params=start | groups
        ).json(),
        "admin.usage_report.retrieve_claude_code": admin.get(
            f"{root}/usage_report/claude_code", params={"starting_at": day}
        ).json(),
        "admin.cost_report.retrieve": admin.get(
            f"{root}/cost_report", params=start | {"group_by[]": ["description", "workspace_id"]}
        ).json(),
    }

    assert all(response["data"] for response in responses.values())
    assert {id: found for id, response in responses.items() if (found := mistakes(response, schema(id)))} == {}


def test_errors_have_the_form_of_the_api(api: httpx.Client) -> None:
    form = {"$ref": "#/components/schemas/ErrorResponse"}
    asked = [
        api.post("/v1/messages", json={}),
        api.get("/v1/none"),
        api.get("/v1/organizations/me"),
        api.get("/v1/models", headers={"x-api-key": ""}),
        api.post("/v1/messages", json=body(tools=[WEATHER, WEATHER])),
    ]

    assert [mistakes(response.json(), form) for response in asked] == [[]] * 5
