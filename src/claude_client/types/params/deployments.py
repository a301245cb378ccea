"""What the API takes: deployments.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..request_options import WorkspaceOptions
from ..responses.deployments import Currency, DeploymentStatus
from ..uploads import Base64Data
from .agents import AgentParams

DeploymentCreateParamsAgent: TypeAlias = str | AgentParams
"""One of these. Beta."""


class ManagedAgentsTextBlockParam(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["text"]]


class ManagedAgentsBase64ImageSourceParam(TypedDict, total=False):
    data: Required[Base64Data]
    media_type: Required[str]
    type: Required[Literal["base64"]]


class ManagedAgentsURLImageSourceParam(TypedDict, total=False):
    type: Required[Literal["url"]]
    url: Required[str]


class ManagedAgentsFileImageSourceParam(TypedDict, total=False):
    file_id: Required[str]
    type: Required[Literal["file"]]


ManagedAgentsImageBlockParamSource: TypeAlias = Annotated[
    ManagedAgentsBase64ImageSourceParam | ManagedAgentsURLImageSourceParam | ManagedAgentsFileImageSourceParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsImageBlockParam(TypedDict, total=False):
    source: Required[ManagedAgentsImageBlockParamSource]
    type: Required[Literal["image"]]


class Base64DocumentSourceParam(TypedDict, total=False):
    data: Required[Base64Data]
    media_type: Required[str]
    type: Required[Literal["base64"]]


class PlainTextDocumentSourceParam(TypedDict, total=False):
    data: Required[str]
    media_type: Required[Literal["text/plain"]]
    type: Required[Literal["text"]]


class URLDocumentSourceParam(TypedDict, total=False):
    type: Required[Literal["url"]]
    url: Required[str]


class ManagedAgentsFileDocumentSourceParam(TypedDict, total=False):
    file_id: Required[str]
    type: Required[Literal["file"]]


ManagedAgentsDocumentBlockParamSource: TypeAlias = Annotated[
    Base64DocumentSourceParam
    | PlainTextDocumentSourceParam
    | URLDocumentSourceParam
    | ManagedAgentsFileDocumentSourceParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsDocumentBlockParam(TypedDict, total=False):
    source: Required[ManagedAgentsDocumentBlockParamSource]
    type: Required[Literal["document"]]
    context: str | None
    title: str | None


class RedactedBlockParam(TypedDict, total=False):
    type: Required[Literal["redacted"]]


UserMessageEventParamsContent: TypeAlias = Annotated[
    ManagedAgentsTextBlockParam | ManagedAgentsImageBlockParam | ManagedAgentsDocumentBlockParam | RedactedBlockParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class UserMessageEventParams(TypedDict, total=False):
    content: Required[IterableParam[UserMessageEventParamsContent]]
    type: Required[Literal["user.message"]]


class FileRubricParams(TypedDict, total=False):
    file_id: Required[str]
    type: Required[Literal["file"]]


class TextRubricParams(TypedDict, total=False):
    content: Required[str]
    type: Required[Literal["text"]]


UserDefineOutcomeEventParamsRubric: TypeAlias = Annotated[FileRubricParams | TextRubricParams, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class UserDefineOutcomeEventParams(TypedDict, total=False):
    description: Required[str]
    rubric: Required[UserDefineOutcomeEventParamsRubric]
    type: Required[Literal["user.define_outcome"]]
    max_iterations: int | None


class SystemContentBlockParam(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["text"]]


class SystemMessageEventParams(TypedDict, total=False):
    content: Required[IterableParam[SystemContentBlockParam]]
    type: Required[Literal["system.message"]]


DeploymentInitialEventParams: TypeAlias = Annotated[
    UserMessageEventParams | UserDefineOutcomeEventParams | SystemMessageEventParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MonetaryAmountParam(TypedDict, total=False):
    amount: Required[str]
    currency: Required[Currency]


class BudgetLimitParam(TypedDict, total=False):
    max_list_cost: Required[MonetaryAmountParam]
    type: Required[Literal["limit"]]


class BranchCheckoutParam(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["branch"]]


class CommitCheckoutParam(TypedDict, total=False):
    sha: Required[str]
    type: Required[Literal["commit"]]


GitHubRepositoryResourceParamsCheckout: TypeAlias = Annotated[BranchCheckoutParam | CommitCheckoutParam, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class GitHubRepositoryResourceParams(TypedDict, total=False):
    type: Required[Literal["github_repository"]]
    url: Required[str]
    authorization_token: str
    checkout: GitHubRepositoryResourceParamsCheckout | None
    mount_path: str | None


class FileResourceParams(TypedDict, total=False):
    file_id: Required[str]
    type: Required[Literal["file"]]
    mount_path: str | None


class MemoryStoreResourceParam(TypedDict, total=False):
    memory_store_id: Required[str]
    type: Required[Literal["memory_store"]]
    access: Literal["read_write", "read_only"] | None
    instructions: str | None


DeploymentCreateParamsResource: TypeAlias = Annotated[
    GitHubRepositoryResourceParams | FileResourceParams | MemoryStoreResourceParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ScheduleParams(TypedDict, total=False):
    expression: Required[str]
    timezone: Required[str]
    type: Required[Literal["cron"]]


DeploymentUpdateParamsAgent: TypeAlias = str | AgentParams
"""One of these. Beta."""


DeploymentUpdateParamsResource: TypeAlias = Annotated[
    GitHubRepositoryResourceParams | FileResourceParams | MemoryStoreResourceParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class DeploymentListParamsBase(TypedDict, total=False):
    """The query of `deployments.list`."""

    agent_id: str | None
    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    status: DeploymentStatus | None


class DeploymentListParams(DeploymentListParamsBase, WorkspaceOptions, total=False):
    """What `deployments.list` takes, and the options of the call."""


class DeploymentCreateParamsBase(TypedDict, total=False):
    """The body of `deployments.create`."""

    agent: Required[DeploymentCreateParamsAgent]
    """The agent that is started."""

    environment_id: Required[str]
    """Where it runs."""

    initial_events: Required[IterableParam[DeploymentInitialEventParams]]
    """What each session begins with."""

    name: Required[str]
    budget: BudgetLimitParam | None
    """The most that each session may cost or use."""

    description: str | None
    metadata: Mapping[str, str] | None
    """Texts of your own by name."""

    resources: IterableParam[DeploymentCreateParamsResource] | None
    schedule: ScheduleParams | None
    """When it starts by itself; left out, only `run()` starts it."""

    vault_ids: Sequence[str] | None
    """Vaults whose credentials the agent's MCP servers are reached with."""


class DeploymentCreateParams(DeploymentCreateParamsBase, WorkspaceOptions, total=False):
    """What `deployments.create` takes, and the options of the call."""


class DeploymentUpdateParamsBase(TypedDict, total=False):
    """The body of `deployments.update`."""

    agent: DeploymentUpdateParamsAgent | None
    budget: BudgetLimitParam | None
    description: str | None
    environment_id: str | None
    initial_events: IterableParam[DeploymentInitialEventParams] | None
    metadata: Mapping[str, str | None] | None
    name: str | None
    resources: IterableParam[DeploymentUpdateParamsResource] | None
    schedule: ScheduleParams | None
    vault_ids: Sequence[str] | None
    """Vaults whose credentials the agent's MCP servers are reached with."""


class DeploymentUpdateParams(DeploymentUpdateParamsBase, WorkspaceOptions, total=False):
    """What `deployments.update` takes, and the options of the call."""
