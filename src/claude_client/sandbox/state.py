"""What all calls of one sandbox share."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cache import Cache
from .keys import Keyring
from .limits import Quota
from .organization import found
from .store import Store
from .values import Object


@dataclass
class State:
    """One sandbox's memory, keys and quotas."""

    store: Store
    keys: Keyring
    quota: Quota = field(default_factory=Quota)
    cache: Cache = field(default_factory=Cache)
    batch_delay: float = 0.05
    """Seconds before a batch is processed."""
    batch_lifetime: float = 24 * 3600.0
    """Seconds after which what was not processed has expired."""

    def __post_init__(self) -> None:
        self.organization: Object = found(self.store)

    @property
    def organization_id(self) -> str:
        return str(self.organization["id"])
