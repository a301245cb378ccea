"""What a call tells a tracer, such as `claude_client.telemetry`: its attempts, and how its response ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import httpx

    from ..types.response_info import AttemptRecord


class CallTrace(Protocol):
    """What tells a tracer of a call; `claude_client.telemetry` has it. Nothing of it raises."""

    @property
    def wants_content(self) -> bool:
        """Whether it looks at the content of a message."""
        ...

    def sending(self) -> AbstractContextManager[object]:
        """A block in which the call is sent, or sent again. An error that leaves it ends the call."""
        ...

    def prepare(self, request: httpx.Request) -> None:
        """Take a request that is about to be authorized and sent, to put headers on it."""
        ...

    def note_attempt(self, record: AttemptRecord, response: httpx.Response | None) -> None:
        """Take note of what an attempt came to."""
        ...

    def follow_stream(self) -> None:
        """Take note that the response is a stream, whose end `end_stream` tells."""
        ...

    def note_first_event(self) -> None:
        """Take note that the first event of the stream is there."""
        ...

    def settle(self, value: object) -> None:
        """Take the value that the response came to."""
        ...

    def end_stream(self, message: object, failure: BaseException | None, *, complete: bool) -> None:
        """Take the end of the stream, and what of its message has come."""
        ...

    def note_body(self, failure: BaseException | None) -> None:
        """Take note that the body has come to its end, or failed."""
        ...

    def close(self) -> None:
        """Take note that the response was closed."""
        ...

    def fail(self, error: BaseException) -> None:
        """Take the error that the call ends in."""
        ...
