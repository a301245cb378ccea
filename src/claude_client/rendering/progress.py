"""How far an upload, a download, a wait or a list is: told by a bar of tqdm, or to a function of the caller's.

Loaded and made only where `progress=` asks for it. What is counted and against what is up to those who count.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Generator, Iterable
from importlib import import_module
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")

Progress: TypeAlias = Callable[[int, "int | None"], object] | bool
"""True shows a bar; a function is called with what is done and the total, None where nobody knows that."""


def meter(progress: Progress, what: str, unit: str = "B") -> Meter:
    """What tells how far `what` is.

    Args:
        progress: As the caller gave it.
        what: What stands in front of the bar.
        unit: What is counted; `B` are bytes.

    Raises:
        ImportError: A bar was asked for, and there is no tqdm.
    """
    return Meter(progress if callable(progress) else _bars(what, unit))


class Meter:
    """Counts what is done, and reports it. A retry is counted from 0 again."""

    def __init__(self, told: Callable[[int, int | None], object] | _Bars) -> None:
        self._told = told
        self._done = 0
        self._total: int | None = None

    def begin(self, total: int | None = None) -> None:
        """Begin to count, up to `total` where that is known."""
        self.end()
        self.at(0, total)

    def add(self, number: int) -> None:
        """So much more is done."""
        self.at(self._done + number, self._total)

    def at(self, done: int, total: int | None) -> None:
        """So much is done of so much."""
        self._done, self._total = done, total
        self._told(done, total)

    def end(self) -> None:
        """Nothing more will come. More than once does no harm."""
        if isinstance(self._told, _Bars):
            self._told.close()

    def over(
        self, items: Iterable[T], total: int | None = None, size: Callable[[T], int] | None = None
    ) -> Generator[T]:
        """`items`, each counted by its `size`, or as one, when the next one is asked for."""
        self.begin(total)
        try:
            for item in items:
                yield item
                self.add(1 if size is None else size(item))
        finally:
            self.end()

    async def over_async(
        self, items: AsyncIterable[T], total: int | None = None, size: Callable[[T], int] | None = None
    ) -> AsyncGenerator[T, None]:
        """The same of an asynchronous iterable, which is closed where the loop is left."""
        iterator = aiter(items)
        self.begin(total)
        try:
            async for item in iterator:
                yield item
                self.add(1 if size is None else size(item))
        finally:
            self.end()
            if (close := getattr(iterator, "aclose", None)) is not None:
                await close()


class _Bars:
    """Shows what is told as a bar of tqdm, and after `close()` as another one."""

    def __init__(self, make: Callable[..., Any], **looks: object) -> None:
        self._make = make
        self._looks = looks
        self._bar: Any = None

    def __call__(self, done: int, total: int | None) -> None:
        if self._bar is None:
            self._bar = self._make(total=total, **self._looks)
        elif (done, total) == (self._bar.n, self._bar.total):
            self._bar.refresh()  # so that it is seen that time goes by
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Leave the bar as it stands."""
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.close()


def _bars(what: str, unit: str) -> _Bars:
    try:
        make = import_module("tqdm.auto").tqdm
    except ImportError as error:
        raise ImportError(
            "progress=True shows a bar of tqdm: pip install 'claude-client[notebook]', "
            "or give a function that takes what is done and the total"
        ) from error
    if unit == "B":
        return _Bars(make, desc=what, unit="B", unit_scale=True, unit_divisor=1024)
    return _Bars(make, desc=what, unit=f" {unit}")
