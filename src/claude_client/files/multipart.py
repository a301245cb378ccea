"""Bodies of several parts (`multipart/form-data`): files that are read while they are sent, and never held in memory.

Each attempt sends a body from its beginning: paths are opened for each attempt and closed after it, open files are
rewound to where they were. The resources decide which names and sizes an endpoint takes.
"""

from __future__ import annotations

import inspect
import io
import os
import re
import secrets
import stat
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, suppress
from functools import cached_property, lru_cache
from mimetypes import MimeTypes
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast
from urllib.parse import parse_qsl

from ..core.request import encode_query
from ..errors import CallDeadlineError, UploadSourceError

if TYPE_CHECKING:
    from ..core.request import Bounds
    from ..http.bodies import ByteStream
    from ..rendering.progress import Meter
    from ..types.uploads import FileTypes

T = TypeVar("T")
_Named: TypeAlias = "tuple[str | None, object, str | None, Mapping[str, str] | None]"

CHUNK_BYTES = 256 * 1024
"""As much of a file as is read at once."""
HEAD_BYTES = 4096
"""As much of a file as its media type is told from."""

# ---- where the bytes of a part come from -----------------------------------------------------------------


class Opened(ExitStack):
    """What one pass over a body holds open, shared by its parts."""

    def __init__(self) -> None:
        super().__init__()
        self._shared: dict[object, Any] = {}

    def open_once(self, key: object, open_: Callable[[], AbstractContextManager[T]]) -> T:
        """What `open_` gave the first time in this pass."""
        if key not in self._shared:
            self._shared[key] = self.enter_context(open_())
        return cast("T", self._shared[key])


class Source(Protocol):
    """Where the bytes of a part come from."""

    @property
    def size(self) -> int | None:
        """Bytes, where that is known without reading them."""
        ...

    @property
    def replayable(self) -> bool:
        """Whether `chunks` gives the same bytes again."""
        ...

    def head(self) -> bytes | None:
        """The first bytes, where looking at them does not use them up."""
        ...

    def chunks(self, opened: Opened) -> Generator[bytes]:
        """All bytes, from the first one.

        Raises:
            UploadSourceError: They are not what they were when the upload was made.
        """
        ...


class BytesSource:
    """Bytes at hand."""

    replayable = True

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.size: int = len(content)

    def head(self) -> bytes:
        """The first bytes."""
        return self._content[:HEAD_BYTES]

    def chunks(self, opened: Opened) -> Generator[bytes]:  # noqa: ARG002
        """The bytes."""
        if self.size <= CHUNK_BYTES:
            yield self._content
            return
        for start in range(0, self.size, CHUNK_BYTES):
            yield self._content[start : start + CHUNK_BYTES]


class PathSource:
    """A file by its path, open only while it is read."""

    def __init__(self, path: Path) -> None:
        """Look at the file, without reading it.

        Raises:
            OSError: There is no such file, it is a folder, or it may not be read.
        """
        self._path = path
        if "\0" in str(path):
            raise ValueError(f"invalid path {str(path)!r}: it contains a NUL character")
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(f"{str(path)!r} is a folder: give the path of a file")
        # A pipe, `/dev/stdin` and the like have no size and can be read once.
        self.replayable: bool = stat.S_ISREG(status.st_mode)
        self.size: int | None = status.st_size if self.replayable else None
        self._modified = status.st_mtime_ns
        if self.replayable:
            # Whether it may be read is best known before anything is sent.
            path.open("rb").close()

    def head(self) -> bytes | None:
        """The first bytes, of a regular file."""
        if not self.replayable:
            return None
        with self._path.open("rb") as file:
            return file.read(HEAD_BYTES)

    def chunks(self, opened: Opened) -> Generator[bytes]:  # noqa: ARG002
        """The bytes."""
        name = str(self._path)
        try:
            file = self._path.open("rb", buffering=0)
        except OSError as error:
            raise UploadSourceError(f"{name!r} can no longer be read: {error}", name) from error
        with file:
            if self.size is None:
                yield from _read_all(file, name)
                return
            if os.fstat(file.fileno()).st_mtime_ns != self._modified:
                raise UploadSourceError(f"{name!r} has changed since the upload was made", name)
            yield from read_sized(file, self.size, name)


