"""Memory stores kept equal on both sides: what is decided, and what a folder that an agent writes to may hold."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from claude_client.errors import APIStatusError
from claude_client.sessions.memory_folder import MARKER, MemoryFolder, MemoryStoreBusyError, MemoryStoreError
from claude_client.sessions.memory_sync import MemoryRequests, SessionMemories, decide
from claude_client.sessions.steps import Do, Flow, ListAll, SendAll


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def refusal(status: int) -> APIStatusError:
    return APIStatusError.from_response(httpx.Response(status, request=httpx.Request("POST", "http://x/")))


class Api:
    """A memory store at the API, and a driver for the flows that talk to it."""

    def __init__(self, **memories: str) -> None:
        self.memories = {f"/{name}": text for name, text in memories.items()}
        self.now = 0.0
        self.refuses: dict[str, int] = {}
        """A status for each path that is not taken."""
        self.loses = False
        """Whether uploads are made whose response never comes."""
        self.sent: list[str] = []

    def clock(self) -> float:
        return self.now

    @property
    def requests(self) -> Any:
        def describe(kind: str) -> Any:
            return lambda _store, _seconds, *ids, **params: (kind, *ids, params)

        return MemoryRequests(*map(describe, ("list", "retrieve", "create", "update", "delete")))

    def run(self, flow: Flow) -> None:
        outcome: Any = None
        while True:
            try:
                step = flow.send(outcome) if not isinstance(outcome, Exception) else flow.throw(outcome)
            except StopIteration:
                return
            if isinstance(step, Do):
                try:
                    outcome = step.function()
                except (OSError, ValueError, MemoryStoreError) as error:
                    outcome = error
            elif isinstance(step, ListAll):
                outcome = [self.memory(path) for path in self.memories]
            else:
                assert isinstance(step, SendAll)
                outcome = [self.send(*self.read(*request)) for request in step.requests]  # type: ignore[misc]

    def read(self, kind: str, *rest: Any) -> tuple[str, str, dict[str, Any]]:
        *ids, params = rest
        return kind, ids[0] if ids else params["path"], params

    def memory(self, path: str) -> Any:
        text = self.memories[path]
        return SimpleNamespace(type="memory", id=path, path=path, content=text, content_sha256=digest(text))

    def send(self, kind: str, path: str, params: dict[str, Any]) -> Any:
        self.sent.append(f"{kind} {path}")
        if path in self.refuses:
            return refusal(self.refuses[path])
        if kind != "create" and path not in self.memories:
            return refusal(404)
        wanted = params.get("precondition", {}).get("content_sha256") or params.get("expected_content_sha256")
        if kind in ("update", "delete") and wanted != digest(self.memories[path]):
            return refusal(409)
        if kind == "delete":
            del self.memories[path]
            return None
        if kind in ("create", "update"):
            self.memories[path] = params["content"]
            if self.loses:
                return refusal(500)
        return self.memory(path)


class Disk:
    """A store of a session on this machine."""

    def __init__(self, api: Api, tmp_path: Path, *, access: str = "read_write", **options: Any) -> None:
        self.api = api
        self.path = tmp_path / "store"
        resource = SimpleNamespace(
            type="memory_store", memory_store_id="m", mount_path=str(self.path), access=access, name="n"
        )
        self.memories = SessionMemories(api.requests, tmp_path, interval=5.0, clock=api.clock, **options)
        api.run(self.memories.download([resource, SimpleNamespace(type="file")]))

    def __getitem__(self, name: str) -> str:
        return (self.path / name).read_text("utf-8")

    def __setitem__(self, name: str, text: str) -> None:
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_text(text, "utf-8")

    def __delitem__(self, name: str) -> None:
        (self.path / name).unlink()

    def __contains__(self, name: str) -> bool:
        return (self.path / name).exists()

    def sync(self, seconds: float = 5.0) -> None:
        self.api.now += seconds
        self.api.sent.clear()
        self.api.run(self.memories.sync_if_due())

    def end(self, *, whole: bool = True) -> None:
        self.api.sent.clear()
        self.api.run(self.memories.end(whole=whole))


@pytest.fixture
def api() -> Api:
    return Api(a="A", b="B", c="C")


@pytest.fixture
def disk(api: Api, tmp_path: Path) -> Disk:
    return Disk(api, tmp_path)


# ---- what is decided


@pytest.mark.parametrize(
    ("before", "here", "there", "action", "read_only"),
    [
        ("1", "1", "1", "adopt", "adopt"),
        (None, "1", "1", "adopt", "adopt"),
        ("1", "2", "2", "adopt", "adopt"),
        ("1", "1", "2", "pull", "pull"),
        ("1", "2", "3", "pull", "pull"),
        (None, None, "1", "pull", "pull"),
        (None, "1", "2", "pull", "pull"),
        ("1", None, "2", "pull", "pull"),
        ("1", "2", "1", "upload", "keep"),
        (None, "1", None, "upload", "forget"),
        ("1", "2", None, "upload", "forget"),
        ("1", "1", None, "remove", "remove"),
        ("1", None, "1", "delete", "keep"),
        ("1", None, None, "forget", "forget"),
        (None, None, None, "forget", "forget"),
    ],
)
def test_what_becomes_of_a_memory(
    before: str | None, here: str | None, there: str | None, action: str, read_only: str
) -> None:
    assert decide(before, here, there) == action
    assert decide(before, here, there, read_only=True) == read_only


# ---- synchronisations


def test_what_changed_on_one_side_goes_to_the_other(api: Api, disk: Disk) -> None:
    assert {name: disk[name] for name in "abc"} == {"a": "A", "b": "B", "c": "C"}
    api.memories |= {"/a": "A2", "/deep/d": "D"}
    del api.memories["/b"]
    disk["c"] = "C2"
    disk["deep/e"] = "E"

    disk.sync()

    assert (disk["a"], disk["deep/d"], "b" in disk) == ("A2", "D", False)
    assert api.memories == {"/a": "A2", "/c": "C2", "/deep/d": "D", "/deep/e": "E"}
    disk.sync()
    assert api.sent == []


def test_it_is_synchronised_no_sooner_than_it_is_due(api: Api, disk: Disk) -> None:
    disk["a"] = "A2"

    disk.sync(4.9)

    assert api.memories["/a"] == "A"


def test_what_changed_on_both_sides_is_taken_from_the_api(
    api: Api, disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    api.memories["/a"] = "theirs"
    disk["a"] = "mine"

    disk.sync()

    assert (disk["a"], api.memories["/a"]) == ("theirs", "theirs")
    assert "was changed on both sides" in caplog.text


def test_what_was_deleted_there_and_changed_here_is_kept(api: Api, disk: Disk) -> None:
    del api.memories["/a"]
    disk["a"] = "mine"

    disk.sync()

    assert api.memories["/a"] == "mine"


def test_a_deletion_is_believed_after_half_a_minute(api: Api, disk: Disk) -> None:
    del disk["a"]

    disk.sync()
    disk.sync(29.9)
    assert "/a" in api.memories
    disk.sync()

    assert "/a" not in api.memories


def test_a_file_that_comes_back_is_not_deleted(api: Api, disk: Disk) -> None:
    del disk["a"]
    disk.sync()
    disk["a"] = "again"
    disk.sync()
    del disk["a"]
    disk.sync(29)

    assert api.memories["/a"] == "again"


def test_the_last_synchronisation_deletes_at_once(api: Api, disk: Disk) -> None:
    del disk["a"]

    disk.end()

    assert "/a" not in api.memories
    assert not disk.path.exists()


@pytest.mark.parametrize(("deletions", "says"), [("log_only", "would be deleted"), ("disabled", "")])
def test_deletions_can_be_turned_off(
    api: Api, tmp_path: Path, deletions: Any, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    disk = Disk(api, tmp_path, deletions=deletions)
    del disk["a"]

    disk.end()

    assert "/a" in api.memories
    assert says in caplog.text


def test_few_memories_are_deleted_at_once(tmp_path: Path) -> None:
    api = Api(**{f"m{n}": "x" for n in range(20)})
    disk = Disk(api, tmp_path)
    for n in range(15):
        del disk[f"m{n}"]

    disk.end()

    assert len(api.memories) == 12  # 20 but for 8


def test_a_folder_that_lost_all_its_files_is_filled_again(api: Api, disk: Disk) -> None:
    for name in "abc":
        del disk[name]

    disk.sync(60)

    assert {name: disk[name] for name in "abc"} == {"a": "A", "b": "B", "c": "C"}
    assert len(api.memories) == 3


def test_a_folder_that_is_gone_is_made_again(api: Api, disk: Disk) -> None:
    for name in ("a", "b", "c", MARKER):
        del disk[name]
    disk.path.rmdir()

    disk.sync(60)

    assert disk["a"] == "A"


@pytest.mark.parametrize("marker", [None, "version 1\nanother"])
def test_a_folder_that_is_not_that_of_the_store_is_left_alone(api: Api, disk: Disk, marker: str | None) -> None:
    disk["a"] = "A2"
    del disk["b"]
    del disk[MARKER]
    if marker is not None:
        disk[MARKER] = marker

    disk.sync(60)
    disk.end()

    assert api.memories == {"/a": "A", "/b": "B", "/c": "C"}
    assert disk["a"] == "A2"


def test_what_the_api_refuses_is_tried_again_when_it_changes(api: Api, disk: Disk) -> None:
    api.refuses["/new"] = 413
    disk["new"] = "1"
    disk.sync()
    api.refuses.clear()

    disk.sync()
    assert "/new" not in api.memories
    disk["new"] = "2"
    disk.sync()

    assert api.memories["/new"] == "2"


def test_what_failed_is_tried_again(api: Api, disk: Disk) -> None:
    api.refuses["/new"] = 503
    disk["new"] = "1"
    disk.sync()
    api.refuses.clear()

    disk.sync()

    assert api.memories["/new"] == "1"


def test_an_upload_whose_response_was_lost_is_no_change_of_somebody_else(
    api: Api, disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    api.loses = True
    disk["a"] = "A2"
    disk.sync()
    api.loses = False
    disk["a"] = "A3"

    disk.sync()

    assert api.memories["/a"] == "A3"
    assert "both sides" not in caplog.text


def test_a_memory_that_is_deleted_while_it_is_saved_is_made_anew(api: Api, disk: Disk) -> None:
    disk["a"] = "A2"
    listed, api.memory = api.memory, lambda path: SimpleNamespace(**{**vars(listed(path)), "id": f"/gone{path}"})  # type: ignore[method-assign]

    disk.sync()

    assert "create /a" in api.sent
    assert api.memories["/a"] == "A2"


def test_after_an_error_what_was_written_is_saved_and_nothing_else(api: Api, disk: Disk) -> None:
    api.memories["/b"] = "B2"
    disk["a"] = "A2"
    disk["new"] = "1"
    del disk["c"]

    disk.end(whole=False)

    assert sorted(api.sent) == ["create /new", "update /a"]
    assert api.memories == {"/a": "A2", "/b": "B2", "/c": "C", "/new": "1"}
    assert not disk.path.exists()


def test_nothing_goes_to_a_store_that_is_read_only(api: Api, tmp_path: Path) -> None:
    disk = Disk(api, tmp_path, access="read_only")
    disk["a"] = "A2"
    disk["new"] = "1"
    del disk["b"]
    api.memories["/c"] = "C2"

    disk.sync(60)
    disk.end(whole=False)

    assert api.memories == {"/a": "A", "/b": "B", "/c": "C2"}
    assert api.sent == []


def test_the_last_synchronisation_is_bounded(api: Api, disk: Disk, caplog: pytest.LogCaptureFixture) -> None:
    disk["a"] = "A2"
    send = api.send

    def be_slow(*request: Any) -> Any:
        api.now += 31
        return send(*request)

    api.send = be_slow  # type: ignore[method-assign]
    api.memories["/b"] = "B2"
    disk.end()

    assert api.memories["/a"] == "A2"
    assert "took more than 30 seconds" in caplog.text
    assert not disk.path.exists()


# ---- the folder


def test_links_and_what_is_no_text_do_not_become_memories(api: Api, disk: Disk, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", "utf-8")
    (disk.path / "link").symlink_to(secret)
    (disk.path / "folder").symlink_to(tmp_path)
    os.mkfifo(disk.path / "pipe")
    (disk.path / "binary").write_bytes(b"\xff")
    (disk.path / "large").write_bytes(b"x" * (16 * 1024 * 1024 + 1))
    (disk.path / os.fsdecode(b"name\xff")).write_text("x", "utf-8")

    disk.sync()
    disk.end()

    assert api.memories == {"/a": "A", "/b": "B", "/c": "C"}
    assert secret.exists()


def test_a_memory_is_not_written_through_a_link(api: Api, disk: Disk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (disk.path / "deep").symlink_to(outside)
    del disk["a"]
    (disk.path / "a").symlink_to(tmp_path / "target")
    api.memories |= {"/deep/d": "D", "/a": "A2", "/../up": "up", "/e/../../up": "up"}

    disk.sync(60)

    assert list(outside.iterdir()) == []
    assert not (tmp_path / "target").exists()
    assert not (tmp_path / "up").exists()
    assert disk["a"] == "A2"  # in the place of the link


def test_what_a_killed_worker_left_is_put_aside(api: Api, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / MARKER).write_text("version 1\nm", "utf-8")
    (folder / "unsaved").write_text("mine", "utf-8")

    disk = Disk(api, tmp_path)

    assert "unsaved" not in disk
    (left,) = tmp_path.glob("store.left-*")
    assert (left / "unsaved").read_text("utf-8") == "mine"
    assert str(left) in caplog.text


def test_an_empty_folder_is_taken_and_what_is_not_ours_is_not(api: Api, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    disk = Disk(api, tmp_path)
    assert disk["a"] == "A"
    with pytest.raises(MemoryStoreBusyError, match="another worker on this machine"):
        MemoryFolder(disk.path, "m").create()

    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").write_text("x", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "file").write_text("x", "utf-8")
    for name in ("taken", "link", "file"):
        with pytest.raises(MemoryStoreError, match="nothing may be there when a session starts"):
            MemoryFolder(tmp_path / name, "m").create()
    with pytest.raises(MemoryStoreError, match="cannot be made"):
        MemoryFolder(tmp_path / "file" / "below", "m").create()
    assert (tmp_path / "taken" / "x").exists()


@pytest.mark.parametrize("place", ["relative", "/a/../b"])
def test_a_store_whose_place_is_none_is_refused(api: Api, tmp_path: Path, place: str) -> None:
    memories = SessionMemories(api.requests, tmp_path, interval=5.0)
    resource = SimpleNamespace(type="memory_store", memory_store_id="m", mount_path=place, access=None, name=None)

    with pytest.raises(MemoryStoreError, match="expected an absolute path"):
        api.run(memories.download([resource]))


@pytest.mark.parametrize(("name", "folder"), [("my notes", "my notes"), ("a/b", "a_b"), ("..", "m"), (None, "m")])
def test_a_store_without_a_place_is_put_below_the_working_directory(
    api: Api, tmp_path: Path, name: str | None, folder: str
) -> None:
    memories = SessionMemories(api.requests, tmp_path, interval=5.0)
    resource = SimpleNamespace(type="memory_store", memory_store_id="m", mount_path=None, access=None, name=name)

    api.run(memories.download([resource]))

    assert (tmp_path / "memory" / folder / "a").read_text("utf-8") == "A"
    assert (tmp_path / "memory" / folder).stat().st_mode & 0o777 == 0o700
