"""Who is in a sandbox's organization from the start, and the keys that were seen on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from .errors import Refusal
from .json_utils import Object, member, new_id, now, timestamp
from .keys import Key
from .store import Store

ORGANIZATION: Final = "organization"
USER: Final = "user"
INVITE: Final = "invite"
WORKSPACE: Final = "workspace"
MEMBER: Final = "member"
KEY: Final = "api_key"
DAYS_OF_AN_INVITE: Final = 21
_FIRST_USERS: Final = (
    ("Ada Lovelace", "ada@example.com", "primary_owner"),
    ("Alan Turing", "alan@example.com", "admin"),
    ("Grace Hopper", "grace@example.com", "developer"),
)


def ensure_organization(store: Store) -> Object:
    """The organization, made on the first call together with its users and default workspace."""
    known = store.all(ORGANIZATION)
    if known:
        return known[0]
    organization: Object = {"id": new_id("org"), "type": "organization", "name": "Sandbox"}
    with store.transaction():
        store.put(ORGANIZATION, organization["id"], organization)
        for name, email, role in _FIRST_USERS:
            user = new_user(name, email, role)
            store.put(USER, user["id"], user)
        default = new_workspace({"name": "Default"})
        default["is_default"] = True
        store.put(WORKSPACE, default["id"], default)
    return organization


def new_user(name: str, email: str, role: str) -> Object:
    return {
        "id": new_id("user"),
        "type": "user",
        "name": name,
        "email": email,
        "role": role,
        "added_at": timestamp(now()),
    }


def new_invite(email: str, role: str, rbac_group_ids: list[str]) -> Object:
    invited = now()
    return {
        "id": new_id("invite"),
        "type": "invite",
        "email": email,
        "role": role,
        "rbac_group_ids": rbac_group_ids,
        "status": "pending",
        "invited_at": timestamp(invited),
        "expires_at": timestamp(invited + timedelta(days=DAYS_OF_AN_INVITE)),
        "accepted_at": None,
    }


def new_workspace(body: Object) -> Object:
    residency = member(body, "data_residency")
    return {
        "id": new_id("wrkspc"),
        "type": "workspace",
        "name": body["name"],
        "display_color": body.get("display_color") or "#6C5BB9",
        "created_at": timestamp(now()),
        "archived_at": None,
        "compartment_id": new_id("cmpt"),
        "data_residency": {
            "workspace_geo": residency.get("workspace_geo") or "us",
            "default_inference_geo": residency.get("default_inference_geo") or "global",
            "allowed_inference_geos": residency.get("allowed_inference_geos") or "unrestricted",
        },
        "external_key_id": body.get("external_key_id"),
        "tags": body.get("tags") or {},
        "user_profile_id": body.get("user_profile_id"),
    }


def note_key(store: Store, key: Key) -> None:
    """Remember a key that was used for the first time; refuses one that was switched off."""
    known = store.get(KEY, key.id)
    if known is None:
        number = store.count(KEY) + 1
        known = keep_key(store, key, f"{'admin' if key.kind == 'admin' else 'sandbox'}-key-{number}")
    if known["status"] != "active":
        raise Refusal(401, f"This API key is {known['status']}")


def keep_key(store: Store, key: Key, name: str) -> Object:
    """Let the organization have this key."""
    users = store.all(USER)
    kept: Object = {
        "id": key.id,
        "type": "api_key",
        "name": name,
        "partial_key_hint": key.hint,
        "status": "active",
        "created_at": timestamp(now()),
        "created_by": {"id": users[0]["id"], "type": "user"} if users else None,
        "expires_at": None,
        "principal": None,
        "scope": {"type": "organization"},
    }
    store.put(KEY, key.id, kept)
    return kept
