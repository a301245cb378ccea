"""The tools `read`, `write` and `edit`: files below the roots of an agent."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, Field

from ..results import ToolError
from .base import AgentTool, report_errors

if TYPE_CHECKING:
    from .context import AgentToolContext

_IMAGES: Final[Mapping[str, str]] = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
# The API refuses a request with an image whose bytes are of another kind.
_SIGNATURES: Final[Mapping[str, tuple[bytes, ...]]] = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/webp": (b"RIFF",),
    "application/pdf": (b"%PDF-",),
}


class ReadInput(BaseModel):
    """The input of `read`."""

    file_path: Annotated[str, Field(description="Absolute, or relative to the working directory.")]
    view_range: Annotated[
        list[int] | None,
        Field(description="[first, last] line, counted from 1 and both included; -1 as last for the end."),
    ] = None


class WriteInput(BaseModel):
    """The input of `write`."""

    file_path: Annotated[str, Field(description="Absolute, or relative to the working directory.")]
    content: Annotated[str, Field(description="The whole content.")]


class EditInput(BaseModel):
    """The input of `edit`."""

    file_path: Annotated[str, Field(description="Absolute, or relative to the working directory.")]
    old_string: Annotated[str, Field(description="The text to replace, exactly as it stands in the file.")]
    new_string: Annotated[str, Field(description="The text in its place.")]
    replace_all: Annotated[
        bool | None, Field(description="Replace each occurrence. Otherwise there must be exactly one.")
    ] = None


class ReadTool(AgentTool[ReadInput]):
    """`read`: the text of a file or of some of its lines; an image or a PDF as a block."""

    name = "read"
    description = "Read a file: text, an image (PNG, JPEG, GIF, WebP) or a PDF."
    input_type = ReadInput

    def run(self, input: ReadInput) -> object:
        path = input.file_path
        with report_errors(path), self.context.roots.reach(path) as place, os.fdopen(place.open_file(), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            extension = os.path.splitext(place.name)[1].lower()  # noqa: PTH122  # a name, and no path
            if extension in _IMAGES:
                return _block("image", _read_media(file, _IMAGES[extension], self.context.image_bytes, path))
            if extension == ".pdf":
                return _block("document", _read_media(file, "application/pdf", self.context.max_pdf_bytes, path))
            if input.view_range is not None:
                return _read_lines(file, input.view_range, self.context.max_file_bytes, path)
            if self.context.max_file_bytes is not None and size > self.context.max_file_bytes:
                raise ToolError(
                    f"{path} has {size} bytes, more than the {self.context.max_file_bytes} that can be read at once. "
                    "Read some of its lines with view_range, such as [1, 500]."
                )
            return _decode(_read_at_most(file, self.context.max_file_bytes, path), path)


class WriteTool(AgentTool[WriteInput]):
    """`write`: a file with this content, in the place of what was there."""

    name = "write"
    description = "Write a file. Directories on the way are made; a file that is there is replaced."
    input_type = WriteInput

    def __init__(self, context: AgentToolContext) -> None:
        super().__init__(context)
        self.needs_confirmation: bool = context.confirm is not None

    def run(self, input: WriteInput) -> object:
        data = _encode(input.content, "content")
        with (
            report_errors(input.file_path),
            self.context.roots.reach(input.file_path, for_writing=True, make_parents=True) as place,
        ):
            place.replace(data)
        return f"wrote {len(data)} bytes to {input.file_path}"


class EditTool(AgentTool[EditInput]):
    """`edit`: another text in the place of one that is in the file."""

    name = "edit"
    description = "Replace text in a file. The text has to be there exactly once, unless replace_all is true."
    input_type = EditInput

    def __init__(self, context: AgentToolContext) -> None:
        super().__init__(context)
        self.needs_confirmation: bool = context.confirm is not None

    def run(self, input: EditInput) -> object:
        path = input.file_path
        if not input.old_string:
            raise ToolError("old_string is empty: give the text to replace, or use write for a whole file.")
        if input.old_string == input.new_string:
            raise ToolError("old_string and new_string are the same, so there is nothing to change.")
        old, new = _encode(input.old_string, "old_string"), _encode(input.new_string, "new_string")
        with report_errors(path), self.context.roots.reach(path, for_writing=True) as place:
            with os.fdopen(place.open_file(), "rb") as file:
                data = _read_at_most(file, self.context.max_file_bytes, path)
            _decode(data, path)
            count = data.count(old)
            if not count:
                raise ToolError(f"old_string is not in {path}. It has to stand there exactly, spaces and lines too.")
            if count > 1 and not input.replace_all:
                raise ToolError(
                    f"old_string is {count} times in {path}. Give more of the text around it, or replace_all."
                )
            place.replace(data.replace(old, new))
        return f"edited {path} ({count} replacement{'s' if count > 1 else ''})"


def _read_at_most(file: IO[bytes], most: int | None, path: str) -> bytes:
    data = file.read() if most is None else file.read(most + 1)
    # The file may have grown since its size was looked at.
    if most is not None and len(data) > most:
        raise ToolError(f"{path} has more than {most} bytes, which is too large for this tool.")
    return data


def _read_lines(file: IO[bytes], range_: list[int], most: int | None, path: str) -> str:
    """Some lines of a file, without reading those behind them."""
    if len(range_) != 2:
        raise ToolError("view_range takes two numbers: [first, last].")
    first, last = max(range_[0], 1), range_[1]
    if last != -1 and last < first:
        raise ToolError(f"view_range {range_} ends before it begins.")
    found, number = bytearray(), 0
    # A line may be longer than anything that is read of it.
    while last == -1 or number < last:
        line = file.readline() if most is None else file.readline(max(most + 2 - len(found), 1))
        if not line:
            break
        is_whole = line.endswith(b"\n")
        if number + 1 >= first:
            found += line
            if most is not None and len(found) > most:
                raise ToolError(f"view_range {range_} of {path} has more than {most} bytes. Read fewer lines.")
        number += is_whole
    count = number + (not found.endswith(b"\n") and bool(found))
    if not found and first > max(count, 1):
        raise ToolError(f"{path} has only {count} lines.")
    text = _decode(bytes(found), path)
    return text if last == -1 else text.removesuffix("\n")


def _read_media(file: IO[bytes], media_type: str, most: int | None, path: str) -> dict[str, Any]:
    data = _read_at_most(file, most, path)
    if not data.startswith(_SIGNATURES[media_type]):
        raise ToolError(f"{path} is not of the type that its name says ({media_type}), and cannot be read.")
    return {"type": "base64", "media_type": media_type, "data": b64encode(data).decode()}


def _block(kind: str, source: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": kind, "source": source}]


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise ToolError(f"{path} is not text in UTF-8. Of other files, only images and PDFs can be read.") from None


def _encode(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ToolError(f"{name} contains half of a surrogate pair, so it is not text.") from None
