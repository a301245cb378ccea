"""What the site has beyond the pages of docs/.

- In the repository the pages link to the changelog and the examples, as a code host shows them. Here those are pages.
- The name of a public class or method is a link to the reference wherever it stands as code, and none is missing there.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import Any

try:
    import tomllib
except ImportError:  # Python 3.10; mkdocstrings depends on it
    import tomli as tomllib

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocstrings import Inventory

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "claude_client"
RESOURCES = {
    "messages": "messages.Messages",
    "messages.batches": "batches.Batches",
    "models": "models.Models",
    "files": "files.Files",
    "skills": "skills.Skills",
    "skills.versions": "skills.Versions",
    "completions": "completions.Completions",
    "organization": "admin.Organization",
    "organization.users": "admin.users.Users",
    "organization.invites": "admin.invites.Invites",
    "organization.workspaces": "admin.workspaces.Workspaces",
    "organization.workspaces.members": "admin.workspaces.Members",
    "organization.api_keys": "admin.api_keys.APIKeys",
    "organization.usage_report": "admin.usage_report.UsageReport",
    "organization.cost_report": "admin.cost_report.CostReport",
}
"""The class of what hangs on a client."""

# Inline code, or something that stays as it is: a link, a heading, a block of code.
CODE = re.compile(r"<(a|autoref|h[1-6]|pre)\b.*?</\1>|<code>(@?[\w.]+)(\([^<]*\))?</code>", re.DOTALL)

PAGES: dict[str, tuple[str, str]] = {}
"""The pages as Markdown, with their titles, as they were read."""

# What searches are for is in the guides and the reference; whole programs would bury it.
UNSEARCHED = "---\nsearch:\n  exclude: true\n---\n\n"


@lru_cache(maxsize=1)
def outside() -> dict[str, str]:
    """The text of each page that is made of a file outside docs/, by that file's path in the repository."""
    pages = {"CHANGELOG.md": (ROOT / "CHANGELOG.md").read_text("utf-8")}
    for example in sorted((ROOT / "examples").rglob("*.py")):
        path = example.relative_to(ROOT).as_posix()
        title = example.stem.replace("_", " ").capitalize()
        pages[path] = f"{UNSEARCHED}# {title}\n\n```python\n{example.read_text('utf-8')}```\n"
    for notebook in sorted((ROOT / "examples").rglob("*.ipynb")):
        path = notebook.relative_to(ROOT).as_posix()
        pages[path] = UNSEARCHED + "\n\n".join(cells_of(notebook, dirname(path)))
    return pages


def cells_of(notebook: Path, folder: str) -> Iterator[str]:
    """The cells of a notebook as Markdown. Its links lead into the repository, as it is opened there."""

    def link(match: re.Match[str]) -> str:
        path = normpath(f"{folder}/{match[1]}")
        # A page of docs/ is at the top of the site, and one made of an example where the example is.
        return f"]({relpath(path.removeprefix('docs/') if path.startswith('docs/') else page_of(path), folder)})"

    for cell in run_notebook(notebook)["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "code":
            yield f"```python\n{text}\n```"
            yield from map(output_of, cell.get("outputs", []))
        else:
            yield re.sub(r"\]\(([^)#:\s]+)\)", link, text)


def run_notebook(notebook: Path) -> Any:
    """A notebook with the outputs that it has on the sandbox: it is kept without any."""
    import nbformat
    from nbclient import NotebookClient

    found = nbformat.read(notebook, as_version=4)
    kept = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith("ANTHROPIC_")}
    os.environ["ANTHROPIC_BASE_URL"] = "sandbox:"
    try:
        folder = {"metadata": {"path": str(notebook.parent)}}
        NotebookClient(found, timeout=120, kernel_name="python3", resources=folder).execute()
    finally:
        del os.environ["ANTHROPIC_BASE_URL"]
        os.environ.update(kept)
    return found


def output_of(output: Any) -> str:
    """What a cell has shown, as Markdown: HTML and pictures as they are, text as text."""
    data = output.get("data", {})
    if "text/html" in data:
        # On one line, as a blank line would end the HTML for Markdown; but `<pre>` keeps its lines.
        lines = re.sub(r"\n", "&#10;", "".join(data["text/html"]))
        return f'<div class="cell-output">{lines}</div>'
    if "image/png" in data:
        picture = f"data:image/png;base64,{data['image/png'].strip()}"
        return f'<div class="cell-output"><img alt="A chart." src="{picture}"></div>'
    text = "".join(output.get("text") or data.get("text/plain", "")).rstrip()
    plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)
    return f"```text\n{plain}\n```" if plain else ""


