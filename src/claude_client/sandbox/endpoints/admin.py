"""`/v1/organizations`: the organization with its users, invites, workspaces, their members, and keys."""

from __future__ import annotations

import re
from typing import Final

from ...types.params.api_keys import APIKeyUpdateParamsBase
from ...types.params.invites import InviteCreateParamsBase
from ...types.params.users import UserUpdateParamsBase
from ...types.params.workspaces import (
    WorkspaceCreateParamsBase,
    WorkspaceMemberAddParamsBase,
    WorkspaceMemberUpdateParamsBase,
    WorkspaceUpdateParamsBase,
)
from ..call import Call, Endpoint
from ..errors import invalid, not_found
from ..json_utils import Object, member, moment, now, timestamp
from ..organization import INVITE, KEY, MEMBER, USER, WORKSPACE, new_invite, new_workspace
from ..pages import page_by_id

LONGEST_NAME: Final = 40
KEY_STATUSES: Final = ("active", "archived", "expired", "inactive")
INVITE_STATUSES: Final = ("accepted", "expired", "pending")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def _require(call: Call, kind: str, id: str, parent: str = "") -> Object:
    found = call.state.store.get(kind, id, parent)
    if found is None:
        raise not_found(f"{kind.replace('_', ' ').capitalize()} not found: {id}")
    return found


async def retrieve_organization(call: Call) -> Object:
    return call.state.organization


# ---- users


async def list_users(call: Call) -> Object:
    email, roles = call.query("email"), call.queries("roles")
    users = call.state.store.all(USER)[::-1]
    return page_by_id(
        call, [user for user in users if email in (None, user["email"]) and (not roles or user["role"] in roles)]
    )


async def retrieve_user(call: Call) -> Object:
    return _require(call, USER, call.path("user_id"))


async def update_user(call: Call) -> Object:
    user = _require(call, USER, call.path("user_id"))
    body = await call.body(UserUpdateParamsBase)
    if user["role"] in ("admin", "owner", "primary_owner"):
        raise invalid(f"role: The role of a user who is {user['role']} can not be changed here")
    user |= body
    call.state.store.put(USER, user["id"], user)
    return user


async def remove_user(call: Call) -> Object:
    user = _require(call, USER, call.path("user_id"))
    if user["role"] == "primary_owner":
        raise invalid("The primary owner can not be removed", error_code="cannot_remove_last_member")
    store = call.state.store
    with store.transaction():
        store.delete(USER, user["id"])
        for workspace in store.all(WORKSPACE):
            store.delete(MEMBER, user["id"], workspace["id"])
    return {"id": user["id"], "type": "user_deleted"}


# ---- invites


async def create_invite(call: Call) -> Object:
    body = await call.body(InviteCreateParamsBase)
    email, store = body["email"], call.state.store
    if not _EMAIL.fullmatch(email):
        raise invalid("email: value is not a valid email address")
    if any(user["email"] == email for user in store.all(USER)):
        raise invalid(f"{email} is a member already", error_code="already_member")
    if any(invite["email"] == email and _status(invite) == "pending" for invite in store.all(INVITE)):
        raise invalid(f"{email} was invited already", error_code="invite_already_exists")
    invite = new_invite(email, body["role"], body.get("rbac_group_ids") or [])
    store.put(INVITE, invite["id"], invite)
    return invite


async def list_invites(call: Call) -> Object:
    email, roles = call.query("email"), call.queries("roles")
    statuses = call.choices("statuses", INVITE_STATUSES) or INVITE_STATUSES
    invites = [_show_invite(invite) for invite in call.state.store.all(INVITE)[::-1]]
    wanted = [invite for invite in invites if invite["status"] in statuses and email in (None, invite["email"])]
    return page_by_id(call, [invite for invite in wanted if not roles or invite["role"] in roles])


async def retrieve_invite(call: Call) -> Object:
    return _show_invite(_require(call, INVITE, call.path("invite_id")))


