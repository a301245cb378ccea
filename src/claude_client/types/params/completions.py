"""Parameters of text completions.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions
from ..responses.model_names import ModelParam
from .messages import MetadataParam


class CompletionCreateParamsBase(TypedDict, total=False):
    """The body of `completions.create`."""

    max_tokens_to_sample: Required[int]
    """The most tokens that the message may have. The model may stop before."""

    model: Required[ModelParam]
    prompt: Required[str]
    """The conversation: turns that begin with `HUMAN_PROMPT` and `AI_PROMPT`, the last one still open."""

    metadata: MetadataParam | None
    stop_sequences: Sequence[str] | None
    """Texts at which the model stops; they are not part of the message."""

    temperature: float | None
    """Randomness, from 0 to 1."""

    top_k: int | None
    """Choose among the this many likeliest tokens only."""

    top_p: float | None
    """Choose among the likeliest tokens that make up this probability, from 0 to 1."""


class CompletionCreateParamsNonStreaming(CompletionCreateParamsBase, total=False):
    """The body of `completions.create`, returned whole."""

    stream: Literal[False] | None


class CompletionCreateParamsStreaming(CompletionCreateParamsBase, total=False):
    """The body of `completions.create`, returned as events."""

    stream: Required[Literal[True]]


class CompletionCreateParams(CompletionCreateParamsBase, RequestOptions, total=False):
    """What `completions.create` takes, and the options of the call."""
