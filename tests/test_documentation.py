"""The documentation is true: its code runs, its commands exist, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path

import pytest

from every import every
from fork_server import ForkServer

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINKING = [*PAGES, ROOT / "CHANGELOG.md", *sorted((ROOT / ".github").rglob("*.md"))]

# Runs the Python blocks of a page one after the other in one namespace, as a notebook does, `await` included. The
# lines of a block are at their place in the page, so that a traceback points there.
RUNNER = """
import ast, asyncio, inspect, re, sys, warnings

# A page may leave its client open, as a notebook does.
warnings.simplefilter("ignore", ResourceWarning)
page = sys.argv[1]
with open(page, encoding="utf-8") as file:
    text = file.read()
names = {"__name__": "__main__"}
loop = asyncio.new_event_loop()
for block in re.finditer(r"^```python\\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
    source = "\\n" * text.count("\\n", 0, block.start(1)) + block[1]
    code = compile(source, page, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    if code.co_flags & inspect.CO_COROUTINE:
        loop.run_until_complete(eval(code, names))
    else:
        exec(code, names)
loop.close()
"""


def sandbox_environment() -> dict[str, str]:
    """This environment, without keys and addresses of the API, for a program that is to run on the sandbox."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    platforms = ("", "AWS_", "BEDROCK_", "BEDROCK_MANTLE_", "FOUNDRY_", "GOOGLE_CLOUD_", "VERTEX_")
    addresses = {f"ANTHROPIC_{platform}BASE_URL": "sandbox:" for platform in platforms}
    return {**kept, **addresses, "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}


def blocks(page: Path, *languages: str) -> Iterator[str]:
    for language, code in re.findall(r"^```(\w*)\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        if language in languages:
            yield code


def commands(page: Path) -> Iterator[list[str]]:
    for code in blocks(page, "sh", "bash", "console"):
        for line in code.splitlines():
            for part in re.split(r" \| | < |=\$\(", line.replace(")\n", "")):
                if words := shlex.split(part.removesuffix(")") if "$(" in line else part, comments=True):
                    yield words


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [page for page in PAGES if [*blocks(page, "python")]], ids=name)
def test_the_code_of_a_page_runs_on_the_sandbox(page: Path, tmp_path: Path, fork_server: ForkServer) -> None:
    lay_out(page, tmp_path)
    done = fork_server.run("-c", RUNNER, page, cwd=tmp_path, env=sandbox_environment())

    assert (done.returncode, done.stderr) == (0, "")


def files(page: Path) -> dict[str, str]:
    """The blocks of a page that are files, by the names behind their language."""
    return dict(re.findall(r"^```python (\S+)\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE))


def lay_out(page: Path, folder: Path) -> None:
    """Write the files of a page into `folder`. Skips the test where a package that the page uses is not installed."""
    for file, source in files(page).items():
        folder.joinpath(file).write_text(source, "utf-8")
    for package in re.findall(
        r"^(?:from|import) (django|fastapi|flask|mcp|openai|pandas|matplotlib|rich)\b",
        page.read_text("utf-8"),
        re.MULTILINE,
    ):
        # matplotlib looks for fonts when it is first used on a machine, and may say so.
        pytest.importorskip("matplotlib.font_manager" if package == "matplotlib" else package)


# Those of the page on testing need a server to record from: tests/testing/test_recipes.py.
@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "testing.md" and files(page)], ids=name)
def test_the_files_of_a_page_run_on_the_sandbox(page: Path, tmp_path: Path, fork_server: ForkServer) -> None:
    lay_out(page, tmp_path)
    for file in files(page):
        if file.endswith("_server.py"):
            continue  # started by a block of the page
        as_test = ["-m", "pytest", "-q", "-p", "no:asyncio"] if file.startswith("test_") else []
        done = fork_server.run(
            *as_test,
            file,
            cwd=tmp_path,
            env=sandbox_environment(),
            input="When is high water in Galway?\n\n",  # for programs that ask for something
        )

        assert (done.returncode, done.stderr) == (0, ""), done.stdout


@every("page", PAGES, name)
def test_every_command_of_a_page_is_there(page: Path) -> None:
    for words in commands(page):
        if words[0].removeprefix("./").startswith("scripts/"):
            assert os.access(ROOT / words[0], os.X_OK), words
        elif words[:2] == ["pip", "install"]:
            assert_installable(words[2])
        elif words[:2] == ["python", "-m"]:
            done = subprocess.run([sys.executable, "-m", words[2], "--help"], capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            assert [flag for flag in words[3:] if flag.startswith("-") and flag not in done.stdout] == []
        elif words[0] == "claude-client":
            assert_command(words[1:])
        else:
            assert len(words) == 1 or words[0] in ("git", "cd", "export", "curl", "jq"), words


def assert_command(words: list[str]) -> None:
    """What is written of `claude-client` is one of its commands, with options that it has."""
    typer_main = pytest.importorskip("typer.main")
    from claude_client.cli.app import app

    command = typer_main.get_command(app)
    options = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
    for word in words:
        if word in (found := getattr(command, "commands", {})):
            command = found[word]
            options |= {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
    assert not getattr(command, "commands", {}) or words[0].startswith("--"), words
    if command.name != "sandbox":  # whose options are those of another program
        assert [word for word in words if word.startswith("--") and word not in options] == []


def assert_installable(requirement: str) -> None:
    wanted = re.fullmatch(r"(?:\.|claude-client)(?:\[([\w,-]+)\])?", requirement)
    assert wanted is not None
    assert set((wanted[1] or "sandbox").split(",")) <= {*metadata("claude-client").get_all("Provides-Extra", [])}


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every("page", LINKING, name)
def test_every_link_to_a_file_leads_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    for link in links:
        path, _, anchor = link.partition("#")
        if path.startswith(("https://", "mailto:")):
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_the_endpoint_that_contributors_see_is_one_of_the_package() -> None:
    guide = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    shown = re.findall(r"^   ```python\n(.*?)^   ```", guide, re.DOTALL | re.MULTILINE)
    models = (ROOT / "src" / "claude_client" / "resources" / "models.py").read_text("utf-8")
    written = {line.strip() for line in models.splitlines()}

    assert len(shown) == 1
    assert {line.strip() for line in shown[0].splitlines()} - written == {"..."}


def test_the_readme_says_how_to_start_and_how_to_test() -> None:
    assert {"./scripts/quickstart", "./scripts/test"} <= {words[0] for words in commands(ROOT / "README.md")}
