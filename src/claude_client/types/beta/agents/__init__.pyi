# Written by `scripts/generate_types.py`.

from ...params.agents import AgentVersionListParams as VersionListParams

__all__ = ["VersionListParams"]
