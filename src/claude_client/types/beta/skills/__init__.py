"""The types that the official package has in `types.beta.skills`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._official import importer

if TYPE_CHECKING:
    from ...answers.skills import DeletedSkillVersion as BetaDeletedSkillVersion
    from ...answers.skills import SkillVersion as BetaSkillVersion
    from ...params.skills import SkillVersionCreateParams as VersionCreateParams
    from ...params.skills import SkillVersionListParams as VersionListParams
else:
    __getattr__ = importer(__name__)

__all__ = ["BetaDeletedSkillVersion", "BetaSkillVersion", "VersionCreateParams", "VersionListParams"]
