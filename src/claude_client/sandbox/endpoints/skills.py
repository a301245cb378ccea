"""`/v1/skills` and their versions, in today's shape and in that of the beta `skills-2025-10-02`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from ..call import MIB, Call, Endpoint
from ..errors import invalid, not_found
from ..json_utils import Object, new_id, now, timestamp
from ..pages import page_by_token
from ..skills import LONGEST_DISPLAY_NAME, Bundle, anthropic_skills, bundle

LIMIT: Final = 30 * MIB
OLDER_SHAPE: Final = "skills-2025-10-02"
_SKILL: Final = "skill"
_VERSION: Final = "skill_version"
_ROOM_FOR_THE_FORM: Final = MIB


async def create(call: Call) -> Object:
    async with call.form() as form:
        uploaded = bundle(await _files(form))
        wanted = form.get("display_name") or form.get("display_title")
    name = wanted if isinstance(wanted, str) else uploaded.name
    if len(name) > LONGEST_DISPLAY_NAME:
        raise invalid(f"display_name: String should have at most {LONGEST_DISPLAY_NAME} characters")
    moment_now = timestamp(now())
    skill: Object = {
        "id": new_id("skill"),
        "type": "skill",
        "display_name": name,
        "latest_version_id": "",
        "source": {"type": "custom"},
        "created_at": moment_now,
        "updated_at": moment_now,
    }
    with call.state.store.transaction():
        _add_version(call, skill, uploaded)
    return _show(call, skill)


async def list_all(call: Call) -> Object:
    found = [*call.state.store.all(_SKILL, call.scope)[::-1], *anthropic_skills()]
    source = call.query("source")
    return page_by_token(call, [_show(call, skill) for skill in found if source in (None, skill["source"]["type"])])


async def retrieve(call: Call) -> Object:
    return _show(call, _skill(call))


async def delete(call: Call) -> Object:
    skill = _own_skill(call)
    store = call.state.store
    versions = store.all(_VERSION, skill["id"])
    if versions and OLDER_SHAPE in call.betas:
        raise invalid("A skill can be deleted only when none of its versions is left")
    with store.transaction():
        for version in versions:
            store.erase(version["id"])
        store.delete_below(_VERSION, skill["id"])
        store.delete(_SKILL, skill["id"], call.scope)
    return {"id": skill["id"], "type": "skill_deleted"}


async def create_version(call: Call) -> Object:
    async with call.form() as form:
        uploaded = bundle(await _files(form))
    skill = _own_skill(call)
    with call.state.store.transaction():
        version = _add_version(call, skill, uploaded)
    return _show_version(call, version)


async def list_versions(call: Call) -> Object:
    skill = _skill(call)
    found = call.state.store.all(_VERSION, skill["id"])[::-1]
    return page_by_token(call, [_show_version(call, version) for version in found])


async def retrieve_version(call: Call) -> Object:
    return _show_version(call, _version(call, _skill(call)))


async def delete_version(call: Call) -> Object:
    skill = _own_skill(call)
    version = _version(call, skill)
    store = call.state.store
    with store.transaction():
        store.delete(_VERSION, version["id"], skill["id"])
        store.erase(version["id"])
        left = store.all(_VERSION, skill["id"])
        skill["latest_version_id"] = left[-1]["id"] if left else ""
        store.put(_SKILL, skill["id"], skill, call.scope)
    shown = version["version"] if OLDER_SHAPE in call.betas else version["id"]
    return {"id": shown, "type": "skill_version_deleted"}


async def download_version(call: Call) -> Response:
    version = _version(call, _own_skill(call))
    headers = {"content-disposition": f'attachment; filename="{version["name"]}.zip"'}
    return Response(call.state.store.read(version["id"]), media_type="application/zip", headers=headers)


# ---- what they have in common


async def _files(form: FormData) -> list[tuple[str, bytes]]:
    parts: Sequence[object] = [*form.getlist("files[]"), *form.getlist("files")]
    return [(part.filename or "", await part.read()) for part in parts if isinstance(part, UploadFile)]


def _add_version(call: Call, skill: Object, uploaded: Bundle) -> Object:
    """Keep a version, and the skill that it is now the latest of."""
    created = now()
    version: Object = {
        "id": new_id("skillver"),
        "type": "skill_version",
        "skill_id": skill["id"],
        "name": uploaded.name,
        "description": uploaded.description,
        "created_at": timestamp(created),
        "version": str(int(created.timestamp() * 1_000_000)),
        "directory": uploaded.directory,
    }
    store = call.state.store
    store.put(_VERSION, version["id"], version, skill["id"])
    store.write(version["id"], uploaded.pack())
    skill |= {"latest_version_id": version["id"], "updated_at": version["created_at"]}
    store.put(_SKILL, skill["id"], skill, call.scope)
    return version


def _skill(call: Call) -> Object:
    id = call.path("skill_id")
    found = call.state.store.get(_SKILL, id, call.scope) or next(
        (each for each in anthropic_skills() if each["id"] == id), None
    )
    if found is None:
        raise not_found(f"Skill not found: {id}")
    return found


def _own_skill(call: Call) -> Object:
    skill = _skill(call)
    if skill["source"]["type"] != "custom":
        raise invalid(f"Skill {skill['id']} is Anthropic's and can not be changed or downloaded")
    return skill


def _version(call: Call, skill: Object) -> Object:
    wanted = call.path("version")
    if wanted == "latest":
        wanted = skill["latest_version_id"]
    for version in call.state.store.all(_VERSION, skill["id"]):
        if wanted in (version["id"], version["version"]):
            return version
    raise not_found(f"Skill version not found: {wanted}")


def _show(call: Call, skill: Object) -> Object:
    if OLDER_SHAPE not in call.betas:
        return skill
    latest = call.state.store.get(_VERSION, skill["latest_version_id"], skill["id"])
    names = ("id", "type", "created_at", "updated_at")
    return {name: skill[name] for name in names} | {
        "display_title": skill["display_name"],
        "latest_version": latest["version"] if latest else None,
        "source": skill["source"]["type"],
    }


def _show_version(call: Call, version: Object) -> Object:
    if OLDER_SHAPE in call.betas:
        return version
    return {name: version[name] for name in version if name not in ("version", "directory")}


ENDPOINTS: Final = (
    Endpoint("GET", "/v1/skills", list_all),
    Endpoint("POST", "/v1/skills", create, LIMIT + _ROOM_FOR_THE_FORM),
    Endpoint("GET", "/v1/skills/{skill_id}", retrieve),
    Endpoint("DELETE", "/v1/skills/{skill_id}", delete),
    Endpoint("GET", "/v1/skills/{skill_id}/versions", list_versions),
    Endpoint("POST", "/v1/skills/{skill_id}/versions", create_version, LIMIT + _ROOM_FOR_THE_FORM),
    Endpoint("GET", "/v1/skills/{skill_id}/versions/{version}", retrieve_version),
    Endpoint("DELETE", "/v1/skills/{skill_id}/versions/{version}", delete_version),
    Endpoint("GET", "/v1/skills/{skill_id}/versions/{version}/content", download_version),
)
