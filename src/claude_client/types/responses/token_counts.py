"""What a request would cost in tokens.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from .._model import Model


class CountTokensContextManagementResponse(Model):
    """The size of the context before something is cleared from it. Beta."""

    original_input_tokens: int


class MessageTokensCount(Model):
    """How many tokens a message would have."""

    input_tokens: int
    """Tokens of messages, system prompt and tools together."""

    context_management: CountTokensContextManagementResponse | None = None
    """Beta."""
