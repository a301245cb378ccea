"""The official package's types: those of `claude_client.types`, and errors by code, which are among them there."""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

_VALUES = {
    "UserProfileListOrder": Literal["asc", "desc"],
    "UserProfileListOrderBy": Literal["created_at", "name"],
}
"""Values of parameters that the official package has names for, and ours writes where they are taken."""

_COMMANDS = ("View", "Create", "StrReplace", "Insert", "Delete", "Rename")
ELSEWHERE = {
    "BetaMemoryTool20250818Command": "claude_client.tools.memory.MemoryCommand",
    **{f"BetaMemoryTool20250818{name}Command": f"claude_client.tools.memory.{name}Command" for name in _COMMANDS},
}
"""What `anthropic.types.beta` has that is no type of the API here, and where it is."""


def module_names(path: str) -> Callable[[str], object] | None:
    """What looks up the names of `anthropic.{path}`; None where there is no such module."""
    parts = path.split(".")
    if any(not part or part.startswith("_") for part in parts):
        return None
    if _is_module(path):
        return lambda name: _resolve(path, name)
    # A module of one type: of an error, or under a name that the official package has kept for another.
    package, _, last = path.rpartition(".")
    if not package or not _is_module(package):
        return None
    wanted = last.replace("_", "")
    errors = {name.lower() for name in _error_names()}
    if wanted.removeprefix("beta") in errors or any(name.lower() == wanted for name in _find_renamed(package)):
        return lambda name: _resolve(package, name)
    return None


def _is_module(path: str) -> bool:
    package = path.rpartition(".")[0]
    try:
        return (not package or _is_module(package)) and find_spec(f"claude_client.{path}") is not None
    except ModuleNotFoundError:
        return False


def _resolve(path: str, name: str) -> object:
    module = import_module(f"claude_client.{path}")
    beta = "Beta" if name.startswith("Beta") else ""
    bare = name.removeprefix("Beta")
    # `Response...` was the first name of what a message has of a tool's use; the official package keeps both.
    if name in _VALUES:
        return _VALUES[name]
    if name in ELSEWHERE:
        home, _, other = ELSEWHERE[name].rpartition(".")
        return getattr(import_module(home), other)
    for candidate in (name, beta + bare.removeprefix("Response")):
        if hasattr(module, candidate):
            return getattr(module, candidate)
    if bare in _error_names():
        return getattr(import_module("claude_client.errors"), bare)
    raise AttributeError(name)


@functools.cache
def _error_names() -> frozenset[str]:
    codes: list[str] = import_module("claude_client.errors.codes").__all__
    return frozenset(codes)


def _find_renamed(package: str) -> set[str]:
    names: list[str] = getattr(import_module(f"claude_client.{package}"), "__all__", [])
    uses = (name for name in names if name.endswith("ToolUseBlock"))
    return {*_VALUES, *ELSEWHERE} | {
        f"BetaResponse{name[4:]}" if name.startswith("Beta") else f"Response{name}" for name in uses
    }
