"""A message in a terminal, rendered by rich while it comes. Importing this needs the extra `rich`.

What will not change any more is printed once and scrolls away as any output does; only what is still growing is drawn
again. So the terminal is never asked to draw the whole of a long message again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.live import Live
from rich.markdown import Markdown
from rich.padding import Padding
from rich.segment import Segment
from rich.syntax import Syntax
from rich.table import Table as RichTable
from rich.text import Text as RichText
from typing_extensions import assert_never

from .parts import Code, Facts, Folded, Heading, Links, Part, Picture, Plain, Table, Text, Warn, cell, is_number
from .screens import BlockScreen, Pace, Watched
from .terminal import facts_line, link_lines, picture_line, visible

_THEME = "ansi_dark"  # the colours of the terminal itself, which fit light and dark ones
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BLOCK_BEGINS = re.compile(r"[^\s>|*+\-\d]|\*\*|\*\w|\d+[^.)\d]")
"""A line that goes on with nothing that stood before an empty line: no list, quote or table."""


def console_on(file: TextIO) -> Console:
    """What draws on `file`."""
    return Console(file=file, highlight=False)


class RichScreen(BlockScreen):
    """A terminal in which the end of the message is drawn anew while it grows."""

    def __init__(self, stream: Watched, console: Console, pace: Pace | None = None) -> None:
        super().__init__(stream)
        self._console = console
        self._pace = pace or Pace()
        self._live = Live(console=console, auto_refresh=False, transient=True, vertical_overflow="crop")
        self._pieces: list[str] = []
        """What has come since the last drawing."""
        self._growing = ""
        """What of the block is not printed yet."""
        self._begun = False
        self._input_characters = 0

    def begin(self) -> None:
        """Show what has come before."""
        self._live.start()
        super().begin()

    def begin_block(self, head: Sequence[Part]) -> None:
        """A block begins."""
        self._pieces, self._growing, self._input_characters = [], "", 0
        if head:
            self._print(head)

    def piece(self, text: str) -> None:
        """A piece of text or of thinking."""
        self._pieces.append(text)
        self._pace.draw(self._draw)

    def call_piece(self, text: str) -> None:
        """A piece of a tool's input."""
        self._input_characters += len(text)
        self._pace.draw(self._draw)

    def end_block(self, rest: Sequence[Part]) -> None:
        """The block is whole."""
        self._take_pieces()
        self._clear()
        if self._growing.strip():
            self._print_text(self._growing)
        self._growing = ""
        self._print(rest)

    def last(self, parts: Sequence[Part]) -> None:
        """The message is whole, or broke off."""
        self._clear()
        self._live.stop()
        self._print(parts)

    def _take_pieces(self) -> None:
        self._growing += visible("".join(self._pieces))
        self._pieces.clear()

    def _draw(self) -> None:
        self._take_pieces()
        if self._input_characters:
            self._live.update(RichText(f"{self._input_characters:,} characters of input …", style="dim"), refresh=True)
            return
        cut = self._measure_settled()
        whole, self._growing = self._growing[:cut], self._growing[cut:]
        if whole:
            self._clear()
            self._print_text(whole)
        self._live.update(_End(self._text(self._growing)), refresh=True)

    def _clear(self) -> None:
        """Take away what is drawn, which would be drawn again below whatever is printed."""
        self._live.update(Group(), refresh=True)

    def _measure_settled(self) -> int:
        """How much of what is growing stays as it is."""
        return measure_settled(self._growing) if self._is_rendered else self._growing.rfind("\n") + 1

    @property
    def _is_rendered(self) -> bool:
        return self.is_markdown and self.kind != "thinking"

    def _text(self, text: str) -> RenderableType:
        if self._is_rendered:
            return _markdown(text)
        return RichText(text.rstrip("\n"), style="dim italic" if self.kind == "thinking" else "")

    def _print_text(self, text: str) -> None:
        if self._is_rendered:
            self._space()
        self._console.print(self._text(text))
        self._begun = True

    def _print(self, parts: Sequence[Part]) -> None:
        for part in parts:
            if isinstance(part, (Heading, Facts, Text)):
                self._space()
            self._console.print(renderable(part))
            self._begun = True

    def _space(self) -> None:
        if self._begun:
            self._console.print()


class _End:
    """As much of the end of something as the terminal has lines for."""

    def __init__(self, of: RenderableType) -> None:
        self._of = of

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = console.render_lines(self._of, options, pad=False)
        for line in lines[-max(1, console.height - 2) :]:
            yield from line
            yield Segment.line()


def measure_settled(text: str) -> int:
    """How much of Markdown that is still coming will be rendered the same whatever comes."""
    fence, end, at, after_empty = "", 0, 0, False
    for line in text.splitlines(keepends=True):
        if not fence and after_empty and _BLOCK_BEGINS.match(line):
            end = at
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not line[found.end() :].strip():
            fence = ""
        after_empty = not line.strip()
        at += len(line)
    return end


def renderable(part: Part) -> RenderableType:
    """A part as rich draws it."""
    match part:
        case Text():
            return _markdown(part.markdown)
        case Plain():
            return RichText(visible(part.text))
        case Code():
            return Syntax(
                visible(part.text), part.language or "text", theme=_THEME, background_color="default", word_wrap=True
            )
        case Heading():
            return RichText.assemble((visible(part.text), "bold"), "  ", (visible(part.detail), "dim"))
        case Folded():
            inner = Group(*map(renderable, part.parts))
            return Group(RichText(visible(part.summary), style="dim"), Padding(inner, (0, 0, 0, 2)))
        case Picture():
            return RichText(picture_line(part), style="dim")
        case Table():
            return _table(part)
        case Links():
            return RichText(visible(link_lines(part)), style="dim")
        case Facts():
            return RichText(visible(facts_line(part)), style="dim")
        case Warn():
            return RichText(visible(part.text), style="yellow")
        case _:
            assert_never(part)


def _markdown(text: str) -> Markdown:
    # A link that shows only its words can lead anywhere.
    return Markdown(visible(text), hyperlinks=False, code_theme=_THEME)


def _table(table: Table) -> RichTable:
    drawn = RichTable(box=None, pad_edge=False)
    for column, name in enumerate(table.head):
        number = any(is_number(row[column]) for row in table.rows)
        drawn.add_column(RichText(visible(name)), justify="right" if number else "left")
    for row in table.rows:
        drawn.add_row(*_cells(row))
    return drawn


def _cells(row: Sequence[object]) -> Iterator[RichText]:
    return (RichText(visible(cell(value))) for value in row)
