"""What the HTTP response of a call tells beside its body: status, headers, rate limits and attempts.

It stands below errors and typed values, as both keep it. What may be shown of a request, a URL or a set of headers is
decided here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    import datetime as dt

    import httpx

SHOWN_QUERY: Final = "claude_client.shown_query"
"""Among the extensions of a request: the names of those parameters of its query that are the method's own."""

_CREDENTIALS = frozenset({"x-api-key", "authorization", "proxy-authorization", "cookie", "set-cookie"})


_SECRET_NAME = re.compile("key|token|secret|auth|cookie|password|credential|session")


def holds_secret(name: str) -> bool:
    """Whether a header of this name is taken for a credential; the API's own count tokens."""
    name = name.lower()
    return name in _CREDENTIALS or (_SECRET_NAME.search(name) is not None and not name.startswith("anthropic-"))


def redact_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """`headers` with every credential replaced, and of URLs what may be a signature left out."""
    return {name: _redact_header(name.lower(), value) for name, value in headers.items()}


def _redact_header(name: str, value: str) -> str:
    if holds_secret(name):
        return "[redacted]"
    return redact_location(value) if name in ("location", "content-location") else value


def redact_request(request: httpx.Request | None) -> httpx.Request | None:
    """`request` as it may be shown, kept and pickled: without credentials and without its body."""
    if request is None:
        return None
    shown = request.extensions.get(SHOWN_QUERY, ())
    # Of the same library as the original, httpx or httpx2.
    return type(request)(request.method, redact_query(request.url, shown), headers=redact_headers(request.headers))


def show_url(url: httpx.URL) -> str:
    """`url` as messages and logs show it: without its query and fragment, which may be signatures, and credentials."""
    return str(url.copy_with(query=None, fragment=None, userinfo=b""))


def redact_location(location: str) -> str:
    """A `location` header as it may be shown: without its query, which may be a signature, and without credentials."""
    bare = location.partition("?")[0].partition("#")[0]
    scheme, slashes, rest = bare.partition("//")
    host, slash, path = rest.partition("/")
    return f"{scheme}{slashes}{host.rpartition('@')[2]}{slash}{path}"


def redact_query(url: httpx.URL, shown: Iterable[str] = ()) -> httpx.URL:
    """`url` with the values of its query replaced, which may be signatures, but for those of the names in `shown`."""
    if url.userinfo:
        url = url.copy_with(userinfo=b"")
    if not url.query:
        return url
    pairs = url.params.multi_items()
    return url.copy_with(
        params=[(name, value if name.partition("[")[0] in shown else "redacted") for name, value in pairs]
    )


class AttemptRecord(NamedTuple):
    """One attempt of a call: how it ended, and the wait before it."""

    number: int
    """1 for the first try."""

    status: int | None
    """The HTTP status, or `None` where no response came."""

    error: str | None
    """The class name of the error, or `None` for a success."""

    delay: float
    """Seconds waited before this attempt."""


class RateLimit:
    """One of the limits that the API counts against."""

    __slots__ = ("limit", "remaining", "reset")

    limit: int | None
    """What the limit allows in its period."""

    remaining: int | None
    """What is left of it."""

    reset: dt.datetime | None
    """When it is whole again."""

    def __init__(self, headers: Mapping[str, str], prefix: str) -> None:
        self.limit = _integer(headers.get(f"{prefix}-limit"))
        self.remaining = _integer(headers.get(f"{prefix}-remaining"))
        self.reset = _moment(headers.get(f"{prefix}-reset"))

    def __repr__(self) -> str:
        return f"RateLimit({self.remaining} of {self.limit} left, reset={self.reset})"


