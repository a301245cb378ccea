"""`stream.show()`: a message while it comes, as plain text, in a terminal and in a notebook."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.interactiveshell import InteractiveShell
from markdown_it import MarkdownIt
from pydantic import BaseModel
from rich.console import Console

from both import Both, entered
from claude_client import StreamInterruptedError, tool
from claude_client.rendering.live import screen
from claude_client.rendering.rich_screen import RichScreen, measure_settled
from claude_client.rendering.screens import DRAW_SECONDS, REST, Pace
from claude_client.sandbox import Sandbox
from claude_client.streaming.accumulate import MessageAccumulator
from claude_client.types import RawMessageStreamEvent
from claude_client.types._model import adapter

HI: dict[str, Any] = {
    "model": "claude-opus-5",
    "max_tokens": 1000,
    "messages": [{"role": "user", "content": "Weather?"}],
}
THOUGHT = "It is about **weather**.\nSo I look."
TEXT = "**Paris**\n\nIt **rains**.\n\n- one\n- two\n\n```python\nprint(1)\n\nprint(2)\n```\n\nThat is all."
BLOCKS: list[dict[str, Any]] = [
    {"type": "thinking", "thinking": THOUGHT, "signature": "x"},
    {"type": "text", "text": TEXT},
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {"city": "Paris"}},
]
WEATHER = {"name": "weather", "input_schema": {"type": "object"}}


class Terminal(io.StringIO):
    """A file that is a terminal."""

    def isatty(self) -> bool:
        return True

    def screen(self, lines: int = 200) -> list[str]:
        """What is seen on it."""
        shown = pyte.Screen(80, lines)
        pyte.Stream(shown).feed(self.getvalue().replace("\n", "\r\n"))
        return [line.rstrip() for line in shown.display]


@pytest.fixture(autouse=True)
def a_terminal_of_known_size(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "JUPYTER_COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def show(on_sandbox: Both, file: Any, **params: Any) -> Any:
    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**{**HI, "tools": [WEATHER], **params}))
        message = yield stream.show(file=file)
        assert message is (yield stream.get_final_message())
        return message

    return on_sandbox.run(body)


# ---- plain text ---------------------------------------------------------------------------------------------


def test_a_message_is_written_as_plain_text(on_sandbox: Both, told: Sandbox) -> None:
    told.reply(BLOCKS)
    file = io.StringIO()

    message = show(on_sandbox, file)

    assert message.text == TEXT
    assert file.getvalue() == (
        f"[Thinking]\n{THOUGHT}\n\n{TEXT}\n\n"
        '[Calls weather]\n{\n  "city": "Paris"\n}\n\n'
        f"(claude-opus-5 · tokens {message.usage.input_tokens} in, {message.usage.output_tokens} out · "
        f"request {message.response.request_id})\n"
    )


def test_each_piece_is_written_when_it_comes(on_sandbox: Both, told: Sandbox) -> None:
    told.reply("one two three", chunks=["one ", "two ", "three"])
    log: list[str] = []

    class Log(io.StringIO):
        def write(self, text: str, /) -> int:
            log.append(text)
            return super().write(text)

        def flush(self) -> None:
            log.append("flush")

    show(on_sandbox, Log())

    assert log[:6] == ["one ", "flush", "two ", "flush", "three", "flush"]


def test_the_standard_output_is_where_it_is_shown_if_nothing_is_said(
    on_sandbox: Both, told: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    told.reply("Hello")

    show(on_sandbox, None)

    assert capsys.readouterr().out.startswith("Hello\n\n(claude-opus-5")


def test_nothing_of_the_model_reaches_a_terminal_that_could_do_something(on_sandbox: Both, told: Sandbox) -> None:
    nasty = "a\x1b[31mb\x07c\x9b1md\x7fe\rf\x1b]0;title\x1b\\g\u0085h\tok\n"
    blocks = [{**BLOCKS[0], "thinking": nasty}, {"type": "text", "text": nasty}, {**BLOCKS[2], "name": "weather", "input": {"a": nasty}}]  # fmt: skip
    for file in (io.StringIO(), Terminal()):
        told.reply(blocks)
        show(on_sandbox, file)

        commands = {part[0] for part in file.getvalue().split("\x1b")[1:]}
        assert commands <= {"["}
        for control in ("\x07", "\x9b", "\x7f", "\u0085", "\x1b[31mb", "\x1b]", "title\x1b"):
            assert control not in file.getvalue()
        assert "a[31mbc1mdef]0;title\\gh" in file.getvalue()


def test_an_output_that_takes_no_unicode_does_not_end_the_call(on_sandbox: Both, told: Sandbox) -> None:
    told.reply("naïve ☂")
    raw = io.BytesIO()

    file = io.TextIOWrapper(raw, encoding="ascii", newline="\n", write_through=True)

    show(on_sandbox, file)

    assert raw.getvalue().startswith(b"na\\xefve \\u2602\n")


def test_what_was_read_before_is_shown_too(on_sandbox: Both, told: Sandbox) -> None:
    told.reply("one two three", chunks=["one ", "two ", "three"])
    file = io.StringIO()

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**HI))
        for _ in range(5):
            event = (yield stream.__anext__()) if on_sandbox.is_async else next(stream)
        assert event.type == "content_block_delta" or event.text == "two "
        yield stream.show(file=file)

    on_sandbox.run(body)

    assert file.getvalue().startswith("one two three\n\n(")


@pytest.mark.parametrize("make", [io.StringIO, Terminal])
def test_a_message_that_breaks_off_stays_and_says_so(on_sandbox: Both, told: Sandbox, make: Callable[[], Any]) -> None:
    told.reply("one two three four", chunks=["one ", "two ", "three ", "four"])
    told.fail("close in body", after_events=5)
    file = make()

    with pytest.raises(StreamInterruptedError) as caught:
        show(on_sandbox, file)

    assert caught.value.partial is not None
    assert caught.value.partial.text.startswith("one ")
    text = "\n".join(file.screen()) if isinstance(file, Terminal) else file.getvalue()
    assert caught.value.partial.text.strip() in text
    assert "The message broke off." in text


def test_a_message_that_was_cut_off_says_so(on_sandbox: Both, told: Sandbox) -> None:
    told.reply("one", stop_reason="max_tokens")
    file = io.StringIO()

    show(on_sandbox, file)

    assert "\n\n! Cut off at max_tokens.\n(claude-opus-5" in file.getvalue()


def test_the_messages_of_a_run_of_tools_are_shown_one_by_one(on_sandbox: Both, told: Sandbox) -> None:
    told.reply(BLOCKS).reply("It rains.")
    file = io.StringIO()

    @tool
    def weather(city: str) -> str:
        """The weather."""
        return city

    def sync(runner: Any) -> str:
        return [stream.show(file=file) for stream in runner][-1].text

    async def asynchronous(runner: Any) -> str:
        return [await stream.show(file=file) async for stream in runner][-1].text

    def body(client: Any) -> Any:
        runner = client.messages.run_tools(**HI, tools=[weather], stream=True)
        return (yield (asynchronous if on_sandbox.is_async else sync)(runner))

    assert on_sandbox.run(body) == "It rains."

    assert "[Calls weather]" in file.getvalue()
    assert "\nIt rains.\n" in file.getvalue()
    assert file.getvalue().count("(claude-opus-5") == 2


def test_structured_output_is_shown_as_what_it_is_and_read(on_sandbox: Both, told: Sandbox) -> None:
    class City(BaseModel):
        name: str

    for file in (io.StringIO(), Terminal()):
        told.reply('{"name": "*Paris*"}')
        message = show(on_sandbox, file, output_format=City)

        assert message.parsed_output == City(name="*Paris*")
        shown = "\n".join(file.screen()) if isinstance(file, Terminal) else file.getvalue()
        assert '"name": "*Paris*"' in shown


# ---- a terminal ---------------------------------------------------------------------------------------------


def test_a_message_is_rendered_in_a_terminal(on_sandbox: Both, told: Sandbox) -> None:
    told.reply(BLOCKS)
    file = Terminal()

    message = show(on_sandbox, file)

    *lines, facts = [line for line in file.screen() if line]
    assert lines == [
        "Thinking",
        "It is about **weather**.",
        "So I look.",
        "Paris",
        "It rains.",
        " • one",
        " • two",
        " print(1)",
        " print(2)",
        "That is all.",
        "Calls weather  toolu_1",
        "{",
        '  "city": "Paris"',
        "}",
    ]
    assert facts == (
        f"claude-opus-5 · tokens {message.usage.input_tokens} in, {message.usage.output_tokens} out · "
        f"request {message.response.request_id}"
    )
    assert "\x1b[?25h" in file.getvalue(), "the cursor is there again"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Growing:
    """A stream, as far as a screen looks at it."""

    def __init__(self) -> None:
        self.accumulator = MessageAccumulator()

    @property
    def current_message_snapshot(self) -> Any:
        message = self.accumulator.message
        if message is None:
            raise RuntimeError("nothing has come")
        return message


def events(*pieces: str, kind: str = "text") -> Iterator[Any]:
    read = adapter(RawMessageStreamEvent).validate_python
    usage = {"input_tokens": 1, "output_tokens": 1}
    message = {"id": "m", "type": "message", "role": "assistant", "model": "m", "content": [], "usage": usage}
    block = {"type": "text", "text": ""} if kind == "text" else {"type": "thinking", "thinking": "", "signature": ""}
    yield read({"type": "message_start", "message": message})
    yield read({"type": "content_block_start", "index": 0, "content_block": block})
    for piece in pieces:
        yield read({"type": "content_block_delta", "index": 0, "delta": {"type": f"{kind}_delta", kind: piece}})
    yield read({"type": "content_block_stop", "index": 0})
    yield read({"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": usage})
    yield read({"type": "message_stop"})


def drawn(*pieces: str, seconds: float = 1.0, kind: str = "text") -> Terminal:
    """A terminal on which these pieces were shown, one each `seconds`."""
    file, clock, stream = Terminal(), Clock(), Growing()
    shown = RichScreen(stream, Console(file=file, force_terminal=True, highlight=False), Pace(clock))
    shown.begin()
    for event in events(*pieces, kind=kind):
        clock.now += seconds
        meaning = stream.accumulator.add(event)
        shown.take(event if meaning is None else meaning)
    shown.end(broke_off=False)
    return file


def test_what_a_terminal_is_sent_is_linear_in_the_length_of_the_message() -> None:
    short = drawn(*(f"Paragraph {n} of many words.\n\n" for n in range(100)))
    long = drawn(*(f"Paragraph {n} of many words.\n\n" for n in range(400)))

    assert len(long.getvalue()) < 5 * len(short.getvalue())
    assert [line for line in long.screen(2000) if line][:-1] == [f"Paragraph {n} of many words." for n in range(400)]


def test_thinking_is_printed_line_by_line() -> None:
    lines = [line for line in drawn("one\ntw", "o\nthr", "ee", kind="thinking").screen() if line]

    assert lines[:4] == ["Thinking", "one", "two", "three"]


def test_of_what_is_longer_than_the_terminal_the_end_is_drawn() -> None:
    code = "```\n" + "".join(f"line {n}\n" for n in range(100))

    file = drawn(code, "more\n", "```\n\nEnd.")

    assert [line.strip() for line in file.screen(300) if line][:-1] == [
        *(f"line {n}" for n in range(100)),
        "more",
        "End.",
    ]


def test_a_terminal_that_can_do_nothing_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")

    assert type(screen(Growing(), Terminal())).__name__ == "PlainScreen"


def test_without_rich_a_terminal_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert type(screen(Growing(), Terminal())).__name__ == "RichScreen"

    monkeypatch.delitem(sys.modules, "claude_client.rendering.rich_screen")
    monkeypatch.setitem(sys.modules, "rich.console", None)

    assert type(screen(Growing(), Terminal())).__name__ == "PlainScreen"


MARKDOWN = (
    "words\n", "more words\n", "\n", "# Head\n", "- one\n", "- two\n", "1. a\n", "2. b\n", "  inside\n", "    code\n",
    "```python\n", "```\n", "~~~~\n", "~~~\n", "> quoted\n", "| a | b |\n", "|---|---|\n", "**bold**\n", "*em*\n", "---\n",
    "2026 was\n", "* star\n", "+ plus\n", "===\n", "`code`\n", "end",
)  # fmt: skip


@given(st.lists(st.sampled_from(MARKDOWN), max_size=25).map("".join))
def test_what_is_settled_is_rendered_alone_as_in_the_whole(text: str) -> None:
    renderer = MarkdownIt("commonmark").enable("table")
    cut = measure_settled(text)

    assert renderer.render(text[:cut]) + renderer.render(text[cut:]) == renderer.render(text)
    assert all(measure_settled(text[:end]) <= cut for end in range(cut, len(text)))


def test_paragraphs_are_settled_as_soon_as_the_next_one_begins() -> None:
    assert measure_settled("one\n\n") == 0
    assert measure_settled("one\n\ntwo") == len("one\n\n")
    assert measure_settled("- one\n\n- two") == 0
    assert measure_settled("```\na\n\nb") == 0
    assert measure_settled("```\na\n\nb\n```\n\nend") == len("```\na\n\nb\n```\n\n")


# ---- the pace -----------------------------------------------------------------------------------------------


def test_drawing_is_bounded_by_the_clock_and_not_by_the_events() -> None:
    clock = Clock()
    pace = Pace(clock)
    times: list[float] = []

    for _ in range(10_000):
        pace.draw(lambda: times.append(clock.now))
        clock.now += 0.001

    assert len(times) == pytest.approx(10.0 / DRAW_SECONDS, abs=2)


def test_most_of_the_time_is_left_however_long_a_drawing_takes() -> None:
    clock = Clock()
    pace = Pace(clock)
    drawing = 0.0

    def slow() -> None:
        nonlocal drawing
        clock.now += 0.5
        drawing += 0.5

    for _ in range(10_000):
        pace.draw(slow)
        clock.now += 0.01

    assert drawing / clock.now == pytest.approx(1 / (1 + REST), rel=0.1)


# ---- a notebook ---------------------------------------------------------------------------------------------


class Publisher:
    """Keeps what a kernel would send to the notebook."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    def publish(
        self, data: Any, metadata: Any = None, *, transient: Any = None, update: bool = False, **_: Any
    ) -> None:
        self.sent.append({"data": data, "id": (transient or {}).get("display_id"), "update": update})


