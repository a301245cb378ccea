"""A message shown while it comes: in a notebook, in a terminal by rich, elsewhere as plain text. Made for `show()`.

A screen is told each event and decides itself what that changes. What has to be drawn anew is drawn by the clock and
not by the event, and rests for a multiple of the time that drawing took, so however long the message gets, most of the
time is left to reading it. No characters of the model's reach a terminal that could do something there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import StringIO
from typing import Any, TextIO, cast

from .parts import Part
from .screens import BlockScreen, Pace, Screen, Watched, so_far
from .terminal import plain_text, visible


class Live:
    """Shows a stream on the screen that there is, from entering to leaving it."""

    def __init__(self, stream: Watched, file: TextIO | None = None) -> None:
        self._screen = screen(stream, file)
        self.take: Callable[[Any], None] = self._screen.take

    def __enter__(self) -> Live:
        self._screen.begin()
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        self._screen.end(broke_off=failure is not None)


def screen(stream: Watched, file: TextIO | None) -> Screen:
    """The screen for `stream`: the notebook, or what is behind `file`."""
    if file is None and in_notebook():
        return Notebook(stream)
    # A program without a console has no standard output.
    shown_on = file or cast("TextIO | None", sys.stdout) or StringIO()
    if not shown_on.isatty():
        return PlainScreen(stream, shown_on)
    try:
        from .rich_screen import RichScreen, console_on
    except ImportError:
        return PlainScreen(stream, shown_on)
    console = console_on(shown_on)
    return PlainScreen(stream, shown_on) if console.is_dumb_terminal else RichScreen(stream, console)


def in_notebook() -> bool:
    """Whether this runs in a kernel of Jupyter, which can change what it has displayed."""
    if "IPython" not in sys.modules:
        return False
    shell = import_module("IPython").get_ipython()
    return getattr(shell, "kernel", None) is not None


class Notebook:
    """One output of a notebook, changed while the message grows."""

    def __init__(self, stream: Watched, pace: Pace | None = None) -> None:
        self._stream = stream
        self._pace = pace or Pace()
        self._handle: Any = None

    def begin(self) -> None:
        """Show what has come before."""
        display = import_module("IPython.display").display
        self._handle = display(self._stream, display_id=True)

    def take(self, event: Any) -> None:  # noqa: ARG002  # the stream has taken it in already
        """An event has come."""
        self._pace.draw(lambda: self._handle.update(self._stream))

    def end(self, *, broke_off: bool) -> None:
        """Nothing more will come."""
        message = so_far(self._stream)
        self._handle.update(self._stream if broke_off or message is None else message)


class PlainScreen(BlockScreen):
    """A file to which the text is written as it comes."""

    def __init__(self, stream: Watched, file: TextIO) -> None:
        super().__init__(stream)
        self._file = file
        self._begun = False
        self._at_line_start = True

    def begin_block(self, head: Sequence[Part]) -> None:
        """A block begins."""
        if head:
            self._paragraph(plain_text(head))

    def piece(self, text: str) -> None:
        """A piece of text or of thinking."""
        if self._at_line_start and self._begun and self.kind == "text" and not self._in_text:
            self._write("\n")
        self._in_text = True
        self._write(visible(text))

    _in_text = False

    def end_block(self, rest: Sequence[Part]) -> None:
        """The block is whole."""
        self._in_text = False
        self._end_line()
        if rest:
            self._write(plain_text(rest) + "\n")

    def last(self, parts: Sequence[Part]) -> None:
        """The message is whole, or broke off."""
        self._paragraph(plain_text(parts))

    def _paragraph(self, text: str) -> None:
        self._end_line()
        if text:
            self._write(("\n" if self._begun else "") + text + "\n")

    def _end_line(self) -> None:
        if not self._at_line_start:
            self._write("\n")

    def _write(self, text: str) -> None:
        if not text:
            return
        try:
            self._file.write(text)
        except UnicodeEncodeError:
            encoding = self._file.encoding or "ascii"
            self._file.write(text.encode(encoding, "backslashreplace").decode(encoding))
        self._file.flush()
        self._begun = True
        self._at_line_start = text.endswith("\n")
