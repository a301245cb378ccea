"""What a client was told, by arguments and by the environment, resolved once.

Settings never change: `with_options` makes new ones. They know how a request's URL and headers come about, which is
why credentials are here and nowhere else. A `repr` or a log of them shows none.
"""

from __future__ import annotations

import ipaddress
import os
import platform
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import urlsplit

from typing_extensions import TypedDict

from .. import __version__
from ..errors import CredentialsError
from ..http.clients import DEFAULT_CONNECT_SECONDS, DEFAULT_TIMEOUT_SECONDS
from ..types.request_options import left_out
from ..types.response_info import holds_secret
from . import logs
from .request import Credential, MiB, Request, SizeLimit, encode_query
from .signatures import Keywords

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

    from ..types.request_options import RequestOptions
    from .middleware import MiddlewareInput

DEFAULT_BASE_URL: Final = "https://api.anthropic.com"
DEFAULT_API_VERSION: Final = "2023-06-01"
DEFAULT_MAX_RETRIES: Final = 2
DEFAULT_MAX_RETRY_WAIT: Final = 60.0
LIBRARY_TIMEOUT_SECONDS: Final = 5.0
"""What `httpx` and `httpx2` set in each phase where nothing else is said."""
SANDBOX_SCHEME: Final = "sandbox:"

_PER_CALL = (
    "timeout",
    "max_retries",
    "deadline",
    "max_retry_wait",
    "stream_idle_timeout",
    "first_event_timeout",
    "api_version",
)


_VARIABLES: Final = {
    "api_key": ("ANTHROPIC_API_KEY",),
    "auth_token": ("ANTHROPIC_AUTH_TOKEN",),
    "admin_api_key": ("ANTHROPIC_ADMIN_API_KEY", "ANTHROPIC_ADMIN_KEY"),
}
"""The secrets among the settings, and where the environment has them."""


class ResponseLimits(NamedTuple):
    """What an answer may hold in memory, in bytes and decompressed; beyond it `ResponseTooLargeError` is raised."""

    json_bytes: int = 128 * MiB
    """A whole answer."""

    event_bytes: int = 32 * MiB
    """One event of a stream."""

    line_bytes: int = 64 * MiB
    """One line of a batch's results."""


