"""Bodies of responses: whole within bounds, in pieces, as text and as lines. No I/O; the drivers read.

What a server sends is not trusted: `content_codings` decompresses a step at a time, and what is kept in memory is
counted here.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ..errors import APIResponseValidationError, ClaudeError, ResponseInterruptedError, ResponseTooLargeError
from ..http.bodies import InMemory, in_memory
from .content_codings import ACCEPTED_ENCODINGS, BodyDecoder, ContentCodingError, UnsupportedCodingError, find_decoder
from .request import show_bytes

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

T_co = TypeVar("T_co", covariant=True)

_CHARSETS = ("utf-8", "ascii", "iso8859", "cp125", "gb", "big5", "euc", "shift_jis", "koi8")


# ---- whole ----------------------------------------------------------------------------------------------


def is_bounded(response: httpx.Response, limit: int) -> bool:
    """Whether the headers promise a body within `limit` that is not compressed, so that it can be read in one go."""
    length = response.headers.get("content-length", "")
    return (
        length.isdecimal() and len(length) < 20 and int(length) <= limit and "content-encoding" not in response.headers
    )


class ReadingCall(Protocol):
    """What is asked of the call whose response is read."""

    @property
    def library(self) -> ModuleType:
        """The HTTP library that sends it."""
        ...

    def check_deadline(self) -> None:
        """Raise `CallDeadlineError` where no time is left."""
        ...


class WholeBody:
    """Takes the decompressed pieces of a body, and in the end gives them to its response.

    Raises:
        ResponseTooLargeError: They are more than the client allows.
        CallDeadlineError: The call has no time left.
    """

    def __init__(self, response: httpx.Response, call: ReadingCall, max_bytes: int) -> None:
        self._response = response
        self._call = call
        self._limit = max_bytes
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, piece: bytes) -> None:
        """Take a piece, in the order they come."""
        self._size += len(piece)
        if self._size > self._limit:
            raise too_large(self._response, self._limit)
        self._call.check_deadline()
        self._pieces.append(piece)

    def finish(self) -> None:
        """Make the response one that has been read. It has been closed."""
        fill(self._response, b"".join(self._pieces), self._call.library)


def too_large(response: httpx.Response, limit: int) -> ResponseTooLargeError:
    """The error for a body of more than `limit` bytes."""
    message = f"the body is over the {show_bytes(limit)} of response_limits.json_bytes, decompressed"
    return ResponseTooLargeError(response, None, message=message)


def fill(response: httpx.Response, content: bytes, library: Any) -> None:
    """Make `response` one that has been read, and whose content is `content`, decompressed already."""
    headers = response.headers
    coding = headers.get("content-encoding")
    if coding is not None:
        del headers["content-encoding"]
    response.stream = in_memory(content, library)
    response.is_stream_consumed = response.is_closed = False
    response.read()
    if coding is not None:
        headers["content-encoding"] = coding


def read_in_memory(response: httpx.Response) -> bytes | None:
    """The body of a response that came with its head and is not compressed, whether it has been read or not."""
    stream = response.stream
    return stream.content if isinstance(stream, InMemory) and not stream.is_encoded else None


def check_unread(response: httpx.Response) -> None:
    """Refuse to read a body a second time.

    Raises:
        RuntimeError: It has been read piece by piece, or closed.
    """
    if response.is_stream_consumed or response.is_closed:
        raise RuntimeError("the body of this response is gone: call read() first to keep it")


def is_read(response: httpx.Response) -> bool:
    """Whether the body is there, as `content`."""
    if not response.is_stream_consumed:
        return False
    try:
        response.content  # noqa: B018  # there is no other public way to ask
    except RuntimeError:
        return False
    return True


def map_coding_error(error: Exception, response: httpx.Response) -> ClaudeError | None:
    """The error of ours for a body that cannot be decompressed."""
    if isinstance(error, UnsupportedCodingError):
        message = f"{error}; accept-encoding: {ACCEPTED_ENCODINGS} is what can be read without more"
        return APIResponseValidationError(response, None, message=message)
    if isinstance(error, ContentCodingError):
        host = response.request.url.host
        return ResponseInterruptedError(f"the response of {host} broke off: {error}", response.request, phase="body")
    return None


# ---- piece by piece -------------------------------------------------------------------------------------


def make_decoder(response: httpx.Response) -> BodyDecoder:
    """What decompresses the body of `response`, which is about to be read.

    Raises:
        UnsupportedCodingError: It is in a coding that was not asked for or is not known.
    """
    coding = response.headers.get("content-encoding")
    if coding is None:
        return BodyDecoder(None)
    accepted = response.request.headers.get("accept-encoding", "")
    return BodyDecoder(find_decoder(coding, accepted, ACCEPTED_ENCODINGS))


class Form(Protocol[T_co]):
    """What the pieces of a body are made into for a caller."""

    def feed(self, piece: bytes) -> Iterable[T_co]:
        """What can be given now."""
        ...

    def finish(self) -> Iterable[T_co]:
        """What is left at the end."""
        ...


class Pieces:
    """Bytes as they come, or in chunks of `size` bytes."""

    def __init__(self, size: int | None = None) -> None:
        self._size = size
        self._waiting = bytearray()

    def feed(self, piece: bytes) -> Iterable[bytes]:
        """The chunks that are whole."""
        if self._size is None:
            return (piece,) if piece else ()
        self._waiting += piece
        return self._cut(self._size)

    def _cut(self, size: int) -> Iterator[bytes]:
        start = 0
        while len(self._waiting) - start >= size:
            yield bytes(self._waiting[start : start + size])
            start += size
        del self._waiting[:start]

    def finish(self) -> Iterable[bytes]:
        """The last chunk, which may be shorter."""
        return (bytes(self._waiting),) if self._waiting else ()


class Text:
    """Text as it comes, or in pieces of `size` characters."""

    def __init__(self, encoding: str, size: int | None = None) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._size = size
        self._waiting = ""

    def feed(self, piece: bytes) -> Iterable[str]:
        """The characters that are whole."""
        return self._give(self._decoder.decode(piece))

    def finish(self) -> Iterable[str]:
        """What is left at the end."""
        yield from self._give(self._decoder.decode(b"", True))
        if self._waiting:
            yield self._waiting

    def _give(self, text: str) -> Iterable[str]:
        if self._size is None:
            return (text,) if text else ()
        text = self._waiting + text
        cut = len(text) - len(text) % self._size
        self._waiting = text[cut:]
        return (text[start : start + self._size] for start in range(0, cut, self._size))


class Lines:
    """Lines of text without their ends, split as `str.splitlines` does."""

    def __init__(self, encoding: str) -> None:
        self._text = Text(encoding)
        self._waiting: list[str] = []
        self._held = ""

    def feed(self, piece: bytes) -> Iterable[str]:
        """The lines that are whole."""
        for text in self._text.feed(piece):
            yield from self._split(text)

    def _split(self, text: str) -> Iterator[str]:
        if self._held:
            # The second half of \r\n, or the next line.
            text, self._held = self._held + text, ""
        if text.endswith("\r"):
            text, self._held = text[:-1], "\r"
        lines = text.splitlines(keepends=True)
        for line in lines:
            whole = line.splitlines()[0]
            self._waiting.append(whole)
            if whole != line:
                yield "".join(self._waiting)
                self._waiting.clear()

    def finish(self) -> Iterable[str]:
        """The lines that are left at the end."""
        for text in self._text.finish():
            yield from self._split(text)
        if self._waiting or self._held:
            yield "".join(self._waiting)


def find_encoding(response: httpx.Response) -> str:
    """The encoding of the text of `response`; UTF-8 where the server names something else than a charset."""
    # Python has codecs of other kinds, such as "bz2", and `httpx` takes any.
    try:
        name = codecs.lookup(response.encoding or "utf-8").name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name.startswith(_CHARSETS) else "utf-8"


def set_charset(response: httpx.Response) -> None:
    """Let the text of `response` be read as UTF-8 where the server names something else than a charset."""
    with suppress(ValueError):  # the text has been asked for before
        response.encoding = find_encoding(response)
