"""A bash process that runs one command after another, and keeps its directory, variables and functions between them.

The commands arrive on the shell's standard input, each followed by a NUL; exit codes leave on its standard output. What
a command writes goes to a third pipe, and it reads nothing. So a command cannot take the next one for its input, and
whether it is done is not looked for in what it wrote.
"""

from __future__ import annotations

import os
import selectors
import shutil
import signal
import subprocess
import threading
import time
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Final, cast

OUTPUT_LIMIT: Final = 100 * 1024
"""Bytes of a command's output that are kept: the last ones."""

DEFAULT_TIMEOUT: Final = 120.0
"""Seconds that a command may take."""

# A descriptor of the pipe for output that commands get and cannot close for the next one.
_LOOP: Final = """
exec 9>&2 2>/dev/null
while IFS= builtin read -r -d '' __claude_command; do
    builtin eval "$__claude_command" </dev/null >&9 2>&9 9>&-
    builtin printf '%s\\0' "$?"
done
"""
_TICK: Final = 0.2
_DRAIN_SECONDS: Final = 0.5
_CHUNK: Final = 64 * 1024


@dataclass(frozen=True)
class BashResult:
    """What a command wrote, and how it ended."""

    output: str
    """The end of what it wrote to its output and its error output, in the order in which it came."""

    exit_code: int


class ShellEndedError(Exception):
    """There is no shell, or it ended while the command ran."""

    def __init__(self, reason: str, output: str = "") -> None:
        super().__init__(reason)
        self.output: str = output


class BashSession:
    """A shell that is started by its first command. Its methods may be called from several threads.

    The shell has all rights of the program: it is not bound to its directory.
    """

    def __init__(self, directory: str, env: Mapping[str, str]) -> None:
        """Args:
        directory: Where it starts.
        env: Its environment variables.
        """
        self._directory = directory
        self._env = dict(env)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        # Once only: its number may later be that of another program's processes.
        self._discard: weakref.finalize[[subprocess.Popen[bytes]], BashSession] | None = None
        self._ended: str | None = None
        """Why there is no shell any more."""

    def run(self, command: str, timeout: float = DEFAULT_TIMEOUT) -> BashResult:
        """Run a command and wait for its end, or for `timeout` seconds.

        Raises:
            ShellEndedError: The command ended the shell or took too long, or an earlier one did.
        """
        with self._lock:
            if self._ended is not None:
                raise ShellEndedError(self._ended)
            if self._process is None:
                self._process = _start(self._directory, self._env)
                self._discard = weakref.finalize(self, _discard, self._process)
            try:
                return self._run(self._process, command, timeout)
            except ShellEndedError as error:
                self._end(str(error))
                raise

    def restart(self) -> None:
        """End the shell and everything that it started; the next command starts another."""
        self.close()
        with self._lock:
            self._ended = None

    def close(self) -> None:
        """End the shell and everything that it started, a command that is running too."""
        process = self._process
        if process is not None and process.returncode is None:
            _kill(process)
        with self._lock:
            self._end("the shell was closed")

    def _end(self, reason: str) -> None:
        discard, self._discard = self._discard, None
        self._process, self._ended = None, reason
        if discard is not None:
            discard()

    def _run(self, process: subprocess.Popen[bytes], command: str, timeout: float) -> BashResult:
        output = _Tail(OUTPUT_LIMIT)
        try:
            status = _converse(process, command.encode("utf-8", "replace"), output, timeout)
        except TimeoutError:
            reason = f"the command took more than {timeout:g} seconds, and the shell was ended with it"
        except OSError:
            reason = "the shell had ended"
        else:
            if status is not None:
                return BashResult(output.text(), status)
            code = process.poll()
            reason = "the shell ended" if code is None else f"the shell ended with exit code {code}"
        raise ShellEndedError(reason, output.text())


class _Tail:
    """The last bytes of an output."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept = bytearray()
        self._is_cut = False

    def add(self, data: bytes) -> None:
        self._kept += data
        if len(self._kept) > 2 * self._most:
            self._cut()

    def _cut(self) -> None:
        self._is_cut = self._is_cut or len(self._kept) > self._most
        del self._kept[: -self._most]

    def text(self) -> str:
        self._cut()
        text = self._kept.decode("utf-8", "replace").rstrip("\n")
        return f"[output truncated]\n{text}" if self._is_cut else text


def _start(directory: str, env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    bash = "/bin/bash" if os.access("/bin/bash", os.X_OK) else shutil.which("bash")
    if bash is None:
        raise FileNotFoundError("bash is not installed")
    # A session of its own, so that all of its processes can be ended at once and none has a terminal.
    process = subprocess.Popen(  # noqa: S603  # what the commands are is the user's decision: confirm=
        [bash, "--noprofile", "--norc", "-c", _LOOP, "bash"],
        cwd=directory,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
    )
    for pipe in _readable(process):
        os.set_blocking(pipe.fileno(), False)
    return process


def _readable(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """The pipes of exit codes and of output."""
    return cast("IO[bytes]", process.stdout), cast("IO[bytes]", process.stderr)


def _converse(process: subprocess.Popen[bytes], command: bytes, output: _Tail, timeout: float) -> int | None:
    """Give the shell a command and collect its output; the exit code, or None where the shell ended.

    Raises:
        TimeoutError: It took too long.
        OSError: There is no shell to give it to.
    """
    ends = time.monotonic() + timeout
    codes, written = _readable(process)
    assert process.stdin is not None
    process.stdin.write(command + b"\0")
    code = b""
    with selectors.DefaultSelector() as selector:
        for pipe in (codes, written):
            selector.register(pipe, selectors.EVENT_READ)
        while not code.endswith(b"\0"):
            left = ends - time.monotonic()
            if left <= 0:
                _drain(written, output)
                raise TimeoutError
            # A process in the background may hold the pipes open when the shell is gone.
            ready = selector.select(min(left, _TICK))
            if not ready and process.poll() is not None:
                break
            for key, _ in ready:
                data = _read(key.fileobj)
                if data == b"":
                    selector.unregister(key.fileobj)
                elif data is not None and key.fileobj is written:
                    output.add(data)
                elif data is not None:
                    code += data
            if codes not in (key.fileobj for key in selector.get_map().values()):
                # Its end may take longer than that of its pipe.
                with suppress(subprocess.TimeoutExpired):
                    process.wait(max(0.0, ends - time.monotonic()))
                break
    _drain(written, output)
    return int(code[:-1]) if code.endswith(b"\0") else None


def _read(pipe: object) -> bytes | None:
    """What there is in a pipe; nothing at its end, and None where there is nothing now."""
    try:
        return os.read(cast("IO[bytes]", pipe).fileno(), _CHUNK)
    except BlockingIOError:
        return None


def _drain(pipe: IO[bytes], output: _Tail) -> None:
    """Take what is in the pipe already. A process in the background may go on writing to it."""
    ends = time.monotonic() + _DRAIN_SECONDS
    while time.monotonic() < ends and (data := _read(pipe)):
        output.add(data)


def _kill(process: subprocess.Popen[bytes]) -> None:
    # The session of the shell has its number.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _discard(process: subprocess.Popen[bytes]) -> None:
    _kill(process)
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    process.wait()