@dataclass(frozen=True)
class Settings:
    """Everything that decides how a client's requests are sent."""

    api_key: str | None = field(default=None, repr=False)
    auth_token: str | None = field(default=None, repr=False)
    admin_api_key: str | None = field(default=None, repr=False)
    base_url: str = DEFAULT_BASE_URL
    api_version: str = DEFAULT_API_VERSION
    timeout: float | httpx.Timeout = DEFAULT_TIMEOUT_SECONDS
    max_retries: int = DEFAULT_MAX_RETRIES
    default_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Names in lower case."""
    default_query: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    middleware: Sequence[MiddlewareInput] = ()
    strict: bool = False
    deadline: float | None = None
    max_retry_wait: float = DEFAULT_MAX_RETRY_WAIT
    stream_idle_timeout: float | None = None
    first_event_timeout: float | None = None
    size_limits: Mapping[str, int] = field(default_factory=dict[str, int])
    """Bytes, by the endpoint names of `request.SizeLimit`."""
    response_limits: ResponseLimits = field(default_factory=ResponseLimits)
    pickle_secrets: bool = False

    def for_call(self, options: RequestOptions) -> Settings:
        """These settings with what a single call says otherwise."""
        given = {name: options[name] for name in _PER_CALL if options.get(name) is not None}  # type: ignore[literal-required]
        return replace(self, **given).checked() if given else self

    def changed(self, options: ClientOptions, api_key: str | None = None) -> Settings:
        """A copy for these arguments of a client. Headers and query parameters are added to those there are."""
        changes: dict[str, Any] = _KEYWORDS.given("Client", options)
        if api_key is not None:
            # Whoever gives a key does not mean an older token, and the other way round.
            changes = {"auth_token": None, **changes, "api_key": api_key}
        elif "auth_token" in changes:
            changes["api_key"] = None
        if "base_url" in changes:
            changes["base_url"] = str(changes["base_url"])
        if "default_headers" in changes:
            changes["default_headers"] = {**self.default_headers, **lower_case(changes["default_headers"])}
        if "default_query" in changes:
            changes["default_query"] = {**self.default_query, **changes["default_query"]}
        return replace(self, **changes).checked()

    def checked(self) -> Settings:
        """These settings, if they make sense.

        Raises:
            TypeError: A secret or a header is no text.
            ValueError: A number is out of its bounds, a base URL is none, or no header may have what one is to have.
        """
        check_headers({**{name: getattr(self, name) or "" for name in _VARIABLES}, **self.default_headers})
        if self.max_retries < 0:
            raise ValueError(f"max_retries={self.max_retries} is negative: 0 turns retries off")
        for name in ("deadline", "max_retry_wait", "stream_idle_timeout", "first_event_timeout"):
            seconds: float | None = getattr(self, name)
            if seconds is not None and seconds < 0:
                raise ValueError(f"{name}={seconds} is negative: it is a number of seconds")
        if not self.base_url.startswith(("http://", "https://", SANDBOX_SCHEME)):
            raise ValueError(f"base_url={self.base_url!r} is no address: it starts with https://, http:// or sandbox:")
        if not self.base_url.isprintable():
            raise ValueError(f"base_url={self.base_url!r} is no address: it has a line break or such in it")
        if "@" in urlsplit(self.base_url).netloc:
            raise ValueError(
                "base_url= has a user or a password in it, which errors would show: "
                "give default_headers={'authorization': ...} instead"
            )
        return self

    def size_limit(self, limit: SizeLimit) -> int:
        """Bytes that a request under `limit` may have for this client."""
        return self.size_limits.get(limit.endpoint, limit.max_bytes)

    # ---- the parts of a request that come from here ------------------------------------------------------

    @cached_property
    def origin(self) -> str:
        """The base URL without a slash at its end; starts the embedded sandbox where that is asked for."""
        if self.base_url.startswith(SANDBOX_SCHEME):
            from .. import sandbox

            return sandbox.resolve(self.base_url)
        origin = self.base_url.rstrip("/")
        if origin.startswith("http://"):
            _warn_of_plain_text(origin)
        return origin

    def url(self, request: Request[Any, Any], library: ModuleType) -> httpx.URL:
        """The whole URL of `request`, of the given HTTP library."""
        extra = request.options.get("extra_query") or {}
        if self.default_query or extra:
            logs.keep_out((*self.default_query, *extra))
        query = {**self.default_query, **request.query, **extra}
        path = request.path.partition("?")[0]
        # Without the slash it would go on with the name of the host.
        if not path.startswith("/") or not {".", ".."}.isdisjoint(path.split("/")):
            raise ValueError(f"the path {path!r} leads out of the API: it begins with / and has no segment . or ..")
        text = self.origin + request.path
        return _url(library, f"{text}?{encode_query(query)}" if query else text)

    @cached_property
    def phases(self) -> Mapping[str, float | None]:
        """Seconds for each phase of an attempt, in the form that `httpx` transports read."""
        if not isinstance(self.timeout, (int, float)):
            return dict(self.timeout.as_dict())
        seconds = self.timeout
        connect = DEFAULT_CONNECT_SECONDS if seconds == DEFAULT_TIMEOUT_SECONDS else seconds
        return {"connect": connect, "read": seconds, "write": seconds, "pool": seconds}

    def headers(self, request: Request[Any, Any]) -> dict[str, str]:
        """The headers of `request`: the client's, the method's, the call's, each above those before.

        Raises:
            CredentialsError: There is nothing to authenticate the call with.
        """
        own = dict(request.headers)
        if request.body is not None:
            own["content-type"] = request.body.content_type
        if betas := self._betas(request):
            own["anthropic-beta"] = betas
        removed: list[str] = []
        for name, value in (request.options.get("extra_headers") or {}).items():
            # The official package takes its `omit` here to leave a header out.
            if left_out(value):
                removed.append(name.lower())
            else:
                own[name.lower()] = value
        check_headers(own)
        headers = {**self._headers_of_all(request.credential, request.answer.accept), **own}
        for name in removed:
            headers.pop(name, None)
        if "x-api-key" not in headers and "authorization" not in headers:
            raise CredentialsError(_no_credentials(request.credential))
        return headers

    def _headers_of_all(self, credential: Credential, accept: str) -> Mapping[str, str]:
        """The headers that all calls with this credential and kind of answer have, put together once."""
        found = self._prepared.get((credential, accept))
        if found is None:
            found = {
                "user-agent": user_agent(),
                "anthropic-version": self.api_version,
                "accept": accept,
                "accept-encoding": "gzip, deflate",
                "connection": "keep-alive",
                **self.credentials(credential),
                **self.default_headers,
            }
            check_headers(found)
            self._prepared[credential, accept] = found
        return found

    @cached_property
    def _prepared(self) -> dict[tuple[Credential, str], Mapping[str, str]]:
        return {}

    def _betas(self, request: Request[Any, Any]) -> str:
        of_client = self.default_headers.get("anthropic-beta", "").split(",")
        given = (*of_client, *request.betas, *(request.options.get("betas") or ()))
        return ",".join(dict.fromkeys(beta.strip() for beta in given if beta.strip()))

    def credentials(self, kind: Credential) -> Mapping[str, str]:
        """The headers that authenticate a call of this kind; none where nothing is set."""
        if kind == "admin" and self.admin_api_key is not None:
            return {"x-api-key": self.admin_api_key}
        found: dict[str, str] = {}
        if self.auth_token is not None:
            found["authorization"] = f"Bearer {self.auth_token}"
        # A key beside the token is left out where only a token will do.
        if self.api_key is not None and kind != "oauth":
            found["x-api-key"] = self.api_key
        if not found and self.base_url.startswith(SANDBOX_SCHEME) and not self._own_credentials:
            from .. import sandbox

            key = sandbox.API_KEY if kind == "api" else sandbox.ADMIN_API_KEY
            return {"authorization": f"Bearer {key}"} if kind == "oauth" else {"x-api-key": key}
        return found

    # ---- copies -----------------------------------------------------------------------------------------

    def __reduce__(self) -> tuple[Any, ...]:
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        if self.pickle_secrets:
            return _restored, (told, ())
        of_environment = [name for name in _VARIABLES if told[name] is not None]
        given = [name for name in of_environment if told.pop(name) != _secret(name)]
        custom = custom_headers().items()
        told["default_headers"] = {k: v for k, v in self.default_headers.items() if (k, v) not in custom}
        given += [f"default_headers[{name!r}]" for name in told["default_headers"] if holds_secret(name)]
        if given:
            raise TypeError(
                f"{', '.join(given)} would be in the pickle or the copy, as it is not from the environment of this "
                "process: set it there, or say pickle_secrets=True to the client"
            )
        return _restored, (told, tuple(of_environment))

    def __deepcopy__(self, memo: object) -> Settings:
        restore, told = self.__reduce__()
        return cast("Settings", restore(*told))  # with the same middleware, which may be anything

    @property
    def _own_credentials(self) -> bool:
        return "x-api-key" in self.default_headers or "authorization" in self.default_headers


class ClientOptions(TypedDict, total=False):
    """The arguments of a client, all of them optional. `None` is the same as leaving one out."""

    auth_token: str | None
    """A bearer token in place of a key; `ANTHROPIC_AUTH_TOKEN` when neither is given."""

    admin_api_key: str | None
    """The key for `client.admin`; `ANTHROPIC_ADMIN_API_KEY` when left out."""

    base_url: str | httpx.URL | None
    """An address, or `sandbox:` for the embedded sandbox (`sandbox:PATH` keeps its state in a file).
    `ANTHROPIC_BASE_URL` when left out, else the API itself."""

    api_version: str | None
    """`2023-06-01`, the default, or `2026-10-21`."""

    timeout: float | httpx.Timeout | None
    """Seconds without progress before an attempt fails; 600 by default, 5 to connect."""

    max_retries: int | None
    """Further attempts after a failure that is worth one; 2 by default."""

    default_headers: Mapping[str, str] | None
    """Headers on every request, above those of this package and of `ANTHROPIC_CUSTOM_HEADERS`."""

    default_query: Mapping[str, object] | None
    """Query parameters on every request."""

    middleware: Sequence[MiddlewareInput] | None
    """What sees every attempt, the first one outermost: generator functions (see `claude_client.middleware`), and
    functions and `Middleware` classes as the official package has them."""

    strict: bool | None
    """Raise where an answer has something that this version does not know, in place of keeping it."""

    deadline: float | None
    """Seconds for each whole call, its retries and its stream included; unbounded by default."""

    max_retry_wait: float | None
    """Longest wait in seconds that the server may ask for before a retry; 60 by default."""

    stream_idle_timeout: float | None
    """Seconds a stream may go without an event other than a ping; unbounded by default."""

    first_event_timeout: float | None
    """Seconds from sending to a stream's first event other than a ping; unbounded by default."""

    size_limits: Mapping[str, int] | None
    """Bytes that request bodies may have where a gateway takes more or less than the API, by kind of endpoint:
    `standard`, `batches`, `files`, `skills`."""

    response_limits: ResponseLimits | None
    """What an answer may hold in memory."""

    pickle_secrets: bool | None
    """Let a pickle or a deep copy of the client have the keys and tokens that were given in code; by default it is
    refused. Those of the environment are never in it, but taken from the environment where it is made or loaded."""


