"""The tools of an agent by one call, and `bash`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, Field

from ..results import ToolError
from .base import AgentTool
from .context import AgentToolContext
from .files import EditTool, ReadTool, WriteTool
from .search import GlobTool, GrepTool
from .shell import DEFAULT_TIMEOUT, ShellEndedError

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..definitions import Tool
    from ..policies import Confirm

MAX_TIMEOUT: Final = 600.0
"""Seconds that the model may let a command take."""

MAX_COMMAND_BYTES: Final = 256 * 1024
"""Bytes of a command: the shell reads them one by one."""


class BashInput(BaseModel):
    """The input of `bash`."""

    command: Annotated[str | None, Field(description="What to run.")] = None
    restart: Annotated[bool | None, Field(description="Start a new shell first; the old one and all it runs end.")] = (
        None
    )
    timeout_ms: Annotated[
        int | None, Field(description="Milliseconds that the command may take; 120000 when left out, 600000 at most.")
    ] = None


class BashTool(AgentTool[BashInput]):
    """`bash`: commands in a shell that goes on between them. A run ends the shell at its end."""

    name = "bash"
    description = (
        "Run a command in a bash shell. Its directory, variables and functions are kept for the next command. It has "
        "no terminal and no input; only the end of a long output is shown."
    )
    input_type = BashInput
    needs_confirmation = True
    # Of a run: the bounds below end the command, which the run cannot.
    timeout: float | None = MAX_TIMEOUT + 30

    def run(self, input: BashInput) -> object:
        shell = self.context.shell
        if input.restart:
            shell.restart()
        if not input.command:
            if input.restart:
                return "bash session restarted"
            raise ToolError("Give a command to run.")
        if "\0" in input.command or len(input.command.encode("utf-8", "replace")) > MAX_COMMAND_BYTES:
            raise ToolError(f"A command has at most {MAX_COMMAND_BYTES} bytes, and no NUL character in it.")
        timeout = DEFAULT_TIMEOUT if input.timeout_ms is None else input.timeout_ms / 1000
        if not 0 < timeout <= MAX_TIMEOUT:
            raise ToolError(f"timeout_ms is {input.timeout_ms}: it takes 1 to {MAX_TIMEOUT * 1000:.0f}.")
        try:
            result = shell.run(input.command, timeout)
        except ShellEndedError as error:
            problem = f"There is no shell: {error}. Call bash with restart to start another one."
            raise ToolError(f"{error.output}\n\n{problem}" if error.output else problem) from error
        except OSError as error:
            raise ToolError(f"No shell could be started: {error.strerror}.") from error
        if result.exit_code:
            raise ToolError(f"{result.output}\n\nexit code {result.exit_code}".lstrip("\n"))
        return result.output

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.context.shell.restart()


def agent_toolset(
    workdir: str | os.PathLike[str] | AgentToolContext,
    *,
    confirm: Confirm | None = None,
    read_only_roots: Sequence[str | os.PathLike[str]] = (),
) -> list[Tool]:
    """The tools of an agent on this machine: `bash`, `read`, `write`, `edit`, `glob` and `grep`.

        client.messages.run_tools(tools=agent_toolset("work", confirm=ask_the_user), ...)

    The file tools stay in `workdir`. `bash` runs with all rights of your program, and runs nothing unless `confirm`
    allows it.

    Args:
        workdir: The working directory, which has to exist, or a context with everything about it.
        confirm: Asked before each call of `bash`, `write` and `edit` with a `ConfirmContext`: the tool is its
            `.member`, and `.input.command` the command. Only True lets the call run. Left out, `bash` is refused, and
            `write` and `edit` are not asked about.
        read_only_roots: Directories in which files may be read and not written.

    Raises:
        ValueError: `workdir` is not there.
        RuntimeError: This is not a POSIX system.
    """
    if not isinstance(workdir, AgentToolContext):
        workdir = AgentToolContext(workdir=workdir, confirm=confirm, read_only_roots=read_only_roots)
    elif confirm is not None or read_only_roots:
        raise TypeError("confirm and read_only_roots are fields of the context: AgentToolContext(confirm=...)")
    return [kind(workdir) for kind in _KINDS]


def beta_agent_toolset_20260401(ctx: AgentToolContext) -> list[Tool]:
    """The same by the official name. As there, `bash` runs unasked where the context has no `confirm`."""
    return [beta_bash_tool(ctx), *(kind(ctx) for kind in _KINDS[1:])]


def beta_bash_tool(ctx: AgentToolContext) -> BashTool:
    """`bash` by the official name. As there, it runs unasked where the context has no `confirm`."""
    tool = BashTool(ctx)
    tool.needs_confirmation = ctx.confirm is not None
    return tool


_KINDS: Final[Sequence[Callable[[AgentToolContext], AgentTool[Any]]]] = (
    BashTool,
    ReadTool,
    WriteTool,
    EditTool,
    GlobTool,
    GrepTool,
)

beta_read_tool = ReadTool
beta_write_tool = WriteTool
beta_edit_tool = EditTool
beta_glob_tool = GlobTool
beta_grep_tool = GrepTool
