"""A description for a terminal: as plain text. No character in it moves the cursor or talks to the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import assert_never

from .parts import Code, Facts, Folded, Heading, Links, Part, Picture, Plain, Table, Text, Warn, cell, is_number

# All control characters, those of 8 bits too, but for line feed and tab.
_CONTROL: dict[int, None] = dict.fromkeys([*(n for n in range(32) if n not in (9, 10)), *range(127, 160)])


def visible(text: str) -> str:
    """`text` without what a terminal takes for commands."""
    return text.translate(_CONTROL)


def plain_text(parts: Sequence[Part]) -> str:
    """`parts` as plain text."""
    return visible("\n".join(filter(None, map(_render_part, parts))))


def facts_line(part: Facts) -> str:
    """Facts on one line."""
    return " · ".join(f"{name} {cell(value)}".strip() for name, value in part.facts)


def picture_line(part: Picture) -> str:
    """What stands for an image where none can be shown."""
    return f"[{part.media_type}, {len(part.data) * 3 // 4:,} bytes]"


def link_lines(part: Links) -> str:
    """Links, a line for each."""
    return "\n".join(
        f"{number}. {' · '.join(filter(None, (title, url if url != title else '', words)))}"
        for number, (title, url, words) in enumerate(part.items, 1)
    )


def _render_part(part: Part) -> str:
    match part:
        case Text():
            return part.markdown
        case Plain() | Code():
            return part.text
        case Heading():
            return f"[{part.text}]"
        case Folded():
            return f"[{part.summary}]\n{plain_text(part.parts)}"
        case Picture():
            return picture_line(part)
        case Table():
            return _table(part)
        case Links():
            return link_lines(part)
        case Facts():
            return f"({facts_line(part)})" if part.facts else ""
        case Warn():
            return f"! {part.text}"
        case _:
            assert_never(part)


def _table(table: Table) -> str:
    rows = [list(table.head), *([cell(value) for value in row] for row in table.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.head))]
    right = [any(is_number(row[column]) for row in table.rows) for column in range(len(table.head))]
    lines = (
        "  ".join(
            text.rjust(width) if number else text.ljust(width)
            for text, width, number in zip(row, widths, right, strict=True)
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
