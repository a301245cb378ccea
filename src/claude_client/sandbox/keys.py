"""The keys that a sandbox takes, and what each of them may do.

A sandbox that was given no keys takes every key of the right form, so that code with a real key in its environment runs
unchanged. Keys are told apart by a hash; a key itself is neither kept nor shown.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

API_KEY: Final = "sk-ant-api03-sandbox-key-without-any-worth"
"""A key that every sandbox takes which was given none of its own. Everybody knows it."""
ADMIN_API_KEY: Final = "sk-ant-admin01-sandbox-key-without-any-worth"
"""The same for the Admin API."""

AWS_ACCESS_KEY_ID: Final = "AKIASANDBOXSANDBOX00"
"""The AWS keys with which requests to the addresses of AWS are signed. Everybody knows them too."""
AWS_SECRET_ACCESS_KEY: Final = "sandbox/secret/key/without/any/worth00000"  # noqa: S105

ADMIN_PREFIX: Final = "sk-ant-admin"
KEY_PREFIXES: Final = ("sk-ant-api", ADMIN_PREFIX)

Kind = Literal["ordinary", "admin", "token"]
"""An OAuth token may do what either kind of key may."""


@dataclass(frozen=True)
class Key:
    """A key that was let in, without the key."""

    id: str
    kind: Kind
    hint: str
    """The key's beginning and end, as the Admin API shows it."""


class Keyring:
    """Which keys are let in.

    Args:
        keys: The only keys taken; None takes every key. Those that begin with `sk-ant-admin` are admin keys.

    Raises:
        ValueError: One of the keys is empty.
    """

    def __init__(self, keys: Iterable[str] | None = None) -> None:
        given = None if keys is None else tuple(keys)
        if given is not None and not all(given):
            raise ValueError("api_keys: a key is empty; expected text, such as 'sk-ant-api03-test'")
        self._takes_all = given is None
        self._own = given if given is not None else (_new_key(API_KEY), _new_key(ADMIN_API_KEY))

    def own(self, kind: Kind) -> str:
        """A key that only this sandbox takes in every state.

        Raises:
            LookupError: It was given keys, and none of this kind.
        """
        for key in self._own:
            if kind_of(key) == kind:
                return key
        raise LookupError(f"this sandbox has no {kind} key: give it one with Sandbox(api_keys=[...])")

    def accept(self, secret: str, *, is_bearer: bool = False) -> Key | None:
        """The key or token that `secret` is, if it is taken.

        Args:
            is_bearer: Whether it came as `Authorization: Bearer`, as OAuth tokens do.
        """
        if not self._takes_all and not self.is_own(secret):
            return None
        key = describe(secret)
        is_token = is_bearer and not secret.startswith(KEY_PREFIXES)
        return replace(key, kind="token") if is_token else key

    def is_own(self, secret: str) -> bool:
        """Whether `secret` is one of the keys that were given, or that the sandbox made for itself."""
        # Every key is compared, so that the time taken tells nothing about which one is near.
        return sum(hmac.compare_digest(secret.encode(), key.encode()) for key in self._own) > 0


def _new_key(like: str) -> str:
    return f"{like.partition('-key-')[0]}-{secrets.token_urlsafe(24)}"


def kind_of(secret: str) -> Kind:
    """The kind of a key, which its beginning says."""
    return "admin" if secret.startswith(ADMIN_PREFIX) else "ordinary"


def describe(secret: str) -> Key:
    digest = hashlib.sha256(secret.encode()).hexdigest()
    return Key(id=f"apikey_01{digest[:22]}", kind=kind_of(secret), hint=hint_of(secret))


def hint_of(secret: str) -> str:
    """What may be shown of a key: nothing of a short one."""
    return f"{secret[:14]}...{secret[-4:]}" if len(secret) >= 30 else "..."
