"""What the API says of an error beside its message, read by attribute or by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from ._model import Model

if TYPE_CHECKING:
    from abc import ABCMeta
    from collections.abc import ItemsView, KeysView, ValuesView


class AnyErrorDetails(Model):
    """Base of the `details` of errors. It is a mapping too: `details["error_code"]` is `details.error_code`."""

    def __getitem__(self, name: str) -> Any:
        return self._received()[name]

    def __contains__(self, name: object) -> bool:
        return name in self._received()

    def __len__(self) -> int:
        return len(self._received())

    # A mapping is iterated for its names; pydantic would give names and values.
    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        return iter(self._received())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, AnyErrorDetails):
            return self._received() == other._received()
        return self._received() == other

    __hash__ = None  # type: ignore[assignment]

    def get(self, name: str, default: Any = None) -> Any:
        """What the API said under `name`."""
        return self._received().get(name, default)

    def keys(self) -> KeysView[str]:
        """The names that the API gave."""
        return self._received().keys()

    def values(self) -> ValuesView[Any]:
        """What stands under them."""
        return self._received().values()

    def items(self) -> ItemsView[str, Any]:
        """Names and values."""
        return self._received().items()

    def _received(self) -> dict[str, Any]:
        return self.to_dict(mode="json", warnings=False)


class UnknownErrorDetails(AnyErrorDetails):
    """Details with a code that this version does not know, or with none. Everything that came is in its attributes."""

    error_code: str | None = None


cast("ABCMeta", Mapping).register(AnyErrorDetails)  # a typing alias of a class that has this
