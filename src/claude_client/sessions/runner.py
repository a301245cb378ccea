"""`SessionToolRunner` and `AsyncSessionToolRunner`: a session whose tools run here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..tools.definitions import needs_event_loop
from .drivers import AsyncFlowIterator, FlowIterator
from .loop import DispatchedToolCall, SessionLoop


class SessionToolRunner(FlowIterator[DispatchedToolCall]):
    """A session on `Client` whose tools run here. Iterating runs a call, sends its result, and gives both."""

    session_id: str


class AsyncSessionToolRunner(AsyncFlowIterator[DispatchedToolCall]):
    """A session on `AsyncClient` whose tools run here. Iterating runs a call, sends its result, and gives both."""

    session_id: str


@dataclass(frozen=True)
class SessionTools:
    """What a client makes one of the two of."""

    session_id: str
    loop: SessionLoop

    def on_client(self, send: Callable[[Any], Any]) -> SessionToolRunner:
        """The runner on `Client`.

        Raises:
            TypeError: A tool belongs to an event loop.
        """
        check_tools(self.loop)
        runner = SessionToolRunner(self.loop.run(), send)
        runner.session_id = self.session_id
        return runner

    def on_async_client(self, send: Callable[[Any], Any]) -> AsyncSessionToolRunner:
        """The runner on `AsyncClient`."""
        runner = AsyncSessionToolRunner(self.loop.run(), send)
        runner.session_id = self.session_id
        return runner


def check_tools(loop: SessionLoop) -> None:
    """Refuse tools that cannot run on `Client`.

    Raises:
        TypeError: A tool belongs to an event loop.
    """
    for tool in loop.tools.values():
        if needs_event_loop(tool):
            raise TypeError(f"the tool {tool.name} belongs to an event loop: it runs on AsyncClient")
