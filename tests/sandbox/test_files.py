"""`/v1/files` over real HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from claude_client.sandbox import Sandbox

from .asking import message, refusal, text

OLDER = {"anthropic-beta": "files-api-2025-04-14"}


def upload(api: httpx.Client, name: str = "notes.txt", content: bytes = b"Some notes.", **fields: Any) -> Any:
    response = api.post("/v1/files", files={"file": (name, content)}, data=fields)
    assert response.status_code == 200, response.text
    return response.json()


def test_an_uploaded_file_is_described(api: httpx.Client) -> None:
    file = upload(api)

    assert file["id"].startswith("file_")
    assert (file["filename"], file["mime_type"], file["size_bytes"]) == ("notes.txt", "text/plain", 11)
    assert file["downloadable"] is False
    assert api.get(f"/v1/files/{file['id']}").json() == file


def test_the_type_of_a_file_comes_from_its_first_bytes_where_nothing_else_tells(api: httpx.Client) -> None:
    assert upload(api, "scan", b"%PDF-1.7")["mime_type"] == "application/pdf"


def test_an_uploaded_file_can_not_be_downloaded(api: httpx.Client) -> None:
    response = api.get(f"/v1/files/{upload(api)['id']}/content")

    assert response.status_code == 400
    assert response.json()["error"]["details"] == {"error_code": "file_not_downloadable"}


def test_a_generated_file_can_be_downloaded(sandbox: Sandbox, api: httpx.Client) -> None:
    parts = [bytes([number]) * 1000 for number in range(5)]
    id = sandbox.generate_file("data.bin", parts)

    response = api.get(f"/v1/files/{id}/content")

    assert response.content == b"".join(parts)
    assert response.headers["content-length"] == "5000"
    assert "data.bin" in response.headers["content-disposition"]


def test_files_are_listed_newest_first_in_pages_with_a_token(api: httpx.Client) -> None:
    ids = [upload(api)["id"] for _ in range(3)][::-1]

    first = api.get("/v1/files", params={"limit": 2}).json()
    second = api.get("/v1/files", params={"limit": 2, "page": first["next_page"]}).json()

    assert [file["id"] for file in first["data"]] == ids[:2]
    assert second["data"][0]["id"] == ids[2]
    assert set(first) == {"data", "next_page"}


def test_files_are_listed_by_their_ids(api: httpx.Client) -> None:
    ids = [upload(api)["id"] for _ in range(3)]

    page = api.get("/v1/files", params={"ids[]": ids[:2]}).json()

    assert {file["id"] for file in page["data"]} == set(ids[:2])


def test_the_older_beta_has_pages_between_ids(api: httpx.Client) -> None:
    upload(api)

    page = api.get("/v1/files", headers=OLDER).json()

    assert set(page) == {"data", "has_more", "first_id", "last_id"}
    assert "expires_at" not in page["data"][0]


def test_a_deleted_file_is_gone(api: httpx.Client) -> None:
    id = upload(api)["id"]

    assert api.delete(f"/v1/files/{id}").json() == {"id": id, "type": "file_deleted"}
    assert api.get(f"/v1/files/{id}").status_code == 404


def test_a_file_can_be_attached_to_a_message(api: httpx.Client) -> None:
    id = upload(api, "poem.txt", b"Roses are red.")["id"]
    block = {"type": "document", "source": {"type": "file", "file_id": id}}

    response = message(api, [block, {"type": "text", "text": "What color are roses?"}])

    assert "poem.txt" in text(response)
    assert "Roses are red." in text(response)


def test_a_message_with_an_unknown_file_is_refused(api: httpx.Client) -> None:
    block = {"type": "document", "source": {"type": "file", "file_id": "file_none"}}

    response = api.post(
        "/v1/messages",
        json={"model": "claude-opus-5", "max_tokens": 9, "messages": [{"role": "user", "content": [block]}]},
    )

    assert refusal(response) == (404, "File not found: file_none")


@pytest.mark.parametrize("seconds", ["10", "7776001", "soon"])
def test_an_expiry_out_of_bounds_is_refused(api: httpx.Client, seconds: str) -> None:
    response = api.post("/v1/files", files={"file": ("a", b"a")}, data={"expires_in_seconds": seconds})

    assert refusal(response) == (400, "expires_in_seconds: Input should be between 3600 and 7776000")


def test_a_file_may_expire(api: httpx.Client) -> None:
    assert upload(api, expires_in_seconds="3600")["expires_at"]
    assert upload(api)["expires_at"] is None


@pytest.mark.parametrize("name", ["a/b", "a:b", "x" * 256])
def test_a_forbidden_name_is_refused(api: httpx.Client, name: str) -> None:
    assert api.post("/v1/files", files={"file": (name, b"a")}).status_code == 400


def test_a_form_without_a_file_is_refused(api: httpx.Client) -> None:
    assert refusal(api.post("/v1/files", files={"other": ("a", b"a")})) == (400, "file: Field required")
    assert api.post("/v1/files", json={}).status_code == 400


def test_a_file_of_many_parts_is_kept_whole(sandbox: Sandbox, api: httpx.Client) -> None:
    file = upload(api, "big.bin", b"0123456789" * 500_000)

    assert file["size_bytes"] == 5_000_000
