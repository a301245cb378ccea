"""A call described, not sent: verb, path, parameters, and how its response is read.

Building a request does no I/O and reads no settings, so the same one serves both clients. What a body weighs, how it
is encoded and how paths and queries are escaped is decided here; headers come with the settings, later.
"""

from __future__ import annotations

from collections import UserString
from collections.abc import (
    Callable,
    Coroutine,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
    ValuesView,
)
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from math import isfinite
from numbers import Number
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, Protocol, TypeAlias, cast
from urllib.parse import quote
from uuid import UUID

from typing_extensions import Self, TypeVar

if TYPE_CHECKING:
    from ..http.bodies import ByteStream
    from ..types.request_options import RequestOptions
    from .quotas import AnyBudget

S = TypeVar("S")
"""What the call gives on `Client`."""
A = TypeVar("A", default=S)
"""What it gives, once awaited, on `AsyncClient`: the same but for what is read piece by piece."""
S_co = TypeVar("S_co", covariant=True)
A_co = TypeVar("A_co", covariant=True)

Credential: TypeAlias = Literal["api", "admin", "oauth"]
"""What a call is authenticated with: an API key or token, the Admin API key, or nothing but a token."""
MiB = 1024 * 1024


class ResponseFormat(Protocol[S_co, A_co]):
    """How the response to a request becomes its typed value."""

    @property
    def accept(self) -> str:
        """The media type to ask for."""
        ...

    @property
    def whole(self) -> bool:
        """Whether the body is read to its end before it is parsed."""
        ...

    # A `Response` and an `AsyncResponse`, which stand above and know this.
    def parse(self, response: Any) -> S_co:
        """The value on `Client`."""
        ...

    def parse_async(self, response: Any) -> A_co | Coroutine[Any, Any, A_co]:
        """The value on `AsyncClient`; where `whole`, the body has been read."""
        ...


class Bounds(NamedTuple):
    """What a body keeps to that is produced while it is sent."""

    time_left: Callable[[], float | None]
    """Seconds until the deadline of the call; `None` where it has none."""
    check_size: Callable[[int], None]
    """Raises `RequestTooLargeError` where the endpoint does not take so many bytes."""


class Body(Protocol):
    """What a request carries."""

    @property
    def content_type(self) -> str: ...
    @property
    def size(self) -> int | None:
        """Bytes, where that is known before the body is produced."""
        ...

    def content(self, bounds: Bounds | None = None) -> bytes | ByteStream:
        """The bytes to send; called for each attempt, and each time the same.

        Args:
            bounds: What a body keeps to that is produced while it is sent.
        """
        ...

    @property
    def replayable(self) -> bool:
        """Whether `content` can be called again after its bytes were read, as a retry does."""
        ...

    def extend(self, extra: Mapping[str, object]) -> Body:
        """This body with `extra` fields above its own."""
        ...


class SizeLimit(NamedTuple):
    """How large a request's body may be, and what to do about one that is larger."""

    endpoint: str
    """The name by which a client's `size_limits=` overrides it: `standard`, `batches`, `files` or `skills`."""
    max_bytes: int
    way_out: str


def show_bytes(count: int) -> str:
    """A number of bytes, as the documentation counts megabytes: `33,554,432 bytes (32 MB)`."""
    return f"{count:,} bytes ({count / MiB:,.4g} MB)" if count >= MiB // 10 else f"{count:,} bytes"


# The documentation says MB. Read as MiB nothing is refused here that the server would take.
STANDARD_LIMIT = SizeLimit(
    "standard", 32 * MiB, "upload large images and documents with client.files.upload() and refer to them by file_id"
)
BATCHES_LIMIT = SizeLimit("batches", 256 * MiB, "split the requests into several batches")
FILES_LIMIT = SizeLimit("files", 500 * MiB, "split the file into several")
SKILLS_LIMIT = SizeLimit("skills", 30 * MiB, "leave out of the skill what it does not need")
SIZE_LIMIT_NAMES = tuple(limit.endpoint for limit in (STANDARD_LIMIT, BATCHES_LIMIT, FILES_LIMIT, SKILLS_LIMIT))


