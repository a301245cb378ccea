"""Responses that are files: read piece by piece, whole, or straight to disk.

`Download` and `AsyncDownload` are responses whose body has not been read. A file on disk gets its final name when it is
whole and not before. A name that the server gives never leads out of the chosen folder.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from contextlib import aclosing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import unquote

from ..core.decoding import error_object
from ..core.request import FILES_LIMIT
from ..core.response import AsyncResponse, Response, _AnyResponse  # pyright: ignore[reportPrivateUsage]  # the half of both
from ..core.response_body import WholeBody, is_read
from ..errors import APIConnectionError, APIResponseValidationError, ResponseInterruptedError
from ..http.event_loops import AutoClosingIterator

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
    from typing import Any

    from typing_extensions import Self

    from ..core.response import CallState
    from ..rendering.progress import Meter

CHUNK_BYTES = 256 * 1024
"""As much as is written to a file at once."""
MAX_ERROR_BYTES = 16 * 1024
"""No error object of the API is longer."""


class _AnyDownload(_AnyResponse):
    """What both downloads have in common: everything that needs no I/O."""

    call: CallState

    def _begin(self, fallback_name: str, meter: Meter | None) -> None:
        self._fallback_name = fallback_name
        self._meter = meter
        self._taken = False

    @property
    def _size(self) -> int | None:
        """Bytes of the file, where the server tells."""
        size = self.headers.get("content-length", "")
        # What is compressed has another size when it is read, and beside the chunked encoding the header means nothing.
        if "content-encoding" in self.headers or "transfer-encoding" in self.headers:
            return None
        return int(size) if size.isdecimal() and len(size) < 20 else None

    def _check_size(self, received: int) -> None:
        """Hold the bytes that came against those that the server announced; not every HTTP client does.

        Raises:
            ResponseInterruptedError: They are fewer or more.
        """
        if self._size is None or received == self._size:
            return
        message = f"the file has {received:,} bytes where content-length says {self._size:,}"
        error = ResponseInterruptedError(message, self.http_request)
        error.bytes_received = received
        error.attempts = tuple(self.call.attempts)
        raise error

    @property
    def _may_be_error(self) -> bool:
        """Whether the body can be the API's error object: JSON, and not sent as a file."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind == "application/json" and "content-disposition" not in self.headers

    def _check_error(self, chunks: list[bytes]) -> None:
        """Raise the error that the body is, in spite of its status.

        Raises:
            APIStatusError: It is the API's error object.
        """
        error = error_object(self.http_response, b"".join(chunks), whole=True)
        if error is not None:
            self.call.fail_last(error)
            self.call.with_attempts(error)
            raise error

    @property
    def filename(self) -> str:
        """The file's name as the server gives it, reduced to one that is safe in any folder."""
        return safe_name(disposition_filename(self.headers.get("content-disposition")), self._fallback_name)

    def __repr__(self) -> str:
        told = "" if self._size is None else f"{self._size:,} bytes, "
        return f"{type(self).__name__}({self.filename!r}, {told}request_id={self.request_id!r})"

    @property
    def _is_read(self) -> bool:
        return is_read(self.http_response)

    def _claim(self) -> None:
        """Say that the body is about to be read. That is possible once, unless `read()` keeps it.

        Raises:
            RuntimeError: It has been read, or closed.
        """
        if not self._is_read and (self._taken or self.is_closed):
            raise RuntimeError("this download has been read or closed: download the file again")
        self._taken = True

    def _whole_body(self) -> WholeBody:
        return WholeBody(self.http_response, self.call, max_bytes=FILES_LIMIT.max_bytes)

    def _continue_with(self, again: _AnyResponse) -> None:
        """Go on with the response to a retry."""
        for cached in ("info", "http_response"):
            self.__dict__.pop(cached, None)
        _AnyResponse.__init__(self, again.driver, again.call, again.http_response)


