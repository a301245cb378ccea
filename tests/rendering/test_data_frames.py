"""`to_pandas()`: pages, reports and results of batches as data frames, on both clients."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

from both import Both
from server import Server, reply

pd = pytest.importorskip("pandas", reason="pandas is not installed: pip install 'claude-client[pandas]'")

DAY = "2026-01-0{}T00:00:00Z"


def listed(*data: object, next_page: str | None = None) -> dict[str, Any]:
    return {"data": [*data], "has_more": next_page is not None, "next_page": next_page}


def bucket(day: int, *results: object) -> dict[str, Any]:
    return {"starting_at": DAY.format(day), "ending_at": DAY.format(day + 1), "results": [*results]}


def used(model: str | None, tokens: int, **more: object) -> dict[str, Any]:
    return {
        "model": model,
        "workspace_id": None,
        "uncached_input_tokens": tokens,
        "output_tokens": 2 * tokens,
        "cache_read_input_tokens": 0,
        "cache_creation": {"ephemeral_5m_input_tokens": 7, "ephemeral_1h_input_tokens": 0},
        "server_tool_use": {"web_search_requests": 1},
        **more,
    }


def cost(amount: str, currency: str = "USD") -> dict[str, Any]:
    return {"amount": amount, "currency": currency, "description": None, "model": "claude-opus-5"}


def model(id: str, **more: object) -> dict[str, Any]:
    return {"id": id, "type": "model", "display_name": id, "created_at": "2026-01-02T03:04:05Z", **more}


# ---- pages --------------------------------------------------------------------------------------------------


def test_a_list_becomes_a_frame_with_the_items_of_all_pages(both: Both, server: Server) -> None:
    server.replies(
        reply({"data": [model("a"), model("b")], "has_more": True, "first_id": "a", "last_id": "b"}),
        reply({"data": [model("c")], "has_more": False, "first_id": "c", "last_id": "c"}),
    )

    frame = both.run(lambda client: client.models.list().to_pandas())

    assert [*frame["id"]] == ["a", "b", "c"]
    assert frame["created_at"].dt.year.tolist() == [2026, 2026, 2026]
    assert str(frame["created_at"].dt.tz) == "UTC"
    assert len(server.received) == 2


def test_one_page_alone_is_had_without_another_request(both: Both, server: Server) -> None:
    server.replies(reply({"data": [model("a")], "has_more": True, "first_id": "a", "last_id": "a"}))

    def body(client: Any) -> Any:
        page = yield client.models.list()
        return (yield page.to_pandas(all_pages=False))

    assert [*both.run(body)["id"]] == ["a"]
    assert len(server.received) == 1


def test_a_frame_begins_at_the_page_that_was_asked_for_it(both: Both, server: Server) -> None:
    server.replies(
        reply({"data": [model("a")], "has_more": True, "first_id": "a", "last_id": "a"}),
        reply({"data": [model("b")], "has_more": False, "first_id": "b", "last_id": "b"}),
    )

    def body(client: Any) -> Any:
        first = yield client.models.list()
        second = yield first.get_next_page()
        return (yield second.to_pandas())

    assert [*both.run(body)["id"]] == ["b"]


def test_objects_within_an_item_become_columns_with_dotted_names(both: Both, server: Server) -> None:
    deep = {"capabilities": {"batch": {"supported": True}, "of_tomorrow": {"level": 3}}, "new": "x"}
    server.replies(reply(listed(model("a", **deep), model("b", capabilities=None))))

    frame = both.run(lambda client: client.models.list().to_pandas())

    assert "capabilities" not in frame
    assert frame["capabilities.batch.supported"].tolist() == [True, pd.NA]
    assert frame["capabilities.of_tomorrow.level"].tolist() == [3, pd.NA]
    assert frame["new"].tolist()[0] == "x"


def test_whole_numbers_stay_whole_where_some_are_missing(both: Both, server: Server) -> None:
    large = 2**53 + 1
    server.replies(reply(listed(model("a", max_tokens=large), model("b", max_tokens=None), model("c"))))

    frame = both.run(lambda client: client.models.list().to_pandas())

    assert frame["max_tokens"].tolist() == [large, pd.NA, pd.NA]


def test_a_list_stays_one_value_made_of_plain_ones(both: Both, server: Server) -> None:
    breakdown = [{"model": "m", "tokens": {"input": 1}, "estimated_cost": {"amount": 12.5, "currency": "USD"}}]
    item = {"date": DAY.format(1), "model_breakdown": breakdown, "tool_actions": {"edit": {"accepted": 3}}}
    server.replies(reply(listed(item)))

    frame = both.run(
        lambda client: client.admin.usage_report.retrieve_claude_code(starting_at="2026-01-01").to_pandas()
    )

    assert frame.loc[0, "model_breakdown"][0]["tokens"] == {"input": 1}
    assert frame.loc[0, "tool_actions.edit.accepted"] == 3
    assert frame.explode("model_breakdown").shape == frame.shape


# ---- reports ------------------------------------------------------------------------------------------------


def test_a_usage_report_has_a_row_for_each_result_of_each_bucket(both: Both, server: Server) -> None:
    server.replies(
        reply(listed(bucket(1, used("opus", 10), used("haiku", 20)), next_page="p2")),
        reply(listed(bucket(2), bucket(3, used("opus", 30, speed="fast")))),
    )

    def body(client: Any) -> Any:
        return client.admin.usage_report.retrieve_messages(starting_at=DAY.format(1), group_by=["model"]).to_pandas()

    frame = both.run(body)

    assert [*frame.columns[:3]] == ["starting_at", "ending_at", "model"]
    assert frame["starting_at"].tolist() == [datetime(2026, 1, day, tzinfo=timezone.utc) for day in (1, 1, 3)]
    assert frame.groupby("model")["output_tokens"].sum().to_dict() == {"opus": 80, "haiku": 40}
    assert frame["cache_creation.ephemeral_5m_input_tokens"].tolist() == [7, 7, 7]
    assert frame["server_tool_use.web_search_requests"].sum() == 3
    assert "account_id" not in frame
    assert frame["speed"].tolist()[2] == "fast"


def test_money_is_exact_in_cents_and_a_number_in_dollars(both: Both, server: Server) -> None:
    exact = "123456789012.345678901234"
    server.replies(reply(listed(bucket(1, cost("0.1"), cost("0.2"), cost(exact), cost("5", currency="EUR")))))

    frame = both.run(lambda client: client.admin.cost_report.retrieve(starting_at=DAY.format(1)).to_pandas())

    assert frame["amount"][:2].sum() == Decimal("0.3")
    assert frame["amount"][2] == Decimal(exact)
    assert frame["amount_usd"].dtype == "float64"
    assert frame["amount_usd"].tolist()[:3] == [0.001, 0.002, 1234567890.1234567]
    assert frame["amount_usd"].isna().tolist() == [False, False, False, True]


def test_a_report_without_results_has_its_columns(both: Both, server: Server) -> None:
    server.replies(reply(listed(bucket(1))))

    frame = both.run(lambda client: client.admin.cost_report.retrieve(starting_at=DAY.format(1)).to_pandas())

    assert len(frame) == 0
    assert frame["amount_usd"].sum() == 0
    assert {"starting_at", "ending_at", "amount", "currency", "model", "workspace_id"} <= {*frame}
    assert frame["starting_at"].dt.year.tolist() == []


# ---- results of batches -------------------------------------------------------------------------------------


def succeeded(text: str, **more: object) -> dict[str, Any]:
    return {
        "type": "succeeded",
        "message": {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "claude-opus-5",
            "content": [{"type": "text", "text": text}],
            "stop_reason": "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 3, "output_tokens": 4, "server_tool_use": {"web_search_requests": 2}},
            **more,
        },
    }


ERRORED = {
    "type": "errored",
    "error": {"type": "error", "error": {"type": "invalid_request_error", "message": "no such model"}},
}


def lines(**results: object) -> bytes:
    return b"".join(json.dumps({"custom_id": id, "result": result}).encode() + b"\n" for id, result in results.items())


def results_of(both: Both, **options: Any) -> Any:
    def body(client: Any) -> Any:
        results = yield client.messages.batches.results("msgbatch_1", **options)
        return (yield results.to_pandas())

    return both.run(body)


def test_every_result_of_a_batch_has_a_row_whatever_became_of_it(both: Both, server: Server) -> None:
    later = {"type": "of_tomorrow", "reason": "new"}
    outcomes = {"a": succeeded("Hi"), "b": ERRORED, "c": {"type": "canceled"}, "d": {"type": "expired"}, "e": later}
    server.replies(reply(lines(**outcomes)))

    frame = results_of(both).set_index("custom_id")

    assert frame["result.type"].to_dict() == {
        "a": "succeeded", "b": "errored", "c": "canceled", "d": "expired", "e": "of_tomorrow",
    }  # fmt: skip
    assert frame.loc["a", "text"] == "Hi"
    assert frame["text"].isna().tolist() == [False, True, True, True, True]
    assert frame["usage.output_tokens"].sum() == 4
    assert frame.loc["a", "usage.server_tool_use.web_search_requests"] == 2
    assert frame.loc["b", "error.type"] == "invalid_request_error"
    assert frame.loc["b", "error.message"] == "no such model"
    assert frame.loc["a", "message"].content[0].text == "Hi"
    assert not [name for name in frame if name.startswith("parse")]


def test_a_batch_of_which_nothing_succeeded_has_the_same_columns(both: Both, server: Server) -> None:
    server.replies(reply(lines(b=ERRORED)))

    frame = results_of(both)

    assert {"text", "stop_reason", "model", "usage.input_tokens", "usage.output_tokens"} <= {*frame}
    assert frame["usage.output_tokens"].sum() == 0


class Invoice(BaseModel):
    number: str
    total: float
    paid: bool = False


@dataclass
class Point:
    x: int
    y: int


def test_the_parsed_output_has_a_column_for_each_field_and_no_row_is_lost(both: Both, server: Server) -> None:
    good = succeeded('{"number": "A-1", "total": 12.5}')
    server.replies(reply(lines(a=good, b=succeeded("no json"), c=ERRORED)))

    frame = results_of(both, output_format=Invoice).set_index("custom_id")

    assert frame.loc["a", "parsed_output.number"] == "A-1"
    assert frame["parsed_output.total"].sum() == 12.5
    assert frame["parsed_output.paid"].tolist() == [False, pd.NA, pd.NA]
    assert "parsed_output" not in frame
    assert frame["parse_error"].isna().tolist() == [True, False, True]
    assert frame.loc["b", "text"] == "no json"
    assert frame.loc["a", "message"].parsed_output == Invoice(number="A-1", total=12.5)


@pytest.mark.parametrize(
    ("type_", "text", "column", "value"),
    [(Point, '{"x": 1, "y": 2}', "parsed_output.y", 2), (list[int], "[1, 2]", "parsed_output", [1, 2])],
)
def test_any_type_can_be_the_parsed_output(
    both: Both, server: Server, type_: Any, text: str, column: str, value: object
) -> None:
    server.replies(reply(lines(a=succeeded(text))))

    assert results_of(both, output_format=type_)[column].tolist() == [value]


def test_asked_for_output_has_its_column_though_none_could_be_read(both: Both, server: Server) -> None:
    server.replies(reply(lines(a=succeeded("no json"))))

    frame = results_of(both, output_format=Invoice)

    assert frame["parsed_output"].tolist() == [None]
    assert "Invoice" in frame["parse_error"][0]


# ---- pandas -------------------------------------------------------------------------------------------------


def test_without_pandas_the_error_says_what_to_install_before_anything_is_read(
    both: Both, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = reply({"data": [model("a")], "has_more": True, "first_id": "a", "last_id": "a"})
    server.replies(page, reply(lines(a=succeeded("Hi"))))

    def body(client: Any) -> Any:
        page = yield client.models.list()
        results = yield client.messages.batches.results("msgbatch_1")
        monkeypatch.setitem(sys.modules, "pandas", None)
        for made in (page.to_pandas, results.to_pandas):
            with pytest.raises(ImportError, match=r"pip install 'claude-client\[pandas\]'"):
                yield made()
        return (yield results.close()), len(server.received)

    assert both.run(body) == (None, 2)


def test_pandas_is_imported_by_nothing_but_a_frame() -> None:
    code = "import sys, claude_client; claude_client.Client; claude_client.Page; print('pandas' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False"]
