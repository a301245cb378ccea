"""What an upload sends, on both clients, as a parser that is not ours reads it on the other side."""

from __future__ import annotations

import email.parser
import email.policy
import gc
import gzip
import io
import os
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from both import Both
from claude_client import errors
from claude_client.files.multipart import (
    CHUNK_BYTES,
    BytesSource,
    MultipartBody,
    Part,
    part,
    type_by_content,
    type_by_name,
)
from server import Received, Server, error, reply

FILE = {
    "type": "file",
    "id": "file_1",
    "created_at": "2026-01-02T03:04:05Z",
    "filename": "a.pdf",
    "mime_type": "application/pdf",
    "size_bytes": 3,
}
PDF = b"%PDF-1.7 ..."


def parts(request: Received) -> list[tuple[dict[str, str | None], str, bytes]]:
    """The parts of a request: the parameters of their disposition, their media type, their bytes."""
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + request.body)
    return [
        (
            {name: found.get_param(name, header="content-disposition") for name in ("name", "filename")},
            found.get_content_type(),
            found.get_payload(decode=True),
        )
        for found in message.iter_parts()
    ]  # type: ignore[misc]


def uploaded(both: Both, server: Server, file: Any, **more: Any) -> tuple[str | None, str, bytes]:
    """Name, media type and bytes of `file` as they arrived."""
    server.replies(reply(FILE))
    both.run(lambda client: client.files.upload(file=file, **more))
    ((disposition, type_, content),) = parts(server.received[-1])
    assert disposition["name"] == "file"
    return disposition["filename"], type_, content


