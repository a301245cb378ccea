"""Makes the pictures of the home page, the README and the guides: docs/images/NAME-light.png and NAME-dark.png.

Each shows what the package itself renders, of calls that are made on the sandbox while this runs; only the frame around
the cells of a notebook is drawn here. It needs Chromium, which takes the pictures without a window, and the extras
`sandbox`, `notebook` and `plot`:

    python scripts/pictures.py
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import datetime, timedelta, timezone
from html import escape
from pathlib import Path

import matplotlib as mpl
from matplotlib import style as styles
from matplotlib.figure import Figure
from PIL import Image
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from claude_client import APIError, Client
from claude_client.sandbox import Sandbox

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1.5",
)  # fmt: skip
COLOURS = {"light": 1, "dark": 0}
"""What Chromium calls the preferred colours of the user."""
WIDTH = 820
MOST_HEIGHT = 900
PALETTE = 96
"""Colours of a picture: text and lines need no more, and the file gets small."""

PAGE = """<!doctype html><meta charset="utf-8"><style>
:root {{ color-scheme: light dark; --back: #fff; --text: #1f2328; --cell: #f6f8fa; --line: #d1d9e0; --soft: #59636e; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --back: #0d1117; --text: #e6edf3; --cell: #161b22; --line: #30363d; --soft: #9198a1; }}
}}
body {{ margin: 0; background: var(--back); color: var(--text); width: {width}px; }}
body {{ font: 15px/1.5 system-ui, sans-serif; }}
.cell {{ display: flex; gap: .8rem; padding: .7rem .9rem; }}
.number {{ color: var(--soft); font: 12px/1.9 ui-monospace, monospace; flex: 0 0 3.2rem; text-align: right; }}
.cell > .code {{ background: var(--cell); border: 1px solid var(--line); border-radius: 6px; }}
.cell > .code {{ padding: .5rem .8rem; flex: 1; }}
.cell > .result {{ flex: 1; padding: 0 .8rem; }}
pre {{ margin: 0; font: 13px/1.55 ui-monospace, monospace; white-space: pre-wrap; }}
svg {{ max-width: 100%; height: auto; }}
{style}
</style><body>{body}</body>"""


def cell(number: int, code: str, result: str) -> str:
    """A cell of a notebook and what it shows."""
    shown = highlight(code, PythonLexer(), HtmlFormatter(nowrap=True))
    return (
        f'<div class="cell"><span class="number">In [{number}]:</span><div class="code"><pre>{shown}</pre></div></div>'
        f'<div class="cell"><span class="number"></span><div class="result">{result}</div></div>'
    )


def page(body: str) -> str:
    style = HtmlFormatter(style="default").get_style_defs("pre")
    dark = HtmlFormatter(style="github-dark").get_style_defs("pre")
    both = f"{style}\n@media (prefers-color-scheme: dark) {{ {dark} }}\npre {{ background: none !important; }}"
    return PAGE.format(width=WIDTH, style=both, body=body)


def notebook(sandbox: Sandbox, client: Client) -> str:
    """A stream in a notebook, when it is done."""
    code = """\
with client.messages.stream(
    model="claude-opus-5",
    max_tokens=500,
    messages=[{"role": "user", "content": "Why are there two tides a day?"}],
) as stream:
    message = stream.show()"""
    sandbox.reply(
        "The **moon** pulls the sea towards it. The earth turns below, so each shore passes *two* bulges a day: "
        "one under the moon, one opposite.\n\n"
        "| harbour | high water |\n| --- | --- |\n| Galway | 05:12, 17:38 |\n| Dublin | 00:31, 12:55 |\n"
    )
    with client.messages.stream(
        model="claude-opus-5",
        max_tokens=500,
        messages=[{"role": "user", "content": "Why are there two tides a day?"}],
    ) as stream:
        message = stream.get_final_message()
    return cell(1, code, message._repr_html_())


def error(sandbox: Sandbox, client: Client) -> str:
    """An error with its attempts."""
    code = """\
try:
    client.messages.create(model="claude-opus-5", max_tokens=500, messages=messages)
except APIError as error:
    display(error)"""
    sandbox.fail(529, times=2, retry_after=0.4)
    sandbox.fail(500)
    try:
        client.messages.create(model="claude-opus-5", max_tokens=500, messages=[{"role": "user", "content": "Hello"}])
    except APIError as failure:
        return cell(2, code, failure._repr_html_())
    raise AssertionError("the sandbox was told to fail")


def cost(client: Client, colours: str) -> str:
    """The chart of a cost report."""
    code = """\
report = client.organization.cost_report.retrieve(
    starting_at=two_weeks_ago, group_by=["description"]
)
report.plot(by="model")"""
    report = client.organization.cost_report.retrieve(
        starting_at=datetime.now(timezone.utc) - timedelta(days=14), group_by=["description"]
    )
    style = {"dark": "dark_background", "light": "default"}[colours]
    drawn = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none"}), styles.context(style):
        axes = report.plot(by="model")
        axes.figure.savefig(drawn, format="svg", transparent=True, bbox_inches="tight")
    return cell(3, code, drawn.getvalue()[drawn.getvalue().index("<svg") :])


def jobs(client: Client, colours: str) -> str:
    """A job under way, its summary, and what each model cost."""
    code = """\
