# Written by `scripts/generate_types.py`.

from ...params.rbac_groups import RBACGroupMemberAddParams as MemberAddParams
from ...params.rbac_groups import RBACGroupMemberListParams as MemberListParams
from ...responses.rbac_groups import DeletedRBACGroupMember, RBACGroupMember

__all__ = ["DeletedRBACGroupMember", "MemberAddParams", "MemberListParams", "RBACGroupMember"]
