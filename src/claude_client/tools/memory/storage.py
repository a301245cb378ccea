"""`StoredMemoryTool`: the commands of the memory tool, on top of anything that can keep texts by their paths."""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..paths import MAX_PATH_LENGTH, names_device
from ..results import ToolError
from .base import AbstractMemoryTool

if TYPE_CHECKING:
    from ...types import CacheControlEphemeralParam
    from .commands import (
        CreateCommand,
        DeleteCommand,
        InsertCommand,
        MemoryCommand,
        RenameCommand,
        StrReplaceCommand,
        ViewCommand,
    )

ROOT: Final = "/memories"
_LEVELS: Final = 2
"""How many levels of directories `view` shows."""
_MAX_LINES: Final = 999_999
_NUMBER_WIDTH: Final = len(str(_MAX_LINES))
_MAX_NAME_BYTES: Final = 255

Parts: TypeAlias = tuple[str, ...]
"""A path below `/memories`, by its parts."""


@dataclass(frozen=True)
class Entry:
    """A file or a directory."""

    name: str
    is_directory: bool
    size: int
    """Bytes of a file."""


class StoredMemoryTool(AbstractMemoryTool):
    """A memory tool on a store of yours: a subclass says how a text is read, written, listed, deleted and moved.

    Paths are checked before a store sees them: no part is empty, `.` or `..`, nor holds a slash of either kind.
    """

    def __init__(self, *, cache_control: CacheControlEphemeralParam | None = None) -> None:
        """Args:
        cache_control: Keep the prompt up to the tool in the cache.
        """
        super().__init__(cache_control=cache_control)
        self._lock = threading.RLock()

    # ---- what a store does ----

    @abstractmethod
    def find_entry(self, parts: Parts) -> Entry | None:
        """The file or directory at this path; None where there is none."""

    @abstractmethod
    def list_entries(self, parts: Parts) -> Iterable[Entry]:
        """What is in a directory."""

    @abstractmethod
    def read_text(self, parts: Parts) -> str:
        """The text of a file."""

    @abstractmethod
    def write_text(self, parts: Parts, text: str, *, is_new: bool) -> None:
        """Write a file as a whole, or not at all. Directories on the way are made.

        Raises:
            FileExistsError: With `is_new`: there is one of that name.
        """

    @abstractmethod
    def delete_entry(self, parts: Parts) -> None:
        """Delete a file, or a directory with all that is in it. Without parts, all that there is."""

    @abstractmethod
    def move_entry(self, old: Parts, new: Parts) -> None:
        """Move a file or directory to a path that is free. Directories on the way are made."""

    def change(self) -> AbstractContextManager[object]:
        """Entered around each command: what it reads and writes belongs together."""
        return nullcontext()

    # ---- the commands ----

    def execute(self, command: MemoryCommand) -> Any:
        """Run a command. An error of the system is told without the place of the store."""
        try:
            return super().execute(command)
        except OSError as error:
            raise ToolError(f"The memory cannot be used: {error.strerror or type(error).__name__}.") from error

    def view(self, command: ViewCommand) -> str:
        with self._lock, self.change():
            parts = split_path(command.path)
            entry = self._find(parts, command.path)
            if entry.is_directory:
                return "\n".join([f"In {command.path}, {_LEVELS} levels deep:", *self._list(parts, _LEVELS)])
            return _show(self._read(parts, command.path), command.path, command.view_range)

    def create(self, command: CreateCommand) -> str:
        with self._lock, self.change():
            parts = self._check_free(command.path)
            try:
                self.write_text(parts, command.file_text, is_new=True)
            except FileExistsError:
                raise _make_exists_error(command.path) from None
            return f"Created {command.path}."

    def str_replace(self, command: StrReplaceCommand) -> str:
        with self._lock, self.change():
            parts, text = self._read_file(command.path)
            place = _find_once(text, command.old_str, command.path)
            changed = text[:place] + command.new_str + text[place + len(command.old_str) :]
            self.write_text(parts, changed, is_new=False)
            first = max(changed.count("\n", 0, place) - 2, 0)
            last = changed.count("\n", 0, place + len(command.new_str)) + 3
            return "\n".join(
                [f"Edited {command.path}. It now reads:", *_number(_lines(changed)[first:last], first + 1)]
            )

    def insert(self, command: InsertCommand) -> str:
        with self._lock, self.change():
            parts, text = self._read_file(command.path)
            lines = _lines(text)
            if not 0 <= command.insert_line <= len(lines):
                raise ToolError(
                    f"insert_line is {command.insert_line}: it takes 0 to {len(lines)}, the lines of {command.path}."
                )
            lines[command.insert_line : command.insert_line] = command.insert_text.removesuffix("\n").split("\n")
            self.write_text(parts, "\n".join(lines) + "\n", is_new=False)
            return f"Edited {command.path}."

    def delete(self, command: DeleteCommand) -> str:
        with self._lock, self.change():
            parts = split_path(command.path)
            _check_not_root(parts, "deleted")
            self._find(parts, command.path)
            self.delete_entry(parts)
            return f"Deleted {command.path}."

    def rename(self, command: RenameCommand) -> str:
        with self._lock, self.change():
            old = split_path(command.old_path)
            _check_not_root(old, "renamed")
            self._find(old, command.old_path)
            new = self._check_free(command.new_path)
            if new[: len(old)] == old:
                raise ToolError(f"{command.old_path} cannot be moved into itself.")
            self.move_entry(old, new)
            return f"Renamed {command.old_path} to {command.new_path}."

    def clear_all_memory(self) -> str:
        """Delete everything. The model cannot ask for it."""
        with self._lock, self.change():
            self.delete_entry(())
            return "Deleted all that was remembered."

    # ---- parts of them ----

    def _find(self, parts: Parts, path: str) -> Entry:
        entry = self.find_entry(parts)
        if entry is None:
            raise ToolError(f"{path} does not exist.")
        return entry

    def _read_file(self, path: str) -> tuple[Parts, str]:
        parts = split_path(path)
        if self._find(parts, path).is_directory:
            raise ToolError(f"{path} is a directory: give the path of a file.")
        return parts, self._read(parts, path)

    def _read(self, parts: Parts, path: str) -> str:
        try:
            return self.read_text(parts)
        except UnicodeDecodeError:
            raise ToolError(f"{path} is not text in UTF-8.") from None
        except FileNotFoundError:  # somebody else has deleted it just now
            raise ToolError(f"{path} does not exist.") from None

    def _check_free(self, path: str) -> Parts:
        """The parts of a path at which something may be made."""
        parts = split_path(path)
        if not parts or self.find_entry(parts) is not None:
            raise _make_exists_error(path)
        for count in range(1, len(parts)):
            parent = self.find_entry(parts[:count])
            if parent is not None and not parent.is_directory:
                raise ToolError(f"{'/'.join([ROOT, *parts[:count]])} is a file, and cannot hold {path}.")
        return parts

    def _list(self, parts: Parts, levels: int) -> Iterable[str]:
        for entry in sorted(self.list_entries(parts), key=lambda each: each.name):
            if entry.name.startswith("."):
                continue
            path = "/".join([ROOT, *parts, entry.name])
            yield f"{'-' if entry.is_directory else _format_size(entry.size)}\t{path}{'/' * entry.is_directory}"
            if entry.is_directory and levels > 1:
                yield from self._list((*parts, entry.name), levels - 1)