class Pipe(io.RawIOBase):
    """Bytes that come once and cannot be rewound."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer)


class AsyncFile:
    async def read(self, size: int) -> bytes:
        return b""


class WrittenOnly(io.RawIOBase):
    def writable(self) -> bool:
        return True


class ReadAsText(io.BytesIO):
    def read(self, size: int | None = -1) -> Any:
        return super().read(size).decode()


class OneByOne(io.BytesIO):
    def read(self, size: int | None = -1) -> Any:
        return bytearray(super().read(1 if size else 0))


class MoreThanAsked(io.BytesIO):
    def read(self, size: int | None = -1) -> bytes:
        return super().read()


class NoEnd(io.BytesIO):
    """One that cannot be asked for its end, as some that decompress."""

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == os.SEEK_END:
            raise ValueError("seek from the end is not supported")
        return super().seek(offset, whence)


# ---- what is taken ------------------------------------------------------------------------------------------


def test_a_path_is_sent_under_its_name(both: Both, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(PDF)

    for given in (path, str(path), ("report.pdf", path)):
        assert uploaded(both, server, given) == ("report.pdf", "application/pdf", PDF)

    request = server.received[0]
    assert int(request.headers["content-length"]) == len(request.body)
    assert "transfer-encoding" not in request.headers


def test_an_open_file_is_sent_from_where_it_stands(both: Both, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"skipped" + PDF)

    with path.open("rb") as file:
        file.seek(7)
        assert uploaded(both, server, file) == ("report.pdf", "application/pdf", PDF)
        assert not file.closed
        assert file.tell() == 7


@pytest.mark.parametrize("content", [PDF, bytearray(PDF), memoryview(PDF), io.BytesIO(PDF)])
def test_content_in_memory_is_sent_under_the_name_that_is_given(both: Both, server: Server, content: Any) -> None:
    assert uploaded(both, server, ("a.pdf", content)) == ("a.pdf", "application/pdf", PDF)
    assert uploaded(both, server, ("a.pdf", content, "text/x-mine")) == ("a.pdf", "text/x-mine", PDF)
    assert uploaded(both, server, content) == ("unnamed.pdf", "application/pdf", PDF)


def test_headers_of_a_part_are_sent(both: Both, server: Server) -> None:
    uploaded(both, server, ("a.pdf", PDF, None, {"X-Part": "1"}))

    assert b"\r\nX-Part: 1\r\n" in server.received[0].body


def test_other_parameters_are_fields_before_the_file(both: Both, server: Server) -> None:
    server.replies(reply(FILE))

    both.run(lambda client: client.files.upload(file=PDF, expires_in_seconds=3600))

    first, second = parts(server.received[0])
    assert (first[0]["name"], first[0]["filename"], first[2]) == ("expires_in_seconds", None, b"3600")
    assert second[0]["name"] == "file"


def test_a_temporary_file_without_a_name_is_sent(both: Both, server: Server) -> None:
    with tempfile.TemporaryFile() as unnamed, tempfile.SpooledTemporaryFile() as spooled:
        for file in (unnamed, spooled):
            file.write(PDF)
            file.seek(0)
            assert uploaded(both, server, file) == ("unnamed.pdf", "application/pdf", PDF)


def test_a_stream_that_cannot_be_rewound_is_sent_in_chunks(both: Both, server: Server) -> None:
    content = PDF + os.urandom(3 * CHUNK_BYTES)

    assert uploaded(both, server, Pipe(content)) == ("unnamed.pdf", "application/pdf", content)

    assert server.received[0].headers["transfer-encoding"] == "chunked"
    assert "content-length" not in server.received[0].headers


def test_a_named_pipe_is_sent_as_it_comes(both: Both, server: Server) -> None:
    reading, writing = os.pipe()
    os.write(writing, PDF)
    os.close(writing)

    assert uploaded(both, server, ("a.pdf", Path(f"/dev/fd/{reading}"))) == ("a.pdf", "application/pdf", PDF)
    os.close(reading)


@pytest.mark.parametrize("file", [OneByOne(PDF), MoreThanAsked(PDF), NoEnd(PDF)])
def test_a_file_that_reads_in_its_own_way_is_sent_whole(both: Both, server: Server, file: Any) -> None:
    file.seek(0)

    assert uploaded(both, server, file) == ("unnamed.pdf", "application/pdf", PDF)


def test_a_pipe_that_gives_a_byte_at_a_time_has_the_right_media_type(both: Both, server: Server) -> None:
    class Slow(Pipe):
        def readinto(self, buffer: Any) -> int:
            return super().readinto(memoryview(buffer)[:1])

    assert uploaded(both, server, Slow(PDF)) == ("unnamed.pdf", "application/pdf", PDF)


def test_what_is_compressed_is_sent_as_it_reads(both: Both, server: Server, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.pdf.gz", "wb") as packed:
        packed.write(PDF)

    with gzip.open(tmp_path / "a.pdf.gz") as file:
        assert uploaded(both, server, ("a.pdf", file)) == ("a.pdf", "application/pdf", PDF)


def test_an_empty_file_is_sent(both: Both, server: Server, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()

    assert uploaded(both, server, tmp_path / "empty") == ("empty", "application/octet-stream", b"")


@pytest.mark.parametrize(
    ("file", "error", "message"),
    [
        (3, TypeError, "not int"),
        (None, TypeError, "file"),
        (("a.txt",), TypeError, "name, content"),
        (("a.txt", "text or path"), TypeError, r"text\.encode\(\)"),
        (io.StringIO("text"), TypeError, "'rb'"),
        ("/no/such/file.pdf", FileNotFoundError, "/no/such/file.pdf"),
        (Path("/no/such/file.pdf"), FileNotFoundError, "/no/such/file.pdf"),
        ("/", IsADirectoryError, "folder"),
        (("a.txt", b"", "text/plain\r\nX-Evil: 1"), ValueError, "content-type"),
        (("a.txt", b"", None, {"X": "1\n"}), ValueError, "'X'.*control character"),
        (("a.txt", b"", None, {"X": 1}), TypeError, "'X': 1"),
        (("a.txt", b"", 3), TypeError, "expected two str"),
        ((3, b""), TypeError, "invalid file name 3: expected a str"),
        ((Path("a.txt"), b""), TypeError, "invalid file name PosixPath"),
        (("caf\ud83d.txt", b""), ValueError, r"U\+D83D, half of a surrogate pair"),
        ("a\0b", ValueError, r"a\\x00b'.* NUL"),
        ("", ValueError, "it is empty"),
        (AsyncFile(), TypeError, "has to be awaited"),
        (WrittenOnly(), ValueError, "writing only"),
        (ReadAsText(), TypeError, "returned str: expected bytes"),
    ],
)
def test_what_cannot_be_uploaded_is_refused_before_anything_is_sent(
    both: Both, server: Server, file: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        both.run(lambda client: client.files.upload(file=file))

    assert server.received == []


def test_a_file_that_stands_at_its_end_is_refused(both: Both) -> None:
    file = io.BytesIO()
    file.write(PDF)

    with pytest.raises(ValueError, match=r"seek\(0\)"):
        both.run(lambda client: client.files.upload(file=("a.pdf", file)))


def test_a_closed_file_is_refused(both: Both, tmp_path: Path) -> None:
    file = (tmp_path / "a").open("wb+")
    file.close()

    with pytest.raises(ValueError, match="closed file"):
        both.run(lambda client: client.files.upload(file=file))


# ---- names and media types ----------------------------------------------------------------------------------


def test_a_name_cannot_leave_its_header() -> None:
    hostile = Part('f"\r\nX: 1', BytesSource(b""), 'a"; x="\r\nX-Evil: 1\n', content_type="text/plain")

    assert hostile.opening() == (
        b'Content-Disposition: form-data; name="f%22%0D%0AX: 1"; filename="a%22; x=%22%0D%0AX-Evil: 1%0A"\r\n'
        b"Content-Type: text/plain\r\n\r\n"
    )


def test_a_name_in_any_language_is_sent_as_it_is(both: Both, server: Server) -> None:
    uploaded(both, server, ("Überblick 概要.pdf", PDF))

    assert 'filename="Überblick 概要.pdf"'.encode() in server.received[0].body


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.pdf", "application/pdf"),
        ("a.PNG", "image/png"),
        ("a.webp", "image/webp"),
        ("a.md", "text/markdown"),
        ("a.csv", "text/csv"),
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.tar.gz", "application/gzip"),
        ("a:b.txt", "text/plain"),
        ("data:text/html,x", None),
        ("unknown.zzz", None),
        ("", None),
        (None, None),
    ],
)
def test_the_media_type_comes_from_the_name(name: str | None, expected: str | None) -> None:
    assert type_by_name(name) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0...", "image/jpeg"),
        (b"GIF89a...", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"PK\x03\x04...", "application/zip"),
        (b"\x1f\x8b\x08", "application/gzip"),
        (b"PK\x05\x06" + bytes(18), "application/zip"),
        (b"\xef\xbb\xbf%PDF-1.7\n", "application/pdf"),
        (b"a.pdf".ljust(257, b"\0") + b"ustar" + bytes(250) + PDF, "application/x-tar"),
        (b"\0\0\0\x1cftypavif", "image/avif"),
        (b"plain text\n", "text/plain"),
        ("ä".encode() * 3000, "text/plain"),
        (b"x" + "ä".encode() * 3000, "text/plain"),
        (b"\xff\xfe\x00\x01", "application/octet-stream"),
        (b"text\0", "application/octet-stream"),
        (b"\xc3", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_the_media_type_comes_from_the_first_bytes_where_the_name_does_not_tell_it(head: bytes, expected: str) -> None:
    assert type_by_content(head) == expected


# ---- attempts -----------------------------------------------------------------------------------------------


def overloaded_once(server: Server) -> None:
    server.replies(error(529, "overloaded_error", retry_after="0.001"), reply(FILE))


def test_another_attempt_sends_the_same_bytes(both: Both, server: Server, tmp_path: Path) -> None:
    content = os.urandom(2 * CHUNK_BYTES + 1)
    path = tmp_path / "a.bin"
    path.write_bytes(b"skipped" + content)

    with path.open("rb") as file:
        file.seek(7)
        for given in (path, file, content):
            overloaded_once(server)
            both.run(lambda client, given=given: client.files.upload(file=given))

    for first, second in zip(server.received[::2], server.received[1::2], strict=True):
        assert first.body == second.body
        assert content in first.body


def test_a_stream_that_cannot_be_rewound_is_not_sent_again_and_the_error_says_so(both: Both, server: Server) -> None:
    overloaded_once(server)

    with pytest.raises(errors.OverloadedError, match="not retried: the upload cannot be read a second time"):
        both.run(lambda client: client.files.upload(file=Pipe(PDF)))

    assert len(server.received) == 1


def test_a_redirected_upload_is_sent_again(both: Both, server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF)
    server.replies(reply(None, 307, location="/v1/elsewhere"), reply(FILE))

    both.run(lambda client: client.files.upload(file=tmp_path / "a.pdf"))

    first, second = server.received
    assert (second.path, second.body) == ("/v1/elsewhere", first.body)


def test_a_redirected_stream_that_cannot_be_rewound_is_an_error_of_ours(both: Both, server: Server) -> None:
    server.replies(reply(None, 307, location="/v1/elsewhere"), reply(FILE))

    with pytest.raises(errors.UploadSourceError, match="a second time"):
        both.run(lambda client: client.files.upload(file=Pipe(PDF)))


@pytest.mark.parametrize(("size", "word"), [(10, "shorter"), (10 * CHUNK_BYTES, "longer")])
def test_a_file_that_changes_while_it_is_sent_is_an_error_of_ours(
    both: Both, server: Server, tmp_path: Path, size: int, word: str
) -> None:
    path = tmp_path / "growing.log"
    path.write_bytes(bytes(5 * CHUNK_BYTES))
    server.replies(reply(FILE))

    with path.open("rb") as file, pytest.raises(errors.UploadSourceError, match=f"growing.log.*{word}") as caught:

        def change(request: httpx.Request) -> Any:
            os.truncate(path, size)
            return (yield request)

        both.run(lambda client: client.files.upload(file=file), middleware=[change])

    assert "growing.log" in (caught.value.filename or "")


def test_a_file_that_changes_before_it_is_sent_is_an_error_of_ours(both: Both, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    server.replies(reply(FILE))

    def change(request: httpx.Request) -> Any:
        os.utime(path, (1, 1))
        return (yield request)

    def remove(request: httpx.Request) -> Any:
        path.unlink()
        return (yield request)

    for fault in (change, remove):
        with pytest.raises(errors.UploadSourceError, match=r"a\.pdf"):
            both.run(lambda client: client.files.upload(file=path), middleware=[fault])


def test_a_file_that_fails_is_told_apart_from_the_network(both: Both, server: Server) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if size == CHUNK_BYTES:
                raise OSError(5, "input/output error")
            return super().read(size)

    server.replies(reply(FILE))

    with pytest.raises(errors.UploadSourceError, match="input/output error"):
        both.run(lambda client: client.files.upload(file=("a.bin", Broken(bytes(2 * CHUNK_BYTES)))))

    assert server.received == []


def test_a_file_is_closed_when_the_connection_is_lost(both: Both, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(64 * CHUNK_BYTES))
    server.close()

    with pytest.raises(errors.APIConnectionError) as caught:
        both.run(lambda client: client.files.upload(file=path, max_retries=0))

    assert os.fspath(path) not in open_files()
    del caught
    gc.collect()  # warnings are errors here, those of unclosed files too


def test_a_file_is_closed_when_the_upload_is_cancelled(both: Both, server: Server, tmp_path: Path) -> None:
    if not both.is_async:
        pytest.skip("a blocking call cannot be cancelled")
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(4 * CHUNK_BYTES))
    here, left = threading.Event(), threading.Event()

    def arrived(_request: Received) -> Any:
        here.set()
        left.wait(10)
        return reply(FILE)

    async def cancelled() -> None:
        server.replies(arrived)
        async with both.client() as client, anyio.create_task_group() as group:
            group.start_soon(lambda: client.files.upload(file=path))
            await anyio.to_thread.run_sync(here.wait)
            group.cancel_scope.cancel()
        left.set()

    anyio.run(cancelled, backend=both.kind)

    assert os.fspath(path) not in open_files()


# ---- what can keep one waiting ------------------------------------------------------------------------------


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    os.mkfifo(path := tmp_path / "pipe.csv")
    return path


@pytest.mark.parametrize("has_writer", [False, True], ids=["nobody writes", "somebody is silent"])
def test_the_deadline_holds_while_a_pipe_is_silent(both: Both, server: Server, fifo: Path, has_writer: bool) -> None:
    server.replies(reply(FILE))
    writing = os.open(fifo, os.O_RDWR) if has_writer else None

    with pytest.raises(errors.CallDeadlineError):
        both.run(lambda client: client.files.upload(file=fifo, deadline=0.3))

    # For the thread that reads to come to its end.
    os.close(writing if writing is not None else os.open(fifo, os.O_RDWR | os.O_NONBLOCK))


def test_the_deadline_holds_while_an_open_file_is_silent(both: Both, server: Server) -> None:
    server.replies(reply(FILE))
    reading, writing = os.pipe()

    with os.fdopen(reading, "rb") as file:
        with pytest.raises(errors.CallDeadlineError):
            both.run(lambda client: client.files.upload(file=("a.csv", file), deadline=0.3))
        os.close(writing)


@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_a_process_ends_although_a_pipe_that_it_uploads_is_silent(server: Server, fifo: Path, kind: str) -> None:
    server.replies(reply(FILE))
    program = f"""
