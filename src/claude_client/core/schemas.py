"""JSON schemas as the API takes them for structured output.

The API knows a part of JSON Schema. What it does not know is rewritten where that says the same, or becomes a part of
the description, where the model reads it. What it cannot do is refused here, with its place in the schema.
API: https://platform.claude.com/docs/en/build-with-claude/structured-outputs
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast
from urllib.parse import unquote

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema

T = TypeVar("T")

JSONSchema: TypeAlias = "dict[str, Any]"
Schema: TypeAlias = "Mapping[str, Any]"

_FORMATS: Final = frozenset(
    ("date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid")
)
_COMBINATIONS: Final = ("allOf", "anyOf", "oneOf")
_DEFINITIONS: Final = ("$defs", "definitions")
_NOT_SAID: Final = ("$schema", "$id", "$comment", "$anchor")
"""What is said to programs that read schemas, and neither to the API nor to the model."""
_KEYWORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "object": (
        "properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties",
        "maxProperties", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
    ),
    "array": (
        "items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains", "minContains",
        "maxContains", "unevaluatedItems",
    ),
    "string": ("format", "pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType", "contentSchema"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "boolean": (),
    "null": (),
}  # fmt: skip
"""The types of JSON Schema, and the keywords that say something of values of one type only."""
_MOST_PARTS: Final = 20_000
"""References that are written out may multiply; a schema with more parts than this is of no use to the model."""


def transform_schema(json_schema: type[T] | TypeAdapter[T] | Mapping[str, Any]) -> dict[str, Any]:
    """A JSON schema as the API takes it in `output_config={"format": {"type": "json_schema", "schema": ...}}`.

    Objects are closed, and constraints that the API does not enforce (`maximum`, `maxLength`, `pattern`, ...) move to
    the description. What stands beside a `$ref` is kept: the definition is written out there. Lists of types, `oneOf`,
    `allOf`, tuples and `definitions` are rewritten.

    Args:
        json_schema: A JSON schema, or a type that pydantic knows: a model, a dataclass, a `TypedDict`, a
            `TypeAdapter` and so on.

    Raises:
        TypeError: The type has no JSON schema.
        ValueError: The API has no form of a part of the schema, which is named: an object with free keys
            (`dict[str, int]`), one that contains itself, or one that does not say what it is.
    """
    if isinstance(json_schema, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"invalid schema of type {type(json_schema).__name__}: give json.loads() of it, or a type")
    return _Transformer(
        json_schema if isinstance(json_schema, Mapping) else schema_of(adapter_of(json_schema))
    ).transform()


def adapter_of(type_: type[T] | TypeAdapter[T]) -> TypeAdapter[T]:
    """What reads a `type_`.

    Raises:
        TypeError: pydantic does not know the type.
    """
    from pydantic import PydanticUserError, TypeAdapter

    if isinstance(type_, TypeAdapter):
        return type_
    try:
        return TypeAdapter(type_)
    except PydanticUserError as error:
        raise TypeError(f"{type_!r} is not a type that pydantic can read: {error.message}") from error


def schema_of(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    """The JSON schema of what `adapter` reads.

    Raises:
        TypeError: It has none.
    """
    from pydantic import PydanticUserError

    try:
        return adapter.json_schema(schema_generator=schema_generator())
    except PydanticUserError as error:
        raise TypeError(f"{adapter!r} has no JSON schema: {error.message}") from error


@cache
def schema_generator() -> type[GenerateJsonSchema]:
    """What makes the JSON schema of a type, in which each field has a name that it is read by."""
    from pydantic.json_schema import GenerateJsonSchema

    class Generator(GenerateJsonSchema):
        def model_field_schema(self, schema: Any) -> JSONSchema:
            _check_alias(schema)
            return super().model_field_schema(schema)

        def dataclass_field_schema(self, schema: Any) -> JSONSchema:
            _check_alias(schema)
            return super().dataclass_field_schema(schema)

        def typed_dict_field_schema(self, schema: Any) -> JSONSchema:
            _check_alias(schema)
            return super().typed_dict_field_schema(schema)

    return Generator


def first_alias(alias: object) -> str | None:
    """The first name that a value is read by, of a validation alias in the form of pydantic's core.

    Raises:
        TypeError: It is read from inside another value only, which no schema can show.
    """
    if alias is None or isinstance(alias, str):
        return alias
    choices = cast("Sequence[object]", alias)
    paths = [[*cast("Sequence[object]", each)] if isinstance(each, (list, tuple)) else [each] for each in choices]
    if choices and not isinstance(choices[0], (list, tuple)):
        # One path, not several.
        paths = [[*choices]]
    for path in paths:
        if len(path) == 1:
            return str(path[0])
    named = ".".join(map(str, paths[0]))
    raise TypeError(
        f"a field is read from inside of another one, AliasPath({named}), which a JSON schema cannot show: give it a "
        "name of its own, such as by AliasChoices(name, AliasPath(...))"
    )


def _check_alias(field: Schema) -> None:
    first_alias(field.get("validation_alias"))


class _Transformer:
    """Adapts one schema. References are looked up in it, and followed once at a time."""

    def __init__(self, root: Schema) -> None:
        self._root = root
        self._definitions: dict[str, Any] = {}
        """Those that are referred to, as the API takes them."""
        self._open: list[str] = []
        """The references that lead to where the transformer is."""
        self._scopes: list[Schema] = []
        """The definitions inside of the schemas around it."""
        self._parts = 0

    def transform(self) -> dict[str, Any]:
        """The schema as the API takes it."""
        made = self._schema(self._root, "the schema")
        return {"$defs": self._definitions, **made} if self._definitions else made

    def _schema(self, given: object, where: str) -> dict[str, Any]:
        """`given` as the API takes it; `where` says in an error which part of the whole it is."""
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise ValueError(
                f"the schema is too large: more than {_MOST_PARTS} parts once its references are written out"
            )
        if not isinstance(given, Mapping):
            raise ValueError(
                f"{where} has to have a type: {given!r} allows {'nothing' if given is False else 'anything'}"
            )
        rest = {name: value for name, value in cast("Schema", given).items() if name not in _NOT_SAID}
        scopes = [cast("Schema", rest.pop(name)) for name in _DEFINITIONS if isinstance(rest.get(name), Mapping)]
        self._scopes += scopes
        try:
            return self._without_definitions(rest, where)
        finally:
            del self._scopes[len(self._scopes) - len(scopes) :]

    def _without_definitions(self, rest: dict[str, Any], where: str) -> dict[str, Any]:
        if "$ref" in rest:
            return self._reference(rest, where)
        if rest.pop("nullable", None) is True:
            return self._schema(_with_null(rest), where)
        kind = _type_of(rest, where)
        if "allOf" in rest:
            return self._all_of(rest, where)
        several = next((name for name in ("anyOf", "oneOf") if isinstance(rest.get(name), list)), None)
        schema = _literals(rest)
        is_done = bool(schema)
        rest.pop("type", None)
        if not schema and several is not None:
            schema, is_done = self._any_of(rest, kind, several, where), True
        elif not schema and isinstance(kind, list):
            schema, is_done = self._one_of_types(rest, kind, where), True
        elif not schema and kind is None:
            raise ValueError(f"{where} has to have a type, anyOf, oneOf or allOf, or an enum or const of plain values")
        elif not schema:
            schema["type"] = kind
        for name in ("description", "title"):
            if rest.get(name) is not None:
                schema[name] = rest.pop(name)
        if not is_done:
            schema |= self._details(rest, cast("str", kind), where)
        return _with_notes(schema, rest)

    # ---- references ----

    def _reference(self, rest: dict[str, Any], where: str) -> dict[str, Any]:
        reference = rest.pop("$ref")
        with self._follow(reference, where) as target:
            name = self._name_of(reference)
            if rest or name is None:
                return self._schema(_put_beside(target, rest), where)
            if name not in self._definitions:
                # A name that is taken keeps the order in which definitions were met.
                self._definitions[name] = {}
                self._definitions[name] = self._schema(target, f"the schema.$defs.{name}")
            return {"$ref": f"#/$defs/{name.replace('~', '~0').replace('/', '~1')}"}

    @contextmanager
    def _follow(self, reference: object, where: str) -> Generator[object, None, None]:
        """What `reference` refers to, while the transformer is in it."""
        if not isinstance(reference, str) or not reference.startswith("#"):
            raise ValueError(
                f"{where} refers to {reference!r}, outside of the schema: expected a reference such as '#/$defs/A'"
            )
        if reference[1:2] not in ("", "/"):
            raise ValueError(f"{where} refers to the anchor {reference!r}: expected a reference such as '#/$defs/A'")
        if reference in self._open or reference in ("#", "#/"):
            raise ValueError(
                f"{where} refers to {reference}, which contains itself: the API does not take recursive schemas. Give "
                "it a fixed depth, or ask for a flat list of items that name their parents"
            )
        target = self._target(reference, where)
        self._open.append(reference)
        try:
            yield target
        finally:
            self._open.pop()

    def _target(self, reference: str, where: str) -> object:
        path = [unquote(part).replace("~1", "/").replace("~0", "~") for part in reference[1:].split("/")[1:]]
        scopes = [{path[0]: scope} for scope in reversed(self._scopes)] if path[0] in _DEFINITIONS else []
        for base in (self._root, *scopes):
            found: Any = base
            try:
                for part in path:
                    found = cast("Any", found[int(part)] if isinstance(found, list) else found[part])
            except (LookupError, TypeError, ValueError):
                continue
            return cast("object", found)
        raise ValueError(f"{where} refers to {reference}, which is not in the schema")

    def _name_of(self, reference: str) -> str | None:
        """The name under which what `reference` refers to can stand in `$defs`."""
        parts = reference.split("/")
        if len(parts) != 3 or parts[1] not in _DEFINITIONS:
            return None
        name = unquote(parts[2]).replace("~1", "/").replace("~0", "~")
        homes = [each for each in _DEFINITIONS if name in (self._root.get(each) or {})]
        return name if homes == [parts[1]] else None

    # ---- combinations ----

    def _all_of(self, rest: dict[str, Any], where: str) -> dict[str, Any]:
        """One schema that says what all say. Closed objects beside one another would leave no value that fits all."""
        parts = cast("object", rest.pop("allOf"))
        if not isinstance(parts, list):
            raise ValueError(f"{where}.allOf is {parts!r}: expected a list of schemas")
        merged: dict[str, Any] = {}
        opened = len(self._open)
        try:
            for number, part in enumerate(cast("list[object]", parts)):
                place = f"{where}.allOf.{number}"
                resolved = self._resolve(part, place)
                if not isinstance(resolved, Mapping | bool) or resolved is False:
                    self._schema(resolved, place)  # which refuses it
                elif isinstance(resolved, Mapping):
                    merged = _merge(merged, cast("Schema", resolved))
            return self._schema(_merge(merged, rest), where)
        finally:
            del self._open[opened:]

    def _resolve(self, part: Any, where: str) -> object:
        """`part`, with what it refers to in it. The references stay open until the caller is done with it."""
        while isinstance(part, Mapping) and "$ref" in part:
            rest = dict(cast("Schema", part))
            reference = rest.pop("$ref")
            with self._follow(reference, where) as target:
                part = _put_beside(target, rest)
            self._open.append(reference)
        return cast("object", part)

    def _any_of(self, rest: dict[str, Any], kind: str | list[str] | None, name: str, where: str) -> dict[str, Any]:
        """One of several schemas; what stands beside them holds for each."""
        parts = cast("list[object]", rest.pop(name))
        if not parts:
            raise ValueError(f"{where}.{name} is empty: expected at least one schema")
        kinds = [] if kind is None else [kind] if isinstance(kind, str) else kind
        shared = {key: rest.pop(key) for each in kinds for key in _KEYWORDS[each] if key in rest}
        base: Schema = {"type": kind, **shared} if kind and (shared or not all(map(_says_type, parts))) else shared
        made: list[dict[str, Any]] = []
        for number, part in enumerate(parts):
            place = f"{where}.{name}.{number}"
            whole = _merge(base, cast("Schema", part)) if base and isinstance(part, Mapping) else part
            made.append(self._schema(whole, place))
        return {"anyOf": made}

    def _one_of_types(self, rest: dict[str, Any], kinds: list[str], where: str) -> dict[str, Any]:
        """A schema for each type, each with the keywords that say something of it."""
        given = dict(rest)
        for key in {key for kind in kinds for key in _KEYWORDS[kind]}:
            rest.pop(key, None)
        parts = (
            {"type": kind, **{key: given[key] for key in _KEYWORDS[kind] if key in given}}
            for kind in dict.fromkeys(kinds)
        )
        return {"anyOf": [self._schema(part, where) for part in parts]}

    # ---- one type ----

    def _details(self, rest: dict[str, Any], kind: str, where: str) -> dict[str, Any]:
        """What the API knows of a schema of type `kind`, taken out of `rest`."""
        if kind == "object":
            return self._object(rest, where)
        if kind == "array":
            return self._array(rest, where)
        if kind == "string" and rest.get("format") in _FORMATS:
            return {"format": rest.pop("format")}
        return {}

    def _object(self, rest: dict[str, Any], where: str) -> dict[str, Any]:
        given = rest.pop("properties", None)
        more = rest.pop("additionalProperties", None)
        if not isinstance(given, Mapping | None):
            raise ValueError(f"{where}.properties is {given!r}: expected an object with a schema for each name")
        properties = cast("Schema", given or {})
        is_free = more not in (None, False) or (more is None and given is None) or "patternProperties" in rest
        if not properties and is_free:
            raise ValueError(
                f"{where} is an object with free keys (such as dict[str, int]). The API closes objects, so that only "
                "{} would fit: name the keys, or ask for a list of objects with a key and a value"
            )
        found: dict[str, Any] = {
            "properties": {name: self._schema(each, f"{where}.{name}") for name, each in properties.items()},
            "additionalProperties": False,
        }
        if isinstance(required := rest.pop("required", None), list | tuple):
            found["required"] = [name for name in cast("Sequence[object]", required) if name in properties]
        return found

    def _array(self, rest: dict[str, Any], where: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        items: Any = rest.pop("items", None)
        first: Any = rest.pop("prefixItems", None)
        if isinstance(items, list):  # as it was before JSON Schema 2020-12
            items, first = rest.pop("additionalItems", None), cast("object", items)
        if isinstance(first, list) and first:
            found["items"] = self._tuple(rest, cast("list[object]", first), items, where)
        elif items is not None:
            found["items"] = self._schema(items, f"{where}.items")
        if (least := rest.pop("minItems", None)) is not None:
            (found if least in (0, 1) else rest)["minItems"] = least
        return found

    def _tuple(self, rest: dict[str, Any], first: list[object], more: object, where: str) -> dict[str, Any]:
        """A schema for each item of a tuple. The API has none for each place, so the description has the order."""
        made = [self._schema(each, f"{where}.items.{number}") for number, each in enumerate(first)]
        rest["items in this order"] = [_brief(each) for each in made]
        if isinstance(more, Mapping):
            made.append(self._schema(cast("Schema", more), f"{where}.items"))
        different = [each for number, each in enumerate(made) if each not in made[:number]]
        return different[0] if len(different) == 1 else {"anyOf": different}


def _type_of(rest: Schema, where: str) -> str | list[str] | None:
    """The type that a schema says, or several, or the one that its keywords are for."""
    given = rest.get("type")
    if given is None:
        if any(name in rest for name in (*_COMBINATIONS, "enum", "const")):
            return None
        return next((kind for kind, keywords in _KEYWORDS.items() if any(key in rest for key in keywords)), None)
    kinds = [*cast("Sequence[object]", given)] if isinstance(given, list | tuple) else [cast("object", given)]
    for kind in kinds:
        if kind not in _KEYWORDS:
            raise ValueError(f"{where} has the type {kind!r}: expected one of {', '.join(_KEYWORDS)}")
    if not kinds:
        raise ValueError(f"{where} has to have a type: the list of types is empty")
    known = cast("list[str]", kinds)
    return known[0] if len(known) == 1 else known


def _with_null(schema: Schema) -> Schema:
    """`schema` or null, as OpenAPI says with `nullable`."""
    kind = schema.get("type")
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], *([] if None in schema["enum"] else [None])]}
    if isinstance(kind, str):
        return {**schema, "type": [kind, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _literals(rest: dict[str, Any]) -> dict[str, Any]:
    """The values that alone are allowed, taken out of `rest`."""
    found: dict[str, Any] = {}
    if isinstance(rest.get("enum"), list) and rest["enum"] and all(map(_is_literal, rest["enum"])):
        found["enum"] = list(rest.pop("enum"))
    if "const" in rest and _is_literal(rest["const"]):
        found["const"] = rest.pop("const")
    return found


def _is_literal(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _says_type(part: object) -> bool:
    return not isinstance(part, Mapping) or not {"type", "$ref", "enum", "const", *_COMBINATIONS}.isdisjoint(
        cast("Schema", part)
    )


def _merge(first: Schema, second: Schema) -> dict[str, Any]:
    """What `first` and `second` say together; `second` wins, and its description stands in front."""
    merged = {**first, **second}
    for name in ("properties", *_DEFINITIONS):
        if isinstance(first.get(name), Mapping) and isinstance(second.get(name), Mapping):
            merged[name] = {**first[name], **second[name]}
    if first.get("required") and second.get("required"):
        merged["required"] = [*dict.fromkeys([*first["required"], *second["required"]])]
    texts = dict.fromkeys(text for text in (second.get("description"), first.get("description")) if text)
    if texts:
        merged["description"] = "\n\n".join(map(str, texts))
    return merged


def _put_beside(target: Any, beside: Schema) -> Any:
    """What a reference refers to, with what stands beside the reference."""
    if isinstance(target, Mapping) and beside:
        return _merge(cast("Schema", target), beside)
    return cast("object", target)


def _with_notes(schema: dict[str, Any], rest: Schema) -> dict[str, Any]:
    """`schema` with what the API does not know, and is left in `rest`, at the end of its description."""
    left = ", ".join(f"{name}: {value}" for name, value in rest.items())
    if left:
        schema["description"] = "\n\n".join(filter(None, (schema.get("description"), f"{{{left}}}")))
    return schema


def _brief(schema: Schema) -> str:
    """What tells a schema from others, in a word or two."""
    for name in ("title", "type", "$ref", "enum", "const"):
        if name in schema:
            return str(schema[name]).rpartition("/")[2]
    return "any of " + ", ".join(map(_brief, schema.get("anyOf", ())))
