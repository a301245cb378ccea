"""The one place where a described call becomes an HTTP request: URL, headers, credentials, body framing, timeouts.

`build` is all that others need. What is the same for every request of a client is put together once, in
`Settings.prepared`.
"""

from __future__ import annotations

import ipaddress
import platform
import warnings
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from .. import __version__
from ..errors import CredentialsError, RequestTooLargeError
from ..http.bodies import byte_stream, in_memory
from ..http.clients import DEFAULT_CONNECT_SECONDS, DEFAULT_TIMEOUT_SECONDS, check_address
from ..http.messages import JOINED_BYTES, WireRequest, make_request
from ..http.urls import PlainURL, parse_plain
from ..types.request_options import left_out
from ..types.response_info import SHOWN_QUERY
from . import logs
from .content_codings import ACCEPTED_ENCODINGS
from .request import Bounds, Credential, Request, encode_query, show_bytes
from .settings import find_invalid_header

if TYPE_CHECKING:
    import httpx

    from .platform import Authorizer
    from .settings import Settings


def build(
    request: Request[Any, Any],
    settings: Settings,
    *,
    library: Any = None,
    time_left: Callable[[], float | None] | None = None,
    asynchronous: bool = False,
) -> httpx.Request | WireRequest:
    """The HTTP request for one attempt of a call.

    Args:
        request: The call.
        settings: What the client was told, with the options of the call.
        library: `httpx` or `httpx2`, whichever a given client is of.
        time_left: Seconds until the deadline of the call.
        asynchronous: Whether it goes out on an event loop.

    Raises:
        RequestTooLargeError: The body is larger than the endpoint takes.
        CredentialsError: There is nothing to authenticate the call with.
        ValueError: The URL or a header is invalid.
    """
    url, host = _build_url(request, settings, library)
    extensions = _build_extensions(request, settings, time_left, asynchronous=asynchronous)
    body, content = request.body, None
    size = None if body is None else body.size
    if size is not None and size > settings.size_limits.get(request.limit.endpoint, request.limit.max_bytes):
        _refuse_size(size, request, settings, url, library)
    if body is not None:
        content = body.content(_make_bounds(request, settings, url, library, time_left) if size is None else None)
    # Headers come last, and what is wrong with them is raised here: no frame of a traceback holds a key.
    headers, problem = _build_headers(request, settings, host)
    if problem is not None:
        raise problem
    if body is None and request.method in _WITH_BODY:
        headers["content-length"] = "0"
    elif body is not None and size is None:
        headers["transfer-encoding"] = "chunked"
    elif body is not None:
        headers["content-length"] = str(size)
    if content is not None and not isinstance(content, bytes):
        return make_request(request.method, url, headers, byte_stream(content, library), extensions, library)
    # With a header of the caller's that says so, it goes out in chunks.
    if library is not None or (content is not None and len(content) > JOINED_BYTES) or "transfer-encoding" in headers:
        stream = None if content is None else in_memory(content, library)
        return make_request(request.method, url, headers, stream, extensions, library)
    return WireRequest(request.method, url, headers, content, extensions)


_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests say that they have no body. https://www.rfc-editor.org/rfc/rfc9110#name-content-length"""


# ---- URL ------------------------------------------------------------------------------------------------


def _build_url(request: Request[Any, Any], settings: Settings, library: Any) -> tuple[httpx.URL | PlainURL, str]:
    """The whole URL of `request`, and the `host` header for it."""
    origin = settings.prepared.get("origin")
    if origin is None:
        origin = settings.prepared["origin"] = _prepare_origin(settings)
    path, options = request.path, request.options
    # Without the slash it would go on with the name of the host.
    if not path.startswith("/") or ("/." in path and _has_dot_segment(path)):
        raise ValueError(f"invalid path {path!r}: expected one that begins with / and has no segment . or ..")
    extra = options.get("extra_query") if options else None
    if not settings.default_query and not extra:
        query = request.query
    else:
        extra = extra or {}
        logs.keep_out((*settings.default_query, *extra))
        query = {**settings.default_query, **request.query, **extra}
    return _parse_url(library, f"{origin}{path}?{encode_query(query)}" if query else f"{origin}{path}")


def _has_dot_segment(path: str) -> bool:
    return not {".", ".."}.isdisjoint(path.partition("?")[0].split("/"))


def _prepare_origin(settings: Settings) -> str:
    """The base URL without a slash at its end."""
    origin = settings.base_url.rstrip("/")
    if origin.lower().startswith("http://"):
        _warn_of_plain_text(origin)
    return origin


