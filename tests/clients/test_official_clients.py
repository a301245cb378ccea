"""The official packages drive the sandbox, through every endpoint that they have, and find nothing that differs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from claude_client.sandbox import Sandbox
from claude_client.sandbox.endpoints import ENDPOINTS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = ROOT / ".venv-peer" / "bin" / "python"
FACTS = json.loads((ROOT / "scripts" / "facts" / "openapi.json").read_text("utf-8"))["paths"]
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


def run(command: list[str | Path], sandbox: Sandbox) -> str:
    """What a script prints, which has to end well and say nothing else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    environment = {
        **kept,
        "ANTHROPIC_BASE_URL": sandbox.url,
        "ANTHROPIC_API_KEY": sandbox.api_key,
        "ANTHROPIC_ADMIN_API_KEY": sandbox.admin_api_key,
        "NODE_PATH": str(NODE_MODULES),
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=150)
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
