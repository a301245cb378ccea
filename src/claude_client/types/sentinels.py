"""The official package's ways to say "left out", taken everywhere and needed nowhere: `None` does the same.

Type checkers see them as `None`, which every optional parameter takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

if TYPE_CHECKING:
    Omit: TypeAlias = None
    NotGiven: TypeAlias = None
else:

    class Omit:
        """The type of `omit`."""

        def __bool__(self) -> bool:
            return False

        def __repr__(self) -> str:
            return "omit"

    class NotGiven(Omit):
        """The type of `NOT_GIVEN`."""

        def __repr__(self) -> str:
            return "NOT_GIVEN"


omit: Final[None] = cast("Any", Omit)()
"""Leaves the parameter out of the request."""

not_given: Final[None] = cast("Any", NotGiven)()
"""The same, under the name that the official package uses for options."""

NOT_GIVEN: Final[None] = not_given


def left_out(value: object) -> bool:
    """Whether `value` is one of these, and so does not count as given."""
    return isinstance(value, cast("type", Omit))
