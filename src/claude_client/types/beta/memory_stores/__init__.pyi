# Written by `scripts/generate_types.py`.

from ...params.memory_stores import (
    MemoryCreateParams,
    MemoryDeleteParams,
    MemoryListParams,
    MemoryRetrieveParams,
    MemoryUpdateParams,
    MemoryVersionListParams,
    MemoryVersionRetrieveParams,
)
from ...params.memory_stores import MemoryView as BetaManagedAgentsMemoryView
from ...params.memory_stores import PreconditionParam as BetaManagedAgentsPreconditionParam
from ...responses.memory_stores import Actor as BetaManagedAgentsActor
from ...responses.memory_stores import APIActor as BetaManagedAgentsAPIActor
from ...responses.memory_stores import DeletedMemory as BetaManagedAgentsDeletedMemory
from ...responses.memory_stores import Memory as BetaManagedAgentsMemory
from ...responses.memory_stores import MemoryListItem as BetaManagedAgentsMemoryListItem
from ...responses.memory_stores import MemoryPrefix as BetaManagedAgentsMemoryPrefix
from ...responses.memory_stores import MemoryVersion as BetaManagedAgentsMemoryVersion
from ...responses.memory_stores import MemoryVersionOperation as BetaManagedAgentsMemoryVersionOperation
from ...responses.memory_stores import ServiceAccountActor as BetaManagedAgentsServiceAccountActor
from ...responses.memory_stores import SessionActor as BetaManagedAgentsSessionActor
from ...responses.memory_stores import UserActor as BetaManagedAgentsUserActor

__all__ = [
    "BetaManagedAgentsAPIActor",
    "BetaManagedAgentsActor",
    "BetaManagedAgentsDeletedMemory",
    "BetaManagedAgentsMemory",
    "BetaManagedAgentsMemoryListItem",
    "BetaManagedAgentsMemoryPrefix",
    "BetaManagedAgentsMemoryVersion",
    "BetaManagedAgentsMemoryVersionOperation",
    "BetaManagedAgentsMemoryView",
    "BetaManagedAgentsPreconditionParam",
    "BetaManagedAgentsServiceAccountActor",
    "BetaManagedAgentsSessionActor",
    "BetaManagedAgentsUserActor",
    "MemoryCreateParams",
    "MemoryDeleteParams",
    "MemoryListParams",
    "MemoryRetrieveParams",
    "MemoryUpdateParams",
    "MemoryVersionListParams",
    "MemoryVersionRetrieveParams",
]
