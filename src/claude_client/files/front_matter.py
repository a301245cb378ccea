"""Texts from YAML front matter, as far as a skill needs them: `name` and `description`.

This is no YAML parser, and does not need one: at the top level it reads plain, quoted and block scalars over any number
of lines, and passes over whatever else stands there. Anchors, tags and flow collections are not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_KEY = re.compile(r"""(?P<quote>["']?)(?P<key>[\w.-]+)(?P=quote)\s*:(?:\s+(?P<value>.*))?""")
_BLOCK = re.compile(r"([|>])(?:([1-9])([+-]?)|([+-]?)([1-9]?))\s*(?:\s#.*)?")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_SINGLE = re.compile(r"'((?:[^']|'')*)'\s*(?:\s#.*)?")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:\s#.*)?', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_NO_TEXT = ("[", "]", "{", "}", "&", "*", "!", "%", "@", "`", ",", "- ", "? ")


class FrontMatterError(ValueError):
    """The front matter is missing or cannot be read."""


class _Entry(NamedTuple):
    """What stands at a key: behind it on its line, and on the lines below."""

    first: str
    more: Sequence[str]


class FrontMatter:
    """The front matter of a text, between two lines of `---` of which the first is the first line of the text."""

    def __init__(self, text: str) -> None:
        """Find the keys.

        Raises:
            FrontMatterError: There is no front matter, or it is more than keys at its top level.
        """
        lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
        if lines[0].rstrip() != "---":
            raise FrontMatterError("does not begin with front matter, for which the first line is ---")
        end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
        if end is None:
            raise FrontMatterError("has front matter that does not end with a line of ---")
        self._entries = _entries(lines[1:end])

    def text(self, key: str) -> str | None:
        """The text at `key`; `None` where there is none.

        Raises:
            FrontMatterError: What is there is no text, or is not written as YAML has it.
        """
        entry = self._entries.get(key)
        if entry is None:
            return None
        try:
            return _scalar(entry)
        except FrontMatterError as error:
            raise FrontMatterError(f"has a {key} that {error}") from None


def _entries(lines: Sequence[str]) -> Mapping[str, _Entry]:
    entries: dict[str, _Entry] = {}
    more: list[str] = []
    for number, line in enumerate(lines, 2):
        if not line.strip() or line[0] in " \t" or line.startswith("- ") or line == "-":
            more.append(line)
        elif match := _KEY.fullmatch(line):
            more = []
            entries[match["key"]] = _Entry((match["value"] or "").strip(), more)
        elif not line.startswith("#"):
            raise FrontMatterError(f"has front matter whose line {number} is not 'key: value': {line[:60]!r}")
    return entries


def _scalar(entry: _Entry) -> str | None:
    if match := _BLOCK.fullmatch(entry.first):
        indent, chomp = match[2] or match[5], match[3] or match[4]
        return _block(entry.more, folded=match[1] == ">", chomp=chomp or "", indent=int(indent or 0))
    if entry.first.startswith(("'", '"')):
        return _quoted(entry)
    return _plain(entry)


def _block(lines: Sequence[str], *, folded: bool, chomp: str, indent: int) -> str:
    indent = indent or next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 1)
    if any(line[:indent].strip() for line in lines):
        raise FrontMatterError("has a line that is indented less than the first one")
    cut = [line[indent:] for line in lines]
    while cut and not cut[-1].strip():
        cut.pop()
    text = _fold(cut) if folded else "\n".join(cut)
    return text if chomp == "-" or not text else text + "\n"


def _fold(lines: Sequence[str]) -> str:
    """`lines` as one, but for empty lines, which stand for line breaks, and those that are indented further."""
    text, before, breaks = "", "", 0
    for line in lines:
        if not line.strip():
            breaks += 1
            continue
        if not text:
            between = "\n" * breaks
        elif line[0] in " \t" or before[0] in " \t":
            between = "\n" * (breaks + 1)
        else:
            between = "\n" * breaks or " "
        text += between + line
        before, breaks = line, 0
    return text


def _quoted(entry: _Entry) -> str:
    if entry.first.startswith("'"):
        match = _SINGLE.fullmatch(_fold([entry.first, *(line.strip() for line in entry.more)]))
        if match is not None:
            return match[1].replace("''", "'")
    else:
        # A backslash at the end of a line takes the line break, and the space it would become, away.
        lines = [entry.first, *(line.strip() for line in entry.more)]
        match = _DOUBLE.fullmatch(re.sub(r"(?<!\\)((?:\\\\)*)\\ ", r"\1", _fold(lines)) if len(lines) > 1 else lines[0])
        if match is not None:
            return _ESCAPE.sub(_unescaped, match[1])
    raise FrontMatterError("begins with a quotation mark and does not end with it")


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is not None:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "\ufffd"
    if match[4] not in _ESCAPED:
        raise FrontMatterError(f"has {match[0]!r} between double quotation marks, which YAML does not know")
    return _ESCAPED[match[4]]


def _plain(entry: _Entry) -> str | None:
    lines = [_COMMENT.sub("", line).strip() for line in (entry.first, *entry.more)]
    while lines and not lines[0]:
        lines.pop(0)
    text = _fold(lines).strip()
    if text.startswith(_NO_TEXT):
        raise FrontMatterError(f"is no text: put it in quotation marks if it is ({text[:40]!r})")
    if ": " in text or text.endswith(":"):
        raise FrontMatterError("has a colon, which YAML takes for another key: put the text in quotation marks")
    return None if text in ("", "~", "null", "Null", "NULL") else text
