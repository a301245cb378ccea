"""The pytest plugin, as a run of pytest of its own has it: each test here writes a test file and runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import claude_client.testing.plugin
from claude_client.sandbox import Sandbox
from claude_client.testing.plugin import is_allowed

pytest_plugins = ["pytester"]

ASK = """
def ask(client, question="What is the capital of France?"):
    return client.messages.create(
        model="claude-opus-5", max_tokens=500, messages=[{"role": "user", "content": question}]
    )

def text(message):
    return "".join(block.text for block in message.content if block.type == "text")
"""

Run = Callable[..., pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a test file in a process of its own, in which every warning is an error.

    It has no other plugin than ours and those that the options name: what there is on a machine takes seconds to load.
    """
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)

    def run(source: str, *options: str) -> pytest.RunResult:
        pytester.makepyfile(ASK + source)
        # By the name of its entry point.
        return pytester.runpytest_subprocess("-W", "error", "-p", "claude_client", *options)

    return run


# ---- fixtures ----------------------------------------------------------------------------------------------


def test_a_sandbox_and_a_client_of_it_are_there_and_as_new_in_each_test(run: Run) -> None:
    result = run("""
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
""")

    result.assert_outcomes(passed=3)


def test_a_program_that_makes_its_own_client_gets_the_sandbox_and_no_key_of_the_machine(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-real")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "real-token")
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "x-real: yes")

    result = run("""
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
""")

    result.assert_outcomes(passed=2)


ASYNC_BODY = """
async def talk(client, sandbox):
    sandbox.reply("Paris.").reply("Rome.")
    assert text(await ask(client)) == "Paris."
    async with client.messages.stream(
        model="claude-opus-5", max_tokens=9, messages=[{"role": "user", "content": "Italy?"}]
    ) as stream:
        assert "".join([piece async for piece in stream.text_stream]) == "Rome."
"""


def test_the_asynchronous_client_works_with_pytest_asyncio(run: Run) -> None:
    pytest.importorskip("pytest_asyncio")

    result = run(
        ASYNC_BODY
        + """
import pytest

@pytest.mark.asyncio
async def test_one(async_claude_client, claude_sandbox):
    await talk(async_claude_client, claude_sandbox)

@pytest.mark.asyncio
async def test_two(async_claude_client, claude_sandbox):
    await talk(async_claude_client, claude_sandbox)
""",
        *("-p", "asyncio", "-o", "asyncio_default_fixture_loop_scope=function"),
    )

    result.assert_outcomes(passed=2)


def test_the_asynchronous_client_works_with_anyio_on_asyncio_and_on_trio(run: Run) -> None:
    result = run(
        ASYNC_BODY
        + """
import pytest

@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_it(anyio_backend, async_claude_client, claude_sandbox):
    await talk(async_claude_client, claude_sandbox)
""",
        *("-p", "anyio"),
    )

    result.assert_outcomes(passed=2)


def test_the_asynchronous_client_needs_no_plugin_for_it(run: Run) -> None:
    result = run(
        ASYNC_BODY
        + """
import asyncio
import trio

def test_asyncio(async_claude_client, claude_sandbox):
    asyncio.run(talk(async_claude_client, claude_sandbox))

def test_trio(async_claude_client, claude_sandbox):
    trio.run(talk, async_claude_client, claude_sandbox)
"""
    )

    result.assert_outcomes(passed=2)


def test_processes_of_xdist_have_a_sandbox_each(run: Run) -> None:
    result = run(
        """
import pytest

@pytest.mark.parametrize("number", range(8))
def test_it(claude_client, claude_sandbox, number):
    claude_sandbox.reply(f"This is {number}.")
    assert text(ask(claude_client)) == f"This is {number}."
    assert len(claude_sandbox.requests) == 1
""",
        *("-p", "xdist", "-n", "2"),
    )

    result.assert_outcomes(passed=8)


def test_loading_the_plugin_loads_neither_the_client_nor_the_sandbox(run: Run) -> None:
    result = run(
        """
import sys

def test_it():
    heavy = {"httpx", "pydantic", "starlette", "uvicorn", "claude_client.client", "claude_client.sandbox"}
    assert heavy & {*sys.modules} == set()
"""
    )

    result.assert_outcomes(passed=1)


def test_pytest_finds_the_plugin() -> None:
    (found,) = entry_points(group="pytest11", name="claude_client")

    assert found.load() is claude_client.testing.plugin


# ---- no network --------------------------------------------------------------------------------------------

CALLS_THE_API = """
import pytest
from claude_client import Client, ClaudeError

def call(host="api.invalid"):
    with Client(api_key="sk-ant-x", base_url=f"https://{host}", max_retries=0) as client:
        ask(client)
"""


def test_a_call_to_another_host_fails_the_test_and_says_what_would_do(run: Run) -> None:
    result = run(
        CALLS_THE_API
        + """
def test_it():
    call()
"""
    )

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*::test_it called api.invalid, and tests may only call this machine.*claude_client*claude_allow_hosts*"]
    )


def test_a_program_that_copes_with_failures_does_not_hide_such_a_call(run: Run) -> None:
    result = run(
        CALLS_THE_API
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
"""
    )

    result.assert_outcomes(failed=2)


def test_hosts_are_allowed_by_a_marker_the_command_line_and_the_configuration(
    run: Run, pytester: pytest.Pytester
) -> None:
    pytester.makeini("[pytest]\nclaude_allow_hosts = *.configured.invalid")

    result = run(
        CALLS_THE_API
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
        "--claude-allow-hosts=optional.invalid,another.invalid",
    )

    result.assert_outcomes(passed=4, failed=1)


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


def test_a_recording_is_made_once_and_used_from_then_on(
    run: Run, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Sandbox(api_keys=["sk-ant-the-real-key"]) as real:
        real.reply("Paris, of course.").reply("Rome.")
        monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-the-real-key")
        recorded = run(RECORDED, "--claude-record", f"--claude-upstream={real.url}")
    monkeypatch.delenv("ANTHROPIC_API_KEY")

    replayed = run(RECORDED)

    recorded.assert_outcomes(passed=2)
    replayed.assert_outcomes(passed=2)
    kept = Path(pytester.path, "recordings", "france.json").read_text("utf-8")
    assert json.loads(kept)["exchanges"]
    assert "the-real-key" not in kept


def test_what_is_not_in_the_recording_fails_the_test_and_says_what_differs(run: Run, pytester: pytest.Pytester) -> None:
    with Sandbox() as real:
        real.reply("Paris, of course.").reply("Rome.")
        pytester.makeini("[pytest]\naddopts = --strict-markers")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ANTHROPIC_API_KEY", real.api_key)
            run(RECORDED, "--claude-record", f"--claude-upstream={real.url}").assert_outcomes(passed=2)

    result = run(
        RECORDED.replace('"Italy?"', '"Spain?"').replace(
            "ask(claude_client))", 'ask(claude_client)) == "Paris, of course."\n    assert text(ask(claude_client))'
        )
    )

    result.assert_outcomes(failed=2, errors=2)
    result.stdout.fnmatch_lines_random(["*Italy?*Spain?*", "*asked for more often*", "*--claude-record writes*"])


def test_a_recording_that_is_not_there_is_missed_with_the_way_to_make_it(run: Run) -> None:
    result = run(RECORDED)

    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["there is no recording *france.json: pytest --claude-record writes it"])


def test_a_cassette_without_a_path_is_a_mistake(run: Run) -> None:
    result = run("""
import pytest

@pytest.mark.claude_cassette
def test_it(claude_client):
    pass
""")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*claude_cassette takes one path*"])
