"""What a client was told, by arguments and by the environment, resolved once.

Settings never change: `with_options` makes new ones. Credentials are here; a `repr` or a log of them shows none. What a
request makes of them is left to `http_request`.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from ipaddress import IPv4Address
from math import inf
from typing import TYPE_CHECKING, Any, Final, Literal, cast
from urllib.parse import SplitResult, unquote, urlsplit

from typing_extensions import TypedDict

from ..http.clients import DEFAULT_TIMEOUT_SECONDS
from ..types.request_options import left_out
from ..types.response_info import holds_secret
from .logs import logger
from .request import SIZE_LIMIT_NAMES, ResponseLimits
from .signatures import Keywords, check_count, check_seconds

if TYPE_CHECKING:
    import httpx

    from ..telemetry.options import OpenTelemetryClientOption
    from ..telemetry.telemetry import Telemetry
    from ..types.request_options import RequestOptions, WebhookKey
    from .middleware import MiddlewareInput
    from .platform import AnyTokenProvider, CredentialSource, Platform, SandboxKeys
    from .quotas import AnyBudget, AnyLimiter

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
    "webhook_key": ("ANTHROPIC_WEBHOOK_SIGNING_KEY",),
}
"""The secrets among the settings, and where the environment has them."""

_SENT: Final = ("api_key", "auth_token", "admin_api_key")
"""Those that are sent as headers."""

_OFF: Final = frozenset({"0", "false", "no", "off"})
"""Values of a variable that turn off what it is for."""

_OTHER_CREDENTIALS: Final = ("ANTHROPIC_PROFILE", "ANTHROPIC_FEDERATION_RULE_ID")


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
    sandbox_token: str | None = field(default=None, repr=False)
    """A bearer token of the embedded sandbox, for calls that take nothing else."""
    platform: Platform | None = None
    """The cloud platform that calls go through; `None` for the Claude API itself."""
    credentials: CredentialSource | None = None
    """Credentials that are not a fixed key."""
    webhook_key: WebhookKey | None = field(default=None, repr=False)
    """What webhooks are signed with."""
    limiter: AnyLimiter | None = None
    """Keeps calls within rate limits."""
    budget: AnyBudget | None = None
    """Bounds what calls spend."""
    telemetry: Telemetry | None = None
    """Records calls for OpenTelemetry."""

    def for_call(self, options: RequestOptions) -> Settings:
        """These settings with what a single call says otherwise."""
        given = {name: options[name] for name in _PER_CALL if options.get(name) is not None}  # type: ignore[literal-required]
        return replace(self, **given).validate() if given else self

    def replace(
        self, options: ClientOptions, api_key: str | None = None, credentials: CredentialSource | None = None
    ) -> Settings:
        """A copy for these arguments of a client. Headers and query parameters are added to those there are.

        `credentials` is what the client has made of those options that are neither a key nor a token.
        """
        changes: dict[str, Any] = _KEYWORDS.select("Client", options)
        _check_types(changes)
        if empty := next((name for name in _SENT if (api_key if name == "api_key" else changes.get(name)) == ""), None):
            raise ValueError(
                f"invalid {empty}: it is empty. Leave it out to take {_VARIABLES[empty][0]} of the environment, or see "
                "whether what it was read from is set"
            )
        if self.platform is not None and (api_key is not None or credentials is not None or "auth_token" in changes):
            raise ValueError(
                "the credentials of a platform are a part of it: make another client with another platform"
            )
        # Whoever gives a key does not mean an older token, and the other way round.
        if credentials is not None:
            changes.update(api_key=None, auth_token=None, credentials=credentials)
        elif api_key is not None:
            changes = {"auth_token": None, **changes, "api_key": api_key, "credentials": None}
        elif "auth_token" in changes:
            changes.update(api_key=None, credentials=None)
        if changes.get("limiter") == "auto":
            from ..limits.limiter import Limiter

            changes["limiter"] = Limiter.auto()
        if "open_telemetry" in changes:
            from ..telemetry.telemetry import make_telemetry

            changes["telemetry"] = make_telemetry(changes.pop("open_telemetry"))
        if "base_url" in changes:
            changes["base_url"] = str(changes["base_url"])
        if "default_headers" in changes:
            changes["default_headers"] = {**self.default_headers, **lower_case(changes["default_headers"])}
        if "default_query" in changes:
            changes["default_query"] = {**self.default_query, **changes["default_query"]}
        return replace(self, **changes).validate()

    def validate(self) -> Settings:
        """These settings, if they make sense.

        Raises:
            TypeError: An argument is of the wrong type; the message names it.
            ValueError: A number is out of its bounds, or the base URL or a header is invalid; the message names it.
        """
        headers = {**{name: getattr(self, name) or "" for name in _SENT}, **self.default_headers}
        problem = find_invalid_header(headers)
        del headers  # so that no frame of the traceback has a key
        if problem is not None:
            raise problem
        check_count("max_retries", self.max_retries)
        for name in ("deadline", "stream_idle_timeout", "first_event_timeout"):
            if (seconds := getattr(self, name)) is not None:
                check_seconds(name, seconds)
        # Only compared with the wait that the server asks for.
        if self.max_retry_wait != inf:
            check_seconds("max_retry_wait", self.max_retry_wait)
        _check_timeout(self.timeout)
        for name, limit in {**self.size_limits, **self.response_limits._asdict()}.items():
            check_count(name, limit)
        if not isinstance(self.api_version, str) or not self.api_version:  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
            raise TypeError(f"invalid api_version={self.api_version!r}: expected a date as text, such as '2023-06-01'")
        validate_base_url(self.base_url)
        return self

    @cached_property
    def prepared(self) -> dict[Any, Any]:
        """Room for what `http_request` puts together once for all requests under these settings."""
        return {}

    # ---- copies -----------------------------------------------------------------------------------------

    def __reduce__(self) -> tuple[Any, ...]:
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        if self.pickle_secrets:
            if self.platform is not None:
                told["platform"] = self.platform.pickle_with_secrets()
            return _restore, (told, ())
        of_environment = [name for name in _VARIABLES if told[name] is not None]
        given = [name for name in of_environment if told.pop(name) != _secret(name)]
        custom = custom_headers().items()
        told["default_headers"] = {k: v for k, v in self.default_headers.items() if (k, v) not in custom}
        given += [f"default_headers[{name!r}]" for name in told["default_headers"] if holds_secret(name)]
        if given:
            raise TypeError(
                f"{', '.join(given)} would be in the pickle or the copy: set it in the environment of this process "
                "instead, or pass pickle_secrets=True to the client"
            )
        return _restore, (told, tuple(of_environment))

    def __deepcopy__(self, memo: object) -> Settings:
        restore, (told, of_environment) = self.__reduce__()
        told["platform"] = self.platform
        return cast("Settings", restore(told, of_environment))  # with the same middleware, which may be anything

    # ---- the sandbox ------------------------------------------------------------------------------------

    @property
    def is_authorized(self) -> bool:
        """Whether the platform or a source of credentials authorizes requests."""
        return self.platform is not None or self.credentials is not None

    @property
    def has_credentials(self) -> bool:
        """Whether there is something to authenticate an ordinary call with."""
        of_headers = {"x-api-key", "authorization"} & self.default_headers.keys()
        return bool(self.api_key or self.auth_token or of_headers or self.is_authorized)

    def for_sandbox(self, url: str, keys: SandboxKeys) -> Settings:
        """These settings for a sandbox that runs at `url`; with its keys, where nothing else is set."""
        if self.platform is not None:
            platform = self.platform.for_sandbox(keys)
            return replace(self, base_url=url + platform.sandbox_path, platform=platform)
        if self.credentials is not None:
            return replace(self, base_url=url)
        api_key, admin_api_key = keys.api_key, keys.admin_api_key
        headers = {"x-api-key", "authorization"} & self.default_headers.keys()
        found = replace(self, base_url=url, sandbox_token=None if headers else admin_api_key)
        if headers or self.api_key or self.auth_token:
            return found
        return replace(found, api_key=api_key, admin_api_key=self.admin_api_key or admin_api_key)


def _check_types(given: Mapping[str, object]) -> None:
    """Refuse what is of another type than an argument of a client has, by the name of the argument.

    Raises:
        TypeError: It is. Values of headers are not shown.
        ValueError: A size limit is of no kind of endpoint.
    """
    for name in ("default_headers", "default_query", "size_limits"):
        if name in given and not isinstance(given[name], Mapping):
            raise TypeError(f"invalid {name}: expected a mapping, not {type(given[name]).__name__}")
    for name in ("strict", "pickle_secrets"):
        if name in given and not isinstance(given[name], bool):
            raise TypeError(f"invalid {name}={given[name]!r}: expected a bool, not {type(given[name]).__name__}")
    middleware = given.get("middleware", ())
    if isinstance(middleware, (str, bytes)) or not isinstance(middleware, Sequence):
        raise TypeError(f"invalid middleware: expected a list, not {type(middleware).__name__}")
    limits = given.get("response_limits")
    if limits is not None and not isinstance(limits, ResponseLimits):
        raise TypeError(f"invalid response_limits={limits!r}: expected ResponseLimits(...)")
    limiter, budget = given.get("limiter"), given.get("budget")
    if limiter is not None and limiter != "auto" and not hasattr(limiter, "reserve"):
        raise TypeError(f"invalid limiter={limiter!r}: expected Limiter(...) or 'auto'")
    if budget is not None and not hasattr(budget, "for_job"):
        raise TypeError(f"invalid budget={budget!r}: expected Budget(...)")
    for name in cast("Mapping[str, object]", given.get("size_limits", {})):
        if name not in SIZE_LIMIT_NAMES:
            raise ValueError(f"invalid size_limits key {name!r}: expected {', '.join(SIZE_LIMIT_NAMES)}")
    url = given.get("base_url", "")
    # A URL of `httpx` or `httpx2`, of which neither is imported before a call.
    if not isinstance(url, str) and not (hasattr(url, "scheme") and hasattr(url, "host")):
        raise TypeError(f"invalid base_url={url!r}: expected a str or an httpx.URL, not {type(url).__name__}")


def _check_timeout(timeout: Any) -> None:
    """Refuse what is neither a number of seconds nor one for each phase, as an `httpx.Timeout` has."""
    if not callable(getattr(timeout, "as_dict", None)):
        check_seconds("timeout", timeout)
        return
    for phase, seconds in timeout.as_dict().items():
        if seconds is not None:
            check_seconds(f"timeout.{phase}", seconds)


def validate_base_url(text: str) -> None:
    """Refuse a base URL behind which no path of the API could stand.

    Raises:
        ValueError: It is none. The message shows no password.
    """
    if text.startswith(SANDBOX_SCHEME):
        problem = None if text.isprintable() else "it contains a control character"
    else:
        problem = _find_url_problem(text)
    if problem is None:
        return
    # A query may be a signature.
    shown = repr(re.split(r"[?#]", text)[0]) if "@" not in text else "with a user or a password in it"
    raise ValueError(f"invalid base_url {shown}: {problem}")


def _find_url_problem(text: str) -> str | None:
    if not text.isprintable() or " " in text:
        return "it contains white space or a control character"
    if not text.lower().startswith(("http://", "https://")):
        return "expected one that starts with https://, http:// or sandbox:"
    try:
        parts = urlsplit(text)
    except ValueError as error:
        return str(error)
    if "@" in parts.netloc:
        return "errors would show the credentials in it: give default_headers={'authorization': ...} instead"
    if "?" in text or "#" in text:
        return "expected no query and no fragment; default_query= adds parameters to every request"
    if "\\" in text:
        return "it contains a backslash"
    if re.search(r"%(?![0-9a-fA-F]{2})", parts.path):
        return "a % in it is not followed by two hexadecimal digits: write it as %25"
    # The library would take them away, and what stands before them.
    if not {".", ".."}.isdisjoint(unquote(parts.path).split("/")):
        return "its path has a segment . or .."
    return _find_host_problem(parts)


def _find_host_problem(parts: SplitResult) -> str | None:
    host = parts.hostname
    if not host:
        return "expected a host behind the scheme"
    port = parts.netloc.rpartition("]")[2].rpartition(":")
    if port[1] and port[2] and not (port[2].isascii() and port[2].isdigit() and 1 <= int(port[2][:6]) <= 65535):
        return f"invalid port {port[2]!r}, expected 1 to 65535"
    if "[" in parts.netloc:
        return None  # `urlsplit` and the HTTP library check addresses of IPv6
    if re.fullmatch(r"[\d.]+", host, re.ASCII):
        try:
            IPv4Address(host)
        except ValueError:
            return f"invalid IPv4 address {host!r}"
    if host.isascii() and any(not 1 <= len(label) <= 63 for label in host.removesuffix(".").split(".")):
        return f"invalid host {host!r}: expected labels of 1 to 63 characters"
    return None


class CommonOptions(TypedDict, total=False):
    """The arguments that a client takes whatever it calls. `None` is the same as leaving one out."""

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
    """Raise where a response has something that this version does not know, instead of keeping it."""

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
    """What a response may hold in memory."""

    open_telemetry: OpenTelemetryClientOption | None
    """Whether and how calls are recorded for OpenTelemetry (extra `otel`): `True`, or a dict of options.
    `ANTHROPIC_OPEN_TELEMETRY` when left out, and off without that."""

    pickle_secrets: bool | None
    """Let a pickle or a deep copy of the client have the keys and tokens that were given in code; by default it is
    refused. Those of the environment are never in it, but taken from the environment where it is made or loaded."""


class ClientOptions(CommonOptions, total=False):
    """The arguments of a client, all of them optional. `None` is the same as leaving one out."""

    limiter: AnyLimiter | Literal["auto"] | None
    """Keeps calls that make messages within rate limits: a `Limiter`, which may be shared by clients, or `auto` for one
    that learns the limits from response headers."""

    budget: AnyBudget | None
    """A `Budget`, which bounds what calls that make messages spend; it may be shared by clients."""

    auth_token: str | Callable[[], str] | Callable[[], Awaitable[str]] | None
    """A bearer token in place of a key, or a function that gives the token of each request;
    `ANTHROPIC_AUTH_TOKEN` when neither is given."""

    credentials: AnyTokenProvider | None
    """What gives access tokens in place of a key: see `claude_client.credentials`."""

    profile: str | None
    """The name of a profile on disk, by which access tokens are had; `ANTHROPIC_PROFILE` when nothing is given."""

    config: Mapping[str, Any] | None
    """The same as `profile`, with what a profile's file has in it."""

    admin_api_key: str | None
    """The key for `client.admin`; `ANTHROPIC_ADMIN_API_KEY` when left out."""

    webhook_key: WebhookKey | None
    """The key for `client.webhooks.unwrap()`, `whsec_...`; several while one replaces another, as a list or separated
    by spaces. `ANTHROPIC_WEBHOOK_SIGNING_KEY` when left out."""


