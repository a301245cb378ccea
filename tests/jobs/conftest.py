from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from both import Both
from claude_client.sandbox import Sandbox


def ask(number: int, **more: Any) -> dict[str, Any]:
    """The parameters of a request that can be told from others."""
    content = f"What is {number}?"
    return {"model": "claude-opus-5", "max_tokens": 20, "messages": [{"role": "user", "content": content}], **more}


def numbers_of(sandbox: Sandbox) -> list[int]:
    """Which requests arrived, by their numbers."""
    calls = [each for each in sandbox.requests if each.path == "/v1/messages"]
    return [int(each.json["messages"][0]["content"].removeprefix("What is ").removesuffix("?")) for each in calls]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, sandbox: Sandbox) -> Both:
    """Each client in turn, calling the sandbox."""
    return Both(request.param, base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0)
