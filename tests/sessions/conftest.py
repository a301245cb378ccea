"""A sandbox with an agent that calls a tool, and sessions of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from both import Both
from claude_client import Client
from claude_client.sandbox import Sandbox
from claude_client.sessions import custom_tool
from harbour import QUESTION, get_tide


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def api(sandbox: Sandbox) -> Iterator[Any]:
    """Looks at the sandbox and changes it, beside the client under test."""
    with Client(base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0) as client:
        yield client.beta


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, sandbox: Sandbox) -> Both:
    return Both(request.param, base_url=sandbox.url, api_key=sandbox.api_key, max_retries=2)


@pytest.fixture
def make_session(api: Any) -> Callable[..., Any]:
    """Makes a session that has been asked something; its agent wants to call `get_tide`."""

    def make(*, tools: Any = None, config: str = "self_hosted", asked: bool = True) -> Any:
        agent = api.agents.create(name="harbour", model="claude-opus-5", tools=tools or [custom_tool(get_tide)])
        environment = api.environments.create(name="here", config={"type": config})
        events = [QUESTION] if asked else []
        return api.sessions.create(agent=agent.id, environment_id=environment.id, initial_events=events)

    return make
