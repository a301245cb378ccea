from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest

from both import Both
from claude_client import AsyncClient, Client, document, image
from server import Server, error, reply

DATA = Path(__file__).resolve().parents[2] / "examples" / "data"
PNG = (DATA / "boat.png").read_bytes()
PDF = (DATA / "invoice.pdf").read_bytes()
JPEG, GIF, WEBP = b"\xff\xd8\xff\xe0", b"GIF89a..", b"RIFF....WEBPVP8 "
FILE = {
    "id": "file_1",
    "type": "file",
    "filename": "boat.png",
    "mime_type": "image/png",
    "size_bytes": len(PNG),
    "created_at": "2026-11-22T10:00:00Z",
}


def of_base64(content: bytes, media_type: str) -> dict[str, str]:
    return {"type": "base64", "media_type": media_type, "data": base64.b64encode(content).decode()}


@pytest.fixture
def pipe() -> Iterator[Any]:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(PNG)
    with os.fdopen(reading, "rb") as file:
        yield file


# ---- where it comes from ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source", [DATA / "boat.png", str(DATA / "boat.png"), PNG, bytearray(PNG), io.BytesIO(PNG)], ids=type
)
def test_an_image_is_made_of_a_path_bytes_or_an_open_file(source: Any) -> None:
    assert image(source) == {"type": "image", "source": of_base64(PNG, "image/png")}


def test_an_image_can_come_through_a_pipe(pipe: Any) -> None:
    assert image(pipe)["source"] == of_base64(PNG, "image/png")


def test_an_open_file_is_read_from_where_it_stands_and_left_there() -> None:
    file = io.BytesIO(b"front matter" + PDF)
    file.seek(len(b"front matter"))

    assert document(file)["source"] == of_base64(PDF, "application/pdf")
    assert file.tell() == len(b"front matter")


def test_a_url_is_left_to_the_api_to_fetch() -> None:
    assert image("https://example.com/a.png") == {
        "type": "image",
        "source": {"type": "url", "url": "https://example.com/a.png"},
    }
    assert document("https://example.com/a.pdf")["source"] == {"type": "url", "url": "https://example.com/a.pdf"}


def test_an_uploaded_file_is_named_by_its_id() -> None:
    assert image(file_id="file_1") == {"type": "image", "source": {"type": "file", "file_id": "file_1"}}
    assert document(file_id="file_1")["source"] == {"type": "file", "file_id": "file_1"}


def test_a_document_may_be_a_pdf_or_any_text(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_bytes("\ufeffThe sea is blue. \N{WAVING HAND SIGN}".encode())

    assert document(PDF)["source"] == of_base64(PDF, "application/pdf")
    for block in (document(notes), document(text="The sea is blue. \N{WAVING HAND SIGN}")):
        assert block == {
            "type": "document",
            "source": {"type": "text", "media_type": "text/plain", "data": "The sea is blue. \N{WAVING HAND SIGN}"},
        }


def test_what_is_said_about_a_document_is_in_its_block_and_what_is_not_is_left_out() -> None:
    block = document(
        text="x", title="X", context="About x.", citations=True, cache_control={"type": "ephemeral", "ttl": "1h"}
    )

    assert {**block, "source": None} == {
        "type": "document",
        "source": None,
        "title": "X",
        "context": "About x.",
        "citations": {"enabled": True},
        "cache_control": {"type": "ephemeral", "ttl": "1h"},
    }
    assert document(text="x", citations=False).get("citations") == {"enabled": False}
    assert image(PNG, cache_control={"type": "ephemeral"}).get("cache_control") == {"type": "ephemeral"}
    assert image(PNG, transformations={"oversized_image": "error"}).get("transformations")


# ---- what it is ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PNG, "image/png"), (JPEG, "image/jpeg"), (GIF, "image/gif"), (WEBP, "image/webp")],
)
def test_the_media_type_is_that_of_the_content_whatever_the_name_says(
    tmp_path: Path, content: bytes, media_type: str
) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)

    assert image(path)["source"] == of_base64(content, media_type)


