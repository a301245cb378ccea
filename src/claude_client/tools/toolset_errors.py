"""What goes wrong with toolsets: mistakes of the program, which end a run, and refusals, which the model reads.

Under `ToolAbort`, which ends a run:

    ToolsetUsageError
        ToolsetConfigError      also a ValueError: options that do not go together
        ToolsetContractError    also a TypeError: a hook or a member that is not as it has to be
        ToolsetClosedError      also a RuntimeError: used after close()

Under `ToolError`, which the model reads:

    UnknownMemberError, DisabledMemberError, UnavailableMemberError, InvalidMemberInputError
    ConfirmDeclinedError, ConfirmFailedError
    URLRefusedError, TabMissingError
    UploadRefusedError
        UploadNoRootsError, UploadOutsideRootsError
"""

from __future__ import annotations

from .results import ToolAbort, ToolError


class ToolsetUsageError(ToolAbort):
    """The program uses a toolset in a way that cannot work. It ends the run, where other errors go to the model."""


class ToolsetConfigError(ToolsetUsageError, ValueError):
    """Options of a toolset, or of a policy, that do not go together. Raised when it is made."""


class ToolsetContractError(ToolsetUsageError, TypeError):
    """A hook or a member of a toolset does not do what it has to, such as a `url_policy` that returns a value."""


class ToolsetClosedError(ToolsetUsageError, RuntimeError):
    """The toolset was closed before this call. Make a new one."""


class UnknownMemberError(ToolError):
    """The toolset has no member of the name that the model called."""


class DisabledMemberError(ToolError):
    """The program turned the member off."""


class UnavailableMemberError(ToolError):
    """The toolset does not implement the member."""


class InvalidMemberInputError(ToolError):
    """The input of the model does not fit the member."""


class URLRefusedError(ToolError):
    """The `url_policy` does not let the model go to this address."""


class TabMissingError(ToolError):
    """The tab that the call names is not open."""

    def __init__(self) -> None:
        super().__init__("This tab is not open. See which ones are with list_tabs.")


class ConfirmDeclinedError(ToolError):
    """`confirm` did not return True for the call."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The user did not allow {name!r}. Do not call it again unless the user asks for it.")


class ConfirmFailedError(ToolError):
    """`confirm` raised an error, so that nobody allowed the call."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The user could not be asked whether {name!r} is allowed, so it was not run.")


class UploadRefusedError(ToolError):
    """The `file_policy` does not let the model upload this file."""


class UploadNoRootsError(UploadRefusedError):
    """There is no directory from which files may be uploaded."""

    def __init__(self) -> None:
        super().__init__("No file can be uploaded: the program allows no directory to upload from.")


class UploadOutsideRootsError(UploadRefusedError):
    """The file is in none of the directories from which files may be uploaded."""

    def __init__(self) -> None:
        super().__init__("This path is outside the directories to upload from.")
