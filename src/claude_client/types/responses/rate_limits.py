"""What the API returns: rate limits.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class OrganizationRateLimitModelGroup(Model):
    id: str
    display_name: str
    type: Literal["model_group"]


class OrganizationRateLimitBatchGroup(Model):
    id: str
    type: Literal["batch"]


class OrganizationRateLimitTokenCountGroup(Model):
    id: str
    type: Literal["token_count"]


class OrganizationRateLimitFilesGroup(Model):
    id: str
    type: Literal["files"]


class OrganizationRateLimitSkillsGroup(Model):
    id: str
    type: Literal["skills"]


class OrganizationRateLimitWebSearchGroup(Model):
    id: str
    type: Literal["web_search"]


OrganizationRateLimitGroup: TypeAlias = Annotated[
    OrganizationRateLimitModelGroup
    | OrganizationRateLimitBatchGroup
    | OrganizationRateLimitTokenCountGroup
    | OrganizationRateLimitFilesGroup
    | OrganizationRateLimitSkillsGroup
    | OrganizationRateLimitWebSearchGroup,
    Tagged("type"),
]
"""One of these; `type` tells which."""


class OrganizationRateLimitValue(Model):
    type: str
    value: int


class OrganizationRateLimit(Model):
    id: str
    group: OrganizationRateLimitGroup
    limits: list[OrganizationRateLimitValue]
    models: list[str] | None = None
    type: Literal["rate_limit"]
    group_type: Literal["batch", "files", "model_group", "skills", "token_count", "web_search"] | None = None
    """Only in API versions before 2026-10-21."""
