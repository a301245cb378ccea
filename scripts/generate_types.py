"""Write `src/claude_client/types/` from the API facts in `scripts/facts/`.

    scripts/generate_types.py            write the modules
    scripts/generate_types.py --check    fail, and say what differs, when the committed ones are out of step

The facts are names, types and values. What they leave open is decided in `layout.toml`. Sentences come from
`docstrings.toml`, in our own words; a class has none where its name tells everything.
"""

from __future__ import annotations

import difflib
import json
import keyword
import re
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


ROOT = Path(__file__).resolve().parents[1]
FACTS = ROOT / "scripts" / "facts"
TARGET = ROOT / "src" / "claude_client" / "types"
LINE = 120

Json = dict[str, Any]
Side = Literal["responses", "params"]

LAYOUT: Json = tomllib.loads((FACTS / "layout.toml").read_text("utf-8"))
"""What is decided here and not in the facts; the file says what each of its tables is for."""

LAZY = {
    *LAYOUT["lazy"]["types"],
    *(root for each in LAYOUT["subjects"] if each["module"] in LAYOUT["lazy"]["modules"] for root in each["roots"]),
}
"""The types that are imported when a response first holds one."""

HEADERS: dict[str, Json] = {"AnthropicWorkerId": {"name": "anthropic_worker_id", "schema": {"type": "string"}}}
"""Headers that are parameters of a few operations, called as the official package calls them."""

OPTIONS = ("RequestOptions", "WorkspaceOptions", "UserProfileOptions")
TAKEN = set(dir(__import__("pydantic").BaseModel)) | {"response", "to_dict", "to_json"}


# ---- facts --------------------------------------------------------------------------------------------------


@dataclass
class Operation:
    """One call of the API."""

    id: str
    verb: str
    path: str
    facts: Json
    schemas: Mapping[str, Json]
    name: str = ""
    """Of its parameters' `TypedDict`."""

    @property
    def resource(self) -> str:
        """Its id without the verb."""
        return self.id.rpartition(".")[0]

    @property
    def subject(self) -> str:
        """The module that it belongs to: the first name of its id, the second for the Admin API."""
        first, second, *_ = self.id.split(".")
        return second if first == "admin" else first if (first, second) != ("messages", "batches") else "batches"

    @property
    def parameters(self) -> list[Json]:
        """Its query parameters, and those headers that only some operations take."""
        every = self.facts.get("parameters", ())
        own = [HEADERS[last(each["$ref"])] for each in every if "$ref" in each and last(each["$ref"]) in HEADERS]
        return [parameter for parameter in every if parameter.get("in") == "query"] + own

    @cached_property
    def official(self) -> tuple[str, str]:
        """The package that the official name of its parameters is in, and that name."""
        path = self.id.replace("admin.", "organization.", 1).split(".")[:-2]
        return ".".join(path), _params_name(self.id, 1)

    @cached_property
    def headers(self) -> set[str]:
        """The header parameters that the facts list, by their names there."""
        return {last(parameter["$ref"]) for parameter in self.facts.get("parameters", ()) if "$ref" in parameter}

    @property
    def options(self) -> str:
        """The options that its parameters extend."""
        if "AnthropicUserProfileId" in self.headers:
            return "UserProfileOptions"
        return "WorkspaceOptions" if "AnthropicWorkspaceId" in self.headers else "RequestOptions"

    @property
    def body_name(self) -> str | None:
        """The schema of its body."""
        content = self.facts.get("requestBody", {}).get("content", {})
        return next((last(media["schema"]["$ref"]) for media in content.values()), None)

    @property
    def body(self) -> Json | None:
        """The parameters that its body is made of."""
        if self.whole is not None:
            return {
                "properties": {self.whole: {"$ref": f"#/components/schemas/{self.body_name}"}},
                "required": [self.whole],
            }
        return self.schemas[self.body_name] if self.body_name else None

    @property
    def whole(self) -> str | None:
        """The parameter that is its whole body, called after the resource: a body that is one of several objects."""
        is_union = self.body_name is not None and "oneOf" in self.schemas[self.body_name]
        return singular(self.resource.rpartition(".")[2]) if is_union else None

    @property
    def streams(self) -> bool:
        """Whether `stream` in the body makes it respond with events."""
        return "body" in self.facts.get("x-stream", {}).get("when", {})

    @property
    def responses(self) -> Iterator[str]:
        """The schemas of what it returns."""
        yield from _references(self.facts["responses"])
        for key in ("schema", "error-schema"):
            if key in self.facts.get("x-stream", {}):
                yield last(self.facts["x-stream"][key])


