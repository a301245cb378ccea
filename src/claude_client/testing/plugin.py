"""The pytest plugin: the sandbox as fixtures, recordings by a marker, and no call to another host by mistake.

pytest finds it by its entry point, in every run on a machine that has this package. So it imports nothing at the top
that costs anything, and changes nothing for a test that uses none of it, but that calls which would leave the machine
fail. What the sandbox can be told is for `sandbox` to know.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, nullcontext
from fnmatch import fnmatch
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from ..http import guard

if TYPE_CHECKING:
    from ..client import AsyncClient, Client
    from ..sandbox import Sandbox

UPSTREAM: Final = "https://api.anthropic.com"
OTHER_SETTINGS: Final = ("ANTHROPIC_ADMIN_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_CUSTOM_HEADERS")
"""Variables of the environment that would make a client on the sandbox another one than the test is meant for."""

_refused = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options, and the setting for configuration files."""
    hosts = "hosts that calls may go to beside this machine, as names or patterns"
    parser.addini("claude_allow_hosts", hosts, type="args", default=[])
    group = parser.getgroup("claude", "tests of programs that call Claude")
    group.addoption("--claude-allow-hosts", default="", metavar="HOSTS", help=f"{hosts}, with commas between them")
    group.addoption(
        "--claude-record",
        action="store_true",
        help="write the recordings of tests marked with claude_cassette, by calls to the real API",
    )
    group.addoption(
        "--claude-upstream", default=UPSTREAM, metavar="URL", help="the API that is recorded from (%(default)s)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers."""
    for marker in (
        "claude_cassette(path): respond from a recording, a file beside the test; --claude-record writes it",
        "claude_allow_hosts(*hosts): let calls of this test go to these hosts",
    ):
        config.addinivalue_line("markers", marker)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Request the sandbox for tests that use a recording, also where they do not name the fixture."""
    for item in items:
        names: list[str] | None = getattr(item, "fixturenames", None)
        if names is not None and "claude_sandbox" not in names and item.get_closest_marker("claude_cassette"):
            names.insert(0, "claude_sandbox")


# ---- no network ------------------------------------------------------------------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Guard the network during a test and its fixtures."""
    with guard.guarded(_guard(item)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Fail a test that swallowed what a refused call raised, or made that in a thread or task of its own."""
    yield
    if refused := item.stash[_refused]:
        pytest.fail(refused[0], pytrace=False)


def allowed_hosts(item: pytest.Item) -> list[str]:
    """The hosts that a test may call beside this machine: of the configuration, the command line and its markers."""
    of_option = str(item.config.getoption("claude_allow_hosts"))
    of_markers = [str(host) for marker in item.iter_markers("claude_allow_hosts") for host in marker.args]
    return [*item.config.getini("claude_allow_hosts"), *filter(None, of_option.split(",")), *of_markers]


def is_allowed(host: str, allowed: list[str]) -> bool:
    """Whether `host` is this machine, or fits one of the patterns."""
    return is_this_machine(host) or any(fnmatch(host, pattern) for pattern in allowed)


def is_this_machine(host: str) -> bool:
    """Whether a host is a name or an address of this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _guard(item: pytest.Item) -> Callable[[str], None]:
    allowed = allowed_hosts(item)
    refused = item.stash.setdefault(_refused, [])
    refused.clear()

    def guard(host: str) -> None:
        __tracebackhide__ = True
        if is_allowed(host, allowed):
            return
        refused.append(
            f"{item.nodeid} called {host}, and tests may only call this machine. Use one of the fixtures "
            "claude_sandbox, claude_client and async_claude_client (clients that the test makes without a base_url "
            f'then call the sandbox), or allow the host: @pytest.mark.claude_allow_hosts("{host}"), '
            f"claude_allow_hosts in the configuration, or --claude-allow-hosts={host}."
        )
        # Of a class that `except Exception` does not catch: a program that copes with failures is not to cope with it.
        pytest.fail(refused[-1])

    return guard


# ---- fixtures --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def _claude_server() -> Iterator[Sandbox]:  # pyright: ignore[reportUnusedFunction]  # pytest uses it
    """One server for the whole run, or for each process of pytest-xdist."""
    from ..sandbox import Sandbox

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def claude_sandbox(
    request: pytest.FixtureRequest, _claude_server: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sandbox]:
    """A sandbox, as new for each test. Clients that the program under test makes without a base URL call it too."""
    sandbox = _claude_server
    sandbox.reset(state=True)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", sandbox.url)
    path = cassette(request)
    if path is not None and request.config.getoption("claude_record"):
        # With the keys of the environment, which the sandbox passes on.
        with sandbox.record(upstream=str(request.config.getoption("claude_upstream")), path=path):
            yield sandbox
        return
    monkeypatch.setenv("ANTHROPIC_API_KEY", sandbox.api_key)
    monkeypatch.setenv("ANTHROPIC_ADMIN_API_KEY", sandbox.admin_api_key)
    for name in OTHER_SETTINGS:
        monkeypatch.delenv(name, raising=False)
    with nullcontext() if path is None else _replay(sandbox, path):
        yield sandbox


@contextmanager
def _replay(sandbox: Sandbox, path: Path) -> Generator[None]:
    """Respond from a recording; fails where that is not there, or does not have what was asked for."""
    if not path.exists():
        pytest.fail(f"there is no recording {path}: pytest --claude-record writes it", pytrace=False)
    with sandbox.replay(path) as replay:
        yield
    if replay.unknown:
        pytest.fail("\n".join([*replay.unknown, "pytest --claude-record writes the recording anew"]), pytrace=False)


@pytest.fixture
def claude_client(claude_sandbox: Sandbox) -> Iterator[Client]:
    """A client of the sandbox."""
    from ..client import Client

    with Client(base_url=claude_sandbox.url) as client:
        yield client


@pytest.fixture
def async_claude_client(claude_sandbox: Sandbox) -> AsyncClient:
    """An asynchronous client of the sandbox, for tests on asyncio and on trio, whichever plugin runs them."""
    from ..client import AsyncClient

    # A fixture of no plugin in particular has no event loop to close connections on: each ends with its response.
    return AsyncClient(base_url=claude_sandbox.url, default_headers={"connection": "close"})


def cassette(request: pytest.FixtureRequest) -> Path | None:
    """The recording that a test is marked with; its path counts from the file of the test."""
    marker = request.node.get_closest_marker("claude_cassette")
    if marker is None:
        return None
    if len(marker.args) != 1 or marker.kwargs:
        raise pytest.UsageError('claude_cassette takes one path: @pytest.mark.claude_cassette("recordings/a.json")')
    return Path(request.path.parent, marker.args[0])
