"""What runs an agent's sessions from here: event streams that go on, previews, tools, and the queue of work.

`events` keeps a stream whole over lost connections. `accumulate` makes messages of their previews. `loop` says what
comes next while the tools of a session are run, and does no I/O; `drivers` has the two loops that do. `work` does the
same for the items of a self-hosted environment.
"""

from __future__ import annotations

from .accumulate import accumulate_managed_agents_event as accumulate_managed_agents_event
from .custom_tools import custom_tool as custom_tool
from .loop import DispatchedToolCall as DispatchedToolCall
from .runner import AsyncSessionToolRunner as AsyncSessionToolRunner
from .runner import SessionToolRunner as SessionToolRunner
from .work import AsyncWorkPoller as AsyncWorkPoller
from .work import WorkPoller as WorkPoller
from .worker import AsyncEnvironmentWorker as AsyncEnvironmentWorker
from .worker import EnvironmentWorker as EnvironmentWorker
