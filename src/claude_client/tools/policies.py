"""What a program lets the model do: `confirm` for a call, `url_policy` for an address, `file_policy` for files.

Each is a callable, or an object, of the program. All deny by default: only what is allowed in plain terms is done. An
error in a policy denies too, and the model reads that it was refused, but not what went wrong, as the error may name
what the policy hides. `ToolError` refuses in the policy's own words; `ToolAbort` ends the run.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable
from unicodedata import normalize
from urllib.parse import urlsplit

from ..core.logs import logger
from .calling import ask, ask_async
from .paths import MAX_PATH_LENGTH, absolute, has_parent_part, is_within, leads_within, names_device
from .results import ToolAbort, ToolError
from .toolset_errors import (
    ConfirmDeclinedError,
    ConfirmFailedError,
    ToolsetConfigError,
    ToolsetContractError,
    UploadNoRootsError,
    UploadOutsideRootsError,
    UploadRefusedError,
    URLRefusedError,
)

if TYPE_CHECKING:
    from ..types import ToolUseBlock


@dataclass(frozen=True, kw_only=True)
class ToolsetCallContext:
    """What is known of a call beside its input."""

    tool_use: ToolUseBlock | None = None
    """The call as the model made it; None where the program calls a member itself."""


@dataclass(frozen=True, kw_only=True)
class URLContext:
    """Which call a policy is asked about."""

    member: str | None = None
    """The member that is called, such as `navigate`."""

    tab_id: str | None = None
    """The tab that the call names."""

    tool_use_id: str | None = None
    """The id of the call."""


@dataclass(frozen=True, kw_only=True)
class ConfirmContext(ToolsetCallContext):
    """What `confirm` is asked about."""

    member: str
    """The member that is called."""

    input: Any
    """Its input, checked."""

    tab_id: str | None = None
    """The tab of a browser that the call is for, where that is known."""

    tab_url: str | None = None
    """The address of that tab, as the model read it last."""


Confirm: TypeAlias = "Callable[[Any], bool | Awaitable[bool]]"
"""Says whether a call is run; it gets the context of the call. Anything but True is a no."""

URLPolicy: TypeAlias = "Callable[[URLContext, str], Awaitable[None] | None]"
"""Returns None for an address that the model may go to, and raises `ToolError` for any other."""


@runtime_checkable
class FilePolicy(Protocol):
    """Says which files the model may upload, and which paths of downloads it may see."""

    def resolve_upload_paths(self, context: URLContext, paths: Sequence[str]) -> list[str]:
        """The paths to upload from; raises `ToolError` to refuse."""
        ...

    def resolve_upload_documents(self, context: URLContext, document_ids: Sequence[str]) -> list[str]:
        """The ids of documents to upload; raises `ToolError` to refuse."""
        ...

    def is_path_visible(self, path: str) -> bool:
        """Whether the model may see where a download is. Anything but True is a no."""
        ...


# ---- asking -------------------------------------------------------------------------------------------------


def check_confirmed(confirm: Confirm | None, name: str, context: object) -> None:
    """Ask `confirm` whether the call is run; without one it is not.

    Raises:
        ConfirmDeclinedError: It said no.
        ConfirmFailedError: It raised.
    """
    if confirm is None:
        raise ConfirmDeclinedError(name)
    try:
        allowed = ask(confirm, context)
    except Exception as error:
        raise _refusal(error, ConfirmFailedError(name)) from error
    if allowed is not True:
        raise ConfirmDeclinedError(name)


async def check_confirmed_async(confirm: Confirm | None, name: str, context: object) -> None:
    """The same on an event loop."""
    if confirm is None:
        raise ConfirmDeclinedError(name)
    try:
        allowed = await ask_async(confirm, context)
    except Exception as error:
        raise _refusal(error, ConfirmFailedError(name)) from error
    if allowed is not True:
        raise ConfirmDeclinedError(name)


def check_url(policy: URLPolicy | None, context: URLContext, url: str) -> None:
    """Ask `policy` whether the model may go to `url`; without one it may not.

    Raises:
        URLRefusedError: It may not, or the policy raised.
        ToolsetContractError: The policy returned a value, such as False for a no.
    """
    if policy is None:
        raise URLRefusedError("The program allows no addresses.")
    try:
        returned = ask(policy, context, url)
    except Exception as error:
        raise _refusal(error, URLRefusedError("The program does not allow this address.")) from error
    _check_returned(returned)


async def check_url_async(policy: URLPolicy | None, context: URLContext, url: str) -> None:
    """The same on an event loop."""
    if policy is None:
        raise URLRefusedError("The program allows no addresses.")
    try:
        returned = await ask_async(policy, context, url)
    except Exception as error:
        raise _refusal(error, URLRefusedError("The program does not allow this address.")) from error
    _check_returned(returned)


def check_uploads(
    policy: FilePolicy | None, context: URLContext, paths: Sequence[str], document_ids: Sequence[str] = ()
) -> tuple[list[str], list[str]]:
    """The paths and documents that are uploaded in the place of those that the model named; without a policy, none.

    Raises:
        UploadRefusedError: One of them is refused, or the policy raised.
    """
    if policy is None:
        if paths:
            raise UploadNoRootsError
        if document_ids:
            raise UploadRefusedError("No document can be uploaded: the program allows none.")
        return [], []
    try:
        found = list(policy.resolve_upload_paths(context, paths)) if paths else []
        documents = list(policy.resolve_upload_documents(context, document_ids)) if document_ids else []
    except Exception as error:
        raise _refusal(error, UploadRefusedError("The program does not allow this upload.")) from error
    return found, documents


def is_path_visible(policy: FilePolicy | None, path: str) -> bool:
    """Whether the model may see where a download is; not where there is no policy, or it fails."""
    try:
        return policy is not None and policy.is_path_visible(path) is True
    except ToolAbort:
        raise
    except Exception as error:
        logger.warning("a file_policy failed, so a path is not shown", exc_info=error)
        return False


def _check_returned(returned: object) -> None:
    # A policy that says no with False would otherwise let everything pass.
    if returned is not None:
        raise ToolsetContractError(
            f"the url_policy returned {type(returned).__name__}: expected None to allow, or ToolError to refuse"
        )


def _refusal(error: Exception, instead: ToolError) -> Exception:
    """What an error of a policy comes to: itself where it is meant to be read, else `instead`."""
    if isinstance(error, (ToolAbort, ToolError)):
        return error
    logger.warning("a policy of a toolset failed, so the call is refused", exc_info=error)
    return instead


# ---- ready-made ---------------------------------------------------------------------------------------------


class AllowedHosts:
    """A `url_policy` that allows the addresses of some hosts: `AllowedHosts("example.com", "*.example.org")`.

    `*.example.org` stands for all names below `example.org`, and not for itself. A host with a port, such as
    `localhost:8080`, allows that port only; one without, the standard port of the scheme. A page may lead elsewhere by
    a redirect or a script: what the browser loads is for its driver to bound.
    """

    def __init__(self, *hosts: str, schemes: Iterable[str] = ("https",)) -> None:
        """Args:
        hosts: The hosts, in ASCII letters.
        schemes: What addresses may begin with.

        Raises:
            ToolsetConfigError: A host is not a name, an IP address, or either with a port.
        """
        self.hosts: tuple[str, ...] = tuple(map(_check_host, hosts))
        self.schemes: frozenset[str] = frozenset(scheme.lower() for scheme in schemes)

    def __call__(self, context: URLContext, url: str) -> None:
        """Allow `url`, or raise `URLRefusedError`."""
        del context
        if not self._allows(url):
            raise URLRefusedError(f"This address is not allowed. Allowed are: {', '.join(self.hosts) or 'none'}.")

    def _allows(self, url: str) -> bool:
        # A browser drops these characters, and reads a backslash as a slash: another host than the one seen here.
        if any(letter <= " " or letter == "\\" or letter == "\x7f" for letter in url):
            return False
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").rstrip("."), parts.port
        except ValueError:
            return False
        if parts.scheme not in self.schemes or not host or parts.username is not None:
            return False
        standard = {"http": 80, "https": 443}.get(parts.scheme)
        return any(_host_fits(allowed, host, port or standard, standard) for allowed in self.hosts)


def _check_host(host: str) -> str:
    if not host.isascii() or not host or any(letter in host for letter in "/\\@?# \t\r\n"):
        raise ToolsetConfigError(f"invalid host {host!r}: expected a name such as example.com, and no URL")
    return host.lower().rstrip(".")


def _host_fits(allowed: str, host: str, port: int | None, standard: int | None) -> bool:
    name, has_port, number = allowed.rpartition(":") if not allowed.endswith("]") else ("", "", "")
    if not (has_port and number.isdecimal()):
        name, number = allowed, ""
    if port != (int(number) if number else standard):
        return False
    name = name.strip("[]")
    return host.endswith(name[1:]) and host != name[2:] if name.startswith("*.") else host == name


class LocalFilePolicy:
    """A `file_policy` for files of this machine: uploads from some directories, and nothing else unless it is given.

    Give it a directory with the files of one task only. Links are resolved first, so that none leads out.
    """

    def __init__(
        self,
        *,
        upload_roots: Sequence[str | os.PathLike[str]] = (),
        upload_document_ids: Iterable[str] = (),
        download_dir: str | os.PathLike[str] | None = None,
        expose_download_paths: bool = False,
    ) -> None:
        """Args:
        upload_roots: The directories from which files may be uploaded.
        upload_document_ids: Ids of documents that may be uploaded.
        download_dir: Where the browser keeps downloads. It neither is nor holds one of `upload_roots`.
        expose_download_paths: Whether the model sees the paths of downloads there.

        Raises:
            ToolsetConfigError: A path is empty, or `download_dir` and `upload_roots` overlap.
        """
        self.upload_roots: tuple[str, ...] = tuple(map(absolute, _check_roots(upload_roots)))
        # Read once: a generator can be read no second time.
        self.upload_document_ids: frozenset[str] = frozenset(_check_several(upload_document_ids, "upload_document_ids"))
        self.download_dir: str | None = None
        if download_dir is not None:
            (self.download_dir,) = map(absolute, _check_roots([download_dir]))
        self.expose_download_paths: bool = expose_download_paths is True
        if self.download_dir is not None and any(_overlap(self.download_dir, root) for root in self.upload_roots):
            raise ToolsetConfigError(
                f"download_dir {self.download_dir!r} and upload_roots overlap: a page could have a file that it made "
                "the browser download uploaded again"
            )

    def resolve_upload_paths(self, context: URLContext, paths: Sequence[str]) -> list[str]:
        """The paths, links resolved, where all are below `upload_roots`."""
        del context
        return [check_upload_path(path, self.upload_roots) for path in paths]

    def resolve_upload_documents(self, context: URLContext, document_ids: Sequence[str]) -> list[str]:
        """The documents, where all are among `upload_document_ids`."""
        del context
        if not self.upload_document_ids.issuperset(document_ids):
            raise UploadRefusedError("The program does not allow this document.")
        return list(document_ids)

    def is_path_visible(self, path: str) -> bool:
        """Whether `path` is in `download_dir`, and may be seen."""
        if not self.expose_download_paths or self.download_dir is None:
            return False
        # Looked at as text first, so that a page cannot have any path of its choice looked up.
        if has_parent_part(path) or not _lies_within(path, self.download_dir):
            return False
        try:
            check_upload_path(path, [self.download_dir], strict_roots=False)
        except UploadRefusedError:
            return False
        return True


def check_upload_path(
    path: str | os.PathLike[str], roots: Sequence[str | os.PathLike[str]], *, strict_roots: bool = True
) -> str:
    """`path` with all links resolved, where that is below one of `roots`; without roots, nothing is.

    Args:
        path: The path that the model named.
        roots: Directories.
        strict_roots: Refuse `..`, and directories that do not exist.

    Raises:
        UploadRefusedError: The path is elsewhere. The error does not say where the roots are.
        ToolsetConfigError: `roots` is one path, and not a sequence of them.
    """
    usable = [root for root in map(os.fspath, _check_several(roots, "roots")) if root.strip() and "\0" not in root]
    if not usable:
        raise UploadNoRootsError
    text = os.fspath(path)
    if not text or "\0" in text or len(text) > MAX_PATH_LENGTH:
        raise UploadRefusedError("This is not a path of a file to upload.")
    if names_device(text):
        raise UploadOutsideRootsError
    if strict_roots and has_parent_part(text):
        raise UploadRefusedError("The path of a file to upload cannot have '..' in it.")
    if strict_roots and not any(_lies_within(absolute(text), root) for root in usable):
        raise UploadOutsideRootsError
    resolved = os.path.realpath(text)
    # A root that does not exist could become a link to anywhere after this.
    there = [root for root in usable if not strict_roots or Path(root).exists()]
    if names_device(resolved) or not any(leads_within(resolved, root) for root in there):
        raise UploadOutsideRootsError
    return resolved


def _lies_within(path: str, directory: str) -> bool:
    """Whether `path` is written as one in `directory`, by its own name or by the one that its links lead to."""
    return any(is_within(path, each) for each in (absolute(directory), os.path.realpath(directory)))


def _overlap(one: str, other: str) -> bool:
    def holds(outer: str, inner: str) -> bool:
        return is_within(_fold(inner), _fold(outer))

    pairs = [(one, other), (os.path.realpath(one), os.path.realpath(other))]
    return any(holds(*pair) or holds(*reversed(pair)) for pair in pairs)


def _fold(path: str) -> str:
    # Some file systems take names of either case as the same, and letters in either form of Unicode.
    return normalize("NFC", path.casefold())


def _check_roots(roots: Sequence[str | os.PathLike[str]]) -> list[str]:
    several: Sequence[str | os.PathLike[str]] = _check_several(roots, "upload_roots")
    found = [os.fspath(root) for root in several]
    if not all(root.strip() for root in found):
        # An empty path would stand for the working directory.
        raise ToolsetConfigError("a directory of a file policy is empty: expected a path")
    return found


def _check_several(given: Any, name: str) -> Any:
    if isinstance(given, (str, bytes, os.PathLike)):
        # Of "/tmp" the first letter would be a root that holds everything.
        raise ToolsetConfigError(f"{name} is one value: expected a sequence of them")
    return given
