"""Write `src/claude_client/errors/codes.py`, a class for each error code of the facts; `--check` only compares."""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path

from generate_types import FACTS, ROOT, Json, compare, formatted, tomllib

TARGET = ROOT / "src" / "claude_client" / "errors"
LINE = 110
MARK = "Written by `scripts/generate_errors.py`."

RENAMED = {"PaymentRequiredError": "BillingError", "ContentTooLargeError": "RequestTooLargeError"}
"""Classes of statuses that are called otherwise here; the names of the facts are other names for them."""

HEAD = f'''"""A class for each error code of the API, below the class of its status. Loaded when one is named or raised.

{MARK}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from .hierarchy import APIStatusError, %(bases)s

if TYPE_CHECKING:
    from ..types import %(details)s
'''


def generate() -> dict[str, str]:
    """The module by its path, formatted."""
    facts: Json = json.loads((FACTS / "constants.json").read_text("utf-8"))["errors"]
    sentences: Json = tomllib.loads((FACTS / "docstrings.toml").read_text("utf-8"))["errors"]
    codes = sorted(facts["error_codes"], key=lambda each: each["class"])
    bases = {status: RENAMED.get(name, name) for status, name in facts["status_to_class"].items()}
    parts = [
        HEAD
        % {
            "bases": ", ".join(sorted({bases[str(each["status"])] for each in codes})),
            "details": ", ".join(f"{each['class']}Details" for each in codes),
        }
    ]
    for each in codes:
        code, status = each["error_code"], each["status"]
        doc = textwrap.fill(f"{status} `{code}`. {sentences.get(code, '')}".rstrip(), LINE, subsequent_indent="    ")
        doc += "\n    " if "\n" in doc else ""
        parts.append(
            f'class {each["class"]}({bases[str(status)]}):\n    """{doc}"""\n\n    if TYPE_CHECKING:\n\n'
            f"        @property\n        def details(self) -> {each['class']}Details: ...\n"
        )
    table = "".join(f'    "{each["error_code"]}": {each["class"]},\n' for each in codes)
    parts.append(f'BY_CODE: Final[Mapping[str, type[APIStatusError]]] = {{\n{table}}}\n"""The class of each code."""\n')
    parts.append(f"__all__ = {[each['class'] for each in codes]}\n")
    parts.append(
        "for _each in BY_CODE.values():\n    _each.__module__ = __package__ or __name__  # where they are looked for\n"
    )
    return formatted({"codes.py": "\n\n".join(parts)})


def main() -> int:
    """Run the command line."""
    files = generate()
    if "--check" in sys.argv:
        return compare(files, TARGET, MARK, Path(__file__).name)
    for path, source in files.items():
        (TARGET / path).write_text(source, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
