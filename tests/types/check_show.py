"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from typing_extensions import assert_type

from claude_client import AsyncClient, AsyncDownload, Client, Download
from claude_client.types import FileMetadata, MessageBatch, ModelInfo


def tell(done: int, total: int | None) -> None:
    """What a program shows for itself."""


def wrong(done: str) -> None:
    """Takes something else."""


def progress_on_client(client: Client) -> None:
    assert_type(client.files.upload(file=b"abc", progress=True), FileMetadata)
    assert_type(client.files.upload(file=b"abc", progress=tell), FileMetadata)
    assert_type(client.files.download("file_1", progress=lambda done, total: print(done, total)), Download)
    assert_type(client.messages.batches.wait("msgbatch_1", progress=tell, deadline=60.0), MessageBatch)
    assert_type(client.models.list().iter_items(progress=True), Iterator[ModelInfo])
    client.files.upload(file=b"abc", progress=wrong)  # type: ignore[arg-type]
    client.messages.batches.wait("msgbatch_1", interval=1.0)  # type: ignore[call-arg]


async def progress_on_async_client(client: AsyncClient) -> None:
    assert_type(await client.files.upload(file=b"abc", progress=tell), FileMetadata)
    assert_type(await client.files.download("file_1", progress=True), AsyncDownload)
    assert_type(await client.messages.batches.wait("msgbatch_1", poll_interval=1.0), MessageBatch)
    assert_type(client.models.list().iter_items(progress=True), AsyncIterator[ModelInfo])
    assert_type((await client.models.list()).iter_items(), AsyncIterator[ModelInfo])
