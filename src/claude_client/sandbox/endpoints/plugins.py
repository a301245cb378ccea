"""`/v1/organizations/plugins` and `/plugin_marketplaces`: what an organization installs, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from ..call import MIB, Call, Endpoint
from ..errors import Refusal, invalid, not_found
from ..json_utils import Object, new_id
from ..organization import USER
from ..pages import page_by_token
from ..plain_objects import Kind
from ..plugin_folder import PluginFolder, marketplace_report, plugin_folder
from ..response_shapes import param_type
from ..state import State
from .organization_objects import RBAC_GROUPS

BETA: Final = "ce-plugins-2026-09-01"
MOST_BYTES: Final = 31 * MIB
_ROOT: Final = "/v1/organizations"
_SETTING: Final = "plugin_installation_setting"
_OWNER: Final = {"type": "organization"}


def _check_organization(call: Call) -> None:
    """Refuse a query for what another organization has."""
    wanted = call.query("organization_id")
    if wanted not in (None, call.state.organization_id):
        raise not_found(f"organization_id: there is no organization {wanted} below this one")


# ---- marketplaces


class Marketplaces(Kind):
    """Marketplaces: the one of the organization, and those that were connected in the console."""

    def check_parent(self, call: Call) -> None:
        """Let the organization's own one be there."""
        _check_organization(call)
        self.own(call.state)

    def own(self, state: State) -> Object:
        """The marketplace for what is uploaded without one."""
        found = next((each for each in state.store.all(self.type) if each["source"] == "manual"), None)
        return found or self.seed(state, {"name": "organization", "source": "manual"})


MARKETPLACES: Final = Marketplaces(
    "plugin_marketplace", f"{_ROOT}/plugin_marketplaces", "marketplace_id", "plgmkt", "PluginMarketplace",
    "PluginMarketplace", beta=BETA, actions=("list", "retrieve", "update"),
    defaults={"owner": _OWNER, "source": "github", "default_installation_preference": "available"},
)  # fmt: skip


async def validate_archive(call: Call) -> Object:
    """What is wrong with a marketplace in a zip."""
    async with call.form() as form:
        part = form.get("archive")
        if not isinstance(part, UploadFile):
            raise invalid("archive: Field required")
        return marketplace_report(await part.read())


async def validate_repository(call: Call) -> Object:
    """What is wrong with a marketplace in a repository; it can not be read from here, as the sandbox calls nobody."""
    body = await call.body(param_type("PluginMarketplaceValidateRepositoryParamsBase"))
    return {
        "type": "plugin_marketplace_validation_report",
        "commit_sha": None,
        "ref": body.get("ref"),
        "manifest_error": f"{body['repository_url']} can not be read: the sandbox calls nobody",
        "manifest_error_code": "repository_unreachable",
        "plugin_errors": [],
        "plugin_warnings": [],
        "total_plugin_count": 0,
        "valid": False,
    }


# ---- plugins