_KEYWORDS: Final = Keywords(frozenset(ClientOptions.__annotations__), others=frozenset({"api_key", "http_client"}))


def from_arguments(api_key: str | None, options: ClientOptions) -> Settings:
    """The settings for a client's arguments; the environment fills in what is left out.

    A credential given as an argument is the only one: what the environment holds beside it is not sent.
    """
    of_environment: ClientOptions = {
        "admin_api_key": _secret("admin_api_key"),
        "base_url": _environment("ANTHROPIC_BASE_URL"),
        "default_headers": custom_headers(),
    }
    key = None
    if api_key is None and options.get("auth_token") is None:
        key = _secret("api_key")
        of_environment["auth_token"] = _secret("auth_token") if key is None else None
    return Settings().changed(of_environment, key).changed(options, api_key)


def _restored(told: dict[str, Any], of_environment: Sequence[str]) -> Settings:
    """Settings from their pickle, and from this environment what is not in it."""
    told = {**told, **{name: _secret(name) for name in of_environment}}
    told["default_headers"] = {**custom_headers(), **told["default_headers"]}
    return Settings(**told)


def _secret(name: str) -> str | None:
    """A secret as the environment has it."""
    return next(filter(None, map(_environment, _VARIABLES[name])), None)


_HEADER_VALUE: Final = re.compile(r"(?:[!-~](?:[\t -~]*[!-~])?)?").fullmatch
_HEADER_NAME: Final = re.compile(r"[a-z_][!#$%&'*+.^`|~\w-]*", re.IGNORECASE | re.ASCII).fullmatch


