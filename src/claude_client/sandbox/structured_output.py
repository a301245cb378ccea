"""Which JSON schemas the API takes for structured output and strict tools: fewer than JSON Schema has.

An object names all of its fields, so `additionalProperties` is false, and a schema does not contain itself.

API: https://platform.claude.com/docs/en/build-with-claude/structured-outputs
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast

from .errors import invalid
from .json_utils import Object, member, members

_BY_NAME: Final = ("properties", "patternProperties")
_ONE: Final = ("items", "not")
_SEVERAL: Final = ("anyOf", "oneOf", "allOf", "prefixItems", "items")


def check_schemas(body: Object) -> None:
    """Refuse a body of `messages` with a schema that the API does not take.

    Raises:
        Refusal: There is one.
    """
    output_format = member(member(body, "output_config"), "format")
    if "schema" in output_format:
        check_schema(output_format["schema"], "output_config.format.schema")
    for index, tool in enumerate(members(body, "tools")):
        if tool.get("strict") and "input_schema" in tool:
            check_schema(tool["input_schema"], f"tools.{index}.custom.input_schema")


def check_schema(schema: Object, where: str) -> None:
    """Refuse a schema for structured output that the API does not take; `where` is its path in the body."""
    checking = _Checking(schema, where)
    try:
        checking.check(schema, "#")
    except RecursionError:
        raise invalid(f"{where}: Schema is too complex") from None


class _Checking:
    def __init__(self, root: Object, where: str) -> None:
        self._root = root
        self._where = where
        self._open: list[str] = []
        """The references that lead to where the check is."""
        self._done: set[str] = set()

    def check(self, schema: Any, path: str) -> None:
        if not isinstance(schema, dict):
            return
        given = cast("Object", schema)
        if given.get("additionalProperties", False) is not False:
            raise invalid(
                f"{self._where}: For 'object' type, 'additionalProperties' must be explicitly set to false ({path})"
            )
        reference = given.get("$ref")
        if isinstance(reference, str):
            self._follow(reference, path)
        for below, part in _parts(given):
            self.check(part, f"{path}/{below}")

    def _follow(self, reference: str, path: str) -> None:
        if reference in self._open or reference == "#":
            raise invalid(f"{self._where}: Recursive schemas are not supported: {reference} contains itself ({path})")
        if reference in self._done:
            return
        if not reference.startswith("#"):
            raise invalid(f"{self._where}: External references are not supported: {reference[:200]} ({path})")
        self._open.append(reference)
        self.check(self._target(reference, path), reference)
        self._open.pop()
        self._done.add(reference)

    def _target(self, reference: str, path: str) -> Any:
        found: Any = self._root
        for part in reference.removeprefix("#").removeprefix("/").split("/"):
            name = part.replace("~1", "/").replace("~0", "~")
            try:
                found = cast("Any", found[int(name)] if isinstance(found, list) else found[name])
            except (LookupError, TypeError, ValueError):
                raise invalid(f"{self._where}: Reference not found: {reference[:200]} ({path})") from None
        return found


def _parts(schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The schemas in a schema, each with its path below it; definitions count where they are referred to."""
    for name in _BY_NAME:
        below = schema.get(name)
        if isinstance(below, dict):
            yield from ((f"{name}/{key}", part) for key, part in cast("Object", below).items())
    for name in _ONE:
        yield name, schema.get(name)
    for name in _SEVERAL:
        below = schema.get(name)
        if isinstance(below, list):
            yield from ((f"{name}/{index}", part) for index, part in enumerate(cast("Sequence[Any]", below)))
