"""Files that come from the API, on both clients: streamed, in memory, on disk, and when things go wrong."""

from __future__ import annotations

import os
import random
import stat
import sys
import threading
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from both import Both, entered, items
from claude_client import errors
from claude_client.files.download import (
    CHUNK_BYTES,
    AsyncBinaryAPIResponse,
    AsyncDownload,
    BinaryAPIResponse,
    Destination,
    Download,
    disposition_filename,
    safe_name,
)
from server import Reply, Server, error

CONTENT = b"0123456789" * 100


def content(body: bytes = CONTENT, name: str | None = None) -> Reply:
    headers = {"content-type": "application/octet-stream", "request-id": "req_1"}
    if name is not None:
        headers["content-disposition"] = name
    return Reply(200, body, headers)


def cut_short(body: bytes = CONTENT, missing: int = 1) -> Reply:
    """A file whose last bytes never come."""
    return Reply(200, [body], {"content-length": str(len(body) + missing)})


# ---- reading ------------------------------------------------------------------------------------------------


def test_a_download_is_a_response_that_has_not_been_read(both: Both, server: Server) -> None:
    server.replies(content())

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        assert isinstance(download, AsyncDownload if both.is_async else Download)
        assert (download.status_code, download.request_id) == (200, "req_1")
        assert download.headers["content-length"] == "1000"
        assert not download.is_closed
        yield download.close()
        assert download.is_closed

    both.run(body)

    (request,) = server.received
    assert (request.method, request.path) == ("GET", "/v1/files/file_1/content")
    assert request.headers["accept"] == "application/binary"


def test_a_download_can_be_read_whole(both: Both, server: Server) -> None:
    server.replies(content(b'{"a": 1}'))

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        assert (yield download.read()) == b'{"a": 1}'
        assert (yield download.read()) == b'{"a": 1}'
        assert (yield download.parse()) == b'{"a": 1}'
        assert (yield download.text()) == '{"a": 1}'
        assert (yield download.json()) == {"a": 1}
        assert download.is_closed
        return (yield items(download.iter_bytes(3)))

    assert both.run(body) == [b'{"a', b'": ', b"1}"]


def test_a_download_can_be_read_in_chunks(both: Both, server: Server) -> None:
    server.replies(content())

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        chunks = yield items(download.iter_bytes(300))
        assert download.is_closed
        return chunks

    assert [len(chunk) for chunk in both.run(body)] == [300, 300, 300, 100]


def test_a_download_is_closed_by_its_context_manager(both: Both, server: Server) -> None:
    server.replies(content())

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        assert (yield entered(download)) is download
        return download

    assert both.run(body).is_closed


def test_a_download_that_was_handed_on_is_not_read_again(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content())

    def body(client: Any) -> Any:
        streamed = yield client.files.download("file_1")
        yield items(streamed.iter_bytes())
        written = yield client.files.download("file_1")
        yield written.write_to_file(tmp_path / "a")
        closed = yield client.files.download("file_1")
        yield closed.close()
        for download in (streamed, written, closed):
            with pytest.raises(RuntimeError, match="download the file again"):
                yield download.read()
            with pytest.raises(RuntimeError, match="download the file again"):
                yield download.write_to_file(tmp_path / "b")

    both.run(body)

    assert len(server.received) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_the_raw_and_the_streaming_view_give_the_response(both: Both, server: Server) -> None:
    server.replies(content())

    def body(client: Any) -> Any:
        raw = yield client.files.with_raw_response.download("file_1")
        assert not raw.is_closed
        assert (yield (yield raw.parse()).read()) == CONTENT
        streamed = yield entered(client.files.with_streaming_response.download("file_1"))
        return b"".join((yield items(streamed.iter_bytes())))

    assert both.run(body) == CONTENT


