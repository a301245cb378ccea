"""Which way a job is run: through Message Batches, or at once. Decided by numbers, without I/O."""

from __future__ import annotations

from itertools import chain, islice
from typing import Any, Final

from .items import Requests

SMALL_JOB: Final = 100
"""Requests below which it is not worth to wait for a batch."""
BATCH_SECONDS: Final = 24 * 3600.0
"""What a batch may take. Most end within an hour."""


def choose(
    *, count: int, deadline: float | None, has_tools: bool, is_supported: bool, goes_on: bool
) -> tuple[bool, str]:
    """Whether a job goes through batches, and why.

    Args:
        count: Its requests, counted up to `SMALL_JOB`.
        deadline: Seconds that it may take.
        has_tools: The model may call tools that run here.
        is_supported: The platform has batches.
        goes_on: Its checkpoint has batches whose results are not there yet.
    """
    if goes_on:
        return True, "batches: the checkpoint has batches whose results are not there yet"
    if not is_supported:
        return False, "at once: the platform of the client has no batches"
    if has_tools:
        return False, "at once: in a batch no tools can be run between two messages"
    if deadline is not None and deadline < BATCH_SECONDS:
        return False, f"at once: a batch may take 24 hours, and the deadline is {deadline:g} s"
    if count < SMALL_JOB:
        return False, f"at once: with {count} requests, half the price is not worth the wait for a batch"
    return True, f"batches: half the price, and nothing asks for results within 24 hours ({count} requests or more)"


def count_up_to(requests: Requests, most: int) -> tuple[Requests, int]:
    """The requests, and how many there are, of which no more than `most` are looked at."""
    if hasattr(requests, "__len__"):
        known: Any = requests
        return requests, len(known)
    rest = iter(requests)
    first = list(islice(rest, most))
    return chain(first, rest), len(first)