# ---- paths and texts ------------------------------------------------------------------------------------------


def split_path(path: str) -> Parts:
    """The parts of a path below `/memories`.

    Raises:
        ToolError: It is elsewhere, or no store could keep a file by it.
    """
    if path != ROOT and not path.startswith(f"{ROOT}/"):
        raise ToolError(f"{path!r} is not a path of the memory: it takes {ROOT}, or a path that begins with {ROOT}/.")
    below = path[len(ROOT) + 1 :]
    parts = below.removesuffix("/").split("/") if below else []
    if len(path) > MAX_PATH_LENGTH or any(len(part.encode("utf-8", "replace")) > _MAX_NAME_BYTES for part in parts):
        raise ToolError("The path is too long.")
    for part in parts:
        # A backslash divides paths on Windows, and a colon names a drive or a stream of a file.
        if part in ("", ".", "..") or any(letter in part for letter in "\\\0") or names_device(part):
            raise ToolError(f"{path!r} is not a path of the memory: {part!r} is not a name of a file.")
        if not part.isprintable():
            raise ToolError(f"{path!r} is not a path of the memory: a name has only characters that can be shown.")
    return tuple(parts)


def _check_not_root(parts: Parts, what: str) -> None:
    if not parts:
        raise ToolError(f"{ROOT} itself cannot be {what}.")


def _make_exists_error(path: str) -> ToolError:
    return ToolError(f"{path} exists already.")


def _lines(text: str) -> list[str]:
    """The lines of a text; a carriage return belongs to its line."""
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _number(lines: Sequence[str], first: int) -> list[str]:
    return [f"{number:>{_NUMBER_WIDTH}}\t{line}" for number, line in enumerate(lines, first)]


def _show(text: str, path: str, range_: list[int] | None) -> str:
    lines = _lines(text)
    if len(lines) > _MAX_LINES:
        raise ToolError(f"{path} has {len(lines)} lines, and only {_MAX_LINES} can be shown.")
    if range_ is None:
        return "\n".join([f"{path} has these lines:", *_number(lines, 1)]) if lines else f"{path} is empty."
    if len(range_) != 2:
        raise ToolError("view_range takes two numbers: [first, last].")
    first, last = max(range_[0], 1), len(lines) if range_[1] == -1 else range_[1]
    if first > max(len(lines), 1) or last < first:
        raise ToolError(f"view_range is {range_}: {path} has the lines 1 to {len(lines)}.")
    return "\n".join([f"{path} has these lines:", *_number(lines[first - 1 : last], first)])


def _find_once(text: str, wanted: str, path: str) -> int:
    """Where `wanted` is in the text, in which it has to be exactly once."""
    if not wanted:
        raise ToolError("old_str is empty: give the text that is to be replaced.")
    place = text.find(wanted)
    if place < 0:
        raise ToolError(f"old_str is not in {path}. It has to be there exactly, spaces and line ends included.")
    places = [place]
    while (place := text.find(wanted, place + 1)) >= 0:
        places.append(place)
    if len(places) > 1:
        lines = ", ".join(str(text.count("\n", 0, each) + 1) for each in places[:20])
        raise ToolError(
            f"old_str is {len(places)} times in {path}, in the lines {lines}. Give more of the text around."
        )
    return places[0]


def _format_size(size: float) -> str:
    for unit in "BKM":
        if size < 1024:
            return f"{size:.1f}".removesuffix(".0") + unit
        size /= 1024
    return f"{size:.1f}".removesuffix(".0") + "G"