job = client.jobs.map(requests, checkpoint="reviews.db", progress=True)
results = job.results()"""
    models = ("claude-opus-5", "claude-sonnet-5", "claude-haiku-4-5")
    requests = [
        {
            "model": models[number % 10 // 4],
            "max_tokens": 300,
            "messages": [{"role": "user", "content": f"Is this review friendly? Number {number}: {'good ' * 40}"}],
        }
        for number in range(400)
    ]
    told = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, redirect_stderr(told):
        job = client.jobs.map(requests, checkpoint=Path(folder) / "reviews.db", progress=True)
        job.results()
    lines = [line.rstrip() for line in told.getvalue().split("\r") if line.strip()]
    under_way = next(line for line in lines if int(line.partition("%")[0].rpartition(" ")[2]) >= 60)
    summary = job.summary()
    costs = {model: float(cost.total) for model, cost in summary.cost_by_model().items()}
    style = {"dark": "dark_background", "light": "default"}[colours]
    drawn = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none"}), styles.context(style):
        figure = Figure(figsize=(7, 1.8))
        axes = figure.add_subplot()
        axes.bar_label(axes.barh(list(costs), list(costs.values())), fmt="$%.2f", padding=4)
        axes.margins(x=0.15)
        axes.set_xlabel("US dollars")
        figure.savefig(drawn, format="svg", transparent=True, bbox_inches="tight")
    chart = """\
costs = job.summary().cost_by_model()
bars = pyplot.barh(list(costs), [float(cost.total) for cost in costs.values()])"""
    return (
        cell(1, code, f"<pre>{escape(under_way)}</pre>")
        + cell(2, "job.summary()", summary._repr_html_())
        + cell(3, chart, drawn.getvalue()[drawn.getvalue().index("<svg") :])
    )


def take(address: str, name: str, colours: str) -> None:
    """A picture of a page, cut to what is on it."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        picture = Path(folder) / "picture.png"
        subprocess.run(
            [
                CHROMIUM, *OPTIONS, f"--user-data-dir={folder}/profile", f"--window-size={WIDTH},{MOST_HEIGHT}",
                f"--blink-settings=preferredColorScheme={COLOURS[colours]}", f"--screenshot={picture}", address,
            ],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        whole = Image.open(picture).convert("RGB")
    height = max(y for y in used_rows(whole)) + 12
    cut = whole.crop((0, 0, whole.width, min(height, whole.height)))
    small = cut.quantize(PALETTE, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    path = IMAGES / f"{name}-{colours}.png"
    small.save(path, optimize=True)
    print(f"{path.relative_to(IMAGES.parents[1])}: {small.width} x {small.height}, {path.stat().st_size / 1000:.0f} kB")


def used_rows(image: Image.Image) -> Iterator[int]:
    """The rows that are not of one colour."""
    yield 0
    for y in range(image.height):
        if len(image.crop((0, y, image.width, y + 1)).getcolors(1 << 16) or ()) > 1:
            yield y


def busy(sandbox: Sandbox, client: Client) -> None:
    """Calls for the status page to show."""
    ask = [{"role": "user", "content": "What is the weather in Galway?"}]
    tools = [{"name": "get_weather", "description": "The weather in a city.", "input_schema": {"type": "object"}}]
    client.messages.create(model="claude-opus-5", max_tokens=300, messages=ask, tools=tools)
    client.messages.create(model="claude-haiku-5-5", max_tokens=300, messages=ask)
    client.models.list().data  # noqa: B018
    sandbox.fail(429)
    sandbox.reply("It rains.")
    client.messages.create(model="claude-haiku-5-5", max_tokens=300, messages=ask)


def main() -> int:
    """Make all pictures."""
    if CHROMIUM is None:
        print("Chromium is needed: apt-get install chromium", file=sys.stderr)
        return 1
    IMAGES.mkdir(exist_ok=True)
    with (
        Sandbox(past_days=14) as sandbox,
        Client(base_url=sandbox.url, api_key=sandbox.api_key, admin_api_key=sandbox.admin_api_key) as client,
        tempfile.TemporaryDirectory() as folder,
    ):
        bodies = {"notebook": notebook(sandbox, client), "error": error(sandbox, client)}
        for colours in COLOURS:
            for name, body in {**bodies, "cost": cost(client, colours), "jobs": jobs(client, colours)}.items():
                file = Path(folder) / f"{name}.html"
                file.write_text(page(body), "utf-8")
                take(file.as_uri(), name, colours)
        sandbox.reset(state=True)
        busy(sandbox, client)
        for colours in COLOURS:
            take(sandbox.url, "sandbox", colours)
    return 0


if __name__ == "__main__":
    sys.exit(main())