@dataclass
class Facts:
    """The API facts."""

    document: Json

    @property
    def schemas(self) -> dict[str, Json]:
        """The schemas by name."""
        return self.document["components"]["schemas"]

    @cached_property
    def operations(self) -> list[Operation]:
        """Every operation, with the name of its parameters."""
        operations = [
            Operation(operation["operationId"], verb.upper(), path, operation, self.schemas)
            for path, verbs in self.document["paths"].items()
            for verb, operation in verbs.items()
        ]
        resources: dict[str, set[str]] = {}
        for operation in operations:
            resources.setdefault(_params_name(operation.id, 1, verb=False), set()).add(operation.resource)
        for operation in operations:
            those = resources[_params_name(operation.id, 1, verb=False)]
            top = min(resource.count(".") for resource in those)
            keeps = [resource for resource in those if resource.count(".") == top] == [operation.resource]
            operation.name = _params_name(operation.id, 1 if keeps else 2)
        return operations


def read_facts() -> Facts:
    """The facts that the repository keeps."""
    return Facts(json.loads((FACTS / "openapi.json").read_text("utf-8")))


def _params_name(operation_id: str, depth: int, verb: bool = True) -> str:
    """`messages.batches.create` as `BatchCreateParams`, or with more of its parents in front."""
    *resources, action = operation_id.split(".")
    names = [pascal(singular(resource)) for resource in resources[-depth:]]
    return "".join(names) + (f"{pascal(action)}Params" if verb else "")


def singular(word: str) -> str:
    """`batches` as `batch`."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ches"):
        return word[:-2]
    return word.removesuffix("s") if not word.endswith(("ss", "analytics")) else word


def pascal(words: str) -> str:
    """`usage_report` as `UsageReport`."""
    return "".join(LAYOUT["acronyms"].get(word, word.capitalize()) for word in words.split("_"))


def last(reference: str) -> str:
    """The name at the end of a reference."""
    return reference.rsplit("/", 1)[1]


def _references(schema: object) -> Iterator[str]:
    """The schemas that `schema` names, in its order."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield from [last(value)] if "/schemas/" in value else []
            elif key != "mapping":
                yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)


# ---- docstrings ---------------------------------------------------------------------------------------------


@dataclass
class Docs:
    """Our own sentences, and plain ones where there is none."""

    table: Json

    def of_module(self, side: str, subject: str) -> str:
        """The first line of a module."""
        what = "What the API returns" if side == "responses" else "What the API takes"
        return self.table["modules"].get(f"{side}.{subject}") or f"{what}: {subject.replace('_', ' ')}."

    def of_type(self, name: str) -> str:
        """What a class or an alias is; empty where its name tells that already."""
        bare = name.removesuffix("Param")
        for own in (name, bare):
            if own in self.table["types"]:
                return str(self.table["types"][own])
        for pattern, sentence in self.table["patterns"].items():
            if match := re.fullmatch(pattern, bare):
                return str(sentence.format(*map(_snake, match.groups())))
        return ""

    def of_field(self, owner: str, name: str, schema: Json) -> str:
        """What a field leaves open; empty where that is nothing."""
        own = [owner, owner.removesuffix("Param"), owner.removesuffix("Base")]
        tables = [self.table["fields"].get(each, {}) for each in own] + [self.table["fields"]]
        text = next((table[name] for table in tables if name in table), "")
        if removed := schema.get("x-removed-in"):
            text = f"{text} Only in API versions before {removed}."
        if schema.get("x-beta-only"):
            text = f"{text} Beta."
        return text.strip()


def _snake(name: str) -> str:
    return _kind(name).replace(" ", "_").lower()


def _kind(name: str) -> str:
    """The name of a type as words."""
    words = re.findall(
        r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+", name.removesuffix("Param").removesuffix("Params")
    )
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words)


# ---- types as Python ----------------------------------------------------------------------------------------


