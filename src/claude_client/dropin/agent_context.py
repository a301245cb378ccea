"""`AgentToolContext` as the official package has it: closed on an event loop, and with the skills of a session."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ..sessions.skills import SkillFolders, SkillRequests
from ..sessions.steps import Do, Save, Send
from ..tools.agent import AgentToolContext as _AgentToolContext

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..client import AsyncClient
    from ..types import Session


@dataclass(kw_only=True)
class AgentToolContext(_AgentToolContext):
    """The context of an agent's tools. `async with` downloads the skills of the session, where one is given."""

    client: AsyncClient | None = None
    """What the skills are downloaded by."""

    session: Session | None = None
    """The session whose agent's skills are put into `skills/` of the working directory."""

    session_id: str | None = None
    """The same by its id."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._skills: SkillFolders | None = None

    async def setup_skills(self) -> None:
        """Download the skills. One that cannot be had is logged and left out."""
        client, session = self.client, self.session
        if client is None or (session is None and self.session_id is None):
            return
        if session is None:
            session = await client.beta.sessions.retrieve(str(self.session_id))
        versions: Any = client.beta.skills.versions
        requests = SkillRequests(
            lambda skill_id, version: versions.retrieve(version, skill_id=skill_id),
            lambda skill_id, version: versions.download(version, skill_id=skill_id),
        )
        self._skills = SkillFolders(requests, self.workdir)
        await _drive(self._skills.download(session.agent.skills))

    async def close(self) -> None:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # it is awaited there
        """End the shell, and remove the skills that were downloaded."""
        from anyio.to_thread import run_sync

        await run_sync(super().close)
        if self._skills is not None:
            await run_sync(self._skills.remove)

    async def __aenter__(self) -> Self:
        await self.setup_skills()
        return self

    async def __aexit__(self, *exception: object) -> None:
        import anyio

        with anyio.CancelScope(shield=True):
            await self.close()


async def _drive(flow: Generator[object, Any, Any]) -> None:
    """Take the steps of a download."""
    resume = partial(flow.send, None)
    while True:
        try:
            step = resume()
        except StopIteration:
            return
        try:
            outcome = await _do(step)
        except Exception as error:  # the flow knows which it can go on after
            resume = partial(flow.throw, error)
        else:
            resume = partial(flow.send, outcome)


async def _do(step: object) -> Any:
    from anyio.to_thread import run_sync

    if isinstance(step, Do):
        return await run_sync(step.function)
    # What is to be sent are calls of the client here.
    assert isinstance(step, (Save, Send))
    call: Any = step.request
    value = await call
    return await value.write_to_file(step.path) if isinstance(step, Save) else value
