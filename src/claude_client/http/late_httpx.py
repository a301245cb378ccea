"""`httpx`, imported when one of its names is used: for modules that need it where something goes wrong, or goes around.

    if TYPE_CHECKING:
        import httpx
    else:
        from . import late_httpx as httpx

It takes as long to import as the rest of a first call.
"""

from __future__ import annotations


def __getattr__(name: str) -> object:
    import httpx

    value: object = getattr(httpx, name)
    return value
