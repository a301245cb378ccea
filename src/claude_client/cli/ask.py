"""`ask`: one message, streamed to the terminal or written whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .context import DEFAULT_MODEL, context_of
from .failures import ExitCode, tell
from .inputs import read_json, read_prompt
from .options import AsJSON, Deadline, Files, MaxTokens, Model, System, Words
from .output import is_terminal, write_text

if TYPE_CHECKING:
    from ..types import Message


def ask(
    context: typer.Context,
    words: Words = None,
    files: Files = None,
    system: System = None,
    model: Model = DEFAULT_MODEL,
    max_tokens: MaxTokens = 4096,
    schema: Annotated[
        Path | None,
        typer.Option("--schema", metavar="PATH", help="A JSON schema that the output has to fit; - is standard input."),
    ] = None,
    as_json: AsJSON = False,
    stream: Annotated[bool, typer.Option(help="Write the text while it arrives.")] = True,
    deadline: Deadline = None,
) -> None:
    """Send one message and write its reply.

    Text, a PDF or an image on standard input is sent along: `git diff | claude-client ask "Review this."`
    """
    params: dict[str, Any] = {"model": model, "max_tokens": max_tokens}
    if schema is not None:
        params["output_config"] = {"format": {"type": "json_schema", "schema": read_json(schema, "--schema")}}
    if system is not None:
        params["system"] = system
    params["messages"] = [{"role": "user", "content": read_prompt(words or [], files or [])}]
    with context_of(context).client(deadline=deadline) as client:
        if as_json or not stream:
            # Streamed all the same, so that the connection is not without a byte for minutes.
            with client.messages.stream(**params) as arriving:
                message = arriving.get_final_message()
            write_text(message.to_json(indent=2 if is_terminal() else None) if as_json else message.text)
        elif is_terminal():
            with client.messages.stream(**params) as arriving:
                message = arriving.show()
        else:
            with client.messages.stream(**params) as arriving:
                for text in arriving.text_stream:
                    print(text, end="", flush=True)
                message = arriving.get_final_message()
            if not message.text.endswith("\n"):
                print(flush=True)
    check_complete(message)


def check_complete(message: Message) -> None:
    """End the program where a message is not whole.

    Raises:
        typer.Exit: It was cut off, or refused.
    """
    reasons = {
        "max_tokens": "the message was cut off at --max-tokens",
        "model_context_window_exceeded": "the message was cut off: the context of the model is full",
        "refusal": "the model refused",
    }
    if (reason := reasons.get(str(message.stop_reason))) is not None:
        tell(f"claude-client: {reason}")
        raise typer.Exit(ExitCode.INCOMPLETE)