def page_of(path: str) -> str:
    """Where the site has the page that is made of the file at `path`."""
    return "changelog.md" if path == "CHANGELOG.md" else str(Path(path).with_suffix(".md").as_posix())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    settings = pyproject()["tool"]["claude-client"]
    config.repo_url = settings["repository"]
    config.repo_name = "claude-client"
    config.edit_uri = "edit/main/docs/"
    config.copyright = f"claude-client {version()}"
    examples = next(entry for entry in config.nav or [] if "Examples" in entry)
    examples["Examples"] = [page_of(path) for path in outside() if path.startswith("examples/")]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for path, text in outside().items():
        files.append(File.generated(config, page_of(path), content=text))
    return files


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def version() -> str:
    found = re.search(r'^__version__ = "(.+)"$', (PACKAGE / "__init__.py").read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    if page.file.src_uri.startswith("guides/"):
        page.meta.setdefault("search", {})["boost"] = 8  # a search finds the guide about a subject first
    elif page.file.src_uri.startswith("reference/"):
        page.meta.setdefault("search", {})["boost"] = 0.2
    PAGES[page.file.src_uri] = (page.title or "", markdown)
    markdown = re.sub(r"(pip install ')\.(?=\[)", rf"\g<1>{pyproject()['tool']['claude-client']['install']}", markdown)
    here = dirname(page.file.src_uri)

    def link(match: re.Match[str]) -> str:
        path = normpath(f"docs/{here}/{match[1]}")
        if path not in outside():
            return match[0]
        return f"]({relpath(page_of(path), here or '.')})"

    markdown = re.sub(r"\]\(((?:\.\./)+[^)#\s]+)\)", link, markdown)
    # The name of the file that a block is, which the tests read, as its title.
    return re.sub(r"^```(\w+) (\S+)$", r'```\1 title="\2"', markdown, flags=re.MULTILINE)


def on_page_content(html: str, **_: Any) -> str:
    names = public_names()

    def link(match: re.Match[str]) -> str:
        name = match[2] and match[2].removeprefix("@")
        path, _, method = (name or "").removeprefix("client.").removeprefix("beta.").rpartition(".")
        if name in names and (name[0].isupper() or match[0] == f"<code>@{name}</code>" or match[3]):
            return f'<autoref identifier="{names[name]}">{match[0]}</autoref>'
        if path in RESOURCES and match[3]:
            identifier = f"claude_client.resources.{RESOURCES[path]}.{method}"
            return f'<autoref identifier="{identifier}">{match[0]}</autoref>'
        return match[0]

    return CODE.sub(link, html)


@lru_cache(maxsize=1)
def public_names() -> dict[str, str]:
    """Where each public name is."""
    types = {name: f"claude_client.types.{name}" for name in exported(PACKAGE / "types" / "__init__.pyi")}
    sandbox = {name: f"claude_client.sandbox.{name}" for name in exported(PACKAGE / "sandbox" / "__init__.py")}
    top = {name: f"claude_client.{name}" for name in of_the_package()}
    return {**types, **sandbox, **top}


def of_the_package() -> list[str]:
    """The public names of the package itself, from the table that it finds them by."""
    body = ast.parse((PACKAGE / "__init__.py").read_text("utf-8")).body
    table = next(
        node.value for node in body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_EXPORTS"
    )
    named = ", ".join(ast.literal_eval(table).values()).split(", ")
    return [name.rpartition(" as ")[2] for name in named]


def exported(module: Path) -> list[str]:
    """The names in `__all__` of a module."""
    assignments = [node for node in ast.parse(module.read_text("utf-8")).body if isinstance(node, ast.Assign)]
    lists = [node.value for node in assignments if ast.unparse(node.targets[0]) == "__all__"]
    return list(ast.literal_eval(lists[0]))


def on_post_build(config: MkDocsConfig) -> None:
    write_for_models(Path(config.site_dir), config.site_description or "")
    with Path(config.site_dir, "objects.inv").open("rb") as file:
        shown = Inventory.parse_sphinx(file)
    missing = sorted(set(public_names().values()) - {*shown})
    if missing:
        raise PluginError(f"the reference has no {', '.join(missing)}: add them to a page of docs/reference/")


def write_for_models(site: Path, description: str) -> None:
    """What a model reads: a list of the pages, and the guides as one text. https://llmstxt.org"""
    lines = ["# claude-client", "", f"> {description}", ""]
    whole = [*lines]
    groups = {"Guides": ("", "guides/"), "Reference": ("reference/",), "Examples": ("examples/",)}
    for heading, folders in groups.items():
        lines += [f"## {heading}", ""]
        for path, (title, text) in sorted(PAGES.items(), key=lambda page: (page[0].count("/"), page[0])):
            folder = path[: path.find("/") + 1]
            if folder not in folders or path == "changelog.md":
                continue
            address = str(Path(path).with_suffix(".html").as_posix())
            lines.append(f"- [{title}]({address}): {first_sentence(text)}".removesuffix(": "))
            if heading == "Guides":
                whole += [text.strip(), ""]
        lines.append("")
    (site / "llms.txt").write_text("\n".join(lines), "utf-8")
    (site / "llms-full.txt").write_text("\n".join(whole), "utf-8")


def first_sentence(text: str) -> str:
    """What a page says it is for: the first sentence of its first paragraph."""
    for block in re.split(r"\n\s*\n", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)):
        if re.match(r"[A-Z`*]", block):
            plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", " ".join(block.split()))
            return re.split(r"(?<=[.:]) (?=[A-Z`])", plain)[0].rstrip(":")
    return ""
