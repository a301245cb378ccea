"""A sandbox that a test tells what to reply, and each client in turn calling it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from both import Both
from claude_client.sandbox import Sandbox


@pytest.fixture(scope="session")
def running() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def told(running: Sandbox) -> Sandbox:
    """A sandbox that only this test tells what to do: it has forgotten what others told it."""
    running.reset(state=True)
    return running


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, told: Sandbox) -> Both:
    """Each client in turn, calling it."""
    return Both(request.param, base_url=told.url, api_key=told.api_key, max_retries=0)
