"""What type checkers make of uploads and downloads: read by them, never run."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from typing_extensions import assert_type

from claude_client import AsyncClient, AsyncPage, AsyncPaginator, AsyncResponse, Client, Page, Response
from claude_client.files.download import AsyncDownload, Download
from claude_client.types import FileMetadata, Skill, SkillVersion


def uploads(client: Client, path: Path) -> None:
    assert_type(client.files.upload(file=path), FileMetadata)
    client.files.upload(file="a.pdf")
    client.files.upload(file=b"abc")
    client.files.upload(file=io.BytesIO(b"abc"), expires_in_seconds=3600, betas=["x"])
    client.files.upload(file=("a.pdf", b"abc"))
    client.files.upload(file=("a.pdf", path, "application/pdf"))
    client.files.upload(file=(None, path, None, {"x": "1"}))
    with path.open("rb") as file:
        client.files.upload(file=file)
    with path.open() as text:
        client.files.upload(file=text)  # type: ignore[arg-type]
    client.files.upload()  # type: ignore[call-arg]


def downloads(client: Client) -> None:
    download = client.files.download("file_1")
    assert_type(download, Download)
    assert_type(download.read(), bytes)
    assert_type(download.iter_bytes(), Iterator[bytes])
    assert_type(download.write_to_file("a"), Path)
    with client.files.download("file_1") as entered:
        assert_type(entered, Download)
    assert_type(client.files.with_raw_response.download("file_1"), Response[Download])
    assert_type(client.files.list(), Page[FileMetadata])


async def asynchronous(client: AsyncClient) -> None:
    assert_type(await client.files.upload(file=b"abc"), FileMetadata)
    async with await client.files.download("file_1") as download:
        assert_type(download, AsyncDownload)
        assert_type(await download.read(), bytes)
        assert_type(await download.write_to_file("a"), Path)
        async for chunk in download.iter_bytes():
            assert_type(chunk, bytes)
    assert_type(await client.files.with_raw_response.download("file_1"), AsyncResponse[AsyncDownload])
    assert_type(client.files.list(), AsyncPaginator[FileMetadata])
    assert_type(await client.files.list(), AsyncPage[FileMetadata])


def skills(client: Client, path: Path) -> None:
    assert_type(client.skills.create(path=path, display_name="x"), Skill)
    assert_type(client.skills.create(files=[("s/SKILL.md", b"abc"), ("s/a", path)]), Skill)
    client.skills.create(path=3)  # type: ignore[arg-type]
    assert_type(client.skills.versions.create("s", path="a.zip"), SkillVersion)
    assert_type(client.skills.versions.list("s"), Page[SkillVersion])
    assert_type(client.skills.versions.download("latest", skill_id="s"), Download)
    assert_type(client.with_raw_response.skills.versions.retrieve("v", skill_id="s"), Response[SkillVersion])
    client.skills.versions.retrieve("v")  # type: ignore[call-arg]


async def asynchronous_skills(client: AsyncClient) -> None:
    assert_type(await client.skills.create(path="folder"), Skill)
    assert_type(await client.skills.versions.download("latest", skill_id="s"), AsyncDownload)
