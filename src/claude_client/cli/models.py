"""`models`, `tokens` and `cost`: what can be asked, how long it is, and what it costs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from .context import DEFAULT_MODEL, context_of
from .failures import UsageError
from .inputs import open_lines, read_prompt
from .options import AsJSON, Files, MaxTokens, Model, System, Words
from .output import write_items, write_json, write_rows

if TYPE_CHECKING:
    from ..types.cost import Cost


def models(
    context: typer.Context,
    model_id: Annotated[
        str | None, typer.Argument(metavar="[MODEL]", help="Only this one, with all that is known.")
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """List the models that the key can use."""
    with context_of(context).client() as client:
        if model_id is not None:
            write_json(client.models.retrieve(model_id))
            return
        write_items(
            client.models.list(limit=1000),
            ("model", "name", "input tokens", "output tokens", "created"),
            lambda model: (
                model.id,
                model.display_name,
                model.max_input_tokens,
                model.max_tokens,
                f"{model.created_at:%Y-%m-%d}",
            ),
            json=as_json,
        )


def tokens(
    context: typer.Context,
    words: Words = None,
    files: Files = None,
    system: System = None,
    model: Model = DEFAULT_MODEL,
    as_json: AsJSON = False,
) -> None:
    """Count the input tokens of a message, which costs nothing."""
    params: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "user", "content": read_prompt(words or [], files or [])}],
    }
    if system is not None:
        params["system"] = system
    with context_of(context).client() as client:
        count = client.messages.count_tokens(**params)
    if as_json:
        write_json(count)
    else:
        print(count.input_tokens)


def cost(
    context: typer.Context,
    words: Words = None,
    files: Files = None,
    system: System = None,
    model: Model = DEFAULT_MODEL,
    max_tokens: MaxTokens = 4096,
    messages: Annotated[
        Path | None,
        typer.Option(
            "--messages",
            metavar="PATH",
            help="Add up what the messages in this file cost: lines of JSON of `ask --json`, `jobs run` or `batches "
            "results`; - is standard input.",
        ),
    ] = None,
    as_json: AsJSON = False,
) -> None:
    """Estimate what a message will cost.

    The range goes from the input alone to all the output that is allowed. With --messages: what messages have cost.
    """
    if messages is not None:
        _write_costs(messages, as_json=as_json)
        return
    params: dict[str, Any] = {
        "model": model,
        "max_tokens": max_tokens,
        "messages": [{"role": "user", "content": read_prompt(words or [], files or [])}],
    }
    if system is not None:
        params["system"] = system
    with context_of(context).client() as client:
        estimate = client.messages.estimate(**params)
    least, most = estimate.min_cost.total, estimate.max_cost.total
    if as_json:
        write_json({"input_tokens": estimate.input_tokens, "max_tokens": max_tokens, "min_usd": least, "max_usd": most})
        return
    write_rows(
        ("", "tokens", "US dollars"),
        [("input", estimate.input_tokens, _dollars(least)), ("with all output", f"+ {max_tokens:,}", _dollars(most))],
    )


def _write_costs(path: Path, *, as_json: bool) -> None:
    from ..types import Message
    from ..types.cost import Cost, cost_of

    costs: dict[str, Cost] = {}
    counts: dict[str, int] = {}
    with open_lines(path) as lines:
        for number, found in lines:
            fields, in_batch = _find_message(found)
            if fields is None:
                continue
            if fields.get("type") != "message" or not isinstance(fields.get("model"), str):
                raise UsageError(f"{path}, line {number} has no message: expected what `ask --json` and others write")
            message = Message.model_validate_json(json.dumps(fields))
            model = str(message.model)
            costs[model] = costs.get(model, Cost()) + cost_of(message.usage, model, batch=in_batch)
            counts[model] = counts.get(model, 0) + 1
    total = sum(costs.values(), Cost())
    if as_json:
        write_json({"models": {model: each.total for model, each in costs.items()}, "usd": total.total})
        return
    write_rows(("model", "messages", "US dollars"), _cost_rows(costs, counts, total))


def _cost_rows(costs: dict[str, Cost], counts: dict[str, int], total: Cost) -> Iterator[tuple[object, ...]]:
    for model, each in costs.items():
        yield model, counts[model], _dollars(each.total)
    if len(costs) != 1:
        yield "total", sum(counts.values()), _dollars(total.total)


def _find_message(line: dict[str, Any]) -> tuple[dict[str, Any] | None, bool]:
    """The message in a line of output, and whether it was made in a batch; None where the request failed."""
    in_batch = bool(line.get("batch"))
    if "result" in line:
        if not isinstance(line["result"], dict):
            return {}, True
        line, in_batch = cast("dict[str, Any]", line["result"]), True
    elif "message" not in line and "error" not in line:
        return line, False
    message: object = line.get("message")
    return cast("dict[str, Any]", message) if message is None or isinstance(message, dict) else {}, in_batch


def _dollars(amount: Decimal) -> str:
    """An amount with all of its digits, at least to the cent."""
    text = f"{amount.normalize():f}"
    _, _, digits = text.partition(".")
    return text if len(digits) >= 2 else f"{amount:.2f}"
