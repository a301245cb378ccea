"""What a program is told of models before it asks the API.

API: https://platform.claude.com/docs/en/about-claude/model-deprecations

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

END_OF_LIFE: Final[Mapping[str, str]] = {
    "claude-1.3": "2024-11-06",
    "claude-1.3-100k": "2024-11-06",
    "claude-instant-1.1": "2024-11-06",
    "claude-instant-1.1-100k": "2024-11-06",
    "claude-instant-1.2": "2024-11-06",
    "claude-2.0": "2025-07-21",
    "claude-2.1": "2025-07-21",
    "claude-3-sonnet-20240229": "2025-07-21",
    "claude-3-opus-20240229": "2026-01-05",
    "claude-3-5-haiku-20241022": "2026-02-19",
    "claude-3-5-haiku-latest": "2026-02-19",
    "claude-3-7-sonnet-20250219": "2026-02-19",
    "claude-3-7-sonnet-latest": "2026-02-19",
    "claude-opus-4-0": "2026-06-15",
    "claude-opus-4-20250514": "2026-06-15",
    "claude-sonnet-4-0": "2026-06-15",
    "claude-sonnet-4-20250514": "2026-06-15",
    "claude-mythos-preview": "2026-06-30",
    "claude-sonnet-4-5": "2026-11-30",
    "claude-sonnet-4-5-20250929": "2026-11-30",
    "claude-opus-4-5": "2027-01-22",
    "claude-opus-4-5-20251101": "2027-01-22",
}
"""The day after which a deprecated model is no longer served."""

TOKENS_IN_ONE_PIECE: Final[Mapping[str, int]] = {
    "anthropic.claude-opus-4-1-20250805-v1:0": 8192,
    "anthropic.claude-opus-4-20250514-v1:0": 8192,
    "claude-4-opus-20250514": 8192,
    "claude-opus-4-0": 8192,
    "claude-opus-4-1@20250805": 8192,
    "claude-opus-4-20250514": 8192,
    "claude-opus-4@20250514": 8192,
}
"""The most tokens that the API returns in one piece: for more, the message has to be streamed."""
