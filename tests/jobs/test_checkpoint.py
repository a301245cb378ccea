"""What a job keeps in its file, and how it goes on: also after being killed at any moment."""

from __future__ import annotations

import gc
import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from both import Both, items
from claude_client.jobs.checkpoint import Checkpoint, CheckpointError
from claude_client.jobs.items import make_item
from claude_client.sandbox import Sandbox

from .conftest import ask, numbers_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "job.db"


def run(both: Both, requests: Any, path: Path, **options: Any) -> list[Any]:
    results: list[Any] = both.run(
        lambda client: (yield items(client.jobs.map(requests, checkpoint=path, ordered=True, **options)))
    )
    return results


def test_what_is_done_is_not_made_again(both: Both, sandbox: Sandbox, path: Path) -> None:
    first = run(both, [ask(1), ask(2)], path)

    second = run(both, [ask(1), ask(2), ask(3)], path)

    assert sorted(numbers_of(sandbox)) == [1, 2, 3]
    assert [result.from_checkpoint for result in second] == [True, True, False]
    assert [result.message.to_dict() for result in second[:2]] == [result.message.to_dict() for result in first]


def test_what_failed_is_made_again(both: Both, sandbox: Sandbox, path: Path) -> None:
    sandbox.fail(400)
    first = run(both, [ask(1)], path)

    second = run(both, [ask(1)], path)

    assert first[0].error is not None
    assert (second[0].error, second[0].from_checkpoint) == (None, False)


def test_a_run_that_only_reads_the_file_costs_nothing(both: Both, path: Path) -> None:
    run(both, [ask(1)], path)

    def body(client: Any) -> Any:
        job = client.jobs.map([ask(1)], checkpoint=path)
        yield items(job)
        return job.summary()

    summary = both.run(body)

    assert (summary.from_checkpoint, summary.attempts, summary.cost.total) == (1, 0, 0)


def test_kept_output_is_parsed_again(both: Both, sandbox: Sandbox, path: Path) -> None:
    class Total(BaseModel):
        total: int

    sandbox.reply('{"total": 3}')
    run(both, [ask(1)], path, output_format=Total)

    (again,) = run(both, [ask(1)], path, output_format=Total)

    assert again.from_checkpoint
    assert again.parsed_output == Total(total=3)


def test_a_changed_request_under_the_same_id_is_noticed_before_anything_is_sent(
    both: Both, sandbox: Sandbox, path: Path
) -> None:
    run(both, [("review", ask(1))], path)

    with pytest.raises(CheckpointError, match=r"request 'review' is not the one that the checkpoint .* has"):
        run(both, [("review", ask(2))], path)

    assert numbers_of(sandbox) == [1]


def test_a_request_that_failed_may_be_changed_and_is_made_again(both: Both, sandbox: Sandbox, path: Path) -> None:
    sandbox.fail(400)
    run(both, [("review", ask(1))], path)

    (again,) = run(both, [("review", ask(2))], path)

    assert again.message is not None
    assert numbers_of(sandbox) == [1, 2]


@pytest.mark.parametrize(
    "content", [b"no text", float("nan"), "\ud800", object()], ids=["bytes", "nan", "half", "object"]
)
def test_a_request_without_a_json_form_fails_alone(both: Both, path: Path, content: object) -> None:
    requests = [ask(1), ask(2, metadata={"user_id": content}), ask(3)]

    results = run(both, requests, path)
    again = run(both, requests, path)

    assert [result.error is None for result in results] == [True, False, True]
    assert isinstance(results[1].error, (TypeError, ValueError))
    assert [result.from_checkpoint for result in again] == [True, False, True]


def test_another_output_format_makes_another_request(both: Both, sandbox: Sandbox, path: Path) -> None:
    class Total(BaseModel):
        total: int

    sandbox.reply('{"total": 3}')
    run(both, [ask(1)], path, output_format=Total)

    with pytest.raises(CheckpointError, match="the request '0' is not the one"):
        run(both, [ask(1)], path)


