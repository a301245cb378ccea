"""Runs Python programs, each in a process that is forked from one with this package loaded.

A fresh interpreter takes a second to import the client, the sandbox and what they rest on; a forked one has them. Each
program still has a process, a folder, an environment and a `__main__` of its own, and ends as an interpreter ends.

Tests of what an import loads or costs need a fresh interpreter: use `subprocess` there.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LONGEST = 100_000
"""Bytes of a message between the server and the tests."""
CAN_FORK = sys.platform == "linux"
"""Programs are run by `subprocess` elsewhere: Windows has no fork, and libraries of macOS do not survive one."""


class ForkServer:
    """Runs programs with the modules in `preload` loaded; call `close` in the end."""

    def __init__(self, *preload: str) -> None:
        self._preload = preload
        self._process: subprocess.Popen[bytes] | None = None

    def run(
        self,
        *arguments: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        input: str = "",
        timeout: float = 120,
    ) -> subprocess.CompletedProcess[str]:
        """What `python *arguments` prints and how it ends: a file, `-c` with code, or `-m` with a module."""
        command = [sys.executable, *map(str, arguments)]
        env = dict(os.environ if env is None else env)
        if not CAN_FORK:
            return subprocess.run(
                command,
                cwd=cwd,
                env=env,
                input=input,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=timeout,
            )
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("stdin", "stdout", "stderr")]
            paths[0].write_text(input, "utf-8")
            request = [command[1:], str(cwd or Path.cwd()), env, [str(path) for path in paths]]
            returncode = self._send(request, timeout)
            # Newlines as a pipe gives them.
            stdout, stderr = (path.read_text("utf-8") if path.exists() else "" for path in paths[1:])
        if returncode is None:
            raise subprocess.TimeoutExpired(command, timeout, stdout, stderr)
        return subprocess.CompletedProcess(command, returncode, stdout, stderr)

    def _send(self, request: Any, timeout: float) -> int | None:
        if self._process is None:
            # Of a kind that keeps messages apart.
            self._socket, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
            code = "import sys; sys.path.insert(0, sys.argv[1]); import fork_server; fork_server.serve()"
            self._process = subprocess.Popen(
                [sys.executable, "-X", "utf8", "-c", code, HERE, str(theirs.fileno()), *self._preload],
                env={**os.environ, "MPLBACKEND": "agg"},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
            theirs.close()
        self._socket.send(json.dumps(request).encode())
        program = int(self._socket.recv(LONGEST))
        self._socket.settimeout(timeout)
        try:
            return int(self._socket.recv(LONGEST))
        except TimeoutError:
            with suppress(ProcessLookupError):
                os.kill(program, signal.SIGKILL)
        finally:
            self._socket.settimeout(None)
        self._socket.recv(LONGEST)
        return None

    def close(self) -> None:
        """Let the process end in which programs are forked."""
        if self._process is not None:
            self._socket.close()
            self._process.wait()
            self._process = None


def serve() -> None:
    """Fork a process for each request; returns, in that process, when the program is done."""
    _, descriptor, *preload = sys.argv[1:]
    channel = socket.socket(fileno=int(descriptor))
    for module in preload:
        import_module(module)
    gc.collect()
    gc.freeze()
    while request := channel.recv(LONGEST):
        if (program := os.fork()) == 0:
            channel.close()
            return _run(*json.loads(request))
        channel.send(str(program).encode())
        _, status = os.waitpid(program, 0)
        channel.send(str(os.waitstatus_to_exitcode(status)).encode())
    return None


def _run(arguments: list[str], cwd: str, env: dict[str, str], paths: list[str]) -> None:
    for number, path in enumerate(paths):
        file = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    if env.get("PYTHONWARNINGS") == "error":
        warnings.simplefilter("error")
    main = sys.modules["__main__"].__dict__
    builtins = main["__builtins__"]
    main.clear()
    main.update({"__name__": "__main__", "__builtins__": builtins})
    program, *others = arguments
    if program == "-m":
        sys.path[0], sys.argv[:] = cwd, others
        runpy.run_module(others[0], run_name="__main__", alter_sys=True)
        return
    if program == "-c":
        sys.path[0], sys.argv[:] = "", ["-c", *others[1:]]
        code = compile(others[0], "<string>", "exec", dont_inherit=True)
    else:
        sys.path[0], sys.argv[:] = str(Path(program).parent), arguments
        main["__file__"] = program
        code = compile(Path(program).read_bytes(), program, "exec", dont_inherit=True)
    exec(code, main)
