"""Shows the package in the reference as its callers see it. An extension of griffe, which reads the sources.

- A method that builds a request is shown with the parameters of the `TypedDict` that it unpacks, and with what a call
  gives. The options that every call takes stay together under the name of their type.
- The fields of a type are a list, not a heading each.
- A second name for something says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import griffe

OPTIONS = {"ClientOptions", "RequestOptions", "WorkspaceOptions", "UserProfileOptions"}
BY_KEYWORD = griffe.ParameterKind.keyword_only
NOT_MADE_BY_CALLERS = (
    "claude_client.files.download.",
    "claude_client.core.endpoint.Resource",
    "claude_client.errors.",
    "claude_client.core.middleware.APIRequest",
    "claude_client.core.pages.",
    "claude_client.core.response.",
    "claude_client.sandbox.request_log.",
    "claude_client.streaming.batches.",
    "claude_client.streaming.events.",
    "claude_client.streaming.messages.",
    "claude_client.streaming.stream.",
    "claude_client.tools.runner.",
)
GENERATED = re.compile(r"\n\nWritten by `scripts/generate_\w+\.py`\.")
API_PAGE = re.compile(r"^API: (https://\S+)$", re.MULTILINE)
SEVERAL = re.compile(r"^( +)(\w+(?:, \w+)+)(: .*)$", re.MULTILINE)


class Field(NamedTuple):
    """A key of a `TypedDict`."""

    name: str
    annotation: Any
    required: bool
    text: str


class AsCallersSee(griffe.Extension):
    """Rewrites what griffe found, once all of the package is read."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Rewrite every class, function and attribute of the package."""
        for member in pkg.members.values():
            # What is found by its public name too has both on its page. The stub that tells of these has no `__all__`.
            if isinstance(member, griffe.Alias) and member.target_path.startswith(f"{pkg.name}."):
                member.resolve_target()
        for obj in objects(pkg):
            if obj.docstring is not None:
                obj.docstring.value = prepared(obj.docstring.value)
            if isinstance(obj, griffe.Function):
                as_called(obj)
            elif isinstance(obj, griffe.Attribute):
                tell_value(obj)
        # The parameters of methods are read from these classes above, so the classes come last.
        for obj in objects(pkg):
            if isinstance(obj, griffe.Class):
                list_fields(obj)
                if obj.path.startswith(NOT_MADE_BY_CALLERS):
                    obj.members.pop("__init__", None)


def objects(parent: griffe.Object) -> Iterator[griffe.Object]:
    """Everything that is defined below `parent`."""
    for member in [*parent.members.values()]:
        if not isinstance(member, griffe.Alias):
            yield member
            yield from objects(member)


def prepared(text: str) -> str:
    """A docstring whose link to the API's page is one, and in which each parameter has a line of its own."""
    text = API_PAGE.sub(r"\n[The API's page](\1)", GENERATED.sub("", text))
    return SEVERAL.sub(lambda m: "\n".join(f"{m[1]}{name}{m[3]}" for name in m[2].split(", ")), text)


# ---- methods --------------------------------------------------------------------------------------------------------


def as_called(function: griffe.Function) -> None:
    """Show the parameters that callers give, and what they get."""
    # First, as the docstring is read when the parameters are described.
    result = function.annotation
    if isinstance(result, griffe.ExprSubscript) and str(result.left) == "Request":
        results = result.slice.elements if isinstance(result.slice, griffe.ExprTuple) else [result.slice]
        function.returns = results[0]
        tell_async_result(function, results[1:])
    elif function.overloads:
        results_on, async_results = (results_by_client(function.overloads, mode) for mode in ("Sync", "Async"))
        if results_on:
            function.overloads = None
            function.returns = union(results_on)
            tell_async_result(function, async_results)
    for parameter in [*function.parameters]:
        unpacked = unpacked_class(parameter)
        if unpacked is None:
            continue
        if unpacked.name in OPTIONS and function.name != "__init__":
            assert isinstance(parameter.annotation, griffe.ExprSubscript)
            parameter.annotation = parameter.annotation.slice
            name_options(function, unpacked)
        else:
            unpack(function, parameter, unpacked)


