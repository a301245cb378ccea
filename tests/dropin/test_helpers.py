"""Helpers in the official style: memory tools, toolsets, threads, early calls and fallbacks, by their official names."""

from __future__ import annotations

from typing import Any

from claude_client.sandbox import Reply, Sandbox

# This program is what somebody wrote for the official package 2.14.0, which prints the same.
PROGRAM = '''
import anthropic
from anthropic import BetaFallbackState, BetaRefusalFallbackMiddleware, beta_tool
from anthropic.lib.tools import BetaFunctionToolResultType, BetaRunnableToolset, ToolError
from anthropic.tools import BetaAbstractMemoryTool
from anthropic.types.beta import (
    BetaMemoryTool20250818CreateCommand,
    BetaMemoryTool20250818DeleteCommand,
    BetaMemoryTool20250818InsertCommand,
    BetaMemoryTool20250818RenameCommand,
    BetaMemoryTool20250818StrReplaceCommand,
    BetaMemoryTool20250818ViewCommand,
)

ask = {"model": "claude-opus-5", "max_tokens": 100}
hi = {"role": "user", "content": "Hi"}
client = anthropic.Anthropic(base_url=BASE_URL, api_key=API_KEY, max_retries=0)


class Notes(BetaAbstractMemoryTool):
    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, str] = {}

    def view(self, command: BetaMemoryTool20250818ViewCommand) -> BetaFunctionToolResultType:
        if command.path not in self.files:
            raise ToolError("nothing there")
        return self.files[command.path]

    def create(self, command: BetaMemoryTool20250818CreateCommand) -> BetaFunctionToolResultType:
        self.files[command.path] = command.file_text
        return "created"

    def str_replace(self, command: BetaMemoryTool20250818StrReplaceCommand) -> BetaFunctionToolResultType:
        return "replaced"

    def insert(self, command: BetaMemoryTool20250818InsertCommand) -> BetaFunctionToolResultType:
        return "inserted"

    def delete(self, command: BetaMemoryTool20250818DeleteCommand) -> BetaFunctionToolResultType:
        return "deleted"

    def rename(self, command: BetaMemoryTool20250818RenameCommand) -> BetaFunctionToolResultType:
        return "renamed"


class Pages(BetaRunnableToolset):
    toolset_name = "browser"

    def to_dict(self):
        return {"type": "browser_toolset_20260801"}

    def call(self, context, name, input):
        if name == "screenshot":
            raise ToolError("no picture")
        return f"{name} {context.tool_use.input}"


@beta_tool
def look(where: str) -> str:
    """Look somewhere."""
    return f"seen {where}"


def results(runner):
    for message in runner:
        response = runner.generate_tool_call_response()
        for block in response["content"] if response else ():
            print(block["content"], block.get("is_error", False), block.get("toolset_name"))


results(client.beta.messages.tool_runner(**ask, tools=[Notes()], messages=[hi]))
with Pages() as pages:
    results(client.beta.messages.tool_runner(**ask, tools=[pages, look], messages=[hi]))

runner = client.beta.messages.tool_runner(**ask, tools=[look], messages=[hi], stream=True, run_tools_eagerly=True)
for stream in runner:
    for event in stream:
        if event.type == "content_block_start" and event.content_block.type == "tool_use":
            if len(runner.deferred_tool_calls) == 0 and event.index == 0:
                runner.defer_tool_call(event.content_block)
    print([call.input for call in runner.deferred_tool_calls])

thread = client.beta.messages.thread(**ask, system="Be brief.")
print(thread.send(hi).content[0].text, thread.previous_message_id is None)
with thread.stream({"role": "user", "content": "And?"}) as stream:
    print(stream.get_final_text())
print(len(thread.messages), len(thread.fork().messages), sorted(thread.params))

chain = BetaRefusalFallbackMiddleware([{"model": "claude-opus-4-8"}])
with_chain = client.with_options(middleware=[chain])
with BetaFallbackState() as state:
    message = with_chain.beta.messages.create(**ask, messages=[hi])
    print([block.type for block in message.content], message.content[-1].text, state.index)
'''


def instruct(told: Sandbox) -> None:
    """Let the sandbox reply to the program."""

    def memory(command: str, **input: Any) -> Any:
        return ("memory", {"command": command, **input})

    def browser(name: str) -> Any:
        return {"name": name, "toolset_name": "browser", "input": {"a": 1}}

    told.reply(tool_use=memory("create", path="/memories/a", file_text="tea")).reply(
        tool_use=[memory("view", path="/memories/a"), memory("view", path="/memories/b")]
    ).reply("Done.")
    told.reply(
        tool_use=[browser("navigate"), ("look", {"where": "here"}), browser("screenshot"), browser("navigate")]
    ).reply("Done.")
    told.reply(tool_use=[("look", {"where": "a"}), ("look", {"where": "b"})]).reply("Done.")
    told.reply("One").reply("Two")
    told.reply(Reply(stop_reason="refusal")).reply("Hello")


def test_helpers_are_used_by_their_official_names(anthropic: object, capsys: Any) -> None:
    with Sandbox() as told:
        instruct(told)
        exec(PROGRAM, {"BASE_URL": told.url, "API_KEY": told.api_key, "__name__": "program"})
        unused = told.unused_replies

    printed = capsys.readouterr().out.splitlines()

    assert unused == []
    assert printed[:3] == ["created False None", "tea False None", "nothing there True None"]
    assert printed[3:6] == ["navigate {'a': 1} False browser", "seen here False None", "no picture True browser"]
    assert printed[6].endswith("True browser")
    assert printed[7:] == [
        "[{'where': 'a'}]",
        "[]",
        "One False",
        "Two",
        "4 4 ['max_tokens', 'messages', 'model', 'system', 'unsupported_request_behavior']",
        "['fallback', 'text'] Hello 0",
    ]