class FileSource:
    """An open binary file, from where it stands; that is where it is left, too, if it can be."""

    def __init__(self, file: IO[bytes], name: str | None) -> None:
        """Find out how much there is to read.

        Raises:
            TypeError: It was opened for text, or its `read()` has to be awaited.
            ValueError: It is closed, open for writing only, or stands behind its last byte.
        """
        self._file = file
        self._name = name or repr(file)
        self._used = False
        if getattr(file, "closed", False):
            raise ValueError(f"{self._name} is a closed file: open it again, or give its path")
        if isinstance(file, io.TextIOBase) or hasattr(file, "encoding"):
            raise TypeError(f"the file {self._name} is open for text: open it with mode 'rb'")
        if inspect.iscoroutinefunction(file.read):
            raise TypeError(f"read() of the file {self._name} has to be awaited: give its path, or await file.read()")
        if not _is_readable(file):
            raise ValueError(f"the file {self._name} is open for writing only: open it with mode 'rb'")
        self._start = _position(file)
        self.size: int | None = None if self._start is None else _distance_to_end(file, self._start)
        if self.size is None:
            self._start = None
        self.replayable: bool = self._start is not None
        if self.size == 0 and self._start != 0:
            raise ValueError(f"the file {self._name} stands at its end, where nothing is left to read: seek(0) first")

    def head(self) -> bytes | None:
        """The first bytes, where the file can be rewound."""
        if self._start is None:
            return None
        pieces: list[bytes] = []
        left = HEAD_BYTES
        # A file may give less than it is asked for.
        while left > 0 and (piece := _read(self._file, left, self._name)):
            pieces.append(piece)
            left -= len(piece)
        self._file.seek(self._start)
        return b"".join(pieces)

    def chunks(self, opened: Opened) -> Generator[bytes]:  # noqa: ARG002
        """The bytes."""
        if self._start is None or self.size is None:
            if self._used:
                raise UploadSourceError(
                    f"{self._name} cannot be read a second time: pass a path or a seekable file", self._name
                )
            self._used = True
            yield from _read_all(self._file, self._name)
            return
        try:
            self._file.seek(self._start)
        except (OSError, ValueError) as error:
            raise UploadSourceError(f"{self._name} can no longer be read: {error}", self._name) from error
        try:
            yield from read_sized(self._file, self.size, self._name)
        finally:
            with suppress(OSError, ValueError):
                self._file.seek(self._start)


def read_sized(file: IO[bytes], size: int, name: str) -> Generator[bytes]:
    """The next `size` bytes of `file`, which has to end there.

    Raises:
        UploadSourceError: It ends earlier, or goes on.
    """
    left = size
    while left > 0:
        chunk = _read(file, min(CHUNK_BYTES, left), name)
        if not chunk:
            raise UploadSourceError(f"{name!r} has become shorter than the {size:,} bytes that it had", name)
        left -= len(chunk)
        if left >= 0:
            yield chunk
    if left < 0 or _read(file, 1, name):
        raise UploadSourceError(f"{name!r} has become longer than the {size:,} bytes that it had", name)


def _read_all(file: IO[bytes], name: str) -> Generator[bytes]:
    while chunk := _read(file, CHUNK_BYTES, name):
        yield chunk


def _read(file: IO[bytes], size: int, name: str) -> bytes:
    try:
        chunk = cast("object", file.read(size))
    # A file that was closed in the meantime raises ValueError; objects of other people's code raise anything.
    except Exception as error:
        raise UploadSourceError(f"{name!r} could not be read to its end: {error}", name) from error
    if isinstance(chunk, (bytearray, memoryview)):
        return bytes(cast("bytes", chunk))
    if not isinstance(chunk, bytes):
        raise TypeError(f"read() of the file {name} returned {type(chunk).__name__}: expected bytes")
    return chunk