def tell_async_result(function: griffe.Function, results: Sequence[Any]) -> None:
    """Say below the signature what the call gives on `AsyncClient`, where that is another type."""
    told = [re.sub(r"^Coroutine\[Any, Any, (.*)\]$", r"\1", str(each)) for each in results]
    if told and told != [str(function.returns)] and function.docstring is not None:
        shown = ", ".join(f"`{each}`" for each in dict.fromkeys(told))
        first, *rest = function.docstring.value.split("\n\n", 1)
        function.docstring.value = "\n\n".join([first, f"On `AsyncClient`: {shown}.", *rest])


def unpacked_class(parameter: griffe.Parameter) -> griffe.Class | None:
    """The `TypedDict` that a `**parameter` is made of."""
    annotation = parameter.annotation
    if parameter.kind is not griffe.ParameterKind.var_keyword or not isinstance(annotation, griffe.ExprSubscript):
        return None
    assert parameter.function is not None
    return target(parameter.function.modules_collection[annotation.slice.canonical_path])


def target(found: Any) -> griffe.Class:
    """The class itself, where another module's name of it was found."""
    return found.final_target if isinstance(found, griffe.Alias) else found


def unpack(function: griffe.Function, parameter: griffe.Parameter, unpacked: griffe.Class) -> None:
    """Put the fields of `unpacked` in the place of `parameter`; the list of parameters tells their types."""
    # A parameter of its own goes before the key of the same name.
    own = {each.name for each in function.parameters}
    fields = [field for field in fields_of(unpacked) if field.name not in own]
    options = next((cls.name for cls in lineage(unpacked) if cls.name in OPTIONS and cls is not unpacked), None)
    del function.parameters[parameter.name]
    for field in sorted(fields, key=lambda field: not field.required):
        default = None if field.required else "None"
        function.parameters.add(
            griffe.Parameter(field.name, annotation=field.annotation, kind=BY_KEYWORD, default=default)
        )
    if options is not None:
        annotation = griffe.ExprName(options, parent=function.modules_collection["claude_client.types.request_options"])
        function.parameters.add(
            griffe.Parameter("options", annotation=annotation, kind=griffe.ParameterKind.var_keyword)
        )
        name_options(function, next(cls for cls in lineage(unpacked) if cls.name == options))
    put_required_first(function)
    described = function.parent if function.name == "__init__" else function
    if described is not None and described.docstring is not None:
        # What it says of the keywords as a whole.
        described.docstring.value = re.sub(rf"\n +{parameter.name}: .*", "", described.docstring.value)
        describe(described.docstring, fields)
        for each in function.parameters:
            if each.kind is not griffe.ParameterKind.var_keyword:
                each.annotation = None


def name_options(function: griffe.Function, options: griffe.Class) -> None:
    """Give those options of every call a parameter of their own that the docstring says something of."""
    text = function.docstring.value if function.docstring is not None else ""
    for field in fields_of(options, whole=True):
        if re.search(rf"^ +{field.name}: ", text, re.MULTILINE) and field.name not in function.parameters:
            function.parameters.add(
                griffe.Parameter(field.name, annotation=field.annotation, kind=BY_KEYWORD, default="None")
            )
    put_required_first(function)


def put_required_first(function: griffe.Function) -> None:
    """Order the keywords as a reader wants to meet them."""
    keywords = [each for each in function.parameters if each.kind is BY_KEYWORD]
    rest = [each for each in function.parameters if each.kind is not BY_KEYWORD]
    before = [each for each in rest if each.kind is not griffe.ParameterKind.var_keyword]
    after = [each for each in rest if each.kind is griffe.ParameterKind.var_keyword]
    keywords.sort(key=lambda each: each.default is not None)
    function.parameters = griffe.Parameters(*before, *keywords, *after)


