"""JSON that is still arriving: the values that are whole so far, after each piece.

`pydantic_core.from_json(..., allow_partial=True)` gives the same for a text as a whole. Here each piece is read once,
so that somebody who looks at the value after each of many pieces does not pay each time for all that came before.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import from_json

_token = re.compile(
    r"""
    [ \t\n\r]*
    (?: (?P<mark> [][{}:,] )
      | (?P<string> "[^"\\]*(?:\\.[^"\\]*)*" )
      | (?P<open_string> ".* )
      | (?P<scalar> [^][{}:,"\ \t\n\r]+ )
      | \Z
    )
    """,
    re.DOTALL | re.VERBOSE,
).match
_rest_of_string = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL).match


# What may come next. Numbers and no `Enum`, whose members cost more to look up than the rest of the step.
_VALUE, _VALUE_OR_END, _KEY, _KEY_OR_END, _COLON, _COMMA_OR_END, _NOTHING = range(7)

_NO_VALUE = object()


class PartialJSON:
    """Reads JSON piece by piece. What is no JSON ends it: the value stays what it was before."""

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
        try:
            self._scan(piece)
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
                return from_json(self._tail)
            except ValueError:
                pass
        return _NO_VALUE

    def _scan(self, text: str) -> None:
        if self._expected == _NOTHING:
            return
        if self._string:
            end = self._end_of_string(text)
            if end is None:
                return
            text = text[end:]
        elif self._tail:
            text = self._tail + text
            self._tail = ""
        position, size = 0, len(text)
        while position < size:
            match = _token(text, position)
            if match is None:
                raise ValueError("no JSON")
            kind, position = match.lastgroup, match.end()
            if kind is None:
                return
            token = match[kind]
            if kind == "mark":
                self._mark(token)
            elif kind == "string":
                self._add(from_json(token), string=True)
            elif kind == "open_string":
                self._string.append(token)
                self._check_string_expected()
            elif position == size:
                self._tail = token
            else:
                self._add(from_json(token))

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
        self._add(from_json(whole), string=True)
        return end + 1

    def _check_string_expected(self) -> None:
        if self._expected in (_COLON, _COMMA_OR_END):
            raise ValueError("no JSON")

    def _mark(self, mark: str) -> None:
        expected = self._expected
        if mark in "{[":
            container: Any = {} if mark == "{" else []
            self._add(container)
            self._open.append(container)
            self._keys.append("")
            self._expected = _KEY_OR_END if mark == "{" else _VALUE_OR_END
        elif mark == ":" and expected == _COLON:
            self._expected = _VALUE
        elif mark == "," and expected == _COMMA_OR_END:
            self._expected = _VALUE if isinstance(self._open[-1], list) else _KEY
        elif self._open and mark == self._end_mark():
            self._open.pop()
            self._keys.pop()
            self._expected = _COMMA_OR_END if self._open else _NOTHING
        else:
            raise ValueError("no JSON")

    def _end_mark(self) -> str | None:
        """What closes the innermost container, where it may end."""
        is_list = isinstance(self._open[-1], list)
        empty = _VALUE_OR_END if is_list else _KEY_OR_END
        if self._expected not in (empty, _COMMA_OR_END):
            return None
        return "]" if is_list else "}"

    def _add(self, value: Any, *, string: bool = False) -> None:
        expected = self._expected
        if expected in (_VALUE, _VALUE_OR_END):
            if self._open:
                _put(self._open[-1], self._keys[-1], value)
                self._expected = _COMMA_OR_END
            else:
                self._root = value
                self._expected = _NOTHING
        elif string and expected in (_KEY, _KEY_OR_END):
            self._keys[-1] = value
            self._expected = _COLON
        else:
            raise ValueError("no JSON")


def _put(container: list[Any] | dict[str, Any], key: str, value: object) -> None:
    if isinstance(container, list):
        container.append(value)
    else:
        container[key] = value


def _ends_in_escape(text: str) -> bool:
    return text.endswith("\\") and (len(text) - len(text.rstrip("\\"))) % 2 == 1
