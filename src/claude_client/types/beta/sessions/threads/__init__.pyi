# Written by `scripts/generate_types.py`.

from ....params.sessions import ThreadEventListParams as EventListParams
from ....params.sessions import ThreadEventStreamParams as EventStreamParams

__all__ = ["EventListParams", "EventStreamParams"]
