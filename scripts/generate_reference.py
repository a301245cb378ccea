"""Write the reference pages of what is generated, and list them on the site; `--check` only compares.

A module that a page by hand shows is left to that page.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from generate_types import FACTS, tomllib

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "reference"
SITE = ROOT / "scripts" / "site" / "mkdocs.yml"
TYPES = ROOT / "src" / "claude_client" / "types"
RESOURCES = ROOT / "src" / "claude_client" / "resources"
MARK = "<!-- Written by scripts/generate_reference.py. -->\n"
OPTIONS = """    options:
      show_root_heading: false
      heading_level: 2
      show_root_toc_entry: false
      show_bases: true
"""
EXAMPLES: dict[str, str] = tomllib.loads((FACTS / "operations.toml").read_text("utf-8"))["examples"]
GENERATED = "Written by `scripts/generate_resources.py`."
HEADINGS = {"responses": "Responses", "params": "Parameters"}


def generate() -> dict[Path, str]:
    """The text of each page, and of the site's list of pages, by its path."""
    files: dict[Path, str] = {}
    by_hand = "".join(text for page in PAGES.rglob("*.md") if MARK not in (text := page.read_text("utf-8")))
    subjects = sorted({module.stem for side in HEADINGS for module in (TYPES / side).glob("[a-z]*.py")})
    entries: list[str] = []
    for subject in subjects:
        shown = [
            (heading, name)
            for side, heading in HEADINGS.items()
            if (TYPES / side / f"{subject}.py").exists()
            and f"::: {(name := f'claude_client.types.{side}.{subject}')}\n" not in by_hand
        ]
        if shown:
            sections = [f"## {heading}\n\n::: {name}\n{OPTIONS}" for heading, name in shown]
            path = PAGES / "types" / f"{subject}.md"
            files[path] = "\n".join([f"# {_title(subject)}\n", MARK, *sections])
            entries.append(f"          - {_title(subject)}: reference/types/{subject}.md\n")
    site = _between(SITE.read_text("utf-8"), "types", entries)
    entries = []
    for module in sorted(RESOURCES.rglob("[a-z]*.py"), key=lambda path: (path.parent.name == "admin", path.stem)):
        name = ".".join(module.relative_to(RESOURCES.parents[1]).with_suffix("").parts)
        source = module.read_text("utf-8")
        # The class of the area comes last, after those below it.
        classes = [*reversed(re.findall(r"^class (\w+)\(", source, re.MULTILINE))]
        if GENERATED in source and not re.search(rf"^::: {re.escape(name)}\.", by_hand, re.MULTILINE):
            admin = module.parent.name == "admin"
            path = PAGES / ("admin" if admin else "") / f"{module.stem}.md"
            title = _title(module.stem)
            where = f"client.{'organization.' if admin else ''}{module.stem}"
            sections = [f"::: {name}.{each}\n" for each in classes]
            area = f"admin.{module.stem}" if admin else module.stem
            if area not in EXAMPLES:
                sys.exit(f"{FACTS / 'operations.toml'} needs a program that runs under [examples]: {area}")
            program = f"```python\n{EXAMPLES[area]}```\n"
            files[path] = "\n".join([f"# {title}\n", MARK, f"`{where}`\n", program, *sections])
            entries.append(f"      - {'Admin, ' if admin else ''}{title}: {path.relative_to(PAGES.parent)}\n")
    files[SITE] = _between(site, "resources", entries)
    return files


def _title(subject: str) -> str:
    words = subject.replace("_", " ").replace("rbac", "RBAC").replace("claude code", "Claude Code")
    return words[0].upper() + words[1:]


def _between(text: str, what: str, entries: list[str]) -> str:
    """`text` with `entries` between the two lines that say where they stand."""
    pattern = rf"( *# generated: {what}\n).*?( *# end\n)"
    return re.sub(pattern, lambda found: found[1] + "".join(entries) + found[2], text, count=1, flags=re.DOTALL)


def main() -> int:
    """Run the command line."""
    files = generate()
    written = {page for page in PAGES.rglob("*.md") if MARK in page.read_text("utf-8")}
    stale = [
        path
        for path in sorted(written | set(files))
        if (path.read_text("utf-8") if path.exists() else "") != files.get(path, "")
    ]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of step: run scripts/generate_reference.py")
        return 1 if stale else 0
    for path in stale:
        if path in files:
            path.write_text(files[path], "utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
