"""What the package logs: an attempt at a time, under the logger `claude_client`, with credentials replaced.

`ANTHROPIC_LOG=info` or `debug` turns it on for a program that sets up no logging itself. `info` has a line for each
attempt, `debug` its headers too; bodies hold prompts, so they are shown only with `ANTHROPIC_LOG_BODIES=1` beside it.
"""

from __future__ import annotations

import json
import logging
import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from ..http.bodies import InMemory
from ..types.response_info import redact_headers, redact_query, show_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import httpx

    from ..types.response_info import AttemptRecord

logger: logging.Logger = logging.getLogger("claude_client")

_SHOWN_CHARACTERS: Final = 200
_BASE64: Final = re.compile(r"[\w+/=-]{100,}", re.ASCII)


@lru_cache(maxsize=1)
def set_up() -> None:
    """Do what `ANTHROPIC_LOG` asks for, once a process."""
    level = os.environ.get("ANTHROPIC_LOG", "").strip().lower()
    if level not in ("debug", "info"):
        return
    logging.basicConfig(format="[%(asctime)s - %(name)s - %(levelname)s] %(message)s", datefmt="%Y-%m-%d %H:%M:%S")
    logger.setLevel(logging.DEBUG if level == "debug" else logging.INFO)


def keep_out(names: Iterable[str]) -> None:
    """Keep the values of these parameters out of the lines in which `httpx` logs each URL that a client of it calls."""
    new = set(names) - _kept_out
    _kept_out.update(new)
    if new and len(_kept_out) == len(new):
        for library in ("httpx", "httpx2"):
            logging.getLogger(library).addFilter(_without_values)


_kept_out: Final[set[str]] = set()


def _without_values(record: logging.LogRecord) -> bool:
    if isinstance(record.args, tuple):
        record.args = tuple(_without(each) if type(each).__name__ == "URL" else each for each in record.args)
    return True


def _without(url: Any) -> Any:
    names = {name for name, _ in url.params.multi_items()}
    return redact_query(url, names - _kept_out)


def log_attempt(request: httpx.Request, response: httpx.Response | None, record: AttemptRecord, seconds: float) -> None:
    """Log one attempt that has ended, with a response or without one. The caller asks whether `info` is on."""
    url = show_url(request.url)
    result = record.status if record.status is not None else record.error
    logger.info("%s %s: %s (attempt %d, %.3f s into the call)", request.method, url, result, record.number, seconds)
    if not logger.isEnabledFor(logging.DEBUG):
        return
    bodies = os.environ.get("ANTHROPIC_LOG_BODIES", "").strip() == "1"
    for name, message in (("request", request), ("response", response)):
        if message is not None:
            logger.debug("%s headers: %s", name, redact_headers(message.headers))
            if bodies:
                logger.debug("%s body: %s", name, show_body(message))


def show_body(message: httpx.Request | httpx.Response) -> str:
    """The body of a request or a response, as far as it is there and can be read by a human."""
    # What is read while it is sent, or not yet read, is left to those whom it is for.
    try:
        content: bytes | None = message.content
    except RuntimeError:
        stream: object = message.stream
        content = stream.content if isinstance(stream, InMemory) else None
    kind = message.headers.get("content-type", "no content-type").partition(";")[0]
    if content is None:
        return f"<{kind}, streamed>"
    if not content:
        return "<empty>"
    try:
        return json.dumps(shorten(json.loads(content)), ensure_ascii=False)
    except (ValueError, RecursionError):
        return f"<{kind}, {len(content):,} bytes>"


def shorten(value: Any) -> Any:
    """JSON with each long string cut."""
    if isinstance(value, dict):
        return {key: shorten(inner) for key, inner in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list):
        return [shorten(inner) for inner in cast("Sequence[object]", value)]
    if not isinstance(value, str):
        return value
    shown = 20 if _BASE64.fullmatch(value) else _SHOWN_CHARACTERS
    return value if len(value) <= shown else f"{value[:shown]}... ({len(value):,} characters)"
