"""What the API returns: deployments.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .agents import AgentReference


class ManagedAgentsTextBlock(Model):
    text: str
    type: Literal["text"]


class Base64ImageSource(Model):
    """An image in the request, as base64. Beta."""

    data: str
    media_type: str
    type: Literal["base64"]


class URLImageSource(Model):
    """An image at a URL. Beta."""

    type: Literal["url"]
    url: str


class FileImageSource(Model):
    """An image that was uploaded. Beta."""

    file_id: str
    type: Literal["file"]


ImageBlockSource: TypeAlias = Annotated[Base64ImageSource | URLImageSource | FileImageSource, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class ImageBlock(Model):
    source: ImageBlockSource
    type: Literal["image"]


class Base64DocumentSource(Model):
    data: str
    media_type: str
    type: Literal["base64"]


class PlainTextDocumentSource(Model):
    data: str
    media_type: Literal["text/plain"]
    type: Literal["text"]


class URLDocumentSource(Model):
    type: Literal["url"]
    url: str


class FileDocumentSource(Model):
    """A document that was uploaded. Beta."""

    file_id: str
    type: Literal["file"]


ManagedAgentsDocumentBlockSource: TypeAlias = Annotated[
    Base64DocumentSource | PlainTextDocumentSource | URLDocumentSource | FileDocumentSource, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsDocumentBlock(Model):
    source: ManagedAgentsDocumentBlockSource
    type: Literal["document"]
    context: str | None = None
    title: str | None = None


class RedactedBlock(Model):
    type: Literal["redacted"]


DeploymentUserMessageEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | RedactedBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class DeploymentUserMessageEvent(Model):
    content: list[DeploymentUserMessageEventContent]
    type: Literal["user.message"]


class FileRubric(Model):
    file_id: str
    type: Literal["file"]


class TextRubric(Model):
    content: str
    type: Literal["text"]


DeploymentUserDefineOutcomeEventRubric: TypeAlias = Annotated[FileRubric | TextRubric, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class DeploymentUserDefineOutcomeEvent(Model):
    description: str
    rubric: DeploymentUserDefineOutcomeEventRubric
    type: Literal["user.define_outcome"]
    max_iterations: int | None = None


class SystemContentBlock(Model):
    text: str
    type: Literal["text"]


class DeploymentSystemMessageEvent(Model):
    content: list[SystemContentBlock]
    type: Literal["system.message"]


DeploymentInitialEvent: TypeAlias = Annotated[
    DeploymentUserMessageEvent | DeploymentUserDefineOutcomeEvent | DeploymentSystemMessageEvent, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ManualDeploymentPausedReason(Model):
    type: Literal["manual"]


class EnvironmentArchivedDeploymentPausedReasonErrorObject(Model):
    type: Literal["environment_archived_error"]


class AgentArchivedDeploymentPausedReasonErrorObject(Model):
    type: Literal["agent_archived_error"]


class EnvironmentNotFoundDeploymentPausedReasonErrorObject(Model):
    type: Literal["environment_not_found_error"]


class VaultNotFoundDeploymentPausedReasonErrorObject(Model):
    type: Literal["vault_not_found_error"]


class FileNotFoundDeploymentPausedReasonErrorObject(Model):
    type: Literal["file_not_found_error"]


class SessionResourceNotFoundDeploymentPausedReasonErrorObject(Model):
    type: Literal["session_resource_not_found_error"]


class WorkspaceArchivedDeploymentPausedReasonErrorObject(Model):
    type: Literal["workspace_archived_error"]


class OrganizationDisabledDeploymentPausedReasonErrorObject(Model):
    type: Literal["organization_disabled_error"]


class MemoryStoreArchivedDeploymentPausedReasonErrorObject(Model):
    type: Literal["memory_store_archived_error"]


class SkillNotFoundDeploymentPausedReasonErrorObject(Model):
    type: Literal["skill_not_found_error"]


class VaultArchivedDeploymentPausedReasonErrorObject(Model):
    type: Literal["vault_archived_error"]


class UnknownDeploymentPausedReasonErrorObject(Model):
    type: Literal["unknown_error"]


class SelfHostedResourcesUnsupportedDeploymentPausedReasonErrorObject(Model):
    type: Literal["self_hosted_resources_unsupported_error"]


class MCPEgressBlockedDeploymentPausedReasonErrorObject(Model):
    type: Literal["mcp_egress_blocked_error"]


DeploymentPausedReasonErrorObject: TypeAlias = Annotated[
    EnvironmentArchivedDeploymentPausedReasonErrorObject
    | AgentArchivedDeploymentPausedReasonErrorObject
    | EnvironmentNotFoundDeploymentPausedReasonErrorObject
    | VaultNotFoundDeploymentPausedReasonErrorObject
    | FileNotFoundDeploymentPausedReasonErrorObject
    | SessionResourceNotFoundDeploymentPausedReasonErrorObject
    | WorkspaceArchivedDeploymentPausedReasonErrorObject
    | OrganizationDisabledDeploymentPausedReasonErrorObject
    | MemoryStoreArchivedDeploymentPausedReasonErrorObject
    | SkillNotFoundDeploymentPausedReasonErrorObject
    | VaultArchivedDeploymentPausedReasonErrorObject
    | UnknownDeploymentPausedReasonErrorObject
    | SelfHostedResourcesUnsupportedDeploymentPausedReasonErrorObject
    | MCPEgressBlockedDeploymentPausedReasonErrorObject,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class ErrorDeploymentPausedReason(Model):
    error: DeploymentPausedReasonErrorObject
    type: Literal["error"]


DeploymentPausedReason: TypeAlias = Annotated[
    ManualDeploymentPausedReason | ErrorDeploymentPausedReason, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class BranchCheckout(Model):
    name: str
    type: Literal["branch"]


class CommitCheckout(Model):
    sha: str
    type: Literal["commit"]


GitHubRepositoryResourceConfigCheckout: TypeAlias = Annotated[BranchCheckout | CommitCheckout, Tagged("type")] | None
"""One of these. Beta."""


class GitHubRepositoryResourceConfig(Model):
    type: Literal["github_repository"]
    url: str
    checkout: GitHubRepositoryResourceConfigCheckout | None = None
    mount_path: str | None = None


class FileResourceConfig(Model):
    file_id: str
    type: Literal["file"]
    mount_path: str | None = None


class MemoryStoreResourceConfig(Model):
    memory_store_id: str
    type: Literal["memory_store"]
    access: Literal["read_write", "read_only"] | None = None
    instructions: str | None = None


SessionResourceConfig: TypeAlias = Annotated[
    GitHubRepositoryResourceConfig | FileResourceConfig | MemoryStoreResourceConfig, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class Schedule(Model):
    expression: str
    timezone: str
    type: Literal["cron"]
    last_run_at: datetime | None = None
    upcoming_runs_at: list[datetime] | None = None


DeploymentStatus: TypeAlias = Literal["active", "paused"]
"""One of these, or another that came later. Beta."""


Currency: TypeAlias = Literal["USD"]
"""One of these. Beta."""


class MonetaryAmount(Model):
    amount: Decimal
    currency: Currency


class BudgetLimit(Model):
    max_list_cost: MonetaryAmount
    type: Literal["limit"]


class Deployment(Model):
    id: str
    agent: AgentReference
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    description: str | None = None
    environment_id: str
    initial_events: list[DeploymentInitialEvent]
    metadata: dict[str, str]
    name: str
    paused_reason: DeploymentPausedReason | None = None
    resources: list[SessionResourceConfig]
    schedule: Schedule | None = None
    status: DeploymentStatus
    type: Literal["deployment"]
    updated_at: datetime
    vault_ids: list[str]
    """Vaults whose credentials the agent's MCP servers are reached with."""

    budget: BudgetLimit | None = None
