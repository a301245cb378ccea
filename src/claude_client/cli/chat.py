"""`chat`: a conversation in the terminal, saved after every turn."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .chats import Chat, check_name, list_chats, load, make_folder, new_name
from .context import DEFAULT_MODEL, context_of
from .failures import UsageError, describe, exit_code, tell
from .options import MaxTokens, System
from .output import is_terminal, write_rows

if TYPE_CHECKING:
    from ..client import Client

_HELP = """\
/undo    take back the last turn
/new     begin another conversation
/help    show this
/quit    end (Ctrl+D does too)
Ctrl+C stops a message while it arrives; what came of it stays."""


def chat(
    context: typer.Context,
    name: Annotated[str | None, typer.Option("--name", "-n", help="Save the conversation under this name.")] = None,
    resume: Annotated[
        str | None, typer.Option("--resume", "-r", metavar="NAME", help="Continue the conversation of this name.")
    ] = None,
    last: Annotated[bool, typer.Option("--continue", "-c", help="Continue the latest conversation.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the conversations, and stop.")] = False,
    system: System = None,
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", envvar="CLAUDE_CLIENT_MODEL", help="The model.", show_default=DEFAULT_MODEL),
    ] = None,
    max_tokens: MaxTokens = 8192,
) -> None:
    """Talk with the model.

    Each line is a turn, and the conversation is saved after each.
    """
    if listed:
        write_rows(
            ("name", "changed", "turns", "begins with"),
            ((each.name, changed, len(each.messages) // 2, each.title) for each, changed in list_chats()),
        )
        return
    conversation = _open(name, resume, last)
    make_folder()  # before a message is paid for that could not be saved
    conversation.model = model or conversation.model or DEFAULT_MODEL
    conversation.system = system if system is not None else conversation.system
    with context_of(context).client() as client:
        if is_terminal():
            tell(f"{conversation.name} · {conversation.model} · /help shows commands")
        while (line := _read_line()) is not None:
            if line == "/quit":
                break
            if line == "/new":
                conversation = Chat(new_name(), conversation.model, conversation.system)
                tell(f"{conversation.name} begins.")
            elif line == "/undo":
                del conversation.messages[-2:]
                conversation.save()
            elif line == "/help":
                tell(_HELP)
            elif line.strip():
                _take_turn(client, conversation, line, max_tokens)


def _open(name: str | None, resume: str | None, last: bool) -> Chat:
    if sum((name is not None, resume is not None, last)) > 1:
        raise UsageError("--name, --resume and --continue exclude each other")
    if resume is not None:
        return load(resume)
    if last:
        for found, _ in list_chats():
            return found
        raise UsageError("there is no conversation to continue")
    made = Chat(check_name(name) if name is not None else new_name(), "")
    if made.path.exists():
        raise UsageError(f"there is a conversation {made.name!r} already: --resume {made.name} continues it")
    return made


def _read_line() -> str | None:
    """The next turn of the user; None at the end of the input."""
    if not (sys.stdin.isatty() and is_terminal()):
        return line.rstrip("\n") if (line := sys.stdin.readline()) else None
    with suppress(ImportError):  # there is none on Windows, where the console itself has such keys
        import_module("readline")  # gives the line keys to move and to go back
    try:
        return input("> ")
    except EOFError:
        print()
        return None
    except KeyboardInterrupt:
        print()
        return ""


def _take_turn(client: Client, conversation: Chat, line: str, max_tokens: int) -> None:
    """Send a turn and keep both sides of it. What arrived of a message that broke off was paid for, and is kept too."""
    from ..errors import ClaudeError

    messages: list[dict[str, Any]] = [*conversation.messages, {"role": "user", "content": line}]
    params: dict[str, Any] = {"model": conversation.model, "max_tokens": max_tokens, "messages": messages}
    if conversation.system is not None:
        params["system"] = conversation.system
    text, failure, stopped = "", None, False
    try:
        with client.messages.stream(**params) as stream:
            try:
                text = (stream.show() if is_terminal() else stream.get_final_message()).text
            except (ClaudeError, KeyboardInterrupt) as error:
                text = _text_so_far(stream)
                failure, stopped = (error if isinstance(error, ClaudeError) else None), True
        if not is_terminal():
            print(text, flush=True)
    except ClaudeError as error:
        failure = error
    if failure is not None:
        tell(f"claude-client: {describe(failure)}")
        if not is_terminal() and not text:
            code = exit_code(failure)
            raise typer.Exit(code if code is not None else 1)
    elif stopped:
        tell("Stopped.")
    if text:
        conversation.messages = [*messages, {"role": "assistant", "content": text}]
        conversation.save()


def _text_so_far(stream: Any) -> str:
    try:
        return str(stream.current_message_snapshot.text)
    except RuntimeError:  # nothing has come
        return ""
