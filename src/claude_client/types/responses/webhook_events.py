"""What the API returns: webhook events.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class WebhookSessionCreatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.created"]
    workspace_id: str


class WebhookSessionPendingEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.pending"]
    workspace_id: str


class WebhookSessionRunningEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.running"]
    workspace_id: str


class WebhookSessionIdledEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.idled"]
    workspace_id: str


class WebhookSessionRequiresActionEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.requires_action"]
    workspace_id: str


class WebhookSessionArchivedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.archived"]
    workspace_id: str


class WebhookSessionDeletedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.deleted"]
    workspace_id: str


class WebhookSessionStatusRescheduledEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.status_rescheduled"]
    workspace_id: str


class WebhookSessionStatusRunStartedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.status_run_started"]
    workspace_id: str


class WebhookSessionStatusIdledEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.status_idled"]
    workspace_id: str


class WebhookSessionStatusTerminatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.status_terminated"]
    workspace_id: str


class WebhookSessionThreadCreatedEventData(Model):
    id: str
    organization_id: str
    session_thread_id: str
    type: Literal["session.thread_created"]
    workspace_id: str


class WebhookSessionThreadIdledEventData(Model):
    id: str
    organization_id: str
    session_thread_id: str
    type: Literal["session.thread_idled"]
    workspace_id: str


class WebhookSessionThreadTerminatedEventData(Model):
    id: str
    organization_id: str
    session_thread_id: str
    type: Literal["session.thread_terminated"]
    workspace_id: str


class WebhookSessionOutcomeEvaluationEndedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.outcome_evaluation_ended"]
    workspace_id: str


class WebhookVaultCreatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["vault.created"]
    workspace_id: str


class WebhookVaultArchivedEventData(Model):
    id: str
    organization_id: str
    type: Literal["vault.archived"]
    workspace_id: str


class WebhookVaultDeletedEventData(Model):
    id: str
    organization_id: str
    type: Literal["vault.deleted"]
    workspace_id: str


class WebhookVaultCredentialCreatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["vault_credential.created"]
    vault_id: str
    workspace_id: str


class WebhookVaultCredentialArchivedEventData(Model):
    id: str
    organization_id: str
    type: Literal["vault_credential.archived"]
    vault_id: str
    workspace_id: str


class WebhookVaultCredentialDeletedEventData(Model):
    id: str
    organization_id: str
    type: Literal["vault_credential.deleted"]
    vault_id: str
    workspace_id: str


class WebhookVaultCredentialRefreshFailedEventData(Model):
    id: str
    organization_id: str
    type: Literal["vault_credential.refresh_failed"]
    vault_id: str
    workspace_id: str


class WebhookSessionUpdatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.updated"]
    workspace_id: str


class WebhookAgentCreatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["agent.created"]
    workspace_id: str


class WebhookAgentArchivedEventData(Model):
    id: str
    organization_id: str
    type: Literal["agent.archived"]
    workspace_id: str


class WebhookAgentDeletedEventData(Model):
    id: str
    organization_id: str
    type: Literal["agent.deleted"]
    workspace_id: str


class WebhookDeploymentPausedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment.paused"]
    workspace_id: str


class WebhookDeploymentRunFailedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment_run.failed"]
    workspace_id: str


class WebhookDeploymentCreatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment.created"]
    workspace_id: str


class WebhookDeploymentUpdatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment.updated"]
    workspace_id: str


class WebhookDeploymentUnpausedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment.unpaused"]
    workspace_id: str


class WebhookAgentUpdatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["agent.updated"]
    workspace_id: str


class WebhookDeploymentArchivedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment.archived"]
    workspace_id: str


class WebhookDeploymentRunStartedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment_run.started"]
    workspace_id: str


class WebhookDeploymentDeletedEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment.deleted"]
    workspace_id: str


class WebhookDeploymentRunSucceededEventData(Model):
    id: str
    organization_id: str
    type: Literal["deployment_run.succeeded"]
    workspace_id: str


class WebhookEnvironmentCreatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["environment.created"]
    workspace_id: str


class WebhookEnvironmentUpdatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["environment.updated"]
    workspace_id: str


class WebhookEnvironmentArchivedEventData(Model):
    id: str
    organization_id: str
    type: Literal["environment.archived"]
    workspace_id: str


class WebhookEnvironmentDeletedEventData(Model):
    id: str
    organization_id: str
    type: Literal["environment.deleted"]
    workspace_id: str


class WebhookMemoryStoreCreatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["memory_store.created"]
    workspace_id: str


class WebhookMemoryStoreArchivedEventData(Model):
    id: str
    organization_id: str
    type: Literal["memory_store.archived"]
    workspace_id: str


class WebhookMemoryStoreDeletedEventData(Model):
    id: str
    organization_id: str
    type: Literal["memory_store.deleted"]
    workspace_id: str


class WebhookSessionBudgetReachedEventData(Model):
    id: str
    organization_id: str
    type: Literal["session.budget_reached"]
    workspace_id: str


class WebhookUserProfileEnforcementActionOpenedEventData(Model):
    id: str
    enforcement_action_id: str
    organization_id: str
    type: Literal["user_profile.enforcement_action_opened"]


class WebhookUserProfileEnforcementActionResolvedEventData(Model):
    id: str
    enforcement_action_id: str
    organization_id: str
    type: Literal["user_profile.enforcement_action_resolved"]


class WebhookUserProfileProgramStatusUpdatedEventData(Model):
    id: str
    organization_id: str
    type: Literal["user_profile.program_status_updated"]


class WebhookExternalKeyFailedEventData(Model):
    id: str
    organization_id: str
    type: Literal["external_key.failed"]


class WebhookExternalKeyRecoveredEventData(Model):
    id: str
    organization_id: str
    type: Literal["external_key.recovered"]


class WebhookExternalStorageFailedEventData(Model):
    id: str
    organization_id: str
    type: Literal["external_storage.failed"]


class WebhookExternalStorageRecoveredEventData(Model):
    id: str
    organization_id: str
    type: Literal["external_storage.recovered"]


WebhookEventData: TypeAlias = Annotated[
    WebhookSessionCreatedEventData
    | WebhookSessionPendingEventData
    | WebhookSessionRunningEventData
    | WebhookSessionIdledEventData
    | WebhookSessionRequiresActionEventData
    | WebhookSessionArchivedEventData
    | WebhookSessionDeletedEventData
    | WebhookSessionStatusRescheduledEventData
    | WebhookSessionStatusRunStartedEventData
    | WebhookSessionStatusIdledEventData
    | WebhookSessionStatusTerminatedEventData
    | WebhookSessionThreadCreatedEventData
    | WebhookSessionThreadIdledEventData
    | WebhookSessionThreadTerminatedEventData
    | WebhookSessionOutcomeEvaluationEndedEventData
    | WebhookVaultCreatedEventData
    | WebhookVaultArchivedEventData
    | WebhookVaultDeletedEventData
    | WebhookVaultCredentialCreatedEventData
    | WebhookVaultCredentialArchivedEventData
    | WebhookVaultCredentialDeletedEventData
    | WebhookVaultCredentialRefreshFailedEventData
    | WebhookSessionUpdatedEventData
    | WebhookAgentCreatedEventData
    | WebhookAgentArchivedEventData
    | WebhookAgentDeletedEventData
    | WebhookDeploymentPausedEventData
    | WebhookDeploymentRunFailedEventData
    | WebhookDeploymentCreatedEventData
    | WebhookDeploymentUpdatedEventData
    | WebhookDeploymentUnpausedEventData
    | WebhookAgentUpdatedEventData
    | WebhookDeploymentArchivedEventData
    | WebhookDeploymentRunStartedEventData
    | WebhookDeploymentDeletedEventData
    | WebhookDeploymentRunSucceededEventData
    | WebhookEnvironmentCreatedEventData
    | WebhookEnvironmentUpdatedEventData
    | WebhookEnvironmentArchivedEventData
    | WebhookEnvironmentDeletedEventData
    | WebhookMemoryStoreCreatedEventData
    | WebhookMemoryStoreArchivedEventData
    | WebhookMemoryStoreDeletedEventData
    | WebhookSessionBudgetReachedEventData
    | WebhookUserProfileEnforcementActionOpenedEventData
    | WebhookUserProfileEnforcementActionResolvedEventData
    | WebhookUserProfileProgramStatusUpdatedEventData
    | WebhookExternalKeyFailedEventData
    | WebhookExternalKeyRecoveredEventData
    | WebhookExternalStorageFailedEventData
    | WebhookExternalStorageRecoveredEventData,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class WebhookEvent(Model):
    id: str
    created_at: datetime
    data: WebhookEventData
    type: Literal["event"]
