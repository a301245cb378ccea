"""Errors as a terminal shows them, and the exit codes of the program."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import TypeVar

import typer
from typing_extensions import ParamSpec

P = ParamSpec("P")
R = TypeVar("R")


class ExitCode(IntEnum):
    """How the program ends. They are listed in the guide about the terminal."""

    OK = 0
    FAILED = 1
    """The API refused the request, or something went wrong on this machine."""

    USAGE = 2
    """An option, an argument or an input file is invalid. Nothing was sent."""

    CREDENTIALS = 3
    """There is no key, or the API does not take it."""

    RETRY_LATER = 4
    """A rate limit, an overloaded API, or no connection: the same command may succeed later."""

    INCOMPLETE = 5
    """There is a result, but not all of it: a message was cut off or refused, or requests of a job failed."""

    INTERRUPTED = 130
    """Ctrl+C."""

    CLOSED_PIPE = 141
    """The program that read the output has ended."""


class UsageError(ValueError):
    """What was given to a command is invalid."""


def tell(text: str) -> None:
    """Write a line for the user, beside the output: to standard error."""
    from ..rendering.terminal import visible

    print(visible(text), file=sys.stderr)


def report_failures(command: Callable[P, R]) -> Callable[P, R]:
    """`command`, whose errors end the program with one line and an exit code instead of a traceback."""

    @functools.wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            return command(*arguments, **options)
        except BrokenPipeError:
            # What is left in the buffer is written at exit, and would fail once more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.CLOSED_PIPE) from None
        except KeyboardInterrupt:
            tell("Interrupted.")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except Exception as error:
            code = exit_code(error)
            if code is None:
                raise
            tell(f"claude-client: {describe(error)}")
            raise typer.Exit(code) from None

    return run


def exit_code(error: Exception) -> ExitCode | None:
    """The exit code for an error; None where it is a fault of the program, which shows its traceback."""
    from ..core.retries import worth_retrying
    from ..errors import (
        AuthenticationError,
        BudgetExceededError,
        CallDeadlineError,
        ClaudeError,
        CredentialsError,
        PermissionDeniedError,
    )
    from ..jobs.calling import JobDeadlineError

    if isinstance(error, (AuthenticationError, PermissionDeniedError, CredentialsError)):
        return ExitCode.CREDENTIALS
    if isinstance(error, (BudgetExceededError, JobDeadlineError)):
        return ExitCode.INCOMPLETE
    if isinstance(error, ClaudeError):
        later = isinstance(error, CallDeadlineError) or worth_retrying(error)
        return ExitCode.RETRY_LATER if later else ExitCode.FAILED
    if isinstance(error, (OSError, ImportError)):
        return ExitCode.FAILED
    # Arguments that the client refuses before it sends anything.
    return ExitCode.USAGE if isinstance(error, (ValueError, TypeError)) else None


def describe(error: Exception) -> str:
    """An error in words, with what helps."""
    from ..errors import APIStatusError, CredentialsError

    if isinstance(error, FileNotFoundError) and error.filename is not None:
        return f"{error.filename}: there is no such file"
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    text = str(error) or type(error).__name__
    if isinstance(error, CredentialsError):
        return f"{text}\n`claude-client doctor` looks for what is wrong; --sandbox needs no key."
    if isinstance(error, APIStatusError) and error.request_id and error.request_id not in text:
        return f"{text} (request {error.request_id})"
    return text
