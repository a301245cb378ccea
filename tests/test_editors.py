"""What an editor that is built on jedi completes, from the text of a program alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import claude_client

jedi = pytest.importorskip("jedi", reason="jedi is not installed; IPython brings it")

SRC = Path(claude_client.__file__).parents[1]
HEAD = """\
from claude_client import AsyncClient, Client
client = Client()
async_client = AsyncClient()
"""
CREATE = "messages.create(model='x', max_tokens=1, messages=[])"
STREAM = "messages.stream(model='x', max_tokens=1, messages=[])"

RUN = "messages.run_tools(model='x', max_tokens=1, messages=[], tools=[])"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("project")


def complete(folder: Path, code: str) -> set[str]:
    """What is offered at the end of a program."""
    project = jedi.Project(folder, sys_path=[str(SRC), *(path for path in sys.path if path and path != str(SRC))])
    lines = (HEAD + code).split("\n")
    found = jedi.Script("\n".join(lines), project=project).complete(len(lines), len(lines[-1]))
    return {each.name for each in found if not each.name.startswith("_")}


# The counts are those of the official package (2.14.0) at the same place; `async for` gives nothing there.
@pytest.mark.parametrize(
    ("code", "count", "name"),
    [
        ("client.messages.create(", 23, "max_tokens="),
        ("async_client.messages.create(", 23, "max_tokens="),
        ("client.messages.count_tokens(", 16, "messages="),
        ("client.models.list(", 9, "limit="),
        ("Client(", 16, "base_url="),
        ("client.messages.run_tools(", 23, "approve="),
        ("client.jobs.map([], ", 10, "checkpoint="),
        ("async_client.jobs.batch([], ", 10, "poll_interval="),
        ("client.jobs.auto([], ", 10, "budget="),
        ("client.with_options(", 20, "timeout="),
        ("async_client.copy(", 20, "max_retries="),
        ("client.with_options(timeout=3).messages.create(", 23, "max_tokens="),
        ("with Client() as entered:\n    entered.messages.create(", 23, "max_tokens="),
        ("async def f():\n    async with AsyncClient() as entered:\n        entered.jobs.map([], ", 10, "ordered="),
        ("Client(max", 1, "max_retries="),
        ("AsyncClient(max", 1, "max_retries="),
        ("from claude_client import Anthropic\nAnthropic().messages.create(", 23, "max_tokens="),
    ],
)
def test_keywords_are_completed(folder: Path, code: str, count: int, name: str) -> None:
    keywords = {each for each in complete(folder, code) if each.endswith("=")}

    assert name in keywords
    assert len(keywords) >= count


@pytest.mark.parametrize(
    ("code", "count", "name"),
    [
        (f"client.{CREATE}.", 43, "stop_reason"),
        (f"client.{CREATE}.usage.", 41, "input_tokens"),
        (f"async def f():\n    m = await async_client.{CREATE}\n    m.", 46, "stop_reason"),
        (f"with client.{STREAM} as s:\n    s.", 9, "text_stream"),
        (f"async def f():\n    async with async_client.{STREAM} as s:\n        s.", 9, "get_final_message"),
        (f"with client.{STREAM} as s:\n    s.get_final_message().", 44, "stop_reason"),
        (
            f"async def f():\n    async with async_client.{STREAM} as s:\n        m = await s.get_final_message()\n        m.",
            44,
            "usage",
        ),
        ("for r in client.messages.batches.results('x'):\n    r.", 33, "custom_id"),
        ("client.models.retrieve('x').", 42, "display_name"),
        ("for m in client.models.list():\n    m.", 42, "display_name"),
        ("async def f():\n    async for m in async_client.models.list():\n        m.", 1, "display_name"),
        ("for b in client.messages.batches.list():\n    b.", 1, "processing_status"),
        ("client.beta.files.retrieve_metadata('x').", 1, "size_bytes"),
        ("client.organization.users.list().data[0].", 1, "email"),
        (f"client.{RUN}.until_done().", 44, "usage"),
        (f"runner = client.{RUN}\nrunner.", 8, "until_done"),
        (f"for message in client.{RUN}:\n    message.", 44, "tool_calls"),
        (f"async def f():\n    message = await async_client.{RUN}.until_done()\n    message.", 44, "usage"),
        (f"async def f():\n    async for message in async_client.{RUN}:\n        message.", 44, "tool_calls"),
        ("for result in client.jobs.map([], checkpoint='x'):\n    result.", 8, "parse_error"),
        ("async def f():\n    async for result in async_client.jobs.map([]):\n        result.", 8, "parse_error"),
        ("client.jobs.auto([]).", 4, "summary"),
        ("client.messages.estimate(model='x', max_tokens=1, messages=[]).", 4, "input_tokens"),
    ],
)
def test_what_calls_give_is_completed(folder: Path, code: str, count: int, name: str) -> None:
    offered = complete(folder, code)

    assert name in offered
    assert len(offered) >= count


def test_what_editors_read_is_in_step_with_the_calls() -> None:
    script = SRC.parent / "scripts" / "generate_editors.py"

    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, timeout=120)

    assert (done.returncode, done.stderr) == (0, "")


def test_only_public_names_are_listed() -> None:
    assert [name for name in dir(claude_client) if name.startswith("_") and not name.startswith("__")] == []
