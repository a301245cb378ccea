"""Whether something stands in for the network. This is the only place that knows how; `transport` asks it.

Tests of applications replace the network with tools that replace methods of `httpx` (respx,
pytest-httpx, pook; monitoring does it too) or of the `httpcore` under it (respx, vcrpy). Where a method is replaced, a
request takes the way on which the replacement waits for it. A method counts as replaced when another package defines
it, whatever its name. So no tool needs to be known here. mocket replaces the sockets, which need no other way.
"""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Final

_CORE_CLASSES: Final = {
    False: ("ConnectionPool", "HTTPConnection", "HTTPProxy"),
    True: ("AsyncConnectionPool", "AsyncHTTPConnection", "AsyncHTTPProxy"),
}
_SHORTCUTS: Final = frozenset({"get", "options", "head", "post", "put", "patch", "delete", "request", "stream"})
"""Of a client: they lead to `send`, with which this package begins."""
_originals: Final[dict[object, tuple[Callable[[object], object], object]]] = {}
"""For each class, what gets its methods, and these when none was replaced: to compare them costs less than to look."""


def is_replaced(*classes: object, asynchronous: bool) -> bool:
    """Whether a method of one of these classes of `httpx`, or anything in the `httpcore` under them, is replaced."""
    library = sys.modules.get("httpcore")  # it is not imported to find that out
    if library is not None:
        classes += tuple(getattr(library, name, None) for name in _CORE_CLASSES[asynchronous])
    for cls in classes:
        known = _originals.get(cls)
        if known is None:
            if _replace_class(cls):
                return True
        elif known[0](cls) != known[1]:
            return True
    return False


def _replace_class(cls: object) -> bool:
    """The same of a class that was not asked about before; what it has now is remembered where it is its own."""
    if not isinstance(cls, type) or not _is_original(cls):
        return True
    names = [name for name, each in vars(cls).items() if isinstance(each, FunctionType) and name not in _SHORTCUTS]
    methods_of = operator.attrgetter(*names)
    _originals[cls] = methods_of, methods_of(cls)
    return False


def _is_original(cls: type) -> bool:
    package = cls.__module__.partition(".")[0]
    if package not in ("httpx", "httpx2", "httpcore", "httpcore2"):
        return False
    # `functools.wraps` copies the name of a module, but not where a function looks up its globals.
    return all(
        str(each.__globals__.get("__name__")).partition(".")[0] in (package, "contextlib")
        if isinstance(each, FunctionType)
        else isinstance(each, (type, staticmethod, classmethod)) or not callable(each)
        for each in vars(cls).values()
    )
