"""Which proxy a request goes through: given, or from the environment, as httpx and curl read it.

`HTTP_PROXY`, `HTTPS_PROXY` and `ALL_PROXY` name proxies, in either case; `NO_PROXY` names hosts that are reached
without one. How a connection through a proxy comes about is `tunnels`.
"""

from __future__ import annotations

import base64
import os
import re
import sys
from collections.abc import Callable
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    import httpx
else:
    from . import late_httpx as httpx

_DEFAULT_PORTS: Final = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
_EXPECTED: Final = "expected http://host:port, with user:password@ in front of the host where the proxy asks for them"
_KEPT: Final = 1000
"""Origins whose proxy is kept in memory."""


class Proxy:
    """A proxy. Its credentials are never shown: `str()` gives the address and where it is set."""

    __slots__ = ("_password", "_user", "host", "port", "scheme", "source")

    def __init__(self, url: str, source: str) -> None:
        """Read the URL of a proxy; without a scheme it is one of HTTP.

        Raises:
            httpx.ProxyError: It is malformed.
            httpx.UnsupportedProtocol: Its scheme is that of no proxy known here.
        """
        self.source: str = source
        self.scheme: str = "http"
        self.host: str = ""
        self.port: int = 0
        self._user: str | None = None
        self._password: str = ""
        problem = self._read(url.strip())
        url = ""  # tracebacks show local variables, and this has the password
        if problem is not None:
            raise problem

    def _read(self, url: str) -> httpx.TransportError | None:
        """Take the parts of a URL, and return what is wrong with it."""
        if "://" not in url:
            url = f"http://{url}"
        self.scheme = url.partition("://")[0].lower()
        if self.scheme not in _DEFAULT_PORTS:
            known = ", ".join(f"{each}://" for each in _DEFAULT_PORTS)
            return httpx.UnsupportedProtocol(
                f"unknown scheme {self.scheme!r} of the proxy in {self.source}: expected {known}"
            )
        # Nothing of a malformed URL is shown, as nobody knows which part of it is the password.
        malformed = httpx.ProxyError(f"invalid URL of the proxy in {self.source}: {_EXPECTED}")
        if re.search(r"[\x00-\x20\x7f]", url):
            return malformed
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", _DEFAULT_PORTS[self.scheme] if parts.port is None else parts.port
            self.host = host if host.isascii() else host.encode("idna").decode("ascii")
        except ValueError:
            return malformed
        self.port = port
        self._user = None if parts.username is None else unquote(parts.username)
        self._password = unquote(parts.password or "")
        too_long = self.is_socks and any(len(each) > 255 for each in self.credentials or ())
        return malformed if too_long or not self.host or not self.port else None

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS, and not HTTP."""
        return self.scheme.startswith("socks")

    @property
    def url(self) -> httpx.URL:
        """Its URL, credentials included, as httpx takes it."""
        port = None if self.port == _DEFAULT_PORTS[self.scheme] and not self.is_socks else self.port
        user = {} if self._user is None else {"username": self._user, "password": self._password}
        return httpx.URL(scheme=self.scheme, host=self.host, port=port, **user)

    @property
    def authorization(self) -> bytes | None:
        """The value of the header `Proxy-Authorization`; none where no user is given."""
        if self._user is None:
            return None
        return b"Basic " + base64.b64encode(f"{self._user}:{self._password}".encode())

    @property
    def credentials(self) -> tuple[bytes, bytes] | None:
        """User and password, for SOCKS."""
        return None if self._user is None else (self._user.encode(), self._password.encode())

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port} ({self.source})"

    __repr__ = __str__


class Proxies:
    """The proxies of a transport.

    Args:
        proxy: One for every request.
        trust_env: Whether the environment, or the settings of macOS or Windows, may name proxies otherwise.
    """

    def __init__(self, proxy: str | httpx.URL | None = None, *, trust_env: bool = True) -> None:
        self._given: Proxy | None = None if proxy is None else Proxy(str(proxy), "proxy=")
        self._of_scheme: dict[str, str] = {}
        self._is_bypassed: Rule | None = None
        self._found: dict[tuple[bytes, str, int], Proxy | None] = {}
        self._made: dict[str, Proxy] = {}
        if proxy is None and trust_env:
            # In a CGI script it leaves out HTTP_PROXY, which there is a header of the request that the script serves.
            # A variable that is blank names no proxy, as one that is empty.
            self._of_scheme = {kind: value for kind, value in _find_proxies().items() if value.strip()}
            self._is_bypassed = bypass_rule(self._of_scheme.pop("no", ""))
        self.may_apply: bool = self._given is not None or bool(self._of_scheme)
        """Whether there is any proxy, for whichever origin."""

    def find(self, scheme: bytes, host: str, port: int) -> Proxy | None:
        """The proxy for an origin; none where it is reached directly.

        Raises:
            httpx.ProxyError, httpx.UnsupportedProtocol: What should be a proxy is none.
        """
        if self._given is not None:
            return self._given
        if not self._of_scheme:
            return None
        origin = (scheme, host, port)
        if origin not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[origin] = self._find(scheme.decode("ascii"), host, port)
        return self._found[origin]

    def _find(self, scheme: str, host: str, port: int) -> Proxy | None:
        kind = scheme if self._of_scheme.get(scheme) else "all"
        if not self._of_scheme.get(kind) or (self._is_bypassed is not None and self._is_bypassed(scheme, host, port)):
            return None
        if kind not in self._made:
            self._made[kind] = Proxy(self._of_scheme[kind], _variable(f"{kind}_proxy", self._of_scheme[kind]))
        return self._made[kind]


def _find_proxies() -> dict[str, str]:
    if sys.platform not in ("darwin", "win32") and not any(name.lower().endswith("_proxy") for name in os.environ):
        return {}
    from urllib.request import getproxies  # with it comes much that nothing else needs

    return getproxies()


def _variable(name: str, value: str) -> str:
    """Which variable says so."""
    for each in (name, name.upper()):
        if os.environ.get(each) == value:
            return each
    return "the proxy settings of the system"


# ---- NO_PROXY ----------------------------------------------------------------------------------------------

Rule: TypeAlias = "Callable[[str, str, int], bool]"
"""Takes scheme, host and port, and tells whether no proxy is used for them."""


def bypass_rule(no_proxy: str) -> Rule | None:
    """What `NO_PROXY` says: names with all names under them, addresses, networks as in `10.0.0.0/8`, `*` for all.

    An entry may have a port, and an IPv6 address brackets. Entries are separated by commas or spaces.
    """
    rules = [_entry(each) for each in re.split(r"[,\s]+", no_proxy.lower()) if each]
    return (lambda scheme, host, port: any(rule(scheme, host, port) for rule in rules)) if rules else None


def _entry(text: str) -> Rule:
    if text == "*":
        return _always
    scheme, _, text = text.rpartition("://")
    name, wanted_port = _split_port(text)
    matches = _network(name) or _name(name)

    def rule(of_scheme: str, host: str, port: int) -> bool:
        return scheme in ("", "all", of_scheme) and wanted_port in (None, str(port)) and matches(host)

    return rule


def _always(scheme: str, host: str, port: int) -> bool:  # noqa: ARG001
    return True


def _split_port(text: str) -> tuple[str, str | None]:
    if text.startswith("["):
        address, _, rest = text[1:].partition("]")
        return (address + rest, None) if rest[:1] != ":" else (address, rest[1:])
    if text.count(":") == 1:
        name, _, port = text.partition(":")
        return name, port
    return text, None


def _network(text: str) -> Callable[[str], bool] | None:
    try:
        network = ip_network(text.partition("%")[0], strict=False)
    except ValueError:
        return None

    def matches(host: str) -> bool:
        try:
            return ip_address(host.partition("%")[0]) in network
        except ValueError:
            return False

    return matches


def _name(text: str) -> Callable[[str], bool]:
    name = text.removeprefix("*").strip(".")
    try:
        name = name if name.isascii() else name.encode("idna").decode("ascii")
    except ValueError:
        name = ""

    def matches(host: str) -> bool:
        host = host.lower().rstrip(".")
        return bool(name) and not _is_address(host) and (host == name or host.endswith(f".{name}"))

    return matches


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
