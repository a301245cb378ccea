"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator

from pydantic import BaseModel
from typing_extensions import assert_type

from claude_client import AsyncClient, AsyncDownload, Client, Download
from claude_client.types import FileMetadata, Message, MessageBatch, MessageParam, ModelInfo, ParsedMessage

HI: list[MessageParam] = [{"role": "user", "content": "Hi"}]


class City(BaseModel):
    name: str


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
    with client.messages.stream(model="m", max_tokens=1, messages=HI) as stream:
        assert_type(stream.show(), Message)
        assert_type(stream.show(file=sys.stderr), Message)
        stream.show(file="out.txt")  # type: ignore[call-overload]
    with client.messages.stream(model="m", max_tokens=1, messages=HI, output_format=City) as parsed:
        assert_type(parsed.show(), ParsedMessage[City])
    for each in client.messages.run_tools(model="m", max_tokens=1, messages=HI, stream=True):
        assert_type(each.show(), Message)
    client.files.upload(file=b"abc", progress=wrong)  # type: ignore[arg-type]
    client.messages.batches.wait("msgbatch_1", interval=1.0)  # type: ignore[call-arg]


async def progress_on_async_client(client: AsyncClient) -> None:
    async with client.messages.stream(model="m", max_tokens=1, messages=HI) as stream:
        assert_type(await stream.show(), Message)
    async with client.messages.stream(model="m", max_tokens=1, messages=HI, output_format=City) as parsed:
        assert_type(await parsed.show(), ParsedMessage[City])
    assert_type(await client.files.upload(file=b"abc", progress=tell), FileMetadata)
    assert_type(await client.files.download("file_1", progress=True), AsyncDownload)
    assert_type(await client.messages.batches.wait("msgbatch_1", poll_interval=1.0), MessageBatch)
    assert_type(client.models.list().iter_items(progress=True), AsyncIterator[ModelInfo])
    assert_type((await client.models.list()).iter_items(), AsyncIterator[ModelInfo])
