"""`doctor`: looks for what keeps calls from succeeding, and says what to do. It never shows a key."""

from __future__ import annotations

import os
import platform
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from importlib import metadata
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urlsplit

import typer

from .context import Context, context_of
from .failures import ExitCode, describe
from .options import AsJSON
from .output import is_terminal, visible_line, write_json

if TYPE_CHECKING:
    from ..core.settings import Settings

Status = Literal["ok", "note", "FAIL", "skipped"]

CLOCK_SECONDS = 120
"""How far the clock may be off. Signatures of AWS and of webhooks, and tokens, are refused a few minutes later."""
TLS_SECONDS = 10.0
SOON_DAYS = 14
"""Before a certificate ends that a proxy or a gateway presents."""

_PACKAGES = (
    "httpx",
    "pydantic",
    "anyio",
    "starlette",
    "uvicorn",
    "botocore",
    "google-auth",
    "genai-prices",
    "rich",
    "tqdm",
)
_PREFIXES = {"sk-ant-api": "an API key", "sk-ant-admin": "an admin key", "sk-ant-oat": "a token of a login"}
_COLOURS: Mapping[Status, str] = {"ok": "green", "note": "yellow", "FAIL": "red", "skipped": "bright_black"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    status: Status
    detail: str
    advice: str = ""
    """What to do about it."""


def doctor(
    context: typer.Context,
    offline: Annotated[bool, typer.Option("--offline", help="Look at this machine only, and call nothing.")] = False,
    as_json: AsJSON = False,
) -> None:
    """Find out why calls fail, and say what to do.

    Looks at versions, key, address, proxy and TLS, makes one call that costs nothing, and compares the clock.
    """
    findings: list[Finding] = []
    for finding in examine(context_of(context), offline=offline):
        findings.append(finding)
        if not as_json:
            _write(finding)
    if as_json:
        write_json([vars(finding) for finding in findings])
    if any(finding.status == "FAIL" for finding in findings):
        raise typer.Exit(ExitCode.FAILED)


def _write(finding: Finding) -> None:
    status = typer.style(f"{finding.status:8}", fg=_COLOURS[finding.status]) if is_terminal() else f"{finding.status:8}"
    print(f"{status}{finding.subject:14}{visible_line(finding.detail)}", flush=True)
    if finding.advice:
        print(f"{'':22}{visible_line(finding.advice)}", flush=True)


def examine(context: Context, *, offline: bool) -> Iterator[Finding]:
    """Check one thing after the other; one that fails does not keep the others from being checked."""
    yield _find_versions()
    try:
        client = context.client()
    except (TypeError, ValueError, OSError) as error:
        yield Finding(
            "settings", "FAIL", describe(error), "Correct the option or the environment variable that it names."
        )
        client = None
    if client is not None:
        settings = client.settings
        yield from _check_credentials(settings)
        yield from _check_base_url(settings)
        proxy = _find_proxy(settings)
        yield proxy
        if offline:
            yield Finding("API", "skipped", "--offline")
        else:
            if settings.base_url.startswith("https://") and proxy.status == "ok" and proxy.detail.startswith("none"):
                yield _check_tls(settings)
            yield from _check_api(client)
    yield _check_sandbox()


def _find_versions() -> Finding:
    from .. import __version__

    found = [f"claude-client {__version__}", f"Python {platform.python_version()}", platform.platform(terse=True)]
    for name in _PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return Finding("versions", "ok", ", ".join(found))


# ---- credentials ---------------------------------------------------------------------------------------------


def _check_credentials(settings: Settings) -> Iterator[Finding]:
    """Where the key comes from, and what is wrong with how it looks."""
    if settings.base_url.startswith("sandbox:"):
        yield Finding("key", "ok", "the sandbox needs none")
        return
    if settings.platform is not None:
        yield Finding("key", "ok", f"by the platform: {type(settings.platform).__name__}")
    elif settings.api_key is not None:
        yield _check_key("ANTHROPIC_API_KEY", settings.api_key)
        if settings.auth_token is not None:
            yield Finding(
                "key",
                "note",
                "ANTHROPIC_AUTH_TOKEN is set too",
                "Unset one of the two: both are sent, as the official package does.",
            )
    elif settings.auth_token is not None:
        yield _check_key("ANTHROPIC_AUTH_TOKEN", settings.auth_token)
    elif settings.credentials is not None:
        yield Finding("key", "ok", "a profile or an identity, exchanged for a token at the first call")
    elif settings.has_credentials:
        yield Finding("key", "ok", "in ANTHROPIC_CUSTOM_HEADERS or a header of yours")
    else:
        yield Finding(
            "key",
            "FAIL",
            "none is set",
            "Make one in the Console (Settings, API keys) and run: export ANTHROPIC_API_KEY=sk-ant-...",
        )
    if settings.admin_api_key is not None:
        yield _check_key("ANTHROPIC_ADMIN_API_KEY", settings.admin_api_key)


def _check_key(variable: str, key: str) -> Finding:
    """What can be said of a key without showing anything of it but its kind and its length."""
    kind = next((name for prefix, name in _PREFIXES.items() if key.startswith(prefix)), None)
    detail = f"{variable} is set: {kind or 'of a form not known here'}, {len(key)} characters"
    if key != key.strip():
        return Finding("key", "FAIL", detail, "It begins or ends with a space or a line break: set it again without.")
    if key[:1] in "\"'" or key[-1:] in "\"'":
        return Finding(
            "key", "FAIL", detail, "It has quotation marks around it: remove them from the file or the setting."
        )
    if variable == "ANTHROPIC_API_KEY" and kind == "an admin key":
        return Finding(
            "key", "FAIL", detail, "An admin key belongs in ANTHROPIC_ADMIN_API_KEY; messages need an API key."
        )
    if variable == "ANTHROPIC_ADMIN_API_KEY" and kind == "an API key":
        return Finding("key", "FAIL", detail, "The Admin API needs a key that begins with sk-ant-admin.")
    return Finding(
        "key", "ok" if kind else "note", detail, "" if kind else "Keys of the Claude API begin with sk-ant-."
    )


# ---- the way there ---------------------------------------------------------------------------------------------


def _check_base_url(settings: Settings) -> Iterator[Finding]:
    from ..core.settings import DEFAULT_BASE_URL

    url = settings.base_url
    if url == DEFAULT_BASE_URL:
        yield Finding("address", "ok", url)
        return
    advice = ""
    if urlsplit(url).path.rstrip("/").endswith("/v1"):
        advice = "It ends with /v1, which the client adds by itself: remove it."
    elif url.startswith("http://") and (urlsplit(url).hostname or "") not in ("localhost", "127.0.0.1", "::1"):
        advice = "Over http:// everybody on the way can read the key: use https:// if the server has it."
    yield Finding("address", "note" if advice else "ok", f"{url} (not the Claude API's own)", advice)


def _find_proxy(settings: Settings) -> Finding:
    """Which proxy calls go through, as the client itself finds it."""
    import httpx

    from ..http.proxies import Proxies

    if settings.base_url.startswith("sandbox:"):
        return Finding("proxy", "ok", "none for the sandbox")
    url = httpx.URL(settings.base_url)
    try:
        found = Proxies()
        proxy = found.find(url.raw_scheme, url.host, url.port or (443 if url.scheme == "https" else 80))
    except httpx.TransportError as error:
        return Finding("proxy", "FAIL", str(error), "Correct or unset the variable that it names.")
    if proxy is not None:
        return Finding("proxy", "ok", str(proxy))
    return Finding("proxy", "ok", "none" + (": NO_PROXY names the host" if found.may_apply else ""))


def _check_tls(settings: Settings) -> Finding:
    """Whether the certificate of the server is trusted, and who has signed it."""
    import httpx

    from ..http.tls import default_context

    url = httpx.URL(settings.base_url)
    trusted = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR") or "certifi"
    try:
        context = default_context()
        address = (url.host, url.port or 443)
        with (
            closing(socket.create_connection(address, TLS_SECONDS)) as raw,
            context.wrap_socket(raw, server_hostname=url.host) as connection,
        ):
            certificate: Any = connection.getpeercert() or {}
            version = connection.version()
    except ssl.SSLCertVerificationError as error:
        return Finding(
            "TLS", "FAIL", f"the certificate of {url.host} is not trusted: {error.verify_message}",
            "If a proxy of your company inspects TLS, set SSL_CERT_FILE to a file with its certificate and those of "
            f"{trusted}.",
        )  # fmt: skip
    except httpx.TransportError as error:
        return Finding("TLS", "FAIL", str(error), "Correct or unset the variable that it names.")
    except OSError as error:
        return Finding(
            "TLS", "FAIL", f"no connection to {url.host}: {error.strerror or error}",
            "Check the connection of this machine; company networks often need a proxy: set HTTPS_PROXY.",
        )  # fmt: skip
    issuer = {name: value for part in certificate.get("issuer", ()) for name, value in part}
    detail = (
        f"{version}, certificate by {issuer.get('organizationName') or issuer.get('commonName')}, trusted by {trusted}"
    )
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(certificate["notAfter"]), timezone.utc)
    days = (ends - datetime.now(timezone.utc)).days
    return Finding("TLS", "note" if days < SOON_DAYS else "ok", f"{detail}, valid for {days} days")


