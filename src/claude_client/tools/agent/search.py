"""The tools `glob` and `grep`: names of files, and lines in them."""

from __future__ import annotations

import fnmatch
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Annotated, ClassVar, Final

from pydantic import BaseModel, Field

from ..results import ToolError
from .base import AgentTool, report_errors
from .grep_program import BAD_PATTERN, CPU_SECONDS, OUTPUT_LIMIT
from .roots import Found, OutsideRootsError, Place, Roots, walk

GLOB_LIMIT: Final = 200
"""Paths that `glob` lists."""

WALK_LIMIT: Final = 50_000
"""Entries of directories that one call looks at."""

_MAX_ALTERNATIVES: Final = 64
_GREP_SECONDS: Final = 120.0
_NOTHING: Final = "no matches"
_CUT: Final = f"[only the first {WALK_LIMIT} entries were looked at: name a directory further down with path]"


class GlobInput(BaseModel):
    """The input of `glob`."""

    pattern: Annotated[
        str, Field(description="Such as **/*.py: ** for any directories, * ? [a-z] {a,b} within a name.")
    ]
    path: Annotated[str | None, Field(description="Where to begin; the working directory when left out.")] = None


class GrepInput(BaseModel):
    """The input of `grep`."""

    pattern: Annotated[str, Field(description="A regular expression in Python's syntax.")]
    path: Annotated[
        str | None, Field(description="A file, or a directory to look below; the working directory when left out.")
    ] = None


class GlobTool(AgentTool[GlobInput]):
    """`glob`: the paths that fit a pattern, those that were changed last first."""

    name = "glob"
    description: ClassVar[str] = (
        f"Find files and directories by a pattern, those that were changed last first, {GLOB_LIMIT} at most."
    )
    input_type = GlobInput

    def run(self, input: GlobInput) -> object:
        if not input.pattern or input.pattern.startswith("/") or ".." in input.pattern.split("/"):
            raise ToolError("pattern takes a relative pattern without '..', such as **/*.py. Begin elsewhere by path.")
        if "\0" in input.pattern:
            raise ToolError("A pattern cannot hold a NUL character.")
        found: dict[str, int] = {}
        cut = False
        for pattern in _expand(input.pattern):
            cut = self._find(input.path or ".", pattern, found) or cut
        newest = sorted(found, key=lambda path: (-found[path], path))
        lines = newest[:GLOB_LIMIT]
        if len(newest) > GLOB_LIMIT:
            lines.append(f"[{len(newest) - GLOB_LIMIT} more]")
        if cut:
            lines.append(_CUT)
        return "\n".join(lines) or _NOTHING

    def _find(self, base: str, pattern: str, found: dict[str, int]) -> bool:
        """Find what fits `pattern`; whether there was too much to look at."""
        parts = [part for part in pattern.split("/") if part not in ("", ".")]
        literal = [*_until_magic(parts)]
        only_directories = pattern.endswith("/")
        with report_errors(base):
            roots = self.context.roots
            try:
                with roots.reach("/".join([base, *literal])) as place:
                    if len(literal) == len(parts):
                        info = place.stat()
                        if not only_directories or stat.S_ISDIR(info.st_mode):
                            found[place.path] = info.st_mtime_ns
                        return False
                    seen = 0
                    for entry in _below(place):
                        seen += 1
                        is_directory = stat.S_ISDIR(entry.info.st_mode)
                        if (is_directory or not only_directories) and _fits(entry.path, parts[len(literal) :]):
                            path = f"{place.path.rstrip('/')}/{entry.path}"
                            if not entry.is_link or _stays_inside(roots, path):
                                found[path] = entry.info.st_mtime_ns
                    return seen == WALK_LIMIT
            except (FileNotFoundError, NotADirectoryError):
                return False


class GrepTool(AgentTool[GrepInput]):
    """`grep`: the lines that a regular expression is found in."""

    name = "grep"
    description = "Search files for a regular expression. Gives path:line:text; binary files are left out."
    input_type = GrepInput

    def run(self, input: GrepInput) -> object:
        base = input.path or "."
        with report_errors(base), self.context.roots.reach(base) as place:
            try:
                info = place.stat()
            except FileNotFoundError:
                raise ToolError(f"{base}: no such file or directory") from None
            if not stat.S_ISDIR(info.st_mode):
                return _grep(input.pattern, place.directory, place.path, [place.name], False)
            entries = [*_below(place)]
            files = [entry.path for entry in entries if stat.S_ISREG(entry.info.st_mode)]
            directory = place.open_directory()
            try:
                return _grep(input.pattern, directory, f"{place.path.rstrip('/')}/", files, len(entries) == WALK_LIMIT)
            finally:
                os.close(directory)


