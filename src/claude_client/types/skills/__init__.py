"""The types that the official package has in `types.skills`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._official import importer

if TYPE_CHECKING:
    from ..params.skills import SkillVersionCreateParams as VersionCreateParams
    from ..params.skills import SkillVersionListParams as VersionListParams
    from ..responses.skills import DeletedSkillVersion, SkillVersion
else:
    __getattr__ = importer(__name__)

__all__ = ["DeletedSkillVersion", "SkillVersion", "VersionCreateParams", "VersionListParams"]
