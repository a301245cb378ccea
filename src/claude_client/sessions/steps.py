"""What a flow of this room may ask its driver to do. A flow is a generator: it yields one of these at a time, and is
resumed with what that came to, or with the error in place of it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from ..types.request_options import omit

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.request import Request
    from ..tools import Approve
    from ..tools.loop import Call

T = TypeVar("T")


@dataclass(frozen=True)
class Give(Generic[T]):
    """Give this to whoever iterates. What it is resumed with says nothing."""

    value: T


@dataclass(frozen=True)
class Send:
    """Send this; resumed with its value."""

    request: Request[Any, Any]


@dataclass(frozen=True)
class ListAll:
    """Send this, which gives a page; resumed with the items of this page and all that follow."""

    request: Request[Any, Any]


@dataclass(frozen=True)
class SendAll:
    """Send these side by side; resumed with what each came to: its value, or the `ClaudeError` in its place."""

    requests: Sequence[Request[Any, Any]]


@dataclass(frozen=True)
class Save:
    """Send this, which gives a file, and write it to `path`."""

    request: Request[Any, Any]
    path: Path


@dataclass(frozen=True)
class Do:
    """Call this, which may block; resumed with what it returns."""

    function: Callable[[], Any]


@dataclass(frozen=True)
class Open:
    """Send this, and keep its stream open in place of the one before."""

    request: Request[Any, Any]


class Read:
    """Read the next item of the open stream; resumed with None at its end."""


@dataclass(frozen=True)
class Pause:
    """Wait so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Ask:
    """Ask whether a call may be made."""

    approve: Approve
    call: Call


@dataclass(frozen=True)
class RunCall:
    """Run a call of a tool; resumed with its result."""

    call: Call


class Runnable(Protocol):
    """What a client makes a runner of."""

    def on_client(self, send: Callable[[Any], Any]) -> Any:
        """The runner on `Client`, which sends by `send`."""
        ...

    def on_async_client(self, send: Callable[[Any], Any]) -> Any:
        """The runner on `AsyncClient`."""
        ...


Flow: TypeAlias = "Generator[Any, Any, Any]"
"""What it returns is for the flow that it is a part of."""


class BearerHeaders(dict[str, Any]):
    """Headers that authenticate with a token in place of the client's credentials. They are not shown."""

    def __init__(self, token: str | None, extra_headers: Mapping[str, str] | None = None) -> None:
        """Args:
        token: The token; the client's credentials are used where it is None.
        extra_headers: Headers to send beside it.
        """
        super().__init__(extra_headers or {})
        if token is not None:
            self.update({"authorization": f"Bearer {token}", "x-api-key": omit})

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self)})"


@dataclass
class Lease:
    """Whether an item of work is still this worker's, and for how long."""

    seconds: float = 300.0
    """How long it lasts without a heartbeat."""
    ended: str | None = None
    """Why it is no longer to be worked on."""
    is_lost: bool = False
    """Whether it belongs to the queue or to another worker by now, so that it is not this one's to stop."""
    on_end: list[Callable[[], object]] = field(default_factory=list[Callable[[], object]])
    """Called when it ends."""

    def call_at_end(self, call: Callable[[], object]) -> None:
        """Call this when it ends, or now where it has."""
        self.on_end.append(call)
        if self.ended is not None:
            call()

    def end(self, reason: str, *, lost: bool = False) -> None:
        """Note that the item is no longer to be worked on; the first reason counts."""
        if self.ended is None:
            self.ended, self.is_lost = reason, lost
            for call in self.on_end:
                call()