def _is_readable(file: IO[bytes]) -> bool:
    readable = getattr(file, "readable", None)
    try:
        return readable is None or bool(readable())
    except (OSError, ValueError):
        return True


def _position(file: IO[bytes]) -> int | None:
    """Where `file` stands; `None` where it cannot be brought back there."""
    seekable = getattr(file, "seekable", None)
    try:
        if seekable is not None and not seekable():
            return None
        position = file.tell()
        file.seek(position)
    except (AttributeError, OSError, ValueError):
        return None
    return position


def _distance_to_end(file: IO[bytes], start: int) -> int | None:
    """Bytes from `start` on; `None` where the file cannot be asked for its end."""
    try:
        file.seek(0, os.SEEK_END)
        end = file.tell()
    except Exception:  # as in `_read`
        end = None
    file.seek(start)
    return None if end is None else max(0, end - start)


# ---- parts ----------------------------------------------------------------------------------------------


class Part:
    """One file of a body: the name of its field, its own name, its media type and its bytes."""

    def __init__(
        self,
        field: str,
        source: Source,
        filename: str | None,
        *,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.field = field
        self.source = source
        self.filename = filename
        self.is_always_named = True
        """Whether a file without a name is sent under one that is made up for it."""
        try:
            (filename or "").encode("utf-8", "surrogateescape")
        except UnicodeEncodeError as error:
            half = f"U+{ord(error.object[error.start]):04X}"
            raise ValueError(f"invalid file name {filename!r}: it contains {half}, half of a surrogate pair") from None
        self.content_type = content_type or type_by_name(filename)
        if self.content_type is None:
            head = source.head()
            # What cannot be looked at is looked at while it is sent.
            self.content_type = None if head is None else type_by_content(head)
        self._headers = dict(headers or {})
        for name, value in [*self._headers.items(), ("content-type", self.content_type or "")]:
            if not isinstance(name, str) or not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
                raise TypeError(f"invalid header {name!r}: {value!r} of the file {filename!r}: expected two str")
            if not (name + value).isprintable():
                raise ValueError(
                    f"invalid header {name!r}: {value!r} of the file {filename!r}: it contains a control character"
                )

    def opening(self, head: bytes = b"") -> bytes:
        """The header of the part; `head` is looked at where the media type is not known before the bytes come."""
        content_type = self.content_type or type_by_content(head)
        # As the API calls a file without a name; to others a part that has none is not a file.
        name = self.filename or f"unnamed{_types().guess_extension(content_type) or ''}"
        disposition = f'form-data; name="{_quote(self.field)}"'
        if self.filename or self.is_always_named:
            disposition += f'; filename="{_quote(name)}"'
        headers = {
            "Content-Disposition": disposition,
            "Content-Type": content_type,
            **self._headers,
        }
        return _header(headers)


def part(field: str, file: FileTypes) -> Part:
    """The part for a file as callers give it: a path, an open binary file, bytes, or a tuple with name and type.

    Raises:
        OSError: There is no such file, or it may not be read.
        TypeError: It is nothing that can be uploaded.
    """
    if not isinstance(file, tuple):
        return Part(field, _source(file, None), _own_name(file))
    if not 2 <= len(file) <= 4:
        raise TypeError(
            f"invalid file, a tuple of {len(file)}: expected (name, content), (name, content, media type) or these and "
            "headers"
        )
    name, content, content_type, headers = cast("_Named", (*file, None, None)[:4])
    if name is not None and not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"invalid file name {name!r}: expected a str")
    if isinstance(content, str):
        raise TypeError(
            f"the content of the file {name!r} is a str, which may be text or a path: give bytes (text.encode()), "
            "a pathlib.Path, or a file opened with mode 'rb'"
        )
    name = _own_name(content) if name is None else name
    return Part(field, _source(content, name), name, content_type=content_type, headers=headers)


