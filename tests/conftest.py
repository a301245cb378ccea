from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A shell has what it runs in the background ignore Ctrl+C, and every process that a test starts would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Test modules are imported without a package, so what they share is found by path.
sys.path.insert(0, str(Path(__file__).parent))

from both import Both
from fork_server import ForkServer
from server import Server

# How long an example takes says more of the machine than of the code. Every run tries the same examples, so that a
# failure is one of the change at hand; tests/fuzz/atheris_run.py is what looks for new ones.
settings.register_profile(
    "claude_client",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
settings.load_profile("claude_client")


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in tuple(os.environ):
        if name.startswith(("ANTHROPIC_", "AWS_", "GOOGLE_", "CLOUD_ML_")):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Server]:
    """A scripted HTTP server on loopback."""
    server = Server()
    yield server
    server.close()


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, server: Server) -> Both:
    """Each client in turn, talking to `server`."""
    return Both(request.param, api_key="sk-ant-test", base_url=server.url)


@pytest.fixture(scope="session")
def fork_server() -> Iterator[ForkServer]:
    """Runs Python programs that call the API, each in a process of its own."""
    fork_server = ForkServer("warm_up")
    yield fork_server
    fork_server.close()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, as tests wait for servers and for timeouts."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    return (cores or 1) + 1


def pytest_collection_finish() -> None:
    """Leave what is loaded by now out of garbage collections: many tests ask for one, which takes 0.3 s otherwise."""
    gc.collect()
    gc.freeze()
