"""How responses, errors and streams look to a person: on one line, as HTML, or live while they come.

Nothing here is loaded before somebody looks. What an object shows is said once, in `describing`, in the terms of
`parts`; `html` and `terminal` write those down. Models are told apart by the names of their classes and blocks by their
`type`, so none of the API's types has to be imported, and what came later is shown too.

All text is taken for hostile: a model repeats what it has read. `html` escapes it or has it cleaned, `terminal` takes
the control characters out of it.
"""

from __future__ import annotations


def as_html(value: object) -> str:
    """What a notebook shows for `value`."""
    from .describing import describe
    from .html import html

    return html(describe(value))
