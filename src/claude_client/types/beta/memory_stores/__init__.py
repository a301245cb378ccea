"""The types of the official `types.beta.memory_stores`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ..._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaManagedAgentsAPIActor BetaManagedAgentsActor BetaManagedAgentsDeletedMemory BetaManagedAgentsMemory "
        "BetaManagedAgentsMemoryListItem BetaManagedAgentsMemoryPrefix BetaManagedAgentsMemoryVersion "
        "BetaManagedAgentsMemoryVersionOperation BetaManagedAgentsMemoryView BetaManagedAgentsPreconditionParam "
        "BetaManagedAgentsServiceAccountActor BetaManagedAgentsSessionActor BetaManagedAgentsUserActor "
        "MemoryCreateParams MemoryDeleteParams MemoryListParams MemoryRetrieveParams MemoryUpdateParams "
        "MemoryVersionListParams MemoryVersionRetrieveParams"
    ),
)
