"""What the generated types stand on: the base class of what the API returns, and unions that outlive their version.

`Model` keeps what it does not know. `Tagged` makes a union of models be chosen by a field such as `type`, in pydantic's
Rust core, and gives an `Unknown` for a variant that came later. Reading bytes is left to
`claude_client.core.decoding`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from threading import RLock
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

import pydantic
from pydantic import ConfigDict
from pydantic_core import core_schema
from typing_extensions import Self, get_type_hints, is_typeddict

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

    from .response_info import ResponseInfo

logger: logging.Logger = logging.getLogger("claude_client")

T = TypeVar("T")
M = TypeVar("M", bound=pydantic.BaseModel)
Args: TypeAlias = Iterable[tuple[Any, Any]]


class NotebookRepr:
    """What notebooks ask for how it is to be shown. Whatever a model has in a field of such a name is not asked."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from ..rendering import as_html

        return as_html(self)


class Model(NotebookRepr, pydantic.BaseModel):
    """Base class of everything the API returns. Fields that this version does not know are kept, as attributes too."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", defer_build=True, protected_namespaces=())

    # A slot and no private attribute, which would cost a Python call for each of the models in a response.
    __slots__ = ("_response",)

    if not TYPE_CHECKING:
        # The name is taken by a field in none of the API's responses; should one come, the field wins.
        @property
        def response(self) -> ResponseInfo | None:
            return getattr(self, "_response", None)
    else:

        @property
        def response(self) -> ResponseInfo | None:
            """The headers, request id and rate limits that came with this object; None on what lies inside it."""

    def _attach(self, response: ResponseInfo) -> None:
        """Let the object know the response that it came with."""
        object.__setattr__(self, "_response", response)

    @property
    def _request_id(self) -> str | None:
        """The API's id of the request that this came from."""
        return self.response.request_id if self.response else None

    def to_dict(
        self,
        *,
        mode: Literal["json", "python"] = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> dict[str, object]:
        """The object as plain values, nested ones too: what was received, under the API's names.

        Args:
            mode: `json` turns dates and other objects into what JSON has; `python` keeps them.
            use_api_names: `from` instead of `from_`, where Python asked for another name.
            exclude_unset: Leave out what the API did not send.
            exclude_defaults: Leave out what equals its default.
            exclude_none: Leave out what is None.
            warnings: Warn of values of another type than the field's.
        """
        return self.model_dump(
            mode=mode,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )

    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> str:
        """The object as JSON, with `indent` spaces a level or, at None, on one line; the rest as in `to_dict`."""
        return self.model_dump_json(
            indent=indent,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )

    def __repr__(self) -> str:
        from ..rendering.lines import line

        return line(self)

    def __repr_args__(self) -> Args:
        # For `str()` and pretty printers, which show everything: the dozen fields that were left out say nothing.
        fields = self.model_fields_set
        return [(name, value) for name, value in super().__repr_args__() if name in fields or value is not None]

    @classmethod
    def __built__(cls) -> type[Self]:
        """The class with its validator and serializer made; tables ask for it, and know a model of the API by it."""
        return build_model(cls)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if not cls.__pydantic_complete__:
            type.__setattr__(cls, "__pydantic_serializer__", _LateSerializer(cls.__pydantic_serializer__))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        reference = handler(source)
        schema = cast("dict[str, Any]", handler.resolve_ref_schema(reference))
        while schema["type"] != "model-fields":
            schema = schema["schema"]
        for name, field in schema["fields"].items():
            opened = _open_literals(field["schema"], keep=name == "type")
            field["schema"] = opened if opened["type"] == "default" else _optional(opened, cls.__name__, name)
        return reference

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(cast("CoreSchema", _require_documented(cast("dict[str, Any]", schema))))


class _LateSerializer:
    """Stands in for the serializer of a model that was never built on its own, being only ever part of another.

    Before 2.14 pydantic's core stumbles over such a model when it meets it in a plain list or dictionary, which is
    where content lies that is sent back. https://github.com/pydantic/pydantic/issues/13647
    """

    def __init__(self, placeholder: object) -> None:
        self.placeholder = placeholder

    def __get__(self, instance: Model | None, owner: type[Model]) -> object:
        # Building the class looks here itself, and has to find what pydantic put here.
        return self.placeholder if instance is None else build_model(owner).__pydantic_serializer__


# Builds may begin on several threads at once, and before 2.14 pydantic does not keep them apart.
_building = RLock()


def build_model(model: type[M]) -> type[M]:
    """`model` with its validator and serializer made, which otherwise is put off to their first use."""
    with _building:
        model.model_rebuild()
    return model


class OpenModel(Model):
    """Base class of objects that have any field beside those listed."""


class Unknown(Model):
    """A variant that this version of the package does not know. Everything that came is in its attributes."""


def _open_literals(schema: dict[str, Any], *, keep: bool = False) -> dict[str, Any]:
    """`schema` with each set of strings open for others, unless the response is read strictly.

    Args:
        keep: Leave a single string closed: it tells what the model is.
    """
    kind = schema["type"]
    if kind == "literal" and all(isinstance(value, str) for value in schema["expected"]):
        return schema if keep and len(schema["expected"]) == 1 else _open_literal(schema)
    if kind in ("default", "nullable"):
        schema["schema"] = _open_literals(schema["schema"], keep=keep)
    elif kind == "list" and "items_schema" in schema:
        schema["items_schema"] = _open_literals(schema["items_schema"])
    elif kind == "union":
        choices = schema["choices"]
        if any(choice["type"] == "str" for choice in choices):
            # Known names beside any string are for editors, and cost nothing here.
            choices = [choice for choice in choices if choice["type"] != "literal"]
        schema["choices"] = [_open_literals(choice) for choice in choices]
    return schema


def _optional(schema: dict[str, Any], model: str, field: str) -> dict[str, Any]:
    """`schema` of a required field as one that may be missing or null, and is None then.

    An older version of the API, a gateway or a compatible server leaves fields out. Validation that failed for it would
    make each of its responses many times slower. Where a response is read strictly, `core.decoding` refuses it.
    """
    nullable = cast("CoreSchema", schema)
    if field != "type":  # a tag is never null, and each event of a stream has two
        nullable = core_schema.nullable_schema(nullable)
    return cast("dict[str, Any]", core_schema.with_default_schema(nullable, default_factory=_Missing(model, field)))


def _require_documented(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` with the fields required that `_optional` let be missing: a JSON schema tells what the API documents."""
    if schema["type"] != "model-fields":
        return {**schema, "schema": _require_documented(schema["schema"])} if "schema" in schema else schema
    fields = {
        name: {**field, "schema": _without_null(field["schema"]["schema"])}
        if isinstance(field["schema"].get("default_factory"), _Missing)
        else field
        for name, field in schema["fields"].items()
    }
    return {**schema, "fields": fields}


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    return cast("dict[str, Any]", schema["schema"]) if schema["type"] == "nullable" else schema


class _Missing:
    """Gives the value of a field that a response lacks, and tells the log the first time."""

    __slots__ = ("field", "logged", "model")

    def __init__(self, model: str, field: str) -> None:
        self.model = model
        self.field = field
        self.logged = False

    def __call__(self) -> None:
        if not self.logged:
            self.logged = True
            logger.warning("%s: a response lacks %s, which the API documents as always there", self.model, self.field)


def _open_literal(schema: dict[str, Any]) -> dict[str, Any]:
    as_it_is = core_schema.simple_ser_schema("any")
    return cast(
        "dict[str, Any]",
        core_schema.lax_or_strict_schema(core_schema.str_schema(), cast("CoreSchema", schema), serialization=as_it_is),
    )


class Tagged:
    """In the metadata of a union: the member is chosen by what the field `key` says.

    A union of models takes an unknown tag as `Unknown`; one of `TypedDict`s, which is what the API is sent, refuses it.
    """

    def __init__(self, key: str, default: str | None = None) -> None:
        """Args:
        key: The name of the field.
        default: The tag of what comes without one.
        """
        self.key = key
        self.default = default

    def tags(self, union: object) -> dict[str, Any]:
        """The members of `union` by their tags."""
        return {tag: member for member in get_args(union) for tag in _tags(member, self.key)}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = self.tags(source)
        choices = {tag: handler.generate_schema(member) for tag, member in members.items()}
        known: CoreSchema = core_schema.tagged_union_schema(dict(choices), self.key)
        if self.default is not None:
            known = core_schema.tagged_union_schema(dict(choices), self._tag_of)
        if any(is_typeddict(member) for member in members.values()):
            return known
        later = core_schema.no_info_before_validator_function(self._refuse(members), handler.generate_schema(Unknown))
        lax = core_schema.union_schema([known, later], mode="left_to_right")
        # By what a value is, not by what the union lists: an `Unknown` is none of its members.
        return core_schema.lax_or_strict_schema(lax, known, serialization=core_schema.simple_ser_schema("any"))

    def _tag_of(self, value: Any) -> object:
        return _get(value, self.key) or self.default

    def _refuse(self, members: Mapping[str, object]) -> Any:
        def refuse_known(value: Any) -> Any:
            tag = _get(value, self.key)
            if not isinstance(tag, str) or tag in members:
                raise ValueError(f"{self.key} is not a tag of an unknown type")
            return value

        return refuse_known


def _get(value: Any, key: str) -> object:
    return cast("object", value.get(key) if hasattr(value, "get") else getattr(value, key, None))


def _tags(member: Any, key: str) -> tuple[str, ...]:
    later = next((mark for mark in getattr(member, "__metadata__", ()) if isinstance(mark, LazyType)), None)
    if later is not None and later.tag is not None:
        return (later.tag,)
    if is_typeddict(member):
        annotation: Any = get_type_hints(member)[key]
    else:
        annotation = member.model_fields[key].annotation
    return tuple(tag for tag in _flat(annotation) if isinstance(tag, str))


def _flat(annotation: Any) -> Iterable[object]:
    for arg in get_args(annotation):
        yield from _flat(arg) if get_args(arg) else (arg,)


class LazyType:
    """In the metadata of a field: its type is imported when a response first holds one.

    It keeps the hundred models of what few responses have out of the time to the first response.
    """

    def __init__(self, module: str, name: str, tag: str | None = None) -> None:
        """Args:
        module: The module of the type.
        name: Its name there.
        tag: What `Tagged` tells it by, where it is a member of such a union.
        """
        self.module = module
        self.name = name
        self.tag = tag

    @property
    def type(self) -> Any:
        """The type itself; this imports its module."""
        from importlib import import_module

        return getattr(import_module(self.module), self.name)

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.lax_or_strict_schema(
            core_schema.no_info_after_validator_function(self._lax, core_schema.any_schema()),
            core_schema.no_info_after_validator_function(self._strict, core_schema.any_schema()),
            serialization=core_schema.simple_ser_schema("any"),
        )

    def _lax(self, value: object) -> object:
        return adapter(self.type).validate_python(value)

    def _strict(self, value: object) -> object:
        # Through JSON, so that strict does not mean that a date must have been a `datetime` already.
        return adapter(self.type).validate_json(pydantic.TypeAdapter(object).dump_json(value), strict=True)


_adapters: dict[Any, pydantic.TypeAdapter[Any]] = {}


def adapter(type_: Any) -> pydantic.TypeAdapter[Any]:
    """The `TypeAdapter` of `type_`, made once."""
    found = _adapters.get(type_)
    if found is None:
        with _building:
            found = _adapters[type_] = pydantic.TypeAdapter(type_)
            found.rebuild()
    return found


class _AsList:
    """Makes a list of any iterable: an iterator would be empty the second time."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (item,) = get_args(source)
        members = get_args(item) if get_origin(item) in (Union, UnionType) else (item,)
        sent = [member for member in members if not _is_taken_as_it_is(member)]
        schema = handler.generate_schema(Union[tuple(sent)])  # noqa: UP007
        if len(sent) < len(members):
            schema = core_schema.no_info_wrap_validator_function(_object_or, schema)
        return core_schema.list_schema(schema)


def _is_taken_as_it_is(member: Any) -> bool:
    """Whether a member of a union is what came from the API, or something that says itself how it is sent."""
    if get_origin(member) is Annotated:
        return all(_is_taken_as_it_is(variant) for variant in get_args(get_args(member)[0]))
    # Python 3.10 says of `Mapping[str, object]` too that it is a class.
    if not isinstance(member, type) or get_origin(member) is not None:
        return get_origin(member) is type
    return issubclass(member, Model) or hasattr(cast("object", member), "_is_protocol")


def _object_or(value: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
    """Takes an object that is not a plain value as it is."""
    return value if isinstance(value, (Model, type)) or hasattr(value, "to_param") else validate(value)


IterableParam: TypeAlias = Annotated[Iterable[T], _AsList()]
"""A parameter that takes any iterable; read as a list where it is validated."""


class _Open:
    """Reads a `TypedDict` that takes keys beside its own."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(get_args(source)[0])
        cast("dict[str, Any]", handler.resolve_ref_schema(schema))["extra_behavior"] = "allow"
        return schema


# Type checkers that know `extra_items` are few.
OpenDict: TypeAlias = Annotated[T | Mapping[str, object], _Open()]
"""A `TypedDict` that takes keys beside its own."""