def _below(place: Place) -> Iterator[Found]:
    directory = place.open_directory()
    try:
        yield from walk(directory, most=WALK_LIMIT)
    finally:
        os.close(directory)


def _stays_inside(roots: Roots, path: str) -> bool:
    try:
        with roots.reach(path) as place:
            place.stat()
    except (OutsideRootsError, OSError):
        return False
    return True


# ---- patterns of names --------------------------------------------------------------------------------------


def _expand(pattern: str) -> list[str]:
    """The patterns that one with `{a,b}` stands for."""
    waiting, found = [pattern], list[str]()
    while waiting:
        each = waiting.pop(0)
        braces = re.search(r"\{([^{}]*,[^{}]*)\}", each)
        if braces is None:
            found.append(each)
        else:
            waiting += [f"{each[: braces.start()]}{one}{each[braces.end() :]}" for one in braces[1].split(",")]
        if len(waiting) + len(found) > _MAX_ALTERNATIVES:
            raise ToolError(f"The braces of the pattern stand for more than {_MAX_ALTERNATIVES} patterns.")
    return found


def _until_magic(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if any(letter in part for letter in "*?["):
            return
        yield part


def _fits(path: str, pattern: Sequence[str]) -> bool:
    """Whether the parts of `path` fit those of `pattern`, where `**` stands for any number of parts."""
    # How much of the pattern fits what was read of the path. Each pair is looked at once, however many ** there are.
    fitting = {0}
    for part in path.split("/"):
        reached = set[int]()
        for place in _skip(fitting, pattern):
            if place < len(pattern):
                if pattern[place] == "**":
                    reached.add(place)
                elif _part_fits(pattern[place])(part) is not None:
                    reached.add(place + 1)
        if not reached:
            return False
        fitting = reached
    return len(pattern) in _skip(fitting, pattern)


def _skip(places: set[int], pattern: Sequence[str]) -> set[int]:
    """The places, and those behind a `**` that stands for nothing."""
    found = set(places)
    waiting = [*places]
    while waiting:
        place = waiting.pop()
        if place < len(pattern) and pattern[place] == "**" and place + 1 not in found:
            found.add(place + 1)
            waiting.append(place + 1)
    return found


@lru_cache
def _part_fits(pattern: str) -> Callable[[str], object]:
    return re.compile(fnmatch.translate(pattern)).match


# ---- lines of files -----------------------------------------------------------------------------------------


def _grep(pattern: str, directory: int, prefix: str, files: Sequence[str], is_cut: bool) -> str:
    """Search `files`, relative to an open directory, in a process of its own.

    A regular expression may take for ever, and Python can end one that runs only with its process.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        raise ToolError("grep is not available here. Use bash, or read.")
    program = Path(__file__).with_name("grep_program.py")
    encoded = [os.fsencode(name) for name in (pattern, prefix, *files)] if "\0" not in pattern else []
    if not encoded:
        raise ToolError("A pattern cannot hold a NUL character.")
    with subprocess.Popen(  # noqa: S603  # our own program, and nothing of the model among its arguments
        [sys.executable, "-I", "-S", os.fspath(program), str(directory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=[directory],
        env={},
    ) as process:
        try:
            output, _ = process.communicate(b"\0".join(encoded), timeout=_GREP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
        finally:
            with suppress(ProcessLookupError):
                process.kill()
    return _report(output.decode("utf-8", "replace").rstrip("\n"), process.returncode, is_cut)


def _report(text: str, code: int, is_cut: bool) -> str:
    if code == BAD_PATTERN:
        raise ToolError(f"pattern is not a regular expression: {text}")
    lines = [text] if text else []
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        lines.append(f"The search took more than {CPU_SECONDS} seconds. Use a simpler pattern, or fewer files.")
        raise ToolError("\n".join(lines))
    if code:
        raise ToolError("\n".join([*lines, f"The search failed (exit code {code})."]))
    if len(text) >= OUTPUT_LIMIT:
        lines.append("[output truncated]")
    if is_cut:
        lines.append(_CUT)
    return "\n".join(lines) or _NOTHING
