"""How answers, errors and streams look to a person: one line, HTML, Markdown, or live while they come.

Nothing here is loaded before somebody looks. What an object shows is said once, in `describing`, in the terms of
`parts`; `html`, `markdown` and `terminal` write those down. Models are told apart by the names of their classes and
blocks by their `type`, so none of the API's types has to be imported, and what came later is shown too.

All of it is taken for hostile: a model repeats what it has read. See `markdown` for what that means.
"""

from __future__ import annotations


def as_html(value: object) -> str | None:
    """What a notebook shows for `value`; None where it is to take the Markdown instead."""
    from .describing import describe
    from .html import html

    return html(describe(value))


def as_markdown(value: object) -> str:
    """What shows Markdown shows for `value`."""
    from .describing import describe
    from .markdown import markdown

    return markdown(describe(value))
