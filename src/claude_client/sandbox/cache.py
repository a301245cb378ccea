"""The prompt cache: which beginnings of requests were seen lately, and how many tokens of one they save."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from .json_utils import Object

LEAST_TOKENS: Final = 1024
"""A beginning shorter than this is not cached."""
_SECONDS: Final = {"5m": 300, "1h": 3600}
_MOST_ENTRIES: Final = 10_000


@dataclass(frozen=True)
class Segment:
    """A part of a request that can end a cached beginning: a tool, a block."""

    content: Object
    tokens: int


@dataclass(frozen=True)
class Hit:
    """How the input tokens of a request divide."""

    read: int = 0
    created_5m: int = 0
    created_1h: int = 0


class Cache:
    """The beginnings that are cached. Kept in memory only, as they last minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}

    def look_up(self, model: str, segments: Iterable[Segment]) -> Hit:
        """What `segments` find in the cache; what they ask to be cached is there afterwards."""
        digest = hashlib.sha256(model.encode())
        now, so_far, read, end, ttl = self._clock(), 0, 0, 0, "5m"
        to_keep: list[tuple[str, str]] = []
        for segment in segments:
            control = segment.content.get("cache_control")
            plain = {name: value for name, value in segment.content.items() if name != "cache_control"}
            digest.update(json.dumps(plain, sort_keys=True).encode())
            so_far += segment.tokens
            if so_far < LEAST_TOKENS:
                continue
            if self._until.get(digest.hexdigest(), 0) > now:
                read = so_far
            if control:
                end, ttl = so_far, control.get("ttl") or "5m"
                to_keep.append((digest.hexdigest(), ttl))
        if not to_keep:
            return Hit()
        read = min(read, end)
        for key, lifetime in to_keep:
            self._until[key] = now + _SECONDS[lifetime]
        self._forget(now)
        return Hit(read, **{f"created_{ttl}": end - read})

    def _forget(self, now: float) -> None:
        if len(self._until) > _MOST_ENTRIES:
            self._until = {key: until for key, until in self._until.items() if until > now}
