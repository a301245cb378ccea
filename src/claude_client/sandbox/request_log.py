"""What came in: each request as it arrived, without its secrets, and what the response was."""

from __future__ import annotations

import json
import re
import threading
import zlib
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, cast
from urllib.parse import parse_qsl

from .json_utils import now

REMOVED: Final = "[removed]"
"""Stands where a secret was."""
_SECRET_NAME: Final = re.compile("key|token|secret|auth|cookie|password|credential|session|signature|^sig$")
MOST_JSON_BYTES: Final = 32 << 20
"""Larger bodies are not kept."""
MOST_OTHER_BYTES: Final = 1 << 20
"""The same for bodies that are not JSON, as those of uploads."""
MOST_KEPT_BYTES: Final = 256 << 20
"""Of the bodies of all requests together; the oldest are let go."""


@dataclass
class Received:
    """A request, and what the response was."""

    method: str
    path: str
    query: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    """Names in lower case; `[removed]` where the value is a secret."""
    body: bytes = field(default=b"", repr=False)
    """Empty when it was too large to be kept: over 32 MiB of JSON, over 1 MiB of something else."""
    body_size: int = 0
    """Bytes of the body as it was sent."""
    at: datetime = field(default_factory=now)
    """When it came."""
    request_id: str = ""
    status: int | None = None
    """Of the response; None as long as there is none."""
    seconds: float = 0.0
    """From the request to the end of its response."""
    fault: str | None = None
    """What was done wrong on purpose."""
    note: str = ""
    """What the log says of it beside the status."""
    response_body: bytes = field(default=b"", repr=False)
    """How the response body begins."""

    @property
    def json(self) -> Any:
        """The body as a JSON value; None when it is none."""
        try:
            return json.loads(self._unpack())
        except (ValueError, zlib.error):
            return None

    @property
    def is_streamed(self) -> bool:
        """Whether it asks for a stream."""
        body = self.json
        return isinstance(body, dict) and cast("dict[str, Any]", body).get("stream") is True

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def _unpack(self) -> bytes:
        if self.headers.get("content-encoding", "identity") in ("gzip", "deflate"):
            return zlib.decompressobj(47).decompress(self.body, MOST_JSON_BYTES)
        return self.body

    def take(self, data: bytes) -> None:
        """Keep a part of the body that arrived."""
        self.body_size += len(data)
        is_json = "json" in self.headers.get("content-type", "json")
        if self.body_size <= (MOST_JSON_BYTES if is_json else MOST_OTHER_BYTES):
            self.body += data
        else:
            self.body = b""


def begin_record(method: str, path: str, query: str, headers: Iterable[tuple[str, str]]) -> Received:
    """A request of which the body is still to come."""
    return Received(method, path, query_of(query), without_secrets(dict(headers)))


def query_of(query: str) -> list[tuple[str, str]]:
    """The parameters of a query, without secrets."""
    found = parse_qsl(query, keep_blank_values=True)
    return [(name, REMOVED if holds_secret(name) else value) for name, value in found]


def without_secrets(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: REMOVED if holds_secret(name) else value for name, value in headers.items()}


def holds_secret(name: str) -> bool:
    """Whether a header or a parameter of this name is taken for a secret; the API's own count tokens."""
    name = name.lower()
    return _SECRET_NAME.search(name) is not None and not name.startswith("anthropic-")


class Requests:
    """The last requests of a sandbox, in the order in which they came.

    Args:
        most: How many are kept.
    """

    def __init__(self, most: int = 1000) -> None:
        self._kept: deque[Received] = deque(maxlen=most)
        self._lock = threading.Lock()
        self._total = 0
        self._held = 0  # bytes, those of requests that are not kept any more included

    @property
    def total(self) -> int:
        """How many came, those that are not kept any more included."""
        return self._total

    def add(self, request: Received) -> None:
        with self._lock:
            self._kept.append(request)
            self._total += 1

    def all(self) -> list[Received]:
        with self._lock:
            return list(self._kept)

    def finish(self, request: Received) -> None:
        """Count the body of a request that is done, and let go of the oldest once all together are large."""
        with self._lock:
            self._held += len(request.body)
            if self._held <= MOST_KEPT_BYTES:
                return
            self._held = sum(len(each.body) for each in self._kept)
            for each in self._kept:
                if self._held <= MOST_KEPT_BYTES:
                    return
                self._held -= len(each.body)
                each.body = b""

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._total = 0