_KEYWORDS: Final = Keywords(frozenset(ClientOptions.__annotations__), others=frozenset({"api_key", "http_client"}))


def from_arguments(
    api_key: str | None,
    options: ClientOptions,
    credentials: CredentialSource | None = None,
    platform: Platform | None = None,
) -> Settings:
    """The settings for a client's arguments; the environment fills in what is left out.

    A credential given as an argument is the only one: what the environment holds beside it is not sent. On a cloud
    platform nothing of the environment is that is meant for the Claude API, but for the headers.
    """
    if platform is not None:
        base_url = options.get("base_url") or platform.base_url
        settings = Settings(base_url=str(base_url), platform=platform, telemetry=_telemetry(options))
        return settings.replace({"default_headers": custom_headers()}).replace(options, api_key, credentials)
    of_environment: ClientOptions = {
        "admin_api_key": _secret("admin_api_key"),
        "webhook_key": _secret("webhook_key"),
        # Not looked at where it is given: what is wrong with the variable keeps no other address from being used.
        "base_url": None if options.get("base_url") is not None else _environment("ANTHROPIC_BASE_URL"),
        "default_headers": custom_headers(),
    }
    key = None
    if api_key is None and credentials is None and options.get("auth_token") is None:
        key, token = _secret("api_key"), _secret("auth_token")
        of_environment["auth_token"] = token if key is None else None
        _warn_of_shadows(key is not None, token is not None)
    if of_environment["base_url"] is None and credentials is not None:
        of_environment["base_url"] = credentials.base_url
    settings = Settings(telemetry=_telemetry(options))
    return settings.replace(of_environment, key).replace(options, api_key, credentials)


