"""A description as HTML, for notebooks.

Text of the model is Markdown. `markdown-it-py` renders it with HTML and images of its own off, and `nh3` cleans the
result down to the elements below (both in the extra `notebook`); without them it is shown as it came. Everything else
is escaped character by character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from importlib import import_module
from typing import Any, Final

from typing_extensions import assert_never

from .parts import Code, Facts, Folded, Heading, Links, Part, Picture, Plain, Table, Text, Warn, cell, is_number

_ELEMENTS: Final = frozenset(
    {"a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "s"}
    | {"strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
_ATTRIBUTES: Final = {"a": {"href", "title", "target"}, "ol": {"start"}, "code": {"class"}}
_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_WEB: Final = re.compile(r"https?://[^\s<>\\\x00-\x20]+")

# Colours are those of the page with more or less of them, so that they fit a light and a dark one.
_STYLE = """
.claude-client{line-height:1.5;max-width:60rem;overflow-wrap:anywhere}
.claude-client p{margin:.5em 0;white-space:normal}
.claude-client .plain{white-space:pre-wrap}
.claude-client pre{background:rgba(128,128,128,.13);border-radius:4px;margin:.5em 0;padding:.6em .8em;overflow-x:auto;\
white-space:pre;line-height:1.4;max-height:30rem;color:inherit}
.claude-client code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em;color:inherit}
.claude-client :not(pre)>code{background:rgba(128,128,128,.13);border-radius:3px;padding:.1em .3em}
.claude-client pre code{background:none;padding:0}
.claude-client details{border-left:3px solid rgba(128,128,128,.4);margin:.5em 0;padding:0 .8em}
.claude-client summary{cursor:pointer;opacity:.75}
.claude-client details[open]>summary{margin-bottom:.4em}
.claude-client table{border-collapse:collapse;margin:.5em 0;font-size:.95em;color:inherit}
.claude-client th,.claude-client td{border:0;border-bottom:1px solid rgba(128,128,128,.25);padding:.25em .9em .25em 0;\
text-align:left;background:none;white-space:normal}
.claude-client th{opacity:.75;font-weight:600}
.claude-client .number{text-align:right;font-variant-numeric:tabular-nums}
.claude-client .small{font-size:.85em;opacity:.7;font-weight:400}
.claude-client a{color:#3b82f6}
.claude-client h1,.claude-client h2,.claude-client h3{font-size:1.25em;margin:.8em 0 .4em}
.claude-client .head{font-weight:600;margin:.7em 0 .3em}
.claude-client .warn{border-left:3px solid #d97706;margin:.5em 0;padding:.1em .8em;white-space:pre-wrap}
.claude-client blockquote{border-left:3px solid rgba(128,128,128,.4);margin:.5em 0;padding:0 .8em;opacity:.9}
.claude-client img{max-width:100%;max-height:30rem}
.claude-client ol,.claude-client ul{margin:.5em 0;padding-left:1.8em}
""".replace("\n", "")


def html(parts: Sequence[Part]) -> str:
    """`parts` as HTML."""
    return f'<div class="claude-client"><style>{_STYLE}</style>{_all(parts)}</div>'


def _all(parts: Sequence[Part]) -> str:
    return "".join(map(_render_part, parts))


def _render_part(part: Part) -> str:
    match part:
        case Text():
            return _render(part.markdown)
        case Plain():
            return f'<p class="plain">{escape(part.text)}</p>'
        case Code():
            return f"<pre><code>{escape(part.text)}</code></pre>"
        case Heading():
            detail = f' <span class="small">{escape(part.detail)}</span>' if part.detail else ""
            return f'<p class="head">{escape(part.text)}{detail}</p>'
        case Folded():
            return f"<details><summary>{escape(part.summary)}</summary>{_all(part.parts)}</details>"
        case Picture():
            return f'<p><img alt="image" src="data:{escape(part.media_type)};base64,{escape(part.data)}"></p>'
        case Table():
            return _table(part)
        case Links():
            return f'<ol class="small">{"".join(f"<li>{_link(*item)}</li>" for item in part.items)}</ol>'
        case Facts():
            facts = (f"{escape(name)} {escape(cell(value))}".strip() for name, value in part.facts)
            return f'<p class="small">{" · ".join(facts)}</p>'
        case Warn():
            return f'<p class="warn">{escape(part.text)}</p>'
        case _:
            assert_never(part)


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in table.head)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(value: object) -> str:
    kind = ' class="number"' if is_number(value) else ""
    return f"<td{kind}>{escape(cell(value))}</td>"


def _link(title: str, url: str, words: str) -> str:
    shown = escape(title or url)
    if _WEB.fullmatch(url):
        shown = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer nofollow">{shown}</a>'
    return shown + (f" · {escape(words)}" if words else "")


def _render(markdown: str) -> str:
    try:
        rendered, clean = _renderer().render(markdown), import_module("nh3").clean
    except ImportError:
        return f'<p class="plain">{escape(markdown)}</p>'
    cleaned = clean(
        rendered,
        tags=set(_ELEMENTS),
        attributes=_ATTRIBUTES,
        url_schemes=set(_SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )
    return str(cleaned)


@lru_cache(maxsize=1)
def _renderer() -> Any:
    renderer = (
        import_module("markdown_it")
        .MarkdownIt("commonmark", {"html": False})
        .enable(["table", "strikethrough"])
        .disable("image")
    )
    renderer.add_render_rule("link_open", _open_link)
    return renderer


def _open_link(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:  # as it is called
    # What leads out of the page opens beside it.
    tokens[index].attrSet("target", "_blank")
    return str(self.renderToken(tokens, index, options, env))