def test_what_the_api_does_not_take_is_refused_by_name(tmp_path: Path) -> None:
    def at(name: str, content: bytes) -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    with pytest.raises(ValueError, match=r"a\.svg is text/plain, and an image is JPEG, PNG, GIF or WebP$"):
        image(at("a.svg", b"<svg/>"))
    with pytest.raises(ValueError, match=r"a\.pdf is application/pdf.*: document\(\) takes it"):
        image(at("a.pdf", PDF))
    with pytest.raises(ValueError, match=r"a\.png is image/png.*: image\(\) takes it"):
        document(at("a.png", PNG))
    with pytest.raises(ValueError, match=r"a\.docx is application/zip, and a document is a PDF or text"):
        document(at("a.docx", b"PK\x03\x04"))
    with pytest.raises(ValueError, match=r"empty\.txt is empty"):
        document(at("empty.txt", b""))
    with pytest.raises(ValueError, match=r"old\.txt is not valid UTF-8: decode it"):
        document(at("old.txt", b"x" * 5000 + "caf\xe9".encode("latin-1")))
    with pytest.raises(ValueError, match="the image is application/octet-stream"):
        image(b"\0\1\2")


@pytest.mark.parametrize("rest", [b"\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", b"\n1 0 obj\n"], ids=["binary", "ASCII"])
@pytest.mark.parametrize(
    "before",
    [b"", b"\n", b"\r\n\r\n", b"\xef\xbb\xbf", b"  ", b"Content-Type: application/pdf\r\n\r\n", b"\n" * 1023],
)
@pytest.mark.parametrize("name", ["report.pdf", "download", None])
def test_a_pdf_may_have_other_bytes_before_its_header(
    tmp_path: Path, before: bytes, rest: bytes, name: str | None
) -> None:
    content = before + b"%PDF-1.7" + rest
    if name is not None:
        (tmp_path / name).write_bytes(content)

    block = document(tmp_path / name if name is not None else content)

    assert block["source"] == of_base64(content, "application/pdf")


def test_a_pdf_may_stand_behind_a_header_of_macos_or_in_the_middle_of_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"junk %PDF-1.4 1 0 obj")
    for given in (b"\0" * 128 + b"%PDF-1.4\n", tmp_path / "a.pdf"):
        assert document(given)["source"].get("media_type") == "application/pdf"


def test_a_text_that_speaks_of_pdf_is_a_text(tmp_path: Path) -> None:
    texts = {
        "a.md": "# PDF\n\n%PDF-1.7\n1 0 obj\n",
        "a.py": 'HEADER = b"%PDF-1.7"\n',
        "notes": "A file begins with %PDF-1.7 and ends with %%EOF.",
        "later": "\n" * 1024 + "%PDF-1.7\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
        assert document(tmp_path / name)["source"] == {"type": "text", "media_type": "text/plain", "data": text}, name


def test_a_text_may_begin_with_a_byte_order_mark_or_white_space() -> None:
    assert document(b"\xef\xbb\xbfcaf\xc3\xa9")["source"].get("data") == "café"
    assert document(b"\n \t text")["source"].get("data") == "\n \t text"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic"),
        (b"II*\0\x08\0", "image/tiff"),
        (b"\n" + PNG, "application/octet-stream"),
    ],
)
def test_an_image_of_another_kind_is_named(content: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=f"the image is {message}, and an image is JPEG, PNG, GIF or WebP"):
        image(content)


def test_text_in_utf_16_is_told_as_such() -> None:
    with pytest.raises(ValueError, match="looks like text in UTF-16: decode it"):
        document("text".encode("utf-16"))


def test_a_file_that_gives_a_byte_at_a_time_is_read_whole() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(1 if size else 0)

    assert image(Slow(PNG))["source"] == of_base64(PNG, "image/png")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_device_without_an_end_is_read_as_far_as_a_message_goes() -> None:
    with pytest.raises(ValueError, match=r"/dev/zero has more than 33,554,432 bytes \(32 MB\)"):
        document("/dev/zero")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"boat-of-nobody\.png"):
        image("boat-of-nobody.png")
    with pytest.raises(IsADirectoryError, match="is a folder"):
        document(DATA)


@pytest.mark.parametrize(
    ("wrong", "error_type", "message"),
    [
        (lambda: image(), TypeError, "exactly one of a source and file_id"),
        (lambda: document(PDF, text="x"), TypeError, "exactly one of a source, text and file_id"),
        (lambda: image("http://example.com/a.png"), ValueError, "https:// only"),
        (lambda: image("https://example.com/a.png", via="files", client=Client()), ValueError, "fetches it by itself"),
        (lambda: image(PNG, via="files"), TypeError, "client=client"),
        (lambda: image(io.StringIO("x")), TypeError, "open for text"),
        (lambda: image(3), TypeError, "not int"),
        (lambda: image(base64.b64encode(PNG * 3).decode()), ValueError, "iVBORw0KGgoAAAANSUhE.*b64decode"),
        (lambda: document("data:application/pdf;base64,JVBERi"), ValueError, "as a string, not content.*text="),
    ],
)
def test_what_cannot_be_meant_is_told(wrong: Any, error_type: type[Exception], message: str) -> None:
    with pytest.raises(error_type, match=message):
        wrong()


