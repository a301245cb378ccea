"""Images and documents for messages, made of a path, a URL, bytes, an open file or an uploaded file.

The content decides the media type. A kind or a size that the API refuses is refused here. `multipart` reads files and
`client.files` uploads them.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Coroutine, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast, overload
from weakref import WeakKeyDictionary

from ..core.request import FILES_LIMIT, STANDARD_LIMIT, SizeLimit, show_bytes
from ..errors import ClaudeError, NotFoundError
from .multipart import HEAD_BYTES, BytesSource, Opened, part, type_by_content

if TYPE_CHECKING:
    from os import PathLike
    from typing import IO

    from typing_extensions import TypedDict, Unpack

    from ..client import AsyncClient, Client
    from ..types import CacheControlEphemeralParam, DocumentBlockParam, ImageBlockParam, ImageTransformationsParam
    from .multipart import Source

    class ImageOptions(TypedDict, total=False):
        """What can be said about an image."""

        cache_control: CacheControlEphemeralParam | None
        transformations: ImageTransformationsParam | None

    class DocumentOptions(TypedDict, total=False):
        """What can be said about a document."""

        title: str | None
        context: str | None
        citations: bool | None
        cache_control: CacheControlEphemeralParam | None


ContentSource: TypeAlias = "str | PathLike[str] | bytes | IO[bytes]"
"""A path (a string too), a URL (a string with `https://`), the bytes, or a file that is open for them."""

_Kind: TypeAlias = Literal["image", "document"]
_LONGEST_PATH: Final = 4096
_SUFFIXES: Final[Mapping[str, Mapping[str, str]]] = {
    "image": {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"},
    "document": {"application/pdf": ".pdf", "text/plain": ".txt"},
}
"""The media types that the API takes, and how the name of such a file ends."""
_TAKEN: Final[Mapping[str, str]] = {
    "image": "an image is JPEG, PNG, GIF or WebP",
    "document": "a document is a PDF or text in UTF-8",
}


@overload
def image(
    source: ContentSource, *, via: Literal["inline"] = "inline", **options: Unpack[ImageOptions]
) -> ImageBlockParam: ...
@overload
def image(*, file_id: str, **options: Unpack[ImageOptions]) -> ImageBlockParam: ...
@overload
def image(
    source: ContentSource, *, via: Literal["files"], client: Client, **options: Unpack[ImageOptions]
) -> ImageBlockParam: ...
@overload
def image(
    source: ContentSource, *, via: Literal["files"], client: AsyncClient, **options: Unpack[ImageOptions]
) -> Coroutine[Any, Any, ImageBlockParam]: ...
def image(
    source: ContentSource | None = None,
    *,
    file_id: str | None = None,
    via: Literal["inline", "files"] = "inline",
    client: Client | AsyncClient | None = None,
    cache_control: CacheControlEphemeralParam | None = None,
    transformations: ImageTransformationsParam | None = None,
) -> ImageBlockParam | Coroutine[Any, Any, ImageBlockParam]:
    """An image as a content block: `messages=[{"role": "user", "content": [image("boat.png"), ...]}]`.

    Args:
        source: A path, a URL (`https://...`, which the API fetches), the bytes, or a file that is open for them.
        file_id: An image that was uploaded, instead of a source.
        via: `files` uploads the image instead of sending it within the message: for large ones, and for those that are
            sent again and again. The same content is uploaded once for a client, while the file is there.
        client: What uploads it. With an `AsyncClient` the block has to be awaited.
        cache_control: Keep the prompt up to here in the cache: `{"type": "ephemeral"}`.
        transformations: What may be done to the image before the model sees it.

    Raises:
        OSError: There is no such file, or it may not be read.
        ValueError: It is not a JPEG, PNG, GIF or WebP, or too large to be sent within a message.

    API: https://platform.claude.com/docs/en/build-with-claude/vision
    """
    about = {"cache_control": cache_control, "transformations": transformations}
    return cast("ImageBlockParam", _block("image", about, source=source, file_id=file_id, via=via, client=client))


@overload
def document(
    source: ContentSource, *, via: Literal["inline"] = "inline", **options: Unpack[DocumentOptions]
) -> DocumentBlockParam: ...
@overload
def document(*, text: str, **options: Unpack[DocumentOptions]) -> DocumentBlockParam: ...
@overload
def document(*, file_id: str, **options: Unpack[DocumentOptions]) -> DocumentBlockParam: ...
@overload
def document(
    source: ContentSource, *, via: Literal["files"], client: Client, **options: Unpack[DocumentOptions]
) -> DocumentBlockParam: ...
@overload
def document(
    source: ContentSource, *, via: Literal["files"], client: AsyncClient, **options: Unpack[DocumentOptions]
) -> Coroutine[Any, Any, DocumentBlockParam]: ...
def document(
    source: ContentSource | None = None,
    *,
    text: str | None = None,
    file_id: str | None = None,
    via: Literal["inline", "files"] = "inline",
    client: Client | AsyncClient | None = None,
    title: str | None = None,
    context: str | None = None,
    citations: bool | None = None,
    cache_control: CacheControlEphemeralParam | None = None,
) -> DocumentBlockParam | Coroutine[Any, Any, DocumentBlockParam]:
    """A document as a content block: a PDF, or text such as Markdown, CSV or source code.

    Args:
        source: A path, the URL of a PDF (`https://...`, which the API fetches), the bytes, or a file that is open for
            them.
        text: The text itself, instead of a source.
        file_id: A document that was uploaded, instead of a source.
        via: `files` uploads the document instead of sending it within the message: for large ones, and for those that
            are sent again and again. The same content is uploaded once for a client, while the file is there.
        client: What uploads it. With an `AsyncClient` the block has to be awaited.
        title: What the document is called in citations.
        context: What the model should know about the document; it is not cited.
        citations: Whether the model cites the document: `message.citations`.
        cache_control: Keep the prompt up to here in the cache: `{"type": "ephemeral"}`.

    Raises:
        OSError: There is no such file, or it may not be read.
        ValueError: It is neither a PDF nor text in UTF-8, or too large to be sent within a message.

    API: https://platform.claude.com/docs/en/build-with-claude/pdf-support
    """
    about = {
        "title": title,
        "context": context,
        "citations": None if citations is None else {"enabled": citations},
        "cache_control": cache_control,
    }
    block = _block("document", about, source=source, text=text, file_id=file_id, via=via, client=client)
    return cast("DocumentBlockParam", block)


def _block(
    kind: _Kind,
    about: Mapping[str, object],
    *,
    source: ContentSource | None,
    text: str | None = None,
    file_id: str | None,
    via: str,
    client: Client | AsyncClient | None,
) -> object:
    """The block, or a coroutine of it where an asynchronous client has to upload something before."""
    rest = {name: value for name, value in about.items() if value is not None}

    def block(of: Mapping[str, str]) -> dict[str, object]:
        return {"type": kind, "source": dict(of), **rest}

    if [source, text, file_id].count(None) != 2:
        names = "a source and file_id" if kind == "image" else "a source, text and file_id"
        raise TypeError(f"invalid arguments of {kind}(): expected exactly one of {names}")
    if file_id is not None:
        return block({"type": "file", "file_id": file_id})
    if text is not None:
        return block({"type": "text", "media_type": "text/plain", "data": text})
    assert source is not None
    if isinstance(source, str) and source.lower().startswith(("https://", "http://")):
        return block(_at_url(kind, source, via))
    if isinstance(source, str):
        _check_path(kind, source)
    found = _Found.of(kind, source, FILES_LIMIT if via == "files" else STANDARD_LIMIT)
    if via != "files":
        return block(found.inline())
    if client is None:
        raise TypeError(f"{kind}(..., via='files') needs a client that uploads it: client=client")
    return _via_files(client, found, block)


def _check_path(kind: _Kind, path: str) -> None:
    """Refuse content in the place of a path: the error for a missing file would show all of it."""
    if path.startswith("data:") or len(path) > _LONGEST_PATH:
        other = "text=..." if kind == "document" else "the bytes, of base64 as base64.b64decode(...)"
        raise ValueError(f"{kind}() takes a path or a URL as a string, not content ({path[:20]!r}...): give it {other}")


def _at_url(kind: _Kind, url: str, via: str) -> dict[str, str]:
    if not url.lower().startswith("https://"):
        raise ValueError(f"{url}: the API fetches from https:// only; download it, and give the bytes or the path")
    if via == "files":
        raise ValueError(f"{url}: the API fetches it by itself; to upload it, download it and give {kind}() the bytes")
    return {"type": "url", "url": url}


# ---- what was found ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Found:
    """A file, looked at."""

    kind: _Kind
    name: str
    """For messages."""
    filename: str
    content: Path | bytes | IO[bytes]
    source: Source
    media_type: str

    @classmethod
    def of(cls, kind: _Kind, given: ContentSource, most: SizeLimit) -> _Found:
        """Look at `given`, of which no more is read than `most`.

        Raises:
            ValueError: The API does not take its type.
        """
        looked_at = part("file", given)
        source, filename = looked_at.source, looked_at.filename
        content = cast("Path | bytes | IO[bytes]", Path(given) if isinstance(given, str) else given)
        name = str(content) if isinstance(content, Path) else filename or f"the {kind}"
        head = source.head()
        if head is None:
            # A pipe: what has been looked at could not be read again.
            content = _read(source, name, most)
            source, head = BytesSource(content), content[:HEAD_BYTES]
        media_type = type_by_content(head, filename)
        if media_type not in _SUFFIXES[kind]:
            raise ValueError(f"{name} {_wrong_kind(kind, media_type, head)}")
        return cls(kind, name, filename or kind + _SUFFIXES[kind][media_type], content, source, media_type)

    def inline(self) -> dict[str, str]:
        """The source of a block that has the content in it.

        Raises:
            ValueError: It is too large for that, or a text that is not UTF-8.
        """
        self._check_size()
        content = _read(self.source, self.name, STANDARD_LIMIT)
        if self.media_type != "text/plain":
            data = base64.b64encode(content).decode("ascii")
            return {"type": "base64", "media_type": self.media_type, "data": data}
        try:
            return {"type": "text", "media_type": "text/plain", "data": content.decode("utf-8-sig")}
        except UnicodeDecodeError as error:
            raise ValueError(f"{self.name} is not valid UTF-8: decode it, and give document(text=...)") from error

    def _check_size(self) -> None:
        size = self.source.size or 0
        needed = size if self.media_type == "text/plain" else (size + 2) // 3 * 4
        if needed > STANDARD_LIMIT.max_bytes:
            raise ValueError(
                f"{self.name} has {show_bytes(size)}, base64 makes 4 bytes of 3, and a request takes "
                f"{show_bytes(STANDARD_LIMIT.max_bytes)}: {self.kind}(..., via='files', client=client) uploads it"
            )

    def checksum(self) -> str:
        """Tells whether two files have the same content."""
        digest = hashlib.sha256()
        with Opened() as opened:
            for chunk in self.source.chunks(opened):
                digest.update(chunk)
        return f"{self.media_type} {digest.hexdigest()}"


def _wrong_kind(kind: _Kind, media_type: str, head: bytes) -> str:
    if not head:
        return "is empty"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) and kind == "document":
        return "looks like text in UTF-16: decode it, and give document(text=...)"
    other: _Kind = "document" if kind == "image" else "image"
    hint = f": {other}() takes it" if media_type in _SUFFIXES[other] and media_type != "text/plain" else ""
    return f"is {media_type}, and {_TAKEN[kind]}{hint}"


def _read(source: Source, name: str, most: SizeLimit) -> bytes:
    chunks: list[bytes] = []
    size = 0
    with Opened() as opened, closing(source.chunks(opened)) as read:
        for chunk in read:
            size += len(chunk)
            # A pipe or a device may have no end.
            if size > most.max_bytes:
                raise ValueError(f"{name} has more than {show_bytes(most.max_bytes)}: {most.way_out}")
            chunks.append(chunk)
    return b"".join(chunks)


# ---- uploads -------------------------------------------------------------------------------------------------

_uploaded: WeakKeyDictionary[object, dict[str, str]] = WeakKeyDictionary()
"""For each client the files that were uploaded here, by their checksums."""
_locks: WeakKeyDictionary[object, dict[object, Any]] = WeakKeyDictionary()
"""What is held while a file is uploaded, so that whoever wants the same one waits for it."""


def _lock(client: object, key: object, make: Callable[[], Any]) -> Any:
    return _locks.setdefault(client, {}).setdefault(key, make())


def _via_files(client: Client | AsyncClient, found: _Found, block: Any) -> Any:
    from ..client import Client

    if isinstance(client, Client):
        checksum = found.checksum()
        with _lock(client, checksum, Lock):
            return block({"type": "file", "file_id": _run(_upload(client, found, checksum))})

    async def block_of_upload() -> object:
        import anyio.lowlevel
        import anyio.to_thread

        checksum = await anyio.to_thread.run_sync(found.checksum)
        # A lock belongs to one event loop, a client need not.
        async with _lock(client, (checksum, anyio.lowlevel.current_token()), anyio.Lock):
            return block({"type": "file", "file_id": await _run_async(_upload(client, found, checksum))})

    return block_of_upload()


def _upload(client: Any, found: _Found, checksum: str) -> Generator[Any, Any, str]:
    """The id of the file, uploaded unless it has been and is still there. Yields what each call gives."""
    known = _uploaded.setdefault(client, {})
    if checksum in known:
        try:
            yield client.files.retrieve_metadata(known[checksum])
        except NotFoundError:
            pass
        else:
            return known[checksum]
    uploaded = yield client.files.upload(file=(found.filename, found.content, found.media_type))
    known[checksum] = uploaded.id
    return known[checksum]


def _run(steps: Generator[Any, Any, str]) -> str:
    value: Any = None
    try:
        while True:
            value = steps.send(value)
    except StopIteration as done:
        return cast("str", done.value)


async def _run_async(steps: Generator[Any, Any, str]) -> str:
    try:
        call = next(steps)
        while True:
            try:
                value = await call
            except ClaudeError as error:
                call = steps.throw(error)
            else:
                call = steps.send(value)
    except StopIteration as done:
        return cast("str", done.value)
