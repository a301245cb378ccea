"""An invented past, so that reports and what is built on them have something to show on a sandbox that has just begun.

Three keys in two workspaces work through the hours of the day, less at weekends, a little more every week. The same
moment always has the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from .json_utils import Object
from .keys import Key, describe
from .organization import WORKSPACE, keep_key, new_workspace
from .store import Store
from .usage import Caller, record

WORKSPACE_NAME: Final = "Research"
_VERSION: Final = "2023-06-01"
_FIRST_HOUR, _LAST_HOUR = 6, 21


@dataclass(frozen=True)
class Work:
    """What a key was used for."""

    key: str
    in_workspace: bool
    model: str
    tokens_an_hour: int
    """Input tokens, before weekdays and chance."""
    cached: float = 0.0
    """The part of the input that is read from the cache."""
    batch: bool = False


WORK: Final = (
    Work("production", False, "claude-opus-5", 420_000, cached=0.7),
    Work("production", False, "claude-haiku-4-5-20251001", 900_000),
    Work("nightly-batches", False, "claude-sonnet-5", 700_000, batch=True),
    Work("research-notebooks", True, "claude-opus-5", 150_000, cached=0.2),
)


def invent(store: Store, days: int, until: datetime) -> None:
    """Keep what was used in the `days` before `until`, unless this was done before."""
    workspaces = [each for each in store.all(WORKSPACE) if each["name"] == WORKSPACE_NAME]
    if workspaces:
        return
    with store.transaction():
        workspace = new_workspace({"name": WORKSPACE_NAME})
        store.put(WORKSPACE, workspace["id"], workspace)
        keys = {
            name: describe(f"sk-ant-api03-{name}-of-an-invented-past") for name in {work.key: None for work in WORK}
        }
        for name, key in keys.items():
            keep_key(store, key, name)
        start = until.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
        for at in _hours(start, until):
            for work in WORK:
                caller = _caller(work, keys[work.key], workspace)
                record(store, caller, work.model, _usage(work, at, start), at)


def _hours(start: datetime, until: datetime) -> Iterator[datetime]:
    at = start
    while at < until:
        if _FIRST_HOUR <= at.hour < _LAST_HOUR:
            yield at
        at += timedelta(hours=1)


def _caller(work: Work, key: Key, workspace: Object) -> Caller:
    workspace_id = workspace["id"] if work.in_workspace else None
    return Caller(key.id, workspace_id, _VERSION, frozenset(), batch=work.batch)


def _usage(work: Work, at: datetime, start: datetime) -> Object:
    # What is wanted is that chance repeats itself.
    chance = Random(f"{at:%Y-%m-%dT%H} {work.key} {work.model}")  # noqa: S311
    weekday = 0.15 if at.weekday() >= 5 else 1.0
    growth = 1 + 0.03 * ((at - start) / timedelta(weeks=1))
    whole = int(work.tokens_an_hour * weekday * growth * chance.uniform(0.5, 1.5))
    read = int(whole * work.cached)
    written = int(read * 0.1)
    return {
        "input_tokens": whole - read - written,
        "output_tokens": int(whole * chance.uniform(0.08, 0.2)),
        "cache_read_input_tokens": read,
        "cache_creation_input_tokens": written,
        "cache_creation": {"ephemeral_5m_input_tokens": written, "ephemeral_1h_input_tokens": 0},
        "server_tool_use": {"web_search_requests": chance.randrange(3) if work.in_workspace else 0},
        "service_tier": "batch" if work.batch else "standard",
        "inference_geo": "global",
        "speed": "standard",
    }
