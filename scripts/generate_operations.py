"""Write `src/claude_client/telemetry/_operations.py`, each operation's name by its path; `--check` only compares."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from generate_types import FACTS, ROOT, Json, compare, formatted

TARGET = ROOT / "src" / "claude_client" / "telemetry"
MARK = "Written by `scripts/generate_operations.py`."

HEAD = f'''"""The operations of the API, as spans name them, by verb and path.

{MARK}
"""

from __future__ import annotations

from typing import Final

OPERATIONS: Final = {{
'''


def generate() -> dict[str, str]:
    """The module by its name, formatted."""
    facts: Json = json.loads((FACTS / "openapi.json").read_text("utf-8"))
    rows: dict[str, str] = {}
    for path, verbs in facts["paths"].items():
        for verb, operation in verbs.items():
            if isinstance(operation, dict) and "operationId" in operation:
                name: str = operation["operationId"]
                # As the official package calls it.
                rows[f"{verb.upper()} {path.partition('?')[0]}"] = (
                    f"organization.{name.removeprefix('admin.')}" if name.startswith("admin.") else name
                )
    table = "".join(f"    {place!r}: {name!r},\n" for place, name in sorted(rows.items()))
    return formatted({"_operations.py": f"{HEAD}{table}}}\n"})


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
