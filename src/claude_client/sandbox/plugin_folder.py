"""Plugins and marketplaces as they are uploaded: folders whose manifest says what they are."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final, cast

from .errors import invalid
from .json_utils import Object, members
from .skills import unpack

PLUGIN_MANIFEST: Final = ".claude-plugin/plugin.json"
MARKETPLACE_MANIFEST: Final = ".claude-plugin/marketplace.json"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True)
class PluginFolder:
    """The files of a version of a plugin, and what its manifest says."""

    name: str
    manifest: Object
    files: dict[str, bytes]

    @property
    def components(self) -> list[Object]:
        """What is in it, by the places where Claude Code looks for it."""
        found = [*self._list_components()]
        if "hooks/hooks.json" in self.files:
            found.append(("hook", "hooks"))
        servers = _parse(self.files.get(".mcp.json", b"{}"))
        found += [("mcp_server", name) for name in sorted(cast("Object", servers.get("mcpServers") or {}))]
        return [{"type": type, "name": name, "description": None} for type, name in found]

    @property
    def reach(self) -> str:
        """How far it reaches: a hook runs programs, a server of MCP calls others."""
        types = {each["type"] for each in self.components}
        return "privileged" if types & {"hook", "cli"} else "remote" if "mcp_server" in types else "contained"

    def _list_components(self) -> Iterator[tuple[str, str]]:
        for path in sorted(map(PurePosixPath, self.files)):
            top = path.parts[0]
            if top in ("commands", "agents") and path.suffix == ".md":
                yield top[:-1], path.stem
            elif top == "skills" and path.name == "SKILL.md" and len(path.parts) == 3:
                yield "skill", path.parts[1]
            elif top == "bin" and len(path.parts) == 2:
                yield "cli", path.name

    def pack(self) -> bytes:
        """As a zip, which is how a version is downloaded."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in self.files.items():
                archive.writestr(path, content)
        return packed.getvalue()


def plugin_folder(files: list[tuple[str, bytes]]) -> PluginFolder:
    """What was uploaded, as files or as one zip; refuses what is no plugin."""
    by_path = _below_manifest(_unpack_archive(files), PLUGIN_MANIFEST)
    manifest = _parse(by_path[PLUGIN_MANIFEST])
    name = manifest.get("name")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise invalid(f"files: the name in {PLUGIN_MANIFEST} has to have 1 to 64 characters of a-z, 0-9 and -")
    return PluginFolder(name, manifest, by_path)


def marketplace_report(archive: bytes) -> Object:
    """What is wrong with a marketplace in a zip."""
    report: Object = {
        "type": "plugin_marketplace_validation_report",
        "commit_sha": None,
        "ref": None,
        "manifest_error": None,
        "manifest_error_code": None,
        "plugin_errors": [],
        "plugin_warnings": [],
        "total_plugin_count": 0,
        "valid": False,
    }
    files = unpack(archive)
    manifests = [content for path, content in files if f"/{path}".endswith(f"/{MARKETPLACE_MANIFEST}")]
    if not manifests:
        return report | _manifest_error("manifest_not_found", f"there is no {MARKETPLACE_MANIFEST}")
    try:
        manifest = json.loads(manifests[0])
    except ValueError:
        manifest = None
    if not isinstance(manifest, dict):
        return report | _manifest_error("manifest_invalid", f"{MARKETPLACE_MANIFEST} is not a JSON object")
    found = cast("Object", manifest)
    for name in ("name", "owner", "plugins"):
        if not found.get(name) and found.get(name) != []:
            return report | _manifest_error("manifest_invalid", f"{name}: Field required")
    plugins = members(found, "plugins")
    errors, warnings = _of_plugins(plugins, {path for path, _ in files})
    return report | {
        "plugin_errors": errors,
        "plugin_warnings": warnings,
        "total_plugin_count": len(plugins),
        "valid": not errors,
    }


def _of_plugins(plugins: list[Object], paths: set[str]) -> tuple[list[Object], list[Object]]:
    """What is wrong with the entries of a marketplace, and what might be."""
    errors: list[Object] = []
    warnings: list[Object] = []
    seen = set[str]()
    for plugin in plugins:
        name, source = str(plugin.get("name") or ""), plugin.get("source")
        if not _NAME.fullmatch(name):
            errors.append(
                {"name": name, "error_code": "invalid_name", "error": f"{name!r} is not the name of a plugin"}
            )
        elif name in seen:
            errors.append({"name": name, "error_code": "duplicate_name", "error": f"there are two plugins {name!r}"})
        elif not source:
            errors.append({"name": name, "error_code": "source_missing", "error": "source: Field required"})
        elif isinstance(source, str) and not any(_is_below(path, source) for path in paths):
            errors.append({"name": name, "error_code": "source_not_found", "error": f"there is nothing at {source}"})
        elif not plugin.get("description"):
            missing = {"error_code": "description_missing", "message": "there is no description"}
            warnings.append({"name": name, "warnings": [missing]})
        seen.add(name)
    return errors, warnings


def _is_below(path: str, source: str) -> bool:
    folder = source.removeprefix("./").strip("/")
    return f"/{path}".find(f"/{folder}/") >= 0 if folder else True


def _manifest_error(code: str, message: str) -> Object:
    return {"manifest_error": message, "manifest_error_code": code}


def _unpack_archive(files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    if not files:
        raise invalid("files: Field required")
    if len(files) == 1 and files[0][0].endswith((".zip", ".plugin")):
        return unpack(files[0][1])
    return files


def _below_manifest(files: list[tuple[str, bytes]], manifest: str) -> dict[str, bytes]:
    """The files by their paths below the folder that has the manifest."""
    for path, _ in files:
        if path.startswith("/") or ".." in PurePosixPath(path).parts or "\\" in path:
            raise invalid(f"files: {path!r} is not a path inside the plugin")
    tops = [path[: -len(manifest)] for path, _ in files if f"/{path}".endswith(f"/{manifest}")]
    if not tops:
        raise invalid(f"files: there is no {manifest}")
    top = min(tops, key=len)
    outside = next((path for path, _ in files if not path.startswith(top)), None)
    if outside is not None:
        raise invalid(f"files: {outside!r} is outside of the plugin's folder {top.rstrip('/')!r}")
    return {path[len(top) :]: content for path, content in files}


def _parse(raw: bytes) -> Object:
    try:
        value: Any = json.loads(raw)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise invalid("files: a manifest of the plugin is not a JSON object")
    return cast("Object", value)
