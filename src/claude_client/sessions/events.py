"""A stream of a session's events that goes on where a lost connection has cut it.

Whoever connects again gets the events from then on. So the new connection is opened first, then the session's list of
events is read from the newest back to the last that was seen, and what comes twice is given once.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ..streaming.decoding import EventDecoder
from ..streaming.stream import Events

if TYPE_CHECKING:
    from ..core.request import Request
    from ..core.response import AsyncResponse, Response

T = TypeVar("T")

_KEPT: Final = 10_000
"""How many ids of events are kept. Only the latest few can come twice."""


class SessionEvents(Events[T]):
    """The events of a session or thread. It belongs to one call, and knows which of them its caller has."""

    def __init__(
        self, type_: type[T], history: Callable[[datetime | None], Request[Any, Any]], *, newest_first: bool = True
    ) -> None:
        """Args:
        type_: What an event is read as.
        history: The list of events, the newest first where that can be asked for, from a time on.
        newest_first: Whether it is.
        """
        super().__init__(type_)
        self._history = history
        self._newest_first = newest_first
        self._seen: OrderedDict[object, None] = OrderedDict()
        self._opened_at: datetime | None = None
        self._began: list[_SessionDecoder[T]] = []

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> EventDecoder[T]:
        """What reads the bytes of `response`."""
        if self._opened_at is None:
            with suppress(ValueError, TypeError):
                # The server's clock, as the times of events are.
                self._opened_at = parsedate_to_datetime(response.http_response.headers.get("date", ""))
        decoder: _SessionDecoder[T] = _SessionDecoder(response, self, resumes=bool(self._began))
        self._began[:] = [decoder]
        return decoder

    def note(self, event: Any) -> bool:
        """Take note of an event; False where it was given before."""
        key = _key_of(event)
        if key is None:
            return True
        if key in self._seen:
            return False
        self._seen[key] = None
        if len(self._seen) > _KEPT:
            self._seen.popitem(last=False)
        return True

    # ---- what `Resumable` asks for ----

    def request_missed_events(self) -> Request[Any, Any] | None:
        """The list of events; None where nothing tells which of them were missed."""
        if not self._seen and self._opened_at is None:
            return None
        return self._history(None if self._seen else self._opened_at)

    def is_missed(self, event: Any) -> bool:
        """Whether an event came after the last that was seen."""
        if self._seen and self._newest_first:
            return _key_of(event) not in self._seen
        if not self._newest_first:
            return True  # the list has to be read to its end, and what was seen is left out later
        return self._is_of_this_stream(event)

    def take_missed(self, events: Iterable[Any]) -> None:
        """Give these before what the new connection brings."""
        given = [*events]
        if not self._newest_first:
            # From the last that was seen on, or from when the stream was opened.
            last = max((i for i, each in enumerate(given) if _key_of(each) in self._seen), default=-1)
            given = given[last + 1 :] if last >= 0 else [each for each in given if self._is_of_this_stream(each)]
        self._began[0].missed.extend(given[::-1] if self._newest_first else given)

    def _is_of_this_stream(self, event: Any) -> bool:
        at = getattr(event, "processed_at", None)
        return at is None or self._opened_at is None or at >= self._opened_at


def _key_of(event: Any) -> object:
    """What an event is known by. One of yours may come twice, before it is processed and after."""
    id = getattr(event, "id", None)
    return None if id is None else (id, getattr(event, "processed_at", None))


class _SessionDecoder(EventDecoder[T]):
    """Reads the events of one connection."""

    def __init__(self, response: Response[Any] | AsyncResponse[Any], of: SessionEvents[T], *, resumes: bool) -> None:
        super().__init__(response, of.type, include_pings=of.include_pings)
        self.missed: deque[T] = deque()
        self._of = of
        self._previews: set[object] | None = set() if resumes else None
        """The events whose previews began on this connection; None where all did."""

    def items(self) -> Iterator[T]:
        """The events that are complete and have not been given yet."""
        while self.missed:
            event = self.missed.popleft()
            if self._of.note(event):
                self.has_yielded = True
                yield event
        for event in super().items():
            is_new = self._of.note(event)
            # On a connection without one before it nothing was given before.
            if self._previews is None or (is_new and self._is_whole(event, self._previews)):
                yield event

    def _is_whole(self, event: Any, previews: set[object]) -> bool:
        """Whether an event is no later part of a preview that began on the connection before."""
        if event.type == "event_start":
            previews.add(event.event.id)
        return event.type != "event_delta" or event.event_id in previews
