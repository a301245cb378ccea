"""`AgentToolContext`: the directories of an agent, its environment and its bounds."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..results import ToolError
from .roots import Roots
from .shell import BashSession

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..policies import Confirm

DEFAULT_MAX_FILE_BYTES: Final = 256 * 1024
DEFAULT_MAX_IMAGE_BASE64_BYTES: Final = 5 * 1024 * 1024
DEFAULT_MAX_PDF_BYTES: Final = 20 * 1024 * 1024

# What would run something before the first command, or hands on the program's credentials.
_LEFT_OUT: Final = ("BASH_ENV", "ENV", "PROMPT_COMMAND", "SHELLOPTS", "BASHOPTS")
_SECRETS: Final = "ANTHROPIC_"


@dataclass(kw_only=True)
class AgentToolContext:
    """Where the tools of an agent work, and within which bounds. The tools made from one context share its shell.

    `read`, `write`, `edit`, `glob` and `grep` stay in the directories named here: links, `..` and absolute paths lead
    nowhere else. `bash` does not: it can do whatever your program can, so give it `confirm`, or run the program where
    it can do no harm, such as in a container.
    """

    workdir: str | os.PathLike[str] = field(default_factory=Path.cwd, kw_only=False)
    """The working directory; it has to exist."""

    allowed_roots: Sequence[str | os.PathLike[str]] = ()
    """Other directories in which files may be read and written."""

    read_only_roots: Sequence[str | os.PathLike[str]] = ()
    """Directories in which files may only be read, also where they are inside one of the others."""

    env: Mapping[str, str] | None = field(default=None, repr=False)
    """The environment of `bash`: that of the program without its `ANTHROPIC_...` variables when left out."""

    max_file_bytes: int | None = DEFAULT_MAX_FILE_BYTES
    """Bytes of a text that is read or edited at once; None for no bound."""

    max_image_base64_bytes: int | None = DEFAULT_MAX_IMAGE_BASE64_BYTES
    """Bytes of an image in base64, which has four for three; None for no bound."""

    max_pdf_bytes: int | None = DEFAULT_MAX_PDF_BYTES
    """Bytes of a PDF; None for no bound."""

    confirm: Confirm | None = None
    """Asked before each call of `bash`, `write` and `edit` with a `ConfirmContext`; only True lets it run. A coroutine
    function is fine on both clients."""

    def __post_init__(self) -> None:
        self.workdir = os.path.abspath(self.workdir)  # noqa: PTH100  # as the tools name it
        self.roots.all  # noqa: B018  # what is wrong with a directory is said here

    @property
    def roots(self) -> Roots:
        """The directories, as they are named now."""
        return Roots(self.workdir, self.allowed_roots, self.read_only_roots)

    @cached_property
    def shell(self) -> BashSession:
        """The shell of `bash`; it is started by the first command."""
        return BashSession(os.fspath(self.workdir), self.bash_env())

    @property
    def image_bytes(self) -> int | None:
        """Bytes of an image before it is encoded."""
        return None if self.max_image_base64_bytes is None else self.max_image_base64_bytes // 4 * 3

    def bash_env(self) -> dict[str, str]:
        """The environment of `bash`."""
        if self.env is not None:
            return dict(self.env)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_SECRETS)}
        return {name: value for name, value in kept.items() if name not in _LEFT_OUT} | {"TERM": "dumb"}

    def close(self) -> None:
        """End the shell and everything that it started. A run that called `bash` does so at its end."""
        self.shell.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        # It takes no longer than to end the processes, and is done where the task was cancelled too.
        self.close()


def resolve_path(context: AgentToolContext, path: str) -> Path:
    """Where `path` leads from the working directory, all links resolved.

    The tools open what they find on the way and do not look it up again by this path, which may lead elsewhere by then.

    Raises:
        ToolError: It leads out of the directories of `context`, or its directory is not there.
    """
    try:
        with context.roots.reach(path) as place:
            return Path(place.path)
    except OSError as error:
        raise ToolError(f"{path}: {(error.strerror or type(error).__name__).lower()}") from error
