"""A skill on this machine, a folder or a zip, as the files that the API takes; checked before anything is sent.

All that is wrong with it is told at once. Nothing but `SKILL.md` is read before the upload, and a zip is unpacked
while it is sent, so neither its size nor what its entries claim to be can fill the memory.
"""

from __future__ import annotations

import itertools
import os
import re
import stat
import zipfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath

from ..core.request import SKILLS_LIMIT
from ..errors import UploadSourceError
from .front_matter import FrontMatter, FrontMatterError
from .multipart import HEAD_BYTES, Opened, Part, PathSource, Source, read_sized

FIELD = "files[]"
MAX_FILES = 10_000
MAX_NAME_CHARACTERS = 64
MAX_DESCRIPTION_CHARACTERS = 1024
RESERVED_WORDS = ("anthropic", "claude")

_MAIN_FILE = "SKILL.md"
_JUNK = frozenset({"__pycache__", "__MACOSX", "Thumbs.db", "desktop.ini"})
_JUNK_ENDINGS = (".pyc", ".pyo", "~")
_LOOKED_AT_CHUNKS = 4
"""As much of `SKILL.md` as is searched for its front matter."""


def skill_parts(path: str | os.PathLike[str]) -> list[Part]:
    """The parts for the skill in a folder or a zip.

    Raises:
        ValueError: It is no skill that the API takes; the message lists all that is wrong.
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
        problems.append(f"it has {size:,} bytes, and a skill may have {SKILLS_LIMIT.max_bytes:,}")
    if problems:
        listed = "".join(f"\n- {problem}" for problem in dict.fromkeys(problems))
        raise ValueError(f"{str(given)!r} is no skill that the API takes:{listed}")
    return files


def is_junk(name: str) -> bool:
    """Whether a file or folder of that name has no business in a skill: hidden ones, caches, what systems leave."""
    return name.startswith(".") or name in _JUNK or name.endswith(_JUNK_ENDINGS)


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
    """Everything in `folder` and below that is no folder and no junk, in the order of names."""
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
        return "has a backslash in its name: folders are parted by /"
    if not name.isprintable():
        return "has a character in its name that cannot be printed"
    parts = name.split("/")
    if "" in parts or "." in parts or ".." in parts or re.match(r"[a-zA-Z]:", name):
        return "is not a path inside the skill"
    return None


# ---- zips -----------------------------------------------------------------------------------------------


class ZipEntrySource:
    """A file in a zip, unpacked while it is sent."""

    replayable: bool = True

    def __init__(self, archive: Path, entry: zipfile.ZipInfo, looked_at: Opened) -> None:
        self._archive = archive
        self._entry = entry
        self._looked_at = looked_at
        # What it claims to have: reading stops there.
        self.size: int = entry.file_size

    def head(self) -> bytes:
        """The first bytes, as long as the zip is looked at."""
        with closing(self.chunks(self._looked_at)) as chunks:
            return next(chunks, b"")[:HEAD_BYTES]

    def chunks(self, opened: Opened) -> Generator[bytes]:
        """The bytes."""
        name = f"{self._archive}/{self._entry.filename}"
        try:
            archive = opened.shared(self._archive, lambda: zipfile.ZipFile(self._archive))
            file = archive.open(self._entry)
        # What a broken zip raises is as varied as what can be broken in it.
        except Exception as error:
            raise UploadSourceError(f"{name!r} can no longer be read: {error}", name) from error
        with file:
            yield from read_sized(file, self.size, name)


def _in_zip(path: Path, problems: list[str]) -> list[Part]:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    if len(entries) > MAX_FILES:
        problems.append(f"it has more than {MAX_FILES:,} files")
        return []
    files: dict[str, Part] = {}
    # Open for all of its files: what stands in a zip is read anew each time that it is opened.
    with Opened() as looked_at:
        for entry in entries:
            # Cut off at a NUL in `filename`, which may then look harmless.
            name = entry.orig_filename.removesuffix("/")
            if problem := _bad_name(name):
                problems.append(f"{name!r} {problem}")
            elif entry.is_dir() or any(map(is_junk, name.split("/"))):
                continue
            elif problem := _bad_zip_entry(entry) or ("is in the zip twice" if name in files else None):
                problems.append(f"{name!r} {problem}")
            else:
                try:
                    files[name] = Part(FIELD, ZipEntrySource(path, entry, looked_at), name)
                except UploadSourceError as error:
                    problems.append(str(error))
    return list(files.values())


def _bad_zip_entry(entry: zipfile.ZipInfo) -> str | None:
    mode = entry.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "is a link: put what it leads to in its place"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "is neither a file nor a folder"
    if entry.flag_bits & 1:
        return "is encrypted"
    # The other ways do not bound what a few bytes unpack to.
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way other than deflate"
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
        front = FrontMatter(_beginning(source).decode())
    except (FrontMatterError, UploadSourceError) as error:
        yield str(error)
        return
    except UnicodeDecodeError:
        yield "is not UTF-8"
        return
    for key, check in (("name", _name_problems), ("description", _description_problems)):
        try:
            yield from check(front.text(key) or "")
        except FrontMatterError as error:
            yield str(error)


def _beginning(source: Source) -> bytes:
    with Opened() as opened, closing(source.chunks(opened)) as chunks:
        content = b"".join(itertools.islice(chunks, _LOOKED_AT_CHUNKS))
    # What follows the front matter may be cut within a character.
    return content if len(content) == source.size else content.rpartition(b"\n---")[0] + b"\n---"


def _name_problems(name: str) -> Iterator[str]:
    if not name:
        yield "has no name in its front matter"
    elif len(name) > MAX_NAME_CHARACTERS or not re.fullmatch(r"[a-z0-9-]+", name):
        yield f"has the name {name!r}, and a name is 1 to {MAX_NAME_CHARACTERS} of a-z, 0-9 and -"
    elif word := next((word for word in RESERVED_WORDS if word in name), None):
        yield f"has the name {name!r} with {word!r} in it, which is reserved"


def _description_problems(description: str) -> Iterator[str]:
    if not description.strip():
        yield "has no description in its front matter"
    elif len(description) > MAX_DESCRIPTION_CHARACTERS:
        size = f"{len(description):,} characters"
        yield f"has a description of {size}, and a description has 1 to {MAX_DESCRIPTION_CHARACTERS:,}"
