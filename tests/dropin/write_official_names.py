"""Writes `official_names.txt` anew, from the official package in the environment that runs this, which needs its extras.

    python -m pip install anthropic[bedrock,mcp,vertex]==2.14.0 && python tests/dropin/write_official_names.py

A line is a public module and the names that are its own; `package.*` has the modules of one type in a package. Of resources
only the plain names are told, which stand for six classes each.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import anthropic

FORMS = ("WithRawResponse", "WithStreamingResponse")


def own_names(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        home = getattr(value, "__module__", None)
        if name.startswith("_") or isinstance(value, ModuleType) or "[" in name:
            continue
        if module.__name__.startswith("anthropic.types") or name in getattr(module, "__all__", ()):
            if name not in ("annotations", "TYPE_CHECKING"):
                yield name
        elif isinstance(home, str) and home.startswith(module.__name__):
            is_variant = ".resources" in module.__name__ and (name.endswith(FORMS) or name.startswith("Async"))
            if not is_variant:
                yield name


def lines() -> Iterator[str]:
    yield f"anthropic: {' '.join(sorted(anthropic.__all__))}"
    of_one_type: dict[str, list[str]] = {}
    for info in sorted(pkgutil.walk_packages(anthropic.__path__, "anthropic."), key=lambda info: info.name):
        package, _, last = info.name.removeprefix("anthropic").rpartition(".")
        if "._" in info.name:
            continue
        if package.startswith(".types") and not info.ispkg:
            of_one_type.setdefault(package, []).append(last)
            continue
        names = sorted({*own_names(importlib.import_module(info.name))})
        yield f"{package}.{last}: {' '.join(names)}".rstrip()
    for package, modules in of_one_type.items():
        yield f"{package}.*: {' '.join(modules)}"


if __name__ == "__main__":
    heading = f"# The public names of anthropic {anthropic.__version__}, written by write_official_names.py."
    Path(__file__).with_name("official_names.txt").write_text("\n".join([heading, *lines(), ""]))
