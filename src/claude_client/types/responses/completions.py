"""Text completions, the predecessor of messages.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal

from .._model import Model
from .model_names import ModelParam


class Completion(Model):
    """Text that follows the prompt; of a stream, the next piece of it."""

    id: str
    completion: str
    model: ModelParam
    stop_reason: str | None = None
    type: Literal["completion"]