@dataclass
class Writer:
    """The source of one module, and what it has to import."""

    side: Side
    subject: str
    facts: Facts
    docs: Docs
    homes: Mapping[str, tuple[Side, str]]
    late: dict[str, str]
    """The module that each type imported late is first used in, from which others have it."""
    imports: set[tuple[str, str]] = field(default_factory=set)
    parts: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)

    def use(self, module: str, name: str) -> str:
        """`name`, imported from `module`."""
        self.imports.add((module, name))
        return name

    def name(self, schema: str) -> str:
        """The type of a schema, imported if it lives elsewhere."""
        name = LAYOUT["renamed"].get(schema, schema)
        side, subject = self.homes[schema]
        if (side, subject) != (self.side, self.subject):
            dots = "." if side == self.side else f"..{side}."
            late = schema in LAZY and self.side == "responses"
            if late and self.late.setdefault(schema, self.subject) != self.subject:
                self.imports.add((f".{self.late[schema]}", name))
            elif late:
                tag = self.facts.schemas[schema].get("properties", {}).get("type", {}).get("const", "")
                self.imports.add(("LAZY", f"{name} {dots}{subject} {tag}".strip()))
            else:
                self.imports.add((f"{dots}{subject}", name))
        return name

    def type(self, schema: Json) -> str:
        """`schema` as an annotation."""
        if "$ref" in schema:
            return self._reference(last(schema["$ref"]))
        if "const" in schema:
            return f"{self.use('typing', 'Literal')}[{_literal(schema['const'])}]"
        if "enum" in schema:
            return f"{self.use('typing', 'Literal')}[{', '.join(_literal(value) for value in schema['enum'])}]"
        if "oneOf" in schema:
            return self._tagged(schema)
        if "anyOf" in schema:
            return _union([self.type(member) for member in schema["anyOf"]])
        kinds = schema.get("type")
        if isinstance(kinds, list):
            plain = {**schema, "type": next(kind for kind in kinds if kind != "null")}
            return _union([self.type(plain), "None"])
        if kinds == "array":
            return self._array(schema["items"])
        if kinds == "object":
            return self._object(schema)
        return self._scalar(kinds, schema.get("format"))

    def _reference(self, schema: str) -> str:
        facts = self.facts.schemas[schema]
        is_open = self.side == "params" and "properties" in facts and facts.get("additionalProperties")
        return f"{self.use('.._model', 'OpenDict')}[{self.name(schema)}]" if is_open else self.name(schema)

    def _scalar(self, kind: str | None, form: str | None) -> str:
        if form in ("date-time", "date"):
            name = self.use("datetime", "datetime" if form == "date-time" else "date")
            return name if self.side == "responses" else _union(["str", name])
        if form == "binary":
            return self.use("..uploads", "FileTypes")
        return {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}.get(
            kind or "", "object"
        )

    def _tagged(self, schema: Json) -> str:
        members = [self.type(member) for member in schema["oneOf"]]
        if len(members) == 1 and self.side == "params":
            return members[0]
        by = schema["discriminator"]
        default = ""
        if variant := by.get("x-default-mapping"):
            tag = next(tag for tag, target in by["mapping"].items() if last(target) == last(variant))
            default = f", default={_literal(tag)}"
        tagged = f"{self.use('.._model', 'Tagged')}({_literal(by['propertyName'])}{default})"
        return f"{self.use('typing', 'Annotated')}[{_union(members)}, {tagged}]"

    def _array(self, items: Json) -> str:
        item = self.type(items)
        if self.side == "responses":
            return f"list[{item}]"
        accepted = LAYOUT["returned"].get(last(items["$ref"])) if "$ref" in items else None
        if accepted is not None and accepted in self.homes:
            item = _union([item, self.name(accepted)])
        if item in LAYOUT["tools"]["types"]:
            item = _union([item, self.use(".._tools", "ToolLike")])
        if items.get("type") == "string":
            return f"{self.use('collections.abc', 'Sequence')}[{item}]"
        return f"{self.use('.._model', 'IterableParam')}[{item}]"

    def _object(self, schema: Json) -> str:
        mapping = "dict" if self.side == "responses" else self.use("collections.abc", "Mapping")
        values = schema.get("additionalProperties", True)
        inner = self.type(values) if isinstance(values, dict) else "object"
        return f"{mapping}[str, {inner}]"

    # ---- definitions ----

    def define(self, name: str, schema: Json) -> None:
        """Write the class or the alias of a schema."""
        name = LAYOUT["renamed"].get(name, name)
        self.written.add(name)
        if "properties" in schema or (schema.get("type") == "object" and "additionalProperties" not in schema):
            write = self._model if self.side == "responses" else self._typed_dict
            write(name, schema)
        else:
            self.use("typing", "TypeAlias")
            type_ = self.type(schema)
            if split := LAYOUT["parsed"].get(name):
                one, others = split["member"], split["others"]
                members = _union([self.type(member) for member in schema["oneOf"] if last(member["$ref"]) != one])
                type_ = type_.replace(members, others)
                self.parts.append(
                    f"{others}: TypeAlias = {members}\n" + _docstring(f"A `{name}` that is no `{one}`.", "")
                )
            self.parts.append(f"{name}: TypeAlias = {type_}\n" + self._doc(name, schema, ""))

    def _doc(self, name: str, schema: Json, indent: str = "    ") -> str:
        text = self.docs.of_type(name) or _alternatives(schema)
        if text and schema.get("x-beta-only") and not text.endswith("Beta."):
            text += " Beta."
        return _docstring(text, indent)

    def _model(self, name: str, schema: Json) -> None:
        if base := LAYOUT["extended"].get(name, ""):
            for part in re.findall(r"\w+", base):
                self.use(".._message", part)
        elif alike := next((each for each in LAYOUT["alike"] if re.fullmatch(each["pattern"], name)), None):
            base = self.use(alike["module"], alike["base"])
        else:
            base = self.use(".._model", "OpenModel" if schema.get("additionalProperties") else "Model")
        lines = [f"class {name}({base}):", self._doc(name, schema)]
        required = schema.get("required", ())
        for key, value in schema.get("properties", {}).items():
            annotation = self._amount(key, value) or self.type(value)
            left_out = key not in required or _nullable(value, self.facts.schemas)
            if left_out and not annotation.endswith("| None"):
                annotation += " | None"
            attribute = f"{key}_" if keyword.iskeyword(key) or key in TAKEN or not key.isidentifier() else key
            default = " = None" if left_out else ""
            if attribute != key:
                self.use("pydantic", "Field")
                default = f" = Field({'default=None, ' if left_out else ''}alias={_literal(key)})"
            lines.append(f"    {attribute}: {annotation}{default}")
            lines.append(_docstring(self.docs.of_field(name, key, value)))
        self.parts.append(_joined(lines))

    def _amount(self, key: str, schema: Json) -> str:
        """Money is decimal, whether the API sends it as a string or as a number."""
        kinds = schema.get("type")
        if key not in ("amount", "list_amount", "attributed_list_price") or kinds not in (
            "string",
            "number",
            ["string", "null"],
        ):
            return ""
        decimal = self.use("decimal", "Decimal")
        return f"{decimal} | None" if isinstance(kinds, list) else decimal

    def _typed_dict(self, name: str, schema: Json, bases: tuple[str, ...] = (), doc: str = "") -> None:
        properties = schema.get("properties", {})
        required = schema.get("required", ())
        keywords = [key for key in properties if keyword.iskeyword(key) or not key.isidentifier()]
        base = ", ".join(bases) or self.use("typing_extensions", "TypedDict")
        if keywords:
            base = f"_{name}Keywords"
            self.use("typing_extensions", "TypedDict")
            fields = ", ".join(
                f"{_literal(key)}: {_literal(self._wanted(self.type(properties[key]), key in required))}"
                for key in keywords
            )
            self.parts.append(f'{base} = TypedDict("{base}", {{{fields}}}, total=False)')
        lines = [f"class {name}({base}, total=False):", _docstring(doc) if doc else self._doc(name, schema)]
        for key, value in properties.items():
            if key not in keywords:
                wider = LAYOUT["wider"].get(f"{name}.{key}")
                annotation = self.use(wider["module"], wider["type"]) if wider else self.type(value)
                lines.append(f"    {key}: {self._wanted(annotation, key in required)}")
                lines.append(_docstring(self.docs.of_field(name, key, value)))
        self.parts.append(_joined(lines))
        self.written.add(name)

    def _wanted(self, annotation: str, required: bool) -> str:
        return f"{self.use('typing_extensions', 'Required')}[{annotation}]" if required else annotation

    # ---- operations ----

    def parameters(self, operation: Operation) -> None:
        """Write what a method takes: its own parameters, and those with the options of every call."""
        base = f"{operation.name}Base"
        body = operation.body or {}
        queries = {"properties": _query(operation), "required": _query_required(operation)}
        own = body or queries
        properties = {key: _or_none(value, key in own.get("required", ())) for key, value in own["properties"].items()}
        if operation.streams:
            properties.pop("stream")
        kind = "body" if body else "query"
        self._typed_dict(base, {**own, "properties": properties}, doc=f"The {kind} of `{operation.id}`.")
        if operation.streams:
            literal = self.use("typing", "Literal")
            self._typed_dict(
                f"{operation.name}NonStreaming",
                {},
                (base,),
                f"The body of `{operation.id}`, returned whole.",
            )
            self.parts[-1] += f"\n\n    stream: {literal}[False] | None"
            self._typed_dict(
                f"{operation.name}Streaming",
                {},
                (base,),
                f"The body of `{operation.id}`, returned as events.",
            )
            self.parts[-1] += f"\n\n    stream: {self.use('typing_extensions', 'Required')}[{literal}[True]]"
        options = self.use("..request_options", operation.options)
        both = queries if body and queries["properties"] else {}
        self._typed_dict(
            operation.name, both, (base, options), f"What `{operation.id}` takes, and the options of the call."
        )

    def source(self) -> str:
        """The module."""
        doc = self.docs.of_module(self.side, self.subject)
        head = f'"""{doc}\n\n{MARK}\n"""\n\nfrom __future__ import annotations\n'
        by_module: dict[str, list[str]] = {}
        for module, name in sorted(self.imports - {item for item in self.imports if item[0] == "LAZY"}):
            by_module.setdefault(module, []).append(name)
        lazy = sorted(name.split() for module, name in self.imports if module == "LAZY")
        by_lazy: dict[str, list[str]] = {}
        for name, module, *_ in lazy:
            by_lazy.setdefault(module, []).append(name)
        if lazy:
            by_module.setdefault("typing", []).extend(["TYPE_CHECKING", "Annotated", "Any", "TypeAlias"])
            by_module.setdefault(".._model", []).append("LazyType")
        lines = [f"from {module} import {', '.join(sorted(set(names)))}" for module, names in by_module.items()]
        block = ""
        if lazy:
            package = "claude_client.types.responses"
            # "as" says that they may be imported from here too, which at run time does not import them.
            block = "\nif TYPE_CHECKING:\n" + "".join(
                f"    from {module} import {', '.join(f'{name} as {name}' for name in names)}\n"
                for module, names in by_lazy.items()
            )
            block += "else:\n"
            for name, module, *tag in lazy:
                arguments = ", ".join(map(_literal, [f"{package}{module}", name, *tag]))
                block += f"    {name}: TypeAlias = Annotated[Any, LazyType({arguments})]\n"
        return "\n".join([head, *lines, block, *(f"\n{part}\n" for part in self.parts)])


