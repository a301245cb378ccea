"""An answer shown while it comes: in a notebook, in a terminal by rich, elsewhere as plain text. Made for `show()`.

A screen is told each event and decides itself what that changes. What has to be drawn anew is drawn by the clock and
not by the event, and rests for a multiple of the time that drawing took, so however long the answer gets, most of the
time is left to reading it. No characters of the model's reach a terminal that could do something there.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from io import StringIO
from typing import TYPE_CHECKING, Any, Final, Protocol, TextIO, cast

from .describing import describe, ending, get, is_parsed
from .parts import Code, Heading, Part, Text, Warn
from .terminal import plain_text, visible

if TYPE_CHECKING:
    from ..types import Message

DRAW_SECONDS: Final = 0.1
"""The least time between two drawings."""
REST: Final = 4
"""How many times as long as a drawing took nothing is drawn after it."""

_CALLS = ("tool_use", "server_tool_use", "mcp_tool_use")


class Watched(Protocol):
    """A stream of a message, as far as it is looked at here."""

    @property
    def current_message_snapshot(self) -> Message: ...


class Screen(Protocol):
    """Where an answer is shown."""

    def begin(self) -> None:
        """Show what has come before."""
        ...

    def take(self, event: Any) -> None:
        """An event has come."""
        ...

    def end(self, *, broke_off: bool) -> None:
        """Nothing more will come."""
        ...


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


class Pace:
    """Says when to draw again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next = clock()

    def draw(self, function: Callable[[], object]) -> None:
        """Call `function`, if it is time."""
        started = self._clock()
        if started >= self._next:
            function()
            now = self._clock()
            self._next = now + max(DRAW_SECONDS, REST * (now - started))


def so_far(stream: Watched) -> Message | None:
    """The message so far, if anything of it has come."""
    try:
        return stream.current_message_snapshot
    except RuntimeError:
        return None


class Notebook:
    """One output of a notebook, changed while the answer grows."""

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


class BlockScreen:
    """A screen on which the blocks of an answer follow each other, and what is written stays."""

    def __init__(self, stream: Watched) -> None:
        self._stream = stream
        self._block: Any = None
        """The block that is coming."""
        self._known = 0
        """Characters of it that came before it was shown."""
        self.is_markdown: bool = True
        """Whether its text is Markdown, and not structured output."""

    def begin(self) -> None:
        """Show what has come before."""
        message = so_far(self._stream)
        for block in message.content if message is not None else ():
            self._open(block)
            self._known = len(get(block, self.kind, "") if self.kind in ("text", "thinking") else "")

    def take(self, event: Any) -> None:
        """An event has come."""
        kind = event.type
        if kind in ("text", "thinking"):
            # What has come of the message is a step ahead of the event that tells it.
            if not self._known or len(event.snapshot) > self._known:
                self.piece(get(event, kind))
        elif kind == "input_json":
            self.call_piece(event.partial_json)
        elif kind == "content_block_start":
            self._open(event.content_block)
        elif kind == "content_block_stop":
            self._close(event.content_block)

    def end(self, *, broke_off: bool) -> None:
        """Nothing more will come."""
        self._close(self._block)
        message = so_far(self._stream)
        broken: list[Part] = [Warn("The answer broke off.")] if broke_off else []
        self.last([*broken, *(ending(message) if message is not None else ())])

    def _open(self, block: Any) -> None:
        self._close(self._block)
        self._block, self._known = block, 0
        self.is_markdown = not is_parsed(so_far(self._stream))
        kind = get(block, "type")
        if kind in _CALLS:
            self.opened([part for part in describe(block) if isinstance(part, Heading)][:1])
        elif kind == "thinking":
            self.opened([Heading("Thinking")])
        else:
            self.opened([])
        if text := get(block, kind) if kind in ("text", "thinking") else None:
            self.piece(text)

    def _close(self, block: Any) -> None:
        if self._block is None:
            return
        kind = get(block, "type")
        parts = describe(block)
        if kind in _CALLS:
            parts = [part for part in parts if not isinstance(part, Heading)]
        elif kind in ("text", "thinking"):
            parts = [part for part in parts if not isinstance(part, (Text, Code))] if kind == "text" else []
        self.closed(parts)
        self._block = None

    @property
    def kind(self) -> str:
        """The type of the block that is coming."""
        return str(get(self._block, "type"))

    def opened(self, head: Sequence[Part]) -> None:
        """A block begins."""
        raise NotImplementedError

    def piece(self, text: str) -> None:
        """A piece of text or of thinking."""
        raise NotImplementedError

    def call_piece(self, text: str) -> None:
        """A piece of a tool's input."""

    def closed(self, rest: Sequence[Part]) -> None:
        """The block is whole; `rest` is what its pieces did not show."""
        raise NotImplementedError

    def last(self, parts: Sequence[Part]) -> None:
        """The answer is whole, or broke off."""
        raise NotImplementedError


class PlainScreen(BlockScreen):
    """A file to which the text is written as it comes."""

    def __init__(self, stream: Watched, file: TextIO) -> None:
        super().__init__(stream)
        self._file = file
        self._begun = False
        self._at_line_start = True

    def opened(self, head: Sequence[Part]) -> None:
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

    def closed(self, rest: Sequence[Part]) -> None:
        """The block is whole."""
        self._in_text = False
        self._end_line()
        if rest:
            self._write(plain_text(rest) + "\n")

    def last(self, parts: Sequence[Part]) -> None:
        """The answer is whole, or broke off."""
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
