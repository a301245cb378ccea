"""Prints what every operation takes in the official Python package, stable and beta, as JSON.

Not a test: `test_official_clients.py` runs it in the environment that has the package, with the operations' ids on
standard input.
"""

from __future__ import annotations

import inspect
import json
import sys
from typing import Any

from anthropic import Anthropic


def find(root: Any, path: str) -> Any:
    for name in path.split("."):
        root = getattr(root, name, None)
    return root


def parameters(method: Any) -> dict[str, tuple[str, bool]]:
    """The kind of each parameter, and whether it is required."""
    found = inspect.signature(method).parameters.values()
    return {each.name: (each.kind.name, each.default is each.empty) for each in found}


client = Anthropic(api_key="key")
signatures: dict[str, dict[str, Any]] = {}
for operation in json.load(sys.stdin):
    path = operation.removeprefix("admin.")
    path = f"organization.{path.removeprefix('organization.')}" if path != operation else path
    variants = {"stable": find(client, path), "beta": find(client.beta, path)}
    signatures[operation] = {name: parameters(method) for name, method in variants.items() if method is not None}
json.dump(signatures, sys.stdout)
