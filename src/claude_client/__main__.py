"""`python -m claude_client`: the same program as the command `claude-client`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program with the arguments of this process."""
    try:
        from .cli.app import app
    except ModuleNotFoundError as error:
        if error.name not in ("typer", "rich"):
            raise
        sys.exit(f"claude-client needs {error.name}: pip install 'claude-client[cli]'")
    app(prog_name="claude-client")


if __name__ == "__main__":
    main()