def check_headers(headers: Mapping[str, object]) -> None:
    """Refuse what no header may be. Values are not shown: they may be secrets.

    Raises:
        TypeError: A value is no text.
        ValueError: A name or a value has characters that are not allowed in it.
    """
    for name, value in headers.items():
        if not _HEADER_NAME(name):
            raise ValueError(f"{name!r} is no name of a header")
        if not isinstance(value, str):
            raise TypeError(f"{name} is sent as a header, so it is a str and not a {type(value).__name__}")
        if not _HEADER_VALUE(value):
            what = (
                "starts or ends with white space" if _HEADER_VALUE(value.strip()) else "has a line break or such in it"
            )
            raise ValueError(f"{name} {what}, which no header may: use .strip() on what is read from a file")


def lower_case(headers: Mapping[str, str]) -> dict[str, str]:
    """`headers` with their names in lower case, as they are kept here."""
    return {name.lower(): value for name, value in headers.items() if not left_out(value)}


def custom_headers() -> dict[str, str]:
    """The headers in `ANTHROPIC_CUSTOM_HEADERS`: one `Name: value` a line."""
    found: dict[str, str] = {}
    for line in (_environment("ANTHROPIC_CUSTOM_HEADERS") or "").splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip():
            found[name.strip().lower()] = value.strip()
        elif line.strip():
            # The line is not shown: it may be a secret that lacks its name.
            raise ValueError("ANTHROPIC_CUSTOM_HEADERS has a line that is not 'Name: value'")
    return found


