"""Access tokens, and what gives them. No I/O but a look at the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol, TypeAlias, runtime_checkable

from ..errors import CredentialsError


class Secret:
    """Text that no traceback, log or pickle shows. `reveal()` is called where it is put on the wire, and only there."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text."""
        return self._text

    def __repr__(self) -> str:
        return "Secret('**********')"

    def __bool__(self) -> bool:
        return bool(self._text)

    def __len__(self) -> int:
        return len(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret cannot be pickled: read it again where it is needed")


@dataclass(frozen=True, repr=False)
class AccessToken:
    """A bearer token and the time at which it expires. Its `repr` does not show the token, and no pickle holds it."""

    token: str
    """What is sent as `Authorization: Bearer`."""

    expires_at: int | None = None
    """Seconds since 1970. `None`: it does not expire; `0`: it serves one request."""

    def __repr__(self) -> str:
        return f"AccessToken(token='**********', expires_at={self.expires_at!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("an access token cannot be pickled: pickle its provider")


@runtime_checkable
class AccessTokenProvider(Protocol):
    """Gives access tokens. It may wait for a file or the network; `AsyncClient` calls it in a thread."""

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:
        """A token; with `force_refresh` a new one, as the API has refused the last."""
        ...


@runtime_checkable
class AsyncAccessTokenProvider(Protocol):
    """The same as a coroutine function, for `AsyncClient` only."""

    async def __call__(self, *, force_refresh: bool = False) -> AccessToken:
        """A token; with `force_refresh` a new one, as the API has refused the last."""
        ...


@runtime_checkable
class BaseURLBoundProvider(Protocol):
    """A provider that gets its tokens from the API itself, and has to be told where that is."""

    def for_base_url(self, base_url: str) -> AccessTokenProvider:
        """A provider of the same tokens from the API at `base_url`."""
        ...


class IdentityTokenProvider(Protocol):
    """Gives the token by which a workload proves to the API who it is: a JWT of its own platform."""

    def __call__(self) -> str:
        """The token. It is called for each exchange, so it may give a new one each time."""
        ...


AnyProvider: TypeAlias = AccessTokenProvider | AsyncAccessTokenProvider


class StaticToken:
    """One token that does not expire."""

    def __init__(self, token: str) -> None:
        self._token = Secret(_check_token(token, "StaticToken()"))

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:  # noqa: ARG002  # there is no other token
        """The token."""
        return AccessToken(self._token.reveal())

    def __repr__(self) -> str:
        return "StaticToken('**********')"


class EnvToken:
    """The token in an environment variable, read at each call."""

    def __init__(self, env_var: str = "ANTHROPIC_AUTH_TOKEN") -> None:
        self.env_var = env_var

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:  # noqa: ARG002  # it is read each time anyway
        """The token that the variable has now.

        Raises:
            CredentialsError: It has none.
        """
        return AccessToken(
            _check_token(os.environ.get(self.env_var, ""), f"the environment variable {self.env_var}"), 0
        )

    def __repr__(self) -> str:
        return f"EnvToken({self.env_var!r})"


def _check_token(token: Any, of: str) -> str:
    if not isinstance(token, str) or not token.strip():
        raise CredentialsError(f"{of} has no token: expected text that is not empty")
    return token.strip()
