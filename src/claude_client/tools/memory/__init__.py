"""The memory tool: text files below `/memories` that the model keeps and reads again in later conversations.

`base` has the abstract class for a store of yours. `files` keeps them in a directory, `sqlite` in a database; both say
only how a file is kept, and `storage` has the commands, once for all of them.

API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/memory-tool
"""

from __future__ import annotations

from .base import AbstractMemoryTool as AbstractMemoryTool
from .base import AbstractMemoryTool as BetaAbstractMemoryTool
from .base import AbstractMemoryTool as BetaAsyncAbstractMemoryTool
from .commands import CreateCommand as CreateCommand
from .commands import DeleteCommand as DeleteCommand
from .commands import InsertCommand as InsertCommand
from .commands import MemoryCommand as MemoryCommand
from .commands import RenameCommand as RenameCommand
from .commands import StrReplaceCommand as StrReplaceCommand
from .commands import ViewCommand as ViewCommand
from .files import AsyncLocalFilesystemMemoryTool as AsyncLocalFilesystemMemoryTool
from .files import AsyncLocalFilesystemMemoryTool as BetaAsyncLocalFilesystemMemoryTool
from .files import LocalFilesystemMemoryTool as BetaLocalFilesystemMemoryTool
from .files import LocalFilesystemMemoryTool as LocalFilesystemMemoryTool
from .sqlite import SQLiteMemoryTool as SQLiteMemoryTool
from .storage import Entry as Entry
from .storage import StoredMemoryTool as StoredMemoryTool

__all__ = [
    "AbstractMemoryTool",
    "AsyncLocalFilesystemMemoryTool",
    "BetaAbstractMemoryTool",
    "BetaAsyncAbstractMemoryTool",
    "BetaAsyncLocalFilesystemMemoryTool",
    "BetaLocalFilesystemMemoryTool",
    "CreateCommand",
    "DeleteCommand",
    "Entry",
    "InsertCommand",
    "LocalFilesystemMemoryTool",
    "MemoryCommand",
    "RenameCommand",
    "SQLiteMemoryTool",
    "StoredMemoryTool",
    "StrReplaceCommand",
    "ViewCommand",
]
