"""`files`: upload, list, look at, download and delete files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .context import context_of
from .inputs import STDIN
from .options import AsJSON
from .output import is_terminal, write_items, write_json, write_text


def upload(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="The files.")],
    expires_in: Annotated[
        int | None, typer.Option("--expires-in", metavar="SECONDS", help="Delete them after so long.")
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """Upload files, and write their ids."""
    with context_of(context).client() as client:
        for path in paths:
            uploaded = client.files.upload(file=path, expires_in_seconds=expires_in, progress=_progress())
            if as_json:
                write_json(uploaded)
            else:
                write_text(uploaded.id)


def list_files(context: typer.Context, as_json: AsJSON = False) -> None:
    """List the files of the workspace."""
    with context_of(context).client() as client:
        write_items(
            client.files.list(limit=1000),
            ("id", "name", "type", "bytes", "created"),
            lambda file: (file.id, file.filename, file.mime_type, file.size_bytes, file.created_at),
            json=as_json,
        )


def show(context: typer.Context, file_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Show what is known of a file."""
    with context_of(context).client() as client:
        write_json(client.files.retrieve_metadata(file_id))


def download(
    context: typer.Context,
    file_id: Annotated[str, typer.Argument(metavar="ID")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="PATH", help="The file or folder to write; - is standard output."),
    ] = Path(),
) -> None:
    """Download a file that a tool of the API made. It gets its name when it is whole."""
    with context_of(context).client() as client:
        found = client.files.download(file_id, progress=_progress())
        if str(output) == STDIN:
            for chunk in found.iter_bytes():
                sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
        else:
            write_text(str(found.write_to_file(output)))


def delete(context: typer.Context, file_ids: Annotated[list[str], typer.Argument(metavar="ID...")]) -> None:
    """Delete files."""
    with context_of(context).client() as client:
        for file_id in file_ids:
            client.files.delete(file_id)


def _progress() -> bool:
    """Whether to show a progress bar: in a terminal, where tqdm is installed."""
    from importlib.util import find_spec

    return is_terminal() and sys.stderr.isatty() and find_spec("tqdm") is not None