def parts(field: str, files: Iterable[FileTypes]) -> list[Part]:
    """The parts for several files of one field.

    Raises:
        OSError: There is no such file, or it may not be read.
        TypeError: It is a single file, or one of them is nothing that can be uploaded.
    """
    if isinstance(files, (str, bytes, os.PathLike)):
        raise TypeError(f"invalid files: expected a list of files, not one ({type(files).__name__}): put it in a list")
    return [part(field, file) for file in files]


def _source(content: Any, name: str | None) -> Source:
    if isinstance(content, (bytes, bytearray, memoryview)):
        return BytesSource(bytes(cast("bytes", content)))
    if isinstance(content, (str, os.PathLike)):
        if not os.fspath(cast("str", content)):
            raise ValueError("invalid path '': it is empty")
        return PathSource(Path(os.fsdecode(cast("str", content))))
    if callable(getattr(content, "read", None)):
        return FileSource(cast("IO[bytes]", content), name or _own_name(content))
    raise TypeError(
        "invalid file: expected a path, an open binary file, bytes, or a tuple that begins with a name, "
        f"not {type(content).__name__}"
    )


def _own_name(content: object) -> str | None:
    """The name that a file brings along; bytes have none."""
    name = cast("object", content if isinstance(content, (str, os.PathLike)) else getattr(content, "name", None))
    # `name` of a file that was opened by its number is that number.
    if not isinstance(name, (str, bytes, os.PathLike)):
        return None
    return os.path.basename(os.fsdecode(cast("str", name))) or None  # noqa: PTH119  # as it is, without normalizing