class ResponseLimits(NamedTuple):
    """What a response may hold in memory, in bytes and decompressed; beyond it `ResponseTooLargeError` is raised."""

    json_bytes: int = 128 * MiB
    """A whole response."""

    event_bytes: int = 32 * MiB
    """One event of a stream."""

    line_bytes: int = 64 * MiB
    """One line of a batch's results."""


# Never changed, but not frozen: that takes a microsecond of each call, twice as long as all else about making one.
@dataclass(eq=False, repr=False)
class Request(Generic[S, A]):
    """A call that has not been sent. It gives an `S` on `Client` and an `A` on `AsyncClient`."""

    method: str
    path: str
    """Escaped; see `path()`."""
    response_format: ResponseFormat[S, A]
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    body: Body | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    betas: Sequence[str] = ()
    """Sent without being asked for, before those of the call's options."""
    options: RequestOptions = field(default_factory=lambda: cast("RequestOptions", {}))
    limit: SizeLimit = STANDARD_LIMIT
    credential: Credential = "api"
    check_version: Callable[[str], None] | None = None
    """Raises where the API version that the call goes out with does not take what is in it."""
    hint: str | None = None
    """What to look at when the API knows no such thing (404)."""
    budget: AnyBudget | None = None
    """What the call may spend, beside the budget of the client."""

    def replace(self, **changes: object) -> Self:
        """A copy with other attributes."""
        # What `dataclasses.replace` does in a tenth of its time, as each call through a platform does it.
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, **changes)
        return copy

    def __repr__(self) -> str:
        # Headers may be credentials, and a body may be hundreds of megabytes.
        return f"Request({self.method} {self.path})"


def path(template: str, **values: str) -> str:
    """`template` with each `{name}` filled by the escaped value of that name; a value cannot leave its segment.

    Raises:
        ValueError: A value is empty, `.` or `..`, or no text; the message names its parameter.
    """
    quoted: dict[str, str] = {}
    for name, value in values.items():
        if not isinstance(value, str) or value in ("", ".", ".."):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
            raise ValueError(
                f"invalid {name}={value!r} in the path {template}: expected an id, such as the API returned"
            )
        try:
            quoted[name] = quote(value, safe="")
        except UnicodeEncodeError as error:
            raise _refuse_half(value, name, error) from None
    return template.format_map(quoted)


def _quote(text: str, name: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError as error:
        raise _refuse_half(text, name, error) from None


def _refuse_half(text: str, name: str, error: UnicodeEncodeError) -> ValueError:
    return ValueError(f"invalid {name}={text!r}: it contains U+{ord(text[error.start]):04X}, half of a surrogate pair")


# ---- query ----------------------------------------------------------------------------------------------


def encode_query(query: Mapping[str, object]) -> str:
    """`query` as the API reads it: `name[]=a&name[]=b` for lists, `name[key]=value` for mappings.

    Raises:
        TypeError: A value has no form in a query, or can be read only once, so that a retry would lack it.
        ValueError: A `datetime` has no time zone, or a number is not finite.
    """
    pairs = [pair for name, value in query.items() for pair in _pairs(name, value)]
    return "&".join(f"{_quote(name, 'query parameter')}={_quote(value, name)}" for name, value in pairs)


def _pairs(name: str, value: object) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    if isinstance(value, Mapping):
        for key, inner in cast("Mapping[object, object]", value).items():
            yield from _pairs(f"{name}[{key}]", inner)
    elif isinstance(value, (Sequence, Set, ValuesView)) and not isinstance(value, (str, bytes, bytearray, UserString)):
        for item in cast("Iterable[object]", value):
            # The API knows no lists in lists, and would take an empty mapping for no filter at all.
            yield f"{name}[]", query_text(f"{name}[]", item)
    else:
        yield name, query_text(name, value)


def query_text(name: str, value: object) -> str:
    """One value of a query.

    Raises:
        TypeError, ValueError: As `encode_query` does.
    """
    if isinstance(value, Enum):
        value = cast("object", value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(
                f"invalid {name}={value!r}: it has no time zone, use datetime.now(timezone.utc) or .astimezone()"
            )
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"invalid {name}={value!r}: expected a finite number")
    if not isinstance(value, (str, UserString, Number, UUID)):
        expected = "text, a number or a date" + ("" if name.endswith("[]") else ", or a list of these")
        raise TypeError(f"invalid {name}={value!r}: expected {expected}")
    return str(value)
