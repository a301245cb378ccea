"""The types that the official package has in `types.beta.organization.workspaces`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._official import importer

if TYPE_CHECKING:
    from ....params.workspaces import WorkspaceMemberAddParams as MemberAddParams
    from ....params.workspaces import WorkspaceMemberListParams as MemberListParams
    from ....params.workspaces import WorkspaceMemberUpdateParams as MemberUpdateParams
    from ....responses.workspaces import MemberRemoveResponse
else:
    __getattr__ = importer(__name__)

__all__ = ["MemberAddParams", "MemberListParams", "MemberRemoveResponse", "MemberUpdateParams"]
