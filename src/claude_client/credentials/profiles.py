"""Profiles: configurations with a name, on disk or in memory, that say how to get access tokens."""

from __future__ import annotations

import logging
import math
import os
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from ..errors import CredentialsError
from . import profile_files
from .exchange import Grant, WorkloadIdentityError, refresh_access_token
from .identity import IdentityTokenFile, IdentityTokenVariable, WorkloadIdentityCredentials
from .tokens import AccessToken, Secret

if TYPE_CHECKING:
    import httpx

    from .tokens import IdentityTokenProvider

_log = logging.getLogger("claude_client")
_VARIABLES: Final = {
    "organization_id": "ANTHROPIC_ORGANIZATION_ID",
    "workspace_id": "ANTHROPIC_WORKSPACE_ID",
    "federation_rule_id": "ANTHROPIC_FEDERATION_RULE_ID",
    "service_account_id": "ANTHROPIC_SERVICE_ACCOUNT_ID",
    "scope": "ANTHROPIC_SCOPE",
}
"""What the environment fills in where a configuration has no value."""
_REFRESH_SECONDS: Final = 30
"""A token that is kept on disk is refreshed when it has no longer to live than this."""


class InMemoryConfig:
    """Access tokens by a configuration in the form of a profile's file, given in code.

    Args:
        config: `organization_id`, `workspace_id`, `base_url`, and `authentication` with `type` `oidc_federation` or
            `user_oauth` and its fields. What it leaves out comes from the environment.
        identity_token_provider: Gives the identity token for `oidc_federation`, in place of the configured file.
        http_client: An HTTP client for the token endpoint. It is not closed.

    Raises:
        CredentialsError: The configuration lacks a field, or has an unknown type.
    """

    def __init__(
        self,
        config: Mapping[str, Any],
        *,
        identity_token_provider: IdentityTokenProvider | None = None,
        http_client: httpx.Client | None = None,
    ) -> None:
        self._config: Mapping[str, Any] = config
        self._identity_token_provider = identity_token_provider
        self._http_client = http_client
        self._base_url: str | None = None
        self._lock = threading.Lock()
        self._check()

    # ---- what a client asks -----------------------------------------------------------------------------

    @property
    def resolved_base_url(self) -> str | None:
        """The address of the API that the configuration names."""
        return _text(self._config, "base_url")

    @property
    def _own_base_url(self) -> str:
        return self.resolved_base_url or "https://api.anthropic.com"

    def extra_headers(self) -> dict[str, str]:
        """Headers that go with the tokens: the workspace, where the exchange has not set it already."""
        workspace = self._value("workspace_id")
        return {} if self._type == "oidc_federation" or workspace is None else {"anthropic-workspace-id": workspace}

    def for_base_url(self, base_url: str) -> InMemoryConfig:
        """The same credentials, with tokens from the API at `base_url`."""
        bound = object.__new__(type(self))
        bound.__setstate__({**self.__getstate__(), "_base_url": base_url, "_http_client": self._http_client})
        return bound

    def bind_base_url(self, base_url: str) -> None:
        """Take tokens from the API at `base_url`."""
        self._base_url = base_url

    def reload(self) -> None:
        """Read the configuration again, where it is a file."""
        self._check()

    def close(self) -> None:
        """Nothing: what is opened is closed again. Here because the official class has it."""

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:
        """An access token.

        Raises:
            CredentialsError: A file cannot be read, or the token endpoint refuses.
        """
        with self._lock:
            if self._type == "oidc_federation":
                return self._federate(force_refresh=force_refresh)
            return self._login(force_refresh=force_refresh)

    # ---- the configuration ------------------------------------------------------------------------------

    @property
    def _authentication(self) -> Mapping[str, Any]:
        value = self._config.get("authentication")
        return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}

    @property
    def _type(self) -> str:
        return str(self._authentication.get("type"))

    def _value(self, name: str) -> str | None:
        return (
            _text(self._authentication, name)
            or _text(self._config, name)
            or os.environ.get(_VARIABLES.get(name, ""), "").strip()
            or None
        )

    def _require(self, name: str) -> str:
        value = self._value(name)
        if value is None:
            variable = f" or the environment variable {_VARIABLES[name]}" if name in _VARIABLES else ""
            raise CredentialsError(f"{self._origin} has no {name}: expected it there{variable}")
        return value

    def _check(self) -> None:
        if self._type == "oidc_federation":
            self._federation()
        elif self._type != "user_oauth":
            raise CredentialsError(
                f"{self._origin} has the unknown authentication type {self._type!r}: "
                "expected 'oidc_federation' or 'user_oauth'"
            )

    @property
    def _origin(self) -> str:
        """What the configuration is called in messages."""
        return "config="

    # ---- workload identity federation -------------------------------------------------------------------

    def _federate(self, *, force_refresh: bool) -> AccessToken:
        path = self._exchanged_path()
        kept = {} if path is None else _read_if_usable(path)
        token, expires_at = kept.get("access_token"), _seconds(kept.get("expires_at"))
        lives = expires_at is not None and expires_at - time.time() > _REFRESH_SECONDS
        if isinstance(token, Secret) and lives and not force_refresh:
            return AccessToken(token.reveal(), expires_at)
        exchanged = self._federation()()
        if path is not None:
            self._keep(path, kept, Grant(exchanged, None), logging.DEBUG)
        return exchanged

    def _exchanged_path(self) -> Path | None:
        """Where the token of an exchange is kept for other processes; `None` where it is not."""
        return None

    def _federation(self) -> WorkloadIdentityCredentials:
        made = WorkloadIdentityCredentials(
            identity_token_provider=self._identity_token_provider or self._identity_tokens(),
            federation_rule_id=self._require("federation_rule_id"),
            organization_id=self._require("organization_id"),
            service_account_id=self._value("service_account_id"),
            workspace_id=self._value("workspace_id"),
            scope=self._value("scope"),
            http_client=self._http_client,
        )
        made.bind_base_url(self._base_url or self._own_base_url)
        return made

    def _identity_tokens(self) -> IdentityTokenProvider:
        told: Any = self._authentication.get("identity_token")
        if not isinstance(told, Mapping):
            if os.environ.get("ANTHROPIC_IDENTITY_TOKEN_FILE", "").strip():
                return IdentityTokenFile()
            if os.environ.get("ANTHROPIC_IDENTITY_TOKEN", "").strip():
                return IdentityTokenVariable()
            raise CredentialsError(
                f"{self._origin} has no identity_token: expected {{'source': 'file', 'path': ...}} there, or "
                "the environment variable ANTHROPIC_IDENTITY_TOKEN_FILE or ANTHROPIC_IDENTITY_TOKEN"
            )
        source = cast("Mapping[str, Any]", told)
        if source.get("source") != "file":
            raise CredentialsError(
                f"{self._origin} has the unknown identity token source {source.get('source')!r}: expected 'file'"
            )
        return IdentityTokenFile(_text(source, "path"))

    # ---- the login of a user ----------------------------------------------------------------------------

    def _login(self, *, force_refresh: bool) -> AccessToken:
        path = self._credentials_path()
        kept = profile_files.read_credentials(path)
        client_id = self._value("client_id")
        token, expires_at = kept.get("access_token"), _seconds(kept.get("expires_at"))
        if client_id is None:
            # Another process keeps the file fresh, so it is read for each request.
            return AccessToken(_reveal(token, path), 0)
        lives = expires_at is None or expires_at - time.time() > _REFRESH_SECONDS
        if isinstance(token, Secret) and lives and not force_refresh:
            return AccessToken(token.reveal(), expires_at)
        refresh_token = kept.get("refresh_token")
        if not isinstance(refresh_token, Secret):
            raise CredentialsError(f"{path} has no refresh_token, and its access token has expired: log in again")
        base_url = self._base_url or self.resolved_base_url
        try:
            grant = refresh_access_token(refresh_token, client_id, base_url, self._http_client)
        except WorkloadIdentityError:
            if profile_files.read_credentials(path).get("refresh_token") == refresh_token:
                raise
            return self._login(force_refresh=False)  # another process has just used it, and kept what it got
        # The next process needs the refresh token, which may have changed.
        self._keep(path, kept, grant, logging.WARNING)
        return grant.token

    def _credentials_path(self) -> Path:
        named = _text(self._authentication, "credentials_path")
        if named is None:
            raise CredentialsError("config= has no credentials_path: expected the path of the file with its tokens")
        return Path(named).expanduser()

    def _keep(self, path: Path, kept: Mapping[str, Any], grant: Grant, level: int) -> None:
        """Write a new token to the file at `path`. Where that fails, it serves this process alone."""
        values = {
            "version": "1.0",
            "type": "oauth_token",
            **kept,
            "access_token": Secret(grant.token.token),
            "refresh_token": grant.refresh_token or kept.get("refresh_token"),
            "expires_at": grant.token.expires_at,
        }
        try:
            profile_files.write_credentials(path, {name: value for name, value in values.items() if value is not None})
        except OSError as error:
            _log.log(level, "the new token could not be written to %s: %s", path, error.strerror)

    # ---- copies -----------------------------------------------------------------------------------------

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name not in ("_lock", "_http_client")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update({"_http_client": None, **state, "_lock": threading.Lock()})

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._type})"