class Download(_AnyDownload, Response[bytes]):
    """A file that the API gives, on `Client`. Read it, or close it: until then it keeps its connection."""

    def __init__(self, response: Response[Any], fallback_name: str, meter: Meter | None = None) -> None:
        super().__init__(response.driver, response.call, response.http_response)
        self._begin(fallback_name, meter)

    def parse(self) -> bytes:
        """The whole file, as `read()`."""
        return self.read()

    def read(self) -> bytes:
        """The whole file, in memory. A lost connection is retried while retries are left.

        Raises:
            ResponseInterruptedError: The file is not complete.
            ResponseTooLargeError: The file has more than 500 MB.
        """
        self._claim()
        while not self._is_read:
            try:
                whole = self._whole_body()
                for chunk in self._chunks():
                    whole.add(chunk)
                whole.finish()
            except APIConnectionError as failure:  # once in an attempt
                self._continue_with(self.retry(failure))
        return self.http_response.content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The file as it comes, in chunks of `chunk_size` bytes where that is given.

        Raises:
            ResponseInterruptedError: The file is not complete.
        """
        self._claim()
        return self._chunks(chunk_size)

    def _chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        chunks = self._check_chunks(super().iter_bytes(chunk_size))
        return chunks if self._meter is None else self._meter.over(chunks, self._size, len)

    def _check_chunks(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        received = 0
        held: list[bytes] | None = [] if self._may_be_error else None
        for chunk in chunks:
            received += len(chunk)
            if held is not None:
                held.append(chunk)
                if received <= MAX_ERROR_BYTES:
                    continue
                yield from held
                held = None
                continue
            yield chunk
        self._check_size(received)
        if held:
            self._check_error(held)
            yield from held

    def write_to_file(self, file: str | os.PathLike[str]) -> Path:
        """Write the file to disk, a piece at a time. A lost connection is retried while retries are left.

        Args:
            file: A path, where a file that is there is replaced and keeps its permissions; or a folder, in which the
                file gets `filename`.

        Returns:
            Where the file is. After a failure there is none, and a file that was there before is as it was.

        Raises:
            ResponseInterruptedError: The file is not complete.
            OSError: The file cannot be written there.
        """
        self._claim()
        with self, Destination(file, self.filename) as destination:
            while True:
                try:
                    for chunk in self._chunks():
                        if destination.add(chunk):
                            destination.write()
                    return destination.finish()
                except APIConnectionError as failure:  # once in an attempt
                    if not destination.can_start_over:
                        raise
                    self._continue_with(self.retry(failure))
                    destination.start_over()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncDownload(_AnyDownload, AsyncResponse[bytes]):
    """A file that the API gives, on `AsyncClient`. Read it, or close it: until then it keeps its connection."""

    def __init__(self, response: AsyncResponse[Any], fallback_name: str, meter: Meter | None = None) -> None:
        super().__init__(response.driver, response.call, response.http_response)
        self._begin(fallback_name, meter)

    async def parse(self) -> bytes:
        """The whole file, as `read()`."""
        return await self.read()

    async def read(self) -> bytes:
        """The whole file, in memory. A lost connection is retried while retries are left.

        Raises:
            ResponseInterruptedError: The file is not complete.
            ResponseTooLargeError: The file has more than 500 MB.
        """
        self._claim()
        while not self._is_read:
            try:
                whole = self._whole_body()
                chunks = cast("AsyncGenerator[bytes]", self._chunks())
                async with aclosing(chunks):
                    async for chunk in chunks:
                        whole.add(chunk)
                whole.finish()
            except APIConnectionError as failure:  # once in an attempt
                self._continue_with(await self.retry(failure))
        return self.http_response.content

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The file as it comes, in chunks of `chunk_size` bytes where that is given.

        Raises:
            ResponseInterruptedError: The file is not complete.
        """
        self._claim()
        return self._chunks(chunk_size)

    def _chunks(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        chunks = AutoClosingIterator(self._check_chunks(super().iter_bytes(chunk_size)))
        return chunks if self._meter is None else self._meter.over_async(chunks, self._size, len)

    async def _check_chunks(self, chunks: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
        received = 0
        held: list[bytes] | None = [] if self._may_be_error else None
        async with aclosing(cast("AsyncGenerator[bytes]", chunks)):
            async for chunk in chunks:
                received += len(chunk)
                if held is not None:
                    held.append(chunk)
                    if received <= MAX_ERROR_BYTES:
                        continue
                    for first in held:
                        yield first
                    held = None
                    continue
                yield chunk
        self._check_size(received)
        if held:
            self._check_error(held)
            for chunk in held:
                yield chunk

    async def write_to_file(self, file: str | os.PathLike[str]) -> Path:
        """Write the file to disk, a piece at a time. A lost connection is retried while retries are left.

        Args:
            file: A path, where a file that is there is replaced and keeps its permissions; or a folder, in which the
                file gets `filename`.

        Returns:
            Where the file is. After a failure there is none, and a file that was there before is as it was.

        Raises:
            ResponseInterruptedError: The file is not complete.
            OSError: The file cannot be written there.
        """
        from anyio.to_thread import run_sync

        self._claim()
        async with self:
            destination = Destination(file, self.filename)
            # To open or write a pipe can wait for ever.
            run = partial(run_sync, abandon_on_cancel=destination.is_direct)
            try:
                await run(destination.open)
                while True:
                    try:
                        chunks = cast("AsyncGenerator[bytes]", self._chunks())
                        async with aclosing(chunks):
                            async for chunk in chunks:
                                if destination.add(chunk):
                                    await run(destination.write)
                        return await run(destination.finish)
                    except APIConnectionError as failure:  # once in an attempt
                        if not destination.can_start_over:
                            raise
                        self._continue_with(await self.retry(failure))
                        destination.start_over()
            finally:
                destination.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


class DownloadResponse:
    """A response that is a file, of which nothing is read before the caller asks for it."""

    accept = "application/binary"
    whole = False

    def __init__(self, fallback_name: str, meter: Meter | None = None) -> None:
        """Args:
        fallback_name: The name for a file to which the server gives none.
        meter: Is told how much has been read.
        """
        self._name = fallback_name
        self._meter = meter

    def parse(self, response: Response[Any]) -> Download:
        """The file on `Client`."""
        if (failure := _not_a_file(response)) is not None:
            response.close()
            raise failure
        return Download(response, self._name, self._meter)

    async def parse_async(self, response: AsyncResponse[Any]) -> AsyncDownload:
        """The file on `AsyncClient`."""
        if (failure := _not_a_file(response)) is not None:
            await response.close()
            raise failure
        return AsyncDownload(response, self._name, self._meter)


def _not_a_file(response: _AnyResponse) -> APIResponseValidationError | None:
    """The error for a success that is not a whole file, such as 206, a part that nobody asked for."""
    # 203: a proxy changed something on the way.
    if response.status_code in (200, 203):
        return None
    message = f"expected a whole file with status 200, got status {response.status_code}"
    return APIResponseValidationError(response.http_response, None, message=message)


# ---- the file on disk -----------------------------------------------------------------------------------


class Destination:
    """A file that is written beside its place and put there when it is whole; left before that, it is removed."""

    def __init__(self, file: str | os.PathLike[str], name_in_folder: str) -> None:
        """Settle where the file goes: to `file`, or where that is a folder to `name_in_folder` in it.

        Raises:
            OSError: Nothing can be written there.
        """
        self.path: Path = Path(file)
        self.is_direct: bool = False
        """Whether the bytes are written to what is there, as nothing can take its place: a device, a pipe."""
        if self.path.is_dir():
            # What has that name there is replaced, not followed: a link would lead out of the folder.
            self.path = self.path / name_in_folder
            if self.path.is_dir():
                raise IsADirectoryError(f"{str(self.path)!r} is a folder: give the file a name of its own")
        elif str(os.fspath(file)).endswith(("/", os.sep)):
            raise FileNotFoundError(f"there is no folder {os.fspath(file)!r}")
        elif _is_device(self.path) or _is_descriptor(self.path):
            self.is_direct = True
        elif self.path.is_symlink():
            with suppress(FileNotFoundError):
                self.path.stat()  # fails where links lead in a circle
            self.path = self.path.resolve()
        self._beside: Path | None = None if self.is_direct else self.path.with_name(f".{secrets.token_hex(8)}.part")
        self._file: BinaryIO | None = None
        self._written = False
        self._forget()

    def __enter__(self) -> Self:
        self.open()
        return self

    def open(self) -> None:
        """Make the file beside the place, with the permissions of the file that it replaces."""
        if self._beside is None:
            self._file = self.path.open("wb")
            return
        replaced = _status_of_file(self.path)
        # For its owner alone until it has the permissions of the file that is there; else those that files get here.
        mode = 0o666 if replaced is None else 0o600
        descriptor = os.open(self._beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        self._file = os.fdopen(descriptor, "wb")
        if replaced is not None and hasattr(os, "fchmod"):
            if replaced.st_gid != os.fstat(descriptor).st_gid:
                with suppress(OSError):  # only groups of one's own can be given
                    os.fchown(descriptor, -1, replaced.st_gid)
            # As when a file is written to, what runs with the rights of its owner no longer does.
            os.fchmod(descriptor, replaced.st_mode & 0o777)

    def add(self, chunk: bytes) -> bool:
        """Take `chunk`; True where there is enough to be written."""
        self._waiting.append(chunk)
        self._waiting_bytes += len(chunk)
        return self._waiting_bytes >= CHUNK_BYTES

    def write(self) -> None:
        """Write what was taken."""
        assert self._file is not None
        self._written = self._written or self._waiting_bytes > 0
        self._file.writelines(self._waiting)
        self._forget()

    def _forget(self) -> None:
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0

    @property
    def can_start_over(self) -> bool:
        """Whether what was written can be taken back; a pipe has handed it on."""
        return not (self.is_direct and self._written)

    def start_over(self) -> None:
        """Forget what was written."""
        assert self._file is not None
        self._forget()
        if self._beside is not None:
            self._file.seek(0)
            self._file.truncate()

    def finish(self) -> Path:
        """Put the file in its place."""
        assert self._file is not None
        self.write()
        self._file.close()
        if self._beside is not None:
            self._beside.replace(self.path)
            self._beside = None
        return self.path

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, and remove it where it is not in its place."""
        # What is still in the buffer may not find room on the disk either.
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
        if self._beside is not None:
            self._beside.unlink(missing_ok=True)


def _status_of_file(path: Path) -> os.stat_result | None:
    """What is known of the regular file at `path`, where there is one; a link is none."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _is_descriptor(path: Path) -> bool:
    """Whether `path` is an open file of a process, as `/dev/stdout` is, or a link to one."""
    for _ in range(40):  # as many links as Linux follows
        if not path.is_symlink():
            return False
        if os.path.realpath(path.parent).startswith("/proc/"):
            return True
        path = path.parent / path.readlink()
    return False


def _is_device(path: Path) -> bool:
    """Whether there is something at `path` that is not a regular file."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode)


# ---- the name that the server gives ---------------------------------------------------------------------

_HEADER_CHARACTERS = 4096
_PARAMETER = re.compile(r';\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"\s]*))')
_FORBIDDEN = frozenset('<>:"|?*')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\..*)?", re.IGNORECASE)
_NAME_BYTES = 240
"""What file systems take is 255; the rest is left for what callers put before or behind a name."""


def disposition_filename(header: str | None) -> str | None:
    """The name in a `content-disposition`, the one with an encoding before the plain one (RFC 6266)."""
    found: Mapping[str, str] = {
        name.lower(): re.sub(r"\\(.)", r"\1", quoted) or plain
        for name, quoted, plain in reversed(_PARAMETER.findall((header or "")[:_HEADER_CHARACTERS]))
    }
    encoding, _, encoded = found.get("filename*", "").partition("'")
    if encoded:
        with suppress(LookupError, ValueError):  # not text, or an unknown encoding
            return unquote(encoded.partition("'")[2], encoding or "utf-8", errors="strict")
    return found.get("filename")


def safe_name(name: str | None, fallback: str) -> str:
    """`name` as a name that any system takes and that stays in its folder; `fallback` where nothing is left of it."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if c.isprintable() and c not in _FORBIDDEN)
    # A dot in front hides a file, and makes .bashrc out of one that is read by a shell; Windows drops those at the end.
    kept = shorten(kept.strip(" .")).strip(" .")
    if not kept:
        return safe_name(fallback, "") if fallback else "download"
    return f"_{kept}" if _RESERVED.fullmatch(kept) else kept


def shorten(name: str) -> str:
    """`name` cut to what a file system takes, its extension kept."""
    if len(name.encode()) <= _NAME_BYTES:
        return name
    stem, dot, extension = name.rpartition(".")
    extension = dot + extension
    if not stem or len(extension.encode()) > 32:
        stem, extension = name, ""
    return stem.encode()[: _NAME_BYTES - len(extension.encode())].decode(errors="ignore") + extension


BinaryAPIResponse = Download
AsyncBinaryAPIResponse = AsyncDownload
