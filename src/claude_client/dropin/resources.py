"""The official package's classes of resources, each a view of one class of ours: of one path, client and form.

Ours has one class where the official package has twelve (`Messages`, `AsyncMessages`, those of `client.beta`, those
with raw and with streaming responses). Each view knows which resources are its own, so that
`isinstance(client.messages, AsyncMessages)` tells what it tells there, and a method replaced in one of the twelve, as
instrumentors do it, is replaced for that one.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib import import_module
from operator import attrgetter
from typing import Any, NamedTuple, cast

from ..client import API, AsyncClient
from ..core.endpoint import Binding, Resource

_ROOT = "resources"
_FORMS = {"WithRawResponse": "with_raw_response", "WithStreamingResponse": "with_streaming_response"}


class _Place(NamedTuple):
    path: str
    """Attributes from the client on."""
    is_async: bool
    form: str
    """The property that gives it, such as `with_raw_response`; empty for the resource itself."""

    @property
    def is_beta(self) -> bool:
        return self.path.partition(".")[0] == "beta"


def module_names(path: str) -> Callable[[str], object] | None:
    """What looks up the names of `anthropic.{path}`; None where there is no such module."""
    attributes = path.split(".")[1:]
    # A resource that has others below it is a folder, with a module of its own name in it.
    if len(attributes) > 1 and attributes[-1] == attributes[-2]:
        attributes.pop()
    if _class_at(attributes) is None:
        return None
    return lambda name: _resolve(attributes, name)


def class_names(path: str) -> list[str]:
    """The classes of that module."""
    attributes = path.split(".")[1:]
    if len(attributes) > 1 and attributes[-1] == attributes[-2]:
        attributes.pop()
    own = _class_at(attributes)
    spelled = {**_below(attributes), **({attributes[-1]: own.__name__} if attributes and own else {})}
    # Where a class of ours has another name than its attribute, the official one is named after that.
    bases = [
        name if _is_class_of(name, attribute) else attribute.title().replace("_", "")
        for attribute, name in spelled.items()
    ]
    return [f"{start}{base}{form}" for base in bases for start in ("", "Async") for form in ("", *_FORMS)]


def _resolve(attributes: list[str], name: str) -> object:
    if attributes == ["completions"] and name in ("HUMAN_PROMPT", "AI_PROMPT"):
        return getattr(import_module("claude_client"), name)
    form = next((form for form in _FORMS if name.endswith(form)), "")
    base = name.removesuffix(form)
    is_async = base.startswith("Async")
    base = base.removeprefix("Async")
    if attributes and _is_class_of(base, attributes[-1]):
        return _view(_Place(".".join(attributes), is_async, _FORMS.get(form, "")), name)
    for attribute in _below(attributes):
        if _is_class_of(base, attribute):
            return _view(_Place(".".join([*attributes, attribute]), is_async, _FORMS.get(form, "")), name)
    return _import_for_itself(attributes, name)


def _import_for_itself(attributes: list[str], name: str) -> object:
    """What the official module imports for its own use, which is found there too: types, and what calls give."""
    from . import names

    for line in ("pagination", "_base_client", "_response"):
        if name in names.MODULES[line]:
            return names.resolve(line, name)
    for path in ("types.beta", "types") if attributes[:1] == ["beta"] else ("types", "types.beta"):
        module = import_module(f"claude_client.{path}")
        if name[:1].isupper() and hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(name)


def _is_class_of(name: str, attribute: str) -> bool:
    """Whether the official class `name` is that of the attribute: `APIKeys` is that of `api_keys`."""
    return name[:1].isupper() and name.lower() == attribute.replace("_", "")


def _class_at(attributes: list[str]) -> type[Resource[Any]] | None:
    """Our class at that path from a client, without a client; None where there is nothing."""
    ways: dict[str, Any] = dict.fromkeys(Binding._fields, _never)
    found: Any = API[Any](Binding(**ways))
    for attribute in attributes:
        found = None if attribute.startswith(("_", "with_")) else getattr(found, attribute, None)
        if not _is_resource(found):
            return None
    return cast("type[Resource[Any]]", found.__class__)


def _is_resource(value: object) -> bool:
    return isinstance(value, Resource)


def _never(request: object) -> object:
    raise RuntimeError(f"{request!r} belongs to no client")


def _below(attributes: list[str]) -> dict[str, str]:
    """The resources below a path, with the names of their classes; none of them is loaded."""
    own = _class_at(attributes)
    properties = {
        name: getattr(value, "func", None) or getattr(value, "fget", None)
        for cls in reversed(own.__mro__ if own else ())
        for name, value in vars(cls).items()
        if not name.startswith(("_", "with_"))
    }
    told = {name: function.__annotations__.get("return", "") for name, function in properties.items() if function}
    return {
        name: text.removesuffix("[Mode]")
        for name, text in told.items()
        if text.endswith("[Mode]") and (name != "beta" or not attributes)
    }


@functools.cache
def _view(place: _Place, name: str) -> type:
    ours = _class_at(place.path.split("."))
    # With methods of its own, as tracers look for them in `vars()`: what replaces one wraps no other view's.
    methods = {
        name: value.original if isinstance(value, _Replaced) else value
        for cls in reversed(ours.__mro__ if ours else ())
        for name, value in vars(cls).items()
        if isinstance(value, _Replaced) or hasattr(value, "build")
    }
    view = View(name, (ours or Resource,), {**methods, "__module__": f"anthropic.{_ROOT}.{place.path}"})
    type.__setattr__(view, "_place", place)
    type.__setattr__(view, "__doc__", ours.__doc__)
    return view


class View(type):
    """The class of an official class: `isinstance` and replaced methods go by the place of a resource."""

    _place: _Place

    def __call__(cls, client: Any) -> Any:
        """The resource of that client."""
        found = attrgetter(cls._place.path)(client)
        return getattr(found, cls._place.form) if cls._place.form else found

    def __instancecheck__(cls, instance: object) -> bool:
        place = cls.__dict__.get("_place")
        if place is None:  # a class that extends an official one
            return super().__instancecheck__(instance)
        return isinstance(instance, cls.__mro__[1]) and _matches(place, cast("Resource[Any]", instance))

    def __setattr__(cls, name: str, value: object) -> None:
        """Replace a method for the resources of this view."""
        ours, place = cls.__mro__[1], cls.__dict__.get("_place")
        super().__setattr__(name, value)
        if place is None or (name.startswith("__") and name.endswith("__")):
            return
        present = ours.__dict__.get(name)
        if not isinstance(present, _Replaced):
            present = _Replaced(name, getattr(ours, name, None) if present is None else present)
            setattr(ours, name, present)
        present.by_place[place] = value

    def __delattr__(cls, name: str) -> None:
        super().__delattr__(name)
        present = cls.__mro__[1].__dict__.get(name)
        if isinstance(present, _Replaced):
            present.by_place.pop(cls._place, None)


class _Replaced:
    """A method that is another one for the resources of some views. It goes before what a resource itself keeps."""

    def __init__(self, name: str, original: Any) -> None:
        self.name = name
        self.original = original
        self.by_place: dict[_Place, Any] = {}

    def __get__(self, resource: Any, owner: Any) -> Any:
        if resource is None:
            return self.original.__get__(None, owner)
        if f"{self.name} of its own" in resource.__dict__:
            return resource.__dict__[f"{self.name} of its own"]
        for place, value in self.by_place.items():
            if _matches(place, resource):
                return value.__get__(resource, owner)
        return self.original.__get__(resource, owner)

    def __set__(self, resource: Any, value: object) -> None:
        resource.__dict__[f"{self.name} of its own"] = value

    def __delete__(self, resource: Any) -> None:
        resource.__dict__.pop(f"{self.name} of its own", None)


def _matches(place: _Place, resource: Resource[Any]) -> bool:
    binding = resource._binding  # pyright: ignore[reportPrivateUsage]  # what a view is a view of
    client = binding.client
    form = {binding.raw: "with_raw_response", binding.streamed: "with_streaming_response"}.get(binding.send, "")
    return (binding.beta, isinstance(client, AsyncClient), form) == (place.is_beta, place.is_async, place.form)
