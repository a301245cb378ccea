"""`batches`: Message Batches from files of JSON lines, at half the price of single calls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .context import DEFAULT_MODEL, context_of
from .failures import ExitCode, tell
from .inputs import STDIN, open_lines, read_requests
from .line_file import LineFile
from .options import AsJSON, Deadline, MaxTokens, Model, Output
from .output import write_items, write_json, write_text

if TYPE_CHECKING:
    from ..client import Client
    from ..types import MessageBatch

_ID = Annotated[str, typer.Argument(metavar="ID")]


def submit(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="One request a line; - is standard input.")],
    model: Model = DEFAULT_MODEL,
    max_tokens: MaxTokens = 4096,
    as_json: AsJSON = False,
) -> None:
    """Submit a batch, and write its id.

    A line is {"custom_id": ..., "params": {...}}, {"id": ..., "prompt": ...}, or the parameters of a message. --model
    and --max-tokens apply to lines that set none.
    """
    with open_lines(path) as lines, context_of(context).client() as client:
        found = read_requests(lines, {"model": model, "max_tokens": max_tokens})
        requests: list[Any] = [{"custom_id": id, "params": params} for id, params in found]
        batch = client.messages.batches.create(requests=requests)
    if as_json:
        write_json(batch)
    else:
        write_text(batch.id)


def list_batches(context: typer.Context, as_json: AsJSON = False) -> None:
    """List the batches of the workspace, the newest first."""
    with context_of(context).client() as client:
        write_items(
            client.messages.batches.list(limit=100),
            ("id", "status", "processing", "succeeded", "errored", "other", "created"),
            _row,
            json=as_json,
        )


def show(context: typer.Context, batch_id: _ID) -> None:
    """Show how a batch stands."""
    with context_of(context).client() as client:
        write_json(client.messages.batches.retrieve(batch_id))


def wait(context: typer.Context, batch_id: _ID, deadline: Deadline = None) -> None:
    """Wait until a batch has ended. It goes on when this stops waiting."""
    with context_of(context).client() as client:
        write_json(client.messages.batches.wait(batch_id, deadline=deadline))


def results(
    context: typer.Context,
    batch_id: _ID,
    output: Output = Path(STDIN),
    wait: Annotated[bool, typer.Option("--wait", help="Wait for the batch to end.")] = False,
) -> None:
    """Write the results of a batch, one a line, as the API has them."""
    failed = 0
    with context_of(context).client() as client, LineFile(output) as file:
        if wait:
            client.messages.batches.wait(batch_id)
        for line, is_success in _results(client, batch_id):
            file.write(line)
            failed += not is_success
    if failed:
        tell(f"claude-client: {failed} requests of the batch have no message")
        raise typer.Exit(ExitCode.INCOMPLETE)


def _results(client: Client, batch_id: str) -> Iterator[tuple[str, bool]]:
    for result in client.messages.batches.results(batch_id):
        yield result.to_json(indent=None), result.result.type == "succeeded"


def cancel(context: typer.Context, batch_id: _ID) -> None:
    """Cancel a batch. What is being processed may still finish."""
    with context_of(context).client() as client:
        write_json(client.messages.batches.cancel(batch_id))


def delete(context: typer.Context, batch_id: _ID) -> None:
    """Delete a batch that has ended, and its results."""
    with context_of(context).client() as client:
        client.messages.batches.delete(batch_id)


def _row(batch: MessageBatch) -> tuple[object, ...]:
    counts = batch.request_counts
    other = counts.canceled + counts.expired
    return (
        batch.id,
        batch.processing_status,
        counts.processing,
        counts.succeeded,
        counts.errored,
        other,
        batch.created_at,
    )
