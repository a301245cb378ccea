"""Plain values that every part of the sandbox makes: JSON objects, ids, times."""

from __future__ import annotations

import secrets
import string
from datetime import datetime, timezone
from typing import Any, Final, TypeAlias, cast

Object: TypeAlias = dict[str, Any]
"""A JSON object, of which only its reader knows more."""

_ALPHABET: Final = string.digits + string.ascii_letters


def member(body: Object, name: str) -> Object:
    """The object at `name`; an empty one where there is none."""
    return cast("Object", body.get(name) or {})


def members(body: Object, name: str) -> list[Object]:
    """The objects in the list at `name`; none where there is no list."""
    value = body.get(name)
    return cast("list[Object]", value) if isinstance(value, list) else []


def new_id(prefix: str) -> str:
    """An id of the API's form: `msg_01...`. Random, so that what one sandbox knows another does not."""
    return f"{prefix}_01" + "".join(secrets.choice(_ALPHABET) for _ in range(22))


def now() -> datetime:
    return datetime.now(timezone.utc)


def timestamp(moment: datetime) -> str:
    """RFC 3339 in UTC, with microseconds, so that order is kept."""
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> datetime:
    """What `timestamp` wrote."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