def _alternatives(schema: Json) -> str:
    """What there is to say of a type that is one of several; empty for an object."""
    if "discriminator" in schema:
        return f"One of these; `{schema['discriminator']['propertyName']}` tells which."
    if "enum" in schema:
        return "One of these, or another that came later."
    if schema.get("type") == "object":
        return "" if schema.get("properties") or "additionalProperties" in schema else "An object without fields."
    return "One of these."


def _union(members: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(members))


def _literal(value: object) -> str:
    return "None" if value is None else json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _joined(lines: Iterable[str]) -> str:
    """The lines of a class, with an empty one before what follows a docstring, and none where there is none."""
    text = ""
    after_doc = False
    for line in filter(None, lines):
        is_doc = line.lstrip().startswith('"""')
        if after_doc and not is_doc:
            text += "\n"
        text += line + "\n"
        after_doc = is_doc
    text = text.rstrip("\n")
    return text if "\n" in text else f"{text}\n    pass"


def _docstring(text: str, indent: str = "    ") -> str:
    if not text:
        return ""
    if len(text) + len(indent) + 6 <= LINE:
        return f'{indent}"""{text}"""'
    wrapped = textwrap.wrap(text, LINE - len(indent) - 6)
    lines = [f'{indent}"""{wrapped[0]}', *(indent + line for line in wrapped[1:]), f'{indent}"""']
    return "\n".join(lines)


