"""JSON as other languages write it, read once for all that the API sends.

It is the counterpart of `json_encoding`. What the values mean is left to `decoding`.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, cast

from pydantic_core import from_json


class DecodeError(ValueError):
    """The bytes are not JSON, are JSON of another kind or, read strictly, hold what this version does not know."""


_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def parse_json(data: bytes | str) -> Any:
    r"""The value of `data`, read as `json.loads` reads it and a little more patiently.

    JSON comes from many languages: with a byte order mark, in UTF-16, with `NaN`, with half of an emoji (`\ud83d`),
    with a byte that is not UTF-8, with a line break in a string. A message that is paid for is not lost to any of that.
    Half a character and bytes that are not text become `U+FFFD`, as neither can be printed or sent.

    Raises:
        DecodeError: It is not JSON in any of the encodings.
    """
    try:
        return from_json(data)
    except (ValueError, TypeError):  # the latter for text with half a character in it
        pass
    try:
        text = _text(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
        value = json.loads(text, strict=False)
        # Two halves that were escaped one by one have been joined by now.
        return _without_halves(value) if "\\u" in text or _SURROGATE.search(text) else value
    except (ValueError, RecursionError) as broken:
        raise DecodeError(f"invalid JSON: {broken or 'nested too deeply'}") from None


def _text(data: bytes) -> str:
    encoding = json.detect_encoding(data)
    try:
        # Java and JavaScript may encode the two halves of a character each on its own.
        return data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return data.decode(encoding, "replace")


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return value if _SURROGATE.search(value) is None else _replace_halves(value)
    if isinstance(value, list):
        return [_without_halves(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return {_without_halves(key): _without_halves(item) for key, item in pairs}
    return value


def _replace_halves(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
