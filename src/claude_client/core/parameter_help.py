"""A sentence for each parameter that a docstring does not explain: of its `TypedDict`, or by its name.

Read when somebody asks for help, and never by a call.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from ..types._parameter_sentences import sentence_for

_ARGUMENTS = re.compile(r"^Args:\n(.*?)(?:^\S|\Z)", re.DOTALL | re.MULTILINE)
_ARGUMENT = re.compile(r"^ {4}(\w[\w, ]*): ", re.MULTILINE)


def explain(build: Callable[..., Any], names: Iterable[str], unpacked: type | None) -> dict[str, str]:
    """A sentence for each of `names` that the docstring of `build` does not explain.

    Args:
        build: The function.
        names: Its parameters, as callers see them.
        unpacked: The `TypedDict` whose keys are among them.
    """
    explained = {name.strip() for group in _explained(build) for name in group.split(",")}
    of_fields = dict(_field_sentences(unpacked)) if unpacked is not None else {}
    found = {name: of_fields.get(name) or sentence_for(name) for name in names if name not in explained}
    return {name: sentence for name, sentence in found.items() if sentence is not None}


def _explained(build: Callable[..., Any]) -> list[str]:
    """The names that the docstring has a line for."""
    arguments = _ARGUMENTS.search(inspect.cleandoc(build.__doc__ or ""))
    return [] if arguments is None else _ARGUMENT.findall(arguments[1])


def _field_sentences(typed_dict: Any) -> Iterator[tuple[str, str]]:
    """What the docstrings of a `TypedDict` say of its keys, those of its bases first."""
    for base in getattr(typed_dict, "__orig_bases__", ()):
        if isinstance(base, type) and hasattr(base, "__total__"):
            yield from _field_sentences(base)
    yield from _docstrings(typed_dict.__module__).get(typed_dict.__name__, {}).items()


@cache
def _docstrings(module: str) -> Mapping[str, Mapping[str, str]]:
    """The docstrings of the fields of each class of a module. Python does not keep them, so the source is read."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (OSError, TypeError):  # it was installed without its source
        return {}
    return {node.name: dict(_of_class(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(node.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            value = getattr(text.value, "value", None)
            if isinstance(value, str):
                yield field.target.id, " ".join(value.split())
