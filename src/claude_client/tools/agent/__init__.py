"""An agent's tools on this machine: `bash`, `read`, `write`, `edit`, `glob` and `grep`.

    tools = agent_toolset("work", confirm=ask_the_user)

`roots` keeps the file tools in their directories, `shell` is the process behind `bash`, `context` has the bounds. The
tools run on both clients: in `run_tools()`, in `sessions.events.tool_runner()` and in a worker; on `AsyncClient` each
call is made in a thread. They are context managers: whoever runs them leaves them at the end, which ends the shell.

A worker that trusts its agents (their permission policies, and the machine it runs on) makes the tools of a session by
`beta_agent_toolset_20260401(AgentToolContext(workdir=...))`, which asks nobody.
"""

from __future__ import annotations

from ..results import ToolError as ToolError
from .base import AgentTool as AgentTool
from .context import AgentToolContext as AgentToolContext
from .context import resolve_path as resolve_path
from .files import EditTool as EditTool
from .files import ReadTool as ReadTool
from .files import WriteTool as WriteTool
from .roots import OutsideRootsError as OutsideRootsError
from .search import GlobTool as GlobTool
from .search import GrepTool as GrepTool
from .shell import BashResult as BashResult
from .shell import BashSession as BashSession
from .toolset import BashTool as BashTool
from .toolset import agent_toolset as agent_toolset
from .toolset import beta_agent_toolset_20260401 as beta_agent_toolset_20260401
from .toolset import beta_bash_tool as beta_bash_tool
from .toolset import beta_edit_tool as beta_edit_tool
from .toolset import beta_glob_tool as beta_glob_tool
from .toolset import beta_grep_tool as beta_grep_tool
from .toolset import beta_read_tool as beta_read_tool
from .toolset import beta_write_tool as beta_write_tool
