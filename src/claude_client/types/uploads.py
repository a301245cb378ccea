"""What an upload takes: a file by path, open, or as bytes, and if need be with its name and media type."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import IO, TYPE_CHECKING, Annotated, TypeAlias

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

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


class _AnyFile:
    """In the metadata of a type that takes files: pydantic, which knows no open files, takes everything."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.any_schema()


Base64Data: TypeAlias = Annotated[str | FileContent, _AnyFile()]
"""The content of a base64 source: base64 text; or a path (no string), an open binary file or bytes: encoded."""