def test_models_and_dictionaries_of_the_same_content_are_the_same_request(both: Both, path: Path) -> None:
    (first,) = run(both, [ask(1)], path)
    turns = [{"role": "assistant", "content": content} for content in (first.message.content, None)]
    turns[1]["content"] = [block.to_dict() for block in first.message.content]

    hashes = {make_item(0, {**ask(1), "messages": [turn]}).request_hash() for turn in turns}

    assert len(hashes) == 1


def test_parameters_that_can_be_read_once_are_sent_again_as_they_were() -> None:
    item = make_item(0, {**ask(1), "messages": iter(ask(1)["messages"])})

    assert [dict(item.params), dict(item.params)] == [ask(1), ask(1)]


def test_the_order_of_parameters_does_not_change_a_request() -> None:
    request = ask(1, system="Be brief.")

    hashes = {make_item(0, dict(sorted(request.items(), reverse=turned))).request_hash() for turned in (False, True)}

    assert len(hashes) == 1
    assert make_item(0, ask(2)).request_hash() not in hashes


@pytest.mark.parametrize(
    "requests",
    [
        [("a", ask(1)), ("a", ask(1))],
        [("a", ask(1)), *map(ask, range(20)), ("a", ask(1))],
        [ask(1), ("0", ask(1))],
        [("1", ask(1)), ask(1)],
    ],
    ids=["at once", "later", "a place before", "a place after"],
)
@pytest.mark.parametrize("concurrency", [1, 4])
def test_an_id_that_stands_twice_is_a_mistake(both: Both, path: Path, requests: Any, concurrency: int) -> None:
    with pytest.raises(ValueError, match=r"duplicate id '.': with a checkpoint, each request needs"):
        run(both, requests, path, concurrency=concurrency)


def test_the_file_can_be_read_with_plain_sqlite(both: Both, sandbox: Sandbox, path: Path) -> None:
    sandbox.fail(400)
    run(both, [("a", ask(1)), ("b", ask(2))], path, concurrency=1)

    with sqlite3.connect(path) as database:
        rows = database.execute(
            "SELECT id, status, attempts, model, output_tokens, result, error FROM items ORDER BY id"
        ).fetchall()
    database.close()

    failed, succeeded = sorted(rows, key=lambda row: row[1])
    assert failed[1:6] == ("failed", 1, None, None, None)
    assert json.loads(failed[6])["type"] == "BadRequestError"
    assert succeeded[1:4] == ("succeeded", 1, "claude-opus-5")
    assert json.loads(succeeded[5])["usage"]["output_tokens"] == succeeded[4]


def test_no_key_is_in_the_file(both: Both, path: Path) -> None:
    run(both, [ask(1)], path, max_attempts=1)

    assert both.options["api_key"].encode() not in b"".join(each.read_bytes() for each in path.parent.iterdir())


# ---- files that cannot be used -------------------------------------------------------------------------------


def test_a_file_that_another_job_uses_is_refused(both: Both, sandbox: Sandbox, path: Path) -> None:
    other = Checkpoint(path)

    with pytest.raises(CheckpointError, match="is in use by another job"):
        run(both, [ask(1)], path)
    other.close()

    assert numbers_of(sandbox) == []
    assert len(run(both, [ask(1)], path)) == 1


