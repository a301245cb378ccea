"""Checked by pyright strict and mypy strict: the types are these, and each wrong use is an error (no ignore is unneeded)."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from pydantic import BaseModel
from typing_extensions import assert_type

from claude_client import AsyncClient, Client


class Invoice(BaseModel):
    number: str


def frames(client: Client) -> None:
    assert_type(client.models.list().to_pandas(), pd.DataFrame)
    assert_type(client.admin.cost_report.retrieve(starting_at="x").to_pandas(all_pages=False), pd.DataFrame)
    assert_type(client.messages.batches.results("b").to_pandas(), pd.DataFrame)
    assert_type(client.messages.batches.results("b", output_format=Invoice).to_pandas(), pd.DataFrame)
    client.models.list().to_pandas(all="x")  # type: ignore[call-arg]
    client.messages.create(model="m", max_tokens=1, messages=[], stream=True).to_pandas()  # type: ignore[attr-defined]


async def frames_on_the_async_client(client: AsyncClient) -> None:
    assert_type(await client.models.list().to_pandas(), pd.DataFrame)
    assert_type(await (await client.models.list()).to_pandas(all_pages=False), pd.DataFrame)
    assert_type(await (await client.messages.batches.results("b")).to_pandas(), pd.DataFrame)


def charts(client: Client, ax: Axes) -> None:
    usage = client.admin.usage_report.retrieve_messages(starting_at="x", group_by=["model"])
    assert_type(usage.plot(), Axes)
    assert_type(usage.plot(by="api_key", most=3, names={"a": "b"}, title="t", ax=ax, all_pages=False), Axes)
    assert_type(client.admin.cost_report.retrieve(starting_at="x").plot(by="workspace"), Axes)
    usage.plot(by="modle")  # type: ignore[arg-type]
    usage.plot(titel="x")  # type: ignore[call-arg]
    client.models.list().plot()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


async def charts_on_the_async_client(client: AsyncClient) -> None:
    usage = client.admin.usage_report.retrieve_messages(starting_at="x")
    assert_type(await usage.plot(by="token_type"), Axes)
    assert_type(await (await usage).plot(by="total"), Axes)
    await client.models.list().plot()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
