"""Lists cut into pages, in the two styles that the API has: by the ids at the edges, and by an opaque token."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Any, Final

from .call import Call
from .errors import invalid
from .json_utils import Object

DEFAULT_LIMIT: Final = 20
LARGEST_LIMIT: Final = 1000


def page_by_id(call: Call, items: Sequence[Object], key: str = "id") -> Object:
    """The page that `after_id`, `before_id` and `limit` ask for."""
    limit = call.whole_number("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT)
    after, before = call.query("after_id"), call.query("before_id")
    if after and before:
        raise invalid("Only one of after_id and before_id can be given")
    ids = [item[key] for item in items]
    if before:
        end = _place(ids, before, "before_id")
        start = max(0, end - limit)
        page, more = items[start:end], start > 0
    else:
        start = _place(ids, after, "after_id") + 1 if after else 0
        page, more = items[start : start + limit], len(items) > start + limit
    edges = {"first_id": page[0][key], "last_id": page[-1][key]} if page else {"first_id": None, "last_id": None}
    return {"data": list(page), "has_more": more, **edges}


def _place(ids: list[str], id: str, name: str) -> int:
    try:
        return ids.index(id)
    except ValueError:
        raise invalid(f"{name}: {id} is not in the list") from None


def page_by_token(call: Call, items: Sequence[Object]) -> Object:
    """The page that `page` and `limit` ask for."""
    limit = call.whole_number("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT)
    start = read_token(call.query("page"), int) or 0
    end = start + limit
    return {"data": list(items[start:end]), "next_page": token(end) if end < len(items) else None}


def token(place: Any) -> str:
    return "page_" + base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def read_token(text: str | None, kind: type[Any]) -> Any:
    """The place that a token stands for; None without one."""
    if text is None:
        return None
    try:
        coded = text.removeprefix("page_")
        place = json.loads(base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)))
    except (ValueError, binascii.Error):
        place = None
    if not isinstance(place, kind) or (isinstance(place, int) and place < 0):
        raise invalid("page: Invalid page token")
    return place