def _check_api(client: Any) -> Iterator[Finding]:
    """One call that costs nothing, and the clock by what it says."""
    from ..errors import APIStatusError, AuthenticationError, ClaudeError, CredentialsError, NotFoundError

    started = time.monotonic()
    try:
        with client.with_options(max_retries=0) as once:
            response = once.with_raw_response.models.list(limit=1)
            response.parse()
    except CredentialsError as error:
        yield Finding("API", "FAIL", str(error))
    except APIStatusError as error:
        if isinstance(error, AuthenticationError):
            advice = "The key is unknown, disabled, or of another organization: look at it in the Console."
        elif isinstance(error, NotFoundError):
            advice = "There is no Claude API at this address: look at ANTHROPIC_BASE_URL."
        else:
            advice = ""
        yield Finding("API", "FAIL", describe(error), advice)
        yield from _check_clock(error.response.headers)
    except ClaudeError as error:
        yield Finding("API", "FAIL", describe(error), "This does not say that the key is wrong: no response came.")
    else:
        milliseconds = (time.monotonic() - started) * 1000
        yield Finding("API", "ok", f"GET /v1/models succeeded in {milliseconds:.0f} ms (request {response.request_id})")
        yield from _check_clock(response.headers)


def _check_clock(headers: Mapping[str, str], now: Callable[[], float] = time.time) -> Iterator[Finding]:
    try:
        moment = parsedate_to_datetime(headers["date"])
    except (KeyError, ValueError):
        return  # a gateway that sends no date
    off = now() - moment.timestamp()
    if abs(off) <= CLOCK_SECONDS:
        yield Finding("clock", "ok", "agrees with the server's")
    else:
        yield Finding(
            "clock", "FAIL", f"{abs(off):.0f} s {'ahead of' if off > 0 else 'behind'} the server's",
            "Set the time of this machine: signatures and tokens are refused otherwise.",
        )  # fmt: skip


def _check_sandbox() -> Finding:
    """Whether this package works on this machine at all: it gets a message from the embedded sandbox."""
    from ..client import Client
    from ..errors import ClaudeError

    started = time.monotonic()
    try:
        with Client(base_url="sandbox:", max_retries=0) as client:
            client.messages.create(
                model="claude-opus-5", max_tokens=16, messages=[{"role": "user", "content": "Hello"}]
            )
    except ImportError as error:
        return Finding("this machine", "skipped", str(error))
    except (ClaudeError, OSError, RuntimeError) as error:
        return Finding(
            "this machine", "FAIL", describe(error), "A firewall or a policy keeps this program from 127.0.0.1."
        )
    milliseconds = (time.monotonic() - started) * 1000
    return Finding(
        "this machine", "ok", f"a message from the embedded sandbox in {milliseconds:.0f} ms, its start included"
    )
