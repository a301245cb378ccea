"""A skill on this machine, a folder or a zip, as the files that the API takes; checked before anything is sent.

One error lists everything that is wrong. Only `SKILL.md` is read before the upload, and a zip is unpacked while it is
sent, so neither its size nor the sizes that its entries claim can fill the memory. The name and the description are
checked where PyYAML is installed (extra `skills`); otherwise the API checks them.
"""

from __future__ import annotations

import itertools
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import Any

from ..core.request import SKILLS_LIMIT, show_bytes
from ..errors import UploadSourceError
from .multipart import HEAD_BYTES, Opened, Part, PathSource, Source, read_sized

FIELD = "files[]"
MAX_FILES = 10_000
MAX_NAME_CHARACTERS = 64
MAX_DESCRIPTION_CHARACTERS = 1024
RESERVED_WORDS = ("anthropic", "claude")

_MAIN_FILE = "SKILL.md"
# "Icon\r" is what the Finder of macOS keeps the icon of a folder in.
_JUNK = frozenset({"__pycache__", "__macosx", "thumbs.db", "desktop.ini", "icon\r"})
_JUNK_ENDINGS = (".pyc", ".pyo", "~")
_LOOKED_AT_CHUNKS = 4
"""As much of `SKILL.md` as is searched for its front matter."""
_CHECKED_CHARACTERS = 64 * 1024
"""Longer front matter is left to the API: PyYAML needs a second for a megabyte."""


def skill_parts(path: str | os.PathLike[str]) -> list[Part]:
    """The parts for the skill in a folder or a zip.

    Raises:
        ValueError: The API does not take such a skill; the message lists everything that is wrong.
        OSError: There is nothing at `path`, or it may not be read.
    """
    given = Path(path)
    problems: list[str] = []
    if given.is_dir():
        files = _in_folder(given, problems)
    elif zipfile.is_zipfile(given):
        files = _in_zip(given, problems)
    else:
        given.stat()
        raise ValueError(f"{str(given)!r} is neither a folder nor a zip: a skill is a folder with a {_MAIN_FILE} in it")
    problems.extend(_problems(files))
    size = sum(file.source.size or 0 for file in files)
    # By itself it is an error of its own, for which the limit of the client holds.
    if problems and size > SKILLS_LIMIT.max_bytes:
        problems.append(f"it has {show_bytes(size)}, and a skill may have {show_bytes(SKILLS_LIMIT.max_bytes)}")
    if problems:
        listed = "".join(f"\n- {problem}" for problem in dict.fromkeys(problems))
        raise ValueError(f"{str(given)!r} is not a skill that the API takes:{listed}")
    return files


def is_junk(name: str) -> bool:
    """Whether a file or folder of that name does not belong in a skill: hidden files, caches, files of the system."""
    return name.startswith(".") or name.lower() in _JUNK or name.endswith(_JUNK_ENDINGS)


# ---- folders --------------------------------------------------------------------------------------------


def _in_folder(folder: Path, problems: list[str]) -> list[Part]:
    root = folder.resolve()
    files: list[Part] = []
    for entry in itertools.islice(_walk(root), MAX_FILES + 1):
        relative = Path(entry.path).relative_to(root).as_posix()
        if problem := _bad_name(relative) or _bad_entry(entry):
            problems.append(f"{relative!r} {problem}")
            continue
        try:
            files.append(Part(FIELD, PathSource(Path(entry.path)), f"{root.name}/{relative}"))
        except OSError as error:
            problems.append(f"{relative!r} cannot be read: {error.strerror}")
    if len(files) + len(problems) > MAX_FILES:
        problems.append(f"it has more than {MAX_FILES:,} files")
    return files


def _walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Everything in `folder` and below that is neither a folder nor junk, in the order of names."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if is_junk(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield entry


def _bad_entry(entry: os.DirEntry[str]) -> str | None:
    if entry.is_symlink():
        return "is a link: put what it leads to in its place"
    return None if entry.is_file(follow_symlinks=False) else "is neither a file nor a folder"


def _bad_name(name: str) -> str | None:
    if "\\" in name:
        return "has a backslash in its name: folders are separated by /"
    return None if name.isprintable() else "has a character in its name that cannot be printed"


def _leads_out(name: str) -> bool:
    """Whether a path could name something outside the skill."""
    return not {"", ".", ".."}.isdisjoint(name.split("/")) or re.match(r"[a-zA-Z]:", name) is not None


