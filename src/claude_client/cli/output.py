"""What commands write: tables in a terminal, tab-separated lines in a pipe, JSON where it is asked for."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import Any, cast

from ..rendering.terminal import visible

BAR_WIDTH = 24
"""Characters of the longest bar."""

_EIGHTHS = " ▏▎▍▌▋▊▉█"


def prepare_streams() -> None:
    """Make the standard streams fit for writing whatever comes.

    A closed stream becomes one that takes everything and has nothing: Python has `None` in its place, and would print
    errors to standard output where standard error is closed. What the encoding of a terminal or a pipe lacks becomes
    a question mark: an error would come after the message was paid for.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream: object = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # until the program ends
        elif mode == "w" and isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")


def is_terminal() -> bool:
    """Whether standard output is a terminal, and not a pipe or a file."""
    return sys.stdout.isatty()


def write_text(text: str) -> None:
    """Write text: as it is into a pipe, without what a terminal takes for commands into a terminal."""
    print(visible(text) if is_terminal() else text, flush=True)


def write_json(value: object) -> None:
    """Write a value as JSON: indented for a reader, on one line for a program."""
    # JSON escapes the control characters of 7 bits, and not those of 8.
    write_text(json.dumps(value, indent=2 if is_terminal() else None, ensure_ascii=False, default=_as_json))


def _as_json(value: object) -> object:
    if hasattr(value, "to_dict"):
        return cast("Any", value).to_dict(mode="json")
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def write_rows(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows: as a table with a head in a terminal, else each as it comes, its cells separated by tabs."""
    if not is_terminal():
        for row in rows:
            print("\t".join(_cell(value).replace("\t", " ").replace("\n", " ") for value in row), flush=True)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [list(row) for row in rows]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, name in enumerate(head):
        numbers = bool(cells) and all(isinstance(row[place], (int, float, Decimal)) for row in cells)
        table.add_column(Text(name), justify="right" if numbers else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(_cell(value)) for value in row))
    Console().print(table)


def write_items(
    items: Iterable[Any], head: Sequence[str], row: Callable[[Any], Sequence[object]], *, json: bool
) -> None:
    """Write the items of a list: as rows, or each as a line of JSON."""
    if json:
        for item in items:
            write_text(item.to_json(indent=None))
    else:
        write_rows(head, map(row, items))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M") if is_terminal() else value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}" if is_terminal() else str(value)
    return visible(str(value))


def bar(value: float | Decimal, longest: float | Decimal) -> str:
    """A bar of block characters, as long as `value` is of `longest`."""
    if not longest or value <= 0:
        return ""
    eighths = max(1, round(float(value) / float(longest) * BAR_WIDTH * 8))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def visible_line(text: str) -> str:
    """`text` on one line, without what a terminal takes for commands."""
    return visible(" ".join(text.split()))
