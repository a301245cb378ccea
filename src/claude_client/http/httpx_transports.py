"""The transports as classes of `httpx`, for its clients; calls need only those of `transport`."""

from __future__ import annotations

import httpx

from . import transport


class Transport(transport.Transport, httpx.BaseTransport):
    __doc__ = transport.Transport.__doc__


class AsyncTransport(transport.AsyncTransport, httpx.AsyncBaseTransport):
    __doc__ = transport.AsyncTransport.__doc__
