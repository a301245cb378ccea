"""Values of a request as JSON: sent as they are meant, or refused with their place in the request.

`JSONBody` and `encode_json` are all that others need. What consists of the types that `json.loads` gives goes to the
serializer as it is. Everything else is looked at first, as the serializer has a form for more than anybody means to
send: of bytes it makes text, of NaN null, and of a path its name.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set, ValuesView
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from math import isfinite
from numbers import Integral, Real
from os import PathLike
from pathlib import Path
from typing import Any, cast

from pydantic_core import PydanticSerializationError, SchemaSerializer, core_schema

MAX_FILE_BYTES = 256 * 1024 * 1024
"""As much as the largest body takes. A device has no end."""

_serializer = SchemaSerializer(core_schema.any_schema())
_PLAIN = frozenset({str, int, bool, type(None)})
_is_base64 = re.compile(rb"[A-Za-z0-9+/\s]+={0,2}\s*").fullmatch


class JSONBody:
    """A JSON object. It is encoded once, so that each attempt sends the same bytes."""

    content_type = "application/json"
    replayable = True

    def __init__(self, fields: Mapping[str, object]) -> None:
        self.fields = fields
        self._encoded: bytes | None = None

    @property
    def size(self) -> int:
        """Bytes of the encoded object."""
        return len(self.content())

    def content(self, bounds: object = None) -> bytes:  # noqa: ARG002
        """The encoded object."""
        if self._encoded is None:
            self._encoded = encode_json(self.fields)
        return self._encoded

    def extend(self, extra: Mapping[str, object]) -> JSONBody:
        """This body with `extra` fields above its own."""
        return JSONBody({**self.fields, **extra})


def encode_json(value: object) -> bytes:
    """`value` as JSON. Models that came from the API give back what they came with, no defaults.

    The `data` of a base64 source may be a path, an open binary file or bytes: their content is encoded.

    Raises:
        TypeError: Something in it has no JSON form, such as half a character; the message has its place.
        ValueError: A number is not finite, or a time has no time zone; the message has its place.
        OSError: A file cannot be read.
    """
    try:
        plain = value if _is_plain(value) else _to_plain(value, "")
        return _serialize(plain)
    except RecursionError:
        problem: Exception = ValueError("the request is nested too deeply, or contains itself")
    except PydanticSerializationError as error:
        problem = _find_half(value, "") or TypeError(f"the request cannot be sent as JSON: {error}")
    raise problem


def _serialize(value: object) -> bytes:
    return _serializer.to_json(value, exclude_unset=True, by_alias=True)


def _is_plain(value: object) -> bool:
    """Whether `value` consists of what `json.loads` gives."""
    kind = type(value)
    if kind is dict:
        value = cast("dict[str, object]", value).values()
    elif kind is not list:
        return kind in _PLAIN or (kind is float and isfinite(cast("float", value)))
    # A loop, and no call for a leaf: this looks at every value of every request.
    for each in cast("Iterable[object]", value):  # noqa: SIM110
        if type(each) not in _PLAIN and not _is_plain(each):
            return False
    return True


def _to_plain(value: object, place: str) -> object:
    """`value` made of what the serializer has the meant form for.

    Raises:
        TypeError, ValueError, OSError: As `encode_json` does.
    """
    if type(value) in _PLAIN or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        is_source = ("type", "base64") in items
        return {
            key: _encode_base64(each, f"{place}.data")
            if is_source and key == "data" and not isinstance(each, str)
            else _to_plain(each, f"{place}.{key}" if place else str(key))
            for key, each in items
        }
    if callable(getattr(value, "read", None)):
        raise TypeError(_refuse(value, place, "give the content of the file"))
    if isinstance(value, (Sequence, Set, ValuesView, Iterator)) and not isinstance(value, (bytes, bytearray)):
        return [_to_plain(each, f"{place}[{n}]") for n, each in enumerate(cast("Iterable[object]", value))]
    if isinstance(value, (Real, Decimal)):
        return _to_number(value, place)
    # A model, or a dataclass of pydantic: it knows its own JSON.
    if not isinstance(value, type) and hasattr(value, "__pydantic_serializer__"):
        return value
    if not isinstance(value, type) and is_dataclass(value):
        return {each.name: _to_plain(getattr(value, each.name), f"{place}.{each.name}") for each in fields(value)}
    _check(value, place)
    try:
        _serialize(value)
    except PydanticSerializationError as error:
        raise _find_half(value, place) or TypeError(
            _refuse(value, place, "expected text, a number, a bool, None, a list, a mapping or a model")
        ) from error
    return value


def _to_number(value: Real | Decimal, place: str) -> float | int:
    number = int(value) if isinstance(value, Integral) else float(value)
    if not isfinite(number):
        raise ValueError(
            f"the request cannot be sent as JSON: {place or 'it'} is {value!r}, and JSON has no such number"
        )
    if isinstance(value, Decimal) and Decimal(repr(number)) != value:
        raise ValueError(_refuse(value, place, "a float cannot hold all of its digits"))
    return number


def _check(value: Any, place: str) -> None:
    """Refuse what the serializer has a form for that nobody means."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        raise TypeError(_refuse(value, place, "decode it, or give it as the data of a base64 source"))
    if isinstance(value, PathLike):
        raise TypeError(_refuse(value, place, "give str(path), or the content of the file"))
    if isinstance(value, timedelta):
        raise TypeError(_refuse(value, place, "give its .total_seconds()"))
    if isinstance(value, complex):
        raise TypeError(_refuse(value, place, "JSON has no complex numbers"))
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(_refuse(value, place, "it has no time zone: use datetime.now(timezone.utc) or .astimezone()"))


