"""The commands of the memory tool, as the model gives them. All paths begin with `/memories`.

API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/memory-tool
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, Field


class ViewCommand(BaseModel):
    """Show a file, or what is in a directory."""

    command: Literal["view"] = "view"
    path: str
    view_range: list[int] | None = None
    """The first and the last line to show, counted from 1; -1 for the end."""


class CreateCommand(BaseModel):
    """Make a file."""

    command: Literal["create"] = "create"
    file_text: str
    path: str


class StrReplaceCommand(BaseModel):
    """Replace a text that is once in a file."""

    command: Literal["str_replace"] = "str_replace"
    new_str: str = ""
    old_str: str
    path: str


class InsertCommand(BaseModel):
    """Put lines into a file."""

    command: Literal["insert"] = "insert"
    insert_line: int
    """The line behind which they go; 0 for the beginning."""
    insert_text: str
    path: str


class DeleteCommand(BaseModel):
    """Delete a file, or a directory with all that is in it."""

    command: Literal["delete"] = "delete"
    path: str


class RenameCommand(BaseModel):
    """Rename or move a file or a directory."""

    command: Literal["rename"] = "rename"
    new_path: str
    old_path: str


MemoryCommand: TypeAlias = Annotated[
    ViewCommand | CreateCommand | StrReplaceCommand | InsertCommand | DeleteCommand | RenameCommand,
    Field(discriminator="command"),
]
"""Any of them."""