class CredentialsFile(InMemoryConfig):
    """Access tokens by a profile on disk, such as the login of the command line tool writes one.

    Args:
        profile: The name of the profile; `ANTHROPIC_PROFILE` or the active one when left out.
        http_client: An HTTP client for the token endpoint. It is not closed.

    Raises:
        CredentialsError: There is no such profile, its file may be changed by others, or it lacks a field.
    """

    def __init__(self, profile: str | None = None, *, http_client: httpx.Client | None = None) -> None:
        named = profile if profile is not None else os.environ.get("ANTHROPIC_PROFILE", "").strip() or None
        name = profile_files.active_profile()[0] if named is None else named
        self.profile: str = profile_files.check_profile_name(name)
        self.config_path: Path = profile_files.config_path(self.profile)
        self._stored_path = profile_files.credentials_path(self.profile)
        super().__init__(profile_files.read_config(self.config_path), http_client=http_client)

    def for_base_url(self, base_url: str) -> CredentialsFile:
        """The same credentials, with tokens from the API at `base_url`."""
        return cast("CredentialsFile", super().for_base_url(base_url))

    def reload(self) -> None:
        """Read the configuration again."""
        self._config = profile_files.read_config(self.config_path)
        super().reload()

    @property
    def _origin(self) -> str:
        return str(self.config_path)

    def _credentials_path(self) -> Path:
        named = _text(self._authentication, "credentials_path")
        return self._stored_path if named is None else Path(named).expanduser()

    def _exchanged_path(self) -> Path | None:
        # A token of one address is not for another.
        elsewhere = self._base_url is not None and self._base_url.rstrip("/") != self._own_base_url.rstrip("/")
        return None if elsewhere else self._credentials_path()

    def __repr__(self) -> str:
        return f"CredentialsFile({self.profile!r})"


def _read_if_usable(path: Path) -> dict[str, Any]:
    """The tokens in a file that may be replaced by those of an exchange at any time."""
    try:
        return profile_files.read_credentials(path)
    except CredentialsError:
        return {}


def _seconds(value: object) -> int | None:
    """A time in a file, in seconds since 1970; `None` for what is none."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    return int(cast("float", value)) if is_number else None


def _text(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _reveal(token: object, path: Path) -> str:
    if not isinstance(token, Secret):
        raise CredentialsError(f"{path} has no access_token: log in again")
    return token.reveal()