def describe(docstring: griffe.Docstring, fields: list[Field]) -> None:
    """Add to a docstring the parameters that it does not speak of itself, with what their fields say."""
    sections = docstring.parsed
    section = next((each for each in sections if each.kind is griffe.DocstringSectionKind.parameters), None)
    if section is None:
        section = griffe.DocstringSectionParameters([])
        texts = [n for n, each in enumerate(sections) if each.kind is griffe.DocstringSectionKind.text]
        sections.insert(texts[0] + 1 if texts else 0, section)
    said = {item.name for item in section.value}
    for field in fields:
        if field.name not in said:
            item = griffe.DocstringParameter(field.name, annotation=field.annotation, description=field.text)
            item.value = None if field.required else "None"
            section.value.append(item)


def fields_of(cls: griffe.Class, *, whole: bool = False) -> list[Field]:
    """The fields of a `TypedDict` and of those that it derives from; the options of every call only as a `whole`."""
    fields: dict[str, Field] = {}
    for each in reversed([*lineage(cls)]):
        if each.name in OPTIONS and each is not cls and not whole:
            continue
        for attribute in own_attributes(each):
            annotation, required = attribute.annotation, False
            if isinstance(annotation, griffe.ExprSubscript) and str(annotation.left) == "Required":
                annotation, required = annotation.slice, True
            text = attribute.docstring.value if attribute.docstring else ""
            fields[attribute.name] = Field(attribute.name, annotation, required, text)
    return [*fields.values()]


def lineage(cls: griffe.Class) -> Iterator[griffe.Class]:
    """A class and those of the package that it derives from."""
    yield cls
    for base in cls.bases:
        path = getattr(base, "canonical_path", "")
        if path.startswith("claude_client."):
            yield from lineage(target(cls.modules_collection[path]))


def own_attributes(cls: griffe.Class) -> list[griffe.Attribute]:
    """The attributes that a class itself says something of."""
    return [member for member in cls.members.values() if isinstance(member, griffe.Attribute)]


def results_by_client(overloads: list[griffe.Function], client: str) -> list[Any]:
    """What a method whose overloads are told apart by the client gives on one, a result for each way to call it."""
    results: dict[str, Any] = {}
    for overload in overloads:
        mode = str(overload.parameters["self"].annotation) if "self" in overload.parameters else ""
        result = overload.annotation
        if mode.endswith(f"[{client}]") and "|" not in str(result):
            results[str(result)] = result
    return [*results.values()]


def union(expressions: Sequence[Any]) -> Any:
    """The union of `expressions`."""
    first, *others = expressions
    for other in others:
        first = griffe.ExprBinOp(first, "|", other)
    return first


# ---- types ----------------------------------------------------------------------------------------------------------


def list_fields(cls: griffe.Class) -> None:
    """Show the fields of a class in one list, and no heading for each."""
    fields = [field for field in own_attributes(cls) if "property" not in field.labels]
    shown = [each for each in fields if each.is_public and each.annotation is not None and each.name != "model_config"]
    if shown:
        if cls.docstring is None:
            cls.docstring = griffe.Docstring("", parent=cls)
        items = [
            griffe.DocstringAttribute(
                field.name,
                annotation=unwrapped(field.annotation),
                description=prepared(field.docstring.value) if field.docstring else "",
            )
            for field in shown
        ]
        cls.docstring.parsed.append(griffe.DocstringSectionAttributes(items, title="Fields:"))
        if "dataclass" in cls.labels:
            # What it is made with are its fields.
            cls.members.pop("__init__", None)
    for field in shown:
        del cls.members[field.name]


def unwrapped(annotation: Any) -> Any:
    """`T` for `ClassVar[T]`; the other marks on a field say something to the reader."""
    return annotation.slice if str(getattr(annotation, "left", "")) == "ClassVar" else annotation


def tell_value(attribute: griffe.Attribute) -> None:
    """Say of `copy = with_options` that it is another name, and nothing of a value that says nothing."""
    value = str(attribute.value)
    if value.startswith("cast("):
        attribute.value = None
    parent = attribute.parent
    if attribute.docstring is None and value != attribute.name and parent is not None and value in parent.members:
        attribute.docstring = griffe.Docstring(f"Another name for `{value}`.", parent=attribute)
