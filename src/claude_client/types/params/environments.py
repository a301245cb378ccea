"""What the API takes: environments.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import Tagged
from ..request_options import RequestOptions, WorkspaceOptions


class UnrestrictedNetworkParam(TypedDict, total=False):
    type: Required[Literal["unrestricted"]]


class LimitedNetworkParams(TypedDict, total=False):
    type: Required[Literal["limited"]]
    allow_mcp_servers: bool | None
    allow_package_managers: bool | None
    allowed_hosts: Sequence[str] | None


CloudConfigParamsNetworking: TypeAlias = Annotated[UnrestrictedNetworkParam | LimitedNetworkParams, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class PackagesParams(TypedDict, total=False):
    apt: Sequence[str] | None
    cargo: Sequence[str] | None
    gem: Sequence[str] | None
    go: Sequence[str] | None
    npm: Sequence[str] | None
    pip: Sequence[str] | None
    type: Literal["packages"]


class CloudConfigParams(TypedDict, total=False):
    type: Required[Literal["cloud"]]
    networking: CloudConfigParamsNetworking | None
    packages: PackagesParams | None


class SelfHostedConfigParams(TypedDict, total=False):
    type: Required[Literal["self_hosted"]]


EnvironmentCreateParamsConfig: TypeAlias = Annotated[CloudConfigParams | SelfHostedConfigParams, Tagged("type")]
"""One of these; `type` tells which. Beta."""


EnvironmentUpdateParamsConfig: TypeAlias = Annotated[CloudConfigParams | SelfHostedConfigParams, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class EnvironmentListParamsBase(TypedDict, total=False):
    """The query of `environments.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class EnvironmentListParams(EnvironmentListParamsBase, WorkspaceOptions, total=False):
    """What `environments.list` takes, and the options of the call."""


class EnvironmentCreateParamsBase(TypedDict, total=False):
    """The body of `environments.create`."""

    name: Required[str]
    config: EnvironmentCreateParamsConfig | None
    """`{"type": "cloud"}` runs on machines of Anthropic, `{"type": "self_hosted"}` on your own."""

    description: str | None
    metadata: Mapping[str, str] | None
    """Texts of your own by name."""

    scope: Literal["organization", "account"] | None
    """Who can use it: the organization, or this account."""


class EnvironmentCreateParams(EnvironmentCreateParamsBase, WorkspaceOptions, total=False):
    """What `environments.create` takes, and the options of the call."""


class EnvironmentUpdateParamsBase(TypedDict, total=False):
    """The body of `environments.update`."""

    config: EnvironmentUpdateParamsConfig | None
    description: str | None
    metadata: Mapping[str, str | None] | None
    name: str | None
    scope: Literal["organization", "account"] | None


class EnvironmentUpdateParams(EnvironmentUpdateParamsBase, WorkspaceOptions, total=False):
    """What `environments.update` takes, and the options of the call."""


class WorkListParamsBase(TypedDict, total=False):
    """The query of `environments.work.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class WorkListParams(WorkListParamsBase, RequestOptions, total=False):
    """What `environments.work.list` takes, and the options of the call."""


class WorkPollParamsBase(TypedDict, total=False):
    """The query of `environments.work.poll`."""

    block_ms: int | None
    """Milliseconds to wait for work before None comes."""

    reclaim_older_than_ms: int | None
    """Take over work whose worker has not been heard of for so many milliseconds."""

    anthropic_worker_id: str | None
    """A name for this worker, the same in all of its calls. It is sent as a header."""


class WorkPollParams(WorkPollParamsBase, RequestOptions, total=False):
    """What `environments.work.poll` takes, and the options of the call."""


class WorkUpdateParamsBase(TypedDict, total=False):
    """The body of `environments.work.update`."""

    metadata: Required[Mapping[str, str | None]]


class WorkUpdateParams(WorkUpdateParamsBase, WorkspaceOptions, total=False):
    """What `environments.work.update` takes, and the options of the call."""


class WorkHeartbeatParamsBase(TypedDict, total=False):
    """The query of `environments.work.heartbeat`."""

    desired_ttl_seconds: int | None
    """Seconds that the lease is to last from now."""

    expected_last_heartbeat: str | None
    """The heartbeat before this one, or `NO_HEARTBEAT`: another one in between means that the lease is lost."""


class WorkHeartbeatParams(WorkHeartbeatParamsBase, RequestOptions, total=False):
    """What `environments.work.heartbeat` takes, and the options of the call."""


class WorkStopParamsBase(TypedDict, total=False):
    """The body of `environments.work.stop`."""

    force: bool | None
    """End the work though it may still be under way."""


class WorkStopParams(WorkStopParamsBase, WorkspaceOptions, total=False):
    """What `environments.work.stop` takes, and the options of the call."""