class Plugins(Kind):
    """Plugins, with the preference that counts for everybody."""

    def check_parent(self, call: Call) -> None:
        """Refuse what another organization has."""
        _check_organization(call)

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for: whose plugins, too."""
        others, owner = super().filters(call), call.query("owner_user_id")
        return lambda each: others(each) and owner in (None, each["owner"].get("user_id"))


def _show(call: Call, found: Object) -> Object:
    own = call.state.store.get(_SETTING, "organization", found["id"])
    marketplace = call.state.store.get(MARKETPLACES.type, found["marketplace_id"]) or {}
    wanted = (own or {}).get("installation_preference") or marketplace.get("default_installation_preference")
    return {
        **found,
        "organization_installation_preference": wanted,
        "organization_installation_preference_inherited": own is None,
    }


PLUGINS: Final = Plugins(
    "plugin", f"{_ROOT}/plugins", "plugin_id", "plg", "Plugin", "Plugin",
    beta=BETA, actions=("list", "retrieve"), show=_show,
)  # fmt: skip
VERSIONS: Final = Kind(
    "plugin_version", f"{PLUGINS.path}/{{plugin_id}}/versions", "version", "plgver", "PluginVersion", "PluginVersion",
    parent=PLUGINS, beta=BETA, actions=("list", "retrieve"),
)  # fmt: skip


async def create(call: Call) -> Object:
    """Upload a plugin with its first version."""
    uploaded, fields = await _read_upload(call)
    MARKETPLACES.check_parent(call)
    wanted = fields.get("marketplace_id")
    marketplace = MARKETPLACES.get(call, wanted) if wanted else MARKETPLACES.own(call.state)
    with call.state.store.transaction():
        if any(each["name"] == uploaded.name for each in call.state.store.all(PLUGINS.type)):
            raise Refusal(409, f"There is a plugin {uploaded.name!r} already", error_code="plugin_name_taken")
        at = call.state.timestamp()
        plugin: Object = {
            "id": new_id(PLUGINS.prefix),
            "name": uploaded.name,
            "marketplace_id": marketplace["id"],
            "owner": _OWNER,
            "created_by": {"type": "api_actor", "api_key_id": call.key.id},
            "created_at": at,
            "updated_at": at,
        }
        return _show(call, _add_version(call, plugin, uploaded, fields))


async def create_version(call: Call) -> Object:
    """Upload another version, which is served unless one is pinned."""
    plugin = PLUGINS.find(call)
    uploaded, fields = await _read_upload(call)
    if uploaded.name != plugin["name"]:
        raise invalid(f"files: the manifest names {uploaded.name!r}, but this is the plugin {plugin['name']!r}")
    with call.state.store.transaction():
        plugin = _add_version(call, plugin, uploaded, fields)
    return VERSIONS.get(call, plugin["latest_version_id"])


def _add_version(call: Call, plugin: Object, uploaded: PluginFolder, fields: Mapping[str, str]) -> Object:
    """Keep a version, and the plugin that it is now the latest of."""
    said = {name: uploaded.manifest.get(name) for name in ("description", "displayName", "version")}
    texts = {name: value if isinstance(value, str) else None for name, value in said.items()}
    shown: Object = {
        "components": uploaded.components,
        "description": texts["description"],
        "display_name": texts["displayName"],
        "manifest_version": texts["version"],
        "reach": uploaded.reach,
    }
    version = VERSIONS.fill(
        {
            **shown,
            "id": new_id(VERSIONS.prefix),
            "plugin_id": plugin["id"],
            "created_at": call.state.timestamp(),
            "created_by": {"type": "api_actor", "api_key_id": call.key.id},
            "release_notes": fields.get("release_notes"),
        }
    )
    store = call.state.store
    store.put(VERSIONS.type, version["id"], version, plugin["id"])
    store.write(version["id"], uploaded.pack())
    is_pinned = bool(plugin.get("served_version_pinned"))
    served = plugin["served_version_id"] if is_pinned else version["id"]
    latest = {"latest_version_id": version["id"], "served_version_id": served, "served_version_pinned": is_pinned}
    kept = PLUGINS.fill({**plugin, **(shown if not is_pinned else {}), **latest, "updated_at": version["created_at"]})
    PLUGINS.put(call, kept)
    return kept


async def _read_upload(call: Call) -> tuple[PluginFolder, dict[str, str]]:
    """The folder in a form, and its other fields."""
    async with call.form() as form:
        texts = {name: value for name, value in form.multi_items() if isinstance(value, str)}
        return plugin_folder(await _files(form)), texts


async def _files(form: FormData) -> list[tuple[str, bytes]]:
    parts = [*form.getlist("files[]"), *form.getlist("files")]
    return [(part.filename or "", await part.read()) for part in parts if isinstance(part, UploadFile)]


async def update(call: Call) -> Object:
    """Pin the version that is served."""
    plugin = PLUGINS.find(call)
    body = await call.body(param_type("PluginUpdateParamsBase"))
    version = VERSIONS.get(call, body["served_version_id"])
    shown = {name: version[name] for name in ("components", "description", "display_name", "manifest_version", "reach")}
    pinned = {"served_version_id": version["id"], "served_version_pinned": True, "updated_at": call.state.timestamp()}
    plugin |= {**shown, **pinned}
    PLUGINS.put(call, plugin)
    return _show(call, plugin)


async def delete(call: Call) -> Object:
    """Forget a plugin with its versions."""
    plugin, store = PLUGINS.find(call), call.state.store
    with store.transaction():
        for version in store.all(VERSIONS.type, plugin["id"]):
            store.erase(version["id"])
        return await PLUGINS.delete(call)


async def download(call: Call) -> Response:
    """A version as a zip."""
    version, plugin = VERSIONS.find(call), PLUGINS.find(call)
    headers = {"content-disposition": f'attachment; filename="{plugin["name"]}.zip"'}
    return Response(call.state.store.read(version["id"]), media_type="application/zip", headers=headers)


# ---- for whom a plugin is


SHARES: Final = Kind(
    "plugin_share", f"{PLUGINS.path}/{{plugin_id}}/shares", "", "", "PluginShare", "Share",
    parent=PLUGINS, beta=BETA, actions=("list",), key="", defaults={"target": _OWNER},
    seeded=lambda state: {"granted_at": state.timestamp()},
)  # fmt: skip


async def list_settings(call: Call) -> Object:
    """For whom a plugin is installed, and how."""
    plugin, wanted = PLUGINS.find(call), call.query("target_type")
    if wanted not in (None, "organization", "rbac_group"):
        raise invalid("target_type: Input should be 'organization' or 'rbac_group'")
    found = call.state.store.all(_SETTING, plugin["id"])
    return page_by_token(call, [each for each in found if wanted in (None, each["target"]["type"])])


async def set_setting(call: Call) -> Object:
    """Install a plugin for the organization, a group or a member."""
    plugin, target = PLUGINS.find(call), call.path("target")
    body = await call.body(param_type("InstallationSettingSetParamsBase"))
    at = call.state.timestamp()
    known = call.state.store.get(_SETTING, target, plugin["id"])
    made: Object = {
        "type": _SETTING,
        "plugin_id": plugin["id"],
        "target": _target(call, target),
        "installation_preference": body["installation_preference"],
        "created_at": known["created_at"] if known else at,
        "updated_at": at,
    }
    call.state.store.put(_SETTING, target, made, plugin["id"])
    return made


async def remove_setting(call: Call) -> Object:
    """Take that back."""
    plugin, target = PLUGINS.find(call), call.path("target")
    found = call.state.store.get(_SETTING, target, plugin["id"])
    if found is None:
        raise not_found(f"Plugin {plugin['id']} has no installation setting for {target}")
    call.state.store.delete(_SETTING, target, plugin["id"])
    return {"type": f"{_SETTING}_deleted", "plugin_id": plugin["id"], "target": found["target"]}


def _target(call: Call, target: str) -> Object:
    if target == "organization":
        return _OWNER
    if call.state.store.get(RBAC_GROUPS.type, target):
        return {"type": "rbac_group", "rbac_group_id": target}
    if call.state.store.get(USER, target):
        return {"type": "organization_member", "user_id": target}
    raise not_found(f"target: expected 'organization' or the id of a group or member, not {target!r}")


def _upload(path: str, handler: Any) -> Endpoint:
    return Endpoint("POST", path, handler, MOST_BYTES, (BETA,))


ENDPOINTS: Final = (
    _upload(f"{MARKETPLACES.path}/validate_archive", validate_archive),
    MARKETPLACES.on_all("POST", validate_repository, "/validate_repository"),
    *MARKETPLACES.endpoints(),
    _upload(PLUGINS.path, create),
    *PLUGINS.endpoints(),
    PLUGINS.on_one("POST", update),
    PLUGINS.on_one("DELETE", delete),
    _upload(VERSIONS.path, create_version),
    *VERSIONS.endpoints(),
    VERSIONS.on_one("GET", download, "/content"),
    *SHARES.endpoints(),
    PLUGINS.on_one("GET", list_settings, "/installation_settings"),
    PLUGINS.on_one("POST", set_setting, "/installation_settings/{target}"),
    PLUGINS.on_one("DELETE", remove_setting, "/installation_settings/{target}"),
)
SEEDED: Final = (MARKETPLACES, SHARES)
