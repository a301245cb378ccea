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
def both(request: pytest.FixtureRequest, hostile: Hostile) -> Both:
    """Each client in turn, talking to the hostile server, without retries."""
    return Both(request.param, api_key="sk-ant-test", base_url=hostile.url, max_retries=0)
