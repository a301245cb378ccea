"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from pathlib import Path
from typing import IO

from typing_extensions import assert_type

from claude_client import AsyncClient, Client, document, image
from claude_client.types import DocumentBlockParam, ImageBlockParam


def content(client: Client, file: IO[bytes]) -> None:
    assert_type(image("boat.png"), ImageBlockParam)
    assert_type(image(Path("boat.png"), cache_control={"type": "ephemeral"}), ImageBlockParam)
    assert_type(image(file_id="file_1"), ImageBlockParam)
    assert_type(image(file, via="files", client=client), ImageBlockParam)
    assert_type(document(text="x", title="X", citations=True), DocumentBlockParam)
    client.messages.create(
        model="m", max_tokens=1, messages=[{"role": "user", "content": [image(b"x"), document(file)]}]
    )


async def on_the_async_client(client: AsyncClient) -> None:
    assert_type(await image("boat.png", via="files", client=client), ImageBlockParam)
    assert_type(await document(b"x", via="files", client=client, title="X"), DocumentBlockParam)


def wrong_uses(client: AsyncClient) -> None:
    document(text="x", file_id="y")  # type: ignore[call-overload]
    image("boat.png", via="files")  # type: ignore[call-overload]
    image(3)  # type: ignore[call-overload]
    image("boat.png", via="files", client=client)["type"]  # type: ignore[index]
