"""What all calls of one sandbox share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Final

from .cache import Cache
from .clock import Clock
from .errors import invalid, not_found
from .faults import Faults
from .json_utils import Object, timestamp
from .keys import Keyring
from .limits import Quota
from .organization import WORKSPACE, ensure_organization
from .request_log import Requests
from .scripted_replies import Script
from .store import Store
from .upstream import Source

LOOK: Final = datetime.min.replace(tzinfo=timezone.utc)


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
    """Where responses come from, if they are not the sandbox's own."""
    priority_tier: bool = False
    """Whether requests that do not refuse it are served in the priority tier."""
    clock: Clock = field(default_factory=Clock)
    next_due: datetime = LOOK
    """When a deployment fires next; `LOOK` where that is not known."""
    batch_delay: float = 0.05
    """Seconds before a batch is processed."""
    batch_lifetime: float = 24 * 3600.0
    """Seconds after which what was not processed has expired."""

    def __post_init__(self) -> None:
        self.organization: Object = ensure_organization(self.store)

    def now(self) -> datetime:
        return self.clock.now()

    def timestamp(self) -> str:
        """The time, as objects are dated."""
        return timestamp(self.clock.now())

    @property
    def organization_id(self) -> str:
        return str(self.organization["id"])

    def workspace(self, id: str | None) -> Object:
        """The workspace of this id, or the default one; refuses one that is not there."""
        for workspace in self.store.all(WORKSPACE):
            if workspace["id"] == id or (id is None and workspace.get("is_default")):
                if workspace["archived_at"]:
                    raise invalid(f"anthropic-workspace-id: the workspace {id} is archived")
                return workspace
        raise not_found(f"anthropic-workspace-id: there is no workspace {id}")

    def forget(self) -> None:
        """Begin anew, with nothing kept."""
        self.store.clear()
        self.organization = ensure_organization(self.store)
        self.cache = Cache()
        self.next_due = LOOK
