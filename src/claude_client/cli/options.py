"""Options that several commands share, each with its help text once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from .context import DEFAULT_MODEL

Words: TypeAlias = Annotated[list[str] | None, typer.Argument(metavar="[PROMPT]...", show_default=False)]
Files: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--file", "-f", metavar="PATH", help="A text, PDF or image to send along; - is standard input."),
]
Model: TypeAlias = Annotated[
    str, typer.Option("--model", "-m", envvar="CLAUDE_CLIENT_MODEL", help="The model.", show_default=DEFAULT_MODEL)
]
System: TypeAlias = Annotated[str | None, typer.Option("--system", "-s", help="The system prompt.")]
MaxTokens: TypeAlias = Annotated[int, typer.Option("--max-tokens", min=1, help="The most output tokens.")]
AsJSON: TypeAlias = Annotated[bool, typer.Option("--json", help="Write JSON, as the API has it.")]
Deadline: TypeAlias = Annotated[
    float | None,
    typer.Option("--deadline", metavar="SECONDS", min=0.001, help="The longest that the command may take."),
]
Output: TypeAlias = Annotated[
    Path, typer.Option("--output", "-o", metavar="PATH", help="The file to write; - is standard output.")
]
