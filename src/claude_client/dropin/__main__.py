"""`python -m claude_client.dropin program.py [arguments]`, or `-m module`: runs it with this package as `anthropic`."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from . import install

USAGE = "usage: python -m claude_client.dropin (PROGRAM.py | -m MODULE) [ARGUMENTS]"


def main(arguments: list[str]) -> None:
    """Run the program that `arguments` name, which then sees its own arguments."""
    if not arguments or arguments[0] in ("-h", "--help") or arguments == ["-m"]:
        sys.exit(USAGE)
    install()
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = arguments
        # As Python does it: imports look beside the program first.
        sys.path[0] = str(Path(arguments[0]).resolve().parent)
        runpy.run_path(arguments[0], run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1:])
