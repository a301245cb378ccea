"""The program: its commands, and the options in front of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from . import ask, batches, chat, doctor, files, jobs, models, reports, sandbox
from .context import Context
from .failures import ExitCode, report_failures, tell
from .output import prepare_streams


def _group(help: str) -> typer.Typer:
    # Pretty tracebacks of typer show local variables, in which there are keys.
    return typer.Typer(help=help, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)


app: typer.Typer = _group(
    "Ask Claude from a terminal: messages, files, batches, jobs, reports, and a sandbox without a key."
)
_files = _group("Files that are uploaded once and used often.")
_batches = _group("Many requests within a day, at half the price.")
_jobs = _group("Many requests from a file, resumed after a stop.")


def _add(group: typer.Typer, name: str, command: Callable[..., None], **settings: Any) -> None:
    group.command(name, **settings)(report_failures(command))


_add(app, "ask", ask.ask)
_add(app, "chat", chat.chat)
_add(app, "models", models.models)
_add(app, "tokens", models.tokens)
_add(app, "cost", models.cost)
app.add_typer(_files, name="files")
app.add_typer(_batches, name="batches")
app.add_typer(_jobs, name="jobs")
_add(app, "usage", reports.usage)
_add(app, "cost-report", reports.cost_report)
_add(
    app,
    "sandbox",
    sandbox.sandbox,
    # All of its options are those of the sandbox's own program, --help too.
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
_add(app, "doctor", doctor.doctor)

_add(_files, "upload", files.upload)
_add(_files, "list", files.list_files)
_add(_files, "show", files.show)
_add(_files, "download", files.download)
_add(_files, "delete", files.delete)
_add(_batches, "submit", batches.submit)
_add(_batches, "list", batches.list_batches)
_add(_batches, "show", batches.show)
_add(_batches, "wait", batches.wait)
_add(_batches, "results", batches.results)
_add(_batches, "cancel", batches.cancel)
_add(_batches, "delete", batches.delete)
_add(_jobs, "run", jobs.run)


@_jobs.callback()
def _jobs_group() -> None:
    """A group even while it has one command."""


def _write_version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        print(f"claude-client {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    context: typer.Context,
    base_url: Annotated[
        str | None,
        typer.Option("--base-url", metavar="URL", help="The URL of the API; ANTHROPIC_BASE_URL when left out."),
    ] = None,
    profile: Annotated[str | None, typer.Option("--profile", help="A profile of credentials on this machine.")] = None,
    sandbox: Annotated[bool, typer.Option("--sandbox", help="Call the embedded sandbox: no key, no network.")] = False,
    max_retries: Annotated[int | None, typer.Option("--max-retries", min=0, help="Retries of a failed call.")] = None,
    timeout: Annotated[
        float | None, typer.Option("--timeout", metavar="SECONDS", help="Seconds without progress before a call fails.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_write_version, is_eager=True, help="Show the version, and stop.")
    ] = False,
) -> None:
    del version
    prepare_streams()
    if sandbox and base_url is not None:
        tell("claude-client: --sandbox and --base-url exclude each other")
        raise typer.Exit(ExitCode.USAGE)
    context.obj = Context(base_url, profile, max_retries, timeout, sandbox)