def test_the_streaming_view_writes_a_file_as_the_official_package_does(
    both: Both, server: Server, tmp_path: Path
) -> None:
    server.replies(content(), content())

    def body(client: Any) -> Any:
        for path, chunk_size in ((tmp_path / "a", None), (str(tmp_path / "b"), 7)):
            streamed = yield entered(client.files.with_streaming_response.download("file_1"))
            yield streamed.stream_to_file(path, chunk_size=chunk_size)
            assert streamed.retries_taken == 0

    both.run(body)

    assert [(tmp_path / name).read_bytes() for name in "ab"] == [CONTENT] * 2


def test_a_streamed_file_that_is_cut_short_is_an_error(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(cut_short())

    def body(client: Any) -> Any:
        streamed = yield entered(client.files.with_streaming_response.download("file_1"))
        yield streamed.stream_to_file(tmp_path / "a")

    with pytest.raises(errors.ResponseInterruptedError):
        both.run(body, max_retries=0)


def test_a_file_that_is_not_there_raises_when_it_is_asked_for(both: Both, server: Server) -> None:
    server.replies(error(404, "not_found_error", "file: nope"))

    with pytest.raises(errors.NotFoundError, match="file: nope"):
        both.run(lambda client: client.files.download("nope"))


OVERLOADED = b'{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}, "request_id": "req_1"}'


def json_file(body: bytes = OVERLOADED, **headers: str) -> Reply:
    return Reply(200, body, {"content-type": "application/json; charset=utf-8", **headers})


@pytest.mark.parametrize("way", ["read", "iter_bytes", "write_to_file"])
def test_an_error_object_in_the_place_of_a_file_is_raised(both: Both, server: Server, tmp_path: Path, way: str) -> None:
    server.replies(json_file())
    target = tmp_path / "a.json"

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        with pytest.raises(errors.OverloadedError, match="Overloaded") as caught:
            if way == "iter_bytes":
                yield items(download.iter_bytes())
            else:
                yield download.read() if way == "read" else download.write_to_file(target)
        assert len(caught.value.attempts) == 1

    both.run(body)
    assert not target.exists()


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (OVERLOADED, {"content-disposition": 'attachment; filename="log.json"'}),
        (b'{"type": "error", "error": "a string"}', {}),
        (b'{"error": {"message": "m"}}', {}),
        (b"{", {}),
        (b"", {}),
        (b" " * 30_000 + OVERLOADED, {}),
    ],
)
def test_a_file_that_is_json_is_a_file(both: Both, server: Server, content: bytes, headers: dict[str, str]) -> None:
    server.replies(json_file(content, **headers), json_file(content, **headers))

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        assert (yield download.read()) == content
        download = yield client.files.download("file_1")
        chunks = yield items(download.iter_bytes(7))
        assert b"".join(chunks) == content
        assert max(map(len, chunks), default=0) <= 7

    both.run(body)


def test_the_official_names_are_the_same_classes() -> None:
    assert BinaryAPIResponse is Download
    assert AsyncBinaryAPIResponse is AsyncDownload


# ---- to disk ------------------------------------------------------------------------------------------------


def written(both: Both, target: Any, **options: Any) -> Path:
    """Where a download says that it was written."""

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        return (yield download.write_to_file(target))

    path = both.run(body, **options)
    assert isinstance(path, Path)
    return path


def test_a_download_is_written_to_a_path(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content())

    for target in (tmp_path / "a.bin", str(tmp_path / "b.bin")):
        path = written(both, target)
        assert path == Path(target)
        assert path.read_bytes() == CONTENT

    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.bin", "b.bin"]


def test_a_file_that_is_there_is_replaced(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content(b"new"))
    (tmp_path / "a.bin").write_bytes(b"old and longer")

    written(both, tmp_path / "a.bin")

    assert (tmp_path / "a.bin").read_bytes() == b"new"


def test_a_written_file_has_the_permissions_that_files_have_here(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content())
    (tmp_path / "other").touch()

    path = written(both, tmp_path / "a.bin")

    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755, 0o4755])
def test_a_file_that_is_replaced_keeps_its_permissions(both: Both, server: Server, tmp_path: Path, mode: int) -> None:
    server.replies(content(b"new"))
    (target := tmp_path / "a.bin").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a.bin")

    for given in (target, tmp_path / "link"):
        target.chmod(mode)
        written(both, given)
        assert target.read_bytes() == b"new"
        # What would run with the rights of the owner does not run what came from the network.
        assert stat.S_IMODE(target.stat().st_mode) == mode & 0o777


