"""The memory tool: its commands on each store, and that no path leads out of one."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from pathlib import Path
from typing import Any

import anyio
import pydantic
import pytest

from both import Both
from claude_client import ToolError
from claude_client.sandbox import Sandbox
from claude_client.tools.memory import (
    AbstractMemoryTool,
    AsyncLocalFilesystemMemoryTool,
    LocalFilesystemMemoryTool,
    SQLiteMemoryTool,
    StoredMemoryTool,
    ViewCommand,
)

KINDS = ("files", "sqlite")


def make(kind: str, path: Path) -> Any:
    return LocalFilesystemMemoryTool(path / "memory") if kind == "files" else SQLiteMemoryTool(path / "memory.db")


@pytest.fixture(params=KINDS)
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    tool = make(request.param, tmp_path)
    yield tool
    if isinstance(tool, SQLiteMemoryTool):
        tool.close()


def do(tool: Any, command: str, **input: Any) -> Any:
    return tool.call({"command": command, **input})


def create(tool: Any, path: str, text: str = "one\ntwo\nthree\n") -> Any:
    return do(tool, "create", path=f"/memories/{path}", file_text=text)


def names(path: Path) -> list[str]:
    return [entry.name for entry in path.iterdir()]


def text_of(tool: Any, path: str) -> str:
    text: str = tool.read_text(tuple(path.split("/")))
    return text


# ---- commands --------------------------------------------------------------------------------------------------


def test_a_file_is_made_shown_and_deleted(memory: Any) -> None:
    create(memory, "notes/a.txt")

    shown = do(memory, "view", path="/memories/notes/a.txt")
    assert shown.splitlines()[1:] == ["     1\tone", "     2\ttwo", "     3\tthree"]

    do(memory, "delete", path="/memories/notes/a.txt")
    with pytest.raises(ToolError, match="does not exist"):
        do(memory, "view", path="/memories/notes/a.txt")


def test_a_file_that_is_there_is_not_made_again(memory: Any) -> None:
    create(memory, "a.txt", "first")

    for path in ("a.txt", "a.txt/b.txt", ""):
        with pytest.raises(ToolError, match="exists already|is a file"):
            create(memory, path, "second")

    assert text_of(memory, "a.txt") == "first"


def test_a_directory_shows_two_levels_and_nothing_hidden(memory: Any) -> None:
    for path in ("b.txt", "a/x.txt", "a/deep/y.txt", ".hidden", "a/.hidden", ".dir/z.txt"):
        create(memory, path, "x" * 1536)

    assert do(memory, "view", path="/memories").splitlines()[1:] == [
        "-\t/memories/a/",
        "-\t/memories/a/deep/",
        "1.5K\t/memories/a/x.txt",
        "1.5K\t/memories/b.txt",
    ]
    assert do(memory, "view", path="/memories/a/").splitlines()[1:] == [
        "-\t/memories/a/deep/",
        "1.5K\t/memories/a/deep/y.txt",
        "1.5K\t/memories/a/x.txt",
    ]


def test_an_empty_memory_is_an_empty_directory(memory: Any) -> None:
    assert len(do(memory, "view", path="/memories").splitlines()) == 1


@pytest.mark.parametrize(
    ("range_", "numbers"), [([2, 3], [2, 3]), ([2, -1], [2, 3]), ([0, 1], [1]), ([1, 99], [1, 2, 3]), (None, [1, 2, 3])]
)
def test_some_lines_of_a_file_are_shown(memory: Any, range_: Any, numbers: list[int]) -> None:
    create(memory, "a.txt")

    shown = do(memory, "view", path="/memories/a.txt", view_range=range_)

    assert [int(line.split("\t")[0]) for line in shown.splitlines()[1:]] == numbers


@pytest.mark.parametrize("range_", [[4, 5], [3, 2], [1], [1, 2, 3], []])
def test_lines_that_are_not_there_are_an_error(memory: Any, range_: Any) -> None:
    create(memory, "a.txt")
    with pytest.raises(ToolError, match="view_range"):
        do(memory, "view", path="/memories/a.txt", view_range=range_)


def test_a_text_is_replaced_where_it_is_once(memory: Any) -> None:
    create(memory, "a.txt")

    shown = do(memory, "str_replace", path="/memories/a.txt", old_str="two", new_str="2\n2")

    assert text_of(memory, "a.txt") == "one\n2\n2\nthree\n"
    assert shown.splitlines()[1:] == ["     1\tone", "     2\t2", "     3\t2", "     4\tthree"]


@pytest.mark.parametrize(("old", "told"), [("four", "not in"), ("e", "lines 1, 3, 3"), ("", "empty")])
def test_a_text_that_is_not_there_once_is_not_replaced(memory: Any, old: str, told: str) -> None:
    create(memory, "a.txt")
    with pytest.raises(ToolError, match=told):
        do(memory, "str_replace", path="/memories/a.txt", old_str=old, new_str="x")
    assert text_of(memory, "a.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        (0, "zero", "zero\none\ntwo\nthree\n"),
        (1, "one and a half\n", "one\none and a half\ntwo\nthree\n"),
        (3, "four\n\n", "one\ntwo\nthree\nfour\n\n"),
    ],
)
def test_lines_are_put_behind_a_line(memory: Any, line: int, text: str, found: str) -> None:
    create(memory, "a.txt")
    do(memory, "insert", path="/memories/a.txt", insert_line=line, insert_text=text)
    assert text_of(memory, "a.txt") == found


@pytest.mark.parametrize("line", [-1, 4])
def test_lines_go_behind_a_line_that_is_there(memory: Any, line: int) -> None:
    create(memory, "a.txt")
    with pytest.raises(ToolError, match="0 to 3"):
        do(memory, "insert", path="/memories/a.txt", insert_line=line, insert_text="x")


def test_an_empty_file_takes_lines(memory: Any) -> None:
    create(memory, "a.txt", "")
    assert "empty" in do(memory, "view", path="/memories/a.txt")
    do(memory, "insert", path="/memories/a.txt", insert_line=0, insert_text="x")
    assert text_of(memory, "a.txt") == "x\n"


def test_line_ends_stay_as_they_are(memory: Any) -> None:
    create(memory, "a.txt", "one\r\ntwo\r\n\ufeffthree")
    do(memory, "str_replace", path="/memories/a.txt", old_str="two", new_str="zwei — 2")
    assert text_of(memory, "a.txt") == "one\r\nzwei — 2\r\n\ufeffthree"


def test_a_file_and_a_directory_are_moved(memory: Any) -> None:
    create(memory, "a/x.txt", "x")
    create(memory, "a/b/y.txt", "y")
    create(memory, "ab.txt", "not below a")

    do(memory, "rename", old_path="/memories/a/x.txt", new_path="/memories/c/d/x.txt")
    do(memory, "rename", old_path="/memories/a/b", new_path="/memories/c/e")

    assert text_of(memory, "c/d/x.txt") == "x"
    assert text_of(memory, "c/e/y.txt") == "y"
    assert text_of(memory, "ab.txt") == "not below a"


def test_nothing_is_moved_onto_another_or_into_itself(memory: Any) -> None:
    create(memory, "a/x.txt", "x")
    create(memory, "b.txt", "b")
    for old, new in (("a/x.txt", "b.txt"), ("a", "a/b/c"), ("a", "a"), ("a", "b.txt/c"), ("nothing", "c")):
        with pytest.raises(ToolError):
            do(memory, "rename", old_path=f"/memories/{old}", new_path=f"/memories/{new}")
    assert (text_of(memory, "a/x.txt"), text_of(memory, "b.txt")) == ("x", "b")


def test_a_directory_is_deleted_with_all_in_it(memory: Any) -> None:
    create(memory, "a/x.txt")
    create(memory, "a/b/y.txt")
    create(memory, "a.txt")

    do(memory, "delete", path="/memories/a")

    assert do(memory, "view", path="/memories").splitlines()[1:] == ["14B\t/memories/a.txt"]


def test_the_memory_itself_stays(memory: Any) -> None:
    create(memory, "a.txt")
    for path in ("/memories", "/memories/"):
        with pytest.raises(ToolError, match="itself"):
            do(memory, "delete", path=path)
        with pytest.raises(ToolError, match="itself"):
            do(memory, "rename", old_path=path, new_path="/memories/b")
    memory.clear_all_memory()
    assert len(do(memory, "view", path="/memories").splitlines()) == 1
    create(memory, "a.txt")


def test_a_directory_is_no_file(memory: Any) -> None:
    create(memory, "a/x.txt")
    for command in (
        {"command": "str_replace", "old_str": "x", "new_str": "y"},
        {"command": "insert", "insert_line": 0, "insert_text": "x"},
    ):
        with pytest.raises(ToolError, match="is a directory"):
            memory.call({**command, "path": "/memories/a"})


def test_what_is_no_command_is_refused(memory: Any) -> None:
    for input in (
        {"command": "format", "path": "/memories"},
        {"path": "/memories"},
        {"command": "view"},
        {"command": "view", "path": 3},
    ):
        with pytest.raises(pydantic.ValidationError):
            memory.call(input)


def test_a_text_that_is_no_text_is_refused(memory: Any) -> None:
    with pytest.raises(ToolError, match="surrogate"):
        create(memory, "a.txt", "\ud800")
    assert len(do(memory, "view", path="/memories").splitlines()) == 1


# ---- paths -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "memories/a",
        "/memoriesa",
        "/etc/passwd",
        "/memories/../a",
        "/memories/a/../../b",
        "/memories/..",
        "/memories/./a",
        "/memories//a",
        "/memories/a//",
        "//memories/a",
        "/memories/..\\a",
        "/memories/a\0b",
        "/memories/a\nb",
        "/memories/" + "a" * 256,
        "/memories" + "/a" * 3000,
        "../memories/a",
        "/Memories/a",
        "file:///memories/a",
    ],
)
def test_a_path_that_is_none_of_the_memory_is_refused(memory: Any, path: str) -> None:
    for command in (
        {"command": "view", "path": path},
        {"command": "create", "path": path, "file_text": "x"},
        {"command": "str_replace", "path": path, "old_str": "x", "new_str": "y"},
        {"command": "insert", "path": path, "insert_line": 0, "insert_text": "x"},
        {"command": "delete", "path": path},
        {"command": "rename", "old_path": path, "new_path": "/memories/new"},
    ):
        with pytest.raises(ToolError):
            memory.call(command)
    create(memory, "old")
    with pytest.raises(ToolError):
        do(memory, "rename", old_path="/memories/old", new_path=path)


@pytest.mark.parametrize("name", ["%2e%2e", "~", "...", "a b", "naïve.md", "日記.txt", "-rf", "c:d"])
def test_names_that_only_look_unusual_are_names(memory: Any, name: str) -> None:
    create(memory, name, "x")
    is_hidden = name.startswith(".")
    assert (name in do(memory, "view", path="/memories")) is not is_hidden
    assert text_of(memory, name) == "x"


def test_no_link_leads_out(tmp_path: Path) -> None:
    memory = LocalFilesystemMemoryTool(tmp_path / "memory")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("secret")
    root = memory.memory_root
    (root / "directory").symlink_to(tmp_path / "outside")
    (root / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (root / "new.txt").symlink_to(tmp_path / "outside" / "new.txt")
    create(memory, "inside.txt", "inside")
    (root / "alias.txt").symlink_to("inside.txt")

    for path in ("directory", "directory/secret.txt", "file.txt", "new.txt"):
        for command in (
            {"command": "view", "path": f"/memories/{path}"},
            {"command": "create", "path": f"/memories/{path}/x", "file_text": "x"},
            {"command": "create", "path": f"/memories/{path}", "file_text": "x"},
            {"command": "str_replace", "path": f"/memories/{path}", "old_str": "secret", "new_str": "y"},
            {"command": "insert", "path": f"/memories/{path}", "insert_line": 0, "insert_text": "x"},
            {"command": "rename", "old_path": "/memories/inside.txt", "new_path": f"/memories/{path}/x"},
            {"command": "rename", "old_path": "/memories/directory/secret.txt", "new_path": "/memories/mine"},
        ):
            with pytest.raises(ToolError):
                memory.call(command)

    assert names(tmp_path / "outside") == ["secret.txt"]
    assert (tmp_path / "outside" / "secret.txt").read_text() == "secret"
    assert [line.split("\t")[1] for line in do(memory, "view", path="/memories").splitlines()[1:]] == [
        "/memories/alias.txt",
        "/memories/inside.txt",
    ]
    assert "inside" in do(memory, "view", path="/memories/alias.txt")


def test_to_delete_everything_deletes_links_and_not_what_they_lead_to(tmp_path: Path) -> None:
    memory = LocalFilesystemMemoryTool(tmp_path / "memory")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("secret")
    create(memory, "a/b.txt")
    (memory.memory_root / "a" / "link").symlink_to(tmp_path / "outside")
    (memory.memory_root / "link").symlink_to(tmp_path / "outside")

    do(memory, "delete", path="/memories/a")
    memory.clear_all_memory()

    assert names(memory.memory_root) == []
    assert (tmp_path / "outside" / "secret.txt").read_text() == "secret"


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        memory = LocalFilesystemMemoryTool(tmp_path / "base" / "memory")
        create(memory, "a/b/c.txt")
        do(memory, "str_replace", path="/memories/a/b/c.txt", old_str="two", new_str="2")
        with SQLite(tmp_path / "memory.db") as database:
            create(database, "a.txt")
    finally:
        os.umask(before)

    modes = {str(path.relative_to(tmp_path)): stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}
    assert modes["base/memory/memories/a/b/c.txt"] == 0o600


class SQLite:
    """A memory in a database that is closed at the end."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.tool = SQLiteMemoryTool(path, **options)

    def __enter__(self) -> SQLiteMemoryTool:
        return self.tool

    def __exit__(self, *_: object) -> None:
        self.tool.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    memory = LocalFilesystemMemoryTool(tmp_path)
    os.mkfifo(memory.memory_root / "pipe")
    with pytest.raises(ToolError, match="regular"):
        do(memory, "view", path="/memories/pipe")


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    memory = LocalFilesystemMemoryTool(tmp_path)
    (memory.memory_root / "a.bin").write_bytes(b"\xff\xfe")
    with pytest.raises(ToolError, match="UTF-8"):
        do(memory, "view", path="/memories/a.bin")


