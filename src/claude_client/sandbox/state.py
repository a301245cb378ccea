"""What all calls of one sandbox share."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cache import Cache
from .faults import Faults
from .keys import Keyring
from .limits import Quota
from .organization import found
from .received import Requests
from .scripting import Script
from .store import Store
from .upstream import Source
from .values import Object


@dataclass
class State:
    """One sandbox's memory, keys, quotas and instructions."""

    store: Store
    keys: Keyring
    quota: Quota = field(default_factory=Quota)
    cache: Cache = field(default_factory=Cache)
    script: Script = field(default_factory=Script)
    requests: Requests = field(default_factory=Requests)
    faults: Faults = field(default_factory=Faults)
    source: Source | None = None
    """Where answers come from, if they are not the sandbox's own."""
    batch_delay: float = 0.05
    """Seconds before a batch is processed."""
    batch_lifetime: float = 24 * 3600.0
    """Seconds after which what was not processed has expired."""

    def __post_init__(self) -> None:
        self.organization: Object = found(self.store)

    @property
    def organization_id(self) -> str:
        return str(self.organization["id"])

    def forget(self) -> None:
        """Begin anew, with nothing kept."""
        self.store.clear()
        self.organization = found(self.store)
        self.quota, self.cache = Quota(), Cache()
