"""What the first stream of a process needs, of messages and of other items; on an event loop a thread prepares it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from importlib import import_module
from typing import Final

from ..core.preload import Preparation


def load_message_streams() -> None:
    """Import and build what reads a message while it arrives."""
    from ..types import RawContentBlockDeltaEvent, RawMessageStreamEvent
    from .decoding import make_validator

    import_module(".messages", __package__)
    # The frequent ones first, so that what reads all of them has this part ready.
    for each in (RawContentBlockDeltaEvent, RawMessageStreamEvent):
        make_validator(each, strict=False)


message_preparation: Final = Preparation(load_message_streams)


@lru_cache(maxsize=64)
def prepare_items(type_: Hashable) -> Preparation:
    """What the first response needs that is a stream of items of this type."""

    def load() -> None:
        from .decoding import make_validator

        make_validator(type_, strict=False)

    return Preparation(load)
