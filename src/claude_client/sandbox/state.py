"""What all calls of one sandbox share."""

from __future__ import annotations

from dataclasses import dataclass

from .keys import Keyring
from .limits import Quota
from .store import Store
from .values import new_id

_ORGANIZATION_KIND = "organization"


@dataclass
class State:
    """One sandbox's memory, keys and quotas."""

    store: Store
    keys: Keyring
    quota: Quota

    def __post_init__(self) -> None:
        known = self.store.all(_ORGANIZATION_KIND)
        if not known:
            known = [{"id": new_id("org"), "type": "organization", "name": "Sandbox"}]
            self.store.put(_ORGANIZATION_KIND, known[0]["id"], known[0])
        self.organization = known[0]

    @property
    def organization_id(self) -> str:
        return str(self.organization["id"])
