"""Compressed bodies, in every legal form and cut at any place. What is compressed here is small."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable

import pytest

from claude_client.core.content_codings import (
    STEP_BYTES,
    BodyDecoder,
    ContentCodingError,
    UnsupportedCodingError,
    find_decoder,
)

DEFAULT = "gzip, deflate"


def deflate_raw(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


def halves(data: bytes, between: bytes = b"") -> bytes:
    middle = len(data) // 2
    return gzip.compress(data[:middle]) + between + gzip.compress(data[middle:])


FORMS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("X-GZip", gzip.compress),
    "gzip of two members": ("gzip", halves),
    "gzip with zeros between members": ("gzip", lambda data: halves(data, b"\0" * 5)),
    "gzip with zeros behind it": ("gzip", lambda data: gzip.compress(data) + b"\0" * 5),
    "gzip with something behind it": ("gzip", lambda data: gzip.compress(data) + b"something"),
    "deflate": ("deflate", zlib.compress),
    "deflate without a header": ("deflate", deflate_raw),
    "deflate with something behind it": ("deflate", lambda data: zlib.compress(data) + b"something"),
    "identity": ("identity", lambda data: data),
    "gzip and identity": ("identity, gzip", gzip.compress),
}
CONTENTS = {
    "empty": b"",
    "a byte": b"x",
    "a step": bytes(STEP_BYTES),
    "two steps and a byte": bytes(2 * STEP_BYTES + 1),
    "random": random.Random(1).randbytes(3 * STEP_BYTES),
}


def decode(coding: str, data: bytes, step: int | None = None, accepted: str = DEFAULT) -> bytes:
    body = BodyDecoder(find_decoder(coding, accepted, DEFAULT))
    size = step or max(len(data), 1)
    found = [piece for at in range(0, len(data), size) for piece in body.decode(data[at : at + size])]
    body.finish()
    return b"".join(found)


@pytest.mark.parametrize("step", [None, 1, 4099])
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
@pytest.mark.parametrize(("coding", "compress"), FORMS.values(), ids=FORMS.keys())
def test_every_legal_form_is_read(
    coding: str, compress: Callable[[bytes], bytes], content: bytes, step: int | None
) -> None:
    assert decode(coding, compress(content), step) == content


@pytest.mark.parametrize("name", ["gzip", "deflate", "deflate without a header"])
def test_a_cut_is_seen_wherever_it_is(name: str) -> None:
    coding, compress = FORMS[name]
    data = compress(b"All happy families are alike. " * 20)

    for cut in range(1, len(data)):
        with pytest.raises(ContentCodingError, match="ends too early"):
            decode(coding, data[:cut])


def test_a_cut_in_the_second_member_of_gzip_is_seen() -> None:
    data = halves(b"All happy families are alike. " * 20)
    first = len(gzip.compress((b"All happy families are alike. " * 20)[:300]))

    for cut in range(first + 2, len(data)):
        with pytest.raises(ContentCodingError, match="ends too early"):
            decode("gzip", data[:cut])


def test_a_body_without_any_bytes_is_whole() -> None:
    assert decode("gzip", b"") == b""


@pytest.mark.parametrize(("coding", "compress"), [FORMS["gzip"], FORMS["deflate"], FORMS["deflate without a header"]])
def test_no_step_makes_more_than_its_bound(coding: str, compress: Callable[[bytes], bytes]) -> None:
    body = BodyDecoder(find_decoder(coding, DEFAULT, DEFAULT))

    pieces = body.decode(compress(bytes(20 * STEP_BYTES)))

    assert max(map(len, pieces)) <= STEP_BYTES


@pytest.mark.parametrize("coding", ["gzip, gzip", "deflate, gzip", "gzip, br"])
def test_several_codings_that_nobody_asked_for_are_refused(coding: str) -> None:
    with pytest.raises(UnsupportedCodingError, match="2 times"):
        decode(coding, b"x")


def test_several_codings_that_were_asked_for_are_read_a_step_at_a_time() -> None:
    content = bytes(20 * STEP_BYTES)
    body = BodyDecoder(find_decoder("gzip, deflate", "deflate, gzip", DEFAULT))

    pieces = list(body.decode(zlib.compress(gzip.compress(content))))
    body.finish()

    assert b"".join(pieces) == content
    assert max(map(len, pieces)) <= STEP_BYTES


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "utf-8"])
def test_a_coding_that_was_not_asked_for_is_named(coding: str) -> None:
    with pytest.raises(UnsupportedCodingError, match=f"{coding}.*not asked for"):
        decode(coding, b"x")


def test_a_coding_that_is_asked_for_and_not_known_is_named() -> None:
    with pytest.raises(UnsupportedCodingError, match="'compress', which is not known"):
        decode("compress", b"x", accepted="compress")


@pytest.mark.parametrize(("coding", "data"), [("gzip", b"no gzip at all"), ("deflate", b"\x78\x9c\xff\xff\xff")])
def test_what_is_not_in_its_coding_is_an_error(coding: str, data: bytes) -> None:
    with pytest.raises(ContentCodingError, match="broken"):
        decode(coding, data)
