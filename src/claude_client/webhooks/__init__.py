"""Webhooks: events that the API posts to you, signed so that you know who sent them.

`client.webhooks.unwrap()` is the usual way in. `unwrap()` here does the same without a client. `signatures` has the
rules of Standard Webhooks, `headers` finds the three headers in what a framework gives, `events` puts both together.
Nothing here does I/O.

API: https://platform.claude.com/docs/en/build-with-claude/webhooks
"""

from __future__ import annotations

from .events import parse_unverified as parse_unverified
from .events import unwrap as unwrap
from .signatures import TOLERANCE_SECONDS as TOLERANCE_SECONDS
from .signatures import WebhookKey as WebhookKey
from .signatures import sign as sign
