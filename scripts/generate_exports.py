"""Writes `src/claude_client/__init__.pyi` from the table of public names in `__init__.py`; `--check` only compares.

Type checkers cannot follow names that are looked up in a table. The stub tells them where each one is.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "claude_client"
STUB = PACKAGE / "__init__.pyi"
HEADER = "# Written by scripts/generate_exports.py from the table in __init__.py.\n# ruff: noqa: I001\n\n"


def read_exports() -> dict[str, str]:
    """The table `_EXPORTS`, read without importing the package."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_EXPORTS":
            exports: dict[str, str] = ast.literal_eval(node.value)
            return exports
    raise SystemExit("__init__.py has no table _EXPORTS")


def write_stub(exports: dict[str, str]) -> str:
    """The text of the stub: each name imported from its module, under its own name again to be public."""
    lines = ["from . import types as types"]
    renamed: list[str] = []
    for module, names in sorted(exports.items()):
        each_name = sorted(names.split(", "), key=lambda each: each.partition(" as ")[0].lower())
        for name in each_name:
            inside, _, public = name.partition(" as ")
            # Under another name an import is no export to type checkers.
            lines.append(f"from .{module} import {inside} as {f'_{public}' if public else inside}")
            renamed += [f"{public} = _{public}"] if public else []
    return HEADER + "\n".join([*lines, "", *renamed]) + "\n\n__version__: str\n"


def main() -> int:
    """Write the stub, or say that it is out of step."""
    text = write_stub(read_exports())
    if "--check" not in sys.argv:
        STUB.write_text(text, "utf-8")
    elif not STUB.is_file() or STUB.read_text("utf-8") != text:
        print(f"{STUB.name} is out of step with __init__.py: run python scripts/generate_exports.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
