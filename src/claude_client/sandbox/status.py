"""The page at `/`: what was called, what that cost, the last requests and their replies, faults in force and to click.

Plain HTML that loads nothing, runs no script and brings itself up to date. It shows the beginnings of texts, and no
secrets. Its buttons are forms, which are posted to the page itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from html import escape
from typing import Final

from .conditions import question_of
from .faults import InForce
from .json_utils import now
from .recording import remove_secrets
from .request_log import Received
from .state import State
from .usage import CALLS, Used, group_usage, read_usage

REFRESH_SECONDS: Final = 2
MOST_SHOWN: Final = 30
"""Of the last requests."""
MOST_CHARACTERS: Final = 80
"""Of a question or a reply."""
POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'"
)
BUTTONS: Final[Mapping[str, str]] = {
    "429; retry-after=1": "rate limit",
    "529": "overloaded",
    "500": "server error",
    "401": "refuse the key",
    "html": "page of a proxy",
    "reset-before-headers": "no response",
    "reset-in-body": "break off",
    "silence; seconds=5": "fall silent for 5 s",
    "slow; delay=0.02": "slow",
}
"""The faults that can be clicked, and what the buttons say."""
WHEN_TOOLS_ARE_CALLED: Final = (
    "A tool is called when the question has its name, a word of its name, or two words of its description, and no "
    "result has come yet."
)
_ID: Final = re.compile(r"/[a-z]+_[0-9A-Za-z]{10,}(?=/|$)")
_TEXT: Final = re.compile(r'"(?:text|thinking|partial_json|completion|message)": ?"((?:[^"\\]|\\.)*)')

_CALL: Final = re.compile(rb'"type": ?"tool_use"[^{}]{0,300}?"name": ?"([^"]{1,200})"')

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --bad: #c0392b; --good: #1e8449; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a7a; --good: #7fd99b; } }
* { box-sizing: border-box; }
body { font: 15px/1.45 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.35rem; margin: 0; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p { margin: .3rem 0; } .quiet { opacity: .7; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; white-space: nowrap; } td { overflow-wrap: anywhere; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font: 0.9em ui-monospace, monospace; } .time, .what { white-space: nowrap; }
form { display: inline; }
button { font: inherit; padding: .2rem .6rem; margin: 0 .3rem .4rem 0; border: 1px solid var(--line); }
button { border-radius: .4rem; background: var(--soft); color: inherit; cursor: pointer; }
.bad { color: var(--bad); font-weight: 600; } .good { color: var(--good); }
@media (max-width: 40rem) {
  thead { display: none; }
  table, tbody, tr, td { display: block; width: 100%; }
  tr { padding: .5rem .6rem; margin: .5rem 0; border: 1px solid var(--line); border-radius: .4rem; }
  tr { background: var(--soft); }
  td, td.number { border: 0; padding: .05rem 0; text-align: left; white-space: normal; }
  td:empty { display: none; }
  td::before { content: attr(data-name) " "; opacity: .7; }
}
"""


def page(state: State) -> str:
    """The page, as HTML."""
    requests = state.requests.all()
    last = list(reversed(requests[-MOST_SHOWN:]))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="{REFRESH_SECONDS}">
