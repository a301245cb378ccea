"""Whether a path that a model wrote stays in a directory: links resolved, `..` and names of devices refused."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

# Resolving takes longer the more parts a path has, and no real path is near this.
MAX_PATH_LENGTH: Final = 4096
"""Characters of a path that is looked at."""

_ON_WINDOWS: Final = os.name == "nt"
_SEPARATORS: Final = re.compile(r"[\\/]")
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICE: Final = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])", re.IGNORECASE)


def is_within(path: str | os.PathLike[str], root: str | os.PathLike[str]) -> bool:
    """Whether `path` is `root` or below it, as they are written: nothing is looked up in the file system."""
    return Path(_normalize(path)).is_relative_to(_normalize(root))


def leads_within(path: str | os.PathLike[str], root: str | os.PathLike[str]) -> bool:
    """Whether `path` is `root` or below it once all links in both are resolved; what does not exist stays as it is."""
    return is_within(os.path.realpath(path), os.path.realpath(root))


def absolute(path: str | os.PathLike[str]) -> str:
    """`path` from the root of the file system, without `..`; links stay as they are."""
    return os.path.normpath(Path(path).absolute())


def _normalize(path: str | os.PathLike[str]) -> str:
    return os.path.normcase(os.path.normpath(os.fspath(path)))


def has_parent_part(path: str) -> bool:
    """Whether a part of `path` is `..`."""
    return ".." in _SEPARATORS.split(path)


def names_device(path: str, *, windows: bool = _ON_WINDOWS) -> bool:
    """Whether `path` names a device or a share, which Windows opens where a file of that name is meant.

    To resolve the name of a share already logs in there. On other systems these are ordinary names.
    """
    if not windows:
        return False
    if path[:1] in ("\\", "/") and path[1:2] in ("\\", "/"):
        return True
    # Only the name up to the first dot or colon counts, without the spaces behind it.
    stems = (re.split(r"[.:]", part, maxsplit=1)[0].rstrip(" ") for part in re.split(r"[\\/:]", path))
    return any(map(_DEVICE.fullmatch, stems))
