"""Where a request may come from: the hosts that are the sandbox's own, and the pages that may call it.

A sandbox listens on the loopback address, which every page in a browser on the same machine can reach. Two checks keep
those pages out. The `Host` header has to name the sandbox, so a name of another site that was made to lead to this
machine (DNS rebinding) gets nothing. `Origin` and the fetch metadata of browsers have to say that the page is the
sandbox's own, unless its origin was allowed.

Fetch metadata: https://www.w3.org/TR/fetch-metadata/
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from .errors import Refusal

ANY = "*"


class Access:
    """Which hosts and origins requests may name.

    Args:
        hosts: Names or addresses, with or without a port, that are the sandbox's own beside those of the loopback
            interface and the address that the connection came to; `*` allows every host.
        origins: Origins of pages that may call the API, as `https://app.example.com`; `*` allows every origin.

    Raises:
        ValueError: One of them is not a host or an origin.
    """

    def __init__(self, hosts: Iterable[str] = (), origins: Iterable[str] = ()) -> None:
        self._hosts = frozenset(map(_parse_allowed_host, _as_list(hosts, "allowed_hosts")))
        self.origins: tuple[str, ...] = tuple(map(_parse_origin, _as_list(origins, "allowed_origins")))

    def check(self, scope: Scope, *, api: bool) -> None:
        """Refuse a request that was meant for another host, or that a page of another site made.

        Args:
            api: Whether it calls the API. The sandbox's own pages are for no other origin, allowed or not.

        Raises:
            Refusal: It is one of these.
        """
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if len(headers.getlist("host")) > 1 or not self._is_own(host, scope):
            raise Refusal(
                403,
                f"Host: {host[:200]!r} is not a name of this sandbox. Call it by the URL that it prints, or allow the "
                "name with Sandbox(allowed_hosts=[...]) or --allow-host",
            )
        origin = headers.get("origin")
        if origin is not None and _is_same(origin, host):
            return
        if origin is not None:
            if api and (ANY in self.origins or origin.lower() in self.origins):
                return
            raise Refusal(
                403,
                f"Origin: pages of {origin[:200]!r} may not call this sandbox. "
                "Sandbox(allowed_origins=[...]) or --allow-origin lets them call the API",
            )
        # Without `Origin` a browser sends what needs no permission, such as images and forms by GET.
        site = headers.get("sec-fetch-site", "none").lower()
        is_opened = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        if site not in ("none", "same-origin") and (api or not is_opened or scope["method"] not in ("GET", "HEAD")):
            raise Refusal(403, f"Sec-Fetch-Site: requests of other sites ({site[:20]}) may not call this sandbox")

    def _is_own(self, host: str, scope: Scope) -> bool:
        if ANY in self._hosts:
            return True
        parsed = _parse_host(host)
        if parsed is None:
            return False
        name, port = parsed
        if name in self._hosts or f"{name}:{port}" in self._hosts:
            return True
        address, own_port = scope.get("server") or ("", None)
        # No browser leaves out a port that is not the usual one, so its absence says nothing against a host.
        return port in (None, own_port) and (is_loopback(name) or name == _without_scope(address))


class Guarded:
    """An application behind `access`; calls of the pages that are allowed get the headers of CORS."""

    def __init__(self, app: ASGIApp, access: Access, *, api: bool) -> None:
        self._access = access
        self._api = api
        self._app = app
        if api and access.origins:
            self._app = CORSMiddleware(
                app, allow_origins=access.origins, allow_methods=["*"], allow_headers=["*"], expose_headers=["*"]
            )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                self._access.check(scope, api=self._api)
            except Refusal as refusal:
                # The connection ends with it: whoever sent this gets no second guess at the body that is still to come.
                headers = {**refusal.headers, "connection": "close", "cache-control": "no-store"}
                await Response(refusal.body(None), refusal.status, headers, "application/json")(scope, receive, send)
                return
        await self._app(scope, receive, send)


def is_loopback(name: str) -> bool:
    """Whether a host is a name or an address of this machine alone."""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def _is_same(origin: str, host: str) -> bool:
    scheme, separator, place = origin.partition("://")
    return bool(separator) and scheme in ("http", "https") and place.lower() == host.lower()


def _parse_host(text: str) -> tuple[str, int | None] | None:
    """Name and port of a `Host` header; None where it is not one."""
    try:
        split = urlsplit(f"//{text}")
        port = split.port
    except ValueError:
        return None
    if split.netloc != text or not split.hostname or "@" in text:
        return None
    return _without_scope(split.hostname.removesuffix(".")), port


def _without_scope(address: str) -> str:
    return address.partition("%")[0].lower()


def _as_list(values: Iterable[str], name: str) -> list[str]:
    if isinstance(values, str):
        raise TypeError(f"{name}={values!r}: expected a list of strings, not one string")
    return list(values)


def _parse_allowed_host(text: str) -> str:
    parsed = None if text == ANY else _parse_host(text)
    if text == ANY:
        return ANY
    if parsed is None:
        raise ValueError(f"allowed_hosts: invalid host {text!r}: expected a name such as 'sandbox' or 'sandbox:8787'")
    name, port = parsed
    return name if port is None else f"{name}:{port}"


def _parse_origin(text: str) -> str:
    if text in (ANY, "null"):
        return text
    split: SplitResult = urlsplit(text)
    if not split.scheme or not split.hostname or f"{split.scheme}://{split.netloc}" != text.lower() or "@" in text:
        raise ValueError(
            f"allowed_origins: invalid origin {text!r}: expected a scheme and a host, such as 'http://localhost:3000'"
        )
    return text.lower()