def test_what_is_written_is_never_open_to_more_people_than_the_file_that_it_replaces(tmp_path: Path) -> None:
    (target := tmp_path / "a.bin").touch()
    target.chmod(0o600)

    with Destination(target, "") as destination:
        destination.add(b"secret")
        destination.write()
        (beside,) = tmp_path.glob(".*.part")
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_links_in_a_circle_are_an_error(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content())
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    with pytest.raises(OSError, match="symbolic links"):
        written(both, tmp_path / "a")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_link_to_a_file_that_is_not_there_yet_is_written_through(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content())
    (tmp_path / "link").symlink_to("real")

    assert written(both, tmp_path / "link") == tmp_path / "real"

    assert (tmp_path / "link").is_symlink()


def test_a_link_is_written_through(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content())
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")

    written(both, tmp_path / "link")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == CONTENT


def test_in_a_folder_a_download_gets_the_name_of_the_server(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content(name="attachment; filename=\"plain.csv\"; filename*=UTF-8''%C3%BCber.csv"), content())

    assert written(both, tmp_path) == tmp_path / "über.csv"
    assert written(both, str(tmp_path) + "/") == tmp_path / "file_1"


@pytest.mark.parametrize(
    "name",
    ["../../evil", "/etc/evil", "C:\\evil", "..\\evil", "..", ".", "", "a/../../evil", "~/.bashrc", "%2e%2e%2fevil"],
)
def test_a_hostile_name_does_not_leave_the_folder(both: Both, server: Server, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    server.replies(content(name=f'attachment; filename="{name}"'), content(name=f"attachment; filename*=UTF-8''{name}"))

    for _ in range(2):
        path = written(both, folder)
        assert path.resolve().parent == folder.resolve()
        assert not path.name.startswith(".")

    assert list(tmp_path.iterdir()) == [folder]


def test_a_link_in_the_folder_is_replaced_and_not_followed(both: Both, server: Server, tmp_path: Path) -> None:
    (folder := tmp_path / "folder").mkdir()
    (outside := tmp_path / "outside").write_bytes(b"kept")
    (folder / "a.csv").symlink_to(outside)
    server.replies(content(name='attachment; filename="a.csv"'))

    assert written(both, folder).read_bytes() == CONTENT

    assert outside.read_bytes() == b"kept"


def test_a_folder_that_is_not_there_is_an_error_and_nothing_is_left(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(content())

    for target in (tmp_path / "no" / "a.bin", f"{tmp_path}/no/"):
        with pytest.raises(FileNotFoundError, match="no"):
            written(both, target)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_an_error(both: Both, server: Server, tmp_path: Path) -> None:
    (tmp_path / "file_1").mkdir()
    server.replies(content())

    with pytest.raises(IsADirectoryError, match="file_1"):
        written(both, tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_is_told_as_such(both: Both, server: Server) -> None:
    server.replies(content(bytes(4 << 20)))

    with pytest.raises(OSError, match="No space left"):
        written(both, "/dev/full")

    assert len(server.received) == 1


def test_a_device_is_written_to_and_not_replaced(both: Both, server: Server) -> None:
    server.replies(content())

    assert written(both, os.devnull) == Path(os.devnull)

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
@pytest.mark.parametrize("is_link", [True, False])
def test_an_open_file_of_the_process_is_written_to_and_not_replaced(
    both: Both, server: Server, tmp_path: Path, is_link: bool
) -> None:
    server.replies(content())
    with (tmp_path / "a").open("wb") as file:
        given = Path(f"/proc/self/fd/{file.fileno()}")
        if is_link:
            (tmp_path / "link").symlink_to(given)

        written(both, tmp_path / "link" if is_link else given)

        assert os.fstat(file.fileno()).st_size == len(CONTENT)
    assert (tmp_path / "a").read_bytes() == CONTENT


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_pipe_is_written_to_and_has_nothing_twice(both: Both, server: Server, no_wait: None) -> None:
    reading, writing = os.pipe()
    large = bytes(CHUNK_BYTES + 1)
    server.replies(cut_short(large), content())
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.extend(iter(lambda: os.read(reading, 1 << 20), b"")))
    reader.start()

    with pytest.raises(errors.ResponseInterruptedError):
        written(both, f"/dev/fd/{writing}")
    os.close(writing)
    reader.join()
    os.close(reading)

    assert large.startswith(b"".join(got))
    assert len(server.received) == 1


# ---- when it breaks off -------------------------------------------------------------------------------------


def test_a_download_that_breaks_off_raises_in_every_way_of_reading(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(cut_short())

    def body(client: Any) -> Any:
        for read in (lambda d: d.read(), lambda d: items(d.iter_bytes()), lambda d: d.write_to_file(tmp_path / "a")):
            download = yield client.files.download("file_1")
            with pytest.raises(errors.ResponseInterruptedError) as caught:
                yield read(download)
            assert caught.value.phase == "body"
            assert caught.value.bytes_received == len(CONTENT)
            assert download.is_closed

    both.run(body, max_retries=0)

    assert list(tmp_path.iterdir()) == []


def test_a_download_that_breaks_off_leaves_the_file_that_was_there(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(cut_short())
    (tmp_path / "a").write_bytes(b"old")

    with pytest.raises(errors.ResponseInterruptedError):
        written(both, tmp_path / "a", max_retries=0)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("status", [201, 204, 206])
def test_another_success_than_a_whole_file_is_an_error(both: Both, server: Server, tmp_path: Path, status: int) -> None:
    body = b"" if status == 204 else CONTENT
    server.replies(Reply(status, body, {"content-range": f"bytes 0-{len(body) - 1}/{len(body) * 2}"}))

    with pytest.raises(errors.APIResponseValidationError, match=f"whole file with status 200, got status {status}"):
        written(both, tmp_path / "a")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("announced", [len(CONTENT) - 1, len(CONTENT) + 1])
def test_a_file_of_another_size_than_announced_is_an_error_whoever_sends(
    both: Both, tmp_path: Path, announced: int
) -> None:
    # A given client may stand on a transport that does not count.
    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-length": str(announced)}, stream=httpx.ByteStream(CONTENT))

    kind = httpx.AsyncClient if both.is_async else httpx.Client

    def body(client: Any) -> Any:
        for read in (lambda d: d.read(), lambda d: items(d.iter_bytes(7)), lambda d: d.write_to_file(tmp_path / "a")):
            download = yield client.files.download("file_1")
            with pytest.raises(errors.ResponseInterruptedError, match=f"1,000 bytes where .* says {announced:,}") as it:
                yield read(download)
            assert it.value.bytes_received == 1000

    both.run(body, http_client=kind(transport=httpx.MockTransport(respond)), max_retries=0)

    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random, "uniform", lambda least, most: least)  # what the waits before retries are drawn from


@pytest.mark.usefixtures("no_wait")
def test_a_file_of_which_nothing_was_handed_on_is_asked_for_again(both: Both, server: Server, tmp_path: Path) -> None:
    def body(client: Any) -> Any:
        server.replies(cut_short(b"longer than the rest", 100), content(b"whole"))
        download = yield client.files.download("file_1")
        assert (yield download.read()) == b"whole"
        assert [a.error for a in download.info.attempts] == ["ResponseInterruptedError", None]

        server.replies(cut_short(b"longer than the rest", 100), content(b"whole"))
        download = yield client.files.download("file_1")
        path = yield download.write_to_file(tmp_path / "a")
        assert path.read_bytes() == b"whole"
        assert download.is_closed

    both.run(body)


@pytest.mark.usefixtures("no_wait")
def test_chunks_that_were_handed_on_are_not_asked_for_again(both: Both, server: Server) -> None:
    server.replies(cut_short(), content())

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        with pytest.raises(errors.ResponseInterruptedError):
            yield items(download.iter_bytes())

    both.run(body)

    assert len(server.received) == 1


# ---- memory -------------------------------------------------------------------------------------------------


@pytest.fixture
def traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.usefixtures("traced")
def test_a_large_file_is_never_in_memory(both: Both, server: Server, tmp_path: Path) -> None:
    size = 64 * 1024 * 1024

    def pieces() -> Iterable[bytes]:
        piece = bytes(1 << 16)
        for _ in range(size // len(piece)):
            yield piece

    server.replies(content(b""), Reply(200, pieces(), {"content-length": str(size)}))

    def body(client: Any) -> Any:
        yield (yield client.files.download("file_0")).write_to_file(tmp_path / "small")
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        path = yield (yield client.files.download("file_1")).write_to_file(tmp_path / "large")
        assert path.stat().st_size == size
        return tracemalloc.get_traced_memory()[1] - before

    assert both.run(body) < 4 * 1024 * 1024


# ---- names --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("", None),
        ("attachment", None),
        ('attachment; filename="a b.csv"', "a b.csv"),
        ("attachment; filename=a.csv", "a.csv"),
        ("ATTACHMENT;FILENAME = a.csv ; x=y", "a.csv"),
        (r'attachment; filename="a\"b\\c.csv"', 'a"b\\c.csv'),
        ("attachment; filename=a.csv; filename*=UTF-8''%e2%82%ac.csv", "€.csv"),
        ("attachment; filename*=utf-8'en'%e2%82%ac.csv; filename=a.csv", "€.csv"),
        ("attachment; filename*=iso-8859-1''%A3.csv", "£.csv"),
        ("attachment; filename*=nonsense''%A3.csv; filename=a.csv", "a.csv"),
        ("attachment; filename*=UTF-8''%FF.csv; filename=a.csv", "a.csv"),
        ("attachment; filename*=a.csv", None),
        ('attachment; filename="first"; filename="second"', "first"),
        ('attachment; filename="never closed', ""),
    ],
)
def test_the_name_is_read_from_the_content_disposition(header: str | None, expected: str | None) -> None:
    assert disposition_filename(header) == expected


def test_of_a_content_disposition_only_the_beginning_is_looked_at() -> None:
    assert disposition_filename("attachment" + ";" * 4000 + "filename=a") == "a"
    assert disposition_filename("attachment" + ";" * 4096 + "filename=a") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report.csv", "report.csv"),
        ("Überblick 概要.csv", "Überblick 概要.csv"),
        ("../report.csv", "report.csv"),
        ("a/b\\c.csv", "c.csv"),
        ("C:\\windows\\a.csv", "a.csv"),
        ("C:a.csv", "Ca.csv"),
        ("a\0b\r\n.csv", "ab.csv"),
        ("a\u202evsc.exe", "avsc.exe"),
        ('<a>:"|?*.csv', "a.csv"),
        (".bashrc", "bashrc"),
        ("trailing. . ", "trailing"),
        ("nul", "_nul"),
        ("CON.txt", "_CON.txt"),
        ("com1 .txt", "_com1 .txt"),
        ("console.txt", "console.txt"),
        ("\udcff.csv", "csv"),
        ("..", "file_1"),
        ("", "file_1"),
        (None, "file_1"),
        ("///", "file_1"),
    ],
)
def test_a_name_is_reduced_to_a_safe_one(name: str | None, expected: str) -> None:
    assert safe_name(name, "file_1") == expected


def test_a_fallback_is_reduced_to_a_safe_name_too() -> None:
    assert safe_name(None, "../evil") == "evil"
    assert safe_name(None, "..") == "download"


@pytest.mark.parametrize(
    ("name", "extension"), [("x" * 300 + ".csv", ".csv"), ("ü" * 300 + ".csv", ".csv"), ("x." + "y" * 300, "")]
)
def test_an_overlong_name_is_cut_and_keeps_its_extension(name: str, extension: str) -> None:
    short = safe_name(name, "file_1")

    assert 200 < len(short.encode()) <= 240
    assert short.endswith(extension)
