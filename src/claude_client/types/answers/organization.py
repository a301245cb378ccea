"""What the API answers: organization.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal

from .._model import Model


class OrganizationInfo(Model):
    """Organization info of the type `organization`."""

    id: str
    name: str
    type: Literal["organization"]
