"""Redirects: where a response sends a request on to, and which of its headers go there. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ..errors import APIConnectionError
from ..http.clients import check_address
from ..types.response_info import redact_location, show_url

if TYPE_CHECKING:
    import httpx

    from ..http.urls import PlainURL

MAX_REDIRECTS = 20
_FOLLOW_ANYWHERE = frozenset(
    {
        "accept",
        "accept-encoding",
        "anthropic-beta",
        "anthropic-version",
        "connection",
        "content-length",
        "content-type",
        "transfer-encoding",
        "user-agent",
    }
)
"""Headers that go to another origin too. Any other may be a credential, whatever its name."""


def redirect(request: httpx.Request, response: httpx.Response) -> httpx.Request:
    """The request that a redirect asks for.

    Raises:
        APIConnectionError: It points to no URL, or from https to http.
    """
    url = _parse_location(response)
    if isinstance(url, str):
        raise refuse_redirect(f"the server redirects to the invalid URL {url!r}", request)
    if request.url.scheme == "https" and url.scheme != "https":
        raise refuse_redirect(f"the server redirects from https to {show_url(url)}, which is not encrypted", request)
    headers = request.headers.copy()
    headers["host"] = url.netloc.decode("ascii")
    if not have_same_origin(url, request.url):
        for name in set(headers) - _FOLLOW_ANYWHERE - {"host"}:
            del headers[name]
    if response.status_code in (307, 308) or request.method in ("GET", "HEAD"):
        return type(request)(request.method, url, headers=headers, stream=request.stream, extensions=request.extensions)
    for name in ("content-length", "content-type", "transfer-encoding"):
        headers.pop(name, None)
    return type(request)("GET", url, headers=headers, extensions=request.extensions)


def have_same_origin(one: httpx.URL | PlainURL, other: httpx.URL | PlainURL) -> bool:
    """Whether credentials for one of the URLs are for the other one too."""
    return one is other or (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


def _parse_location(response: httpx.Response) -> httpx.URL | str:
    """Where a redirect points; or, where that is not a URL, what may be shown of it. No frame of a traceback has it."""
    location = response.headers["location"]
    try:
        joined = urljoin(str(response.url), location)
        url = response.url.join(joined)
        check_address(url)
        # The library would take the host of the request where the location has none, as in `http://:80/`.
        if not urlsplit(joined).hostname or url.scheme not in ("http", "https"):
            return redact_location(location)
    except Exception:  # of several libraries, and all for the same reason
        return redact_location(location)
    return url


def refuse_redirect(message: str, request: httpx.Request) -> APIConnectionError:
    """The error for a redirect that is not followed."""
    return APIConnectionError(message, request, phase="redirect")
