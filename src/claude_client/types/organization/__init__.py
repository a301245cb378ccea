"""The types that the official package has in `types.organization`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._official import importer

if TYPE_CHECKING:
    from ..params.api_keys import APIKeyListParams, APIKeyUpdateParams
    from ..params.invites import InviteCreateParams, InviteListParams
    from ..params.users import UserListParams, UserUpdateParams
    from ..params.workspaces import (
        DataResidencyCreateConfigParam,
        DataResidencyUpdateConfigParam,
        NoBillingWorkspaceRole,
        WorkspaceCreateParams,
        WorkspaceListParams,
        WorkspaceUpdateParams,
    )
    from ..responses.api_keys import (
        APIKey,
        APIKeyCreatedBy,
        APIKeyOrganizationScope,
        APIKeyServiceAccountActor,
        APIKeyUserActor,
        APIKeyWorkspaceScope,
    )
    from ..responses.invites import InviteDeleteResponse, OrganizationInvite
    from ..responses.users import OrganizationUser, UserRemoveResponse
    from ..responses.workspaces import AllowedInferenceGeo, DataResidency, Workspace, WorkspaceMember, WorkspaceRole
else:
    __getattr__ = importer(__name__)

__all__ = [
    "APIKey",
    "APIKeyCreatedBy",
    "APIKeyListParams",
    "APIKeyOrganizationScope",
    "APIKeyServiceAccountActor",
    "APIKeyUpdateParams",
    "APIKeyUserActor",
    "APIKeyWorkspaceScope",
    "AllowedInferenceGeo",
    "DataResidency",
    "DataResidencyCreateConfigParam",
    "DataResidencyUpdateConfigParam",
    "InviteCreateParams",
    "InviteDeleteResponse",
    "InviteListParams",
    "NoBillingWorkspaceRole",
    "OrganizationInvite",
    "OrganizationUser",
    "UserListParams",
    "UserRemoveResponse",
    "UserUpdateParams",
    "Workspace",
    "WorkspaceCreateParams",
    "WorkspaceListParams",
    "WorkspaceMember",
    "WorkspaceRole",
    "WorkspaceUpdateParams",
]
