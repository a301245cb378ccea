"""The pytest plugin, as a run of pytest of its own has it: each test here looks at how the tests of a file ended."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from xml.etree import ElementTree

import pytest

import claude_client.testing.plugin
from claude_client.sandbox import Sandbox
from claude_client.testing.plugin import is_allowed

ASK = """
def ask(client, question="What is the capital of France?"):
    return client.messages.create(
        model="claude-opus-5", max_tokens=500, messages=[{"role": "user", "content": question}]
    )

def text(message):
    return "".join(block.text for block in message.content if block.type == "text")
"""

REAL = {
    "ANTHROPIC_API_KEY": "sk-ant-real",
    "ANTHROPIC_AUTH_TOKEN": "real-token",
    "ANTHROPIC_CUSTOM_HEADERS": "x-real: yes",
}
"""Settings of a machine for the real API, which no test may use."""


@dataclass(frozen=True)
class Outcome:
    """How the tests of a file ended."""

    passed: int
    failed: int
    errors: int
    said: str
    """What failures and errors say."""


def run(folder: Path, files: Mapping[str, str], *options: str, ini: str = "", **environment: str) -> dict[str, Outcome]:
    """Write test files into folders of their own, and run them in one process, in which every warning is an error.

    It has no other plugin than ours and those that the options name: what there is on a machine takes seconds to load.
    """
    folder.joinpath("pytest.ini").write_text("[pytest]\naddopts = --strict-markers --import-mode=importlib\n" + ini)
    for name, source in files.items():
        folder.joinpath(name).mkdir(exist_ok=True)
        folder.joinpath(name, f"test_{name}.py").write_text(ASK + source, "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANTHROPIC_", "PYTEST_"))}
    # Our plugin by the name of its entry point.
    command = ["-m", "pytest", "-W", "error", "-p", "claude_client", "--junitxml=found.xml", *options, *files]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**kept, **environment, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    cases = [*ElementTree.parse(folder / "found.xml").iter("testcase")]
    return {
        name: outcome([case for case in cases if str(case.get("classname")).endswith(f"test_{name}")]) for name in files
    }


def outcome(cases: list[ElementTree.Element]) -> Outcome:
    failures = [each for case in cases for each in case.iter("failure")]
    errors = [each for case in cases for each in case.iter("error")]
    passed = [case for case in cases if case.find("failure") is None and case.find("error") is None]
    said = "\n".join(f"{each.get('message')}\n{each.text}" for each in [*failures, *errors])
    return Outcome(len(passed), len(failures), len(errors), said)


ASYNC_BODY = """
async def talk(client, sandbox):
    sandbox.reply("Paris.").reply("Rome.")
    assert text(await ask(client)) == "Paris."
    async with client.messages.stream(
        model="claude-opus-5", max_tokens=9, messages=[{"role": "user", "content": "Italy?"}]
    ) as stream:
        assert "".join([piece async for piece in stream.text_stream]) == "Rome."
"""

CALLS_THE_API = """
import pytest
from claude_client import Client, ClaudeError

def call(host="api.invalid"):
    with Client(api_key="sk-ant-x", base_url=f"https://{host}", max_retries=0) as client:
        ask(client)
"""

RECORDED = """
import pytest
from claude_client import Client

@pytest.mark.claude_cassette("recordings/france.json")
def test_it(claude_client):
    assert text(ask(claude_client)) == "Paris, of course."

@pytest.mark.claude_cassette("recordings/italy.json")
def test_a_client_of_its_own():
    with Client() as client:
        assert text(ask(client, "Italy?")) == "Rome."
"""

CHANGED = RECORDED.replace('"Italy?"', '"Spain?"').replace(
    "ask(claude_client))", 'ask(claude_client)) == "Paris, of course."\n    assert text(ask(claude_client))'
)
"""Calls that differ from those which were recorded."""

FILES = {
    "as_new": """
def test_one(claude_client, claude_sandbox):
    claude_sandbox.reply("Paris.", times=2)
    assert text(ask(claude_client)) == "Paris."
    assert claude_client.files.upload(file=("a.txt", b"a", "text/plain")).filename == "a.txt"
    assert len(claude_sandbox.requests) == 2

