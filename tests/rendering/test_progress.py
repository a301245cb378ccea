"""How far something is, told by a bar or to a function: uploads, downloads, results and lists, on both clients."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

import pytest
from tqdm import tqdm

from both import Both, items
from claude_client import APIStatusError, NotFoundError
from claude_client.files.multipart import CHUNK_BYTES
from claude_client.rendering.progress import meter
from server import Reply, Server, error, reply

FILE = {
    "id": "file_1",
    "type": "file",
    "filename": "a.bin",
    "mime_type": "application/octet-stream",
    "size_bytes": 1,
    "created_at": "2026-01-02T03:04:05Z",
}
Told = list[tuple[int, "int | None"]]


def assert_rises(told: Told) -> None:
    done = [number for number, _ in told]
    assert done[0] == 0
    assert done == sorted(done)
    assert len({*done}) == len(done)


# ---- to a function ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("as_path", [True, False])
def test_an_upload_tells_the_bytes_that_are_sent(both: Both, server: Server, tmp_path: Path, as_path: bool) -> None:
    told: Told = []
    content = b"x" * (3 * CHUNK_BYTES + 10)
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    server.replies(reply(FILE))

    both.run(
        lambda client: client.files.upload(
            file=path if as_path else content, progress=lambda done, total: told.append((done, total))
        )
    )

    size = server.received[0].size
    assert_rises(told)
    assert len(told) == 5
    assert {total for _, total in told} == {size}
    assert told[-1] == (size, size)


def test_an_upload_whose_size_nobody_knows_has_no_total(both: Both, server: Server) -> None:
    told: Told = []
    server.replies(reply(FILE))

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    both.run(lambda client: client.files.upload(file=Pipe(b"abc"), progress=lambda *now: told.append(now)))

    assert told == [(0, None), (server.received[0].size, None)]


def test_another_attempt_is_counted_from_its_beginning(both: Both, server: Server) -> None:
    told: Told = []
    server.replies(error(529, "overloaded_error", retry_after_ms="1"), reply(FILE))

    both.run(lambda client: client.files.upload(file=b"abc", progress=lambda *now: told.append(now)))

    size = server.received[1].size
    assert told == [(0, size), (size, size)] * 2


def test_skills_tell_it_too(both: Both, server: Server) -> None:
    told: Told = []
    skill = [("my-skill/SKILL.md", b"---\nname: my-skill\ndescription: x\n---\n")]
    server.replies(reply({"id": "skill_1"}), reply({"id": "skillver_1"}), Reply(200, b"zip"))

    def body(client: Any) -> Any:
        def tell(*now: Any) -> None:
            told.append(now)

        yield client.skills.create(files=skill, progress=tell)
        yield client.skills.versions.create("skill_1", files=skill, progress=tell)
        download = yield client.skills.versions.download("latest", skill_id="skill_1", progress=tell)
        assert (yield download.read()) == b"zip"

    both.run(body)

    sizes = [request.size for request in server.received[:2]]
    assert told == [(0, sizes[0]), (sizes[0],) * 2, (0, sizes[1]), (sizes[1],) * 2, (0, 3), (3, 3)]


@pytest.mark.parametrize("way", ["read", "iter_bytes", "write_to_file"])
def test_a_download_tells_the_bytes_that_are_read(both: Both, server: Server, tmp_path: Path, way: str) -> None:
    told: Told = []
    server.replies(Reply(200, b"x" * 2_000_000))

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1", progress=lambda *now: told.append(now))
        if way == "iter_bytes":
            chunks = yield items(download.iter_bytes(1000))
            assert len(chunks) == 2000
        else:
            yield download.read() if way == "read" else download.write_to_file(tmp_path / "a.bin")

    both.run(body)

    assert_rises(told)
    assert len(told) > 2
    assert {total for _, total in told} == {2_000_000}
    assert told[-1][0] == 2_000_000


def test_a_download_that_is_compressed_or_of_no_known_size_has_no_total(both: Both, server: Server) -> None:
    told: Told = []
    server.replies(Reply(200, [b"abc"]))

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1", progress=lambda *now: told.append(now))
        yield download.read()

    both.run(body)

    assert told == [(0, None), (3, None)]


def test_a_download_that_is_asked_for_again_is_counted_from_its_beginning(
    both: Both, server: Server, tmp_path: Path
) -> None:
    told: Told = []
    cut_short = Reply(200, [b"abc"], {"content-length": "4"})
    server.replies(cut_short, Reply(200, b"abcd"))

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1", progress=lambda *now: told.append(now))
        yield download.write_to_file(tmp_path / "a.bin")

    both.run(body)

    assert told == [(0, 4), (3, 4), (0, 4), (4, 4)]
    assert (tmp_path / "a.bin").read_bytes() == b"abcd"


def test_the_results_of_a_batch_are_counted(both: Both, server: Server) -> None:
    told: Told = []
    line = {"custom_id": "a", "result": {"type": "expired"}}
    server.replies(Reply(200, b"\n".join([json.dumps(line).encode()] * 3)))

    def body(client: Any) -> Any:
        results = yield client.messages.batches.results("msgbatch_1", progress=lambda *now: told.append(now))
        assert len((yield items(results))) == 3

    both.run(body)

    assert told == [(0, None), (1, None), (2, None), (3, None)]


def test_the_items_of_all_pages_are_counted(both: Both, server: Server) -> None:
    told: Told = []
    pages = [
        {"data": [{"id": "a"}, {"id": "b"}], "has_more": True, "last_id": "b"},
        {"data": [{"id": "c"}], "has_more": False},
    ]
    server.replies(*map(reply, pages * 3))

    def tell(*now: Any) -> None:
        told.append(now)

    def body(client: Any) -> Any:
        listed = client.models.list()
        first = (yield listed) if both.is_async else listed
        counted = yield items(first.iter_items(progress=tell))
        if both.is_async:
            yield items(client.models.list().iter_items(progress=tell))
        plain = yield items(client.models.list().iter_items())
        return [model.id for model in counted], [model.id for model in plain]

    assert both.run(body) == (["a", "b", "c"], ["a", "b", "c"])

    assert told == [(0, None), (1, None), (2, None), (3, None)] * (2 if both.is_async else 1)


def test_a_loop_that_is_left_ends_the_count(both: Both, server: Server) -> None:
    server.replies(reply({"data": [{"id": "a"}, {"id": "b"}], "has_more": False}))
    screen = io.StringIO()

    def body(client: Any) -> Any:
        listed = client.models.list()
        items_ = ((yield listed) if both.is_async else listed).iter_items(progress=True)
        if both.is_async:
            yield anext(items_)
            yield items_.aclose()
        else:
            next(items_)
            items_.close()

    with redirect_stderr(screen):
        both.run(body)

    assert not tqdm._instances
    assert screen.getvalue().endswith("\n")


def test_a_function_that_raises_ends_the_call(both: Both, server: Server) -> None:
    server.replies(reply(FILE))

    class Stop(Exception):
        pass

    def tell(done: int, total: int | None) -> None:
        raise Stop

    with pytest.raises(Stop):
        both.run(lambda client: client.files.upload(file=b"abc", progress=tell), max_retries=0)


# ---- as a bar -----------------------------------------------------------------------------------------------


def test_a_bar_shows_how_far_an_upload_is(both: Both, server: Server) -> None:
    server.replies(error(529, "overloaded_error", retry_after_ms="1"), reply(FILE))
    screen = io.StringIO()

    with redirect_stderr(screen):
        both.run(lambda client: client.files.upload(file=("a.bin", b"x" * 1_000_000), progress=True))

    shown = screen.getvalue()
    assert shown.count("a.bin:   0%") == 2
    assert "a.bin: 100%" in shown
    assert "977k/977k" in shown
    assert not tqdm._instances


def test_a_bar_of_what_has_no_end_counts(both: Both, server: Server) -> None:
    server.replies(reply({"data": [{"id": "a"}, {"id": "b"}], "has_more": False}))
    screen = io.StringIO()

    def body(client: Any) -> Any:
        listed = client.models.list()
        first = (yield listed) if both.is_async else listed
        yield items(first.iter_items(progress=True))

    with redirect_stderr(screen):
        both.run(body)

    assert "ModelInfo: 2 items" in screen.getvalue()


def test_a_bar_goes_away_with_a_failure(both: Both, server: Server) -> None:
    server.replies(error(404, "not_found_error"))

    with redirect_stderr(io.StringIO()), pytest.raises(NotFoundError):
        both.run(lambda client: client.files.upload(file=b"abc", progress=True))

    assert not tqdm._instances


def test_a_bar_follows_a_total_that_changes() -> None:
    screen = io.StringIO()

    with redirect_stderr(screen):
        counting = meter(True, "work", "steps")
        counting.begin(10)
        counting.at(2, 4)
        counting.at(2, 4)
        counting.end()
        counting.end()

    assert "work:  50%" in screen.getvalue()
    assert "2/4" in screen.getvalue()


def test_without_tqdm_a_bar_is_refused_before_anything_is_sent(
    both: Both, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    server.replies(reply({"data": [], "has_more": False}))

    for call in (
        lambda client: client.files.upload(file=b"abc", progress=True),
        lambda client: client.files.download("file_1", progress=True),
        lambda client: client.messages.batches.wait("msgbatch_1", progress=True),
        lambda client: client.messages.batches.results("msgbatch_1", progress=True),
    ):
        with pytest.raises(ImportError, match=r"pip install 'claude-client\[notebook\]'"):
            both.run(call)

    assert server.received == []


# ---- off ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("progress", [None, False])
def test_nothing_is_shown_unless_it_is_asked_for(both: Both, server: Server, progress: Any) -> None:
    server.replies(reply(FILE))
    screen = io.StringIO()

    with redirect_stderr(screen):
        both.run(lambda client: client.files.upload(file=b"abc", progress=progress))

    assert screen.getvalue() == ""


def test_nothing_is_loaded_for_it_unless_it_is_asked_for() -> None:
    code = (
        "import sys; from claude_client import Client; c = Client(base_url='sandbox:');"
        "c.files.upload(file=b'abc'); list(c.models.list().iter_items());"
        "print([n for n in sys.modules if n.startswith(('tqdm', 'claude_client.p')) and n[-5:] not in ('pages', '.pool')])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_a_refusal_is_still_told_as_such(both: Both, server: Server) -> None:
    server.replies(error(413, "request_too_large"))

    with pytest.raises(APIStatusError):
        both.run(lambda client: client.files.upload(file=b"abc", progress=lambda done, total: None))
