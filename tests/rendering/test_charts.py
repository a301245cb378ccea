"""`plot()`: charts of usage and cost reports, read back from what matplotlib was given to draw."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from both import Both
from server import Server, reply

matplotlib = pytest.importorskip("matplotlib", reason="matplotlib is not installed: pip install 'claude-client[plot]'")

START = datetime(2026, 10, 30, tzinfo=timezone.utc)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture(autouse=True)
def no_screen() -> Iterator[None]:
    from matplotlib import pyplot

    matplotlib.use("Agg")
    yield
    pyplot.close("all")


def used(tokens: int, **told: object) -> dict[str, Any]:
    return {
        "uncached_input_tokens": tokens,
        "output_tokens": 0,
        "cache_read_input_tokens": 0,
        "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 0},
        "server_tool_use": {"web_search_requests": 0},
        "model": None,
        "workspace_id": None,
        "api_key_id": None,
        **told,
    }


def cost(cents: str, **told: object) -> dict[str, Any]:
    return {"amount": cents, "currency": "USD", "description": None, "model": None, "workspace_id": None, **told}


def report(*results: list[Any], width: timedelta = DAY, start: datetime = START, next_page: str | None = None) -> Any:
    """A page with a bucket for each list of results."""
    data = [
        {
            "starting_at": f"{start + i * width:%FT%TZ}",
            "ending_at": f"{start + (i + 1) * width:%FT%TZ}",
            "results": each,
        }
        for i, each in enumerate(results)
    ]
    return reply({"data": data, "has_more": next_page is not None, "next_page": next_page})


def usage_plot(both: Both, group_by: list[str] | None = None, **options: Any) -> Any:
    def body(client: Any) -> Any:
        asked = client.admin.usage_report.retrieve_messages(starting_at=START, group_by=group_by)
        return asked.plot(**options)

    return both.run(body)


def cost_plot(both: Both, **options: Any) -> Any:
    return both.run(lambda client: client.admin.cost_report.retrieve(starting_at=START).plot(**options))


def legend(ax: Any) -> list[str]:
    return [] if ax.get_legend() is None else [text.get_text() for text in ax.get_legend().get_texts()]


def heights(ax: Any) -> dict[str, list[float]]:
    return {bars.get_label(): [bar.get_height() for bar in bars] for bars in ax.containers}


def ticks(axis: Any) -> list[str]:
    """The labels that can be seen."""
    axis.figure.canvas.draw()
    low, high = sorted(axis.get_view_interval())
    return [tick.label1.get_text() for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]


def words(ax: Any) -> str:
    return " | ".join([ax.get_title(loc="left"), *(text.get_text() for text in ax.texts), ax.get_ylabel()])


# ---- what is shown ------------------------------------------------------------------------------------------


def test_a_usage_report_shows_the_tokens_of_all_pages_by_what_it_was_grouped_by(both: Both, server: Server) -> None:
    opus, haiku = {"model": "claude-opus-5"}, {"model": "claude-haiku-4-5-20251001"}
    server.replies(
        report([used(1000, **haiku), used(500_000, output_tokens=7, **opus)], next_page="p2"),
        report([used(1_000_000, **opus)], [used(2000, **haiku)], start=START + DAY),
    )

    ax = usage_plot(both, ["model"])

    assert heights(ax) == {"opus-5  1.5 M": [500_007, 1_000_000, 0], "haiku-4-5  3 k": [1000, 0, 2000]}
    assert legend(ax) == ["opus-5  1.5 M", "haiku-4-5  3 k"]
    assert words(ax) == "Tokens by model | 30 Oct to 1 Nov 2026 (UTC), 1.5 M tokens in all | tokens per day"
    assert ticks(ax.xaxis) == ["30 Oct", "31 Oct", "1 Nov"]
    assert len(server.received) == 2


def test_a_cost_report_shows_dollars(both: Both, server: Server) -> None:
    server.replies(
        report(
            [
                cost("1235", model="claude-opus-5", token_type="output_tokens"),
                cost("100", model="claude-opus-5", token_type="uncached_input_tokens"),
                cost("7", cost_type="web_search"),
            ]
        )
    )

    ax = cost_plot(both)

    assert heights(ax) == {"opus-5  $13.35": [pytest.approx(13.35)], "web search  $0.070": [pytest.approx(0.07)]}
    assert words(ax) == "Cost by model | 30 Oct 2026 (UTC), $13.42 in all | US dollars per day"
    assert {text[0] for text in ticks(ax.yaxis)} == {"$"}


@pytest.mark.parametrize(
    ("by", "shown"),
    [
        ("token_type", ["input  30", "output  5"]),
        ("workspace", ["default workspace  20", "wrkspc_…UVWXYZ  15"]),
        ("api_key", ["production  20", "without a key  15"]),
        ("total", []),
    ],
)
def test_a_chart_tells_apart_what_it_is_asked_to(both: Both, server: Server, by: str, shown: list[str]) -> None:
    first = used(20, model="m", api_key_id="apikey_1")
    second = used(10, output_tokens=5, model="n", workspace_id="wrkspc_01ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    server.replies(report([first, second]))

    ax = usage_plot(both, ["model", "workspace_id", "api_key_id"], by=by, names={"apikey_1": "production"})

    assert legend(ax) == shown
    assert sum(sum(each) for each in heights(ax).values()) == 35


def test_what_is_small_is_told_together_and_nothing_of_it_is_lost(both: Both, server: Server) -> None:
    server.replies(report(*([used(100 - n, model=f"model-{n}") for n in range(20)] for _ in range(3))))

    ax = usage_plot(both, ["model"], most=4)

    assert legend(ax) == ["model-0  300", "model-1  297", "model-2  294", "model-3  291", "16 others  4.25 k"]
    assert sum(sum(each) for each in heights(ax).values()) == 3 * sum(range(81, 101))


def test_names_are_shortened_only_as_long_as_they_differ(both: Both, server: Server) -> None:
    models = ["claude-haiku-4-5-20251001", "claude-haiku-4-5-20260101", "claude-opus-5"]
    server.replies(report([used(30 - n, model=name) for n, name in enumerate(models)]))

    ax = usage_plot(both, ["model"])

    assert legend(ax) == ["claude-haiku-4-5-20251001  30", "claude-haiku-4-5-20260101  29", "opus-5  28"]


def test_days_without_a_bucket_keep_their_place(both: Both, server: Server) -> None:
    data = [
        {
            "starting_at": f"{START + n * DAY:%FT%TZ}",
            "ending_at": f"{START + (n + 1) * DAY:%FT%TZ}",
            "results": [used(5)],
        }
        for n in (3, 0)
    ]
    server.replies(reply({"data": data, "has_more": False, "next_page": None}))

    ax = usage_plot(both)

    assert [*heights(ax).values()] == [[5, 0, 5]]
    assert words(ax).startswith("Tokens | 30 Oct to 2 Nov 2026 (UTC), 10 tokens in all")


def test_a_report_of_nothing_says_so(both: Both, server: Server) -> None:
    server.replies(report([], []))

    ax = usage_plot(both, ["model"])

    assert "nothing in this time" in words(ax)


# ---- time ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "count", "shown", "unit"),
    [
        (DAY, 1, ["30 Oct"], "day"),
        (DAY, 7, ["30 Oct", "31 Oct", "1 Nov", "2 Nov", "3 Nov", "4 Nov", "5 Nov"], "day"),
        (DAY, 60, ["30 Oct", "6 Nov", "13 Nov", "20 Nov", "27 Nov", "4 Dec", "11 Dec", "18 Dec", "25 Dec"], "day"),
        (HOUR, 24, ["30 Oct", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "31 Oct"], "hour"),
        (HOUR, 168, ["30 Oct", "31 Oct", "1 Nov", "2 Nov", "3 Nov", "4 Nov", "5 Nov", "6 Nov"], "hour"),
        (MINUTE, 60, ["30 Oct", "00:10", "00:20", "00:30", "00:40", "00:50", "01:00"], "minute"),
        (MINUTE, 1440, ["30 Oct", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "31 Oct"], "minute"),
    ],
)
def test_times_can_be_read_at_every_width_of_a_bucket(
    server: Server, width: timedelta, count: int, shown: list[str], unit: str
) -> None:
    server.replies(report(*([used(1)] for _ in range(count)), width=width))

    ax = usage_plot(Both("sync", api_key="sk-ant-test", base_url=server.url))

    assert ticks(ax.xaxis) == shown
    assert ax.get_ylabel() == f"tokens per {unit}"


# ---- the figure ---------------------------------------------------------------------------------------------


def test_a_chart_can_be_saved_and_drawn_into_a_figure_of_the_caller(both: Both, server: Server, tmp_path: Any) -> None:
    from matplotlib import pyplot

    server.replies(report([used(5)]), report([cost("5")]))
    figure, axes = pyplot.subplots(1, 2)

    def body(client: Any) -> Any:
        yield client.admin.usage_report.retrieve_messages(starting_at=START).plot(ax=axes[0], title="Mine")
        yield client.admin.cost_report.retrieve(starting_at=START).plot(ax=axes[1])

    both.run(body)
    figure.savefig(tmp_path / "both.png")

    assert words(axes[0]).startswith("Mine | ")
    assert words(axes[1]).startswith("Cost | ")
    assert (tmp_path / "both.png").stat().st_size > 5000
    assert pyplot.get_fignums() == [figure.number]


# ---- what cannot be -----------------------------------------------------------------------------------------


def test_a_report_that_does_not_tell_apart_says_how_to_get_one_that_does(both: Both, server: Server) -> None:
    server.replies(report([used(5)]), report([cost("5")]), report([cost("5")]))

    with pytest.raises(ValueError, match=r"by workspace: ask for it with group_by=\['workspace_id'\]"):
        usage_plot(both, by="workspace")
    with pytest.raises(ValueError, match=r"by model: ask for it with group_by=\['description'\]"):
        cost_plot(both, by="model")
    with pytest.raises(ValueError, match="does not tell costs apart by key"):
        cost_plot(both, by="api_key")


def test_a_wrong_argument_is_refused(both: Both, server: Server) -> None:
    server.replies(report([used(5)]), report([used(5)]))

    with pytest.raises(TypeError, match="plot.. got an unexpected keyword argument 'titel': did you mean 'title'"):
        usage_plot(both, titel="x")
    with pytest.raises(ValueError, match="invalid by='modle': expected one of 'model', 'workspace'"):
        usage_plot(both, by="modle")


def test_analytics_that_come_item_by_item_are_put_together_by_time(both: Both, server: Server) -> None:
    def item(day: int, model: str, cents: str) -> dict[str, Any]:
        start = START + day * DAY
        return {
            "starting_at": f"{start:%FT%TZ}",
            "ending_at": f"{start + DAY:%FT%TZ}",
            "group": {"model": model},
            "cost": {"amount": cents, "list_amount": cents, "currency": "USD", "requests": 1},
        }

    items = [item(0, "claude-opus-5", "300"), item(0, "claude-haiku-5-5", "100"), item(1, "claude-opus-5", "200")]
    server.replies(reply({"data": items, "has_more": False, "next_page": None}))

    ax = both.run(lambda client: client.organization.analytics.cost.list(starting_at=START).plot())

    assert heights(ax) == {"opus-5  $5.00": [3, 2], "haiku-5-5  $1.00": [1, 0]}


def test_the_older_analytics_have_charts_as_the_reports_have(both: Both, server: Server) -> None:
    server.replies(report([used(1000, model="claude-opus-5")]), report([cost("500", list_amount="500")]))

    def body(client: Any) -> Any:
        tokens = yield client.organization.analytics.usage_report.list(starting_at=START).plot()
        dollars = yield client.organization.analytics.cost_report.list(starting_at=START).plot()
        return words(tokens), words(dollars)

    tokens, dollars = both.run(body)

    assert tokens.startswith("Tokens by model")
    assert "$5.00 in all" in dollars


def test_other_lists_have_no_chart(both: Both, server: Server) -> None:
    model = {"id": "m", "type": "model", "display_name": "M", "created_at": "2026-01-02T03:04:05Z"}
    server.replies(reply({"data": [model], "has_more": False, "first_id": "m", "last_id": "m"}))

    with pytest.raises(TypeError, match="not ModelInfo"):
        both.run(lambda client: client.models.list().plot())


def test_amounts_in_several_currencies_are_not_added(both: Both, server: Server) -> None:
    server.replies(report([cost("5"), {**cost("5"), "currency": "EUR"}]))

    with pytest.raises(ValueError, match="one currency, and the report has EUR, USD"):
        cost_plot(both)


def test_without_matplotlib_the_error_says_what_to_install(
    both: Both, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.replies(report([used(5)], next_page="p2"))
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    with pytest.raises(ImportError, match=r"pip install 'claude-client\[plot\]'"):
        usage_plot(both)
    # On `Client` the page had been asked for before.
    assert len(server.received) == (0 if both.is_async else 1)


def test_matplotlib_and_pandas_are_not_imported_before_they_are_needed() -> None:
    code = """
import sys, claude_client.rendering.charts, claude_client.core.pages, claude_client.rendering.data_frames
print(*sorted({'matplotlib', 'pandas', 'numpy'} & {*sys.modules}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []
