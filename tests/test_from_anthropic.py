"""The same program prints the same with the official package and with this one, against the same sandbox."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from claude_client.sandbox import API_KEY, Reply, Sandbox
from fork_server import ForkServer

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "from_anthropic.py"
OFFICIAL = ROOT / ".venv-peer" / "bin" / "python"
OF_THE_OFFICIAL_PACKAGE = {
    "import claude_client as anthropic": "import anthropic",
    "from claude_client": "from anthropic",
}
WITH_TOOLS = ROOT / "tests" / "programs" / "tool_runner.py"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def printed(official: bool, program: Path, sandbox: Sandbox, fork_server: ForkServer) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    environment = {**kept, "ANTHROPIC_BASE_URL": sandbox.url, "ANTHROPIC_API_KEY": API_KEY}
    if official:
        done = subprocess.run([OFFICIAL, program], env=environment, capture_output=True, text=True, timeout=120)
    else:
        done = fork_server.run(program, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


needs_the_official_package = pytest.mark.skipif(
    not OFFICIAL.exists(), reason="scripts/test installs the official package; this run did without"
)


def of_the_official_package(program: Path, folder: Path) -> Path:
    """`program` as it was before its import was changed."""
    source = program.read_text()
    for ours, theirs in OF_THE_OFFICIAL_PACKAGE.items():
        assert ours in source
        source = source.replace(ours, theirs)
    written = folder / "official.py"
    written.write_text(source)
    return written


@needs_the_official_package
def test_typical_code_for_the_official_package_does_the_same_with_its_import_changed(
    tmp_path: Path, sandbox: Sandbox, fork_server: ForkServer
) -> None:
    program = of_the_official_package(EXAMPLE, tmp_path)

    assert printed(True, program, sandbox, fork_server) == printed(False, EXAMPLE, sandbox, fork_server)


@needs_the_official_package
def test_code_for_the_official_tool_runner_does_the_same_with_its_import_changed(
    tmp_path: Path, fork_server: ForkServer
) -> None:
    def run(official: bool, program: Path) -> tuple[str, list[list[str]]]:
        with Sandbox() as sandbox:
            tell(sandbox)
            output = printed(official, program, sandbox, fork_server)
            assert not sandbox.unused_replies
            bodies = [request.json for request in sandbox.requests if request.path == "/v1/messages"]
            return output, [[message["role"] for message in body["messages"]] for body in bodies]

    theirs, ours = run(True, of_the_official_package(WITH_TOOLS, tmp_path)), run(False, WITH_TOOLS)

    assert ours[0] == theirs[0]
    assert ours[1] == theirs[1]


def tell(sandbox: Sandbox) -> None:
    """The replies for the program with tools, run by run."""
    weather, tide = ("get_weather", {"city": "Galway"}), ("get_tide", {"harbour": "Galway"})
    blocks = [{"type": "compaction", "content": "They asked for the weather."}]
    summary = Reply(content=blocks, stop_reason="compaction")
    report = '{"city": "Galway"}'
    sandbox.reply("Let me look.", tool_use=weather).reply("Sunny.")
    sandbox.reply(tool_use=weather).reply("Rainy.")
    sandbox.reply(tool_use=weather).reply(tool_use=tide).reply("Both are fine.")
    sandbox.reply(tool_use=weather).reply(summary).reply("Sunny, as I said.")
    sandbox.reply("Sunny.").reply(summary)
    sandbox.reply(tool_use=weather).reply(report)
    sandbox.reply(tool_use=weather)
    sandbox.reply(report)
    sandbox.reply(tool_use=("get_wind", {"city": "Galway"})).reply("None.")
