"""What holds for the repository as a whole, and would otherwise only be a promise in a document."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

import pytest

import claude_client
from claude_client import AsyncClient, Client
from claude_client.core.endpoint import Resource
from every import every

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "claude_client"
ARCHITECTURE = ROOT / "docs" / "architecture.md"

TOP_LEVEL = {
    ".ci",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "benchmarks",
    "docs",
    "examples",
    "findings",
    "pyproject.toml",
    "scripts",
    "src",
    "tests",
}

# ---- imports ------------------------------------------------------------------------------------------------

Module: TypeAlias = tuple[str, ...]
"""A module of the package by the parts of its name."""

ROOMS_AND_MODULES = 13
"""What the root of the package may hold, beside the rooms of later areas and public names of modules further down."""
FACADES = {"middleware", "schemas"}
LATER = {"__main__", "cli", "platforms", "credentials", "jobs", "limits", "sessions", "threads", "webhooks", "dropin"}


def is_module(name: Module) -> bool:
    path = PACKAGE.joinpath(*name)
    return path.is_dir() or path.with_suffix(".py").exists()


def imports_of(path: Path) -> Iterator[Module]:
    """The modules of the package that a file imports: at its top, inside functions, and for type checkers alone."""
    package = path.relative_to(PACKAGE).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            module = (*package[: len(package) - node.level + 1], *filter(None, (node.module or "").split(".")))
            named = [(*module, alias.name) for alias in node.names]
            yield from (each if is_module(each) else module for each in named)


@lru_cache(maxsize=1)
def imports() -> dict[Module, set[Module]]:
    """What each module of the package imports of it; the version stands in the package itself."""
    found: dict[Module, set[Module]] = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        module = parts[:-1] if parts[-1] == "__init__" else parts
        if module:
            found[module] = {*imports_of(path)} - {()}
    return found


@lru_cache(maxsize=1)
def allowed_imports() -> dict[str, set[str]]:
    """What each room may import, from the table in the document, in its order."""
    table = ARCHITECTURE.read_text("utf-8").partition("| room | what it is for | may import |")[2]
    rows = re.findall(r"^\| `([\w.]+)` \|[^|]*\|([^|]*)\|$", table.partition("\n\n")[0], re.MULTILINE)
    return {room: set(re.findall(r"`([\w.]+)`", allowed)) for room, allowed in rows}


def room_of(module: Module) -> str:
    """The row of the table that a module stands in: its own, or that of its room."""
    own = ".".join(module[:2])
    return own if own in allowed_imports() else module[0]


def test_every_room_imports_only_what_the_architecture_lets_it() -> None:
    allowed = allowed_imports()
    beyond = {
        (".".join(module), ".".join(each))
        for module, imported in imports().items()
        for each in imported
        if room_of(each) not in {room_of(module), *allowed.get(room_of(module), ())}
    }

    assert {room_of(module) for module in imports()} == allowed.keys()
    assert beyond == set()


def test_the_architecture_lets_imports_point_downwards_only() -> None:
    allowed = allowed_imports()
    order = list(allowed)

    upwards = [(a, b) for a in order for b in allowed[a] if order.index(b) <= order.index(a)]

    assert upwards == []


def test_no_files_import_each_other_but_types_of_content() -> None:
    graph = {module: sorted(each for each in imported if each != module) for module, imported in imports().items()}
    circles = [circle for circle in strongly_connected(graph) if len(circle) > 1]

    assert [circle for circle in circles if not all(module[0] == "types" for module in circle)] == []
    assert len(circles) <= 1


def strongly_connected(graph: dict[Module, list[Module]]) -> Iterator[list[Module]]:
    """The sets of nodes that can all be reached from each other (Tarjan)."""
    index: dict[Module, int] = {}
    low: dict[Module, int] = {}
    stack: list[Module] = []

    def visit(node: Module) -> Iterator[list[Module]]:
        index[node] = low[node] = len(index)
        stack.append(node)
        for following in graph.get(node, ()):
            if following not in index:
                yield from visit(following)
                low[node] = min(low[node], low[following])
            elif following in stack:
                low[node] = min(low[node], index[following])
        if low[node] == index[node]:
            at = stack.index(node)
            yield stack[at:]
            del stack[at:]

    for node in graph:
        if node not in index:
            yield from visit(node)


def test_the_root_of_the_package_holds_few_rooms() -> None:
    entries = {path.stem if path.suffix == ".py" else path.name for path in PACKAGE.iterdir()}
    rooms = entries - {"__init__", "__init__.pyi", "__pycache__", "py.typed"}

    assert len(rooms - LATER - FACADES) <= ROOMS_AND_MODULES
    assert rooms == {room for room in allowed_imports() if "." not in room}


def test_importing_the_package_imports_neither_httpx_nor_pydantic() -> None:
    code = "import sys, claude_client; print(*sorted({'httpx', 'pydantic', 'pydantic_core', 'anyio'} & {*sys.modules}))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_importing_the_clients_builds_no_model_and_imports_no_http_library() -> None:
    code = (
        "import sys\n"
        "from claude_client import AsyncClient, Client\n"
        "AsyncClient(api_key='x'), Client(api_key='x')\n"
        "print(*sorted({'httpx', 'httpcore', 'pydantic.main', 'anyio', 'asyncio', 'difflib'} & {*sys.modules}))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


# ---- the public names ---------------------------------------------------------------------------------------


def test_type_checkers_and_the_interpreter_find_the_public_names_in_the_same_places() -> None:
    stub = ast.parse((PACKAGE / "__init__.pyi").read_text("utf-8"))
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom) and node.module is not None]
    # Under another name it is imported with an underscore first, and then given that name.
    told = {
        (alias.name if alias.asname == alias.name else str(alias.asname)[1:]): getattr(
            import_module(f"claude_client.{node.module}"), alias.name
        )
        for node in imports
        for alias in node.names
    }

    assert {*claude_client.__all__} == {*told, "types", "__version__"}
    assert [name for name, value in told.items() if getattr(claude_client, name) is not value] == []


def test_a_star_import_brings_every_public_name() -> None:
    code = "from claude_client import *; import claude_client; print({*claude_client.__all__} - {*globals()})"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


@every("name", claude_client.__all__)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(claude_client, name) is not None


def test_the_package_tells_type_checkers_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


# ---- once, not twice ----------------------------------------------------------------------------------------


def resources_of(resource: object, path: str, above: frozenset[type[object]]) -> Iterator[tuple[str, type[object]]]:
    """The class of each resource that hangs on `resource`, views left out, by its path from the client."""
    for name in dir(type(resource)):
        if not name.startswith(("_", "with_")) and isinstance(value := getattr(resource, name), Resource):
            yield f"{path}.{name}", type(value)
            if type(value) not in above:
                yield from resources_of(value, f"{path}.{name}", above | {type(value)})


def test_both_clients_have_the_same_resource_classes() -> None:
    found = dict(resources_of(Client(), "client", frozenset()))

    assert found == dict(resources_of(AsyncClient(), "client", frozenset()))
    assert found


def test_no_resource_class_or_method_exists_twice() -> None:
    classes: list[str] = []
    for path in sorted((PACKAGE / "resources").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, (ast.AsyncFunctionDef, ast.Await))], path
        for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            classes.append(f"{path.stem}.{cls.name}")
            methods = [node for node in cls.body if isinstance(node, ast.FunctionDef)]
            written = [m.name for m in methods if "overload" not in map(ast.unparse, m.decorator_list)]
            assert len(written) == len(set(written)), cls.name

    bare = [re.sub(r"\.(Async|Sync|Beta)", ".", name) for name in classes]

    assert len(bare) == len(set(bare))


# ---- files --------------------------------------------------------------------------------------------------


def test_the_top_level_has_no_entry_without_need() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")

    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert {name.partition("/")[0] for name in done.stdout.split("\0") if name} <= TOP_LEVEL


def test_every_run_time_dependency_has_a_lower_bound_and_no_upper_one() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.findall(r'^    "(.+)",$', text.partition("dependencies = [")[2].partition("]")[0], re.MULTILINE)
    extras = re.findall(r'"([^"]+)"', text.partition("[project.optional-dependencies]")[2].partition("\n[")[0])

    odd = [line for line in (*listed, *extras) if not re.fullmatch(r"[\w-]+>=[\d.]+", line)]

    assert listed
    assert odd == []
