"""`sandbox`: the API on a port of this machine. Its options are those of `python -m claude_client.sandbox`."""

from __future__ import annotations

import typer


def sandbox(context: typer.Context) -> None:
    """Serve the API on this machine, without a key."""
    from ..sandbox.__main__ import main

    raise typer.Exit(main(context.args, "claude-client sandbox"))
