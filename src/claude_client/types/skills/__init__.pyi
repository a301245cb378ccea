# Written by `scripts/generate_types.py`.

from ..params.skills import SkillVersionCreateParams as VersionCreateParams
from ..params.skills import SkillVersionListParams as VersionListParams
from ..responses.skills import DeletedSkillVersion, SkillVersion

__all__ = ["DeletedSkillVersion", "SkillVersion", "VersionCreateParams", "VersionListParams"]
