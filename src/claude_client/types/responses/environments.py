"""What the API returns: environments.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class UnrestrictedNetwork(Model):
    type: Literal["unrestricted"]


class LimitedNetwork(Model):
    allow_mcp_servers: bool
    allow_package_managers: bool
    allowed_hosts: list[str]
    type: Literal["limited"]


CloudConfigNetworking: TypeAlias = Annotated[UnrestrictedNetwork | LimitedNetwork, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class Packages(Model):
    apt: list[str]
    cargo: list[str]
    gem: list[str]
    go: list[str]
    npm: list[str]
    pip: list[str]
    type: Literal["packages"] | None = None


class CloudConfig(Model):
    networking: CloudConfigNetworking
    packages: Packages
    type: Literal["cloud"]


class SelfHostedConfig(Model):
    type: Literal["self_hosted"]


EnvironmentConfig: TypeAlias = Annotated[CloudConfig | SelfHostedConfig, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class Environment(Model):
    id: str
    archived_at: str | None = None
    """When it was archived; None while it is not."""

    config: EnvironmentConfig
    created_at: str
    description: str | None = None
    metadata: dict[str, str]
    name: str
    type: Literal["environment"]
    updated_at: str
    scope: Literal["organization", "account"] | None = None


class EnvironmentDeleteResponse(Model):
    id: str
    type: Literal["environment_deleted"]


class SessionWorkData(Model):
    id: str
    type: Literal["session"]


class SelfHostedWork(Model):
    id: str
    acknowledged_at: str | None = None
    created_at: str
    data: SessionWorkData
    environment_id: str
    latest_heartbeat_at: str | None = None
    metadata: dict[str, str]
    secret: str | None = None
    started_at: str | None = None
    state: Literal["queued", "starting", "active", "stopping", "stopped"]
    stop_requested_at: str | None = None
    stopped_at: str | None = None
    type: Literal["work"]


class SelfHostedWorkQueueStats(Model):
    depth: int
    oldest_queued_at: str | None = None
    pending: int
    type: Literal["work_queue_stats"]
    workers_polling: int | None = None


class SelfHostedWorkHeartbeatResponse(Model):
    last_heartbeat: str
    lease_extended: bool
    state: Literal["queued", "starting", "active", "stopping", "stopped"]
    ttl_seconds: int
    type: Literal["work_heartbeat"]
