"""Credentials among the arguments of a client, and those that it takes where there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from .authorization import CallableAuthorizer, ProviderCredentials
from .chain import find_in_environment, of_arguments

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.platform import Authorizer, CredentialSource
    from ..core.settings import ClientOptions

_ALTERNATIVES: Final = ("api_key", "auth_token", "credentials", "config", "profile")


class CallableCredentials:
    """A function that gives the key or the token of each request."""

    base_url: str | None = None

    def __init__(self, function: Callable[[], Any], argument: str) -> None:
        self._function = function
        self._argument = argument
        self._authorizer = CallableAuthorizer(function, argument)

    def authorizer(self, base_url: str) -> Authorizer:  # noqa: ARG002  # it is the same everywhere
        """What asks the function."""
        return self._authorizer

    def __reduce__(self) -> tuple[Any, ...]:
        return CallableCredentials, (self._function, self._argument)

    def __repr__(self) -> str:
        return f"CallableCredentials({self._argument})"


def take_credentials(api_key: Any, options: ClientOptions) -> tuple[str | None, ClientOptions, CredentialSource | None]:
    """The key, the options and the credentials that these arguments of a client come to.

    Raises:
        ValueError: There is more than one of them.
        CredentialsError: A profile or configuration cannot be used.
        TypeError: One of them is of another type.
    """
    given: dict[str, Any] = {"api_key": api_key, **options}
    named = [name for name in _ALTERNATIVES if given.get(name) is not None]
    if named == ["auth_token"] and not callable(given["auth_token"]):
        return api_key, options, None
    if not named or (set(named) <= {"api_key", "auth_token"} and not any(callable(given[name]) for name in named)):
        # A key and a token together are for gateways that take both.
        return api_key, _without(options, ("credentials", "config", "profile")), None
    if len(named) > 1:
        raise ValueError(f"a client takes one of {', '.join(f'{name}=' for name in named)}, not all of them")
    [name] = named
    rest = _without(options, _ALTERNATIVES)
    if name in ("api_key", "auth_token"):
        return None, rest, CallableCredentials(given[name], name)
    found = of_arguments(given.get("credentials"), given.get("profile"), given.get("config"))
    return None, rest, None if found is None else ProviderCredentials(found)


def find_credentials() -> CredentialSource | None:
    """The credentials that the environment names.

    Raises:
        CredentialsError: What is named cannot be used.
    """
    found = find_in_environment()
    return None if found is None else ProviderCredentials(found)


def _without(options: Mapping[str, Any], names: tuple[str, ...]) -> ClientOptions:
    return cast("ClientOptions", {name: value for name, value in options.items() if name not in names})
