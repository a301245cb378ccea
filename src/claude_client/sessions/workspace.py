"""What a worker puts on its machine for one session before its tools run: the agent's skills and the memory stores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..core.logs import logger
from ..tools.agent import AgentToolContext
from .memory_folder import MemoryStoreError
from .memory_sync import DEFAULT_SYNC_INTERVAL, Deletions, MemoryRequests, SessionMemories
from .skills import SkillFolders, SkillRequests
from .steps import Do, Flow, Send

if TYPE_CHECKING:
    from ..core.request import Request
    from ..types import Session
    from ..types._tools import ToolLike


class SessionToolContext(AgentToolContext):
    """Where the tools of one session work: the directory of the worker, and the folders of its memory stores."""

    session: Session
    """The session, as it was when its item was taken."""

    @property
    def session_id(self) -> str:
        """Its id."""
        return self.session.id


Tools: TypeAlias = "Iterable[ToolLike] | Callable[[SessionToolContext], Iterable[ToolLike]]"
"""The tools of every session, or a function that makes those of one."""


@dataclass(frozen=True)
class WorkspaceOptions:
    """What a worker was told of its machine."""

    workdir: Path
    max_file_bytes: int | None
    memory_sync_interval: float | None = DEFAULT_SYNC_INTERVAL
    memory_sync_deletions: Deletions = "enabled"


@dataclass(frozen=True)
class WorkspaceRequests:
    """The requests that are sent for it, described by their resources."""

    session: Callable[[], Request[Any, Any]]
    skills: SkillRequests
    memories: MemoryRequests | None
    """None where the item brought no token that the API takes for memories."""


class Workspace:
    """What one session has on this machine."""

    def __init__(self, requests: WorkspaceRequests, options: WorkspaceOptions, tools: Tools | None) -> None:
        """Args:
        requests: What is sent.
        options: What the worker was told.
        tools: The session's tools; an agent's toolset where it is None.
        """
        self._requests = requests
        self._options = options
        self._tools = tools
        self._skills = SkillFolders(requests.skills, options.workdir)
        self._memories: SessionMemories | None = None
        self._context: SessionToolContext | None = None

    def prepare(self) -> Flow:
        """Download what the session has, and make its tools; None where it is over.

        Raises:
            MemoryStoreError: A memory store cannot be put on this machine.
            ClaudeError: The API cannot be reached, or refuses.
        """
        session: Session = yield Send(self._requests.session())
        if session.status == "terminated":
            logger.info("the session %s is over: its item is not worked on", session.id)
            return None
        yield from self._skills.download(session.agent.skills)
        yield from self._download_memories(session)
        return (yield Do(lambda: self._make_tools(session)))

    def _download_memories(self, session: Session) -> Flow:
        interval = self._options.memory_sync_interval
        if interval is None or not any(each.type == "memory_store" for each in session.resources):
            return
        if self._requests.memories is None:
            raise MemoryStoreError(
                f"the session {session.id} has memory stores, and its item has no token for them: the API does not take"
                " the environment's key there. memory_sync_interval=None works without memories"
            )
        self._memories = SessionMemories(
            self._requests.memories,
            self._options.workdir,
            interval=interval,
            deletions=self._options.memory_sync_deletions,
        )
        yield from self._memories.download(session.resources)

    def _make_tools(self, session: Session) -> Sequence[ToolLike]:
        if self._tools is not None and not callable(self._tools):
            return list(self._tools)
        stores = self._memories.stores if self._memories is not None else ()
        context = SessionToolContext(
            workdir=self._options.workdir,
            allowed_roots=[each.folder.path for each in stores],
            read_only_roots=[each.folder.path for each in stores if each.read_only],
            max_file_bytes=self._options.max_file_bytes,
        )
        context.session = session
        self._context = context
        if self._tools is not None:
            return list(self._tools(context))
        from ..tools.agent import beta_agent_toolset_20260401

        return cast("Sequence[ToolLike]", list(beta_agent_toolset_20260401(context)))

    def sync_if_due(self) -> Flow:
        """Synchronise the memories, where it is time."""
        if self._memories is not None:
            yield from self._memories.sync_if_due()

    def leave(self, *, whole: bool) -> Flow:
        """End the tools, save the memories, and remove what was put here.

        Args:
            whole: Whether the session's work is done, so that its memories are synchronised and not only saved.
        """
        if self._context is not None:
            # Before the last look at the files: nothing is to write to them then.
            yield Do(self._context.close)
        if self._memories is not None:
            yield from self._memories.end(whole=whole)
        yield Do(self._skills.remove)
