"""What the API takes: completions.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from typing_extensions import Required, TypedDict

from ..answers.models import ModelParam
from ..request_options import RequestOptions
from .messages import MetadataParam


class CompletionCreateParamsBase(TypedDict, total=False):
    """The body of `completions.create`."""

    max_tokens_to_sample: Required[int]
    model: Required[ModelParam]
    prompt: Required[str]
    metadata: MetadataParam | None
    stop_sequences: Sequence[str] | None
    temperature: float | None
    top_k: int | None
    top_p: float | None


class CompletionCreateParamsNonStreaming(CompletionCreateParamsBase, total=False):
    """The body of `completions.create`, answered whole."""

    stream: Literal[False] | None


class CompletionCreateParamsStreaming(CompletionCreateParamsBase, total=False):
    """The body of `completions.create`, answered as events."""

    stream: Required[Literal[True]]


class CompletionCreateParams(CompletionCreateParamsBase, RequestOptions, total=False):
    """What `completions.create` takes, and the options of the call."""
