"""The results of a job as a data frame."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from ..rendering.data_frames import check_pandas as check_pandas
from ..types.cost import UnknownPriceError
from .items import JobResult

if TYPE_CHECKING:
    import pandas as pd


def frame_of_job(results: Iterable[JobResult[Any]]) -> pd.DataFrame:
    """A row for each result: its id, text, stop reason, model, tokens, cost, attempts, error, and the message."""
    import pandas as pd

    columns = {
        "id": "string",
        "succeeded": "bool",
        "text": "string",
        "parsed_output": "object",
        "stop_reason": "string",
        "model": "string",
        "input_tokens": "Int64",
        "output_tokens": "Int64",
        "cost": "object",
        "attempts": "Int64",
        "from_checkpoint": "bool",
        "error": "string",
        "message": "object",
    }
    frame = pd.DataFrame([_row(result) for result in results], columns=list(columns), dtype=object)
    return cast("pd.DataFrame", cast("Any", frame).astype(columns))  # its stubs know no table of types


def _row(result: JobResult[Any]) -> dict[str, Any]:
    message = result.message
    cost = None
    with suppress(ImportError, UnknownPriceError):  # a frame without prices is better than none
        cost = result.cost.total
    return {
        "id": result.id,
        "succeeded": result.error is None,
        "text": None if message is None else message.text,
        "parsed_output": result.parsed_output,
        "stop_reason": None if message is None else message.stop_reason,
        "model": None if message is None else str(message.model),
        "input_tokens": None if message is None else message.usage.input_tokens,
        "output_tokens": None if message is None else message.usage.output_tokens,
        "cost": cost,
        "attempts": result.attempts,
        "from_checkpoint": result.from_checkpoint,
        "error": None if result.error is None else f"{type(result.error).__name__}: {result.error}",
        "message": message,
    }
