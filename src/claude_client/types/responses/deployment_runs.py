"""What the API returns: deployment runs.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .agents import AgentReference


class EnvironmentArchivedRunErrorObject(Model):
    message: str
    type: Literal["environment_archived_error"]


class AgentArchivedRunErrorObject(Model):
    message: str
    type: Literal["agent_archived_error"]


class EnvironmentNotFoundRunErrorObject(Model):
    message: str
    type: Literal["environment_not_found_error"]


class VaultNotFoundRunErrorObject(Model):
    message: str
    type: Literal["vault_not_found_error"]


class VaultArchivedRunErrorObject(Model):
    message: str
    type: Literal["vault_archived_error"]


class FileNotFoundRunErrorObject(Model):
    message: str
    type: Literal["file_not_found_error"]


class MemoryStoreArchivedRunErrorObject(Model):
    message: str
    type: Literal["memory_store_archived_error"]


class SkillNotFoundRunErrorObject(Model):
    message: str
    type: Literal["skill_not_found_error"]


class SessionResourceNotFoundRunErrorObject(Model):
    message: str
    type: Literal["session_resource_not_found_error"]


class WorkspaceArchivedRunErrorObject(Model):
    message: str
    type: Literal["workspace_archived_error"]


class OrganizationDisabledRunErrorObject(Model):
    message: str
    type: Literal["organization_disabled_error"]


class SessionRateLimitedRunErrorObject(Model):
    message: str
    type: Literal["session_rate_limited_error"]


class SessionCreationRejectedRunErrorObject(Model):
    message: str
    type: Literal["session_creation_rejected_error"]


class UnknownRunErrorObject(Model):
    message: str
    type: Literal["unknown_error"]


class SelfHostedResourcesUnsupportedRunErrorObject(Model):
    message: str
    type: Literal["self_hosted_resources_unsupported_error"]


class MCPEgressBlockedRunErrorObject(Model):
    message: str
    type: Literal["mcp_egress_blocked_error"]


DeploymentRunError: TypeAlias = (
    Annotated[
        EnvironmentArchivedRunErrorObject
        | AgentArchivedRunErrorObject
        | EnvironmentNotFoundRunErrorObject
        | VaultNotFoundRunErrorObject
        | VaultArchivedRunErrorObject
        | FileNotFoundRunErrorObject
        | MemoryStoreArchivedRunErrorObject
        | SkillNotFoundRunErrorObject
        | SessionResourceNotFoundRunErrorObject
        | WorkspaceArchivedRunErrorObject
        | OrganizationDisabledRunErrorObject
        | SessionRateLimitedRunErrorObject
        | SessionCreationRejectedRunErrorObject
        | UnknownRunErrorObject
        | SelfHostedResourcesUnsupportedRunErrorObject
        | MCPEgressBlockedRunErrorObject,
        Tagged("type"),
    ]
    | None
)
"""One of these. Beta."""


class ScheduleTriggerContext(Model):
    scheduled_at: datetime
    type: Literal["schedule"]


class ManualTriggerContext(Model):
    type: Literal["manual"]


TriggerContext: TypeAlias = Annotated[ScheduleTriggerContext | ManualTriggerContext, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class DeploymentRun(Model):
    id: str
    agent: AgentReference
    created_at: datetime
    deployment_id: str
    error: DeploymentRunError | None = None
    session_id: str | None = None
    trigger_context: TriggerContext
    type: Literal["deployment_run"]