@lru_cache(maxsize=512)
def _parse_url(library: Any, text: str) -> tuple[httpx.URL | PlainURL, str]:
    # Parsing an URL costs more than all else in building a request, and programs call few of them.
    if library is None:
        if (plain := parse_plain(text)) is not None:
            return plain, plain.netloc.decode("ascii")
        import httpx as library
    try:
        url = cast("httpx.URL", library.URL(text))
        check_address(url)  # as the resolver does, whose error would name no URL
    except (library.InvalidURL, ValueError) as error:
        raise ValueError(f"invalid URL {text.partition('?')[0]!r}: {error}") from None
    return url, url.netloc.decode("ascii")


@lru_cache
def _warn_of_plain_text(origin: str) -> None:
    """Warn, once a process, of a URL where keys and prompts would go over a network for all to read."""
    host = urlsplit(origin).hostname or ""
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = host == "localhost" or host.endswith(".localhost")
    if not loopback:
        warnings.warn(f"{origin} is not encrypted: keys and prompts can be read on the way; use https://", stacklevel=2)


# ---- headers --------------------------------------------------------------------------------------------


def _build_headers(
    request: Request[Any, Any], settings: Settings, host: str
) -> tuple[dict[str, str], Exception | None]:
    """The headers of `request`: the client's, the method's, the call's, each above those before. Or what is wrong."""
    of_client = settings.prepared.get((request.credential, request.response_format.accept))
    if of_client is None:
        of_client, problem = _prepare_headers(settings, request.credential, request.response_format.accept)
        if problem is not None:
            return {}, problem
    headers: dict[str, str] = {"host": host, **of_client}
    if request.body is not None:
        headers["content-type"] = request.body.content_type
    if request.headers or request.betas or request.options:
        problem = _add_headers(headers, request)
        if problem is not None:
            return {}, problem
    if "x-api-key" not in headers and "authorization" not in headers and not settings.is_authorized:
        return {}, CredentialsError(_explain_missing(request.credential))
    return headers, None


def _add_headers(headers: dict[str, str], request: Request[Any, Any]) -> Exception | None:
    """Add those of the method and of the call to the `headers`; what is wrong with them."""
    own, options = dict(request.headers), request.options
    if request.betas or options.get("betas"):
        own["anthropic-beta"] = _join_betas(headers.get("anthropic-beta", ""), request)
    removed: list[str] = []
    for name, value in (options.get("extra_headers") or {}).items():
        # The official package takes its `omit` here to leave a header out.
        if left_out(value):
            removed.append(name.lower())
        else:
            own[name.lower()] = value
    if own and (problem := find_invalid_header(own)) is not None:
        return problem
    headers.update(own)
    for name in removed:
        headers.pop(name, None)
    return None


def _prepare_headers(
    settings: Settings, credential: Credential, accept: str
) -> tuple[Mapping[str, str], Exception | None]:
    """The headers that all calls with this credential and media type have, put together once."""
    found = {
        "user-agent": user_agent(),
        "anthropic-version": settings.api_version,
        "accept": accept,
        "accept-encoding": ACCEPTED_ENCODINGS,
        "connection": "keep-alive",
        **_build_credentials(settings, credential),
        **settings.default_headers,
    }
    if settings.platform is not None:
        found = dict(settings.platform.prepare_headers(found))
    if (problem := find_invalid_header(found)) is not None:
        return {}, problem
    if "anthropic-beta" in found:
        found["anthropic-beta"] = _join_betas(found["anthropic-beta"])
    settings.prepared[credential, accept] = found
    return found, None


def _join_betas(of_client: str, request: Request[Any, Any] | None = None) -> str:
    of_call = () if request is None else (*request.betas, *(request.options.get("betas") or ()))
    given = (*of_client.split(","), *of_call)
    return ",".join(dict.fromkeys(beta.strip() for beta in given if beta.strip()))


def find_authorizer(request: Request[Any, Any], settings: Settings) -> Authorizer | None:
    """What authorizes `request`; `None` where it comes with credentials of its own."""
    extra = request.options.get("extra_headers") if request.options else None
    if extra and not {"authorization", "x-api-key"}.isdisjoint(name.lower() for name in extra):
        return None
    if "authorization" in settings.default_headers or "x-api-key" in settings.default_headers:
        return None
    if settings.platform is not None:
        return settings.platform.authorizer()
    if settings.credentials is None or (request.credential == "admin" and settings.admin_api_key is not None):
        return None
    return settings.credentials.authorizer(settings.base_url)


def _build_credentials(settings: Settings, kind: Credential) -> dict[str, str]:
    """The headers that authenticate a call of this kind; none where nothing is set."""
    if settings.platform is not None:
        return {}  # the keys of the API are not for others
    if kind == "admin" and settings.admin_api_key is not None:
        return {"x-api-key": settings.admin_api_key}
    found: dict[str, str] = {}
    if settings.auth_token is not None:
        found["authorization"] = f"Bearer {settings.auth_token}"
    if kind == "oauth":
        # A key beside the token is left out where only a token will do.
        return found or ({"authorization": f"Bearer {token}"} if (token := settings.sandbox_token) else {})
    if settings.api_key is not None:
        found["x-api-key"] = settings.api_key
    return found


