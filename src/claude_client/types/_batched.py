"""What a request of a batch may ask for beside the API's own parameters."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from .params.messages import MessageCreateParamsNonStreaming


class BatchMessageParams(MessageCreateParamsNonStreaming, total=False):
    """What `messages.create` takes, but for `stream`, and the type that the output is asked for in."""

    output_format: type[Any] | TypeAdapter[Any] | None
    """As in `messages.parse()`: its schema is sent. `batches.results(id, output_format=...)` reads the output."""
