"""The official package's names for the types, found when they are asked for. No second class is made for any of them.

`claude_client.types` and the packages below it know their names without importing what lies behind them. `Beta...`
is the same type as the name without it. The official package also has a module for each type
(`types.message_param`, `types.beta.beta_message_param`): importing one works too, and gives the same type. These
modules are made on import and exist at run time only; type checkers know the names in `types`, `types.beta` and the
other packages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

from ._index import ALIASES, MODULES

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    # What it brings with it takes longer to import than everything else here.
    Loader = object

ROOT = __package__ or "claude_client.types"


def importer(package: str) -> Callable[[str], object]:
    """The `__getattr__` of a package that lists names in `__all__`: each is imported when it is first used."""
    module = sys.modules[package]

    def __getattr__(name: str) -> object:  # noqa: N807
        if name not in module.__all__:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = resolve(_relative(package), name)
        setattr(module, name, value)
        return value

    return __getattr__


def resolve(namespace: str, name: str) -> object:
    """The type that the official package calls `name` in `namespace`.

    Raises:
        AttributeError: There is none.
    """
    own = _own_name(namespace, name)
    if own is None:
        raise AttributeError(f"there is no type {name!r} in {ROOT}.{namespace}".rstrip("."))
    value: object = getattr(import_module(f"{ROOT}.{_homes()[own]}"), own)
    return value


def _own_name(namespace: str, name: str) -> str | None:
    homes = _homes()
    space = namespace.removeprefix("beta").removeprefix(".")
    for bare in (name, name.removeprefix("BetaManagedAgents"), name.removeprefix("Beta")):
        own = ALIASES.get(f"{space}.{bare}", ALIASES.get(bare, bare))
        if own in homes:
            return own
    return None


@lru_cache(maxsize=1)
def _homes() -> dict[str, str]:
    """The module of each type."""
    return {name: module for module, names in MODULES.items() for name in names.split()}


def _relative(module: str) -> str:
    return module.removeprefix(ROOT).removeprefix(".")


class _OfficialModules(Loader):
    """Finds modules such as `types.message_param`. It is asked last, so a module that exists is never hidden."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """The module of a single type, if its package has such a type."""
        package, _dot, module = fullname.rpartition(".")
        if not package.startswith(ROOT):
            return None
        # The spelling of a module does not tell where the words of a type's name begin.
        wanted = module.replace("_", "")
        exported: list[str] = getattr(sys.modules[package], "__all__", [])
        owner = next((name for name in exported if name.lower() == wanted), None)
        return ModuleSpec(fullname, self, loader_state=owner) if owner else None

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave that to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Make the module give its type, and what the official one has beside it, such as `Request`."""
        assert module.__spec__ is not None
        owner = str(module.__spec__.loader_state)
        space = _relative(module.__name__.rpartition(".")[0])

        def __getattr__(name: str) -> object:  # noqa: N807
            if name.startswith("__"):
                raise AttributeError(name)
            inner = f"{owner}{name}"
            return resolve(space, inner if _own_name(space, inner) else name)

        module.__doc__ = f"The official package's module of `{owner}`."
        vars(module).update(__getattr__=__getattr__, __all__=[owner])


sys.meta_path.append(_OfficialModules())
