"""Memory stores of a session, kept equal on this machine and at the API while its agent works.

`decide` says what becomes of one memory, by its SHA-256 here, there, and when both were last equal. What changed on one
side goes to the other; what changed on both is taken from the API. A deletion here is believed after a while only, and
never that of all files at once. What fails is logged, and tried again with the next synchronisation.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from ..core.logs import logger
from ..errors import APIStatusError, ClaudeError
from .memory_folder import MARKER, MemoryFolder, MemoryStoreError
from .steps import Do, Flow, ListAll, SendAll

if TYPE_CHECKING:
    from ..core.request import Request

DEFAULT_SYNC_INTERVAL: Final = 15.0
MIN_SYNC_INTERVAL: Final = 5.0
FLUSH_SECONDS: Final = 30.0
"""How long the last synchronisation may take, and what follows where it does not get done."""
DELETION_SECONDS: Final = 30.0
"""How long a file has to be gone before its memory is deleted."""
_PAGE: Final = {"basic": 100, "full": 20}
"""Memories on a page, by their view: the most that the API gives."""
_DELETIONS: Final = (8, 50)
"""Bounds for the deletions of one synchronisation, which are at most a quarter of the memories."""

Deletions: TypeAlias = Literal["enabled", "log_only", "disabled"]
Action: TypeAlias = Literal["keep", "adopt", "forget", "pull", "upload", "remove", "delete"]


def decide(before: str | None, here: str | None, there: str | None, *, read_only: bool = False) -> Action:
    """What becomes of a memory.

    Args:
        before: Its SHA-256 when both sides were last equal; None where they never were.
        here: That of the file; None where there is none.
        there: That of the memory; None where there is none.
        read_only: Whether nothing goes to the API.

    Returns:
        keep: Nothing is to be done. adopt: Both sides are equal, or have to be taken for it. forget: It is on neither
        side, or stays here unsynchronised. pull: The memory is written to the file. upload: The file becomes the
        memory. remove: The file is deleted. delete: The memory is deleted.
    """
    if there is None:
        if here is None or here == before:
            return "forget" if here is None else "remove"
        # The file is the only copy of what was written.
        return "forget" if read_only else "upload"
    if here == there:
        return "adopt"
    if here is None:
        if before is None or there != before:
            return "pull"
        return "keep" if read_only else "delete"
    if there != before:
        return "pull"
    return "keep" if read_only else "upload"


@dataclass(frozen=True)
class MemoryRequests:
    """The requests that memory stores need, described by their resource.

    Each takes the id of the store, the seconds that it has (None for no bound), and what its method takes.
    """

    list: Callable[..., Request[Any, Any]]
    retrieve: Callable[..., Request[Any, Any]]
    create: Callable[..., Request[Any, Any]]
    update: Callable[..., Request[Any, Any]]
    delete: Callable[..., Request[Any, Any]]


@dataclass
class MemoryStore:
    """One store of a session: its folder, and what is known of both sides."""

    id: str
    folder: MemoryFolder
    read_only: bool
    before: dict[str, str] = field(default_factory=dict[str, str])
    """The SHA-256 of each memory when both sides were last equal."""
    refused: dict[str, str] = field(default_factory=dict[str, str])
    """That of files that the API does not take; they are tried again when they change."""
    missing_since: dict[str, float] = field(default_factory=dict[str, float])
    sent: dict[str, str] = field(default_factory=dict[str, str])
    """That of uploads whose response never came: they may have been made."""


class SessionMemories:
    """The memory stores of one session."""

    def __init__(
        self,
        requests: MemoryRequests,
        workdir: Path,
        *,
        interval: float,
        deletions: Deletions = "enabled",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Args:
        requests: What is sent.
        workdir: Where stores are put that have no place of their own.
        interval: Seconds between two synchronisations, at least 5.
        deletions: Whether a file that is deleted here has its memory deleted, or that is only logged.
        clock: Tells the seconds.
        """
        self.stores: list[MemoryStore] = []
        self._requests = requests
        self._workdir = workdir
        self._interval = interval
        self._deletions = deletions
        self._clock = clock
        self._synced_at = clock()
        self._until: float | None = None
        """When the session's memories are given up, at its end."""

    def download(self, resources: Sequence[Any]) -> Flow:
        """Put every store of the session on this machine.

        Raises:
            MemoryStoreError: One of them cannot be.
            ClaudeError: The API cannot be reached, or refuses.
        """
        for resource in resources:
            if resource.type != "memory_store":
                continue
            folder = MemoryFolder(self._place(resource), resource.memory_store_id)
            store = MemoryStore(resource.memory_store_id, folder, resource.access == "read_only")
            yield Do(folder.create)
            self.stores.append(store)
            yield from self._download_all(store)
        self._synced_at = self._clock()

    def _place(self, resource: Any) -> Path:
        """Where a store belongs: where its agent has been told that it is."""
        given = resource.mount_path
        if given:
            if not PurePosixPath(given).is_absolute() or ".." in PurePosixPath(given).parts:
                raise MemoryStoreError(f"invalid mount_path {given!r} of a memory store: expected an absolute path")
            return Path(given)
        name = str(resource.name or "").replace("/", "_").replace("\0", "_")
        return self._workdir / "memory" / (name if name not in ("", ".", "..") else resource.memory_store_id)

    def _download_all(self, store: MemoryStore) -> Flow:
        store.before.clear()
        store.sent.clear()
        store.missing_since.clear()
        for memory in (yield from self._list(store, "full")).values():
            yield from self._write(store, memory)

    def _list(self, store: MemoryStore, view: str) -> Flow:
        found: list[Any] = yield ListAll(self._requests.list(store.id, self._left(), view=view, limit=_PAGE[view]))
        memories = {each.path.lstrip("/"): each for each in found if each.type == "memory"}
        memories.pop(MARKER, None)
        return memories

    def _write(self, store: MemoryStore, memory: Any) -> Flow:
        path = memory.path.lstrip("/")
        try:
            yield Do(partial(store.folder.write, path, memory.content or ""))
        except (OSError, ValueError) as error:
            logger.warning("the memory %s of %s cannot be written: %s", path, store.id, error)
        else:
            store.before[path] = memory.content_sha256

    # ---- synchronisations ----

    def sync_if_due(self) -> Flow:
        """Synchronise, where the last time is `interval` seconds ago."""
        if self._clock() - self._synced_at >= self._interval:
            yield from self._sync_all()

    def end(self, *, whole: bool) -> Flow:
        """Synchronise a last time, within a bound, and remove the folders.

        Args:
            whole: Delete and pull too; else only what was written here is saved, as where a session ends by an error.
        """
        for save in (self._sync_last, self._flush) if whole else (self._flush,):
            self._until = self._clock() + FLUSH_SECONDS
            for store in self.stores:
                yield from self._guard(store, save(store))
        for store in self.stores:
            try:
                yield Do(store.folder.remove)
            except OSError as error:
                logger.warning("the folder of the memory store %s cannot be removed: %s", store.id, error)

    def _sync_all(self) -> Flow:
        for store in self.stores:
            yield from self._guard(store, self._sync(store))
        self._synced_at = self._clock()

    def _guard(self, store: MemoryStore, flow: Flow) -> Flow:
        """Run a part, and log what fails: the other stores go on."""
        try:
            yield from flow
        except (ClaudeError, OSError, ValueError) as error:
            logger.warning("the memory store %s could not be synchronised: %s", store.id, error)

    def _left(self) -> float | None:
        """Seconds that a request may take.

        Raises:
            TimeoutError: There are none left.
        """
        if self._until is None:
            return None
        left = self._until - self._clock()
        if left <= 0:
            raise TimeoutError(f"its last synchronisation took more than {FLUSH_SECONDS:g} seconds")
        return left

    def _scan(self, store: MemoryStore) -> Flow:
        """The files, and whether the folder is still that of the store."""
        found: dict[str, str] = yield Do(store.folder.scan)
        marked: bool = yield Do(store.folder.is_marked)
        if not marked and found:
            logger.warning(
                "the folder %s is not that of the memory store %s any more: it is not synchronised",
                store.folder.path,
                store.id,
            )
        return found, marked

    def _sync_last(self, store: MemoryStore) -> Flow:
        yield from self._sync(store, last=True)

    def _sync(self, store: MemoryStore, *, last: bool = False) -> Flow:
        files, marked = yield from self._scan(store)
        if not marked and files:
            return
        if not marked:
            yield from self._restore(store, "its folder is gone")
            return
        memories = yield from self._list(store, "basic")
        self._settle(store, memories)
        if not files and len(store.before) > 1:
            yield from self._restore(store, "all of its files are gone at once")
            return
        todo: dict[Action, list[str]] = {}
        for path in sorted({*files, *memories, *store.before}):
            there = memories[path].content_sha256 if path in memories else None
            action = decide(store.before.get(path), files.get(path), there, read_only=store.read_only)
            todo.setdefault(action, []).append(path)
            self._log_conflict(store, path, action, files.get(path), there)
            if action != "delete":
                store.missing_since.pop(path, None)
            if action == "adopt":
                store.before[path] = files[path]
            elif action == "forget":
                store.before.pop(path, None)
        yield from self._remove(store, todo.get("remove", ()))
        yield from self._upload(store, [(path, files[path]) for path in todo.get("upload", ())], memories)
        yield from self._pull(store, [memories[path] for path in todo.get("pull", ())])
        yield from self._delete(store, [memories[path] for path in todo.get("delete", ())], last=last)

    def _log_conflict(self, store: MemoryStore, path: str, action: Action, here: str | None, there: str | None) -> None:
        before = store.before.get(path)
        if action == "pull" and here not in (None, before):
            logger.warning("the memory %s of %s was changed on both sides: that of the API is kept", path, store.id)
        elif action == "upload" and there is None and before is not None:
            logger.warning("the memory %s of %s was deleted at the API and changed here: it is kept", path, store.id)

    def _restore(self, store: MemoryStore, reason: str) -> Flow:
        """Make a destroyed folder again from what the API has."""
        logger.warning("the memory store %s is downloaded again: %s", store.id, reason)
        yield Do(store.folder.mark)
        yield from self._download_all(store)

    def _settle(self, store: MemoryStore, memories: Mapping[str, Any]) -> None:
        """Find out about uploads whose response never came."""
        for path, digest in store.sent.items():
            if path in memories and memories[path].content_sha256 == digest:
                store.before[path] = digest
        store.sent.clear()

    def _flush(self, store: MemoryStore) -> Flow:
        """Save what was written here, and nothing else."""
        if store.read_only:
            return
        files, marked = yield from self._scan(store)
        changed = {path for path, digest in files.items() if digest != store.before.get(path) or path in store.sent}
        if not marked or not changed:
            return
        memories = yield from self._list(store, "basic")
        self._settle(store, memories)
        uploads: list[tuple[str, str]] = []
        for path in sorted(changed):
            there = memories[path].content_sha256 if path in memories else None
            action = decide(store.before.get(path), files[path], there)
            if action == "upload":
                uploads.append((path, files[path]))
            elif action == "pull":
                self._log_conflict(store, path, action, files[path], there)
        yield from self._upload(store, uploads, memories)

    # ---- what is done with single memories ----

    def _remove(self, store: MemoryStore, paths: Sequence[str]) -> Flow:
        """Delete files whose memories are gone."""
        for path in paths:
            try:
                now: str | None = yield Do(partial(store.folder.delete, path, store.before[path]))
            except (OSError, ValueError) as error:
                logger.warning("the memory %s of %s cannot be removed: %s", path, store.id, error)
                continue
            # One that was changed in the meantime is new.
            store.before.pop(path, None)
            if now is not None:
                logger.warning("the memory %s of %s was deleted at the API and changed here", path, store.id)

    def _pull(self, store: MemoryStore, memories: Sequence[Any]) -> Flow:
        """Write memories to their files."""
        requests = [self._requests.retrieve(store.id, self._left(), each.id, view="full") for each in memories]
        outcomes: Sequence[Any] = (yield SendAll(requests)) if requests else []
        for memory, found in zip(memories, outcomes, strict=True):
            if not isinstance(found, ClaudeError):
                yield from self._write(store, found)
            elif _status(found) != 404:  # deleted in the meantime
                logger.warning("the memory %s of %s cannot be read: %s", memory.path, store.id, found)

    def _upload(self, store: MemoryStore, changed: Sequence[tuple[str, str]], memories: Mapping[str, Any]) -> Flow:
        """Make files memories, or new content of theirs."""
        texts: dict[str, str] = {}
        for path, digest in changed:
            if store.refused.get(path) == digest:
                continue
            try:
                text: str | None = yield Do(partial(store.folder.read, path))
            except (OSError, ValueError) as error:
                store.refused[path] = digest
                logger.warning("%s of %s is not synchronised until it changes: %s", path, store.id, error)
            else:
                if text is not None:
                    texts[path] = text
        again: list[str] = []
        outcomes = yield from self._send_texts(store, texts, memories)
        for path, found in outcomes.items():
            if path in memories and _status(found) == 404:
                again.append(path)  # deleted in the meantime: the file is the only copy
            else:
                self._note_upload(store, path, dict(changed)[path], found)
        outcomes = yield from self._send_texts(store, {path: texts[path] for path in again}, {})
        for path, found in outcomes.items():
            self._note_upload(store, path, dict(changed)[path], found)

    def _send_texts(self, store: MemoryStore, texts: Mapping[str, str], memories: Mapping[str, Any]) -> Flow:
        requests: list[Any] = []
        for path, text in texts.items():
            store.sent[path] = hashlib.sha256(text.encode()).hexdigest()
            if path in memories:
                known = memories[path]
                requests.append(
                    self._requests.update(store.id, self._left(), known.id, content=text, precondition=_if_still(known))
                )
            else:
                requests.append(self._requests.create(store.id, self._left(), path=f"/{path}", content=text))
        outcomes: Sequence[Any] = (yield SendAll(requests)) if requests else []
        return dict(zip(texts, outcomes, strict=True))

    def _note_upload(self, store: MemoryStore, path: str, digest: str, found: Any) -> None:
        if not isinstance(found, ClaudeError):
            store.before[path] = found.content_sha256
            store.sent.pop(path, None)
            store.refused.pop(path, None)
        elif _status(found) in (400, 413, 422):
            store.refused[path] = digest
            store.sent.pop(path, None)
            logger.warning("%s of %s is not synchronised until it changes: %s", path, store.id, found)
        else:
            # By a conflict too: a retry of an upload that was made ends in one.
            logger.warning("the memory %s of %s could not be saved: %s", path, store.id, found)

    def _delete(self, store: MemoryStore, memories: Sequence[Any], *, last: bool) -> Flow:
        """Delete the memories of files that have been gone for long enough."""
        if self._deletions == "disabled":
            return
        least, most = _DELETIONS
        bound = max(least, min(most, len(store.before) // 4))
        gone: list[Any] = []
        for memory in memories:
            path = memory.path.lstrip("/")
            since = store.missing_since.setdefault(path, self._clock())
            if not last and self._clock() - since < DELETION_SECONDS:
                continue
            # Looked at anew: the folder may have been destroyed in the meantime.
            is_gone: bool = yield Do(partial(self._is_gone, store, path))
            if is_gone:
                gone.append(memory)
        if len(gone) > bound:
            logger.warning("%d deletions in %s wait for a later time: %d are the most", len(gone), store.id, bound)
        if self._deletions == "log_only":
            for memory in gone[:bound]:
                logger.info("the memory %s of %s would be deleted", memory.path, store.id)
            return
        requests = [
            self._requests.delete(store.id, self._left(), each.id, expected_content_sha256=each.content_sha256)
            for each in gone[:bound]
        ]
        outcomes: Sequence[Any] = (yield SendAll(requests)) if requests else []
        for memory, found in zip(gone, outcomes, strict=False):
            if isinstance(found, ClaudeError) and _status(found) != 404:
                logger.warning("the memory %s of %s could not be deleted: %s", memory.path, store.id, found)
            else:
                store.before.pop(memory.path.lstrip("/"), None)
                store.missing_since.pop(memory.path.lstrip("/"), None)

    def _is_gone(self, store: MemoryStore, path: str) -> bool:
        try:
            return store.folder.is_marked() and store.folder.digest(path) is None
        except (OSError, ValueError):
            return False


def _if_still(memory: Any) -> dict[str, str]:
    return {"type": "content_sha256", "content_sha256": memory.content_sha256}


def _status(found: object) -> int | None:
    return found.status_code if isinstance(found, APIStatusError) else None


def check_options(interval: float | None, deletions: object) -> None:
    """Refuse options that do not fit.

    Raises:
        ValueError: The interval is too short, or there is no such mode.
    """
    if interval is not None and not interval >= MIN_SYNC_INTERVAL:  # which NaN is not either
        raise ValueError(
            f"invalid memory_sync_interval {interval!r}: expected at least {MIN_SYNC_INTERVAL:g} seconds, or None for"
            " no memories"
        )
    if deletions not in ("enabled", "log_only", "disabled"):
        raise ValueError(f"invalid memory_sync_deletions {deletions!r}: expected 'enabled', 'log_only' or 'disabled'")
