"""The official packages drive the sandbox, through every endpoint that they have, and find nothing that differs."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import walks
from claude_client.sandbox import Sandbox
from claude_client.sandbox.endpoints import ENDPOINTS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = ROOT / ".venv-peer" / "bin" / "python"
FACTS = json.loads((ROOT / "scripts" / "facts" / "openapi.json").read_text("utf-8"))["paths"]
OPERATIONS = {each["operationId"]: path for path, verbs in FACTS.items() for each in verbs.values()}
VERBS = {each["operationId"]: verb.upper() for verbs in FACTS.values() for verb, each in verbs.items()}
NODE = shutil.which("node")
NODE_MODULES = ROOT / ".venv-peer-node" / "node_modules"
NOT_IN_THE_OFFICIAL_PACKAGES = {
    "POST /v1/complete",
    "GET /v1/organizations/cost_report",
    "GET /v1/organizations/usage_report/claude_code",
    "GET /v1/organizations/usage_report/messages",
}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(keep_requests=100_000) as running:
        yield running


def environment(sandbox: Sandbox) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    return {
        **kept,
        "ANTHROPIC_BASE_URL": sandbox.url,
        "ANTHROPIC_API_KEY": sandbox.api_key,
        "ANTHROPIC_ADMIN_API_KEY": sandbox.admin_api_key,
        "NODE_PATH": str(NODE_MODULES),
    }


def run(command: list[str | Path], sandbox: Sandbox) -> str:
    """What a script prints, which has to end well and say nothing else."""
    done = subprocess.run(command, env=environment(sandbox), capture_output=True, text=True, timeout=150)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout


def not_called(sandbox: Sandbox, *, of_seed: bool = False) -> set[str]:
    """The endpoints that completed no request; `of_seed` asks only for those of the first release."""
    completed = [(each.method, each.path) for each in sandbox.requests if each.status == 200]
    found: set[str] = set()
    for endpoint in ENDPOINTS:
        if of_seed and not FACTS[endpoint.path][endpoint.method.lower()].get("x-seed"):
            continue
        pattern = re.compile(re.sub(r"\{\w+\}", "[^/]+", endpoint.path))
        if not any(method == endpoint.method and pattern.fullmatch(path) for method, path in completed):
            found.add(f"{endpoint.method} {endpoint.path}")
    return found


@pytest.mark.skipif(not PYTHON.exists(), reason="scripts/test installs the official package; this run did without")
def test_the_official_python_package_gets_what_it_expects_of_every_endpoint(sandbox: Sandbox) -> None:
    printed = run([PYTHON, "-W", "error", HERE / "official.py"], sandbox)

    assert {line[:4] for line in printed.splitlines()} == {"ok  "}
    assert not_called(sandbox) == NOT_IN_THE_OFFICIAL_PACKAGES


@pytest.mark.skipif(NODE is None, reason="there is no node on this machine")
@pytest.mark.skipif(
    not NODE_MODULES.exists(), reason="scripts/test installs the official package; this run did without"
)
def test_the_official_typescript_package_gets_what_it_expects_of_the_first_endpoints(sandbox: Sandbox) -> None:
    assert NODE is not None

    printed = run([NODE, HERE / "official.mjs"], sandbox)

    assert {line[:4] for line in printed.splitlines()} == {"ok  "}
    assert not_called(sandbox, of_seed=True) == NOT_IN_THE_OFFICIAL_PACKAGES


class Value(dict[str, Any]):
    """An object as JavaScript has it, with its fields as attributes too."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def read(self) -> bytes:
        return base64.b64decode(self["$bytes"])


class Bridge(walks.Api):
    """Calls the TypeScript package in another process by the names of operations."""

    def __init__(self, node: subprocess.Popen[str], sandbox: Sandbox, *, beta: bool) -> None:
        super().__init__()
        self.node = node
        self.sandbox = sandbox
        self.beta = beta
        self.called: set[tuple[str, bool]] = set()

    def __call__(self, operation: str, **arguments: Any) -> Any:
        # What only one of the two has is called there.
        beta = self.beta if self.has(operation, beta=self.beta) else not self.beta
        # The last id of a path comes by position; the others are among the parameters.
        ids = [arguments.pop(name) for name in re.findall(r"{(\w+)}", OPERATIONS[operation])[-1:]]
        response = self.send(operation=operation, beta=beta, ids=ids, arguments=prepare(arguments))
        assert "value" in response, f"{operation}: {response}"
        self.called.add((operation, beta))
        return response["value"]

    def has(self, operation: str, *, beta: bool) -> bool:
        return bool(self.send(operation=operation, beta=beta)["exists"])

    def send(self, **call: Any) -> Any:
        assert self.node.stdin is not None
        assert self.node.stdout is not None
        self.node.stdin.write(json.dumps(call) + "\n")
        self.node.stdin.flush()
        return json.loads(self.node.stdout.readline(), object_hook=Value)

    def control(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        response = httpx.post(f"{self.sandbox.url}/_sandbox/{name}", json=body, timeout=30)
        assert response.status_code == 200, response.text
        return response.json()

    def list(self, lines: Any) -> Any:
        return lines


def prepare(value: Any) -> Any:
    """Arguments as JSON can hold them."""
    if isinstance(value, dict):
        return {name: prepare(each) for name, each in value.items()}
    if isinstance(value, tuple):
        name, content, *kind = value
        return {"$file": [name, base64.b64encode(content).decode(), *kind]}
    return [prepare(each) for each in value] if isinstance(value, list) else value


@pytest.mark.skipif(NODE is None, reason="there is no node on this machine")
@pytest.mark.skipif(
    not NODE_MODULES.exists(), reason="scripts/test installs the official package; this run did without"
)
def test_the_official_typescript_package_calls_every_operation_stable_and_beta(sandbox: Sandbox) -> None:
    command: list[Any] = [NODE, HERE / "bridge.mjs"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment(sandbox), **pipes) as node:
        apis = [Bridge(node, sandbox, beta=beta) for steps in walks.OFFICIAL for beta in (False, True)]
        for api, steps in zip(apis, (steps for steps in walks.OFFICIAL for _ in range(2)), strict=True):
            walks.go(steps(api))
        there = {(each, beta) for each in OPERATIONS for beta in (False, True) if apis[0].has(each, beta=beta)}
        assert node.stdin is not None
        node.stdin.close()

    assert node.returncode == 0
    assert set[tuple[str, bool]]().union(*(api.called for api in apis)) == there
    missing = {
        f"{VERBS[each]} {path}" for each, path in OPERATIONS.items() if not {(each, False), (each, True)} & there
    }
    assert missing == NOT_IN_THE_OFFICIAL_PACKAGES