def test_two(claude_client, claude_sandbox):
    assert claude_sandbox.requests == []
    assert list(claude_client.files.list()) == []
    assert "capital of France" in text(ask(claude_client))

def test_the_admin_api(claude_client):
    assert claude_client.admin.retrieve().type == "organization"
""",
    "own_client": """
import os
from claude_client import Client

def test_it(claude_sandbox):
    claude_sandbox.reply("Paris.")
    with Client() as client:
        assert text(ask(client)) == "Paris."
        assert client.api_key == claude_sandbox.api_key
    assert "x-real" not in claude_sandbox.last_request.headers

def test_without_the_sandbox_nothing_is_changed():
    assert os.environ["ANTHROPIC_API_KEY"] == "sk-ant-real"
""",
    "async_without_plugin": ASYNC_BODY
    + """
import asyncio
import trio

def test_asyncio(async_claude_client, claude_sandbox):
    asyncio.run(talk(async_claude_client, claude_sandbox))

def test_trio(async_claude_client, claude_sandbox):
    trio.run(talk, async_claude_client, claude_sandbox)
""",
    "another_host": CALLS_THE_API
    + """
def test_it():
    call()
""",
    "swallowed": CALLS_THE_API
    + """
import threading

def test_it():
    try:
        call()
    except Exception:
        pass

def test_in_a_thread():
    def target():
        try:
            call()
        except BaseException:
            pass
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
""",
    "allowed": CALLS_THE_API
    + """
@pytest.mark.claude_allow_hosts("marked.invalid")
def test_marked():
    with pytest.raises(ClaudeError):
        call("marked.invalid")

@pytest.mark.parametrize("host", ["optional.invalid", "another.invalid", "a.configured.invalid"])
def test_it(host):
    with pytest.raises(ClaudeError):
        call(host)

def test_the_marker_is_for_its_test_only():
    call("marked.invalid")
""",
    "recorded": RECORDED,
    "changed": CHANGED,
    "missing": RECORDED,
    "no_path": """
import pytest

@pytest.mark.claude_cassette
def test_it(claude_client):
    pass
""",
}
"""What the fixtures, the guard of the network and the recordings are used in. One run has them all: each takes a second."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files are, with recordings of two of them."""
    folder = tmp_path_factory.mktemp("plugin")
    with Sandbox(api_keys=["sk-ant-the-real-key"]) as real:
        real.reply("Paris, of course.").reply("Rome.").reply("Paris, of course.").reply("Rome.")
        made = run(
            folder,
            dict.fromkeys(["recorded", "changed"], RECORDED),
            "--claude-record",
            f"--claude-upstream={real.url}",
            ANTHROPIC_API_KEY="sk-ant-the-real-key",
        )
    assert [each.passed for each in made.values()] == [2, 2]
    return folder


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Outcome]:
    """How the files end on a machine that has settings for the real API."""
    hosts = "--claude-allow-hosts=optional.invalid,another.invalid"
    return run(folder, FILES, hosts, ini="claude_allow_hosts = *.configured.invalid\n", **REAL)


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return outcome.passed, outcome.failed, outcome.errors


# ---- fixtures ----------------------------------------------------------------------------------------------


def test_a_sandbox_and_a_client_of_it_are_there_and_as_new_in_each_test(found: dict[str, Outcome]) -> None:
    assert counts(found["as_new"]) == (3, 0, 0)


def test_a_program_that_makes_its_own_client_gets_the_sandbox_and_no_key_of_the_machine(
    found: dict[str, Outcome],
) -> None:
    assert counts(found["own_client"]) == (2, 0, 0)


def test_the_asynchronous_client_needs_no_plugin_for_it(found: dict[str, Outcome]) -> None:
    assert counts(found["async_without_plugin"]) == (2, 0, 0)


def test_the_asynchronous_client_works_with_pytest_asyncio(tmp_path: Path) -> None:
    pytest.importorskip("pytest_asyncio")
    source = """
import pytest

@pytest.mark.asyncio
async def test_one(async_claude_client, claude_sandbox):
    await talk(async_claude_client, claude_sandbox)

@pytest.mark.asyncio
async def test_two(async_claude_client, claude_sandbox):
    await talk(async_claude_client, claude_sandbox)
"""

    found = run(
        tmp_path, {"it": ASYNC_BODY + source}, "-p", "asyncio", "-o", "asyncio_default_fixture_loop_scope=function"
    )

    assert counts(found["it"]) == (2, 0, 0)