class RateLimits:
    """The rate limits as the response's headers tell them; each is empty where the API did not send it.

    API: https://platform.claude.com/docs/en/api/rate-limits
    """

    __slots__ = ("_headers",)

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._headers = headers

    def plain(self) -> RateLimits:
        """A copy that has nothing but the headers that it reads, for another process."""
        names = (name for name in self._headers if name.lower().startswith("anthropic-"))
        return RateLimits({name.lower(): self._headers[name] for name in names})

    @property
    def requests(self) -> RateLimit:
        """Requests per minute."""
        return RateLimit(self._headers, "anthropic-ratelimit-requests")

    @property
    def tokens(self) -> RateLimit:
        """Input and output tokens per minute, by the limit that is tightest."""
        return RateLimit(self._headers, "anthropic-ratelimit-tokens")

    @property
    def input_tokens(self) -> RateLimit:
        """Input tokens per minute."""
        return RateLimit(self._headers, "anthropic-ratelimit-input-tokens")

    @property
    def output_tokens(self) -> RateLimit:
        """Output tokens per minute."""
        return RateLimit(self._headers, "anthropic-ratelimit-output-tokens")

    @property
    def priority_input_tokens(self) -> RateLimit:
        """Input tokens of the Priority Tier."""
        return RateLimit(self._headers, "anthropic-priority-input-tokens")

    @property
    def priority_output_tokens(self) -> RateLimit:
        """Output tokens of the Priority Tier."""
        return RateLimit(self._headers, "anthropic-priority-output-tokens")

    @property
    def fast_input_tokens(self) -> RateLimit:
        """Input tokens in fast mode."""
        return RateLimit(self._headers, "anthropic-fast-input-tokens")

    @property
    def fast_output_tokens(self) -> RateLimit:
        """Output tokens in fast mode."""
        return RateLimit(self._headers, "anthropic-fast-output-tokens")

    def __repr__(self) -> str:
        shown = {name: getattr(self, name) for name, each in vars(type(self)).items() if isinstance(each, property)}
        return f"RateLimits({', '.join(f'{k}={v}' for k, v in shown.items() if v.limit is not None)})"


@dataclass(eq=False, repr=False)
class ResponseInfo:
    """What the HTTP response of a call tells beside its body."""

    status_code: int
    """The HTTP status."""

    _headers: httpx.Headers | list[tuple[bytes, bytes]]
    """As they were received, until somebody looks at them."""

    attempts: Sequence[AttemptRecord] = ()
    """Every attempt made, the first and the successful one included."""

    @property
    def headers(self) -> httpx.Headers:
        """The headers of the response; names in any case."""
        if isinstance(self._headers, list):
            import httpx

            self._headers = httpx.Headers(self._headers)
        return self._headers

    @property
    def request_id(self) -> str | None:
        """The API's id of the request, for its support."""
        # The other names are those of cloud platforms: AWS, Azure, and gateways.
        return (
            self._header("request-id")
            or self._header("x-amzn-requestid")
            or self._header("apim-request-id")
            or self._header("x-request-id")
        )

    @property
    def organization_id(self) -> str | None:
        """The organization that the key belongs to."""
        return self._header("anthropic-organization-id")

    @property
    def workspace_id(self) -> str | None:
        """The workspace that the call acted in."""
        return self._header("anthropic-workspace-id")

    def _header(self, name: str) -> str | None:
        return cast("str | None", self.headers.get(name))

    @property
    def rate_limits(self) -> RateLimits:
        """What is left of the rate limits."""
        return RateLimits(self.headers)

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks to wait before the next attempt."""
        return read_retry_after(self.headers)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.status_code}, request_id={self.request_id!r})"


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """The wait in seconds that `retry-after-ms` or `retry-after` (seconds, or an HTTP date) ask for."""
    milliseconds = _duration(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _duration(value)
    if value is None or seconds is not None:
        return seconds
    from email.utils import parsedate_to_datetime  # rarely needed, and much to import

    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - datetime.now(timezone.utc)).total_seconds())


def _duration(value: str | None) -> float | None:
    """A number from 0 on; None where it is none. An infinite wait would pause a limiter for ever."""
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if 0 <= number < inf else None


def _integer(value: str | None) -> int | None:
    # "²" is a digit too, and Python refuses to read thousands of them.
    return int(value) if value is not None and value.isdecimal() and len(value) < 20 else None


def _moment(value: str | None) -> dt.datetime | None:
    if value is None:
        return None
    try:
        # Python 3.10 does not know the "Z" of RFC 3339.
        return datetime.fromisoformat(f"{value[:-1]}+00:00" if value.endswith("Z") else value)
    except ValueError:
        return None
