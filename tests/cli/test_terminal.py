"""The program in a pseudo-terminal and in pipes of its own: what a user at a keyboard sees."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claude_client.sandbox import Sandbox

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pty

SECONDS = 30.0


class Terminal:
    """`claude-client` with a terminal of its own."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        self._slave: int | None = slave
        # A shell that leads a session and opens the terminal makes it the one that Ctrl+C is typed at.
        self.process = subprocess.Popen(
            [
                "sh",
                "-c",
                'exec "$@" <"$0" >"$0" 2>&1',
                os.ttyname(slave),
                sys.executable,
                "-m",
                "claude_client",
                *arguments,
            ],
            env={**environment, "TERM": "xterm", "COLUMNS": "80", "LINES": "24"},
            start_new_session=True,
        )
        self.seen = ""

    def read_until(self, text: str) -> str:
        """What is shown up to where `text` is."""
        while text not in self.seen:
            ready, _, _ = select.select([self._master], [], [], SECONDS)
            assert ready, f"{text!r} was not shown, only {self.seen!r}"
            self.seen += self._read()
        before, _, self.seen = self.seen.partition(text)
        return before + text

    def _read(self) -> str:
        try:
            data = os.read(self._master, 65536)
        except OSError:  # what Linux says once the program has ended
            data = b""
        assert data, f"the program has ended: {self.seen!r}"
        self._close_slave()
        return data.decode("utf-8", "replace")

    def _close_slave(self) -> None:
        """Once the program has opened the terminal, so that its end is seen."""
        if self._slave is not None:
            os.close(self._slave)
            self._slave = None

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def wait(self) -> int:
        if not self.seen:
            self.seen += self._read()
        while True:
            ready, _, _ = select.select([self._master], [], [], SECONDS)
            assert ready, f"the program did not end: {self.seen!r}"
            try:
                data = os.read(self._master, 65536)
            except OSError:
                break
            if not data:
                break
            self.seen += data.decode("utf-8", "replace")
        return self.process.wait(SECONDS)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._close_slave()
        os.close(self._master)


@pytest.fixture
def environment(sandbox: Sandbox, tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "ANTHROPIC_BASE_URL": sandbox.url,
        "ANTHROPIC_API_KEY": sandbox.api_key,
        "CLAUDE_CLIENT_CHATS": str(tmp_path),
    }


@pytest.fixture
def terminals(environment: dict[str, str]) -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for each in opened:
        each.close()


def test_a_chat_at_a_keyboard(terminals: list[Terminal], environment: dict[str, str], sandbox: Sandbox) -> None:
    sandbox.reply("It is **high** at noon.").reply("At six.")
    terminals.append(terminal := Terminal(["chat", "--name", "tides"], environment))

    terminal.read_until("> ")
    terminal.type("When is high water?\n")
    terminal.read_until("high")
    terminal.read_until("> ")
    terminal.type("And low?\n")
    terminal.read_until("At six.")
    terminal.read_until("> ")
    terminal.type("\x04")

    assert terminal.wait() == 0
    assert len(sandbox.last_request.json["messages"]) == 3


def test_ctrl_c_stops_a_message_and_keeps_what_came(
    terminals: list[Terminal], environment: dict[str, str], sandbox: Sandbox
) -> None:
    sandbox.reply("The tide turns at noon.")
    sandbox.fail("silence; after_events=6")
    terminals.append(terminal := Terminal(["chat"], environment))

    terminal.read_until("> ")
    terminal.type("When?\n")
    terminal.read_until("The")
    terminal.type("\x03")
    terminal.read_until("Stopped.")
    terminal.read_until("> ")
    terminal.type("/quit\n")

    assert terminal.wait() == 0


def test_ctrl_c_ends_a_command_with_130(
    terminals: list[Terminal], environment: dict[str, str], sandbox: Sandbox
) -> None:
    sandbox.reply("The tide turns at noon.")
    sandbox.fail("silence; after_events=6")
    terminals.append(terminal := Terminal(["ask", "When?"], environment))

    terminal.read_until("The")
    terminal.type("\x03")

    assert terminal.wait() == 130
    assert "Traceback" not in terminal.seen


def test_a_table_has_a_head_in_a_terminal(terminals: list[Terminal], environment: dict[str, str]) -> None:
    terminals.append(terminal := Terminal(["models"], environment))

    assert terminal.wait() == 0
    assert "input tokens" in terminal.seen
    assert "1,000,000" in terminal.seen


def test_a_closed_pipe_ends_the_program_quietly(environment: dict[str, str], sandbox: Sandbox) -> None:
    command = f"{sys.executable} -m claude_client models --json | head -n 1; exit ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, timeout=SECONDS)

    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert done.returncode in (0, 141), "0 where all was written before the pipe closed"


@pytest.mark.parametrize("arguments", [["ask", "Hi"], ["ask", "Hi", "--no-stream"], ["ask", "Hi", "--json"]])
def test_no_text_of_a_model_commands_the_terminal(
    terminals: list[Terminal], environment: dict[str, str], sandbox: Sandbox, arguments: list[str]
) -> None:
    sandbox.reply("before \x1b]0;title\x07 \x9b2J after")
    terminals.append(terminal := Terminal(arguments, {**environment, "NO_COLOR": "1"}))

    assert terminal.wait() == 0
    assert "before" in terminal.seen
    assert "\x1b]" not in terminal.seen
    assert "\x9b" not in terminal.seen
    assert "\x07" not in terminal.seen


def test_what_an_encoding_lacks_is_a_question_mark(environment: dict[str, str], sandbox: Sandbox) -> None:
    sandbox.reply("Galway \u2603")

    done = subprocess.run(
        [sys.executable, "-m", "claude_client", "ask", "Hi"],
        env={**environment, "PYTHONIOENCODING": "ascii"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"Galway ?\n", b"")


@pytest.mark.parametrize(("closed", "code"), [("<&- >&- 2>&-", 2), ("2>&- </dev/null", 2)])
def test_closed_streams_are_no_failure_of_the_program(environment: dict[str, str], closed: str, code: int) -> None:
    command = f"{sys.executable} -m claude_client ask {closed}"

    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, timeout=SECONDS)

    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_there_for_each_shell(environment: dict[str, str], shell: str) -> None:
    environment |= {"_CLAUDE_CLIENT_COMPLETE": f"complete_{shell}", "COMP_WORDS": "claude-client ba", "COMP_CWORD": "1"}
    environment |= {"_TYPER_COMPLETE_ARGS": "claude-client ba", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}

    done = subprocess.run(
        [sys.executable, "-m", "claude_client"], env=environment, capture_output=True, text=True, timeout=SECONDS
    )

    assert "batches" in done.stdout, done.stderr


def test_the_sandbox_is_served_until_it_is_stopped(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "claude_client", "sandbox", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout:
        line = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 0

    assert "http://127.0.0.1:" in line


def test_help_imports_neither_the_client_nor_pydantic() -> None:
    program = "import sys, claude_client.cli.app; print({'pydantic', 'httpx', 'claude_client.client'} & {*sys.modules})"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=SECONDS)

    assert done.stdout == "set()\n", done.stderr