# ---- zips -----------------------------------------------------------------------------------------------


class ZipEntrySource:
    """A file in a zip, unpacked while it is sent."""

    replayable: bool = True

    def __init__(self, archive: Path, entry: zipfile.ZipInfo, name: str, looked_at: Opened) -> None:
        self._archive = archive
        self._entry = entry
        self._name = f"{archive}/{name}"
        self._looked_at = looked_at
        # What it claims to have: reading stops there.
        self.size: int = entry.file_size

    def head(self) -> bytes:
        """The first bytes, as long as the zip is looked at."""
        with closing(self.chunks(self._looked_at)) as chunks:
            return next(chunks, b"")[:HEAD_BYTES]

    def chunks(self, opened: Opened) -> Generator[bytes]:
        """The bytes."""
        try:
            archive = opened.open_once(self._archive, lambda: zipfile.ZipFile(self._archive))
            file = archive.open(self._entry)
        # What a broken zip raises is as varied as what can be broken in it.
        except Exception as error:
            raise UploadSourceError(f"{self._name!r} can no longer be read: {error}", self._name) from error
        with file:
            yield from read_sized(file, self.size, self._name)


def _in_zip(path: Path, problems: list[str]) -> list[Part]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    # A name that is not the UTF-8 it claims to be is a UnicodeDecodeError here, a newer format a NotImplementedError.
    except Exception as error:
        raise ValueError(f"{str(path)!r} is a zip that cannot be read: {error}") from error
    if len(entries) > MAX_FILES:
        problems.append(f"it has more than {MAX_FILES:,} files")
        return []
    files: dict[str, Part] = {}
    # Open for all of its files: what stands in a zip is read anew each time that it is opened.
    with Opened() as looked_at:
        for entry in entries:
            shown = zip_entry_name(entry)
            # Tools of Windows separate folders by a backslash, and some others begin every path with "./".
            name = shown.replace("\\", "/").removeprefix("./")
            is_folder = name.endswith("/") or _is_folder(entry)
            name = name.removesuffix("/")
            if not name and is_folder:
                continue
            if _leads_out(name):
                problems.append(f"{shown!r} is not a path inside the skill")
            elif is_folder or any(map(is_junk, name.split("/"))):
                continue
            elif problem := (
                _bad_name(name) or _bad_zip_entry(entry) or ("is in the zip twice" if name in files else None)
            ):
                problems.append(f"{name!r} {problem}")
            else:
                try:
                    files[name] = Part(FIELD, ZipEntrySource(path, entry, name, looked_at), name)
                except UploadSourceError as error:
                    problems.append(str(error))
    return list(files.values())


_UTF_8_FLAG = 0x800
_UNICODE_PATH = 0x7075


def zip_entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry as the tool that made the zip meant it.

    Without the flag for UTF-8 the format says code page 437. Info-ZIP keeps the name in UTF-8 in an extra field beside
    that, and macOS writes UTF-8 without the flag. `filename` is not used: Python cuts it off at a NUL.
    """
    name = entry.orig_filename
    if entry.flag_bits & _UTF_8_FLAG or name.isascii():
        return _unicode_path(entry.extra, name.encode("utf-8", "surrogatepass")) or name
    raw = name.encode("cp437")  # what `zipfile` has decoded it from
    try:
        return _unicode_path(entry.extra, raw) or raw.decode()
    except UnicodeDecodeError:
        return name


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the extra field for it, where that was made for this `raw` name.

    https://libzip.org/specifications/extrafld.txt
    """
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(field) > 5 and field[0] == 1:
            (checksum,) = struct.unpack("<L", field[1:5])
            # Another checksum: a tool renamed the entry and did not know the field.
            return field[5:].decode("utf-8", "surrogateescape") if checksum == zlib.crc32(raw) else None
    return None


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    # The mode of Unix above, the attributes of DOS below; there 0x10 stands for a folder.
    return stat.S_ISDIR(entry.external_attr >> 16) or (
        not entry.external_attr >> 16 and entry.external_attr & 0x10 != 0
    )


def _bad_zip_entry(entry: zipfile.ZipInfo) -> str | None:
    mode = entry.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "is a link: put what it leads to in its place"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "is neither a file nor a folder"
    if entry.flag_bits & 1:
        return "is encrypted: zip it without a password"
    # The other ways do not bound what a few bytes unpack to.
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in another way than deflate, the only one that is read here"
    return None