def _nullable(schema: Json, schemas: Mapping[str, Json]) -> bool:
    """Whether null is among the values of `schema`."""
    if "$ref" in schema:
        return _nullable(schemas[last(schema["$ref"])], schemas)
    kinds = schema.get("type")
    if kinds == "null" or (isinstance(kinds, list) and "null" in kinds):
        return True
    return any(_nullable(member, schemas) for key in ("anyOf", "oneOf") for member in schema.get(key, ()))


def _or_none(schema: Json, required: bool) -> Json:
    """A parameter of a method: where it may be left out, None leaves it out."""
    if required or schema.get("type") == "null" or {"type": "null"} in schema.get("anyOf", ()):
        return schema
    if isinstance(schema.get("type"), list):
        return schema
    marks = {key: value for key, value in schema.items() if key.startswith("x-")}
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}], **marks}


def _query(operation: Operation) -> dict[str, Json]:
    """The query parameters by the names of their keywords."""
    names: dict[str, Json] = {}
    for parameter in operation.parameters:
        marks = {key: value for key, value in parameter.items() if key.startswith("x-")}
        schema = {**parameter["schema"], **marks}
        names[parameter.get("x-python-name", parameter["name"])] = _or_none(schema, parameter.get("required", False))
    return names


def _query_required(operation: Operation) -> list[str]:
    return [p.get("x-python-name", p["name"]) for p in operation.parameters if p.get("required")]


# ---- modules ------------------------------------------------------------------------------------------------


