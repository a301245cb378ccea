"""The types of the official `types.beta.organization.federation.rules`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ....._official import exports

__getattr__, __dir__ = exports(__name__, ("WorkspaceAddParams WorkspaceListParams WorkspaceRemoveResponse"))
