"""Puts this package in the place of `anthropic`, for a whole process and without the official package.

    import claude_client.dropin  # before anything that imports anthropic

    import anthropic  # what frameworks import is this package from here on

`python -m claude_client.dropin program.py` does the same for a program that is not yours. Every module path of the
official package (2.14.0) is found and loaded when it is first used. A name that has no counterpart here is an
`ImportError` that says so, and never the official one: both in one process would not know each other's classes.
"""

from __future__ import annotations

import sys
from importlib import invalidate_caches

from .modules import FINDER
from .names import OFFICIAL

__all__ = ["install", "is_installed", "uninstall"]


def install() -> None:
    """Let every later `import anthropic` of this process find this package. A second call does nothing.

    Raises:
        ImportError: The official package has been imported already; who holds its classes would keep them.
    """
    if is_installed():
        return
    present = sys.modules.get(OFFICIAL)
    if present is not None:
        where = getattr(present, "__file__", None) or "an unknown place"
        raise ImportError(
            f"the official package is imported already, from {where}: import claude_client.dropin before anything "
            "that imports anthropic, or start the program by python -m claude_client.dropin PROGRAM"
        )
    sys.meta_path.insert(0, FINDER)
    invalidate_caches()


def uninstall() -> None:
    """Let later imports find the official package again. Modules that have imported this one keep what they hold."""
    if is_installed():
        sys.meta_path.remove(FINDER)
    for name in [*sys.modules]:
        if name.partition(".")[0] == OFFICIAL and getattr(sys.modules[name], "__loader__", None) is FINDER:
            del sys.modules[name]
    invalidate_caches()


def is_installed() -> bool:
    """Whether `import anthropic` finds this package."""
    return FINDER in sys.meta_path


install()