async def delete_invite(call: Call) -> Object:
    invite = _require(call, INVITE, call.path("invite_id"))
    if _status(invite) != "pending":
        raise invalid(f"Only a pending invite can be deleted; this one is {_status(invite)}")
    call.state.store.put(INVITE, invite["id"], invite | {"status": "deleted"})
    return {"id": invite["id"], "type": "invite_deleted"}


def _show_invite(invite: Object) -> Object:
    return invite | {"status": _status(invite)}


def _status(invite: Object) -> str:
    late = invite["status"] == "pending" and moment(invite["expires_at"]) <= now()
    return "expired" if late else str(invite["status"])


# ---- workspaces


async def create_workspace(call: Call) -> Object:
    body = await call.body(WorkspaceCreateParamsBase)
    _check_name(body["name"])
    workspace = new_workspace(body)
    call.state.store.put(WORKSPACE, workspace["id"], workspace)
    return workspace


async def list_workspaces(call: Call) -> Object:
    archived, default, ids = call.truth("include_archived"), call.truth("include_default"), call.queries("ids")
    found = [
        workspace
        for workspace in call.state.store.all(WORKSPACE)[::-1]
        if (archived or not workspace["archived_at"])
        and (default or not workspace.get("is_default"))
        and (not ids or workspace["id"] in ids)
    ]
    return page_by_id(call, [_show_workspace(workspace) for workspace in found])


async def retrieve_workspace(call: Call) -> Object:
    return _show_workspace(_require(call, WORKSPACE, call.path("workspace_id")))


async def update_workspace(call: Call) -> Object:
    workspace = _own_workspace(call)
    changes = {name: value for name, value in (await call.optional_body(WorkspaceUpdateParamsBase)).items() if value}
    if "name" in changes:
        _check_name(changes["name"])
    if "tags" in changes:
        tags = {**workspace["tags"], **changes["tags"]}
        changes["tags"] = {name: value for name, value in tags.items() if value is not None}
    if "data_residency" in changes:
        given = {name: value for name, value in changes["data_residency"].items() if value is not None}
        changes["data_residency"] = {**workspace["data_residency"], **given}
    workspace |= changes
    call.state.store.put(WORKSPACE, workspace["id"], workspace)
    return _show_workspace(workspace)


async def archive_workspace(call: Call) -> Object:
    workspace = _own_workspace(call)
    workspace["archived_at"] = timestamp(now())
    call.state.store.put(WORKSPACE, workspace["id"], workspace)
    return _show_workspace(workspace)


def _own_workspace(call: Call) -> Object:
    """A workspace that may be changed."""
    workspace = _require(call, WORKSPACE, call.path("workspace_id"))
    if workspace.get("is_default"):
        raise invalid("The default workspace can not be changed")
    if workspace["archived_at"]:
        raise invalid(f"Workspace {workspace['id']} is archived")
    return workspace


def _check_name(name: str) -> None:
    if not 1 <= len(name) <= LONGEST_NAME:
        raise invalid(f"name: String should have 1 to {LONGEST_NAME} characters")


def _show_workspace(workspace: Object) -> Object:
    return {name: value for name, value in workspace.items() if name != "is_default"}


# ---- members of a workspace


async def add_member(call: Call) -> Object:
    workspace = _own_workspace(call)
    body = await call.body(WorkspaceMemberAddParamsBase)
    if call.state.store.get(USER, body["user_id"]) is None:
        raise not_found(f"User not found: {body['user_id']}")
    if call.state.store.get(MEMBER, body["user_id"], workspace["id"]):
        raise invalid(f"User {body['user_id']} is a member of the workspace already", error_code="already_member")
    added = {"type": "workspace_member", "workspace_id": workspace["id"], **body}
    call.state.store.put(MEMBER, body["user_id"], added, workspace["id"])
    return added


async def list_members(call: Call) -> Object:
    workspace = _require(call, WORKSPACE, call.path("workspace_id"))
    return page_by_id(call, call.state.store.all(MEMBER, workspace["id"])[::-1], key="user_id")


