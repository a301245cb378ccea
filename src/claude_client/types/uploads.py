"""What an upload takes: a file by path, open, or as bytes, and if need be with its name and media type."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import IO, TypeAlias

FileContent: TypeAlias = IO[bytes] | bytes | PathLike[str]
"""The file itself. One given by path, or open, is read while it is sent and never held in memory."""

FileTypes: TypeAlias = (
    str
    | FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
"""A file (its path may be a string); or its name and the file; or name, file, media type, and headers of its part."""
