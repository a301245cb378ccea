# Written by `scripts/generate_types.py`.

from ...params.skills import SkillVersionCreateParams as VersionCreateParams
from ...params.skills import SkillVersionListParams as VersionListParams
from ...responses.skills import DeletedSkillVersion as BetaDeletedSkillVersion
from ...responses.skills import SkillVersion as BetaSkillVersion

__all__ = ["BetaDeletedSkillVersion", "BetaSkillVersion", "VersionCreateParams", "VersionListParams"]