import asyncio
from pathlib import Path
from claude_client import {kind}, CallDeadlineError

async def call():
    client = {kind}("key", base_url={server.url!r})
    given = client.files.upload(file=Path({str(fifo)!r}), deadline=0.3)
    return await given if {kind!r} == "AsyncClient" else given

try:
    asyncio.run(call())
except CallDeadlineError:
    print("in time")
"""

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)

    assert done.stdout == "in time\n", done.stderr


def test_a_named_pipe_is_sent_while_somebody_writes_it(both: Both, server: Server, fifo: Path) -> None:
    content = os.urandom(3 * CHUNK_BYTES)
    writer = threading.Thread(target=fifo.write_bytes, args=(content,))
    writer.start()

    assert uploaded(both, server, fifo, deadline=30) == ("pipe.csv", "text/csv", content)

    writer.join()


def test_an_upload_without_a_size_is_stopped_at_the_limit_while_it_is_read(both: Both, server: Server) -> None:
    server.replies(reply(FILE))

    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            self.given += len(buffer)
            return len(buffer)

    endless = Endless()
    with pytest.raises(errors.RequestTooLargeError, match=r"limit of 2,097,152 bytes \(2 MB\).*sending was stopped"):
        both.run(lambda client: client.files.upload(file=("a.bin", endless)), size_limits={"files": 2 * 1024 * 1024})

    assert endless.given < 4 * 1024 * 1024


def open_files() -> list[str]:
    found: list[str] = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(entry.readlink()))
        except OSError:
            continue
    return found


# ---- size and memory ----------------------------------------------------------------------------------------


def test_the_size_is_told_before_anything_is_read() -> None:
    body = MultipartBody({"n": 1, "list": ["a", "b"]}, [part("files[]", ("d/a.txt", b"abc")), part("x", b"")])

    assert body.size == sum(len(chunk) for chunk in body.chunks())
    assert b'name="list[]"\r\n\r\nb\r\n' in b"".join(body.chunks())


def test_a_file_over_the_limit_is_refused_by_its_size_on_disk(both: Both, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "huge.bin"
    path.touch()
    os.truncate(path, 501 * 1024 * 1024)

    with pytest.raises(errors.RequestTooLargeError, match=r"525,\d{3},\d{3} bytes.*524,288,000.*POST /v1/files.*split"):
        both.run(lambda client: client.files.upload(file=path))

    assert server.received == []


@pytest.fixture
def traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.usefixtures("traced")
def test_a_large_file_is_never_in_memory(both: Both, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.touch()
    os.truncate(path, 64 * 1024 * 1024)
    server.keeps_bodies = False
    server.replies(reply(FILE))

    def body(client: Any) -> Any:
        yield client.files.upload(file=("small.bin", b""))
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        yield client.files.upload(file=path)
        return tracemalloc.get_traced_memory()[1] - before

    peak = both.run(body)

    assert server.received[-1].size > 64 * 1024 * 1024
    assert peak < 4 * 1024 * 1024


def test_small_parts_are_sent_together() -> None:
    body = MultipartBody({}, [part("files[]", (f"d/{n}.txt", b"x" * 10)) for n in range(500)])

    assert len(list(body.chunks())) == 1


def test_a_file_read_by_two_uploads_at_once_is_whole_in_both(both: Both, server: Server, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    content = os.urandom(3 * CHUNK_BYTES)
    path.write_bytes(content)
    body = MultipartBody({}, [part("file", path)])

    one, two = body.chunks(), body.chunks()
    pairs = list(zip(one, two, strict=True))

    assert all(a == b for a, b in pairs)
    assert content in b"".join(a for a, _ in pairs)