def test_an_error_of_the_system_does_not_tell_where_the_memory_is(tmp_path: Path) -> None:
    memory = LocalFilesystemMemoryTool(tmp_path)
    with pytest.raises(ToolError, match="too long") as failed:
        create(memory, "/".join(["a" * 250] * 16) + "/b.txt")
    assert str(tmp_path) not in str(failed.value)


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    memory = LocalFilesystemMemoryTool(tmp_path)
    create(memory, "a.txt", "before")
    with pytest.raises(ToolError):
        do(memory, "str_replace", path="/memories/a.txt", old_str="before", new_str="\ud800")
    assert names(memory.memory_root) == ["a.txt"]
    assert text_of(memory, "a.txt") == "before"


def test_a_memory_stays_where_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    memory = LocalFilesystemMemoryTool()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    create(memory, "a.txt", "x")
    assert (tmp_path / "memory" / "memories" / "a.txt").read_text() == "x"


# ---- a database ------------------------------------------------------------------------------------------------


def test_namespaces_see_nothing_of_each_other(tmp_path: Path) -> None:
    with SQLite(tmp_path / "m.db", namespace="a") as one, SQLite(tmp_path / "m.db", namespace="b") as other:
        create(one, "x.txt", "one")
        create(other, "x.txt", "other")
        other.clear_all_memory()
        assert text_of(one, "x.txt") == "one"
        assert len(do(other, "view", path="/memories").splitlines()) == 1


