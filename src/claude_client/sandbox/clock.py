"""What time it is on a sandbox: the machine's, or later once the clock was put forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from .json_utils import now


class Clock:
    """The time by which objects are dated, deployments fire and dreams go on.

    Args:
        source: The time from which it is counted.
    """

    def __init__(self, source: Callable[[], datetime] = now) -> None:
        self._source = source
        self._ahead = timedelta()

    def now(self) -> datetime:
        """The time, in UTC."""
        return self._source() + self._ahead

    def advance(self, seconds: float) -> None:
        """Put it forward.

        Raises:
            ValueError: `seconds` is negative: what has happened can not be taken back.
        """
        if seconds < 0:
            raise ValueError(f"invalid number of seconds {seconds!r}: expected 0 or more, the clock only goes forward")
        self._ahead += timedelta(seconds=seconds)

    def reset(self) -> None:
        """Let it be as late as its source says."""
        self._ahead = timedelta()