@dataclass
class Plan:
    """Which module each schema is written in."""

    facts: Facts
    homes: dict[str, tuple[Side, str]] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    """Written with their operations."""
    pages: set[str] = field(default_factory=set)
    """Not written: `Page[...]` is all of them."""

    def __post_init__(self) -> None:
        self.bodies = {
            operation.body_name
            for operation in self.facts.operations
            if operation.body_name and "properties" in self.facts.schemas[operation.body_name]
        }
        self.pages = {name for name in self.facts.schemas if name.endswith("ListPage")}
        for each in LAYOUT["subjects"]:
            self._settle(each["side"], each["module"], each["roots"])
        for side in ("responses", "params"):
            for operation in self.facts.operations:
                names = operation.responses if side == "responses" else self._takes(operation)
                self._settle(side, operation.subject, names)
        for each in LAYOUT["unreached"]:
            self._settle("responses", each["module"], [name for name in self.facts.schemas if self._fits(name, each)])

    def _fits(self, name: str, rule: Json) -> bool:
        return name not in self.homes and re.fullmatch(rule["pattern"], name) is not None

    def _takes(self, operation: Operation) -> Iterator[str]:
        if operation.body_name:
            yield operation.body_name
        yield from _references(operation.parameters)

    def _reached(self, names: Iterable[str], stop: Iterable[str] = ()) -> list[str]:
        """What `names` reach, themselves first, without what only `stop` reaches."""
        seen: dict[str, None] = {}
        todo = list(names)
        while todo:
            name = todo.pop(0)
            if name not in seen and name not in stop:
                seen[name] = None
                todo[:0] = _references(self.facts.schemas[name])
        return list(seen)

    def _settle(self, side: Side, subject: str, names: Iterable[str]) -> None:
        """Give what `names` reach to a module, where no module before has it: imports then point one way."""
        names = list(names)
        for name in self._reached(names, stop=LAZY - set(names)):
            self.homes.setdefault(name, (side, subject))

    def modules(self, docs: Docs) -> list[Writer]:
        """The modules with everything in them."""
        writers: dict[tuple[Side, str], Writer] = {}
        late: dict[str, str] = {}

        def writer(side: Side, subject: str) -> Writer:
            if (side, subject) not in writers:
                writers[side, subject] = Writer(side, subject, self.facts, docs, self.homes, late)
            return writers[side, subject]

        by_home: dict[tuple[Side, str], list[str]] = {}
        for name, home in self.homes.items():
            if name not in self.bodies | self.pages and not self._is_stream_body(name):
                by_home.setdefault(home, []).append(name)
        for home, names in by_home.items():
            for name in _ordered(names, self.facts.schemas):
                writer(*home).define(name, self.facts.schemas[name])
        for operation in self.facts.operations:
            if operation.body or operation.parameters:
                writer("params", operation.subject).parameters(operation)
        return list(writers.values())

    def _is_stream_body(self, name: str) -> bool:
        """A body of its own in the facts that is written with its operation: `MessageCreateParamsNonStreaming`."""
        return any(name == f"{operation.name}NonStreaming" for operation in self.facts.operations if operation.streams)


def _ordered(names: Iterable[str], schemas: Mapping[str, Json]) -> list[str]:
    """`names` with what each needs before it. An alias runs when it is written, so that its members must be there."""
    names = list(names)
    mine = set(names)
    done: dict[str, None] = {}
    open_: set[str] = set()

    def is_alias(name: str) -> bool:
        return "properties" not in schemas[name]

    def needs_open(name: str) -> bool:
        return any(
            other in open_ or (is_alias(other) and needs_open(other))
            for other in _references(schemas[name])
            if other in mine
        )

    def visit(name: str) -> None:
        if name in done or name in open_ or name not in mine or (is_alias(name) and needs_open(name)):
            return
        open_.add(name)
        for other in _references(schemas[name]):
            visit(other)
        open_.discard(name)
        done[name] = None

    for name in names:
        visit(name)
    for name in names:
        visit(name)
    return list(done)


def generate() -> dict[str, str]:
    """The source of each module by its path under `types/`, formatted."""
    facts = read_facts()
    docs = Docs(tomllib.loads((FACTS / "docstrings.toml").read_text("utf-8")))
    writers = Plan(facts).modules(docs)
    files = {f"{writer.side}/{writer.subject}.py": writer.source() for writer in writers}
    files["responses/__init__.py"] = '"""What the API returns, one module a subject."""\n'
    files["params/__init__.py"] = '"""What the API takes, one module a subject."""\n'
    files["_parameters.py"] = _parameters(facts)
    files["_model_facts.py"] = _model_facts()
    files |= _packages(facts, writers)
    return formatted(files)


MARK = "Written by `scripts/generate_types.py`."


def _model_facts() -> str:
    """What a program is told of models before it asks the API."""
    models: Json = json.loads((FACTS / "constants.json").read_text("utf-8"))["models"]
    ends = {**models["deprecated_end_of_life_in_older_package"], **models["deprecated_end_of_life"]}
    days = sorted(ends.items(), key=lambda each: (each[1], each[0]))
    tokens = sorted(models["nonstreaming_max_tokens"].items())
    return _MODEL_FACTS.format(
        mark=MARK,
        days="".join(f"    {_literal(model)}: {_literal(day)},\n" for model, day in days),
        tokens="".join(f"    {_literal(model)}: {count},\n" for model, count in tokens),
    )


_MODEL_FACTS = '''"""What a program is told of models before it asks the API.

API: https://platform.claude.com/docs/en/about-claude/model-deprecations

{mark}
"""

from __future__ import annotations
from collections.abc import Mapping
from typing import Final

END_OF_LIFE: Final[Mapping[str, str]] = {{
{days}}}
"""The day after which a deprecated model is no longer served."""

TOKENS_IN_ONE_PIECE: Final[Mapping[str, int]] = {{
{tokens}}}
"""The most tokens that the API returns in one piece: for more, the message has to be streamed."""
'''


