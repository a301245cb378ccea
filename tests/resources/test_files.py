"""The Files API, on both clients, against a server on loopback that keeps what came."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from both import Both, entered, items
from claude_client import errors
from claude_client.types import DeletedFile, FileMetadata
from server import Server, reply


def file(id_: str = "file_1", **more: Any) -> dict[str, Any]:
    return {
        "type": "file",
        "id": id_,
        "created_at": "2026-01-02T03:04:05Z",
        "filename": "a.pdf",
        "mime_type": "application/pdf",
        "size_bytes": 3,
        "downloadable": False,
        **more,
    }


def test_a_file_is_uploaded(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(reply(file(expires_at="2026-01-02T04:04:05Z"), request_id="req_1"))
    (tmp_path / "a.pdf").write_bytes(b"%PDF")

    made = both.run(
        lambda client: client.files.upload(
            file=tmp_path / "a.pdf", expires_in_seconds=3600, workspace_id="wrkspc_1", betas=["x-2026"]
        )
    )

    assert isinstance(made, FileMetadata)
    assert made.expires_at == datetime(2026, 1, 2, 4, 4, 5, tzinfo=timezone.utc)
    assert made._request_id == "req_1"
    (request,) = server.received
    assert (request.method, request.path, request.query) == ("POST", "/v1/files", [])
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert request.headers["accept"] == "application/json"
    assert request.headers["anthropic-workspace-id"] == "wrkspc_1"
    assert request.headers["anthropic-beta"] == "x-2026"


def test_extra_fields_are_sent_with_a_file(both: Both, server: Server) -> None:
    server.replies(reply(file()))

    both.run(lambda client: client.files.upload(file=b"abc", extra_body={"purpose": "x", "tags": ["a", "b"]}))

    body = server.received[0].body
    assert b'name="purpose"\r\n\r\nx\r\n' in body
    assert body.count(b'name="tags[]"') == 2


@pytest.mark.parametrize(
    "name", ["", "x" * 256, "a<b.txt", "a:b.txt", 'a"b.txt', "a|b", "a?b", "a*b", "a\\b", "a/b", "a\nb", "a\0b"]
)
def test_a_name_that_the_api_refuses_is_refused_before_anything_is_sent(both: Both, server: Server, name: str) -> None:
    with pytest.raises(ValueError, match="give another one with file=") as caught:
        both.run(lambda client: client.files.upload(file=(name, b"abc")))

    assert repr(name) in str(caught.value)
    assert server.received == []


def test_a_path_whose_name_the_api_refuses_can_be_given_another(both: Both, server: Server, tmp_path: Path) -> None:
    (tmp_path / "12:30.txt").write_bytes(b"abc")
    server.replies(reply(file()))

    with pytest.raises(ValueError, match="':'"):
        both.run(lambda client: client.files.upload(file=tmp_path / "12:30.txt"))
    both.run(lambda client: client.files.upload(file=("12.30.txt", tmp_path / "12:30.txt")))

    assert b'filename="12.30.txt"' in server.received[0].body


def test_a_gateway_can_take_larger_or_smaller_files(both: Both, server: Server) -> None:
    server.replies(reply(file()))

    with pytest.raises(errors.RequestTooLargeError, match="limit of 100 bytes for POST /v1/files"):
        both.run(lambda client: client.files.upload(file=b"x" * 100), size_limits={"files": 100})

    assert server.received == []


def test_files_are_listed_over_all_pages(both: Both, server: Server) -> None:
    server.replies(
        reply({"data": [file("file_1"), file("file_2")], "next_page": "page_2"}),
        reply({"data": [file("file_3")], "next_page": None}),
    )

    def body(client: Any) -> Any:
        return [found.id for found in (yield items(client.files.list(limit=2, ids=["a", "b"])))]

    assert both.run(body) == ["file_1", "file_2", "file_3"]
    first = [("limit", "2"), ("ids[]", "a"), ("ids[]", "b")]
    assert [sorted(request.query) for request in server.received] == [
        sorted(first),
        sorted([*first, ("page", "page_2")]),
    ]


def test_files_are_listed_as_before_the_release_of_the_api(both: Both, server: Server) -> None:
    server.replies(
        reply({"data": [file("file_1")], "has_more": True, "first_id": "file_1", "last_id": "file_1"}),
        reply({"data": [file("file_2")], "has_more": False, "first_id": "file_2", "last_id": "file_2"}),
    )

    def body(client: Any) -> Any:
        return [found.id for found in (yield items(client.files.list(betas=["files-api-2025-04-14"])))]

    assert both.run(body) == ["file_1", "file_2"]
    assert server.received[1].query == [("after_id", "file_1")]


def test_a_file_is_described(both: Both, server: Server) -> None:
    server.replies(reply(file(scope={"type": "session", "id": "session_1"})))

    found = both.run(lambda client: client.files.retrieve_metadata("file_1"))

    assert (found.filename, found.size_bytes, found.downloadable, found.scope.id) == ("a.pdf", 3, False, "session_1")
    assert (server.received[0].method, server.received[0].target) == ("GET", "/v1/files/file_1")


def test_a_file_is_deleted(both: Both, server: Server) -> None:
    server.replies(reply({"id": "file_1", "type": "file_deleted"}))

    gone = both.run(lambda client: client.files.delete("file_1"))

    assert isinstance(gone, DeletedFile)
    assert (server.received[0].method, server.received[0].target) == ("DELETE", "/v1/files/file_1")


@pytest.mark.parametrize("call", ["retrieve_metadata", "delete", "download"])
@pytest.mark.parametrize("id_", ["", ".", ".."])
def test_an_id_that_would_change_the_path_is_refused(both: Both, server: Server, call: str, id_: str) -> None:
    with pytest.raises(ValueError, match="file_id="):
        both.run(lambda client: getattr(client.files, call)(id_))

    assert server.received == []


def test_the_views_give_responses(both: Both, server: Server) -> None:
    server.replies(reply(file(), request_id="req_1"))

    def body(client: Any) -> Any:
        raw = yield client.files.with_raw_response.upload(file=b"abc")
        assert (raw.request_id, (yield raw.parse()).id) == ("req_1", "file_1")
        streamed = yield entered(client.files.with_streaming_response.retrieve_metadata("file_1"))
        return (yield streamed.parse()).id

    assert both.run(body) == "file_1"
