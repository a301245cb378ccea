"""Charts of usage and cost reports: tokens or money over time, told apart by model, workspace, key or kind of token.

What is shown is worked out in plain values. matplotlib is imported for the drawing only:
`pip install 'claude-client[plot]'`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias, cast

from typing_extensions import TypedDict

from .lines import class_names

if TYPE_CHECKING:
    from matplotlib.axes import Axes

By: TypeAlias = Literal["model", "workspace", "api_key", "token_type", "total"]
Item: TypeAlias = Any
"""A result of a bucket: what was used, or what it cost."""

_USAGE: Final = frozenset({"MessagesUsageReportBucket", "AnalyticsUsageReportTimeBucket", "AnalyticsUsageItem"})
_COST: Final = frozenset({"CostReportBucket", "AnalyticsCostReportTimeBucket", "AnalyticsCostItem"})


class Bucket(Protocol):
    """A stretch of time of a report, as far as it is looked at here."""

    @property
    def starting_at(self) -> datetime: ...
    @property
    def ending_at(self) -> datetime: ...
    @property
    def results(self) -> list[Item]: ...


class PlotOptions(TypedDict, total=False):
    """What `plot()` takes."""

    by: By | None
    """What the chart tells apart; when left out, the first of model, workspace and key that the report has."""

    most: int | None
    """How many are shown with a colour of their own, the largest; 7 when left out. The rest is shown as one."""

    names: Mapping[str, str] | None
    """Names to be shown for ids, such as `{key.id: key.name for key in client.admin.api_keys.list()}`."""

    title: str | None
    """The first line above the chart."""

    ax: Axes | None
    """Where to draw; a new figure when left out."""


COLOURS: Final = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C6BB1")
"""Those that people with the usual kinds of colour blindness can tell apart, and one more."""
GREY: Final = "#B0B0B0"
MOST_BARS: Final = 100
"""More buckets than these are drawn as one outline, without gaps between them."""
MOST_DATES: Final = 10
FEWEST_BUCKETS: Final = 5
_GROUPS: Final[Mapping[By, str]] = {"model": "model", "workspace": "workspace_id", "api_key": "api_key_id"}
"""The field of a result that tells apart."""
_WORDS: Final[Mapping[By, str]] = {
    "model": "model",
    "workspace": "workspace",
    "api_key": "API key",
    "token_type": "kind of token",
    "total": "",
}
_KINDS: Final[Mapping[str, str]] = {
    "uncached_input_tokens": "input",
    "output_tokens": "output",
    "cache_read_input_tokens": "cache read",
    "cache_creation.ephemeral_5m_input_tokens": "cache write, 5 minutes",
    "cache_creation.ephemeral_1h_input_tokens": "cache write, 1 hour",
}


def plot_report(buckets: Iterable[object], grouped_by: Iterable[str], options: PlotOptions) -> Axes:
    """The chart of a report, drawn. What can be wrong with the call is said before the first bucket is taken."""
    check_matplotlib()
    by = options.get("by")
    if by is not None and by not in _WORDS:
        raise ValueError(f"invalid by={by!r}: expected one of {', '.join(map(repr, _WORDS))}")
    chart = chart_of(
        buckets, grouped_by, by, most=options.get("most"), names=options.get("names"), title=options.get("title")
    )
    return draw(chart, options.get("ax"))


# ---- what is shown ------------------------------------------------------------------------------------------


@dataclass
class Span:
    """A stretch of time, and what was used or paid in it by name."""

    start: datetime
    end: datetime
    amounts: dict[str, float] = field(default_factory=dict[str, float])


@dataclass
class Chart:
    """Everything that is drawn, in words and numbers."""

    spans: list[Span]
    """Without gaps, from the first to the last."""
    totals: dict[str, float]
    """By name, the largest first; `rest`, what is told together, stands last."""
    labels: dict[str, str]
    """How the names are shown."""
    unit: str
    """`tokens`, or a currency."""
    title: str
    rest: str | None = None

    @property
    def width(self) -> timedelta:
        """How long a bucket is."""
        return min((span.end - span.start for span in self.spans), default=timedelta(days=1))

    @property
    def is_daily(self) -> bool:
        """Whether buckets are days."""
        return self.width >= timedelta(days=1)


def chart_of(
    buckets: Iterable[object],
    grouped_by: Iterable[str] = (),
    by: By | None = None,
    *,
    most: int | None = None,
    names: Mapping[str, str] | None = None,
    title: str | None = None,
) -> Chart:
    """What a chart of these buckets shows.

    Args:
        buckets: Of one report, in any order.
        grouped_by: The `group_by` that the report was asked for with, where it is known.
        by: As in `PlotOptions`; so are the others.

    Raises:
        TypeError: They are not buckets of such a report.
        ValueError: The report does not tell apart what is asked for.
    """
    taken = _collect_buckets(buckets)
    items = [item for bucket in taken for item in bucket.results]
    unit = _unit(items, taken)
    told = _find_groups(items, set(grouped_by), unit)
    shown = by or _usual(told)
    if shown not in told and items:
        raise ValueError(_explain_missing(shown, unit))
    spans = [*_without_gaps(_spans(taken, shown, unit))]
    totals, rest = _totals(spans), None
    most = len(COLOURS) if most is None else most
    # One alone would be as well shown as told together.
    if len(totals) > most + 1:
        rest = f"{len(totals) - most} others"
        totals = _merge_small(spans, totals, most, rest)
    if title is None:
        title = ("Tokens" if unit == "tokens" else "Cost") + (f" by {_WORDS[shown]}" if shown != "total" else "")
    return Chart(spans, totals, _labels(totals, names or {}, shown), unit, title, rest)


@dataclass
class Gathered:
    """A stretch of time whose results came one by one, as items of a list."""

    starting_at: datetime
    ending_at: datetime
    results: list[Item] = field(default_factory=list[Item])


def _collect_buckets(items: Iterable[object]) -> list[Bucket]:
    taken: list[Bucket] = []
    gathered: dict[tuple[datetime, datetime], Gathered] = {}
    for item in items:
        if not (_USAGE | _COST) & {*class_names(item)}:
            raise TypeError(
                "plot() shows reports of tokens and of costs, as admin.usage_report.retrieve_messages(), "
                "admin.cost_report.retrieve() and admin.analytics.usage.list() and cost.list() give them, "
                f"not {type(item).__name__}"
            )
        if hasattr(item, "results"):
            taken.append(cast("Bucket", item))
            continue
        single = cast("Any", item)
        span = (single.starting_at, single.ending_at)
        counted = single.cost if hasattr(single, "cost") else single.usage
        gathered.setdefault(span, Gathered(*span)).results.append(
            SimpleNamespace(**vars(single.group), **vars(counted))
        )
    return sorted([*taken, *gathered.values()], key=lambda bucket: bucket.starting_at)


def _unit(items: Sequence[Item], buckets: Sequence[Bucket]) -> str:
    if not any(_is_cost(item) for item in items) and not any(_COST & {*class_names(bucket)} for bucket in buckets):
        return "tokens"
    currencies = sorted({item.currency for item in items if _is_cost(item)})
    if len(currencies) > 1:
        raise ValueError(f"a chart has one currency, and the report has {', '.join(currencies)}")
    return currencies[0] if currencies else "USD"


def _is_cost(item: Item) -> bool:
    return hasattr(item, "amount")


def _find_groups(items: Sequence[Item], grouped_by: set[str], unit: str) -> set[By]:
    """What the report tells apart."""
    found: set[By] = {
        by for by, name in _GROUPS.items() if name in grouped_by or any(getattr(item, name, None) for item in items)
    }
    found.add("total")
    if unit == "tokens":
        found.add("token_type")
    elif "description" in grouped_by or any(getattr(item, "token_type", None) for item in items):
        found |= {"model", "token_type"}
    return found


def _usual(told: set[By]) -> By:
    """What a chart tells apart where nothing is said."""
    for by in _GROUPS:
        if by in told:
            return by
    return "total"


def _explain_missing(by: By, unit: str) -> str:
    if unit != "tokens" and by == "api_key":
        return (
            "the API does not tell costs apart by key, only by model and workspace; tokens by key are in "
            "admin.usage_report.retrieve_messages(group_by=['api_key_id'])"
        )
    group = _GROUPS[by] if by in _GROUPS and (unit == "tokens" or by == "workspace") else "description"
    return f"the report does not tell apart by {_WORDS[by]}: ask for it with group_by=[{group!r}]"


def _spans(buckets: Iterable[Bucket], by: By, unit: str) -> Iterator[Span]:
    for bucket in buckets:
        span = Span(_utc(bucket.starting_at), _utc(bucket.ending_at))
        for item in bucket.results:
            for name, amount in _amounts(item, by, unit):
                span.amounts[name] = span.amounts.get(name, 0) + float(amount)
        yield span


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=moment.tzinfo or timezone.utc).astimezone(timezone.utc)


def _amounts(item: Item, by: By, unit: str) -> Iterator[tuple[str, Decimal | int]]:
    if _is_cost(item):
        # What no model did stands under what it was: a search of the web, time in a container.
        what = (item.cost_type or "").replace("_", " ")
        kind = _KINDS.get(item.token_type or "", item.token_type) or what
        name = kind if by == "token_type" else _name(item, by) or (what if by == "model" else "")
        # https://platform.claude.com/docs/en/api/admin/cost_report: in cents.
        yield name, item.amount / 100 if unit == "USD" else item.amount
        return
    written = item.cache_creation
    kinds = {
        "uncached_input_tokens": item.uncached_input_tokens,
        "output_tokens": item.output_tokens,
        "cache_read_input_tokens": item.cache_read_input_tokens,
        "cache_creation.ephemeral_5m_input_tokens": written.ephemeral_5m_input_tokens,
        "cache_creation.ephemeral_1h_input_tokens": written.ephemeral_1h_input_tokens,
    }
    for kind, tokens in kinds.items():
        yield _KINDS[kind] if by == "token_type" else _name(item, by), tokens


def _name(item: Item, by: By) -> str:
    return str(getattr(item, _GROUPS[by], None) or "") if by in _GROUPS else ""


def _without_gaps(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is not None and span.start > last.end:
            yield Span(last.end, span.start)
        yield span
        last = span


def _totals(spans: Iterable[Span]) -> dict[str, float]:
    totals: dict[str, float] = {}
    for span in spans:
        for name, amount in span.amounts.items():
            totals[name] = totals.get(name, 0) + amount
    return dict(
        sorted(((name, total) for name, total in totals.items() if total), key=lambda each: (-each[1], each[0]))
    )


def _merge_small(spans: Iterable[Span], totals: Mapping[str, float], most: int, rest: str) -> dict[str, float]:
    """`totals` with all but the largest in one, which is done to the spans too."""
    kept = dict([*totals.items()][:most])
    for span in spans:
        others = sum(amount for name, amount in span.amounts.items() if name not in kept)
        span.amounts = {name: amount for name, amount in span.amounts.items() if name in kept} | {rest: others}
    return {**kept, rest: sum(total for name, total in totals.items() if name not in kept)}


# ---- words --------------------------------------------------------------------------------------------------


_NOTHING: Final[Mapping[By, str]] = {
    "total": "all",
    "model": "no model",
    "workspace": "default workspace",
    "api_key": "without a key",
    "token_type": "other",
}
_DATED: Final = re.compile(r"-20\d{6}$")
_ID: Final = re.compile(r"([a-z]+_)\w{12,}")
_LONGEST_NAME: Final = 28


def _labels(totals: Iterable[str], names: Mapping[str, str], by: By) -> dict[str, str]:
    """The names as they are shown: short, as long as that leaves them different."""
    whole = {name: names.get(name) or name or _NOTHING[by] for name in totals}
    short = {name: _shorten(text) if name in names else _short(text, by) for name, text in whole.items()}
    shown = [*short.values()]
    return {name: text if shown.count(text) == 1 else whole[name] for name, text in short.items()}


def _short(text: str, by: By) -> str:
    if by == "model":
        return _shorten(_DATED.sub("", text.removeprefix("claude-")))
    if by in ("workspace", "api_key") and (id_ := _ID.fullmatch(text)):
        return f"{id_[1]}…{text[-6:]}"
    return _shorten(text)


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


def amount_text(amount: float, unit: str) -> str:
    """An amount as it is read: `1.2 M`, `$3.40`."""
    if unit != "tokens":
        return f"${amount:,.{_decimals(amount)}f}" if unit == "USD" else f"{amount:,.{_decimals(amount)}f} {unit}"
    for letter, size in (("B", 1e9), ("M", 1e6), ("k", 1e3)):
        if abs(amount) >= 0.9995 * size:
            return f"{amount / size:.3g} {letter}"
    return f"{amount:.0f}"


def _decimals(amount: float) -> int:
    """How many decimals of money are worth showing."""
    if amount == 0 or amount >= 1000:
        return 0
    decimals = 2
    while amount < 10 ** (1 - decimals) and decimals < 8:
        decimals += 1
    return decimals


def period_text(start: datetime, end: datetime) -> str:
    """A stretch of time as it is read: `1 to 30 Nov 2026 (UTC)`, `30 Nov 2026, 14:00 to 15:00 (UTC)`."""
    if (start.hour, start.minute, end.hour, end.minute) != (0, 0, 0, 0):
        last = f"{end:%H:%M}" if end.date() == start.date() else f"{_day(end)}, {end:%H:%M}"
        return f"{_day(start)}, {start:%H:%M} to {last} (UTC)"
    last_day = end - timedelta(days=1)
    if start >= last_day:
        return f"{_day(start)} (UTC)"
    first = _day(start)
    if start.year == last_day.year:
        first = f"{start.day}" if start.month == last_day.month else f"{start.day} {start:%b}"
    return f"{first} to {_day(last_day)} (UTC)"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b} {moment.year}"


# ---- drawing ------------------------------------------------------------------------------------------------


def check_matplotlib() -> None:
    """Say that matplotlib is needed before anything is asked for.

    Raises:
        ModuleNotFoundError: There is none.
    """
    try:
        import matplotlib  # noqa: F401  # pyright: ignore[reportUnusedImport]
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise ModuleNotFoundError(
            "plot() needs matplotlib: pip install 'claude-client[plot]'", name="matplotlib"
        ) from error


def draw(chart: Chart, ax: Axes | None = None) -> Axes:
    """Draw `chart`, on a new figure where no axes are given. Nothing is shown on a screen."""
    check_matplotlib()
    # What matplotlib's own types leave open would be an error on each line here.
    axes: Any = ax if ax is not None else _new_axes()
    _draw_amounts(chart, axes)
    _draw_time(chart, axes)
    _draw_words(chart, axes)
    return cast("Axes", axes)


def _new_axes() -> Any:
    from matplotlib import pyplot

    # As pandas does it: a notebook shows the figure below the cell, a script when it says so.
    return cast("Any", pyplot).subplots(figsize=(9, 4.2), layout="constrained")[1]


def _dates() -> Any:
    from matplotlib import dates

    return cast("Any", dates)


def _number(moment: datetime) -> float:
    """A time as matplotlib counts it, in days."""
    return float(_dates().date2num(moment))


def _draw_amounts(chart: Chart, ax: Any) -> None:
    left = [_number(span.start) for span in chart.spans]
    widths = [_number(span.end) - start for span, start in zip(chart.spans, left, strict=True)]
    bottom = [0.0] * len(chart.spans)
    for name, colour in zip(chart.totals, _colours(chart), strict=True):
        amounts = [span.amounts.get(name, 0.0) for span in chart.spans]
        top = [low + amount for low, amount in zip(bottom, amounts, strict=True)]
        label = f"{chart.labels[name]}  {amount_text(chart.totals[name], chart.unit)}"
        if len(left) > MOST_BARS:
            edges = [*left, left[-1] + widths[-1]]
            outline = {"step": "post", "color": colour, "linewidth": 0, "antialiased": False, "label": label}
            ax.fill_between(edges, [*bottom, bottom[-1]], [*top, top[-1]], **outline)
        else:
            # A day is where its date stands; an hour begins where its time stands.
            earlier = 0.5 if chart.is_daily else 0.0
            inset = [start + (0.07 - earlier) * width for start, width in zip(left, widths, strict=True)]
            narrower = [0.86 * width for width in widths]
            ax.bar(inset, amounts, narrower, bottom, align="edge", color=colour, label=label)
        bottom = top


def _colours(chart: Chart) -> list[str]:
    return [GREY if name == chart.rest else COLOURS[n % len(COLOURS)] for n, name in enumerate(chart.totals)]


def _draw_time(chart: Chart, ax: Any) -> None:
    if not chart.spans:
        ax.set_xticks([])
        return

    def format_tick(at: float, _: float = 0) -> str:
        moment = _dates().num2date(at, tz=timezone.utc)
        if chart.is_daily or (moment.hour, moment.minute) == (0, 0):
            return f"{moment.day} {moment:%b}"
        return f"{moment:%H:%M}"

    width = chart.width / timedelta(days=1)
    start, end = _number(chart.spans[0].start), _number(chart.spans[-1].end)
    # Few buckets are not drawn as wide as the whole chart.
    margin = max(0.5 * (FEWEST_BUCKETS * width - (end - start)), 0.02 * (end - start))
    shift = 0.5 * width if chart.is_daily else 0.0
    ax.set_xlim(start - shift - margin, end - shift + margin)
    every = next((days for days in (1, 2, 7, 14, 28) if len(chart.spans) <= MOST_DATES * days), None)
    if chart.is_daily and every is not None:
        ax.set_xticks([_number(span.start) for span in chart.spans[::every]])
    else:
        ax.xaxis.set_major_locator(_dates().AutoDateLocator(tz=timezone.utc, minticks=4, maxticks=MOST_DATES))
    ax.xaxis.set_major_formatter(format_tick)


def _draw_words(chart: Chart, ax: Any) -> None:
    from matplotlib.ticker import MaxNLocator

    unit = (
        "tokens"
        if chart.unit == "tokens"
        else "US dollars"
        if chart.unit == "USD"
        else f"smallest unit of {chart.unit}"
    )
    whole = amount_text(sum(chart.totals.values()), chart.unit) + (" tokens" if chart.unit == "tokens" else "")
    period = period_text(chart.spans[0].start, chart.spans[-1].end) if chart.spans else ""
    ax.set_title(chart.title, loc="left", fontweight="bold", pad=22)
    ax.annotate(
        ", ".join(filter(None, (period, f"{whole} in all"))),
        (0, 1), (0, 8), xycoords="axes fraction", textcoords="offset points", color="#555555", fontsize="small",
    )  # fmt: skip
    ax.set_ylabel(f"{unit} per {_width_text(chart.width)}")
    ax.set_ylim(bottom=0)
    ax.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=chart.unit == "tokens"))
    ax.yaxis.set_major_formatter(_tick_text(chart, ax))
    ax.grid(axis="y", color="#E5E5E5")
    ax.set_axisbelow(True)
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    if not chart.totals:
        ax.annotate("nothing in this time", (0.5, 0.5), xycoords="axes fraction", ha="center", color="#555555")
        ax.set_yticks([])
    elif len(chart.totals) > 1 or chart.labels[next(iter(chart.totals))] != "all":
        ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, borderaxespad=0)


def _width_text(width: timedelta) -> str:
    for word, size in (("day", timedelta(days=1)), ("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1))):
        if width >= size:
            return word if width == size else f"{width / size:g} {word}s"
    return f"{width.total_seconds():g} seconds"


def _tick_text(chart: Chart, ax: Any) -> Callable[[float, float], str]:
    def format_tick(amount: float, _: float = 0) -> str:
        if chart.unit == "tokens":
            return amount_text(amount, "tokens")
        ticks = ax.get_yticks()
        step = float(ticks[1] - ticks[0]) if len(ticks) > 1 else 1.0
        decimals = 0 if step >= 1 else max(2, math.ceil(-math.log10(step) - 1e-9))
        return f"{'$' if chart.unit == 'USD' else ''}{amount:,.{decimals}f}"

    return format_tick