def _refuse(value: Any, place: str, problem: str) -> str:
    module, name = type(value).__module__, type(value).__qualname__
    name = name if module == "builtins" else f"{module}.{name}"
    return f"the request cannot be sent as JSON: {place or 'it'} is of type {name}: {problem}"


def _find_half(value: object, place: str) -> TypeError | None:
    """The error for half of a surrogate pair somewhere in `value`, which no encoding has."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            half = f"U+{ord(value[error.start]):04X}"
            return TypeError(
                f"the request cannot be sent as JSON: {place or 'it'} contains {half} at position {error.start}, half "
                "of a surrogate pair: text.encode('utf-8', 'replace').decode() puts ? in its place"
            )
        return None
    if not isinstance(value, type) and hasattr(value, "__pydantic_serializer__"):
        value = getattr(value, "__dict__", None)
    parts: Iterable[tuple[object, str]] = ()
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        parts = [(key, f"the key {key!r} of {place or 'it'}") for key, _ in pairs]
        parts += [(each, f"{place}.{key}" if place else str(key)) for key, each in pairs]
    elif isinstance(value, Sequence):
        parts = [(each, f"{place}[{number}]") for number, each in enumerate(cast("Sequence[object]", value))]
    return next((found for each, where in parts if (found := _find_half(each, where)) is not None), None)


# ---- base64 ---------------------------------------------------------------------------------------------


def _encode_base64(data: object, place: str) -> str:
    """The content of a path, an open file or bytes; bytes that are base64 already stay as they are."""
    if isinstance(data, (bytes, bytearray, memoryview)):
        content = bytes(cast("bytes", data))
        # What `base64.b64encode` gives is often not decoded. No image and no PDF consists of these characters.
        return content.decode("ascii") if _is_base64(content) else base64.b64encode(content).decode("ascii")
    if isinstance(data, PathLike):
        path = Path(cast("PathLike[str]", data))
        if path.is_dir():
            raise IsADirectoryError(f"{place}: {str(path)!r} is a folder: give the path of a file")
        with path.open("rb") as file:
            content = _read(file, place)
    elif callable(getattr(data, "read", None)):
        content = _read(data, place)
    else:
        raise TypeError(_refuse(data, place, "expected text in base64, a path, an open binary file or bytes"))
    if not content:
        raise ValueError(f"{place}: {data!r} is empty, expected the content of a file")
    return base64.b64encode(content).decode("ascii")


def _read(file: Any, place: str) -> bytes:
    """The rest of an open file, which is left where it stood, for the next request to read it again."""
    if getattr(file, "closed", False):
        raise ValueError(f"{place} is a closed file: open it again, or give its path")
    start = file.tell() if getattr(file, "seekable", bool)() else None
    pieces: list[bytes] = []
    left = MAX_FILE_BYTES + 1
    while left > 0 and (piece := file.read(left)):
        if not isinstance(piece, (bytes, bytearray)):
            raise TypeError(f"{place}: read() of the file returned {type(piece).__name__}: open it with mode 'rb'")
        pieces.append(bytes(piece))
        left -= len(piece)
    if left <= 0:
        raise ValueError(f"{place}: the file has more than {MAX_FILE_BYTES:,} bytes")
    if start is not None:
        file.seek(start)
    return b"".join(pieces)
