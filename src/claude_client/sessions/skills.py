"""The skills of a session's agent, put where its tools find them: `skills/<name>` in the working directory.

An archive may come from anybody. What leads out of its folder makes it refused as a whole; links and devices in it are
left out; what it may unpack to is bounded.
"""

from __future__ import annotations

import os
import shutil
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Final

from ..core.logs import logger
from ..errors import ClaudeError
from .steps import Do, Flow, Save, Send

if TYPE_CHECKING:
    from ..core.request import Request

MAX_UNPACKED_BYTES: Final = 256 * 1024 * 1024
MAX_MEMBERS: Final = 10_000
_OWNER_ONLY: Final = 0o700
_CHUNK_BYTES: Final = 256 * 1024
_UNIX: Final = (3, 19)
"""Systems whose zip entries have a mode."""


@dataclass(frozen=True)
class SkillRequests:
    """The requests that skills need, described by their resource."""

    version: Callable[[str, str], Request[Any, Any]]
    """A version of a skill, which may be `latest`."""
    archive: Callable[[str, str], Request[Any, Any]]
    """The files of a version, in an archive."""


class SkillFolders:
    """The folders of the skills of one session."""

    def __init__(self, requests: SkillRequests, workdir: str | os.PathLike[str]) -> None:
        """Args:
        requests: What is sent.
        workdir: Where the folder `skills` is made.
        """
        self._requests = requests
        self._folder = Path(workdir) / "skills"
        self._made: list[tuple[Path, Path | None]] = []
        """Each folder, and where the one is that was in its place."""

    def download(self, skills: Sequence[Any]) -> Flow:
        """Download the skills. One that cannot be had is logged and left out; a folder of its name stays as it is."""
        for skill in skills:
            try:
                version = yield Send(self._requests.version(skill.skill_id, skill.version))
                yield from self._download_one(skill.skill_id, version)
            except (ClaudeError, OSError, ValueError, EOFError, tarfile.TarError, zipfile.BadZipFile) as error:
                logger.warning("the skill %s is left out: %s", skill.skill_id, error)

    def _download_one(self, skill_id: str, version: Any) -> Flow:
        work: Path = yield Do(self._make_work)
        try:
            yield Save(self._requests.archive(skill_id, version.id), work / "archive")
            target = self._folder / folder_name(version.name, skill_id)
            yield Do(partial(self._put, work, target))
        finally:
            # Not as a step: where the flow is closed there are no more of them.
            shutil.rmtree(work, ignore_errors=True)

    def _put(self, work: Path, target: Path) -> None:
        """Unpack the archive, and put what was in it in the place of `target`, which `remove()` puts back."""
        unpack(work / "archive", work / "unpacked")
        aside: Path | None = None
        if target.exists():
            aside = Path(tempfile.mkdtemp(prefix=".aside-", dir=self._folder)) / target.name
            target.rename(aside)
        (work / "unpacked").rename(target)
        self._made.append((target, aside))

    def _make_work(self) -> Path:
        self._folder.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".skill-", dir=self._folder))

    def remove(self) -> None:
        """Remove the folders that were made here, and put back what was in their place."""
        for folder, aside in reversed(self._made):
            shutil.rmtree(folder, ignore_errors=True)
            if aside is not None:
                with suppress(OSError):
                    aside.rename(folder)
                    aside.parent.rmdir()
        self._made.clear()
        with suppress(OSError):  # where other skills are in it
            self._folder.rmdir()


def folder_name(name: str, skill_id: str) -> str:
    """The name of a skill's folder: that of the skill, as far as it is one part of a path."""
    last = name.strip().replace("\\", "/").rpartition("/")[2].replace("\0", "")
    return skill_id if last in ("", ".", "..") else last


# ---- archives --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Member:
    """One entry of an archive."""

    name: str
    mode: int
    is_directory: bool
    is_special: bool
    """Whether it is a link, a device or the like."""
    open: Callable[[], IO[bytes] | None]


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a zip or tar archive into `folder`, which is made. A folder around all that is in it is left out.

    Raises:
        ValueError: It leads out of the folder, or is too large.
        BadZipFile, TarError, EOFError: It is broken, or no archive.
    """
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as file:
            _write_members(list(_zip_members(file)), folder)
    else:
        with tarfile.open(archive, "r:*") as tar:
            _write_members(list(_tar_members(tar)), folder)


def _zip_members(file: zipfile.ZipFile) -> Iterator[Member]:
    for info in file.infolist():
        mode = info.external_attr >> 16 if info.create_system in _UNIX else 0
        kind = stat.S_IFMT(mode)
        is_directory = info.is_dir() or kind == stat.S_IFDIR
        is_special = not is_directory and kind not in (0, stat.S_IFREG)
        yield Member(info.filename, mode, is_directory, is_special, partial(file.open, info))


def _tar_members(file: tarfile.TarFile) -> Iterator[Member]:
    for number, info in enumerate(file):
        if number > MAX_MEMBERS:
            break
        is_special = not (info.isreg() or info.isdir())
        yield Member(info.name, info.mode, info.isdir(), is_special, partial(file.extractfile, info))


def _write_members(members: Sequence[Member], folder: Path) -> None:
    if len(members) > MAX_MEMBERS:
        raise ValueError(f"the archive has more than {MAX_MEMBERS:,} files")
    named = [(_parts(each.name), each) for each in members]
    plain = [(parts, each) for parts, each in named if parts and not each.is_special]
    tops = {parts[0] for parts, _ in plain}
    is_wrapped = len(tops) == 1 and any(len(parts) > 1 for parts, _ in plain)
    folder.mkdir(_OWNER_ONLY)
    left = MAX_UNPACKED_BYTES
    for parts, member in plain:
        target = folder.joinpath(*parts[is_wrapped:])
        if member.is_directory or target == folder:
            target.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
        elif (source := member.open()) is not None:
            target.parent.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
            with source:
                left = _write(source, target, left)
            # Of its mode only whether it can be run is taken over.
            target.chmod(0o755 if member.mode & 0o111 else 0o644)


def _write(source: IO[bytes], target: Path, left: int) -> int:
    """Write a file, and tell how many bytes may follow."""
    with target.open("wb") as file:
        while chunk := source.read(_CHUNK_BYTES):
            left -= len(chunk)
            if left < 0:
                raise ValueError(f"the archive unpacks to more than {MAX_UNPACKED_BYTES:,} bytes")
            file.write(chunk)
    return left


def _parts(name: str) -> tuple[str, ...]:
    """The parts of a path in an archive.

    Raises:
        ValueError: It leads out of the archive.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    parts = tuple(part for part in path.parts if part != ".")
    if path.is_absolute() or ".." in parts or any("\0" in part or ":" in part[1:2] for part in parts):
        raise ValueError(f"the archive has a file {name!r}, which leads out of its folder")
    return parts