def _parameters(facts: Facts) -> str:
    """A table of what each method takes, for the run time."""
    table: dict[str, str] = {}
    for operation in facts.operations:
        body = operation.body or {"properties": {}}
        own = {**body["properties"], **{p.get("x-python-name", p["name"]): p["schema"] for p in operation.parameters}}
        stream = own.pop("stream", None) if operation.streams else None
        needed = {*body.get("required", ()), *_query_required(operation)}
        lists = {p.get("x-python-name", p["name"]) for p in operation.parameters if p["name"].endswith("[]")}
        words = [
            name
            + ("*" if name in lists else "")
            + ("!" if name in needed else "?" if _nullable(own[name], facts.schemas) else "")
            for name in sorted(own)
        ]
        if own:
            table[operation.name] = " ".join([operation.options, *words])
        if stream:
            table[f"{operation.name}NonStreaming"] = " ".join(["-", *words, "stream"])
    rows = "\n".join(f"{name}: {keywords}" for name, keywords in sorted(table.items()))
    return _PARAMETERS.format(mark=MARK, options=", ".join(OPTIONS), table=rows)


_PARAMETERS = '''"""What each method takes, by the name of its `TypedDict`. No type is imported.

{mark}
"""

from __future__ import annotations
from functools import cache
from typing import Final, NamedTuple

from ._index import find
from .request_options import {options}


class Parameters(NamedTuple):
    """The keywords of a method."""

    names: frozenset[str]
    """All of them, those of the call's options included."""

    required: frozenset[str]
    """Those that a call has to have."""

    nullable: frozenset[str]
    """Those for which None is sent, as null; all others None leaves out."""

    lists: frozenset[str]
    """Those of a query that are lists, of which a single text is one item."""


@cache
def parameters(name: str) -> Parameters:
    """What a method takes that unpacks the `TypedDict` of this name, or only the options of this name."""
    options, *keywords = (find(_TABLE, name) or name).split()
    return Parameters(
        frozenset(keyword.rstrip("*!?") for keyword in keywords) | _OPTIONS[options],
        frozenset(keyword.rstrip("*!") for keyword in keywords if keyword.endswith("!")),
        frozenset(keyword.rstrip("*?") for keyword in keywords if keyword.endswith("?")),
        frozenset(keyword.rstrip("*!") for keyword in keywords if "*" in keyword),
    )


def table() -> list[str]:
    """The names of all that is in the table."""
    return [line.partition(":")[0] for line in _TABLE.strip().split("\\n")]


_OPTIONS = {{each.__name__: frozenset(each.__annotations__) for each in ({options})}} | {{"-": frozenset[str]()}}

_TABLE: Final[str] = """
{table}
"""
"""The options of each call and its own keywords: "*" marks lists of a query, "!" what is required, "?" nullable."""
'''


def _packages(facts: Facts, writers: Iterable[Writer]) -> dict[str, str]:
    """`types` itself, the official package's packages below it, and the index that they find their names by."""
    homes = {name: f"{writer.side}.{writer.subject}" for writer in writers for name in sorted(writer.written)}
    homes |= {"Unknown": "_model", "BatchMessageParams": "_batched", "UnknownErrorDetails": "_details"}
    parsed = ("ParsedContentBlock", "ParsedMessage", "ParsedMessageWithOutput", "ParsedTextBlock")
    homes |= dict.fromkeys(parsed, "_parsed")
    aliases = dict(LAYOUT["aliases"])
    for operation in facts.operations:
        space, name = operation.official
        if operation.name in homes and name != operation.name:
            aliases[f"{space}.{name}"] = operation.name
    for name in homes:
        if re.fullmatch(r"(Browser|Computer)\w*ToolUseBlock", name):
            aliases[f"Response{name}"] = name
        if name.endswith("EventContentBlock") or not name.endswith("Object"):
            aliases |= {name.removeprefix("Raw"): name} if re.match(r"Raw\w+Event$", name) else {}
        else:
            aliases.setdefault(name.removesuffix("Object"), name)
    aliases = {alias: own for alias, own in aliases.items() if own in homes and alias not in homes}

    def own_name(space: str, name: str) -> str | None:
        bare_space = space.removeprefix("beta").removeprefix(".")
        for bare in (name, name.removeprefix("BetaManagedAgents"), name.removeprefix("Beta")):
            own = aliases.get(f"{bare_space}.{bare}", aliases.get(bare, bare))
            if own in homes:
                return own
        return None

    official: dict[str, str] = json.loads((FACTS / "official-names.json").read_text("utf-8"))
    spaces = {
        "",
        "shared",
        *(".".join(path[:n]) for path in map(_path, facts.operations) for n in range(len(path) + 1)),
    }
    exports: dict[str, dict[str, str]] = {}
    for space, names in official.items():
        space = space.removeprefix("types").removeprefix(".")
        found = {name: own for name in names.split() if (own := own_name(space, name))}
        if not space:
            # Here everything can be found, whatever package the official one has it in.
            found |= {name: name for name in homes}
        if found and space.removeprefix("beta").removeprefix(".") in spaces:
            exports[space] = found
    files = {}
    for space, found in exports.items():
        files |= _package(space, found, homes)
    modules: dict[str, str] = {}
    for name, home in homes.items():
        modules[home] = f"{modules.get(home, '')} {name}".strip()
    files["_index.py"] = _INDEX.format(
        mark=MARK,
        modules="\n".join(f"{module}: {names}" for module, names in sorted(modules.items())),
        aliases="\n".join(f"{alias}: {own}" for alias, own in sorted(aliases.items())),
    )
    return files


