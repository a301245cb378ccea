from __future__ import annotations

from collections.abc import Iterator

import pytest

from both import Both
from hostile import Hostile


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    """A server that misbehaves as told."""
    hostile = Hostile()
    yield hostile
    hostile.close()


@pytest.fixture(params=["sync", "asyncio", "trio"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each client in turn."""
    return str(request.param)


@pytest.fixture
def both(kind: str) -> Both:
    """Each client in turn, without retries; the test says where it connects to."""
    return Both(kind, api_key="sk-ant-test", max_retries=0)