def test_what_is_too_large_for_a_message_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(b"%PDF-1.7")
    os.truncate(path, 24 * 1024 * 1024 + 1)

    with pytest.raises(
        ValueError, match=r"large\.pdf has 25,165,825 bytes.*document\(\.\.\., via='files', client=client\)"
    ):
        document(path)

    os.truncate(path, 24 * 1024 * 1024)
    assert document(path)["source"]["type"] == "base64"


# ---- through the Files API -------------------------------------------------------------------------------------


def test_a_file_is_uploaded_once_for_a_client_whatever_it_is_given_as(both: Both, server: Server) -> None:
    server.replies(reply(FILE))
    blocks: list[Any] = []

    def body(client: Any) -> Any:
        for source in (DATA / "boat.png", PNG, io.BytesIO(PNG)):
            block = image(source, via="files", client=client, cache_control={"type": "ephemeral"})
            blocks.append((yield block) if both.is_async else block)

    both.run(body)

    file = {"type": "file", "file_id": "file_1"}
    assert blocks == [{"type": "image", "source": file, "cache_control": {"type": "ephemeral"}}] * 3
    assert [(r.method, r.path) for r in server.received] == [
        ("POST", "/v1/files"),
        ("GET", "/v1/files/file_1"),
        ("GET", "/v1/files/file_1"),
    ]
    assert b'filename="boat.png"\r\nContent-Type: image/png' in server.received[0].body
    assert PNG in server.received[0].body


def test_a_file_that_many_want_at_once_is_uploaded_once(server: Server) -> None:
    server.replies(reply(FILE))

    with Client(api_key="k", base_url=server.url) as client, ThreadPoolExecutor(4) as pool:
        blocks = list(pool.map(lambda _: image(PNG, via="files", client=client), range(4)))

    assert [block["source"] for block in blocks] == [{"type": "file", "file_id": "file_1"}] * 4
    assert sorted(request.method for request in server.received) == ["GET"] * 3 + ["POST"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_file_that_many_tasks_want_at_once_is_uploaded_once(server: Server, backend: str) -> None:
    server.replies(reply(FILE))

    async def go() -> None:
        async def make() -> None:
            await image(PNG, via="files", client=client)

        async with AsyncClient(api_key="k", base_url=server.url) as client, anyio.create_task_group() as tasks:
            for _ in range(4):
                tasks.start_soon(make)

    anyio.run(go, backend=backend)

    assert sorted(request.method for request in server.received) == ["GET"] * 3 + ["POST"]


def test_a_file_that_is_no_longer_there_is_uploaded_again(both: Both, server: Server) -> None:
    server.replies(reply(FILE), error(404, "not_found_error"), reply({**FILE, "id": "file_2"}))

    def body(client: Any) -> Any:
        first = document(text_bytes, via="files", client=client)
        first = (yield first) if both.is_async else first
        again = document(text_bytes, via="files", client=client)
        again = (yield again) if both.is_async else again
        return first["source"]["file_id"], again["source"]["file_id"]

    text_bytes = b"# Notes"

    assert both.run(body) == ("file_1", "file_2")
    assert b'filename="document.txt"\r\nContent-Type: text/plain' in server.received[0].body


def test_what_comes_through_a_pipe_is_uploaded_whole(both: Both, server: Server, pipe: Any) -> None:
    server.replies(reply(FILE))

    def body(client: Any) -> Any:
        block = image(pipe, via="files", client=client)
        return (yield block) if both.is_async else block

    assert both.run(body)["source"]["file_id"] == "file_1"
    assert PNG in server.received[0].body


def test_the_sandbox_takes_what_was_made() -> None:
    with Client(base_url="sandbox:") as client:
        content: Any = [
            image(DATA / "boat.png"),
            document(PDF, title="Invoice"),
            document(DATA / "invoice.pdf", via="files", client=client),
            document(text="The sea is blue.", citations=True),
            {"type": "text", "text": "What is there?"},
        ]
        message = client.messages.create(
            model="claude-opus-5", max_tokens=300, messages=[{"role": "user", "content": content}]
        )

    assert "320 x 200 pixels" in message.text
    assert "application/pdf" in message.text
