"""The types that the official package has in `types.beta.organization`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._official import importer

if TYPE_CHECKING:
    from ...params.api_keys import APIKeyListParams, APIKeyUpdateParams
    from ...params.invites import InviteCreateParams, InviteListParams
    from ...params.users import UserListParams, UserUpdateParams
    from ...params.workspaces import DataResidencyCreateConfigParam as BetaDataResidencyCreateConfigParam
    from ...params.workspaces import DataResidencyUpdateConfigParam as BetaDataResidencyUpdateConfigParam
    from ...params.workspaces import NoBillingWorkspaceRole as BetaNoBillingWorkspaceRole
    from ...params.workspaces import WorkspaceCreateParams, WorkspaceListParams, WorkspaceUpdateParams
    from ...responses.api_keys import APIKey as BetaAPIKey
    from ...responses.api_keys import APIKeyCreatedBy as BetaAPIKeyCreatedBy
    from ...responses.api_keys import APIKeyOrganizationScope as BetaAPIKeyOrganizationScope
    from ...responses.api_keys import APIKeyServiceAccountActor as BetaAPIKeyServiceAccountActor
    from ...responses.api_keys import APIKeyUserActor as BetaAPIKeyUserActor
    from ...responses.api_keys import APIKeyWorkspaceScope as BetaAPIKeyWorkspaceScope
    from ...responses.invites import InviteDeleteResponse
    from ...responses.invites import OrganizationInvite as BetaOrganizationInvite
    from ...responses.users import OrganizationUser as BetaOrganizationUser
    from ...responses.users import UserRemoveResponse
    from ...responses.workspaces import AllowedInferenceGeo as BetaAllowedInferenceGeo
    from ...responses.workspaces import DataResidency as BetaDataResidency
    from ...responses.workspaces import Workspace as BetaWorkspace
    from ...responses.workspaces import WorkspaceMember as BetaWorkspaceMember
    from ...responses.workspaces import WorkspaceRole as BetaWorkspaceRole
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