_INDEX = '''"""Where each type is, and what it is called in the official package: texts, as a program needs few.

{mark}
"""

from __future__ import annotations
from typing import Final

MODULES: Final[str] = """
{modules}
"""
"""The types of each module."""

ALIASES: Final[str] = """
{aliases}
"""
"""Official names that differ from ours, and ours; with a package in front where they differ only there."""


def find(table: str, key: str) -> str | None:
    """What stands behind `key` in one of the tables."""
    start = table.find(f"\\n{{key}}: ")
    return None if start < 0 else table[start + len(key) + 3 : table.index("\\n", start + 1)]


def modules() -> dict[str, list[str]]:
    """The types of each module, as lists."""
    rows = (line.split(": ") for line in MODULES.strip().split("\\n"))
    return {{module: [*names.split()] for module, names in rows}}
'''


def _path(operation: Operation) -> list[str]:
    return operation.official[0].split(".")


def _words(names: str) -> str:
    lines = textwrap.wrap(names, LINE - 12)
    return "(" + "\n".join(_literal(f"{line} " if line != lines[-1] else line) for line in lines) + ")"


def _package(space: str, found: Mapping[str, str], homes: Mapping[str, str]) -> dict[str, str]:
    """A package of names: what finds them at run time, and what tells type checkers of them."""
    folder = "/".join([*space.split("."), ""]) if space else ""
    depth = "." * (len(space.split(".")) + 1 if space else 1)
    doc = "What the API takes and returns: every type by its name, imported when it is first used."
    if space:
        doc = f"The types of the official `types.{space}`, imported when they are first used."
    head = f'"""{doc}\n\n{MARK}\n"""\n\nfrom __future__ import annotations\n'
    others = sorted(found) if space else sorted(name for name in found if name not in homes)
    code = f"from {depth}_official import exports\n__getattr__, __dir__ = exports(__name__, {_words(' '.join(others))})"
    lines = [
        f"from {depth}{homes[own]} import {own if name == own else f'{own} as {name}'}"
        f"{'  # noqa: A004' if name == 'PermissionError' else ''}"
        for name, own in sorted(found.items())
    ]
    stub = "\n".join([f"# {MARK}\n", *lines, f"\n__all__ = {sorted(found)}\n"])
    return {f"{folder}__init__.py": f"{head}\n{code}\n", f"{folder}__init__.pyi": f"{stub}\n"}


def formatted(files: Mapping[str, str], fix: str = "I,UP,RUF022") -> dict[str, str]:
    """`files` as ruff writes them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, source in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(source)
        ruff = [sys.executable, "-m", "ruff"]
        config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache", "--quiet"]
        subprocess.run([*ruff, "check", "--fix-only", "--select", fix, *config, folder], check=True)
        subprocess.run([*ruff, "format", *config, folder], check=True)
        return {path: (root / path).read_text() for path in files}


def main() -> int:
    """Run the command line."""
    files = generate()
    if "--check" in sys.argv:
        return compare(files, TARGET, MARK, Path(__file__).name)
    for path, source in files.items():
        (TARGET / path).parent.mkdir(parents=True, exist_ok=True)
        (TARGET / path).write_text(source, "utf-8")
    return 0


def compare(files: Mapping[str, str], target: Path, mark: str, script: str) -> int:
    """Say which files below `target` differ from `files`, those with `mark` that are too many among them."""
    stale = 0
    committed = {
        str(path.relative_to(target))
        for path in target.rglob("*.py*")
        if path.suffix != ".pyc" and mark in path.read_text("utf-8")
    }
    for path in sorted(committed | set(files)):
        there = (target / path).read_text("utf-8") if (target / path).exists() else ""
        if there != files.get(path, ""):
            changes = [*difflib.unified_diff(there.splitlines(), files.get(path, "").splitlines(), lineterm="", n=0)]
            added, removed = (sum(line.startswith(sign) for line in changes[2:]) for sign in "+-")
            print(f"{path}: {added} lines to add, {removed} to remove")
            stale += 1
    if stale:
        print(f"{stale} files are out of step with scripts/facts: run scripts/{script}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
