"""Data frames of what the API lists: items of pages, buckets of reports, results of batches.

Everything is plain rows until the last step, for which pandas is imported: `pip install 'claude-client[pandas]'`.

A field is a column under its name, a field of a nested object one under a dotted name
(`cache_creation.ephemeral_5m_input_tokens`); a list stays one value. Optional fields that came with no item have no
column. An amount of money stays the `Decimal` that came, in cents, and has the same in dollars next to it, as a float.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final, Protocol, TypeAlias, TypeGuard, cast, get_args, get_origin

import pydantic
from pydantic.fields import FieldInfo

if TYPE_CHECKING:
    import pandas as pd

Row: TypeAlias = dict[str, object]


class Model(Protocol):
    """A model of the API, as far as it is looked at here."""

    @property
    def model_fields_set(self) -> set[str]: ...

    @classmethod
    def __built__(cls) -> type[pydantic.BaseModel]: ...

    def to_dict(self, *, warnings: bool) -> dict[str, object]: ...


DOLLARS: Final = "amount_usd"
"""The column of an `amount` in dollars, where its currency is USD."""

_CENTS_IN_A_DOLLAR: Final = 100
_NUMBERS: Final = frozenset[object]((int, float, Decimal))
_USAGE_SHOWN: Final = (
    "usage.input_tokens",
    "usage.output_tokens",
    "usage.cache_read_input_tokens",
    "usage.cache_creation_input_tokens",
)
"""Columns that results of a batch have even if none of them succeeded."""


def check_pandas() -> None:
    """Say that pandas is needed before anything is asked for.

    Raises:
        ModuleNotFoundError: There is none.
    """
    try:
        import pandas  # noqa: F401  # pyright: ignore[reportUnusedImport]
    except ModuleNotFoundError as error:
        if error.name != "pandas":
            raise
        raise ModuleNotFoundError(
            "to_pandas() needs pandas: pip install 'claude-client[pandas]'", name="pandas"
        ) from error


def frame_of_items(items: Iterable[object], item_type: object) -> pd.DataFrame:
    """A row for each item or, where the items are buckets of a report, for each result of each bucket.

    Args:
        items: Read to their end, one after the other.
        item_type: What they are; it says what columns there are where there are no rows.
    """
    check_pandas()
    rows = [row for item in items for row in _rows(item)]
    return _frame(rows, _columns_of_items(item_type))


def frame_of_results(results: Iterable[Any], usage_type: type[Model], *, parsed: bool) -> pd.DataFrame:
    """A row for each result of a batch, whatever became of its request.

    Args:
        results: `MessageBatchIndividualResponse`s, read to their end, one after the other.
        usage_type: What the usage of a message is; it says what columns there are where there are no rows.
        parsed: Whether the outputs were read as a type.
    """
    check_pandas()
    rows = [_row_of_result(result, parsed=parsed) for result in results]
    outputs = {name: object for row in rows for name in row if name.partition(".")[0] == "parsed_output"}
    usage = {f"usage.{name}": annotation for name, annotation in columns(usage_type).items()}
    shown: dict[str, object] = dict.fromkeys(("custom_id", "result.type", "text"), str)
    if parsed:
        shown |= {**(outputs or {"parsed_output": object}), "parse_error": str}
    shown |= dict.fromkeys(("stop_reason", "model"), str)
    last: dict[str, object] = {"error.type": str, "error.message": str, "message": object}
    always = {*shown, *_USAGE_SHOWN, *last}
    return _frame(rows, {**shown, **usage, **last}, always)


# ---- rows ---------------------------------------------------------------------------------------------------


def _rows(item: object) -> Iterator[Row]:
    results = getattr(item, "results", None)
    if not _is_bucket(type(item)) or not isinstance(results, list):
        yield dict(flat(item))
        return
    bucket = {name: value for name, value in flat(item) if name != "results"}
    for result in cast("list[object]", results):
        yield {**bucket, **dict(flat(result))}


def _row_of_result(result: Any, *, parsed: bool) -> Row:
    message = result.message
    error = getattr(getattr(result.result, "error", None), "error", None)
    row: Row = {"custom_id": result.custom_id, "result.type": getattr(result.result, "type", None)}
    row["text"] = None if message is None else result.text
    if parsed:
        row.update(flat(result.parsed_output, "parsed_output"))
        row["parse_error"] = result.parse_error
    row["stop_reason"] = getattr(message, "stop_reason", None)
    row["model"] = getattr(message, "model", None)
    if message is not None:
        row.update(flat(message.usage, "usage"))
    row["error.type"] = getattr(error, "type", None)
    row["error.message"] = getattr(error, "message", None)
    row["message"] = message
    return row


def flat(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """The values in `value` by their dotted names; `value` itself, under `name`, where it has no fields."""
    fields = _fields(value)
    if fields is None:
        yield name or "value", _plain(value)
        return
    for key, inner in fields:
        yield from flat(inner, _below(name, key))
        if key == "amount" and _has_money(type(value)):
            yield _below(name, DOLLARS), _dollars(inner, getattr(value, "currency", None))


def _fields(value: object) -> Iterable[tuple[str, object]] | None:
    if isinstance(value, pydantic.BaseModel):
        return _fields_of_model(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [(field.name, getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, Mapping) and value:
        return [(str(key), inner) for key, inner in cast("Mapping[object, object]", value).items()]
    return None


def _fields_of_model(value: pydantic.BaseModel) -> Iterator[tuple[str, object]]:
    for name, field in type(value).model_fields.items():
        # Of what the API returns, a default says only that nothing came; of a type of the caller it is a value.
        if not _is_model(type(value)) or field.is_required() or name in value.model_fields_set:
            yield field.alias or name, getattr(value, name, None)
    yield from (value.model_extra or {}).items()


def _below(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key


def _plain(value: object) -> object:
    """`value` with the models in a list as dictionaries, as `pandas.json_normalize` takes them."""
    if not isinstance(value, list):
        return value
    return [_plain_item(each) for each in cast("list[object]", value)]


def _plain_item(item: object) -> object:
    return cast("Model", item).to_dict(warnings=False) if _is_model(type(item)) else item


def _has_money(type_: type[object]) -> bool:
    return _is_model(type_) and {"amount", "currency"} <= _fields_of_type(type_).keys()


def _dollars(amount: object, currency: object) -> float | None:
    return float(amount / _CENTS_IN_A_DOLLAR) if isinstance(amount, Decimal) and currency == "USD" else None


# ---- columns ------------------------------------------------------------------------------------------------


def _columns_of_items(item_type: object) -> dict[str, object]:
    if not _is_bucket(item_type):
        return columns(item_type) if _is_model(item_type) else {}
    found = columns(item_type)
    (result,) = get_args(found.pop("results"))
    inner = columns(result)
    # What tells the results of a bucket apart stands before what was counted.
    counted = {name: type_ for name, type_ in inner.items() if type_ in _NUMBERS}
    return {**found, **{name: type_ for name, type_ in inner.items() if name not in counted}, **counted}


def columns(model: type[Model], name: str = "") -> dict[str, object]:
    """The names that `flat` has for the fields of a model, in its order, and their types."""
    found: dict[str, object] = {}
    for key, field in _fields_of_type(model.__built__()).items():
        full, type_ = _below(name, field.alias or key), _without_none(field.annotation)
        if _is_model(type_):
            found |= columns(type_, full)
        else:
            found[full] = type_
        if key == "amount" and _has_money(model):
            found[_below(name, DOLLARS)] = float
    return found


def _is_model(type_: object) -> TypeGuard[type[Model]]:
    # Python 3.10 says of `list[int]` too that it is a class.
    return isinstance(type_, type) and get_origin(type_) is None and hasattr(type_, "__built__")


def _fields_of_type(type_: type[Any]) -> dict[str, FieldInfo]:
    return cast("type[pydantic.BaseModel]", type_).model_fields  # every model of the API is one of pydantic too


def _is_bucket(type_: object) -> TypeGuard[type[Model]]:
    return _is_model(type_) and {"starting_at", "ending_at", "results"} <= _fields_of_type(type_).keys()


def _without_none(annotation: object) -> object:
    if get_origin(annotation) is Annotated:
        return _without_none(get_args(annotation)[0])
    others = [each for each in get_args(annotation) if each is not type(None)]
    return others[0] if type(None) in get_args(annotation) and len(others) == 1 else annotation


# ---- the frame ----------------------------------------------------------------------------------------------


def _frame(rows: list[Row], known: Mapping[str, object], always: Iterable[str] = ()) -> pd.DataFrame:
    """`rows` as a data frame, whose columns are in the order of `known`, with what nobody foresaw behind.

    Without rows it has all known columns; otherwise those that some row has, and those in `always`.
    """
    import pandas as pd

    seen = dict.fromkeys(name for row in rows for name in row) if rows else dict.fromkeys(known)
    seen |= dict.fromkeys(always)
    names = [*(name for name in known if name in seen), *(name for name in seen if name not in known)]
    filled = [name for name in names if not _is_empty_parent(name, names, rows)]
    frame: pd.DataFrame = pd.DataFrame({n: _series([row.get(n) for row in rows], known.get(n)) for n in filled})
    return frame


def _is_empty_parent(name: str, names: Iterable[str], rows: Iterable[Row]) -> bool:
    """Whether a column stands for an object that is null here and has columns of its own there."""
    has_columns = any(other.startswith(f"{name}.") for other in names)
    return has_columns and all(row.get(name) is None for row in rows)


def _series(values: list[object], type_: object) -> pd.Series[Any]:
    """A column. pandas would make floats of whole numbers where some are missing, and objects of times."""
    import pandas as pd

    present = [value for value in values if value is not None]
    kinds = {type(value) for value in present}
    plain: pd.Series[Any] = pd.Series(values, dtype="object")
    if kinds == {datetime} or (not kinds and type_ is datetime):
        with suppress(ValueError):  # A time beyond the year 2262, before pandas 3.
            return pd.to_datetime(plain, utc=True)
        return plain
    if kinds == {bool}:
        return plain.astype("boolean" if len(present) < len(values) else "bool")
    if kinds == {int} or (not kinds and type_ is int):
        with suppress(OverflowError):
            return plain.astype("Int64" if len(present) < len(values) else "int64")
        return plain
    if (kinds <= {int, float} and kinds) or (not kinds and type_ is float):
        return plain.astype("float64")
    return plain.infer_objects() if kinds == {str} else plain
