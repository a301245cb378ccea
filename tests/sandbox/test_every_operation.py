"""Every operation of the API is called on both clients, and what the sandbox returns is read strictly.

The response types refuse what the facts do not have. What is called in turn stands in `tests/walks.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import walks
from api_facts import SPEC, example, last
from api_facts import operations as all_operations
from both import Both, items
from claude_client.sandbox import Sandbox
from claude_client.sandbox.endpoints import ENDPOINTS
from every import raise_failures

from .asking import refusal
from .conftest import HEADERS
from .facts import mistakes, schema

OPERATIONS = {each["operationId"]: (verb, path, each) for verb, path, each in all_operations()}


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


def walk(kind: str, sandbox: Sandbox, steps: walks.Walk, api: type[Api] = Api) -> Api:
    """Go a walk on a client."""
    apis: list[Api] = []

    def body(client: Any) -> walks.Steps:
        apis.append(api(client, sandbox))
        yield from steps(apis[0])

    options: dict[str, Any] = {"max_retries": 0, "strict": True, "auth_token": "token"}
    keys = {"api_key": sandbox.api_key, "admin_api_key": sandbox.admin_api_key}
    Both(kind, base_url=sandbox.url, **options, **keys).run(body)
    return apis[0]


@pytest.mark.parametrize("kind", ["asyncio", "trio"])  # `Client` goes the same walks below
@pytest.mark.parametrize("steps", walks.WALKS, ids=lambda each: each.__name__)
def test_it_is_served_as_the_types_say(serving: Sandbox, kind: str, steps: walks.Walk) -> None:
    walk(kind, serving, steps)


class Thorough(Api):
    """Calls each list a second time, with every parameter that the facts have for its query."""

    def __call__(self, operation: str, **arguments: Any) -> Any:
        _, path, facts = OPERATIONS[operation]
        if facts["x-page"] != "none":
            response = self.request(path.format(**arguments), query_of(facts, arguments), facts["x-betas"])
            assert response.status_code == 200, f"{operation}: {response.text}"
            assert mistakes(response.json(), schema(operation)) == []
        return super().__call__(operation, **arguments)

    def request(self, path: str, query: list[tuple[str, str]], betas: list[str]) -> httpx.Response:
        is_admin = path.startswith("/v1/organizations")
        key = self.sandbox.admin_api_key if is_admin else self.sandbox.api_key
        headers = {**HEADERS, "x-api-key": key, "anthropic-beta": ",".join(betas)}
        return httpx.get(self.sandbox.url + path, params=query, headers=headers, timeout=30)


def query_of(facts: dict[str, Any], arguments: dict[str, Any]) -> list[tuple[str, str]]:
    """A value for every parameter of a query but those that go on from an earlier page."""
    shared, found = SPEC["components"]["parameters"], list[tuple[str, str]]()
    known = {
        "starting_at": "2026-11-01T00:00:00Z", "ending_at": "2026-11-03T00:00:00Z",
        "starting_date": "2026-11-01", "ending_date": "2026-11-03",
    }  # fmt: skip
    for each in facts["parameters"]:
        parameter = shared[last(each["$ref"])] if "$ref" in each else each
        name, kind = parameter["name"], parameter["schema"]
        if parameter["in"] != "query" or name in ("page", "after_id", "before_id", "filter[]"):
            continue
        if name == "organization_id":  # of none but the sandbox's own is there anything
            continue
        if name == "order_by" and kind == {"type": "string"}:  # the name of a field
            continue
        value = arguments.get(name) or known.get(name, example(kind))
        value = value[0] if isinstance(value, list) else value
        found.append((name, str(value).lower() if isinstance(value, bool) else str(value)))
    return found


def test_every_operation_is_served_as_the_types_say_and_lists_take_every_parameter(serving: Sandbox) -> None:
    failures: dict[object, Exception] = {}
    called: set[str] = set()

    for steps in walks.WALKS:
        try:
            called |= {*walk("sync", serving, steps, Thorough).called}
        except Exception as error:
            failures[steps.__name__] = error

    raise_failures(failures, len(walks.WALKS))
    assert OPERATIONS.keys() == called


def test_an_operation_is_refused_without_the_betas_that_it_needs(serving: Sandbox) -> None:
    served = {(each.method, each.path) for each in ENDPOINTS}
    with httpx.Client(base_url=serving.url, timeout=30) as http:
        for name, (verb, path, facts) in OPERATIONS.items():
            if not facts["x-betas"] or (verb, path) not in served:
                continue
            key = serving.admin_api_key if path.startswith("/v1/organizations") else serving.api_key
            response = http.request(verb, path, headers={**HEADERS, "x-api-key": key})
            assert (name, response.status_code) == (name, 400)
            assert refusal(response)[1].startswith("anthropic-beta: this endpoint needs the beta ")


def test_every_endpoint_is_an_operation_of_the_facts() -> None:
    assert {(each.method, each.path) for each in ENDPOINTS} <= {(verb, path) for verb, path, _ in OPERATIONS.values()}
