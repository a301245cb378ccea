"""Writes the overloads of methods whose result depends on an argument, between the marks in the modules of resources.

Python has no way to say once for all modes what such a method gives, so each mode has an overload for each case. They
follow from the table below. `scripts/check` fails when a module is out of step.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "src" / "claude_client" / "resources"
MARKS = re.compile(r"( +# generated: overloads of (\w+)\n).*?( +# end\n)", re.DOTALL)

MODES = {
    "Sync": "{0}",
    "Async": "Coroutine[Any, Any, {1}]",
    "Raw[Sync]": "Response[{0}]",
    "Raw[Async]": "Coroutine[Any, Any, AsyncResponse[{1}]]",
    "Streamed[Sync]": "ResponseManager[{0}]",
    "Streamed[Async]": "AsyncResponseManager[{1}]",
}
"""What a call gives in each mode, of what it gives on `Client` and on `AsyncClient`."""

ON_CLIENTS = {"Sync": "{0}", "Async": "Coroutine[Any, Any, {1}]"}
MANAGED = {"Sync": "StreamManager[{0}]", "Async": "AsyncStreamManager[{1}]"}
AS_THEY_ARE = {"Sync": "{0}", "Async": "{1}"}
"""What is not awaited on `AsyncClient`: runners and threads."""

WHOLE = "stream: Literal[False] | None = None"
STREAMED = "stream: Literal[True]"
OUTPUT = "output_format: OutputFormat[T]"
NO_OUTPUT = "output_format: None = None"
HISTORY = "messages: Iterable[MessageParam | Message] = ()"


@dataclass
class Case:
    """Keywords, and what a call with them gives on `Client` and on `AsyncClient`."""

    keywords: str
    result: str
    async_result: str = ""
    modes: dict[str, str] | None = None


@dataclass
class Method:
    """A method, with what it takes in all cases."""

    params: str
    cases: list[Case]
    modes: dict[str, str]
    positional: str = ""


MESSAGES = {
    "create": Method(
        "**params: Unpack[MessageCreateParams]",
        [
            Case(WHOLE, "Message"),
            Case(
                f"{STREAMED}, include_pings: bool = False",
                "Stream[RawMessageStreamEvent]",
                "AsyncStream[RawMessageStreamEvent]",
            ),
            Case(
                "stream: bool",
                "Message | Stream[RawMessageStreamEvent]",
                "Message | AsyncStream[RawMessageStreamEvent]",
                ON_CLIENTS,
            ),
        ],
        MODES,
    ),
    "parse": Method(
        "**params: Unpack[MessageCreateParams]",
        [
            Case(f"{OUTPUT}, strict: Literal[True]", "ParsedMessageWithOutput[T]"),
            Case(f"{OUTPUT}, strict: bool = False", "ParsedMessage[T]"),
        ],
        MODES,
    ),
    "stream": Method(
        "**params: Unpack[MessageCreateParams]",
        [
            Case(
                f"{OUTPUT} | None = None, allow_partial: bool = False, include_pings: bool = False",
                "MessageStream[T]",
                "AsyncMessageStream[T]",
            )
        ],
        MANAGED,
    ),
    "run_tools": Method(
        "**params: Unpack[RunToolsParams]",
        [
            Case(f"{WHOLE}, {NO_OUTPUT}", "ToolRunner[Message]", "AsyncToolRunner[Message]"),
            Case(
                f"{WHOLE}, {OUTPUT}",
                "ToolRunner[ParsedMessage[T], ParsedMessage[T]]",
                "AsyncToolRunner[ParsedMessage[T], ParsedMessage[T]]",
            ),
            Case(f"{STREAMED}, {NO_OUTPUT}", "ToolRunner[MessageStream]", "AsyncToolRunner[AsyncMessageStream]"),
            Case(
                f"{STREAMED}, {OUTPUT}",
                "ToolRunner[MessageStream[T], ParsedMessage[T]]",
                "AsyncToolRunner[AsyncMessageStream[T], ParsedMessage[T]]",
            ),
        ],
        AS_THEY_ARE,
    ),
    "thread": Method(
        "**params: Unpack[ThreadParams]",
        [
            Case(f"{HISTORY}, {NO_OUTPUT}", "MessageThread", "AsyncMessageThread"),
            Case(f"{HISTORY}, {OUTPUT}", "MessageThread[T]", "AsyncMessageThread[T]"),
        ],
        AS_THEY_ARE,
    ),
}
BATCHES = {
    "results": Method(
        "**options: Unpack[WorkspaceOptions]",
        [Case(f"{OUTPUT} | None = None, progress: Progress | None = None", "BatchResults[T]", "AsyncBatchResults[T]")],
        MODES,
        "message_batch_id: str, ",
    )
}
COMPLETIONS = {
    "create": Method(
        "**params: Unpack[CompletionCreateParams]",
        [
            Case(WHOLE, "Completion"),
            Case(STREAMED, "Stream[Completion]", "AsyncStream[Completion]"),
            Case("stream: bool", "Completion | Stream[Completion]", "Completion | AsyncStream[Completion]", ON_CLIENTS),
        ],
        MODES,
    )
}
MODULES = {
    "messages": ("Messages", MESSAGES),
    "batches": ("Batches", BATCHES),
    "completions": ("Completions", COMPLETIONS),
}


def overloads(cls: str, name: str, method: Method) -> Iterator[str]:
    """The overloads of a method, case by case."""
    for case in method.cases:
        for mode, gives in (case.modes or method.modes).items():
            result = gives.format(case.result, case.async_result or case.result)
            yield (
                f"    @overload\n    def {name}(self: {cls}[{mode}], {method.positional}*, {case.keywords}, "
                f"{method.params}) -> {result}: ..."
            )


def write(module: str) -> str:
    """The text of a module with the overloads that the table says."""
    cls, methods = MODULES[module]
    text = (RESOURCES / f"{module}.py").read_text("utf-8")
    written: set[str] = set()

    def between(found: re.Match[str]) -> str:
        written.add(found[2])
        return found[1] + "\n".join(overloads(cls, found[2], methods[found[2]])) + "\n" + found[3]

    text = MARKS.sub(between, text)
    if missing := methods.keys() - written:
        raise SystemExit(f"{module}.py has no mark '# generated: overloads of {min(missing)}'")
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(RESOURCES / f"{module}.py"), "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Write the modules, or say which are out of step."""
    status = 0
    for module in MODULES:
        path, text = RESOURCES / f"{module}.py", write(module)
        if path.read_text("utf-8") == text:
            continue
        if "--check" in sys.argv:
            print(f"{path.name} is out of step: run python scripts/generate_overloads.py", file=sys.stderr)
            status = 1
        else:
            path.write_text(text, "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
