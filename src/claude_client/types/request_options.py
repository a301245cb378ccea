"""What every call takes beside its own parameters, and the official package's ways to leave a parameter out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from typing_extensions import TypedDict

if TYPE_CHECKING:
    import httpx


WebhookKey: TypeAlias = "str | bytes | Sequence[str | bytes]"
"""A key that webhooks are signed with: `whsec_` and base64 as the API shows it, or the bytes that this stands for; or
several of them, of which one has to fit, while one key replaces another."""


class RequestOptions(TypedDict, total=False):
    """Options of a single call; what is left out comes from the client."""

    betas: Sequence[str] | None
    """Beta features for this call, added to those of the method and the client. Unknown values are sent as they are."""

    timeout: float | httpx.Timeout | None
    """Seconds without progress (connecting, each read or write) until an attempt fails: 600, and 5 to connect."""

    max_retries: int | None
    """Retries after a failure that a retry may cure; 2 by default."""

    deadline: float | None
    """Seconds for the whole call: attempts, the waits between them, the upload and the stream. Unbounded by default."""

    max_retry_wait: float | None
    """Longest wait in seconds that the server may ask for before a retry: 60. Above it the error is raised."""

    stream_idle_timeout: float | None
    """Seconds a stream may go without an event other than a ping. Unbounded by default."""

    first_event_timeout: float | None
    """Seconds from sending to a stream's first event other than a ping. Unbounded by default."""

    api_version: str | None
    """The API version for this call: `2023-06-01` or `2026-10-21`."""

    extra_headers: Mapping[str, str] | None
    """Headers added to the request, above all others."""

    extra_query: Mapping[str, object] | None
    """Query parameters added to the request."""

    extra_body: Mapping[str, object] | None
    """Fields added to the JSON body, above the method's own parameters."""


class WorkspaceOptions(RequestOptions, total=False):
    """Options of calls that can name the workspace they act in."""

    workspace_id: str | None
    """Workspace to act in, for keys and tokens that are not bound to one."""


class UserProfileOptions(WorkspaceOptions, total=False):
    """Options of calls that can be made on behalf of a user profile."""

    user_profile_id: str | None
    """The user profile that the call is made for."""


# ---- left out ---------------------------------------------------------------------------------------------------

# Taken everywhere and needed nowhere: `None` does the same. Type checkers see these as `None`, which every optional
# parameter takes.
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


SENTINELS: Final = cast("type", Omit)
"""The class of all of them, for `isinstance`."""


def left_out(value: object) -> bool:
    """Whether `value` is one of these, and so does not count as given."""
    return isinstance(value, SENTINELS)
