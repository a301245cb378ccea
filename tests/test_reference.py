"""The reference in docs/reference/ has every public name. That what it names exists is checked by `scripts/docs`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import claude_client
from claude_client import Client
from claude_client.core.endpoint import Resource
from claude_client.testing import plugin
from claude_client.types._index import modules
from every import every

MODULES = modules()

PAGES = sorted((Path(__file__).resolve().parents[1] / "docs" / "reference").rglob("*.md"))


def shown() -> Iterator[str]:
    """What the pages show. A module stands for all that is defined in it, unless it is shown without its members."""
    for page in PAGES:
        for name, options in re.findall(r"^::: ([\w.]+)\n((?: +.*\n)*)", page.read_text("utf-8"), re.MULTILINE):
            if "members: false" not in options.split("inherited_")[0]:
                yield name


SHOWN = frozenset(shown())


def is_shown(module: str, name: str, *other_names: str) -> bool:
    # The names of the package of errors are defined in its two modules.
    of_errors = {f"{module}.hierarchy", f"{module}.codes"} if module == "claude_client.errors" else set()
    if any(hasattr(import_module(each), name) for each in of_errors & SHOWN):
        return True
    return not SHOWN.isdisjoint({module, f"{module}.{name}", *other_names})


@every("name", sorted({*claude_client.__all__} - {"types"}))
def test_every_name_of_the_package_is_in_the_reference(name: str) -> None:
    home = f"claude_client.{claude_client._HOMES[name][0]}" if name in claude_client._HOMES else ""

    assert is_shown(home, name, f"claude_client.{name}")


@every("module", sorted(MODULES))
def test_every_type_is_in_the_reference(module: str) -> None:
    missing = [
        name
        for name in MODULES[module]
        if not is_shown(f"claude_client.types.{module}", name, f"claude_client.types.{name}")
    ]

    assert missing == []


@pytest.mark.parametrize("module", ["sandbox", "tools.mcp"])
def test_every_name_of_a_public_module_is_in_the_reference(module: str) -> None:
    names = public_names(f"claude_client.{module}")

    assert names
    assert [name for name in names if not is_shown(f"claude_client.{module}", name, f"claude_client.{name}")] == []


def public_names(module: str) -> list[str]:
    """What a module has in `__all__`, or else what is defined in it or below it and has no underscore."""
    found = import_module(module)
    names: list[str] = getattr(found, "__all__", None) or [name for name in dir(found) if not name.startswith("_")]
    return [name for name in names if getattr(getattr(found, name), "__module__", "").startswith(module)]


def test_every_fixture_marker_and_option_of_the_plugin_is_in_the_reference() -> None:
    page = next(page for page in PAGES if page.name == "testing.md").read_text("utf-8")
    source = Path(plugin.__file__).read_text("utf-8")

    fixtures = re.findall(r"^@pytest\.fixture\n(?:async )?def ([a-z]\w*)", source, re.MULTILINE)
    settings = re.findall(r'"(--claude-[\w-]+|claude_\w+(?=\(.*\): ))', source)

    assert len(fixtures) == 3
    assert len(settings) >= 5
    assert [name for name in fixtures if not is_shown(plugin.__name__, name)] == []
    assert [name for name in settings if name not in page] == []


def resources_of(resource: object, found: dict[type[object], str], path: str) -> dict[type[object], str]:
    """The class of each resource that hangs on `resource`, and how it is reached."""
    for name in dir(type(resource)):
        if name.startswith(("_", "with_", "beta")):
            continue
        value = getattr(resource, name)
        if isinstance(value, Resource) and type(value) not in found:
            found[type(value)] = f"{path}.{name}"
            resources_of(value, found, f"{path}.{name}")
    return found


def test_every_resource_is_in_the_reference() -> None:
    resources = resources_of(Client(), {}, "client")

    missing = {path for cls, path in resources.items() if not is_shown(cls.__module__, cls.__name__)}

    assert len(resources) > 10
    assert missing == set()


def test_the_page_of_an_area_begins_with_a_program() -> None:
    """That the programs run is checked by `test_documentation.py`."""
    of_areas = [page for page in PAGES if "\n::: claude_client.resources." in page.read_text("utf-8")]

    without = [page.name for page in of_areas if "```python\n" not in page.read_text("utf-8").partition("\n:::")[0]]

    assert len(of_areas) > 30
    assert without == ["client.md"]  # the verbs of HTTP, on the client's own page
