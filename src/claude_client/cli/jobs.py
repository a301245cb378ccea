"""`jobs`: many requests from a file of JSON lines, results into another, resumed after a stop."""

from __future__ import annotations

import json
from contextlib import nullcontext
from decimal import Decimal
from enum import Enum
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .context import DEFAULT_MODEL, context_of
from .failures import ExitCode, UsageError, describe, tell
from .inputs import STDIN, check_requests, open_lines, read_requests
from .line_file import LineFile
from .options import Deadline, MaxTokens, Model
from .output import write_rows

if TYPE_CHECKING:
    from ..jobs.items import JobResult, JobSummary


class Way(str, Enum):
    """How a job is run."""

    MAP = "map"
    BATCH = "batch"
    AUTO = "auto"


def run(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="INPUT", help="One request a line; - is standard input.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="Where results go, one a line.")
    ] = Path(STDIN),
    checkpoint: Annotated[
        Path | None,
        typer.Option(
            "--checkpoint",
            metavar="PATH",
            help="The file that keeps what is done, to resume from; the output with .db behind it when left out.",
        ),
    ] = None,
    way: Annotated[
        Way,
        typer.Option(
            "--as", help="map: concurrent calls; batch: Message Batches, at half the price; auto: what fits the job."
        ),
    ] = Way.MAP,
    concurrency: Annotated[
        int | None, typer.Option("--concurrency", min=1, help="Requests under way at a time.")
    ] = None,
    ordered: Annotated[bool, typer.Option("--ordered", help="Write results in the order of the input.")] = False,
    budget: Annotated[float | None, typer.Option("--budget", metavar="USD", help="Stop before more is spent.")] = None,
    model: Model = DEFAULT_MODEL,
    max_tokens: MaxTokens = 4096,
    deadline: Deadline = None,
) -> None:
    """Run the requests in a file, and write the results into another.

    Run the same command again after a stop, and only what is missing is made. A line of the input is {"id": ...,
    "prompt": ...}, {"custom_id": ..., "params": {...}}, or the parameters of a message.
    """
    if checkpoint is None and str(output) != STDIN:
        checkpoint = output.with_name(f"{output.name}.db")
    options: dict[str, Any] = {"checkpoint": checkpoint, "ordered": ordered, "deadline": deadline}
    if concurrency is not None:
        if way is Way.BATCH:
            raise UsageError("--concurrency does not go with --as batch, which makes no calls of its own")
        options["concurrency"] = concurrency
    if budget is not None:
        from ..limits.budget import Budget

        options["budget"] = Budget(usd=Decimal(str(budget)))
    _check_paths(path, output, checkpoint)
    check_requests(path)
    with open_lines(path) as lines, context_of(context).client() as client, LineFile(output) as file:
        requests = read_requests(lines, {"model": model, "max_tokens": max_tokens})
        job: Any = getattr(client.jobs, way.value)(
            requests, **{name: each for name, each in options.items() if each is not None}
        )
        if job.why is not None:
            tell(job.why)
        try:
            with _show_progress(job) as advance:
                for result in job:
                    file.write(json.dumps(_line(result), ensure_ascii=False))
                    advance()
        except (ValueError, TypeError) as error:  # in a pipe, which could not be checked before
            if not job.summary().done:
                raise
            tell(f"claude-client: {describe(error)}; the requests before it are done")
            raise typer.Exit(ExitCode.INCOMPLETE) from None
    summary: JobSummary = job.summary()
    if str(output) != STDIN:
        write_rows(("", ""), summary.rows())
    if summary.failed:
        tell(f"claude-client: {summary.failed} requests failed; run the same command again to try them once more")
        raise typer.Exit(ExitCode.INCOMPLETE)


def _check_paths(path: Path, output: Path, checkpoint: Path | None) -> None:
    """Refuse a file that is to be read and written at once: opened for writing, it would be empty.

    Raises:
        UsageError: Two of the paths name one file.
    """
    named = {"the input": path, "--output": output, "--checkpoint": checkpoint}
    regular = {what: each.resolve() for what, each in named.items() if each is not None and str(each) != STDIN}
    for (what, one), (other, two) in combinations(regular.items(), 2):
        if one == two or (one.is_file() and two.is_file() and one.samefile(two)):
            raise UsageError(f"{what} and {other} are the same file, {two}: expected another one")


def _line(result: JobResult[Any]) -> dict[str, Any]:
    line: dict[str, Any] = {"id": result.id, "attempts": result.attempts}
    if result.batch:
        line["batch"] = True
    if result.message is not None:
        return {**line, "message": result.message.to_dict(mode="json")}
    assert result.error is not None, "a result has a message or an error"
    return {**line, "error": {"type": type(result.error).__name__, "message": describe(result.error)}}


def _show_progress(job: Any) -> Any:
    """A context manager that counts results on standard error, where that is a terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        return nullcontext(lambda: None)
    return _Counter(console, job)


class _Counter:
    def __init__(self, console: Any, job: Any) -> None:
        self._status = console.status("0 done")
        self._job = job

    def __enter__(self) -> Any:
        self._status.start()
        return self._advance

    def _advance(self) -> None:
        summary = self._job.summary()
        self._status.update(f"{summary.done:,} done, {summary.failed:,} failed")

    def __exit__(self, *_: object) -> None:
        self._status.stop()
