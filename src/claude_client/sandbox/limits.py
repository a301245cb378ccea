"""Rate limits: counted for every response, told in its headers, and enforced where a sandbox is given some."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from .errors import Refusal
from .json_utils import now

REQUESTS: Final = "requests"
INPUT: Final = "input-tokens"
OUTPUT: Final = "output-tokens"
STANDARD: Final = "anthropic-ratelimit"
PRIORITY: Final = "anthropic-priority"
FAST: Final = "anthropic-fast"
SHOWN: Final[Mapping[str, int]] = {REQUESTS: 4_000, INPUT: 2_000_000, OUTPUT: 400_000}
"""The limits that the headers tell of where none is given. They are not enforced."""


@dataclass(frozen=True)
class Limits:
    """Limits to be enforced, for all keys together. What is None is not limited."""

    requests: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    seconds: float = 60.0
    """How long it takes from the first request until all of it can be used again."""

    def of(self, name: str) -> int | None:
        return {REQUESTS: self.requests, INPUT: self.input_tokens, OUTPUT: self.output_tokens}[name]


class Quota:
    """What is left of the limits.

    Args:
        limits: Those that are enforced.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits: Limits = limits or Limits()
        self._ends = now()
        self._used: dict[tuple[str, str], int] = {}

    def request(self) -> None:
        """Count a request; refuses one too many."""
        self.check(REQUESTS, 1)
        self.use(REQUESTS, 1)

    def check(self, name: str, amount: int) -> None:
        """Refuse what would go over a limit."""
        self._turn_over()
        limit = self.limits.of(name)
        if limit is None or self._used.get((STANDARD, name), 0) + amount <= limit:
            return
        words = name.replace("-", " ")
        seconds = max(1, math.ceil((self._ends - now()).total_seconds()))
        raise Refusal(
            429,
            f"This request would exceed your rate limit of {limit} {words} in {self.limits.seconds:g} seconds",
            headers={"retry-after": str(seconds)},
        )

    def use(self, name: str, amount: int, tier: str = STANDARD) -> None:
        self._turn_over()
        self._used[tier, name] = self._used.get((tier, name), 0) + amount

    def headers(self, tier: str = STANDARD) -> dict[str, str]:
        """What the headers of a response tell of a tier: `STANDARD`, `PRIORITY` or `FAST`."""
        self._turn_over()
        names = (REQUESTS, INPUT, OUTPUT) if tier == STANDARD else (INPUT, OUTPUT)
        limits = {name: self._limit(name, tier) for name in names}
        left = {name: max(0, limit - self._used.get((tier, name), 0)) for name, limit in limits.items()}
        if tier == STANDARD:
            limits["tokens"] = limits[INPUT] + limits[OUTPUT]
            left["tokens"] = left[INPUT] + left[OUTPUT]
        found: dict[str, str] = {}
        for name, limit in limits.items():
            found[f"{tier}-{name}-limit"] = str(limit)
            found[f"{tier}-{name}-remaining"] = str(left[name])
            found[f"{tier}-{name}-reset"] = _seconds(self._ends)
        return found

    def reset(self) -> None:
        """Let all of it be left."""
        self._used = {}

    def _limit(self, name: str, tier: str) -> int:
        own = self.limits.of(name) if tier == STANDARD else None
        return SHOWN[name] if own is None else own

    def _turn_over(self) -> None:
        moment = now()
        if moment >= self._ends:
            self._ends, self._used = moment + timedelta(seconds=self.limits.seconds), {}


def _seconds(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
