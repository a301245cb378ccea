"""The directories that an agent may reach, and how a path below them is opened without leaving them.

A path is followed one part at a time, each opened relative to the one before it and never through a link: links are
read here, and what they lead to is looked for from the roots again. So what was checked is what is opened, whoever
changes the directory meanwhile. A directory that is moved out of its root while a call works in it stays open for that
call.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from ..results import ToolError

_MAX_LINKS: Final = 40
_MAX_DEPTH: Final = 200
"""Levels of directories that a walk goes down."""

# A directory that may be passed through and not listed can be opened only so.
_PASS: Final = getattr(os, "O_PATH", os.O_RDONLY) | os.O_CLOEXEC
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | os.O_CLOEXEC
_DIRECTORY: Final = getattr(os, "O_DIRECTORY", 0)
# A named pipe or a terminal would wait for somebody else, or become the program's own.
_READ: Final = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class OutsideRootsError(ToolError):
    """The path leads out of the directories that the agent may reach, or to one that it may only read."""


@dataclass(frozen=True)
class Root:
    """A directory that the agent may reach."""

    given: str
    real: str
    """The same with all links resolved."""
    writable: bool

    def rest_of(self, path: str) -> str | None:
        """What follows the root in `path`, an absolute one; None for a path that is elsewhere."""
        for each in (self.real, self.given):
            if path == each:
                return ""
            if path.startswith(each.rstrip("/") + "/"):
                return path[len(each) :]
        return None


@dataclass(frozen=True)
class Place:
    """Where a path leads: an open directory, and the name of an entry in it."""

    directory: int
    name: str
    """`.` for the directory itself. The entry may not be there, and is no link."""
    path: str
    """The whole path, links resolved."""
    writable: bool
    on_way: Sequence[int] = ()
    """The open directories from the root to this one."""

    def open_directory(self) -> int:
        """Open the entry, a directory, so that it can be listed."""
        return os.open(self.name, os.O_RDONLY | _DIRECTORY | _NO_LINK, dir_fd=self.directory)

    def open_file(self) -> int:
        """Open the entry for reading.

        Raises:
            IsADirectoryError: It is a directory.
            OSError: It cannot be read, or is no regular file.
        """
        file = os.open(self.name, _READ, dir_fd=self.directory)
        mode = os.fstat(file).st_mode
        if stat.S_ISREG(mode):
            return file
        os.close(file)
        number = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        raise OSError(number, "it is a directory" if stat.S_ISDIR(mode) else "it is not a regular file")

    def stat(self) -> os.stat_result:
        """What is known of the entry."""
        return os.stat(self.name, dir_fd=self.directory, follow_symlinks=False)

    def replace(self, data: bytes) -> None:
        """Make `data` the content of the entry, a file: all of it or, if that fails, none.

        A file that is there keeps its permissions. Its other names (hard links) keep the content that they have.
        """
        # Two writers must not meet in it.
        temporary = f".claude-client-{os.urandom(8).hex()}.tmp"
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o666, dir_fd=self.directory)
        try:
            with os.fdopen(file, "wb") as opened:
                with suppress(FileNotFoundError):
                    before = self.stat()
                    if not stat.S_ISREG(before.st_mode):
                        is_directory = stat.S_ISDIR(before.st_mode)
                        raise OSError(errno.EISDIR, "it is a directory" if is_directory else "it is not a regular file")
                    os.fchmod(opened.fileno(), stat.S_IMODE(before.st_mode) & 0o777)
                opened.write(data)
            os.replace(temporary, self.name, src_dir_fd=self.directory, dst_dir_fd=self.directory)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary, dir_fd=self.directory)
            raise


@dataclass(frozen=True)
class Found:
    """An entry that a walk came by."""

    path: str
    """Relative to where the walk began."""
    info: os.stat_result
    is_link: bool


class Roots:
    """The directories that an agent may reach; relative paths begin in the first."""

    def __init__(
        self,
        workdir: str | os.PathLike[str],
        allowed: Iterable[str | os.PathLike[str]] = (),
        read_only: Iterable[str | os.PathLike[str]] = (),
    ) -> None:
        """Args:
        workdir: The agent's working directory.
        allowed: Other directories in which it may read and write.
        read_only: Directories in which it may only read, also where they are inside one of the others.

        Raises:
            RuntimeError: The system cannot open a path relative to an open directory (Windows).
            ValueError: One of them is empty, or `workdir` is not there.
            TypeError: `allowed` or `read_only` is one directory, and not a sequence of them.
        """
        if os.open not in os.supports_dir_fd:
            raise RuntimeError("the agent toolset needs a POSIX system, such as Linux or macOS")
        self.workdir: str = _absolute(workdir)
        if not os.path.isdir(self.workdir):  # noqa: PTH112  # a text, as all paths here
            raise ValueError(f"invalid workdir {self.workdir!r}: expected a directory that exists")
        for several in (allowed, read_only):
            if isinstance(several, (str, bytes, os.PathLike)):
                # Of "/tmp" the first letter would be a root that holds everything.
                raise TypeError(f"invalid directories {several!r}: expected a sequence of paths, such as [{several!r}]")
        writable = [self.workdir, *map(_absolute, allowed)]
        self.all: Sequence[Root] = [
            Root(path, os.path.realpath(path), kind)
            for kind, paths in ((True, writable), (False, [*map(_absolute, read_only)]))
            for path in paths
        ]
        # Where a file system takes names of either case as the same, paths do not tell.
        self._read_only = {*filter(None, (_find_id(root.real) for root in self.all if not root.writable))}

    @contextmanager
    def reach(self, path: str, *, for_writing: bool = False, make_parents: bool = False) -> Generator[Place]:
        """Go where `path` leads.

        Args:
            path: As the model wrote it: absolute, or relative to the working directory.
            for_writing: Whether the entry is going to be changed.
            make_parents: Make the directories that are missing on the way.

        Raises:
            OutsideRootsError: It leads elsewhere, or may only be read.
            OSError: A part of it is missing, or no directory.
        """
        if "\0" in path:
            raise ToolError("A path cannot hold a NUL character.")
        with ExitStack() as opened:
            place = self._follow(path, opened, for_writing and make_parents)
            if for_writing and not self._is_writable(place):
                raise OutsideRootsError(f"{path!r} is in a directory that can only be read")
            yield place

    def _follow(self, path: str, opened: ExitStack, make_parents: bool) -> Place:
        root, parts = self._begin(path, path if path.startswith("/") else f"{self.workdir}/{path}")
        stack = [_open_directory(opened, root.real)]
        names: list[str] = []
        links = 0
        while parts:
            part = parts.popleft()
            if part == "..":
                if names:
                    names.pop()
                    stack.pop()
                    continue
                target = "/".join([root.real.rpartition("/")[0], *parts])
            else:
                link = _read_link(part, stack[-1])
                if link is None:
                    if not parts:
                        whole = "/".join([root.real.rstrip("/"), *names, part])
                        return Place(stack[-1], part, whole, root.writable, stack)
                    if make_parents:
                        self._make_parent(root, names, part, stack)
                    stack.append(_open_directory(opened, part, stack[-1]))
                    names.append(part)
                    continue
                links += 1
                if links > _MAX_LINKS:
                    raise OSError(errno.ELOOP, "there are too many links on the way")
                if not link.startswith("/"):
                    parts.extendleft(reversed(_split(link)))
                    continue
                target = "/".join([link, *parts])
            root, parts = self._begin(path, target)
            stack, names = [_open_directory(opened, root.real)], []
        return Place(stack[-1], ".", "/".join([root.real.rstrip("/") or "/", *names]), root.writable, stack)

    def _make_parent(self, root: Root, names: Sequence[str], part: str, stack: Sequence[int]) -> None:
        """Make the directory `part` where it is missing and may be made."""
        path = "/".join([root.real, *names, part])
        if not self._is_writable(Place(stack[-1], part, path, root.writable, stack)):
            raise OutsideRootsError(f"{part!r} is in a directory that can only be read")
        with suppress(FileExistsError):
            os.mkdir(part, dir_fd=stack[-1])

    def _begin(self, path: str, target: str) -> tuple[Root, deque[str]]:
        """The root that `target`, an absolute path, is in, and the parts that follow."""
        for each in (target, os.path.realpath(target)):
            inside = [(root, rest) for root in self.all if (rest := root.rest_of(each)) is not None]
            if inside:
                root, rest = max(inside, key=lambda found: len(found[0].real))
                return root, deque(_split(rest))
        raise OutsideRootsError(f"{path!r} is outside the directories that the tools may reach")

    def _is_writable(self, place: Place) -> bool:
        if not place.writable or any(_id_of(os.fstat(each)) in self._read_only for each in place.on_way):
            return False
        return not any(root.rest_of(place.path) is not None for root in self.all if not root.writable)

    def holds_writable(self, path: str) -> bool:
        """Whether the agent may write to `path`, an absolute one."""
        return any(root.rest_of(os.path.realpath(path)) is not None for root in self.all if root.writable)


def walk(directory: int, *, most: int) -> Iterator[Found]:
    """Everything below an open directory, at most `most` entries; what cannot be read is passed over.

    Links are among them and are not followed.
    """
    count = 0
    waiting: deque[tuple[str, ...]] = deque([()])
    while waiting:
        parts = waiting.popleft()
        with ExitStack() as opened:
            try:
                here = directory
                for part in parts:
                    here = _open_directory(opened, part, here)
                listed = _open_directory(opened, ".", here, flags=os.O_RDONLY)
                entries = opened.enter_context(os.scandir(listed))
            except OSError:
                continue
            for entry in entries:
                count += 1
                if count > most:
                    return
                try:
                    info = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                if stat.S_ISDIR(info.st_mode) and len(parts) < _MAX_DEPTH:
                    waiting.append((*parts, entry.name))
                yield Found("/".join([*parts, entry.name]), info, entry.is_symlink())


def _id_of(info: os.stat_result) -> tuple[int, int]:
    return info.st_dev, info.st_ino


def _find_id(path: str) -> tuple[int, int] | None:
    try:
        return _id_of(os.stat(path))  # noqa: PTH116  # a text, as all paths here
    except OSError:
        return None


def _absolute(path: str | os.PathLike[str]) -> str:
    text = os.fspath(path)
    if not text.strip() or "\0" in text:
        raise ValueError(f"invalid directory {text!r}: expected a path")
    return os.path.abspath(text)  # noqa: PTH100  # a text, as all paths here


def _split(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]


def _open_directory(opened: ExitStack, path: str, directory: int | None = None, *, flags: int = _PASS) -> int:
    found = os.open(path, flags | _DIRECTORY | _NO_LINK, dir_fd=directory)
    opened.callback(os.close, found)
    return found


def _read_link(name: str, directory: int) -> str | None:
    """Where the link leads; None for what is no link, or is not there."""
    try:
        return os.readlink(name, dir_fd=directory)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.EINVAL:
            return None
        raise
