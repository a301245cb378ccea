"""`/v1/organizations` over real HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from claude_client.sandbox import API_KEY, Sandbox

from .asking import refusal

ROOT = "/v1/organizations"


def post(admin: httpx.Client, path: str, body: Any = None) -> Any:
    response = admin.post(ROOT + path, json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_an_ordinary_key_may_not(api: httpx.Client) -> None:
    response = api.get(f"{ROOT}/me")

    assert response.status_code == 403
    assert response.json()["error"]["type"] == "permission_error"


def test_the_organization_is_the_one_that_headers_name(admin: httpx.Client) -> None:
    response = admin.get(f"{ROOT}/me")

    assert response.json()["type"] == "organization"
    assert response.json()["id"] == response.headers["anthropic-organization-id"]


def test_users_are_listed_changed_and_removed() -> None:
    from claude_client.sandbox import ADMIN_API_KEY

    headers = {"x-api-key": ADMIN_API_KEY, "anthropic-version": "2023-06-01"}
    with Sandbox() as sandbox, httpx.Client(base_url=sandbox.url, headers=headers) as admin:
        users = admin.get(f"{ROOT}/users").json()["data"]
        grace = admin.get(f"{ROOT}/users", params={"email": "grace@example.com"}).json()["data"][0]

        changed = post(admin, f"/users/{grace['id']}", {"role": "billing"})
        removed = admin.delete(f"{ROOT}/users/{grace['id']}").json()

        assert len(users) == 3
        assert changed == grace | {"role": "billing"}
        assert removed == {"id": grace["id"], "type": "user_deleted"}
        assert admin.get(f"{ROOT}/users/{grace['id']}").status_code == 404


def test_the_primary_owner_stays(admin: httpx.Client) -> None:
    owner = admin.get(f"{ROOT}/users", params={"roles[]": "primary_owner"}).json()["data"][0]

    assert admin.delete(f"{ROOT}/users/{owner['id']}").json()["error"]["details"] == {
        "error_code": "cannot_remove_last_member"
    }
    assert admin.post(f"{ROOT}/users/{owner['id']}", json={"role": "user"}).status_code == 400


def test_a_role_that_there_is_not_is_refused(admin: httpx.Client) -> None:
    user = admin.get(f"{ROOT}/users").json()["data"][0]

    status, message = refusal(admin.post(f"{ROOT}/users/{user['id']}", json={"role": "king"}))

    assert status == 400
    assert message.startswith("role: Input should be 'billing'")


def test_an_invite_lives_from_creation_to_deletion(admin: httpx.Client) -> None:
    invite = post(admin, "/invites", {"email": "new@example.com", "role": "developer"})

    again = admin.post(f"{ROOT}/invites", json={"email": "new@example.com", "role": "user"})
    listed = admin.get(f"{ROOT}/invites", params={"statuses[]": "pending"}).json()["data"]
    deleted = admin.delete(f"{ROOT}/invites/{invite['id']}").json()

    assert invite["status"] == "pending"
    assert again.json()["error"]["details"] == {"error_code": "invite_already_exists"}
    assert invite in listed
    assert deleted == {"id": invite["id"], "type": "invite_deleted"}
    assert admin.get(f"{ROOT}/invites/{invite['id']}").json()["status"] == "deleted"


def test_a_member_can_not_be_invited(admin: httpx.Client) -> None:
    response = admin.post(f"{ROOT}/invites", json={"email": "ada@example.com", "role": "user"})

    assert response.json()["error"]["details"] == {"error_code": "already_member"}


def test_a_workspace_lives_from_creation_to_archive(admin: httpx.Client) -> None:
    workspace = post(admin, "/workspaces", {"name": "Research", "tags": {"team": "a", "cost": "b"}})
    path = f"/workspaces/{workspace['id']}"

    changed = post(admin, path, {"name": "Science", "tags": {"cost": None}})
    archived = post(admin, f"{path}/archive")

    assert changed == workspace | {"name": "Science", "tags": {"team": "a"}}
    assert archived["archived_at"]
    assert admin.post(ROOT + path, json={"name": "x"}).status_code == 400
    assert archived not in admin.get(f"{ROOT}/workspaces").json()["data"]
    assert archived in admin.get(f"{ROOT}/workspaces", params={"include_archived": "true"}).json()["data"]


def test_a_null_takes_a_tag_away_and_leaves_the_rest_of_a_workspace_as_it_is(admin: httpx.Client) -> None:
    workspace = post(admin, "/workspaces", {"name": "Research", "tags": {"team": "a"}})

    changed = post(
        admin,
        f"/workspaces/{workspace['id']}",
        {"name": None, "tags": {"team": None}, "data_residency": {"allowed_inference_geos": None}},
    )

    assert changed == workspace | {"tags": {}}


def test_the_default_workspace_is_listed_when_it_is_asked_for(admin: httpx.Client) -> None:
    def names(**query: str) -> list[str]:
        return [workspace["name"] for workspace in admin.get(f"{ROOT}/workspaces", params=query).json()["data"]]

    assert "Default" in names(include_default="true")
    assert "Default" not in names()


def test_members_of_a_workspace_come_and_go(admin: httpx.Client) -> None:
    user = admin.get(f"{ROOT}/users").json()["data"][0]["id"]
    members = f"/workspaces/{post(admin, '/workspaces', {'name': 'Team'})['id']}/members"

    added = post(admin, members, {"user_id": user, "workspace_role": "workspace_user"})
    changed = post(admin, f"{members}/{user}", {"workspace_role": "workspace_billing"})
    listed = admin.get(f"{ROOT}{members}").json()
    removed = admin.delete(f"{ROOT}{members}/{user}").json()

    assert changed == added | {"workspace_role": "workspace_billing"}
    assert listed == {"data": [changed], "has_more": False, "first_id": user, "last_id": user}
    assert removed["type"] == "workspace_member_deleted"
    assert admin.get(f"{ROOT}{members}/{user}").status_code == 404


def test_a_key_is_known_by_a_hint_and_can_be_switched_off(admin: httpx.Client, sandbox: Sandbox) -> None:
    secret = "sk-ant-api03-another-key-that-is-long-enough"
    headers = {"x-api-key": secret, "anthropic-version": "2023-06-01"}
    assert httpx.get(f"{sandbox.url}/v1/models", headers=headers).status_code == 200
    keys = admin.get(f"{ROOT}/api_keys").json()["data"]
    key = next(key for key in keys if key["partial_key_hint"] == "sk-ant-api03-a...ough")

    changed = post(admin, f"/api_keys/{key['id']}", {"name": "old", "status": "inactive"})

    assert changed == key | {"name": "old", "status": "inactive"}
    assert httpx.get(f"{sandbox.url}/v1/models", headers=headers).status_code == 401
    assert secret not in admin.get(f"{ROOT}/api_keys").text


@pytest.mark.parametrize(("version", "told"), [("2023-06-01", True), ("2026-10-21", False)])
def test_the_workspace_of_a_key_is_told_by_the_older_version(
    admin: httpx.Client, api: httpx.Client, version: str, told: bool
) -> None:
    api.get("/v1/models")
    key = admin.get(f"{ROOT}/api_keys", headers={"anthropic-version": version}).json()["data"][0]

    assert ("workspace_id" in key) is told
    assert key["scope"] == {"type": "organization"}


def test_keys_themselves_are_never_told(admin: httpx.Client, api: httpx.Client) -> None:
    api.get("/v1/models")

    assert API_KEY not in admin.get(f"{ROOT}/api_keys").text
