"""The wire: connections, pool and HTTP/1.1, usable alone as `httpx` transports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .transport import AsyncTransport as AsyncTransport
    from .transport import Transport as Transport

__all__ = ["AsyncTransport", "Transport"]


def __getattr__(name: str) -> object:
    # Loaded on first use, as httpx is.
    if name in __all__:
        from . import transport

        return getattr(transport, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
