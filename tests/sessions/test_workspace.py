"""What a worker puts on this machine for a session: skills, memory stores, and the agent's tools in between."""

from __future__ import annotations

import io
import tarfile
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from both import Both
from claude_client import tool
from claude_client.sandbox import Sandbox
from claude_client.sessions import custom_tool
from claude_client.sessions.skills import folder_name, unpack
from claude_client.sessions.workspace import SessionToolContext
from harbour import QUESTION, kinds

SKILL = [
    ("tides/SKILL.md", b"---\nname: tides\ndescription: Tides.\n---\nLook at the moon.\n"),
    ("tides/scripts/run.sh", b"#!/bin/sh\n"),
]


class Notes:
    """A tool that looks at the working directory and changes the notes of the session."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}
        self.folder = Path()

    def tools(self, context: SessionToolContext) -> list[Any]:
        workdir = Path(context.workdir)
        self.folder = Path(context.allowed_roots[0]) if context.allowed_roots else workdir

        @tool
        def get_tide(harbour: str) -> str:
            """Tide of a harbour."""
            files = (each for each in workdir.rglob("*") if each.is_file())
            self.seen = {str(each.relative_to(workdir)): each.read_text("utf-8") for each in files}
            (self.folder / "new.md").write_text(f"{harbour} has a harbour", "utf-8")
            (self.folder / "old.md").write_text("changed", "utf-8")
            return "18:42"

        return [get_tide]


@tool
def get_tide(harbour: str) -> str:
    """Tide of a harbour."""
    return "18:42"


@pytest.fixture
def make(api: Any) -> Callable[..., Any]:
    """Makes a session whose agent wants to call `get_tide`, with these skills and stores."""

    def make_session(*, skills: Any = (), stores: Any = (), tools: Any = None) -> Any:
        given: Any = tools or [custom_tool(get_tide)]
        agent = api.agents.create(name="harbour", model="claude-opus-5", tools=given, skills=list(skills))
        environment = api.environments.create(name="here", config={"type": "self_hosted"})
        resources = [{"type": "memory_store", "memory_store_id": each.id} for each in stores]
        return api.sessions.create(
            agent=agent.id, environment_id=environment.id, initial_events=[QUESTION], resources=resources
        )

    return make_session


def work(both: Both, session: Any, workdir: Path, **options: Any) -> None:
    def body(client: Any) -> Any:
        given = {"environment_key": "env-key", "max_idle": 0.2, "drain": True, "workdir": workdir, **options}
        yield client.beta.environments.work.worker(session.environment_id, **given).run()

    both.run(body)


def memories(api: Any, store: Any) -> dict[str, str]:
    return {each.path: each.content for each in api.memory_stores.memories.list(store.id, view="full")}


def test_skills_are_there_while_the_tools_run(both: Both, api: Any, make: Any, tmp_path: Path) -> None:
    skill = api.skills.create(files=SKILL)
    notes = Notes()
    session = make(skills=[{"type": "custom", "skill_id": skill.id, "version": "latest"}])

    work(both, session, tmp_path, tools=notes.tools)

    assert notes.seen["skills/tides/SKILL.md"].endswith("Look at the moon.\n")
    assert not (tmp_path / "skills").exists()


def test_what_stood_in_the_place_of_a_skill_is_there_afterwards(
    both: Both, api: Any, make: Any, tmp_path: Path
) -> None:
    mine = tmp_path / "skills" / "tides" / "mine.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", "utf-8")
    skill = api.skills.create(files=SKILL)
    notes = Notes()
    broken = {"type": "anthropic", "skill_id": "pdf", "version": "latest"}  # which nobody can download

    work(
        both, make(skills=[broken, {"type": "custom", "skill_id": skill.id}]), tmp_path, tools=notes.tools,
    )  # fmt: skip

    assert "skills/tides/SKILL.md" in notes.seen
    assert [each.name for each in (tmp_path / "skills").iterdir()] == ["tides"]
    assert mine.read_text("utf-8") == "mine"


def test_what_an_agent_writes_into_its_memory_is_saved(both: Both, api: Any, make: Any, tmp_path: Path) -> None:
    store = api.memory_stores.create(name="notes")
    api.memory_stores.memories.create(store.id, path="/old.md", content="old")
    api.memory_stores.memories.create(store.id, path="/deep/er.md", content="deep")
    notes = Notes()

    work(both, make(stores=[store]), tmp_path, tools=notes.tools)

    assert {name: notes.seen[name] for name in ("memory/notes/old.md", "memory/notes/deep/er.md")} == {
        "memory/notes/old.md": "old", "memory/notes/deep/er.md": "deep",
    }  # fmt: skip
    assert memories(api, store) == {"/old.md": "changed", "/new.md": "Galway has a harbour", "/deep/er.md": "deep"}
    assert not (tmp_path / "memory" / "notes").exists()


def test_without_memories_a_session_runs_all_the_same(both: Both, api: Any, make: Any, tmp_path: Path) -> None:
    store = api.memory_stores.create(name="notes")
    notes = Notes()

    work(both, make(stores=[store]), tmp_path, tools=notes.tools, memory_sync_interval=None)

    assert notes.folder == tmp_path
    assert memories(api, store) == {}


def test_an_item_without_a_token_for_memories_is_stopped(
    both: Both, api: Any, make: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    session = make(stores=[api.memory_stores.create(name="notes")])

    work(both, session, tmp_path, tools=[get_tide], environment_key=None)

    assert "its item has no token for them" in caplog.text
    assert [each.state for each in api.environments.work.list(session.environment_id)] == ["stopped"]
    assert "user.custom_tool_result" not in kinds(api.sessions.events.list(session.id))


def test_the_item_of_a_session_that_is_over_is_stopped(both: Both, api: Any, make: Any, tmp_path: Path) -> None:
    session = make()
    api.sessions.archive(session.id)

    work(both, session, tmp_path, tools=[get_tide])

    assert {each.state for each in api.environments.work.list(session.environment_id)} == {"stopped"}


def test_an_agent_has_its_toolset_where_no_tools_are_given(
    both: Both, api: Any, make: Any, sandbox: Sandbox, tmp_path: Path
) -> None:
    sandbox.reply(tool_use=("bash", {"command": "echo high > tide.txt; pwd"})).reply("Done.")
    session = make(tools=[{"type": "agent_toolset_20260401"}])

    work(both, session, tmp_path)

    assert (tmp_path / "tide.txt").read_text("utf-8") == "high\n"
    (result,) = [each for each in api.sessions.events.list(session.id) if each.type == "user.tool_result"]
    assert result.content[0].text == str(tmp_path)


def test_options_that_do_not_fit_are_refused(both: Both) -> None:
    def body(client: Any) -> Any:
        yield from ()
        worker = client.beta.environments.work.worker
        with pytest.raises(ValueError, match="invalid memory_sync_interval 1: expected at least 5 seconds"):
            worker(memory_sync_interval=1)
        with pytest.raises(ValueError, match="invalid memory_sync_interval nan"):
            worker(memory_sync_interval=float("nan"))
        with pytest.raises(ValueError, match="invalid memory_sync_deletions 'no'"):
            worker(memory_sync_deletions="no")

    both.run(body)


# ---- a worker that is killed -----------------------------------------------------------------------------------------


class Killed:
    """Sends requests for a worker until so many were sent; from then on the worker is as if killed."""

    def __init__(self, send: Callable[[Any], Any], lives: int) -> None:
        self.send = send
        self.left = lives
        self.under_way = 0
        self.changes = threading.Condition()

    def __call__(self, request: Any) -> Any:
        with self.changes:
            # For ever: its thread is a daemon.
            self.changes.wait_for(lambda: self.left > 0)
            self.left -= 1
            self.under_way += 1
        try:
            return self.send(request)
        finally:
            with self.changes:
                self.under_way -= 1

    @property
    def is_dead(self) -> bool:
        with self.changes:
            return self.left <= 0 and not self.under_way


def test_no_item_is_lost_wherever_its_worker_is_killed(sandbox: Sandbox, api: Any, make: Any, tmp_path: Path) -> None:
    store = api.memory_stores.create(name="notes")
    skill = api.skills.create(files=SKILL)
    lives, is_done = 0, False
    while not is_done:
        session = make(stores=[store], skills=[{"type": "custom", "skill_id": skill.id}])
        is_done = _is_worked_on(sandbox, api, session, tmp_path, lives)
        lives += 1

    assert lives > 12  # one for each request of a whole item
    assert memories(api, store)["/new.md"] == "Galway has a harbour"


def _is_worked_on(sandbox: Sandbox, api: Any, session: Any, workdir: Path, lives: int) -> bool:
    """Kill a worker after so many requests, and let another one do the rest; whether the first got to its end."""
    from claude_client import Client

    options: dict[str, Any] = {
        "environment_key": "env-key", "max_idle": 0.0, "drain": True, "tools": Notes().tools,
    }  # fmt: skip
    # As on two machines: the one that is as if killed lives on in this process.
    machines = [workdir / f"{session.id}-{name}" for name in "ab"]
    for each in machines:
        each.mkdir()
    with Client(base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0) as client:
        worker = client.beta.environments.work.worker(session.environment_id, workdir=machines[0], **options)
        killed = worker._send = Killed(worker._send, lives)
        thread = threading.Thread(target=worker.run, daemon=True)
        thread.start()
        while thread.is_alive() and not killed.is_dead:
            thread.join(0.01)
        thread.join(0.05)  # it may be at its end
        is_done = not thread.is_alive()

        sandbox.advance(600)  # whatever it held has lapsed
        client.beta.environments.work.worker(session.environment_id, workdir=machines[1], **options).run()

    assert [each.state for each in api.environments.work.list(session.environment_id)] == ["stopped"]
    events = list(api.sessions.events.list(session.id))
    assert kinds(events).count("user.custom_tool_result") == 1
    assert events[-1].type == "session.status_idle"
    return is_done


# ---- archives --------------------------------------------------------------------------------------------------------


def zipped(*names: str, links: Any = ()) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, f"content of {name}")
        for name in links:
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, 0o120777 << 16
            archive.writestr(info, "/etc/hostname")
    return packed.getvalue()


def tarred(*names: str, links: Any = ()) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(f"content of {name}"), 0o4777
            archive.addfile(info, io.BytesIO(f"content of {name}".encode()))
        for name in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, "/etc/hostname"
            archive.addfile(info)
    return packed.getvalue()


@pytest.fixture(params=[zipped, tarred])
def pack(request: pytest.FixtureRequest) -> Callable[..., bytes]:
    return request.param


def unpacked(tmp_path: Path, data: bytes) -> dict[str, str]:
    (tmp_path / "archive").write_bytes(data)
    target = tmp_path / "target"
    unpack(tmp_path / "archive", target)
    return {str(each.relative_to(target)): each.read_text("utf-8") for each in target.rglob("*") if each.is_file()}


def test_the_folder_around_a_skill_is_left_out(pack: Any, tmp_path: Path) -> None:
    assert unpacked(tmp_path, pack("s/SKILL.md", "s/a/b.txt")) == {
        "SKILL.md": "content of s/SKILL.md", "a/b.txt": "content of s/a/b.txt",
    }  # fmt: skip


def test_files_without_a_folder_around_them_stay_where_they_are(pack: Any, tmp_path: Path) -> None:
    assert sorted(unpacked(tmp_path, pack("SKILL.md", "a/b.txt"))) == ["SKILL.md", "a/b.txt"]


def test_links_in_an_archive_are_left_out(pack: Any, tmp_path: Path) -> None:
    assert unpacked(tmp_path, pack("s/SKILL.md", links=["s/link", "s/SKILL.md/x"])) == {
        "SKILL.md": "content of s/SKILL.md"
    }


@pytest.mark.parametrize("name", ["/a", "../a", "s/../../a", "s\\..\\..\\a", "C:/a"])
def test_an_archive_that_leads_out_of_its_folder_is_refused(pack: Any, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="leads out of its folder"):
        unpacked(tmp_path, pack("s/SKILL.md", name))
    assert not (tmp_path / "a").exists()


def test_of_a_mode_only_whether_it_can_be_run_is_kept(tmp_path: Path) -> None:
    unpacked(tmp_path, tarred("s/SKILL.md", "s/run"))

    assert (tmp_path / "target" / "run").stat().st_mode & 0o7777 == 0o755


@pytest.mark.parametrize(
    ("name", "folder"), [("tides", "tides"), ("a/b", "b"), ("..", "skill_1"), (" ", "skill_1"), ("a\\..", "skill_1")]
)
def test_the_folder_of_a_skill_is_one_name(name: str, folder: str) -> None:
    assert folder_name(name, "skill_1") == folder
