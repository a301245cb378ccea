"""The types that the official package has in `types.beta.organization`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._official import importer

if TYPE_CHECKING:
    from ...answers.api_keys import APIKey as BetaAPIKey
    from ...answers.api_keys import APIKeyCreatedBy as BetaAPIKeyCreatedBy
    from ...answers.api_keys import APIKeyOrganizationScope as BetaAPIKeyOrganizationScope
    from ...answers.api_keys import APIKeyServiceAccountActor as BetaAPIKeyServiceAccountActor
    from ...answers.api_keys import APIKeyUserActor as BetaAPIKeyUserActor
    from ...answers.api_keys import APIKeyWorkspaceScope as BetaAPIKeyWorkspaceScope
    from ...answers.invites import InviteDeleteResponse
    from ...answers.invites import OrganizationInvite as BetaOrganizationInvite
    from ...answers.users import OrganizationUser as BetaOrganizationUser
    from ...answers.users import UserRemoveResponse
    from ...answers.workspaces import AllowedInferenceGeo as BetaAllowedInferenceGeo
    from ...answers.workspaces import DataResidency as BetaDataResidency
    from ...answers.workspaces import Workspace as BetaWorkspace
    from ...answers.workspaces import WorkspaceMember as BetaWorkspaceMember
    from ...answers.workspaces import WorkspaceRole as BetaWorkspaceRole
    from ...params.api_keys import APIKeyListParams, APIKeyUpdateParams
    from ...params.invites import InviteCreateParams, InviteListParams
    from ...params.users import UserListParams, UserUpdateParams
    from ...params.workspaces import DataResidencyCreateConfigParam as BetaDataResidencyCreateConfigParam
    from ...params.workspaces import DataResidencyUpdateConfigParam as BetaDataResidencyUpdateConfigParam
    from ...params.workspaces import NoBillingWorkspaceRole as BetaNoBillingWorkspaceRole
    from ...params.workspaces import WorkspaceCreateParams, WorkspaceListParams, WorkspaceUpdateParams
else:
    __getattr__ = importer(__name__)

__all__ = [
    "APIKeyListParams",
    "APIKeyUpdateParams",
    "BetaAPIKey",
    "BetaAPIKeyCreatedBy",
    "BetaAPIKeyOrganizationScope",
    "BetaAPIKeyServiceAccountActor",
    "BetaAPIKeyUserActor",
    "BetaAPIKeyWorkspaceScope",
    "BetaAllowedInferenceGeo",
    "BetaDataResidency",
    "BetaDataResidencyCreateConfigParam",
    "BetaDataResidencyUpdateConfigParam",
    "BetaNoBillingWorkspaceRole",
    "BetaOrganizationInvite",
    "BetaOrganizationUser",
    "BetaWorkspace",
    "BetaWorkspaceMember",
    "BetaWorkspaceRole",
    "InviteCreateParams",
    "InviteDeleteResponse",
    "InviteListParams",
    "UserListParams",
    "UserRemoveResponse",
    "UserUpdateParams",
    "WorkspaceCreateParams",
    "WorkspaceListParams",
    "WorkspaceUpdateParams",
]
