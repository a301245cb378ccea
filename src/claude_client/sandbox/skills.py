"""Skills as they are uploaded: folders whose `SKILL.md` says what they are, held against the API's rules."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from .errors import invalid
from .json_utils import Object

MOST_UNPACKED_BYTES: Final = 30 << 20
LONGEST_NAME: Final = 64
LONGEST_DESCRIPTION: Final = 1024
LONGEST_DISPLAY_NAME: Final = 255
_NAME: Final = re.compile(r"[a-z0-9-]+")
_RESERVED: Final = ("anthropic", "claude")
_FRONT_MATTER: Final = re.compile(r"\ufeff?---[ \t]*\n(?:(.*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

ANTHROPIC: Final = {
    "docx": "Word documents",
    "pdf": "PDF files",
    "pptx": "PowerPoint presentations",
    "xlsx": "Excel workbooks",
}
"""The skills that every organization has."""


@dataclass(frozen=True)
class Bundle:
    """The files of a valid version of a skill."""

    directory: str
    name: str
    description: str
    files: dict[str, bytes]

    def pack(self) -> bytes:
        """As a zip, which is how a version is downloaded."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in self.files.items():
                archive.writestr(path, content)
        return packed.getvalue()


def bundle(files: list[tuple[str, bytes]]) -> Bundle:
    """What was uploaded, as files or as one zip; refuses what is not a skill."""
    if not files:
        raise invalid("files: Field required")
    if len(files) == 1 and files[0][0].endswith((".zip", ".skill")):
        files = unpack(files[0][1])
    for path, _ in files:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts or "\\" in path:
            raise invalid(f"files: {path!r} is not a path inside the skill")
    tops = {PurePosixPath(path).parts[0] for path, _ in files}
    if len(tops) != 1:
        raise invalid("files: All files have to be in one common top-level directory")
    (top,) = tops
    by_path = dict(files)
    if f"{top}/SKILL.md" not in by_path:
        raise invalid(f"files: SKILL.md has to be at the root of the top-level directory, at {top}/SKILL.md")
    return Bundle(top, *_read_description(by_path[f"{top}/SKILL.md"]), by_path)


def unpack(packed: bytes) -> list[tuple[str, bytes]]:
    """The files in a zip with their paths; refuses one that can not be read or is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED_BYTES:
                raise invalid("files: The zip is too large once unpacked")
            return [(entry.filename, archive.read(entry)) for entry in entries]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
        raise invalid("files: The zip can not be read") from None


def _read_description(skill_md: bytes) -> tuple[str, str]:
    """Name and description, from the front matter of `SKILL.md`."""
    text = skill_md.decode("utf-8", "replace").replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    if front is None:
        raise invalid("files: SKILL.md has to begin with YAML front matter between lines of ---")
    fields = _texts(front[1] or "")
    name, description = fields.get("name", ""), fields.get("description", "").strip()
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise invalid(f"files: The name in SKILL.md has to have 1 to {LONGEST_NAME} characters of a-z, 0-9 and -")
    if any(word in name for word in _RESERVED):
        raise invalid(f"files: The name in SKILL.md may not contain {' or '.join(_RESERVED)}")
    if not description or len(description) > LONGEST_DESCRIPTION:
        raise invalid(f"files: The description in SKILL.md has to have 1 to {LONGEST_DESCRIPTION} characters")
    return name, description


def _texts(front_matter: str) -> dict[str, str]:
    """The texts at the top level of a YAML mapping. Nodes are read, and no objects made of tags."""
    # Here, as few programs upload a skill.
    import yaml

    try:
        root = yaml.compose(front_matter.replace("\t", " "), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        raise invalid("files: The front matter of SKILL.md is not valid YAML") from None
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {
        key.value: value.value
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode)
        and isinstance(value, yaml.ScalarNode)
        and value.tag != "tag:yaml.org,2002:null"
    }


def anthropic_skills() -> list[Object]:
    return [
        {
            "id": id,
            "type": "skill",
            "display_name": name,
            "latest_version_id": f"{id}-20251013",
            "source": {"type": "anthropic"},
            "created_at": "2025-10-13T00:00:00Z",
            "updated_at": "2025-10-13T00:00:00Z",
        }
        for id, name in ANTHROPIC.items()
    ]
