"""The computer toolset, by a small computer: a screen of pixels that a mouse paints on and a keyboard writes to."""

from __future__ import annotations

import base64
import struct
import time
import zlib
from typing import Any

import pytest

from both import Both
from claude_client.sandbox import Sandbox
from claude_client.tools.computer import (
    COMPUTER,
    AsyncComputerToolset,
    ComputerToolset,
    CursorPositionResult,
    ScreenshotResult,
)
from claude_client.tools.toolset_errors import ToolsetConfigError, ToolsetContractError
from claude_client.types import ToolUseBlock

WIDTH, HEIGHT = 32, 24


class Screen:
    """What both computers operate."""

    def __init__(self) -> None:
        self.pixels = [[0] * WIDTH for _ in range(HEIGHT)]
        self.mouse = (0, 0)
        self.is_down = False
        self.text = ""
        self.scrolled = 0

    def move(self, place: list[int] | None) -> None:
        x, y = place or self.mouse
        if not (0 <= x < WIDTH and 0 <= y < HEIGHT):
            raise ValueError(f"the screen has {WIDTH} x {HEIGHT} pixels")
        for step in range(1, 9):  # while it is down, the mouse paints on its way
            on_way = (self.mouse[0] + (x - self.mouse[0]) * step // 8, self.mouse[1] + (y - self.mouse[1]) * step // 8)
            if self.is_down:
                self.paint(on_way, 255)
        self.mouse = (x, y)

    def paint(self, place: tuple[int, int], shade: int) -> None:
        self.pixels[place[1]][place[0]] = shade

    def picture(self, x0: int = 0, y0: int = 0, x1: int = WIDTH, y1: int = HEIGHT) -> ScreenshotResult:
        rows = b"".join(b"\0" + bytes(row[x0:x1]) for row in self.pixels[y0:y1])

        def chunk(kind: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        header = struct.pack(">IIBBBBB", x1 - x0, y1 - y0, 8, 0, 0, 0, 0)
        png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
        return ScreenshotResult(data=base64.b64encode(png).decode())


class Paint(ComputerToolset):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.screen = Screen()

    def click(self, input: Any, shade: int) -> None:
        self.screen.move(input.coordinate)
        self.screen.paint(self.screen.mouse, shade)

    def key(self, context: Any, input: Any) -> str:
        self.screen.text += f"<{input.text}>" * (input.repeat or 1)
        return f"The text is now {self.screen.text!r}."

    def hold_key(self, context: Any, input: Any) -> None:
        self.screen.text += f"<{input.text} for {input.duration} s>"

    def type(self, context: Any, input: Any) -> None:
        self.screen.text += input.text

    def cursor_position(self, context: Any, input: Any) -> CursorPositionResult:
        return CursorPositionResult(x=self.screen.mouse[0], y=self.screen.mouse[1])

    def mouse_move(self, context: Any, input: Any) -> None:
        self.screen.move(input.coordinate)

    def left_mouse_down(self, context: Any, input: Any) -> None:
        self.screen.is_down = True

    def left_mouse_up(self, context: Any, input: Any) -> None:
        self.screen.is_down = False

    def left_click(self, context: Any, input: Any) -> None:
        self.click(input, 255)

    def left_click_drag(self, context: Any, input: Any) -> None:
        self.screen.move(input.start_coordinate)
        self.screen.is_down = True
        self.screen.move(input.coordinate)
        self.screen.is_down = False

    def right_click(self, context: Any, input: Any) -> None:
        self.click(input, 0)

    def middle_click(self, context: Any, input: Any) -> None:
        self.click(input, 128)

    def double_click(self, context: Any, input: Any) -> None:
        self.click(input, 200)

    def triple_click(self, context: Any, input: Any) -> None:
        self.click(input, 220)

    def scroll(self, context: Any, input: Any) -> None:
        self.screen.move(input.coordinate)
        self.screen.scrolled += input.scroll_amount if input.scroll_direction == "down" else -input.scroll_amount

    def wait(self, context: Any, input: Any) -> None:
        time.sleep(input.duration / 1000)  # it is a fast computer

    def screenshot(self, context: Any, input: Any) -> ScreenshotResult:
        return self.screen.picture()

    def zoom(self, context: Any, input: Any) -> ScreenshotResult:
        return self.screen.picture(*input.region)


class AsyncPaint(AsyncComputerToolset):
    """The same on an event loop, and by one method for all members."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.paint = Paint(**options)
        self.screen = self.paint.screen

    async def execute(self, context: Any, name: str, input: Any) -> Any:
        return self.paint.execute(context, name, input)


CALLS: list[tuple[str, dict[str, Any]]] = [
    ("mouse_move", {"coordinate": [4, 5]}),
    ("cursor_position", {}),
    ("left_click", {}),
    ("left_click", {"coordinate": [1, 1]}),
    ("middle_click", {"coordinate": [2, 1]}),
    ("double_click", {"coordinate": [3, 1]}),
    ("triple_click", {"coordinate": [5, 1]}),
    ("right_click", {"coordinate": [1, 1]}),
    ("left_mouse_down", {}),
    ("mouse_move", {"coordinate": [1, 9]}),
    ("left_mouse_up", {}),
    ("left_click_drag", {"start_coordinate": [10, 10], "coordinate": [18, 10]}),
    ("type", {"text": "hi"}),
    ("key", {"text": "ctrl+a", "repeat": 2}),
    ("hold_key", {"text": "a", "duration": 1}),
    ("scroll", {"scroll_direction": "down", "scroll_amount": 3, "coordinate": [0, 0]}),
    ("wait", {"duration": 1}),
    ("screenshot", {}),
    ("zoom", {"region": [0, 0, 8, 4]}),
]


def allow(about: Any) -> bool:
    return True


def run(client: Any, toolset: Any) -> Any:
    return client.messages.run_tools(
        model="claude-opus-5",
        max_tokens=1000,
        messages=[{"role": "user", "content": "Paint."}],
        tools=[toolset],
    )


def called(name: str, input: dict[str, Any], number: int = 0) -> dict[str, Any]:
    """A call as a model makes it."""
    return {"type": "tool_use", "id": f"toolu_{number}", "name": name, "input": input, "toolset_name": "computer"}


def results_of(both: Both, told: Sandbox, toolset: Any, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The results of calls that a model makes one after the other."""
    blocks = [called(name, input, number) for number, (name, input) in enumerate(calls)]
    told.reply(content=blocks, stop_reason="tool_use").reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, toolset)
        yield runner.until_done()
        return runner.messages

    found: list[Any] = both.run(body)[2]["content"]
    return found


def text_of(result: Any) -> str:
    content = result["content"]
    return content if isinstance(content, str) else content[0]["text"]


@pytest.mark.parametrize("kind", [Paint, AsyncPaint])
def test_a_model_operates_a_computer_by_all_members(both: Both, told: Sandbox, kind: Any) -> None:
    if kind is AsyncPaint and not both.is_async:
        pytest.skip("it belongs to an event loop")
    toolset = kind(confirm=allow)
    assert {name for name, _ in CALLS} == {*COMPUTER.inputs}

    results = results_of(both, told, toolset, *CALLS)

    assert [each.get("is_error") for each in results] == [None] * len(CALLS)
    assert {each["toolset_name"] for each in results} == {"computer"}
    texts = {name: result for (name, _), result in zip(CALLS, results, strict=True)}
    assert text_of(texts["cursor_position"]) == "X=4,Y=5"
    assert text_of(texts["key"]) == "The text is now 'hi<ctrl+a><ctrl+a>'."
    assert text_of(texts["wait"]) == "Done."
    picture = base64.b64decode(texts["zoom"]["content"][0]["source"]["data"])
    assert struct.unpack(">II", picture[16:24]) == (8, 4)
    screen = toolset.screen
    assert screen.text == "hi<ctrl+a><ctrl+a><a for 1 s>"
    assert screen.scrolled == 3
    assert screen.pixels[5][4] == 255
    assert screen.pixels[1][2:6] == [128, 200, 0, 220]
    assert [row[1] for row in screen.pixels[1:10]] == [0, *[255] * 8]
    assert screen.pixels[10][11:19] == [255] * 8


@pytest.mark.parametrize(
    ("name", "input", "told"),
    [
        ("mouse_move", {"coordinate": [1]}, "coordinate takes [x, y]"),
        ("zoom", {"region": [1, 2]}, "region takes [x0, y0, x1, y1]"),
        ("mouse_move", {}, "coordinate"),
        ("mouse_move", {"coordinate": ["a", 1]}, "coordinate"),
        ("scroll", {"scroll_direction": "sideways", "scroll_amount": 1}, "scroll_direction"),
        ("mouse_move", {"coordinate": [99, 1]}, "32 x 24"),
        ("fly", {}, "no member 'fly'"),
    ],
)
def test_an_input_that_does_not_fit_is_told(name: str, input: dict[str, Any], told: str) -> None:
    toolset = Paint(confirm=allow)

    result: Any = toolset.tool_result(ToolUseBlock.model_validate(called(name, input)))

    assert result["is_error"]
    assert told in text_of(result)
    assert toolset.screen.mouse == (0, 0)


def test_keys_are_on_only_with_confirm() -> None:
    with pytest.raises(ToolsetConfigError, match="hold_key, key, type can be on only with confirm="):
        Paint()
    off: Any = {name: {"enabled": False} for name in ("hold_key", "key", "type")}
    assert Paint(configs=off).to_dict() == {"type": "computer_toolset_20260801", "configs": off}
    cached = Paint(confirm=allow, tool_configs={"cache_control": {"type": "ephemeral"}})
    assert cached.to_dict() == {"type": "computer_toolset_20260801", "cache_control": {"type": "ephemeral"}}


def test_members_that_a_class_lacks_are_not_offered() -> None:
    class Watch(ComputerToolset):
        def screenshot(self, context: Any, input: Any) -> ScreenshotResult:
            return Screen().picture()

    offered: Any = Watch().to_dict()
    assert {name for name, config in offered["configs"].items() if config == {"enabled": False}} == {
        *COMPUTER.inputs
    } - {"screenshot"}
    with pytest.raises(ToolsetConfigError, match="Watch has no such method"):
        Watch(configs={"zoom": {"enabled": True}})


def test_confirm_sees_each_call_and_anything_but_true_denies(both: Both, told: Sandbox) -> None:
    seen: list[Any] = []

    async def confirm(about: Any) -> bool:
        seen.append((about.member, about.input.to_dict(), about.tool_use.id))
        return about.member != "type"

    toolset = Paint(confirm=confirm)
    results = results_of(both, told, toolset, ("left_click", {"coordinate": [1, 1]}), ("type", {"text": "secret"}))

    assert seen == [("left_click", {"coordinate": [1, 1]}, "toolu_0"), ("type", {"text": "secret"}, "toolu_1")]
    assert [each.get("is_error") for each in results] == [None, True]
    assert toolset.screen.text == ""


def test_a_member_that_is_turned_off_is_refused() -> None:
    toolset = Paint(confirm=allow, configs={"left_click": {"enabled": False}})

    result = toolset.tool_result(ToolUseBlock.model_validate(called("left_click", {"coordinate": [1, 1]})))

    assert "turned off" in text_of(result)
    assert toolset.screen.pixels[1][1] == 0


@pytest.mark.parametrize(("name", "problem"), [("screenshot", "returned int"), ("wait", "coroutine function")])
def test_a_mistake_of_the_program_ends_the_run(both: Both, told: Sandbox, name: str, problem: str) -> None:
    class Wrong(ComputerToolset):
        def screenshot(self, context: Any, input: Any) -> Any:
            return 5

        async def wait(self, context: Any, input: Any) -> None:
            return None

    with pytest.raises(ToolsetContractError, match=problem):
        results_of(both, told, Wrong(), (name, {"duration": 1} if name == "wait" else {}))
