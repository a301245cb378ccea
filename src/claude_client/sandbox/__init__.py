"""The Claude API, spoken locally: a real HTTP server on a loopback port, for tests, examples and work without a key.

`Client(base_url="sandbox:")` starts one inside the process and stops it with the process; `sandbox:PATH` keeps its
state in a file. `Sandbox()` is the same as an object, and `python -m claude_client.sandbox` runs one for any client in
any language. It needs some packages that the client does not: `pip install 'claude-client[sandbox]'`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .keys import ADMIN_API_KEY, API_KEY, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY

if TYPE_CHECKING:
    from .embedded import resolve as resolve
    from .faults import FAULTS as FAULTS
    from .faults import Fault as Fault
    from .limits import Limits as Limits
    from .recording import Recording as Recording
    from .recording import Replay as Replay
    from .request_log import Received as Received
    from .scripted_replies import Reply as Reply
    from .server import Sandbox as Sandbox

__all__ = [
    "ADMIN_API_KEY",
    "API_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "FAULTS",
    "Fault",
    "Limits",
    "Received",
    "Recording",
    "Replay",
    "Reply",
    "Sandbox",
    "resolve",
]

_MODULES = {
    "FAULTS": "faults",
    "Fault": "faults",
    "Limits": "limits",
    "Received": "request_log",
    "Recording": "recording",
    "Replay": "recording",
    "Reply": "scripted_replies",
    "Sandbox": "server",
    "resolve": "embedded",
}

_NEEDED = ("starlette", "uvicorn", "h11", "python_multipart")


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        found = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in _NEEDED:
            raise ModuleNotFoundError(
                f"the sandbox needs {error.name}: pip install 'claude-client[sandbox]'", name=error.name
            ) from error
        raise
    globals()[name] = found
    return found
