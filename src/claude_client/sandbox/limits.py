"""The rate limits that the headers of every answer tell of. They are counted and shown, never enforced."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from .values import now

REQUESTS_A_MINUTE: Final = 4_000
INPUT_TOKENS_A_MINUTE: Final = 2_000_000
OUTPUT_TOKENS_A_MINUTE: Final = 400_000


class Quota:
    """What is left of the current minute, for all keys together."""

    def __init__(self) -> None:
        self._minute = now().replace(second=0, microsecond=0)
        self._used: dict[str, int] = {}

    def use(self, name: str, amount: int = 1) -> None:
        self._turn_over()
        self._used[name] = self._used.get(name, 0) + amount

    def headers(self) -> dict[str, str]:
        self._turn_over()
        reset = _seconds(self._minute + timedelta(minutes=1))
        limits = {
            "requests": REQUESTS_A_MINUTE,
            "input-tokens": INPUT_TOKENS_A_MINUTE,
            "output-tokens": OUTPUT_TOKENS_A_MINUTE,
        }
        left = {name: max(0, limit - self._used.get(name, 0)) for name, limit in limits.items()}
        limits["tokens"] = limits["input-tokens"] + limits["output-tokens"]
        left["tokens"] = left["input-tokens"] + left["output-tokens"]
        found: dict[str, str] = {}
        for name, limit in limits.items():
            found[f"anthropic-ratelimit-{name}-limit"] = str(limit)
            found[f"anthropic-ratelimit-{name}-remaining"] = str(left[name])
            found[f"anthropic-ratelimit-{name}-reset"] = reset
        return found

    def _turn_over(self) -> None:
        minute = now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute, self._used = minute, {}


def _seconds(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
