"""What the API answers: completions.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal

from .._model import Model
from .models import ModelParam


class Completion(Model):
    """Completion of the type `completion`."""

    id: str
    completion: str
    model: ModelParam
    stop_reason: str | None = None
    type: Literal["completion"]
