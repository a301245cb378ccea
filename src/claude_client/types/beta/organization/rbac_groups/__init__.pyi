# Written by `scripts/generate_types.py`.

from ....params.rbac_groups import RBACGroupMemberAddParams as MemberAddParams
from ....params.rbac_groups import RBACGroupMemberListParams as MemberListParams
from ....responses.rbac_groups import DeletedRBACGroupMember as BetaDeletedRBACGroupMember
from ....responses.rbac_groups import RBACGroupMember as BetaRBACGroupMember

__all__ = ["BetaDeletedRBACGroupMember", "BetaRBACGroupMember", "MemberAddParams", "MemberListParams"]