# ---- what makes it a skill ------------------------------------------------------------------------------


def _problems(files: Sequence[Part]) -> Iterator[str]:
    """What is wrong with the files together."""
    named = {PurePosixPath(file.filename or ""): file for file in files}
    if not named:
        yield "it has no files"
        return
    folders = sorted({name.parts[0] for name in named if len(name.parts) > 1})
    if loose := sorted(str(name) for name in named if len(name.parts) == 1):
        yield f"{loose[0]!r} is in no folder: zip the skill's folder, and not what is in it"
    elif len(folders) > 1:
        yield f"it has {len(folders)} folders at its top, {folders[0]!r} and {folders[1]!r}, and a skill has one"
    elif main := named.get(PurePosixPath(folders[0], _MAIN_FILE)):
        for problem in _main_file_problems(main.source):
            yield f"{_MAIN_FILE} {problem}"
    else:
        misplaced = next((str(name) for name in sorted(named) if name.name.lower() == _MAIN_FILE.lower()), None)
        seen = f", only {misplaced!r}" if misplaced else ""
        yield f"there is no {_MAIN_FILE} in the folder {folders[0]!r} itself{seen}"


def _main_file_problems(source: Source) -> Iterator[str]:
    try:
        text = _beginning(source).decode()
    except UploadSourceError as error:
        yield str(error)
        return
    except UnicodeDecodeError:
        yield "is not UTF-8"
        return
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if lines[0].rstrip() != "---":
        yield "does not begin with front matter: its first line has to be ---"
    elif end is None:
        yield "has front matter that does not end with a line of ---"
    else:
        yield from _front_matter_problems("\n".join(lines[1:end]))


def _front_matter_problems(front_matter: str) -> Iterator[str]:
    try:
        import yaml
    except ModuleNotFoundError:
        return
    # YAML allows a tab behind a colon, and PyYAML does not know that.
    if len(front_matter) > _CHECKED_CHARACTERS or "\t" in front_matter:
        return
    try:
        values = _scalars(yaml, front_matter)
    except yaml.YAMLError as error:
        yield f"has front matter that is not valid YAML: {' '.join(str(error).split())}"
    except RecursionError:
        return  # nested too deeply for PyYAML, which says nothing of the name
    else:
        yield from _name_problems(values.get("name"))
        yield from _description_problems(values.get("description"))


def _scalars(yaml: Any, text: str) -> Mapping[str, str | None]:
    """The texts at the top level of a YAML mapping; `None` for a list or a mapping.

    Nodes are read and no objects made of them: an unknown tag or a date that does not exist is none of our business,
    and an alias that stands for a million others costs nothing.
    """
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        if not isinstance(root, yaml.MappingNode):
            return {}
        loader.flatten_mapping(root)  # what `<<` merges
        return {
            str(key.value): value.value if isinstance(value, yaml.ScalarNode) else None
            for key, value in root.value
            if not value.tag.endswith(":null")
        }
    finally:
        loader.dispose()


def _beginning(source: Source) -> bytes:
    with Opened() as opened, closing(source.chunks(opened)) as chunks:
        content = b"".join(itertools.islice(chunks, _LOOKED_AT_CHUNKS))
    # What follows the front matter may be cut within a character.
    return content if len(content) == source.size else content.rpartition(b"\n---")[0] + b"\n---"


def _name_problems(name: str | None) -> Iterator[str]:
    if not name:
        yield "has no name in its front matter"
    elif len(name) > MAX_NAME_CHARACTERS or not re.fullmatch(r"[a-z0-9-]+", name):
        yield f"has the name {name!r}, and a name is 1 to {MAX_NAME_CHARACTERS} of a-z, 0-9 and -"
    elif word := next((word for word in RESERVED_WORDS if word in name), None):
        yield f"has the name {name!r} with {word!r} in it, which is reserved"


def _description_problems(description: str | None) -> Iterator[str]:
    if not (description or "").strip():
        yield "has no description in its front matter"
    elif len(description or "") > MAX_DESCRIPTION_CHARACTERS:
        size = f"{len(description or ''):,} characters"
        yield f"has a description of {size}, and a description has 1 to {MAX_DESCRIPTION_CHARACTERS:,}"
