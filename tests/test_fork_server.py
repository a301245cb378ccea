"""The fork server runs a program as `python` does, so that tests which use it can fail."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from fork_server import CAN_FORK, ForkServer

STRICT = {**os.environ, "PYTHONWARNINGS": "error"}


def test_a_program_has_a_main_module_and_arguments_of_its_own(fork_server: ForkServer, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("import os, sys, beside\nprint(__name__, __file__, sys.argv[1:], input(), os.getcwd())")
    tmp_path.joinpath("beside.py").write_text("")
    folder = tmp_path / "folder"
    folder.mkdir()

    done = fork_server.run(program, "--flag", cwd=folder, input="typed")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"__main__ {program} ['--flag'] typed {folder}\n"


def test_nothing_of_a_program_is_left_for_the_next(fork_server: ForkServer) -> None:
    fork_server.run("-c", "import os, claude_client; kept = claude_client.kept = os.environ['KEPT'] = 'kept'")

    done = fork_server.run(
        "-c",
        "import os, claude_client; print('kept' in globals(), hasattr(claude_client, 'kept'), 'KEPT' in os.environ)",
    )

    assert done.stdout == "False False False\n"


@pytest.mark.parametrize(
    ("code", "returncode", "said"),
    [
        ("raise ValueError('no')", 1, "ValueError: no"),
        ("import sys; sys.exit(3)", 3, ""),
        ("import sys; sys.exit('no')", 1, "no"),
        ("import warnings; warnings.warn('old')", 1, "UserWarning: old"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", -15, ""),
        ("import socket; kept = socket.socket()", 0, "ResourceWarning"),
        ("import atexit; atexit.register(lambda: 1 / 0)", 0, "ZeroDivisionError"),
    ],
)
def test_a_failure_is_told_as_by_an_interpreter(fork_server: ForkServer, code: str, returncode: int, said: str) -> None:
    done = fork_server.run("-c", code, env=STRICT)

    assert done.returncode == returncode
    assert said in done.stderr
    assert bool(said) is bool(done.stderr)


def test_a_program_that_does_not_end_is_killed(fork_server: ForkServer) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        fork_server.run("-c", "import signal; signal.pause()", timeout=0.1)

    assert fork_server.run("-c", "print('next')").stdout == "next\n"


def test_programs_are_forked_from_a_process_without_threads(fork_server: ForkServer) -> None:
    """What a thread held would be held for ever in what is forked, and Python 3.12 warns of it."""
    done = fork_server.run("-c", "import os; print(os.getppid())")
    threads = Path(f"/proc/{done.stdout.strip()}/task")

    assert not CAN_FORK or len([*threads.iterdir()]) == 1
