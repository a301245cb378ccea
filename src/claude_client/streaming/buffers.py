"""Text and tool input that arrive in pieces: each piece costs the same, however much came before it.

Pieces are joined, and JSON is parsed, when somebody looks at the value.
"""

from __future__ import annotations

import logging
import threading

from pydantic_core import from_json

from ..core.json_decoding import DecodeError, parse_json
from ..types._tools import UNREADABLE_INPUT, mark_truncated
from .partial_json import PartialJSON

logger: logging.Logger = logging.getLogger("claude_client")

_joining = threading.Lock()
"""Held while pieces are joined: a stream may be read in one thread and looked at in another."""


class TextBuffer:
    """A text that arrives in pieces."""

    __slots__ = ("_joined", "_pieces", "length")

    def __init__(self, start: object) -> None:
        """Args:
        start: The text so far; a value that is not text counts as none.
        """
        self._joined: str = start if isinstance(start, str) else ""
        self._pieces: list[str] = []
        self.length: int = len(self._joined)
        """Characters so far."""

    def append(self, piece: str) -> int:
        """Add a piece at the end; how many characters there are then."""
        self._pieces.append(piece)
        self.length = length = self.length + len(piece)
        return length

    def up_to(self, length: int) -> str:
        """The first `length` characters."""
        with _joining:
            if self._pieces:
                # Pieces may be added by another thread meanwhile.
                count = len(self._pieces)
                # With the attribute gone this is the only reference, and CPython extends the string where it stands.
                # So reading the text after every piece does not copy it each time.
                joined, self._joined = self._joined, ""
                joined += "".join(self._pieces[:count])
                self._joined = joined
                del self._pieces[:count]
            return self._joined if length == len(self._joined) else self._joined[:length]


class InputBuffer:
    """The input of a tool, which arrives as pieces of JSON."""

    __slots__ = ("_is_cut", "_parsed", "_parser", "_pieces", "_start")

    def __init__(self, start: object) -> None:
        """Args:
        start: What the input is while there is no piece.
        """
        self._start = start
        self._pieces: list[str] = []
        self._parser = PartialJSON()
        self._parsed = 0
        """How many pieces the parser has had."""
        self._is_cut = False

    @property
    def length(self) -> int:
        """Pieces so far."""
        return len(self._pieces)

    def append(self, piece: str) -> int:
        """Add a piece at the end; how many pieces there are then."""
        self._pieces.append(piece)
        return len(self._pieces)

    def lose(self) -> None:
        """Note that a piece came which could not be read: whatever the others make, it is not the whole input."""
        self._is_cut = True

    def up_to(self, length: int) -> object:
        """The value of the first `length` pieces: every part that is complete."""
        with _joining:
            if self._parsed > length:
                # Looked at after later ones. It begins anew, for this time only.
                parser = PartialJSON()
                parser.feed("".join(self._pieces[:length]))
                return parser.value(self._start)
            if self._parsed < length:
                # One piece, where somebody looks at each.
                pieces = self._pieces[self._parsed : length]
                self._parser.feed(pieces[0] if len(pieces) == 1 else "".join(pieces))
                self._parsed = length
            return self._parser.value(self._start)

    def finish(self, *, stopped: bool) -> object:
        """The input, when no more of it will come; marked where it was cut.

        Args:
            stopped: Whether the API said that the block is complete.
        """
        text = "".join(self._pieces)
        if self._is_cut:
            return mark_truncated(self.up_to(self.length) if text.strip() else {}, text)
        if not text.strip():
            return self._start if stopped or self._start else mark_truncated({}, text)
        try:
            return parse_json(text)
        except DecodeError:
            pass
        try:
            # Cut off, as by `max_tokens`.
            return mark_truncated(from_json(text, allow_partial=True), text)
        except ValueError:
            logger.warning("the input of a tool is not JSON; it is kept as text under %r", UNREADABLE_INPUT)
            return {UNREADABLE_INPUT: text}
