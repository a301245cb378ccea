"""The organization that a key belongs to.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal

from .._model import Model


class OrganizationInfo(Model):
    """The organization that the key belongs to."""

    id: str
    name: str
    type: Literal["organization"]
