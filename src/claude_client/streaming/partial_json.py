"""JSON that is still arriving: the values that are complete so far, after each piece.

`pydantic_core.from_json(..., allow_partial=True)` gives the same for a text as a whole. Here each piece is read once,
so that somebody who looks at the value after each of many pieces does not pay each time for all that came before.
"""

from __future__ import annotations

import re
from typing import Any, cast

from ..core.json_decoding import parse_json

# In the order in which they are tried: marks, strings that are closed, one that is not, numbers and names.
_tokens = re.compile(
    r"""[ \t\n\r]*( [][{}:,] | "[^"\\]*(?:\\.[^"\\]*)*" | ".* | [^][{}:,"\ \t\n\r]+ )""", re.DOTALL | re.VERBOSE
).findall
_closed_string = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL).fullmatch
_rest_of_string = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL).match


# What may come next. Numbers and no `Enum`, whose members cost more to look up than the rest of the step.
_VALUE, _VALUE_OR_END, _KEY, _KEY_OR_END, _COLON, _COMMA_OR_END, _NOTHING = range(7)

_MARKS = frozenset("[]{}:,")
_NO_VALUE = object()


class PartialJSON:
    """Reads JSON piece by piece. What is not JSON ends it: the value stays what it was before."""

    __slots__ = ("_expected", "_keys", "_open", "_root", "_string", "_tail", "length")

    def __init__(self) -> None:
        self.length: int = 0
        """Characters so far."""
        self._root: Any = _NO_VALUE
        self._open: list[Any] = []
        """The containers that are not closed, the outermost first."""
        self._keys: list[str] = []
        """For each of them the key that its last value stands under; of no meaning for a list."""
        self._expected = _VALUE
        self._string: list[str] = []
        """The pieces of a string that is not closed."""
        self._tail = ""
        """A number or a name that may go on."""

    def feed(self, piece: str) -> None:
        """Take the next piece."""
        self.length += len(piece)
        if self._expected == _NOTHING:
            return
        try:
            self._take(self._complete_tokens(piece))
        except ValueError:
            self._expected = _NOTHING
            self._tail = ""

    def value(self, default: object) -> object:
        """The value that all pieces make; `default` while there is none. Later pieces do not change it."""
        tail = self._tail_value() if self._tail else _NO_VALUE
        if not self._open:
            whole = self._root if tail is _NO_VALUE else tail
            return default if whole is _NO_VALUE else whole
        # What is closed never changes again, so only the containers that are still open have to be copied.
        inner: Any = _NO_VALUE
        for level in range(len(self._open) - 1, -1, -1):
            outer: list[Any] | dict[str, Any] = self._open[level].copy()
            if tail is not _NO_VALUE:
                _put(outer, self._keys[level], tail)
                tail = _NO_VALUE
            elif inner is not _NO_VALUE:
                if isinstance(outer, dict):
                    outer[self._keys[level]] = inner
                else:
                    outer[-1] = inner
            inner = outer
        return inner

    def _tail_value(self) -> object:
        if self._expected in (_VALUE, _VALUE_OR_END):
            try:
                return parse_json(self._tail)
            except ValueError:
                pass
        return _NO_VALUE

    def _complete_tokens(self, text: str) -> list[str]:
        """The tokens of `text` that cannot go on in the next piece; what can is kept for it."""
        if self._string:
            end = self._end_of_string(text)
            if end is None:
                return []
            text = text[end:]
        elif self._tail:
            text = self._tail + text
            self._tail = ""
        tokens = cast("list[str]", _tokens(text))
        if not tokens or (last := tokens[-1]) in _MARKS:
            return tokens
        if last[0] == '"':
            if not _closed_string(last):
                self._string.append(tokens.pop())
        elif text[-1] not in " \t\n\r":
            self._tail = tokens.pop()
        return tokens

    def _take(self, tokens: list[str]) -> None:
        expected, containers = self._expected, self._open
        for part in tokens:
            if part == "," and expected == _COMMA_OR_END:
                expected = _VALUE if isinstance(containers[-1], list) else _KEY
            elif part == ":" and expected == _COLON:
                expected = _VALUE
            elif part[0] == '"' and expected in (_KEY, _KEY_OR_END):
                self._keys[-1] = parse_json(part)
                expected = _COLON
            elif part in "]}":
                self._close(part, expected)
                expected = _COMMA_OR_END if containers else _NOTHING
            elif expected not in (_VALUE, _VALUE_OR_END):
                raise ValueError("invalid JSON")
            elif part in "{[":
                container: Any = {} if part == "{" else []
                self._add(container)
                containers.append(container)
                self._keys.append("")
                expected = _KEY_OR_END if part == "{" else _VALUE_OR_END
            else:
                self._add(parse_json(part))
                expected = _COMMA_OR_END if containers else _NOTHING
        self._expected = expected

    def _end_of_string(self, text: str) -> int | None:
        """Where in `text` the open string ends; it is added then."""
        start = 0
        if _ends_in_escape(self._string[-1]):
            # What an escape begins, the next character completes.
            if not text:
                return None
            self._string[-1] += text[0]
            start = 1
        match = _rest_of_string(text, start)
        end = match.end() if match is not None else start
        if text[end : end + 1] != '"':
            self._string.append(text[start:])
            return None
        whole = "".join((*self._string, text[start : end + 1]))
        self._string.clear()
        self._take([whole])
        return end + 1

    def _close(self, mark: str, expected: int) -> None:
        """Close the innermost container by `mark`, where it may end."""
        if not self._open:
            raise ValueError("invalid JSON")
        end, empty = ("]", _VALUE_OR_END) if isinstance(self._open[-1], list) else ("}", _KEY_OR_END)
        if mark != end or expected not in (empty, _COMMA_OR_END):
            raise ValueError("invalid JSON")
        self._open.pop()
        self._keys.pop()

    def _add(self, value: Any) -> None:
        if self._open:
            _put(self._open[-1], self._keys[-1], value)
        else:
            self._root = value


def _put(container: list[Any] | dict[str, Any], key: str, value: object) -> None:
    if isinstance(container, list):
        container.append(value)
    else:
        container[key] = value


def _ends_in_escape(text: str) -> bool:
    return text.endswith("\\") and (len(text) - len(text.rstrip("\\"))) % 2 == 1
