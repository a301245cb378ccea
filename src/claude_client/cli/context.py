"""The options that every command has, and the client that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from ..client import Client

DEFAULT_MODEL = "claude-opus-5"


@dataclass(frozen=True)
class Context:
    """What was said before the name of the command."""

    base_url: str | None = None
    profile: str | None = None
    max_retries: int | None = None
    timeout: float | None = None
    sandbox: bool = False

    def client(self, **options: Any) -> Client:
        """A client with these settings; the rest comes from the environment."""
        from ..client import Client

        given: dict[str, Any] = {
            "base_url": "sandbox:" if self.sandbox else self.base_url,
            "profile": self.profile,
            "max_retries": self.max_retries,
            "timeout": self.timeout,
            **options,
        }
        return Client(**{name: value for name, value in given.items() if value is not None})


def context_of(context: typer.Context) -> Context:
    """The options in front of the command."""
    found = context.find_root().obj
    return found if isinstance(found, Context) else Context()