def test_the_asynchronous_client_works_with_anyio_on_asyncio_and_on_trio(tmp_path: Path) -> None:
    source = """
import pytest

@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_it(anyio_backend, async_claude_client, claude_sandbox):
    await talk(async_claude_client, claude_sandbox)
"""

    found = run(tmp_path, {"it": ASYNC_BODY + source}, "-p", "anyio")

    assert counts(found["it"]) == (2, 0, 0)


def test_processes_of_xdist_have_a_sandbox_each(tmp_path: Path) -> None:
    source = """
import pytest

@pytest.mark.parametrize("number", range(8))
def test_it(claude_client, claude_sandbox, number):
    claude_sandbox.reply(f"This is {number}.")
    assert text(ask(claude_client)) == f"This is {number}."
    assert len(claude_sandbox.requests) == 1
"""

    found = run(tmp_path, {"it": source}, "-p", "xdist", "-n", "2")

    assert counts(found["it"]) == (8, 0, 0)


def test_loading_the_plugin_loads_neither_the_client_nor_the_sandbox(tmp_path: Path) -> None:
    source = """
import sys

def test_it():
    heavy = {"httpx", "pydantic", "starlette", "uvicorn", "claude_client.client", "claude_client.sandbox"}
    assert heavy & {*sys.modules} == set()
"""

    assert counts(run(tmp_path, {"it": source})["it"]) == (1, 0, 0)


def test_pytest_finds_the_plugin() -> None:
    (found,) = entry_points(group="pytest11", name="claude_client")

    assert found.load() is claude_client.testing.plugin


# ---- no network --------------------------------------------------------------------------------------------


def test_a_call_to_another_host_fails_the_test_and_says_what_would_do(found: dict[str, Outcome]) -> None:
    assert counts(found["another_host"]) == (0, 1, 0)
    assert re.search(
        "::test_it called api.invalid, and tests may only call this machine.*claude_client.*claude_allow_hosts",
        found["another_host"].said,
    )


def test_a_program_that_copes_with_failures_does_not_hide_such_a_call(found: dict[str, Outcome]) -> None:
    assert counts(found["swallowed"]) == (0, 2, 0)


def test_hosts_are_allowed_by_a_marker_the_command_line_and_the_configuration(found: dict[str, Outcome]) -> None:
    assert counts(found["allowed"]) == (4, 1, 0)


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1", True),
        ("127.3.2.1", True),
        ("::1", True),
        ("localhost", True),
        ("api.localhost", True),
        ("0.0.0.0", False),
        ("192.168.0.1", False),
        ("localhost.example.com", False),
        ("api.anthropic.com", False),
        ("gateway.example.org", True),
    ],
)
def test_this_machine_and_the_named_hosts_are_allowed(host: str, allowed: bool) -> None:
    assert is_allowed(host, ["*.example.org"]) is allowed


# ---- recordings --------------------------------------------------------------------------------------------


def test_a_recording_is_made_once_and_used_from_then_on(found: dict[str, Outcome], folder: Path) -> None:
    assert counts(found["recorded"]) == (2, 0, 0)
    kept = Path(folder, "recorded", "recordings", "france.json").read_text("utf-8")
    assert json.loads(kept)["exchanges"]
    assert "the-real-key" not in kept


def test_what_is_not_in_the_recording_fails_the_test_and_says_what_differs(found: dict[str, Outcome]) -> None:
    outcome = found["changed"]

    assert (outcome.failed, outcome.errors) == (2, 2)
    assert re.search("Italy?.*Spain?", outcome.said)
    assert "asked for more often" in outcome.said
    assert "--claude-record writes" in outcome.said


def test_a_recording_that_is_not_there_is_missed_with_the_way_to_make_it(found: dict[str, Outcome]) -> None:
    assert counts(found["missing"]) == (0, 0, 2)
    assert re.search(r"there is no recording \S*france.json: pytest --claude-record writes it", found["missing"].said)


def test_a_cassette_without_a_path_is_a_mistake(found: dict[str, Outcome]) -> None:
    assert counts(found["no_path"]) == (0, 0, 1)
    assert "claude_cassette takes one path" in found["no_path"].said
