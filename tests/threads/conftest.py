"""A sandbox that a test tells what to reply, and each client in turn calling it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from both import Both
from claude_client.sandbox import Sandbox


@pytest.fixture
def told() -> Iterator[Sandbox]:
    """A sandbox that only this test tells what to do."""
    with Sandbox() as running:
        yield running


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, told: Sandbox) -> Both:
    """Each client in turn, calling it."""
    return Both(request.param, base_url=told.url, api_key=told.api_key, max_retries=0)
