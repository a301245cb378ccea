"""Functions that the model may call, and the loop that runs them: `@tool`, `Tool`, `messages.run_tools()`.

`definitions` has the tools themselves, `arguments` what the model sees of their parameters, `results` what it gets
back; `toolsets` those that stand for several, and `policies` what a program lets them do. `loop` says what comes next
in a run and does no I/O; `runner` has the two drivers, and `calls` runs calls side by side.
"""

from __future__ import annotations

from ..types._tools import ToolLike as ToolLike
from .definitions import BuiltinTool as BuiltinTool
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
from .policies import AllowedHosts as AllowedHosts
from .policies import Confirm as Confirm
from .policies import ConfirmContext as ConfirmContext
from .policies import FilePolicy as FilePolicy
from .policies import LocalFilePolicy as LocalFilePolicy
from .policies import ToolsetCallContext as ToolsetCallContext
from .policies import URLContext as URLContext
from .policies import URLPolicy as URLPolicy
from .policies import check_upload_path as check_upload_path
from .results import ToolAbort as ToolAbort
from .results import ToolError as ToolError
from .runner import AsyncToolRunner as AsyncToolRunner
from .runner import ToolRunner as ToolRunner
from .toolset_errors import ConfirmDeclinedError as ConfirmDeclinedError
from .toolset_errors import ConfirmFailedError as ConfirmFailedError
from .toolset_errors import DisabledMemberError as DisabledMemberError
from .toolset_errors import InvalidMemberInputError as InvalidMemberInputError
from .toolset_errors import TabMissingError as TabMissingError
from .toolset_errors import ToolsetClosedError as ToolsetClosedError
from .toolset_errors import ToolsetConfigError as ToolsetConfigError
from .toolset_errors import ToolsetContractError as ToolsetContractError
from .toolset_errors import ToolsetUsageError as ToolsetUsageError
from .toolset_errors import UnavailableMemberError as UnavailableMemberError
from .toolset_errors import UnknownMemberError as UnknownMemberError
from .toolset_errors import UploadRefusedError as UploadRefusedError
from .toolset_errors import URLRefusedError as URLRefusedError
from .toolsets import AsyncRunnableToolset as AsyncRunnableToolset
from .toolsets import RunnableToolset as RunnableToolset
