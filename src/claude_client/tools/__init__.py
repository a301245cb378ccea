"""Functions that the model may call, and the loop that runs them: `@tool`, `Tool`, `messages.run_tools()`.

`definitions` has the tools themselves, `arguments` what the model sees of their parameters, `results` what it gets
back. `loop` says what comes next in a run and does no I/O; `runner` has the two drivers.
"""

from __future__ import annotations

from ..types._tools import ToolLike as ToolLike
from .definitions import ClassTool as ClassTool
from .definitions import FunctionTool as FunctionTool
from .definitions import Tool as Tool
from .definitions import ToolDecorator as ToolDecorator
from .definitions import ToolFields as ToolFields
from .definitions import ToolOptions as ToolOptions
from .definitions import beta_async_tool as beta_async_tool
from .definitions import beta_tool as beta_tool
from .definitions import to_params as to_params
from .definitions import tool as tool
from .injection import ToolContext as ToolContext
from .loop import Approve as Approve
from .loop import OnCall as OnCall
from .loop import OnResult as OnResult
from .loop import Policy as Policy
from .loop import ToolLoop as ToolLoop
from .results import ToolAbort as ToolAbort
from .results import ToolError as ToolError
from .runner import AsyncToolRunner as AsyncToolRunner
from .runner import ToolRunner as ToolRunner
