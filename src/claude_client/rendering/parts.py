"""What there is to show, apart from how: the parts that a description consists of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Text:
    """Text in Markdown that somebody else wrote, the model mostly."""

    markdown: str


@dataclass(frozen=True)
class Plain:
    """Text that means what it says, character by character."""

    text: str


@dataclass(frozen=True)
class Code:
    """Code, or the output of code."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Heading:
    """What the following is, in a few words; `detail` stands behind it, small."""

    text: str
    detail: str = ""


@dataclass(frozen=True)
class Folded:
    """What is looked at when somebody wants to."""

    summary: str
    parts: Sequence[Part]


@dataclass(frozen=True)
class Picture:
    """An image whose bytes are here, as base64."""

    media_type: str
    data: str


@dataclass(frozen=True)
class Table:
    """Rows under a head. Numbers stand to the right."""

    head: Sequence[str]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True)
class Links:
    """A numbered list of where something is from: title, address and the words that are meant, each perhaps empty."""

    items: Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Facts:
    """What is worth a small line at the end."""

    facts: Sequence[tuple[str, object]]


@dataclass(frozen=True)
class Warn:
    """Something went wrong, or is not as it seems."""

    text: str


Part: TypeAlias = Text | Plain | Code | Heading | Folded | Picture | Table | Links | Facts | Warn


def cell(value: object) -> str:
    """A value as it stands in a table or in facts."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    return str(value)


def is_number(value: object) -> bool:
    """Whether a value of a table stands to the right."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)