def test_programs_that_share_a_database_lose_nothing(tmp_path: Path) -> None:
    with SQLite(tmp_path / "m.db") as tool:
        create(tool, "a.txt", "")

        def add(letter: str) -> None:
            with SQLite(tmp_path / "m.db") as own:
                for _ in range(10):
                    do(own, "insert", path="/memories/a.txt", insert_line=0, insert_text=letter)

        threads = [threading.Thread(target=add, args=(letter,)) for letter in "abc"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(text_of(tool, "a.txt").split()) == sorted("abc" * 10)


def test_a_failed_command_changes_nothing(tmp_path: Path) -> None:
    with SQLite(tmp_path / "m.db") as tool:
        create(tool, "a.txt", "x")
        with pytest.raises(ToolError):
            do(tool, "str_replace", path="/memories/a.txt", old_str="x", new_str="\ud800")
        assert text_of(tool, "a.txt") == "x"
        create(tool, "b.txt", "y")
    with pytest.raises(sqlite3.ProgrammingError):
        create(tool, "c.txt")


# ---- in a run --------------------------------------------------------------------------------------------------


def run(client: Any, tool: Any, **options: Any) -> Any:
    return client.messages.run_tools(
        model="claude-opus-5",
        max_tokens=1000,
        messages=[{"role": "user", "content": "Remember that I like tea"}],
        tools=[tool],
        **options,
    )


def remembered(both: Both, told: Sandbox, tool: Any, **options: Any) -> list[Any]:
    told.reply(
        tool_use=[
            ("memory", {"command": "create", "path": "/memories/likes.md", "file_text": "tea\n"}),
            ("memory", {"command": "insert", "path": "/memories/likes.md", "insert_line": 1, "insert_text": "cake"}),
            ("memory", {"command": "view", "path": "/memories/likes.md"}),
            ("memory", {"command": "view", "path": "/memories/../x"}),
        ]
    ).reply("Done.")

    def body(client: Any) -> Any:
        runner = run(client, tool, **options)
        yield runner.until_done()
        return runner.messages

    results: list[Any] = both.run(body)[2]["content"]
    return results


@pytest.mark.parametrize("eager", [{}, {"stream": True, "run_tools_eagerly": True}])
def test_the_calls_of_a_message_run_in_order(told: Sandbox, both: Both, memory: Any, eager: Any) -> None:
    results = remembered(both, told, memory, **eager)

    assert told.requests[0].json["tools"] == [{"type": "memory_20250818", "name": "memory"}]
    assert [result.get("is_error", False) for result in results] == [False, False, False, True]
    assert results[2]["content"].splitlines()[1:] == ["     1\ttea", "     2\tcake"]


def test_the_tool_of_coroutine_functions_does_the_same(told: Sandbox, both: Both, tmp_path: Path) -> None:
    tool = AsyncLocalFilesystemMemoryTool(tmp_path)

    results = remembered(both, told, tool)

    assert [result.get("is_error", False) for result in results] == [False, False, False, True]
    assert "cake" in anyio.run(tool.view, ViewCommand(path="/memories/likes.md"))
    assert "cake" not in anyio.run(tool.clear_all_memory)
    assert names(tool.memory_root) == []


def test_a_tool_of_yours_has_a_method_for_each_command(told: Sandbox, both: Both) -> None:
    class Mine(AbstractMemoryTool):
        def __init__(self) -> None:
            super().__init__(cache_control={"type": "ephemeral"})

        async def view(self, command: Any) -> Any:
            return f"view {command.path}"

        create = str_replace = insert = delete = rename = view

    results = remembered(both, told, Mine())

    assert told.requests[0].json["tools"] == [
        {"type": "memory_20250818", "name": "memory", "cache_control": {"type": "ephemeral"}}
    ]
    assert results[0]["content"] == "view /memories/likes.md"
    with pytest.raises(NotImplementedError):
        Mine().clear_all_memory()


def test_what_defines_too_little_is_abstract() -> None:
    for kind in (AbstractMemoryTool, StoredMemoryTool):
        with pytest.raises(TypeError, match="abstract"):
            kind()


def test_the_sandbox_remembers_what_it_is_told_and_looks_it_up(told: Sandbox, both: Both, memory: Any) -> None:
    def body(client: Any) -> Any:
        yield run(client, memory).until_done()
        second = client.messages.run_tools(
            model="claude-opus-5",
            max_tokens=1000,
            messages=[{"role": "user", "content": "What is in your memory?"}],
            tools=[memory],
        )
        yield second.until_done()
        return second.messages[2]["content"][0]["content"]

    assert "/memories/that-i-like-tea.md" in both.run(body)
    assert text_of(memory, "that-i-like-tea.md") == "Remember that I like tea\n"
