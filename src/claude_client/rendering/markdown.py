"""A description as Markdown, for whatever shows Markdown: JupyterLab and VS Code among others.

What the model wrote is Markdown too, and is kept as such but for what could do something on its own. Some front ends
run the scripts in a Markdown output of a trusted notebook, and all of them load the images, whose address can carry
away what the model has read. So text begins no HTML, names no image, and its links lead to the web or nowhere. That is
done by replacing single characters, without relying on how a front end reads Markdown: where code cannot be kept as it
is by that rule, it is written in HTML, every character of it escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from typing_extensions import assert_never

from .parts import Code, Facts, Folded, Heading, Links, Part, Picture, Plain, Table, Text, Warn, cell, is_number

_FENCED = re.compile(
    r"^(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)\n(?P<code>.*?)(?:(?P<end>^(?P=fence)[`~]*[ \t]*$)|\Z)",
    re.MULTILINE | re.DOTALL,
)
_SPAN = re.compile(r"(?<!`)(?P<ticks>`{1,3})(?!`)(?P<code>[^\n]+?)(?<!`)(?P=ticks)(?!`)")
_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_IMAGE = re.compile(r"!(?=\[)")
_WEB = r"\s*<?(?:https?://|mailto:|#|/|[\w.-]+(?:[/?#)\s]|$))"
_LINK = re.compile(rf"\](?:\((?!{_WEB})|:(?!{_WEB}))", re.IGNORECASE)
_DANGEROUS = re.compile(rf"{_HTML.pattern}|!\[|\]\((?!{_WEB})|\]:[^\n]*(?:script|&)", re.IGNORECASE)
_SPECIAL = re.compile(r"([\\`*_\[\]|~$#])")


def markdown(parts: Sequence[Part]) -> str:
    """`parts` as Markdown."""
    return "\n\n".join(_written(part) for part in parts)


def _written(part: Part) -> str:
    match part:
        case Text():
            return safe(part.markdown)
        case Plain():
            return escaped(part.text)
        case Code():
            return code_block(part.text, part.language)
        case Heading():
            return f"**{escaped(part.text)}**" + (f" <small>{_entities(part.detail)}</small>" if part.detail else "")
        case Folded():
            inner = markdown(part.parts)
            return f"<details><summary>{_entities(part.summary)}</summary>\n\n{inner}\n\n</details>"
        case Picture():
            return f"![image](data:{part.media_type};base64,{part.data})"
        case Table():
            return _table(part)
        case Links():
            return "\n".join(f"{number}. {_link(*item)}" for number, item in enumerate(part.items, 1))
        case Facts():
            facts = (f"{_entities(name)} {_entities(cell(value))}".strip() for name, value in part.facts)
            return f"<small>{' · '.join(facts)}</small>"
        case Warn():
            return f"> ⚠ {escaped(' '.join(part.text.split()))}"
        case _:
            assert_never(part)


def _table(table: Table) -> str:
    columns = range(len(table.head))
    right = [any(is_number(row[column]) for row in table.rows) for column in columns]
    lines = [
        [escaped(name) for name in table.head],
        ["---:" if number else "---" for number in right],
        *([escaped(" ".join(cell(value).split())) for value in row] for row in table.rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _link(title: str, url: str, words: str) -> str:
    shown = escaped(title or url)
    if is_web(url):
        shown = f"[{shown}](<{html.escape(url)}>)"
    return shown + (f" <small>{_entities(words)}</small>" if words else "")


def is_web(url: str) -> bool:
    """Whether `url` is one of the web, and has nothing in it that would end a link."""
    return re.fullmatch(r"https?://[^\s<>\\\x00-\x20]+", url) is not None


def escaped(text: str) -> str:
    """`text` in Markdown that shows it as it is."""
    return _SPECIAL.sub(r"\\\1", html.escape(text, quote=False))


def code_block(code: str, language: str = "") -> str:
    """`code` as a block of Markdown, or in HTML where it could do something if it were misread."""
    if _DANGEROUS.search(code):
        return f"<pre><code>{_entities(code)}</code></pre>"
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code}\n{fence}"


def safe(text: str) -> str:
    """Markdown of the model with all in it that could do something made to show itself instead."""
    pieces: list[str] = []
    at = 0
    for found in _FENCED.finditer(text):
        pieces.append(_safe_prose(text[at : found.start()]))
        at = found.end()
        code = found["code"].removesuffix("\n")
        if _DANGEROUS.search(found[0]):
            pieces.append(code_block(code, re.sub(r"\W.*", "", found["info"].strip())))
        else:
            # Code that is still coming would take in what stands behind it.
            pieces.append(found[0] if found["end"] else f"{found[0]}\n{found['fence']}")
    pieces.append(_safe_prose(text[at:]))
    return "".join(pieces)


def _safe_prose(text: str) -> str:
    pieces: list[str] = []
    at = 0
    for found in _SPAN.finditer(text):
        pieces.append(_inert(text[at : found.start()]))
        at = found.end()
        pieces.append(f"<code>{_entities(found['code'])}</code>" if _DANGEROUS.search(found["code"]) else found[0])
    pieces.append(_inert(text[at:]))
    return "".join(pieces)


def _inert(text: str) -> str:
    text = _IMAGE.sub("&#33;", _HTML.sub("&lt;", text))
    return _LINK.sub(lambda found: "]&#40;" if found[0].endswith("(") else "]&#58;", text)


_MEANING: dict[int, str] = {ord(c): f"&#{ord(c)};" for c in "<>&\"'`*_[]$\\~|\n\r"}


def _entities(text: str) -> str:
    """`text` for HTML within Markdown: on one line, with no character left that means something in either."""
    return text.translate(_MEANING)
