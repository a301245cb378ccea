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
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

from ._index import ALIASES, MODULES, find, modules

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    # What it brings with it takes longer to import than everything else here.
    Loader = object

ROOT = __package__ or "claude_client.types"


def exports(package: str, names: str) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package of `names`, each of which is imported when it is first used.

    The list of all names is made when somebody asks for it. `types` itself has every type of ours beside `names`.
    """
    module = sys.modules[package]
    space = _relative(package)

    def __getattr__(name: str) -> object:  # noqa: N807
        if name == "__all__":
            own = [] if space else [each for those in modules().values() for each in those]
            value: object = sorted({*names.split(), *own})
        elif not name.startswith("_") and (f" {name} " in f" {names} " or (not space and _home(name))):
            value = resolve(space, name)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        setattr(module, name, value)
        return value

    def __dir__() -> list[str]:  # noqa: N807
        return sorted({*vars(module), *module.__all__})

    return __getattr__, __dir__


def resolve(namespace: str, name: str) -> object:
    """The type that the official package calls `name` in `namespace`.

    Raises:
        AttributeError: There is none.
    """
    own = _own_name(namespace, name)
    if own is None:
        raise AttributeError(f"there is no type {name!r} in {ROOT}.{namespace}".rstrip("."))
    value: object = getattr(import_module(f"{ROOT}.{_home(own)}"), own)
    return value


def _own_name(namespace: str, name: str) -> str | None:
    space = namespace.removeprefix("beta").removeprefix(".")
    for bare in (name, name.removeprefix("BetaManagedAgents"), name.removeprefix("Beta")):
        own = find(ALIASES, f"{space}.{bare}") or find(ALIASES, bare) or bare
        if _home(own):
            return own
    return None


def _home(name: str) -> str | None:
    """The module of a type."""
    found = max(MODULES.find(f" {name}{end}") for end in (" ", "\n"))
    return None if found < 0 else MODULES[MODULES.rindex("\n", 0, found) + 1 :].partition(":")[0]


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
        owner = next((name for name in exported if name.lower().replace("_", "") == wanted), None)
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
