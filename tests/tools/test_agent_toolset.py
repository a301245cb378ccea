"""The agent toolset: real files, a real shell, and runs of both clients on the sandbox."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from both import Both
from claude_client import Client, ToolError
from claude_client.sandbox import Sandbox
from claude_client.tools.agent import (
    AgentToolContext,
    OutsideRootsError,
    agent_toolset,
    beta_agent_toolset_20260401,
    beta_bash_tool,
    resolve_path,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)


@pytest.fixture
def workdir(tmp_path: Path) -> Path:
    """A directory with a neighbour that its tools may not reach."""
    for name in ("work", "beside"):
        (tmp_path / name).mkdir()
    (tmp_path / "beside" / "secret.txt").write_text("secret\n")
    (tmp_path / "work" / "notes.txt").write_text("one\ntwo\nthree\n")
    return tmp_path / "work"


@pytest.fixture
def context(workdir: Path) -> Iterator[AgentToolContext]:
    with AgentToolContext(workdir=workdir) as context:
        yield context


def call(context: AgentToolContext, name: str, **input: Any) -> Any:
    tools = {tool.name: tool for tool in beta_agent_toolset_20260401(context)}
    return tools[name].call(input)


def refused(context: AgentToolContext, name: str, **input: Any) -> str:
    """What the model is told of a call that fails."""
    with pytest.raises(ToolError) as caught:
        call(context, name, **input)
    return str(caught.value.content)


# ---- where the tools may go ---------------------------------------------------------------------------------

OUTSIDE = {
    "up": "../beside/secret.txt",
    "up and down": "sub/../../beside/secret.txt",
    "absolute": "{beside}/secret.txt",
    "absolute with a way up": "{work}/../beside/secret.txt",
    "a link to a file": "link.txt",
    "a link to a directory": "linked/secret.txt",
    "a relative link": "relative/secret.txt",
    "a link to a link": "twice.txt",
    "a neighbour whose name begins alike": "{work}beside/secret.txt",
    "through a link and back": "linked/../beside/secret.txt",
}


def lead_out(workdir: Path) -> None:
    """Put links into the directory that lead out of it."""
    beside = workdir.parent / "beside"
    (workdir / "sub").mkdir()
    (workdir / "link.txt").symlink_to(beside / "secret.txt")
    (workdir / "linked").symlink_to(beside)
    (workdir / "relative").symlink_to("../beside")
    (workdir / "twice.txt").symlink_to("link.txt")
    (workdir.parent / "workbeside").mkdir()
    (workdir.parent / "workbeside" / "secret.txt").write_text("secret\n")


@pytest.mark.parametrize("way", OUTSIDE)
def test_no_tool_leaves_its_directories(context: AgentToolContext, workdir: Path, way: str) -> None:
    lead_out(workdir)
    path = OUTSIDE[way].format(work=workdir, beside=workdir.parent / "beside")

    for name, input in {
        "read": {"file_path": path},
        "write": {"file_path": path, "content": "overwritten"},
        "edit": {"file_path": path, "old_string": "secret", "new_string": "overwritten"},
        "grep": {"pattern": "secret", "path": path},
        "glob": {"pattern": "*", "path": path.rpartition("/")[0]},
    }.items():
        if name == "glob" and "/" not in path:
            continue
        with pytest.raises(OutsideRootsError):
            call(context, name, **input)
    with pytest.raises(OutsideRootsError):
        resolve_path(context, path)
    for secret in workdir.parent.glob("*beside/secret.txt"):
        assert secret.read_text() == "secret\n"


def test_names_and_lines_from_outside_are_not_found_through_links(context: AgentToolContext, workdir: Path) -> None:
    lead_out(workdir)

    assert sorted(call(context, "glob", pattern="**/*").splitlines()) == [f"{workdir}/notes.txt", f"{workdir}/sub"]
    assert call(context, "grep", pattern="secret") == "no matches"


def test_a_file_that_would_be_written_outside_is_not_made(context: AgentToolContext, workdir: Path) -> None:
    (workdir / "dangling").symlink_to(workdir.parent / "beside" / "new.txt")

    for path in ("dangling", "../beside/new.txt", "../new/new.txt"):
        with pytest.raises(OutsideRootsError):
            call(context, "write", file_path=path, content="x")

    assert sorted(each.name for each in workdir.parent.rglob("*")) == [
        "beside",
        "dangling",
        "notes.txt",
        "secret.txt",
        "work",
    ]


def test_links_that_stay_inside_are_followed(context: AgentToolContext, workdir: Path) -> None:
    (workdir / "deep").mkdir()
    (workdir / "deep" / "real.txt").write_text("real")
    (workdir / "alias").symlink_to("deep")
    (workdir / "alias.txt").symlink_to(workdir / "deep" / "real.txt")

    for path in ("alias.txt", "alias/real.txt", "alias/../notes.txt", f"{workdir}/alias/real.txt", "../work/alias.txt"):
        assert call(context, "read", file_path=path) in ("real", "one\ntwo\nthree\n")
    call(context, "write", file_path="alias.txt", content="new")
    assert (workdir / "alias.txt").is_symlink()
    assert (workdir / "deep" / "real.txt").read_text() == "new"


def test_a_circle_of_links_is_told(context: AgentToolContext, workdir: Path) -> None:
    (workdir / "a").symlink_to("b")
    (workdir / "b").symlink_to("a")

    assert "too many links" in refused(context, "read", file_path="a")


def test_what_is_swapped_for_a_link_after_it_was_checked_leads_nowhere(
    context: AgentToolContext, workdir: Path
) -> None:
    beside = workdir.parent / "beside"
    (workdir / "sub").mkdir()
    (workdir / "sub" / "secret.txt").write_text("public\n")

    with context.roots.reach("sub/secret.txt", for_writing=True) as place:
        (workdir / "sub").rename(workdir / "kept")
        (workdir / "sub").symlink_to(beside)
        with os.fdopen(place.open_file()) as file:
            assert file.read() == "public\n"
        place.replace(b"changed\n")
    with context.roots.reach("notes.txt", for_writing=True) as place:
        (workdir / "notes.txt").unlink()
        (workdir / "notes.txt").symlink_to(beside / "secret.txt")
        with pytest.raises(OSError, match="symbolic links"):
            place.open_file()
        with pytest.raises(OSError, match="not a regular file"):
            place.replace(b"changed\n")

    assert (workdir / "kept" / "secret.txt").read_text() == "changed\n"
    assert (beside / "secret.txt").read_text() == "secret\n"


def test_other_directories_are_reached_where_they_are_allowed(workdir: Path) -> None:
    beside = workdir.parent / "beside"
    (workdir / "fixed").mkdir()
    context = AgentToolContext(workdir=workdir, allowed_roots=[beside], read_only_roots=[workdir / "fixed"])

    assert call(context, "read", file_path=f"{beside}/secret.txt") == "secret\n"
    assert call(context, "write", file_path="../beside/new.txt", content="x") == "wrote 1 bytes to ../beside/new.txt"
    for path in ("fixed/new.txt", "fixed/deeper/new.txt", f"{workdir}/fixed/new.txt"):
        assert "only be read" in refused(context, "write", file_path=path, content="x")
    assert list((workdir / "fixed").iterdir()) == []
    assert call(context, "glob", pattern="*", path="fixed") == "no matches"


def test_a_directory_is_read_only_by_whatever_name_it_is_reached(workdir: Path) -> None:
    (workdir / "fixed").mkdir()
    (workdir / "alias").symlink_to("fixed")
    context = AgentToolContext(workdir=workdir)
    context.read_only_roots = [workdir / "fixed"]

    for path in ("alias/new.txt", "fixed/../fixed/new.txt", f"{workdir.parent}/work/fixed/new.txt"):
        assert "only be read" in refused(context, "write", file_path=path, content="x")
    # As by the same name in capitals, where a file system does not tell them apart.
    roots = context.roots
    (workdir / "fixed").rename(workdir / "moved")
    with pytest.raises(OutsideRootsError), roots.reach("moved/new.txt", for_writing=True):
        pass


def test_a_directory_that_is_not_there_is_refused_at_once(workdir: Path) -> None:
    with pytest.raises(ValueError, match="expected a directory that exists"):
        agent_toolset(workdir / "nowhere")
    with pytest.raises(ValueError, match="invalid directory ''"):
        AgentToolContext(workdir=workdir, allowed_roots=[""])
    one: Any = "/tmp"
    for name in ("allowed_roots", "read_only_roots"):
        with pytest.raises(TypeError, match="expected a sequence of paths"):
            AgentToolContext(workdir=workdir, **{name: one})


# ---- files --------------------------------------------------------------------------------------------------


def test_a_file_is_read_as_it_is(context: AgentToolContext, workdir: Path) -> None:
    (workdir / "lines.txt").write_bytes("a\r\nüb\r\n".encode())

    assert call(context, "read", file_path="lines.txt") == "a\r\nüb\r\n"
    assert call(context, "read", file_path=str(workdir / "notes.txt")) == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("view_range", "text"),
    [([2, 3], "two\nthree"), ([2, -1], "two\nthree\n"), ([0, 1], "one"), ([3, 9], "three"), ([1, 1], "one")],
)
def test_some_lines_of_a_file_are_read(context: AgentToolContext, view_range: list[int], text: str) -> None:
    assert call(context, "read", file_path="notes.txt", view_range=view_range) == text


@pytest.mark.parametrize(
    ("view_range", "told"), [([3, 2], "ends before"), ([1], "two numbers"), ([4, 5], "has only 3 lines")]
)
def test_a_range_without_lines_is_told(context: AgentToolContext, view_range: list[int], told: str) -> None:
    assert told in refused(context, "read", file_path="notes.txt", view_range=view_range)


def test_a_large_file_is_read_by_its_lines(workdir: Path) -> None:
    (workdir / "large.txt").write_text("a line\n" * 100)
    context = AgentToolContext(workdir=workdir, max_file_bytes=100)

    assert "view_range" in refused(context, "read", file_path="large.txt")
    assert call(context, "read", file_path="large.txt", view_range=[98, 99]) == "a line\na line"
    assert "Read fewer lines" in refused(context, "read", file_path="large.txt", view_range=[1, -1])
    assert "too large" in refused(context, "edit", file_path="large.txt", old_string="a", new_string="b")
    unbounded = AgentToolContext(workdir=workdir, max_file_bytes=None)
    assert len(call(unbounded, "read", file_path="large.txt")) == 700


def test_images_and_pdfs_are_read_as_blocks(workdir: Path) -> None:
    (workdir / "a.PNG").write_bytes(PNG)
    (workdir / "a.pdf").write_bytes(b"%PDF-1.4\n")
    (workdir / "no.png").write_text("text")
    context = AgentToolContext(workdir=workdir, max_image_base64_bytes=24, max_pdf_bytes=9)

    (image,) = call(context, "read", file_path="a.PNG")
    (document,) = call(context, "read", file_path="a.pdf")

    assert (image["type"], image["source"]["media_type"]) == ("image", "image/png")
    assert (document["type"], document["source"]["media_type"]) == ("document", "application/pdf")
    assert "not of the type" in refused(context, "read", file_path="no.png")
    (workdir / "a.PNG").write_bytes(PNG + bytes(3))
    (workdir / "a.pdf").write_bytes(b"%PDF-1.4\n ")
    for name in ("a.PNG", "a.pdf"):
        assert "too large" in refused(context, "read", file_path=name)


def test_what_is_no_readable_file_is_told(context: AgentToolContext, workdir: Path) -> None:
    os.mkfifo(workdir / "pipe")
    (workdir / "binary").write_bytes(b"\xff\xfe")

    for path, told in {
        "pipe": "not a regular file",
        ".": "is a directory",
        "nowhere": "no such file",
        "notes.txt/below": "not a directory",
        "binary": "not text in UTF-8",
        "nul\0": "NUL",
        "": "is a directory",
    }.items():
        assert told in refused(context, "read", file_path=path)
        assert str(workdir) not in refused(context, "read", file_path=path)


def test_a_file_is_written_with_the_directories_on_the_way(context: AgentToolContext, workdir: Path) -> None:
    assert call(context, "write", file_path="a/b/c.txt", content="hé\r\n") == "wrote 5 bytes to a/b/c.txt"

    assert (workdir / "a/b/c.txt").read_bytes() == "hé\r\n".encode()


def test_a_file_that_is_there_keeps_its_permissions_and_its_other_names(
    context: AgentToolContext, workdir: Path
) -> None:
    beside = workdir.parent / "beside" / "secret.txt"
    os.link(beside, workdir / "hard.txt")
    (workdir / "run.sh").write_text("old")
    (workdir / "run.sh").chmod(0o750)

    call(context, "write", file_path="run.sh", content="new")
    call(context, "write", file_path="hard.txt", content="new")

    assert (workdir / "run.sh").stat().st_mode & 0o777 == 0o750
    assert beside.read_text() == "secret\n"
    assert [each.name for each in workdir.iterdir() if each.name.endswith(".tmp")] == []


def test_what_cannot_be_written_is_told_and_leaves_nothing(context: AgentToolContext, workdir: Path) -> None:
    (workdir / "sub").mkdir()

    assert "is a directory" in refused(context, "write", file_path="sub", content="x")
    assert "not a directory" in refused(context, "write", file_path="notes.txt/x", content="x")
    assert "surrogate" in refused(context, "write", file_path="x", content="\ud800")
    assert sorted(each.name for each in workdir.iterdir()) == ["notes.txt", "sub"]


def test_text_is_replaced_where_it_stands_once(context: AgentToolContext, workdir: Path) -> None:
    (workdir / "twice.txt").write_text("a b a\r\n", newline="")

    assert call(context, "edit", file_path="notes.txt", old_string="two\n", new_string="2\n") == (
        "edited notes.txt (1 replacement)"
    )
    assert "2 times" in refused(context, "edit", file_path="twice.txt", old_string="a", new_string="c")
    assert call(context, "edit", file_path="twice.txt", old_string="a", new_string="c", replace_all=True) == (
        "edited twice.txt (2 replacements)"
    )
    assert (workdir / "notes.txt").read_text() == "one\n2\nthree\n"
    assert (workdir / "twice.txt").read_bytes() == b"c b c\r\n"
    for old, new, told in (("", "x", "empty"), ("zzz", "x", "is not in"), ("b", "b", "the same")):
        assert told in refused(context, "edit", file_path="twice.txt", old_string=old, new_string=new)


# ---- names and lines ----------------------------------------------------------------------------------------


@pytest.fixture
def tree(workdir: Path) -> Path:
    for moment, name in enumerate(("src/a.py", "src/deep/b.py", "src/deep/c.txt", ".hidden/d.py"), 1_000_000_000):
        path = workdir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\nvalue = 1\n")
        os.utime(path, (moment, moment))
    return workdir


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("**/*.py", [".hidden/d.py", "src/deep/b.py", "src/a.py"]),
        ("src/*.py", ["src/a.py"]),
        ("src/**/b.py", ["src/deep/b.py"]),
        ("**/deep/**/*.{py,txt}", ["src/deep/c.txt", "src/deep/b.py"]),
        ("src/[ab].py", ["src/a.py"]),
        ("src/?.py", ["src/a.py"]),
        ("./src/a.py", ["src/a.py"]),
        ("**/**/**/a.py", ["src/a.py"]),
        ("*.PY", []),
        ("src/*/", ["src/deep"]),
        ("nowhere/*.py", []),
    ],
)
def test_paths_are_found_by_a_pattern(context: AgentToolContext, tree: Path, pattern: str, names: list[str]) -> None:
    found = call(context, "glob", pattern=pattern)

    assert found == ("\n".join(f"{tree}/{name}" for name in names) or "no matches")


def test_a_pattern_stays_below_where_it_begins(context: AgentToolContext, tree: Path) -> None:
    assert call(context, "glob", pattern="*.py", path="src") == f"{tree}/src/a.py"
    for pattern in ("/etc/*", "../*", "src/../../*", "", "a\0b", "{a,b}" * 8):
        refused(context, "glob", pattern=pattern)


def test_only_so_many_paths_are_told(context: AgentToolContext, workdir: Path) -> None:
    for number in range(203):
        (workdir / f"{number}.log").touch()

    lines = call(context, "glob", pattern="*.log").splitlines()

    assert len(lines) == 201
    assert lines[-1] == "[3 more]"


def test_lines_are_found_by_an_expression(context: AgentToolContext, tree: Path) -> None:
    (tree / "binary").write_bytes(b"value\0")

    assert sorted(call(context, "grep", pattern=r"^value = \d$", path="src").splitlines()) == [
        f"{tree}/src/a.py:2:value = 1",
        f"{tree}/src/deep/b.py:2:value = 1",
        f"{tree}/src/deep/c.txt:2:value = 1",
    ]
    assert call(context, "grep", pattern="two", path="notes.txt") == f"{tree}/notes.txt:2:two"
    assert call(context, "grep", pattern="nothing like it") == "no matches"
    assert "not a regular expression" in refused(context, "grep", pattern="(")
    assert "no such file" in refused(context, "grep", pattern="x", path="nowhere")


def test_a_long_output_of_a_search_is_cut(context: AgentToolContext, workdir: Path) -> None:
    (workdir / "long.txt").write_text("x" * 5000 + "\n" + "y\n" * 20_000)

    (first,) = call(context, "grep", pattern="x", path="long.txt").splitlines()
    many = call(context, "grep", pattern="y", path="long.txt")

    assert first.endswith(":1:" + "x" * 2000)
    assert 100 * 1024 <= len(many) < 101 * 1024
    assert many.endswith("[output truncated]")


# ---- the shell ----------------------------------------------------------------------------------------------


def bash(context: AgentToolContext, command: str, **input: Any) -> Any:
    return call(context, "bash", command=command, **input)


def test_the_shell_goes_on_between_commands(context: AgentToolContext, workdir: Path) -> None:
    assert bash(context, "mkdir sub; cd sub; export A=1; f() { echo fun; }; pwd") == f"{workdir}/sub"
    assert bash(context, "pwd; echo $A; f") == f"{workdir}/sub\n1\nfun"
    assert call(context, "bash", restart=True) == "bash session restarted"
    assert bash(context, "pwd; echo $A") == str(workdir)
    assert bash(context, "echo both", restart=True) == "both"


def test_output_and_errors_come_in_their_order_with_the_exit_code(context: AgentToolContext) -> None:
    assert bash(context, "echo out; echo err >&2; echo out") == "out\nerr\nout"
    assert refused(context, "bash", command="echo said; exit_with() { return 3; }; exit_with") == "said\n\nexit code 3"
    assert refused(context, "bash", command="false") == "exit code 1"
    assert "unexpected EOF" in refused(context, "bash", command='echo "open')
    assert bash(context, "printf '\\377'") == "\ufffd"


@pytest.mark.parametrize(
    "command",
    [
        "cat",
        "read line",
        "exec >/dev/null 2>&1",
        "exec 0<&- 9>&-",
        "cat <<X\nhere\nX",
        "set -x",
        "# no command",
        "wait",
    ],
)
def test_no_command_takes_the_next_one_or_its_output(context: AgentToolContext, command: str) -> None:
    try:
        bash(context, command)
    except ToolError:
        assert command == "read line"

    assert bash(context, "set +x; echo next").endswith("next")


def test_only_the_end_of_a_long_output_is_kept(context: AgentToolContext) -> None:
    output = bash(context, "yes | head -c 250000; echo; echo last")

    assert output.startswith("[output truncated]\n")
    assert output.endswith("y\n\nlast")
    assert len(output) < 101 * 1024


@pytest.mark.parametrize("command", ["exit 3", "set -e; false", "exec true", "kill -9 $$"])
def test_a_command_that_ends_the_shell_is_told(context: AgentToolContext, command: str) -> None:
    assert "restart" in refused(context, "bash", command=f"echo before; {command}")
    assert "restart" in refused(context, "bash", command="echo on")
    call(context, "bash", restart=True)
    assert bash(context, "echo on") == "on"


def test_a_command_that_takes_too_long_is_ended_with_all_that_it_started(context: AgentToolContext) -> None:
    process = int(bash(context, "sleep 60 & echo $!"))

    assert "took more than 0.1 seconds" in refused(context, "bash", command="sleep 60", timeout_ms=100)
    assert ends(process)
    for timeout in (0, -1, 600_001):
        assert "timeout_ms" in refused(context, "bash", command="true", timeout_ms=timeout)


def is_running(process: int) -> bool:
    """Whether there is such a process that has not ended; for one that has, its parent may not have looked yet."""
    stat = Path(f"/proc/{process}/stat")
    if not Path("/proc/self/stat").exists():  # macOS, which has `ps` on every machine
        shown = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
        return shown.stdout.strip()[:1] not in ("", "Z")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def ends(process: int) -> bool:
    """Whether a process that was killed is gone, now or as soon as the system gets to it."""
    latest = time.monotonic() + 5
    while is_running(process) and time.monotonic() < latest:
        pass
    return not is_running(process)


def test_a_process_in_the_background_goes_on_until_the_shell_ends(context: AgentToolContext) -> None:
    process = int(bash(context, "sleep 60 & echo $!"))

    assert bash(context, "echo meanwhile") == "meanwhile"
    assert is_running(process)
    context.close()
    assert ends(process)


def test_closing_ends_a_command_that_is_running(context: AgentToolContext) -> None:
    told: list[str] = []
    thread = threading.Thread(target=lambda: told.append(refused(context, "bash", command="echo on > here; sleep 60")))
    thread.start()
    while not (Path(context.workdir) / "here").exists():
        time.sleep(0.01)

    context.close()
    thread.join(5)

    assert "the shell ended" in told[0]


def test_the_environment_holds_no_credentials_of_the_program(workdir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-hidden")
    monkeypatch.setenv("ANTHROPIC_ENVIRONMENT_KEY", "hidden")
    monkeypatch.setenv("BASH_ENV", "/dev/null")
    monkeypatch.setenv("OF_THE_PROGRAM", "1")

    with AgentToolContext(workdir=workdir) as context:
        shown = bash(context, "env")
    with AgentToolContext(workdir=workdir, env={"ONLY": "this", "PATH": os.environ["PATH"]}) as context:
        other = bash(context, "env")

    assert "hidden" not in shown
    assert "BASH_ENV" not in shown
    assert "OF_THE_PROGRAM=1" in shown
    assert "OF_THE_PROGRAM" not in other
    assert "ONLY=this" in other


# ---- who allows it ------------------------------------------------------------------------------------------


def test_bash_runs_nothing_unless_the_program_allows_it(workdir: Path) -> None:
    asked: list[Any] = []
    denied = {tool.name: tool for tool in agent_toolset(workdir)}
    with pytest.raises(ToolError, match="did not allow 'bash'"):
        denied["bash"].call({"command": "touch made"})
    assert not (workdir / "made").exists()
    assert denied["read"].call({"file_path": "notes.txt"}).startswith("one")
    denied["write"].call({"file_path": "new.txt", "content": "x"})

    def confirm(about: Any) -> bool:
        asked.append((about.member, about.input.model_dump(exclude_none=True)))
        return len(asked) == 2

    tools = {tool.name: tool for tool in agent_toolset(workdir, confirm=confirm)}
    with pytest.raises(ToolError, match="did not allow 'write'"):
        tools["write"].call({"file_path": "new.txt", "content": "y"})
    assert tools["bash"].call({"command": "echo hi"}) == "hi"
    with pytest.raises(ToolError, match="did not allow 'edit'"):
        tools["edit"].call({"file_path": "new.txt", "old_string": "x", "new_string": "y"})
    assert tools["read"].call({"file_path": "new.txt"}) == "x"
    assert asked[:2] == [
        ("write", {"file_path": "new.txt", "content": "y"}),
        ("bash", {"command": "echo hi"}),
    ]
    tools["bash"].context.close()  # type: ignore[attr-defined]


def test_a_confirm_that_fails_or_says_neither_denies(workdir: Path) -> None:
    def fail(about: Any) -> bool:
        raise RuntimeError(about)

    for confirm in (fail, lambda about: 1):
        with AgentToolContext(workdir=workdir, confirm=confirm) as context, pytest.raises(ToolError, match="'bash'"):
            beta_bash_tool(context).call({"command": "echo hi"})


def test_options_stand_in_the_context_or_beside_the_directory(workdir: Path) -> None:
    with pytest.raises(TypeError, match="fields of the context"):
        agent_toolset(AgentToolContext(workdir=workdir), confirm=lambda about: True)


# ---- in runs of both clients --------------------------------------------------------------------------------

CALLS = [
    ("write", {"file_path": "a.txt", "content": "first\n"}),
    ("bash", {"command": "sleep 60 & echo $!"}),
    ("grep", {"pattern": "(", "path": "."}),
]


def test_a_run_calls_the_tools_and_ends_the_shell(told: Sandbox, both: Both, workdir: Path) -> None:
    told.reply(tool_use=CALLS).reply("Done.")
    threads: list[object] = []

    async def confirm(about: Any) -> bool:
        await anyio.lowlevel.checkpoint()
        threads.append(threading.current_thread())
        return True

    def body(client: Any) -> Any:
        runner = client.messages.run_tools(
            model="claude-opus-5",
            max_tokens=1000,
            messages=[{"role": "user", "content": "Hi"}],
            tools=agent_toolset(workdir, confirm=confirm),
        )
        yield runner.until_done()
        return runner.messages

    results = both.run(body)[2]["content"]

    assert [each.get("is_error", False) for each in results] == [False, False, True]
    assert (workdir / "a.txt").read_text() == "first\n"
    assert ends(int(results[1]["content"]))
    # A coroutine function runs on the event loop of the client.
    assert len(threads) == 2
    assert all((thread is threading.main_thread()) == both.is_async for thread in threads)


def test_a_session_calls_the_tools(told: Sandbox, both: Both, workdir: Path) -> None:
    with Client(base_url=told.url, api_key=told.api_key) as client:
        toolset: Any = {"type": "agent_toolset_20260401"}
        agent = client.beta.agents.create(name="worker", model="claude-opus-5", tools=[toolset])
        environment = client.beta.environments.create(name="here", config={"type": "self_hosted"})
        told.reply(tool_use=("glob", {"pattern": "*.txt"})).reply("Done.")
        session = client.beta.sessions.create(
            agent=agent.id,
            environment_id=environment.id,
            initial_events=[{"type": "user.message", "content": [{"type": "text", "text": "Which files?"}]}],
        )

    def body(client: Any) -> Any:
        runner = client.beta.sessions.events.tool_runner(session.id, tools=agent_toolset(workdir), max_idle=0.1)
        yield runner.until_done()
        events = yield client.beta.sessions.events.list(session.id)
        return events.data

    events = both.run(body)

    (result,) = [event for event in events if event.type == "user.tool_result"]
    assert result.content[0].text == f"{workdir}/notes.txt"