@pytest.fixture
def kernel(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """What IPython has where it runs for a notebook."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    # IPython warns of one that is active and not its own.
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    shell.display_formatter.active_types = shell.display_formatter.format_types
    shell.kernel = object()
    publisher = Publisher()
    shell.display_pub = publisher
    yield publisher
    shell.history_manager.end_session()
    InteractiveShell.clear_instance()


def test_in_a_notebook_one_output_changes_while_the_message_grows(
    on_sandbox: Both, told: Sandbox, kernel: Publisher
) -> None:
    told.reply(BLOCKS)

    message = show(on_sandbox, None)

    first, *others = kernel.sent
    assert not first["update"]
    assert first["id"]
    assert {(each["update"], each["id"]) for each in others} == {(True, first["id"])}
    assert len(kernel.sent) < 10
    assert kernel.sent[-1]["data"]["text/html"] == message._repr_html_()
    assert "text/markdown" not in kernel.sent[-1]["data"]
    assert kernel.sent[-1]["data"]["text/plain"] == repr(message)


def test_in_a_notebook_a_message_that_breaks_off_stays_as_it_was(
    on_sandbox: Both, told: Sandbox, kernel: Publisher
) -> None:
    told.reply("one two three four", chunks=["one ", "two ", "three ", "four"])
    told.fail("close in body", after_events=5)

    with pytest.raises(StreamInterruptedError) as caught:
        show(on_sandbox, None)

    last = kernel.sent[-1]["data"]["text/html"]
    assert (caught.value.partial.text.strip() if caught.value.partial else "?") in last
    assert "Still coming, as far as it was read" in last


def test_with_a_file_it_is_shown_there_and_not_in_the_notebook(
    on_sandbox: Both, told: Sandbox, kernel: Publisher
) -> None:
    told.reply("Hello")
    file = io.StringIO()

    show(on_sandbox, file)

    assert kernel.sent == []
    assert file.getvalue().startswith("Hello\n")


# ---- off ----------------------------------------------------------------------------------------------------


def test_nothing_of_it_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys; from claude_client import Client; c = Client(base_url='sandbox:');"
        "m = c.messages.stream(model='claude-opus-5', max_tokens=9, messages=[{'role': 'user', 'content': 'Hi'}]);\n"
        "with m as s: s.until_done()\n"
        "print([n for n in sys.modules if n.startswith('claude_client.rendering')])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
