"""A sandbox for the whole session, and one of its own for a test that changes much."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import trustme

from both import Both
from claude_client import Client
from claude_client.sandbox import ADMIN_API_KEY, API_KEY, Sandbox

HEADERS = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one certificate authority."""
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(path))
    return path


@pytest.fixture(scope="module", autouse=True)
def one_authority(authority: Path) -> Iterator[None]:
    """Let httpx load one authority. All of them take 20 ms for each client, and nothing here speaks TLS."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(authority))
        yield


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


@pytest.fixture(scope="session")
def forgetful() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def told(forgetful: Sandbox) -> Sandbox:
    """A sandbox that only this test tells what to do: it has forgotten what others told it."""
    forgetful.reset(state=True)
    return forgetful


@pytest.fixture
def client(told: Sandbox) -> Iterator[Client]:
    """Calls it, once for each call."""
    with Client(base_url=told.url, api_key=told.api_key, max_retries=0) as client:
        yield client


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, told: Sandbox) -> Both:
    """Each client in turn, calling it."""
    return Both(request.param, base_url=told.url, api_key=told.api_key, max_retries=0)
