"""Content codings (RFC 9110, section 8.4): compressed bodies, decompressed a bounded step at a time. No I/O.

What a server sends is not trusted: a few bytes can stand for more than there is memory. No step makes more than
`STEP_BYTES` of them. `response_body` adds up what comes, so it stops one step behind a limit at the latest. A body that
ends before its coding does is an error in every coding.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, Final, Protocol

ACCEPTED_ENCODINGS: Final = "gzip, deflate"
"""What requests ask for where the caller says nothing else."""
STEP_BYTES: Final = 64 * 1024
MAX_CODINGS: Final = 3
_ALIASES: Final = {"x-gzip": "gzip"}


class ContentCodingError(ValueError):
    """A body that cannot be decompressed."""


class UnsupportedCodingError(ContentCodingError):
    """A body in a coding that was not asked for, or that nothing here decompresses."""


class Decoder(Protocol):
    """Decompresses one coding."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """What `data` stands for, in pieces of at most a step."""
        ...

    @property
    def is_whole(self) -> bool:
        """Whether the coding has come to its end."""
        ...


class _Deflate:
    """`deflate`: as RFC 9110 has it with the header of zlib, and without one, as some servers send it."""

    def __init__(self) -> None:
        self._zlib: Any = None
        self._head = b""

    @property
    def is_whole(self) -> bool:
        return self._zlib is not None and bool(self._zlib.eof)

    def decode(self, data: bytes) -> Iterator[bytes]:
        if self._zlib is None:
            data = self._head + data
            if len(data) < 2:
                self._head = data
                return
            has_header = data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
            self._zlib = zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
        if not self._zlib.eof:  # what comes behind the end is ignored, as by curl
            yield from _inflate(self._zlib, data)


class _Gzip:
    """`gzip`: one member behind the other. Zeros between them, and what is not a member, are ignored, as by curl."""

    _MAGIC = b"\x1f\x8b"

    def __init__(self) -> None:
        self._member: Any = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._between = b""
        self._over = False

    @property
    def is_whole(self) -> bool:
        return self._over or bool(self._member.eof)

    def decode(self, data: bytes) -> Iterator[bytes]:
        while data and not self._over:
            if not self._member.eof:
                yield from _inflate(self._member, data)
                if not self._member.eof:
                    return
                data = self._member.unused_data
            data = (self._between + data).lstrip(b"\0")
            self._between = data if len(data) < 2 else b""
            if len(data) < 2:
                return
            if data.startswith(self._MAGIC):
                self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
            else:
                self._over = True


def _inflate(decompressor: Any, data: bytes) -> Iterator[bytes]:
    while True:
        piece: bytes = decompressor.decompress(data, STEP_BYTES)
        if piece:
            yield piece
        data = decompressor.unconsumed_tail
        # A step that is full may have left something inside, though all of the input is taken.
        if decompressor.eof or (not data and len(piece) < STEP_BYTES):
            return


class _Brotli:
    """`br`, with a `brotli` or `brotlicffi` that can be told how much to make at once."""

    def __init__(self, library: Any) -> None:
        self._decompressor: Any = library.Decompressor()

    @property
    def is_whole(self) -> bool:
        return bool(self._decompressor.is_finished())

    def decode(self, data: bytes) -> Iterator[bytes]:
        while not self._decompressor.is_finished():
            piece: bytes = self._decompressor.process(data, output_buffer_limit=STEP_BYTES)
            data = b""
            if piece:
                yield piece
            elif self._decompressor.can_accept_more_data():
                return


class _Zstandard:
    """`zstd`, by the standard library of Python 3.14 or by `backports.zstd`; one frame behind the other."""

    def __init__(self, library: Any) -> None:
        self._make: Callable[[], Any] = library.ZstdDecompressor
        self._frame: Any = self._make()

    @property
    def is_whole(self) -> bool:
        return bool(self._frame.eof)

    def decode(self, data: bytes) -> Iterator[bytes]:
        while data or not self._frame.needs_input:
            if self._frame.eof:
                self._frame = self._make()
            piece: bytes = self._frame.decompress(data, STEP_BYTES)
            if piece:
                yield piece
            data = b""
            if self._frame.eof:
                data = self._frame.unused_data
                if not data:
                    return


class _Chain:
    """Several codings, the last one applied first."""

    def __init__(self, outer: Decoder, inner: Decoder) -> None:
        self._outer = outer
        self._inner = inner

    @property
    def is_whole(self) -> bool:
        return self._outer.is_whole and self._inner.is_whole

    def decode(self, data: bytes) -> Iterator[bytes]:
        for piece in self._outer.decode(data):
            yield from self._inner.decode(piece)


def _import_first(names: Iterable[str]) -> Any:
    for name in names:
        try:
            return import_module(name)
        except ImportError:
            continue
    return None


def _make_decoder(coding: str) -> Decoder:
    if coding == "gzip":
        return _Gzip()
    if coding == "deflate":
        return _Deflate()
    if coding == "br":
        library = _import_first(("brotli", "brotlicffi"))
        if library is not None and hasattr(library.Decompressor, "can_accept_more_data"):
            return _Brotli(library)
        raise UnsupportedCodingError("the body is compressed with br, for which brotli>=1.2 has to be installed")
    if coding == "zstd":
        library = _import_first(("compression.zstd", "backports.zstd"))
        if library is not None:
            return _Zstandard(library)
        raise UnsupportedCodingError("the body is compressed with zstd, for which backports.zstd has to be installed")
    raise UnsupportedCodingError(f"the body is compressed with {coding!r}, which is not known here")


def parse_codings(header: str) -> list[str]:
    """The codings of a `content-encoding` header, in the order in which they were applied."""
    names = (name.strip().lower() for name in header.split(","))
    return [_ALIASES.get(name, name) for name in names if name not in ("", "identity")]


def find_decoder(content_encoding: str, accepted: str, accepted_by_default: str) -> Decoder | None:
    """What decompresses a body; `None` where it is not compressed.

    Args:
        content_encoding: What the response says.
        accepted: What the request asked for.
        accepted_by_default: What requests ask for where the caller says nothing; several of these at once were not
            asked for.

    Raises:
        UnsupportedCodingError: It is in a coding that was not asked for or is not known, or in too many of them.
    """
    codings = parse_codings(content_encoding)
    if not codings:
        return None
    asked = {_ALIASES.get(name, name) for name in (part.partition(";")[0].strip() for part in accepted.split(","))}
    _check_asked(codings, asked, several=accepted != accepted_by_default)
    decoder = _make_decoder(codings[-1])
    for coding in reversed(codings[:-1]):
        decoder = _Chain(decoder, _make_decoder(coding))
    return decoder


def _check_asked(codings: Sequence[str], asked: set[str], *, several: bool) -> None:
    if len(codings) > (MAX_CODINGS if several else 1):
        raise UnsupportedCodingError(
            f"the body is compressed {len(codings)} times ({', '.join(codings)}), which was not asked for"
        )
    # Gzip and deflate need no library, and servers send them without looking at what is asked for.
    for coding in codings:
        if coding not in asked and "*" not in asked and coding not in ("gzip", "deflate"):
            raise UnsupportedCodingError(f"the body is compressed with {coding!r}, which was not asked for")


class BodyDecoder:
    """The bytes of a body as they come, decompressed, and how many there were."""

    def __init__(self, decoder: Decoder | None) -> None:
        self._decoder = decoder
        self.received: int = 0
        """Bytes that came, before anything was decompressed."""

    def decode(self, data: bytes) -> Iterable[bytes]:
        """What `data` stands for, in pieces of at most a step.

        Raises:
            ContentCodingError: It is not in the coding that the response names.
        """
        self.received += len(data)
        return (data,) if self._decoder is None else self._decode(self._decoder, data)

    def _decode(self, decoder: Decoder, data: bytes) -> Iterator[bytes]:
        try:
            yield from decoder.decode(data)
        except ContentCodingError:
            raise
        except Exception as error:  # of several libraries
            raise ContentCodingError(f"the compressed body is broken: {error}") from error

    def finish(self) -> None:
        """Note that nothing more comes.

        Raises:
            ContentCodingError: The compressed body is not whole.
        """
        if self._decoder is not None and self.received and not self._decoder.is_whole:
            raise ContentCodingError("the compressed body ends too early")
