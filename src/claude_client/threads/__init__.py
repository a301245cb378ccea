"""Message threads: conversations that the API keeps, so that each turn sends only what is new.

`state` knows the conversation and what the API has of it, and does no I/O; `drivers` has `MessageThread` and
`AsyncMessageThread`, which send.

API: https://platform.claude.com/docs/en/build-with-claude/message-threads
"""

from __future__ import annotations

from .drivers import AsyncMessageThread as AsyncMessageThread
from .drivers import MessageThread as MessageThread
from .drivers import ThreadStreamManager as ThreadStreamManager
from .state import MessageThreadError as MessageThreadError
from .state import UnsupportedRequestBehavior as UnsupportedRequestBehavior
