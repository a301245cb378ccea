"""The sandbox's cost report agrees with what a client works out from the messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from claude_client import Client
from claude_client.sandbox import Sandbox
from claude_client.sandbox.usage import PRICES, Used
from claude_client.types.cost import cost_of
from every import every

KINDS = {
    "uncached_input_tokens": {"input_tokens": 1000},
    "output_tokens": {"output_tokens": 1000},
    "cache_read_input_tokens": {"cache_read_input_tokens": 1000},
    "cache_creation.ephemeral_5m_input_tokens": {"cache_creation_input_tokens": 1000},
    "cache_creation.ephemeral_1h_input_tokens": {
        "cache_creation_input_tokens": 1000,
        "cache_creation": {"ephemeral_1h_input_tokens": 1000},
    },
}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def ask(text: str, **more: Any) -> dict[str, Any]:
    return {
        "model": "claude-opus-5",
        "max_tokens": 50,
        "messages": [{"role": "user", "content": text}],
        **more,
    }


def reported(client: Client) -> Decimal:
    """The dollars of the cost report of today and yesterday."""
    start = datetime.now(timezone.utc) - timedelta(days=1)
    report = client.admin.cost_report.retrieve(starting_at=start, ending_at=start + timedelta(days=2))
    return sum((Decimal(each.amount) for bucket in report for each in bucket.results), Decimal(0)) / 100


def test_the_report_agrees_to_the_cent_with_the_costs_of_all_messages(sandbox: Sandbox) -> None:
    long = {"type": "text", "text": "Cached. " * 3000, "cache_control": {"type": "ephemeral"}}
    hour = {**long, "text": "An hour. " * 3000, "cache_control": {"type": "ephemeral", "ttl": "1h"}}
    with Client(base_url=sandbox.url, api_key=sandbox.api_key, admin_api_key=sandbox.admin_api_key) as client:
        messages = [
            client.messages.create(**ask("Hello", model=model))
            for model in ("claude-opus-5", "claude-haiku-5-5", "claude-sonnet-4-6", "claude-mythos-5")
        ]
        messages += [client.messages.create(**ask("Hello", system=[system])) for system in (long, long, hour, hour)]
        messages.append(client.messages.create(**ask("word " * 210_000, model="claude-haiku-5-5")))
        messages.append(client.messages.create(**ask("Hello", inference_geo="us")))
        tools: Any = [{"type": "web_search_20250305", "name": "web_search"}]
        sandbox.reply("Found", usage={"server_tool_use": {"web_search_requests": 2, "web_fetch_requests": 0}})
        messages.append(client.messages.create(**ask("Search", tools=tools)))
        total = sum((message.cost().total for message in messages), Decimal(0))
        job = client.jobs.batch([ask("In a batch"), ask("And another")], poll_interval=0.05)
        total += sum((result.cost.total for result in job), Decimal(0))

        assert reported(client) == total
    kinds = {
        name
        for message in messages
        for name, part in vars(message.cost()).items()
        if isinstance(part, Decimal) and part
    }
    assert kinds >= {
        "input",
        "output",
        "cache_write_5m",
        "cache_write_1h",
        "cache_read",
        "long_context",
        "us_only",
        "server_tools",
    }


@every("model, kind, way", product(PRICES, KINDS, [{}, {"inference_geo": "us"}, {"service_tier": "batch"}]))
def test_each_price_is_that_of_the_client(model: str, kind: str, way: dict[str, str]) -> None:
    usage: dict[str, Any] = {**KINDS[kind], **way}
    what = {
        "model": model,
        "context_window": "0-200k",
        "speed": "standard",
        "inference_geo": "global",
        "service_tier": "standard",
        **way,
    }

    assert Used(what, kind, 1000).cents == cost_of(usage, model).total * 100
