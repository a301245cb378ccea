# Written by `scripts/generate_types.py`.

from ...params.user_profiles import ActionURLCreateParams
from ...params.user_profiles import UserProfileEnrollEndUserActionParam as BetaUserProfileEnrollEndUserActionParam
from ...responses.user_profiles import UserProfileActionURL as BetaUserProfileActionURL

__all__ = ["ActionURLCreateParams", "BetaUserProfileActionURL", "BetaUserProfileEnrollEndUserActionParam"]
