"""The drop-in, for a single test."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest


@pytest.fixture
def anthropic() -> Iterator[ModuleType]:
    """`anthropic`, as this package has it."""
    from claude_client import dropin

    dropin.install()
    yield import_module("anthropic")
    dropin.uninstall()
