# Written by `scripts/generate_types.py`.

from ..params.user_profiles import ActionURLCreateParams, UserProfileEnrollEndUserActionParam
from ..responses.user_profiles import UserProfileActionURL

__all__ = ["ActionURLCreateParams", "UserProfileActionURL", "UserProfileEnrollEndUserActionParam"]
