"""The root of every error of this package, at the bottom of it: types raise errors too. All others are in `errors`."""

from __future__ import annotations

SHOWN_CHARACTERS = 500
"""As much of a text as an error shows."""


def shorten(text: str) -> str:
    """`text` on one line, cut where it gets long."""
    flat = " ".join(text.split())
    if len(flat) <= SHOWN_CHARACTERS:
        return flat
    return f"{flat[:SHOWN_CHARACTERS]}... ({len(flat)} characters)"


class ClaudeError(Exception):
    """Base class of all errors of this package."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({shorten(str(self))!r})"

    def _repr_html_(self) -> str:
        from ..rendering import as_html

        return as_html(self)


ClaudeError.__module__ = "claude_client.errors"  # where it is looked for, and what a traceback says