def test_a_database_of_another_program_is_left_alone(both: Both, sandbox: Sandbox, path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE customers (name TEXT)")
    database.close()
    before = path.read_bytes()

    with pytest.raises(CheckpointError, match="is a database of another program"):
        run(both, [ask(1)], path)

    assert path.read_bytes() == before
    assert numbers_of(sandbox) == []


def test_a_file_of_a_later_version_is_refused(both: Both, path: Path) -> None:
    Checkpoint(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()

    with pytest.raises(CheckpointError, match="has version 99, and this version of claude-client reads 1"):
        run(both, [ask(1)], path)


def test_a_file_that_is_no_database_is_refused(both: Both, path: Path) -> None:
    path.write_bytes(b"id,text\n1,hello\n" * 1000)

    with pytest.raises(CheckpointError, match="cannot use the checkpoint .*not a database"):
        run(both, [ask(1)], path)


def test_a_folder_that_is_not_there_is_named(both: Both, tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="cannot open the checkpoint .*missing"):
        run(both, [ask(1)], tmp_path / "missing" / "job.db")


def test_a_file_without_room_is_noticed_before_anything_is_sent(both: Both, sandbox: Sandbox, path: Path) -> None:
    code = (
        "import resource, signal, sys\n"
        "from claude_client.jobs.checkpoint import Checkpoint\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "Checkpoint(sys.argv[1])\n"
    )
    if sys.platform == "win32":
        pytest.skip("files have no limit there")

    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True)

    assert "CheckpointError: cannot use the checkpoint" in done.stderr


def test_every_result_that_cannot_be_written_is_on_the_error(both: Both, path: Path, sandbox: Sandbox) -> None:
    handed_on: list[Any] = []

    def body(client: Any) -> Any:
        job = client.jobs.map((ask(number) for number in range(100)), checkpoint=path, concurrency=8)
        with pytest.raises(CheckpointError, match=r"cannot write to the checkpoint") as raised:
            while True:
                handed_on.append((yield (job.__anext__() if both.is_async else next(job))))
                if len(handed_on) == 1:
                    # A table that is no longer there, as on a disk that is gone.
                    with closing(sqlite3.connect(path)) as other:
                        other.execute("DROP TABLE items")
        return raised.value

    error = both.run(body)

    assert sorted(result.index for result in [*handed_on, *error.results]) == sorted(numbers_of(sandbox))
    assert all(result.message is not None for result in error.results)


@pytest.mark.parametrize("method", ["map", "batch"])
@pytest.mark.filterwarnings("error")
def test_a_job_that_is_dropped_gives_its_file_back(both: Both, path: Path, method: str) -> None:
    def body(client: Any) -> Any:
        getattr(client.jobs, method)([ask(1)], checkpoint=path)
        gc.collect()
        Checkpoint(path).close()
        yield None

    both.run(body)


@pytest.mark.parametrize("name", ["", "folder", "."])
def test_a_folder_is_no_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("folder").mkdir()

    with pytest.raises(CheckpointError, match="is a folder: give the path of a file"):
        Checkpoint(name)

    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory"])
def test_a_name_that_sqlite_reads_in_a_way_of_its_own_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)

    Checkpoint(name).close()

    assert tmp_path.joinpath(name).stat().st_size


def test_tables_of_another_form_are_refused_before_anything_is_sent(both: Both, sandbox: Sandbox, path: Path) -> None:
    Checkpoint(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE items DROP COLUMN error")

    with pytest.raises(CheckpointError, match="has tables of another form"):
        run(both, [ask(1)], path)

    assert numbers_of(sandbox) == []


@pytest.mark.parametrize("result", ["{", "null", None])
def test_a_result_that_was_changed_is_named(both: Both, path: Path, result: str | None) -> None:
    run(both, [ask(1)], path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE items SET result = ?", (result,))

    with pytest.raises(CheckpointError, match="the result of the request '0' in the checkpoint .* cannot be read"):
        run(both, [ask(1)], path)


def test_an_id_that_no_encoding_has_is_named(both: Both, path: Path) -> None:
    with pytest.raises(ValueError, match=r"invalid id .* half of a surrogate pair"):
        run(both, [("\ud800", ask(1))], path)


# ---- interrupted ----------------------------------------------------------------------------------------------

PROGRAM = """
import sys
from claude_client import Client

url, key, path, count = sys.argv[1:]
ask = lambda number: {
    "model": "claude-opus-5", "max_tokens": 20, "messages": [{"role": "user", "content": f"What is {number}?"}]
}
with Client(base_url=url, api_key=key, max_retries=0) as client:
    requests = ((str(number), ask(number)) for number in range(int(count)))
    for result in client.jobs.map(requests, checkpoint=path, concurrency=4):
        print(result.id, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signal")
def test_ctrl_c_waits_for_the_calls_under_way_and_keeps_them(sandbox: Sandbox, path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, sandbox.url, sandbox.api_key, str(path), "100000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        for _ in range(20):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()

    with sqlite3.connect(path) as database:
        (kept,) = database.execute("SELECT count(*) FROM items").fetchone()
    database.close()
    assert kept == len(numbers_of(sandbox))
