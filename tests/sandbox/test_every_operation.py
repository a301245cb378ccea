"""Every operation of the API is called on both clients, and what the sandbox returns is read strictly.

The response types refuse what the facts do not have. What is called in turn stands in `tests/walks.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import walks
from api_facts import operations as all_operations
from both import Both, items
from claude_client.sandbox import Sandbox
from claude_client.sandbox.endpoints import ENDPOINTS

OPERATIONS = {each["operationId"]: (verb, path, each) for verb, path, each in all_operations()}
OF_SESSIONS = ("sessions.", "environments.work.")
"""They have tests of their own."""


class Api(walks.Api):
    """Calls one of our clients."""

    def __init__(self, client: Any, sandbox: Sandbox) -> None:
        super().__init__()
        self.client = client
        self.sandbox = sandbox
        self.called: list[str] = []

    def __call__(self, operation: str, **arguments: Any) -> Any:
        call = self.client
        for name in operation.split("."):
            call = getattr(call, name)
        self.called.append(operation)
        return call(**arguments)

    def control(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        response = httpx.post(f"{self.sandbox.url}/_sandbox/{name}", json=body, timeout=30)
        assert response.status_code == 200, response.text
        return response.json()

    def list(self, lines: Any) -> Any:
        return items(lines)


@pytest.fixture(scope="module")
def serving() -> Iterator[Sandbox]:
    with Sandbox(batch_delay=0) as running:
        yield running


def walk(kind: str, sandbox: Sandbox, steps: walks.Walk) -> Api:
    """Go a walk on a client."""
    apis: list[Api] = []

    def body(client: Any) -> walks.Steps:
        apis.append(Api(client, sandbox))
        yield from steps(apis[0])

    options: dict[str, Any] = {"max_retries": 0, "strict": True, "auth_token": "token"}
    keys = {"api_key": sandbox.api_key, "admin_api_key": sandbox.admin_api_key}
    Both(kind, base_url=sandbox.url, **options, **keys).run(body)
    return apis[0]


@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])
@pytest.mark.parametrize("steps", walks.WALKS, ids=lambda each: each.__name__)
def test_it_is_served_as_the_types_say(serving: Sandbox, kind: str, steps: walks.Walk) -> None:
    walk(kind, serving, steps)


def test_the_walks_call_every_operation_of_the_facts(serving: Sandbox) -> None:
    called = {name for steps in walks.WALKS for name in walk("sync", serving, steps).called}

    assert {name for name in OPERATIONS if not name.startswith(OF_SESSIONS)} == called


def test_every_endpoint_is_an_operation_of_the_facts() -> None:
    assert {(each.method, each.path) for each in ENDPOINTS} <= {(verb, path) for verb, path, _ in OPERATIONS.values()}