def _explain_missing(kind: Credential) -> str:
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


def _find_distribution() -> str:
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
        system.append(_find_distribution())
    elif system[0] == "Darwin":
        system.append(platform.mac_ver()[0])
    system.append(platform.machine())
    where = "; ".join(part for part in system if part)
    python = platform.python_implementation().replace("CPython", "Python")
    return f"claude-client/{__version__} {python}/{platform.python_version()} ({where})"


# ---- size and time --------------------------------------------------------------------------------------


def _refuse_size(
    size: int,
    request: Request[Any, Any],
    settings: Settings,
    url: httpx.URL | PlainURL,
    library: Any,
    *,
    began: bool = False,
) -> None:
    limit = settings.size_limits.get(request.limit.endpoint, request.limit.max_bytes)
    raise too_large(size, limit, request, make_request(request.method, url, {}, None, {}, library), began=began)


def _make_bounds(
    request: Request[Any, Any],
    settings: Settings,
    url: httpx.URL | PlainURL,
    library: Any,
    time_left: Callable[[], float | None] | None,
) -> Bounds:
    """What a body keeps to whose size is not known before it has been read."""
    limit = settings.size_limits.get(request.limit.endpoint, request.limit.max_bytes)

    def check_size(size: int) -> None:
        if size > limit:
            _refuse_size(size, request, settings, url, library, began=True)

    return Bounds(time_left or (lambda: None), check_size)


def too_large(
    size: int, limit: int, request: Request[Any, Any], http_request: httpx.Request, *, began: bool = False
) -> RequestTooLargeError:
    """The error for a body that is not sent, or not to its end, in the class of the API's own response to it."""
    import httpx

    so_far = f"at least {show_bytes(size)}" if began else show_bytes(size)
    message = (
        f"the body of {so_far} is over the limit of {show_bytes(limit)} for {request.method} {request.path}; "
        f"{'sending was stopped' if began else 'nothing was sent'}: {request.limit.way_out}"
    )
    return RequestTooLargeError(message, response=httpx.Response(413, request=http_request), body=None)


def _build_extensions(
    request: Request[Any, Any],
    settings: Settings,
    time_left: Callable[[], float | None] | None,
    *,
    asynchronous: bool,
) -> dict[str, Any]:
    extensions: dict[str, Any] = {}
    if request.query:
        extensions[SHOWN_QUERY] = tuple(request.query)
    limits = dict(settings.prepared.get("timeouts") or prepare_timeouts(settings))
    if settings.first_event_timeout is not None and waits_for_first_event(request, settings):
        limits["read"] = settings.first_event_timeout
    extensions["timeout"] = limits
    if settings.deadline is not None and time_left is not None:
        _bound_by_deadline(extensions, dict(limits), time_left, asynchronous=asynchronous)
    return extensions


def prepare_timeouts(settings: Settings) -> Mapping[str, float | None]:
    """Seconds for each phase of an attempt, in the form that `httpx` transports read."""
    found = settings.prepared.get("timeouts")
    if found is None:
        seconds = settings.timeout
        if isinstance(seconds, (int, float)):
            connect = DEFAULT_CONNECT_SECONDS if seconds == DEFAULT_TIMEOUT_SECONDS else seconds
            found = {"connect": connect, "read": seconds, "write": seconds, "pool": seconds}
        else:
            found = dict(seconds.as_dict())
        settings.prepared["timeouts"] = found
    return cast("Mapping[str, float | None]", found)


def waits_for_first_event(request: Request[Any, Any], settings: Settings) -> bool:
    """Whether `first_event_timeout` is what bounds the wait for the headers of a stream."""
    first = settings.first_event_timeout
    if first is None or request.response_format.whole:
        return False
    read = prepare_timeouts(settings)["read"]
    return read is None or first < read


def _bound_by_deadline(
    extensions: dict[str, Any],
    limits: Mapping[str, float | None],
    time_left: Callable[[], float | None],
    *,
    asynchronous: bool,
) -> None:
    """Have each phase of the attempt take no more than is left of the call's time when it begins."""
    bounded: dict[str, float | None] = extensions["timeout"]

    def shorten(event: str, _info: object) -> None:
        # The phases of an attempt follow each other, and each takes its limit when it begins.
        if event.endswith(".started") and (left := time_left()) is not None:
            bounded.update({phase: left if limit is None else min(limit, left) for phase, limit in limits.items()})

    async def shorten_async(event: str, info: object) -> None:
        shorten(event, info)

    shorten(".started", None)
    extensions["trace"] = shorten_async if asynchronous else shorten
