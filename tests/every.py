"""One test for many cheap checks of the same kind."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

SHOWN = 20


def every(
    names: str, values: Iterable[Any], name_of: Callable[[Any], object] = repr
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """What `pytest.mark.parametrize` does, as one test: it checks each of the values, and names all that fail.

    A test of its own costs pytest two milliseconds and more, and each process that runs tests a collection. Fixtures are
    made once for all values.
    """
    keys = names.split(", ")
    cases = [*values]

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        @wraps(check)
        def check_all(**fixtures: Any) -> None:
            failures: dict[object, Exception] = {}
            for case in cases:
                given = dict(zip(keys, case if len(keys) > 1 else (case,), strict=True))
                try:
                    check(**fixtures, **given)
                except Exception as error:
                    failures[name_of(case)] = error
            raise_failures(failures, len(cases))

        signature = inspect.signature(check)
        own = [parameter for name, parameter in signature.parameters.items() if name not in keys]
        check_all.__signature__ = signature.replace(parameters=own)  # type: ignore[attr-defined]
        return check_all

    return decorate


def raise_failures(failures: Mapping[object, Exception], checked: int) -> None:
    """Fail with the names of what failed and why, and with the traceback of the first."""
    if not checked:
        raise AssertionError("nothing was checked")
    if failures:
        shown = [f"{name}: {type(error).__name__}: {error}" for name, error in failures.items()]
        rest = [f"and {len(shown) - SHOWN} more"] if len(shown) > SHOWN else []
        summary = "\n".join([f"{len(failures)} of {checked} fail:", *shown[:SHOWN], *rest])
        raise AssertionError(summary) from next(iter(failures.values()))