<link rel="icon" href="data:,">
<title>Claude sandbox</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>Claude sandbox</h1>
<p class="quiet">{state.requests.total} requests, {_clock(now())} UTC. {_source(state)}</p>
<h2>Faults in force</h2>
{_faults(state.faults.all())}
<p>Let the next request fail: {_buttons(state.faults.all())}</p>
<h2>Replies to come</h2>
{_list(state.script.unused(), "Replies are made from the requests.")}
<p class="quiet">{WHEN_TOOLS_ARE_CALLED}</p>
<h2>Cost today</h2>
{_costs(state)}
<h2>What was called</h2>
{_calls(requests)}
<h2>Last requests</h2>
{_table(("Time", "Request", "Model", "Status", "ms", "Asked", "Replied"), (_row(each) for each in last))}
</body>
</html>
"""


def _source(state: State) -> str:
    return escape("Responses are its own." if state.source is None else f"Responses come {state.source}.")


def _faults(faults: list[InForce]) -> str:
    def words(each: InForce) -> str:
        left = "until it is ended" if each.left is None else f"{_times(each.left)} more"
        return f"<code>{_text(str(each.fault))}</code>: {left}, met {_times(each.met)}"

    if not faults:
        return '<p class="quiet">None.</p>'
    return f"<ul>{''.join(f'<li>{words(each)}</li>' for each in faults)}</ul>"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _buttons(faults: list[InForce]) -> str:
    buttons = {**BUTTONS, **({"": "end all faults"} if faults else {})}
    return "".join(
        f'<form method="post" action="/"><button name="fault" value="{escape(fault)}">{escape(words)}</button></form>'
        for fault, words in buttons.items()
    )


def _costs(state: State) -> str:
    """What was used since midnight, and what it would have cost, by model."""
    midnight = state.now().replace(hour=0, minute=0, second=0, microsecond=0)
    amounts = read_usage(state.store, midnight, state.now() + timedelta(minutes=1))
    rows = [_cost_row(model or "", part) for (model,), part in group_usage(amounts, ["model"]).items()]
    return _table(("Model", "Messages", "Input tokens", "Output tokens", "US dollars"), rows)


def _cost_row(model: str, amounts: list[Used]) -> tuple[_Cell, ...]:
    calls = sum(each.amount for each in amounts if each.name == CALLS)
    output = sum(each.amount for each in amounts if each.name == "output_tokens")
    tokens = sum(each.amount for each in amounts if each.name.endswith("_tokens"))
    cents = sum((each.cents for each in amounts if each.name != CALLS), Decimal(0))
    return (
        ("Model", "what", _text(model)),
        ("Messages", "number", f"{calls:,}"),
        ("Input tokens", "number", f"{tokens - output:,}"),
        ("Output tokens", "number", f"{output:,}"),
        ("US dollars", "number", f"{cents / 100:.4f}"),
    )


def _list(items: list[str], otherwise: str) -> str:
    if not items:
        return f'<p class="quiet">{escape(otherwise)}</p>'
    return f"<ol>{''.join(f'<li>{_text(item)}</li>' for item in items)}</ol>"


def _calls(requests: list[Received]) -> str:
    groups: dict[str, list[Received]] = {}
    for request in requests:
        groups.setdefault(f"{request.method} {_ID.sub('/{id}', request.path)}", []).append(request)
    rows = (
        (
            ("Call", "what", f"<code>{_text(name)}</code>"),
            ("Requests", "number", str(len(group))),
            ("Failed", "number", _describe_failure(group)),
            ("Mean ms", "number", f"{1000 * sum(each.seconds for each in group) / len(group):.0f}"),
        )
        for name, group in sorted(groups.items(), key=lambda item: -len(item[1]))
    )
    return _table(("Call", "Requests", "Failed", "Mean ms"), rows)


def _describe_failure(group: list[Received]) -> str:
    count = sum(1 for each in group if each.fault or (each.status or 0) >= 400)
    return f'<span class="bad">{count}</span>' if count else "0"


_Cell = tuple[str, str, str]
"""Its name, its class and what is in it, as HTML."""


def _row(request: Received) -> tuple[_Cell, ...]:
    failed = request.status is None or request.status >= 400 or request.fault
    status = f"<span class={'bad' if failed else 'good'}>{request.status or '-'}</span>"
    asked = question_of(request)
    return (
        ("", "time", _clock(request.at)),
        ("", "", f"<code>{_text(str(request))}</code>"),
        ("Model", "", _text(_model(request))),
        ("Status", "number", status),
        ("ms", "number", f"{1000 * request.seconds:.0f}"),
        ("Asked", "", _text(asked)),
        ("Replied", "", _text(f"fault: {request.fault}" if request.fault else _reply_text(request)) + _tools(request)),
    )


def _model(request: Received) -> str:
    named = re.search(rb'"model": ?"([^"]{1,100})"', request.body[:1_000_000])
    return named[1].decode(errors="replace") if named else ""


def _reply_text(request: Received) -> str:
    """How the text of the response begins, of a stream too."""
    found = _TEXT.findall(request.response_body.decode(errors="replace"))
    return "".join(_unescape(text) for text in found)


def _tools(request: Received) -> str:
    """Which tools the reply calls, where the request has some."""
    if b'"tools"' not in request.body:
        return ""
    names = [name.decode(errors="replace") for name in _CALL.findall(request.response_body)]
    told = f"calls {', '.join(dict.fromkeys(names))}" if names else "calls no tool"
    return f' <span class="quiet">[{_text(told)}]</span>'


def _unescape(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:  # cut in the middle of an escape
        return text


def _text(text: str) -> str:
    """The beginning of a text, without what is secret."""
    clean = " ".join(str(remove_secrets(text)).split())
    return escape(clean if len(clean) <= MOST_CHARACTERS else f"{clean[:MOST_CHARACTERS]}...")


def _clock(moment: datetime) -> str:
    return moment.strftime("%H:%M:%S")


def _cells(row: tuple[_Cell, ...]) -> str:
    return "".join(f'<td class="{kind}" data-name="{name}">{shown}</td>' for name, kind, shown in row)


def _table(head: tuple[str, ...], rows: Iterable[tuple[_Cell, ...]]) -> str:
    body = "".join(f"<tr>{_cells(row)}</tr>\n" for row in rows)
    if not body:
        return '<p class="quiet">Nothing yet.</p>'
    numbers = (
        "Requests", "Failed", "Mean ms", "Status", "ms", "Messages", "Input tokens", "Output tokens", "US dollars"
    )  # fmt: skip
    titles = "".join(f"<th{' class=number' * (title in numbers)}>{title}</th>" for title in head)
    return f"<table><thead><tr>{titles}</tr></thead>\n<tbody>\n{body}</tbody></table>"
