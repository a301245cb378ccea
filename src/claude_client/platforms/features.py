"""The parts of the API by name, and which part a call belongs to."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Feature: TypeAlias = Literal[
    "messages",
    "streaming",
    "count_tokens",
    "batches",
    "completions",
    "models",
    "files",
    "skills",
    "admin",
    "compliance",
    "agents",
    "deployment_runs",
    "deployments",
    "dreams",
    "environments",
    "memory_stores",
    "sessions",
    "tunnels",
    "user_profiles",
    "vaults",
]
"""A part of the API. `admin` is `client.organization`; the others are named like their resources."""

FEATURES: Final[frozenset[str]] = frozenset(get_args(Feature))
_BY_PATH: Final = {"complete": "completions", "organizations": "admin"}
"""Those that are not named like the first part of their path."""


def check_feature(feature: str) -> str:
    """`feature`, if it is one.

    Raises:
        ValueError: It is none.
    """
    if feature not in FEATURES:
        raise ValueError(f"unknown feature {feature!r}: expected one of {', '.join(sorted(FEATURES))}")
    return feature


def feature_of(path: str) -> str:
    """The part of the API that the call with this path belongs to."""
    parts = path.partition("?")[0].split("/")
    area = parts[2] if len(parts) > 2 else ""
    if area == "messages" and len(parts) > 3:
        return parts[3]
    return _BY_PATH.get(area, area)