def _quote(text: str) -> str:
    """`text` within the quotes of a header, as the HTML standard has it for forms; a line break cannot leave it."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _header(headers: Mapping[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{lines}\r\n".encode("utf-8", "surrogateescape")


# ---- media types ----------------------------------------------------------------------------------------

_COMPRESSED = {"gzip": "application/gzip", "bzip2": "application/x-bzip2", "xz": "application/x-xz"}
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MORE_TYPES = {
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".md": "text/markdown",
    ".webp": "image/webp",
}
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
)
_BRANDS = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif"}
"""Of images in the container of MP4, as cameras of phones write them."""
# A reader of PDF looks for the header in so many bytes: ISO 32000-1, annex H.3, note 13.
_PDF_HEADER_BYTES = 1024
_PDF_LINE = re.compile(rb"(?:\A|[\r\n]|\xef\xbb\xbf)[ \t]*%PDF-\d\.\d\s")


@lru_cache(maxsize=1)
def _types() -> MimeTypes:
    # A table of its own: that of the module depends on what is installed on the machine.
    table = MimeTypes()
    for extension, type_ in _MORE_TYPES.items():
        table.add_type(type_, extension)
    return table


def type_by_name(name: str | None) -> str | None:
    """The media type that the extension of `name` stands for."""
    if not name:
        return None
    # Behind a slash, so that a name with a colon is not taken for an URL.
    type_, encoding = _types().guess_type(f"/{name}", strict=False)
    return _COMPRESSED.get(encoding) if encoding else type_


def type_by_content(head: bytes, name: str | None = None) -> str:
    """The media type of a file that begins with `head`; its `name` decides where a text may be a PDF too."""
    for signature, type_ in _SIGNATURES:
        if head.startswith(signature):
            return type_
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return _BRANDS[head[8:12]]
    if head[257:262] == b"ustar":
        return "application/x-tar"
    is_text = _is_text(head[:HEAD_BYTES])
    if _is_pdf(head, is_text=is_text, named=type_by_name(name)):
        return "application/pdf"
    return "text/plain" if is_text else "application/octet-stream"


def _is_pdf(head: bytes, *, is_text: bool, named: str | None) -> bool:
    if head.startswith(b"%PDF-"):
        return True
    beginning = head[: _PDF_HEADER_BYTES + len(b"%PDF-1.7\n") - 1]
    if not is_text or named == "application/pdf":
        return b"%PDF-" in beginning
    # A text may speak of PDF. One that is named so is a text; else the header has to be a line.
    return named is None and _PDF_LINE.search(beginning) is not None


def _is_text(head: bytes) -> bool:
    if not head or b"\0" in head:
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # The last character may be cut through.
        return error.start > 0 and error.start > len(head) - 4 and error.reason == "unexpected end of data"
    return True


# ---- the body -------------------------------------------------------------------------------------------


class MultipartBody:
    """Fields, then files, as `multipart/form-data`. It has a size where all of its parts have one."""

    def __init__(self, fields: Mapping[str, object], parts: Sequence[Part], meter: Meter | None = None) -> None:
        """Args:
        fields: What stands before the files.
        parts: The files.
        meter: Is told how much has been sent, of each attempt anew.
        """
        self.fields = fields
        self.parts = parts
        self.meter = meter
        self._boundary = secrets.token_hex(16)

    @property
    def content_type(self) -> str:
        """The media type, which names what stands between the parts."""
        return f"multipart/form-data; boundary={self._boundary}"

    @property
    def replayable(self) -> bool:
        """Whether every part can be read again."""
        return all(part.source.replayable for part in self.parts)

    @cached_property
    def size(self) -> int | None:
        """Bytes, told from the sizes of the files; `None` where one of them has none."""
        size = len(self._fields) + len(self._end)
        for part in self.parts:
            if part.source.size is None:
                return None
            size += len(self._delimiter) + len(part.opening()) + part.source.size + len(b"\r\n")
        return size

    def content(self, bounds: Bounds | None = None) -> ByteStream:
        """The bytes, read while they are sent."""
        return _Stream(self, bounds)

    def extend(self, extra: Mapping[str, object]) -> MultipartBody:
        """This body with `extra` fields above its own."""
        return MultipartBody({**self.fields, **extra}, self.parts, self.meter)

    def chunks(self) -> Generator[bytes]:
        """The bytes, in chunks that are worth sending."""
        gathered: list[bytes] = []
        waiting = 0
        with closing(self._pieces()) as pieces:
            for piece in pieces:
                gathered.append(piece)
                waiting += len(piece)
                if waiting >= CHUNK_BYTES:
                    yield b"".join(gathered)
                    gathered.clear()
                    waiting = 0
        if gathered:
            yield b"".join(gathered)

    def _pieces(self) -> Generator[bytes]:
        yield self._fields
        with Opened() as opened:
            for part in self.parts:
                with closing(part.source.chunks(opened)) as chunks:
                    first = next(chunks, b"")
                    # A pipe may give a byte at a time, which tells nothing of the type.
                    while part.content_type is None and len(first) < HEAD_BYTES and (more := next(chunks, b"")):
                        first += more
                    yield self._delimiter + part.opening(first) + first
                    yield from chunks
                yield b"\r\n"
        yield self._end

    @property
    def _delimiter(self) -> bytes:
        return f"--{self._boundary}\r\n".encode()

    @property
    def _end(self) -> bytes:
        return f"--{self._boundary}--\r\n".encode()

    @cached_property
    def _fields(self) -> bytes:
        # Such fields are encoded as in a query, but for the escaping.
        pairs = parse_qsl(encode_query(self.fields), keep_blank_values=True)
        pieces = (
            self._delimiter + _header({"Content-Disposition": f'form-data; name="{_quote(name)}"'}) + value.encode()
            for name, value in pairs
        )
        return b"".join(piece + b"\r\n" for piece in pieces)


class _Reads:
    """Chunks of a source that can keep one waiting for ever, such as a pipe, read in a thread of their own.

    Nothing but the end of the process, or bytes, ends a read of a pipe: a thread is left behind with it when nobody
    waits any more. It is a daemon, for the process to be able to end, which those of anyio are not on asyncio.
    """

    def __init__(self, chunks: Generator[bytes]) -> None:
        self._chunks = chunks
        self._wanted: SimpleQueue[bool] = SimpleQueue()
        self._read: SimpleQueue[bytes | BaseException | None] = SimpleQueue()
        self._is_reading = False
        threading.Thread(target=self._run, name="claude-client upload", daemon=True).start()

    def _run(self) -> None:
        while self._wanted.get():
            try:
                self._read.put(next(self._chunks, None))
            except BaseException as error:  # raised where the chunk is waited for
                self._read.put(error)
        # A generator can only be closed where it does not run.
        self._chunks.close()

    def next(self, timeout: float | None = None) -> bytes | None:
        """The next chunk; `None` at the end.

        Raises:
            TimeoutError: None came within `timeout` seconds; the next call goes on waiting for it.
        """
        if not self._is_reading:
            self._is_reading = True
            self._wanted.put(True)
        try:
            read = self._read.get(timeout=timeout)
        except Empty:
            raise TimeoutError from None
        self._is_reading = False
        if isinstance(read, BaseException):
            raise read
        return read

    def close(self) -> None:
        """Let the thread end, and whoever waits for it."""
        self._wanted.put(False)
        self._read.put(None)


class _Stream:
    """The bytes of a body for one attempt; each iteration starts at the first byte."""

    def __init__(self, body: MultipartBody, bounds: Bounds | None) -> None:
        self._body = body
        self._bounds = bounds
        self._pass: Generator[bytes] | _Reads | None = None
        self._handed_on = 0
        """Bytes of the last chunk, which are sent when the next one is asked for."""
        self._size = 0

    def _begin(self) -> None:
        self.close()
        chunks = self._body.chunks()
        self._pass = chunks if self._body.replayable else _Reads(chunks)
        self._handed_on = self._size = 0
        if self._body.meter is not None:
            self._body.meter.begin(self._body.size)

    def __iter__(self) -> Iterator[bytes]:
        self._begin()
        while (chunk := self._next()) is not None:
            self._count(chunk)
            yield chunk
        self._count(b"")

    # No generator: one that is dropped halfway would be left to the event loop to end.
    def __aiter__(self) -> _Stream:
        self._begin()
        return self

    async def __anext__(self) -> bytes:
        import anyio.to_thread

        chunk = await anyio.to_thread.run_sync(self._next, abandon_on_cancel=isinstance(self._pass, _Reads))
        self._count(chunk or b"")
        if chunk is None:
            raise StopAsyncIteration
        return chunk

    def _next(self) -> bytes | None:
        reads, bounds = self._pass, self._bounds
        assert reads is not None
        if not isinstance(reads, _Reads):
            return next(reads, None)
        try:
            return reads.next(None if bounds is None else bounds.time_left())
        except TimeoutError:
            message = "the deadline of the call came while the upload waited for bytes of a file"
            raise CallDeadlineError(message) from None

    def _count(self, chunk: bytes) -> None:
        if self._body.meter is not None:
            if self._handed_on:
                self._body.meter.add(self._handed_on)
            self._handed_on = len(chunk)
        self._size += len(chunk)
        # Where the size is known, it was looked at before anything was sent.
        if self._bounds is not None and self._body.size is None:
            self._bounds.check_size(self._size)

    def close(self) -> None:
        """Close what is open; what was not sent is not read."""
        if self._body.meter is not None:
            self._body.meter.end()
        # A read of a worker thread that was left behind closes by itself when it is done.
        with suppress(ValueError):
            if self._pass is not None:
                self._pass.close()

    async def aclose(self) -> None:
        """The same. It does not wait for anything."""
        self.close()
