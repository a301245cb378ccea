# Written by `scripts/generate_types.py`.

from .....params.analytics import ProjectListParams

__all__ = ["ProjectListParams"]
