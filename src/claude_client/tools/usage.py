"""The usage of a whole run: the sum over its messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from ..types import Message, Usage


def sum_usage(messages: Iterable[Message]) -> Usage:
    """Add up what the messages used. Numbers are added, also in objects; of anything else the last one is kept."""
    from ..types import Usage

    total: dict[str, Any] = {"input_tokens": 0, "output_tokens": 0}
    for message in messages:
        _add(total, message.usage.to_dict(mode="json", warnings=False))
    return Usage.model_validate(total)


def _add(total: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        before: Any = total.get(name)
        if isinstance(value, Mapping):
            total[name] = dict(cast("Mapping[str, Any]", before)) if isinstance(before, Mapping) else {}
            _add(total[name], cast("Mapping[str, Any]", value))
        elif _is_number(before) and _is_number(cast("object", value)):
            total[name] = before + value
        elif value is not None or before is None:
            total[name] = value


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
