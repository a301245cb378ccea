"""Finds the modules of the official package, and makes each give the counterparts of its names.

Nothing is loaded before it is used: a module is a `__getattr__` that asks `names` (by hand), types or resources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.machinery import ModuleSpec
from inspect import currentframe
from types import FrameType, ModuleType
from typing import TYPE_CHECKING, Any

from . import names
from .names import OFFICIAL, OFFICIAL_VERSION

if TYPE_CHECKING:
    from importlib.abc import Loader
    from importlib.metadata import Distribution
else:
    # What it brings with it takes longer to import than everything else here.
    Loader = object

Look = Callable[[str], object]
"""Gives the counterpart of a name, or raises `AttributeError`."""


class Finder(Loader):
    """Finds `anthropic` and what is below it, on `sys.meta_path` and for `importlib.metadata`."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """The module of that official name.

        Raises:
            ModuleNotFoundError: It has no counterpart. The official module is not looked for.
        """
        root, _dot, rest = fullname.partition(".")
        if root != OFFICIAL:
            return None
        look = _look(rest)
        if look is None:
            raise ModuleNotFoundError(_missing(fullname), name=fullname)
        # Each is a package: which of them the official package has as folders is nobody's business.
        return ModuleSpec(fullname, self, origin=__name__, loader_state=look, is_package=True)

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave that to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Make the module look up its names."""
        assert module.__spec__ is not None
        look, name = module.__spec__.loader_state, module.__name__

        def __getattr__(attribute: str) -> object:  # noqa: N807
            try:
                value = _find(name, look, attribute)
            except AttributeError:
                frame = currentframe()
                if frame is None or not _is_imported_by(frame.f_back):
                    raise
                raise ImportError(_missing(f"{name}.{attribute}"), name=name) from None
            setattr(module, attribute, value)
            return value

        def __dir__() -> list[str]:  # noqa: N807
            return sorted({*vars(module), *_names(name)})

        module.__doc__ = f"`{name}`, as claude_client has it."
        vars(module).update(__getattr__=__getattr__, __dir__=__dir__, __file__=__file__)

    def find_distributions(self, context: Any = None) -> Iterator[Distribution]:
        """What `importlib.metadata` tells of `anthropic`: its version and that this package stands for it."""
        if getattr(context, "name", None) == OFFICIAL:
            from .distribution import StandIn

            yield StandIn()


FINDER = Finder()


def _look(path: str) -> Look | None:
    """What looks up the names of the official module at `path`; None where there is no such module."""
    room = path.partition(".")[0]
    if path in names.MODULES:
        return lambda name: names.resolve(path, name)
    if room == "types":
        from .type_names import module_names

        return module_names(path)
    if room == "resources":
        from .resources import module_names

        return module_names(path)
    return None


def _find(module: str, look: Look, name: str) -> object:
    if not (name.startswith("__") and name.endswith("__")) or name in ("__all__", "__version__", "__title__"):
        if name == "__all__":
            return _names(module)
        # `import anthropic` is enough for `anthropic.types.beta`, as it is with the official package.
        if not name[0].isupper() and _look(f"{module}.{name}".partition(".")[2]) is not None:
            return import_module(f"{module}.{name}")
        try:
            return look(name)
        except AttributeError:
            pass
    raise AttributeError(_missing(f"{module}.{name}"))


def _names(module: str) -> list[str]:
    path = module.partition(".")[2]
    if path in names.MODULES:
        return names.list_names(path)
    if path.partition(".")[0] == "types":
        from .type_names import ELSEWHERE

        ours: list[str] = getattr(import_module(f"claude_client.{path}"), "__all__", [])
        return [*ours, *ELSEWHERE] if path == "types.beta" else [*ours]
    from .resources import class_names

    return class_names(path)


def _missing(name: str) -> str:
    return (
        f"{name} has no counterpart in claude_client, which stands in the place of anthropic {OFFICIAL_VERSION} "
        "in this process (claude_client.dropin)"
    )


def _is_imported_by(frame: FrameType | None) -> bool:
    """Whether `frame` stands at `from module import name`, for which Python would replace an AttributeError's text."""
    from dis import opmap

    return frame is not None and frame.f_lasti >= 0 and frame.f_code.co_code[frame.f_lasti] == opmap["IMPORT_FROM"]
