"""The headers of a delivery, in any form in which a framework gives them.

Mappings with names in any case, lists of pairs, objects with `items()` (Starlette, Django, Flask, aiohttp, Tornado,
`http.server`), WSGI environs and Django's `request.META`, ASGI scopes and their pairs of bytes, and the lists of values
that API gateways give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, cast

WebhookHeaders: TypeAlias = "Mapping[str, Any] | Mapping[bytes, Any] | Iterable[tuple[str | bytes, Any]] | Any"
"""Headers as a framework gives them. Their classes have nothing in common but that."""

ID: Final = "webhook-id"
TIMESTAMP: Final = "webhook-timestamp"
SIGNATURE: Final = "webhook-signature"
_NAMES: Final = (ID, TIMESTAMP, SIGNATURE)


def read_headers(headers: WebhookHeaders) -> dict[str, str] | str:
    """The three headers of a delivery by their names; text that says what is wrong with them.

    Raises:
        TypeError: These are not headers.
    """
    found: dict[str, list[str]] = {}
    for name, value in _pairs(headers):
        name = _name(name)
        if name in _NAMES:
            found.setdefault(name, []).extend(_values(value))
    missing = [name for name in _NAMES if not any(found.get(name, ()))]
    if missing:
        plural = "headers" if len(missing) > 1 else "header"
        return f"missing {plural} {', '.join(missing)}: expected all headers of the request"
    for name in (ID, TIMESTAMP):
        if len(set(found[name])) > 1:
            return f"there are {len(found[name])} headers {name} with different values: expected one"
    return {ID: found[ID][0], TIMESTAMP: found[TIMESTAMP][0], SIGNATURE: " ".join(found[SIGNATURE])}


def _pairs(headers: Any) -> Iterator[tuple[object, object]]:
    given: Any = headers
    if not hasattr(given, "items") and hasattr(given, "headers"):
        given = given.headers  # of a request
    if isinstance(given, Mapping) and _is_scope(cast("Mapping[object, object]", given)):
        given = cast("Mapping[object, object]", given)["headers"]
    if callable(items := getattr(cast("object", given), "items", None)):
        # Not `headers[name]`: this gives every value of a name that is there twice.
        given = items()
    for pair in _iterate(cast("object", given), "the headers of the request"):
        name, *values = _iterate(pair, "pairs of name and value")
        if len(values) != 1:
            raise TypeError(f"invalid headers: expected pairs of name and value, not {len(values) + 1} values")
        yield name, values[0]


def _iterate(value: object, expected: str) -> Iterator[object]:
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise TypeError(f"invalid headers: expected {expected}, not {type(value).__name__}")
    return iter(cast("Iterable[object]", value))


def _is_scope(mapping: Mapping[object, Any]) -> bool:
    """Whether this is the scope of ASGI, or the event of a gateway, in which the headers are one entry."""
    headers = mapping.get("headers")
    return headers is not None and not isinstance(headers, (str, bytes))


def _name(name: object) -> str:
    text = _text(name)
    # In a WSGI environ. A header named `HTTP_...` itself would be `HTTP_HTTP_...` there.
    if text.startswith("HTTP_"):
        text = text.removeprefix("HTTP_").replace("_", "-")
    return text.lower()


def _values(value: object) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [_text(each) for each in cast("Iterable[object]", value)]
    return [] if value is None else [_text(value)]


def _text(value: object) -> str:
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1").strip()
    return str(value).strip()
