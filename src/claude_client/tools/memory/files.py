"""`LocalFilesystemMemoryTool`: a memory in a directory of this machine.

No path leads out of it: its parts are checked, and what a link leads to is read only where that is in the directory
too. A file is written next to its place and put there in one step, readable by its owner alone.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..paths import is_within
from ..results import ToolError
from .base import AbstractMemoryTool
from .storage import ROOT, Entry, Parts, StoredMemoryTool

if TYPE_CHECKING:
    from ...types import CacheControlEphemeralParam
    from .commands import CreateCommand, DeleteCommand, InsertCommand, RenameCommand, StrReplaceCommand, ViewCommand

# Whatever the umask says: in containers it often lets everybody write.
_FILE_MODE: Final = 0o600
_DIRECTORY_MODE: Final = 0o700
# A named pipe would wait for somebody to write to it.
_READ: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class LocalFilesystemMemoryTool(StoredMemoryTool):
    """A memory in a directory of this machine: `LocalFilesystemMemoryTool("memory")`.

    The model's `/memories` is the directory `memories` in it. It is made for its owner alone. Give each user of your
    program a directory of their own, as the model reads all that is there.

    API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/memory-tool
    """

    def __init__(
        self,
        base_path: str | os.PathLike[str] = "./memory",
        *,
        cache_control: CacheControlEphemeralParam | None = None,
    ) -> None:
        """Args:
        base_path: The directory, which is made where it is not there.
        cache_control: Keep the prompt up to the tool in the cache.
        """
        super().__init__(cache_control=cache_control)
        self.base_path: Path = Path(base_path)
        self.memory_root: Path = self.base_path / ROOT[1:]
        _make_directory(self.memory_root)
        # Where it is now: the working directory may change.
        self._root = Path(os.path.realpath(self.memory_root))

    def find_entry(self, parts: Parts) -> Entry | None:
        path = self._resolve(parts)
        try:
            return _entry(path.name, path.lstat())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def list_entries(self, parts: Parts) -> Iterable[Entry]:
        with os.scandir(self._resolve(parts)) as entries:
            names = [entry.name for entry in entries]
        for name in names:
            # What leads out of the directory, or is gone already, is not shown.
            with suppress(ToolError):
                found = self.find_entry((*parts, name))
                if found is not None:
                    yield Entry(name, found.is_directory, found.size)

    def read_text(self, parts: Parts) -> str:
        file = os.open(self._resolve(parts), _READ)
        with os.fdopen(file, "rb") as opened:
            if not stat.S_ISREG(os.fstat(file).st_mode):
                raise ToolError("This is not a regular file, and is not read.")
            return opened.read().decode()

    def write_text(self, parts: Parts, text: str, *, is_new: bool) -> None:
        path = self._resolve(parts)
        data = _encode(text)
        _make_directory(path.parent)
        temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
        try:
            with os.fdopen(os.open(temporary, _CREATE, _FILE_MODE), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                _put_new(temporary, path)
            else:
                temporary.replace(path)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()

    def delete_entry(self, parts: Parts) -> None:
        for path in [self._place(parts)] if parts else list(self._root.iterdir()):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def move_entry(self, old: Parts, new: Parts) -> None:
        place = self._place(new)
        _make_directory(place.parent)
        self._place(old).rename(place)

    def _place(self, parts: Parts) -> Path:
        """Where an entry is, itself not followed where it is a link."""
        return self._resolve(parts[:-1]) / parts[-1]

    def _resolve(self, parts: Parts) -> Path:
        """Where a path leads, all links resolved.

        Raises:
            ToolError: That is out of the directory.
        """
        path = os.path.realpath(self._root.joinpath(*parts))
        if not is_within(path, self._root):
            raise ToolError(f"{'/'.join([ROOT, *parts])} leads out of the memory.")
        return Path(path)


class AsyncLocalFilesystemMemoryTool(AbstractMemoryTool):
    """The same with coroutine functions, as the official package has it. `LocalFilesystemMemoryTool` does on both
    clients.
    """

    def __init__(
        self,
        base_path: str | os.PathLike[str] = "./memory",
        *,
        cache_control: CacheControlEphemeralParam | None = None,
    ) -> None:
        """Args:
        base_path: The directory, which is made where it is not there.
        cache_control: Keep the prompt up to the tool in the cache.
        """
        super().__init__(cache_control=cache_control)
        self._tool = LocalFilesystemMemoryTool(base_path)
        self.base_path: Path = self._tool.base_path
        self.memory_root: Path = self._tool.memory_root

    async def view(self, command: ViewCommand) -> str:
        return await _run(self._tool.view, command)

    async def create(self, command: CreateCommand) -> str:
        return await _run(self._tool.create, command)

    async def str_replace(self, command: StrReplaceCommand) -> str:
        return await _run(self._tool.str_replace, command)

    async def insert(self, command: InsertCommand) -> str:
        return await _run(self._tool.insert, command)

    async def delete(self, command: DeleteCommand) -> str:
        return await _run(self._tool.delete, command)

    async def rename(self, command: RenameCommand) -> str:
        return await _run(self._tool.rename, command)

    async def clear_all_memory(self) -> str:
        """Delete everything. The model cannot ask for it."""
        return await _run(self._tool.clear_all_memory)


async def _run(function: Any, *args: object) -> str:
    from anyio.to_thread import run_sync

    result: str = await run_sync(function, *args)
    return result


def _entry(name: str, info: os.stat_result) -> Entry:
    return Entry(name, stat.S_ISDIR(info.st_mode), info.st_size)


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ToolError("The text contains half of a surrogate pair, and cannot be kept.") from None


def _put_new(temporary: Path, path: Path) -> None:
    """Give a file its name, unless there is one of that name."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(path, _CREATE, _FILE_MODE))
        temporary.replace(path)


def _make_directory(path: Path) -> None:
    """Make a directory and those above it, for their owner alone; one that is there stays as it is."""
    if path.exists():
        return
    _make_directory(path.parent)
    with suppress(FileExistsError):
        path.mkdir(_DIRECTORY_MODE)
        path.chmod(_DIRECTORY_MODE)
