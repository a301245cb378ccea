"""URLs of calls, as far as a request in memory needs them. `httpx` reads those that are unusual."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import httpx

_LABEL = r"(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# Nothing that would have to be escaped, decoded or made lower case.
_plain = re.compile(
    rf"(https?)://({_LABEL}(?:\.{_LABEL})*)(?::([1-9]\d{{0,4}}))?((?:/[A-Za-z0-9_~.-]*)+(?:\?[A-Za-z0-9_~.=&-]*)?)"
).fullmatch
_dots = re.compile(r"/\.{1,2}(?:[/?]|$)").search
# Numbers with dots may be short or octal forms of an address.
_ip_v4 = re.compile(r"(?:(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])(?:\.(?!$)|$)){4}").fullmatch
_PORTS: Final = {"http": 80, "https": 443}


class PlainURL:
    """A URL with a host and a path in plain characters. What it has not is that of the same `httpx.URL`."""

    def __init__(self, text: str, scheme: str, host: str, port: int | None, target: str) -> None:
        self._text = text
        self.scheme: str = scheme
        self.raw_scheme: bytes = scheme.encode("ascii")
        self.host: str = host
        self.raw_host: bytes = host.encode("ascii")
        self.port: int | None = port
        """None where it is the one of the scheme."""
        self.netloc: bytes = self.raw_host if port is None else b"%b:%d" % (self.raw_host, port)
        self.raw_path: bytes = target.encode("ascii")
        """With the query."""

    @cached_property
    def full(self) -> httpx.URL:
        """The same for `httpx`."""
        import httpx

        return httpx.URL(self._text)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.full, name)

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc.decode('ascii')}{self.raw_path.decode('ascii')}"


def parse_plain(text: str) -> PlainURL | None:
    """A URL, where it is a plain one; None for any other, invalid ones included."""
    found = _plain(text)
    if found is None or _dots(text):
        return None
    scheme, host, port, target = found.groups()
    if host.rpartition(".")[2].isdigit() and not _ip_v4(host):
        return None
    number = None if port is None else int(port)
    if len(host) > 253 or (number is not None and number > 65535):
        return None
    return PlainURL(text, scheme, host, None if number == _PORTS[scheme] else number, target)
