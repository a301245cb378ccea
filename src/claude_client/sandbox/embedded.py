"""The sandbox behind `base_url="sandbox:"`: one for each path in a process, started on first use, stopped with it."""

from __future__ import annotations

import atexit
import os
import threading
from pathlib import Path
from typing import Final

from .server import Sandbox

SCHEME: Final = "sandbox:"

_lock = threading.Lock()
_running: dict[str, Sandbox] = {}
_of_the_parent: list[object] = []
"""What a forked process must neither use nor close: it is its parent's."""


def resolve(base_url: str) -> str:
    """The address that a client with this base URL calls: `sandbox:`, or `sandbox:PATH` to keep its state in a file."""
    path = base_url.removeprefix(SCHEME)
    name = str(Path(path).expanduser().resolve()) if path else ""
    with _lock:
        if name not in _running:
            _running[name] = Sandbox(db=name or None).start()
        return _running[name].url


def _stop_all() -> None:
    with _lock:
        while _running:
            _running.popitem()[1].stop()


def _forget_after_fork() -> None:
    global _lock
    _lock = threading.Lock()
    for sandbox in _running.values():
        sandbox.abandon()
    _of_the_parent.append(dict(_running))
    _running.clear()


atexit.register(_stop_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_after_fork)