async def retrieve_member(call: Call) -> Object:
    workspace = _require(call, WORKSPACE, call.path("workspace_id"))
    return _require(call, MEMBER, call.path("user_id"), workspace["id"])


async def update_member(call: Call) -> Object:
    found = await retrieve_member(call)
    found |= await call.body(WorkspaceMemberUpdateParamsBase)
    call.state.store.put(MEMBER, found["user_id"], found, found["workspace_id"])
    return found


async def remove_member(call: Call) -> Object:
    found = await retrieve_member(call)
    call.state.store.delete(MEMBER, found["user_id"], found["workspace_id"])
    return {"type": "workspace_member_deleted", "user_id": found["user_id"], "workspace_id": found["workspace_id"]}


# ---- keys


async def list_keys(call: Call) -> Object:
    status, workspace_id, creator = call.query("status"), call.query("workspace_id"), call.query("created_by_user_id")
    if status not in (None, *KEY_STATUSES):
        raise invalid(f"status: Input should be one of {', '.join(KEY_STATUSES)}")
    keys = [
        key
        for key in call.state.store.all(KEY)[::-1]
        if status in (None, key["status"])
        and workspace_id in (None, key["scope"].get("workspace_id"))
        and creator in (None, member(key, "created_by").get("id"))
    ]
    return page_by_id(call, [_show_key(call, key) for key in keys])


async def retrieve_key(call: Call) -> Object:
    return _show_key(call, _require(call, KEY, call.path("api_key_id")))


async def update_key(call: Call) -> Object:
    key = _require(call, KEY, call.path("api_key_id"))
    body = await call.optional_body(APIKeyUpdateParamsBase)
    key |= {name: value for name, value in body.items() if value is not None}
    call.state.store.put(KEY, key["id"], key)
    return _show_key(call, key)


def _show_key(call: Call, key: Object) -> Object:
    return key if call.latest else key | {"workspace_id": key["scope"].get("workspace_id")}


_ROOT: Final = "/v1/organizations"
_WORKSPACE: Final = f"{_ROOT}/workspaces/{{workspace_id}}"
ENDPOINTS: Final = (
    Endpoint("GET", f"{_ROOT}/me", retrieve_organization),
    Endpoint("GET", f"{_ROOT}/users", list_users),
    Endpoint("GET", f"{_ROOT}/users/{{user_id}}", retrieve_user),
    Endpoint("POST", f"{_ROOT}/users/{{user_id}}", update_user),
    Endpoint("DELETE", f"{_ROOT}/users/{{user_id}}", remove_user),
    Endpoint("GET", f"{_ROOT}/invites", list_invites),
    Endpoint("POST", f"{_ROOT}/invites", create_invite),
    Endpoint("GET", f"{_ROOT}/invites/{{invite_id}}", retrieve_invite),
    Endpoint("DELETE", f"{_ROOT}/invites/{{invite_id}}", delete_invite),
    Endpoint("GET", f"{_ROOT}/workspaces", list_workspaces),
    Endpoint("POST", f"{_ROOT}/workspaces", create_workspace),
    Endpoint("GET", _WORKSPACE, retrieve_workspace),
    Endpoint("POST", _WORKSPACE, update_workspace),
    Endpoint("POST", f"{_WORKSPACE}/archive", archive_workspace),
    Endpoint("GET", f"{_WORKSPACE}/members", list_members),
    Endpoint("POST", f"{_WORKSPACE}/members", add_member),
    Endpoint("GET", f"{_WORKSPACE}/members/{{user_id}}", retrieve_member),
    Endpoint("POST", f"{_WORKSPACE}/members/{{user_id}}", update_member),
    Endpoint("DELETE", f"{_WORKSPACE}/members/{{user_id}}", remove_member),
    Endpoint("GET", f"{_ROOT}/api_keys", list_keys),
    Endpoint("GET", f"{_ROOT}/api_keys/{{api_key_id}}", retrieve_key),
    Endpoint("POST", f"{_ROOT}/api_keys/{{api_key_id}}", update_key),
)
