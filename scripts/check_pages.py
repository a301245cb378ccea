"""Type-checks the code of the pages: README.md and docs/. `scripts/check` runs it, as it needs pyright.

The blocks of a page are one program, run from top to bottom as a notebook is; those that have a file's name are files.
Every line keeps its place, so that what pyright says points into the page.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python(?: ([\w./]+))?\n(.*?)^```", re.DOTALL | re.MULTILINE)
OF_A_NOTEBOOK = ('"await" allowed only within async function', 'Use of "async" not allowed outside of async function')
SETTINGS = {
    "typeCheckingMode": "standard",
    "pythonVersion": "3.10",
    "reportMissingImports": False,  # what some pages use is not among the packages for checks
    "reportRedefinition": False,
    "reportUnusedExpression": False,  # what a cell ends with is shown
}


def files_of(page: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each file that the blocks of a page are, at their lines."""
    text = page.read_text("utf-8")
    lines: dict[str, list[str]] = {}
    for block in BLOCK.finditer(text):
        start = text.count("\n", 0, block.start(2))
        file = lines.setdefault(block[1] or "page.py", [])
        file.extend([""] * (start - len(file)))
        file.extend(block[2].splitlines())
    for name, content in lines.items():
        yield name, "\n".join(content) + "\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        pages: dict[str, Path] = {}
        for number, page in enumerate(PAGES):
            for name, text in files_of(page):
                file = Path(folder).resolve() / f"page{number}" / name
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
                pages[str(file)] = page.relative_to(ROOT)
        # Each page is a folder that its files import from.
        roots = [{"root": f"page{number}"} for number in range(len(PAGES)) if (Path(folder) / f"page{number}").exists()]
        settings = {**SETTINGS, "executionEnvironments": roots}
        (Path(folder) / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
        command = ["pyright", "--outputjson", "--pythonpath", sys.executable, "--project", folder]
        done = subprocess.run(command, capture_output=True, text=True)
        found = [each for each in json.loads(done.stdout)["generalDiagnostics"] if each["message"] not in OF_A_NOTEBOOK]
    for each in found:
        print(f"{pages[each['file']]}:{each['range']['start']['line'] + 1}: {each['message']}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
