"""A computer that the model operates. This one is a terminal of letters with a mouse; write yours for a real screen.

The sandbox's replies are scripted here. Without the script, and with `Client()`, a model decides what to do.
"""

from __future__ import annotations

from claude_client import Client
from claude_client.sandbox import Sandbox
from claude_client.tools.computer import ComputerToolset, CursorPositionResult
from claude_client.tools.policies import ConfirmContext, ToolsetCallContext
from claude_client.types import ComputerCursorPositionInput, ComputerLeftClickInput, ComputerTypeInput

WIDTH, HEIGHT = 24, 4


class Terminal(ComputerToolset):
    """It has three members, and the model is offered no others."""

    def __init__(self) -> None:
        super().__init__(confirm=self.ask, configs={"key": {"enabled": False}, "hold_key": {"enabled": False}})
        self.rows = [["."] * WIDTH for _ in range(HEIGHT)]
        self.x, self.y = 0, 0

    def ask(self, about: ConfirmContext) -> bool:
        """Whether a call is run. `type` needs someone who can be asked."""
        print(f"May I {about.member}?")
        return about.member != "type" or "rm" not in about.input.text

    def left_click(self, context: ToolsetCallContext, input: ComputerLeftClickInput) -> str:
        x, y = input.coordinate or (self.x, self.y)
        if not (0 <= x < WIDTH and 0 <= y < HEIGHT):
            raise ValueError(f"the terminal has {WIDTH} x {HEIGHT} letters")
        self.x, self.y = x, y
        return f"The mouse is at {x}, {y}."

    def type(self, context: ToolsetCallContext, input: ComputerTypeInput) -> None:
        for letter in input.text[: WIDTH - self.x]:
            self.rows[self.y][self.x] = letter
            self.x = min(self.x + 1, WIDTH - 1)

    def cursor_position(self, context: ToolsetCallContext, input: ComputerCursorPositionInput) -> CursorPositionResult:
        return CursorPositionResult(x=self.x, y=self.y)


with Sandbox() as sandbox, Client(base_url=sandbox.url, api_key=sandbox.api_key) as client:
    sandbox.reply(tool_use=("left_click", {"coordinate": [4, 1]})).reply(tool_use=("type", {"text": "Hello!"}))
    sandbox.reply(tool_use="cursor_position").reply(tool_use=("type", {"text": "rm -r /"})).reply("I wrote Hello.")
    runner = client.messages.run_tools(
        model="claude-opus-5",
        max_tokens=500,
        tools=[terminal := Terminal()],
        messages=[{"role": "user", "content": "Write hello."}],
        on_result=lambda call, result: print(call.name, "->", result.get("content")),
    )
    print(runner.until_done().text)
print("\n".join("".join(row) for row in terminal.rows))