def _telemetry(options: CommonOptions) -> Telemetry | None:
    """What the environment says of OpenTelemetry, where the arguments do not. Without it, there is a warning."""
    # Read here already, so that nothing is imported for what is off.
    value = _environment("ANTHROPIC_OPEN_TELEMETRY")
    is_off = value.lower() in _OFF if value is not None else not _is_on_by_default()
    if is_off or options.get("open_telemetry") is not None:
        return None
    from ..telemetry.telemetry import telemetry_of_environment

    try:
        return telemetry_of_environment()
    except ImportError:
        _warn_once(
            "ANTHROPIC_OPEN_TELEMETRY is set, and OpenTelemetry is not installed: "
            "python -m pip install 'claude-client[otel]'"
        )
        return None


def _is_on_by_default() -> bool:
    """Whether the drop-in stands for the official package, which has it on, in a program that has OpenTelemetry."""
    # Looked up and not imported: it stands above this, and a program that does not use it has not loaded it.
    dropin: Any = sys.modules.get("claude_client.dropin")
    return dropin is not None and "opentelemetry.trace" in sys.modules and bool(dropin.is_installed())


def _warn_of_shadows(has_key: bool, has_token: bool) -> None:
    """Warn of variables that are set and not used, as another one is used in their place."""
    if has_key and has_token:
        _warn_once("ANTHROPIC_API_KEY is used, and ANTHROPIC_AUTH_TOKEN is not: unset one of them")
    if (has_key or has_token) and (shadowed := next(filter(_environment, _OTHER_CREDENTIALS), None)) is not None:
        used = "ANTHROPIC_API_KEY" if has_key else "ANTHROPIC_AUTH_TOKEN"
        _warn_once(f"{used} is used, and {shadowed} is not: unset one of them")


