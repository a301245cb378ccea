"""A sandbox for the whole session, and one of its own for a test that changes much."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from claude_client.sandbox import ADMIN_API_KEY, API_KEY, Sandbox

HEADERS = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def api(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Calls the sandbox with an ordinary key."""
    with httpx.Client(base_url=sandbox.url, headers=HEADERS, timeout=30) as client:
        yield client


@pytest.fixture
def admin(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Calls the sandbox with an admin key."""
    with httpx.Client(base_url=sandbox.url, headers=HEADERS | {"x-api-key": ADMIN_API_KEY}, timeout=30) as client:
        yield client
