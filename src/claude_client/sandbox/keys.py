"""The keys that a sandbox takes, and what each of them may do.

A sandbox that was given no keys takes every key of the right form, so that code with a real key in its environment runs
unchanged. Keys are told apart by a hash; a key itself is neither kept nor shown.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

API_KEY: Final = "sk-ant-api03-sandbox-key-without-any-worth"
"""A key that every sandbox takes which was given none of its own."""
ADMIN_API_KEY: Final = "sk-ant-admin01-sandbox-key-without-any-worth"
"""The same for the Admin API."""

PREFIX: Final = "sk-ant-"
ADMIN_PREFIX: Final = "sk-ant-admin"

Kind = Literal["ordinary", "admin"]


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
        keys: The only keys taken; those that begin with `sk-ant-admin` are admin keys. None takes every key that begins
            with `sk-ant-`.
    """

    def __init__(self, keys: Iterable[str] | None = None) -> None:
        self._keys = None if keys is None else tuple(key.encode() for key in keys)

    def let_in(self, secret: str) -> Key | None:
        return describe(secret) if self._takes(secret) else None

    def _takes(self, secret: str) -> bool:
        if self._keys is None:
            return secret.startswith(PREFIX) and len(secret) > len(PREFIX) + 4
        # Every key is compared, so that the time taken tells nothing about which one is near.
        return sum(hmac.compare_digest(secret.encode(), key) for key in self._keys) > 0


def describe(secret: str) -> Key:
    digest = hashlib.sha256(secret.encode()).hexdigest()
    kind: Kind = "admin" if secret.startswith(ADMIN_PREFIX) else "ordinary"
    return Key(id=f"apikey_01{digest[:22]}", kind=kind, hint=hint_of(secret))


def hint_of(secret: str) -> str:
    """What may be shown of a key: nothing of a short one."""
    return f"{secret[:14]}...{secret[-4:]}" if len(secret) >= 30 else f"{PREFIX}..."
