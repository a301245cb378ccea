"""Images and documents in a request, looked at: what they really are, how big, how many tokens.

Nothing is rendered or fetched. Media type, size in pixels and number of pages are read from the bytes, so that a wrong
label or a broken file is refused as the API refuses it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, cast

from .errors import invalid
from .json_utils import Object, member

MAX_PIXELS_A_SIDE: Final = 8000
_TOKENS_OF_AN_UNKNOWN_IMAGE: Final = 1000
_TOKENS_A_PAGE: Final = 1500
_MAX_TOKENS_OF_AN_IMAGE: Final = 1600

FileReader = Callable[[str], tuple[bytes, str, str]]
"""Gives the bytes, media type and name of an uploaded file; refuses an id that it does not know."""


@dataclass(frozen=True)
class Attachment:
    """What was found in an `image` or `document` block."""

    kind: str
    """`image`, `pdf` or `text`."""
    media_type: str
    tokens: int
    size_bytes: int | None = None
    width: int | None = None
    height: int | None = None
    pages: int | None = None
    text: str = ""
    title: str | None = None
    url: str | None = None
    cited: bool = False

    def __str__(self) -> str:
        """As a reply speaks of it: `an image (image/png, 640 x 480 pixels, 12,345 bytes)`."""
        details = [self.media_type] if self.media_type else []
        if self.width is not None:
            details.append(f"{self.width} x {self.height} pixels")
        if self.pages is not None:
            details.append(f"{self.pages} page{'s' * (self.pages != 1)}")
        if self.size_bytes is not None:
            details.append(f"{self.size_bytes:,} bytes")
        if self.url:
            details.append(f"at {self.url}, not fetched")
        name = {"image": "an image", "pdf": "a PDF", "text": "a text document"}[self.kind]
        return f"{name}{f' titled {self.title!r}' if self.title else ''} ({', '.join(details)})"


class Attachments:
    """The attachments of one request, each looked at once."""

    def __init__(self, read_file: FileReader) -> None:
        self._read_file = read_file
        self._seen: dict[int, Attachment] = {}

    def of(self, block: Object, where: str = "source") -> Attachment:
        """The attachment in `block`.

        Args:
            block: An `image` or `document` block, which has to live as long as this object.
            where: The path of the block's source, for the message when it is refused.
        """
        found = self._seen.get(id(block))
        if found is None:
            look = _look_at_image if block["type"] == "image" else _look_at_document
            found = self._seen[id(block)] = look(block, where, self._read_file)
        return found


def _look_at_image(block: Object, where: str, read_file: FileReader) -> Attachment:
    source: Object = block["source"]
    if source["type"] == "url":
        return Attachment("image", "", _TOKENS_OF_AN_UNKNOWN_IMAGE, url=source["url"])
    if source["type"] == "file":
        data, media_type, _ = read_file(source["file_id"])
    else:
        data, media_type = from_base64(source["data"], f"{where}.base64.data"), source["media_type"]
    return image(data, media_type, where)


def _look_at_document(block: Object, where: str, read_file: FileReader) -> Attachment:
    source: Object = block["source"]
    title = block.get("title")
    cited = bool(member(block, "citations").get("enabled"))
    if source["type"] == "url":
        return Attachment("pdf", "", _TOKENS_A_PAGE, title=title, url=source["url"], cited=cited)
    if source["type"] == "file":
        data, media_type, name = read_file(source["file_id"])
        title = title or name
        if media_type != "application/pdf":
            return text_document(data.decode("utf-8", "replace"), media_type, title, cited)
    elif source["type"] == "base64":
        data = from_base64(source["data"], f"{where}.base64.data")
    else:
        return text_document(_plain_text(source), "text/plain", title, cited)
    pages = pdf_pages(data, where)
    return Attachment(
        "pdf", "application/pdf", pages * _TOKENS_A_PAGE, len(data), pages=pages, title=title, cited=cited
    )


def _plain_text(source: Object) -> str:
    if source["type"] == "text":
        return cast("str", source["data"])
    content = source["content"]
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in cast("Iterable[Object]", content) if block["type"] == "text")


def text_document(text: str, media_type: str, title: str | None, cited: bool) -> Attachment:
    tokens = max(1, len(text) // 4)
    return Attachment("text", media_type, tokens, len(text.encode()), text=text, title=title, cited=cited)


def from_base64(data: str, where: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise invalid(f"{where}: Invalid base64 data") from None


def image(data: bytes, media_type: str, where: str) -> Attachment:
    real = image_type(data)
    if real is None:
        raise invalid(f"{where}.base64.data: Could not process image")
    if real != media_type:
        raise invalid(f"{where}.base64.media_type: The data is {real}, but the media type says {media_type}")
    width, height = image_size(data, real) or (0, 0)
    if not width or not height:
        raise invalid(f"{where}.base64.data: Could not process image")
    if max(width, height) > MAX_PIXELS_A_SIDE:
        raise invalid(
            f"{where}.base64.data: The image is {width} x {height} pixels; no side may exceed {MAX_PIXELS_A_SIDE}",
            error_code="image_dimensions_too_large",
        )
    tokens = min(_MAX_TOKENS_OF_AN_IMAGE, max(1, width * height // 750))
    return Attachment("image", real, tokens, len(data), width, height)


def image_type(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return None


def image_size(data: bytes, media_type: str) -> tuple[int, int] | None:
    """Width and height in pixels; None where the bytes do not say."""
    if media_type == "image/png" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if media_type == "image/gif" and len(data) >= 10:
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if media_type == "image/webp":
        return _webp_size(data)
    return _jpeg_size(data) if media_type == "image/jpeg" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:  # without a length
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    if len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = int.from_bytes(data[26:28], "little"), int.from_bytes(data[28:30], "little")
    return width & 0x3FFF, height & 0x3FFF


def pdf_pages(data: bytes, where: str) -> int:
    """Pages of a PDF as far as they can be seen without unpacking its streams, at least 1."""
    if not data.startswith(b"%PDF-"):
        raise invalid(f"{where}.base64.data: The PDF specified was not valid")
    counts = [int(count) for count in re.findall(rb"/Count\s+(\d+)", data)]
    return max([len(re.findall(rb"/Type\s*/Page\b", data)), *counts, 1])
