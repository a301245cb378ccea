"""Which key of the sandbox stands for the credentials of a platform."""

from __future__ import annotations

from ..errors import Refusal
from ..keys import Kind, kind_of
from ..state import State

ORGANIZATION = "/v1/organizations"


def key_for(state: State, path: str, given: str | None = None) -> str:
    """The key for a call of `path`.

    Args:
        given: A key that came with the request; without one, its other credentials were right.

    Raises:
        Refusal: The sandbox was given keys, and none of the kind that is needed.
    """
    kind: Kind = "admin" if path.startswith(ORGANIZATION) else "ordinary"
    if given is not None and (kind == "ordinary" or state.keys.accept(given) is None or kind_of(given) == kind):
        return given
    # On a platform, the credentials that may send messages may administer too.
    try:
        return state.keys.own(kind)
    except LookupError as error:
        raise Refusal(403, str(error)) from None


def without_credentials(headers: dict[str, str]) -> dict[str, str]:
    """`headers` without those of a platform's own."""
    return {
        name: value
        for name, value in headers.items()
        if name not in ("authorization", "x-api-key", "api-key") and not name.startswith("x-amz-")
    }