def _environment(name: str) -> str | None:
    return (os.environ.get(name) or "").strip() or None


@lru_cache
def _warn_of_plain_text(origin: str) -> None:
    """Warn, once a process, of an address where keys and prompts would go over a network for all to read."""
    host = urlsplit(origin).hostname or ""
    try:
        own = ipaddress.ip_address(host).is_loopback
    except ValueError:
        own = host == "localhost" or host.endswith(".localhost")
    if not own:
        warnings.warn(f"{origin} is not encrypted: keys and prompts can be read on the way; use https://", stacklevel=2)


def _no_credentials(kind: Credential) -> str:
    if kind == "admin":
        return (
            "this call needs an Admin API key: pass admin_api_key= to the client or set ANTHROPIC_ADMIN_API_KEY "
            "(or api_key= / ANTHROPIC_API_KEY with a key that may administer the organization)"
        )
    if kind == "oauth":
        return (
            "this call takes an OAuth token and no API key: pass auth_token= to the client or set ANTHROPIC_AUTH_TOKEN"
        )
    return (
        "this call needs an API key: pass api_key= (or auth_token=) to the client, or set ANTHROPIC_API_KEY "
        "(or ANTHROPIC_AUTH_TOKEN); base_url='sandbox:' needs none"
    )


@lru_cache(maxsize=512)
def _url(library: Any, text: str) -> httpx.URL:
    # Parsing an URL costs more than all else in building a request, and programs call few of them.
    try:
        url = cast("httpx.URL", library.URL(text))
        url.host.encode("idna")  # as the resolver does, whose error would name no address
    except (library.InvalidURL, UnicodeError) as error:
        raise ValueError(f"{text.partition('?')[0]!r} is no address: {error}") from None
    if url.port is not None and url.port > 65535:
        raise ValueError(f"{text.partition('?')[0]!r} is no address: {url.port} is no port")
    return url


def _distribution() -> str:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        # It knows the files of older systems too, and takes longer to import than the file to read.
        import distro

        # Asking lsb_release would start a process.
        known = distro.LinuxDistribution(include_lsb=False, include_uname=False)
        return f"{known.id()} {known.version()}".strip()
    return f"{release['ID']} {release.get('VERSION_ID', '')}".strip()


@lru_cache(maxsize=1)
def user_agent() -> str:
    """Names package, Python and platform: `claude-client/0.1.0 Python/3.12.1 (Linux; debian 12; x86_64)`."""
    system = [platform.system() or "unknown"]
    if system[0] == "Linux":
        system.append(_distribution())
    elif system[0] == "Darwin":
        system.append(platform.mac_ver()[0])
    system.append(platform.machine())
    where = "; ".join(part for part in system if part)
    python = platform.python_implementation().replace("CPython", "Python")
    return f"claude-client/{__version__} {python}/{platform.python_version()} ({where})"
