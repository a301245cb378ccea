"""What the package logs: one line an attempt, under the logger `claude_client`, with credentials replaced.

`ANTHROPIC_LOG=info` or `debug` turns it on for a program that sets up no logging itself.
"""

from __future__ import annotations

import logging
import os
from functools import lru_cache
from typing import TYPE_CHECKING

from .response import redacted_headers

if TYPE_CHECKING:
    import httpx

    from .errors import AttemptRecord

logger: logging.Logger = logging.getLogger("claude_client")


@lru_cache(maxsize=1)
def set_up() -> None:
    """Do what `ANTHROPIC_LOG` asks for, once a process."""
    level = os.environ.get("ANTHROPIC_LOG", "").strip().lower()
    if level not in ("debug", "info"):
        return
    logging.basicConfig(format="[%(asctime)s - %(name)s - %(levelname)s] %(message)s", datefmt="%Y-%m-%d %H:%M:%S")
    logger.setLevel(logging.DEBUG if level == "debug" else logging.INFO)


def attempt(request: httpx.Request, record: AttemptRecord, seconds: float) -> None:
    """Log one attempt that has ended."""
    if not logger.isEnabledFor(logging.INFO):
        return
    url = request.url.copy_with(query=None)
    result = record.status if record.status is not None else record.error
    logger.info("%s %s: %s (attempt %d, %.3f s into the call)", request.method, url, result, record.number, seconds)
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug("request headers: %s", redacted_headers(request.headers))