@lru_cache
def _warn_once(message: str) -> None:
    logger.warning(message)


def _restore(told: dict[str, Any], of_environment: Sequence[str]) -> Settings:
    """Settings from their pickle, and from this environment what is not in it."""
    told = {**told, **{name: _secret(name) for name in of_environment}}
    told["default_headers"] = {**custom_headers(), **told["default_headers"]}
    return Settings(**told)


def _secret(name: str) -> str | None:
    """A secret as the environment has it."""
    return next(filter(None, map(_environment, _VARIABLES[name])), None)


_HEADER_VALUE: Final = re.compile(r"(?:[!-~](?:[\t -~]*[!-~])?)?").fullmatch
_HEADER_NAME: Final = re.compile(r"[a-z_][!#$%&'*+.^`|~\w-]*", re.IGNORECASE | re.ASCII).fullmatch


def find_invalid_header(headers: Mapping[str, object]) -> TypeError | ValueError | None:
    """What is wrong with the first of `headers` that no request can carry; `None` where all are right.

    It is for callers to raise, in whose frames no value stands. The message shows none either: it may be a secret.
    """
    for name, value in headers.items():
        if not _HEADER_NAME(name):
            return ValueError(f"invalid header name {name!r}: expected letters, digits and hyphens")
        if not isinstance(value, str):
            return TypeError(f"invalid value of the header {name}: expected a str, not {type(value).__name__}")
        if not _HEADER_VALUE(value):
            return ValueError(f"invalid value of {name}: it {_explain_header(value)}")
    return None


def _explain_header(value: str) -> str:
    odd = next((each for each in value if not each.isascii()), None)
    if odd is not None:
        kind = f"U+{ord(odd):04X} {unicodedata.name(odd, '')}".strip()
        return (
            f"contains {odd!a} ({kind}), and a header takes ASCII only: copy it again, "
            "without quotes and what an editor puts around a text"
        )
    if _HEADER_VALUE(value.strip()):
        return "starts or ends with white space: use .strip() on what is read from a file"
    control = next(each for each in value if not (each.isprintable() or each == "\t"))
    return f"contains the control character {control!a}: a header is one line of text"


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
