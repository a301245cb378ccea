"""JSON that is still arriving: the values that are whole so far, after each piece.

`pydantic_core.from_json(..., allow_partial=True)` gives the same for a text as a whole. Here each piece is looked at
once, so that somebody who looks at the value after each of many pieces does not pay for all that came before.
"""

from __future__ import annotations

from pydantic_core import from_json


class PartialJSON:
    """The value that the JSON so far makes."""

    __slots__ = ("_text", "begun", "length", "value")

    def __init__(self) -> None:
        self.length = 0
        """Characters so far."""
        self.value: object = None
        self.begun = False
        """Whether there is a value."""
        self._text = ""

    def feed(self, piece: str) -> None:
        """Take the next piece."""
        self.length += len(piece)
        self._text += piece
        try:
            self.value = from_json(self._text, allow_partial=True)
            self.begun = True
        except ValueError:
            pass
